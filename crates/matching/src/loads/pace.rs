/// How fast a bound is brought down: steps along the slope, smoothed over the steps
/// before, each as long as would reach a bound a little lower. When that does not come,
/// it aims less far and starts again from the best.
#[derive(Debug, Clone)]
pub(super) struct Pace {
    /// The part of the direction before that is kept.
    keep: f64,
    /// Steps without gain before it aims less far.
    patience: u32,
    /// What part of the aim is left then.
    shrink: f64,
    /// How far below the best the next step aims, as a part of the best at first.
    first: f64,
    aim: f64,
    since: u32,
    best: Option<i128>,
    direction: Vec<f64>,
}

/// What a new bound means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The best so far: keep these prices.
    Better,
    /// Not better; go on from here.
    Onwards,
    /// Go back to the best prices.
    Back,
    /// No more to be had.
    Done,
}

/// A part of the best bound so small that it is not worth a step.
const LAST: f64 = 1e-6;

impl Pace {
    pub(super) fn new(size: usize, keep: f64, patience: u32, shrink: f64, first: f64) -> Self {
        let direction = vec![0.0; size];
        Self { keep, patience, shrink, first, aim: 0.0, since: 0, best: None, direction }
    }

    pub(super) fn judge(&mut self, bound: i128) -> Verdict {
        let better = match self.best {
            None => {
                self.aim = (bound as f64).abs() * self.first;
                true
            }
            Some(best) => {
                let much = (best - bound) as f64 > self.aim * 0.05;
                self.since = if much { 0 } else { self.since + 1 };
                bound < best
            }
        };
        if better {
            self.best = Some(bound);
        }
        if self.since <= self.patience {
            return if better { Verdict::Better } else { Verdict::Onwards };
        }
        self.since = 0;
        self.aim *= self.shrink;
        self.direction.fill(0.0);
        let last = self.aim < self.best.map_or(1.0, |best| (best as f64).abs()) * LAST;
        match (last, better) {
            (true, _) => Verdict::Done,
            (false, true) => Verdict::Better,
            (false, false) => Verdict::Back,
        }
    }

    /// How much each price goes down; `stuck` says of a price that it cannot.
    pub(super) fn step(
        &mut self,
        bound: i128,
        slope: &[f64],
        stuck: impl Fn(usize) -> bool,
    ) -> impl Iterator<Item = i64> + '_ {
        let (mut along, mut steep) = (0.0, 0.0);
        for (at, (direction, slope)) in self.direction.iter_mut().zip(slope).enumerate() {
            *direction = self.keep * *direction + (1.0 - self.keep) * slope;
            if *direction > 0.0 && stuck(at) {
                *direction = 0.0;
            }
            along += *direction * *direction;
            steep += slope * slope;
        }
        let above = self.best.map_or(0.0, |best| (bound - best) as f64);
        let length = (above + self.aim) / along.max(0.2 * steep).max(1.0);
        self.direction.iter().map(move |direction| whole(direction * length))
    }
}

/// The whole number nearest to zero from here.
#[expect(clippy::cast_possible_truncation, reason = "a float becomes whole, and saturates")]
pub(super) fn whole(of: f64) -> i64 {
    of as i64
}
