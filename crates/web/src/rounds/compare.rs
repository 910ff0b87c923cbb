//! Two outcomes of a round side by side: goals, numbers, people, homes.

use askama::Template;
use axum::response::Response;
use sleutel_actions::{
    ActionError, Who,
    homes::{self, CityMap},
    policy::{self, Action},
    rounds::{self, Compared, ComparedView, Given, Got, Household, Moved, Which},
};
use sleutel_domain::VacancyCode;
use sleutel_words::Words;

use super::{
    Visit, asked,
    changes::{Changed, Changes},
    differences::{Difference, bounds, goals},
    filter::{choices, lies_in},
    lines::sees_people,
    names::{Names, people},
    refuse,
    what_if::change_in_words,
};
use crate::{
    Form, Page, Pager, Query,
    listing::encode,
    show::{Choice, Tab, Tone},
};

/// Rows on one page of a list.
const PER_PAGE: u32 = 50;

/// What one of the two gives somebody, with where that is explained.
#[derive(Debug)]
struct Side {
    words: String,
    why: Option<String>,
}

/// A household or a home with another outcome.
#[derive(Debug)]
struct Row {
    title: String,
    under: String,
    tone: Tone,
    kind: &'static str,
    from: Side,
    to: Side,
    /// The difference in points, for who moves.
    points: String,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "rounds/compare.html")]
struct ComparePage {
    page: Page,
    base: String,
    form: Form,
    choices: Vec<Choice>,
    from: String,
    to: String,
    from_href: String,
    to_href: String,
    /// The trial it can be gone on from, by who may.
    trial: Option<i64>,
    figures: Vec<Difference>,
    goals: Vec<Difference>,
    numbers: Vec<String>,
    uses: Vec<Difference>,
    tabs: Vec<Tab>,
    /// Which list is shown: `people` or `homes`.
    list: &'static str,
    kinds: Vec<Choice>,
    groups: Vec<Choice>,
    area: Option<String>,
    rows: Vec<Row>,
    pager: Pager,
    hidden: usize,
    /// Parts of the city where something differs, and the map of them.
    changed: Vec<Changed>,
    levels: Vec<Tab>,
    map: String,
}

/// `GET /rounds/{id}/compare`.
pub(super) async fn show(visit: Visit) -> Response {
    match compared(&visit).await {
        Ok(view) => view.page.render(&view),
        Err(error) => refuse(&visit.page, &error),
    }
}

async fn compared(visit: &Visit) -> Result<ComparePage, ActionError> {
    let Visit { app, who, id, .. } = visit;
    let (from, to) = sides(visit).await?;
    let view = rounds::compare(app, who, *id, from, to).await?;
    let map = homes::city_map(app, who).await?;
    Ok(shown(who, visit.page.clone(), &view, &map, &visit.query))
}

/// The two asked for; without one the newest is laid beside the one before it.
async fn sides(visit: &Visit) -> Result<(Which, Which), ActionError> {
    let asked = |name: &str| asked::from_word(visit.query.get(name));
    let to = asked("to").unwrap_or(Which::Newest);
    if let Some(from) = asked("from") {
        return Ok((from, to));
    }
    let frame = rounds::frame(&visit.app, &visit.who, visit.id).await?;
    let before = frame.outcomes.proposals.get(1).map(|it| Which::Proposal(it.number));
    Ok((before.unwrap_or(Which::Newest), to))
}

fn shown(who: &Who, page: Page, view: &ComparedView, map: &CityMap, query: &Query) -> ComparePage {
    let base = format!("/rounds/{}", view.frame.round.id);
    let page = page
        .titled("rounds-compare")
        .under("/rounds", "nav-rounds")
        .under_named(base.clone(), view.frame.round.name.as_str());
    let words = page.words;
    let names = Names::of_frame(words, &view.frame);
    let list = if query.get("list") == "homes" || !sees_people(who) { "homes" } else { "people" };
    let lay = Lay { words, who, view, names, base: &base };
    let (mut rows, kinds) = if list == "homes" {
        (lay.homes(query), HOME_KINDS.as_slice())
    } else {
        (lay.people(query), PERSON_KINDS.as_slice())
    };
    let wanted = query.get("kind");
    rows.retain(|it| wanted.is_empty() || it.kind == wanted);
    let pager = Pager::new(query, u32::try_from(rows.len()).unwrap_or(u32::MAX), PER_PAGE);
    let skip = usize::try_from(pager.offset()).unwrap_or(usize::MAX);
    let rows = rows.into_iter().skip(skip).take(50).collect();
    let called = |it: &Compared| asked::called(words, &it.made);
    let sides = format!(
        "from={}&to={}",
        asked::word(view.from.made.which()),
        asked::word(view.to.made.which())
    );
    let parts = Changes::new(map, view, query, &base);
    let word = |it: &Compared| asked::word(it.made.which());
    let href = |it: &Compared| format!("{base}{}", asked::question(it.made.which()));
    ComparePage {
        form: ["kind", "group", "area"]
            .into_iter()
            .fold(Form::new(), |form, name| form.filled(name, query.get(name)))
            .filled("from", word(&view.from))
            .filled("to", word(&view.to)),
        choices: outcomes(words, view),
        from: called(&view.from),
        to: called(&view.to),
        from_href: href(&view.from),
        to_href: href(&view.to),
        trial: [&view.to, &view.from]
            .into_iter()
            .find_map(|it| it.made.trial.as_ref().map(|it| it.made.number))
            .filter(|_| policy::may(who, Action::TryNumbers)),
        figures: lay.figures(),
        goals: goals(words, &view.from.solved.proposal, &view.to.solved.proposal),
        numbers: view.numbers.iter().map(|it| change_in_words(words, &names, it)).collect(),
        uses: bounds(words, &names, &view.from.solved.proposal, &view.to.solved.proposal),
        tabs: if sees_people(who) { tabs(&page, query, view, list) } else { Vec::new() },
        kinds: kinds.iter().map(|(kind, key)| Choice::new(*kind, page.t(key))).collect(),
        groups: choices(view.people.iter().map(|it| {
            let code = &it.household.group;
            (code.to_string(), names.group_name(code))
        })),
        area: Some(query.get("area").to_owned()).filter(|it| !it.is_empty()),
        list,
        rows,
        pager,
        hidden: view.hidden,
        changed: parts.changed(&sides),
        levels: parts.tabs(&page, query),
        map: parts.map(&page, &sides),
        base,
        page,
    }
}

const PERSON_KINDS: [(&str, &str); 3] = [
    ("gains", "rounds-compare-gains"),
    ("loses", "rounds-compare-loses"),
    ("moves", "rounds-compare-moves"),
];

const HOME_KINDS: [(&str, &str); 3] = [
    ("filled", "rounds-compare-filled"),
    ("emptied", "rounds-compare-emptied"),
    ("changes", "rounds-compare-changes"),
];

fn outcomes(words: Words, view: &ComparedView) -> Vec<Choice> {
    let all = &view.frame.outcomes;
    let proposals = all.proposals.iter().map(|it| Which::Proposal(it.number));
    let trials = all.trials.iter().map(|it| Which::Trial(it.made.number));
    proposals
        .chain(trials)
        .filter_map(|which| {
            Some(Choice::new(asked::word(which), asked::called(words, &all.find(which)?)))
        })
        .collect()
}

fn tabs(page: &Page, query: &Query, view: &ComparedView, list: &str) -> Vec<Tab> {
    let sides = |name: &str, it: &Compared| format!("{name}={}", asked::word(it.made.which()));
    let area = query.get("area");
    let area = if area.is_empty() { String::new() } else { format!("&area={}", encode(area)) };
    let tab = |code: &str, key: &str, count: usize| Tab {
        href: format!(
            "?{}&{}&list={code}{area}#list",
            sides("from", &view.from),
            sides("to", &view.to)
        ),
        label: page.t2("rounds-tab", "name", page.t(key), "count", count),
        current: code == list,
    };
    vec![
        tab("people", "rounds-compare-people", view.people.len()),
        tab("homes", "rounds-compare-homes", view.homes.len()),
    ]
}

/// Two outcomes with who looks at them.
struct Lay<'a> {
    words: Words,
    who: &'a Who,
    view: &'a ComparedView,
    names: Names<'a>,
    base: &'a str,
}

impl Lay<'_> {
    fn figures(&self) -> Vec<Difference> {
        let count = |it: &Compared| {
            let row = &it.made.row;
            [row.placed, row.empty, row.unplaced]
        };
        let (from, to) = (count(&self.view.from), count(&self.view.to));
        ["rounds-figure-placed", "rounds-figure-empty", "rounds-figure-unplaced"]
            .into_iter()
            .enumerate()
            .map(|(at, key)| Difference::of(self.words, self.words.t(key), from[at], to[at]))
            .collect()
    }

    /// Where a household's reasons in one of the two stand.
    fn why(&self, household: &Household, side: &Compared) -> Option<String> {
        sees_people(self.who).then(|| {
            let reference = encode(household.reference.as_str());
            format!("{}/people/{reference}{}", self.base, asked::question(side.made.which()))
        })
    }

    fn in_area(&self, vacancy: &VacancyCode, query: &Query) -> bool {
        let home = self.view.frame.homes.get(vacancy);
        home.is_some_and(|it| lies_in(&self.view.frame.names, &it.neighbourhood, query.get("area")))
    }

    fn people(&self, query: &Query) -> Vec<Row> {
        let area = query.get("area");
        let home_in = |got: &Got| match got {
            Got::Home(placement) => self.in_area(&placement.vacancy, query),
            Got::Nothing | Got::NotInIt => false,
        };
        self.view
            .people
            .iter()
            .filter(|it| {
                let group = query.get("group");
                group.is_empty() || it.household.group.as_str() == group
            })
            .filter(|it| area.is_empty() || home_in(&it.from) || home_in(&it.to))
            .map(|it| self.person(it))
            .collect()
    }

    fn person(&self, it: &Moved) -> Row {
        let reference = it.household.reference.to_string();
        let (kind, tone, points) = match (&it.from, &it.to) {
            (Got::Home(from), Got::Home(to)) => {
                let difference = to.fit.total() - from.fit.total();
                ("moves", Tone::Info, self.signed(difference))
            }
            (_, Got::Home(_)) => ("gains", Tone::Good, String::new()),
            (_, Got::Nothing | Got::NotInIt) => ("loses", Tone::Bad, String::new()),
        };
        let side = |got: &Got, side: &Compared| Side {
            words: match got {
                Got::NotInIt => self.words.t("rounds-compare-not-in-it"),
                Got::Nothing => self.words.t("rounds-compare-no-home"),
                Got::Home(placement) => self.names.address(&placement.vacancy),
            },
            why: match got {
                Got::NotInIt => None,
                Got::Nothing | Got::Home(_) => self.why(&it.household, side),
            },
        };
        let group = self.names.group_name(&it.household.group);
        let size = people(self.words, it.household.people);
        let under = match &it.household.name {
            Some(_) => format!("{reference} · {group} · {size}"),
            None => format!("{group} · {size}"),
        };
        Row {
            title: it.household.name.clone().unwrap_or(reference),
            under,
            tone,
            kind,
            from: side(&it.from, &self.view.from),
            to: side(&it.to, &self.view.to),
            points,
        }
    }

    fn signed(&self, difference: i32) -> String {
        let sign = if difference > 0 { "+" } else { "" };
        let points = format!("{sign}{}", self.words.number(difference));
        self.words.t_with("rounds-compare-points", &[("points", points.into())])
    }

    fn homes(&self, query: &Query) -> Vec<Row> {
        let group = query.get("group");
        let of_group = |given: &Given| match given {
            Given::To(household) => household.group.as_str() == group,
            Given::NotInIt | Given::Nobody | Given::Another => false,
        };
        self.view
            .homes
            .iter()
            .filter(|it| group.is_empty() || of_group(&it.from) || of_group(&it.to))
            .filter(|it| self.in_area(&it.vacancy, query))
            .map(|it| {
                let nobody = |given: &Given| matches!(given, Given::NotInIt | Given::Nobody);
                let (kind, tone) = match (nobody(&it.from), nobody(&it.to)) {
                    (true, false) => ("filled", Tone::Good),
                    (false, true) => ("emptied", Tone::Bad),
                    (false, false) | (true, true) => ("changes", Tone::Info),
                };
                let side = |given: &Given, side: &Compared| match given {
                    Given::NotInIt => self.plain("rounds-compare-not-in-it"),
                    Given::Nobody => self.plain("rounds-nobody"),
                    Given::Another => self.plain("rounds-another"),
                    Given::To(household) => Side {
                        words: household
                            .name
                            .clone()
                            .unwrap_or_else(|| household.reference.to_string()),
                        why: self.why(household, side),
                    },
                };
                let home = self.view.frame.homes.get(&it.vacancy);
                let place = home.map(|it| self.names.place_of(it)).unwrap_or_default();
                Row {
                    title: self.names.address(&it.vacancy),
                    under: format!("{place} · {}", it.vacancy),
                    tone,
                    kind,
                    from: side(&it.from, &self.view.from),
                    to: side(&it.to, &self.view.to),
                    points: String::new(),
                }
            })
            .collect()
    }

    fn plain(&self, key: &str) -> Side {
        Side { words: self.words.t(key), why: None }
    }
}
