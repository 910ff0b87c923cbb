use jiff::civil::date;
use sleutel_domain::{
    Id,
    placement::{FixingKind, Verdict},
};
use sleutel_store::{
    StoreError,
    placement::{
        self, DecisionRow, FixingRow, NewProposal, ProposalRow, RoundLot, RoundRow, RoundStatus,
        TrialRow,
    },
};

use crate::{
    given::{
        self, CITY, ELSEWHERE, bare_file, decision, full_file, group, phrase, reference, round,
        second, uuid, vacancy,
    },
    support::{Fresh, on_both},
};

on_both!(
    a_round_comes_back_with_every_field,
    a_sealed_lot_is_shown_once_and_a_stated_one_never_was_sealed,
    rounds_come_newest_first,
    a_round_moves_on_and_the_second_of_two_is_told,
    the_homes_of_a_round_are_set_anew,
    a_home_is_in_a_round_once,
    pins_and_bans_come_oldest_first_with_every_field,
    a_pair_has_one_pin_or_ban_at_a_time,
    a_pin_is_lifted_once,
    a_proposal_comes_back_with_every_field,
    what_a_proposal_was_made_from_comes_back_byte_for_byte,
    proposals_come_newest_first_and_each_number_once,
    a_damaged_input_is_named,
    a_trial_comes_back_with_every_field_and_byte_for_byte,
    a_trial_is_no_proposal_and_cannot_be_decided_on,
    a_trial_thrown_away_is_emptied_once_and_its_number_is_not_used_again,
    a_decision_comes_back_with_every_field,
    a_home_is_agreed_once,
    a_household_is_agreed_once,
    a_home_may_be_rejected_for_many_and_then_agreed,
    a_decision_taken_back_frees_home_and_household,
    a_decision_is_taken_back_once,
    a_guard_holds_within_a_programme_only,
    decisions_come_oldest_first_and_of_a_household_newest_first,
    agreed_homes_are_counted_by_year_group_and_place,
);

async fn a_round_comes_back_with_every_field(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    for (number, seed, status) in
        [(1, i64::MIN, RoundStatus::Open), (2, i64::MAX, RoundStatus::Closed)]
    {
        let row = RoundRow {
            lot: RoundLot::drawn(seed, "salt".to_owned()),
            homes_changed_at: Some(second(78)),
            status,
            spare_rooms: u8::MAX,
            ahead: 5,
            version: 7,
            name: phrase("Ronde – lente"),
            created_at: second(77),
            ..round(number, date(2026, 3, 15))
        };
        placement::add_round(&mut tx, CITY, &row).await.unwrap();
        let found = placement::round(&mut tx, CITY, row.id).await.unwrap();
        assert_eq!(found.as_ref(), Some(&row));
        assert_eq!(placement::round(&mut tx, ELSEWHERE, row.id).await.unwrap(), None);
    }
    assert_eq!(placement::round(&mut tx, CITY, Id::new(uuid(9))).await.unwrap(), None);
    assert_ne!(RoundStatus::Open.code(), RoundStatus::Closed.code());
}

async fn a_sealed_lot_is_shown_once_and_a_stated_one_never_was_sealed(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let lot = RoundLot::drawn(4711, "salt".to_owned());
    assert!(!format!("{lot:?}").contains("4711"), "{lot:?}");
    let sealed = RoundRow { lot, ..round(1, date(2026, 3, 15)) };
    let stated = round(2, date(2026, 3, 15));
    for row in [&sealed, &stated] {
        placement::add_round(&mut tx, CITY, row).await.unwrap();
    }
    assert_eq!(sealed.lot.shown(), None);
    assert_eq!(stated.lot.shown(), Some(42));
    assert!(!placement::show_lot(&mut tx, ELSEWHERE, sealed.id, second(5)).await.unwrap());
    for (id, first) in [(sealed.id, true), (sealed.id, false), (stated.id, false)] {
        assert_eq!(placement::show_lot(&mut tx, CITY, id, second(5)).await.unwrap(), first);
    }
    placement::note_homes_changed(&mut tx, CITY, sealed.id, second(6)).await.unwrap();
    let found = placement::round(&mut tx, CITY, sealed.id).await.unwrap().unwrap();
    assert_eq!((found.lot.shown(), found.lot.shown_at()), (Some(4711), Some(second(5))));
    assert_eq!(found.lot.salt(), Some("salt"));
    assert_eq!(found.homes_changed_at, Some(second(6)));
}

async fn rounds_come_newest_first(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let rows = [
        round(1, date(2026, 4, 1)),
        RoundRow { created_at: second(9), ..round(2, date(2026, 3, 1)) },
        round(3, date(2026, 3, 1)),
        round(4, date(2025, 12, 1)),
    ];
    for row in rows.iter().rev() {
        placement::add_round(&mut tx, CITY, row).await.unwrap();
    }
    assert_eq!(placement::rounds(&mut tx, CITY).await.unwrap(), rows);
    assert!(placement::rounds(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}

async fn a_round_moves_on_and_the_second_of_two_is_told(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let (open, closed) = (RoundStatus::Open, RoundStatus::Closed);
    let mut tx = fresh.write().await.unwrap();
    assert_eq!(placement::advance_round(&mut tx, CITY, row.id, 1, open).await.unwrap(), 2);
    assert_eq!(placement::advance_round(&mut tx, CITY, row.id, 2, closed).await.unwrap(), 3);
    let late = placement::advance_round(&mut tx, CITY, row.id, 2, open).await;
    assert!(matches!(late, Err(StoreError::Changed { table: "round", .. })), "{late:?}");
    let other = placement::advance_round(&mut tx, ELSEWHERE, row.id, 3, open).await;
    assert!(matches!(other, Err(StoreError::Changed { .. })), "{other:?}");
    let found = placement::round(&mut tx, CITY, row.id).await.unwrap();
    assert_eq!(found, Some(RoundRow { status: closed, version: 3, ..row }));
}

async fn the_homes_of_a_round_are_set_anew(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    for codes in [&["V-1", "V-2"][..], &["a", "B", "V-1"], &[]] {
        let mut codes: Vec<_> = codes.iter().map(|it| vacancy(it)).collect();
        placement::set_round_vacancies(&mut tx, CITY, row.id, &codes).await.unwrap();
        codes.sort();
        assert_eq!(placement::round_vacancies(&mut tx, CITY, row.id).await.unwrap(), codes);
    }
    let none = placement::round_vacancies(&mut tx, ELSEWHERE, row.id).await.unwrap();
    assert!(none.is_empty());
}

async fn a_home_is_in_a_round_once(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let twice = [vacancy("V-1"), vacancy("V-1")];
    let refused = placement::set_round_vacancies(&mut tx, CITY, row.id, &twice).await;
    assert!(matches!(refused, Err(StoreError::Exists(_))), "{refused:?}");
    drop(tx);
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(placement::round_vacancies(&mut tx, CITY, row.id).await.unwrap().len(), 2);
}

fn fixing(number: u128, whose: &str, kind: FixingKind) -> FixingRow {
    FixingRow {
        id: uuid(6000 + number),
        reference: reference(whose),
        vacancy: vacancy("V-1"),
        kind,
        reason: phrase("zus woont ernaast"),
        actor: "Noor (care)".to_owned(),
        at: second(30 - i64::try_from(number).unwrap()),
    }
}

async fn pins_and_bans_come_oldest_first_with_every_field(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let rows = [fixing(2, "P-2", FixingKind::Pin), fixing(1, "P-1", FixingKind::Ban)];
    let mut tx = fresh.write().await.unwrap();
    for fixing in rows.iter().rev() {
        placement::add_fixing(&mut tx, CITY, row.id, fixing).await.unwrap();
    }
    assert_eq!(placement::fixings(&mut tx, CITY, row.id).await.unwrap(), rows);
    assert!(placement::fixings(&mut tx, ELSEWHERE, row.id).await.unwrap().is_empty());
}

async fn a_pair_has_one_pin_or_ban_at_a_time(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let pin = fixing(1, "P-1", FixingKind::Pin);
    let mut tx = fresh.write().await.unwrap();
    placement::add_fixing(&mut tx, CITY, row.id, &pin).await.unwrap();
    tx.commit().await.unwrap();
    let ban = fixing(2, "P-1", FixingKind::Ban);
    let mut tx = fresh.write().await.unwrap();
    let refused = placement::add_fixing(&mut tx, CITY, row.id, &ban).await;
    assert!(matches!(refused, Err(StoreError::Exists(_))), "{refused:?}");
    drop(tx);
    let mut tx = fresh.write().await.unwrap();
    placement::lift_fixing(&mut tx, CITY, row.id, pin.id, "Sam", second(40)).await.unwrap();
    placement::add_fixing(&mut tx, CITY, row.id, &ban).await.unwrap();
    assert_eq!(placement::fixings(&mut tx, CITY, row.id).await.unwrap(), [ban]);
}

async fn a_pin_is_lifted_once(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let pin = fixing(1, "P-1", FixingKind::Pin);
    let mut tx = fresh.write().await.unwrap();
    placement::add_fixing(&mut tx, CITY, row.id, &pin).await.unwrap();
    let (id, at) = (pin.id, second(40));
    let other = placement::lift_fixing(&mut tx, ELSEWHERE, row.id, id, "Sam", at).await;
    assert!(matches!(other, Err(StoreError::Changed { table: "fixing", .. })), "{other:?}");
    placement::lift_fixing(&mut tx, CITY, row.id, id, "Sam", at).await.unwrap();
    let again = placement::lift_fixing(&mut tx, CITY, row.id, id, "Bo", at).await;
    assert!(matches!(again, Err(StoreError::Changed { table: "fixing", .. })), "{again:?}");
    assert!(placement::fixings(&mut tx, CITY, row.id).await.unwrap().is_empty());
    tx.commit().await.unwrap();
    let kept = "update fixing set reason = reason where lifted_by = 'Sam'";
    assert_eq!(fresh.tamper(kept).await, 1, "a lifted pin stays in the history");
}

async fn a_proposal_comes_back_with_every_field(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let second_one = ProposalRow { proven: false, at: second(90), ..given::proposal(2, &row) };
    let new = NewProposal { row: &second_one, input: b"", outcome: b"" };
    let mut tx = fresh.write().await.unwrap();
    placement::add_proposal(&mut tx, CITY, &new).await.unwrap();
    for expected in [given::proposal(1, &row), second_one] {
        let found = placement::proposal(&mut tx, CITY, expected.id).await.unwrap();
        assert_eq!(found.as_ref(), Some(&expected));
        assert_eq!(placement::proposal(&mut tx, ELSEWHERE, expected.id).await.unwrap(), None);
    }
    assert_eq!(placement::proposal(&mut tx, CITY, Id::new(uuid(9))).await.unwrap(), None);
}

async fn what_a_proposal_was_made_from_comes_back_byte_for_byte(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let input: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    let second_one = given::proposal(2, &row);
    let new = NewProposal { row: &second_one, input: &input, outcome: b"" };
    let mut tx = fresh.write().await.unwrap();
    placement::add_proposal(&mut tx, CITY, &new).await.unwrap();
    let id = second_one.id;
    assert_eq!(placement::stored_input(&mut tx, CITY, id).await.unwrap(), Some(input));
    assert_eq!(placement::outcome(&mut tx, CITY, id).await.unwrap(), Some(Vec::new()));
    let first = given::proposal(1, &row).id;
    let found = placement::stored_input(&mut tx, CITY, first).await.unwrap();
    assert_eq!(found.as_deref(), Some(&b"input"[..]));
    let found = placement::outcome(&mut tx, CITY, first).await.unwrap();
    assert_eq!(found.as_deref(), Some(&b"outcome"[..]));
    assert_eq!(placement::stored_input(&mut tx, ELSEWHERE, first).await.unwrap(), None);
    assert_eq!(placement::outcome(&mut tx, CITY, Id::new(uuid(9))).await.unwrap(), None);
}

async fn proposals_come_newest_first_and_each_number_once(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let second_one = given::proposal(2, &row);
    let mut tx = fresh.write().await.unwrap();
    let new = NewProposal { row: &second_one, input: b"", outcome: b"" };
    placement::add_proposal(&mut tx, CITY, &new).await.unwrap();
    let found = placement::proposals(&mut tx, CITY, row.id).await.unwrap();
    assert_eq!(found, [second_one, given::proposal(1, &row)]);
    assert!(placement::proposals(&mut tx, ELSEWHERE, row.id).await.unwrap().is_empty());
    let same_number = ProposalRow { number: 2, ..given::proposal(3, &row) };
    let new = NewProposal { row: &same_number, input: b"", outcome: b"" };
    let refused = placement::add_proposal(&mut tx, CITY, &new).await;
    assert!(matches!(refused, Err(StoreError::Exists(_))), "{refused:?}");
}

async fn a_damaged_input_is_named(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    assert_eq!(fresh.tamper("update proposal set outcome = substr(outcome, 1, 12)").await, 1);
    let id = given::proposal(1, &row).id;
    let mut tx = fresh.read().await.unwrap();
    let error = placement::outcome(&mut tx, CITY, id).await.unwrap_err();
    assert!(matches!(error, StoreError::Packed { what: "outcome", .. }), "{error:?}");
    let input = placement::stored_input(&mut tx, CITY, id).await.unwrap();
    assert_eq!(input.as_deref(), Some(&b"input"[..]));
}

fn trial(number: u128, round: &RoundRow) -> TrialRow {
    TrialRow {
        made: ProposalRow { id: Id::new(uuid(4500 + number)), ..given::proposal(number, round) },
        name: phrase("Meer ruimte in Oost"),
        of: given::proposal(1, round).id,
        changes: r#"[{"group":"shelter"}]"#.to_owned(),
    }
}

async fn a_trial_comes_back_with_every_field_and_byte_for_byte(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let (first, second) = (trial(1, &row), trial(2, &row));
    let mut tx = fresh.write().await.unwrap();
    assert_eq!(placement::next_trial(&mut tx, CITY, row.id).await.unwrap(), 1);
    for trial in [&first, &second] {
        placement::add_trial(&mut tx, CITY, trial, b"other", b"result").await.unwrap();
    }
    let found = placement::trials(&mut tx, CITY, row.id).await.unwrap();
    assert_eq!(found, [second, first.clone()]);
    assert!(placement::trials(&mut tx, ELSEWHERE, row.id).await.unwrap().is_empty());
    let input = placement::stored_input(&mut tx, CITY, first.made.id).await.unwrap();
    assert_eq!(input.as_deref(), Some(&b"other"[..]));
    let outcome = placement::outcome(&mut tx, CITY, first.made.id).await.unwrap();
    assert_eq!(outcome.as_deref(), Some(&b"result"[..]));
    let elsewhere = placement::outcome(&mut tx, ELSEWHERE, first.made.id).await.unwrap();
    assert_eq!(elsewhere, None);
    assert_eq!(placement::next_trial(&mut tx, CITY, row.id).await.unwrap(), 3);
    let found = placement::trial(&mut tx, CITY, first.made.id).await.unwrap();
    assert_eq!(found.as_ref(), Some(&first));
    assert_eq!(placement::trial(&mut tx, ELSEWHERE, first.made.id).await.unwrap(), None);
    let again = placement::add_trial(&mut tx, CITY, &first, b"", b"").await;
    assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
}

async fn a_trial_is_no_proposal_and_cannot_be_decided_on(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let trial = trial(1, &row);
    let mut tx = fresh.write().await.unwrap();
    placement::add_trial(&mut tx, CITY, &trial, b"", b"").await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = fresh.write().await.unwrap();
    let proposals = placement::proposals(&mut tx, CITY, row.id).await.unwrap();
    assert_eq!(proposals, [given::proposal(1, &row)]);
    assert_eq!(placement::proposal(&mut tx, CITY, trial.made.id).await.unwrap(), None);
    drop(tx);
    let on_trial = DecisionRow { proposal: trial.made.id, ..decision(1, "V-1", "P-1") };
    assert!(decide(fresh, &on_trial).await.is_err(), "the database itself guards it");
    assert!(standing(fresh).await.is_empty());
}

async fn a_trial_thrown_away_is_emptied_once_and_its_number_is_not_used_again(fresh: &Fresh) {
    let row = given::a_round(fresh).await;
    let trial = trial(1, &row);
    let id = trial.made.id;
    let mut tx = fresh.write().await.unwrap();
    placement::add_trial(&mut tx, CITY, &trial, b"other", b"result").await.unwrap();
    let elsewhere = placement::throw_away_trial(&mut tx, ELSEWHERE, id, "Sam", second(50)).await;
    assert!(!elsewhere.unwrap());
    assert!(placement::throw_away_trial(&mut tx, CITY, id, "Sam", second(50)).await.unwrap());
    assert!(!placement::throw_away_trial(&mut tx, CITY, id, "Sam", second(51)).await.unwrap());
    assert!(placement::trials(&mut tx, CITY, row.id).await.unwrap().is_empty());
    assert_eq!(placement::stored_input(&mut tx, CITY, id).await.unwrap(), None);
    assert_eq!(placement::next_trial(&mut tx, CITY, row.id).await.unwrap(), 2);
}

async fn decide(fresh: &Fresh, row: &DecisionRow) -> Result<(), StoreError> {
    let mut tx = fresh.write().await.unwrap();
    placement::add_decision(&mut tx, CITY, row).await?;
    tx.commit().await
}

async fn standing(fresh: &Fresh) -> Vec<DecisionRow> {
    let mut tx = fresh.read().await.unwrap();
    placement::active_decisions(&mut tx, CITY, Id::new(uuid(3001))).await.unwrap()
}

async fn undo(fresh: &Fresh, row: &DecisionRow) -> Option<DecisionRow> {
    let mut tx = fresh.write().await.unwrap();
    let undone = placement::undo_decision(&mut tx, CITY, row.id, "Sam", second(99)).await.unwrap();
    tx.commit().await.unwrap();
    undone
}

async fn a_decision_comes_back_with_every_field(fresh: &Fresh) {
    given::a_round(fresh).await;
    let agreed = decision(1, "V-1", "P-1");
    let rejected = DecisionRow {
        verdict: Verdict::Rejected,
        year: 2027,
        group: group("other"),
        ..decision(2, "V-2", "P-2")
    };
    decide(fresh, &agreed).await.unwrap();
    decide(fresh, &rejected).await.unwrap();
    assert_eq!(standing(fresh).await, [agreed, rejected]);
}

async fn a_home_is_agreed_once(fresh: &Fresh) {
    given::a_round(fresh).await;
    decide(fresh, &decision(1, "V-1", "P-1")).await.unwrap();
    let refused = decide(fresh, &decision(2, "V-1", "P-2")).await;
    assert!(matches!(refused, Err(StoreError::Exists(_))), "{refused:?}");
    assert_eq!(standing(fresh).await, [decision(1, "V-1", "P-1")]);
}

async fn a_household_is_agreed_once(fresh: &Fresh) {
    given::a_round(fresh).await;
    decide(fresh, &decision(1, "V-1", "P-1")).await.unwrap();
    let refused = decide(fresh, &decision(2, "V-2", "P-1")).await;
    assert!(matches!(refused, Err(StoreError::Exists(_))), "{refused:?}");
    assert_eq!(standing(fresh).await, [decision(1, "V-1", "P-1")]);
}

async fn a_home_may_be_rejected_for_many_and_then_agreed(fresh: &Fresh) {
    given::a_round(fresh).await;
    for (number, whose) in [(1, "P-1"), (2, "P-2"), (3, "P-1")] {
        let row = DecisionRow { verdict: Verdict::Rejected, ..decision(number, "V-1", whose) };
        decide(fresh, &row).await.unwrap();
    }
    decide(fresh, &decision(4, "V-1", "P-1")).await.unwrap();
    assert_eq!(standing(fresh).await.len(), 4);
}

async fn a_decision_taken_back_frees_home_and_household(fresh: &Fresh) {
    given::a_round(fresh).await;
    let first = decision(1, "V-1", "P-1");
    decide(fresh, &first).await.unwrap();
    assert_eq!(undo(fresh, &first).await, Some(first));
    assert!(standing(fresh).await.is_empty());
    decide(fresh, &decision(2, "V-1", "P-2")).await.unwrap();
    decide(fresh, &decision(3, "V-2", "P-1")).await.unwrap();
    assert_eq!(standing(fresh).await.len(), 2);
    let kept = "update decision set reason = reason where undone_by = 'Sam'";
    assert_eq!(fresh.tamper(kept).await, 1, "what was taken back stays in the history");
}

async fn a_decision_is_taken_back_once(fresh: &Fresh) {
    given::a_round(fresh).await;
    let row = decision(1, "V-1", "P-1");
    assert_eq!(undo(fresh, &row).await, None);
    decide(fresh, &row).await.unwrap();
    let mut tx = fresh.write().await.unwrap();
    let other = placement::undo_decision(&mut tx, ELSEWHERE, row.id, "Sam", second(99)).await;
    assert_eq!(other.unwrap(), None);
    drop(tx);
    let undone = async || {
        let mut tx = fresh.read().await.unwrap();
        let (whose, home) = (reference("P-1"), vacancy("V-1"));
        placement::undone_agreement(&mut tx, CITY, &whose, &home).await.unwrap()
    };
    assert_eq!(undone().await, None, "it stands");
    assert_eq!(undo(fresh, &row).await.as_ref(), Some(&row));
    assert_eq!(undo(fresh, &row).await, None);
    assert_eq!(undone().await, Some(row));
}

async fn a_guard_holds_within_a_programme_only(fresh: &Fresh) {
    given::a_round(fresh).await;
    decide(fresh, &decision(1, "V-1", "P-1")).await.unwrap();
    let mut tx = fresh.write().await.unwrap();
    let row = decision(2, "V-1", "P-1");
    placement::add_decision(&mut tx, ELSEWHERE, &row).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(standing(fresh).await, [decision(1, "V-1", "P-1")]);
}

async fn decisions_come_oldest_first_and_of_a_household_newest_first(fresh: &Fresh) {
    given::a_round(fresh).await;
    let rows = [(1, 30, "P-1"), (2, 10, "P-1"), (3, 20, "P-2")].map(|(number, at, whose)| {
        DecisionRow { verdict: Verdict::Rejected, at: second(at), ..decision(number, "V-1", whose) }
    });
    for row in &rows {
        decide(fresh, row).await.unwrap();
    }
    let [last, first, middle] = rows;
    assert_eq!(standing(fresh).await, [first.clone(), middle, last.clone()]);
    let mut tx = fresh.read().await.unwrap();
    let found = placement::decisions_of_household(&mut tx, CITY, &reference("P-1")).await.unwrap();
    assert_eq!(found, [last.clone(), first.clone()]);
    drop(tx);
    undo(fresh, &last).await;
    let mut tx = fresh.read().await.unwrap();
    let of = |programme| (programme, reference("P-1"));
    for ((programme, whose), expected) in [(of(CITY), vec![first]), (of(ELSEWHERE), Vec::new())] {
        let found = placement::decisions_of_household(&mut tx, programme, &whose).await.unwrap();
        assert_eq!(found, expected);
    }
}

async fn agreed_homes_are_counted_by_year_group_and_place(fresh: &Fresh) {
    given::a_round(fresh).await;
    given::save(fresh, &[full_file(1), bare_file(2, "Bo", "Bakker")]).await;
    let first = decision(1, "V-1", "P-1");
    let rejected = DecisionRow { verdict: Verdict::Rejected, ..decision(3, "V-2", "P-3") };
    let other_group = DecisionRow { group: group("other"), ..decision(2, "V-2", "P-2") };
    for row in [&first, &other_group, &rejected] {
        decide(fresh, row).await.unwrap();
    }
    let mut tx = fresh.read().await.unwrap();
    let text = str::to_owned;
    let totals = placement::agreed_totals(&mut tx, CITY, 2026).await.unwrap();
    let total = |target_group, homes| (text(target_group), text("wbv"), homes);
    assert_eq!(totals, [total("other", 1), total("shelter", 1)]);
    assert!(placement::agreed_totals(&mut tx, CITY, 2027).await.unwrap().is_empty());
    assert!(placement::agreed_totals(&mut tx, ELSEWHERE, 2026).await.unwrap().is_empty());
    let loads = placement::agreed_loads(&mut tx, CITY, 2026).await.unwrap();
    assert_eq!(loads, [(Some(3), text("AA01"), Some(text("C-7"))), (None, text("AA01"), None)]);
    assert!(placement::agreed_loads(&mut tx, CITY, 2027).await.unwrap().is_empty());
    assert!(placement::agreed_loads(&mut tx, ELSEWHERE, 2026).await.unwrap().is_empty());
    drop(tx);
    undo(fresh, &first).await;
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(placement::agreed_totals(&mut tx, CITY, 2026).await.unwrap(), [total("other", 1)]);
    assert_eq!(placement::agreed_loads(&mut tx, CITY, 2026).await.unwrap().len(), 1);
}
