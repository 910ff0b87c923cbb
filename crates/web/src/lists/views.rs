use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, Who,
    lists::{self, List, ViewDraft},
};
use uuid::Uuid;

use super::bar::NOT_KEPT;
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, Query, page::Crumb, refused, session,
};

struct Row {
    id: String,
    name: String,
    /// The list with this view.
    href: String,
    made_by: String,
    shared: bool,
    default: bool,
    may_change: bool,
}

#[derive(Template)]
#[template(path = "lists/views.html")]
struct ViewsPage {
    page: Page,
    code: &'static str,
    rows: Vec<Row>,
    /// A view that was just thrown away.
    gone: Option<String>,
    default: bool,
    keep: Form,
    may_share: bool,
}

fn list_of(code: &str) -> Result<List, Problem> {
    List::from_code(code).ok_or_else(Problem::not_found)
}

fn one_of(list: &str, id: &str) -> Result<(List, Uuid), Problem> {
    Ok((list_of(list)?, id.parse().map_err(|_| Problem::not_found())?))
}

fn title(list: List) -> &'static str {
    match list {
        List::Cases => "nav-cases",
        List::Decisions => "nav-decisions",
        List::Forms => "forms-title",
        List::Agreements => "nav-agreements",
        List::Participants => "nav-participants",
    }
}

async fn view(
    page: Page,
    app: &App,
    who: &Who,
    list: List,
    keep: Form,
    gone: Option<String>,
) -> Result<ViewsPage, Response> {
    let failed = |error| refused::problem(&error).into_response();
    if !sleutel_actions::policy::may(who, list.action()) {
        return Err(Problem::forbidden().into_response());
    }
    let saved = lists::saved(app, who, list).await.map_err(failed)?;
    let rows = saved.views.iter().map(|it| Row {
        id: it.id.to_string(),
        name: it.name.to_string(),
        href: format!("/{}?{}&saved={}", list.code(), it.query, it.id),
        made_by: it.made_by.clone(),
        shared: it.organisation.is_some(),
        default: saved.default == Some(it.id),
        may_change: saved.may_change(who, it),
    });
    let crumb = Crumb { href: format!("/{}", list.code()), label: page.t(title(list)) };
    let mut page = page.titled("lists-views-title");
    page.crumbs.push(crumb);
    Ok(ViewsPage {
        rows: rows.collect(),
        code: list.code(),
        gone,
        default: saved.default.is_some(),
        may_share: saved.may_share,
        keep: keep.labelled(&[("name", "lists-view-name")]),
        page,
    })
}

/// `GET /views/{list}`: the views somebody has of a list.
pub(super) async fn manage(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(list): Path<String>,
    RawQuery(raw): RawQuery,
) -> Response {
    let list = match list_of(&list) {
        Ok(list) => list,
        Err(problem) => return problem.into_response(),
    };
    let query = Query::parse(raw.as_deref());
    let gone = query.get("gone").parse::<Uuid>().ok().map(|id| id.to_string());
    match view(page, &app, &who, list, Form::new(), gone).await {
        Ok(view) => view.page.render(&view),
        Err(response) => response,
    }
}

/// `POST /views/{list}`: keeps the filters under a name.
pub(super) async fn keep(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(list): Path<String>,
    Posted(mut form): Posted,
) -> Response {
    let list = match list_of(&list) {
        Ok(list) => list,
        Err(problem) => return problem.into_response(),
    };
    let query = list.kept(&Query::parse(Some(form.value("query"))).without(&NOT_KEPT));
    let draft = ViewDraft {
        name: form.value("name").to_owned(),
        query: query.clone(),
        shared: form.ticked("shared"),
        default: form.ticked("default"),
    };
    match lists::keep(&app, &who, list, &draft).await {
        Ok(id) => {
            let to = format!("/{}?{query}&saved={id}", list.code());
            Page::redirect(&to, &Flash::new(FlashKind::Success, "lists-view-kept"))
        }
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => match view(page, &app, &who, list, form, None).await {
                Ok(view) => session::unprocessable(&view.page, &view),
                Err(response) => response,
            },
            Err(error) => refused::problem(&error).into_response(),
        },
    }
}

fn settled(list: &str, done: Result<(), ActionError>, key: &str, gone: &str) -> Response {
    let to = if gone.is_empty() {
        format!("/views/{list}")
    } else {
        format!("/views/{list}?gone={gone}")
    };
    match done {
        Ok(()) => Page::redirect(&to, &Flash::new(FlashKind::Success, key)),
        Err(ActionError::Changed) => {
            let to = format!("/views/{list}");
            Page::redirect(&to, &Flash::new(FlashKind::Warning, "flash-changed"))
        }
        Err(ActionError::Fields(_)) => {
            let to = format!("/views/{list}");
            Page::redirect(&to, &Flash::new(FlashKind::Warning, "lists-view-no-name"))
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

/// `POST /views/{list}/default`.
pub(super) async fn set_default(
    State(app): State<App>,
    Acting(who): Acting,
    Path(code): Path<String>,
    Posted(form): Posted,
) -> Response {
    let list = match list_of(&code) {
        Ok(list) => list,
        Err(problem) => return problem.into_response(),
    };
    let view = form.value("view").parse().ok();
    let done = lists::set_default(&app, &who, list, view).await;
    settled(list.code(), done, "lists-view-default-set", "")
}

/// `POST /views/{list}/{id}/rename`.
pub(super) async fn rename(
    State(app): State<App>,
    Acting(who): Acting,
    Path((list, id)): Path<(String, String)>,
    Posted(form): Posted,
) -> Response {
    let (list, id) = match one_of(&list, &id) {
        Ok(found) => found,
        Err(problem) => return problem.into_response(),
    };
    let name = form.value(&format!("name-{id}")).to_owned();
    let done = lists::rename(&app, &who, id, form.value("before"), &name).await;
    settled(list.code(), done.map(|_| ()), "lists-view-renamed", "")
}

/// `POST /views/{list}/{id}/away`.
pub(super) async fn put_away(
    State(app): State<App>,
    Acting(who): Acting,
    Path((list, id)): Path<(String, String)>,
    Posted(_): Posted,
) -> Response {
    let (list, id) = match one_of(&list, &id) {
        Ok(found) => found,
        Err(problem) => return problem.into_response(),
    };
    let done = lists::put_away(&app, &who, id).await;
    settled(list.code(), done.map(|_| ()), "lists-view-gone", &id.to_string())
}

/// `POST /views/{list}/{id}/back`.
pub(super) async fn put_back(
    State(app): State<App>,
    Acting(who): Acting,
    Path((list, id)): Path<(String, String)>,
    Posted(_): Posted,
) -> Response {
    let (list, id) = match one_of(&list, &id) {
        Ok(found) => found,
        Err(problem) => return problem.into_response(),
    };
    let done = lists::put_back(&app, &who, id).await;
    settled(list.code(), done.map(|_| ()), "lists-view-back", "")
}
