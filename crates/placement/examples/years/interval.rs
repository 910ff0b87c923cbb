/// A mean with the half width of its interval of 95 percent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Interval {
    pub(crate) mean: f64,
    pub(crate) half: f64,
}

/// Student's t at 97.5 percent, by degrees of freedom from 1; beyond the table the normal.
const T: [f64; 30] = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042,
];

impl Interval {
    /// Of figures that do not hang together, one a year; the half width is infinite for
    /// one year.
    pub(crate) fn of(figures: &[f64]) -> Self {
        let count = f64::from(u32::try_from(figures.len()).unwrap_or(u32::MAX));
        let mean = figures.iter().sum::<f64>() / count;
        let squares: f64 = figures.iter().map(|it| (it - mean) * (it - mean)).sum();
        let freedom = figures.len().saturating_sub(1);
        let half = match freedom {
            0 => f64::INFINITY,
            _ => {
                let t = T.get(freedom - 1).copied().unwrap_or(1.96);
                t * (squares / (count - 1.0) / count).sqrt()
            }
        };
        Self { mean, half }
    }
}
