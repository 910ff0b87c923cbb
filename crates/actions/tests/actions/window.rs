//! The participant's own window: keys, getting in, and what somebody does there.

use jiff::SignedDuration;
use sleutel_actions::{
    ActionError, App, Clock, FieldFault, Hold, Who, access, audit,
    cases::{self, ActDraft, Doing},
    participants::{self, ParticipantDraft},
    window::{self, KeyStands, OwnPage, WordsDraft},
};
use sleutel_domain::{
    Reference,
    access::{Party, Role},
    cases::{Act, Ending, Standing},
    messages::Message,
    window::KeyWay,
};
use sleutel_store::{Db, Window, audit::ChainState};

use crate::{
    cases::{offered_home, to_a_decision},
    messages::inbox,
    town::{Town, now, reference},
};

const WHOLE: Window = Window { offset: 0, limit: 100 };
const SECRET: &str = "blauwe fiets";

/// The support worker of somebody, logged in.
pub(crate) async fn worker_of(town: &Town, whose: &Reference) -> Who {
    let file = participants::view(&town.app, &town.operator, whose).await.unwrap().file;
    let worker = file.worker.unwrap().to_string();
    town.person(&worker, Role::SupportWorker, file.provider.as_str()).await
}

async fn inside(app: &App, token: &str) -> Who {
    window::session(app, token).await.unwrap().unwrap().who
}

/// Somebody at their own window, by a key of their worker.
pub(crate) async fn enters(town: &Town, worker: &Who, whose: &Reference) -> Who {
    let given = window::give_key(&town.app, worker, whose).await.unwrap();
    let entered = window::open_with_link(&town.app, &given.token).await.unwrap();
    inside(&town.app, &entered.token).await
}

async fn given(town: &Town) -> (Who, window::Given) {
    let whose = reference("D-0001");
    let worker = worker_of(town, &whose).await;
    let given = window::give_key(&town.app, &worker, &whose).await.unwrap();
    (worker, given)
}

fn later(town: &Town, minutes: i64) -> App {
    let mut app = town.app.clone();
    app.clock = Clock::Fixed(now() + SignedDuration::from_mins(minutes));
    app
}

#[track_caller]
fn shut_out<T: std::fmt::Debug>(result: &Result<T, ActionError>) {
    assert!(matches!(result, Err(ActionError::Hold(Hold::WrongKey))), "{result:?}");
}

async fn with_code(app: &App, code: &str) -> Result<window::Entered, ActionError> {
    window::open_with_code(app, code, "192.0.2.9").await
}

async fn stands(town: &Town, worker: &Who) -> Vec<KeyStands> {
    let view = window::keys(&town.app, worker, &reference("D-0001")).await.unwrap();
    view.keys.into_iter().map(|it| it.stands).collect()
}

#[tokio::test]
async fn a_key_opens_the_window_once_by_its_code_and_then_no_more_by_either_way() {
    let town = Town::new().await;
    let (worker, given) = given(&town).await;
    let typed = given.code.to_string().to_lowercase().replace('-', " ");
    let entered = with_code(&town.app, &typed).await.unwrap();
    let who = inside(&town.app, &entered.token).await;
    assert_eq!(who.resident().unwrap().reference, reference("D-0001"));
    assert_eq!(who.label(), "D-0001 (participant)");
    shut_out(&with_code(&town.app, &typed).await);
    shut_out(&window::open_with_link(&town.app, &given.token).await);
    assert_eq!(stands(&town, &worker).await, [KeyStands::Used { at: now(), way: KeyWay::Code }]);
}

#[tokio::test]
async fn a_key_runs_out_after_seven_days_and_not_before() {
    let town = Town::new().await;
    let (worker, given) = given(&town).await;
    let week = 7 * 24 * 60;
    shut_out(&window::open_with_link(&later(&town, week), &given.token).await);
    shut_out(&with_code(&later(&town, week), &given.code.to_string()).await);
    let view = window::keys(&later(&town, week), &worker, &reference("D-0001")).await.unwrap();
    assert_eq!(view.keys[0].stands, KeyStands::Expired);
    window::open_with_link(&later(&town, week - 1), &given.token).await.unwrap();
}

#[tokio::test]
async fn a_key_that_was_taken_back_or_replaced_opens_nothing() {
    let town = Town::new().await;
    let (worker, first) = given(&town).await;
    let whose = reference("D-0001");
    let second = window::give_key(&town.app, &worker, &whose).await.unwrap();
    shut_out(&window::open_with_link(&town.app, &first.token).await);
    let keys = window::keys(&town.app, &worker, &whose).await.unwrap().keys;
    window::withdraw_key(&town.app, &worker, &whose, keys[0].id).await.unwrap();
    shut_out(&with_code(&town.app, &second.code.to_string()).await);
    let again = window::withdraw_key(&town.app, &worker, &whose, keys[0].id).await;
    assert!(matches!(again, Err(ActionError::Hold(Hold::KeyUsed))), "{again:?}");
}

#[tokio::test]
async fn after_five_wrong_codes_even_the_right_one_has_to_wait_and_the_file_says_so() {
    let town = Town::new().await;
    let (_, given) = given(&town).await;
    let right = given.code.to_string();
    let last = if right.ends_with('0') { "1" } else { "0" };
    let wrong = format!("{}{last}", &right[..right.len() - 1]);
    for _ in 0..5 {
        shut_out(&with_code(&town.app, &wrong).await);
    }
    let held = with_code(&town.app, &right).await;
    let waits = matches!(held, Err(ActionError::Hold(Hold::TooManyTries { minutes: 15 })));
    assert!(waits, "{held:?}");
    let admin = town.person("admin", Role::Administrator, "gemeente").await;
    let lines = audit::lines(&town.app, &admin, "participant", "D-0001", WHOLE).await.unwrap();
    let failed = lines.rows.iter().filter(|it| it.line.action == "window-open-failed").count();
    assert_eq!(failed, 5);
    with_code(&later(&town, 16), &right).await.unwrap();
}

#[tokio::test]
async fn a_session_ends_after_half_an_hour_without_use_and_when_somebody_leaves() {
    let town = Town::new().await;
    let (_, given) = given(&town).await;
    let entered = window::open_with_link(&town.app, &given.token).await.unwrap();
    let at = async |minutes| {
        window::session(&later(&town, minutes), &entered.token).await.unwrap().is_some()
    };
    assert!(at(29).await);
    assert!(at(58).await, "use keeps it alive");
    assert!(!at(89).await);
    let who = inside(&town.app, &entered.token).await;
    window::leave(&town.app, &who, &entered.token).await.unwrap();
    assert!(window::session(&town.app, &entered.token).await.unwrap().is_none());
}

#[tokio::test]
async fn somebody_comes_back_with_a_secret_of_their_own_until_the_window_is_shut() {
    let town = Town::new().await;
    let (worker, given) = given(&town).await;
    let entered = window::open_with_link(&town.app, &given.token).await.unwrap();
    let who = inside(&town.app, &entered.token).await;
    let faults = window::choose_secret(&town.app, &who, &entered.token, "12345678", "").await;
    let Err(ActionError::Fields(errors)) = faults else { panic!("{faults:?}") };
    let faults: Vec<_> = errors.iter().map(|it| (it.field.as_str(), &it.fault)).collect();
    assert_eq!(faults, [("new", &FieldFault::EasyToGuess), ("again", &FieldFault::NotTheSame)]);
    window::choose_secret(&town.app, &who, &entered.token, SECRET, SECRET).await.unwrap();
    assert!(window::session(&town.app, &entered.token).await.unwrap().is_some(), "stays in");
    let own = |reference: &'static str, secret: &'static str| {
        window::open_with_secret(&town.app, reference, secret, "192.0.2.9")
    };
    own("d-0001", SECRET).await.unwrap();
    for (reference, secret) in [("D-0001", "rode fiets"), ("D-0002", SECRET), ("", "")] {
        let wrong = own(reference, secret).await;
        assert!(matches!(wrong, Err(ActionError::Hold(Hold::WrongLogin))), "{wrong:?}");
    }
    window::shut(&town.app, &worker, &reference("D-0001")).await.unwrap();
    assert!(window::session(&town.app, &entered.token).await.unwrap().is_none());
    assert!(own("D-0001", SECRET).await.is_err());
}

#[tokio::test]
async fn a_worker_of_somebody_else_gives_no_key() {
    let town = Town::new().await;
    let other = town.person("other", Role::SupportWorker, "eigendrempel").await;
    let result = window::give_key(&town.app, &other, &reference("D-0001")).await;
    assert!(matches!(result, Err(ActionError::NotFound)), "{result:?}");
}

#[tokio::test]
async fn what_somebody_says_themselves_is_a_version_of_their_own_and_their_worker_is_told() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let worker = worker_of(&town, &whose).await;
    let who = enters(&town, &worker, &whose).await;
    let before = window::words(&town.app, &who).await.unwrap();
    let draft = WordsDraft {
        want: "Dicht bij mijn moeder wonen.".to_owned(),
        version: before.version,
        ..WordsDraft::default()
    };
    window::say(&town.app, &who, &draft).await.unwrap();
    let after = window::words(&town.app, &who).await.unwrap();
    assert_eq!(after.said.len(), before.said.len() + 1);
    assert!(after.said[0].themselves);
    assert_eq!(after.said[0].words[0].as_deref(), Some("Dicht bij mijn moeder wonen."));
    assert!(after.said.iter().skip(1).all(|it| !it.themselves));
    let told = Message::PersonSaid { reference: whose.clone() };
    assert_eq!(inbox(&town.app, &worker).await, [told]);
    let history = participants::history(&town.app, &worker, &whose).await.unwrap();
    assert_eq!(history.versions[0].actor, "D-0001 (participant)");
    // The same words again are no new version.
    let same = WordsDraft { version: after.version, ..draft };
    window::say(&town.app, &who, &same).await.unwrap();
    assert_eq!(window::words(&town.app, &who).await.unwrap().version, after.version);
}

#[tokio::test]
async fn of_a_worker_and_the_person_at_once_the_second_is_told() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let worker = worker_of(&town, &whose).await;
    let who = enters(&town, &worker, &whose).await;
    let version = window::words(&town.app, &who).await.unwrap().version;
    let file = participants::view(&town.app, &worker, &whose).await.unwrap().file;
    let draft = ParticipantDraft { want: "Iets anders.".to_owned(), ..(&file).into() };
    participants::save_participant(&town.app, &worker, &draft).await.unwrap();
    let second = WordsDraft { want: "Rust.".to_owned(), version, ..WordsDraft::default() };
    let result = window::say(&town.app, &who, &second).await;
    assert!(matches!(result, Err(ActionError::Changed)), "{result:?}");
    let now = window::words(&town.app, &who).await.unwrap().now;
    assert_eq!(now.want.unwrap().as_str(), "Iets anders.");
}

#[tokio::test]
async fn who_looked_names_others_with_their_purpose_and_never_oneself() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let worker = worker_of(&town, &whose).await;
    participants::view(&town.app, &worker, &whose).await.unwrap();
    let who = enters(&town, &worker, &whose).await;
    window::record(&town.app, &who).await.unwrap();
    let looks = window::looks(&town.app, &who, WHOLE).await.unwrap();
    assert!(looks.rows.iter().all(|it| it.line.actor != who.label()));
    let seen = looks.rows.iter().find(|it| it.line.action == "see-participant").unwrap();
    let name = format!("Name of {} (", worker.person().unwrap().login);
    assert!(seen.line.actor.starts_with(&name), "{}", seen.line.actor);
    assert_eq!(seen.line.purpose, "preparing-placement");
}

fn answer(outcome: &str) -> ActDraft {
    ActDraft {
        outcome: outcome.to_owned(),
        reason: "te ver van school".to_owned(),
        ..ActDraft::default()
    }
}

/// Answers with the page as it is now.
async fn answers(town: &Town, who: &Who, outcome: &str) -> Result<(), ActionError> {
    let view = window::see(&town.app, who, OwnPage::Offer).await.unwrap();
    let changes = view.road.unwrap().row.changes;
    window::act(&town.app, who, Doing::Answer, &answer(outcome), changes).await
}

#[tokio::test]
async fn a_person_takes_a_home_themselves_and_their_worker_is_told() {
    accepts(Town::new().await).await;
}

async fn accepts(town: Town) {
    let (_, worker, pair) = offered_home(&town).await;
    let whose = &pair.reference;
    let who = enters(&town, &worker, whose).await;
    let view = window::see(&town.app, &who, OwnPage::Offer).await.unwrap();
    assert!(view.home.is_some() && view.road.as_ref().unwrap().choices.has(Doing::Answer));
    let before = view.road.unwrap().row.changes;
    window::act(&town.app, &who, Doing::Answer, &answer("accepted"), before).await.unwrap();
    let road = cases::view(&town.app, &town.operator, whose).await.unwrap().unwrap();
    let event = road.file.events().last().unwrap();
    assert!(matches!(event.act, Act::Answered { .. }));
    assert_eq!((event.who.party, event.who.for_party), (Party::Participant, None));
    assert_eq!(road.row.vacancy.as_ref(), Some(&pair.vacancy));
    let told = inbox(&town.app, &worker).await;
    assert!(told.contains(&Message::PersonAnswered { reference: whose.clone() }), "{told:?}");
    // The worker had the same page open, and comes second.
    let second = answer("declined");
    let late = cases::act(&town.app, &worker, whose, Doing::Answer, &second, before).await;
    assert!(matches!(late, Err(ActionError::Changed)), "{late:?}");
    let state = audit::verify(&town.app, &town.operator).await.unwrap();
    assert!(matches!(state, ChainState::Whole { .. }), "{state:?}");
}

#[tokio::test]
async fn a_home_somebody_declines_themselves_is_meant_for_the_next_household() {
    declines(Town::new().await).await;
}

async fn declines(town: Town) {
    let (desk, worker, pair) = offered_home(&town).await;
    let who = enters(&town, &worker, &pair.reference).await;
    let without = ActDraft { reason: String::new(), ..answer("declined") };
    let changes = window::see(&town.app, &who, OwnPage::Offer).await.unwrap().road.unwrap();
    let changes = changes.row.changes;
    let held = window::act(&town.app, &who, Doing::Answer, &without, changes).await;
    assert!(matches!(held, Err(ActionError::Fields(_))), "{held:?}");
    answers(&town, &who, "declined").await.unwrap();
    let open = cases::next_offers(&town.app, &desk).await.unwrap();
    assert_eq!((open.len(), &open[0].vacancy), (1, &pair.vacancy));
    assert_ne!(open[0].reference, pair.reference);
}

#[tokio::test]
async fn the_window_works_on_postgresql_too() {
    for (what, walk) in [("yes", true), ("no", false)] {
        let Some(fresh) = crate::postgres::Fresh::new(&format!("window_{what}")) else { return };
        let town = Town::on(Db::open(&fresh.url()).await.unwrap()).await;
        let db = town.app.db.clone();
        if walk {
            accepts(town).await;
        } else {
            declines(town).await;
        }
        db.close().await;
    }
}

#[tokio::test]
async fn a_person_leaves_their_road_and_does_nothing_that_is_not_theirs() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let worker = worker_of(&town, &whose).await;
    to_a_decision(&town, &worker, &whose).await;
    let who = enters(&town, &worker, &whose).await;
    let road = window::see(&town.app, &who, OwnPage::Road).await.unwrap().road.unwrap();
    assert_eq!(road.choices.withdraw, [Party::Participant]);
    assert!(road.choices.ends.is_empty() && road.choices.decides.is_empty());
    let changes = road.row.changes;
    for doing in Doing::ALL.into_iter().filter(|it| !Doing::THEIR_OWN.contains(it)) {
        let result = window::act(&town.app, &who, doing, &answer("granted"), changes).await;
        assert!(matches!(result, Err(ActionError::Denied(_))), "{}: {result:?}", doing.code());
    }
    window::act(&town.app, &who, Doing::Withdraw, &answer(""), changes).await.unwrap();
    let road = window::see(&town.app, &who, OwnPage::Road).await.unwrap().road.unwrap();
    let by = |it: &Standing| match it {
        Standing::Ended(Ending::Withdrawn { by, .. }, _) => Some(*by),
        Standing::Ended(..) | Standing::UnderWay(_) | Standing::Paused(..) => None,
    };
    assert_eq!(by(&road.file.state().standing), Some(Party::Participant));
    assert!(inbox(&town.app, &worker).await.contains(&Message::PersonActed { reference: whose }));
}

#[tokio::test]
async fn a_resident_is_not_let_in_at_the_desk_with_the_same_token() {
    let town = Town::new().await;
    let (_, given) = given(&town).await;
    let entered = window::open_with_link(&town.app, &given.token).await.unwrap();
    assert!(access::session(&town.app, &entered.token).await.unwrap().is_none());
    let desk = town.desk().await;
    let result = window::see(&town.app, &desk, OwnPage::Home).await;
    assert!(matches!(result, Err(ActionError::Denied(_))), "{result:?}");
}
