//! Solving again after small changes, each to the town as it was.

use std::io;

use sleutel_matching::{Bounds, Instance, Solution, SolveError, solve, solve_from};

use crate::{bad, ruler::Ruler};

/// What people do between two proposals.
#[derive(Debug, Clone, Copy)]
enum Change {
    /// Somebody gets a certain home.
    Pin,
    /// Somebody does not get the home that the plan gives.
    Ban,
    /// A group or a neighbourhood gets one place more or less.
    Quota,
    /// Somebody is new.
    Person,
}

const ALL: [(Change, &str); 4] = [
    (Change::Pin, "pin"),
    (Change::Ban, "ban"),
    (Change::Quota, "quota"),
    (Change::Person, "person"),
];

/// Makes `count` changes, all kinds in turn, and solves again after each; time is that of
/// the change and of solving. Fails when an answer is not proven, or when what is called
/// impossible can be done after all.
pub(crate) fn solve_again(instance: &Instance, count: u32) -> io::Result<String> {
    let before = solve(instance).map_err(|error| bad(&error))?;
    let mut kinds = Vec::new();
    for (change, name) in ALL {
        let (mut seconds, mut impossible) = (Vec::new(), 0);
        for at in 0..count.div_ceil(4) {
            let mut changed = instance.clone();
            let ruler = Ruler::new();
            make(change, &mut changed, &before, at as usize)?;
            let answer = solve_from(&changed, &before);
            seconds.push(format!("{:.6}", ruler.seconds()));
            match answer {
                Ok(answer) if proven(&changed, &answer) => {}
                Err(SolveError::Infeasible(_)) if solve(&changed).is_err() => impossible += 1,
                Ok(_) | Err(_) => return Err(bad(&(change, at, "is not proven"))),
            }
        }
        kinds.push(format!(
            "{{\"change\":\"{name}\",\"impossible\":{impossible},\"seconds\":[{}]}}",
            seconds.join(","),
        ));
    }
    Ok(format!("{{\"changes\":[{}]}}", kinds.join(",")))
}

fn proven(instance: &Instance, answer: &Solution) -> bool {
    answer.is_optimal()
        && instance.faults(&answer.plan, false).is_empty()
        && instance.bound(&answer.prices) == answer.bound
}

fn make(change: Change, town: &mut Instance, before: &Solution, at: usize) -> io::Result<()> {
    match change {
        Change::Pin => {
            // Into one of the homes somebody could have; most live elsewhere in the plan.
            let person = with_pairs(town, scattered(at, town.people().len()));
            let pairs = town.pairs(person);
            let home = pairs[scattered(at + 1, pairs.len())].home;
            town.pin(person, home);
        }
        Change::Ban => {
            let homes = before.plan.home_of.iter().enumerate();
            let placed: Vec<_> = homes.filter_map(|(at, home)| Some((at, (*home)?))).collect();
            let (person, home) = placed[scattered(at, placed.len())];
            town.ban(person, home);
        }
        Change::Quota if at.is_multiple_of(2) => {
            let group = scattered(at, town.groups().len());
            town.set_group(group, moved(town.groups()[group], at / 2));
        }
        Change::Quota => {
            let node = scattered(at, town.nodes().len());
            town.set_node(node, moved(town.nodes()[node].bounds, at / 2));
        }
        Change::Person => {
            let like = with_pairs(town, scattered(at, town.people().len()));
            let (person, pairs) = (town.people()[like], town.pairs(like).to_vec());
            town.add_person(person, &pairs).map_err(|errors| bad(&errors))?;
        }
    }
    Ok(())
}

/// The first from here on who could have a home at all.
fn with_pairs(town: &Instance, from: usize) -> usize {
    let people = town.people().len();
    let round = (from..people).chain(0..from);
    round.into_iter().find(|&person| !town.pairs(person).is_empty()).unwrap_or(from)
}

/// The ceiling one up or one down, and the floor with it where it must.
fn moved(Bounds { lower, upper }: Bounds, at: usize) -> Bounds {
    let upper = if at.is_multiple_of(2) { upper + 1 } else { upper.saturating_sub(1) };
    Bounds { lower: lower.min(upper), upper }
}

/// An index below `count`, all over the place.
fn scattered(at: usize, count: usize) -> usize {
    (at + 1).wrapping_mul(0x9E37_79B1) % count
}
