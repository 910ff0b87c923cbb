//! Published files as they are, when the shared data lies beside the workspace.

use std::path::Path;

use sleutel_domain::homes::AreaLevel;
use sleutel_exchange::{Kind, Note, ReadResult, Records};

use crate::{TODAY, codes};

fn shared(kind: Kind, path: &str) -> Option<ReadResult> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    let Ok(bytes) = std::fs::read(&path) else {
        println!("left out: no file {}", path.file_name().unwrap().display());
        return None;
    };
    let name = path.file_name().unwrap().to_str().unwrap();
    Some(sleutel_exchange::read(kind, name, &bytes, TODAY, &mut |_| {}))
}

fn level_count(result: &ReadResult, level: AreaLevel) -> usize {
    let Records::Areas(rows) = &result.records else { panic!("other records") };
    rows.iter().filter(|it| it.record.level == level).count()
}

#[test]
fn the_neighbourhoods_of_amsterdam_read_as_they_are() {
    let Some(result) = shared(Kind::Areas, "geo-amsterdam/amsterdam_buurten_2022.geojson") else {
        return;
    };
    // One quarter lies in two of the city's areas; nothing else is amiss.
    let found: Vec<_> = result.findings.iter().map(|it| it.what.code()).collect();
    assert!(!found.is_empty() && found.iter().all(|code| *code == "W311"), "{found:?}");
    let counts = AreaLevel::ALL.map(|level| level_count(&result, level));
    assert_eq!(counts, [1, 9, 25, 110, 518, 0]);
    let Records::Areas(rows) = &result.records else { panic!("other records") };
    let drawn = rows.iter().filter(|it| !it.record.geometry.0.is_empty()).count();
    assert_eq!(drawn, 518);
}

#[test]
fn the_larger_parts_of_amsterdam_read_as_they_are() {
    let files = [
        ("geo-amsterdam/amsterdam_wijken_2022.geojson", AreaLevel::Quarter, 110),
        ("geo-amsterdam/amsterdam_gebieden_2022.geojson", AreaLevel::Area, 25),
        ("geo-amsterdam/amsterdam_stadsdelen_2022.geojson", AreaLevel::District, 9),
        ("geo-nl-gemeenten/nl_gemeenten_2022.geojson", AreaLevel::Municipality, 345),
        ("geo-nl-gemeenten/nl_gemeenten_2024_merged.geojson", AreaLevel::Municipality, 342),
    ];
    for (path, level, count) in files {
        let Some(result) = shared(Kind::Areas, path) else { return };
        assert_eq!(codes(&result), [""; 0], "{path}");
        assert_eq!(level_count(&result, level), count, "{path}");
    }
}

#[test]
fn the_key_figures_read_as_they_are() {
    let files = [
        ("cbs-kwb-2024/amsterdam_buurten_kwb2024.csv", 517),
        ("cbs-kwb-2024/amsterdam_wijken_kwb2024.csv", 110),
        ("cbs-kwb-2024/g4_overige_buurten_kwb2024.csv", 316),
        ("cbs-kwb-2024/nl_gemeenten_kwb2024.csv", 342),
    ];
    for (path, count) in files {
        let Some(result) = shared(Kind::AreaFigures, path) else { return };
        assert_eq!(codes(&result), [""; 0], "{path}");
        assert_eq!(result.records.len(), count, "{path}");
        assert!(result.notes.iter().any(|it| matches!(it, Note::ColumnsNotUsed(_))));
        let Records::AreaFigures(rows) = &result.records else { panic!("other records") };
        assert!(rows.iter().all(|it| it.record.year == 2024));
    }
}

#[test]
fn key_figures_keep_what_is_unknown_unknown() {
    let text = "buurtcode,buurtnaam,wijkcode,inwoners,huishoudens,gem_huishoudensgrootte,koopwoningen_pct,land_ha\n\
                BU1,Een,WK1,345,260,\"1,3\",,.\n";
    let result = sleutel_exchange::read(
        Kind::AreaFigures,
        "kwb2023.csv",
        text.as_bytes(),
        TODAY,
        &mut |_| {},
    );
    assert_eq!(codes(&result), [""; 0]);
    let Records::AreaFigures(rows) = &result.records else { panic!("other records") };
    let it = &rows[0].record;
    assert_eq!(
        (it.area.as_str(), it.year, it.households, it.inhabitants),
        ("BU1", 2023, Some(260), Some(345))
    );
    assert_eq!(
        (it.average_household, it.owner_occupied_percent, it.surface_ha),
        (Some(1.3), None, None)
    );
    let no_year =
        sleutel_exchange::read(Kind::AreaFigures, "x.csv", text.as_bytes(), TODAY, &mut |_| {});
    assert_eq!(codes(&no_year), [". . E111", "2 year E111"]);
}
