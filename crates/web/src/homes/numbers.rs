//! The year's share-out over target groups and main groups, and what associations promised.

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App, Who,
    numbers::{self, Numbered},
    policy::{self, Action, Subject},
    steering::{self, YearSubject},
};
use sleutel_domain::{
    OrganisationCode,
    placement::{Agreed, LoadCeiling},
};
use sleutel_exchange::records::MainGroup;
use sleutel_words::Words;

use crate::{
    Acting, Page, Problem, Query,
    listing::{SortHead, encode},
    refused,
    rounds::names::{group_in, main_group},
    show::{Bar, Tab},
    steering::year_bounds,
};

#[derive(Debug)]
struct GroupLine {
    name: String,
    expected: u32,
    bar: Bar,
    text: String,
    room: String,
    agreed: Agreed,
    /// The main group it is part of.
    main: String,
    /// Where it is changed, for who may.
    edit: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "homes/numbers.html")]
struct NumbersPage {
    page: Page,
    tabs: Vec<Tab>,
    heads: Vec<SortHead>,
    rows: Vec<GroupLine>,
    total: Option<GroupLine>,
    main_groups: Vec<GroupLine>,
    associations: Vec<GroupLine>,
    /// That numbers differ from the version of the year's agreement in force, in a sentence.
    differs: Option<String>,
}

/// The map and the groups beside each other.
pub(super) fn tabs(page: &Page, map: bool) -> Vec<Tab> {
    vec![
        Tab { href: "/areas".to_owned(), label: page.t("areas-tab-map"), current: map },
        Tab { href: "/numbers".to_owned(), label: page.t("areas-tab-groups"), current: !map },
    ]
}

/// A bar of what is realised against floor and ceiling.
pub(super) fn bar(agreed: Agreed) -> Bar {
    Bar { done: agreed.realised, added: 0, lower: agreed.lower, upper: agreed.upper }
}

/// The same in words.
pub(super) fn bar_text(words: Words, agreed: Agreed) -> String {
    let realised = ("realised", agreed.realised.into());
    let lower = ("lower", agreed.lower.into());
    match (agreed.upper, agreed.lower) {
        (Some(upper), 0) => words.t_with("areas-bar-of", &[realised, ("upper", upper.into())]),
        (Some(upper), _) => {
            words.t_with("areas-bar-of-floor", &[realised, ("upper", upper.into()), lower])
        }
        (None, 0) => words.t_with("areas-bar", &[realised]),
        (None, _) => words.t_with("areas-bar-floor", &[realised, lower]),
    }
}

/// The support load a part of the city carries of what it can, in words.
pub(super) fn load(words: Words, LoadCeiling { upper, carried }: LoadCeiling) -> String {
    words.t_with("areas-load-of", &[("carried", carried.into()), ("upper", upper.into())])
}

/// Whether somebody may change what was agreed; only for showing links.
pub(super) fn may_change(who: &Who) -> bool {
    policy::may_for(who, Action::ChangeNumbers, Subject::default())
}

/// Where the numbers of something are changed.
fn edit_href(what: &Numbered) -> String {
    format!("/numbers/{}/{}/edit", what.kind(), encode(&what.code()))
}

/// The main group of a group, and that its homes do not count there.
fn within(words: Words, main: MainGroup, counts: bool) -> String {
    let name = main_group(words, main);
    if counts { name } else { words.t_with("numbers-not-counted", &[("name", name.into())]) }
}

/// Room left, in words.
pub(super) fn room(words: Words, room: Option<u32>) -> String {
    room.map_or_else(|| words.t("areas-room-none"), |room| words.number(room))
}

/// `GET /numbers`.
pub(super) async fn groups(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let today = app.today();
    let year = numbers::of_year(&app, &who, today).await.map_err(refused::problem_on(&page))?;
    let groups = year.groups;
    let words = page.words;
    let may_change = may_change(&who);
    let line = |name: String, expected: u32, agreed: Agreed| GroupLine {
        name,
        expected,
        bar: bar(agreed),
        text: bar_text(words, agreed),
        room: room(words, agreed.room()),
        agreed,
        main: String::new(),
        edit: None,
    };
    let edit = |what: &Numbered| may_change.then(|| edit_href(what));
    let counted = |it: &&numbers::GroupYear| it.group.counts;
    let total = (!groups.is_empty()).then(|| {
        let sum =
            |read: fn(&numbers::GroupYear) -> u32| groups.iter().filter(counted).map(read).sum();
        let upper = groups.iter().filter(counted).map(|it| it.share.agreed.upper).sum();
        let agreed = Agreed {
            lower: sum(|it| it.share.agreed.lower),
            upper,
            realised: sum(|it| it.share.agreed.realised),
        };
        line(words.t("numbers-total"), sum(|it| it.share.expected), agreed)
    });
    let mut rows: Vec<_> = groups
        .iter()
        .map(|it| {
            let main = MainGroup::from_code(&it.group.main_group);
            GroupLine {
                main: main.map(|main| within(words, main, it.group.counts)).unwrap_or_default(),
                edit: edit(&Numbered::Group(it.group.code.clone())),
                ..line(group_in(words, &it.group), it.share.expected, it.share.agreed)
            }
        })
        .collect();
    let sorted = query.sort(&["name", "expected", "realised", "room"], ("name", false));
    rows.sort_by(|a, b| {
        let order = match sorted.0 {
            "expected" => a.expected.cmp(&b.expected),
            "realised" => a.agreed.realised.cmp(&b.agreed.realised),
            "room" => {
                let room = |it: &GroupLine| it.agreed.room().unwrap_or(u32::MAX);
                room(a).cmp(&room(b))
            }
            _ => a.name.cmp(&b.name),
        };
        if sorted.1 { order.reverse() } else { order }
    });
    let head = |column, key, numeric| SortHead::new(&query, sorted, column, key, numeric);
    let main_groups = year.main_groups.iter().map(|it| GroupLine {
        edit: edit(&Numbered::MainGroup(it.main_group)),
        ..line(main_group(words, it.main_group), it.expected, it.agreed)
    });
    let differing =
        steering::differing(&app, &who, today.year()).await.map_err(refused::problem_on(&page))?;
    let many = i64::try_from(differing.len()).unwrap_or(i64::MAX);
    let differs = (many > 0).then(|| words.t_with("year-differs", &[("many", many.into())]));
    let otherwise = |code: &OrganisationCode| {
        let subject = YearSubject::Association(code.clone());
        let found = differing.iter().find(|it| it.subject == subject);
        found.map_or_else(String::new, |it| {
            let floor = Some(it.after.lower).filter(|it| *it > 0);
            let bounds = year_bounds(words, floor, it.after.upper);
            words.t_with("year-differs-one", &[("bounds", bounds.into())])
        })
    };
    let associations = year.associations.into_iter().map(|it| GroupLine {
        main: otherwise(&it.code),
        edit: edit(&Numbered::Association(it.code)),
        ..line(it.name, 0, it.agreed)
    });
    let mut associations: Vec<_> = associations.collect();
    associations.sort_by(|a, b| a.name.cmp(&b.name));
    let view = NumbersPage {
        main_groups: main_groups.collect(),
        associations,
        differs,
        tabs: tabs(&page, false),
        heads: vec![
            head("name", "numbers-group", false),
            head("expected", "numbers-expected", true),
            head("realised", "areas-column-agreed", false),
            head("room", "areas-column-room", true),
        ],
        rows,
        total,
        page: {
            let title = page.t1("numbers-title", "year", today.year().to_string());
            page.called(title)
        },
    };
    Ok(view.page.render(&view))
}
