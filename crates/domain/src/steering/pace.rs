//! The homes of a year month by month, beside an even pace and one with the season.

/// A whole, shared out over the months by their weights: whole homes that add up to it. What is
/// left over by rounding goes to the largest remainders, the earlier month first.
///
/// ```
/// use sleutel_domain::steering::by_month;
///
/// let mut weights = [0.0; 12];
/// (weights[0], weights[1]) = (2.0, 1.0);
/// assert_eq!(by_month(8, &weights)[..3], [5, 3, 0]);
/// ```
pub fn by_month(whole: u32, weights: &[f64; 12]) -> [u32; 12] {
    let mut months = [0_u32; 12];
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        return months;
    }
    let exact = weights.map(|it| f64::from(whole) * it / sum);
    for (month, exact) in months.iter_mut().zip(&exact) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a part of `whole`, never below nought"
        )]
        let floor = exact.floor() as u32;
        *month = floor;
    }
    let mut order: Vec<usize> =
        (0..12).filter(|at| weights.get(*at).is_some_and(|it| *it > 0.0)).collect();
    let rest = |at: usize| exact.get(at).map_or(0.0, |it| it.fract());
    order.sort_by(|a, b| rest(*b).total_cmp(&rest(*a)).then(a.cmp(b)));
    let left = whole.saturating_sub(months.iter().sum());
    for at in order.into_iter().cycle().take(usize::try_from(left).unwrap_or(0)) {
        if let Some(month) = months.get_mut(at) {
            *month += 1;
        }
    }
    months
}

/// The homes of a year by month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Months {
    /// Homes of which the month is known.
    pub known: [u32; 12],
    /// Homes of which only the year is known, shared out over its days.
    pub spread: [u32; 12],
}

impl Months {
    /// `total` homes were realised: those `agreed` here, by month, and others that were brought
    /// in as a number. Of these `moved_in` says in which month households came to live there, as
    /// far as there are files; where the files say more than the number, the number holds. `days`
    /// are the days of each month that are over.
    pub fn of(total: u32, agreed: [u32; 12], moved_in: [u32; 12], days: &[f64; 12]) -> Self {
        let brought_in = total.saturating_sub(agreed.iter().sum());
        let files: u32 = moved_in.iter().sum();
        let (told, rest) = if files > brought_in {
            (by_month(brought_in, &moved_in.map(f64::from)), 0)
        } else {
            (moved_in, brought_in - files)
        };
        let mut known = agreed;
        for (month, told) in known.iter_mut().zip(told) {
            *month = month.saturating_add(told);
        }
        Self { known, spread: by_month(rest, days) }
    }

    /// All homes of each month.
    pub fn homes(&self) -> [u32; 12] {
        let mut homes = self.known;
        for (month, spread) in homes.iter_mut().zip(self.spread) {
            *month = month.saturating_add(spread);
        }
        homes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(values: &[u32]) -> [u32; 12] {
        std::array::from_fn(|at| values.get(at).copied().unwrap_or(0))
    }

    #[test]
    fn months_add_up_to_the_whole() {
        for whole in [0, 1, 7, 100, 1_799] {
            let weights: [f64; 12] = std::array::from_fn(|at| (at % 5) as f64 + 0.3);
            assert_eq!(by_month(whole, &weights).iter().sum::<u32>(), whole);
        }
        assert_eq!(by_month(5, &[0.0; 12]), [0; 12], "nowhere to go");
    }

    #[test]
    fn what_has_no_month_lies_over_the_days_that_are_over() {
        let days = first(&[31, 28, 1]).map(f64::from);
        let months = Months::of(70, first(&[2, 0, 3]), first(&[4, 1]), &days);
        assert_eq!(months.known, first(&[6, 1, 3]));
        assert_eq!(months.spread, first(&[31, 28, 1]));
        assert_eq!(months.homes().iter().sum::<u32>(), 70);
    }

    #[test]
    fn files_never_say_more_than_the_number() {
        let months = Months::of(10, first(&[4]), first(&[8, 4]), &[1.0; 12]);
        assert_eq!((months.known, months.spread), (first(&[8, 2]), [0; 12]));
        let more = Months::of(3, first(&[4]), [0; 12], &[1.0; 12]);
        assert_eq!(more.homes().iter().sum::<u32>(), 4, "what was agreed here was agreed");
    }
}
