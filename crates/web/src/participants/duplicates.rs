//! The worklist of files that may be about one person.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    participants::{self, Lists, Pair, PairFilter, Side},
    policy::{self, Action},
};
use sleutel_domain::participants::LikenessClass;
use sleutel_store::Window;
use sleutel_words::Words;

use super::{alike, naming};
use crate::{
    Acting, Form, Page, Pager, Query, refused,
    show::{Choice, Tab, Tone},
};

const PER_PAGE: u32 = 25;

struct Row {
    href: String,
    one: Person,
    other: Person,
    class: Option<(Tone, String)>,
    reasons: String,
    said: Option<String>,
}

struct Person {
    name: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "participants/duplicates.html")]
struct DuplicatesPage {
    page: Page,
    filter: Form,
    classes: Vec<Choice>,
    providers: Vec<Choice>,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    pager: Pager,
    judged: bool,
    filtered: bool,
}

fn filter(query: &Query) -> PairFilter {
    PairFilter {
        judged: query.get("state") == "judged",
        class: LikenessClass::from_code(query.get("class")),
        provider: query.get("provider").to_owned(),
        words: query.get("q").to_owned(),
    }
}

/// `GET /participants/duplicates`.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    let query = Query::parse(raw.as_deref());
    let filter = filter(&query);
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let window = Window { offset, limit: PER_PAGE };
    let found = participants::duplicates(&app, &who, &filter, window).await;
    let (found, lists) = match (found, participants::lists(&app, &who).await) {
        (Ok(found), Ok(lists)) => (found, lists),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let words = page.words;
    let mut form = Form::new();
    for name in ["q", "class", "provider", "state"] {
        form.set(name, query.get(name));
    }
    let tab = |state: &str, key: &str, count: u64| {
        let count = words.number(i64::try_from(count).unwrap_or(i64::MAX));
        Tab {
            href: query.with("state", state),
            label: format!("{} ({count})", words.t(key)),
            current: filter.judged == (state == "judged"),
        }
    };
    let everyone = policy::reach_of(&who, Action::SeeIdentity) == policy::Reach::All;
    let view = DuplicatesPage {
        filter: form,
        classes: LikenessClass::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.name(it)))
            .collect(),
        providers: if everyone { naming::providers(&lists) } else { Vec::new() },
        tabs: vec![
            tab("", "participants-duplicates-open", found.open),
            tab("judged", "participants-duplicates-judged", found.judged),
        ],
        rows: found.page.rows.iter().map(|it| row(words, &app, &lists, it)).collect(),
        pager: Pager::new(&query, u32::try_from(found.page.total).unwrap_or(u32::MAX), PER_PAGE),
        judged: filter.judged,
        filtered: ["q", "class", "provider"].iter().any(|it| !query.get(it).is_empty()),
        page: page.titled("participants-duplicates").under("/participants", "nav-participants"),
    };
    view.page.render(&view)
}

fn row(words: Words, app: &App, lists: &Lists, pair: &Pair) -> Row {
    Row {
        href: alike::href(&pair.one.reference, &pair.other.reference),
        one: person(words, lists, &pair.one),
        other: person(words, lists, &pair.other),
        class: pair.likeness.as_ref().map(|it| (alike::tone(it.class), words.name(&it.class))),
        reasons: pair
            .likeness
            .as_ref()
            .map_or_else(String::new, |it| alike::reasons(words, &it.reasons)),
        said: pair.said.as_ref().map(|it| alike::said(words, app, it)),
    }
}

fn person(words: Words, lists: &Lists, side: &Side) -> Person {
    let born = side.members.first().and_then(|head| head.born);
    let born = born.map_or_else(
        || words.t("participants-born-unknown"),
        |date| words.t_with("participants-born-on", &[("date", words.date_short(date).into())]),
    );
    Person {
        name: side.name(),
        detail: format!("{}, {born}, {}", side.reference, naming::provider(lists, &side.provider)),
    }
}
