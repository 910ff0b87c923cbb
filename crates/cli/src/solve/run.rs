//! Solving, and saying what came of it.

use serde_json::{Value as Json, json};
use sleutel_exchange::instance::{Certificate, Facts, Loaded};
use sleutel_matching::{
    Infeasible, SolveError,
    loads::{self, LoadInfeasible, Options},
};
use sleutel_words::Words;

use super::{
    collide, files, found, in_words, judge,
    measure::{self, Took, Watch},
    variant,
};
use crate::{args::Solve, failure::Failure, out, settings::Settings};

/// Seconds to look when loads count and nobody says how long.
const USUAL_LIMIT: f64 = 60.0;

/// What solving came to.
enum Outcome {
    Plan(Box<Certificate>),
    Impossible(Infeasible),
    /// A part of the city where floors and limits on load collide, as the engine has them.
    Overloaded(u32),
    NotFound,
    TooLarge,
    NotProven,
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
    let outcome = if args.loads { with_loads(&loaded, args, &watch) } else { solve(&loaded) };
    let solved = watch.took();
    match outcome {
        Outcome::Plan(certificate) => plan(words, args, &loaded, &certificate, read, solved),
        Outcome::Impossible(why) => {
            let facts = &loaded.facts;
            let collide = collide::as_json(facts, &why);
            let said = collide::in_words(words, facts, &why);
            without_plan(args, facts, "infeasible", &said, &collide, (read, solved));
            Err(Failure::Impossible)
        }
        Outcome::Overloaded(node) => {
            let facts = &loaded.facts;
            let node = facts.order.get(node as usize).copied().unwrap_or(node);
            let values = [("node", node.to_string().into())];
            let said = words.t_with("cli-solve-overloaded", &values);
            let collide = json!({ "node_loads": [node] });
            without_plan(args, facts, "infeasible", &said, &collide, (read, solved));
            Err(Failure::Impossible)
        }
        Outcome::NotFound => {
            let said = words.t("cli-solve-time");
            let facts = &loaded.facts;
            without_plan(args, facts, "time-limit", &said, &Json::Null, (read, solved));
            Err(Failure::NotFound)
        }
        Outcome::TooLarge => Err(Failure::Failed(words.t("cli-solve-too-large"))),
        Outcome::NotProven => Err(Failure::Failed(words.t("cli-solve-not-proven"))),
    }
}

fn solve(loaded: &Loaded) -> Outcome {
    match sleutel_matching::solve(&loaded.instance) {
        Ok(it) => {
            let certificate = Certificate::new(&loaded.facts, &it.plan, &it.prices, false);
            Outcome::Plan(Box::new(certificate))
        }
        Err(why) => without(why),
    }
}

fn without(why: SolveError) -> Outcome {
    match why {
        SolveError::Infeasible(why) => Outcome::Impossible(why),
        SolveError::TooLarge => Outcome::TooLarge,
        SolveError::NotProven => Outcome::NotProven,
    }
}

fn with_loads(loaded: &Loaded, args: &Solve, watch: &Watch) -> Outcome {
    let limit = args.time_limit.unwrap_or(USUAL_LIMIT);
    let mut stop = || watch.wall() >= limit;
    match loads::solve(&loaded.instance, &Options::default(), &mut stop) {
        Ok(it) => {
            let certificate = Certificate::new(&loaded.facts, &it.plan, &it.prices, true);
            let certificate = certificate.with_quarters(&loaded.facts, &it.quarter_prices);
            Outcome::Plan(Box::new(certificate))
        }
        Err(LoadInfeasible::Without(why)) => without(why),
        Err(LoadInfeasible::Quarter { node }) => Outcome::Overloaded(node),
        Err(LoadInfeasible::NotFound { .. }) => Outcome::NotFound,
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
    let mut verdict = judge::judge(loaded, certificate);
    let simple = verdict.most();
    judge::sharpen(loaded, certificate, &mut verdict);
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
        // By the prices without quarters, the only ones other checkers know.
        said["certificate_bound"] = simple.and_then(|it| i64::try_from(it).ok()).into();
        said["certificate_gap"] = judge::gap(simple, verdict.objective).into();
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
    out::say(in_words(words, &verdict, verdict.most()));
    out::say(words.t_with("cli-solve-cost", &costs));
    if let Some(path) = &args.certificate {
        let file = path.display().to_string().into();
        out::say(words.t_with("cli-solve-written", &[("file", file)]));
    }
    Ok(())
}

/// Says that there is no plan, and why.
fn without_plan(
    args: &Solve,
    facts: &Facts,
    status: &str,
    said: &str,
    collide: &Json,
    (read, solved): (f64, Took),
) {
    if !args.json {
        out::tell(said);
        return;
    }
    let mut said = json!({
        "instance": facts.name,
        "variant": variant(args.loads),
        "status": status,
        "objective": null,
        "bound": null,
        "gap": null,
        "placed": 0,
        "people": facts.group.len(),
        "homes": facts.complex.len(),
        "nodes": facts.parent.len(),
        "arcs": facts.pairs,
        "collide": collide,
    });
    cost(&mut said, read, solved);
    out::say(said.to_string());
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
