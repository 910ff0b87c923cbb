use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Who,
    steering::kept::{self, AgreementKept, KeptView, TARGET, TargetDraft},
};
use sleutel_domain::steering::kept::{Figure, WorkAgreement};
use sleutel_store::kept::AgreementTargetRow;

use super::{
    HREF, against, asked, figure, key, one_href, overview::bar, problem_on, short, year_of,
};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, Query,
    access::{actor_words, moment},
    refused, session,
    show::{Bar, Tab, Tone},
    steering::{Years, tabs},
};

const LABELS: &[(&str, &str)] =
    &[("percent", "work-agreements-target"), ("reason", "work-agreements-target-reason")];

/// One year as a column of the picture, and in words.
#[derive(Debug)]
struct Column {
    year: i16,
    href: String,
    text: String,
    target: String,
    /// Where it begins and how high it is, of 100; nothing where no figure is shown.
    drawn: Option<(u32, u32)>,
    /// Where the target is, of 100 from the top.
    line: u32,
    /// Where it begins from the left.
    left: u32,
}

#[derive(Debug, Template)]
#[template(path = "steering/kept/one.html")]
struct OnePage {
    page: Page,
    tabs: Vec<Tab>,
    years: Years,
    name: String,
    measured: bool,
    /// Why it is not measured, or what is counted and of what.
    said: Vec<(String, String)>,
    kept: String,
    bar: Option<Bar>,
    against: Option<(String, Tone)>,
    target: String,
    ours: bool,
    quarters: Vec<(String, String)>,
    columns: Vec<Column>,
    obstacles: Vec<(String, String)>,
    new_obstacle: Option<String>,
    files: Option<String>,
    set_target: Option<String>,
    history: Vec<(String, String, String)>,
}

fn column(page: &Page, agreement: WorkAgreement, at: u32, it: &kept::YearOfAgreement) -> Column {
    let words = page.words;
    let whole = it.kept.map_or(Figure::Nothing, |it| it.whole);
    let drawn = match whole {
        Figure::Shown(it) => {
            let height = u32::from(it.percent().unwrap_or_default());
            Some((100 - height, height))
        }
        Figure::Nothing | Figure::Few | Figure::Held => None,
    };
    Column {
        year: it.year,
        href: one_href(agreement, it.year),
        text: figure(words, whole),
        target: page.t1("work-agreements-percent-short", "percent", u32::from(it.target.percent)),
        drawn,
        line: 100 - u32::from(it.target.percent.min(100)),
        left: at * 100 + 10,
    }
}

/// What is counted, of what and by when; or why nothing is.
fn said(page: &Page, agreement: WorkAgreement) -> Vec<(String, String)> {
    let of = |head: &str, what: &str| (page.t(head), page.t(&key(agreement, what)));
    if agreement.is_measured() {
        vec![
            of("work-agreements-kept-when", "kept"),
            of("work-agreements-counted", "counted"),
            of("work-agreements-by-when", "when"),
        ]
    } else {
        vec![of("work-agreements-why-not", "why")]
    }
}

fn history(
    page: &Page,
    app: &App,
    year: i16,
    all: &[AgreementTargetRow],
) -> Vec<(String, String, String)> {
    let words = page.words;
    all.iter()
        .filter(|it| it.year == year)
        .map(|it| {
            let what = match it.percent {
                Some(percent) => {
                    page.t1("work-agreements-target-set", "percent", u32::from(percent))
                }
                None => page.t1("work-agreements-target-taken-back", "percent", u32::from(TARGET)),
            };
            let (who, when) = (actor_words(words, &it.actor), moment(words, it.at, &app.zone));
            (what, page.t2("work-agreements-said", "who", who, "when", when), it.reason.to_string())
        })
        .collect()
}

fn view(page: Page, app: &App, found: &KeptView, one: &AgreementKept) -> OnePage {
    let words = page.words;
    let (agreement, year) = (one.agreement, found.year);
    let asked = one.year();
    let kept_year = asked.and_then(|it| it.kept);
    let whole = kept_year.map(|it| it.whole);
    let target = asked.map_or(TARGET, |it| it.target.percent);
    let missed = matches!(whole, Some(Figure::Shown(it)) if it.kept < it.counted);
    let number = agreement.number();
    let base = format!("{HREF}/{number}");
    let quarters = kept_year.map(|it| it.quarters.to_vec()).unwrap_or_default();
    let measured = agreement.is_measured();
    let columns = (0..).zip(&one.years).map(|(at, it)| column(&page, agreement, at, it));
    OnePage {
        tabs: tabs(&page, HREF),
        years: Years::around(&base, year, app).until(app.today().year()),
        name: words.name(&agreement),
        measured,
        said: said(&page, agreement),
        kept: whole.map_or_else(|| words.t("work-agreements-not-measured"), |it| figure(words, it)),
        bar: whole.and_then(|it| bar(it, target)),
        against: whole.and_then(|it| against(words, it, target)),
        target: page.t1("work-agreements-percent-short", "percent", u32::from(target)),
        ours: asked.is_none_or(|it| it.target.set.is_none()),
        quarters: (1_u32..)
            .zip(quarters)
            .map(|(at, it)| (page.t1("work-agreements-quarter", "number", at), short(words, it)))
            .collect(),
        columns: columns.collect(),
        obstacles: one
            .obstacles
            .iter()
            .map(|(number, title)| (crate::steering::obstacles::href(*number), title.clone()))
            .collect(),
        new_obstacle: (found.may_add_obstacle && (missed || !measured))
            .then(|| format!("/steering/obstacles/new?agreement={number}&year={year}")),
        files: (found.may_see_files && measured).then(|| format!("{base}/files?year={year}")),
        set_target: (found.may_set_target && measured)
            .then(|| format!("{base}/target?year={year}")),
        history: history(&page, app, year, &found.targets),
        page: {
            let title = page.t2(
                "work-agreements-one-title",
                "number",
                u32::from(number),
                "year",
                year.to_string(),
            );
            page.under(HREF, "work-agreements-tab").called(title)
        },
    }
}

async fn loaded(
    app: &App,
    who: &Who,
    page: &Page,
    (agreement, year): (WorkAgreement, i16),
) -> Result<(KeptView, AgreementKept), Problem> {
    let mut found = kept::view(app, who, year, Some(agreement)).await.map_err(problem_on(page))?;
    let one = found.agreements.pop().ok_or_else(Problem::not_found)?;
    Ok((found, one))
}

/// `GET /steering/agreements/{number}`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(number): Path<u8>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let wanted = (asked(number)?, year_of(&query, &app));
    let (found, one) = loaded(&app, &who, &page, wanted).await?;
    let view = view(page, &app, &found, &one);
    Ok(view.page.render(&view))
}

#[derive(Debug, Template)]
#[template(path = "steering/kept/target.html")]
struct TargetPage {
    page: Page,
    form: Form,
    lead: String,
    back: String,
    held: bool,
    /// Somebody else was first.
    changed: bool,
}

fn target_page(
    page: Page,
    found: &KeptView,
    one: &AgreementKept,
    form: Option<Form>,
) -> TargetPage {
    let set = one.year().and_then(|it| it.target.set.as_ref());
    let form = form.unwrap_or_else(|| {
        let percent = set.and_then(|it| it.percent).map(|it| it.to_string()).unwrap_or_default();
        let version = one.year().map_or(0, |it| it.target.version).to_string();
        Form::new().filled("percent", percent).filled("was", version)
    });
    let back = one_href(one.agreement, found.year);
    let name = page.name(&one.agreement);
    TargetPage {
        form: form.labelled(LABELS),
        lead: name.clone(),
        held: set.is_some(),
        changed: false,
        page: {
            let title = page.t1("work-agreements-target-title", "year", found.year.to_string());
            page.under(HREF, "work-agreements-tab").under_named(back.clone(), name).called(title)
        },
        back,
    }
}

async fn may_set(
    app: &App,
    who: &Who,
    page: &Page,
    wanted: (WorkAgreement, i16),
) -> Result<(KeptView, AgreementKept), Problem> {
    let (found, one) = loaded(app, who, page, wanted).await?;
    if !found.may_set_target {
        return Err(Problem::forbidden());
    }
    if !wanted.0.is_measured() {
        return Err(Problem::not_found());
    }
    Ok((found, one))
}

/// `GET /steering/agreements/{number}/target`.
pub(super) async fn target(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(number): Path<u8>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let wanted = (asked(number)?, year_of(&query, &app));
    let (found, one) = may_set(&app, &who, &page, wanted).await?;
    let view = target_page(page, &found, &one, None);
    Ok(view.page.render(&view))
}

/// `POST /steering/agreements/{number}/target`.
pub(super) async fn set_target(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(number): Path<u8>,
    RawQuery(raw): RawQuery,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let wanted = (asked(number)?, year_of(&query, &app));
    let (found, one) = may_set(&app, &who, &page, wanted).await?;
    let text = |name: &str| form.value(name).trim().to_owned();
    let draft = TargetDraft { percent: text("percent"), reason: text("reason"), was: text("was") };
    match kept::set_target(&app, &who, wanted, &draft).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "work-agreements-target-saved");
            Ok(Page::redirect(&one_href(wanted.0, wanted.1), &flash))
        }
        Err(ActionError::Changed) => {
            // What was typed stays; it is about the version that is newest now.
            form.set("was", one.year().map_or(0, |it| it.target.version).to_string());
            let view = target_page(page, &found, &one, Some(form));
            let view = TargetPage { changed: true, ..view };
            Ok(view.page.render_with(StatusCode::CONFLICT, &view))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(problem_on(&page))?;
            let view = target_page(page, &found, &one, Some(form));
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}
