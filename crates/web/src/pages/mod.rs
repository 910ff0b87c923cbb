//! Pages that belong to no slice: errors, logging in, the first page, what this is.

use askama::Template;
use axum::response::Response;
use sleutel_domain::access::Role;

use crate::{
    Form, Page,
    show::{Bar, Tone},
};

/// What went wrong and what to do.
#[derive(Debug, Template)]
#[template(path = "pages/problem.html")]
pub struct ProblemPage {
    /// The frame.
    pub page: Page,
    /// The HTTP status.
    pub status: u16,
    /// What to do, in words.
    pub what: String,
    /// What exactly, in words.
    pub detail: Option<String>,
    /// The number to call support with.
    pub number: Option<String>,
}

/// Somebody a reader of the demo can log in as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoAccount {
    /// Their name.
    pub name: String,
    /// What they are there to do.
    pub role: Role,
    /// For whom.
    pub organisation: String,
    /// What to log in with.
    pub login: String,
    /// The pass phrase, which is no secret in a demo.
    pub passphrase: String,
}

/// Logging in. The form's fields are `login`, `passphrase` and `next`.
#[derive(Debug, Template)]
#[template(path = "pages/login.html")]
pub struct LoginPage {
    /// The frame.
    pub page: Page,
    /// What was typed; never the pass phrase.
    pub form: Form,
    /// Empty when this is not a demo.
    pub demo_accounts: Vec<DemoAccount>,
}

/// A number that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Where to.
    pub href: String,
    /// The number, written.
    pub number: String,
    /// Of what, in words.
    pub label: String,
}

/// Something that waits for this reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    /// Where it is done.
    pub href: String,
    /// What it is, in words.
    pub what: String,
    /// By when, in words.
    pub by: Option<String>,
}

/// How far one group is, as a bar and in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// What the group is called.
    pub name: String,
    /// The drawing.
    pub bar: Bar,
    /// The same in words.
    pub text: String,
    /// Whether it is ahead or behind, in words.
    pub pace: String,
    /// How that looks.
    pub tone: Tone,
}

/// The first page: how things are, and what waits for the reader.
#[derive(Debug, Template)]
#[template(path = "pages/home.html")]
pub struct HomePage {
    /// The frame.
    pub page: Page,
    /// What the reader is called.
    pub greeted: String,
    /// How things are.
    pub figures: Vec<Figure>,
    /// What waits, most pressing first.
    pub todos: Vec<Todo>,
    /// How far each group is; empty for who does not steer.
    pub progress: Vec<Progress>,
}

/// Headings with a paragraph each, all by key.
#[derive(Debug, Template)]
#[template(path = "pages/article.html")]
pub struct ArticlePage {
    /// The frame.
    pub page: Page,
    /// Keys of each heading and its paragraph.
    pub sections: Vec<(&'static str, &'static str)>,
}

/// `GET /about`: how homes are shared out, for everyone.
pub async fn about(page: Page) -> Response {
    let sections = vec![
        ("about-what-title", "about-what"),
        ("about-decide-title", "about-decide"),
        ("about-order-title", "about-order"),
        ("about-never-title", "about-never"),
    ];
    let view = ArticlePage { page: page.titled("about-title"), sections };
    view.page.render(&view)
}

/// `GET /accessibility`: what works, and where to go when it does not.
pub async fn accessibility(page: Page) -> Response {
    let sections = vec![
        ("accessibility-aim-title", "accessibility-aim"),
        ("accessibility-how-title", "accessibility-how"),
        ("accessibility-help-title", "accessibility-help"),
    ];
    let view = ArticlePage { page: page.titled("accessibility-title"), sections };
    view.page.render(&view)
}
