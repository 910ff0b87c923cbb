use crate::OrganisationCode;

/// How the targets of associations are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetRule {
    /// Each its part of the year's homes by its part of the stock, exactly adding up.
    ByStock {
        /// Its floor, in thousandths of its target.
        least: u32,
        /// Its ceiling, in thousandths of its target; `None`: no ceiling.
        most: Option<u32>,
    },
    /// Numbers that were agreed.
    Agreed,
}

impl TargetRule {
    /// The word in the database and in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::ByStock { .. } => "by-stock",
            Self::Agreed => "agreed",
        }
    }
}

/// What an association promises for a year ("taakstelling").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssociationTerms {
    /// Which.
    pub association: OrganisationCode,
    /// Its homes, when the rule weighed them.
    pub stock: Option<u32>,
    /// At least this many homes in the year.
    pub floor: u32,
    /// As many as are meant.
    pub target: u32,
    /// At most this many; `None`: no ceiling.
    pub ceiling: Option<u32>,
}

/// The targets of associations by their stock. They add up to the homes of the year exactly: each
/// gets its part rounded down, and what is left goes one by one to whose part was cut most, of
/// two alike to the first. Nobody gets anything when nobody has homes.
pub fn targets_by_stock(
    homes: u32,
    stocks: &[(OrganisationCode, u32)],
    least: u32,
    most: Option<u32>,
) -> Vec<AssociationTerms> {
    let all: u64 = stocks.iter().map(|(_, stock)| u64::from(*stock)).sum();
    let parts: Vec<(u64, u64)> = stocks
        .iter()
        .map(|(_, stock)| {
            let whole = u64::from(homes) * u64::from(*stock);
            (whole / all.max(1), whole % all.max(1))
        })
        .collect();
    let given: u64 = parts.iter().map(|(whole, _)| whole).sum();
    let left = if all == 0 { 0 } else { u64::from(homes).saturating_sub(given) };
    let mut cut: Vec<usize> = (0..parts.len()).collect();
    cut.sort_by_key(|&at| std::cmp::Reverse(parts[at].1));
    let more = cut.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX));
    let more: std::collections::BTreeSet<usize> = more.collect();
    let each = stocks.iter().zip(&parts).enumerate();
    each.map(|(at, ((association, stock), (whole, _)))| {
        let target = u32::try_from(whole + u64::from(more.contains(&at))).unwrap_or(u32::MAX);
        let of = |per_mille: u32| u64::from(target) * u64::from(per_mille);
        let small = |it: u64| u32::try_from(it).unwrap_or(u32::MAX);
        AssociationTerms {
            association: association.clone(),
            stock: Some(*stock),
            floor: small(of(least) / 1_000),
            target,
            ceiling: most.map(|most| small(of(most).div_ceil(1_000))),
        }
    })
    .collect()
}
