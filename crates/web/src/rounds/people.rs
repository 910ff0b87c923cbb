//! Who is in a round, who is out and why, and whom to ask.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use sleutel_actions::{
    ActionError,
    rounds::{self, Household, RoundFrame, UnplacedFilter, Which},
};
use sleutel_domain::{
    Id,
    placement::{Question, Round, Standing, WhyNot},
};
use sleutel_store::Window;

use super::{
    Visit,
    asked::{asked, called, question},
    names::{Names, group_in, people},
    refuse,
};
use crate::{
    Form, Page, Pager, Query,
    listing::encode,
    show::{Choice, Tab},
};

/// The reasons somebody has no home, each with the key of its words.
pub(super) const UNPLACED_TABS: [(&str, &str); 9] = [
    ("ask-first", "rounds-tab-ask-first"),
    ("outweighed", "rounds-tab-outweighed"),
    ("group-full", "rounds-tab-group-full"),
    ("area-full", "rounds-tab-area-full"),
    ("load-full", "rounds-tab-load-full"),
    ("association-full", "rounds-tab-association-full"),
    ("together", "rounds-tab-together"),
    ("no-home-fits", "rounds-tab-no-home-fits"),
    ("not-ready", "rounds-tab-not-ready"),
];

/// Households on one page of a list.
const PER_PAGE: u32 = 50;

/// A question that stands open, with where it is answered.
#[derive(Debug)]
pub(super) struct Open {
    pub text: String,
    pub href: Option<String>,
}

/// One household in a list.
#[derive(Debug)]
struct Row {
    href: String,
    label: String,
    reference: Option<String>,
    group: String,
    people: String,
    why: String,
    questions: Vec<Open>,
}

/// A list of households with tabs by where they stand.
#[derive(Debug, Template)]
#[template(path = "rounds/people.html")]
struct PeoplePage {
    page: Page,
    form: Form,
    lead: String,
    action: String,
    /// Kept through filters: the tab and the proposal.
    kept: Vec<(&'static str, String)>,
    tabs: Vec<Tab>,
    groups: Vec<Choice>,
    rows: Vec<Row>,
    pager: Pager,
    filtered: bool,
}

/// The open questions of somebody, each with a link to answer it and come back.
pub(super) fn open_questions(
    page: &Page,
    household: &Household,
    questions: &[Question],
    may_answer: bool,
) -> Vec<Open> {
    questions
        .iter()
        .map(|question| Open {
            text: page.words.name(question),
            href: may_answer.then(|| {
                format!(
                    "/participants/{}/answer/{}?next={}",
                    encode(household.reference.as_str()),
                    question.code(),
                    encode(page.here())
                )
            }),
        })
        .collect()
}

fn row(
    page: &Page,
    names: &Names<'_>,
    (id, which): (Id<Round>, Which),
    household: &Household,
    why: String,
    questions: Vec<Open>,
) -> Row {
    let reference = household.reference.to_string();
    Row {
        href: format!("/rounds/{id}/people/{}{}", encode(&reference), question(which)),
        label: household.name.clone().unwrap_or_else(|| reference.clone()),
        reference: household.name.as_ref().map(|_| reference),
        group: names.group_name(&household.group),
        people: people(page.words, household.people),
        why,
        questions,
    }
}

fn tabs(
    page: &Page,
    query: &Query,
    name: &str,
    keys: &[(&'static str, &'static str)],
    counts: &BTreeMap<&'static str, usize>,
) -> Vec<Tab> {
    let current = query.get(name);
    let all: usize = counts.values().sum();
    let tab = |code: &str, key: &str, count: usize| Tab {
        href: query.with(name, code),
        label: page.t2("rounds-tab", "name", page.t(key), "count", count),
        current: current == code,
    };
    let mut tabs = vec![tab("", "rounds-all", all)];
    tabs.extend(
        keys.iter().map(|(code, key)| tab(code, key, counts.get(code).copied().unwrap_or(0))),
    );
    tabs
}

fn groups(page: &Page, frame: &RoundFrame) -> Vec<Choice> {
    let mut all: Vec<Choice> = frame
        .groups
        .iter()
        .map(|(code, row)| Choice::new(code.as_str(), group_in(page.words, row)))
        .collect();
    all.sort_by(|a, b| a.label.cmp(&b.label));
    all
}

fn form(query: &Query) -> Form {
    Form::new().filled("q", query.get("q")).filled("group", query.get("group"))
}

fn filter(query: &Query, name: &str) -> UnplacedFilter {
    UnplacedFilter {
        why: query.get(name).to_owned(),
        group: query.get("group").to_owned(),
        words: query.get("q").to_owned(),
    }
}

fn window(query: &Query) -> Window {
    Window { offset: (query.page() - 1).saturating_mul(PER_PAGE), limit: PER_PAGE }
}

fn under(page: Page, frame: &RoundFrame) -> Page {
    page.under("/rounds", "nav-rounds")
        .under_named(format!("/rounds/{}", frame.round.id), frame.round.name.as_str())
}

/// `GET /rounds/{id}/people`: as things stand now.
pub(super) async fn standings(visit: Visit) -> Response {
    match standings_page(&visit).await {
        Ok(view) => view.page.render(&view),
        Err(error) => refuse(&visit.page, &error),
    }
}

async fn standings_page(visit: &Visit) -> Result<PeoplePage, ActionError> {
    let Visit { app, who, page, id, query } = visit;
    let id = *id;
    let frame = rounds::frame(app, who, id).await?;
    let filter = filter(query, "standing");
    let (found, counts) = rounds::standings(app, who, id, &filter, window(query)).await?;
    let page = under(page.clone().titled("rounds-people-title"), &frame);
    let names = Names::of_frame(page.words, &frame);
    let rows = found
        .rows
        .iter()
        .map(|it| {
            let questions: &[Question] = match &it.standing {
                Standing::In { questions, .. } | Standing::Ask { questions, .. } => questions,
                Standing::NotReady | Standing::NoHomeFits { .. } => &[],
            };
            let why = match &it.standing {
                // The questions stand under it as links.
                Standing::Ask { once_asked, .. } => {
                    page.t1("rounds-standing-ask-why", "asked", *once_asked)
                }
                Standing::In { possible, .. } => {
                    page.t1("rounds-standing-in-why", "possible", *possible)
                }
                other @ (Standing::NotReady | Standing::NoHomeFits { .. }) => {
                    page.words.standing(other)
                }
            };
            let open = open_questions(&page, &it.household, questions, it.may_answer);
            row(&page, &names, (id, Which::Newest), &it.household, why, open)
        })
        .collect();
    let keys = [
        ("in", "rounds-standing-in"),
        ("ask", "rounds-standing-ask"),
        ("out", "rounds-standing-out"),
    ];
    Ok(PeoplePage {
        lead: page.t("rounds-people-lead"),
        form: form(query),
        action: format!("/rounds/{id}/people"),
        kept: vec![("standing", query.get("standing").to_owned())],
        tabs: tabs(&page, query, "standing", &keys, &counts),
        groups: groups(&page, &frame),
        rows,
        pager: Pager::new(query, u32::try_from(found.total).unwrap_or(u32::MAX), PER_PAGE),
        filtered: query.filtered(),
        page,
    })
}

/// `GET /rounds/{id}/unplaced`: who got no home in a proposal, and why.
pub(super) async fn unplaced(visit: Visit) -> Response {
    match unplaced_page(&visit).await {
        Ok(view) => view.page.render(&view),
        Err(error) => refuse(&visit.page, &error),
    }
}

async fn unplaced_page(visit: &Visit) -> Result<PeoplePage, ActionError> {
    let Visit { app, who, page, id, query } = visit;
    let id = *id;
    let frame = rounds::frame(app, who, id).await?;
    let which = asked(query);
    let made = frame.outcomes.find(which).ok_or(sleutel_actions::Hold::NothingProposed)?;
    let filter = filter(query, "why");
    let (found, counts) =
        rounds::unplaced(app, who, id, made.row.id, &filter, window(query)).await?;
    let page = under(page.clone().titled("rounds-unplaced-title"), &frame);
    let names = Names::of_frame(page.words, &frame);
    let rows = found
        .rows
        .iter()
        .map(|it| {
            let (questions, why): (&[Question], String) = match &it.unplaced.why {
                WhyNot::AskFirst { questions } => (questions, page.t("rounds-why-ask-first")),
                other @ (WhyNot::NotReady
                | WhyNot::NoHomeFits { .. }
                | WhyNot::GroupFull { .. }
                | WhyNot::AreaFull { .. }
                | WhyNot::LoadFull { .. }
                | WhyNot::AssociationFull { .. }
                | WhyNot::Together { .. }
                | WhyNot::Outweighed { .. }) => (&[], page.words.why_not(other, &names)),
            };
            let open = open_questions(&page, &it.household, questions, it.may_answer);
            row(&page, &names, (id, which), &it.household, why, open)
        })
        .collect();
    Ok(PeoplePage {
        lead: page.t1("rounds-unplaced-lead", "name", called(page.words, &made)),
        form: form(query),
        action: format!("/rounds/{id}/unplaced"),
        kept: vec![
            ("why", query.get("why").to_owned()),
            ("proposal", query.get("proposal").to_owned()),
            ("trial", query.get("trial").to_owned()),
        ],
        tabs: tabs(&page, query, "why", &UNPLACED_TABS, &counts),
        groups: groups(&page, &frame),
        rows,
        pager: Pager::new(query, u32::try_from(found.total).unwrap_or(u32::MAX), PER_PAGE),
        filtered: query.filtered(),
        page,
    })
}
