//! Made-up papers to try templates on.

use jiff::civil::{Date, date};
use sleutel_domain::access::Language;

use crate::{
    Agreement, Article, BarRow, Column, Form, Frame, Letter, Part, Party, Report, Row, Section,
    Signature, data::Copy,
};

/// Signs that mean something to the typesetter, and letters from far.
const ODD: &str = "J. #panic() *Sánchez* $x$ \\ _Müller_ @ref <label> `raw` // Şahin-Łukasiewicz";

const DAY: Date = date(2026, 3, 9);

/// Every layout in both languages, with everything and with as little as there may be.
pub(crate) fn copies() -> Vec<Copy> {
    let each = |full: bool| {
        Language::ALL.into_iter().flat_map(move |language| {
            let frame = frame(language, full);
            [
                letter(frame.clone(), full),
                agreement(frame.clone(), full),
                form(frame.clone(), full),
                report(frame, full),
            ]
        })
    };
    each(true).chain(each(false)).collect()
}

fn some<T>(full: bool, items: Vec<T>) -> Vec<T> {
    if full { items } else { Vec::new() }
}

fn frame(language: Language, full: bool) -> Frame {
    Frame {
        language,
        title: "Sample".to_owned(),
        date: DAY,
        programme: "Programme".to_owned(),
        sender: some(full, vec!["Organisation".to_owned(), "Street 1\n1000 AA City".to_owned()]),
        reference: full.then(|| "P-0001".to_owned()),
        foot: "Programme".to_owned(),
    }
}

fn body(full: bool) -> Vec<Part> {
    let items = || vec!["one".to_owned(), ODD.to_owned()];
    let rows = vec![items(), items()];
    some(
        full,
        vec![
            Part::text(ODD),
            Part::Heading { text: ODD.to_owned() },
            Part::text("two\nlines"),
            Part::List { items: items() },
            Part::Steps { items: items() },
            Part::Table { head: items(), rows },
            Part::Table { head: vec!["1".into(), "2".into(), "3".into()], rows: Vec::new() },
            bars(),
            columns(),
        ],
    )
}

fn letter(frame: Frame, full: bool) -> Copy {
    let to = some(full, vec![ODD.to_owned(), "Street 2".to_owned()]);
    Letter { frame, to, subject: ODD.to_owned(), body: body(full) }.copy()
}

fn agreement(frame: Frame, full: bool) -> Copy {
    let party = |lines: Vec<String>| Party { role: "Party".into(), name: ODD.into(), lines };
    let signature = |on: Option<String>, by: Option<String>| Signature {
        role: "Party".into(),
        name: ODD.into(),
        on,
        by,
    };
    Agreement {
        frame,
        subject: "Agreement".to_owned(),
        state: "Draft".to_owned(),
        parties: vec![party(Vec::new()), party(some(full, vec!["Street 1".into(), "City".into()]))],
        figures: some(full, vec![("Rent".to_owned(), ODD.to_owned())]),
        articles: some(full, vec![Article { title: ODD.to_owned(), body: body(true) }]),
        signatures: vec![
            signature(None, None),
            signature(Some("9 March".into()), Some(ODD.into())),
        ],
    }
    .copy()
}

fn form(frame: Frame, full: bool) -> Copy {
    let rows = vec![
        Row { label: ODD.to_owned(), answer: vec![ODD.to_owned(), "two\nlines".to_owned()] },
        Row { label: "Open".to_owned(), answer: Vec::new() },
    ];
    let sections = some(full, vec![Section { title: ODD.to_owned(), rows }]);
    Form { frame, subject: ODD.to_owned(), body: body(full), sections }.copy()
}

fn bars() -> Part {
    let row = |done, ends, marks: &[u16]| BarRow {
        cells: vec![ODD.to_owned(), "1 804".to_owned()],
        done,
        ends,
        marks: marks.to_vec(),
    };
    Part::Bars {
        head: ["What", "How many", "Picture"].map(str::to_owned).to_vec(),
        rows: vec![
            row(Some(400), Some((700, 900)), &[800]),
            row(Some(0), Some((1_000, 1_000)), &[0, 1_000]),
            row(None, None, &[]),
        ],
        legend: ["done", "expected", ODD].map(str::to_owned),
    }
}

fn columns() -> Part {
    let column = |parts: &[u16], mark| Column {
        label: "2026".to_owned(),
        total: "1 804".to_owned(),
        parts: parts.to_vec(),
        mark,
    };
    Part::Columns {
        columns: vec![
            column(&[300, 400, 100], Some(900)),
            column(&[0, 1_000], None),
            column(&[], None),
        ],
        legend: vec!["one".to_owned(), ODD.to_owned(), "three".to_owned()],
        mark: "agreed".to_owned(),
    }
}

fn report(frame: Frame, full: bool) -> Copy {
    let lead = some(full, vec![ODD.to_owned(), "two\nlines".to_owned()]);
    Report { frame, subject: ODD.to_owned(), lead, body: body(full) }.copy()
}
