use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn code(at: usize) -> GroupCode {
    GroupCode::new(&format!("g{at}")).unwrap()
}

/// The months before January 2027, the last of each list in December 2026.
fn past(counts: &[Vec<u32>]) -> Past {
    let groups: Vec<GroupCode> = (0..counts.len()).map(code).collect();
    let today = date(2027, 1, 1);
    let came = counts.iter().enumerate().flat_map(|(group, counts)| {
        let first = Month::of(today).plus(-i32::try_from(counts.len()).unwrap());
        let days = (0..).map(move |at| first.plus(at).first_day());
        counts.iter().zip(days).map(move |(count, day)| (code(group), day, *count))
    });
    let mut past = Past::count(&groups, came.collect::<Vec<_>>(), today);
    past.left = 1.0;
    past
}

/// A stream of numbers from 0 to 1 for invented towns; the same on every machine.
fn stream(mut state: u64) -> impl FnMut() -> f64 {
    move || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 11) as f64) / ((1_u64 << 53) as f64)
    }
}

/// A Poisson count by Knuth's way, for means that are not large.
fn poisson(mean: f64, next: &mut impl FnMut() -> f64) -> u32 {
    let (limit, mut product, mut count) = ((-mean).exp(), next(), 0);
    while product > limit {
        product *= next();
        count += 1;
    }
    count
}

/// Groups whose level never changes.
fn steady(levels: &[f64], months: usize, seed: u64) -> Past {
    let mut next = stream(seed);
    let counts: Vec<Vec<u32>> = levels
        .iter()
        .map(|level| (0..months).map(|_| poisson(*level, &mut next)).collect())
        .collect();
    past(&counts)
}

#[test]
fn a_month_is_read_and_counted_over_the_turn_of_the_year() {
    let march = Month::read("2027-03").unwrap();
    assert_eq!((march.year(), march.number(), march.code().as_str()), (2027, 3, "2027-03"));
    assert_eq!(march.plus(-3).code(), "2026-12");
    assert_eq!(march.since(march.plus(-15)), 15);
    for wrong in ["2027-13", "2027-0", "27-03", "maart", "2027-003", ""] {
        assert_eq!(Month::read(wrong), None, "{wrong}");
    }
}

#[test]
fn who_came_is_counted_by_month_and_the_running_month_is_kept_apart() {
    let groups = [code(0), code(1)];
    let came = [
        (code(0), date(2026, 9, 30), 2),
        (code(0), date(2026, 11, 3), 4),
        (code(0), date(2026, 11, 29), 9),
        (code(1), date(2026, 10, 1), 1),
        (code(7), date(2026, 10, 1), 1),
        (code(1), date(1926, 10, 1), 1),
    ];
    let past = Past::count(&groups, came, date(2026, 11, 21));
    assert_eq!(past.from().code(), "2026-09");
    assert_eq!(past.groups()[0].counts, [2, 0]);
    assert_eq!(past.groups()[0].running, 4, "the 29th is still to come");
    assert_eq!(past.groups()[1].counts, [0, 1]);
    assert!((past.left() - 0.3).abs() < 1e-9);
    assert_eq!(past.came_in(2026), [6, 1]);
}

#[test]
fn a_steady_group_is_expected_to_stay_as_it_is() {
    let made = forecast(&past(&[vec![20; 60], vec![3; 60]]), &[], 24);
    let year = made.groups[0].over(0..12);
    assert!((year.mean - 240.0).abs() < 3.0, "{year:?}");
    assert!((210..240).contains(&year.low) && (240..270).contains(&year.high), "{year:?}");
    assert_eq!(made.groups[0].basis, Basis::Enough { months: 60 });
}

#[test]
fn the_months_of_the_year_come_back_and_months_without_a_pattern_stay_alike() {
    let with: Vec<u32> = (0..72).map(|at| if at % 12 < 6 { 60 } else { 20 }).collect();
    let made = forecast(&past(&[with]), &[], 12);
    let [january, july] = [made.season[0], made.season[6]];
    assert!(january > 1.35 && july < 0.65, "{:?}", made.season);
    let without = forecast(&steady(&[15.0, 4.0, 1.0], 72, 3), &[], 12);
    assert!(without.season.iter().all(|it| (it - 1.0).abs() < 0.12), "{:?}", without.season);
    assert!((without.season.iter().sum::<f64>() - 12.0).abs() < 1e-9);
}

#[test]
fn a_level_that_rose_is_followed_and_what_is_long_ago_forgotten() {
    let rose: Vec<u32> = (0..72).map(|at| if at < 36 { 10 } else { 30 }).collect();
    let made = forecast(&past(&[rose]), &[], 12);
    assert!(made.groups[0].forgetting() < 1.0);
    assert!(made.groups[0].level() > 26.0, "{}", made.groups[0].level());
}

#[test]
fn groups_that_rise_and_fall_together_are_wider_together_than_groups_that_do_not() {
    let mut next = stream(5);
    let common: Vec<f64> = (0..72).map(|_| 4.0 + 16.0 * next()).collect();
    let shared: Vec<Vec<u32>> =
        (0..6).map(|_| common.iter().map(|level| poisson(*level, &mut next)).collect()).collect();
    let width = |past: &Past| {
        let Expected { low, high, .. } = forecast(past, &[], 12).over(0..12);
        high - low
    };
    let apart = width(&steady(&[12.0; 6], 72, 5));
    let together = width(&past(&shared));
    assert!(together > apart * 2, "{together} beside {apart}");
}

#[test]
fn a_group_nobody_came_in_is_as_wide_as_the_groups_differ_and_says_so() {
    let made = forecast(&past(&[vec![20; 48], vec![2; 48], vec![0; 48]]), &[], 12);
    let unknown = &made.groups[2];
    let year = unknown.over(0..12);
    assert_eq!(unknown.basis, Basis::Nothing);
    assert!(year.low < 30 && year.high > 150, "{year:?}");
}

#[test]
fn without_any_past_there_is_a_wide_forecast_and_no_back_test() {
    let made = forecast(&past(&[vec![], vec![]]), &[], 24);
    let year = made.groups[0].over(0..12);
    assert!(made.groups.iter().all(|it| it.basis == Basis::Nothing));
    assert!(year.low <= 1 && year.high > 24, "{year:?}");
    assert_eq!(back_test(&past(&[vec![]])), BackTest::default());
    assert!(forecast(&past(&[]), &[], 24).groups.is_empty());
    assert_eq!(forecast(&past(&[]), &[], 24).over(0..12), Expected::default());
}

#[test]
fn one_month_of_history_is_little_to_go_by() {
    let made = forecast(&past(&[vec![10]]), &[], 12);
    assert_eq!(made.groups[0].basis, Basis::Short { months: 1 });
    let short = made.groups[0].over(0..12);
    let long = forecast(&past(&[vec![10; 60]]), &[], 12).groups[0].over(0..12);
    assert!(short.high - short.low > 2 * (long.high - long.low), "{short:?} {long:?}");
}

#[test]
fn announced_people_come_on_top_and_do_not_lift_the_level_afterwards() {
    let came = past(&[vec![10; 48]]);
    let plain = forecast(&came, &[], 12);
    let march = Announced { group: code(0), month: Month::new(2027, 3).unwrap(), people: 50 };
    let other = Announced { group: code(9), ..march.clone() };
    let more = forecast(&came, &[march, other], 12);
    let added = more.groups[0].over(0..12).mean - plain.groups[0].over(0..12).mean;
    assert!((added - 50.0).abs() < 1e-9);
    assert!((more.groups[0].over(0..2).mean - plain.groups[0].over(0..2).mean).abs() < 1e-9);
    let mut counts = vec![10; 48];
    counts[40] = 60;
    let month = Month::new(2027, 1).unwrap().plus(-8);
    let known = [Announced { group: code(0), month, people: 50 }];
    let after = forecast(&past(&[counts]), &known, 12);
    assert!((after.groups[0].level() - plain.groups[0].level()).abs() < 1e-9);
}

#[test]
fn of_the_running_month_only_what_is_left_is_still_to_come() {
    let mut half = past(&[vec![30; 48]]);
    half.left = 0.5;
    let made = forecast(&half, &[], 12);
    assert!((made.groups[0].over(0..1).mean - 15.0).abs() < 0.5);
    assert_eq!(made.months_of(2027), 0..12);
    assert_eq!((made.months_of(2026), made.months_of(2029)), (0..0, 24..24));
    assert_eq!(made.months_of(2028), 12..24);
}

#[test]
fn on_steady_counts_about_eighty_of_a_hundred_lie_within_the_band() {
    let (mut within, mut all, mut ours, mut naive) = (0, 0, 0.0, 0.0);
    for seed in 1..=4 {
        let test = back_test(&steady(&[30.0, 12.0, 6.0, 3.0, 0.6], 72, seed));
        within += test.months.within;
        all += test.months.forecasts;
        ours += test.months.loss;
        naive += test.months.same_month;
        assert_eq!(test.origins, 37);
        assert_eq!(test.past_years.len(), 4);
        let parts: u32 = test.by_size.iter().map(|it| it.forecasts).sum();
        assert_eq!(parts, test.months.forecasts);
    }
    let coverage = f64::from(within) / f64::from(all);
    // Counts are whole, so a band of small counts holds more than it promises.
    assert!((0.78..0.93).contains(&coverage), "{coverage}");
    assert!(ours < naive * 0.75, "{ours} beside {naive}");
}

#[test]
fn more_history_is_no_wider_on_average() {
    let width = |months: usize| -> u32 {
        let of = |seed| {
            let year = forecast(&steady(&[12.0, 5.0], months, seed), &[], 12).groups[0].over(0..12);
            year.high - year.low
        };
        (1..=20).map(of).sum()
    };
    let [one, three, six] = [12, 36, 72].map(width);
    assert!(one >= three && three >= six, "{one} {three} {six}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn figures_are_in_order_and_sums_are_the_sum_of_their_months(
        counts in prop::collection::vec(prop::collection::vec(0_u32..60, 0..80), 0..5),
        people in 0_u32..40,
    ) {
        let past = past(&counts);
        let month = Month::new(2027, 5).unwrap();
        let made = forecast(&past, &[Announced { group: code(0), month, people }], 24);
        for it in &made.groups {
            let year = it.over(0..12);
            let parts: f64 = (0..12).map(|at| it.over(at..at + 1).mean).sum();
            prop_assert!((year.mean - parts).abs() < 1e-6 * (1.0 + parts));
            prop_assert!(year.low <= year.middle && year.middle <= year.high);
            // What is unsure holds for all months, so a sum is wider than its months apart would
            // make it, and narrower than all their bounds added up.
            let highs: u32 = (0..12).map(|at| it.over(at..at + 1).high).sum();
            prop_assert!(year.high <= highs + 3, "{} {highs}", year.high);
            prop_assert!(it.dispersion() >= 1.0 && it.level().is_finite());
            let two = it.over(0..24);
            prop_assert!(two.mean >= year.mean && two.high >= year.high);
        }
        let all = made.over(0..12);
        let parts: f64 = made.groups.iter().map(|it| it.over(0..12).mean).sum();
        prop_assert!((all.mean - parts).abs() < 1e-6 * (1.0 + parts));
        prop_assert_eq!(&made, &forecast(&past, &[Announced { group: code(0), month, people }], 24));
    }

    #[test]
    fn a_back_test_counts_no_more_within_than_it_made(
        counts in prop::collection::vec(prop::collection::vec(0_u32..20, 30..50), 1..3),
    ) {
        let test = back_test(&past(&counts));
        for score in test.by_size.iter().chain([&test.months, &test.years]) {
            prop_assert!(score.within <= score.forecasts);
            prop_assert!(score.loss >= 0.0 && score.loss.is_finite());
        }
    }
}
