use jiff::civil::Date;
use sleutel_domain::placement::{Ahead, SupportLoad};
use toml::{Table, Value};

use crate::{
    finding::{FindingKind, Log},
    records::RoundRecord,
    table::{cells, nearest},
    text::decode,
};

/// `round.toml`: `date` and `seed` have to be there, `spare_rooms` and `unknown_load` are
/// 1 when they are not, `ahead` 0.
pub(super) fn read(bytes: &[u8], log: &mut Log) -> Option<RoundRecord> {
    let text = decode(bytes, log);
    let table: Table = match text.parse() {
        Ok(table) => table,
        Err(error) => {
            let error: toml::de::Error = error;
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX);
            log.file(FindingKind::NotToml { line });
            return None;
        }
    };
    for key in table.keys() {
        let known = ["date", "seed", "spare_rooms", "unknown_load", "ahead"];
        if !known.contains(&key.as_str()) {
            let nearest = nearest(key, known).unwrap_or("–").to_owned();
            let what = FindingKind::UnknownKey { name: key.clone(), nearest };
            log.add(None, Some(key.clone()), what);
        }
    }
    let date = need(&table, "date", log).and_then(|it| date(it, log));
    // TOML has whole numbers up to 63 bits only, so a larger seed is written as text.
    let seed = need(&table, "seed", log).and_then(|it| number(it, "seed", i64::MAX, log));
    let spare = table.get("spare_rooms").map_or(Some(1), |it| number(it, "spare_rooms", 10, log));
    let load = table.get("unknown_load").map_or(Some(1), |it| number(it, "unknown_load", 3, log));
    let load = u32::try_from(load?).ok().and_then(SupportLoad::from_points);
    if load.is_none() {
        let found = "0".to_owned();
        log.cell(0, "unknown_load", FindingKind::OutOfRange { found, least: 1, most: 3 });
    }
    let most = i64::from(Ahead::MOST_FUTURES);
    let ahead = table.get("ahead").map_or(Some(0), |it| number(it, "ahead", most, log));
    Some(RoundRecord {
        date: date?,
        seed: seed?,
        spare_rooms: u8::try_from(spare?).unwrap_or(u8::MAX),
        unknown_load: load?,
        ahead: u8::try_from(ahead?).unwrap_or(0),
    })
}

pub(super) fn write(round: &RoundRecord) -> Vec<u8> {
    let RoundRecord { date, seed, spare_rooms, unknown_load, ahead } = round;
    let load = unknown_load.points();
    let mut text = format!(
        "date = \"{date}\"\nseed = \"{seed}\"\nspare_rooms = {spare_rooms}\nunknown_load = {load}\n"
    );
    if *ahead > 0 {
        text += &format!("ahead = {ahead}\n");
    }
    text.into_bytes()
}

fn need<'a>(table: &'a Table, key: &str, log: &mut Log) -> Option<&'a Value> {
    let value = table.get(key);
    if value.is_none() {
        log.cell(0, key, FindingKind::MissingKey { name: key.to_owned() });
    }
    value
}

fn bare(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), |text| text.trim().to_owned())
}

fn date(value: &Value, log: &mut Log) -> Option<Date> {
    cells::date(&bare(value)).map_err(|what| log.cell(0, "date", what)).ok()
}

fn number(value: &Value, key: &str, most: i64, log: &mut Log) -> Option<u64> {
    let found = bare(value);
    let number = found.parse::<u64>().ok();
    let fits = |it: &u64| most == i64::MAX || i64::try_from(*it).is_ok_and(|it| it <= most);
    let number = number.filter(fits);
    if number.is_none() {
        log.cell(0, key, FindingKind::OutOfRange { found, least: 0, most });
    }
    number
}
