use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App,
    steering::obstacles::{self, ObstacleQuery, Obstacles},
};
use sleutel_domain::steering::{ObstacleKind, ObstacleStatus, is_overdue, kept::WorkAgreement};
use sleutel_store::obstacles::ObstacleRow;
use sleutel_words::Words;

use super::{
    FEW, HREF, agreement, area, association, cost, due, group, href, problem_on, step, tone,
};
use crate::{
    Acting, Form, Page, Problem, Query,
    homes::csv,
    show::{Bar, Choice, Tab, Tone},
    steering::tabs,
};

#[derive(Debug)]
struct Line {
    href: String,
    number: String,
    title: String,
    kind: String,
    about: Vec<String>,
    owner: String,
    left: bool,
    due: (String, Tone),
    cost: String,
    bar: Option<Bar>,
    status: (String, Tone),
}

#[derive(Debug, Template)]
#[template(path = "steering/obstacles/list.html")]
struct ListPage {
    page: Page,
    tabs: Vec<Tab>,
    may_change: bool,
    csv: String,
    sum: String,
    filter: Form,
    statuses: Vec<Choice>,
    owners: Vec<Choice>,
    kinds: Vec<Choice>,
    agreements: Vec<Choice>,
    sorts: Vec<Choice>,
    rows: Vec<Line>,
    /// Whether there is any obstacle at all.
    any: bool,
}

fn asked(query: &Query) -> ObstacleQuery {
    let text = |name: &str| query.get(name).to_owned();
    ObstacleQuery {
        status: text("status"),
        owner: text("owner"),
        kind: text("kind"),
        agreement: text("agreement"),
        by_cost: query.get("sort") == "cost",
    }
}

/// What one is about besides its kind, in words.
fn about(words: Words, app: &App, found: &Obstacles, it: &ObstacleRow) -> Vec<String> {
    let names = &found.names;
    let parts = [
        it.step.as_ref().map(|it| step(words, app.routes(), it)),
        it.group.as_ref().map(|it| group(words, names, it)),
        it.area.as_ref().map(|it| area(names, it)),
        it.association.as_ref().map(|it| association(names, it)),
        it.agreement.map(|it| agreement(words, it)),
    ];
    parts.into_iter().flatten().collect()
}

fn lines(words: Words, app: &App, found: &Obstacles) -> Vec<Line> {
    let person_weeks =
        |it: &ObstacleRow| it.cost.map(|it| u32::try_from(it.person_weeks()).unwrap_or(u32::MAX));
    let most = found.rows.iter().filter_map(person_weeks).max().unwrap_or(0);
    let today = app.today();
    let line = |it: &ObstacleRow| Line {
        href: href(it.number),
        number: it.number.to_string(),
        title: it.title.to_string(),
        kind: words.name(&it.kind),
        about: about(words, app, found, it),
        owner: format!("{}, {}", it.owner_name, it.owner_organisation),
        left: !it.owner_active && !it.status.is_over(),
        due: due(words, it.status, it.due, today),
        cost: cost(words, it.cost),
        // A bar that is as wide as the widest is not a ceiling that was reached.
        bar: person_weeks(it).map(|done| Bar {
            done,
            added: 0,
            lower: 0,
            upper: Some(most.saturating_add(1)),
        }),
        status: (words.name(&it.status), tone(it.status)),
    };
    found.rows.iter().map(line).collect()
}

fn sum(words: Words, found: &Obstacles) -> String {
    let sum = found.sum;
    let values = [("standing", sum.standing.into()), ("overdue", sum.overdue.into())];
    let mut said = vec![words.t_with("obstacles-sum", &values)];
    if sum.person_weeks > 0 {
        let weeks = super::weeks(words, sum.person_weeks);
        said.push(words.t_with("obstacles-sum-cost", &[("weeks", weeks.into())]));
        if sum.not_reckoned > 0 {
            let count = sum.not_reckoned.into();
            said.push(words.t_with("obstacles-sum-not-reckoned", &[("count", count)]));
        }
    }
    said.join(" ")
}

fn view(page: Page, app: &App, query: &Query, found: &Obstacles) -> ListPage {
    let words = page.words;
    let asked = asked(query);
    let filter = Form::new()
        .filled("status", asked.status.as_str())
        .filled("owner", asked.owner.as_str())
        .filled("kind", asked.kind.as_str())
        .filled("agreement", asked.agreement.as_str())
        .filled("sort", if asked.by_cost { "cost" } else { "" });
    let all = Choice::new("all", words.t("obstacles-filter-all"));
    let statuses = ObstacleStatus::ALL.iter().map(|it| Choice::new(it.code(), words.name(it)));
    let kept = query.without(&["page"]);
    let csv = if kept.is_empty() { String::new() } else { format!("?{kept}") };
    ListPage {
        tabs: tabs(&page, HREF),
        may_change: found.may_change,
        csv: format!("/steering/obstacles.csv{csv}"),
        sum: sum(words, found),
        statuses: statuses.chain([all]).collect(),
        owners: found.owners.iter().map(|(id, name)| Choice::new(id, name)).collect(),
        kinds: ObstacleKind::ALL.iter().map(|it| Choice::new(it.code(), words.name(it))).collect(),
        agreements: WorkAgreement::ALL
            .iter()
            .map(|it| Choice::new(it.code(), agreement(words, *it)))
            .collect(),
        sorts: vec![Choice::new("cost", words.t("obstacles-sort-cost"))],
        filter,
        rows: lines(words, app, found),
        any: found.all > 0,
        page: page.titled("obstacles-title"),
    }
}

/// `GET /steering/obstacles`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let found = obstacles::list(&app, &who, &asked(&query)).await.map_err(problem_on(&page))?;
    let view = view(page, &app, &query, &found);
    Ok(view.page.render(&view))
}

const HEADS: [&str; 17] = [
    "obstacles-csv-number",
    "obstacles-name",
    "obstacles-kind",
    "obstacles-step",
    "obstacles-group",
    "obstacles-area",
    "obstacles-association",
    "obstacles-agreement",
    "obstacles-owner",
    "obstacles-csv-organisation",
    "obstacles-found",
    "obstacles-due",
    "obstacles-csv-overdue",
    "obstacles-csv-people",
    "obstacles-csv-weeks",
    "obstacles-csv-person-weeks",
    "obstacles-status",
];

/// `GET /steering/obstacles.csv`. A file leaves the house: of few people it says that there are
/// few, and not how many person-weeks, from which the number would follow.
pub(super) async fn table(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let found = obstacles::list(&app, &who, &asked(&query)).await.map_err(problem_on(&page))?;
    let (words, names, today) = (page.words, &found.names, app.today());
    let mut rows: Vec<Vec<String>> = vec![HEADS.map(|it| words.t(it)).to_vec()];
    rows.extend(found.rows.iter().map(|it| {
        let few = it.cost.is_some_and(|it| it.people < FEW);
        let shown = it.cost.filter(|_| !few);
        let people = if few {
            words.t_with("obstacles-csv-few", &[("most", FEW.into())])
        } else {
            shown.map(|it| it.people.to_string()).unwrap_or_default()
        };
        let overdue = is_overdue(it.status, it.due, today);
        vec![
            it.number.to_string(),
            it.title.to_string(),
            words.name(&it.kind),
            it.step.as_ref().map(|it| step(words, app.routes(), it)).unwrap_or_default(),
            it.group.as_ref().map(|it| group(words, names, it)).unwrap_or_default(),
            it.area.as_ref().map(|it| area(names, it)).unwrap_or_default(),
            it.association.as_ref().map(|it| association(names, it)).unwrap_or_default(),
            it.agreement.map(|it| agreement(words, it)).unwrap_or_default(),
            it.owner_name.clone(),
            it.owner_organisation.clone(),
            it.found.to_string(),
            it.due.to_string(),
            if overdue { words.t("obstacles-csv-yes") } else { String::new() },
            people,
            it.cost.map(|it| it.weeks.to_string()).unwrap_or_default(),
            shown.map(|it| it.person_weeks().to_string()).unwrap_or_default(),
            words.name(&it.status),
        ]
    }));
    Ok(csv("obstacles.csv", rows))
}
