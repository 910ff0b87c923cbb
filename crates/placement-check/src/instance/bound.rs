use super::{Prices, Question};

/// The bound of some prices, gathered pair by pair. Every sum is checked: a figure that
/// does not fit in 128 bits proves nothing.
#[derive(Debug)]
pub(super) struct Gains<'a> {
    question: &'a Question<'a>,
    prices: Prices<'a>,
    /// Prices of load in the parts of the city; empty when loads do not count.
    loads: &'a [i64],
    /// What each home costs: its own price and those of the parts it lies in.
    home: Vec<i128>,
    /// What one unit of load costs at each home.
    load: Vec<i128>,
    /// The most each person gains, 0 or more.
    best: Vec<i128>,
    /// Whether a figure did not fit.
    too_large: bool,
}

impl<'a> Gains<'a> {
    pub(super) fn new(
        question: &'a Question<'a>,
        prices: Prices<'a>,
        loads: bool,
        order: &[usize],
    ) -> Self {
        let loads = prices.load.filter(|_| loads).unwrap_or_default();
        let way = |own: &dyn Fn(usize) -> i128| {
            let mut sums = vec![0_i128; question.parent.len()];
            for &at in order {
                let above = question.parent[at].map_or(0, |up| sums[up as usize]);
                // INVARIANT: fewer than 2^32 terms below 2^64.
                sums[at] = above + own(at);
            }
            sums
        };
        let node = way(&|at| i128::from(prices.node_cap[at]) - i128::from(prices.node_floor[at]));
        let carried = way(&|at| loads.get(at).map_or(0, |&price| i128::from(price)));
        let homes = question.complex.iter().map(|&it| it as usize);
        let own = prices.home.iter().map(|&price| i128::from(price));
        Self {
            question,
            prices,
            loads,
            home: homes.clone().zip(own).map(|(at, own)| own + node[at]).collect(),
            load: homes.map(|at| carried[at]).collect(),
            best: vec![0; question.group.len()],
            too_large: false,
        }
    }

    /// What this pair leaves the person.
    pub(super) fn pair(&mut self, person: usize, home: usize, weight: i64) {
        let group = self.question.group[person] as usize;
        let of_group =
            i128::from(self.prices.group_cap[group]) - i128::from(self.prices.group_floor[group]);
        let costs = self.home[home] + of_group;
        // INVARIANT: a product of two figures of 64 bits, less a sum below 2^98.
        let gain = i128::from(weight) * i128::from(self.prices.unit);
        let carried = self.load[home].checked_mul(i128::from(self.question.load[person]));
        let gain = carried.and_then(|it| gain.checked_sub(it)).and_then(|it| it.checked_sub(costs));
        match gain {
            Some(gain) => self.best[person] = self.best[person].max(gain),
            None => self.too_large = true,
        }
    }

    /// In price units; `None` when a figure did not fit.
    pub(super) fn bound(self) -> Option<i128> {
        let (question, prices) = (self.question, self.prices);
        let product = |price: &i64, many: u32| i128::from(*price) * i128::from(many);
        let sum = |list: &[i64], of: &[u32]| {
            list.iter().zip(of).map(|(price, &many)| product(price, many)).sum::<i128>()
        };
        // INVARIANT: fewer than 2^32 products below 2^95 in each of these.
        let homes: i128 = prices.home.iter().map(|&price| i128::from(price)).sum();
        let caps =
            sum(prices.node_cap, question.node_upper) + sum(prices.group_cap, question.group_upper);
        let floors = sum(prices.node_floor, question.node_lower)
            + sum(prices.group_floor, question.group_lower);
        let limits: i128 = (self.loads.iter().zip(question.load_cap))
            .map(|(price, cap)| product(price, cap.unwrap_or(0)))
            .sum();
        let rest = homes + caps - floors;
        let gains = self.best.iter().try_fold(0_i128, |sum, &best| sum.checked_add(best))?;
        let bound = gains.checked_add(rest)?.checked_add(limits)?;
        (!self.too_large).then_some(bound)
    }
}
