//! Forms: their definitions from TOML, and answers as they are kept.
//!
//! `docs/formats/form.md` describes a definition; a test reads its examples.

mod answers;
mod condition;
mod question;
mod shipped;

use std::collections::BTreeSet;

use sleutel_domain::{
    FormCode,
    access::{OrganisationKind, Party},
    forms::{Form, FormFault, FormFaultKind, Section, overlaps},
};

pub use answers::{TypedText, answers_from_json, answers_to_json, typed_from_json, typed_to_json};
pub use shipped::shipped;

use crate::{
    Finding, Severity,
    finding::FindingKind,
    toml::{self, Table},
};

/// A definition and everything that was found while reading it.
#[derive(Debug, Clone)]
pub struct FormResult {
    /// The form; `None` when a finding forbids its use.
    pub form: Option<Form>,
    /// Every remark, in the order of the text.
    pub findings: Vec<Finding>,
}

/// Reads the definition of one form.
pub fn read_form(file: &str, bytes: &[u8]) -> FormResult {
    let (form, mut findings) = toml::read(file, bytes, form);
    findings.sort_by_key(|it| (it.row, it.position));
    let usable = findings.iter().all(|it| it.severity == Severity::Warning);
    FormResult { form: form.filter(|_| usable), findings }
}

/// Reads several definitions that belong together: what each says, and where two versions
/// of a form get in each other's way.
pub fn read_forms(files: &[(String, Vec<u8>)]) -> (Vec<Form>, Vec<Finding>) {
    let mut forms = Vec::new();
    let mut names = Vec::new();
    let mut findings = Vec::new();
    for (name, bytes) in files {
        let result = read_form(name, bytes);
        findings.extend(result.findings);
        if let Some(form) = result.form {
            forms.push(form);
            names.push(name);
        }
    }
    for (number, fault) in overlaps(&forms) {
        let what = finding(&fault);
        findings.push(Finding {
            file: names.get(number).map_or_else(String::new, |name| (*name).clone()),
            row: None,
            position: None,
            column: Some("version".to_owned()),
            severity: what.severity(),
            what,
        });
    }
    (forms, findings)
}

fn form(table: &mut Table<'_>) -> Option<Form> {
    let code = code(table);
    let version = table.whole("version", 1, i64::from(u16::MAX));
    let from = table.date("from");
    let until = table.date_opt("until");
    let to = receiver(table);
    let (title, purpose) = (table.wording("title"), table.wording("purpose"));
    let ground = table.wording("ground");
    let sees = question::parties(table);
    let mut places = Vec::new();
    let sections = sections(table, &sees.unwrap_or_default(), &mut places);
    let form = Form {
        code: code?,
        version: u16::try_from(version?.value).ok()?,
        from: from?.value,
        until: until.map(|it| it.value),
        title: title?.value,
        purpose: purpose?.value,
        ground: ground?.value,
        to: to?,
        sections,
    };
    for FormFault { question, what } in form.check() {
        match question.and_then(|number| places.get(number)) {
            Some(place) => table.tell_at(place.start, &place.path, finding(&what)),
            None => table.tell_here(finding(&what)),
        }
    }
    Some(form)
}

/// Where a question stands in the text, in the order of the form.
#[derive(Debug)]
struct Written {
    start: usize,
    path: String,
}

fn code(table: &mut Table<'_>) -> Option<FormCode> {
    let text = table.text("code")?;
    match FormCode::new(text.value) {
        Ok(code) => Some(code),
        Err(_) => {
            table.tell(text.start, "code", FindingKind::NotAKey { found: text.value.to_owned() });
            None
        }
    }
}

/// `none` has to be written: a form whose receiver was forgotten would stay lying.
fn receiver(table: &mut Table<'_>) -> Option<Option<OrganisationKind>> {
    let words = ["municipality", "association", "provider", "none"];
    let read = |word: &str| match word {
        "none" => Some(None),
        other => OrganisationKind::from_code(other).map(Some),
    };
    table.word("to", &words, read).map(|it| it.value)
}

fn sections(
    table: &mut Table<'_>,
    sees: &BTreeSet<Party>,
    places: &mut Vec<Written>,
) -> Vec<Section> {
    let mut sections = Vec::new();
    for mut part in table.tables("section") {
        let title = part.wording("title");
        let intro = part.wording_opt("intro").map(|it| it.value);
        let sees = question::parties(&mut part).unwrap_or_else(|| sees.clone());
        let questions = question::questions(&mut part, &sees, places);
        part.done();
        // Without a title the questions are still read, so that all is told at once.
        let title = title.map(|it| it.value).unwrap_or_else(question::no_words);
        sections.push(Section { title, intro, questions });
    }
    sections
}

/// A fault of a definition as a finding.
fn finding(fault: &FormFaultKind) -> FindingKind {
    match fault {
        FormFaultKind::NoQuestions => FindingKind::NoQuestions {},
        FormFaultKind::KeyTwice { key } => FindingKind::KeyTwice { key: key.to_string() },
        FormFaultKind::NoSuchQuestion { key } => {
            FindingKind::NoSuchQuestion { key: key.to_string() }
        }
        FormFaultKind::NoSuchValue { key, value } => {
            FindingKind::NoSuchValue { key: key.to_string(), value: value.clone() }
        }
        FormFaultKind::NotComparable { key } => FindingKind::NotComparable { key: key.to_string() },
        FormFaultKind::Circle { keys } => {
            let keys: Vec<_> = keys.iter().map(|key| key.as_str()).collect();
            FindingKind::QuestionCircle { keys: keys.join(", ") }
        }
        FormFaultKind::TooFewChoices => FindingKind::TooFewChoices {},
        FormFaultKind::ChoiceTwice { code } => FindingKind::ChoiceTwice { code: code.clone() },
        FormFaultKind::LimitsCrossed | FormFaultKind::ValidityCrossed => {
            FindingKind::LimitsCrossed {}
        }
        FormFaultKind::RowsInRows => FindingKind::RowsInRows {},
        FormFaultKind::NobodySees => FindingKind::NobodySees {},
        FormFaultKind::SeesMoreThanRows { party } => {
            FindingKind::SeesMoreThanRows { party: party.code().to_owned() }
        }
        FormFaultKind::ReceiverSeesNothing => FindingKind::ReceiverSeesNothing {},
        FormFaultKind::VersionTwice { version } => {
            FindingKind::VersionTwice { version: i64::from(*version) }
        }
        FormFaultKind::Overlap { version } => {
            FindingKind::VersionsOverlap { version: i64::from(*version) }
        }
        FormFaultKind::Medical { word } => FindingKind::AsksForHealth { word: word.clone() },
        FormFaultKind::NoMedicalHint => FindingKind::NoMedicalHint {},
    }
}
