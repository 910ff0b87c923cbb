//! Each row of the table that history can say something about.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use sleutel_domain::{
    homes::VacancyStatus,
    participants::{LivingSituation, rooms_needed},
};
use sleutel_outcomes::{
    posterior::{Figure, rate, share, spread},
    watched::{Watched, seen},
};
use sleutel_simulation::{Assumption, Assumptions, PolicyName, Unit};
use sleutel_store::history::PersonRow;

use super::{
    areas::Areas,
    groups::TableGroup,
    record::{Record, Span12},
    said::{Among, Basis, Known, RowSaid, Said, Why},
    stays::{End, Road, Stay, Times},
};

/// How often something has to have happened before a rate is taken from it. Ours: of what is seldom
/// or never written down, nobody can tell whether it does not happen or is not noted. Fewer than ten
/// people are not told of besides.
pub const LEAST_EVENTS: u32 = 10;
/// Among how many households a share has to be counted before it is taken. Ours.
pub const LEAST_HOUSEHOLDS: u32 = 20;
/// The most rooms of a small home. Ours: what one or two people need.
pub const SMALL_ROOMS: u8 = 2;
/// Shares as weights add up to about this.
const WHOLE: f64 = 100.0;
/// Days after moving in at which the second year begins, and the later ones.
const SECOND_YEAR: u32 = 365;
const LATER: u32 = 730;

/// What everything is estimated from.
pub(super) struct Estimator<'a> {
    pub(super) record: &'a Record,
    pub(super) times: &'a Times,
    pub(super) span: &'a Span12,
    pub(super) groups: &'a [TableGroup],
    pub(super) areas: &'a Areas,
    pub(super) day: Date,
    /// Whether the day is today: some things are only known of today.
    pub(super) now: bool,
}

type Found = BTreeMap<String, Said>;
/// Whether a home of so many rooms is of a kind.
type OfKind = fn(u8) -> bool;

/// Every row of a table for these groups, with what history says of it.
pub(super) fn rows(of: &Estimator<'_>, table: &Assumptions) -> Vec<RowSaid> {
    let mut found = Found::new();
    of.came_and_shared(&mut found);
    for group in of.groups {
        of.people(group, &mut found);
        of.places(group, &mut found);
        of.needs(group, &mut found);
    }
    of.homes(&mut found);
    of.roads(&mut found);
    of.by_area(&mut found);
    let shipped = Assumptions::city();
    let said = |row: &Assumption| {
        let product = shipped.get(&row.name).map(|it| [it.default, it.low, it.high]);
        let kept = || Said::Kept(why_kept(&row.name));
        RowSaid {
            name: row.name.clone(),
            unit: row.unit,
            product,
            said: found.remove(&row.name).unwrap_or_else(kept),
        }
    };
    table.rows().iter().map(said).collect()
}

/// Why nothing is estimated for a row that no estimate is made of.
fn why_kept(name: &str) -> Why {
    match name {
        "homes.back" => Why::CountedElsewhere,
        name if name.starts_with("prevention.") => Why::Choice,
        name if name.ends_with(".support_hours") => Why::NotRecorded,
        name if name.starts_with(PolicyName::Staircase.code()) => Why::NoSuchRoad,
        _ => Why::NotRecorded,
    }
}

fn count(it: usize) -> u32 {
    u32::try_from(it).unwrap_or(u32::MAX)
}

fn too_few(events: u32, needed: u32) -> Said {
    Said::Kept(Why::TooFew { events, needed })
}

impl Estimator<'_> {
    fn basis(&self, events: u32, among: Among) -> Basis {
        let (from, until) = (self.span.from, self.span.until);
        Basis { events, among, from, until, years: Vec::new(), spread: 1.0, pooled: false }
    }

    fn of_group<'s>(&'s self, group: &'s TableGroup) -> impl Iterator<Item = &'s PersonRow> {
        self.record.people.iter().filter(|it| group.holds(&it.group))
    }

    /// Arrivals, and what each group got of the homes.
    fn came_and_shared(&self, found: &mut Found) {
        let years = |group: &TableGroup| self.span.by_year(self.of_group(group).map(|it| it.since));
        let by_year: Vec<Vec<u32>> = self.groups.iter().map(years).collect();
        let wider = spread(&by_year);
        let placed = |it: &&PersonRow| it.placed_on.is_some_and(|on| self.span.holds(on));
        let got: Vec<u32> =
            self.groups.iter().map(|it| count(self.of_group(it).filter(placed).count())).collect();
        let all: u32 = got.iter().sum();
        for ((group, years), got) in self.groups.iter().zip(by_year).zip(got) {
            let name = |what: &str| format!("group.{}.{what}", group.code);
            let came = count(self.of_group(group).filter(|it| self.span.holds(it.since)).count());
            let basis = Basis {
                years,
                spread: wider,
                ..self.basis(came, Among::Years(self.span.length()))
            };
            if let Some(figure) = rate(came, self.span.length(), wider) {
                let known = Known::new(figure, Unit::PeopleAYear, basis);
                found.insert(name("arrivals"), Said::Known(known));
            }
            let basis = self.basis(got, Among::Homes(all));
            let of = share(got, all, count(self.groups.len()));
            let said = of.filter(|_| all >= LEAST_HOUSEHOLDS).map(|it| {
                let unit = Unit::Weight;
                Said::Known(Known::new(it.times(WHOLE), unit, basis))
            });
            let few = || too_few(all, LEAST_HOUSEHOLDS);
            found.insert(name("share"), said.unwrap_or_else(few));
        }
    }

    /// Who waits now, and who lives in a home of ours now.
    fn people(&self, group: &TableGroup, found: &mut Found) {
        let unit = Unit::People;
        let waiting = count(self.of_group(group).filter(|it| it.placed_on.is_none()).count());
        let name = |what: &str| format!("group.{}.{what}", group.code);
        let waits = Known::counted(waiting, unit, self.day);
        found.insert(name("waiting_at_start"), Said::Known(waits));
        found.insert(name("housed_at_start"), self.housed(group));
    }

    /// Of those with a home it is known of some whether they live there still, with support where the
    /// group has it; of the others as many as of those.
    fn housed(&self, group: &TableGroup) -> Said {
        let unit = Unit::People;
        let last: BTreeMap<_, &Stay> =
            self.times.stays.iter().map(|it| (&it.reference, it)).collect();
        let still = |stay: &Stay| {
            let supported = stay.converted.is_none() && stay.unsupported.is_none();
            stay.end == End::Open && (supported || !group.with_support)
        };
        let placed: Vec<_> = self.of_group(group).filter(|it| it.placed_on.is_some()).collect();
        let known: Vec<&Stay> =
            placed.iter().filter_map(|it| last.get(&it.reference).copied()).collect();
        let there = count(known.iter().filter(|it| still(it)).count());
        let unknown = count(placed.len() - known.len());
        if !group.with_support {
            return Said::Known(Known::counted(there + unknown, unit, self.day));
        }
        // Of everybody with support, so that small groups have something to go by.
        let all: Vec<_> = last.values().filter(|it| it.road != Road::Alone).collect();
        let all_still = count(all.iter().filter(|it| still(it)).count());
        let many = count(all.len());
        if unknown == 0 {
            return Said::Known(Known::counted(there, unit, self.day));
        }
        let part = share(all_still, many, 2).filter(|_| many >= LEAST_HOUSEHOLDS);
        let Some(part) = part else { return too_few(many, LEAST_HOUSEHOLDS) };
        let figure = part.times(f64::from(unknown)).plus(f64::from(there));
        if figure.mean < f64::from(sleutel_domain::steering::FEW) {
            return Said::Known(Known::counted(1, unit, self.day));
        }
        let among = Among::Households(many);
        let basis = Basis { pooled: true, from: self.day, ..self.basis(all_still, among) };
        Said::Known(Known::new(figure, unit, Basis { until: self.day, ..basis }))
    }

    /// Where somebody waits, by what is written down of who waits now.
    fn places(&self, group: &TableGroup, found: &mut Found) {
        let lives = |group: &TableGroup| -> [u32; 4] {
            let mut counts = [0; 4];
            for it in self.of_group(group).filter(|it| it.placed_on.is_none()) {
                if let Some(count) = it.lives.and_then(|it| counts.get_mut(place(it))) {
                    *count += 1;
                }
            }
            counts
        };
        let names = ["waits_shelter", "waits_protected", "waits_family", "waits_outside"];
        self.divided(group, &names, lives, found);
    }

    /// What kind of home somebody needs, by the size of the household of everybody who came.
    fn needs(&self, group: &TableGroup, found: &mut Found) {
        let sizes = |group: &TableGroup| -> [u32; 2] {
            let came = self.of_group(group).filter(|it| self.span.holds(it.since));
            let mut counts = [0; 2];
            for people in came.filter_map(|it| it.people) {
                let [small, family] = &mut counts;
                *(if rooms_needed(people) <= SMALL_ROOMS { small } else { family }) += 1;
            }
            counts
        };
        self.divided(group, &["needs_small", "needs_family"], sizes, found);
    }

    /// Weights beside each other. A group of which too little is known has those of its main group.
    fn divided<const N: usize>(
        &self,
        group: &TableGroup,
        names: &[&str; N],
        counted: impl Fn(&TableGroup) -> [u32; N],
        found: &mut Found,
    ) {
        let mut counts = counted(group);
        let own: u32 = counts.iter().sum();
        let pooled = own < LEAST_HOUSEHOLDS;
        if pooled {
            counts = [0; N];
            for it in self.groups.iter().filter(|it| it.main_group == group.main_group) {
                for (sum, more) in counts.iter_mut().zip(counted(it)) {
                    *sum += more;
                }
            }
        }
        let all: u32 = counts.iter().sum();
        for (name, of) in names.iter().zip(counts) {
            let basis = Basis { pooled, ..self.basis(of, Among::Households(all)) };
            let part = share(of, all, count(N)).filter(|_| all >= LEAST_HOUSEHOLDS);
            let said = part.map(|it| {
                let unit = Unit::Weight;
                Said::Known(Known::new(it.times(WHOLE), unit, basis))
            });
            let few = || too_few(own, LEAST_HOUSEHOLDS);
            found.insert(format!("group.{}.{name}", group.code), said.unwrap_or_else(few));
        }
    }

    /// The part of all homes that went to the groups of the table.
    fn ours(&self) -> f64 {
        let placed = |it: &&PersonRow| it.placed_on.is_some_and(|on| self.span.holds(on));
        let all = self.record.people.iter().filter(placed);
        let (all, of) = all.fold((0_u32, 0_u32), |(all, of), it| {
            let ours = self.groups.iter().any(|group| group.holds(&it.group));
            (all + 1, of + u32::from(ours))
        });
        if all == 0 { 1.0 } else { f64::from(of) / f64::from(all) }
    }

    /// Homes that come free, by kind.
    fn homes(&self, found: &mut Found) {
        let kinds: [(&str, OfKind); 2] =
            [("homes.small", |it| it <= SMALL_ROOMS), ("homes.family", |it| it > SMALL_ROOMS)];
        let of_kind = |fits: OfKind| self.record.free.iter().filter(move |it| fits(it.rooms));
        let years = kinds.map(|(_, fits)| self.span.by_year(of_kind(fits).map(|it| it.from)));
        let (wider, ours) = (spread(&years), self.ours());
        for ((name, fits), years) in kinds.into_iter().zip(years) {
            let all = count(of_kind(fits).filter(|it| self.span.holds(it.from)).count());
            let length = self.span.length();
            if let Some(figure) = rate(all, length, wider).filter(|_| all > 0) {
                let basis = Basis { years, spread: wider, ..self.basis(all, Among::Years(length)) };
                let unit = Unit::HomesAYear;
                let known = Known::new(figure.times(ours), unit, basis);
                found.insert(name.to_owned(), Said::Known(known));
            } else {
                found.insert(name.to_owned(), too_few(all, 1));
            }
            if self.now {
                let open = of_kind(fits).filter(|it| it.status == VacancyStatus::Open);
                let open = count(open.count());
                let unit = Unit::Homes;
                let figure = Figure::certain((f64::from(open) * ours).round());
                let basis =
                    Basis { from: self.day, until: self.day, ..self.basis(open, Among::OneDay) };
                let known = Said::Known(Known::new(figure, unit, basis));
                found.insert(format!("{name}.at_start"), known);
            }
        }
    }

    /// Rates of leaving while waiting, and of what happens in a home.
    fn roads(&self, found: &mut Found) {
        let waits: Vec<Watched> = self.times.waits.iter().map(|it| it.to_leaving()).collect();
        let first = self.times.waits.iter().map(|it| it.from).min();
        found.insert("waiting.leaves".to_owned(), self.rate_of(&waits, (0, u32::MAX), first));
        let roads = [
            (Road::Omslag, PolicyName::Omslag.code()),
            (Road::HousingFirst, PolicyName::HousingFirst.code()),
            (Road::Alone, "without-support"),
        ];
        for (road, code) in roads {
            let stays: Vec<&Stay> = self.times.stays.iter().filter(|it| it.road == road).collect();
            self.road(code, &stays, found);
        }
    }

    fn road(&self, code: &str, stays: &[&Stay], found: &mut Found) {
        let first = stays.iter().map(|it| it.seen_from).min();
        let of = |time: fn(&Stay) -> Watched| -> Vec<Watched> {
            stays.iter().map(|it| time(it)).collect()
        };
        let mut add = |what: &str, said| found.insert(format!("{code}.{what}"), said);
        let losses = of(Stay::to_loss);
        let lost = count(losses.iter().filter(|it| it.happened).count());
        let bands = [
            ("lost_first_year", 0, SECOND_YEAR),
            ("lost_second_year", SECOND_YEAR, LATER),
            ("lost_later", LATER, u32::MAX),
        ];
        for (what, from, until) in bands {
            // What is written down of one year of living there is written down of the next.
            let enough = lost >= LEAST_EVENTS;
            add(what, self.rate_among(&losses, (from, until), first, enough));
        }
        add("leaves", self.rate_of(&of(Stay::to_leaving), (0, u32::MAX), first));
        if code == PolicyName::Omslag.code() {
            add("converts", self.rate_of(&of(Stay::to_conversion), (0, u32::MAX), first));
        }
        if code == PolicyName::HousingFirst.code() {
            add("support_ends", self.rate_of(&of(Stay::to_end_of_support), (0, u32::MAX), first));
        }
        let back = count(stays.iter().filter(|it| it.back).count());
        let part = share(back, lost, 2).filter(|_| lost >= LEAST_EVENTS);
        let said = part.map(|it| {
            let from = first.unwrap_or(self.day);
            let basis =
                Basis { from, until: self.day, ..self.basis(back, Among::Households(lost)) };
            Said::Known(Known::new(it, Unit::Share, basis))
        });
        add("returns", said.unwrap_or_else(|| too_few(lost, LEAST_EVENTS)));
    }

    fn rate_of(&self, all: &[Watched], part: (u32, u32), first: Option<Date>) -> Said {
        let enough = seen(all, part.0, part.1).events >= LEAST_EVENTS;
        self.rate_among(all, part, first, enough)
    }

    fn rate_among(
        &self,
        all: &[Watched],
        (from, until): (u32, u32),
        first: Option<Date>,
        enough: bool,
    ) -> Said {
        let seen = seen(all, from, until);
        let figure = rate(seen.events, seen.years(), 1.0).filter(|_| enough);
        let Some(figure) = figure else { return too_few(seen.events, LEAST_EVENTS) };
        let among = Among::Years(seen.years());
        let from = first.unwrap_or(self.day);
        let basis = Basis { from, until: self.day, ..self.basis(seen.events, among) };
        Said::Known(Known::new(figure, Unit::PerYear, basis))
    }

    /// Where homes come free, and who wants to live where and nowhere else.
    fn by_area(&self, found: &mut Found) {
        let unit = Unit::Weight;
        let kinds = count(self.areas.codes().len());
        let homes = self.record.free.iter().filter(|it| self.span.holds(it.from));
        let homes = self.areas.counts(homes.map(|it| &it.area));
        let waiting: BTreeSet<_> = (self.record.people.iter())
            .filter(|it| it.placed_on.is_none())
            .map(|it| &it.reference)
            .collect();
        let musts: Vec<_> = self.record.musts.iter().filter(|it| waiting.contains(&it.0)).collect();
        let wanted = self.areas.counts(musts.iter().map(|it| &it.1));
        let mut add = |what: &str, counts: &[u32], among: fn(u32) -> Among| {
            let all: u32 = counts.iter().sum();
            for (code, of) in self.areas.codes().iter().zip(counts) {
                let part = share(*of, all, kinds).filter(|_| all >= LEAST_HOUSEHOLDS);
                let basis = self.basis(*of, among(all));
                let known = part.map(|it| Said::Known(Known::new(it.times(WHOLE), unit, basis)));
                let few = || too_few(all, LEAST_HOUSEHOLDS);
                found.insert(format!("area.{code}.{what}"), known.unwrap_or_else(few));
            }
        };
        add("homes", &homes, Among::Homes);
        add("wanted", &wanted, Among::Wishes);
        let tied: BTreeSet<_> =
            musts.iter().filter(|it| self.areas.of(&it.1).is_some()).map(|it| &it.0).collect();
        let (all, free) = (count(waiting.len()), count(waiting.len() - tied.len()));
        let basis =
            Basis { from: self.day, until: self.day, ..self.basis(free, Among::Households(all)) };
        let part = share(free, all, 2).filter(|_| all >= LEAST_HOUSEHOLDS);
        let known = part.map(|it| Said::Known(Known::new(it, Unit::Share, basis)));
        let few = || too_few(all, LEAST_HOUSEHOLDS);
        found.insert("wanted.anywhere".to_owned(), known.unwrap_or_else(few));
    }
}

/// The place of a living situation in the order of the table: shelter, protected living, family,
/// outside. As the pages of the flow have it, with those for whom no place comes free apart.
fn place(lives: LivingSituation) -> usize {
    match lives {
        LivingSituation::Emergency | LivingSituation::Accommodation => 0,
        LivingSituation::Institution => 1,
        LivingSituation::WithOthers => 2,
        LivingSituation::Rough | LivingSituation::NonConventional => 3,
    }
}

/// The rows of a table when there is no history yet.
pub(super) fn nothing(table: &Assumptions) -> Vec<RowSaid> {
    let said = |row: &Assumption| RowSaid {
        name: row.name.clone(),
        unit: row.unit,
        product: Some([row.default, row.low, row.high]),
        said: Said::Kept(why_kept(&row.name)),
    };
    table.rows().iter().map(said).collect()
}
