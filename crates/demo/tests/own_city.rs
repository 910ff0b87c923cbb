//! The invented people in neighbourhoods from elsewhere.

#![expect(clippy::unwrap_used, reason = "what a test leans on stops it when it is not there")]

use std::path::Path;

use jiff::civil::{Date, date};
use sleutel_demo::{DemoCity, in_areas, invented};
use sleutel_domain::{AreaCode, Phrase, homes::AreaLevel};
use sleutel_exchange::{
    Kind, Records,
    folder::{ROUND_FILE, read_folder},
    read,
    records::{AreaRecord, Geometry},
};

const TODAY: Date = date(2026, 11, 22);

fn is_a_round(city: &DemoCity) {
    let mut files = city.files();
    files.insert(ROUND_FILE.to_owned(), format!("date = {TODAY}\nseed = 7\n").into_bytes());
    let folder = read_folder(&files);
    assert_eq!(folder.findings, []);
    assert_eq!(folder.input.unwrap().errors(), []);
}

fn village(number: usize) -> AreaRecord {
    AreaRecord {
        code: AreaCode::new(&format!("BU{number}")).unwrap(),
        name: Phrase::new(&format!("Dorp {number}")).unwrap(),
        level: AreaLevel::Neighbourhood,
        parent: None,
        geometry: Geometry::default(),
    }
}

#[test]
fn three_villages_without_figures_are_city_enough() {
    let city = in_areas(1, TODAY, (1..=3).map(village).collect(), Vec::new());
    assert_eq!(city.participants.len(), 4_000);
    is_a_round(&city);
}

#[test]
fn without_areas_it_is_the_invented_city() {
    assert_eq!(in_areas(1, TODAY, Vec::new(), Vec::new()), invented(1, TODAY));
}

#[test]
fn the_same_written_people_live_in_another_city() {
    let own = in_areas(1, TODAY, (1..=80).map(village).collect(), Vec::new());
    let there = invented(1, TODAY);
    assert_eq!(own.participants[..30], there.participants[..30]);
    assert_eq!(own.accounts, there.accounts);
}

#[test]
fn amsterdam_as_published_takes_the_demo_people_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let take = |kind, path: &str| {
        let bytes = std::fs::read(folder.join(path)).ok()?;
        let name = path.rsplit('/').next().unwrap();
        let result = read(kind, name, &bytes, TODAY, &mut |_| {});
        assert!(!result.has_errors(), "{path}");
        Some(result.records)
    };
    let areas = take(Kind::Areas, "geo-amsterdam/amsterdam_buurten_2022.geojson");
    let figures = take(Kind::AreaFigures, "cbs-kwb-2024/amsterdam_buurten_kwb2024.csv");
    let (Some(Records::Areas(areas)), Some(Records::AreaFigures(figures))) = (areas, figures)
    else {
        println!("skipped: the published files of Amsterdam are not here");
        return;
    };
    let areas = areas.into_iter().map(|it| it.record).collect();
    let figures = figures.into_iter().map(|it| it.record).collect();
    let city = in_areas(1, TODAY, areas, figures);
    assert_eq!(city.participants.len(), 4_000);
    assert_eq!(city.open_vacancies().count(), 151);
    is_a_round(&city);
}
