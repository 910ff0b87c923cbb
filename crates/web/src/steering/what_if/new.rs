//! A new what-if: a form with every assumption.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::Response,
};
use jiff::civil::Date;
use sleutel_actions::{
    ActionError, App, Who,
    what_if::{
        self, Assumption, Blank, Finding, GroupName, MOST_WORK, PolicyName, REPLICATIONS, Refused,
        Side, Size, WhatIf, WhatIfDraft, back_field,
        history::{CityHistory, KeptGroup},
        number_field, number_shown, road_field, roads_of,
    },
};
use sleutel_domain::Id;
use sleutel_words::Words;

use super::{HOME, city_words, named, names, refuse};
use crate::{
    Acting, FieldError, Flash, FlashKind, Form, Page, Posted, Query,
    show::{Choice, Tab},
    steering,
};

/// A policy to tick.
#[derive(Debug)]
struct Ticked {
    code: &'static str,
    name: String,
    about: String,
}

/// An assumption with its three fields.
#[derive(Debug)]
struct Row {
    name: String,
    full: String,
    unit: String,
    source: String,
    /// What the product comes with, when this is another.
    default: Option<String>,
    /// The field that puts it back to that.
    back: Option<String>,
    fields: [(String, &'static str, &'static str); 3],
}

/// Assumptions of one part of the city, or of one policy.
#[derive(Debug)]
struct Section {
    id: String,
    title: String,
    open: bool,
    changed: usize,
    rows: Vec<Row>,
}

/// The form.
#[derive(Debug, Template)]
#[template(path = "steering/what_if/new.html")]
struct NewPage {
    page: Page,
    tabs: Vec<Tab>,
    form: Form,
    policies: Vec<Ticked>,
    firsts: Vec<Choice>,
    /// For each group: the name of the field, what it is called, and the roads to choose from.
    mix: Vec<(String, String, Vec<Choice>)>,
    /// The areas, with commas between them.
    areas: String,
    /// Those to start from.
    kept: Vec<Choice>,
    from: Option<String>,
    /// Which history it begins with.
    history: Option<String>,
    sections: Vec<Section>,
}

/// What the address calls the city's own history.
const CITY: &str = "city";

const LABELS: &[(&str, &str)] = &[
    ("name", "what-if-name"),
    ("policies", "what-if-policies"),
    ("first", "what-if-first"),
    ("years", "what-if-years"),
    ("replications", "what-if-replications"),
    ("seed", "what-if-seed"),
];

/// `GET /steering/what-if/new`.
pub(super) async fn blank(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let city = query.get("from") == CITY;
    let areas = query.all("areas").into_iter().next();
    match begin(&app, &who, named(&query, "from"), (city, areas)).await {
        Ok((blank, said)) => {
            let mut form = filled(&page, &blank);
            if city {
                form.set("from", CITY.to_owned());
            }
            let view = shown(page, &blank, said.as_ref(), form);
            view.page.render(&view)
        }
        Err(error) => refuse(&page, &error),
    }
}

/// The form as it begins: on the city's own history, on another what-if, or on what comes along.
async fn begin(
    app: &App,
    who: &Who,
    from: Option<Id<WhatIf>>,
    (city, areas): (bool, Option<&str>),
) -> Result<(Blank, Option<CityHistory>), ActionError> {
    if city {
        let (blank, said) = what_if::blank_from_city(app, who, areas).await?;
        return Ok((blank, Some(said)));
    }
    Ok((what_if::blank(app, who, from, areas).await?, None))
}

/// `POST /steering/what-if/new`.
pub(super) async fn create(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    Posted(mut form): Posted,
) -> Response {
    let from = form.value("from").parse().ok().map(Id::new);
    let city = form.value("from") == CITY;
    let created = if city {
        what_if::create_from_city(&app, &who, &draft(&form)).await
    } else {
        what_if::create(&app, &who, from, &draft(&form)).await
    };
    let refused = match created {
        Ok(id) => {
            let flash = Flash::new(FlashKind::Success, "what-if-begun");
            return Page::redirect(&format!("{HOME}/{id}"), &flash);
        }
        Err(refused) => refused,
    };
    let areas = form.values("areas").into_iter().next().map(str::to_owned);
    let (blank, said) = match begin(&app, &who, from, (city, areas.as_deref())).await {
        Ok(begun) => begun,
        Err(error) => return refuse(&page, &error),
    };
    match refused {
        Refused::Other(error) => refuse(&page, &error),
        Refused::Draft { fields, findings, size } => {
            for error in fields {
                let fault = FieldError::Fault(error.fault);
                let said =
                    about((page.words, &blank.groups), &error.field, fault.words(page.words));
                form.refuse(&error.field, said.unwrap_or(fault));
            }
            for finding in &findings {
                let field = field_of(&blank, finding);
                let what = names::finding(page.words, finding);
                let plain = FieldError::Said(what.clone());
                form.refuse(
                    &field,
                    about((page.words, &blank.groups), &field, what).unwrap_or(plain),
                );
            }
            if let Some(size) = size {
                form.refuse("replications", FieldError::Said(too_large(page.words, size)));
            }
            let view = shown(page, &blank, said.as_ref(), form);
            view.page.render_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
        }
    }
}

fn draft(form: &Form) -> WhatIfDraft {
    let owned = |name: &str| form.value(name).to_owned();
    WhatIfDraft {
        name: owned("name"),
        policies: form.values("policies").into_iter().map(str::to_owned).collect(),
        first: owned("first"),
        years: owned("years"),
        replications: owned("replications"),
        seed: owned("seed"),
        uncertain: form.ticked("uncertain"),
        areas: form.values("areas").into_iter().next().map(str::to_owned),
        mix: (form.pairs().iter())
            .filter_map(|(name, it)| Some((name.strip_prefix("mix-")?.to_owned(), it.clone())))
            .collect(),
        numbers: form.pairs().iter().cloned().collect(),
    }
}

/// The name of the assumption a field is of, before what is wrong with it.
fn about((words, groups): (Words, &[KeptGroup]), field: &str, what: String) -> Option<FieldError> {
    if let Some(group) = field.strip_prefix("mix-") {
        let name =
            words.t_with("what-if-mix-of", &[("name", names::group(words, groups, group).into())]);
        let values = [("name", name.into()), ("what", what.into())];
        return Some(FieldError::Said(words.t_with("what-if-field-said", &values)));
    }
    let (side, name) =
        field.split_once('-').filter(|it| ["value", "low", "high"].contains(&it.0))?;
    let of = [("name", names::full(words, groups, name).into()), ("side", side.into())];
    let name = words.t_with("what-if-number-of", &of);
    let values = [("name", name.into()), ("what", what.into())];
    Some(FieldError::Said(words.t_with("what-if-field-said", &values)))
}

/// The field a finding is about: of several weights the first, of all of it the years.
fn field_of(blank: &Blank, finding: &Finding) -> String {
    let at = finding.at.as_str();
    let starts = |it: &&Assumption| match at.split_once('*') {
        Some((start, end)) => it.name.starts_with(start) && it.name.ends_with(end),
        None => it.name.starts_with(at),
    };
    match blank.table.rows().iter().find(|it| it.name == at).or_else(|| {
        let whole = ["group", "homes", "area"].contains(&at);
        blank.table.rows().iter().find(starts).filter(|_| !whole)
    }) {
        Some(row) => {
            let range = matches!(finding.cause, what_if::Cause::ImpossibleRange { .. });
            number_field(if range { Side::Low } else { Side::Value }, &row.name)
        }
        None if at == "replications" => at.to_owned(),
        None => "years".to_owned(),
    }
}

/// What to lower, with a number of replications that would do.
fn too_large(words: Words, size: Size) -> String {
    let millions = |it: f64| words.decimal((it / 1e6).ceil(), 0);
    let fits = (f64::from(size.replications) * MOST_WORK / size.work).floor();
    let enough = fits >= REPLICATIONS.0 as f64;
    let mut values = vec![
        ("people", words.decimal((size.people / 100.0).round() * 100.0, 0).into()),
        ("years", size.years.into()),
        ("policies", size.policies.into()),
        ("replications", size.replications.into()),
        ("work", millions(size.work).into()),
        ("most", words.decimal(MOST_WORK / 1e6, 0).into()),
    ];
    if enough {
        values.push(("fits", words.decimal(fits, 0).into()));
    }
    let key = if enough { "what-if-too-large" } else { "what-if-too-large-anyhow" };
    words.t_with(key, &values)
}

/// A number as it stands in a field, with the mark of the language.
fn written(words: Words, value: f64) -> String {
    let shown = number_shown(value);
    if words.decimal(0.5, 1).contains(',') { shown.replace('.', ",") } else { shown }
}

fn filled(page: &Page, blank: &Blank) -> Form {
    let draft = &blank.draft;
    let mut form = Form::new()
        .filled("name", draft.name.as_str())
        .filled("first", draft.first.as_str())
        .filled("years", draft.years.as_str())
        .filled("replications", draft.replications.as_str())
        .filled("seed", draft.seed.as_str());
    if let Some(from) = &blank.from {
        form.set("from", from.id.to_string());
    }
    for policy in &draft.policies {
        form.add("policies", policy.as_str());
    }
    if draft.uncertain {
        form.set("uncertain", "yes");
    }
    for (group, road) in blank.table.mix() {
        form.set(&road_field(&group.code), road.code());
    }
    for row in blank.table.rows() {
        for side in Side::ALL {
            form.set(&number_field(side, &row.name), written(page.words, side.of(row)));
        }
    }
    form
}

fn shown(page: Page, blank: &Blank, said: Option<&CityHistory>, form: Form) -> NewPage {
    let page = page.titled("what-if-new").under(HOME, "what-if-title");
    let words = page.words;
    let form = form.labelled(LABELS);
    let roads = |(group, now): (&GroupName, PolicyName)| {
        let roads = PolicyName::ROADS.into_iter();
        let roads = roads.filter(|it| *it == now || roads_of(group).contains(it));
        let choice =
            |it: PolicyName| Choice::new(it.code(), names::road(words, it, group.with_support));
        let name = names::group(words, &blank.groups, &group.code);
        (road_field(&group.code), name, roads.map(choice).collect())
    };
    let own = Choice::new(CITY, words.t("calibration-title"));
    let ticked = |it: PolicyName| Ticked {
        code: it.code(),
        name: names::policy(words, it),
        about: words.t(&format!("what-if-policy-{}-is", it.code())),
    };
    let kept = blank.kept.iter().map(|it| Choice::new(it.id.to_string(), it.name.as_str()));
    NewPage {
        tabs: steering::tabs(&page, HOME),
        policies: PolicyName::ALL.map(ticked).into(),
        firsts: PolicyName::ALL.map(|it| Choice::new(it.code(), names::policy(words, it))).into(),
        mix: blank.table.mix().map(roads).collect(),
        areas: blank.table.areas().join(", "),
        kept: std::iter::once(own).chain(kept).collect(),
        from: blank.from.as_ref().map(|it| it.name.to_string()),
        history: said.map(|it| history(words, it.day, &it.fingerprint)),
        sections: sections(words, blank, said, &form),
        form,
        page,
    }
}

/// Which history it begins with, in a sentence.
fn history(words: Words, day: Date, fingerprint: &str) -> String {
    let values = [("day", words.date(day).into()), ("fingerprint", fingerprint.into())];
    words.t_with("calibration-from-is", &values)
}

fn sections(words: Words, blank: &Blank, said: Option<&CityHistory>, form: &Form) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for row in blank.table.rows() {
        let (id, title) = match said {
            Some(said) => city_words::section(words, said, &row.name),
            None => names::section(words, &blank.groups, &row.name),
        };
        let at = sections.iter().position(|it| it.id == id).unwrap_or_else(|| {
            let open = id == "homes";
            sections.push(Section { id, title, open, changed: 0, rows: Vec::new() });
            sections.len() - 1
        });
        let shown = row_of(words, blank, said, row);
        let wrong = shown.fields.iter().any(|it| form.has_error(&it.0));
        if let Some(section) = sections.get_mut(at) {
            section.changed += usize::from(shown.default.is_some());
            // Of a history most are others than what comes along.
            section.open |= wrong || (shown.default.is_some() && said.is_none());
            section.rows.push(shown);
        }
    }
    // What a city decides on itself stands first.
    let order = |it: &Section| match it.id.as_str() {
        "homes" => 0,
        "support" => 1,
        "places" | "areas" => 2,
        id if id.starts_with("group-") => 3,
        // The policies as they stand above, then who needs none of them.
        id => {
            let road = id.strip_prefix("road-");
            let at = PolicyName::ALL.iter().position(|it| Some(it.code()) == road);
            4 + at.unwrap_or(PolicyName::ALL.len())
        }
    };
    sections.sort_by_key(order);
    sections
}

fn row_of(words: Words, blank: &Blank, said: Option<&CityHistory>, row: &Assumption) -> Row {
    let shipped = blank.shipped.get(&row.name);
    let changed = shipped
        .filter(|it| Side::ALL.iter().any(|side| side.of(it).to_bits() != side.of(row).to_bits()));
    let default = changed.map(|it| {
        let values = [("value", it.value), ("low", it.low), ("high", it.high)];
        let values = values.map(|(name, it)| (name, names::number(words, it).into()));
        words.t_with("what-if-default-is", &values)
    });
    let field = |side: Side, key, code| (number_field(side, &row.name), key, code);
    Row {
        name: match said {
            Some(said) => city_words::short(words, said, &row.name),
            None => names::short(words, &row.name),
        },
        full: match said {
            Some(said) => city_words::called(words, said, &row.name),
            None => names::full(words, &blank.groups, &row.name),
        },
        back: default.is_some().then(|| back_field(&row.name)),
        unit: names::unit(words, row.unit),
        source: names::sources(words, row.sources.iter().map(|it| it.reference())),
        default,
        fields: [
            field(Side::Value, "what-if-value", "value"),
            field(Side::Low, "what-if-low", "low"),
            field(Side::High, "what-if-high", "high"),
        ],
    }
}
