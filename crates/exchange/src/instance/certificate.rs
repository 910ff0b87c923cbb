//! A plan and the prices that prove it, as a file that others can check too.

use std::io::{self, Read, Write};

use sleutel_matching::{Plan, Prices, loads::QuarterPrices};

use super::{
    Facts, Source,
    facts::fields::Fields,
    log::{Few, shown},
    tree::Tree,
    unpack,
};
use crate::{Finding, Severity, finding::FindingKind};

/// A plan with prices, in the order of the instance's file. Prices are at least 0, in
/// `1 / unit` of a weight; a part of the city or a group has one for its ceiling and one
/// for its floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// How many price units go in one unit of weight, at least 1.
    pub unit: i64,
    /// For each person its home.
    pub assignment: Vec<Option<u32>>,
    /// Of each home.
    pub home: Vec<i64>,
    /// Of a place under each ceiling of a part of the city.
    pub node_cap: Vec<i64>,
    /// Of a place short of each floor of a part of the city.
    pub node_floor: Vec<i64>,
    /// Of a place under each ceiling of a group.
    pub group_cap: Vec<i64>,
    /// Of a place short of each floor of a group.
    pub group_floor: Vec<i64>,
    /// Of one unit of load in each part of the city; `None` when loads do not count.
    pub load: Option<Vec<i64>>,
    /// Sharper prices, where limits on load are proven quarter by quarter.
    pub quarters: Option<Quarters>,
}

/// Prices of people and of what lies above the quarters, in the order of the instance's
/// file. Those of parts of the city and groups are below 0 for a floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarters {
    /// How many price units go in one unit of weight, at least 1.
    pub unit: i64,
    /// The highest part of the city in each quarter.
    pub nodes: Vec<u32>,
    /// Of each person.
    pub person: Vec<i64>,
    /// Of each part of the city.
    pub node: Vec<i64>,
    /// Of each group.
    pub group: Vec<i64>,
    /// Of one unit of load in each part of the city.
    pub load: Vec<i64>,
}

impl Certificate {
    /// Puts what the engine found in the form of the file. `loads` says whether the
    /// limits on load counted.
    pub fn new(facts: &Facts, plan: &Plan, prices: &Prices, loads: bool) -> Self {
        let in_file = |of: &dyn Fn(usize) -> i64| {
            let mut list = vec![0; facts.order.len()];
            for (at, &place) in facts.order.iter().enumerate() {
                list[place as usize] = of(at);
            }
            list
        };
        let above = |price: i64| price.max(0);
        let below = |price: i64| price.saturating_neg().max(0);
        let load = |at: usize| {
            let limited = facts.load_cap[facts.order[at] as usize].is_some();
            prices.load.get(at).filter(|_| limited).map_or(0, |&price| above(price))
        };
        Self {
            unit: prices.unit,
            assignment: plan.home_of.clone(),
            home: prices.home.iter().map(|&price| above(price)).collect(),
            node_cap: in_file(&|at| above(prices.node[at])),
            node_floor: in_file(&|at| below(prices.node[at])),
            group_cap: prices.group.iter().map(|&price| above(price)).collect(),
            group_floor: prices.group.iter().map(|&price| below(price)).collect(),
            load: loads.then(|| in_file(&load)),
            quarters: None,
        }
    }

    /// The same with prices of quarters.
    #[must_use]
    pub fn with_quarters(self, facts: &Facts, prices: &QuarterPrices) -> Self {
        let in_file = |of: &[i64]| {
            let mut list = vec![0; facts.order.len()];
            for (&place, &price) in facts.order.iter().zip(of) {
                list[place as usize] = price;
            }
            list
        };
        let mut nodes: Vec<_> =
            prices.quarters.iter().map(|&at| facts.order[at as usize]).collect();
        nodes.sort_unstable();
        let quarters = Quarters {
            unit: prices.unit,
            nodes,
            person: prices.person.iter().map(|&price| price.max(0)).collect(),
            node: in_file(&prices.node),
            group: prices.group.clone(),
            load: in_file(&prices.load).into_iter().map(|price| price.max(0)).collect(),
        };
        Self { quarters: Some(quarters), ..self }
    }

    /// How many people get a home.
    pub fn placed(&self) -> usize {
        self.assignment.iter().flatten().count()
    }
}

const NODE_LOAD: &str = "node_load_price";
const QUARTERS: &str = "quarter_price_unit";

/// Writes a certificate as JSON.
pub fn write_certificate(to: &mut impl Write, certificate: &Certificate) -> io::Result<()> {
    let Certificate { unit, assignment, home, node_cap, node_floor, .. } = certificate;
    let Certificate { group_cap, group_floor, load, quarters, .. } = certificate;
    write!(to, "{{\"price_unit\":\"1/{unit}\"")?;
    let lists = [
        ("dwelling_price", Some(home)),
        ("node_cap_price", Some(node_cap)),
        ("node_floor_price", Some(node_floor)),
        ("group_cap_price", Some(group_cap)),
        ("group_floor_price", Some(group_floor)),
        (NODE_LOAD, load.as_ref()),
    ];
    for (name, list) in lists {
        if let Some(list) = list {
            write_list(to, name, list.iter().copied())?;
        }
    }
    if let Some(Quarters { unit, nodes, person, node, group, load }) = quarters {
        write!(to, ",\"{QUARTERS}\":\"1/{unit}\"")?;
        write_list(to, "quarter_nodes", nodes.iter().copied().map(i64::from))?;
        let lists = [
            ("quarter_person_price", person),
            ("quarter_node_price", node),
            ("quarter_group_price", group),
            ("quarter_load_price", load),
        ];
        for (name, list) in lists {
            write_list(to, name, list.iter().copied())?;
        }
    }
    write_list(to, "assignment", assignment.iter().map(|home| home.map_or(-1, i64::from)))?;
    writeln!(to, "}}")
}

fn write_list(to: &mut impl Write, name: &str, list: impl Iterator<Item = i64>) -> io::Result<()> {
    write!(to, ",\"{name}\":[")?;
    for (at, number) in list.enumerate() {
        if at > 0 {
            to.write_all(b",")?;
        }
        write!(to, "{number}")?;
    }
    to.write_all(b"]")
}

/// Reads a certificate of an instance; `None` when there is an error among the findings.
pub fn read_certificate(
    source: Source<impl Read>,
    facts: &Facts,
) -> (Option<Certificate>, Vec<Finding>) {
    let mut log = Few::new(&source.name);
    let certificate = parse(source.bytes, facts, &mut log);
    let findings = log.done();
    let errors = findings.iter().any(|it| it.severity == Severity::Error);
    (certificate.filter(|_| !errors), findings)
}

fn parse(bytes: impl Read, facts: &Facts, log: &mut Few) -> Option<Certificate> {
    let text = unpack::whole(bytes, log)?;
    let tree = match Tree::read(&text) {
        Ok(tree) => tree,
        Err((line, position)) => {
            log.file(FindingKind::NotJsonText { line, position });
            return None;
        }
    };
    let mut file = Fields::top(tree, log)?;
    let unit = unit(&mut file, "price_unit", log);
    let many = |of: usize| u32::try_from(of).ok();
    let (people, homes) = (facts.group.len(), facts.complex.len());
    let (nodes, groups) = (many(facts.parent.len()), many(facts.group_lower.len()));
    let price = (0, i64::MAX);
    let home = file.list("dwelling_price", many(homes), price, log);
    let node_cap = file.list("node_cap_price", nodes, price, log);
    let node_floor = file.list("node_floor_price", nodes, price, log);
    let group_cap = file.list("group_cap_price", groups, price, log);
    let group_floor = file.list("group_floor_price", groups, price, log);
    let loads = file.has(NODE_LOAD);
    let load = file.may_list(NODE_LOAD, nodes, price, log);
    let sharper = file.has(QUARTERS);
    let quarters = if sharper { quarters(&mut file, facts, log) } else { None };
    let last = i64::try_from(homes).unwrap_or(i64::MAX) - 1;
    let assignment = file.list("assignment", many(people), (-1, last), log);
    file.rest(log);
    Some(Certificate {
        unit: unit?,
        // -1 stands for nobody's home.
        assignment: assignment?.into_iter().map(|home| u32::try_from(home).ok()).collect(),
        home: home?,
        node_cap: node_cap?,
        node_floor: node_floor?,
        group_cap: group_cap?,
        group_floor: group_floor?,
        load: if loads { Some(load?) } else { None },
        quarters: if sharper { Some(quarters?) } else { None },
    })
}

fn quarters(file: &mut Fields, facts: &Facts, log: &mut Few) -> Option<Quarters> {
    let many = |of: usize| u32::try_from(of).ok();
    let nodes = many(facts.parent.len());
    let (above, either) = ((0, i64::MAX), (i64::MIN, i64::MAX));
    let last = i64::try_from(facts.parent.len()).unwrap_or(i64::MAX) - 1;
    let unit = unit(file, QUARTERS, log);
    let tops = file.list("quarter_nodes", None, (0, last), log);
    let person = file.list("quarter_person_price", many(facts.group.len()), above, log);
    let node = file.list("quarter_node_price", nodes, either, log);
    let group = file.list("quarter_group_price", many(facts.group_lower.len()), either, log);
    let load = file.list("quarter_load_price", nodes, above, log);
    Some(Quarters {
        unit: unit?,
        nodes: tops?.into_iter().filter_map(|node| u32::try_from(node).ok()).collect(),
        person: person?,
        node: node?,
        group: group?,
        load: load?,
    })
}

fn unit(file: &mut Fields, name: &str, log: &mut Few) -> Option<i64> {
    let found = file.must(name, log)?;
    let text = if let Tree::Text(text) = &found { text.as_str() } else { "" };
    let unit = text.strip_prefix("1/").and_then(|it| it.parse::<i64>().ok()).filter(|&it| it > 0);
    if unit.is_none() {
        let found = shown(&found.shown());
        log.field(name, FindingKind::PriceUnit { found });
    }
    unit
}
