use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Who,
    homes::{self, DwellingDraft, HomeLists},
};
use sleutel_domain::homes::{Adaptation, AreaLevel, EnergyLabel, Place, Target};

use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem,
    homes::{dwelling::load, shared},
    listing::encode,
    refused, session,
    show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("code", "homes-column-code"),
    ("association", "homes-column-association"),
    ("complex", "homes-complex"),
    ("neighbourhood", "homes-column-area"),
    ("street", "homes-column-street"),
    ("house_number", "homes-house-number"),
    ("postcode", "homes-column-postcode"),
    ("bag_id", "homes-bag"),
    ("energy", "homes-energy"),
    ("rooms", "homes-column-rooms"),
    ("surface", "homes-surface"),
    ("floor", "homes-floor"),
    ("lift", "homes-lift"),
    ("adaptation", "homes-column-adaptation"),
    ("rent", "homes-column-rent"),
    ("target", "homes-column-target"),
    ("pets", "homes-pets"),
    ("smoking", "homes-smoking"),
];

/// What somebody else made of a field in the meantime: its label and value.
type Theirs = Vec<(String, String)>;

#[derive(Debug, Template)]
#[template(path = "homes/change/dwelling.html")]
struct DwellingForm {
    page: Page,
    form: Form,
    action: String,
    back: String,
    /// A dwelling that is there already: its code stays.
    exists: bool,
    association: String,
    complexes: Vec<Choice>,
    neighbourhoods: Vec<Choice>,
    energies: Vec<Choice>,
    adaptations: Vec<Choice>,
    targets: Vec<Choice>,
    /// `Some` when somebody else was first.
    theirs: Option<Theirs>,
}

fn filled(draft: &DwellingDraft) -> Form {
    let mut form = Form::new();
    for (name, value) in texts(draft) {
        form.set(name, value);
    }
    for (name, ticked) in ticks(draft) {
        if ticked {
            form.set(name, "yes");
        }
    }
    form.set("version", draft.version.to_string());
    form
}

fn texts(draft: &DwellingDraft) -> [(&'static str, &str); 15] {
    [
        ("code", &draft.code),
        ("association", &draft.association),
        ("complex", &draft.complex),
        ("neighbourhood", &draft.neighbourhood),
        ("street", &draft.street),
        ("house_number", &draft.house_number),
        ("postcode", &draft.postcode),
        ("bag_id", &draft.bag_id),
        ("energy", &draft.energy),
        ("rooms", &draft.rooms),
        ("surface", &draft.surface),
        ("floor", &draft.floor),
        ("adaptation", &draft.adaptation),
        ("rent", &draft.rent),
        ("target", &draft.target),
    ]
    .map(|(name, value)| (name, value.as_str()))
}

fn ticks(draft: &DwellingDraft) -> [(&'static str, bool); 3] {
    [("lift", draft.lift), ("pets", draft.pets), ("smoking", draft.smoking)]
}

fn draft(form: &Form, lists: &HomeLists) -> DwellingDraft {
    let text = |name: &str| form.value(name).trim().to_owned();
    let complex = text("complex");
    // Who names the complex has said where it stands.
    let neighbourhood = Some(text("neighbourhood"))
        .filter(|it| !it.is_empty())
        .or_else(|| {
            let row = lists.complexes.iter().find(|it| it.code.as_str() == complex)?;
            Some(row.neighbourhood.to_string())
        })
        .unwrap_or_default();
    DwellingDraft {
        code: text("code"),
        association: text("association"),
        complex,
        neighbourhood,
        street: text("street"),
        house_number: text("house_number"),
        postcode: text("postcode"),
        bag_id: text("bag_id"),
        energy: text("energy"),
        rooms: text("rooms"),
        surface: text("surface"),
        floor: text("floor"),
        lift: form.ticked("lift"),
        adaptation: text("adaptation"),
        rent: text("rent"),
        target: text("target"),
        pets: form.ticked("pets"),
        smoking: form.ticked("smoking"),
        version: form.value("version").parse().unwrap_or(0),
    }
}

/// Where the form goes and what it is about.
struct About {
    action: String,
    back: String,
    title: String,
    exists: bool,
}

impl About {
    fn new_dwelling(page: &Page) -> Self {
        Self {
            action: "/homes/dwellings/new".to_owned(),
            back: "/homes/dwellings".to_owned(),
            title: page.t("homes-dwelling-new"),
            exists: false,
        }
    }

    fn existing(address: String, code: &str) -> Self {
        let back = format!("/homes/dwellings/{}", encode(code));
        Self { action: format!("{back}/edit"), back, title: address, exists: true }
    }
}

fn form_page(
    page: Page,
    form: Form,
    about: About,
    lists: &HomeLists,
    theirs: Option<Theirs>,
) -> DwellingForm {
    let words = page.words;
    let own = form.value("association").to_owned();
    let association = lists.associations.iter().find(|it| it.code.as_str() == own);
    let smallest = lists.names.all().into_iter().filter_map(|(place, name, level)| {
        let Place::Area(code) = &place else { return None };
        let within = lists.names.parent(&place).map(|parent| lists.names.name(parent));
        let label = within.map_or_else(|| name.clone(), |within| format!("{name}, {within}"));
        (level == AreaLevel::Neighbourhood).then(|| Choice::new(code.to_string(), label))
    });
    DwellingForm {
        association: association.map_or(own.clone(), |it| it.name.to_string()),
        complexes: lists
            .complexes
            .iter()
            .filter(|it| it.association.as_str() == own)
            .map(|it| Choice::new(it.code.to_string(), format!("{}, {}", it.name, it.street)))
            .collect(),
        neighbourhoods: smallest.collect(),
        energies: EnergyLabel::ALL
            .into_iter()
            .map(|it| Choice::new(it.code(), words.name(&it)))
            .collect(),
        adaptations: Adaptation::ALL
            .into_iter()
            .map(|it| Choice::new(it.code(), words.name(&it)))
            .collect(),
        targets: Target::ALL
            .into_iter()
            .map(|it| Choice::new(it.code(), words.name(&it)))
            .collect(),
        form: form.labelled(LABELS),
        action: about.action,
        back: about.back,
        exists: about.exists,
        theirs,
        page: page.called(about.title).under("/homes/dwellings", "homes-tab-dwellings"),
    }
}

/// `GET /homes/dwellings/new`.
pub(crate) async fn new_dwelling(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
) -> Result<Response, Problem> {
    if !shared::may_add(&who) {
        return Err(Problem::forbidden());
    }
    let lists = homes::home_lists(&app, &who).await.map_err(refused::problem_on(&page))?;
    let own = who.organisation().map(ToString::to_string).unwrap_or_default();
    let form = Form::new().filled("association", own).filled("version", "0");
    let about = About::new_dwelling(&page);
    let view = form_page(page, form, about, &lists, None);
    Ok(view.page.render(&view))
}

/// `GET /homes/dwellings/{code}/edit`.
pub(crate) async fn edit_dwelling(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let (row, _, lists) = load(&app, &who, &page, &code).await?;
    if !shared::may_change(&who, &row.association) {
        return Err(Problem::forbidden());
    }
    let about = About::existing(shared::address(&row), row.code.as_str());
    let view = form_page(page, filled(&DwellingDraft::from(&row)), about, &lists, None);
    Ok(view.page.render(&view))
}

/// `POST /homes/dwellings/new`.
pub(crate) async fn add_dwelling(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    form.set("version", "0");
    let about = About::new_dwelling(&page);
    save(&app, &who, page, form, about).await
}

/// `POST /homes/dwellings/{code}/edit`.
pub(crate) async fn save_dwelling(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    form.set("code", code.clone());
    // A form of something that exists always comes from a version.
    if form.value("version").parse::<i64>().unwrap_or(0) < 1 {
        return Err(Problem::bad_request());
    }
    let title = format!("{} {}", form.value("street"), form.value("house_number"));
    save(&app, &who, page, form, About::existing(title, &code)).await
}

async fn save(
    app: &App,
    who: &Who,
    page: Page,
    mut form: Form,
    about: About,
) -> Result<Response, Problem> {
    let lists = homes::home_lists(app, who).await.map_err(refused::problem_on(&page))?;
    let typed = draft(&form, &lists);
    match homes::save_dwelling(app, who, &typed).await {
        Ok(code) => {
            let flash = Flash::new(FlashKind::Success, "homes-dwelling-saved");
            Ok(Page::redirect(&shared::dwelling_href(&code), &flash))
        }
        Err(ActionError::Changed) => {
            let (row, _, lists) = load(app, who, &page, &typed.code).await?;
            let now = DwellingDraft::from(&row);
            let theirs = differences(&page, &typed, &now);
            // Sending the form again is a choice made knowing what the other filled in.
            form.set("version", now.version.to_string());
            let view = form_page(page, form, about, &lists, Some(theirs));
            Ok(view.page.render_with(StatusCode::CONFLICT, &view))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(refused::problem_on(&page))?;
            let view = form_page(page, form, about, &lists, None);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}

fn differences(page: &Page, typed: &DwellingDraft, now: &DwellingDraft) -> Theirs {
    let label = |name: &str| {
        let key = LABELS.iter().find(|(field, _)| *field == name).map(|(_, key)| *key);
        key.map_or_else(|| name.to_owned(), |key| page.t(key))
    };
    let texts = texts(typed)
        .into_iter()
        .zip(texts(now))
        .filter(|((_, typed), (_, now))| typed != now)
        .map(|((name, _), (_, now))| (label(name), now.to_owned()));
    let ticks =
        ticks(typed).into_iter().zip(ticks(now)).filter(|((_, typed), (_, now))| typed != now).map(
            |((name, _), (_, now))| {
                (label(name), page.t(if now { "answer-yes" } else { "answer-no" }))
            },
        );
    texts.chain(ticks).collect()
}
