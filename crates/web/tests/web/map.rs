//! The map of a real city, when its open data is there.

use crate::gallery;
use std::{fs, path::Path};

use scraper::{Html, Selector};
use sleutel_domain::access::Language;
use sleutel_web::map::{CLASSES, MapArea};

#[test]
fn every_area_is_a_link_that_says_what_it_is() {
    let page = gallery::page(Language::Dutch, true);
    let map = Html::parse_fragment(&gallery::drawn(&page, &gallery::hexagons(4, 5), true));
    let links = Selector::parse("svg a[href^='/areas'][aria-label] path").unwrap();
    assert_eq!(map.select(&links).count(), 20);
    assert_eq!(map.select(&Selector::parse("ul.legend li").unwrap()).count(), CLASSES);
}

#[test]
fn the_map_of_the_city_is_small_enough_to_send() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data/geo-amsterdam/amsterdam_buurten_2022.geojson");
    let Ok(text) = fs::read_to_string(file) else {
        println!("skipped: the open data of the city is not beside the workspace");
        return;
    };
    let data: serde_json::Value = serde_json::from_str(&text).unwrap();
    let areas: Vec<_> = data["features"].as_array().unwrap().iter().map(area).collect();
    assert_eq!(areas.len(), 518);
    let page = gallery::page(Language::Dutch, true);
    let map = gallery::drawn(&page, &areas, false);
    assert!(map.len() < 400_000, "{} bytes", map.len());
    let drawn = Html::parse_fragment(&map);
    assert_eq!(drawn.select(&Selector::parse("svg a path").unwrap()).count(), 518);
}

fn area(feature: &serde_json::Value) -> MapArea {
    let geometry = &feature["geometry"];
    let coordinates = geometry["coordinates"].as_array().unwrap();
    let polygons: Vec<&serde_json::Value> = match geometry["type"].as_str() {
        Some("MultiPolygon") => coordinates.iter().collect(),
        _ => vec![&geometry["coordinates"]],
    };
    let rings = polygons
        .into_iter()
        .flat_map(|polygon| polygon.as_array().unwrap())
        .map(|ring| {
            let points = ring.as_array().unwrap().iter();
            points.map(|it| [it[0].as_f64().unwrap(), it[1].as_f64().unwrap()]).collect()
        })
        .collect();
    let code = feature["properties"]["buurtcode"].as_str().unwrap().to_owned();
    let name = feature["properties"]["naam"].as_str().unwrap().to_owned();
    MapArea {
        class: code.bytes().map(usize::from).sum::<usize>() % CLASSES,
        href: format!("/areas?area={code}"),
        title: format!("{name}: 3 vrij, nog 4 plaatsen"),
        mark: "3".to_owned(),
        current: false,
        outlined: false,
        rings,
        code,
        name,
    }
}
