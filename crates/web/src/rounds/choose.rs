//! Choosing the homes of a round: a new one, or one under way.

use std::collections::BTreeSet;

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use sleutel_actions::{
    ActionError, App, Who, homes,
    policy::{self, Action},
    rounds::{self, RoundDraft},
};
use sleutel_domain::{Id, homes::Place, placement::Round};
use sleutel_store::homes::DwellingRow;

use super::{
    At,
    names::{address, district, home_facts},
    refuse,
};
use crate::{Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused, show::Choice};

/// A vacancy to choose.
#[derive(Debug)]
struct Row {
    code: String,
    address: String,
    place: String,
    facts: String,
    association: String,
    association_name: String,
    district: String,
    from: String,
    chosen: bool,
    /// Left out of sight by a filter; its choice is kept.
    shown: bool,
}

/// The form of a new round, or of the homes of one.
#[derive(Debug, Template)]
#[template(path = "rounds/choose.html")]
struct ChoosePage {
    page: Page,
    form: Form,
    /// A new round: with name, date and settings.
    fresh: bool,
    /// Where the form goes and where "cancel" leads.
    action: String,
    back: String,
    version: i64,
    rows: Vec<Row>,
    chosen: usize,
    associations: Vec<Choice>,
    districts: Vec<Choice>,
    /// What happened, when somebody else was first.
    alert: Option<String>,
}

const LABELS: &[(&str, &str)] = &[
    ("name", "rounds-name"),
    ("held_on", "rounds-date"),
    ("seed", "rounds-seed"),
    ("spare_rooms", "rounds-spare"),
    ("ahead", "rounds-ahead"),
    ("vacancies", "rounds-homes"),
];

/// What is chosen: nothing said yet means everything.
enum Chosen {
    All,
    These(BTreeSet<String>),
}

impl Chosen {
    fn has(&self, code: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(codes) => codes.contains(code),
        }
    }
}

struct Asked {
    form: Form,
    chosen: Chosen,
    round: Option<(Id<Round>, i64)>,
    alert: Option<String>,
    status: StatusCode,
}

async fn shown(app: &App, who: &Who, page: Page, asked: Asked) -> Response {
    let found = async {
        let (homes, names) = rounds::homes_to_choose(app, who).await?;
        Ok::<_, ActionError>((homes, names, homes::home_lists(app, who).await?.associations))
    };
    let (homes, names, associations) = match found.await {
        Ok(found) => found,
        Err(error) => return refuse(&page, &error),
    };
    let form = asked.form.labelled(LABELS);
    let names_of = |row: &DwellingRow| {
        associations
            .iter()
            .find(|it| it.code == row.association)
            .map_or_else(|| row.association.to_string(), |it| it.name.to_string())
    };
    let (wanted, near) = (form.value("association"), form.value("district"));
    let mut districts = BTreeSet::new();
    let rows: Vec<Row> = homes
        .iter()
        .map(|it| {
            let home = &it.dwelling;
            let part = district(&names, &home.neighbourhood)
                .map(|place| names.name(&place))
                .unwrap_or_default();
            districts.insert(part.clone());
            let neighbourhood = Place::Area(home.neighbourhood.clone());
            Row {
                code: it.vacancy.code.to_string(),
                address: address(home),
                place: names.name(&neighbourhood),
                facts: home_facts(page.words, home).join(" · "),
                association: home.association.to_string(),
                association_name: names_of(home),
                from: page.date_short(&it.vacancy.available_from),
                chosen: asked.chosen.has(it.vacancy.code.as_str()),
                shown: (wanted.is_empty() || wanted == home.association.as_str())
                    && (near.is_empty() || near == part),
                district: part,
            }
        })
        .collect();
    let (action, back, version) = match asked.round {
        None => ("/rounds/new".to_owned(), "/rounds".to_owned(), 0),
        Some((id, version)) => (format!("/rounds/{id}/homes"), format!("/rounds/{id}"), version),
    };
    let title = if asked.round.is_none() { "rounds-new" } else { "rounds-change-homes" };
    let mut page = page.titled(title).under("/rounds", "nav-rounds");
    if asked.round.is_some() {
        page = page.under(&back, "rounds-one");
    }
    let view = ChoosePage {
        fresh: asked.round.is_none(),
        action,
        back,
        version,
        chosen: rows.iter().filter(|row| row.chosen).count(),
        rows,
        associations: associations
            .iter()
            .map(|it| Choice::new(it.code.as_str(), it.name.as_str()))
            .collect(),
        districts: districts
            .into_iter()
            .filter(|it| !it.is_empty())
            .map(|it| Choice::new(it.clone(), it))
            .collect(),
        alert: asked.alert,
        form,
        page,
    };
    view.page.render_with(asked.status, &view)
}

fn may(who: &Who) -> Option<Response> {
    (!policy::may(who, Action::ChangeRound)).then(|| Problem::forbidden().into_response())
}

fn week(page: &Page, today: Date) -> String {
    let week = today.iso_week_date();
    page.t2("rounds-name-week", "week", i64::from(week.week()), "year", week.year().to_string())
}

/// `GET /rounds/new`: everything that is free is chosen, the date is today.
pub(super) async fn blank(State(app): State<App>, Acting(who): Acting, page: Page) -> Response {
    if let Some(refused) = may(&who) {
        return refused;
    }
    let today = app.today();
    let form = Form::new()
        .filled("name", week(&page, today))
        .filled("held_on", today.to_string())
        .filled("spare_rooms", "1")
        .filled("ahead", "0");
    let (chosen, status) = (Chosen::All, StatusCode::OK);
    shown(&app, &who, page, Asked { form, chosen, round: None, alert: None, status }).await
}

fn codes(form: &Form) -> BTreeSet<String> {
    let mut codes: BTreeSet<String> =
        form.values("vacancies").into_iter().map(str::to_owned).collect();
    // Without script "all" and "none" are buttons; they are about what is in sight.
    let seen = || form.values("seen").into_iter().map(str::to_owned);
    match form.value("then") {
        "all" => codes.extend(seen()),
        "none" => seen().for_each(|code| {
            codes.remove(&code);
        }),
        _ => {}
    }
    codes
}

/// Whether the button only changes what is in sight or chosen, and saves nothing.
fn only_looks(form: &Form) -> bool {
    matches!(form.value("then"), "filter" | "all" | "none")
}

/// `POST /rounds/new`.
pub(super) async fn create(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    Posted(mut form): Posted,
) -> Response {
    let codes = codes(&form);
    if !only_looks(&form) {
        let typed = |name: &str| form.value(name).to_owned();
        let draft = RoundDraft {
            name: typed("name"),
            held_on: typed("held_on"),
            seed: typed("seed"),
            spare_rooms: typed("spare_rooms"),
            ahead: typed("ahead"),
            vacancies: codes.iter().cloned().collect(),
        };
        match rounds::create(&app, &who, &draft).await {
            Ok(id) => {
                let flash =
                    Flash::new(FlashKind::Success, "rounds-made").with("homes", codes.len());
                return Page::redirect(&format!("/rounds/{id}"), &flash);
            }
            Err(error) => {
                if let Err(error) = refused::at_fields(&mut form, error) {
                    return refuse(&page, &error);
                }
            }
        }
    }
    let status = if form.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let chosen = Chosen::These(codes);
    shown(&app, &who, page, Asked { form, chosen, round: None, alert: None, status }).await
}

/// `GET /rounds/{id}/homes`.
pub(super) async fn homes(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
) -> Response {
    if let Some(refused) = may(&who) {
        return refused;
    }
    let frame = match rounds::frame(&app, &who, id).await {
        Ok(frame) => frame,
        Err(error) => return refuse(&page, &error),
    };
    let chosen = Chosen::These(frame.homes.keys().map(ToString::to_string).collect());
    let round = Some((id, frame.round.version));
    let (form, status) = (Form::new(), StatusCode::OK);
    shown(&app, &who, page, Asked { form, chosen, round, alert: None, status }).await
}

/// `POST /rounds/{id}/homes`. When the round moved on meanwhile, the choice is shown again
/// on top of the version that stands now.
pub(super) async fn change(
    State(app): State<App>,
    Acting(who): Acting,
    page: Page,
    At(id): At,
    Posted(mut form): Posted,
) -> Response {
    let codes = codes(&form);
    let seen = form.value("version").parse().unwrap_or_default();
    let (mut version, mut alert, mut status) = (seen, None, StatusCode::OK);
    if !only_looks(&form) {
        let list: Vec<String> = codes.iter().cloned().collect();
        match rounds::change_homes(&app, &who, id, seen, &list).await {
            Ok(()) => {
                let flash = Flash::new(FlashKind::Success, "rounds-homes-changed");
                return Page::redirect(&format!("/rounds/{id}"), &flash);
            }
            Err(ActionError::Changed) => {
                version = match rounds::frame(&app, &who, id).await {
                    Ok(frame) => frame.round.version,
                    Err(error) => return refuse(&page, &error),
                };
                alert = Some(page.t("rounds-homes-moved"));
                status = StatusCode::CONFLICT;
            }
            Err(error) => {
                if let Err(error) = refused::at_fields(&mut form, error) {
                    return refuse(&page, &error);
                }
                status = StatusCode::UNPROCESSABLE_ENTITY;
            }
        }
    }
    let chosen = Chosen::These(codes);
    let round = Some((id, version));
    shown(&app, &who, page, Asked { form, chosen, round, alert, status }).await
}
