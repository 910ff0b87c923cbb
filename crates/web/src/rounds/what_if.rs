//! What if the numbers were others: a form with every number, and trials thrown away.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    rounds::{
        self, Limits, NumberChange, NumbersView, Side, TrialDraft, Which, changes_of, number_field,
    },
};
use sleutel_domain::{
    Id,
    homes::{AreaLevel, Place},
    placement::{Bound, BoundUse, Round},
};
use sleutel_words::Words;

use super::{At, Visit, asked, decide::told, names::Names, refuse};
use crate::{Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused, show::Bar};

/// A floor and a ceiling that can be tried otherwise.
#[derive(Debug)]
struct Number {
    name: String,
    level: String,
    /// Its fields.
    lower: String,
    upper: String,
    bar: Bar,
    text: String,
    /// What is agreed, in words.
    agreed: String,
    /// How far the slider goes.
    most: u32,
    full: bool,
}

/// The numbers of one part of the city together.
#[derive(Debug)]
struct Section {
    title: String,
    open: bool,
    numbers: Vec<Number>,
}

/// The form.
#[derive(Debug, Template)]
#[template(path = "rounds/what_if.html")]
struct WhatIfPage {
    page: Page,
    base: String,
    form: Form,
    /// The proposal the trial will be of.
    number: i64,
    lead: String,
    sections: Vec<Section>,
    alert: Option<String>,
}

const LABELS: &[(&str, &str)] =
    &[("name", "rounds-trial-name"), ("numbers", "rounds-trial-numbers")];

/// A number that is tried otherwise, in a sentence.
pub(super) fn change_in_words(words: Words, names: &Names<'_>, it: &NumberChange) -> String {
    words.t_with(
        "rounds-change-is",
        &[
            ("name", words.bound(&it.bound, names).into()),
            ("before", limits_in_words(words, it.before).into()),
            ("after", limits_in_words(words, it.after).into()),
        ],
    )
}

fn limits_in_words(words: Words, it: Limits) -> String {
    let lower = ("lower", it.lower.into());
    match it.upper {
        Some(upper) => words.t_with("rounds-limits", &[lower, ("upper", upper.into())]),
        None => words.t_with("rounds-limits-no-upper", &[lower]),
    }
}

/// `GET /rounds/{id}/what-if`.
pub(super) async fn form(visit: Visit) -> Response {
    let Visit { app, who, page, id, query } = visit;
    match rounds::numbers(&app, &who, id, asked::asked(&query)).await {
        Ok(view) => {
            let form = Form::new().filled("name", page.t("rounds-trial-name-is"));
            let view = shown(page, &view, form);
            view.page.render(&view)
        }
        Err(error) => told(&page, id, &error),
    }
}

/// `POST /rounds/{id}/what-if`: proposes with the numbers typed and shows the difference.
pub(super) async fn propose(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    Posted(form): Posted,
) -> Response {
    let Ok(proposal) = form.value("proposal").parse::<i64>() else {
        return Problem::bad_request().into_response();
    };
    let draft = TrialDraft {
        name: form.value("name").to_owned(),
        numbers: form.pairs().iter().cloned().collect::<BTreeMap<_, _>>(),
    };
    match rounds::try_numbers(&app, &who, id, proposal, &draft).await {
        Ok(number) => {
            let (from, to) = (Which::Proposal(proposal), Which::Trial(number));
            let to =
                format!("/rounds/{id}/compare?from={}&to={}", asked::word(from), asked::word(to));
            Page::redirect(&to, &Flash::new(FlashKind::Success, "rounds-trial-made"))
        }
        Err(error) => again(&app, &who, page, (id, proposal), form, error).await,
    }
}

async fn again(
    app: &App,
    who: &Who,
    page: Page,
    (id, proposal): (Id<Round>, i64),
    mut form: Form,
    error: ActionError,
) -> Response {
    let alert = match &error {
        ActionError::Hold(hold) => Some(refused::hold_words(hold, page.words)),
        ActionError::Fields(_) => None,
        ActionError::Denied(_)
        | ActionError::NotFound
        | ActionError::Changed
        | ActionError::Unsound(_)
        | ActionError::Store(_)
        | ActionError::Internal(_) => return refuse(&page, &error),
    };
    let status = match refused::at_fields(&mut form, error) {
        Ok(()) => StatusCode::UNPROCESSABLE_ENTITY,
        Err(_) => StatusCode::CONFLICT,
    };
    match rounds::numbers(app, who, id, Which::Proposal(proposal)).await {
        Ok(view) => {
            let view = WhatIfPage { alert, ..shown(page, &view, form) };
            view.page.render_with(status, &view)
        }
        Err(error) => refuse(&page, &error),
    }
}

/// `POST /rounds/{id}/throw-away`.
pub(super) async fn throw_away(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    Posted(form): Posted,
) -> Response {
    let Ok(number) = form.value("trial").parse::<i64>() else {
        return Problem::bad_request().into_response();
    };
    match rounds::throw_away(&app, &who, id, number).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "rounds-trial-thrown-away");
            Page::redirect(&format!("/rounds/{id}"), &flash)
        }
        Err(error) => told(&page, id, &error),
    }
}

fn shown(page: Page, view: &NumbersView, form: Form) -> WhatIfPage {
    let base = format!("/rounds/{}", view.frame.round.id);
    let page = page
        .titled("rounds-what-if")
        .under("/rounds", "nav-rounds")
        .under_named(base.clone(), view.frame.round.name.as_str());
    let mut form = form.labelled(LABELS);
    let changes = match &view.from {
        Some((trial, _)) => changes_of(trial).unwrap_or_default(),
        None => Vec::new(),
    };
    let mut fill = |bound: &Bound, agreed: Limits| {
        let tried = changes.iter().find(|it| it.bound == *bound).map(|it| it.after);
        let limits = tried.unwrap_or(agreed);
        let upper = limits.upper.map(|it| it.to_string()).unwrap_or_default();
        for (side, text) in [(Side::Lower, limits.lower.to_string()), (Side::Upper, upper)] {
            let field = number_field(side, bound);
            // What was typed stays as it was typed.
            if form.pairs().iter().all(|(name, _)| *name != field) {
                form.set(&field, text);
            }
        }
    };
    let names = Names::of_frame(page.words, &view.frame);
    let bounds = &view.solved.proposal.bounds;
    for it in bounds {
        fill(&it.bound, Limits { lower: it.lower, upper: it.upper });
    }
    let of_called = asked::called(page.words, &view.of);
    WhatIfPage {
        number: view.of.row.number,
        lead: page.t1("rounds-what-if-lead", "name", of_called),
        sections: sections(&page, &names, view),
        alert: None,
        base,
        form,
        page,
    }
}

/// Groups first; then what is full; then the rest of the city where homes of the round lie,
/// by district.
fn sections(page: &Page, names: &Names<'_>, view: &NumbersView) -> Vec<Section> {
    let words = page.words;
    let input = &view.solved.input;
    let near: BTreeSet<&Place> = input
        .homes
        .iter()
        .flat_map(|home| input.path(home.node))
        .filter_map(|at| input.nodes.get(at))
        .map(|node| &node.place)
        .collect();
    let mut groups = Vec::new();
    let mut associations = Vec::new();
    let mut full = Vec::new();
    let mut rest: BTreeMap<String, Vec<Number>> = BTreeMap::new();
    let mut whole = Vec::new();
    for it in &view.solved.proposal.bounds {
        let number = number(words, names, view, it);
        match &it.bound {
            Bound::Group(_) => groups.push(number),
            Bound::Association(_) => associations.push(number),
            Bound::Area(place) => {
                let level = view.frame.names.level(place);
                let limited = it.upper.is_some() || it.lower > 0;
                // A complex without numbers of its own is no place to begin.
                if !near.contains(place) || (level == Some(AreaLevel::Complex) && !limited) {
                    continue;
                }
                if number.full {
                    full.push(number);
                } else {
                    match part(view, place) {
                        Some(title) => rest.entry(title).or_default().push(number),
                        None => whole.push(number),
                    }
                }
            }
        }
    }
    let section =
        |key: &str, open: bool, numbers: Vec<Number>| Section { title: page.t(key), open, numbers };
    let mut all = vec![section("rounds-trial-groups", true, groups)];
    all.push(section("rounds-trial-associations", true, associations));
    all.push(section("rounds-trial-full", true, full));
    all.push(section("rounds-trial-city", false, whole));
    all.extend(rest.into_iter().map(|(title, numbers)| Section { title, open: false, numbers }));
    all.retain(|it| !it.numbers.is_empty());
    all
}

/// The district a place is or lies in; `None` for what lies above districts.
fn part(view: &NumbersView, place: &Place) -> Option<String> {
    let names = &view.frame.names;
    std::iter::successors(Some(place), |it| names.parent(it))
        .find(|it| names.level(it) == Some(AreaLevel::District))
        .map(|it| names.name(it))
}

fn number(words: Words, names: &Names<'_>, view: &NumbersView, it: &BoundUse) -> Number {
    let level = match &it.bound {
        Bound::Area(place) => view.frame.names.level(place),
        Bound::Group(_) | Bound::Association(_) => None,
    };
    let top = it.upper.unwrap_or(0).max(it.after).max(it.lower);
    Number {
        name: words.bound(&it.bound, names),
        level: level.map(|it| words.name(&it)).unwrap_or_default(),
        lower: number_field(Side::Lower, &it.bound),
        upper: number_field(Side::Upper, &it.bound),
        bar: Bar {
            done: it.before,
            added: it.after.saturating_sub(it.before),
            lower: it.lower,
            upper: it.upper,
        },
        text: words.bound_use(it),
        agreed: limits_in_words(words, Limits { lower: it.lower, upper: it.upper }),
        most: top.saturating_mul(2).max(10),
        full: it.upper.is_some_and(|upper| it.after >= upper),
    }
}
