//! Solving, and saying what came of it.

use serde_json::{Value as Json, json};
use sleutel_exchange::instance::{Certificate, Facts, Loaded};
use sleutel_matching::{Infeasible, SolveError};
use sleutel_words::Words;

use super::{
    collide, files, found, in_words, judge,
    measure::{self, Took, Watch},
    variant,
};
use crate::{args::Solve, failure::Failure, out, settings::Settings};

/// What solving came to.
enum Outcome {
    Plan(Certificate),
    Impossible(Infeasible),
    TooLarge,
}

pub(crate) fn run(settings: &Settings, args: &Solve) -> Result<(), Failure> {
    let words = settings.words;
    let watch = Watch::start();
    let loaded = files::load(words, &args.instance, args.arcs.as_ref(), args.json)?;
    let read = watch.wall();
    if !args.json {
        let figure = |it: usize| it.into();
        let asked = [
            ("name", loaded.facts.name.as_str().into()),
            ("people", figure(loaded.facts.group.len())),
            ("homes", figure(loaded.facts.complex.len())),
            ("nodes", figure(loaded.facts.parent.len())),
            ("arcs", figure(loaded.instance.arcs().len())),
        ];
        out::say(words.t_with("cli-solve-asked", &asked));
    }
    let watch = Watch::start();
    let outcome = solve(&loaded);
    let solved = watch.took();
    match outcome {
        Outcome::Plan(certificate) => plan(words, args, &loaded, &certificate, read, solved),
        Outcome::Impossible(why) => {
            impossible(words, args, &loaded.facts, &why, read, solved);
            Err(Failure::Impossible)
        }
        Outcome::TooLarge => Err(Failure::Failed(words.t("cli-solve-too-large"))),
    }
}

fn solve(loaded: &Loaded) -> Outcome {
    match sleutel_matching::solve(&loaded.instance) {
        Ok(it) => Outcome::Plan(Certificate::new(&loaded.facts, &it.plan, &it.prices, false)),
        Err(SolveError::Infeasible(why)) => Outcome::Impossible(why),
        Err(SolveError::TooLarge) => Outcome::TooLarge,
    }
}

/// Checks a plan, keeps it when asked, and says what it comes to.
fn plan(
    words: Words,
    args: &Solve,
    loaded: &Loaded,
    certificate: &Certificate,
    read: f64,
    solved: Took,
) -> Result<(), Failure> {
    let watch = Watch::start();
    let verdict = judge::judge(loaded, certificate);
    let checked = watch.took();
    if !verdict.violations.is_empty() {
        let what: Vec<_> = verdict.violations.iter().take(20).map(ToString::to_string).collect();
        if args.json {
            out::say(json!({ "status": "unsound", "violations": what }).to_string());
        }
        let what = what.join("\n");
        return Err(Failure::Failed(words.t_with("cli-unsound", &[("what", what.into())])));
    }
    if let Some(path) = &args.certificate {
        files::write(words, path, certificate)?;
    }
    let memory = measure::peak_mb();
    if args.json {
        let mut said = found(loaded, certificate, &verdict);
        said["status"] = if verdict.proven() { "optimal" } else { "feasible" }.into();
        said["check_seconds"] = rounded(checked.seconds);
        cost(&mut said, read, solved);
        out::say(said.to_string());
        return Ok(());
    }
    let unknown = || "–".to_owned();
    let costs = [
        ("read", words.decimal(read, 2).into()),
        ("solved", words.decimal(solved.seconds, 2).into()),
        ("checked", words.decimal(checked.seconds, 2).into()),
        ("memory", memory.map_or_else(unknown, |it| words.decimal(it, 1)).into()),
    ];
    out::say(in_words(words, &verdict));
    out::say(words.t_with("cli-solve-cost", &costs));
    if let Some(path) = &args.certificate {
        let file = path.display().to_string().into();
        out::say(words.t_with("cli-solve-written", &[("file", file)]));
    }
    Ok(())
}

/// Which floors and ceilings collide.
fn impossible(
    words: Words,
    args: &Solve,
    facts: &Facts,
    why: &Infeasible,
    read: f64,
    solved: Took,
) {
    if args.json {
        let mut said = without_plan(facts, "infeasible", read, solved);
        said["collide"] = collide::as_json(facts, why);
        out::say(said.to_string());
    } else {
        out::tell(collide::in_words(words, facts, why));
    }
}

/// What is known when there is no plan, for a program.
fn without_plan(facts: &Facts, status: &str, read: f64, solved: Took) -> Json {
    let mut said = json!({
        "instance": facts.name,
        "variant": variant(false),
        "status": status,
        "objective": null,
        "bound": null,
        "gap": null,
        "placed": 0,
        "people": facts.group.len(),
        "homes": facts.complex.len(),
        "nodes": facts.parent.len(),
        "arcs": facts.pairs,
    });
    cost(&mut said, read, solved);
    said
}

fn cost(said: &mut Json, read: f64, solved: Took) {
    said["read_seconds"] = rounded(read);
    said["seconds"] = rounded(solved.seconds);
    said["seconds_are"] = solved.clock.into();
    said["peak_mb"] =
        measure::peak_mb().map_or(Json::Null, |it| ((it * 10.0).round() / 10.0).into());
}

/// To a tenth of a millisecond.
fn rounded(seconds: f64) -> Json {
    ((seconds * 10_000.0).round() / 10_000.0).into()
}
