//! Proof that a form was sent from one of our own pages.

use subtle::ConstantTimeEq;

/// The name of the hidden field.
pub const FIELD: &str = "_csrf";

/// Whether the token a form sent back is the session's. An empty token of the
/// session never matches. Takes equally long wherever the two differ.
pub fn verify(expected: &str, given: &str) -> bool {
    !expected.is_empty() && bool::from(expected.as_bytes().ct_eq(given.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::verify;

    #[test]
    fn only_the_sessions_own_token_is_accepted() {
        assert!(verify("abc", "abc"));
        assert!(!verify("abc", "abd"));
        assert!(!verify("abc", "ab"));
        assert!(!verify("abc", ""));
    }

    #[test]
    fn a_session_without_a_token_accepts_nothing() {
        assert!(!verify("", ""));
    }
}
