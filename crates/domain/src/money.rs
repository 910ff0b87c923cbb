/// An amount in euro cents, never negative, at most one million euro.
///
/// Rents are per month. There is no `Default`: a rent of nothing is a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(u32);

/// Why an amount was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CentsError {
    /// Below nothing.
    #[error("amount `{0}` is negative")]
    Negative(i64),
    /// Above one million euro.
    #[error("amount `{0}` is above one million euro")]
    TooLarge(i64),
}

impl Cents {
    const MOST: i64 = 100_000_000;

    /// Refuses negative amounts and amounts above one million euro.
    pub fn new(cents: i64) -> Result<Self, CentsError> {
        if cents < 0 {
            return Err(CentsError::Negative(cents));
        }
        if cents > Self::MOST {
            return Err(CentsError::TooLarge(cents));
        }
        u32::try_from(cents).map(Self).map_err(|_| CentsError::TooLarge(cents))
    }

    /// The amount in cents.
    pub fn get(self) -> i64 {
        i64::from(self.0)
    }
}
