use jiff::civil::date;
use sleutel_domain::{
    Id, LongText, PersonName,
    access::Party,
    messages::Address,
    participants::{Contact, ContactRole, Participant, Phone},
    plan::{
        Audience, Basic, BasicItem, BasicState, Given, Goal, GoalEnd, GoalEnded, LifeArea, Says,
        Version, Way,
    },
};
use sleutel_store::{
    StoreError,
    participants::{self, ContactRow},
    plan::{self, BasicRow},
};

use crate::{
    given::{self, CITY, ELSEWHERE, bare_file, phrase, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    a_plan_comes_back_with_its_goals_answers_and_endings,
    a_draft_changed_by_somebody_else_is_not_written_over_and_what_was_proposed_stays,
    of_two_answers_at_once_the_second_is_told,
    a_goal_can_be_taken_up_again_and_that_it_ended_is_kept,
    a_contact_is_kept_in_every_version_and_never_written_over,
    a_line_of_the_list_is_kept_in_every_state,
);

fn words(text: &str) -> LongText {
    LongText::new(text).unwrap()
}

async fn somebody(fresh: &Fresh) -> Id<Participant> {
    given::programmes(fresh).await;
    let file = bare_file(1, "Jan", "Jansen");
    given::save(fresh, std::slice::from_ref(&file)).await;
    file.id
}

fn goal(number: u16, full: bool) -> Goal {
    Goal {
        number,
        area: LifeArea::Home,
        audience: if full { Audience::Housing } else { Audience::Care },
        what: words("Rust in huis\nook ’s avonds"),
        own_part: full.then(|| words("Ik bel eerst aan")),
        others_part: full.then(|| words("Noor komt op dinsdag")),
        by: full.then(|| date(2026, 9, 1)),
        sign: full.then(|| words("Geen klacht in een half jaar")),
    }
}

fn version(number: u32) -> Version {
    let mut version = Version {
        number,
        goals: vec![goal(1, true), goal(2, false)],
        parties: Default::default(),
        proposed: None,
        answers: Vec::new(),
    };
    version.ask([Party::Association]);
    version
}

fn given(party: Party, says: Says, way: Way) -> Given {
    Given { party, says, on: date(2026, 3, 2), by: PersonName::new("Jan Jansen").unwrap(), way }
}

async fn add(fresh: &Fresh, whose: Id<Participant>, version: &Version) -> Result<(), StoreError> {
    let mut tx = fresh.write().await?;
    plan::add_version(&mut tx, CITY, whose, version, "Noor (De Brug)", second(1)).await?;
    tx.commit().await
}

async fn a_plan_comes_back_with_its_goals_answers_and_endings(fresh: &Fresh) {
    let whose = somebody(fresh).await;
    let mut one = version(1);
    one.proposed = Some(date(2026, 3, 1));
    add(fresh, whose, &one).await.unwrap();
    let no = Says::Disagrees { reason: words("Te snel voor mij") };
    let recorded = Way::RecordedBy("Noor (De Brug)".to_owned());
    one.answers = vec![
        given(Party::Participant, no, recorded),
        given(Party::Association, Says::Agrees, Way::Themselves),
    ];
    let ended = GoalEnded {
        goal: 2,
        on: date(2026, 4, 1),
        how: GoalEnd::Stopped { reason: phrase("wil iets anders") },
        by: "Noor (De Brug)".to_owned(),
    };
    let mut tx = fresh.write().await.unwrap();
    for (number, it) in (1..).zip(&one.answers) {
        plan::add_answer(&mut tx, CITY, whose, 1, number, it, second(2)).await.unwrap();
    }
    plan::add_goal_end(&mut tx, CITY, whose, &ended, second(3)).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = fresh.read().await.unwrap();
    let found = plan::plan_of(&mut tx, CITY, whose).await.unwrap();
    assert_eq!(found.versions, [one]);
    assert_eq!(found.ended, [ended]);
    let rows = plan::version_rows(&mut tx, CITY, whose).await.unwrap();
    assert_eq!((rows[0].number, rows[0].changes), (1, 1));
    assert_eq!((rows[0].made_by.as_str(), rows[0].made_at), ("Noor (De Brug)", second(1)));
    let nothing = plan::plan_of(&mut tx, ELSEWHERE, whose).await.unwrap();
    assert!(nothing.versions.is_empty() && nothing.ended.is_empty());
}

async fn a_draft_changed_by_somebody_else_is_not_written_over_and_what_was_proposed_stays(
    fresh: &Fresh,
) {
    let whose = somebody(fresh).await;
    let mut draft = version(1);
    add(fresh, whose, &draft).await.unwrap();
    let again = add(fresh, whose, &draft).await;
    assert!(matches!(again, Err(StoreError::Changed { .. })), "{again:?}");
    draft.goals.remove(0);
    let mut tx = fresh.write().await.unwrap();
    plan::save_version(&mut tx, CITY, whose, &draft, 1, second(2)).await.unwrap();
    let second_hand = plan::save_version(&mut tx, CITY, whose, &version(1), 1, second(3)).await;
    assert!(matches!(second_hand, Err(StoreError::Changed { .. })), "{second_hand:?}");
    draft.proposed = Some(date(2026, 3, 1));
    plan::save_version(&mut tx, CITY, whose, &draft, 2, second(4)).await.unwrap();
    let too_late = plan::save_version(&mut tx, CITY, whose, &version(1), 3, second(5)).await;
    assert!(matches!(too_late, Err(StoreError::Changed { .. })), "{too_late:?}");
    tx.commit().await.unwrap();
    let mut tx = fresh.read().await.unwrap();
    let found = plan::plan_of(&mut tx, CITY, whose).await.unwrap();
    assert_eq!(found.versions, [draft]);
}

async fn of_two_answers_at_once_the_second_is_told(fresh: &Fresh) {
    let whose = somebody(fresh).await;
    add(fresh, whose, &version(1)).await.unwrap();
    let mut tx = fresh.write().await.unwrap();
    let yes = given(Party::Provider, Says::Agrees, Way::Themselves);
    plan::add_answer(&mut tx, CITY, whose, 1, 1, &yes, second(2)).await.unwrap();
    let no = Says::Disagrees { reason: words("nee") };
    let no = given(Party::Provider, no, Way::Themselves);
    let second_hand = plan::add_answer(&mut tx, CITY, whose, 1, 1, &no, second(2)).await;
    assert!(matches!(second_hand, Err(StoreError::Changed { .. })), "{second_hand:?}");
}

async fn a_goal_can_be_taken_up_again_and_that_it_ended_is_kept(fresh: &Fresh) {
    let whose = somebody(fresh).await;
    let ended =
        GoalEnded { goal: 2, on: date(2026, 4, 1), how: GoalEnd::Reached, by: "Noor".to_owned() };
    let mut tx = fresh.write().await.unwrap();
    let back = plan::take_back_goal_end(&mut tx, CITY, whose, 2, "Noor", second(1)).await;
    assert!(!back.unwrap(), "there is nothing yet");
    for at in 0..2 {
        plan::add_goal_end(&mut tx, CITY, whose, &ended, second(at)).await.unwrap();
        let found = plan::plan_of(&mut tx, CITY, whose).await.unwrap();
        assert_eq!(found.ended, std::slice::from_ref(&ended));
        let back = plan::take_back_goal_end(&mut tx, CITY, whose, 2, "Noor", second(at)).await;
        assert!(back.unwrap());
        assert!(plan::plan_of(&mut tx, CITY, whose).await.unwrap().ended.is_empty());
    }
    tx.commit().await.unwrap();
    assert_eq!(fresh.tamper("delete from goal_end").await, 2);
}

async fn a_contact_is_kept_in_every_version_and_never_written_over(fresh: &Fresh) {
    let whose = somebody(fresh).await;
    let mut row = ContactRow {
        id: Id::new(uuid(77)),
        version: 1,
        contact: Contact {
            role: ContactRole::PeerExpert,
            name: PersonName::new("Sanne Bos").ok(),
            organisation: Some(phrase("De Ervaring")),
            phone: Phone::new("020 555 01 23"),
            email: Address::new("sanne@example.org").ok(),
            from: date(2025, 1, 1),
            until: None,
        },
        actor: "Noor (De Brug)".to_owned(),
        at: second(1),
    };
    let first = row.clone();
    let mut tx = fresh.write().await.unwrap();
    participants::add_contact_version(&mut tx, CITY, whose, &row).await.unwrap();
    let again = participants::add_contact_version(&mut tx, CITY, whose, &row).await;
    assert!(matches!(again, Err(StoreError::Changed { .. })), "{again:?}");
    row.version = 2;
    row.contact = Contact {
        name: None,
        phone: None,
        email: None,
        until: Some(date(2026, 1, 1)),
        ..row.contact.clone()
    };
    participants::add_contact_version(&mut tx, CITY, whose, &row).await.unwrap();
    let found = participants::contact_versions(&mut tx, CITY, whose).await.unwrap();
    assert_eq!(found.into_values().collect::<Vec<_>>(), [vec![first, row]]);
    let nothing = participants::contact_versions(&mut tx, ELSEWHERE, whose).await.unwrap();
    assert!(nothing.is_empty());
}

async fn a_line_of_the_list_is_kept_in_every_state(fresh: &Fresh) {
    let whose = somebody(fresh).await;
    let on = date(2026, 3, 4);
    let states = [
        BasicState::ToDo,
        BasicState::Asked { on },
        BasicState::Arranged { on, by: phrase("Noor") },
        BasicState::NotNeeded { reason: phrase("woont al ingericht") },
    ];
    let rows: Vec<_> = (1..)
        .zip(states)
        .map(|(version, state)| BasicRow {
            version,
            item: BasicItem {
                basic: Basic::Furniture,
                owner: Party::Provider,
                person: (version > 1).then(|| phrase("Noor")),
                due: (version > 2).then_some(on),
                state,
            },
            actor: "Noor (De Brug)".to_owned(),
            at: second(version),
        })
        .collect();
    let mut tx = fresh.write().await.unwrap();
    for row in &rows {
        plan::add_basic_version(&mut tx, CITY, whose, row).await.unwrap();
    }
    let again = plan::add_basic_version(&mut tx, CITY, whose, &rows[3]).await;
    assert!(matches!(again, Err(StoreError::Changed { .. })), "{again:?}");
    let found = plan::basic_versions(&mut tx, CITY, whose).await.unwrap();
    assert_eq!(found[&Basic::Furniture], rows);
    assert!(plan::basic_versions(&mut tx, ELSEWHERE, whose).await.unwrap().is_empty());
}
