//! What-ifs over years: the chain of a city under several policies.

use std::{fs, num::NonZero, path::Path, thread};

use serde_json::{Map, Value as Json, json};
use sleutel_exchange::assumptions::{self, AssumptionRecord};
use sleutel_simulation::{
    Assumptions, Band, Cause, Finding, GroupName, Horizon, Measure, Outcome, PolicyName, Remedy, State, Study,
    StudyError,
};
use sleutel_words::Words;

use crate::{
    args::Simulate,
    failure::{self, Failure},
    findings, out,
    settings::Settings,
};

/// The end of the name of a row that says a group is one of the table: 1 when a home goes with
/// support, 0 when it does not.
pub(crate) const WITH_SUPPORT: &str = ".with_support";
/// Years within which time waited is counted. The words of the measure say two.
const WAIT_WITHIN_YEARS: f64 = 2.0;

pub(crate) fn run(settings: &Settings, args: &Simulate) -> Result<(), Failure> {
    let words = settings.words;
    if let Some(folder) = &args.write {
        return write(words, folder);
    }
    let policies = policies(words, &args.policy)?;
    let table = match &args.input {
        None => Assumptions::city(),
        Some(folder) => read(words, folder, args.json)?,
    };
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
        out::say(in_words(words, args.years, &policies, &outcome));
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

/// The table with what a folder puts in its place.
fn read(words: Words, folder: &Path, json: bool) -> Result<Assumptions, Failure> {
    let path = folder.join(assumptions::FILE);
    let bytes = fs::read(&path).map_err(|cause| failure::reading(words, &path, &cause))?;
    let (rows, found) = assumptions::read(assumptions::FILE, &bytes);
    if findings::any_error(&found) {
        let errors = findings::errors(&found);
        if json {
            let found: Vec<Json> = found.iter().map(|it| findings::as_json(words, it)).collect();
            out::say(json!({ "status": "findings", "findings": found }).to_string());
        } else {
            out::tell(findings::table(words, &found));
        }
        let values = [("errors", errors.into())];
        return Err(Failure::Failed(words.t_with("cli-simulate-findings", &values)));
    }
    if !found.is_empty() {
        out::tell(findings::table(words, &found));
    }
    let (mut table, rows) = base(rows.into_iter().map(|it| it.record).collect());
    let mut unknown = Vec::new();
    for row in &rows {
        let set = table.set(&row.name, row.value).and_then(|()| {
            let (low, high) = table.get(&row.name).map_or((0.0, 0.0), |it| (it.low, it.high));
            table.set_range(&row.name, row.low.unwrap_or(low), row.high.unwrap_or(high))
        });
        unknown.extend(set.err());
    }
    // What else is wrong comes with them: one list, not two tries.
    unknown.extend(table.findings());
    if unknown.is_empty() { Ok(table) } else { Err(refuse(words, &unknown, json)) }
}

/// The table the values go into: that of the groups and areas of the file when it names groups,
/// otherwise what the product comes with; and the rows that are values of it.
fn base(rows: Vec<AssumptionRecord>) -> (Assumptions, Vec<AssumptionRecord>) {
    let code = |name: &str, what: &str| {
        let (start, end) = (format!("{what}."), name.rsplit_once('.')?);
        end.0.strip_prefix(&start).map(str::to_owned)
    };
    let (groups, rows): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|it| it.name.ends_with(WITH_SUPPORT));
    let groups: Vec<GroupName> = (groups.iter())
        .filter_map(|it| {
            Some(GroupName { code: code(&it.name, "group")?, with_support: it.value > 0.0 })
        })
        .collect();
    if groups.is_empty() {
        return (Assumptions::city(), rows);
    }
    let mut areas: Vec<String> = rows.iter().filter_map(|it| code(&it.name, "area")).collect();
    let mut seen = std::collections::BTreeSet::new();
    areas.retain(|it| seen.insert(it.clone()));
    (Assumptions::of(groups, areas), rows)
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

/// Writes every assumption, to be changed.
fn write(words: Words, folder: &Path) -> Result<(), Failure> {
    let path = folder.join(assumptions::FILE);
    let file = || path.display().to_string();
    if path.exists() {
        return Err(Failure::Failed(
            words.t_with("cli-simulate-there", &[("file", file().into())]),
        ));
    }
    let table = Assumptions::city();
    let header = assumptions::COLUMNS.iter().map(|it| it.name).collect::<Vec<_>>().join(";");
    let mut text = header + "\n";
    for row in table.rows() {
        let sources: Vec<_> = row.sources.iter().map(|it| it.reference()).collect();
        let numbers = [row.value, row.low, row.high].map(plain).join(";");
        let sources = sources.join(" + ").replace(';', ",");
        text += &format!("{};{};{numbers};{sources}\n", row.name, row.unit.code());
    }
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, text));
    written.map_err(|cause| failure::writing(words, &path, &cause))?;
    let values = [("count", table.rows().len().into()), ("file", file().into())];
    out::say(words.t_with("cli-simulate-written", &values));
    Ok(())
}

fn in_words(words: Words, years: u32, policies: &[PolicyName], outcome: &Outcome) -> String {
    let mut parts = Vec::new();
    for (variant, policy) in policies.iter().enumerate() {
        let policy = policy.code();
        parts.push(words.t_with("cli-simulate-heading", &[("policy", policy.into())]));
        parts.push(bands(words, years, |year, it| outcome.band(variant, year, it)));
        if variant > 0 {
            let with = policies.first().map_or("", |first| first.code());
            let values = [("policy", policy.into()), ("with", with.into())];
            parts.push(words.t_with("cli-simulate-difference", &values));
            parts.push(bands(words, years, |year, it| outcome.difference(variant, 0, year, it)));
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

/// A row a measure, a column a year.
fn bands(words: Words, years: u32, band: impl Fn(usize, Measure) -> Option<Band>) -> String {
    let year = |year: u32| words.t_with("cli-simulate-year", &[("year", year.into())]);
    let mut rows = vec![std::iter::once(String::new()).chain((1..=years).map(year)).collect()];
    for measure in Measure::ALL {
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
        let difference = |year, measure| outcome.difference(variant, 0, year, measure);
        json!({
            "policy": policy.code(),
            "years": per_year(years, |year, measure| outcome.band(variant, year, measure)),
            "difference_with_first": if variant == 0 { Json::Null } else { per_year(years, difference) },
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
        "policies": policies.iter().enumerate().map(of_policy).collect::<Vec<_>>(),
        "assumptions": rows.collect::<Vec<_>>(),
    })
}

fn per_year(years: u32, band: impl Fn(usize, Measure) -> Option<Band>) -> Json {
    let year = |year: u32| {
        let index = usize::try_from(year).unwrap_or(usize::MAX);
        let mut figures = Map::new();
        figures.insert("year".to_owned(), (year + 1).into());
        for measure in Measure::ALL {
            let figure = band(index, measure).map(|it| {
                json!({ "low": it.low, "middle": it.middle, "high": it.high, "mean": it.mean })
            });
            figures.insert(measure.code().to_owned(), figure.into());
        }
        Json::Object(figures)
    };
    (0..years).map(year).collect()
}
