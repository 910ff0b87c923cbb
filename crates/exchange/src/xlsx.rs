//! Spreadsheets of typed cells, for lists and the export of a round.

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError,
};
use sleutel_domain::Cents;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words. Always text, whatever it begins with: never a formula.
    Text(String),
    /// A whole number.
    Int(i64),
    /// Euros and cents, shown with two decimals.
    Money(Cents),
    /// A day.
    Date(Date),
    /// Nothing.
    Empty,
}

/// One column: its head, and its width in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// What it is called.
    pub title: String,
    /// Characters that fit, roughly.
    pub width: u16,
}

/// One sheet: a title, a line of heads that stays in sight, and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The name on the tab; cut to 31 characters, without those a tab cannot hold.
    pub name: String,
    /// The line on top.
    pub title: String,
    /// The columns.
    pub heads: Vec<Head>,
    /// The rows, cells in the order of the heads.
    pub rows: Vec<Vec<Cell>>,
}

/// Why a spreadsheet could not be written: more rows or longer texts than a
/// spreadsheet holds, or two sheets of one name.
#[derive(Debug, thiserror::Error)]
#[error("spreadsheet: {0}")]
pub struct SpreadsheetError(#[from] XlsxError);

const TITLE_ROW: u32 = 0;
const HEAD_ROW: u32 = 2;

/// The bytes of a workbook. `made_on` goes into its properties, so that the same
/// sheets on the same day give the same bytes.
pub fn workbook(made_on: Date, sheets: &[Sheet]) -> Result<Vec<u8>, SpreadsheetError> {
    let mut workbook = Workbook::new();
    let made = excel_date(made_on)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let formats = Formats::new();
    for sheet in sheets {
        write(workbook.add_worksheet(), sheet, &formats)?;
    }
    Ok(workbook.save_to_buffer()?)
}

struct Formats {
    title: Format,
    head: Format,
    text: Format,
    date: Format,
    money: Format,
}

impl Formats {
    fn new() -> Self {
        let top = || Format::new().set_align(rust_xlsxwriter::FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: top()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00E6_EBF2))
                .set_border_bottom(FormatBorder::Thin),
            text: top().set_text_wrap(),
            date: top().set_num_format("yyyy-mm-dd"),
            money: top().set_num_format("#,##0.00"),
        }
    }
}

fn write(into: &mut Worksheet, sheet: &Sheet, formats: &Formats) -> Result<(), XlsxError> {
    into.set_name(tab_name(&sheet.name))?;
    into.write_with_format(TITLE_ROW, 0, &sheet.title, &formats.title)?;
    for (column, head) in (0_u16..).zip(&sheet.heads) {
        into.write_with_format(HEAD_ROW, column, &head.title, &formats.head)?;
        into.set_column_width(column, f64::from(head.width))?;
    }
    into.set_freeze_panes(HEAD_ROW + 1, 0)?;
    into.set_landscape().set_print_fit_to_pages(1, 0);
    into.set_repeat_rows(HEAD_ROW, HEAD_ROW)?;
    let mut last = HEAD_ROW;
    for (row, cells) in (HEAD_ROW + 1..).zip(&sheet.rows) {
        for (column, it) in (0_u16..).zip(cells) {
            cell(into, row, column, it, formats)?;
        }
        last = row;
    }
    if let Some(width) = u16::try_from(sheet.heads.len()).ok().and_then(|it| it.checked_sub(1)) {
        into.autofilter(HEAD_ROW, 0, last, width)?;
    }
    Ok(())
}

fn cell(
    into: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => {
            into.write_string_with_format(row, column, text, &formats.text)?;
        }
        Cell::Int(number) => {
            // A spreadsheet knows only floating point, exact up to 53 bits: a larger
            // number stays what it is as text.
            match i32::try_from(*number) {
                Ok(number) => into.write_number_with_format(row, column, number, &formats.text)?,
                Err(_) => {
                    into.write_string_with_format(row, column, number.to_string(), &formats.text)?
                }
            };
        }
        Cell::Money(amount) => {
            let cents = u32::try_from(amount.get()).unwrap_or(u32::MAX);
            let euros = f64::from(cents) / 100.0;
            into.write_number_with_format(row, column, euros, &formats.money)?;
        }
        Cell::Date(date) => {
            let date = excel_date(*date)?;
            into.write_datetime_with_format(row, column, &date, &formats.date)?;
        }
        Cell::Empty => {}
    }
    Ok(())
}

fn excel_date(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(date.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))
}

fn tab_name(name: &str) -> String {
    let bare: String = name.chars().filter(|c| !"[]:*?/\\".contains(*c)).take(31).collect();
    let bare = bare.trim_matches('\'').trim().to_owned();
    if bare.is_empty() { "1".to_owned() } else { bare }
}
