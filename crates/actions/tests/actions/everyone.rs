//! Every action as every role and as nobody, against a table written out by hand.

use std::{future::Future, pin::Pin};

use sleutel_actions::{
    ActionError, App, Hold, Who, access, agreements, audit,
    cases::{self, ActDraft, BeginDraft, Doing},
    forms, homes, import,
    import::uploads,
    messages::{self, MailDraft},
    numbers, participants,
    policy::{self, Action},
    rounds::{self, Side, TrialDraft, Which},
};
use sleutel_domain::{
    FormCode, Id, OrganisationCode,
    access::{Language, Role},
    placement::{Bound, FixingKind, Question, Round, StoredProposal, Verdict},
};
use sleutel_store::{
    Window,
    cases::{CaseFilter, CaseSort},
    forms::FormFilter,
    homes::VacancyFilter,
    participants::Filter,
    participants::Sort,
};

use crate::town::{Town, reference, today, vacancy};

const AGREEMENTS: sleutel_store::agreements::Filter = sleutel_store::agreements::Filter {
    words: String::new(),
    without_names: false,
    kind: String::new(),
    state: String::new(),
    association: String::new(),
    provider: String::new(),
    worker: String::new(),
    ends_by: None,
};

const WINDOW: Window = Window { offset: 0, limit: 10 };

#[derive(Clone, Copy)]
struct On<'a> {
    app: &'a App,
    round: Id<Round>,
    proposal: Id<StoredProposal>,
    organisation: &'a str,
}

type Tried<'a> = Pin<Box<dyn Future<Output = Result<(), ActionError>> + 'a>>;
type Try = for<'a> fn(On<'a>, &'a Who) -> Tried<'a>;

macro_rules! tries {
    ($($name:literal $row:literal |$on:ident, $who:ident| $call:expr;)*) => {
        &[$(($name, $row, {
            fn it<'a>($on: On<'a>, $who: &'a Who) -> Tried<'a> {
                Box::pin(async move { $call.await.map(|_| ()) })
            }
            it
        })),*]
    };
}

/// The columns: who tries. The file is D-0001 of provider `dagwinst` in the caseload of
/// `worker`; the home is of association `wendelhuis`.
const WHO: [&str; 12] = [
    "desk",
    "coordinator",
    "other-coordinator",
    "consultant",
    "other-consultant",
    "manager",
    "worker",
    "other-worker",
    "administrator",
    "operator",
    "nobody",
    "officer",
];

/// `y` may, `-` may not; in the order of `WHO`.
const TABLE: &[(&str, &str, Try)] = tries! {
    "list files"              "y y y - - y y y - y - -"
        |on, who| participants::list(on.app, who, &Filter::default(), Sort::Name, false, WINDOW);
    "export files"            "y y y - - - - - - y - -"
        |on, who| participants::export(on.app, who, &Filter::default(), Sort::Name, false);
    "see a file"              "y y - - - - y - - y - -"
        |on, who| async move { participants::view(on.app, who, &reference("D-0001")).await };
    "see its history"         "y y - - - - y - - y - -"
        |on, who| async move { participants::history(on.app, who, &reference("D-0001")).await };
    "answer a question"       "y y - - - - y - - y - -"
        |on, who| async move {
            participants::answer_question(on.app, who, &reference("D-0001"), Question::Pets, "no")
                .await
        };
    "change a file"           "y y - - - - y - - y - -"
        |on, who| change_file(on, who);
    "take a new reference"    "y y y - - - y y - y - -"
        |on, who| participants::next_reference(on.app, who);
    "see homes"               "y y y y y y y y y y - y"
        |on, who| homes::list_vacancies(on.app, who, &FILTER, WINDOW);
    "see the map"             "y y y y y y y y y y - y"
        |on, who| homes::city_map(on.app, who);
    "see the numbers"         "y y y y y y y y y y - y"
        |on, who| numbers::groups(on.app, who, today());
    "see all numbers"         "y y y y y y y y y y - y"
        |on, who| numbers::of_year(on.app, who, today());
    "look up a number"        "y - - - - y - - - y - -"
        |on, who| async move { numbers::numbers_form(on.app, who, &MAIN).await };
    "change a number"         "y - - - - y - - - y - -"
        |on, who| async move {
            let form = numbers::numbers_form(on.app, who, &MAIN).await?;
            numbers::save_numbers(on.app, who, &MAIN, &form.draft).await
        };
    "link two households"     "y y - - - - y - - y - -"
        |on, who| async move {
            let draft = participants::LinkDraft {
                other: "D-0002".to_owned(),
                within: "neighbourhood".to_owned(),
                reason: "moeder en dochter".to_owned(),
            };
            participants::link(on.app, who, &reference("D-0001"), &draft).await?;
            participants::unlink(on.app, who, &reference("D-0001"), &reference("D-0002")).await
        };
    "look at making one file" "y y - - - - y - - y - -"
        |on, who| async move {
            let (one, other) = (reference("D-0001"), reference("D-0002"));
            participants::merge_view(on.app, who, &one, &other).await
        };
    "make one file of two"    "y y - - - - y - - y - -"
        |on, who| async move {
            let (one, other) = (reference("D-0001"), reference("D-0002"));
            let seen = participants::merge_view(on.app, who, &one, &other).await;
            let (kept_version, aside_version) =
                seen.map_or((0, 0), |it| (it.kept.version, it.aside.version));
            let draft = participants::MergeDraft {
                choices: sleutel_domain::participants::MergePart::ALL
                    .iter()
                    .map(|it| (it.code().to_owned(), "kept".to_owned()))
                    .collect(),
                reason: "dezelfde".to_owned(),
                kept_version,
                aside_version,
            };
            participants::merge(on.app, who, &one, &other, &draft).await?;
            participants::take_apart(on.app, who, &one, &other, ("toch niet", false)).await
        };
    "list likely duplicates"  "y y y - - - y y - y - -"
        |on, who| async move {
            participants::duplicates(on.app, who, &Default::default(), WINDOW).await
        };
    "compare two files"       "y y - - - - y - - y - -"
        |on, who| async move {
            participants::compare(on.app, who, &reference("D-0001"), &reference("D-0002")).await
        };
    "tell two files apart"    "y y - - - - y - - y - -"
        |on, who| async move {
            let (one, other) = (reference("D-0001"), reference("D-0002"));
            participants::tell_apart(on.app, who, &one, &other, "vader en zoon").await?;
            participants::look_again(on.app, who, &one, &other).await
        };
    "change a home"           "- - - y - - - - - y - -"
        |on, who| change_home(on, who);
    "withdraw a home"         "- - - y - - - - - y - -"
        |on, who| async move {
            homes::withdraw_vacancy(on.app, who, &vacancy("VH-01"), true).await?;
            homes::withdraw_vacancy(on.app, who, &vacancy("VH-01"), false).await
        };
    "bring in files"          "- - - - - y - - y y - -"
        |on, who| async move { import::bring_in(on.app, who, &[], true, &mut |_, _| {}).await };
    // An upload belongs to an account, which the command line has not.
    "send files from a page"  "- - - - - y - - y - - -"
        |on, who| send_files(on, who);
    "list rounds"             "y y y y y y - - - y - -"
        |on, who| rounds::list(on.app, who);
    "see a round"             "y y y y y y - - - y - -"
        |on, who| rounds::view(on.app, who, on.round, None);
    "see who is not placed"   "y y y y y y - - - y - -"
        |on, who| async move {
            rounds::unplaced(on.app, who, on.round, on.proposal, &Default::default(), WINDOW).await
        };
    "see a person's reasons"  "y y - - - y - - - y - -"
        |on, who| async move { rounds::person(on.app, who, on.round, &reference("D-0001"), None, false).await };
    "write a letter"          "y y - - - - - - - y - -"
        |on, who| async move { rounds::letter(on.app, who, on.round, &reference("D-0001")).await };
    "see who is in"           "y y y y y y - - - y - -"
        |on, who| async move {
            rounds::standings(on.app, who, on.round, &Default::default(), WINDOW).await
        };
    "choose homes"            "y y y - - - - - - y - -"
        |on, who| rounds::homes_to_choose(on.app, who);
    "propose"                 "y y y - - - - - - y - -"
        |on, who| rounds::propose(on.app, who, on.round, -1);
    "try other numbers"       "y y y - - y - - - y - -"
        |on, who| try_numbers(on, who);
    "see numbers to try"      "y y y - - y - - - y - -"
        |on, who| rounds::numbers(on.app, who, on.round, Which::Newest);
    "compare two proposals"   "y y y y y y - - - y - -"
        |on, who| rounds::compare(on.app, who, on.round, Which::Newest, Which::Newest);
    "forbid a pair"           "y y - - - - - - - - - -"
        |on, who| async move {
            rounds::fix(
                on.app, who, on.round, FixingKind::Ban, &reference("D-0001"), "VH-01", "reden",
            )
            .await
        };
    "decide"                  "y y - - - - - - - - - -"
        |on, who| async move {
            let pair = rounds::Pair { reference: reference("D-0001"), vacancy: vacancy("VH-01") };
            rounds::decide(
                on.app, who, on.round, on.proposal, &[pair], Verdict::Rejected, "reden",
            )
            .await
        };
    "close a round"           "y y y - - - - - - y - -"
        |on, who| rounds::close(on.app, who, on.round, -1);
    "replay a proposal"       "y y y y y y - - - y - -"
        |on, who| rounds::replay(on.app, who, on.proposal);
    "check a proposal"        "y y y y y y - - - y - -"
        |on, who| rounds::check(on.app, who, on.proposal);
    "list agreements"         "y y y y y y y y - y - -"
        |on, who| agreements::list(on.app, who, &AGREEMENTS, Default::default(), false, WINDOW);
    "export agreements"       "y y y y y - - - - y - -"
        |on, who| agreements::export(on.app, who, &AGREEMENTS, Default::default(), false);
    // An association drafts for somebody who was decided a home of its own; nobody was here.
    "draft an agreement"      "y y - - - - y - - y - -"
        |on, who| async move {
            agreements::blank(on.app, who, &reference("D-0001"), None).await
        };
    "list forms"              "- y y y y - y y - y - y"
        |on, who| forms::list(on.app, who, &FormFilter::default(), WINDOW);
    "see a file's forms"      "- y - - - - y - - y - -"
        |on, who| async move { forms::of_participant(on.app, who, &reference("D-0001")).await };
    // Somebody began it before: that holds the others, but does not refuse them.
    "begin a form"            "- y - - - - y - - - - -"
        |on, who| async move {
            let form = FormCode::new("omslag-application").unwrap();
            forms::start(on.app, who, &reference("D-0001"), &form).await
        };
    "list files on a road"    "y y y y y y y y - y - y"
        |on, who| cases::list(on.app, who, &CaseFilter::on(today()), CaseSort::Due, false, WINDOW);
    "list what to decide"     "- - - - - - - - - - - y"
        |on, who| cases::decisions(
            on.app, who, &CaseFilter::on(today()), CaseSort::Due, false, WINDOW,
        );
    "count what waits"        "y y y y y y y y - y - y"
        |on, who| cases::counts(on.app, who, 5);
    // D-0001 waits for a decision of the municipality; no home of anybody is in it.
    "see a file on a road"    "y y - - - - y - - y - y"
        |on, who| async move { cases::view(on.app, who, &reference("D-0001")).await };
    "begin a road"            "y y - - - - y - - - - -"
        |on, who| begin_again(on, who);
    "act on a file on a road" "- y - - - - y - - - - -"
        |on, who| act_on(on, who, Doing::TakeFactBack);
    "decide on a file"        "- - - - - - - - - - - y"
        |on, who| act_on(on, who, Doing::Extend);
    "see homes for the next"  "y y y - - - - - - - - -"
        |on, who| cases::next_offers(on.app, who);
    "read the log"            "- - - - - - - - y y - -"
        |on, who| audit::lines(on.app, who, "", "", WINDOW);
    "check the log"           "- - - - - - - - y y - -"
        |on, who| audit::verify(on.app, who);
    "list accounts"           "- - - - - - - - y y - -"
        |on, who| access::accounts(on.app, who);
    "close an account"        "- - - - - - - - y y - -"
        |on, who| async move {
            access::set_active(on.app, who, "spare", false).await?;
            access::set_active(on.app, who, "spare", true).await
        };
    "choose a language"       "y y y y y y y y y - - y"
        |on, who| access::set_language(on.app, who, Language::English);
    "read one's messages"     "y y y y y y y y y - - y"
        |on, who| messages::list(on.app, who, false, WINDOW);
    "count one's messages"    "y y y y y y y y y - - y"
        |on, who| messages::unread(on.app, who);
    "mark all as read"        "y y y y y y y y y - - y"
        |on, who| messages::mark_all_read(on.app, who);
    "choose what is mailed"   "y y y y y y y y y - - y"
        |on, who| async move {
            let draft = MailDraft { email: String::new(), mail: "nothing".to_owned() };
            messages::save_settings(on.app, who, &draft).await
        };
    "see the outbox"          "- - - - - - - - y y - -"
        |on, who| messages::outbox(on.app, who, "", WINDOW);
    "send mail"               "- - - - - - - - - y - -"
        |on, who| messages::take_mail(on.app, who);
    "write mails of the day"  "- - - - - - - - - y - -"
        |on, who| messages::write_digests(on.app, who);
};

const MAIN: numbers::Numbered =
    numbers::Numbered::MainGroup(sleutel_exchange::records::MainGroup::WithSupport);

const FILTER: VacancyFilter =
    VacancyFilter { words: String::new(), association: String::new(), status: String::new() };

async fn change_file(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    // The form is filled by somebody who may see the file; the one tried sends it.
    let mut tx = on.app.db.read().await.unwrap();
    let programme = sleutel_store::access::programmes(&mut tx).await.unwrap()[0].id;
    let file = sleutel_store::participants::file(&mut tx, programme, &reference("D-0001"))
        .await
        .unwrap()
        .unwrap();
    drop(tx);
    let draft = participants::ParticipantDraft::from(&file);
    participants::save_participant(on.app, who, &draft).await.map(|_| ())
}

/// Whoever may is told that the household is on a road already.
async fn begin_again(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    let draft = BeginDraft { route: "housing-first".to_owned(), ..BeginDraft::default() };
    match cases::begin(on.app, who, &reference("D-0001"), &draft).await {
        Err(ActionError::Hold(Hold::Road(_))) => Ok(()),
        other => other,
    }
}

/// Whoever's act it is not is told so by the road; that is a refusal too. Whoever's it is may
/// still be told that it was done before.
async fn act_on(on: On<'_>, who: &Who, doing: Doing) -> Result<(), ActionError> {
    use sleutel_domain::cases::Refusal::{CannotActFor, NotThisParty};
    let mut tx = on.app.db.read().await.unwrap();
    let programme = sleutel_store::access::programmes(&mut tx).await.unwrap()[0].id;
    let whose = reference("D-0001");
    let case = sleutel_store::cases::current_case(&mut tx, programme, &whose).await.unwrap();
    drop(tx);
    let draft = ActDraft {
        step: "urgency".to_owned(),
        reason: "reden".to_owned(),
        fact: "plan-agreed".to_owned(),
        ..ActDraft::default()
    };
    match cases::act(on.app, who, &whose, doing, &draft, case.unwrap().changes).await {
        Err(ActionError::Hold(Hold::Road(NotThisParty { .. } | CannotActFor { .. }))) => {
            Err(ActionError::NotFound)
        }
        Err(ActionError::Hold(Hold::Road(_))) => Ok(()),
        other => other,
    }
}

async fn send_files(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    // It has no account; the page it would use is closed to it.
    if let Who::Operator { .. } = who {
        return Err(sleutel_actions::Denied { action: Action::Import, logged_in: true }.into());
    }
    let sent = uploads::Sent {
        name: "areas.csv".to_owned(),
        kind: None,
        bytes: b"code;name;level\n".to_vec(),
    };
    let id = uploads::receive(on.app, who, vec![sent]).await?;
    uploads::see(on.app, who, id, false).await?;
    uploads::discard(on.app, who, id).await
}

async fn try_numbers(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    let view = rounds::numbers(on.app, who, on.round, Which::Newest).await?;
    let group = Bound::Group(view.solved.input.groups[0].code.clone());
    let numbers = [(rounds::number_field(Side::Upper, &group), "900".to_owned())];
    let draft = TrialDraft { name: "Proef".to_owned(), numbers: numbers.into() };
    let number = rounds::try_numbers(on.app, who, on.round, 1, &draft).await?;
    rounds::throw_away(on.app, who, on.round, number).await
}

async fn change_home(on: On<'_>, who: &Who) -> Result<(), ActionError> {
    let mut tx = on.app.db.read().await.unwrap();
    let programme = sleutel_store::access::programmes(&mut tx).await.unwrap()[0].id;
    let home = sleutel_store::homes::dwellings_by_code(&mut tx, programme)
        .await
        .unwrap()
        .into_iter()
        .find(|it| it.association.as_str() == on.organisation)
        .unwrap();
    drop(tx);
    let draft = homes::DwellingDraft::from(&home);
    homes::save_dwelling(on.app, who, &draft).await.map(|_| ())
}

fn refused(result: &Result<(), ActionError>) -> bool {
    match result {
        Err(ActionError::Denied(_) | ActionError::NotFound) => true,
        // A form that names another organisation's thing is refused at that field.
        Err(ActionError::Fields(errors)) => {
            errors.iter().any(|it| it.fault == sleutel_actions::FieldFault::NotYours)
        }
        Err(
            ActionError::Changed
            | ActionError::Hold(_)
            | ActionError::Unsound(_)
            | ActionError::Store(_)
            | ActionError::Internal(_),
        )
        | Ok(()) => false,
    }
}

/// The association of the home VH-01.
async fn association(town: &Town) -> String {
    let home = homes::vacancy(&town.app, &town.operator, &vacancy("VH-01")).await.unwrap();
    home.dwelling.association.to_string()
}

#[tokio::test]
async fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let town = Town::new().await;
    let own = association(&town).await;
    let other = if own == "papiermolen" { "wendelhuis" } else { "papiermolen" };
    let desk = town.desk().await;
    town.person("spare", Role::Administrator, "gemeente").await;
    let file = participants::view(&town.app, &town.operator, &reference("D-0001")).await.unwrap();
    let provider = file.file.provider.to_string();
    let worker = file.file.worker.unwrap().to_string();
    let elsewhere = OrganisationCode::new("eigendrempel").unwrap();
    assert_ne!(provider, elsewhere.as_str());
    let everybody = [
        desk.clone(),
        town.person("coordinator", Role::PlacementCoordinator, &provider).await,
        town.person("other-coordinator", Role::PlacementCoordinator, elsewhere.as_str()).await,
        town.person("consultant", Role::LettingConsultant, &own).await,
        town.person("other-consultant", Role::LettingConsultant, other).await,
        town.person("manager", Role::ProgrammeManager, "gemeente").await,
        town.person(&worker, Role::SupportWorker, &provider).await,
        town.person("other-worker", Role::SupportWorker, &provider).await,
        town.person("administrator", Role::Administrator, "gemeente").await,
        town.operator.clone(),
        Who::Nobody,
        town.person("officer", Role::HousingOfficer, "gemeente").await,
    ];
    let draft = rounds::RoundDraft {
        name: "Week 25".to_owned(),
        held_on: today().to_string(),
        vacancies: (1..=13).map(|it| format!("VH-{it:02}")).collect(),
        ..rounds::RoundDraft::default()
    };
    let round = rounds::create(&town.app, &desk, &draft).await.unwrap();
    let proposal = rounds::propose(&town.app, &desk, round, 1).await.unwrap();
    crate::cases::to_a_decision(&town, &everybody[6], &reference("D-0001")).await;
    let on = On { app: &town.app, round, proposal, organisation: &own };
    let mut wrong = Vec::new();
    for (name, row, attempt) in TABLE {
        let expected: Vec<bool> = row.split(' ').map(|cell| cell == "y").collect();
        assert_eq!(expected.len(), WHO.len(), "{name}");
        for ((who, label), expected) in everybody.iter().zip(WHO).zip(expected) {
            let result = attempt(on, who).await;
            if refused(&result) == expected {
                wrong.push(format!("{name} as {label}: {result:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nobody_may_do_anything() {
    for action in Action::ALL {
        assert!(!policy::may(&Who::Nobody, action), "{}", action.code());
    }
}
