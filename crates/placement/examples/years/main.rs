//! Shares out the homes of simulated years in several ways and compares them: week by
//! week without looking ahead and with it, and with what could have been done by somebody
//! who knew the year beforehand. What happens in a year is the same for every way.
//!
//! `cargo run --release -p sleutel-placement --example years -- --years 20 --people 4000
//! --homes 1800 --seed 1`

mod chance;
mod policy;
mod town;

use std::io::Write;

use policy::{Outcome, Policy};
use town::Year;

/// What was asked for on the command line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) years: u64,
    pub(crate) people: usize,
    pub(crate) homes: usize,
    pub(crate) seed: u64,
    pub(crate) futures: u8,
    pub(crate) weeks: usize,
}

fn main() {
    let mut asked = Asked { years: 2, people: 1000, homes: 450, seed: 1, futures: 5, weeks: 26 };
    let args: Vec<String> = std::env::args().collect();
    for pair in args[1..].chunks(2) {
        let n: u64 = pair[1].parse().unwrap();
        match pair[0].as_str() {
            "--years" => asked.years = n,
            "--people" => asked.people = n as usize,
            "--homes" => asked.homes = n as usize,
            "--seed" => asked.seed = n,
            "--futures" => asked.futures = n as u8,
            "--weeks" => asked.weeks = n as usize,
            _ => panic!(),
        }
    }
    let mut out = std::io::stdout();
    for y in 0..asked.years {
        let year = Year::new(&asked, asked.seed + y);
        let t = std::time::Instant::now();
        let hind = policy::hindsight(&year);
        let mut show = |name: &str, o: &Outcome, s: f64| {
            writeln!(out, "{y} {name:12} placed {} fit/pl {:.0} total% {:.2} fit% {:.1} worst {} misused {} weeks {:.1} grounds {} {:.2}s", o.placed, o.points as f64 / f64::from(o.placed), 100.0 * o.value() as f64 / hind.value() as f64, 100.0 * o.points as f64 / hind.points as f64, o.worst_group(), o.misused, o.weeks_waited as f64 / f64::from(o.placed), o.grounds, s).unwrap();
        };
        show("hindsight", &hind, t.elapsed().as_secs_f64());
        for p in [
            Policy::Queue,
            Policy::Greedy,
            Policy::Rounds,
            Policy::Ahead(100),
            Policy::Ahead(70),
            Policy::Ahead(130),
        ] {
            let t = std::time::Instant::now();
            let o = policy::run(&year, &asked, p);
            show(&format!("{p:?}"), &o, t.elapsed().as_secs_f64());
        }
    }
}
