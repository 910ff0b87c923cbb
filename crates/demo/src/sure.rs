//! Texts and codes of this crate as domain values.
//!
//! INVARIANT: whatever comes in here is a constant of this crate or put together from
//! constants, never input; the tests build whole cities and so try each of them.

use jiff::{ToSpan, civil::Date};
use sleutel_domain::{
    AreaCode, Cents, ComplexCode, DwellingCode, FormCode, GroupCode, LongText, OrganisationCode,
    PersonName, Phrase, Reference, VacancyCode,
};

macro_rules! sure {
    ($($name:ident -> $kind:ty),+ $(,)?) => {
        $(pub(crate) fn $name(text: &str) -> $kind {
            <$kind>::new(text)
                .unwrap_or_else(|error| unreachable!("`{text}` of the demo city: {error}"))
        })+
    };
}

sure! {
    area -> AreaCode,
    complex -> ComplexCode,
    dwelling -> DwellingCode,
    form -> FormCode,
    group -> GroupCode,
    long -> LongText,
    organisation -> OrganisationCode,
    person -> PersonName,
    phrase -> Phrase,
    reference -> Reference,
    vacancy -> VacancyCode,
}

/// Cents.
pub(crate) fn cents(amount: i64) -> Cents {
    Cents::new(amount).unwrap_or_else(|error| unreachable!("rent of the demo city: {error}"))
}

/// That many days earlier; later when negative.
pub(crate) fn days_before(date: Date, days: i64) -> Date {
    date.saturating_sub(days.days())
}

/// Whole days from the one to the other.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// Born so that somebody is this many years old and has the next birthday in that
/// many days.
pub(crate) fn born(today: Date, years: i64, birthday_in: i64) -> Date {
    days_before(today.saturating_sub((years + 1).years()), -birthday_in)
}

/// A number that is small and not negative as `u8`.
pub(crate) fn small(number: i64) -> u8 {
    u8::try_from(number).unwrap_or(0)
}
