//! What follows from files and agreements, worked out by hand.

use jiff::civil::{Date, date};
use sleutel_domain::{
    AreaCode, GroupCode, Phrase, Reference, RouteCode, StepCode,
    agreements::{EndReason, Kind},
    cases::SpellEnd,
    homes::VacancyStatus,
    participants::LivingSituation,
    routes::{Outcome, RouteSet},
};
use sleutel_outcomes::watched::Watched;
use sleutel_simulation::PolicyName;
use sleutel_store::{
    history::{FreeRow, PersonRow, StretchRow, TermRow},
    numbers::GroupRow,
};
use uuid::Uuid;

use super::{
    CityHistory, Said, Why,
    record::Record,
    said,
    stays::{End, Road, Stay, Times, times},
};

const TODAY: Date = date(2026, 11, 23);

fn routes() -> RouteSet {
    sleutel_exchange::routes::shipped()
}

fn reference(number: usize) -> Reference {
    Reference::new(&format!("D-{number:05}")).unwrap()
}

fn group(code: &str, main_group: &str, with_support: bool) -> GroupRow {
    GroupRow {
        code: GroupCode::new(code).unwrap(),
        name_nl: Phrase::new(code).unwrap(),
        name_en: Phrase::new(code).unwrap(),
        main_group: main_group.to_owned(),
        with_support,
        counts: true,
    }
}

fn person(number: usize, of: &str, since: Date, placed_on: Option<Date>) -> PersonRow {
    PersonRow {
        reference: reference(number),
        group: GroupCode::new(of).unwrap(),
        since,
        placed_on,
        lives: None,
        people: None,
    }
}

/// A step of the only file of household 1.
fn step(
    route: &str,
    code: &str,
    kind: &str,
    opened: Date,
    ended: Option<(Date, SpellEnd, Outcome)>,
) -> StretchRow {
    let routes = routes();
    let route = RouteCode::new(route).unwrap();
    let version = routes.versions(&route).last().unwrap().version.get();
    StretchRow {
        reference: reference(1),
        file: Uuid::from_u128(1),
        began: date(2022, 1, 1),
        route: (route, version),
        step: StepCode::new(code).unwrap(),
        kind: kind.to_owned(),
        opened,
        ended: ended.map(|(on, how, _)| (on, how)),
        outcome: ended.filter(|it| it.1 == SpellEnd::Done).map(|it| it.2),
    }
}

fn done(on: Date, outcome: Outcome) -> Option<(Date, SpellEnd, Outcome)> {
    Some((on, SpellEnd::Done, outcome))
}

const OMSLAG: &str = "omslag-amsterdam";
const HOUSING_FIRST: &str = "housing-first";
const KEYS: Date = date(2022, 6, 1);

fn keys(route: &str) -> StretchRow {
    step(route, "keys", "keys", date(2022, 5, 1), done(KEYS, Outcome::Done))
}

fn record(person: PersonRow, files: Vec<StretchRow>, terms: Vec<TermRow>) -> Record {
    let groups = vec![group("omslag", "with-support", true), group("urgent", "without", false)];
    Record { groups, people: vec![person], files, terms, ..Record::default() }
}

fn housed() -> PersonRow {
    person(1, "omslag", date(2022, 1, 1), Some(date(2022, 5, 1)))
}

fn of(files: Vec<StretchRow>) -> Times {
    times(&record(housed(), files, Vec::new()), &routes(), TODAY)
}

fn only(times: &Times) -> &Stay {
    let [stay] = &times.stays[..] else { panic!("{times:?}") };
    stay
}

#[test]
fn who_lives_there_still_is_watched_until_today() {
    let lives = step(OMSLAG, "evaluation", "evaluation", KEYS, None);
    let times = of(vec![keys(OMSLAG), lives]);
    let stay = only(&times);
    assert_eq!((stay.road, stay.until, stay.end), (Road::Omslag, TODAY, End::Open));
    let days = u32::try_from(KEYS.until(TODAY).unwrap().get_days()).unwrap();
    assert_eq!(stay.to_loss(), Watched { from: 0, until: days, happened: false });
    let [wait] = &times.waits[..] else { panic!("{times:?}") };
    assert_eq!((wait.from, wait.until, wait.left), (date(2022, 1, 1), KEYS, false));
}

#[test]
fn nobody_looks_any_more_once_the_lease_is_converted_and_the_road_is_over() {
    let on = date(2024, 6, 1);
    let converts = step(OMSLAG, "conversion", "conversion", KEYS, done(on, Outcome::Done));
    let times = of(vec![keys(OMSLAG), converts]);
    let stay = only(&times);
    assert_eq!((stay.converted, stay.until, stay.end), (Some(on), on, End::Open));
    assert!(stay.to_conversion().happened);
}

#[test]
fn a_stay_that_the_road_says_was_stopped_is_a_home_that_was_lost() {
    let on = date(2023, 6, 1);
    let stopped = step(OMSLAG, "evaluation", "evaluation", KEYS, done(on, Outcome::Ended));
    let times = of(vec![keys(OMSLAG), stopped]);
    assert_eq!((only(&times).end, only(&times).until, only(&times).back), (End::Lost, on, false));
}

/// On Housing First the same outcome says that support is needed no more; the home stays.
#[test]
fn support_that_ends_is_no_home_that_was_lost() {
    let on = date(2023, 6, 1);
    let over = step(HOUSING_FIRST, "evaluation", "evaluation", KEYS, done(on, Outcome::Ended));
    let times = of(vec![keys(HOUSING_FIRST), over]);
    let stay = only(&times);
    assert_eq!((stay.road, stay.end), (Road::HousingFirst, End::Open));
    assert_eq!((stay.unsupported, stay.until), (Some(on), on));
}

#[test]
fn who_needs_another_home_after_the_keys_lost_the_first_and_came_back() {
    let back = date(2023, 2, 1);
    let again = (date(2023, 5, 1), SpellEnd::Done, Outcome::Done);
    let files = vec![
        keys(HOUSING_FIRST),
        step(
            HOUSING_FIRST,
            "evaluation",
            "evaluation",
            KEYS,
            Some((back, SpellEnd::Back, Outcome::Done)),
        ),
        step(HOUSING_FIRST, "match", "match", back, Some(again)),
        step(HOUSING_FIRST, "keys", "keys", date(2023, 5, 1), Some(again)),
    ];
    let times = of(files);
    let [first, second] = &times.stays[..] else { panic!("{times:?}") };
    assert_eq!((first.end, first.until, first.back), (End::Lost, back, true));
    assert_eq!((second.end, second.moved_in), (End::Open, date(2023, 5, 1)));
}

#[test]
fn who_leaves_the_road_before_a_home_is_gone_unless_they_wait_again() {
    let on = date(2022, 9, 1);
    let left = || {
        let out = Some((on, SpellEnd::Left, Outcome::Done));
        vec![step(OMSLAG, "match", "match", date(2022, 2, 1), out)]
    };
    let wait = |person: PersonRow, files| {
        let times = times(&record(person, files, Vec::new()), &routes(), TODAY);
        let wait = times.waits[0];
        (wait.until, wait.left)
    };
    let gone = || person(1, "omslag", date(2022, 1, 1), None);
    assert_eq!(wait(gone(), left()), (on, true));
    // Since then they wait again, or have a home.
    assert_eq!(wait(person(1, "omslag", date(2023, 3, 1), None), left()), (on, false));
    assert_eq!(wait(housed(), left()), (on, false));
    let mut twice = left();
    let mut next = step(OMSLAG, "match", "match", date(2024, 1, 1), None);
    (next.file, next.began) = (Uuid::from_u128(2), date(2024, 1, 1));
    twice.push(next);
    assert_eq!(wait(gone(), twice), (on, false));
}

fn term(kind: Kind, from: Date, known: Date, ended: Option<(Date, Option<EndReason>)>) -> TermRow {
    TermRow { reference: reference(1), kind, from, known, ended }
}

/// Of the years before an agreement was written down only those who were still there are known.
#[test]
fn an_agreement_counts_from_the_day_it_was_written_down() {
    let lease = term(Kind::OwnLease, date(2015, 1, 1), date(2025, 1, 1), None);
    let urgent = person(1, "urgent", date(2014, 1, 1), Some(date(2014, 12, 1)));
    let times = times(&record(urgent, Vec::new(), vec![lease]), &routes(), TODAY);
    let stay = only(&times);
    assert_eq!((stay.road, stay.seen_from, stay.until), (Road::Alone, date(2025, 1, 1), TODAY));
    assert!(stay.to_loss().from > 3_600);
}

#[test]
fn an_agreement_says_why_a_stay_ended_and_that_somebody_was_still_there() {
    let on = date(2025, 5, 5);
    let ended = |reason| Some((on, Some(reason)));
    let check = |terms: Vec<TermRow>, expected: (End, Date, Option<Date>)| {
        let lives =
            step(OMSLAG, "evaluation", "evaluation", KEYS, done(date(2023, 6, 1), Outcome::Ready));
        let converts = |it: &TermRow| it.kind == Kind::OwnLease;
        let files = if terms.iter().any(converts) { Vec::new() } else { vec![keys(OMSLAG), lives] };
        let times = times(&record(housed(), files, terms), &routes(), TODAY);
        let stay = only(&times);
        assert_eq!((stay.end, stay.until, stay.converted), expected);
    };
    let of = |kind, ended| term(kind, KEYS, KEYS, ended);
    check(vec![of(Kind::IntermediateUse, ended(EndReason::Court))], (End::Lost, on, None));
    check(vec![of(Kind::IntermediateUse, ended(EndReason::Moved))], (End::Left, on, None));
    check(vec![of(Kind::IntermediateUse, None)], (End::Open, TODAY, None));
    let own = term(Kind::OwnLease, on, on, None);
    let before = of(Kind::IntermediateUse, ended(EndReason::Converted));
    check(vec![before, own], (End::Open, TODAY, Some(on)));
}

/// A city of three years and more: 240 adults and 48 families a year, of whom half are housed after a
/// year, a small group of mothers, and homes of two rooms and of four.
fn city() -> Record {
    let mut record = Record {
        groups: vec![
            group("adults", "with-support", true),
            group("mothers", "with-support", true),
            group("families", "without", false),
        ],
        ..Record::default()
    };
    let mut number = 0;
    let mut add = |record: &mut Record, of: &str, since: Date, people: u8| {
        number += 1;
        let later = date(since.year() + 1, since.month(), since.day());
        let placed_on = Some(later).filter(|it| *it <= TODAY && number % 2 == 0);
        let lives = placed_on.is_none().then_some(match number % 6 {
            1 => LivingSituation::WithOthers,
            _ => LivingSituation::Accommodation,
        });
        let person = person(number, of, since, placed_on);
        record.people.push(PersonRow { lives, people: Some(people), ..person });
        if placed_on.is_some() {
            record.free.push(FreeRow {
                from: later,
                status: VacancyStatus::Decided,
                rooms: if people > 2 { 4 } else { 2 },
                area: AreaCode::new("AA01").unwrap(),
            });
        }
    };
    for year in 2021..=2026 {
        for month in 1..=12 {
            let since = date(year, month, 2);
            if since > TODAY {
                continue;
            }
            (0..20).for_each(|_| add(&mut record, "adults", since, 1));
            (0..4).for_each(|_| add(&mut record, "families", since, 4));
            (0..u8::from(month == 3)).for_each(|_| add(&mut record, "mothers", since, 2));
        }
    }
    record
}

fn figure(said: &CityHistory, name: &str) -> [f64; 3] {
    let known = said.of(name).unwrap_or_else(|| panic!("{name}: {:?}", said.rows));
    [known.figure.mean, known.figure.low, known.figure.high]
}

#[track_caller]
fn holds(said: &CityHistory, name: &str, truth: f64) {
    let [mean, low, high] = figure(said, name);
    assert!(low <= truth && truth <= high && low <= mean && mean <= high, "{name}: {mean}");
}

#[test]
fn a_city_gets_back_what_it_was_made_from() {
    let said = said(&city(), &routes(), TODAY, true);
    assert_eq!(said.span, Some((date(2022, 11, 1), date(2026, 11, 1))));
    holds(&said, "group.adults.arrivals", 240.0);
    holds(&said, "group.families.arrivals", 48.0);
    holds(&said, "homes.small", 120.0);
    holds(&said, "homes.family", 24.0);
    assert!(figure(&said, "group.families.needs_family")[0] > 95.0);
    assert!(figure(&said, "group.adults.needs_small")[0] > 95.0);
    let made = city();
    let waits = made.people.iter().filter(|it| it.group.as_str() == "adults");
    let waits: Vec<_> = waits.filter(|it| it.placed_on.is_none()).collect();
    let all = waits.len() as f64;
    let counted = figure(&said, "group.adults.waiting_at_start");
    assert_eq!(counted.map(f64::to_bits), [all; 3].map(f64::to_bits));
    let with_others = waits.iter().filter(|it| it.lives == Some(LivingSituation::WithOthers));
    let of = 100.0 * with_others.count() as f64 / all;
    holds(&said, "group.adults.waits_family", of);
    assert_eq!(said.of("group.adults.arrivals").unwrap().basis.years, [240; 4]);
}

#[test]
fn what_is_not_written_down_is_not_estimated_and_says_why() {
    let said = said(&city(), &routes(), TODAY, true);
    let shipped = sleutel_simulation::Assumptions::city();
    for (name, expected) in [
        ("homes.kept", Why::NotRecorded),
        ("support.hours", Why::NotRecorded),
        ("homes.back", Why::CountedElsewhere),
        ("prevention.prevented", Why::Choice),
        ("staircase.climb", Why::NoSuchRoad),
        ("omslag.converts", Why::TooFew { events: 0, needed: 10 }),
        ("waiting.leaves", Why::TooFew { events: 0, needed: 10 }),
    ] {
        let row = said.rows.iter().find(|it| it.name == name).unwrap();
        assert_eq!(row.said, Said::Kept(expected), "{name}");
        assert_eq!(said.table.get(name), shipped.get(name), "{name}");
    }
}

#[test]
fn the_smallest_groups_stand_together_and_a_small_number_of_people_is_not_told() {
    let said = said(&city(), &routes(), TODAY, true);
    let codes: Vec<_> = said.groups.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["adults", "mothers", "families"], "one alone keeps its name");
    let few = said.of("group.mothers.waiting_at_start").unwrap();
    assert_eq!((few.hidden, few.taken), (true, [5.0, 1.0, 9.0]));
    let pooled = said.of("group.mothers.waits_shelter").unwrap();
    assert!(pooled.basis.pooled, "too few of their own");
    let mut many = city();
    for at in 0..20 {
        let code = format!("small-{at}");
        many.groups.push(group(&code, "without", false));
        let rows =
            (0..25 + at).map(|of| person(10_000 + 100 * at + of, &code, date(2025, 3, 3), None));
        many.people.extend(rows.collect::<Vec<_>>());
    }
    let said = super::said(&many, &routes(), TODAY, true);
    assert_eq!(said.groups.len(), 8);
    let rest = said.groups.iter().find(|it| it.is_pool()).unwrap();
    assert_eq!((rest.code.as_str(), rest.with_support), ("rest-without", false));
    let members: usize = said.groups.iter().map(|it| it.members.len()).sum();
    assert_eq!(members, 23, "nobody is left out");
}

#[test]
fn the_table_can_be_played_through_under_every_policy() {
    let said = said(&city(), &routes(), TODAY, true);
    assert_eq!(said.table.findings(), []);
    for policy in PolicyName::ALL {
        assert!(said.table.model(policy).is_ok());
    }
    for row in said.table.rows() {
        let own = row.sources == [sleutel_simulation::Source::OwnHistory];
        assert_eq!(own, said.of(&row.name).is_some(), "{}", row.name);
    }
}

/// A row drawn from its triangle has a tenth below the interval and a tenth above.
#[test]
fn the_engine_draws_the_interval_it_was_given() {
    let said = said(&city(), &routes(), TODAY, true);
    for name in ["group.adults.arrivals", "homes.family", "group.families.share"] {
        let [_, low, high] = figure(&said, name);
        let drawn = (0..4_000).map(|it| said.table.drawn(3, it).get(name).unwrap().value);
        let within = drawn.filter(|it| (low..=high).contains(it)).count() as f64 / 4_000.0;
        assert!((0.78..0.82).contains(&within), "{name}: {within}");
    }
}

#[test]
fn without_history_the_product_keeps_its_own_table() {
    let said = said(&Record::default(), &routes(), TODAY, true);
    assert_eq!((said.known(), said.span), (0, None));
    assert_eq!(said.table, sleutel_simulation::Assumptions::city());
}

#[test]
fn the_same_history_has_the_same_fingerprint_and_another_has_another() {
    let (one, two) = (said(&city(), &routes(), TODAY, true), said(&city(), &routes(), TODAY, true));
    assert_eq!(one.fingerprint, two.fingerprint);
    let mut other = city();
    other.people.pop();
    assert_ne!(said(&other, &routes(), TODAY, true).fingerprint, one.fingerprint);
}
