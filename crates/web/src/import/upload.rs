//! Sending files, looking at what was found in them, bringing them in.

use axum::{
    Extension,
    extract::{Multipart, Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use jiff::tz::TimeZone;
use sleutel_actions::{
    App, Who,
    import::uploads::{self, Upload},
    policy::{self, Action},
};
use sleutel_exchange::Kind;
use sleutel_store::uploads::UploadState;
use uuid::Uuid;

use super::{
    findings,
    jobs::{Jobs, Work},
    pages::{self, BusyPage, OutcomePage, Recent, StartPage, StoppedPage},
    sent,
};
use crate::{
    Acting, CsrfToken, Flash, FlashKind, Form, Page, Posted, Problem, form::FieldError, homes,
    refused, session,
};

/// Seconds after which a page about something under way is asked for again.
const AGAIN: HeaderValue = HeaderValue::from_static("2");

fn allowed(who: &Who) -> Result<(), Problem> {
    if policy::may(who, Action::Import) { Ok(()) } else { Err(Problem::forbidden()) }
}

fn href(id: Uuid) -> String {
    format!("/import/{id}")
}

/// An identifier in an address; anything else is not there.
fn read_id(text: &str) -> Result<Uuid, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

fn state_key(state: UploadState) -> &'static str {
    match state {
        UploadState::Received | UploadState::Checking => "import-state-checking",
        UploadState::Checked => "import-state-checked",
        UploadState::Importing => "import-state-importing",
        UploadState::Done => "import-state-done",
        UploadState::Stopped => "import-state-stopped",
    }
}

async fn start_page(app: &App, who: &Who, page: Page, form: Form) -> Result<StartPage, Problem> {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let mine = uploads::mine(app, who).await.map_err(refused::problem_on(&page))?;
    let words = page.words;
    let recent = mine.iter().map(|it| {
        let files = it.outcome.as_ref().map(|it| &it.files);
        let names: Vec<_> = files.into_iter().flatten().map(|it| it.name.clone()).collect();
        let moment = it.created_at.to_zoned(zone.clone()).datetime();
        Recent {
            href: href(it.id),
            when: words.moment(moment),
            files: words.list(&names),
            state: words.t(state_key(it.state)),
        }
    });
    Ok(StartPage {
        recent: recent.collect(),
        kinds: pages::kinds(words),
        form: form.labelled(&[("files", "import-files")]),
        page: page.titled("import-title"),
    })
}

/// `GET /import`.
pub(super) async fn start(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
) -> Result<Response, Problem> {
    allowed(&who)?;
    let view = start_page(&app, &who, page, Form::new()).await?;
    Ok(view.page.render(&view))
}

/// `POST /import`: keeps the files and starts looking at them.
pub(super) async fn send(
    Acting(who): Acting,
    State(app): State<App>,
    Extension(jobs): Extension<Jobs>,
    token: Option<Extension<CsrfToken>>,
    page: Page,
    parts: Multipart,
) -> Result<Response, Problem> {
    allowed(&who)?;
    let Some(Extension(token)) = token else { return Err(Problem::forbidden()) };
    let files = sent::read(&token, parts).await?;
    if files.is_empty() {
        let mut form = Form::new();
        form.refuse("files", FieldError::Key("import-no-file"));
        let view = start_page(&app, &who, page, form).await?;
        return Ok(session::unprocessable(&view.page, &view));
    }
    let id = uploads::receive(&app, &who, files).await.map_err(refused::problem_on(&page))?;
    begin_check(&app, &who, &jobs, &page, id).await
}

async fn begin_check(
    app: &App,
    who: &Who,
    jobs: &Jobs,
    page: &Page,
    id: Uuid,
) -> Result<Response, Problem> {
    if uploads::begin_check(app, who, id).await.map_err(refused::problem_on(page))? {
        jobs.start(app.clone(), who.clone(), id, Work::Check);
    }
    Ok(Redirect::to(&href(id)).into_response())
}

async fn load(app: &App, who: &Who, jobs: &Jobs, page: &Page, id: Uuid) -> Result<Upload, Problem> {
    let working = jobs.steps(id).is_some();
    uploads::see(app, who, id, working).await.map_err(refused::problem_on(page))
}

/// `GET /import/{id}`: how far it is, what was found, or what was brought in.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    Extension(jobs): Extension<Jobs>,
    page: Page,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id = read_id(&id)?;
    let steps = jobs.steps(id);
    let upload = load(&app, &who, &jobs, &page, id).await?;
    let page = page.under("/import", "import-title");
    Ok(match (upload.state, &upload.outcome) {
        (UploadState::Checked | UploadState::Done, Some(outcome)) => {
            let done = upload.state == UploadState::Done;
            let title = if done { "import-done-title" } else { "import-preview-title" };
            let view = OutcomePage::new(page.titled(title), href(id), done, outcome);
            view.page.render(&view)
        }
        (UploadState::Stopped, _) => {
            let view = StoppedPage { page: page.titled("import-stopped-title"), href: href(id) };
            view.page.render(&view)
        }
        (
            UploadState::Received
            | UploadState::Checking
            | UploadState::Importing
            | UploadState::Checked
            | UploadState::Done,
            _,
        ) => {
            let keeping = upload.state == UploadState::Importing;
            let title = if keeping { "import-state-importing" } else { "import-state-checking" };
            let percent = steps.map(|it| it.get()).filter(|(_, total)| *total > 0);
            let view = BusyPage {
                page: page.titled(title),
                here: href(id),
                keeping,
                percent: percent.map(|(done, total)| (done.saturating_mul(100) / total).min(100)),
            };
            let mut response = view.page.render(&view);
            response.headers_mut().insert(header::REFRESH, AGAIN);
            response
        }
    })
}

/// `GET /import/{id}/findings.csv`.
pub(super) async fn findings_csv(
    Acting(who): Acting,
    State(app): State<App>,
    Extension(jobs): Extension<Jobs>,
    page: Page,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let upload = load(&app, &who, &jobs, &page, read_id(&id)?).await?;
    let outcome = upload.outcome.ok_or_else(Problem::not_found)?;
    let words = page.words;
    let heads = [
        "import-column-file",
        "import-column-row",
        "import-column-column",
        "import-column-severity",
        "import-column-code",
        "import-column-what",
        "import-column-remedy",
    ];
    let heads = heads.map(|key| words.t(key)).to_vec();
    let rows = outcome.findings.iter().map(|it| {
        let it = findings::line(words, it);
        vec![it.file, it.row, it.column, it.severity, it.code, it.what, it.remedy]
    });
    Ok(homes::csv("findings.csv", std::iter::once(heads).chain(rows)))
}

/// `POST /import/{id}/check`: looks again, with other kinds when the form says so.
pub(super) async fn check_again(
    Acting(who): Acting,
    State(app): State<App>,
    Extension(jobs): Extension<Jobs>,
    page: Page,
    Path(id): Path<String>,
    Posted(form): Posted,
) -> Result<Response, Problem> {
    let id = read_id(&id)?;
    let kinds: Vec<_> = form
        .pairs()
        .iter()
        .filter_map(|(name, value)| {
            Some((name.strip_prefix("kind-")?.parse().ok()?, Kind::from_code(value)))
        })
        .collect();
    uploads::set_kinds(&app, &who, id, &kinds).await.map_err(refused::problem_on(&page))?;
    begin_check(&app, &who, &jobs, &page, id).await
}

/// `POST /import/{id}/keep`: brings it in. A second press does nothing more.
pub(super) async fn keep(
    Acting(who): Acting,
    State(app): State<App>,
    Extension(jobs): Extension<Jobs>,
    page: Page,
    Path(id): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    let id = read_id(&id)?;
    if uploads::begin_keep(&app, &who, id).await.map_err(refused::problem_on(&page))? {
        jobs.start(app, who, id, Work::Keep);
    }
    Ok(Redirect::to(&href(id)).into_response())
}

/// `POST /import/{id}/discard`.
pub(super) async fn discard(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(id): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    let id = read_id(&id)?;
    match uploads::discard(&app, &who, id).await {
        Ok(()) => {
            Ok(Page::redirect("/import", &Flash::new(FlashKind::Success, "import-discarded")))
        }
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => Ok(Page::redirect(&href(id), &flash)),
            None => Err(refused::problem_on(&page)(error)),
        },
    }
}
