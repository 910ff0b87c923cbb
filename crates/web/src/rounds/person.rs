//! One household in a round: placed or why not, and every home with its answer.

use askama::Template;
use axum::response::Response;
use sleutel_actions::{
    ActionError, App,
    rounds::{self, Goes, HomeVerdict, PersonView, RoundFrame, WaitingWorth, Which},
};
use sleutel_domain::{
    Reference,
    placement::{Change, PairVerdict},
};
use sleutel_store::placement::RoundStatus;
use sleutel_words::Words;

use super::{
    Of, Visit, asked,
    lines::{moment, points},
    names::{Names, address, home_facts, people},
    people::{Open, open_questions},
    refuse,
};
use crate::{Page, listing::encode, show::Tone};

/// A home with what the rules say of it for this household.
#[derive(Debug)]
struct Home {
    vacancy: String,
    address: String,
    place: String,
    facts: String,
    tone: Tone,
    verdict: &'static str,
    why: Vec<String>,
    proposed: bool,
    pin: Option<String>,
    ban: Option<String>,
}

/// A pin, a ban or a decision about this household.
#[derive(Debug)]
struct Noted {
    what: String,
    home: String,
    reason: String,
    by: String,
}

/// One household in a round.
#[derive(Debug, Template)]
#[template(path = "rounds/person.html")]
struct PersonPage {
    page: Page,
    base: String,
    here: String,
    facts: Vec<(String, String)>,
    file: Option<String>,
    /// The proposal or trial it is about, and what asks for it.
    made: Option<String>,
    question: String,
    placed: Option<(String, String, String)>,
    why_not: Option<String>,
    /// What waiting is expected to bring, in a round that looked ahead.
    waiting: Vec<String>,
    possible: u32,
    looked: bool,
    change: Option<String>,
    /// The change was tried by solving again; the others follow from the file alone.
    tried: bool,
    /// The lot of this household, as three figures, and what it is drawn from.
    lot: Option<super::lot::OfPerson>,
    /// Where the letter to this person is, for who may write it.
    letter: Option<String>,
    noted: Vec<Noted>,
    questions: Vec<Open>,
    homes: Vec<Home>,
    counts: [usize; 3],
}

/// `GET /rounds/{id}/people/{reference}`.
pub(super) async fn person(visit: Visit, Of(reference): Of) -> Response {
    let look = visit.query.get("change") == "yes";
    match found(&visit, &reference, look).await {
        Ok((frame, person)) => {
            let view = shown(&visit.app, visit.page, &frame, &person);
            view.page.render(&view)
        }
        Err(error) => refuse(&visit.page, &error),
    }
}

async fn found(
    visit: &Visit,
    reference: &Reference,
    look: bool,
) -> Result<(RoundFrame, PersonView), ActionError> {
    let Visit { app, who, id, query, .. } = visit;
    let person = rounds::person(app, who, *id, reference, asked::asked(query), look).await?;
    Ok((rounds::frame(app, who, *id).await?, person))
}

fn shown(app: &App, page: Page, frame: &RoundFrame, person: &PersonView) -> PersonPage {
    let base = format!("/rounds/{}", frame.round.id);
    let household = &person.household;
    let reference = household.reference.to_string();
    let label = household.name.clone().unwrap_or_else(|| reference.clone());
    let page = page
        .called(label)
        .in_tab(reference.as_str())
        .under("/rounds", "nav-rounds")
        .under_named(base.clone(), frame.round.name.as_str())
        .under(&format!("{base}/people"), "rounds-people-title");
    let words = page.words;
    let names = Names::of_frame(words, frame);
    let open = frame.round.status == RoundStatus::Open;
    let counted =
        |of: fn(&PairVerdict) -> bool| person.homes.iter().filter(|it| of(&it.verdict)).count();
    let question = person
        .made
        .as_ref()
        .filter(|it| frame.outcomes.find(Which::Newest).as_ref() != Some(*it))
        .map_or_else(String::new, |it| asked::question(it.which()));
    let placed = person.placement.as_ref().map(|it| {
        let parts = words.fit(it.fit).into_iter().map(|(part, points)| {
            words.t_with("rounds-fit-part", &[("part", part.into()), ("points", points.into())])
        });
        let parts: Vec<String> = parts.collect();
        let href = format!(
            "{base}{}{}home={}#home-{}",
            question,
            if question.is_empty() { "?" } else { "&" },
            encode(it.vacancy.as_str()),
            it.vacancy
        );
        (names.address(&it.vacancy), href, parts.join(" "))
    });
    PersonPage {
        here: format!("{base}/people/{}", encode(&reference)),
        facts: vec![
            (page.t("rounds-reference"), reference.clone()),
            (page.t("rounds-group"), names.group_name(&household.group)),
            (page.t("rounds-household"), people(words, household.people)),
        ],
        file: household.may_open.then(|| format!("/participants/{}", encode(&reference))),
        made: person.made.as_ref().map(|it| asked::called(words, it)),
        question: question.clone(),
        placed,
        why_not: person.unplaced.as_ref().map(|it| words.why_not(&it.why, &names)),
        waiting: person.waiting.map_or_else(Vec::new, |it| waiting(words, it)),
        possible: person.unplaced.as_ref().map_or(0, |it| it.possible),
        looked: person.looked,
        change: person
            .unplaced
            .as_ref()
            .and_then(|it| it.change.as_ref())
            .map(|it| words.change(it, &names)),
        tried: person
            .unplaced
            .as_ref()
            .and_then(|it| it.change.as_ref())
            .is_some_and(Change::tried),
        lot: super::lot::of_person(words, &frame.round, &reference, person.lot),
        // A letter is about the newest proposal, never about a trial.
        letter: (person.may_write && person.made.is_some() && question.is_empty())
            .then(|| format!("{base}/people/{}/letter", encode(&reference))),
        noted: noted(app, &page, &names, person),
        questions: open_questions(&page, household, &person.questions, person.may_answer),
        homes: homes(&page, &names, &base, person, open),
        counts: [
            counted(|it| matches!(it, PairVerdict::Fits)),
            counted(|it| matches!(it, PairVerdict::Ask(_))),
            counted(|it| matches!(it, PairVerdict::Refused(_))),
        ],
        base,
        page,
    }
}

/// What looking ahead expects of waiting, and what that did.
fn waiting(words: Words, it: WaitingWorth) -> Vec<String> {
    if it.on_ground {
        return vec![words.t("rounds-waiting-ground")];
    }
    let values = [("points", it.points.into()), ("weeks", it.weeks.into())];
    if it.points == 0 {
        return vec![words.t_with("rounds-waiting-nothing", &values)];
    }
    vec![words.t_with("rounds-waiting-worth", &values), words.t("rounds-waiting-effect")]
}

/// Where a home that would fit goes instead, in a sentence.
fn goes(words: Words, names: &Names<'_>, it: &HomeVerdict) -> Option<String> {
    if !matches!(it.verdict, PairVerdict::Fits) {
        return None;
    }
    match it.goes.as_ref()? {
        Goes::Here => None,
        Goes::Elsewhere { nearest: None, .. } => Some(words.t("rounds-goes-elsewhere")),
        Goes::Elsewhere { nearest: Some(runner), stepped_back } => {
            let values = [
                ("points", points(words, runner.fit).into()),
                ("loss", words.loss(runner.decided_by, runner.loss).into()),
            ];
            let goes = words.t_with("rounds-goes-elsewhere-if", &values);
            let ahead = stepped_back.then(|| words.t("rounds-goes-stepped-back"));
            Some([Some(goes), ahead].into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
        Goes::Nobody(why) => {
            let why = words.why_empty(why, names);
            Some(words.t_with("rounds-goes-nobody", &[("why", why.into())]))
        }
    }
}

fn noted(app: &App, page: &Page, names: &Names<'_>, person: &PersonView) -> Vec<Noted> {
    let by = |actor: &str, at| {
        page.t2("rounds-by", "who", actor, "when", moment(page.words, at, &app.zone))
    };
    let fixings = person.fixings.iter().map(|it| Noted {
        what: page.words.name(&it.kind),
        home: names.address(&it.vacancy),
        reason: it.reason.to_string(),
        by: by(&it.actor, it.at),
    });
    let decisions = person.decisions.iter().map(|it| Noted {
        what: page.words.name(&it.verdict),
        home: names.address(&it.vacancy),
        reason: it.reason.to_string(),
        by: by(&it.actor, it.at),
    });
    fixings.chain(decisions).collect()
}

fn homes(page: &Page, names: &Names<'_>, base: &str, person: &PersonView, open: bool) -> Vec<Home> {
    let reference = encode(person.household.reference.as_str());
    let proposed = person.placement.as_ref().map(|it| &it.vacancy);
    person
        .homes
        .iter()
        .map(|it| {
            let fixed = person.fixings.iter().any(|fixing| fixing.vacancy == it.vacancy);
            let may = open && person.may_fix && !fixed;
            let fix = |kind: &str| {
                may.then(|| {
                    let home = encode(it.vacancy.as_str());
                    format!("{base}/fix?person={reference}&home={home}&kind={kind}")
                })
            };
            let (tone, verdict) = match &it.verdict {
                PairVerdict::Fits => (Tone::Good, "rounds-verdict-fits"),
                PairVerdict::Ask(_) => (Tone::Attention, "rounds-verdict-ask"),
                PairVerdict::Refused(_) => (Tone::Bad, "rounds-verdict-refused"),
            };
            let refused = matches!(it.verdict, PairVerdict::Refused(_));
            Home {
                vacancy: it.vacancy.to_string(),
                address: address(&it.home),
                place: names.place_of(&it.home),
                facts: home_facts(page.words, &it.home).join(" · "),
                tone,
                verdict,
                why: page
                    .words
                    .pair_verdict(&it.verdict, names)
                    .into_iter()
                    .chain(goes(page.words, names, it))
                    .collect(),
                proposed: proposed == Some(&it.vacancy),
                pin: if refused { None } else { fix("pin") },
                ban: if refused { None } else { fix("ban") },
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use sleutel_domain::access::Language;

    use super::*;

    fn check(points: i32, on_ground: bool, expected: &str) {
        let worth = WaitingWorth { points, weeks: 26, on_ground };
        let said = waiting(Words::new(Language::Dutch), worth).join(" ");
        assert!(said.starts_with(expected), "{said}");
    }

    #[test]
    fn what_waiting_is_worth_is_said_with_its_points_and_weeks() {
        check(412, false, "Wachten is voor dit huishouden naar verwachting 412 punten waard:");
        check(0, false, "In de 26 weken erna heeft dit huishouden van wachten");
        check(0, true, "Wie weg moet of niet veilig is, hoeft daarvoor nooit te wachten.");
    }
}
