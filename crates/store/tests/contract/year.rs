use std::collections::BTreeMap;

use jiff::civil::date;
use sleutel_domain::{
    AreaCode, GroupCode, Id, LongText, RouteCode,
    homes::AreaLevel,
    participants::Readiness,
    steering::{
        AreaException, AreaRule, AssociationTerms, Bound, Demand, DemandBasis, GroupDemand,
        GroupTerms, Measure, Missing, PartTerms, Rounding, Rule, Share, ShareStanding, Side,
        TargetRule, YearTotal,
    },
};
use sleutel_store::{
    StoreError,
    cases::{self, CaseRow},
    participants::{self, MergeRow, ParticipantFile},
    shares::{self, Bounds, NumbersChange, NumbersOf},
    year::{
        self, AgreedPlaces, AgreedTargets, AssentRow, ForceRow, Settled, ShareOutRow, YearGroupRow,
        YearRow,
    },
};
use uuid::Uuid;

use crate::{
    given::{self, CITY, ELSEWHERE, group, party, phrase, reference, second as at, uuid, vacancy},
    support::{Fresh, on_both},
};

on_both!(
    versions_of_a_year_come_newest_first_with_their_groups,
    what_counts_is_that_of_the_newest_version,
    a_version_keeps_its_rule_and_what_came_of_it,
    what_was_put_in_force_comes_last_first,
    a_version_is_written_once,
    partners_agree_once_with_a_version,
    share_outs_come_newest_first_with_their_shares,
    a_share_out_is_settled_once,
    what_a_decision_changed_is_kept_and_put_back_once,
    who_waits_and_who_waits_for_keys_is_counted_by_group,
);

fn long(text: &str) -> LongText {
    LongText::new(text).unwrap()
}

fn version(id: u128, year: i16, version: u32, total: YearTotal) -> YearRow {
    let note = (version > 1).then(|| long("Besproken in mei."));
    let actor = "Bo Beheer (Gemeente)".to_owned();
    YearRow { id: uuid(id), year, version, total, note, actor, at: at(version.into()) }
}

fn terms(code: &str, ceiling: Option<u32>) -> YearGroupRow {
    let ground = "Taakstelling".to_owned();
    let terms = GroupTerms { group: group(code), counts: true, floor: 3, ceiling, ground };
    YearGroupRow { terms, main_group: "with-support".to_owned(), with_support: true }
}

async fn versions_of_a_year_come_newest_first_with_their_groups(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let part = YearTotal::PartOfVacancies { per_mille: 305, vacancies: 6_000 };
    let (first, second) = (version(1, 2026, 1, YearTotal::Fixed(1_800)), version(2, 2026, 2, part));
    let groups = [terms("omslag", Some(9)), terms("urgency", None)];
    year::add_version(&mut tx, CITY, &first, &groups).await.unwrap();
    year::add_version(&mut tx, CITY, &second, &[]).await.unwrap();
    year::add_version(&mut tx, CITY, &version(3, 2025, 1, part), &[]).await.unwrap();
    let found = year::versions(&mut tx, CITY, 2026).await.unwrap();
    assert_eq!(found, [second, first]);
    assert_eq!(year::groups_of(&mut tx, CITY, uuid(1)).await.unwrap(), groups);
    assert!(year::groups_of(&mut tx, CITY, uuid(2)).await.unwrap().is_empty());
    assert!(year::versions(&mut tx, ELSEWHERE, 2026).await.unwrap().is_empty());
    assert!(year::groups_of(&mut tx, ELSEWHERE, uuid(1)).await.unwrap().is_empty());
}

async fn what_counts_is_that_of_the_newest_version(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let total = YearTotal::Fixed(1_800);
    let (first, second) = (version(1, 2026, 1, total), version(2, 2026, 2, total));
    let mut other = terms("omslag", None);
    other.terms.counts = false;
    year::add_version(&mut tx, CITY, &first, &[terms("omslag", None)]).await.unwrap();
    let counting = year::counting(&mut tx, CITY, 2026).await.unwrap();
    assert_eq!(counting, BTreeMap::from([(group("omslag"), true)]));
    year::add_version(&mut tx, CITY, &second, &[other]).await.unwrap();
    let counting = year::counting(&mut tx, CITY, 2026).await.unwrap();
    assert_eq!(counting, BTreeMap::from([(group("omslag"), false)]));
    assert!(year::counting(&mut tx, CITY, 2025).await.unwrap().is_empty());
    assert!(year::counting(&mut tx, ELSEWHERE, 2026).await.unwrap().is_empty());
}

fn rule(level: AreaLevel, side: Side) -> AreaRule {
    let measure = Measure::AssociationHomes;
    AreaRule { level, side, measure, amount: 1_205, rounding: Rounding::Up }
}

async fn a_version_keeps_its_rule_and_what_came_of_it(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = version(1, 2026, 1, YearTotal::Fixed(1_800));
    year::add_version(&mut tx, CITY, &row, &[]).await.unwrap();
    let area = |code: &str| AreaCode::new(code).unwrap();
    let terms = |code: &str, level, figure| PartTerms {
        area: area(code),
        level,
        floor: None,
        ceiling: Some(12),
        figure,
        ground: "Agreed".to_owned(),
    };
    let measure = Measure::Inhabitants;
    let places = AgreedPlaces {
        rules: vec![
            rule(AreaLevel::District, Side::Floor),
            rule(AreaLevel::District, Side::Ceiling),
            rule(AreaLevel::Neighbourhood, Side::Ceiling),
        ],
        named: vec![AreaException {
            area: area("b-2"),
            floor: Some(0),
            ceiling: None,
            ground: "New estate".to_owned(),
        }],
        terms: vec![
            terms("z-1", AreaLevel::District, Some((measure, 4_000))),
            terms("b-1", AreaLevel::Neighbourhood, None),
        ],
        missing: vec![Missing { area: area("b-3"), measure }],
    };
    year::add_places(&mut tx, CITY, row.id, &places).await.unwrap();
    assert_eq!(year::places_of(&mut tx, CITY, row.id).await.unwrap(), places);
    let nothing = AgreedPlaces::default();
    assert_eq!(year::places_of(&mut tx, ELSEWHERE, row.id).await.unwrap(), nothing);
    assert_eq!(year::targets_of(&mut tx, CITY, row.id).await.unwrap(), None);
    let promised = |code: &str, stock, ceiling| AssociationTerms {
        association: party(code),
        stock,
        floor: 10,
        target: 11,
        ceiling,
    };
    let targets = AgreedTargets {
        rule: TargetRule::ByStock { least: 900, most: None },
        terms: vec![promised("a", Some(1_000), None), promised("b", None, Some(12))],
    };
    year::add_targets(&mut tx, CITY, row.id, &targets).await.unwrap();
    assert_eq!(year::targets_of(&mut tx, CITY, row.id).await.unwrap(), Some(targets));
    assert_eq!(year::targets_of(&mut tx, ELSEWHERE, row.id).await.unwrap(), None);
}

async fn what_was_put_in_force_comes_last_first(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = version(1, 2026, 1, YearTotal::Fixed(1_800));
    year::add_version(&mut tx, CITY, &row, &[]).await.unwrap();
    let force = |id: u128, number: u32| ForceRow {
        id: uuid(id),
        year: 2026,
        number,
        agreement: row.id,
        actor: "Bo Beheer (Gemeente)".to_owned(),
        at: at(number.into()),
    };
    let (first, second) = (force(7, 1), force(8, 2));
    year::add_in_force(&mut tx, CITY, &first).await.unwrap();
    year::add_in_force(&mut tx, CITY, &second).await.unwrap();
    assert_eq!(year::in_force(&mut tx, CITY, 2026).await.unwrap(), [second, first]);
    assert!(year::in_force(&mut tx, CITY, 2025).await.unwrap().is_empty());
    assert!(year::in_force(&mut tx, ELSEWHERE, 2026).await.unwrap().is_empty());
    let again = year::add_in_force(&mut tx, CITY, &force(9, 2)).await;
    assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
}

async fn a_version_is_written_once(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = version(1, 2026, 1, YearTotal::Fixed(1_800));
    year::add_version(&mut tx, CITY, &row, &[]).await.unwrap();
    let again = year::add_version(&mut tx, CITY, &YearRow { id: uuid(2), ..row }, &[]).await;
    assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
}

async fn partners_agree_once_with_a_version(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = version(1, 2026, 1, YearTotal::Fixed(1_800));
    year::add_version(&mut tx, CITY, &row, &[]).await.unwrap();
    let assent = |code: &str, hour: i64, said_by: Option<&str>| AssentRow {
        organisation: party(code),
        said_by: said_by.map(phrase),
        actor: "Bo Beheer (Gemeente)".to_owned(),
        at: at(hour),
    };
    let (late, early) = (assent("a-dak", 9, Some("Directeur")), assent("z-zorg", 8, None));
    year::add_assent(&mut tx, CITY, row.id, &late).await.unwrap();
    year::add_assent(&mut tx, CITY, row.id, &early).await.unwrap();
    assert_eq!(year::assents(&mut tx, CITY, row.id).await.unwrap(), [early, late.clone()]);
    assert!(year::assents(&mut tx, ELSEWHERE, row.id).await.unwrap().is_empty());
    let again = year::add_assent(&mut tx, CITY, row.id, &late).await;
    assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
}

fn share_out(id: u128, number: u32, agreement: Uuid) -> ShareOutRow {
    ShareOutRow {
        id: uuid(id),
        year: 2026,
        number,
        agreement,
        rule: Rule::EqualWait,
        basis: DemandBasis::Forecast,
        total: 1_800,
        note: (number > 1).then(|| long("Halverwege.")),
        standing: ShareStanding::Proposed,
        actor: "Bo Beheer (Gemeente)".to_owned(),
        at: at(number.into()),
        settled: None,
    }
}

fn share(code: &str, ceiling: Option<u32>) -> Share {
    let expected = Demand::thousandths(120_500).unwrap();
    let group = GroupCode::new(code).unwrap();
    let demand = GroupDemand { group, expected, waiting: 3, floor: 2, ceiling, realised: 7 };
    Share { demand, homes: 88, bound: Bound::Ceiling }
}

async fn share_outs_come_newest_first_with_their_shares(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = version(1, 2026, 1, YearTotal::Fixed(1_800));
    year::add_version(&mut tx, CITY, &row, &[]).await.unwrap();
    let (first, second) = (share_out(2, 1, row.id), share_out(3, 2, row.id));
    let shares = [share("omslag", Some(88)), share("urgency", None)];
    year::add_share_out(&mut tx, CITY, &first, &shares).await.unwrap();
    year::add_share_out(&mut tx, CITY, &second, &[]).await.unwrap();
    let found = year::share_outs(&mut tx, CITY, 2026).await.unwrap();
    assert_eq!(found, [second, first.clone()]);
    assert_eq!(year::shares(&mut tx, CITY, first.id).await.unwrap(), shares);
    assert!(year::share_outs(&mut tx, CITY, 2025).await.unwrap().is_empty());
    assert!(year::share_outs(&mut tx, ELSEWHERE, 2026).await.unwrap().is_empty());
    assert!(year::shares(&mut tx, ELSEWHERE, first.id).await.unwrap().is_empty());
    let again = ShareOutRow { id: uuid(4), ..first };
    let again = year::add_share_out(&mut tx, CITY, &again, &[]).await;
    assert!(matches!(again, Err(StoreError::Exists(_))), "{again:?}");
}

async fn a_share_out_is_settled_once(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = version(1, 2026, 1, YearTotal::Fixed(1_800));
    year::add_version(&mut tx, CITY, &row, &[]).await.unwrap();
    let made = share_out(2, 1, row.id);
    year::add_share_out(&mut tx, CITY, &made, &[]).await.unwrap();
    let settled = Settled { by: "Bo".to_owned(), at: at(5), why: Some(long("Besloten.")) };
    let decided = ShareStanding::Decided;
    let other = year::settle_share_out(&mut tx, ELSEWHERE, made.id, decided, &settled).await;
    assert!(matches!(other, Err(StoreError::Changed { .. })), "{other:?}");
    year::settle_share_out(&mut tx, CITY, made.id, decided, &settled).await.unwrap();
    let found = year::share_outs(&mut tx, CITY, 2026).await.unwrap().remove(0);
    assert_eq!((found.standing, found.settled.as_ref()), (decided, Some(&settled)));
    let aside = ShareStanding::PutAside;
    let again = year::settle_share_out(&mut tx, CITY, made.id, aside, &settled).await;
    assert!(matches!(again, Err(StoreError::Changed { .. })), "{again:?}");
}

async fn what_a_decision_changed_is_kept_and_put_back_once(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let row = version(1, 2026, 1, YearTotal::Fixed(1_800));
    year::add_version(&mut tx, CITY, &row, &[]).await.unwrap();
    let made = share_out(2, 1, row.id);
    year::add_share_out(&mut tx, CITY, &made, &[]).await.unwrap();
    let bounds = |lower, upper| Bounds { lower, upper };
    let of = |code: &str| NumbersOf::Group(group(code));
    let main = NumbersOf::MainGroup("with-support".to_owned());
    let changes = [
        NumbersChange { of: of("omslag"), before: None, after: bounds(0, Some(9)) },
        NumbersChange {
            of: of("urgency"),
            before: Some(bounds(2, None)),
            after: bounds(2, Some(88)),
        },
        NumbersChange { of: main, before: Some(bounds(5, Some(90))), after: bounds(5, Some(97)) },
    ];
    shares::add_changes(&mut tx, CITY, made.id, &changes).await.unwrap();
    assert_eq!(shares::changes(&mut tx, CITY, made.id).await.unwrap(), changes);
    assert!(shares::changes(&mut tx, ELSEWHERE, made.id).await.unwrap().is_empty());
    let by = Settled { by: "Bo".to_owned(), at: at(6), why: Some(long("Verkeerde regel.")) };
    let early = shares::take_back(&mut tx, CITY, made.id, &by).await;
    assert!(matches!(early, Err(StoreError::Changed { .. })), "{early:?}");
    let decided = Settled { by: "Bo".to_owned(), at: at(5), why: None };
    year::settle_share_out(&mut tx, CITY, made.id, ShareStanding::Decided, &decided).await.unwrap();
    assert_eq!(shares::taken_back(&mut tx, CITY, made.id).await.unwrap(), None);
    shares::take_back(&mut tx, CITY, made.id, &by).await.unwrap();
    assert_eq!(shares::taken_back(&mut tx, CITY, made.id).await.unwrap(), Some(by.clone()));
    let found = year::share_outs(&mut tx, CITY, 2026).await.unwrap().remove(0);
    assert_eq!((found.standing, found.settled), (ShareStanding::TakenBack, Some(decided)));
    let twice = shares::take_back(&mut tx, CITY, made.id, &by).await;
    assert!(matches!(twice, Err(StoreError::Changed { .. })), "{twice:?}");
}

/// A file on a road, at a step of this kind.
fn case(number: u128, whose: &str, kind: &str, standing: &str) -> CaseRow {
    CaseRow {
        id: Id::new(uuid(7000 + number)),
        reference: reference(whose),
        route: RouteCode::new("omslag").unwrap(),
        version: 1,
        began: date(2026, 1, 5),
        standing: standing.to_owned(),
        step: None,
        kind: Some(kind.to_owned()),
        owner: None,
        since: None,
        due: None,
        objection_due: None,
        next_due: None,
        extended: false,
        vacancy: Some(vacancy(&format!("V-{number}"))),
        association: None,
        changes: 1,
        changed_at: at(5),
    }
}

async fn who_waits_and_who_waits_for_keys_is_counted_by_group(fresh: &Fresh) {
    given::programmes(fresh).await;
    let ready = Readiness::Ready { since: date(2026, 1, 1) };
    let file = |number: u128| given::bare_file(number, "Noor", "Bakker");
    let files = [
        ParticipantFile { readiness: ready.clone(), ..file(1) },
        ParticipantFile { readiness: ready.clone(), group: group("other"), ..file(2) },
        ParticipantFile { readiness: ready.clone(), ..file(3) },
        file(4),
        ParticipantFile { readiness: ready, ..file(5) },
    ];
    given::save(fresh, &files).await;
    let mut tx = fresh.write().await.unwrap();
    // Of the same person as the first, who waits once.
    let twice = participants::file(&mut tx, CITY, &reference("P-5")).await.unwrap().unwrap();
    let merge = MergeRow {
        id: uuid(9),
        kept: reference("P-1"),
        aside: twice.reference.clone(),
        reason: phrase("twice"),
        parts: Vec::new(),
        version_before: 1,
        version_after: 1,
        actor: "Bo (care)".to_owned(),
        at: at(1),
    };
    participants::set_file_aside(&mut tx, CITY, &twice, &merge).await.unwrap();
    let rows = [
        case(1, "P-1", "keys", "open"),
        case(2, "P-2", "offer", "ended"),
        case(3, "P-3", "evaluation", "open"),
        case(4, "P-4", "viewing", "open"),
        CaseRow { vacancy: None, ..case(5, "P-5", "agreement", "open") },
    ];
    for row in &rows {
        cases::add_case(&mut tx, CITY, row).await.unwrap();
    }
    let waiting = year::waiting(&mut tx, CITY).await.unwrap();
    assert_eq!(waiting, BTreeMap::from([(group("other"), 1), (group("shelter"), 2)]));
    let since = year::waited_on(&mut tx, CITY, date(2100, 1, 1)).await.unwrap();
    assert_eq!(since, waiting, "nobody was housed after that day");
    assert!(year::waited_on(&mut tx, CITY, date(1990, 1, 1)).await.unwrap().is_empty());
    let keys = year::keys_to_come(&mut tx, CITY).await.unwrap();
    assert_eq!(keys, BTreeMap::from([(group("shelter"), 2)]));
    assert!(year::waiting(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    assert!(year::keys_to_come(&mut tx, ELSEWHERE).await.unwrap().is_empty());
}
