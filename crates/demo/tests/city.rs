//! What the invented city promises: the same from the same seed, sound to the importer,
//! sums that add up.

#![expect(clippy::unwrap_used, reason = "what a test leans on stops it when it is not there")]

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use jiff::civil::{Date, date};
use sleutel_demo::{DemoCity, invented};
use sleutel_domain::{
    AreaCode, GroupCode, Reference,
    homes::{AreaLevel, Place, VacancyStatus},
    participants::Readiness,
};
use sleutel_exchange::{
    Kind,
    folder::{ROUND_FILE, read_folder},
    read,
    records::{GroupQuotaRecord, MainGroup, TogetherRecord},
};

const TODAY: Date = date(2026, 11, 22);
static CITY: LazyLock<DemoCity> = LazyLock::new(|| invented(1, TODAY));

#[test]
fn the_same_seed_gives_the_same_bytes() {
    assert_eq!(CITY.files(), invented(1, TODAY).files());
}

#[test]
fn another_seed_gives_other_people_and_the_same_written_ones() {
    let other = invented(2, TODAY);
    assert_ne!(CITY.participants, other.participants);
    assert_eq!(CITY.participants[..30], other.participants[..30]);
}

#[test]
fn the_importer_has_nothing_to_say_about_any_file() {
    let files = CITY.files();
    assert_eq!(files.len(), Kind::ALL.len());
    for records in CITY.records() {
        let name = records.kind().file_name();
        let result = read(records.kind(), &name, &files[&name], TODAY, &mut |_| {});
        assert_eq!(result.findings, [], "{name}");
        assert_eq!(result.records.len(), records.len(), "{name}");
    }
}

#[test]
fn what_is_read_back_is_what_was_written() {
    let files = CITY.files();
    for records in CITY.records().into_iter().filter(|it| it.kind() != Kind::Areas) {
        let name = records.kind().file_name();
        let back = read(records.kind(), &name, &files[&name], TODAY, &mut |_| {}).records;
        assert!(back == records, "{name} reads back otherwise");
    }
}

fn is_a_round(seed: u64, today: Date) {
    let mut files = invented(seed, today).files();
    files.insert(ROUND_FILE.to_owned(), format!("date = {today}\nseed = 7\n").into_bytes());
    let folder = read_folder(&files);
    assert_eq!(folder.findings, [], "on {today}");
    let input = folder.input.unwrap();
    assert_eq!(input.errors(), [], "on {today}");
    assert!((140..=160).contains(&input.homes.len()), "{} homes on {today}", input.homes.len());
}

#[test]
fn the_files_make_a_round_on_any_day_of_the_year() {
    for today in [TODAY, date(2026, 1, 1), date(2027, 12, 31), date(2028, 2, 29)] {
        is_a_round(3, today);
    }
}

#[test]
fn there_are_as_many_of_everything_as_the_readme_says() {
    let of_level = |level| CITY.areas.iter().filter(|area| area.level == level).count();
    let levels = AreaLevel::ALL.map(of_level);
    assert_eq!(levels, [1, 4, 7, 16, 61, 0]);
    assert_eq!(CITY.organisations.len(), 1 + 9 + 12);
    assert_eq!(CITY.complexes.len(), 400);
    assert_eq!(CITY.dwellings.len(), 2_603);
    assert_eq!(CITY.open_vacancies().count(), 151);
    let state =
        |code| CITY.participants.iter().filter(|file| file.readiness.code() == code).count();
    assert_eq!(Readiness::CODES.map(state), [299, 1_455, 148, 2_098]);
}

#[test]
fn this_year_has_nineteen_groups_of_which_one_does_not_count() {
    let now: Vec<_> = CITY.quotas.iter().filter(|row| row.quota.year == 2026).collect();
    let of = |main| now.iter().filter(|row| row.group.main_group == main).count();
    assert_eq!(MainGroup::ALL.map(of), [8, 10, 1]);
    let outside: Vec<_> = now.iter().filter(|row| !row.group.counts).collect();
    assert_eq!(outside.len(), 1);
    assert_eq!(outside[0].quota.group.as_str(), "wheelchair");
    let years: BTreeSet<_> = CITY.quotas.iter().map(|row| row.quota.year).collect();
    assert_eq!(years, (2021..=2026).collect());
}

#[test]
fn some_groups_are_ahead_some_behind_and_some_nearly_full() {
    let now = || CITY.quotas.iter().map(|row| &row.quota).filter(|row| row.year == 2026);
    let left = |upper: Option<u32>, realised| upper.unwrap() - realised;
    assert!(now().filter(|row| left(row.upper, row.realised) <= 2).count() >= 2);
    let due = |lower: u32| lower * 326 / 365;
    assert!(now().filter(|row| row.realised < due(row.lower)).count() >= 4);
    assert!(now().filter(|row| row.realised > due(row.lower)).count() >= 4);
}

#[test]
fn each_main_group_has_room_for_what_is_realised_and_less_play_than_its_groups() {
    for record in &CITY.main_groups {
        let parts = CITY.quotas.iter().filter(|row| {
            row.quota.year == record.year
                && row.group.counts
                && row.group.main_group == record.main_group
        });
        let sum = |read: fn(&GroupQuotaRecord) -> u32| -> u32 { parts.clone().map(read).sum() };
        let (lower, upper) = (sum(|it| it.quota.lower), sum(|it| it.quota.upper.unwrap()));
        let realised = sum(|it| it.quota.realised);
        let most = record.upper.unwrap();
        assert!(lower <= record.lower && record.lower < most && most < upper, "{record:?}");
        assert!(realised <= most, "{record:?}");
    }
    assert_eq!(CITY.main_groups.len(), 6 * 3);
}

#[test]
fn every_association_promised_something_and_some_are_behind() {
    assert_eq!(CITY.targets.len(), 9);
    for it in &CITY.targets {
        assert!(it.lower <= it.upper.unwrap() && it.realised < it.upper.unwrap(), "{it:?}");
    }
    let due = |lower: u32| lower * 326 / 365;
    assert!(CITY.targets.iter().any(|it| it.realised < due(it.lower)));
    assert!(CITY.targets.iter().any(|it| it.realised >= due(it.lower)));
}

#[test]
fn some_who_are_ready_move_together_and_share_a_provider() {
    assert_eq!(CITY.together.len(), 7);
    let mut seen = BTreeSet::new();
    for TogetherRecord { link, .. } in &CITY.together {
        let file =
            |it: &Reference| CITY.participants.iter().find(|file| file.reference == *it).unwrap();
        let (one, other) = (file(&link.one), file(&link.other));
        assert_eq!(one.provider, other.provider);
        assert!([one, other].iter().all(|it| it.readiness.code() == "ready"));
        assert!(seen.insert(&link.one) && seen.insert(&link.other));
    }
}

#[test]
fn of_about_half_the_people_the_load_is_told_and_some_places_carry_only_so_much() {
    let told = CITY.participants.iter().filter_map(|it| it.load.known());
    let mut counts = BTreeMap::new();
    told.for_each(|it| *counts.entry(it.points()).or_insert(0) += 1);
    let all: i32 = counts.values().sum();
    assert!((1_600..=2_400).contains(&all), "{counts:?}");
    assert!(counts[&3] < counts[&2] && counts[&2] < counts[&1], "{counts:?}");
    let limited: Vec<_> = CITY.ceilings.iter().filter(|it| it.load.is_some()).collect();
    assert_eq!(limited.len(), 9);
    assert!(limited.iter().all(|it| it.year == 2026));
}

#[test]
fn what_is_realised_in_a_part_is_the_sum_of_its_parts() {
    let realised: BTreeMap<(i16, &AreaCode), u32> = CITY
        .ceilings
        .iter()
        .filter_map(|row| match &row.place {
            Place::Area(code) => Some(((row.year, code), row.realised)),
            Place::Street { .. } | Place::Complex(_) => None,
        })
        .collect();
    for (&(year, code), &own) in &realised {
        let children: Vec<_> =
            CITY.areas.iter().filter(|area| area.parent.as_ref() == Some(code)).collect();
        if !children.is_empty() {
            let sum: u32 = children.iter().map(|child| realised[&(year, &child.code)]).sum();
            assert_eq!(own, sum, "{code} in {year}");
        }
    }
    for year in 2021..=2026 {
        let groups = CITY.quotas.iter().filter(|row| row.quota.year == year && row.group.counts);
        let sum: u32 = groups.map(|row| row.quota.realised).sum();
        assert_eq!(realised[&(year, &CITY.areas[0].code)], sum, "in {year}");
    }
}

#[test]
fn no_part_has_more_than_its_ceiling_or_a_floor_above_it() {
    for row in &CITY.ceilings {
        let upper = row.upper.unwrap();
        assert!(row.lower <= upper && row.realised <= upper, "{row:?}");
    }
}

#[test]
fn this_year_some_neighbourhoods_are_full_or_nearly_and_some_are_quiet() {
    let hoods: BTreeSet<_> = CITY
        .areas
        .iter()
        .filter(|area| area.level == AreaLevel::Neighbourhood)
        .map(|area| Place::Area(area.code.clone()))
        .collect();
    let now = || CITY.ceilings.iter().filter(|row| row.year == 2026 && hoods.contains(&row.place));
    let full = now().filter(|row| row.upper == Some(row.realised)).count();
    let nearly = now().filter(|row| row.upper == Some(row.realised + 1)).count();
    let quiet = now().filter(|row| row.realised * 4 < row.upper.unwrap()).count();
    assert_eq!(full, 2);
    assert!((3..20).contains(&nearly), "{nearly} nearly full");
    assert!(quiet >= 4, "{quiet} quiet");
}

#[test]
fn the_homes_decided_in_a_part_and_year_are_among_those_that_count() {
    let hood_of: BTreeMap<_, _> = CITY
        .dwellings
        .iter()
        .map(|home| (&home.code, home.neighbourhood.as_ref().unwrap()))
        .collect();
    let mut decided: BTreeMap<(i16, &AreaCode), u32> = BTreeMap::new();
    for row in CITY.vacancies.iter().filter(|row| row.status == VacancyStatus::Decided) {
        *decided.entry((row.year, hood_of[&row.dwelling])).or_default() += 1;
    }
    let total: u32 = decided.values().sum();
    assert_eq!(total, 2_098, "one for each household placed");
    for row in &CITY.ceilings {
        if let Place::Area(code) = &row.place {
            let homes = decided.get(&(row.year, code)).copied().unwrap_or(0);
            assert!(homes <= row.realised, "{code} in {}", row.year);
        }
    }
}

#[test]
fn neighbours_share_their_borders_point_by_point() {
    // Each stretch of outline is either the edge of the city or of water, and found
    // once, or a border, and found once in each direction.
    let mut found: BTreeMap<([i64; 2], [i64; 2]), usize> = BTreeMap::new();
    let whole =
        |point: [f64; 2]| point.map(|degrees| format!("{:.0}", degrees * 1e6).parse().unwrap());
    for area in &CITY.areas {
        for ring in area.geometry.0.iter().flatten() {
            assert_eq!(ring.first(), ring.last(), "{} has an open ring", area.name);
            assert!(ring.len() >= 5, "{} has a ring of {} points", area.name, ring.len());
            for pair in ring.windows(2) {
                *found.entry((whole(pair[0]), whole(pair[1]))).or_default() += 1;
            }
        }
    }
    assert!(found.values().all(|&times| times == 1));
    let shared = found.keys().filter(|&&(from, to)| found.contains_key(&(to, from))).count();
    assert!(shared * 2 > found.len(), "{shared} of {} stretches are shared", found.len());
    // Were two neighbours apart by a hair, their points would nearly coincide.
    let points: Vec<[i64; 2]> =
        found.keys().map(|pair| pair.0).collect::<BTreeSet<_>>().into_iter().collect();
    for (at, a) in points.iter().enumerate() {
        let near = points[at + 1..].iter().take_while(|b| b[0] - a[0] < 100);
        for b in near {
            assert!((b[0] - a[0]).abs().max((b[1] - a[1]).abs()) > 100, "{a:?} and {b:?}");
        }
    }
}

#[test]
fn every_neighbourhood_is_one_piece_of_some_size() {
    for area in CITY.areas.iter().filter(|area| area.level == AreaLevel::Neighbourhood) {
        assert_eq!(area.geometry.0.len(), 1, "{}", area.name);
        let figure = CITY.figures.iter().find(|figure| figure.area == area.code).unwrap();
        let hectares = figure.surface_ha.unwrap();
        assert!((35..350).contains(&hectares), "{} has {hectares} ha", area.name);
    }
}

#[test]
fn open_answers_are_as_common_as_in_real_files() {
    let ready: Vec<_> =
        CITY.participants.iter().filter(|file| file.readiness.code() == "ready").collect();
    let open = |unknown: fn(&sleutel_domain::participants::Limits) -> bool| {
        ready.iter().filter(|file| unknown(&file.limits)).count() * 100 / ready.len()
    };
    let shares = [
        open(|limits| !limits.rent.is_known()),
        open(|limits| !limits.stairs.is_known()),
        open(|limits| !limits.pets.is_known()),
        open(|limits| !limits.smokes.is_known()),
        open(|limits| !limits.sharing.is_known()),
    ];
    assert!(shares.iter().all(|share| (5..=15).contains(share)), "{shares:?}");
}

#[test]
fn nobody_is_in_a_group_before_it_was_agreed() {
    let agreed: BTreeSet<(i16, &GroupCode)> =
        CITY.quotas.iter().map(|row| (row.quota.year, &row.quota.group)).collect();
    for file in &CITY.participants {
        let year = match file.readiness {
            Readiness::Placed { on } => on.year(),
            Readiness::Preparing | Readiness::Ready { .. } | Readiness::Paused { .. } => 2026,
        };
        assert!(agreed.contains(&(year, &file.group)), "{}", file.reference);
    }
}

#[test]
fn every_code_that_is_named_exists() {
    let files: BTreeSet<_> = CITY.participants.iter().map(|it| &it.reference).collect();
    assert_eq!(files.len(), CITY.participants.len());
    let named = CITY
        .members
        .iter()
        .map(|it| &it.reference)
        .chain(CITY.wishes.iter().map(|it| &it.reference))
        .chain(CITY.network.iter().map(|it| &it.reference))
        .chain(CITY.exclusions.iter().map(|it| &it.reference));
    for reference in named {
        assert!(files.contains(reference), "{reference}");
    }
    let organisations: BTreeSet<_> = CITY.organisations.iter().map(|it| &it.code).collect();
    assert!(CITY.participants.iter().all(|it| organisations.contains(&it.provider)));
    assert!(CITY.dwellings.iter().all(|it| organisations.contains(&it.association)));
    assert!(CITY.accounts.iter().all(|it| organisations.contains(&it.organisation)));
    let areas: BTreeSet<_> = CITY.areas.iter().map(|it| &it.code).collect();
    let complexes: BTreeSet<_> = CITY.complexes.iter().map(|it| &it.code).collect();
    let places = CITY
        .wishes
        .iter()
        .map(|it| &it.wish.place)
        .chain(CITY.network.iter().map(|it| &it.tie.place))
        .chain(CITY.exclusions.iter().map(|it| &it.exclusion.place))
        .chain(CITY.ceilings.iter().map(|it| &it.place));
    for place in places {
        let exists = match place {
            Place::Area(code) | Place::Street { neighbourhood: code, .. } => areas.contains(code),
            Place::Complex(code) => complexes.contains(code),
        };
        assert!(exists, "{place:?}");
    }
    let homes: BTreeSet<_> = CITY.dwellings.iter().map(|it| &it.code).collect();
    assert_eq!(homes.len(), CITY.dwellings.len());
    assert!(CITY.vacancies.iter().all(|it| homes.contains(&it.dwelling)));
}

#[test]
fn no_two_homes_have_the_same_address() {
    let addresses: BTreeSet<_> =
        CITY.dwellings.iter().map(|it| (&it.postcode, &it.house_number)).collect();
    assert_eq!(addresses.len(), CITY.dwellings.len());
}

#[test]
fn the_whole_city_is_a_few_megabytes() {
    let size: usize = CITY.files().values().map(Vec::len).sum();
    assert!((1_000_000..4_000_000).contains(&size), "{size} bytes");
}
