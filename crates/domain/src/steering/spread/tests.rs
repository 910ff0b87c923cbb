use proptest::{collection::vec, option, prelude::*};

use super::{
    AreaException, AreaRule, Figures, Measure, Missing, Part, Rounding, Side, YearFault,
    area_faults, spread, target_faults, targets_by_stock,
};
use crate::{AreaCode, OrganisationCode, homes::AreaLevel};

fn code(text: &str) -> AreaCode {
    AreaCode::new(text).unwrap()
}

fn party(text: &str) -> OrganisationCode {
    OrganisationCode::new(text).unwrap()
}

fn part(text: &str, level: AreaLevel, parent: Option<usize>, people: Option<u32>) -> Part {
    let figures = Figures { inhabitants: people, ..Figures::default() };
    Part { area: code(text), level, parent, figures }
}

/// A city of two districts; of the second no figure is known, but of all that is in it.
fn city() -> Vec<Part> {
    vec![
        part("city", AreaLevel::Municipality, None, Some(1_000)),
        part("north", AreaLevel::District, Some(0), Some(600)),
        part("south", AreaLevel::District, Some(0), None),
        part("n1", AreaLevel::Neighbourhood, Some(1), Some(450)),
        part("n2", AreaLevel::Neighbourhood, Some(1), Some(150)),
        part("s1", AreaLevel::Neighbourhood, Some(2), Some(400)),
    ]
}

fn rule(level: AreaLevel, side: Side, amount: u32) -> AreaRule {
    AreaRule { level, side, measure: Measure::Inhabitants, amount, rounding: Rounding::Nearest }
}

fn numbers(parts: &[Part], rules: &[AreaRule]) -> Vec<(String, Option<u32>, Option<u32>)> {
    let made = spread(100, parts, rules, &[]);
    made.terms.iter().map(|it| (it.area.to_string(), it.floor, it.ceiling)).collect()
}

#[test]
fn a_place_gets_its_part_of_the_year() {
    let rules = [
        rule(AreaLevel::District, Side::Ceiling, 1_100),
        rule(AreaLevel::District, Side::Floor, 900),
    ];
    let expected =
        [("north".to_owned(), Some(54), Some(66)), ("south".to_owned(), Some(36), Some(44))];
    assert_eq!(numbers(&city(), &rules), expected);
    let each = AreaRule { measure: Measure::Each, ..rule(AreaLevel::District, Side::Ceiling, 70) };
    let of_each = numbers(&city(), &[each]);
    assert_eq!(of_each[0], ("north".to_owned(), None, Some(70)));
}

#[test]
fn what_is_not_known_is_asked_and_is_not_zero() {
    let mut parts = city();
    parts[5].figures = Figures::default();
    let rules = [
        rule(AreaLevel::Neighbourhood, Side::Ceiling, 1_000),
        rule(AreaLevel::District, Side::Floor, 1_000),
    ];
    let made = spread(100, &parts, &rules, &[]);
    let missing = |area: &str| Missing { area: code(area), measure: Measure::Inhabitants };
    assert_eq!(made.missing, [missing("s1"), missing("south")]);
    assert!(made.terms.iter().all(|it| !["s1", "south"].contains(&it.area.as_str())));
    // A number that was agreed needs no figure.
    let agreed = AreaException {
        area: code("s1"),
        floor: None,
        ceiling: Some(3),
        ground: "new estate".to_owned(),
    };
    let made = spread(100, &parts, &rules, &[agreed]);
    assert_eq!(made.missing, [missing("south")]);
    let one = made.terms.iter().find(|it| it.area == code("s1")).unwrap();
    assert_eq!((one.ceiling, one.figure, one.ground.as_str()), (Some(3), None, "new estate"));
}

#[test]
fn everything_that_does_not_fit_is_told_at_once() {
    let parts = city();
    let rules = [
        rule(AreaLevel::Municipality, Side::Floor, 1_000),
        rule(AreaLevel::District, Side::Floor, 900),
        rule(AreaLevel::District, Side::Ceiling, 1_100),
        rule(AreaLevel::Neighbourhood, Side::Floor, 500),
        rule(AreaLevel::Neighbourhood, Side::Ceiling, 1_500),
    ];
    let fine = spread(100, &parts, &rules, &[]);
    assert_eq!(area_faults(100, &parts, &fine.terms), []);
    let own = |area: &str, floor, ceiling| AreaException {
        area: code(area),
        floor,
        ceiling,
        ground: "agreed".to_owned(),
    };
    let odd =
        [own("n1", Some(80), Some(90)), own("n2", Some(5), Some(4)), own("s1", None, Some(30))];
    let made = spread(90, &parts, &rules, &odd);
    let faults = area_faults(90, &parts, &made.terms);
    let expected = [
        YearFault::FloorsAboveCeiling { area: code("north"), floors: 84, ceiling: 59 },
        YearFault::CeilingsBelowFloor { area: code("south"), ceilings: 30, floor: 32 },
        YearFault::FloorAboveCeiling { area: code("n2"), floor: 5, ceiling: 4 },
    ];
    for fault in &expected {
        assert!(faults.contains(fault), "{fault:?} in {faults:?}");
    }
    let all = spread(100, &parts, &rules, &[]);
    let few = area_faults(60, &parts, &all.terms);
    assert_eq!(few, [YearFault::FloorsAboveTotal { floors: 100, total: 60 }]);
}

#[test]
fn targets_by_stock_add_up_and_keep_their_bounds() {
    let stocks = [(party("a"), 1_000), (party("b"), 1_000), (party("c"), 1_000)];
    let made = targets_by_stock(100, &stocks, 900, Some(1_100));
    let homes: Vec<_> = made.iter().map(|it| (it.floor, it.target, it.ceiling)).collect();
    assert_eq!(homes, [(30, 34, Some(38)), (29, 33, Some(37)), (29, 33, Some(37))]);
    assert_eq!(target_faults(100, &made), []);
    let faults = target_faults(80, &made);
    assert_eq!(faults, [YearFault::TargetsAboveTotal { floors: 88, total: 80 }]);
    assert!(targets_by_stock(9, &[(party("a"), 0)], 0, None).iter().all(|it| it.target == 0));
}

fn people() -> impl Strategy<Value = Vec<Option<u32>>> {
    vec(option::weighted(0.9, 0_u32..200_000), 1..30)
}

fn hoods(people: &[Option<u32>]) -> Vec<Part> {
    let one = |(at, people): (usize, &Option<u32>)| {
        part(&format!("b{at}"), AreaLevel::Neighbourhood, None, *people)
    };
    people.iter().enumerate().map(one).collect()
}

proptest! {
    #[test]
    fn the_fair_parts_add_up_to_the_year(people in people(), homes in 0_u32..20_000) {
        let parts = hoods(&people);
        let sum = |rounding| {
            let rule = AreaRule {
                rounding, ..rule(AreaLevel::Neighbourhood, Side::Ceiling, 1_000)
            };
            let made = spread(homes, &parts, &[rule], &[]);
            (made.terms.len(), made.terms.iter().filter_map(|it| it.ceiling).map(u64::from).sum::<u64>())
        };
        let some: u64 = people.iter().flatten().map(|it| u64::from(*it)).sum();
        prop_assume!(some > 0);
        let homes = u64::from(homes);
        let (known, down) = sum(Rounding::Down);
        let (_, up) = sum(Rounding::Up);
        let (_, near) = sum(Rounding::Nearest);
        prop_assert_eq!(known, people.iter().flatten().count());
        prop_assert!(down <= homes && homes <= up);
        prop_assert!(down <= near && near <= up && up - down <= known as u64);
    }

    #[test]
    fn a_larger_share_gives_nobody_less(
        people in people(), homes in 0_u32..20_000, low in 0_u32..5_000, more in 0_u32..5_000,
        rounding in prop::sample::select(&Rounding::ALL),
    ) {
        let parts = hoods(&people);
        let of = |amount| {
            let rule = AreaRule {
                rounding, ..rule(AreaLevel::Neighbourhood, Side::Ceiling, amount)
            };
            spread(homes, &parts, &[rule], &[]).terms
        };
        let (few, many) = (of(low), of(low + more));
        prop_assert_eq!(few.len(), many.len());
        for (few, many) in few.iter().zip(&many) {
            prop_assert!(few.ceiling <= many.ceiling, "{:?} {:?}", few, many);
        }
        prop_assert_eq!(&few, &of(low), "the same again");
    }

    #[test]
    fn of_two_places_the_larger_has_no_less(people in people(), homes in 0_u32..20_000) {
        let parts = hoods(&people);
        let rule = rule(AreaLevel::Neighbourhood, Side::Ceiling, 1_250);
        let made = spread(homes, &parts, &[rule], &[]).terms;
        for a in &made {
            for b in &made {
                if a.figure <= b.figure {
                    prop_assert!(a.ceiling <= b.ceiling);
                }
            }
        }
    }

    #[test]
    fn targets_always_add_up(stocks in vec(0_u32..300_000, 1..12), homes in 0_u32..50_000) {
        let stocks: Vec<_> =
            stocks.into_iter().enumerate().map(|(at, it)| (party(&format!("w{at}")), it)).collect();
        let all: u64 = stocks.iter().map(|it| u64::from(it.1)).sum();
        let made = targets_by_stock(homes, &stocks, 900, Some(1_100));
        let sum: u64 = made.iter().map(|it| u64::from(it.target)).sum();
        prop_assert_eq!(sum, if all == 0 { 0 } else { u64::from(homes) });
        prop_assert_eq!(target_faults(homes, &made), vec![]);
        for a in &made {
            for b in &made {
                prop_assert!(a.stock > b.stock || a.target <= b.target + u32::from(a.stock == b.stock));
            }
        }
    }
}
