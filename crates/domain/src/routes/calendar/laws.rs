//! What holds of every term and every day.

use jiff::{
    Span,
    civil::{Date, date},
};
use proptest::prelude::*;

use super::{Length, Term, Unit, due, is_working_day};

fn day() -> impl Strategy<Value = Date> {
    (0..80_000i32).prop_map(|days| date(1950, 1, 1).saturating_add(Span::new().days(days)))
}

fn length() -> impl Strategy<Value = Length> {
    (1..=Length::MOST, prop::sample::select(Unit::ALL))
        .prop_map(|(count, unit)| Length::new(count, unit).unwrap())
}

/// Lengths whose end the act moves.
fn short() -> impl Strategy<Value = Length> {
    let most = |unit| match unit {
        Unit::WorkingDays => 60_u16,
        Unit::Days => 90,
        Unit::Weeks => 12,
        Unit::Months => 3,
    };
    prop::sample::select(Unit::ALL)
        .prop_flat_map(move |unit| (1..=most(unit), Just(unit)))
        .prop_map(|(count, unit)| Length::new(count, unit).unwrap())
}

proptest! {
    #[test]
    fn a_legal_term_never_ends_on_a_free_day(from in day(), length in short()) {
        let end = due(Term { length, legal: true }, from);
        prop_assert!(is_working_day(end), "{end}");
    }

    #[test]
    fn a_legal_term_never_ends_before_the_same_term_that_is_not(from in day(), length in length()) {
        let [ordinary, legal] = [false, true].map(|legal| due(Term { length, legal }, from));
        prop_assert!(from < ordinary && ordinary <= legal);
    }

    #[test]
    fn what_begins_later_does_not_end_earlier(
        from in day(), later in 0..400i32, length in length(), legal: bool,
    ) {
        let term = Term { length, legal };
        let after = from.saturating_add(Span::new().days(later));
        prop_assert!(due(term, from) <= due(term, after));
    }

    #[test]
    fn a_longer_term_of_one_unit_does_not_end_earlier(from in day(), length in short()) {
        let longer = Length::new(length.count() + 1, length.unit()).unwrap();
        let end = |length| due(Term { length, legal: false }, from);
        prop_assert!(end(length) < end(longer) || length.unit() == Unit::Months);
        prop_assert!(end(length) <= end(longer));
    }

    #[test]
    fn what_was_written_reads_back(length in length()) {
        prop_assert_eq!(Length::read(&length.to_string()), Some(length));
    }
}

#[test]
fn a_term_at_the_end_of_all_calendars_ends_with_them() {
    for unit in Unit::ALL {
        let length = Length::new(Length::MOST, *unit).unwrap();
        assert_eq!(due(Term { length, legal: true }, Date::MAX), Date::MAX);
    }
}
