//! How fast the chain is: person-years a second of processor, and a national run on one thread
//! and on two.
//!
//! ```text
//! cargo run --release -p sleutel-simulation --example pace -- [national replications]
//! cargo run --release -p sleutel-simulation --example pace -- queue [years] [replications]
//! cargo run --release -p sleutel-simulation --example pace -- city [years]
//! ```
//!
//! `queue` runs the chain of `tests/reference/pace.py` and nothing else, for a race with other
//! tools in one sitting; `city` prints the bands of each policy in the city the product comes with.

#![expect(clippy::print_stdout, reason = "a measurement prints")]

use std::{error::Error, time::Instant};

use sleutel_simulation::{
    Areas, Assumptions, Group, Horizon, Measure, Model, Omslag, Policy, PolicyName, Room, Study,
    Tenancy,
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    match words.next().as_deref() {
        Some("queue") => queue(
            words.next().map_or(Ok(200), |word| word.parse())?,
            words.next().map_or(Ok(1), |word| word.parse())?,
        ),
        Some("city") => city(words.next().map_or(Ok(5), |word| word.parse())?),
        replications => {
            queue(200, 1)?;
            national(replications.map_or(Ok(4), str::parse)?)
        }
    }
}

/// The chain of `tests/reference/pace.py`: 600 people a year, 450 places of support.
fn queue(years: u32, replications: u32) -> Result<(), Box<dyn Error>> {
    let tenancy = Tenancy { lost_per_year: [0.2; 3], leaves_per_year: 0.1, returns_share: 0.8 };
    let group = Group {
        with_support: true,
        arrivals_per_year: 600.0,
        waiting_at_start: 0,
        housed_at_start: 0,
        share: 1.0,
        places: [0.0, 0.0, 0.0, 1.0],
        kinds: vec![1.0],
        policy: Policy::Omslag(Omslag { tenancy, converts_per_year: 0.8, support_hours: 1.0 }),
    };
    let model = Model {
        groups: vec![group],
        homes_per_year: vec![0.0],
        homes_at_start: vec![10_000],
        home_kept_years: f64::INFINITY,
        homes_back_share: 1.0,
        places: [0, 0],
        family_share: 0.0,
        leaves_waiting_per_year: 0.3,
        support_hours: 450.0,
        without_support: tenancy,
        areas: Areas::default(),
    };
    let before = processor();
    let (mut person_years, mut events) = (0.0, 0);
    // As a study does: one replication in the memory of the one before.
    let mut room = Room::default();
    for replication in 0..replications {
        let horizon = Horizon { years, wait_within_years: 1.0, seed: 1 };
        let run = model.run_in(&mut room, horizon, replication)?;
        person_years += run.all_person_years();
        events += run.totals.events;
        room.take_back(run);
    }
    let seconds = processor() - before;
    println!(
        "queue: {years} years, {replications} times, {person_years:.0} person-years, {events} events, \
         {:.5} seconds of processor each, {:.0} person-years a second",
        seconds / f64::from(replications),
        person_years / seconds
    );
    Ok(())
}

/// Seconds of processor this program has used, all threads together: other programs on the machine
/// do not count.
fn processor() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

fn national(replications: u32) -> Result<(), Box<dyn Error>> {
    let table = country()?;
    let mut study = Study {
        variants: vec![PolicyName::Omslag.into()],
        horizon: Horizon { years: 10, wait_within_years: 1.0, seed: 1 },
        replications,
        uncertain: false,
        threads: 1,
    };
    for threads in [1, 2] {
        study.threads = threads;
        let (start, before) = (Instant::now(), processor());
        let outcome = study.run(&table)?;
        let (wall, seconds) = (start.elapsed().as_secs_f64(), processor() - before);
        let ran = outcome.variants.iter().flatten();
        let person_years: f64 = ran.clone().map(|it| it.person_years).sum();
        let events: u64 = ran.clone().map(|it| it.totals.events).sum();
        let (entered, left, there) = ran
            .map(|it| (it.totals.entered, it.totals.left, it.totals.in_system))
            .next()
            .unwrap_or_default();
        println!(
            "country: {threads} threads, {replications} replications of 10 years, {seconds:.2} \
             seconds of processor and {wall:.2} on the clock ({:.2} cores), {:.3} of processor a \
             replication, {:.0} person-years and {:.0} events a second of processor",
            seconds / wall,
            seconds / f64::from(replications),
            person_years / seconds,
            events as f64 / seconds,
        );
        println!("country: replication 0: {entered} entered = {left} left + {there} there");
    }
    Ok(())
}

/// 100,000 people in care and 40,000 homes a year, in the proportions of the city.
fn country() -> Result<Assumptions, Box<dyn Error>> {
    let mut table = Assumptions::city();
    let sum = |ends: &[&str]| -> f64 {
        let rows = table.rows().iter();
        rows.filter(|row| ends.iter().any(|end| row.name.ends_with(end))).map(|row| row.value).sum()
    };
    let care = 100_000.0 / sum(&[".waiting_at_start", ".housed_at_start"]);
    let homes = 40_000.0 / sum(&["homes.small", "homes.family"]);
    let factor = |name: &str| match name {
        _ if name.ends_with("_at_start") => Some(care),
        _ if name.ends_with(".arrivals") => Some(homes),
        "homes.small" | "homes.family" => Some(homes),
        "places.shelter" | "places.protected" | "support.hours" => Some(homes),
        _ => None,
    };
    let changed: Vec<_> = (table.rows().iter())
        .filter_map(|row| Some((row.name.clone(), row.value * factor(&row.name)?)))
        .collect();
    for (name, value) in changed {
        table.fix(&name, value)?;
    }
    Ok(table)
}

fn city(years: u32) -> Result<(), Box<dyn Error>> {
    let study = Study {
        variants: PolicyName::ALL.map(Into::into).to_vec(),
        horizon: Horizon { years, wait_within_years: 1.0, seed: 1 },
        replications: 100,
        uncertain: true,
        threads: 2,
    };
    let outcome = study.run(&Assumptions::city())?;
    for (variant, policy) in PolicyName::ALL.into_iter().enumerate() {
        println!("\n{}", policy.code());
        for measure in Measure::ALL {
            print!("{:20}", measure.code());
            for year in 0..usize::try_from(years)? {
                match outcome.band(variant, year, measure) {
                    Some(it) if it.high <= 2.0 => {
                        print!("  {:5.2} {:5.2} {:5.2}", it.low, it.middle, it.high);
                    }
                    Some(it) => print!("  {:5.0} {:5.0} {:5.0}", it.low, it.middle, it.high),
                    None => print!("  {:17}", "-"),
                }
            }
            println!();
        }
    }
    Ok(())
}
