use askama::Template;
use axum::{
    Extension,
    extract::{Multipart, Path, State},
    response::Response,
};
use sleutel_actions::{
    ActionError, App,
    documents::{self, AddDraft, BlankView, DocumentView, Limits, SentFile},
};
use sleutel_domain::documents::{DocumentKind, Tie};

use super::{most, naming};
use crate::{
    Acting, CsrfToken, Flash, FlashKind, Form, Page, Problem, multipart, refused, session,
    show::Choice,
};

/// Labels of the fields, for the summary of errors.
const LABELS: &[(&str, &str)] = &[
    ("kind", "documents-kind"),
    ("tie", "documents-tie"),
    ("share", "documents-share"),
    ("files", "documents-files"),
    ("files-n", "documents-files"),
    ("why", "documents-replace-why"),
];

/// What a kind of document is, who sees it usually and at most.
struct KindRow {
    name: String,
    usual: String,
    most: String,
}

#[derive(Template)]
#[template(path = "documents/add.html")]
struct AddPage {
    page: Page,
    href: String,
    form: Form,
    kinds: Vec<Choice>,
    ties: Vec<Choice>,
    shares: Vec<Choice>,
    table: Vec<KindRow>,
    hint: String,
    scanner: bool,
}

#[derive(Template)]
#[template(path = "documents/replace.html")]
struct ReplacePage {
    page: Page,
    href: String,
    form: Form,
    changes: i64,
    name: String,
    hint: String,
}

fn hint(page: &Page, limits: Limits) -> String {
    let words = page.words;
    words.t_with(
        "documents-files-hint",
        &[
            ("file", words.bytes(limits.file).into()),
            ("count", limits.files.into()),
            ("request", words.bytes(limits.request()).into()),
            ("household", words.bytes(limits.household).into()),
        ],
    )
}

fn add_page(page: Page, app: &App, view: &BlankView, form: Form) -> AddPage {
    let words = page.words;
    let mut ties: Vec<Choice> = Vec::new();
    for step in &view.steps {
        let name = page.t1("documents-tie-step", "name", words.wording(&step.name));
        ties.push(Choice::new(Tie::Step(step.code.clone()).code(), name));
    }
    for it in &view.forms {
        let title = naming::form_title(app, words, it);
        let name = page.t1("documents-tie-form", "name", title);
        ties.push(Choice::new(Tie::Form(it.id).code(), name));
    }
    for it in &view.agreements {
        let name = page.t1("documents-tie-agreement", "name", page.name(&it.terms.kind));
        ties.push(Choice::new(Tie::Agreement(it.id).code(), name));
    }
    let href = naming::list_href(view.reference.as_str());
    let table = |kind: &DocumentKind| KindRow {
        name: page.name(kind),
        usual: naming::shared(&page, kind.usual()),
        most: naming::shared(&page, kind.widest()),
    };
    AddPage {
        form: form.labelled(LABELS),
        kinds: view.kinds.iter().map(|it| Choice::new(it.code(), page.name(it))).collect(),
        ties,
        shares: naming::SHARES.map(|(code, key)| Choice::new(code, page.t(key))).into(),
        table: view.kinds.iter().map(table).collect(),
        hint: hint(&page, view.limits),
        scanner: view.scanner,
        page: page
            .under_named(
                &href,
                words.t_with("documents-of", &[("reference", view.reference.as_str().into())]),
            )
            .titled("documents-add-title"),
        href,
    }
}

/// `GET /participants/{reference}/documents/new`.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Result<Response, Problem> {
    let reference = naming::reference(&reference)?;
    let view =
        documents::blank(&app, &who, &reference).await.map_err(refused::problem_on(&page))?;
    let view = add_page(page, &app, &view, Form::new().filled("share", "usual"));
    Ok(view.page.render(&view))
}

fn files(sent: Vec<multipart::Sent>) -> Vec<SentFile> {
    sent.into_iter().map(|(name, bytes)| SentFile { name, bytes }).collect()
}

/// `POST /participants/{reference}/documents/new`: all of the files, or with any fault none.
pub(super) async fn send(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    token: Option<Extension<CsrfToken>>,
    Path(reference): Path<String>,
    parts: Multipart,
) -> Result<Response, Problem> {
    let reference = naming::reference(&reference)?;
    let Some(Extension(token)) = token else { return Err(Problem::forbidden()) };
    // Whoever may not add is told before a file is read.
    let view =
        documents::blank(&app, &who, &reference).await.map_err(refused::problem_on(&page))?;
    let (mut form, sent) = multipart::read(&token, parts, most(view.limits)).await?;
    let draft = AddDraft {
        kind: form.value("kind").to_owned(),
        tie: form.value("tie").to_owned(),
        share: form.value("share").to_owned(),
        files: files(sent),
    };
    match documents::add(&app, &who, &reference, &draft).await {
        Ok(added) => {
            let flash = Flash::new(FlashKind::Success, "documents-added")
                .with("count", added.len().to_string());
            Ok(Page::redirect(&naming::list_href(reference.as_str()), &flash))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(refused::problem_on(&page))?;
            let view = add_page(page, &app, &view, form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}

fn replace_page(page: Page, view: &DocumentView, form: Form, changes: i64) -> ReplacePage {
    let document = &view.document.row;
    let href = naming::href(document.id);
    let kind = page.name(&document.kind);
    let name = view.document.newest().map(|it| it.row.name.to_string()).unwrap_or_default();
    let list = naming::list_href(document.reference.as_str());
    let of = page.t1("documents-of", "reference", document.reference.as_str());
    let most = page.words.bytes(view.limits.file);
    ReplacePage {
        form: form.labelled(LABELS),
        changes,
        name,
        hint: page.t1("documents-file-one-hint", "file", most),
        page: page.under_named(list, of).under_named(&href, kind).titled("documents-replace-title"),
        href,
    }
}

/// `GET /documents/{id}/versions/new`.
pub(super) async fn ask_version(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id = naming::id(&id)?;
    let view = documents::view(&app, &who, id).await.map_err(refused::problem_on(&page))?;
    if !view.may_replace {
        return Err(Problem::forbidden());
    }
    let changes = view.document.row.changes;
    let view = replace_page(page, &view, Form::new(), changes);
    Ok(view.page.render(&view))
}

/// `POST /documents/{id}/versions/new`.
pub(super) async fn send_version(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    token: Option<Extension<CsrfToken>>,
    Path(id): Path<String>,
    parts: Multipart,
) -> Result<Response, Problem> {
    let id = naming::id(&id)?;
    let Some(Extension(token)) = token else { return Err(Problem::forbidden()) };
    let view = documents::view(&app, &who, id).await.map_err(refused::problem_on(&page))?;
    let (mut form, sent) = multipart::read(&token, parts, most(view.limits)).await?;
    let changes = form.value("changes").parse().unwrap_or(0);
    let why = form.value("why").to_owned();
    match documents::replace(&app, &who, id, changes, &why, &files(sent)).await {
        Ok(()) => {
            let flash = Flash::new(FlashKind::Success, "documents-done-replaced");
            Ok(Page::redirect(&naming::href(id), &flash))
        }
        Err(ActionError::Changed) => {
            let flash = Flash::new(FlashKind::Warning, "flash-changed");
            Ok(Page::redirect(&naming::href(id), &flash))
        }
        Err(error) => {
            refused::at_fields(&mut form, error).map_err(refused::problem_on(&page))?;
            let view = replace_page(page, &view, form, changes);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}
