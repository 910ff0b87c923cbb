//! The homes of a year over target groups, by a stated rule, from a file with the demand of
//! each group; no database is needed.

use serde_json::{Value as Json, json};
use sleutel_domain::steering::{Rule, ShareOut, share_out};
use sleutel_exchange::{Finding, read_demand};
use sleutel_words::Words;

use crate::{args::Shares, definitions, failure::Failure, findings, out, settings::Settings};

pub(crate) fn run(settings: &Settings, args: &Shares) -> Result<(), Failure> {
    let words = settings.words;
    let rule = Rule::from_code(&args.rule).ok_or_else(|| {
        let rules: Vec<String> = Rule::ALL.iter().map(|it| it.code().to_owned()).collect();
        let values = [("what", args.rule.as_str().into()), ("rules", rules.join(", ").into())];
        Failure::Use(words.t_with("cli-shares-rule", &values))
    })?;
    let (name, bytes) = definitions::one(words, &args.demand)?;
    let (groups, found) = read_demand(&name, &bytes);
    if !found.is_empty() && !args.json {
        out::tell(findings::table(words, &found));
    }
    if findings::any_error(&found) {
        if args.json {
            out::say(json!({ "findings": told(words, &found) }).to_string());
        }
        return Err(Failure::Told);
    }
    let groups = groups.into_iter().map(|it| it.record).collect();
    match share_out(rule, args.total, groups) {
        Ok(year) => {
            out::say(if args.json {
                as_json(words, &year, &found).to_string()
            } else {
                table(words, &year)
            });
            Ok(())
        }
        Err(faults) => {
            let said: Vec<String> = faults.iter().map(|it| words.share_fault(it)).collect();
            if args.json {
                out::say(json!({ "faults": said }).to_string());
            } else {
                out::tell(said.join("\n"));
            }
            Err(Failure::Impossible)
        }
    }
}

/// A line for each group and the sentence that explains it under the whole.
fn table(words: Words, year: &ShareOut) -> String {
    let head = [
        "cli-shares-group",
        "cli-shares-homes",
        "cli-shares-expected",
        "cli-shares-helped",
        "cli-shares-bound",
    ];
    let mut rows = vec![head.map(|it| words.t(it)).to_vec()];
    rows.extend(year.shares.iter().map(|it| {
        vec![
            it.demand.group.to_string(),
            words.number(it.homes),
            words.people(it.demand.expected),
            it.helped().map_or_else(|| "–".to_owned(), |part| words.percent(part, 1)),
            words.name(&it.bound),
        ]
    }));
    let values = [("total", year.total.into()), ("rule", words.name(&year.rule).into())];
    let head = words.t_with("cli-shares-head", &values);
    let why: Vec<String> = year.shares.iter().map(|it| words.share(year.rule, it)).collect();
    format!("{head}\n\n{}\n\n{}", out::columns(&rows), why.join("\n"))
}

fn as_json(words: Words, year: &ShareOut, found: &[Finding]) -> Json {
    let shares: Vec<Json> = year
        .shares
        .iter()
        .map(|it| {
            json!({
                "group": it.demand.group.as_str(),
                "homes": it.homes,
                "expected": it.demand.expected.in_people(),
                "waiting": it.demand.waiting,
                "floor": it.demand.floor,
                "ceiling": it.demand.ceiling,
                "realised": it.demand.realised,
                "helped": it.helped(),
                "bound": it.bound.code(),
                "why": words.share(year.rule, it),
            })
        })
        .collect();
    let found = told(words, found);
    json!({ "rule": year.rule.code(), "total": year.total, "shares": shares, "findings": found })
}

fn told(words: Words, found: &[Finding]) -> Vec<Json> {
    found.iter().map(|it| findings::as_json(words, it)).collect()
}
