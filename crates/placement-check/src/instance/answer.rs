use super::{Question, Violation};

/// A plan, and what is said to prove it.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// For each person its home.
    pub assignment: &'a [Option<u32>],
    /// Whether the limits on load count.
    pub loads: bool,
    /// Prices, when there are.
    pub prices: Option<Prices<'a>>,
}

/// What one more place would be worth, everywhere; from 0 up, in `1 / unit` of a weight.
#[derive(Debug, Clone, Copy)]
pub struct Prices<'a> {
    /// How many price units go in one unit of weight, at least 1.
    pub unit: i64,
    /// Of each home.
    pub home: &'a [i64],
    /// Of each ceiling of a part of the city.
    pub node_cap: &'a [i64],
    /// Of each floor of a part of the city.
    pub node_floor: &'a [i64],
    /// Of each ceiling of a group.
    pub group_cap: &'a [i64],
    /// Of each floor of a group.
    pub group_floor: &'a [i64],
    /// Of each limit on load; used only when loads count.
    pub load: Option<&'a [i64]>,
}

impl Answer<'_> {
    /// Lists that are not of the length of what they are about.
    pub(super) fn wrong_lengths(&self, question: &Question<'_>) -> Vec<Violation> {
        let mut lists = vec![(self.assignment.len(), question.group.len())];
        if let Some(prices) = &self.prices {
            let (nodes, groups) = (question.parent.len(), question.group_lower.len());
            lists.extend([
                (prices.home.len(), question.complex.len()),
                (prices.node_cap.len(), nodes),
                (prices.node_floor.len(), nodes),
                (prices.group_cap.len(), groups),
                (prices.group_floor.len(), groups),
                (prices.load.map_or(nodes, <[i64]>::len), nodes),
            ]);
        }
        let wrong = lists.into_iter().filter(|(length, expected)| length != expected);
        wrong.map(|(length, expected)| Violation::Length { length, expected }).collect()
    }
}

impl Prices<'_> {
    /// Prices that would prove what is not so.
    pub(super) fn wrong(&self, question: &Question<'_>, loads: bool) -> Vec<Violation> {
        let mut found = Vec::new();
        if self.unit < 1 {
            found.push(Violation::Unit(self.unit));
        }
        let loads = self.load.filter(|_| loads).unwrap_or_default();
        let lists =
            [self.home, self.node_cap, self.node_floor, self.group_cap, self.group_floor, loads];
        for &price in lists.into_iter().flatten().filter(|&&price| price < 0) {
            found.push(Violation::BelowZero(price));
        }
        // It would lower what people gain and nobody would pay for it.
        for ((node, &price), cap) in (0..).zip(loads).zip(question.load_cap) {
            if cap.is_none() && price != 0 {
                found.push(Violation::NoLimit { node, price });
            }
        }
        found
    }
}
