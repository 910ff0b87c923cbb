use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::{Phrase, access::OrganisationKind};

fn clean(raw: &str) -> String {
    FileName::clean(raw, FileKind::Pdf).to_string()
}

#[test]
fn a_name_says_nothing_of_where_it_is_kept() {
    let table = [
        ("a path", "../../etc/passwd.pdf", "passwd.pdf"),
        ("a path of the other sort", "C:\\Users\\noor\\loon.PDF", "loon.pdf"),
        ("only a path", "../..", "document.pdf"),
        ("a zero", "loon\0.pdf", "loon.pdf"),
        ("turned round", "loon\u{202e}fdp.exe.pdf", "loonfdp.exe.pdf"),
        ("a device", "CON.pdf", "_CON.pdf"),
        ("a device with a number", "lpt1.pdf", "_lpt1.pdf"),
        ("no longer a device", "console.pdf", "console.pdf"),
        ("a line break", "a\r\nSet-Cookie: x.pdf", "aSet-Cookie- x.pdf"),
        ("quotes", "het \"echte\" loon.pdf", "het -echte- loon.pdf"),
        ("a face", "foto 🏠 thuis.pdf", "foto 🏠 thuis.pdf"),
        ("accents", "Özgür – überweisung.pdf", "Özgür – überweisung.pdf"),
        ("nothing", "", "document.pdf"),
        ("dots", "....pdf", "document.pdf"),
        ("its ending twice", "a.pdf.pdf", "a.pdf"),
        ("another ending", "a.jpg", "a.jpg.pdf"),
        ("no ending", "loonstrook mei", "loonstrook mei.pdf"),
    ];
    for (what, raw, expected) in table {
        assert_eq!(clean(raw), expected, "{what}");
        assert_eq!(FileName::kept(expected).unwrap().as_str(), expected, "{what} comes back");
    }
}

#[test]
fn a_very_long_name_is_cut_before_its_ending() {
    let name = clean(&format!("{}.pdf", "é".repeat(5000)));
    assert_eq!(name.chars().count(), FileName::MOST + 4);
    assert!(name.ends_with(".pdf"));
    assert_eq!(FileName::kept(&name).unwrap().as_str(), name);
}

proptest! {
    #[test]
    fn a_cleaned_name_stays_as_it_is(
        raw in "(\\PC|[./\\\\ \\-]|\\.pdf|\\.jpe?g|con|\u{202e}|\0){0,40}",
        long in "[a-z.]{70,100}",
    ) {
        for kind in FileKind::ALL {
            for raw in [raw.clone(), format!("{raw}{long}"), format!("{long}{raw}")] {
                let name = FileName::clean(&raw, kind);
                prop_assert_eq!(FileName::kept(name.as_str()), Some(name.clone()));
                prop_assert!(name.as_str().chars().count() <= FileName::MOST + 5);
                prop_assert!(!name.as_str().contains(['/', '\\', '\0', '"']));
            }
        }
    }
}

#[test]
fn a_name_that_was_not_cleaned_does_not_come_back() {
    assert_eq!(FileName::kept("../a.pdf"), None);
    assert_eq!(FileName::kept("a.exe"), None);
    assert_eq!(FileName::kept("a"), None);
}

#[test]
fn an_ending_is_read_from_the_last_part_only() {
    assert_eq!(FileName::ending("a.PDF").as_deref(), Some("pdf"));
    assert_eq!(FileName::ending("a.b/loon").as_deref(), None);
    assert_eq!(FileName::ending("loon.pdf.exe.").as_deref(), Some("exe"));
    assert_eq!(FileName::ending(".pdf"), None);
    assert_eq!(FileName::ending("5. brief van mei"), None);
    assert_eq!(FileName::ending("loon.p\u{202e}df").as_deref(), Some("pdf"));
}

#[test]
fn the_usual_readers_are_never_more_than_a_kind_allows() {
    for kind in DocumentKind::ALL {
        assert!(kind.usual().is_within(kind.widest()), "{}", kind.code());
        assert_eq!(DocumentKind::from_code(kind.code()), Some(kind));
    }
}

#[test]
fn a_care_paper_stays_at_the_provider_that_added_it_whatever_its_row_says() {
    for (reader, own) in OrganisationKind::ALL.map(|it| [(it, true), (it, false)]).concat() {
        let reading = Reading {
            reader,
            own,
            kind: DocumentKind::Support,
            audience: Audience::BOTH,
            standing: &Standing::Kept,
        };
        assert_eq!(reading.knows(), own, "{}", reader.code());
    }
}

fn phrase() -> Phrase {
    Phrase::new("een reden").unwrap()
}

#[test]
fn what_was_withdrawn_is_no_longer_there_for_another_party() {
    let (by, at) = ("Noor".to_owned(), Timestamp::UNIX_EPOCH);
    let withdrawn = Standing::Kept.withdraw(by, phrase(), at).unwrap();
    let knows = |reader, own| {
        let (kind, audience, standing) = (DocumentKind::Lease, Audience::BOTH, &withdrawn);
        Reading { reader, own, kind, audience, standing }.knows()
    };
    assert!(knows(OrganisationKind::Provider, false));
    assert!(knows(OrganisationKind::Association, true));
    assert!(!knows(OrganisationKind::Association, false));
    assert_eq!(withdrawn.bring_back(), Ok(Standing::Kept));
}

#[test]
fn nothing_is_erased_that_was_not_withdrawn_first() {
    let (by, at) = (String::new(), Timestamp::UNIX_EPOCH);
    let erase = |it: &Standing| it.erase(by.clone(), phrase(), at);
    assert_eq!(erase(&Standing::Kept), Err(StepRefused::NotWithdrawn));
    let gone = erase(&Standing::Kept.withdraw(by.clone(), phrase(), at).unwrap()).unwrap();
    assert_eq!(erase(&gone), Err(StepRefused::Erased));
    assert_eq!(gone.bring_back(), Err(StepRefused::Erased));
}

#[test]
fn quarantine_opens_as_the_rule_says() {
    let at = Timestamp::UNIX_EPOCH;
    let quarantine = VersionState::InQuarantine { since: at };
    let released = quarantine.release(String::new(), HowReleased::Scanner, at).unwrap();
    let why = WhyRefused::Person { reason: phrase() };
    let refused = released.refuse(String::new(), why.clone(), at).unwrap();
    assert_eq!(refused.refuse(String::new(), why, at), Err(StepRefused::NotInQuarantine));
    assert_eq!(
        refused.release(String::new(), HowReleased::Scanner, at),
        Err(StepRefused::NotInQuarantine)
    );
    let opens = |state, own, scanner| door(&Standing::Kept, state, own, scanner);
    assert_eq!(opens(&quarantine, true, false), Door::Warned);
    assert_eq!(opens(&quarantine, false, false), Door::Closed(Closed::NotReleased));
    assert_eq!(opens(&quarantine, true, true), Door::Closed(Closed::BeingChecked));
    assert_eq!(opens(&released, false, true), Door::Open);
    assert_eq!(opens(&refused, true, false), Door::Closed(Closed::Refused));
}
