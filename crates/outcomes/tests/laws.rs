//! What holds for every list of times.

use proptest::{collection::vec, prelude::*};
use sleutel_outcomes::{
    competing::{End, Spell, estimate},
    survival::{Curve, Time},
};

fn times() -> impl Strategy<Value = Vec<Time>> {
    let time = (0_u32..40, any::<bool>()).prop_map(|(length, ended)| Time { length, ended });
    vec(time, 1..60)
}

proptest! {
    #[test]
    fn without_running_times_it_is_the_share_that_took_longer(lengths in vec(0_u32..40, 1..60)) {
        let all: Vec<Time> = lengths.iter().map(|it| Time::ended(*it)).collect();
        let curve = Curve::of(&all);
        for at in 0..40 {
            let longer = lengths.iter().filter(|it| **it > at).count() as f64;
            let still = curve.at(at).map(|it| it.still);
            let share = longer / lengths.len() as f64;
            prop_assert!(still.is_some_and(|it| (it - share).abs() < 1e-9), "{at}: {still:?}");
        }
        let mean: u32 = lengths.iter().sum();
        let found = curve.mean(40).map(|it| it.mean);
        let mean = f64::from(mean) / lengths.len() as f64;
        prop_assert!(found.is_some_and(|it| (it - mean).abs() < 1e-9), "{found:?} {mean}");
    }

    #[test]
    fn it_never_rises_and_lies_within_its_band(times in times()) {
        let curve = Curve::of(&times);
        let mut before = 1.0;
        for step in curve.steps() {
            prop_assert!(step.still <= before && step.still >= 0.0);
            prop_assert!(step.low <= step.still && step.still <= step.high);
            prop_assert!((0.0..=1.0).contains(&step.low) && (0.0..=1.0).contains(&step.high));
            prop_assert!(step.ended <= step.at_risk && step.error.is_finite());
            prop_assert_eq!(step.at_risk, curve.at_risk(step.time));
            before = step.still;
        }
        for share in [0.25, 0.5, 0.75] {
            let found = curve.quantile(share);
            let sooner = |one: Option<u32>, other: Option<u32>| match (one, other) {
                (Some(one), Some(other)) => one <= other,
                (None, Some(_)) => false,
                (_, None) => true,
            };
            prop_assert!(sooner(found.low, found.time) && sooner(found.time, found.high));
        }
    }

    #[test]
    fn the_order_of_the_times_does_not_matter(times in times(), by in 0_usize..60) {
        let mut turned = times.clone();
        turned.rotate_left(by % times.len());
        turned.reverse();
        prop_assert_eq!(Curve::of(&times), Curve::of(&turned));
    }

    /// With one way to end, Aalen and Johansen's share that ended is Kaplan and Meier's complement.
    #[test]
    fn the_two_estimates_agree_when_there_is_one_way_to_end(times in times(), limit in 1_u32..40) {
        let spells: Vec<Spell> = times
            .iter()
            .map(|it| {
                let end = if it.ended { End::Event } else { End::Open };
                Spell { began: 0, length: u64::from(it.length), end }
            })
            .collect();
        let curve = Curve::of(&times);
        if let (Some(both), Some(at)) = (estimate(&spells, u64::from(limit)), curve.at(limit)) {
            prop_assert!((both.by_event - (1.0 - at.still)).abs() < 1e-9);
            let mean = curve.mean(limit).map(|it| it.mean);
            prop_assert!(mean.is_some_and(|it| (it - both.mean).abs() < 1e-9));
        }
    }
}
