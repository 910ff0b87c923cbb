use jiff::{ToSpan as _, civil::date};
use proptest::prelude::*;

use super::*;

fn described(name: &str) -> GroupDescription {
    GroupDescription {
        name_nl: Phrase::new(name).unwrap(),
        name_en: Phrase::new(name).unwrap(),
        main_group: "with-support".to_owned(),
        with_support: true,
        counts: true,
    }
}

fn period(name: &str, from: Option<Date>, until: Option<Date>) -> GroupPeriod {
    GroupPeriod { from, until, described: described(name) }
}

fn names(times: &GroupTimes) -> Vec<(String, Option<Date>, Option<Date>)> {
    let one = |it: &GroupPeriod| (it.described.name_nl.to_string(), it.from, it.until);
    times.periods().iter().map(one).collect()
}

#[test]
fn a_description_holds_on_its_first_and_on_its_last_day() {
    let (from, until) = (date(2026, 3, 1), date(2026, 6, 30));
    let times = GroupTimes::new(vec![period("a", Some(from), Some(until))]).unwrap();
    assert!(times.on(from).is_some() && times.on(until).is_some());
    assert!(times.on(date(2026, 2, 28)).is_none() && times.on(date(2026, 7, 1)).is_none());
    assert!(times.in_year(2026) && !times.in_year(2025) && !times.in_year(2027));
}

#[test]
fn two_descriptions_on_one_day_are_refused_with_the_day() {
    let (one, two) = (date(2026, 1, 1), date(2027, 1, 1));
    let check = |periods: Vec<GroupPeriod>, fault| {
        assert_eq!(GroupTimes::new(periods), Err(fault));
    };
    let later = period("b", Some(two), None);
    check(vec![later.clone(), period("a", Some(one), None)], GroupFault::Overlap { day: two });
    check(vec![later, period("a", None, Some(two))], GroupFault::Overlap { day: two });
    let both = vec![period("a", None, Some(one)), period("b", None, Some(two))];
    assert!(matches!(GroupTimes::new(both), Err(GroupFault::Overlap { .. })));
    let back = period("a", Some(two), Some(one));
    check(vec![back], GroupFault::UntilBeforeFrom { from: two });
    check(Vec::new(), GroupFault::Nothing);
}

#[test]
fn another_description_leaves_what_was_before_it() {
    let times = GroupTimes::always(described("a"));
    let day = date(2027, 1, 1);
    let changed = times.described_from(day, described("b")).unwrap();
    let before = Some(date(2026, 12, 31));
    let expected = [("a".to_owned(), None, before), ("b".to_owned(), Some(day), None)];
    assert_eq!(names(&changed), expected);
    // From the same day on once more: the description of that day is another.
    let again = changed.described_from(day, described("c")).unwrap();
    assert_eq!(names(&again)[1], ("c".to_owned(), Some(day), None));
    assert_eq!(again.described_from(day, described("c")), Err(GroupFault::Same));
    // In between it holds until the next one begins.
    let middle = again.described_from(date(2026, 7, 1), described("m")).unwrap();
    assert_eq!(names(&middle)[1], ("m".to_owned(), Some(date(2026, 7, 1)), before));
}

#[test]
fn a_group_ends_begins_anew_and_is_not_described_when_it_is_not_there() {
    let (from, until) = (date(2020, 1, 1), date(2026, 12, 31));
    let times = GroupTimes::always(described("a")).between(Some(from), Some(until)).unwrap();
    let outside = GroupFault::NotThereThen { from: Some(from), until: Some(until) };
    assert_eq!(times.described_from(date(2019, 5, 1), described("b")), Err(outside));
    let anew = times.described_from(date(2028, 1, 1), described("b")).unwrap();
    assert_eq!(anew.periods().len(), 2);
    assert!(anew.in_year(2026) && !anew.in_year(2027) && anew.in_year(2028));
}

#[test]
fn a_file_without_days_describes_a_group_that_ended_and_does_not_begin_it_anew() {
    let (from, until) = (date(2020, 1, 1), date(2024, 12, 31));
    let times = GroupTimes::always(described("a")).between(Some(from), Some(until)).unwrap();
    let changed = times.redescribed(date(2026, 6, 15), described("b")).unwrap();
    assert_eq!(names(&changed), [("b".to_owned(), Some(from), Some(until))]);
    let there = times.redescribed(date(2024, 5, 9), described("b")).unwrap();
    let begins = there.periods()[1].from;
    assert_eq!((there.periods().len(), begins), (2, Some(date(2024, 1, 1))));
    assert_eq!(times.redescribed(date(2026, 6, 15), described("a")), Err(GroupFault::Same));
}

#[test]
fn other_ends_never_cut_a_description_away() {
    let day = date(2025, 1, 1);
    let times = GroupTimes::always(described("a")).described_from(day, described("b")).unwrap();
    let last = date(2024, 12, 31);
    let check = |from, until, fault| assert_eq!(times.between(from, until), Err(fault));
    check(None, Some(last), GroupFault::CutsLater { begins: day });
    check(Some(day), None, GroupFault::CutsEarlier { ends: last });
    check(Some(day), Some(last), GroupFault::UntilBeforeFrom { from: day });
    check(None, None, GroupFault::Same);
    let ended = times.between(Some(date(2020, 1, 1)), Some(day)).unwrap();
    assert_eq!((ended.begins(), ended.ends()), (Some(date(2020, 1, 1)), Some(day)));
    assert_eq!(ended.between(None, None), Ok(times));
}

#[test]
fn a_year_has_the_description_of_its_first_day() {
    let times = GroupTimes::new(vec![
        period("a", Some(date(2020, 1, 1)), Some(date(2024, 6, 30))),
        period("b", Some(date(2024, 7, 1)), Some(date(2026, 12, 31))),
        period("c", Some(date(2027, 1, 1)), None),
    ])
    .unwrap();
    let check = |year, name: &str| {
        assert_eq!(times.described_in(year).unwrap().name_nl.as_str(), name, "{year}");
    };
    for (year, name) in
        [(2019, "a"), (2023, "a"), (2024, "a"), (2025, "b"), (2026, "b"), (2027, "c")]
    {
        check(year, name);
    }
    let ended = times.between(Some(date(2020, 1, 1)), Some(date(2027, 3, 1))).unwrap();
    assert_eq!(ended.described_in(2030).unwrap().name_nl.as_str(), "c");
}

#[test]
fn a_household_comes_into_a_group_that_is_there_or_was_when_they_began_to_wait() {
    let (from, until) = (date(2024, 1, 1), date(2025, 12, 31));
    let times = GroupTimes::always(described("a")).between(Some(from), Some(until)).unwrap();
    let (inside, after, before) = (date(2025, 5, 1), date(2026, 6, 15), date(2023, 5, 1));
    assert!(times.takes_in(inside, before), "there on the day of registration");
    assert!(times.takes_in(after, inside), "there when they began to wait");
    assert!(!times.takes_in(after, after), "ended");
    assert!(!times.takes_in(after, before), "there on neither day");
}

#[test]
fn the_halves_of_a_year_go_before_its_whole_when_both_are_known() {
    use YearPart::{First, Second, Whole};
    let check = |numbers: &[(YearPart, u32)], floor| assert_eq!(national_floor(numbers), floor);
    check(&[], None);
    check(&[(Whole, 600)], Some(600));
    check(&[(First, 310), (Whole, 600)], Some(600));
    check(&[(First, 310), (Whole, 600), (Second, 305)], Some(615));
    check(&[(Second, 305)], Some(305));
}

#[derive(Debug, Clone)]
enum Step {
    Described(i32, u8),
    Ends(Option<i32>, Option<i32>),
}

fn step() -> impl Strategy<Value = Step> {
    let day = -400..400_i32;
    prop_oneof![
        (day.clone(), 0..4_u8).prop_map(|(day, name)| Step::Described(day, name)),
        (proptest::option::of(day.clone()), proptest::option::of(day))
            .prop_map(|(from, until)| Step::Ends(from, until)),
    ]
}

fn day(offset: i32) -> Date {
    date(2026, 1, 1).checked_add(offset.days()).unwrap()
}

proptest! {
    #[test]
    fn whatever_is_done_at_most_one_description_holds_on_a_day(
        steps in proptest::collection::vec(step(), 0..12),
    ) {
        let mut times = GroupTimes::always(described("a"));
        for step in steps {
            let done = match &step {
                Step::Described(at, name) => {
                    times.described_from(day(*at), described(&name.to_string()))
                }
                Step::Ends(from, until) => times.between(from.map(day), until.map(day)),
            };
            let Ok(done) = done else { continue };
            for offset in -401..402 {
                let on = day(offset);
                let holding = done.periods().iter().filter(|it| it.holds_on(on)).count();
                prop_assert!(holding <= 1, "{on}: {holding}");
                // Before the day from which it was described otherwise nothing changed.
                if let Step::Described(at, _) = &step && offset < *at {
                    let name = |it: Option<&GroupPeriod>| it.map(|it| it.described.clone());
                    prop_assert_eq!(name(done.on(on)), name(times.on(on)));
                }
            }
            prop_assert_eq!(GroupTimes::new(done.periods().to_vec()), Ok(done.clone()));
            times = done;
        }
    }
}
