use jiff::civil::date;
use sleutel_domain::Cents;
use sleutel_exchange::xlsx::{Cell, Head, Sheet, workbook};

fn sheet(name: &str) -> Sheet {
    let head = |title: &str| Head { title: title.to_owned(), width: 18 };
    Sheet {
        name: name.to_owned(),
        title: "Ronde van 1 juni".to_owned(),
        heads: ["woning", "kamers", "huur", "vrij vanaf", "opmerking"].map(head).to_vec(),
        rows: vec![vec![
            Cell::Text("=1+1".to_owned()),
            Cell::Int(3),
            Cell::Money(Cents::new(61_250).unwrap()),
            Cell::Date(date(2026, 6, 1)),
            Cell::Empty,
        ]],
    }
}

#[test]
fn the_same_sheets_on_the_same_day_are_the_same_bytes() {
    let made =
        || workbook(date(2026, 6, 1), &[sheet("Voorstel"), sheet("Niet geplaatst")]).unwrap();
    assert_eq!(made(), made());
    assert!(made().starts_with(b"PK"));
}

#[test]
fn a_name_no_tab_can_hold_is_made_to_fit() {
    let long = "a/b[c]:*?".repeat(20);
    assert!(workbook(date(2026, 6, 1), &[sheet(&long), sheet("''")]).is_ok());
}

#[test]
fn two_sheets_of_one_name_are_refused() {
    assert!(workbook(date(2026, 6, 1), &[sheet("a"), sheet("a")]).is_err());
}

#[test]
fn a_list_without_rows_still_makes_a_sheet() {
    let empty = Sheet { rows: Vec::new(), ..sheet("leeg") };
    assert!(workbook(date(2026, 6, 1), &[empty]).is_ok());
}
