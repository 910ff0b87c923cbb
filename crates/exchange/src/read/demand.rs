use sleutel_domain::{
    GroupCode,
    steering::{Demand, GroupDemand, MAX_DEMAND},
};

use crate::{
    Finding,
    columns::DEMAND,
    finding::{FindingKind, Log},
    records::Located,
    table::{
        self, Row,
        cells::{self, Parsed},
    },
    text::decode,
};

/// A file with the demand of each group: what was understood of it, and all that was not. A
/// row with an error is not among the groups.
pub fn read_demand(file_name: &str, bytes: &[u8]) -> (Vec<Located<GroupDemand>>, Vec<Finding>) {
    let mut log = Log::new(file_name);
    let text = decode(bytes, &mut log);
    let groups = table::read(&text, DEMAND, &[], &mut log, &mut |_| {}, group, |it| {
        ("group", it.group.to_string())
    });
    log.findings.sort_by_key(|finding| finding.row);
    (groups, log.findings)
}

fn group(row: &mut Row<'_>) -> Option<GroupDemand> {
    let group = row.must("group", cells::code(GroupCode::new));
    let expected = row.must("expected", people);
    let waiting = row.may("waiting", |text| people(text).and_then(|_| cells::count(text)));
    let floor = row.may("floor", cells::count);
    let ceiling = row.may("ceiling", cells::count);
    let realised = row.may("realised", cells::count);
    Some(GroupDemand {
        group: group?,
        expected: expected?,
        waiting: waiting?.unwrap_or_default(),
        floor: floor?.unwrap_or_default(),
        ceiling: ceiling?,
        realised: realised?.unwrap_or_default(),
    })
}

/// People, to the nearest thousandth.
fn people(text: &str) -> Parsed<Demand> {
    let most = i32::try_from(MAX_DEMAND).unwrap_or(i32::MAX);
    let number = cells::decimal(most)(text)?;
    Demand::nearest(number).ok_or_else(|| FindingKind::NotANumber { found: text.to_owned() })
}
