//! The roads to a home, and what is wrong with a file somebody writes one in.

use std::{fs, path::Path};

use serde_json::{Value as Json, json};
use sleutel_domain::{
    RouteCode,
    forms::Library,
    routes::{Next, Route, RouteSet, Step, StepForm},
};
use sleutel_exchange::routes;
use sleutel_words::{RouteLine, Words};

use crate::{
    args::{Routes, RoutesCheck, RoutesList, RoutesShow},
    definitions,
    failure::{self, Failure},
    findings, out,
    settings::Settings,
};

pub(crate) fn run(settings: &Settings, args: &Routes) -> Result<(), Failure> {
    match args {
        Routes::List(args) => list(settings, args),
        Routes::Show(args) => show(settings, args),
        Routes::Check(args) => check(settings.words, args),
    }
}

/// The routes of a folder, or those that come with the program; a failure, with everything
/// that is wrong, when they cannot stand beside each other.
pub(crate) fn set(words: Words, folder: Option<&Path>) -> Result<RouteSet, Failure> {
    let Some(folder) = folder else { return Ok(routes::shipped()) };
    let files = definitions::of_folder(words, folder)?;
    let files = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let (set, found) = routes::read_set(files);
    set.ok_or_else(|| {
        out::tell(findings::table(words, &found));
        let errors = findings::errors(&found);
        Failure::Failed(words.t_with("cli-routes-bad", &[("errors", errors.into())]))
    })
}

fn list(settings: &Settings, args: &RoutesList) -> Result<(), Failure> {
    let words = settings.words;
    let set = set(words, settings.routes(args.folder.folder.as_ref()).as_deref())?;
    let today = crate::today();
    if args.json {
        let all: Vec<Json> = set
            .all()
            .iter()
            .map(|it| {
                json!({
                    "code": it.code.as_str(),
                    "version": it.version,
                    "name": { "nl": it.name.nl, "en": it.name.en },
                    "from": it.valid.from().to_string(),
                    "until": it.valid.until().map(|day| day.to_string()),
                    "in_force": it.valid.holds(today),
                    "steps": it.steps.len(),
                })
            })
            .collect();
        out::say(json!({ "routes": all }).to_string());
        return Ok(());
    }
    let head = ["cli-routes-code", "cli-routes-version", "route-valid", "cli-routes-steps"];
    let mut rows = vec![head.map(|key| words.t(key)).to_vec()];
    rows[0].push(words.t("cli-routes-name"));
    for route in set.all() {
        let lines = words.route_lines(route);
        let valid = lines.into_iter().next().map(|it| it.text).unwrap_or_default();
        rows.push(vec![
            route.code.to_string(),
            route.version.to_string(),
            valid,
            words.count(route.steps.len()),
            words.wording(&route.name).to_owned(),
        ]);
    }
    out::say(out::columns(&rows));
    Ok(())
}

fn show(settings: &Settings, args: &RoutesShow) -> Result<(), Failure> {
    let words = settings.words;
    let set = set(words, settings.routes(args.folder.folder.as_ref()).as_deref())?;
    let route = find(words, &set, &args.route, args.version)?;
    let forms = crate::forms::library(words, settings.forms(None).as_deref())?;
    if args.json {
        out::say(routes::to_json(route).to_string());
    } else if args.toml {
        out::say(routes::to_toml(route).trim_end());
    } else {
        out::say(text(words, route, &forms));
    }
    Ok(())
}

fn find<'a>(
    words: Words,
    set: &'a RouteSet,
    code: &str,
    version: Option<u16>,
) -> Result<&'a Route, Failure> {
    let none = || {
        let codes: Vec<_> = set.codes().into_iter().map(|it| it.as_str()).collect();
        let values = [("code", code.into()), ("codes", codes.join(", ").into())];
        Failure::Use(words.t_with("cli-routes-none", &values))
    };
    let code = RouteCode::new(code).map_err(|_| none())?;
    let current = set.current(&code, crate::today()).ok_or_else(none)?;
    let Some(version) = version else { return Ok(current) };
    set.get(&code, version).ok_or_else(|| {
        let versions: Vec<_> = set.versions(&code).map(|it| it.version.to_string()).collect();
        let values = [
            ("code", code.to_string().into()),
            ("version", i64::from(version).into()),
            ("versions", versions.join(", ").into()),
        ];
        Failure::Use(words.t_with("cli-routes-no-version", &values))
    })
}

fn text(words: Words, route: &Route, forms: &Library) -> String {
    let head = words.t_with(
        "cli-routes-head",
        &[
            ("name", words.wording(&route.name).into()),
            ("code", route.code.to_string().into()),
            ("version", i64::from(route.version.get()).into()),
        ],
    );
    let mut parts = vec![head, words.wording(&route.summary).to_owned()];
    parts.push(lines(&words.route_lines(route), ""));
    for (number, step) in (1..).zip(&route.steps) {
        parts.push(step_text(words, route, step, number, forms));
    }
    if !route.explained.is_empty() {
        let mut explained = vec![words.t("cli-routes-explained").to_uppercase()];
        for it in &route.explained {
            let (name, principle) = (words.name(&it.conflict), it.conflict.principle());
            let reason = words.wording(&it.reason);
            explained.push(format!("{name} ({}). {reason}", words.name(&principle)));
        }
        parts.push(explained.join("\n"));
    }
    parts.join("\n\n")
}

fn step_text(words: Words, route: &Route, step: &Step, number: usize, forms: &Library) -> String {
    let title = |asked: &StepForm| {
        let version = asked.version.and_then(|it| forms.version(&asked.code, it));
        let form = version.or_else(|| forms.iter().find(|it| it.code == asked.code));
        form.map_or_else(|| asked.code.to_string(), |it| words.wording(&it.title).to_owned())
    };
    let name = words.wording(&step.name);
    let mut text = vec![
        format!("{number}. {name} [{}]", step.code),
        format!("   {}", words.wording(&step.explanation)),
        lines(&words.step_lines(route, step, title), "   "),
    ];
    let ways = words.step_ways(route, step);
    text.extend(ways.iter().map(|it| format!("   -> {}: {}", it.outcome, it.target)));
    text.join("\n")
}

fn lines(lines: &[RouteLine], before: &str) -> String {
    let rows: Vec<_> =
        lines.iter().map(|it| vec![format!("{before}{}", it.label), it.text.clone()]).collect();
    out::columns(&rows)
}

fn check(words: Words, args: &RoutesCheck) -> Result<(), Failure> {
    let reading = |cause| failure::reading(words, &args.file, &cause);
    let bytes = fs::read(&args.file).map_err(reading)?;
    let read = routes::read(&args.file.display().to_string(), &bytes);
    if args.json {
        let found: Vec<_> = read.findings.iter().map(|it| findings::as_json(words, it)).collect();
        let route = read.route.as_ref();
        let route = route.map(|it| json!({ "code": it.code.as_str(), "version": it.version }));
        out::say(json!({ "route": route, "findings": found }).to_string());
    } else {
        if !read.findings.is_empty() {
            out::say(findings::table(words, &read.findings));
        }
        if let Some(route) = &read.route {
            out::say(sound(words, route));
        }
    }
    if read.route.is_some() { Ok(()) } else { Err(Failure::Told) }
}

fn sound(words: Words, route: &Route) -> String {
    let ways = route.steps.iter().flat_map(|it| route.ways(it));
    let ends = ways.filter(|(_, next)| matches!(next, Next::End(_))).count();
    let values = [
        ("code", route.code.to_string().into()),
        ("version", i64::from(route.version.get()).into()),
        ("steps", route.steps.len().into()),
        ("ends", ends.into()),
    ];
    words.t_with("cli-routes-sound", &values)
}
