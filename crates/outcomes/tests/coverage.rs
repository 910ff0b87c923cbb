//! Intervals hold the truth about as often as they say: tried on made-up histories with known rates.

use sleutel_outcomes::{
    posterior::{rate, share, spread},
    watched::{Watched, seen},
};

/// Numbers between 0 and 1 by chance, the same each time (SplitMix64).
struct Chance(u64);

impl Chance {
    fn even(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64 + f64::EPSILON
    }

    fn waits(&mut self, rate: f64) -> f64 {
        -self.even().ln() / rate
    }

    /// How often something happens in a time, one by one.
    fn poisson(&mut self, rate: f64, time: f64) -> u32 {
        let (mut at, mut events) = (self.waits(rate), 0);
        while at < time {
            events += 1;
            at += self.waits(rate);
        }
        events
    }
}

/// Whole days.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "days of a life, and not before it"
)]
fn whole(days: f64) -> u32 {
    days as u32
}

/// Of so many histories, the share whose interval of eighty in a hundred holds the truth.
fn held(histories: u32, mut one: impl FnMut() -> bool) -> f64 {
    let held = (0..histories).filter(|_| one()).count();
    held as f64 / f64::from(histories)
}

#[track_caller]
fn about_eighty(found: f64) {
    assert!((0.76..=0.84).contains(&found), "{found}");
}

#[test]
fn the_interval_of_a_rate_holds_it_in_eighty_of_a_hundred_histories() {
    let mut chance = Chance(1);
    for (truth, time) in [(0.8, 40.0), (120.0, 5.0), (3.0, 4.0)] {
        about_eighty(held(4_000, || {
            let events = chance.poisson(truth, time);
            rate(events, time, 1.0).is_some_and(|it| it.holds(truth))
        }));
    }
}

/// Whom nobody watched from the first day, and whom nobody watches any more, are in it too.
#[test]
fn it_does_so_for_people_who_came_into_sight_late_and_for_those_still_there() {
    let mut chance = Chance(2);
    let truth = 0.25;
    let mut late = 0;
    about_eighty(held(1_500, || {
        let mut all = Vec::new();
        while all.len() < 150 {
            let lasts = chance.waits(truth) * 365.25;
            let (from, until) = (chance.even() * 500.0, 300.0 + chance.even() * 1_200.0);
            // Who had left before they came into sight is in nobody's books.
            if lasts <= from || until <= from {
                late += 1;
                continue;
            }
            let (from, until) = (whole(from), whole(lasts.min(until)));
            all.push(Watched { from, until, happened: f64::from(until) + 1.0 > lasts });
        }
        let seen = seen(&all, 0, u32::MAX);
        rate(seen.events, seen.years(), 1.0).is_some_and(|it| it.holds(truth))
    }));
    assert!(late > 1_000);
}

#[test]
fn the_interval_of_a_share_holds_it_in_eighty_of_a_hundred_histories() {
    let mut chance = Chance(3);
    for (truth, of) in [(0.3, 60), (0.12, 200), (0.5, 25)] {
        let found = held(4_000, || {
            let events = (0..of).filter(|_| chance.even() < truth).count();
            share(u32::try_from(events).unwrap(), of, 2).is_some_and(|it| it.holds(truth))
        });
        assert!((0.75..=0.86).contains(&found), "{truth} of {of}: {found}");
    }
}

/// Years that differ three times as much as Poisson has it: an interval that does not know would hold
/// the truth about half of the time.
#[test]
fn with_years_that_differ_more_the_wider_interval_holds_it_and_the_plain_one_does_not() {
    let mut chance = Chance(4);
    let (truth, years) = (60.0, 6);
    let (mut wide, mut plain) = (0_u32, 0_u32);
    let histories = 1_500_u32;
    for _ in 0..histories {
        // Several groups tell of the spread together; a year is good or bad for each by itself.
        let rows: Vec<Vec<u32>> = (0..6)
            .map(|_| {
                let year = |_| {
                    let up = if chance.even() < 0.5 { 1.18 } else { 0.82 };
                    chance.poisson(truth * up, 1.0)
                };
                (0..years).map(year).collect()
            })
            .collect();
        let came = rows[0].iter().sum();
        let time = f64::from(years);
        let by_spread = rate(came, time, spread(&rows)).unwrap();
        wide += u32::from(by_spread.holds(truth));
        plain += u32::from(rate(came, time, 1.0).unwrap().holds(truth));
    }
    let share = |it: u32| f64::from(it) / f64::from(histories);
    about_eighty(share(wide));
    assert!(share(plain) < 0.65, "{}", share(plain));
}
