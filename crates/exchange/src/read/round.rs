use sleutel_domain::{
    DwellingCode, Reference, VacancyCode,
    placement::{Fixing, FixingKind},
};

use crate::{
    columns::{self, EXPECTED, FIXINGS, OFFERED},
    finding::Log,
    records::{ExpectedRecord, FixingRecord, Located, OfferedRecord},
    table::{self, Row, cells},
    text::decode,
};

/// `fixings.csv`: the pins and bans of a round.
pub(crate) fn fixings(bytes: &[u8], log: &mut Log) -> Vec<Located<FixingRecord>> {
    let text = decode(bytes, log);
    table::read(&text, FIXINGS, &[], log, &mut |_| {}, fixing, |it| {
        ("vacancy", format!("{}\u{1f}{}", it.fixing.candidate, it.fixing.vacancy))
    })
}

fn fixing(row: &mut Row<'_>) -> Option<FixingRecord> {
    let candidate = row.must("reference", cells::code(Reference::new));
    let vacancy = row.must("vacancy", cells::code(VacancyCode::new));
    let kinds = columns::fixing_kinds();
    let kind = row.must("kind", cells::one_of(FixingKind::from_code, &kinds));
    Some(FixingRecord { fixing: Fixing { candidate: candidate?, vacancy: vacancy?, kind: kind? } })
}

/// `offered.csv`: homes that were offered before.
pub(crate) fn offered(bytes: &[u8], log: &mut Log) -> Vec<Located<OfferedRecord>> {
    let text = decode(bytes, log);
    table::read(&text, OFFERED, &[], log, &mut |_| {}, offer, |it| {
        ("dwelling", format!("{}\u{1f}{}", it.reference, it.dwelling))
    })
}

fn offer(row: &mut Row<'_>) -> Option<OfferedRecord> {
    let reference = row.must("reference", cells::code(Reference::new));
    let dwelling = row.must("dwelling", cells::code(DwellingCode::new));
    Some(OfferedRecord { reference: reference?, dwelling: dwelling? })
}

/// `expected-homes.csv`: homes that are expected after the round.
pub(crate) fn expected(bytes: &[u8], log: &mut Log) -> Vec<Located<ExpectedRecord>> {
    let text = decode(bytes, log);
    table::read(&text, EXPECTED, &[], log, &mut |_| {}, expects, |it| {
        ("dwelling", it.dwelling.to_string())
    })
}

fn expects(row: &mut Row<'_>) -> Option<ExpectedRecord> {
    let dwelling = row.must("dwelling", cells::code(DwellingCode::new));
    let homes = row.must("homes", cells::whole(1_u32, 10_000));
    Some(ExpectedRecord { dwelling: dwelling?, homes: homes? })
}
