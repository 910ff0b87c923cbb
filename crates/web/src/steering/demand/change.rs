//! A number in the place of a forecast, and people who were announced.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Who,
    steering::demand::{self, AnnounceDraft, Outlook, OverruleDraft},
};
use sleutel_domain::{
    GroupCode,
    steering::forecast::{HORIZON, Month},
};
use uuid::Uuid;

use super::{HREF, band, may_change, month};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, listing::encode, refused,
    rounds::names::group_in, session, show::Choice,
};

const LABELS: &[(&str, &str)] = &[
    ("group", "demand-group"),
    ("month", "demand-month-of"),
    ("people", "demand-people"),
    ("expected", "demand-number"),
    ("reason", "demand-reason"),
];

#[derive(Debug, Template)]
#[template(path = "steering/demand/form.html")]
struct FormPage {
    page: Page,
    form: Form,
    lead: String,
    /// Whose number is asked: `expected`, `people`, or none.
    number: Option<(&'static str, &'static str, &'static str)>,
    optional: bool,
    groups: Vec<Choice>,
    months: Vec<Choice>,
    button: &'static str,
    back: String,
    /// Somebody else was first.
    changed: bool,
}

/// What a page of forms is made from; refused for who may not change anything.
async fn load(app: &App, who: &Who, page: &Page) -> Result<Outlook, Problem> {
    load_year(app, who, page, app.today().year()).await
}

async fn load_year(app: &App, who: &Who, page: &Page, year: i16) -> Result<Outlook, Problem> {
    if !may_change(who) {
        return Err(Problem::forbidden());
    }
    demand::outlook(app, who, year).await.map_err(refused::problem_on(page))
}

fn text(form: &Form, name: &str) -> String {
    form.value(name).trim().to_owned()
}

/// The year of an address: this one or the next.
fn year_of(app: &App, year: &str) -> Result<i16, Problem> {
    let this = app.today().year();
    let known = [this, this.saturating_add(1)];
    let asked = known.into_iter().find(|it| it.to_string() == year);
    asked.ok_or_else(Problem::not_found)
}

fn overrule_page(
    page: Page,
    outlook: &Outlook,
    code: &GroupCode,
    form: Option<Form>,
) -> Result<FormPage, Problem> {
    let year = outlook.year.year;
    let group = outlook.year.groups.iter().find(|it| it.group.code == *code);
    let group = group.ok_or_else(Problem::not_found)?;
    let version = outlook.overrulings.iter().find(|it| it.group == *code && it.year == year);
    let version = version.map_or(0, |it| it.version).to_string();
    let held = group.overruled.as_ref().and_then(|it| it.expected);
    let form = form.unwrap_or_else(|| {
        let held = held.map(|it| it.to_string()).unwrap_or_default();
        Form::new().filled("expected", held).filled("was", version)
    });
    let name = group_in(page.words, &group.group);
    let back = format!("{HREF}/groups/{}?year={year}", encode(code.as_str()));
    let lead = page.t1("demand-overrule-lead", "band", band(page.words, &group.whole));
    let hint = if held.is_some() { "demand-number-hint-held" } else { "demand-number-hint" };
    Ok(FormPage {
        form: form.labelled(LABELS),
        lead,
        number: Some(("expected", "demand-number", hint)),
        optional: held.is_some(),
        groups: Vec::new(),
        months: Vec::new(),
        button: "homes-save",
        changed: false,
        page: {
            let year = year.to_string();
            let title = page.t2("demand-overrule-title", "name", &name, "year", year);
            page.called(title).under(HREF, "steering-tab-demand").under_named(back.clone(), name)
        },
        back,
    })
}

/// `GET /steering/demand/groups/{code}/{year}/edit`.
pub(super) async fn forecast(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path((code, year)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let outlook = load_year(&app, &who, &page, year_of(&app, &year)?).await?;
    let code = GroupCode::new(&code).map_err(|_| Problem::not_found())?;
    let view = overrule_page(page, &outlook, &code, None)?;
    Ok(view.page.render(&view))
}

/// `POST /steering/demand/groups/{code}/{year}/edit`.
pub(super) async fn overrule(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path((code, year)): Path<(String, String)>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let year = year_of(&app, &year)?;
    let outlook = load_year(&app, &who, &page, year).await?;
    let code = GroupCode::new(&code).map_err(|_| Problem::not_found())?;
    let draft = OverruleDraft {
        expected: text(&form, "expected"),
        reason: text(&form, "reason"),
        was: text(&form, "was"),
    };
    match demand::overrule(&app, &who, (&code, year), &draft).await {
        Ok(()) => {
            let key =
                if draft.expected.is_empty() { "demand-taken-back" } else { "demand-overruled" };
            let back = format!("{HREF}/groups/{}?year={year}", encode(code.as_str()));
            Ok(Page::redirect(&back, &Flash::new(FlashKind::Success, key)))
        }
        // The form shows what the other decided.
        Err(ActionError::Changed) => {
            let view = FormPage { changed: true, ..overrule_page(page, &outlook, &code, None)? };
            Ok(view.page.render_with(StatusCode::CONFLICT, &view))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(refused::problem_on(&page))?;
            let view = overrule_page(page, &outlook, &code, Some(form))?;
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}

fn announce_page(page: Page, outlook: &Outlook, form: Form) -> FormPage {
    let words = page.words;
    let groups = outlook.year.groups.iter();
    let groups =
        groups.map(|it| Choice::new(it.group.code.to_string(), group_in(words, &it.group)));
    let mut groups: Vec<Choice> = groups.collect();
    groups.sort_by(|a, b| a.label.cmp(&b.label));
    let months = (0..i32::from(HORIZON)).map(|at| outlook.past.until().plus(at));
    let months = months.map(|it: Month| Choice::new(it.code(), month(words, it)));
    FormPage {
        form: form.labelled(LABELS),
        lead: page.t("demand-announce-lead"),
        number: Some(("people", "demand-people", "")),
        optional: false,
        groups,
        months: months.collect(),
        button: "demand-announce",
        back: HREF.to_owned(),
        changed: false,
        page: page.titled("demand-announce-title").under(HREF, "steering-tab-demand"),
    }
}

/// `GET /steering/demand/announce`.
pub(super) async fn new_announced(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
) -> Result<Response, Problem> {
    let outlook = load(&app, &who, &page).await?;
    let view = announce_page(page, &outlook, Form::new());
    Ok(view.page.render(&view))
}

/// `POST /steering/demand/announce`.
pub(super) async fn announce(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let outlook = load(&app, &who, &page).await?;
    let draft = AnnounceDraft {
        group: text(&form, "group"),
        month: text(&form, "month"),
        people: text(&form, "people"),
        reason: text(&form, "reason"),
    };
    match demand::announce(&app, &who, &draft).await {
        Ok(()) => {
            Ok(Page::redirect(HREF, &Flash::new(FlashKind::Success, "demand-announced-kept")))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(refused::problem_on(&page))?;
            let view = announce_page(page, &outlook, form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}

fn withdraw_page(page: Page, outlook: &Outlook, id: Uuid, form: Form) -> Result<FormPage, Problem> {
    let row = outlook.announced.iter().find(|it| it.id == id && it.withdrawn.is_none());
    let row = row.ok_or_else(Problem::not_found)?;
    let group = outlook.year.groups.iter().find(|it| it.group.code == row.group);
    let name = group.map_or_else(|| row.group.to_string(), |it| group_in(page.words, &it.group));
    let lead = page.words.t_with(
        "demand-withdraw-lead",
        &[
            ("people", row.people.into()),
            ("name", name.into()),
            ("month", month(page.words, row.month).into()),
        ],
    );
    Ok(FormPage {
        form: form.labelled(LABELS),
        lead,
        number: None,
        optional: false,
        groups: Vec::new(),
        months: Vec::new(),
        button: "demand-withdraw",
        back: HREF.to_owned(),
        changed: false,
        page: page.titled("demand-withdraw-title").under(HREF, "steering-tab-demand"),
    })
}

/// `GET /steering/demand/announced/{id}/withdraw`.
pub(super) async fn old_announced(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let outlook = load(&app, &who, &page).await?;
    let id = Uuid::parse_str(&id).map_err(|_| Problem::not_found())?;
    let view = withdraw_page(page, &outlook, id, Form::new())?;
    Ok(view.page.render(&view))
}

/// `POST /steering/demand/announced/{id}/withdraw`.
pub(super) async fn withdraw(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(id): Path<String>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let outlook = load(&app, &who, &page).await?;
    let id = Uuid::parse_str(&id).map_err(|_| Problem::not_found())?;
    match demand::withdraw(&app, &who, id, &text(&form, "reason")).await {
        Ok(()) => {
            Ok(Page::redirect(HREF, &Flash::new(FlashKind::Success, "demand-withdrawn-kept")))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(refused::problem_on(&page))?;
            let view = withdraw_page(page, &outlook, id, form)?;
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}
