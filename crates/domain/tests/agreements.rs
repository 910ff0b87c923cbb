//! What agreements may be, and how they go from one state to the next.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use jiff::civil::{Date, date};
use sleutel_domain::{
    Cents, DwellingCode, Id, OrganisationCode, PersonName, Phrase, Reference,
    agreements::{
        Agreement, Around, Arrangement, Chain, Dropped, EndReason, Fault, Kind, Link, Links,
        Missing, Refused, RentKind, RentPart, Signatory, Signature, SignedHow, State,
        TemporaryGround, Terms,
    },
    routes::{LeaseKind, Signed},
};
use uuid::Uuid;

const START: Date = date(2026, 3, 1);

fn id(number: u128) -> Id<Agreement> {
    Id::new(Uuid::from_u128(number))
}

fn cents(amount: i64) -> Cents {
    Cents::new(amount).unwrap()
}

/// A sound draft of this kind for one household and one home.
fn draft(number: u128, kind: Kind) -> Agreement {
    let until = match kind {
        Kind::TemporaryLease => Some(date(2028, 2, 29)),
        Kind::YouthLease => Some(date(2031, 2, 28)),
        Kind::IntermediateLease
        | Kind::IntermediateUse
        | Kind::ThreeParty
        | Kind::Support
        | Kind::OwnLease => None,
    };
    Agreement {
        id: id(number),
        terms: Terms {
            kind,
            household: Reference::new("T-1").unwrap(),
            association: Some(OrganisationCode::new("haven").unwrap()),
            provider: Some(OrganisationCode::new("anker").unwrap()),
            dwelling: Some(DwellingCode::new("H-1").unwrap()),
            from: START,
            until,
            rent: vec![
                RentPart { kind: RentKind::Bare, amount: cents(56_000) },
                RentPart { kind: RentKind::Service, amount: cents(5_250) },
            ],
            deposit: None,
            ground: (kind == Kind::TemporaryLease).then_some(TemporaryGround::Shelter),
            conditions: None,
        },
        links: Links::default(),
        signatures: Vec::new(),
        state: State::Drafted,
    }
}

fn use_under(number: u128, lease: &Agreement) -> Agreement {
    let mut it = draft(number, Kind::IntermediateUse);
    it.links.rests_on = Some(lease.id);
    it
}

fn signature(party: Signatory, on: Date) -> Signature {
    Signature {
        party,
        by: PersonName::new("Somebody").unwrap(),
        on,
        how: SignedHow::OnPaper,
        recorded_by: "desk".into(),
    }
}

/// The same, signed by all its parties on the first day.
fn signed(mut it: Agreement) -> Agreement {
    it.state = it.offer(START, Vec::new()).unwrap();
    for party in it.terms.kind.parties() {
        let signature = signature(*party, START);
        it.state = it.sign(START, &signature).unwrap();
        it.signatures.push(signature);
    }
    it
}

fn in_force(it: Agreement, above: Option<&Agreement>) -> Agreement {
    let mut it = signed(it);
    it.state = it.start(above).unwrap();
    it
}

fn faults(it: &Agreement, others: &[Agreement]) -> Vec<Fault> {
    it.check(Around { others, born: None })
}

#[test]
fn a_sound_agreement_of_each_kind_has_no_faults() {
    let lease = draft(1, Kind::IntermediateLease);
    for kind in Kind::ALL {
        let it = if kind == Kind::IntermediateUse { use_under(2, &lease) } else { draft(2, kind) };
        assert_eq!(faults(&it, std::slice::from_ref(&lease)), [], "{kind:?}");
    }
}

#[test]
fn a_party_that_is_not_named_is_a_fault_where_the_kind_has_it() {
    let mut it = draft(1, Kind::ThreeParty);
    it.terms.provider = None;
    assert_eq!(faults(&it, &[]), [Fault::NoParty { party: Signatory::Provider }]);
    let mut it = draft(1, Kind::OwnLease);
    it.terms.provider = None;
    assert_eq!(faults(&it, &[]), []);
    it.terms.association = None;
    it.terms.dwelling = None;
    it.terms.rent.clear();
    let wanted = [Fault::NoParty { party: Signatory::Association }, Fault::NoHome, Fault::NoRent];
    assert_eq!(faults(&it, &[]), wanted);
}

#[test]
fn a_temporary_lease_runs_two_years_at_most_and_on_a_ground_only() {
    let mut it = draft(1, Kind::TemporaryLease);
    it.terms.until = Some(date(2028, 3, 1));
    let latest = date(2028, 2, 29);
    let long = Fault::TooLong { until: date(2028, 3, 1), latest, months: 24 };
    assert_eq!(faults(&it, &[]), [long]);
    it.terms.until = None;
    it.terms.ground = None;
    assert_eq!(faults(&it, &[]), [Fault::NoGround, Fault::NoEnd { latest }]);
}

#[test]
fn an_own_lease_has_no_end_and_a_youth_lease_runs_five_years() {
    let mut own = draft(1, Kind::OwnLease);
    own.terms.until = Some(date(2027, 1, 1));
    assert_eq!(faults(&own, &[]), [Fault::HasEnd { until: date(2027, 1, 1) }]);
    let mut youth = draft(1, Kind::YouthLease);
    let (needed, months) = (date(2031, 2, 28), 60);
    youth.terms.until = Some(date(2030, 1, 1));
    let short = Fault::TooShort { until: date(2030, 1, 1), needed, months };
    assert_eq!(faults(&youth, &[]), [short]);
    youth.terms.until = Some(date(2031, 3, 1));
    let long = Fault::TooLong { until: date(2031, 3, 1), latest: needed, months };
    assert_eq!(faults(&youth, &[]), [long]);
}

#[test]
fn a_youth_lease_is_for_somebody_of_18_up_to_and_including_27() {
    let it = draft(1, Kind::YouthLease);
    let check = |born: Date, ages: &[u8]| {
        let found = it.check(Around { others: &[], born: Some(born) });
        let wanted: Vec<Fault> =
            ages.iter().map(|age| Fault::Age { age: *age, least: 18, most: 27 }).collect();
        assert_eq!(found, wanted, "{born}");
    };
    check(date(2008, 3, 2), &[17]);
    check(date(2008, 3, 1), &[]);
    check(date(1998, 3, 2), &[]);
    check(date(1998, 3, 1), &[28]);
}

#[test]
fn an_end_before_the_start_and_a_deposit_above_twice_the_bare_rent_are_faults() {
    let mut it = draft(1, Kind::IntermediateLease);
    let until = date(2026, 2, 28);
    it.terms.until = Some(until);
    it.terms.deposit = Some(cents(112_001));
    let deposit = Fault::DepositTooHigh { deposit: cents(112_001), most: 112_000 };
    assert_eq!(faults(&it, &[]), [Fault::EndBeforeStart { from: START, until }, deposit]);
    it.terms.deposit = Some(cents(112_000));
    assert_eq!(faults(&it, &[]), [Fault::EndBeforeStart { from: START, until }]);
}

#[test]
fn a_use_agreement_stands_and_falls_with_the_lease_above_it() {
    let mut lease = draft(1, Kind::IntermediateLease);
    let mut it = use_under(2, &lease);
    assert_eq!(faults(&it, &[]), [Fault::NoLeaseAbove]);
    lease.terms.until = Some(date(2027, 2, 28));
    let outside = Fault::OutsideLeaseAbove { from: START, until: lease.terms.until };
    assert_eq!(faults(&it, &[lease.clone()]), [outside]);
    it.terms.until = lease.terms.until;
    assert_eq!(faults(&it, &[lease.clone()]), []);
    it.terms.dwelling = Some(DwellingCode::new("H-2").unwrap());
    assert_eq!(faults(&it, &[lease.clone()]), [Fault::OtherLeaseAbove]);
    lease.state = lease.cancel(START, Dropped::HomeNotTaken).unwrap();
    assert_eq!(faults(&it, &[lease]), [Fault::NoLeaseAbove]);
}

#[test]
fn no_home_is_let_twice_unless_the_one_comes_in_the_place_of_the_other() {
    let lease = in_force(draft(1, Kind::IntermediateLease), None);
    let mut own = draft(2, Kind::OwnLease);
    own.terms.from = date(2027, 3, 1);
    let runs = Fault::LeaseRuns { other: lease.id, kind: Kind::IntermediateLease };
    assert_eq!(faults(&own, std::slice::from_ref(&lease)), [runs]);
    own.links.replaces = Some(lease.id);
    assert_eq!(faults(&own, std::slice::from_ref(&lease)), []);
    own.links.replaces = None;
    let mut ended = lease;
    ended.state = ended.end(date(2027, 2, 28), EndReason::Notice).unwrap();
    assert_eq!(faults(&own, &[ended]), []);
}

#[test]
fn a_draft_with_faults_is_not_put_before_anybody() {
    let mut it = draft(1, Kind::OwnLease);
    it.terms.dwelling = None;
    let found = faults(&it, &[]);
    assert_eq!(it.offer(START, found.clone()), Err(Refused::Faulty(found)));
    assert_eq!(it.offer(START, Vec::new()), Ok(State::Offered { on: START }));
}

#[test]
fn each_party_signs_once_and_the_last_makes_it_signed() {
    let mut it = draft(1, Kind::IntermediateLease);
    it.state = it.offer(START, Vec::new()).unwrap();
    let tomorrow = date(2026, 3, 2);
    let by = |party, on| signature(party, on);
    let refused = |it: &Agreement, signature: &Signature| it.sign(START, signature).unwrap_err();
    let resident = by(Signatory::Resident, START);
    assert_eq!(refused(&it, &resident), Refused::NotAParty { party: Signatory::Resident });
    let early = by(Signatory::Provider, date(2026, 2, 28));
    assert_eq!(refused(&it, &early), Refused::SignedBeforeOffer { offered: START });
    let late = by(Signatory::Provider, tomorrow);
    assert_eq!(refused(&it, &late), Refused::InFuture { today: START });
    let first = by(Signatory::Provider, START);
    assert_eq!(it.sign(START, &first), Ok(State::Offered { on: START }));
    it.signatures.push(first.clone());
    let again = Refused::SignedAlready { party: Signatory::Provider, on: START };
    assert_eq!(refused(&it, &first), again);
    assert_eq!(it.start(None), Err(Refused::NotSigned { waiting: vec![Signatory::Association] }));
    assert_eq!(it.sign(START, &by(Signatory::Association, START)), Ok(State::Signed));
}

#[test]
fn a_use_agreement_begins_only_with_the_lease_above_it_signed() {
    let lease = draft(1, Kind::IntermediateLease);
    let it = signed(use_under(2, &lease));
    assert_eq!(it.start(Some(&lease)), Err(Refused::LeaseAboveNotSigned));
    assert_eq!(it.start(None), Err(Refused::LeaseAboveNotSigned));
    let other = signed(draft(3, Kind::IntermediateLease));
    assert_eq!(it.start(Some(&other)), Err(Refused::LeaseAboveNotSigned));
    assert!(it.start(Some(&signed(lease))).is_ok());
}

#[test]
fn an_agreement_ends_between_its_first_and_its_last_day() {
    let it = in_force(draft(1, Kind::TemporaryLease), None);
    let end = |on: Date| it.end(on, EndReason::Notice);
    assert_eq!(end(date(2026, 2, 28)), Err(Refused::EndsBeforeStart { from: START }));
    let until = date(2028, 2, 29);
    assert_eq!(end(date(2028, 3, 1)), Err(Refused::EndsAfterTerm { until }));
    assert_eq!(end(until), Ok(State::Ended { on: until, reason: EndReason::Notice }));
    let why = Dropped::Said(Phrase::new("not needed").unwrap());
    assert_eq!(it.cancel(START, why), Err(Refused::WrongState { is: "in-force" }));
}

#[test]
fn converting_ends_the_old_and_begins_the_new_in_one() {
    let lease = in_force(draft(1, Kind::IntermediateLease), None);
    let on = date(2027, 3, 1);
    let mut own = draft(2, Kind::OwnLease);
    own.terms.from = on;
    let unlinked = signed(own.clone());
    assert_eq!(lease.convert(&unlinked), Err(Refused::NotReplacing));
    own.links.replaces = Some(lease.id);
    assert_eq!(lease.convert(&own), Err(Refused::WrongState { is: "drafted" }));
    let own = signed(own);
    let (old, new) = lease.convert(&own).unwrap();
    assert_eq!(old, State::Converted { on, into: own.id });
    assert_eq!(new, State::InForce { from: on, until: None });
    let mut done = lease.clone();
    done.state = old;
    assert_eq!(done.last_day(), Some(date(2027, 2, 28)));
    let mut support = draft(3, Kind::Support);
    support.links.replaces = Some(lease.id);
    let wrong = Refused::NotConvertible { from: Kind::IntermediateLease, into: Kind::Support };
    assert_eq!(lease.convert(&signed(support)), Err(wrong));
    let draft = draft(4, Kind::IntermediateLease);
    assert_eq!(draft.convert(&own), Err(Refused::WrongState { is: "drafted" }));
}

#[test]
fn what_is_over_cannot_be_moved_any_more() {
    let mut it = draft(1, Kind::OwnLease);
    it.state = it.cancel(START, Dropped::Said(Phrase::new("other home").unwrap())).unwrap();
    let over = Refused::WrongState { is: "cancelled" };
    assert_eq!(it.offer(START, Vec::new()), Err(over.clone()));
    let by = signature(Signatory::Resident, START);
    assert_eq!(it.sign(START, &by), Err(over.clone()));
    assert_eq!(it.start(None), Err(over.clone()));
    assert_eq!(it.end(START, EndReason::Notice), Err(over.clone()));
    assert_eq!(it.cancel(START, Dropped::HomeNotTaken), Err(over));
    assert!(!it.is_live());
}

#[test]
fn the_chain_says_what_is_missing_before_the_keys() {
    let (household, home) = (Reference::new("T-1").unwrap(), DwellingCode::new("H-1").unwrap());
    let chain = |all: &[Agreement], support: bool| {
        Chain::new(Arrangement::Intermediate, support, &household, &home, all).missing()
    };
    let link = Link::Of;
    let absent = |kind| Missing::Absent { link: link(kind) };
    let (lease_kind, use_kind) = (Kind::IntermediateLease, Kind::IntermediateUse);
    assert_eq!(chain(&[], false), [absent(lease_kind), absent(use_kind)]);
    let lease = signed(draft(1, lease_kind));
    let mut lower = use_under(2, &lease);
    let not_offered = Missing::NotOffered { link: link(use_kind), agreement: lower.id };
    let not_begun = Missing::NotBegun { link: link(lease_kind), agreement: lease.id };
    let both = [lease.clone(), lower.clone()];
    assert_eq!(chain(&both, false), [not_begun, not_offered]);
    let links = Link::signed(Signed::Lease(LeaseKind::Intermediate));
    assert_eq!(links, [link(lease_kind), link(use_kind)]);
    let lease = in_force(draft(1, lease_kind), None);
    lower.state = State::Offered { on: START };
    lower.signatures.push(signature(Signatory::Provider, START));
    let waiting = vec![Signatory::Resident];
    let unsigned = Missing::Unsigned { link: link(use_kind), agreement: lower.id, waiting };
    assert_eq!(chain(&[lease.clone(), lower], false), [unsigned]);
    let all = [lease.clone(), in_force(use_under(2, &lease), Some(&lease))];
    assert_eq!(chain(&all, false), []);
    assert_eq!(chain(&all, true), [absent(Kind::Support)]);
    assert_eq!(Chain::arrangement(&all), Some(Arrangement::Intermediate));
}

#[test]
fn any_lease_in_their_own_name_will_do_where_somebody_rents_themselves() {
    let (household, home) = (Reference::new("T-1").unwrap(), DwellingCode::new("H-1").unwrap());
    for kind in [Kind::OwnLease, Kind::TemporaryLease, Kind::YouthLease] {
        let all = [in_force(draft(1, kind), None)];
        let chain = Chain::new(Arrangement::Own, false, &household, &home, &all);
        assert_eq!(chain.missing(), [], "{kind:?}");
        assert_eq!(Chain::arrangement(&all), Some(Arrangement::Own));
        let elsewhere = DwellingCode::new("H-2").unwrap();
        let chain = Chain::new(Arrangement::Own, false, &household, &elsewhere, &all);
        assert_eq!(chain.missing(), [Missing::Absent { link: Link::InOwnName }]);
    }
}
