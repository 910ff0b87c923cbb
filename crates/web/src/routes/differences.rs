use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use sleutel_actions::App;
use sleutel_domain::{
    forms::Library,
    routes::{Route, Step},
};
use sleutel_words::Words;

use super::{form_title, list::version, show::find};
use crate::{Page, Problem};

/// Two versions: what was, and what became of it.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    from: u16,
    to: u16,
}

/// One thing that is otherwise.
#[derive(Debug, PartialEq, Eq)]
struct Difference {
    what: String,
    before: Option<String>,
    after: Option<String>,
}

/// What is otherwise in one part: the rules of the route, or a step.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    name: String,
    changes: Vec<Difference>,
}

/// Two versions side by side.
#[derive(Debug, Template)]
#[template(path = "routes/differences.html")]
struct DifferencesPage {
    page: Page,
    before: (String, String),
    after: (String, String),
    parts: Vec<Part>,
}

/// `GET /routes/{code}/differences`.
pub(super) async fn differences(
    State(app): State<App>,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
    page: Page,
) -> Response {
    let (Some(from), Some(to)) =
        (find(&app, &code, Some(asked.from)), find(&app, &code, Some(asked.to)))
    else {
        return Problem::not_found().into_response();
    };
    let words = page.words;
    let page = page
        .under("/routes", "routes-title")
        .under_named(format!("/routes/{code}"), words.wording(&to.name))
        .titled("routes-differences");
    let (before, after) = (version(&page, from), version(&page, to));
    let parts = parts(words, app.forms(), from, to);
    let view = DifferencesPage { before, after, parts, page };
    view.page.render(&view)
}

type Lines = Vec<(String, String)>;

fn parts(words: Words, forms: &Library, from: &Route, to: &Route) -> Vec<Part> {
    let rules = |route: &Route| -> Lines {
        let mut lines = vec![
            (words.t("routes-name"), words.wording(&route.name).to_owned()),
            (words.t("routes-summary"), words.wording(&route.summary).to_owned()),
        ];
        lines.extend(words.route_lines(route).into_iter().map(|it| (it.label, it.text)));
        let explained = route.explained.iter();
        lines.extend(
            explained.map(|it| (words.name(&it.conflict), words.wording(&it.reason).to_owned())),
        );
        lines
    };
    let mut parts =
        vec![Part { name: words.t("routes-rules"), changes: changes(&rules(from), &rules(to)) }];
    let gone = from.steps.iter().filter(|it| to.step(&it.code).is_none());
    for (step, other) in to.steps.iter().map(|it| (it, from.step(&it.code))) {
        let before = other.map(|it| about(words, forms, from, it)).unwrap_or_default();
        let after = about(words, forms, to, step);
        let name = words.wording(&step.name).to_owned();
        let name = if other.is_none() { marked(words, "routes-added", &name) } else { name };
        parts.push(Part { name, changes: changes(&before, &after) });
    }
    for step in gone {
        let name = marked(words, "routes-gone", words.wording(&step.name));
        parts.push(Part { name, changes: changes(&about(words, forms, from, step), &Vec::new()) });
    }
    parts.retain(|it| !it.changes.is_empty());
    parts
}

fn marked(words: Words, key: &str, name: &str) -> String {
    words.t_with(key, &[("step", name.into())])
}

fn about(words: Words, forms: &Library, route: &Route, step: &Step) -> Lines {
    let mut lines = vec![
        (words.t("routes-name"), words.wording(&step.name).to_owned()),
        (words.t("routes-explanation"), words.wording(&step.explanation).to_owned()),
        (words.t("routes-kind"), words.step_kind(step)),
    ];
    let said = words.step_lines(route, step, |it| form_title(words, forms, it));
    lines.extend(said.into_iter().map(|it| (it.label, it.text)));
    let ways = words.step_ways(route, step);
    lines.extend(ways.into_iter().map(|it| (it.outcome, it.target)));
    lines
}

/// What only one side says, and what both say otherwise; in the order of the newer.
fn changes(before: &Lines, after: &Lines) -> Vec<Difference> {
    let find = |lines: &Lines, label: &str| {
        lines.iter().find(|(it, _)| it == label).map(|(_, text)| text.clone())
    };
    let mut labels: Vec<&String> = after.iter().map(|(label, _)| label).collect();
    labels.extend(before.iter().map(|(label, _)| label).filter(|it| find(after, it).is_none()));
    labels
        .into_iter()
        .map(|label| {
            let (before, after) = (find(before, label), find(after, label));
            Difference { what: label.clone(), before, after }
        })
        .filter(|it| it.before != it.after)
        .collect()
}

#[cfg(test)]
mod tests {
    use sleutel_domain::access::Language;
    use sleutel_exchange::routes::{SHIPPED, read};

    use super::*;

    fn told(from: &str, changed: &str) -> Vec<String> {
        let (file, text) = SHIPPED[0];
        let route = |text: &str| read(file, text.as_bytes()).route.unwrap();
        let spoilt = text.replacen(from, changed, 1);
        let parts = parts(
            Words::new(Language::English),
            &Library::default(),
            &route(text),
            &route(&spoilt),
        );
        let line = |part: &Part, it: &Difference| {
            let side = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
            format!("{}|{}|{}|{}", part.name, it.what, side(&it.before), side(&it.after))
        };
        parts.iter().flat_map(|part| part.changes.iter().map(|it| line(part, it))).collect()
    }

    #[test]
    fn a_version_is_no_different_from_itself() {
        assert!(told("version = 1", "version = 2").is_empty());
    }

    #[test]
    fn a_longer_term_and_another_way_are_told() {
        let longer = "{ length = \"10 weeks\", from_fact = \"moved-in\" }";
        assert_eq!(
            told("{ length = \"6 weeks\", from_fact = \"moved-in\" }", longer),
            ["Meeting the association|Term|6 weeks after the resident has moved in|\
              10 weeks after the resident has moved in"]
        );
        assert_eq!(
            told("to.expired = \"match\"", "to.expired = \"offer\""),
            ["Yes or no to the home|no answer in time|Looking for a suitable home|\
              Yes or no to the home"]
        );
    }

    #[test]
    fn a_step_that_is_new_and_one_that_is_gone_are_told() {
        let text = SHIPPED[0].1;
        let step = text.find("[[steps]]\ncode = \"aftercare\"").unwrap();
        let end = text[step..].find("# Moment 7").unwrap();
        let aftercare = &text[step..step + end];
        let without = text
            .replacen(aftercare, "", 1)
            .replacen("to.ready = \"aftercare\"", "to.ready = \"nomination\"", 1)
            .replacen("[\"evaluation\", \"aftercare\"]", "[\"evaluation\"]", 1);
        let route = |text: &str| read("x", text.as_bytes()).route.unwrap();
        let words = Words::new(Language::English);
        let names = |from: &str, to: &str| {
            let parts = parts(words, &Library::default(), &route(from), &route(to));
            parts.into_iter().map(|it| it.name).collect::<Vec<_>>()
        };
        assert_eq!(
            names(text, &without),
            [
                "Evaluation of living there",
                "Nomination for the conversion",
                "Gone: Arranging support after the conversion"
            ]
        );
        assert!(
            names(&without, text)
                .contains(&"New: Arranging support after the conversion".to_owned())
        );
    }
}
