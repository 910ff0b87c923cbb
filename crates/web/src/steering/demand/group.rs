use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App,
    steering::demand::{self, GroupExpected, Outlook},
};

use super::{
    HREF, band, basis, few, is_few, may_change, near,
    overview::{Announcement, announcements, figures},
    periods::Periods,
    picture::Picture,
    year_of, years,
};
use crate::{
    Acting, Page, Problem, Query,
    access::moment,
    listing::encode,
    refused,
    rounds::names::group_in,
    show::{HistoryItem, Tab},
};

#[derive(Debug, Template)]
#[template(path = "steering/demand/group.html")]
struct GroupPage {
    page: Page,
    years: Vec<Tab>,
    facts: Vec<(String, String)>,
    basis: Option<String>,
    /// Why another number holds than the forecast.
    why: Option<String>,
    per: String,
    picture: Picture,
    figures: Vec<(String, String, String)>,
    /// Where a number is put in the place of the forecast, for who may.
    edit: Option<String>,
    history: Vec<HistoryItem>,
    announced: Vec<Announcement>,
}

/// `GET /steering/demand/groups/{code}`.
pub(super) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(code): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let today = app.today();
    let year = year_of(&Query::parse(raw.as_deref()), today);
    let outlook = demand::outlook(&app, &who, year).await.map_err(refused::problem_on(&page))?;
    let words = page.words;
    let groups = outlook.year.groups.iter().zip(&outlook.forecast.groups);
    let mut all = groups.zip(outlook.past.groups());
    let found = all.find(|((it, _), _)| it.group.code.as_str() == code);
    let ((group, forecast), came) = found.ok_or_else(Problem::not_found)?;
    let counts = (came.counts.as_slice(), came.running);
    let periods = Periods::new(words, outlook.past.from(), counts, |it| forecast.over(it));
    let name = group_in(words, &group.group);
    let label = words.t_with(
        "demand-group-picture",
        &[
            ("name", (&name).into()),
            ("band", band(words, &group.whole).into()),
            ("year", year.to_string().into()),
        ],
    );
    let base = format!("{HREF}/groups/{}", encode(&code));
    let may_change = may_change(&who);
    let overruled = group.overruled.as_ref();
    let view = GroupPage {
        years: years(&page, &base, year, today),
        facts: facts(&page, group),
        basis: basis(words, group.basis),
        why: overruled.map(|it| page.t1("demand-because", "why", it.reason.to_string())),
        per: page.t(periods.length.key()),
        picture: Picture::of_periods(&periods, label),
        figures: figures(words, &periods),
        edit: may_change.then(|| format!("{base}/{year}/edit")),
        history: history(&page, &app, &outlook, group),
        announced: announcements(&page, &app, &outlook, Some(group), may_change),
        page: {
            let title = page.t2("demand-group-title", "name", name, "year", year.to_string());
            page.called(title).under(HREF, "steering-tab-demand")
        },
    };
    Ok(view.page.render(&view))
}

fn facts(page: &Page, it: &GroupExpected) -> Vec<(String, String)> {
    let words = page.words;
    let typed = it.typed.map_or_else(|| words.t("demand-typed-none"), |it| words.number(it));
    let mut facts = vec![(page.t("demand-came-so-far"), few(words, it.came))];
    // Beside the whole year it would say how many came.
    if !is_few(it.came) {
        facts.push((page.t("demand-still"), near(words, it.still.mean)));
    }
    facts.extend([
        (page.t("demand-whole-year"), band(words, &it.whole)),
        (page.t("demand-typed"), typed),
        (page.t("demand-holds"), words.number(it.holds)),
    ]);
    facts
}

/// Every version of what somebody put in the place of the forecast, the latest first.
fn history(page: &Page, app: &App, outlook: &Outlook, group: &GroupExpected) -> Vec<HistoryItem> {
    let words = page.words;
    let mut rows: Vec<_> =
        outlook.overrulings.iter().filter(|it| it.group == group.group.code).collect();
    rows.sort_by_key(|it| std::cmp::Reverse((it.at, it.version)));
    rows.into_iter()
        .map(|it| {
            let year = it.year.to_string();
            let what = match it.expected {
                Some(number) => {
                    page.t2("demand-did-overrule", "year", year, "number", words.number(number))
                }
                None => page.t1("demand-did-take-back", "year", year),
            };
            let reason = page.t("demand-reason");
            HistoryItem {
                when: moment(words, it.at, &app.zone),
                datetime: it.at.to_string(),
                who: it.actor.clone(),
                what,
                changes: vec![(reason, String::new(), it.reason.to_string())],
            }
        })
        .collect()
}
