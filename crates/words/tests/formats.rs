//! How each language writes numbers, money and dates.

use jiff::civil::{date, datetime};
use sleutel_domain::{Cents, access::Language};
use sleutel_words::Words;

const NL: Language = Language::Dutch;
const EN: Language = Language::English;

#[test]
fn dutch_writes_a_comma_before_decimals_and_a_point_between_thousands() {
    assert_eq!(Words::new(NL).decimal(1234.5, 1), "1.234,5");
    assert_eq!(Words::new(EN).decimal(1234.5, 1), "1,234.5");
    assert_eq!(Words::new(NL).number(1_234_567), "1.234.567");
    assert_eq!(Words::new(EN).number(-1234), "-1,234");
}

#[test]
fn a_number_that_rounds_to_nothing_has_no_minus_sign() {
    assert_eq!(Words::new(NL).decimal(-0.04, 1), "0,0");
    assert_eq!(Words::new(NL).decimal(-0.06, 1), "-0,1");
}

#[test]
fn the_euro_sign_never_stands_alone_at_the_end_of_a_line() {
    let rent = Cents::new(61_250).unwrap();
    assert_eq!(Words::new(NL).money(rent), "€\u{a0}612,50");
    assert_eq!(Words::new(EN).money(rent), "€612.50");
    assert_eq!(Words::new(NL).money(Cents::new(1_234_567).unwrap()), "€\u{a0}12.345,67");
}

#[test]
fn a_date_is_written_in_full_and_short() {
    let day = date(2026, 11, 2);
    assert_eq!(Words::new(NL).date(day), "2 november 2026");
    assert_eq!(Words::new(EN).date(day), "2 November 2026");
    assert_eq!(Words::new(NL).date_short(day), "02-11-2026");
    assert_eq!(Words::new(EN).date_short(day), "2 Nov 2026");
}

#[test]
fn a_moment_has_its_time_to_the_minute() {
    let moment = datetime(2026, 1, 5, 9, 7, 33, 0);
    assert_eq!(Words::new(NL).moment(moment), "5 januari 2026 om 09:07 uur");
    assert_eq!(Words::new(EN).moment(moment), "5 January 2026 at 09:07");
}

#[test]
fn a_share_is_a_percentage() {
    assert_eq!(Words::new(NL).percent(0.125, 1), "12,5%");
    assert_eq!(Words::new(EN).percent(1.0, 0), "100%");
}

#[test]
fn a_list_reads_as_a_sentence_does() {
    let items: Vec<_> = ["a", "b", "c"].map(str::to_owned).into();
    assert_eq!(Words::new(NL).list(&items), "a, b en c");
    assert_eq!(Words::new(EN).list(&items[..1]), "a");
    assert_eq!(Words::new(EN).list(&[]), "");
}
