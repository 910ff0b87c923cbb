//! Papers come out as they should, whatever is in them.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use std::process::{Command, Stdio};

use jiff::civil::date;
use sleutel_domain::access::Language;
use sleutel_papers::{
    Agreement, Article, Fault, Finding, Form, Frame, Letter, Part, Party, Press, Row, Section,
    Severity, Signature, TemplateFile,
};

const ODD: &str = "J. #panic() *Sánchez* $x$ \\ Şahin-Łukasiewicz";

fn frame(language: Language) -> Frame {
    Frame {
        language,
        title: "Letter about a round".into(),
        date: date(2026, 11, 22),
        programme: "Programme".into(),
        sender: vec!["The desk".into()],
        reference: Some("P-0001".into()),
        foot: "Programme".into(),
    }
}

fn letter(language: Language, name: &str) -> Letter {
    Letter {
        frame: frame(language),
        to: vec![name.into()],
        subject: "Your place".into(),
        body: vec![
            Part::text(format!("Dear {name},")),
            Part::Heading { text: "Why".into() },
            Part::Table {
                head: vec!["What".into(), "Value".into()],
                rows: vec![vec!["Rooms".into(), "3".into()]],
            },
        ],
    }
}

/// The text of a paper, by a program of the system; `None` where it is not installed.
fn text_of(pdf: &[u8]) -> Option<String> {
    let folder = std::env::temp_dir();
    let file = folder.join(format!("sleutel-paper-{}-{}.pdf", std::process::id(), pdf.len()));
    std::fs::write(&file, pdf).unwrap();
    let output = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output();
    std::fs::remove_file(&file).unwrap();
    match output {
        Ok(output) => {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(error) => {
            eprintln!("not checked, there is no pdftotext here: {error}");
            None
        }
    }
}

/// What a PDF file says of itself, in the clear: the parts that are not packed.
fn says(pdf: &[u8], what: &str) -> bool {
    pdf.windows(what.len()).any(|it| it == what.as_bytes())
}

#[test]
fn a_letter_is_tagged_has_a_title_a_language_and_says_which_standards_it_keeps() {
    for (language, code) in [(Language::Dutch, "nl-NL"), (Language::English, "en-GB")] {
        let pdf = Press::default().letter(&letter(language, "Noor")).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"));
        for what in ["/StructTreeRoot", "/MarkInfo", "pdfuaid:part", "pdfaid:part", code] {
            assert!(says(&pdf, what), "{what}");
        }
        assert!(says(&pdf, "Letter about a round"));
        assert!(says(&pdf, "2026-11-22T00:00:00Z"), "the date of the paper, not of today");
    }
}

#[test]
fn a_name_full_of_signs_comes_out_as_it_was_typed() {
    let pdf = Press::default().letter(&letter(Language::Dutch, ODD)).unwrap();
    if let Some(text) = text_of(&pdf) {
        assert!(text.contains(&format!("Dear {ODD},")), "{text}");
        assert!(text.contains("Kenmerk"), "{text}");
        assert!(text.contains("Bladzijde 1 van 1"), "{text}");
    }
}

#[test]
fn a_sign_no_letter_type_has_leaves_a_gap_that_can_be_seen() {
    let pdf = Press::default().letter(&letter(Language::Dutch, "نور 🙂 Noor")).unwrap();
    if let Some(text) = text_of(&pdf) {
        assert!(text.contains("Dear \u{fffd}\u{fffd}\u{fffd} \u{fffd} Noor,"), "{text}");
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let make = || Press::default().letter(&letter(Language::English, "Noor")).unwrap();
    assert!(make() == make());
}

#[test]
fn an_agreement_numbers_its_articles_and_shows_who_has_signed() {
    let sign = |name: &str, on: Option<&str>| Signature {
        role: "Resident".into(),
        name: name.into(),
        on: on.map(str::to_owned),
        by: on.map(|_| name.to_owned()),
    };
    let party = Party { role: "Landlord".into(), name: "The association".into(), lines: vec![] };
    let pdf = Press::default()
        .agreement(&Agreement {
            frame: frame(Language::English),
            subject: "Lease".into(),
            state: "Draft".into(),
            parties: vec![party],
            figures: vec![("Rent".into(), "€612.50".into())],
            articles: vec![
                Article { title: "The home".into(), body: vec![Part::text("One.")] },
                Article { title: "The rent".into(), body: vec![Part::text("Two.")] },
            ],
            signatures: vec![sign("Noor", None), sign("Femke", Some("3 March 2026"))],
        })
        .unwrap();
    if let Some(text) = text_of(&pdf) {
        for what in ["Article 1. The home", "Article 2. The rent", "€612.50", "Not signed yet"] {
            assert!(text.contains(what), "{what} in {text}");
        }
        assert!(text.contains("3 March 2026"), "{text}");
    }
}

#[test]
fn a_form_shows_what_nobody_answered() {
    let row = |label: &str, answer: &[&str]| Row {
        label: label.into(),
        answer: answer.iter().map(|it| (*it).to_owned()).collect(),
    };
    let rows = vec![row("Where?", &["Near family", "Quiet street"]), row("When?", &[])];
    let pdf = Press::default()
        .form(&Form {
            frame: frame(Language::Dutch),
            subject: "Match".into(),
            body: Vec::new(),
            sections: vec![Section { title: "Wonen".into(), rows }],
        })
        .unwrap();
    if let Some(text) = text_of(&pdf) {
        for what in ["Where?", "Near family", "Quiet street", "When?", "Niet ingevuld"] {
            assert!(text.contains(what), "{what} in {text}");
        }
    }
}

fn file(name: &str, text: &str) -> TemplateFile {
    TemplateFile { name: name.into(), bytes: text.as_bytes().to_vec() }
}

#[test]
fn our_own_templates_have_nothing_wrong() {
    assert_eq!(Press::default().check(), []);
}

#[test]
fn a_city_changes_the_colour_of_all_papers_with_one_file() {
    let ours = include_str!("../../../papers/house.typ");
    let theirs = ours.replace("#0b4f6c", "#7a1f0b");
    assert_ne!(ours, theirs);
    let press = Press::with(vec![file("house.typ", &theirs)]);
    assert_eq!(press.check(), []);
    let paper = letter(Language::Dutch, "Noor");
    assert!(press.letter(&paper).unwrap() != Press::default().letter(&paper).unwrap());
}

/// Asserts that a finding at this place says this.
#[track_caller]
fn check(files: Vec<TemplateFile>, place: &str, message: &str) {
    let found = Press::with(files).check();
    let here = |it: &Finding| match it.line {
        Some(line) => format!("{}:{line}", it.file),
        None => it.file.clone(),
    };
    let wanted = |it: &&Finding| it.message.contains(message) && here(it) == place;
    let found = found.iter().find(wanted).unwrap_or_else(|| panic!("{message} in {found:#?}"));
    assert_eq!(found.severity, Severity::Error);
}

#[test]
fn a_template_that_is_broken_is_a_finding_with_its_place() {
    let head = "#let data = json(\"data.json\")\n#set document(title: data.title)\n";
    check(vec![file("letter.typ", &format!("{head}#(1 +"))], "letter.typ:3", "expected expression");
    check(vec![file("letter.typ", &format!("{head}#data.nothing"))], "letter.typ:3", "nothing");
    check(vec![file("letter.typ", &format!("{head}#image(\"x.png\")"))], "letter.typ:3", "x.png");
    let package = "#import \"@preview/cetz:0.2.0\": *\n";
    check(vec![file("letter.typ", package)], "letter.typ:1", "package not found");
    let forever = "#let f(x) = f(x + 1)\n#f(1)\n";
    check(vec![file("letter.typ", forever)], "letter.typ:1", "maximum function call depth");
    let endless = "#let x = 1\n#while x > 0 { x += 1 }\n";
    check(vec![file("form.typ", endless)], "form.typ:2", "infinite");
}

#[test]
fn a_template_that_is_not_accessible_is_a_finding() {
    let plain = "#let data = json(\"data.json\")\n#data.subject\n";
    let found = Press::with(vec![file("letter.typ", plain)]).check();
    assert!(found.iter().any(|it| it.message.contains("title")), "{found:#?}");
}

#[test]
fn a_file_that_is_no_text_or_no_letter_type_is_a_finding() {
    let broken = TemplateFile { name: "letter.typ".into(), bytes: vec![0xff, 0xfe] };
    check(vec![broken], "letter.typ", "not UTF-8");
    check(vec![file("own.ttf", "no letters")], "own.ttf", "no letter type");
}

#[test]
fn a_broken_template_gives_no_paper_and_the_rest_still_come_out() {
    let press = Press::with(vec![file("letter.typ", "#(")]);
    let fault = press.letter(&letter(Language::Dutch, "Noor")).unwrap_err();
    assert!(matches!(&fault, Fault::Template(findings) if findings[0].file == "letter.typ"));
    assert!(fault.to_string().contains("letter.typ:1"), "{fault}");
    let form =
        Form { frame: frame(Language::Dutch), subject: "F".into(), body: vec![], sections: vec![] };
    assert!(press.form(&form).is_ok());
}

#[test]
fn a_paper_is_sound_in_the_eyes_of_another_program() {
    let pdf = Press::default().letter(&letter(Language::Dutch, ODD)).unwrap();
    let file = std::env::temp_dir().join(format!("sleutel-sound-{}.pdf", std::process::id()));
    std::fs::write(&file, &pdf).unwrap();
    let status = Command::new("qpdf").arg("--check").arg(&file).stdout(Stdio::null()).status();
    std::fs::remove_file(&file).unwrap();
    match status {
        Ok(status) => assert!(status.success()),
        Err(error) => eprintln!("not checked, there is no qpdf here: {error}"),
    }
}
