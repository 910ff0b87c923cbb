//! The separate checker on what the files say.

use sleutel_exchange::instance::{Certificate, Facts, Loaded};
use sleutel_placement_check::instance::{
    self, Answer, Pair, Prices, QuarterPrices, Question, Verdict, quarter_bound,
};

/// Goes over a certificate. The checker reads the columns of the file; of what the engine
/// gets it sees the pairs only, one by one.
pub(super) fn judge(loaded: &Loaded, certificate: &Certificate) -> Verdict {
    let prices = Prices {
        unit: certificate.unit,
        home: &certificate.home,
        node_cap: &certificate.node_cap,
        node_floor: &certificate.node_floor,
        group_cap: &certificate.group_cap,
        group_floor: &certificate.group_floor,
        load: certificate.load.as_deref(),
    };
    let answer = Answer {
        assignment: &certificate.assignment,
        loads: certificate.load.is_some(),
        prices: Some(prices),
    };
    instance::check(&question(&loaded.facts), pairs(loaded), &answer)
}

/// Lowers the bound to what the prices of quarters prove, when there are and they do.
pub(super) fn sharpen(loaded: &Loaded, certificate: &Certificate, verdict: &mut Verdict) {
    let Some(quarters) = &certificate.quarters else { return };
    let prices = QuarterPrices {
        unit: quarters.unit,
        quarters: &quarters.nodes,
        person: &quarters.person,
        node: &quarters.node,
        group: &quarters.group,
        load: &quarters.load,
    };
    match quarter_bound(&question(&loaded.facts), pairs(loaded), &prices) {
        Ok(bound) => {
            let most = bound.div_euclid(i128::from(quarters.unit));
            if verdict.most().is_none_or(|before| most < before) {
                verdict.bound = Some((bound, quarters.unit));
            }
        }
        Err(violation) => verdict.violations.push(violation),
    }
}

fn pairs(loaded: &Loaded) -> impl Iterator<Item = Pair> + '_ {
    let people = (0_u32..).take(loaded.facts.group.len());
    people.flat_map(|person| {
        let pairs = loaded.instance.pairs(person as usize).iter();
        pairs.map(move |it| Pair { person, home: it.home, weight: it.weight.into() })
    })
}

fn question(facts: &Facts) -> Question<'_> {
    Question {
        group_lower: &facts.group_lower,
        group_upper: &facts.group_upper,
        parent: &facts.parent,
        node_lower: &facts.node_lower,
        node_upper: &facts.node_upper,
        load_cap: &facts.load_cap,
        group: &facts.group,
        load: &facts.load,
        complex: &facts.complex,
    }
}

/// How far a bound lies above a worth, as a share of the worth; `None` when there is no
/// bound, or the worth is not above zero and the bound is another.
pub(super) fn gap(most: Option<i128>, objective: i128) -> Option<f64> {
    let most = most?;
    if most == objective {
        return Some(0.0);
    }
    let figure = |it: i128| i64::try_from(it).ok().map(|it| it as f64);
    let (most, objective) = (figure(most)?, figure(objective)?);
    (objective > 0.0).then(|| (most - objective) / objective)
}
