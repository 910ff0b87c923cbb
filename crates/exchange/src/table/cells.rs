//! From the text of a cell to a value, or the finding that says why not.

use jiff::civil::Date;
use sleutel_domain::{Cents, CodeError, Phrase, TextError, placement::SupportLoad};

use crate::finding::FindingKind;

pub(crate) type Parsed<T> = Result<T, FindingKind>;

/// For the constructors of codes.
pub(crate) fn code<T>(make: impl Fn(&str) -> Result<T, CodeError>) -> impl Fn(&str) -> Parsed<T> {
    move |text| {
        make(text).map_err(|error| match error {
            CodeError::Empty => FindingKind::Empty {},
            CodeError::TooLong { length } => too_long(length, 64),
            CodeError::Character(character) => FindingKind::CodeCharacter {
                found: text.to_owned(),
                character: character.to_string(),
            },
        })
    }
}

/// For the constructors of texts.
pub(crate) fn words<T>(make: impl Fn(&str) -> Result<T, TextError>) -> impl Fn(&str) -> Parsed<T> {
    move |text| {
        make(text).map_err(|error| match error {
            TextError::Empty => FindingKind::Empty {},
            TextError::TooLong { length, most } => too_long(length, most),
            TextError::Control => FindingKind::ControlCharacter {},
        })
    }
}

fn too_long(length: usize, most: usize) -> FindingKind {
    let figure = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    FindingKind::TooLong { length: figure(length), most: figure(most) }
}

/// For the `from_code` of lists; `all` is what the finding names.
pub(crate) fn one_of<T>(
    from_code: impl Fn(&str) -> Option<T>,
    all: &[&str],
) -> impl Fn(&str) -> Parsed<T> {
    move |text| {
        from_code(text).or_else(|| from_code(&text.to_lowercase())).ok_or_else(|| {
            FindingKind::NotOneOf { found: text.to_owned(), allowed: all.join(", ") }
        })
    }
}

/// Points of support load, 1 to 3.
pub(crate) fn points(text: &str) -> Parsed<SupportLoad> {
    let number = whole(1_u32, 3)(text)?;
    Ok(SupportLoad::from_points(number).unwrap_or(SupportLoad::Heavy))
}

/// `2026-05-01`, or day-month-year as Dutch spreadsheets write it (`1-5-2026`).
pub(crate) fn date(text: &str) -> Parsed<Date> {
    let bad = || FindingKind::NotADate { found: text.to_owned() };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = text.split('-');
    let (Some(a), Some(b), Some(c), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(bad());
    };
    if ![a, b, c].into_iter().all(digits) {
        return Err(bad());
    }
    let (year, month, day) = match (a.len(), c.len()) {
        (4, 1 | 2) => (a, b, c),
        (1 | 2, 4) => (c, b, a),
        _ => return Err(bad()),
    };
    let read = || {
        let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        Date::new(year, month, day).ok()
    };
    let date = read().ok_or_else(bad)?;
    if (1900..=2100).contains(&date.year()) {
        Ok(date)
    } else {
        Err(FindingKind::DateOutOfReach { date })
    }
}

/// A date that lies in the past, or is today.
pub(crate) fn past(today: Date) -> impl Fn(&str) -> Parsed<Date> {
    move |text| {
        let date = date(text)?;
        if date > today { Err(FindingKind::DateInFuture { date, today }) } else { Ok(date) }
    }
}

/// A whole number within limits, both included.
pub(crate) fn whole<T>(least: T, most: T) -> impl Fn(&str) -> Parsed<T>
where
    T: TryFrom<i64> + PartialOrd + Copy + Into<i64>,
{
    move |text| {
        let number: i64 =
            text.parse().map_err(|_| FindingKind::NotANumber { found: text.to_owned() })?;
        let outside = || FindingKind::OutOfRange {
            found: text.to_owned(),
            least: least.into(),
            most: most.into(),
        };
        let value = T::try_from(number).map_err(|_| outside())?;
        if value < least || value > most { Err(outside()) } else { Ok(value) }
    }
}

/// The number of homes or households in an agreement.
pub(crate) fn count(text: &str) -> Parsed<u32> {
    whole(0_u32, 1_000_000)(text)
}

/// A calendar year.
pub(crate) fn year(text: &str) -> Parsed<i16> {
    whole(1900_i16, 2100)(text)
}

/// A number with a decimal comma or point, from nought to `most`.
pub(crate) fn decimal(most: i32) -> impl Fn(&str) -> Parsed<f64> {
    move |text| {
        let bad = || FindingKind::NotANumber { found: text.to_owned() };
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b".,-".contains(&byte));
        let number: f64 = if plain {
            text.replace(',', ".").parse().map_err(|_| bad())?
        } else {
            return Err(bad());
        };
        if (0.0..=f64::from(most)).contains(&number) {
            Ok(number)
        } else {
            Err(FindingKind::OutOfRange { found: text.to_owned(), least: 0, most: i64::from(most) })
        }
    }
}

/// `ja`, `nee`, `yes`, `no`, `true`, `false`, `1`, `0`, in capitals or not.
pub(crate) fn yes_no(text: &str) -> Parsed<bool> {
    match text.to_lowercase().as_str() {
        "ja" | "j" | "yes" | "y" | "true" | "waar" | "1" => Ok(true),
        "nee" | "n" | "no" | "false" | "onwaar" | "0" => Ok(false),
        _ => Err(FindingKind::NotYesNo { found: text.to_owned() }),
    }
}

/// Euros with a decimal comma or point: `612,50`, `612.5`, `€ 1.250,50`. A lone mark
/// before three digits (`1.250`) could be either and is refused.
pub(crate) fn amount(text: &str) -> Parsed<Cents> {
    let bad = || FindingKind::NotAnAmount { found: text.to_owned() };
    let bare: String = text.replace('€', "").chars().filter(|c| !c.is_whitespace()).collect();
    let (euros, cents) = match bare.rfind([',', '.']) {
        None => (bare.as_str(), "00"),
        Some(at) => (bare.get(..at).unwrap_or_default(), bare.get(at + 1..).unwrap_or_default()),
    };
    let grouped = euros.contains([',', '.']);
    let mark = bare.chars().rev().find(|c| *c == ',' || *c == '.');
    let groups_sound = euros.split([',', '.']).skip(1).all(|group| group.len() == 3);
    if grouped && (!groups_sound || euros.chars().any(|c| Some(c) == mark)) {
        return Err(bad());
    }
    let euros = euros.replace([',', '.'], "");
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(&euros) || !digits(cents) || cents.len() > 2 {
        return Err(bad());
    }
    let hundredths: i64 = format!("{cents:0<2}").parse().map_err(|_| bad())?;
    let whole: i64 = euros.parse().map_err(|_| bad())?;
    let total = whole.checked_mul(100).and_then(|euros| euros.checked_add(hundredths));
    let outside = || FindingKind::OutOfRange { found: text.to_owned(), least: 0, most: 1_000_000 };
    Cents::new(total.ok_or_else(outside)?).map_err(|_| outside())
}

/// Four digits and two letters; a blank between them is left out.
pub(crate) fn postcode(text: &str) -> Parsed<Phrase> {
    let bare: String =
        text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let bytes = bare.as_bytes();
    let sound = bytes.len() == 6
        && bytes.iter().take(4).all(u8::is_ascii_digit)
        && bytes.iter().skip(4).all(u8::is_ascii_uppercase)
        && !bare.starts_with('0');
    let bad = || FindingKind::NotAPostcode { found: text.to_owned() };
    if sound { Phrase::new(&bare).map_err(|_| bad()) } else { Err(bad()) }
}

/// Sixteen digits.
pub(crate) fn bag_id(text: &str) -> Parsed<Phrase> {
    let bad = || FindingKind::NotABagId { found: text.to_owned() };
    if text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        Phrase::new(text).map_err(|_| bad())
    } else {
        Err(bad())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_may_have_a_comma_or_a_point() {
        let rows = [
            ("612,50", Some(61_250)),
            ("612.5", Some(61_250)),
            ("612", Some(61_200)),
            ("€ 1.250,50", Some(125_050)),
            ("1,250.50", Some(125_050)),
            ("1.250", None),
            ("1.250.50", None),
            ("12,5O", None),
            ("-5", None),
            ("", None),
            (",50", None),
            ("99999999999999999999", None),
        ];
        for (text, cents) in rows {
            assert_eq!(amount(text).ok().map(Cents::get), cents, "{text}");
        }
    }

    #[test]
    fn a_date_is_year_first_or_day_first_and_nothing_else() {
        let may = jiff::civil::date(2026, 5, 1);
        for text in ["2026-05-01", "01-05-2026", "1-5-2026"] {
            assert_eq!(date(text), Ok(may), "{text}");
        }
        for text in [
            "01/05/2026",
            "1-5-26",
            "2026-13-01",
            "31-2-2026",
            "2026-05-01T00:00",
            "14-02-205",
            "+1-5-2026",
        ] {
            assert!(matches!(date(text), Err(FindingKind::NotADate { .. })), "{text}");
        }
        assert_eq!(date("1026-05-01").unwrap_err().code(), "E207");
    }

    #[test]
    fn a_day_after_today_is_no_day_of_birth() {
        let read = past(jiff::civil::date(2026, 5, 1));
        assert!(read("2026-05-01").is_ok());
        assert_eq!(read("2026-05-02").unwrap_err().code(), "E206");
    }

    #[test]
    fn a_whole_number_keeps_to_its_limits() {
        let read = whole(1_u8, 20);
        assert_eq!(read("20"), Ok(20));
        for text in ["0", "21", "300", "-1"] {
            assert_eq!(read(text).unwrap_err().code(), "E209", "{text}");
        }
        assert_eq!(read("two").unwrap_err().code(), "E208");
    }

    #[test]
    fn a_decimal_is_a_plain_number() {
        assert_eq!(decimal(100)("1,5"), Ok(1.5));
        for text in ["nan", "inf", "1e3", "1.2.3"] {
            assert_eq!(decimal(100)(text).unwrap_err().code(), "E208", "{text}");
        }
        assert_eq!(decimal(100)("-3").unwrap_err().code(), "E209");
    }

    #[test]
    fn a_postcode_is_four_digits_and_two_letters() {
        assert_eq!(postcode("1013 ab").unwrap().as_str(), "1013AB");
        for text in ["101AB", "1013A1", "0013AB", "1013ABC"] {
            assert_eq!(postcode(text).unwrap_err().code(), "E218", "{text}");
        }
    }
}
