//! Kaplan and Meier's estimate of how long something takes when some of it is still going on.
//!
//! Sources: Kaplan and Meier (1958) for the estimate, Greenwood (1926) for its variance, Kalbfleisch
//! and Prentice (1980) for the interval on the scale of log(−log), Brookmeyer and Crowley (1982) for
//! the interval of a quantile. Times are whole numbers of any unit, from nought. Of times that are
//! equal, those that ended come before those that were still running.

/// The two-sided 95 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// How long one thing took, or has taken so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    /// How long it was seen.
    pub length: u32,
    /// Whether it ended by what we look for; otherwise it was still running when we stopped looking.
    pub ended: bool,
}

impl Time {
    /// It took this long.
    pub fn ended(length: u32) -> Self {
        Self { length, ended: true }
    }

    /// It was still running after this long.
    pub fn running(length: u32) -> Self {
        Self { length, ended: false }
    }
}

/// A moment at which something ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// When.
    pub time: u32,
    /// How many were still running just before it, and were seen.
    pub at_risk: u32,
    /// How many ended then.
    pub ended: u32,
    /// The share that is still running just after it.
    pub still: f64,
    /// Greenwood's standard error of that share.
    pub error: f64,
    /// The lower end of its 95 % interval.
    pub low: f64,
    /// The upper end of its 95 % interval.
    pub high: f64,
}

/// What the curve says about one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The share that is still running.
    pub still: f64,
    /// The lower end of its 95 % interval.
    pub low: f64,
    /// The upper end of its 95 % interval.
    pub high: f64,
}

impl Point {
    const START: Self = Self { still: 1.0, low: 1.0, high: 1.0 };

    fn after(step: &Step) -> Self {
        Self { still: step.still, low: step.low, high: step.high }
    }
}

/// How long it takes until a share has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantile {
    /// The first moment at which at least that share has ended; `None` while it has not.
    pub time: Option<u32>,
    /// The lower end of its 95 % interval; `None` when even that was not seen.
    pub low: Option<u32>,
    /// The upper end; `None` when it was not seen, so that it can be any time longer.
    pub high: Option<u32>,
}

/// The mean of times cut off at a limit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// The area under the curve up to the limit.
    pub mean: f64,
    /// Its standard error.
    pub error: f64,
}

/// The curve: which share is still running after how long.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    lengths: Vec<u32>,
    steps: Vec<Step>,
}

impl Curve {
    /// The estimate from these times, in whatever order.
    pub fn of(times: &[Time]) -> Self {
        let mut sorted = times.to_vec();
        sorted.sort_unstable();
        let count = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        let mut left = sorted.len();
        let (mut still, mut greenwood) = (1.0_f64, 0.0_f64);
        let mut steps = Vec::new();
        for same in sorted.chunk_by(|one, other| one.length == other.length) {
            let ended = same.iter().filter(|it| it.ended).count();
            if let (Some(first), true) = (same.first(), ended > 0) {
                let (risk, gone) = (left as f64, ended as f64);
                still = if ended == left { 0.0 } else { still * (1.0 - gone / risk) };
                greenwood += gone / (risk * (risk - gone));
                let (low, high) = interval(still, greenwood);
                let error = if still > 0.0 { still * greenwood.sqrt() } else { 0.0 };
                let (at_risk, ended) = (count(left), count(ended));
                steps.push(Step { time: first.length, at_risk, ended, still, error, low, high });
            }
            left -= same.len();
        }
        Self { lengths: sorted.into_iter().map(|it| it.length).collect(), steps }
    }

    /// The moments at which something ended, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many times there are.
    pub fn count(&self) -> u32 {
        u32::try_from(self.lengths.len()).unwrap_or(u32::MAX)
    }

    /// How many of them ended.
    pub fn ended(&self) -> u32 {
        self.steps.iter().map(|it| it.ended).sum()
    }

    /// The longest that was seen.
    pub fn longest(&self) -> Option<u32> {
        self.lengths.last().copied()
    }

    /// How many were seen for at least this long: those at risk just before that moment.
    pub fn at_risk(&self, time: u32) -> u32 {
        let before = self.lengths.partition_point(|it| *it < time);
        u32::try_from(self.lengths.len() - before).unwrap_or(u32::MAX)
    }

    /// The share still running after this long. `None` when nobody was seen that long while some
    /// were still running: that would be a guess.
    pub fn at(&self, time: u32) -> Option<Point> {
        let after = self.steps.partition_point(|it| it.time <= time);
        let last = after.checked_sub(1).and_then(|at| self.steps.get(at));
        let over = last.is_some_and(|it| it.still <= 0.0);
        (over || self.longest()? >= time).then(|| last.map_or(Point::START, Point::after))
    }

    /// How long until this share (between 0 and 1) has ended, with the moments that a 95 % interval
    /// leaves possible.
    pub fn quantile(&self, share: f64) -> Quantile {
        // Shares come from divisions; what differs by less than this is the same.
        let left = 1.0 - share + 1e-9;
        let first =
            |of: fn(&Step) -> f64| self.steps.iter().find(|it| of(it) <= left).map(|it| it.time);
        // Where nobody is left there is no interval, so nothing is known of its upper end.
        let known = self.steps.iter().filter(|it| it.still > 0.0);
        let high = known.clone().find(|it| it.high <= left).map(|it| it.time);
        Quantile { time: first(|it| it.still), low: first(|it| it.low), high }
    }

    /// The mean of the times, each counted up to the limit at most ("restricted mean"); `None` when
    /// nobody was seen that long while some were still running.
    pub fn mean(&self, limit: u32) -> Option<Mean> {
        self.at(limit)?;
        let within: Vec<&Step> = self.steps.iter().filter(|it| it.time < limit).collect();
        let ends = within.iter().skip(1).map(|it| it.time).chain([limit]);
        let first = within.first().map_or(limit, |it| it.time);
        // From the last step back: the area that is left after each.
        let areas: Vec<f64> = within
            .iter()
            .zip(ends)
            .map(|(step, until)| step.still * f64::from(until - step.time))
            .collect();
        let (mut after, mut variance) = (0.0, 0.0);
        for (step, area) in within.iter().zip(&areas).rev() {
            after += area;
            let (risk, gone) = (f64::from(step.at_risk), f64::from(step.ended));
            if step.at_risk > step.ended {
                variance += after * after * gone / (risk * (risk - gone));
            }
        }
        Some(Mean { mean: f64::from(first) + after, error: variance.sqrt() })
    }
}

/// The interval of a share on the scale of log(−log): it stays between 0 and 1. Where nobody is left
/// there is none, and both ends are the share itself.
fn interval(still: f64, greenwood: f64) -> (f64, f64) {
    if still <= 0.0 || still >= 1.0 || !greenwood.is_finite() {
        return (still, still);
    }
    let around = Z * greenwood.sqrt() / still.ln().abs();
    (still.powf(around.exp()), still.powf((-around).exp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weeks of remission under 6-mercaptopurine (Freireich and others, 1963; in Cox and Oakes,
    /// 1984, and every textbook since). A running time has a minus.
    const REMISSION: [i32; 21] =
        [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];

    fn times(of: &[i32]) -> Vec<Time> {
        of.iter().map(|it| Time { length: it.unsigned_abs(), ended: *it > 0 }).collect()
    }

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 5e-4, "{found} and not {expected}");
    }

    #[test]
    fn remission_is_as_the_textbooks_have_it() {
        let curve = Curve::of(&times(&REMISSION));
        let expected = [
            (6, 21, 3, 0.857, 0.0764),
            (7, 17, 1, 0.807, 0.0869),
            (10, 15, 1, 0.753, 0.0963),
            (13, 12, 1, 0.690, 0.1068),
            (16, 11, 1, 0.627, 0.1141),
            (22, 7, 1, 0.538, 0.1282),
            (23, 6, 1, 0.448, 0.1346),
        ];
        assert_eq!(curve.steps().len(), expected.len());
        for (step, (time, at_risk, ended, still, error)) in curve.steps().iter().zip(expected) {
            assert_eq!((step.time, step.at_risk, step.ended), (time, at_risk, ended));
            near(step.still, still);
            near(step.error, error);
        }
        assert_eq!((curve.count(), curve.ended(), curve.longest()), (21, 9, Some(35)));
    }

    /// The interval on log(−log) at 6 weeks, worked out by hand: Ŝ = 18/21, Greenwood's sum is
    /// 3 / (21 · 18), so the exponent is 1.96 · 0.08909 / |ln 0.85714| = 1.13273.
    #[test]
    fn the_band_is_the_one_on_log_minus_log() {
        let curve = Curve::of(&times(&REMISSION));
        let at = curve.at(6).unwrap();
        let theta = 1.959_964 * (3.0_f64 / (21.0 * 18.0)).sqrt() / (6.0_f64 / 7.0).ln().abs();
        near(theta, 1.132_73);
        near(at.low, 0.6197);
        near(at.high, 0.9516);
        near(curve.at(5).unwrap().low, 1.0);
        assert_eq!(curve.at(36), None, "nobody was seen as long");
    }

    #[test]
    fn quantiles_are_the_first_moments_at_which_the_share_has_ended() {
        let curve = Curve::of(&times(&REMISSION));
        // The median of 23 weeks with 13 as its lower end is what R's survival package gives.
        let median = Quantile { time: Some(23), low: Some(13), high: None };
        assert_eq!(curve.quantile(0.5), median);
        let never = Quantile { time: None, low: Some(23), high: None };
        assert_eq!(curve.quantile(0.75), never);
        assert_eq!(Curve::of(&[]).quantile(0.5), Quantile { time: None, low: None, high: None });
    }

    /// Worked out by hand: of four, one ends at 2, one is lost at 3, one ends at 4.
    #[test]
    fn the_restricted_mean_is_the_area_under_the_curve() {
        let curve = Curve::of(&times(&[2, -3, 4, -9]));
        let mean = curve.mean(8).unwrap();
        near(mean.mean, 2.0 + 0.75 * 2.0 + 0.375 * 4.0);
        // After the step at 2 the area is 3, after that at 4 it is 1.5.
        near(mean.error, (9.0_f64 / (4.0 * 3.0) + 2.25 / 2.0).sqrt());
        assert_eq!(curve.mean(10), None);
        let all = Curve::of(&times(&[1, 2, 6])).mean(10).unwrap();
        near(all.mean, 3.0);
    }

    #[test]
    fn who_ends_the_moment_another_is_lost_counts_the_other_as_at_risk() {
        let curve = Curve::of(&times(&[-5, 5]));
        assert_eq!(curve.steps()[0].at_risk, 2);
        near(curve.at(5).unwrap().still, 0.5);
        assert_eq!((curve.at_risk(5), curve.at_risk(6)), (2, 0));
    }

    #[test]
    fn when_everybody_ended_nobody_is_left_and_the_rest_is_known() {
        let curve = Curve::of(&times(&[1, 2]));
        assert_eq!(curve.at(9).map(|it| it.still), Some(0.0));
        assert_eq!(curve.quantile(1.0).time, Some(2));
        assert_eq!(Curve::of(&[]).at(0), None);
    }
}
