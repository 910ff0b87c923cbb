//! What a city's own history says about the assumptions of the simulated chain.

use std::{fs, path::Path};

use serde_json::{Value as Json, json};
use sleutel_actions::what_if::history::{self, Among, CityHistory, Known, Said, Why};
use sleutel_exchange::assumptions;
use sleutel_simulation::Assumptions;
use sleutel_words::Words;

use crate::{
    args::Calibrate,
    failure::{self, Failure},
    open, out,
    settings::Settings,
};

pub(crate) async fn run(settings: &Settings, args: &Calibrate) -> Result<(), Failure> {
    let words = settings.words;
    let (app, who) = open::programme(settings, &args.at).await?;
    let found = history::city_history(&app, &who).await;
    app.db.close().await;
    let said = found.map_err(|error| failure::action(words, &error))?;
    if let Some(folder) = &args.write {
        write(words, folder, &said)?;
    }
    if args.json {
        out::say(as_json(&said).to_string());
    } else {
        out::say(in_words(words, &said));
    }
    Ok(())
}

/// Writes every assumption for `sleutel simulate --input`.
fn write(words: Words, folder: &Path, said: &CityHistory) -> Result<(), Failure> {
    let path = folder.join(assumptions::FILE);
    let file = || path.display().to_string();
    if path.exists() {
        return Err(Failure::Failed(
            words.t_with("cli-simulate-there", &[("file", file().into())]),
        ));
    }
    let header = assumptions::COLUMNS.iter().map(|it| it.name).collect::<Vec<_>>().join(";");
    let mut text = header + "\n";
    for group in said.table.groups() {
        let with = u8::from(group.with_support);
        text += &format!("group.{}.support;share;{with};{with};{with};\n", group.code);
    }
    // Of the groups of the product, those this city does not have are nobody.
    for group in Assumptions::city().groups() {
        if said.table.groups().iter().any(|it| it.code == group.code) {
            continue;
        }
        for what in ["arrivals", "waiting_at_start", "housed_at_start"] {
            text += &format!("group.{}.{what};;0;0;0;\n", group.code);
        }
    }
    for row in said.table.rows() {
        let sources: Vec<_> = row.sources.iter().map(|it| it.reference()).collect();
        let numbers = [row.value, row.low, row.high].map(|it| it.to_string()).join(";");
        let sources = sources.join(" + ").replace(';', ",");
        text += &format!("{};{};{numbers};{sources}\n", row.name, row.unit.code());
    }
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, text));
    written.map_err(|cause| failure::writing(words, &path, &cause))?;
    let values = [("count", said.known().into()), ("file", file().into())];
    out::tell(words.t_with("cli-calibrate-written", &values));
    Ok(())
}

fn in_words(words: Words, said: &CityHistory) -> String {
    let heads = [
        "cli-calibrate-what",
        "cli-calibrate-product",
        "cli-calibrate-history",
        "cli-calibrate-from",
    ];
    let mut rows = vec![heads.map(|it| words.t(it)).to_vec()];
    for row in &said.rows {
        let product = row.product.map(|it| range(words, it)).unwrap_or_default();
        let (history, from) = match &row.said {
            Said::Known(known) => (figure(words, known), basis(words, known)),
            Said::Kept(why) => (String::new(), why_kept(words, *why)),
        };
        rows.push(vec![row.name.clone(), product, history, from]);
    }
    let values = [
        ("known", said.known().into()),
        ("rows", said.rows.len().into()),
        ("day", words.date(said.day).into()),
        ("fingerprint", said.fingerprint.as_str().into()),
    ];
    format!("{}\n\n{}", words.t_with("cli-calibrate-lead", &values), out::columns(&rows))
}

fn number(words: Words, value: f64) -> String {
    let digits = match value {
        value if value >= 100.0 => 0,
        value if value >= 10.0 => 1,
        _ => 3,
    };
    words.decimal(value, digits)
}

fn range(words: Words, values: [f64; 3]) -> String {
    let [value, low, high] = values.map(|it| number(words, it));
    format!("{value} ({low}–{high})")
}

fn figure(words: Words, known: &Known) -> String {
    range(words, [known.figure.mean, known.figure.low, known.figure.high])
}

fn basis(words: Words, known: &Known) -> String {
    if known.hidden {
        return words.t("cli-calibrate-hidden");
    }
    let basis = &known.basis;
    let (key, of) = match basis.among {
        Among::Years(years) => ("cli-calibrate-in-years", words.decimal(years, 1)),
        Among::Households(of) => ("cli-calibrate-of-households", words.number(of)),
        Among::Homes(of) => ("cli-calibrate-of-homes", words.number(of)),
        Among::Wishes(of) => ("cli-calibrate-of-wishes", words.number(of)),
        Among::OneDay => ("cli-calibrate-counted", String::new()),
    };
    let values = [
        ("events", basis.events.into()),
        ("of", of.into()),
        ("from", words.date(basis.from).into()),
        ("until", words.date(basis.until).into()),
    ];
    words.t_with(key, &values)
}

fn why_kept(words: Words, why: Why) -> String {
    match why {
        Why::NotRecorded => words.t("cli-calibrate-not-recorded"),
        Why::TooFew { events, needed } => {
            let values = [("events", events.into()), ("needed", needed.into())];
            words.t_with("cli-calibrate-too-few", &values)
        }
        Why::CountedElsewhere => words.t("cli-calibrate-counted-elsewhere"),
        Why::Choice => words.t("cli-calibrate-choice"),
        Why::NoSuchRoad => words.t("cli-calibrate-no-such-road"),
    }
}

fn as_json(said: &CityHistory) -> Json {
    let rows = said.rows.iter().map(|row| {
        let product = row.product.map(three);
        let (history, why) = match &row.said {
            Said::Known(known) => (known_as_json(known), Json::Null),
            Said::Kept(why) => (Json::Null, why_as_json(*why)),
        };
        json!({
            "name": row.name, "unit": row.unit.code(), "product": product,
            "history": history, "why_not": why,
        })
    });
    let groups = said.groups.iter().map(|it| {
        let members: Vec<_> = it.members.iter().map(|member| member.0.as_str()).collect();
        json!({ "code": it.code, "with_support": it.with_support, "target_groups": members })
    });
    json!({
        "status": "calibrated",
        "day": said.day.to_string(),
        "fingerprint": said.fingerprint,
        "from": said.span.map(|it| it.0.to_string()),
        "until": said.span.map(|it| it.1.to_string()),
        "groups": groups.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
    })
}

fn three([value, low, high]: [f64; 3]) -> Json {
    json!({ "value": value, "low": low, "high": high })
}

fn known_as_json(known: &Known) -> Json {
    let (figure, basis) = (known.figure, &known.basis);
    let (among, of) = match basis.among {
        Among::Years(years) => ("years", json!(years)),
        Among::Households(of) => ("households", json!(of)),
        Among::Homes(of) => ("homes", json!(of)),
        Among::Wishes(of) => ("wishes", json!(of)),
        Among::OneDay => ("one-day", Json::Null),
    };
    json!({
        "value": figure.mean, "low": figure.low, "high": figure.high,
        "taken": three(known.taken),
        // A number of people below ten is not told.
        "events": if known.hidden { Json::Null } else { json!(basis.events) },
        "among": among, "of": of, "from": basis.from.to_string(), "until": basis.until.to_string(),
        "spread": basis.spread, "pooled": basis.pooled,
    })
}

fn why_as_json(why: Why) -> Json {
    match why {
        Why::NotRecorded => json!("not-recorded"),
        Why::TooFew { events, needed } => json!({ "too-few": events, "needed": needed }),
        Why::CountedElsewhere => json!("counted-elsewhere"),
        Why::Choice => json!("choice"),
        Why::NoSuchRoad => json!("no-such-road"),
    }
}
