//! Who lives together, and what a home must have for them.

use jiff::civil::Date;
use sleutel_domain::{
    Answer, PersonName,
    homes::Adaptation,
    participants::{Limits, LivingSituation, Member, MemberRole},
};

use super::names;
use crate::{chance::Chance, groups::GroupPlan, sure};

/// The head and whoever belongs to the household.
pub(super) struct Household {
    pub(super) given: PersonName,
    pub(super) family: PersonName,
    pub(super) age: i64,
    pub(super) born: Option<Date>,
    pub(super) others: Vec<Member>,
}

pub(super) fn household(plan: &GroupPlan, today: Date, chance: &mut Chance) -> Household {
    let kind = chance.weighted(&plan.households);
    let (couple, children) = (kind == 1 || kind == 3, kind >= 2);
    let age = chance.between(plan.ages.0, plan.ages.1);
    // A file asks for the date of birth early; three in a hundred have none yet.
    let birthday = chance.between(1, 364);
    let born = (!chance.percent(3)).then(|| sure::born(today, age, birthday));
    let (given, family) = (names::given(chance), names::family(chance));
    let mut others = Vec::new();
    if couple {
        let partner = (age + chance.between(-6, 6)).max(18);
        let own_name = chance.percent(70);
        others.push(Member {
            given: names::given(chance),
            family: if own_name { names::family(chance) } else { family.clone() },
            born: (!chance.percent(8)).then(|| sure::born(today, partner, chance.between(1, 364))),
            role: MemberRole::Partner,
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along: if chance.percent(6) { Answer::Unknown } else { Answer::Known(true) },
        });
    }
    if children {
        let most = if couple { [26, 36, 22, 11, 5] } else { [46, 34, 14, 5, 1] };
        let number = if age < 25 { 1 } else { chance.weighted(&most) + 1 };
        let custody = chance.below(100);
        for _ in 0..number {
            let oldest = (age - 17).clamp(0, 17);
            others.push(Member {
                given: names::given(chance),
                family: family.clone(),
                born: Some(sure::born(today, chance.between(0, oldest), chance.between(1, 364))),
                role: MemberRole::Child,
                custody: Answer::Unknown,
                standing: Answer::Unknown,
                moves_along: match custody {
                    0..9 => Answer::Unknown,
                    9..14 => Answer::Known(false),
                    _ => Answer::Known(true),
                },
            });
        }
    }
    if !couple && !children && chance.percent(2) {
        others.push(Member {
            given: names::given(chance),
            family: family.clone(),
            born: Some(sure::born(today, chance.between(18, 70), chance.between(1, 364))),
            role: MemberRole::Other,
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along: Answer::Known(true),
        });
    }
    Household { given, family, age, born, others }
}

/// The answer, except this many times in a hundred.
fn unless<T>(percent: u64, chance: &mut Chance, answer: T) -> Answer<T> {
    if chance.percent(percent) { Answer::Unknown } else { Answer::Known(answer) }
}

pub(super) fn limits(plan: &GroupPlan, household: &Household, chance: &mut Chance) -> Limits {
    let alone = household.others.is_empty();
    let needs = if plan.counts {
        match chance.below(100) {
            0..=6 => Adaptation::StepFree,
            7 => Adaptation::Wheelchair,
            _ => Adaptation::Ordinary,
        }
    } else {
        Adaptation::Wheelchair
    };
    let storeys = match needs {
        Adaptation::Wheelchair | Adaptation::StepFree => 0,
        Adaptation::Ordinary if household.age > 60 => chance.between(0, 2),
        Adaptation::Ordinary => chance.pick(&[1, 2, 3, 4, 4, 5, 5, 5]),
    };
    // What may be paid follows age and household, as rent allowance does.
    let rent = match (household.age, household.others.len()) {
        (..=20, 0) => 49_820,
        (_, 0 | 1) => 71_302,
        (_, _) => 76_414,
    };
    let rent = match chance.below(100) {
        0..=17 => rent - chance.between(4, 24) * 500,
        18..=29 => 93_293,
        _ => rent,
    };
    let pets = chance.percent(14);
    let smokes = chance.percent(24);
    let sharing = alone && chance.percent(26);
    let wheelchair_unknown = if plan.counts { 5 } else { 0 };
    Limits {
        rent: unless(8, chance, sure::cents(rent)),
        adaptation: unless(wheelchair_unknown, chance, needs),
        stairs: unless(9, chance, sure::small(storeys)),
        pets: unless(7, chance, pets),
        smokes: unless(9, chance, smokes),
        sharing: unless(if alone { 14 } else { 5 }, chance, sharing),
    }
}

pub(super) fn living_situation(plan: &GroupPlan, chance: &mut Chance) -> Option<LivingSituation> {
    let weights = match plan.code {
        "status-holders" => [0, 0, 92, 0, 1, 7],
        "urgency" | "childcare-benefit" | "informal-carers" | "public-safety" => {
            [1, 2, 14, 3, 9, 71]
        }
        "housing-first-youth" => [22, 34, 20, 4, 8, 12],
        "new-chance" => [12, 30, 34, 8, 8, 8],
        "omslag-young-adults" | "from-shared-living" => [1, 3, 80, 10, 1, 5],
        _ => [3, 14, 66, 6, 3, 8],
    };
    let drawn = LivingSituation::ALL[chance.weighted(&weights)];
    (!chance.percent(6)).then_some(drawn)
}
