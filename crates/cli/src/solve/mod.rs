//! A placement problem on files: figures in, a plan with its proof out, without names,
//! rounds or a database.

mod collide;
mod files;
mod judge;
mod measure;
mod run;
mod violations;

use std::path::Path;

use serde_json::{Value as Json, json};
use sleutel_exchange::instance::{Certificate, Loaded};
use sleutel_placement_check::instance::Verdict;
use sleutel_words::{Value, Words};

pub(crate) use run::run;

use crate::{args::Check, failure::Failure, out, settings::Settings};

/// Asks the checker about a certificate, whoever made it.
pub(crate) fn check(
    settings: &Settings,
    instance: &Path,
    certificate: &Path,
    args: &Check,
) -> Result<(), Failure> {
    let (words, json) = (settings.words, args.again.json);
    let loaded = files::load(words, instance, args.arcs.as_ref(), json)?;
    let certificate = files::certificate(words, certificate, &loaded.facts, json)?;
    let mut verdict = judge::judge(&loaded, &certificate);
    judge::sharpen(&loaded, &certificate, &mut verdict);
    let sound = verdict.violations.is_empty();
    if json {
        let status = if verdict.proven() {
            "optimal"
        } else if sound {
            "feasible"
        } else {
            "unsound"
        };
        let mut said = found(&loaded, &certificate, &verdict);
        said["status"] = status.into();
        said["violations"] = violations::as_json(&verdict);
        out::say(said.to_string());
    } else if sound {
        out::say(in_words(words, &verdict, verdict.most()));
    }
    if sound { Ok(()) } else { Err(violations::failure(words, &loaded.facts, &verdict)) }
}

/// What a plan comes to, for a program.
fn found(loaded: &Loaded, certificate: &Certificate, verdict: &Verdict) -> Json {
    let whole = |figure: i128| i64::try_from(figure).map_or(Json::Null, Json::from);
    json!({
        "instance": loaded.facts.name,
        "variant": variant(certificate.load.is_some()),
        "objective": whole(verdict.objective),
        "bound": verdict.most().map_or(Json::Null, whole),
        "gap": judge::gap(verdict.most(), verdict.objective),
        "placed": verdict.placed,
        "people": loaded.facts.group.len(),
        "homes": loaded.facts.complex.len(),
        "nodes": loaded.facts.parent.len(),
        "arcs": loaded.instance.arcs().len(),
    })
}

fn variant(loads: bool) -> &'static str {
    if loads { "load" } else { "net" }
}

/// What a sound plan comes to, to read; `most` is what no plan can pass.
fn in_words(words: Words, verdict: &Verdict, most: Option<i128>) -> String {
    let figure = |it: i128| Value::from(i64::try_from(it).unwrap_or(i64::MAX));
    let worth = [("placed", verdict.placed.into()), ("worth", figure(verdict.objective))];
    let worth = words.t_with("cli-solve-worth", &worth);
    let proof = match (most, judge::gap(most, verdict.objective)) {
        (Some(most), _) if most == verdict.objective => words.t("cli-solve-proven"),
        (Some(most), Some(gap)) => {
            let gap = words.percent(gap, 3).into();
            words.t_with("cli-solve-bound", &[("most", figure(most)), ("gap", gap)])
        }
        (Some(most), None) => words.t_with("cli-solve-bound-only", &[("most", figure(most))]),
        (None, _) => words.t("cli-solve-no-bound"),
    };
    format!("{worth} {proof}")
}
