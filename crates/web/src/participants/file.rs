use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App, Who, agreements,
    cases::{self, CaseView},
    forms::{self, ParticipantForms},
    participants::{self, FileView, Lists},
    plan,
    policy::{self, Action, Subject},
};
use sleutel_domain::{
    Answer, Phrase, Reference,
    participants::{Direction, Strength},
    placement::{Question, Verdict},
};
use sleutel_store::{forms::FormFileRow, participants::ParticipantFile};
use sleutel_words::{Named, Words};

use super::{
    alike::Told,
    answer,
    merge::TookUp,
    naming::{self, Places},
    sees,
    together::Beside,
};
use crate::{
    Acting, Page, Problem,
    access::moment,
    agreements::AgreementLine,
    cases::{Stop, due_words, stops},
    listing::encode,
    plan::Card,
    refused,
    show::{Choice, Tone},
};

/// One thing a placement needs to know: said, or a question with where to answer it.
struct Fact {
    label: String,
    value: Option<String>,
    ask: Option<String>,
}

struct Member {
    name: String,
    role: String,
    born: String,
    along: String,
    open: bool,
    about: Option<String>,
}

struct Wish {
    place: String,
    direction: String,
    tone: Tone,
    strength: String,
    reason: Option<String>,
}

struct Line {
    what: String,
    detail: Option<String>,
}

struct Decision {
    when: String,
    verdict: String,
    tone: Tone,
    home: String,
    href: Option<String>,
    who: String,
    reason: String,
}

/// The forms of this file, for somebody who may see them.
struct Forms {
    lines: Vec<FormLine>,
    to_start: Vec<Choice>,
}

struct FormLine {
    href: String,
    title: String,
    status: String,
    tone: Tone,
    changed: String,
}

struct Open {
    href: Option<String>,
    words: String,
}

#[derive(Template)]
#[template(path = "participants/file.html")]
struct FilePage {
    page: Page,
    href: String,
    may_change: bool,
    own_words: bool,
    version: i64,
    code: &'static str,
    readiness: String,
    tone: Tone,
    ground: Option<String>,
    about: Vec<(String, String)>,
    open: Vec<Open>,
    members: Vec<Member>,
    limits: Vec<Fact>,
    wishes: Vec<Wish>,
    network: Vec<Line>,
    exclusions: Vec<Line>,
    questions: Vec<(String, Option<String>)>,
    decisions: Vec<Decision>,
    together: Vec<Beside>,
    alike: Told,
    goes_on_as: Option<(String, String)>,
    took_up: Vec<TookUp>,
    forms: Option<Forms>,
    sees_identity: Vec<String>,
    sees_file: Vec<String>,
    sees_words: Vec<String>,
    sees_history: Vec<String>,
    agreements: Vec<AgreementLine>,
    new_agreement: Option<String>,
    road: Option<Road>,
    begin: Option<Begin>,
    may_give_key: bool,
    tasks: String,
    hand_over: Option<String>,
    card: Option<Card>,
}

/// Where a road is begun, with the key of why that can be.
struct Begin {
    href: String,
    text: &'static str,
}

/// Where the household is on its road.
struct Road {
    href: String,
    now: String,
    due: String,
    tone: Tone,
    stops: Vec<Stop>,
}

/// `GET /participants/{reference}`.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    let Ok(reference) = Reference::new(&reference) else {
        return Problem::not_found().into_response();
    };
    let file = participants::view(&app, &who, &reference).await;
    let (file, lists) = match (file, participants::lists(&app, &who).await) {
        (Ok(file), Ok(lists)) => (file, lists),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let lines = match agreements::of_household(&app, &who, &reference).await {
        Ok(rows) => rows.iter().map(|it| AgreementLine::new(page.words, it)).collect(),
        Err(error) => return refused::problem(&error).into_response(),
    };
    let road = match cases::view(&app, &who, &reference).await {
        Ok(road) => road,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let mut view = view(page, &app, &who, &file, &lists);
    view.agreements = lines;
    if policy::may(&who, Action::SeeForms) {
        match forms::of_participant(&app, &who, &reference).await {
            Ok(found) => view.forms = Some(forms_of(&view.page, &app, &found)),
            Err(error) => return refused::problem(&error).into_response(),
        }
    }
    if policy::may(&who, Action::SeePlan) {
        match plan::overview(&app, &who, &reference).await {
            Ok(found) => view.card = Some(Card::new(&view.page, &reference, &found)),
            Err(error) => return refused::problem(&error).into_response(),
        }
    }
    let begins = policy::may(&who, Action::BeginCase);
    if file.file.goes_on_as.is_some() {
        view.new_agreement = None;
        if let Some(forms) = &mut view.forms {
            forms.to_start.clear();
        }
    }
    let begins = begins && file.file.goes_on_as.is_none();
    let over = road.as_ref().is_none_or(CaseView::may_begin_again);
    view.begin = (over && begins).then(|| Begin {
        href: format!("{}/begin", crate::cases::href(reference.as_str())),
        text: if road.is_some() { "participants-road-again" } else { "participants-road-none" },
    });
    view.road = road.map(|it| road_of(view.page.words, &app, &it));
    view.page.render(&view)
}

fn forms_of(page: &Page, app: &App, found: &ParticipantForms) -> Forms {
    let language = page.words.language();
    let line = |it: &FormFileRow| FormLine {
        href: crate::forms::href(it.id),
        title: forms::definition(app, &it.form)
            .map_or_else(|| it.form.to_string(), |form| form.title.get(language).to_owned()),
        status: page.name(&it.status),
        tone: crate::forms::status_tone(it.status),
        changed: moment(page.words, it.changed_at, &app.zone),
    };
    let choice =
        |it: &sleutel_domain::forms::Form| Choice::new(it.code.as_str(), it.title.get(language));
    Forms {
        lines: found.files.iter().map(line).collect(),
        to_start: found.to_start.iter().map(choice).collect(),
    }
}

fn road_of(words: Words, app: &App, seen: &CaseView<'_>) -> Road {
    let state = seen.file.state();
    let (due, tone) = due_words(words, seen.row.due, app.today());
    Road {
        href: crate::cases::href(seen.reference.as_str()),
        now: words.case_standing(&state.standing, state.route),
        due,
        tone,
        stops: stops(words, seen, app.today()),
    }
}

fn view(page: Page, app: &App, who: &Who, seen: &FileView, lists: &Lists) -> FilePage {
    let file = &seen.file;
    let words = page.words;
    let href = naming::href(file.reference.as_str());
    let name = file.head().map(|head| format!("{} {}", head.given, head.family));
    let page = page
        .under("/participants", "nav-participants")
        .called(name.unwrap_or_default())
        .in_tab(file.reference.as_str());
    let code = file.readiness.code();
    let whose = Subject {
        organisation: Some(&file.provider),
        worker: file.worker.as_ref().map(Phrase::as_str),
    };
    FilePage {
        may_change: seen.may_change,
        own_words: seen.own_words,
        version: file.version,
        code,
        readiness: naming::readiness_words(words, &file.readiness),
        tone: naming::readiness_tone(code),
        ground: (file.ground.code() != "none").then(|| naming::ground_words(words, file.ground)),
        about: about(&page, lists, file),
        open: open_questions(file)
            .into_iter()
            .map(|question| Open {
                href: seen.may_change.then(|| answer::href(&file.reference, question, &href)),
                words: words.t(question.key()),
            })
            .collect(),
        members: members(words, file),
        limits: limits(words, seen, &href),
        wishes: wishes(words, lists, file),
        network: network(words, lists, file),
        exclusions: exclusions(words, lists, file),
        questions: [
            ("participants-want", &file.questions.want),
            ("participants-can", &file.questions.can),
            ("participants-need", &file.questions.need),
        ]
        .map(|(key, text)| (words.t(key), text.as_ref().map(ToString::to_string)))
        .to_vec(),
        decisions: decisions(&page, app, who, seen),
        together: seen.together.iter().map(|it| Beside::new(words, it)).collect(),
        forms: None,
        alike: Told::new(words, lists, &seen.alike, Some(&file.reference)),
        goes_on_as: file.goes_on_as.as_ref().map(|it| {
            let text = [("kept", it.to_string().into())];
            (naming::href(it.as_str()), words.t_with("participants-merge-aside-text", &text))
        }),
        took_up: TookUp::all(words, app, seen),
        sees_identity: sees::who(words, Action::SeeIdentity),
        sees_file: sees::who(words, Action::SeeParticipant),
        sees_words: sees::who(words, Action::SeeOwnWords),
        sees_history: sees::who(words, Action::SeeHistory),
        agreements: Vec::new(),
        new_agreement: policy::may_for(who, Action::ChangeAgreement, whose)
            .then(|| format!("/agreements/new?household={}", encode(file.reference.as_str()))),
        road: None,
        begin: None,
        may_give_key: policy::may_for(who, Action::GiveKey, whose),
        tasks: crate::tasks::on(file.reference.as_str()),
        hand_over: policy::may_for(who, Action::HandOverFiles, whose)
            .then(|| format!("/colleagues/hand-over?file={}", encode(file.reference.as_str()))),
        card: None,
        href,
        page,
    }
}

fn about(page: &Page, lists: &Lists, file: &ParticipantFile) -> Vec<(String, String)> {
    let words = page.words;
    let none = || words.t("participants-nothing");
    let worker = file.worker.as_ref().map_or_else(none, |it| naming::worker(lists, it.as_str()));
    let living = file
        .living_situation
        .map_or_else(|| words.t("answer-unknown"), |it| words.t(naming::living_key(it)));
    let load = file
        .load
        .known()
        .map_or_else(|| words.t("answer-unknown"), |it| words.t(naming::load_key(it)));
    vec![
        (words.t("participants-reference"), file.reference.to_string()),
        (words.t("participants-group"), naming::group(words, lists, &file.group)),
        (words.t("participants-provider"), naming::provider(lists, &file.provider)),
        (words.t("participants-worker"), worker),
        (words.t("participants-living"), living),
        (words.t("participants-load"), load),
        (words.t("participants-waiting"), words.date(file.waiting_since)),
    ]
}

/// What a placement may need to know and nobody has said yet.
fn open_questions(file: &ParticipantFile) -> Vec<Question> {
    let head_open = file.head().is_some_and(|head| head.born.is_none());
    let limits = &file.limits;
    [
        (Question::People, !file.people().is_known()),
        (Question::Adaptation, !limits.adaptation.is_known()),
        (Question::Stairs, !limits.stairs.is_known()),
        (Question::Rent, !limits.rent.is_known()),
        (Question::HeadAge, head_open),
        (Question::Sharing, !limits.sharing.is_known()),
        (Question::Pets, !limits.pets.is_known()),
        (Question::Smoking, !limits.smokes.is_known()),
    ]
    .into_iter()
    .filter_map(|(question, open)| open.then_some(question))
    .collect()
}

fn members(words: Words, file: &ParticipantFile) -> Vec<Member> {
    file.members
        .iter()
        .map(|it| Member {
            name: format!("{} {}", it.given, it.family),
            role: words.name(&it.role),
            born: it.born.map_or_else(|| words.t("answer-unknown"), |date| words.date_short(date)),
            along: words.name(&it.moves_along),
            open: !it.moves_along.is_known(),
            about: it
                .custody
                .known()
                .map(|it| words.custody(it))
                .or_else(|| it.standing.known().map(|it| words.name(&it))),
        })
        .collect()
}

fn limits(words: Words, seen: &FileView, href: &str) -> Vec<Fact> {
    let limits = &seen.file.limits;
    let yes_no = |answer: Answer<bool>| answer.is_known().then(|| words.name(&answer));
    [
        ("participants-rent", Question::Rent, limits.rent.known().map(|it| words.money(it))),
        (
            "participants-adaptation",
            Question::Adaptation,
            limits.adaptation.known().map(|it| words.name(&it)),
        ),
        (
            "participants-stairs",
            Question::Stairs,
            limits
                .stairs
                .known()
                .map(|floor| words.t_with("participants-floor", &[("floor", floor.into())])),
        ),
        ("participants-pets", Question::Pets, yes_no(limits.pets)),
        ("participants-smokes", Question::Smoking, yes_no(limits.smokes)),
        ("participants-sharing", Question::Sharing, yes_no(limits.sharing)),
    ]
    .into_iter()
    .map(|(key, question, value)| Fact {
        label: words.t(key),
        ask: (value.is_none() && seen.may_change)
            .then(|| answer::href(&seen.file.reference, question, href)),
        value,
    })
    .collect()
}

fn wishes(words: Words, lists: &Lists, file: &ParticipantFile) -> Vec<Wish> {
    file.wishes
        .iter()
        .map(|it| Wish {
            place: words.place(&it.place, &Places(&lists.names)),
            direction: words.name(&it.direction),
            tone: match (it.direction, it.strength) {
                (Direction::Prefer, _) => Tone::Good,
                (Direction::Avoid, Strength::Must) => Tone::Bad,
                (Direction::Avoid, Strength::Slight | Strength::Strong) => Tone::Attention,
            },
            strength: match (it.direction, it.strength) {
                (Direction::Avoid, Strength::Must) => words.t("participants-avoid-must"),
                (Direction::Prefer | Direction::Avoid, strength) => words.name(&strength),
            },
            reason: it.reason.as_ref().map(ToString::to_string),
        })
        .collect()
}

fn network(words: Words, lists: &Lists, file: &ParticipantFile) -> Vec<Line> {
    file.network
        .iter()
        .map(|it| Line {
            what: format!(
                "{}: {}",
                words.name(&it.kind),
                words.place(&it.place, &Places(&lists.names))
            ),
            detail: it.note.as_ref().map(ToString::to_string),
        })
        .collect()
}

fn exclusions(words: Words, lists: &Lists, file: &ParticipantFile) -> Vec<Line> {
    file.exclusions
        .iter()
        .map(|it| {
            let place = words.place(&it.place, &Places(&lists.names));
            let until = it.until.map(|date| {
                words.t_with("participants-until", &[("date", words.date(date).into())])
            });
            Line {
                what: until.map_or_else(|| place.clone(), |until| format!("{place}, {until}")),
                detail: Some(it.reason.to_string()),
            }
        })
        .collect()
}

fn decisions(page: &Page, app: &App, who: &Who, seen: &FileView) -> Vec<Decision> {
    let words = page.words;
    let rounds = policy::may(who, Action::SeeRounds);
    seen.decisions
        .iter()
        .map(|it| Decision {
            when: moment(words, it.at, &app.zone),
            verdict: words.name(&it.verdict),
            tone: match it.verdict {
                Verdict::Agreed => Tone::Good,
                Verdict::Rejected => Tone::Attention,
            },
            home: it.vacancy.to_string(),
            href: rounds.then(|| format!("/rounds/{}", encode(&it.round.uuid().to_string()))),
            who: it.actor.clone(),
            reason: it.reason.to_string(),
        })
        .collect()
}
