//! Forms from the first field to the receiver's desk: who may do what, who sees which
//! answer, and what happens when two people are at it at once.

use std::collections::{BTreeMap, BTreeSet};

use sleutel_actions::{
    ActionError, FieldFault, FormHold, Hold, Who,
    forms::{self, FormView, Side, Step, judge},
    participants,
};
use sleutel_domain::{
    FormCode, Id,
    access::{OrganisationKind, Party, Role},
    forms::{
        Form, FormAct, FormFile, FormStatus, Kind, Library, NotNow, Question, QuestionKey, Spot,
        Value, asked,
    },
    messages::Message,
    participants::{Member, MemberRole},
};
use sleutel_exchange::forms::{TypedText, shipped};
use sleutel_store::{Window, forms::FormFilter};

use crate::{
    messages::inbox,
    town::{Town, reference, today},
};

const WINDOW: Window = Window { offset: 0, limit: 50 };
const APPLICATION: &str = "omslag-application";
const MATCH: &str = "omslag-match";

/// Everybody around the file D-0001.
struct Around {
    worker: Who,
    colleague: Who,
    coordinator: Who,
    elsewhere: Who,
    officer: Who,
    consultant: Who,
    other_consultant: Who,
}

impl Around {
    async fn new(town: &Town) -> Self {
        let person = reference("D-0001");
        let file = participants::view(&town.app, &town.operator, &person).await.unwrap().file;
        let provider = file.provider.as_str();
        let login = file.worker.unwrap().to_string();
        assert_ne!(provider, "eigendrempel");
        Self {
            worker: town.person(&login, Role::SupportWorker, provider).await,
            colleague: town.person("colleague", Role::SupportWorker, provider).await,
            coordinator: town.person("coordinator", Role::PlacementCoordinator, provider).await,
            elsewhere: town.person("elsewhere", Role::SupportWorker, "eigendrempel").await,
            officer: town.person("officer", Role::HousingOfficer, "gemeente").await,
            consultant: town.person("consultant", Role::LettingConsultant, "papiermolen").await,
            other_consultant: town
                .person("other-consultant", Role::LettingConsultant, "wendelhuis")
                .await,
        }
    }
}

fn code(text: &str) -> FormCode {
    FormCode::new(text).unwrap()
}

fn key(text: &str) -> QuestionKey {
    QuestionKey::new(text).unwrap()
}

async fn start(town: &Town, who: &Who, form: &str) -> Result<Id<FormFile>, ActionError> {
    Ok(forms::start(&town.app, who, &reference("D-0001"), &code(form)).await?.id)
}

async fn view(town: &Town, who: &Who, id: Id<FormFile>) -> Result<FormView, ActionError> {
    forms::view(&town.app, who, id).await
}

/// A step with nothing said.
pub(crate) fn step(act: FormAct, version: i64) -> Step {
    Step { act, version, remarks: String::new(), recipient: String::new(), ends_step: false }
}

/// Takes a step on what the form is now, as somebody who just opened its page.
async fn go(
    town: &Town,
    who: &Who,
    id: Id<FormFile>,
    act: FormAct,
    said: &str,
    to: &str,
) -> Result<FormStatus, ActionError> {
    let version = view(town, who, id).await?.file.version;
    let step = Step { remarks: said.to_owned(), recipient: to.to_owned(), ..step(act, version) };
    forms::step(&town.app, who, id, &step).await
}

/// A way through a form: what is answered to yes or no, and which of the choices is made.
#[derive(Debug, Clone, Copy)]
struct Way {
    yes: bool,
    choice: usize,
}

const YES: Way = Way { yes: true, choice: 0 };
const NO: Way = Way { yes: false, choice: 1 };
/// Together they come past every question of the five forms.
const WAYS: [Way; 4] = [YES, NO, Way { yes: true, choice: 1 }, Way { yes: true, choice: 2 }];

/// A first answer to a question.
fn answer(question: &Question, field: &str, way: Way) -> String {
    let later = "2027-01-01".to_owned();
    let earlier = "2026-06-01".to_owned();
    match &question.kind {
        Kind::Short | Kind::Long { .. } => format!("Antwoord op {}", question.key),
        Kind::One { choices } => choices[way.choice.min(choices.len() - 1)].code.clone(),
        Kind::Many { choices } if way.choice == 0 => choices[0].code.clone(),
        Kind::Many { choices } => choices.last().unwrap().code.clone(),
        Kind::YesNo => if way.yes { "yes" } else { "no" }.to_owned(),
        Kind::Date { when, .. } => match when {
            sleutel_domain::forms::When::Future => later,
            sleutel_domain::forms::When::Past | sleutel_domain::forms::When::Any => earlier,
        },
        Kind::Amount { .. } => "12,50".to_owned(),
        Kind::Whole { least, .. } => least.to_string(),
        Kind::Agreement if field.ends_with(".on") => earlier,
        Kind::Agreement | Kind::Rows { .. } => "Ada".to_owned(),
    }
}

/// Answers everything that is asked, whatever becomes visible on the way.
fn complete(form: &Form, typed: &TypedText, way: Way) -> TypedText {
    let mut typed = typed.clone();
    for _ in 0..12 {
        let judged = judge(form, &typed, today());
        let open = asked(form, &judged.answers).into_iter().filter(|one| one.value.is_none());
        let mut more = Vec::new();
        for one in open {
            match &one.question.kind {
                Kind::Rows { questions, .. } => {
                    let inner = &questions[0];
                    let field = format!("{}.1.{}", one.spot, inner.key);
                    more.push((field, answer(inner, "", way)));
                }
                Kind::Agreement => {
                    for part in [".name", ".on"] {
                        let field = format!("{}{part}", one.spot);
                        more.push((field, answer(one.question, part, way)));
                    }
                }
                Kind::Short
                | Kind::Long { .. }
                | Kind::One { .. }
                | Kind::Many { .. }
                | Kind::YesNo
                | Kind::Date { .. }
                | Kind::Amount { .. }
                | Kind::Whole { .. } => {
                    more.push((one.spot.to_string(), answer(one.question, "", way)));
                }
            }
        }
        if more.is_empty() {
            assert_eq!(judged.faults, [], "{}", form.code);
            return judged.typed;
        }
        for (field, text) in more {
            typed.insert(field, vec![text]);
        }
    }
    panic!("{} goes on asking", form.code);
}

/// Fills in everything of a form that is open.
async fn fill(town: &Town, who: &Who, id: Id<FormFile>, way: Way) -> FormView {
    let seen = view(town, who, id).await.unwrap();
    let draft = seen.draft.unwrap();
    // Who says no everywhere also says it where the file says yes.
    let begin = if way.yes { draft.typed } else { TypedText::new() };
    let typed = complete(&seen.form, &begin, way);
    forms::save_draft(&town.app, who, id, draft.counter, &typed).await.unwrap();
    view(town, who, id).await.unwrap()
}

/// Begins, fills in, has checked and sends.
async fn send(town: &Town, around: &Around, form: &str, way: Way) -> Id<FormFile> {
    let id = start(town, &around.worker, form).await.unwrap();
    let filled = fill(town, &around.worker, id, way).await;
    go(town, &around.worker, id, FormAct::AskCheck, "", "").await.unwrap();
    go(town, &around.colleague, id, FormAct::Approve, "", "").await.unwrap();
    let to = match filled.form.to.unwrap() {
        OrganisationKind::Municipality => "gemeente",
        OrganisationKind::Association => "papiermolen",
        OrganisationKind::Provider => panic!("no shipped form goes to a provider"),
    };
    go(town, &around.worker, id, FormAct::Send, "", to).await.unwrap();
    id
}

/// Begins a form in somebody's file, fills it in and has it checked: ready to be sent.
pub(crate) async fn checked(
    town: &Town,
    worker: &Who,
    whose: &sleutel_domain::Reference,
    form: &str,
) -> Id<FormFile> {
    let provider = worker.organisation().unwrap().to_string();
    let login = format!("reads-{form}");
    let colleague = town.person(&login, Role::SupportWorker, &provider).await;
    let id = forms::start(&town.app, worker, whose, &code(form)).await.unwrap().id;
    fill(town, worker, id, YES).await;
    go(town, worker, id, FormAct::AskCheck, "", "").await.unwrap();
    go(town, &colleague, id, FormAct::Approve, "", "").await.unwrap();
    id
}

/// The same, and sends it.
pub(crate) async fn sent(
    town: &Town,
    worker: &Who,
    whose: &sleutel_domain::Reference,
    form: &str,
    to: &str,
) -> Id<FormFile> {
    let id = checked(town, worker, whose, form).await;
    go(town, worker, id, FormAct::Send, "", to).await.unwrap();
    id
}

fn hold(error: Result<impl std::fmt::Debug, ActionError>) -> FormHold {
    match error {
        Err(ActionError::Hold(Hold::Form(hold))) => hold,
        other => panic!("not held: {other:?}"),
    }
}

fn not_found(result: &Result<impl std::fmt::Debug, ActionError>) -> bool {
    matches!(result, Err(ActionError::NotFound | ActionError::Denied(_)))
}

fn texts(fields: &[(&str, &str)]) -> TypedText {
    fields.iter().map(|(name, text)| ((*name).to_owned(), vec![(*text).to_owned()])).collect()
}

/// The road of an application, on the database of the town.
pub(crate) async fn goes_from_draft_to_treatment(town: &Town) {
    let around = Around::new(town).await;
    let id = send(town, &around, APPLICATION, YES).await;
    let sent = Message::FormSent { reference: reference("D-0001"), form: code(APPLICATION) };
    assert_eq!(inbox(&town.app, &around.officer).await, [sent]);
    assert_eq!(inbox(&town.app, &around.consultant).await, []);
    let received = go(town, &around.officer, id, FormAct::Receive, "", "").await.unwrap();
    assert_eq!(received, FormStatus::Received);
    let sender = view(town, &around.worker, id).await.unwrap();
    let acts: Vec<_> = sender.history.iter().rev().map(|it| it.act).collect();
    use FormAct::{Approve, AskCheck, Receive, Send, Start};
    assert_eq!(acts, [Start, AskCheck, Approve, Send, Receive]);
    assert_eq!(sender.file.status, FormStatus::Received);
    assert!(sender.draft.is_none());
    assert!(sender.completeness.is_complete());
    let page = forms::list(&town.app, &around.officer, &FormFilter::default(), WINDOW).await;
    let page = page.unwrap();
    assert_eq!(page.side, Side::Receiver);
    assert_eq!(page.page.rows.len(), 1);
    assert_eq!(page.page.rows[0].name, "", "who it is about stands in the form");
    let counts = forms::open_counts(&town.app, &around.worker).await.unwrap();
    assert_eq!(counts, BTreeMap::from([(FormStatus::Received, 1)]));
}

#[tokio::test]
async fn an_application_goes_from_draft_to_treatment() {
    goes_from_draft_to_treatment(&Town::new().await).await;
}

#[tokio::test]
async fn a_form_begins_with_what_the_file_knows_and_leaves_open_what_it_does_not() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    let id = start(&town, &around.worker, APPLICATION).await.unwrap();
    let seen = view(&town, &around.worker, id).await.unwrap();
    let file = participants::view(&town.app, &town.operator, &reference("D-0001")).await.unwrap();
    let head = file.file.head().unwrap().clone();
    let name = format!("{} {}", head.given, head.family);
    let text = |field: &str| seen.draft.as_ref().unwrap().typed.get(field).cloned();
    assert_eq!(text("name"), Some(vec![name.clone()]));
    assert_eq!(text("born"), head.born.map(|it| vec![it.to_string()]));
    assert_eq!(text("registration-number"), None);
    assert_eq!(seen.name, Some(name));
    let is_child = |it: &&Member| it.role == MemberRole::Child;
    let children = file.file.members.iter().filter(is_child).count();
    let last = format!("children.{children}.child-name");
    assert!(text(&last).is_some(), "{last}");
    assert!(seen.faults.iter().any(|it| it.field == "registration-number"));
}

/// Walks every form along several ways, until every question was asked, and looks at every
/// answer through the eyes of the receiver.
#[tokio::test]
async fn a_receiver_gets_exactly_the_answers_their_party_may_see() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    for form in shipped().0 {
        let (receiver, party) = match form.to.unwrap() {
            OrganisationKind::Municipality => (&around.officer, Party::Municipality),
            OrganisationKind::Association | OrganisationKind::Provider => {
                (&around.consultant, Party::Association)
            }
        };
        let mut covered = BTreeSet::new();
        for way in WAYS {
            let id = send(&town, &around, form.code.as_str(), way).await;
            let whole = view(&town, &around.worker, id).await.unwrap().answers;
            let seen = view(&town, receiver, id).await.unwrap();
            assert_eq!((seen.side, seen.party, &seen.name), (Side::Receiver, party, &None));
            for one in asked(&form, &whole) {
                let Some(given) = one.value else { continue };
                covered.insert(one.question.key.clone());
                let shown = seen.answers.at(&one.spot);
                let expected = one.question.sees.contains(&party);
                assert_eq!(shown.is_some(), expected, "{} {} {party:?}", form.code, one.spot);
                // Rows hold less, question by question; everything else is word for word.
                if let (Some(shown), false) = (shown, matches!(given, Value::Rows(_))) {
                    assert_eq!(shown, given, "{} {}", form.code, one.spot);
                }
            }
            go(&town, &around.worker, id, FormAct::TakeBack, "Opnieuw", "").await.unwrap();
        }
        let every = form.questions().flat_map(|it| {
            it.rows().unwrap_or_default().iter().chain([it]).map(|one| one.key.clone())
        });
        let missed: Vec<_> = every.filter(|key| !covered.contains(key)).collect();
        assert_eq!(missed, Vec::<QuestionKey>::new(), "{}", form.code);
    }
}

#[tokio::test]
async fn what_is_not_sent_to_an_organisation_does_not_exist_for_it() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    let draft = start(&town, &around.worker, MATCH).await.unwrap();
    for stranger in [&around.officer, &around.consultant, &around.elsewhere, &around.colleague] {
        assert!(not_found(&view(&town, stranger, draft).await));
    }
    assert!(view(&town, &around.coordinator, draft).await.is_ok());
    fill(&town, &around.worker, draft, YES).await;
    go(&town, &around.worker, draft, FormAct::AskCheck, "", "").await.unwrap();
    go(&town, &around.colleague, draft, FormAct::Approve, "", "").await.unwrap();
    go(&town, &around.worker, draft, FormAct::Send, "", "papiermolen").await.unwrap();
    for stranger in [&around.officer, &around.other_consultant, &around.elsewhere] {
        assert!(not_found(&view(&town, stranger, draft).await));
        assert!(not_found(&forms::compare(&town.app, stranger, draft, 1, 2).await));
        let page = forms::list(&town.app, stranger, &FormFilter::default(), WINDOW).await;
        assert_eq!(page.unwrap().page.total, 0);
    }
    assert!(view(&town, &around.consultant, draft).await.is_ok());
}

#[tokio::test]
async fn nobody_takes_a_step_that_is_another_partys() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    let id = send(&town, &around, MATCH, YES).await;
    let version = view(&town, &around.worker, id).await.unwrap().file.version;
    let tried = async |who: &Who, act| {
        let step = Step { remarks: "x".to_owned(), ..step(act, version) };
        forms::step(&town.app, who, id, &step).await
    };
    assert!(not_found(&tried(&around.worker, FormAct::Receive).await));
    assert!(not_found(&tried(&around.worker, FormAct::Return).await));
    assert!(not_found(&tried(&around.consultant, FormAct::TakeBack).await));
    assert!(not_found(&tried(&around.consultant, FormAct::Approve).await));
    assert!(not_found(&tried(&around.other_consultant, FormAct::Receive).await));
    assert!(not_found(&tried(&around.officer, FormAct::Receive).await));
    assert!(not_found(&tried(&around.elsewhere, FormAct::TakeBack).await));
    assert!(not_found(&tried(&town.operator, FormAct::Receive).await));
    assert_eq!(tried(&around.consultant, FormAct::Receive).await.unwrap(), FormStatus::Received);
}

#[tokio::test]
async fn of_two_who_type_at_once_the_second_is_told_and_nothing_is_lost() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    let id = start(&town, &around.worker, MATCH).await.unwrap();
    let save = |who, counter, address: &str| {
        let typed = texts(&[("address", address), ("people", "veel")]);
        let app = town.app.clone();
        async move { forms::save_draft(&app, who, id, counter, &typed).await }
    };
    let first = save(&around.worker, 1, "Sluiskade 1").await.unwrap();
    assert_eq!(first.counter, 2);
    let late = save(&around.coordinator, 1, "Sluiskade 2").await;
    assert!(matches!(late, Err(ActionError::Changed)), "{late:?}");
    let draft = view(&town, &around.coordinator, id).await.unwrap().draft.unwrap();
    assert_eq!(draft.typed["address"], ["Sluiskade 1"]);
    // What makes no sense is kept all the same, and told.
    assert_eq!(draft.typed["people"], ["veel"]);
    let fault = first.faults.iter().find(|it| it.field == "people").unwrap();
    assert_eq!(fault.fault, FieldFault::NotANumber);
    save(&around.coordinator, 2, "Sluiskade 2").await.unwrap();
}

#[tokio::test]
async fn of_two_who_take_a_step_at_once_the_second_is_told() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    let id = send(&town, &around, MATCH, YES).await;
    let version = view(&town, &around.consultant, id).await.unwrap().file.version;
    let step = |act| Step { act, version, remarks: "Zie boven".to_owned(), ..receive(version) };
    forms::step(&town.app, &around.consultant, id, &step(FormAct::Receive)).await.unwrap();
    let late = forms::step(&town.app, &around.worker, id, &step(FormAct::TakeBack)).await;
    assert!(matches!(late, Err(ActionError::Changed)), "{late:?}");
}

fn receive(version: i64) -> Step {
    step(FormAct::Receive, version)
}

#[tokio::test]
async fn a_form_is_checked_by_somebody_else_than_who_asked_or_typed() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    let id = start(&town, &around.worker, MATCH).await.unwrap();
    fill(&town, &around.coordinator, id, YES).await;
    go(&town, &around.worker, id, FormAct::AskCheck, "", "").await.unwrap();
    for same in [&around.worker, &around.coordinator] {
        let held = hold(go(&town, same, id, FormAct::Approve, "", "").await);
        assert_eq!(held, FormHold::SamePerson);
    }
    // The colleague may look as long as they are asked.
    assert!(view(&town, &around.colleague, id).await.unwrap().may.contains(&FormAct::Approve));
    let page = forms::list(&town.app, &around.colleague, &FormFilter::default(), WINDOW).await;
    assert_eq!(page.unwrap().page.total, 1);
    let silent = go(&town, &around.colleague, id, FormAct::AskChange, " ", "").await;
    let Err(ActionError::Fields(errors)) = silent else { panic!("{silent:?}") };
    assert_eq!((errors[0].field.as_str(), &errors[0].fault), ("remarks", &FieldFault::Required));
    let said = "Kijk nog eens naar het adres";
    go(&town, &around.colleague, id, FormAct::AskChange, said, "").await.unwrap();
    let back = view(&town, &around.worker, id).await.unwrap();
    assert_eq!(back.file.status, FormStatus::Draft);
    assert_eq!(back.history[0].remarks.as_deref(), Some(said));
    assert!(not_found(&view(&town, &around.colleague, id).await));
}

#[tokio::test]
async fn only_what_is_complete_is_sent_and_only_what_can_be_read_is_handed_over() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    let id = start(&town, &around.worker, MATCH).await.unwrap();
    let typed = texts(&[("people", "veel"), ("lease-from", "morgen")]);
    forms::save_draft(&town.app, &around.worker, id, 1, &typed).await.unwrap();
    let held = hold(go(&town, &around.worker, id, FormAct::AskCheck, "", "").await);
    assert_eq!(held, FormHold::Unreadable { faults: 2 });
    let typed = texts(&[("people", "2"), ("tenant", "Dagwinst")]);
    forms::save_draft(&town.app, &around.worker, id, 2, &typed).await.unwrap();
    let held = hold(go(&town, &around.worker, id, FormAct::Send, "", "papiermolen").await);
    let not_now = NotNow { act: FormAct::Send, status: FormStatus::Draft };
    assert_eq!(held, FormHold::NotNow(not_now));
    go(&town, &around.worker, id, FormAct::AskCheck, "", "").await.unwrap();
    go(&town, &around.colleague, id, FormAct::Approve, "", "").await.unwrap();
    let open = view(&town, &around.worker, id).await.unwrap().faults.len();
    let held = hold(go(&town, &around.worker, id, FormAct::Send, "", "papiermolen").await);
    assert_eq!(held, FormHold::Incomplete { open });
    go(&town, &around.worker, id, FormAct::Reopen, "", "").await.unwrap();
    fill(&town, &around.worker, id, NO).await;
    go(&town, &around.worker, id, FormAct::AskCheck, "", "").await.unwrap();
    go(&town, &around.colleague, id, FormAct::Approve, "", "").await.unwrap();
    for (to, fault) in [("", FieldFault::Required), ("gemeente", FieldFault::NotAChoice)] {
        let wrong = go(&town, &around.worker, id, FormAct::Send, "", to).await;
        let Err(ActionError::Fields(errors)) = wrong else { panic!("{wrong:?}") };
        assert_eq!(errors[0].fault, fault);
    }
    go(&town, &around.worker, id, FormAct::Send, "", "papiermolen").await.unwrap();
}

#[tokio::test]
async fn what_was_given_back_shows_why_and_what_was_answered_before() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    let id = send(&town, &around, MATCH, YES).await;
    go(&town, &around.consultant, id, FormAct::Receive, "", "").await.unwrap();
    let said = "Het inkomen klopt niet";
    go(&town, &around.consultant, id, FormAct::Return, said, "").await.unwrap();
    let told = Message::FormReturned { reference: reference("D-0001"), form: code(MATCH) };
    assert_eq!(inbox(&town.app, &around.worker).await, [told]);
    assert_eq!(inbox(&town.app, &around.colleague).await, []);
    // It is the sender's again.
    assert!(not_found(&view(&town, &around.consultant, id).await));
    let back = view(&town, &around.worker, id).await.unwrap();
    assert_eq!(back.history[0].remarks.as_deref(), Some(said));
    assert_eq!(back.before, None, "nothing has been changed yet");
    let draft = back.draft.unwrap();
    let mut typed = draft.typed.clone();
    typed.insert("yearly-income".to_owned(), vec!["21.000".to_owned()]);
    forms::save_draft(&town.app, &around.worker, id, draft.counter, &typed).await.unwrap();
    let changed = view(&town, &around.worker, id).await.unwrap();
    let income =
        |answers: &sleutel_domain::forms::Answers| answers.get(&key("yearly-income")).cloned();
    let amount = |cents| Some(Value::Amount(sleutel_domain::Cents::new(cents).unwrap()));
    assert_eq!(income(&changed.before.unwrap()), amount(1250));
    assert_eq!(income(&changed.answers), amount(2_100_000));
    go(&town, &around.worker, id, FormAct::AskCheck, "", "").await.unwrap();
    go(&town, &around.colleague, id, FormAct::Approve, "", "").await.unwrap();
    go(&town, &around.worker, id, FormAct::Send, "", "papiermolen").await.unwrap();
    let seen = view(&town, &around.consultant, id).await.unwrap();
    let acts: Vec<_> = seen.history.iter().map(|it| it.act).collect();
    use FormAct::{Receive, Return, Send};
    assert_eq!(acts, [Send, Return, Receive, Send], "a receiver sees what went between the two");
    let (newest, oldest) = (seen.history[0].number, seen.history[3].number);
    let compared = forms::compare(&town.app, &around.consultant, id, oldest, newest).await.unwrap();
    let spots: Vec<_> = compared.differences.iter().map(|it| it.spot.to_string()).collect();
    assert_eq!(spots, ["yearly-income"]);
    let inner = forms::compare(&town.app, &around.consultant, id, 1, newest).await;
    assert!(not_found(&inner), "version 1 never left the provider");
}

#[tokio::test]
async fn differences_show_a_party_only_what_it_may_see() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    let id = send(&town, &around, "omslag-meeting", YES).await;
    go(&town, &around.consultant, id, FormAct::Return, "Nog eens", "").await.unwrap();
    let draft = view(&town, &around.worker, id).await.unwrap().draft.unwrap();
    let mut typed = draft.typed;
    typed.insert("notes".to_owned(), vec!["Alleen voor ons".to_owned()]);
    forms::save_draft(&town.app, &around.worker, id, draft.counter, &typed).await.unwrap();
    go(&town, &around.worker, id, FormAct::AskCheck, "", "").await.unwrap();
    go(&town, &around.colleague, id, FormAct::Approve, "", "").await.unwrap();
    go(&town, &around.worker, id, FormAct::Send, "", "papiermolen").await.unwrap();
    let history = view(&town, &around.consultant, id).await.unwrap().history;
    let (from, to) = (history[2].number, history[0].number);
    let receiver = forms::compare(&town.app, &around.consultant, id, from, to).await.unwrap();
    assert_eq!(receiver.differences, []);
    let sender = forms::compare(&town.app, &around.worker, id, to, from).await.unwrap();
    assert_eq!(sender.differences.len(), 1);
    assert_eq!((sender.from.number, sender.to.number), (from, to));
}

#[tokio::test]
async fn a_form_that_is_under_way_is_not_begun_twice_but_a_sent_one_may_be_followed() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    start(&town, &around.worker, MATCH).await.unwrap();
    let held = hold(start(&town, &around.coordinator, MATCH).await);
    assert_eq!(held, FormHold::UnderWay);
    send(&town, &around, "omslag-evaluation", YES).await;
    assert!(start(&town, &around.worker, "omslag-evaluation").await.is_ok());
    assert_eq!(hold(start(&town, &around.worker, "no-such-form").await), FormHold::NotToday);
}

#[tokio::test]
async fn a_file_stays_on_the_version_it_was_started_on() {
    let mut town = Town::new().await;
    let around = Around::new(&town).await;
    let old = start(&town, &around.worker, MATCH).await.unwrap();
    let mut forms_now = shipped().0;
    let mut next = forms_now.iter().find(|it| it.code == code(MATCH)).unwrap().clone();
    next.version = 2;
    next.from = today();
    next.sections[0].questions.remove(0);
    for form in &mut forms_now {
        form.until = Some(today().yesterday().unwrap());
    }
    forms_now.push(next);
    town.app = town.app.clone().with_forms(Library::new(forms_now));
    let kept = view(&town, &around.worker, old).await.unwrap();
    assert_eq!(kept.form.version, 1);
    assert!(kept.form.question(&Spot::top(&key("address"))).is_some());
    assert_eq!(hold(start(&town, &around.worker, APPLICATION).await), FormHold::NotToday);
    let to_start = forms::of_participant(&town.app, &around.worker, &reference("D-0001")).await;
    let to_start = to_start.unwrap().to_start;
    assert_eq!(to_start.len(), 1);
    assert_eq!(to_start[0].version, 2);
}

#[tokio::test]
async fn every_look_and_step_stands_in_the_log_of_the_person() {
    let town = Town::new().await;
    let around = Around::new(&town).await;
    let id = send(&town, &around, MATCH, YES).await;
    view(&town, &around.consultant, id).await.unwrap();
    let person = reference("D-0001");
    let history = participants::history(&town.app, &around.worker, &person).await.unwrap();
    let lines = history.log.rows;
    let did = |action: &str, who: &str| {
        lines.iter().any(|it| it.line.action == action && it.line.actor.starts_with(who))
    };
    assert!(did("see-forms", "Name of consultant"));
    assert!(did("check-form", "Name of colleague"));
    let told: Vec<_> = lines.iter().map(|it| it.line.detail.as_str()).collect();
    assert!(told.iter().any(|it| it.contains("\"step\":\"send\"") && it.contains("papiermolen")));
    assert!(told.iter().all(|it| !it.contains("Antwoord op")), "no answer stands in the log");
}
