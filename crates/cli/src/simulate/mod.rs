//! What-ifs over years: the chain of a city under several policies.

mod table;

use std::{num::NonZero, thread};

use serde_json::{Map, Value as Json, json};
use sleutel_simulation::{
    Assumptions, Band, Cause, Cut, Finding, Horizon, Measure, Outcome, Part, PolicyName, Remedy,
    State, Study, StudyError,
};
use sleutel_words::Words;

use crate::{args::Simulate, failure::Failure, out, settings::Settings};

/// Years within which time waited is counted. The words of the measure say two.
const WAIT_WITHIN_YEARS: f64 = 2.0;

pub(crate) fn run(settings: &Settings, args: &Simulate) -> Result<(), Failure> {
    let words = settings.words;
    let mut table = match &args.input {
        None => Assumptions::city(),
        Some(folder) => table::read(words, folder, args.json)?,
    };
    if let Some(folder) = &args.write {
        return table::write(words, folder, &table);
    }
    let policies = policies(words, &args.policy)?;
    let wrong = mix(words, &mut table, &args.mix)?;
    if !wrong.is_empty() {
        return Err(refuse(words, &wrong, args.json));
    }
    let study = Study {
        variants: policies.iter().map(|&policy| policy.into()).collect(),
        horizon: Horizon {
            years: args.years,
            wait_within_years: WAIT_WITHIN_YEARS,
            seed: args.seed,
        },
        replications: args.replications,
        uncertain: !args.certain,
        threads: thread::available_parallelism().map_or(1, NonZero::get),
    };
    let outcome = study.run(&table).map_err(|error| match error {
        StudyError::Findings(findings) => refuse(words, &findings, args.json),
        StudyError::Fault { replication, fault, .. } => Failure::Failed(words.t_with(
            "cli-simulate-fault",
            &[("replication", replication.into()), ("cause", fault.to_string().into())],
        )),
        // Nobody told it to.
        StudyError::Stopped => {
            let values = [("cause", StudyError::Stopped.to_string().into())];
            Failure::Failed(words.t_with("cli-internal", &values))
        }
    })?;
    if args.json {
        out::say(as_json(&study, &table, &policies, &outcome).to_string());
    } else {
        out::say(in_words(words, &table, args.years, &policies, &outcome));
    }
    Ok(())
}

/// Every policy once, in the order in which they were asked for.
fn policies(words: Words, asked: &[String]) -> Result<Vec<PolicyName>, Failure> {
    let mut policies = Vec::new();
    for word in asked {
        let allowed = PolicyName::ALL.map(PolicyName::code).join(", ");
        let policy = PolicyName::from_code(word.trim()).ok_or_else(|| {
            let values = [("what", word.into()), ("allowed", allowed.into())];
            Failure::Use(words.t_with("cli-simulate-policy", &values))
        })?;
        if !policies.contains(&policy) {
            policies.push(policy);
        }
    }
    Ok(policies)
}

/// Gives each group the road that was asked for it.
fn mix(words: Words, table: &mut Assumptions, asked: &[String]) -> Result<Vec<Finding>, Failure> {
    let mut wrong = Vec::new();
    for text in asked {
        let (group, road) = text.split_once('=').unwrap_or((text, ""));
        let road = policies(words, &[road.to_owned()])?;
        for road in road {
            wrong.extend(table.set_road(group.trim(), road).err());
        }
    }
    Ok(wrong)
}

fn refuse(words: Words, found: &[Finding], json: bool) -> Failure {
    let said: Vec<[String; 3]> = (found.iter())
        .map(|it| [it.at.clone(), cause(words, it.cause), remedy(words, it.cause.remedy())])
        .collect();
    if json {
        let found: Vec<Json> = (said.iter())
            .map(|[at, what, remedy]| json!({ "at": at, "what": what, "remedy": remedy }))
            .collect();
        out::say(json!({ "status": "findings", "findings": found }).to_string());
    } else {
        let rows: Vec<Vec<String>> = said.into_iter().map(Vec::from).collect();
        out::tell(out::columns(&rows));
    }
    Failure::Failed(words.t_with("cli-simulate-findings", &[("errors", found.len().into())]))
}

fn cause(words: Words, cause: Cause) -> String {
    let with = |key: &str, values: &[(&str, f64)]| {
        let values: Vec<_> = values.iter().map(|&(name, it)| (name, plain(it).into())).collect();
        words.t_with(key, &values)
    };
    match cause {
        Cause::NoSuchAssumption => words.t("cli-simulate-no-such-assumption"),
        Cause::Missing => words.t("cli-simulate-missing"),
        Cause::Twice => words.t("cli-simulate-twice"),
        Cause::ImpossibleValue { value, .. } => {
            with("cli-simulate-impossible-value", &[("value", value)])
        }
        Cause::ImpossibleRange { low, high, .. } => {
            with("cli-simulate-impossible-range", &[("low", low), ("high", high)])
        }
        Cause::OutsideRange { value, low, high } => {
            with("cli-simulate-outside-range", &[("value", value), ("low", low), ("high", high)])
        }
        Cause::NoWeight => words.t("cli-simulate-no-weight"),
        Cause::Nothing => words.t("cli-simulate-nothing"),
        Cause::NoSuchGroup => words.t("cli-simulate-no-such-group"),
        Cause::NoRoad => words.t("cli-simulate-no-road"),
        Cause::TooMany { expected, most } => {
            with("cli-simulate-too-many", &[("expected", expected.round()), ("most", most)])
        }
        Cause::OutsideLimits { value, .. } => {
            with("cli-simulate-outside-limits", &[("value", value)])
        }
    }
}

fn remedy(words: Words, remedy: Remedy) -> String {
    match remedy {
        Remedy::TakeAName => words.t("cli-simulate-take-a-name"),
        Remedy::AddRow => words.t("cli-simulate-add"),
        Remedy::KeepOne => words.t("cli-simulate-keep-one"),
        Remedy::FillIn { least, most } => {
            let values = [("least", plain(least).into()), ("most", plain(most).into())];
            words.t_with("cli-simulate-fill-in", &values)
        }
        Remedy::WidenRange => words.t("cli-simulate-widen"),
        Remedy::RaiseAWeight => words.t("cli-simulate-raise"),
        Remedy::TakeAGroup => words.t("cli-simulate-take-a-group"),
        Remedy::TakeARoad => words.t("cli-simulate-take-a-road"),
        Remedy::AskForLess => words.t("cli-simulate-ask-less"),
    }
}

/// As it stands in the file.
fn plain(number: f64) -> String {
    number.to_string()
}

fn in_words(
    words: Words,
    table: &Assumptions,
    years: u32,
    policies: &[PolicyName],
    outcome: &Outcome,
) -> String {
    let mut parts = Vec::new();
    for (variant, policy) in policies.iter().enumerate() {
        let policy = policy.code();
        parts.push(words.t_with("cli-simulate-heading", &[("policy", policy.into())]));
        parts.push(bands(words, years, &Measure::ALL, |year, it| outcome.band(variant, year, it)));
        if variant > 0 {
            let with = policies.first().map_or("", |first| first.code());
            let values = [("policy", policy.into()), ("with", with.into())];
            parts.push(words.t_with("cli-simulate-difference", &values));
            let band = |year, it| outcome.difference(variant, 0, year, it);
            parts.push(bands(words, years, &Measure::ALL, band));
        }
        for (code, cut, measures) in cuts(words, table) {
            let values = [("policy", policy.into()), ("part", code.into())];
            parts.push(words.t_with("cli-simulate-part", &values));
            let band = |year, it| outcome.part_band(variant, year, cut, it);
            parts.push(bands(words, years, &measures, band));
        }
        parts.push(words.t_with("cli-simulate-totals", &[("policy", policy.into())]));
        let mut rows = vec![
            ["replication", "entered", "left", "in-system"]
                .map(|key| words.t(&format!("cli-simulate-{key}"))),
        ];
        for (number, it) in outcome.variants.get(variant).into_iter().flatten().enumerate() {
            let people = [it.totals.entered, it.totals.left, it.totals.in_system];
            let [entered, left, there] = people.map(|it| words.decimal(it as f64, 0));
            rows.push([words.count(number), entered, left, there]);
        }
        parts.push(out::columns(&rows.into_iter().map(Vec::from).collect::<Vec<_>>()));
    }
    parts.join("\n\n")
}

/// The groups and areas, each with the measures there are of it.
fn cuts(words: Words, table: &Assumptions) -> Vec<(String, Cut, [Measure; 4])> {
    let groups = table.groups().iter().enumerate();
    let groups = groups.map(|(at, it)| (it.code.clone(), Cut::Group(at), Part::OF_A_GROUP));
    let anywhere = words.t("cli-simulate-anywhere");
    let names = table.areas().iter().cloned().chain([anywhere]);
    let all = if table.areas().is_empty() { 0 } else { table.areas().len() + 1 };
    let areas = names.take(all).enumerate();
    groups.chain(areas.map(|(at, it)| (it, Cut::Area(at), Part::OF_AN_AREA))).collect()
}

/// A row a measure, a column a year.
fn bands(
    words: Words,
    years: u32,
    measures: &[Measure],
    band: impl Fn(usize, Measure) -> Option<Band>,
) -> String {
    let year = |year: u32| words.t_with("cli-simulate-year", &[("year", year.into())]);
    let mut rows = vec![std::iter::once(String::new()).chain((1..=years).map(year)).collect()];
    for &measure in measures {
        let name = words.t(&format!("cli-simulate-{}", measure.code().replace('_', "-")));
        let (times, digits) = match measure {
            Measure::Kept | Measure::HousedInTime => (100.0, 1),
            Measure::TimeWaited => (1.0, 2),
            Measure::Entered
            | Measure::Left
            | Measure::WaitingShelter
            | Measure::WaitingProtected
            | Measure::WaitingFamily
            | Measure::WaitingOutside
            | Measure::Waiting
            | Measure::Housed
            | Measure::InHome
            | Measure::OwnLease
            | Measure::Lost
            | Measure::Converted
            | Measure::SupportEnded
            | Measure::Returned
            | Measure::Supported
            | Measure::HomesElsewhere => (1.0, 0),
        };
        let cell = |year: usize| {
            band(year, measure).map_or_else(
                || "–".to_owned(),
                |it| {
                    let figure = |value: f64| words.decimal(times * value, digits);
                    format!("{} ({}–{})", figure(it.middle), figure(it.low), figure(it.high))
                },
            )
        };
        let cells = (0..usize::try_from(years).unwrap_or(0)).map(cell);
        rows.push(std::iter::once(name).chain(cells).collect());
    }
    out::columns(&rows)
}

fn as_json(study: &Study, table: &Assumptions, policies: &[PolicyName], outcome: &Outcome) -> Json {
    let years = study.horizon.years;
    let of_policy = |(variant, policy): (usize, &PolicyName)| {
        let replications: Vec<Json> = outcome
            .variants
            .get(variant)
            .into_iter()
            .flatten()
            .enumerate()
            .map(|(number, it)| {
                let states = State::ALL.into_iter().zip(it.totals.by_state);
                let by_state: Map<String, Json> = states
                    .map(|(state, people)| (state.code().to_owned(), people.into()))
                    .collect();
                json!({
                    "replication": number,
                    "entered": it.totals.entered,
                    "left": it.totals.left,
                    "in_system": it.totals.in_system,
                    "by_state": by_state,
                })
            })
            .collect();
        let part = |cut, measures: &[Measure]| {
            per_year(years, measures, |year, it| outcome.part_band(variant, year, cut, it))
        };
        let groups = table.groups().iter().enumerate();
        let groups =
            groups.map(|(at, it)| (it.code.clone(), part(Cut::Group(at), &Part::OF_A_GROUP)));
        let areas = table.areas().iter().enumerate();
        let areas = areas.map(|(at, it)| (it.clone(), part(Cut::Area(at), &Part::OF_AN_AREA)));
        let all = table.areas().len();
        let anywhere = (all > 0).then(|| part(Cut::Area(all), &Part::OF_AN_AREA));
        let difference = |year, measure| outcome.difference(variant, 0, year, measure);
        json!({
            "policy": policy.code(),
            "years": per_year(years, &Measure::ALL, |year, measure| outcome.band(variant, year, measure)),
            "difference_with_first": if variant == 0 {
                Json::Null
            } else {
                per_year(years, &Measure::ALL, difference)
            },
            "groups": groups.collect::<Map<_, _>>(),
            "areas": areas.collect::<Map<_, _>>(),
            "anywhere": anywhere,
            "replications": replications,
        })
    };
    let rows = table.rows().iter().map(|row| {
        json!({
            "name": row.name,
            "unit": row.unit.code(),
            "value": row.value,
            "default": row.default,
            "low": row.low,
            "high": row.high,
            "sources": row.sources.iter().map(|it| it.reference()).collect::<Vec<_>>(),
        })
    });
    json!({
        "status": "simulated",
        "seed": study.horizon.seed.to_string(),
        "years": years,
        "replications": study.replications,
        "assumptions_drawn": study.uncertain,
        "wait_within_years": study.horizon.wait_within_years,
        "mix": table.mix().map(|(group, road)| (group.code.clone(), road.code().into())).collect::<Map<_, _>>(),
        "areas": table.areas(),
        "policies": policies.iter().enumerate().map(of_policy).collect::<Vec<_>>(),
        "assumptions": rows.collect::<Vec<_>>(),
    })
}

fn per_year(
    years: u32,
    measures: &[Measure],
    band: impl Fn(usize, Measure) -> Option<Band>,
) -> Json {
    let year = |year: u32| {
        let index = usize::try_from(year).unwrap_or(usize::MAX);
        let mut figures = Map::new();
        figures.insert("year".to_owned(), (year + 1).into());
        for &measure in measures {
            let figure = band(index, measure).map(|it| {
                json!({ "low": it.low, "middle": it.middle, "high": it.high, "mean": it.mean })
            });
            figures.insert(measure.code().to_owned(), figure.into());
        }
        Json::Object(figures)
    };
    (0..years).map(year).collect()
}
