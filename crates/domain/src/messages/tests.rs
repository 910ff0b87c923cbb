use jiff::{SignedDuration, Timestamp, civil::date};

use super::*;
use crate::{FormCode, Reference, VacancyCode, placement::Verdict};

fn every() -> Vec<Message> {
    let reference = || Reference::new("P-1").unwrap();
    let form = || FormCode::new("application").unwrap();
    vec![
        Message::PlacementDecided { reference: reference(), verdict: Verdict::Agreed },
        Message::HomeDecided {
            vacancy: VacancyCode::new("V-1").unwrap(),
            verdict: Verdict::Rejected,
        },
        Message::DecisionUndone { reference: reference() },
        Message::HomeUndone { vacancy: VacancyCode::new("V-1").unwrap() },
        Message::FileChanged { reference: reference() },
        Message::FileHandedOver { reference: reference() },
        Message::FormSent { reference: reference(), form: form() },
        Message::FormReturned { reference: reference(), form: form() },
        Message::StepWaits { reference: reference() },
        Message::DecisionTaken { reference: reference() },
        Message::PersonAnswered { reference: reference() },
        Message::PersonActed { reference: reference() },
        Message::PersonSaid { reference: reference() },
        Message::NewCardNeeded { reference: reference() },
        Message::PlanWaits { reference: reference() },
        Message::PlanAnswered { reference: reference() },
        Message::CaseloadHandedOver { files: 12 },
        Message::HandOverUndone { files: 12 },
        Message::WorkerChanged { reference: reference() },
        Message::WorkerLeft { files: 3 },
        Message::DeputyArranged { from: date(2026, 7, 1), until: date(2026, 7, 21) },
        Message::DeputyEnded { from: date(2026, 7, 1), until: date(2026, 7, 21) },
        Message::GuestInvited { reference: reference() },
        Message::GuestAnswered { reference: reference(), accepted: true },
        Message::GuestAnswered { reference: reference(), accepted: false },
        Message::GuestEnded { reference: reference() },
        Message::GuestProlonged { reference: reference() },
        Message::TaskGiven { reference: reference() },
        Message::ObstacleGiven { number: 12 },
    ]
}

#[test]
fn every_message_comes_back_from_its_columns() {
    for message in every() {
        let parts = message.parts();
        let back = Message::from_parts(parts.kind, &parts.about, &parts.detail);
        assert_eq!(back, Some(message));
    }
    assert_eq!(Message::from_parts("file-changed", "", ""), None);
    assert_eq!(Message::from_parts("gossip", "P-1", ""), None);
}

#[test]
fn plain_addresses_are_taken() {
    for text in ["n.winters@zorg.example", " a@b.nl ", "o'neil+file@sub.city-1.example"] {
        assert_eq!(Address::new(text).unwrap().as_str(), text.trim());
    }
}

#[test]
fn an_address_that_could_smuggle_something_is_refused() {
    for text in [
        "",
        "noor",
        "noor@zorg",
        "noor@@zorg.example",
        "noor@zorg.example, sam@zorg.example",
        "noor@zorg.example\r\nBcc: sam@zorg.example",
        "\"noor winters\"@zorg.example",
        "Noor <noor@zorg.example>",
        "noor@-zorg.example",
        "noor.@zorg.example",
        "nöor@zorg.example",
        "noor@[192.0.2.1]",
        "noor\0@zorg.example",
    ] {
        assert_eq!(Address::new(text), Err(AddressError::Shape), "{text:?}");
    }
    let long = format!("noor@{}.example", "a".repeat(300));
    assert_eq!(Address::new(&long), Err(AddressError::TooLong { length: 313 }));
}

#[test]
fn pauses_grow_and_end_after_eight_tries() {
    let at: Timestamp = "2026-03-01T00:00:00Z".parse().unwrap();
    let times: Vec<_> = (1..=7).map(|tries| next_try(tries, at)).collect();
    assert!(times.is_sorted() && times.iter().all(Option::is_some));
    assert_eq!(next_try(1, at), Some(at + SignedDuration::from_mins(1)));
    assert_eq!(next_try(7, at), Some(at + SignedDuration::from_hours(24)));
    assert_eq!(next_try(8, at), None);
    assert_eq!(next_try(0, at), None);
}

#[test]
fn a_failure_comes_back_as_it_was_kept() {
    for fault in MailFault::ALL {
        for reply in [None, Some(451)] {
            let failure = MailFailure { fault, reply };
            assert_eq!(MailFailure::read(&failure.to_string()), Some(failure));
        }
    }
    assert_eq!(MailFailure::read("later soon"), None);
}

#[test]
fn every_choice_and_state_comes_back_from_its_word() {
    for choice in MailChoice::ALL {
        assert_eq!(MailChoice::from_code(choice.code()), Some(choice));
    }
    for state in MailState::ALL {
        assert_eq!(MailState::from_code(state.code()), Some(state));
    }
}
