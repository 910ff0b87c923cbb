//! Another version of what is agreed for a year.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Hold, Who,
    steering::{
        self, BelowNational, Outcome, YearForm, below_national, groups::NationalYear, seen_below,
    },
};
use sleutel_domain::{
    GroupCode,
    homes::AreaLevel,
    steering::{GroupTerms, Measure, Rounding, Side},
};
use sleutel_exchange::records::MainGroup;
use sleutel_store::numbers::GroupRow;
use sleutel_words::Words;

use super::{
    fields::{BLANK_ROWS, draft, filled, named_rows, realign},
    places::{Names, Places, places},
    see::total,
};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused,
    rounds::names::{group_in, main_group},
    session,
    show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("rule-n-measure", "year-rule-by"),
    ("rule-n-amount", "year-rule-amount"),
    ("rule-n-rounding", "year-rule-rounding"),
    ("named-n-area", "year-named-place"),
    ("named-n-floor", "areas-column-floor"),
    ("named-n-ceiling", "areas-column-ceiling"),
    ("named-n-ground", "steering-ground"),
    ("target_rule", "year-target-rule"),
    ("least", "year-least"),
    ("most", "year-most"),
    ("target-n-stock", "year-stock"),
    ("target-n-floor", "areas-column-floor"),
    ("target-n-target", "year-target"),
    ("target-n-ceiling", "areas-column-ceiling"),
    ("group-n-code", "numbers-group"),
    ("kind", "steering-kind"),
    ("homes", "steering-homes"),
    ("percent", "steering-percent"),
    ("vacancies", "steering-vacancies"),
    ("note", "steering-note"),
    ("group-n-floor", "areas-column-floor"),
    ("group-n-ceiling", "areas-column-ceiling"),
    ("group-n-ground", "steering-ground"),
];

#[derive(Debug)]
struct GroupFields {
    name: String,
    /// What the state asks for it, in words.
    national: String,
    /// The ceiling that does not go with that, in words.
    crossed: String,
    main: String,
    code: String,
    /// Names of its fields.
    field_code: String,
    counts: String,
    floor: String,
    ceiling: String,
    ground: String,
}

/// A line of the rule for places; names of its fields.
#[derive(Debug)]
struct RuleFields {
    name: String,
    level: (String, String),
    side: (String, String),
    measure: String,
    amount: String,
    rounding: String,
}

/// An association, or a place with a number of its own; names of its fields.
#[derive(Debug)]
struct NumberFields {
    name: String,
    code: (String, String),
    first: String,
    floor: String,
    middle: String,
    ceiling: String,
}

/// What the version would come to.
#[derive(Debug)]
struct Preview {
    total: String,
    places: Places,
    faults: Vec<String>,
}

#[derive(Debug, Template)]
#[template(path = "steering/year_form.html")]
struct FormPage {
    page: Page,
    year: i16,
    form: Form,
    kinds: Vec<Choice>,
    groups: Vec<GroupFields>,
    rules: Vec<RuleFields>,
    measures: Vec<Choice>,
    roundings: Vec<Choice>,
    named: Vec<NumberFields>,
    /// Places to choose from: code and name.
    areas: Vec<Choice>,
    target_rules: Vec<Choice>,
    targets: Vec<NumberFields>,
    preview: Option<Preview>,
    changed: bool,
    /// The list of groups is another than when the form was made.
    other_groups: bool,
    /// Groups that the version it begins with names, and that are not there in the year.
    left_out: Vec<String>,
    /// Floors below a national target, in words, and as the form hands them back.
    below: Option<(Vec<String>, String)>,
}

/// What the state asks for a group, with where it is written.
pub(super) fn national(words: Words, it: &NationalYear) -> String {
    let values = [
        ("homes", it.homes.into()),
        ("source", it.source.to_string().into()),
        ("date", words.date(it.source_date).into()),
    ];
    words.t_with("groups-national-of-year", &values)
}

fn called(words: Words, groups: &BTreeMap<GroupCode, GroupRow>, code: &GroupCode) -> String {
    groups.get(code).map_or_else(|| code.to_string(), |group| group_in(words, group))
}

/// The floors that were typed below a national target.
fn below(words: Words, stands: &YearForm, form: &Form) -> Option<(Vec<String>, String)> {
    let typed = draft(form).groups;
    let terms: Vec<GroupTerms> = typed
        .iter()
        .filter_map(|it| {
            let floor = it.floor.trim();
            Some(GroupTerms {
                group: GroupCode::new(&it.code).ok()?,
                counts: it.counts,
                floor: if floor.is_empty() { 0 } else { floor.parse().ok()? },
                ceiling: None,
                ground: String::new(),
            })
        })
        .collect();
    let below = below_national(terms.iter(), &stands.national);
    let line = |it: &BelowNational| {
        let values = [
            ("name", called(words, &stands.groups, &it.group).into()),
            ("floor", it.floor.into()),
            ("homes", it.homes.into()),
        ];
        words.t_with("groups-below-line", &values)
    };
    let lines: Vec<String> = below.iter().map(line).collect();
    (!lines.is_empty()).then(|| (lines, seen_below(&below)))
}

fn form_page(page: Page, stands: &YearForm, form: Form) -> FormPage {
    let words = page.words;
    let groups = stands.draft.groups.iter().enumerate().map(|(at, it)| {
        let field = |name: &str| format!("group-{at}-{name}");
        let found = stands.groups.values().find(|group| group.code.as_str() == it.code);
        let main = found.and_then(|group| MainGroup::from_code(&group.main_group));
        GroupFields {
            name: found.map_or_else(|| it.code.clone(), |group| group_in(words, group)),
            national: found
                .and_then(|group| stands.national.get(&group.code))
                .map(|it| national(words, it))
                .unwrap_or_default(),
            crossed: found
                .and_then(|group| stands.crossed.get(&group.code))
                .map(|it| page.t1("groups-national-crossed", "homes", *it))
                .unwrap_or_default(),
            main: main.map(|main| main_group(words, main)).unwrap_or_default(),
            code: it.code.clone(),
            field_code: field("code"),
            counts: field("counts"),
            floor: field("floor"),
            ceiling: field("ceiling"),
            ground: field("ground"),
        }
    });
    let kind = |code: &str, key: &str| Choice::new(code, words.t(key));
    let rules = stands.draft.rules.iter().enumerate().map(|(at, it)| {
        let field = |name: &str| format!("rule-{at}-{name}");
        let level = AreaLevel::from_code(&it.level).map(|it| words.name(&it));
        let side = Side::from_code(&it.side).map(|it| words.name(&it));
        RuleFields {
            name: [level, side].into_iter().flatten().collect::<Vec<_>>().join(", "),
            level: (field("level"), it.level.clone()),
            side: (field("side"), it.side.clone()),
            measure: field("measure"),
            amount: field("amount"),
            rounding: field("rounding"),
        }
    });
    let rows = named_rows(&form).max(stands.draft.named.len() + BLANK_ROWS);
    let named = (0..rows).map(|at| {
        let field = |name: &str| format!("named-{at}-{name}");
        NumberFields {
            name: (at + 1).to_string(),
            code: (String::new(), String::new()),
            first: field("area"),
            floor: field("floor"),
            middle: field("ground"),
            ceiling: field("ceiling"),
        }
    });
    let targets = stands.draft.targets.iter().enumerate().map(|(at, it)| {
        let field = |name: &str| format!("target-{at}-{name}");
        let found = stands.associations.iter().find(|(code, _)| code.as_str() == it.code);
        NumberFields {
            name: found.map_or_else(|| it.code.clone(), |(_, name)| name.clone()),
            code: (field("code"), it.code.clone()),
            first: field("stock"),
            floor: field("floor"),
            middle: field("target"),
            ceiling: field("ceiling"),
        }
    });
    let measures = Measure::ALL.into_iter().map(|it| Choice::new(it.code(), words.name(&it)));
    let no_rule = Choice::new("none", words.t("year-measure-none"));
    let roundings = Rounding::ALL.into_iter().map(|it| Choice::new(it.code(), words.name(&it)));
    let areas = stands.areas.iter();
    FormPage {
        rules: rules.collect(),
        measures: std::iter::once(no_rule).chain(measures).collect(),
        roundings: roundings.collect(),
        named: named.collect(),
        areas: areas.map(|it| Choice::new(it.code.as_str(), it.name.as_str())).collect(),
        target_rules: vec![
            kind("none", "year-target-none"),
            kind("by-stock", "year-target-by-stock"),
            kind("agreed", "year-target-agreed"),
        ],
        targets: targets.collect(),
        preview: None,
        year: stands.year,
        kinds: vec![
            kind("fixed", "steering-kind-fixed"),
            kind("part-of-vacancies", "steering-kind-part"),
        ],
        groups: groups.collect(),
        left_out: stands.left_out.iter().map(|code| called(words, &stands.groups, code)).collect(),
        below: below(words, stands, &form),
        form: form.labelled(LABELS),
        changed: false,
        other_groups: false,
        page: {
            let title = page.t1("steering-new-title", "year", stands.year.to_string());
            let back = format!("/steering/year?year={}", stands.year);
            page.called(title).under(&back, "steering-tab-year")
        },
    }
}

/// `GET /steering/year/{year}/new`.
pub(in crate::steering) async fn edit(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(year): Path<i16>,
) -> Result<Response, Problem> {
    let words = page.words;
    let stands = steering::year_form(&app, &who, year).await;
    let stands = stands.map_err(|error| refused::problem_in(&error, words))?;
    let form = filled(&stands.draft);
    let view = form_page(page, &stands, form);
    Ok(view.page.render(&view))
}

/// `POST /steering/year/{year}/new`.
pub(in crate::steering) async fn save(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(year): Path<i16>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let words = page.words;
    if form.value("do") == "look" {
        return look(&app, &who, page, year, form).await;
    }
    match steering::agree_year(&app, &who, year, &draft(&form)).await {
        Ok(version) => {
            let flash =
                Flash::new(FlashKind::Success, "steering-year-saved").with("version", version);
            Ok(Page::redirect(&format!("/steering/year?year={year}"), &flash))
        }
        Err(error) => {
            let stands = steering::year_form(&app, &who, year).await;
            let stands = stands.map_err(|error| refused::problem_in(&error, words))?;
            if matches!(error, ActionError::Changed) {
                // What was typed stays; it is about the version that is newest now.
                form.set("was", stands.draft.was.clone());
                realign(&mut form, &stands.draft.groups);
                let view = FormPage { changed: true, ..form_page(page, &stands, form) };
                return Ok(view.page.render_with(StatusCode::CONFLICT, &view));
            }
            if realign(&mut form, &stands.draft.groups) {
                let view = FormPage { other_groups: true, ..form_page(page, &stands, form) };
                return Ok(view.page.render_with(StatusCode::CONFLICT, &view));
            }
            if matches!(error, ActionError::Hold(Hold::YearDoesNotFit { .. })) {
                return look(&app, &who, page, year, form).await;
            }
            refused::at_fields(&mut form, error)
                .map_err(|error| refused::problem_in(&error, words))?;
            let view = form_page(page, &stands, form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}

/// What the version would come to, above the form as it was typed; with what does not fit it is not
/// written down either.
async fn look(
    app: &App,
    who: &Who,
    page: Page,
    year: i16,
    mut form: Form,
) -> Result<Response, Problem> {
    let words = page.words;
    let stands = steering::year_form(app, who, year).await;
    let stands = stands.map_err(|error| refused::problem_in(&error, words))?;
    match steering::preview_year(app, who, year, &draft(&form)).await {
        Ok(outcome) => {
            let names = Names { words, areas: &stands.areas, associations: &stands.associations };
            let preview = preview(names, &outcome);
            let fits = preview.faults.is_empty();
            let view = FormPage { preview: Some(preview), ..form_page(page, &stands, form) };
            if fits {
                return Ok(view.page.render(&view));
            }
            Ok(session::unprocessable(&view.page, &view))
        }
        Err(error) => {
            refused::at_fields(&mut form, error)
                .map_err(|error| refused::problem_in(&error, words))?;
            let view = form_page(page, &stands, form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}

fn preview(names: Names<'_>, it: &Outcome) -> Preview {
    Preview {
        total: total(names.words, it.total),
        places: places(names, it.total, &it.places, it.targets.as_ref()),
        faults: it.faults.iter().map(|fault| names.fault(fault)).collect(),
    }
}
