//! The nineteen target groups and their numbers.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use sleutel_domain::GroupCode;
use sleutel_exchange::records::{
    GroupQuotaRecord, GroupRecord, MainGroup, MainGroupRecord, ParticipantRecord, QuotaRecord,
};

use crate::{chance::Chance, sure};

/// Homes a year for all groups together.
pub const HOMES_A_YEAR: u32 = 1_800;
/// This year and the five before it.
pub(crate) const YEARS: i16 = 6;

/// A group as the demo city plans it.
pub(crate) struct GroupPlan {
    pub(crate) code: &'static str,
    nl: &'static str,
    en: &'static str,
    main: MainGroup,
    pub(crate) support: bool,
    pub(crate) counts: bool,
    /// First year the group was agreed.
    pub(crate) since: i16,
    /// Households expected in a year.
    pub(crate) expected: u32,
    /// Percent of its share realised, measured against the year gone by.
    pace: u32,
    /// Of a hundred heads: alone, a couple, alone with children, a couple with children.
    pub(crate) households: [u32; 4],
    /// Youngest and oldest head.
    pub(crate) ages: (i64, i64),
}

macro_rules! group {
    ($code:literal $nl:literal $en:literal $main:ident $support:literal $since:literal
     $expected:literal $pace:literal $households:tt $low:literal $high:literal) => {
        GroupPlan {
            code: $code,
            nl: $nl,
            en: $en,
            main: MainGroup::$main,
            support: $support,
            counts: true,
            since: $since,
            expected: $expected,
            pace: $pace,
            households: $households,
            ages: ($low, $high),
        }
    };
}

/// The only group whose homes stand outside the yearly number.
const WHEELCHAIR: GroupPlan = GroupPlan {
    counts: false,
    ..group!("wheelchair" "Rolstoelwoning nodig" "In need of a wheelchair home"
        WithoutSupport false 2016 60 80 [50, 30, 8, 12] 22 78)
};

/// All groups, in the order they are shown.
pub(crate) const GROUPS: &[GroupPlan] = &[
    group!("urgency" "Sociale of medische urgentie" "Social or medical urgency"
        WithoutSupport false 2016 420 112 [46, 12, 24, 18] 23 68),
    WHEELCHAIR,
    group!("crisis-families" "Gezinnen uit de crisisopvang" "Families from crisis shelter"
        WithoutSupport false 2016 150 84 [0, 0, 62, 38] 22 50),
    group!("violence" "Slachtoffers van huiselijk geweld" "Victims of domestic violence"
        WithoutSupport false 2016 130 104 [38, 0, 62, 0] 20 58),
    group!("childcare-benefit" "Gedupeerden van de kinderopvangtoeslag" "Victims of the childcare benefit affair"
        WithoutSupport false 2024 90 150 [18, 8, 46, 28] 28 60),
    group!("informal-carers" "Mantelzorgers" "Informal carers"
        WithoutSupport false 2016 70 90 [52, 28, 8, 12] 30 70),
    group!("leaving-sex-work" "Uitstappers uit sekswerk" "People leaving sex work"
        WithoutSupport false 2018 25 70 [78, 4, 18, 0] 21 52),
    group!("public-safety" "Verhuizing om openbare orde en veiligheid" "Rehoused for public order and safety"
        WithoutSupport false 2016 30 60 [54, 14, 16, 16] 22 60),
    group!("omslag-adults" "Omslag: volwassenen uit opvang en beschermd wonen" "Omslag: adults from shelter and protected living"
        WithSupport true 2020 620 94 [91, 5, 3, 1] 24 66),
    group!("omslag-families" "Omslag: gezinnen uit opvang en beschermd wonen" "Omslag: families from shelter and protected living"
        WithSupport true 2020 190 88 [0, 0, 64, 36] 22 52),
    group!("omslag-violence" "Omslag: na huiselijk geweld, met begeleiding" "Omslag: after domestic violence, with support"
        WithSupport true 2020 120 101 [36, 0, 64, 0] 20 56),
    group!("omslag-young-mothers" "Omslag: jonge moeders" "Omslag: young mothers"
        WithSupport true 2020 60 160 [0, 0, 92, 8] 18 24),
    group!("omslag-young-adults" "Omslag: jongvolwassenen na opvang of jeugdzorg" "Omslag: young adults after shelter or youth care"
        WithSupport true 2020 180 97 [94, 4, 2, 0] 18 27),
    group!("after-nuisance" "Verhuizing na ernstige overlast tussen buren" "Rehoused after serious trouble between neighbours"
        WithSupport true 2016 20 75 [64, 12, 12, 12] 25 66),
    group!("housing-first-youth" "Housing First voor jongeren" "Housing First for young people"
        WithSupport true 2019 60 92 [97, 3, 0, 0] 18 26),
    group!("shelter-adults" "Volwassenen uit de maatschappelijke opvang" "Adults leaving shelter"
        WithSupport true 2016 210 109 [93, 5, 1, 1] 23 67),
    group!("new-chance" "Laatste Kans en Nieuwe Kans" "Last Chance and New Chance"
        WithSupport true 2016 55 82 [80, 8, 6, 6] 24 64),
    group!("from-shared-living" "Van groepswonen naar een eigen huis" "From shared living to a home of one's own"
        WithSupport true 2019 70 118 [96, 4, 0, 0] 21 62),
    group!("status-holders" "Statushouders" "Refugees with a residence status"
        StatusHolders false 2016 620 99 [52, 8, 14, 26] 19 58),
];

/// A group that was described otherwise until a year. Invented, as all of it.
struct Before {
    code: &'static str,
    nl: &'static str,
    en: &'static str,
    /// The first year of the description of today.
    until: i16,
}

const BEFORE: Before = Before {
    code: "omslag-young-adults",
    nl: "Omslag: jongvolwassenen na jeugdzorg",
    en: "Omslag: young adults after youth care",
    until: 2024,
};

/// The group that ended: since the last household came into it, nobody new does. Whoever is in it
/// is still housed.
const ENDED: &str = "leaving-sex-work";

/// A group as it was described in a year.
fn record(plan: &GroupPlan, year: i16) -> GroupRecord {
    let was = (plan.code == BEFORE.code && year < BEFORE.until).then_some(BEFORE);
    let now = plan.code != BEFORE.code || was.is_some();
    let from = if now { plan.since } else { BEFORE.until };
    GroupRecord {
        code: code(plan),
        name_nl: sure::phrase(was.as_ref().map_or(plan.nl, |it| it.nl)),
        name_en: sure::phrase(was.as_ref().map_or(plan.en, |it| it.en)),
        main_group: plan.main,
        with_support: plan.support,
        counts: plan.counts,
        valid_from: Date::new(from, 1, 1).ok(),
        valid_until: was.and_then(|it| Date::new(it.until - 1, 12, 31).ok()),
    }
}

/// Ends the group that ended, on the last day somebody began to wait in it, and in this year.
pub(crate) fn end(quotas: &mut [GroupQuotaRecord], people: &[ParticipantRecord], today: Date) {
    let of_group = people.iter().filter(|it| it.group.as_str() == ENDED);
    let january = Date::new(today.year(), 1, 31).unwrap_or(today);
    let last = of_group.map(|it| it.waiting_since).max().map(|it| it.max(january));
    for row in quotas.iter_mut().filter(|it| it.group.code.as_str() == ENDED) {
        row.group.valid_until = last;
    }
}

/// The group's code.
pub(crate) fn code(plan: &GroupPlan) -> GroupCode {
    sure::group(plan.code)
}

/// Thousandths of the year gone by.
pub(crate) fn year_gone(today: Date) -> u32 {
    let days = date(today.year(), 12, 31).day_of_year();
    u32::try_from(i32::from(today.day_of_year()) * 1_000 / i32::from(days)).unwrap_or(0)
}

/// The groups' numbers in this year and the five before, oldest year first.
///
/// A group's share is its part of the expected demand of the year, of 1,800 homes; its
/// floor is 85 percent of that share and its ceiling 118 percent. What is realised
/// follows the year gone by, some groups ahead and some behind.
pub(crate) fn quotas(seed: u64, today: Date) -> Vec<GroupQuotaRecord> {
    let mut chance = Chance::new(seed, "quotas");
    let mut quotas = Vec::new();
    for back in (0..YEARS).rev() {
        let year = today.year() - back;
        let plans: Vec<_> = GROUPS.iter().filter(|plan| plan.since <= year).collect();
        let grown: Vec<u32> = plans
            .iter()
            .map(|plan| {
                let swing = u32::try_from(chance.between(92, 108)).unwrap_or(100);
                let growth = 100 - 3 * u32::from(back.unsigned_abs());
                (plan.expected * growth * swing / 10_000).max(1)
            })
            .collect();
        let counting = plans.iter().zip(&grown).filter(|(plan, _)| plan.counts);
        let total: u32 = counting.map(|(_, expected)| expected).sum();
        for (plan, &expected) in plans.iter().zip(&grown) {
            let share = (HOMES_A_YEAR * expected / total).max(2);
            let upper = (share * 118).div_ceil(100);
            let pace = if back == 0 {
                plan.pace * year_gone(today) * 92 / 100
            } else {
                u32::try_from(chance.between(88, 106)).unwrap_or(100) * 970
            };
            let realised = (share * pace / 100_000).min(upper.saturating_sub(2));
            quotas.push(GroupQuotaRecord {
                group: record(plan, year),
                quota: QuotaRecord {
                    year,
                    group: code(plan),
                    expected,
                    lower: share * 85 / 100,
                    upper: Some(upper),
                    realised,
                },
            });
        }
    }
    quotas
}

/// What was agreed for the main groups in each year: less play than their groups have, which
/// make up for each other.
pub(crate) fn main_groups(quotas: &[GroupQuotaRecord]) -> Vec<MainGroupRecord> {
    let years: BTreeSet<i16> = quotas.iter().map(|row| row.quota.year).collect();
    let mut records = Vec::new();
    for year in years {
        for main_group in MainGroup::ALL {
            let parts = || {
                let of_year = quotas.iter().filter(|row| row.quota.year == year);
                of_year.filter(|row| row.group.counts && row.group.main_group == main_group)
            };
            let lower: u32 = parts().map(|row| row.quota.lower).sum();
            let upper: u32 = parts().filter_map(|row| row.quota.upper).sum();
            let realised: u32 = parts().map(|row| row.quota.realised).sum();
            records.push(MainGroupRecord {
                year,
                main_group,
                lower: lower * 104 / 100,
                upper: Some((upper * 92 / 100).max(realised)),
            });
        }
    }
    records
}

/// Homes realised in a year by the groups that count.
pub(crate) fn realised(quotas: &[GroupQuotaRecord], year: i16) -> u32 {
    let of_year = quotas.iter().filter(|row| row.quota.year == year && row.group.counts);
    of_year.map(|row| row.quota.realised).sum()
}
