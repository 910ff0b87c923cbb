use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use sleutel_actions::{App, access};
use sleutel_domain::{OrganisationCode, access::Role};
use sleutel_store::{access::AccountRow, fold};

use crate::{
    Acting, FieldError, Flash, FlashKind, Form, Page, Pager, Posted, Query,
    listing::SortHead,
    refused, session,
    show::{Choice, Tone},
};

const PER_PAGE: u32 = 50;
const LABELS: &[(&str, &str)] = &[
    ("login", "login-name"),
    ("name", "account-name"),
    ("role", "account-role"),
    ("organisation", "account-organisation"),
    ("passphrase", "accounts-passphrase"),
];

struct Row {
    login: String,
    name: String,
    role: Role,
    organisation: String,
    active: bool,
    own: bool,
    tone: Tone,
}

#[derive(Template)]
#[template(path = "access/accounts.html")]
struct AccountsPage {
    page: Page,
    filter: Form,
    roles: Vec<Choice>,
    heads: Vec<SortHead>,
    rows: Vec<Row>,
    pager: Pager,
    here: String,
}

/// `GET /accounts`.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let mut accounts = match access::accounts(&app, &who).await {
        Ok(accounts) => accounts,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let query = Query::parse(raw.as_deref());
    let columns = ["name", "login", "role", "organisation"];
    let sorted = query.sort(&columns, ("name", false));
    let (words, role) = (fold(query.get("q")), query.get("role").to_owned());
    accounts.retain(|it| {
        let text = format!("{} {} {}", it.name, it.login, it.organisation.name);
        fold(&text).contains(&words) && (role.is_empty() || it.role.code() == role)
    });
    accounts.sort_by_key(|it| match sorted.0 {
        "login" => (it.login.clone(), String::new()),
        "role" => (page.name(&it.role), fold(&it.name)),
        "organisation" => (fold(it.organisation.name.as_str()), fold(&it.name)),
        _ => (fold(&it.name), it.login.clone()),
    });
    if sorted.1 {
        accounts.reverse();
    }
    let pager = Pager::new(&query, u32::try_from(accounts.len()).unwrap_or(u32::MAX), PER_PAGE);
    let (skip, take) = (pager.offset(), PER_PAGE);
    let own = who.account();
    let rows = accounts
        .into_iter()
        .skip(usize::try_from(skip).unwrap_or(usize::MAX))
        .take(usize::try_from(take).unwrap_or(usize::MAX))
        .map(|it: AccountRow| Row {
            own: own == Some(it.id),
            login: it.login,
            name: it.name,
            role: it.role,
            organisation: it.organisation.name.to_string(),
            active: it.active,
            tone: if it.active { Tone::Good } else { Tone::Neutral },
        })
        .collect();
    let keys = ["account-name", "login-name", "account-role", "account-organisation"];
    let heads = columns
        .iter()
        .zip(keys)
        .map(|(column, key)| SortHead::new(&query, sorted, column, key, false))
        .collect();
    let roles = roles(&page);
    let here = page.here().to_owned();
    let filter = Form::new().filled("q", query.get("q")).filled("role", query.get("role"));
    let page = page.titled("accounts-title");
    let view = AccountsPage { page, filter, roles, heads, rows, pager, here };
    view.page.render(&view)
}

fn roles(page: &Page) -> Vec<Choice> {
    Role::ALL.iter().map(|role| Choice::new(role.code(), page.name(role))).collect()
}

#[derive(Template)]
#[template(path = "access/account_new.html")]
struct NewPage {
    page: Page,
    form: Form,
    roles: Vec<Choice>,
    organisations: Vec<Choice>,
}

async fn asked(page: Page, app: &App, who: &sleutel_actions::Who, form: Form) -> Response {
    let organisations = match access::organisations(app, who).await {
        Ok(rows) => rows,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let organisations = organisations
        .into_iter()
        .map(|row| {
            Choice::new(row.code.as_str(), format!("{} ({})", row.name, page.name(&row.kind)))
        })
        .collect();
    let roles = roles(&page);
    let page = page.titled("accounts-new-title").under("/accounts", "accounts-title");
    let view = NewPage { page, form: form.labelled(LABELS), roles, organisations };
    if view.form.has_errors() {
        session::unprocessable(&view.page, &view)
    } else {
        view.page.render(&view)
    }
}

/// `GET /accounts/new`.
pub(super) async fn ask(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    asked(page, &app, &who, Form::new()).await
}

/// `POST /accounts/new`.
pub(super) async fn add(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Posted(mut form): Posted,
) -> Response {
    let role = Role::from_code(form.value("role"));
    let organisation = OrganisationCode::new(form.value("organisation")).ok();
    let (Some(role), Some(organisation)) = (role, organisation.clone()) else {
        if role.is_none() {
            form.refuse("role", FieldError::Choose);
        }
        if organisation.is_none() {
            form.refuse("organisation", FieldError::Choose);
        }
        for name in ["login", "name", "passphrase"] {
            if form.value(name).trim().is_empty() {
                form.refuse(name, FieldError::Required);
            }
        }
        return asked(page, &app, &who, form).await;
    };
    let new = access::NewAccount {
        login: form.value("login").to_owned(),
        name: form.value("name").to_owned(),
        role,
        organisation,
        passphrase: form.value("passphrase").to_owned(),
    };
    match access::add_account(&app, &who, &new).await {
        Ok(()) => Page::redirect("/accounts", &Flash::new(FlashKind::Success, "accounts-added")),
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => asked(page, &app, &who, form).await,
            Err(error) => refused::refuse(&page, &error),
        },
    }
}

/// `POST /accounts/active`: opens or closes an account. Nobody closes their own, or there
/// would be nobody left to open it.
pub(super) async fn set_active(
    State(app): State<App>,
    Acting(who): Acting,
    Posted(form): Posted,
) -> Response {
    let login = form.value("account");
    let active = form.value("active") == "yes";
    let next = crate::language::local(form.value("next"));
    if !active && who.person().is_some_and(|person| person.login == login) {
        return Redirect::to(next).into_response();
    }
    match access::set_active(&app, &who, login, active).await {
        Ok(0) => {
            let key = if active { "accounts-opened" } else { "accounts-closed" };
            Page::redirect(next, &Flash::new(FlashKind::Success, key))
        }
        Ok(files) => {
            let flash = Flash::new(FlashKind::Warning, "accounts-closed-files");
            Page::redirect(next, &flash.with("count", files))
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}
