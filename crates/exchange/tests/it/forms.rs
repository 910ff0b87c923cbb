use proptest::prelude::*;
use sleutel_domain::{
    Cents, FormCode, LongText, Phrase,
    access::Party,
    forms::{Answers, Kind, Prefill, QuestionKey, Spot, Value},
};
use sleutel_exchange::{
    Severity,
    forms::{
        TypedText, answers_from_json, answers_to_json, read_form, read_forms, shipped,
        typed_from_json, typed_to_json,
    },
};

const APPLICATION: &str = include_str!("../../../../forms/omslag-application.toml");

fn told(text: &str) -> Vec<String> {
    read_form("form.toml", text.as_bytes())
        .findings
        .iter()
        .map(|it| {
            let (row, position) = (it.row.unwrap(), it.position.unwrap());
            let path = it.column.clone().unwrap_or_default();
            format!("{row}:{position} {path} {}", it.what.code())
        })
        .collect()
}

/// A small form that is right; tests break it.
const SMALL: &str = r#"code = "small"
version = 1
from = 2026-01-01
to = "none"
title = { nl = "Klein", en = "Small" }
purpose = { nl = "Oefenen", en = "Practice" }
ground = { nl = "Geen", en = "None" }
sees = ["provider"]

[[section]]
title = { nl = "Deel", en = "Part" }

[[section.question]]
key = "first"
kind = "yes-no"
label = { nl = "Eerste?", en = "First?" }
required = true

[[section.question]]
key = "second"
kind = "rows"
most = 2
label = { nl = "Tweede", en = "Second" }
shown = { question = "first", is = "yes" }

[[section.question.question]]
key = "third"
kind = "whole"
least = 1
most = 5
label = { nl = "Derde", en = "Third" }
required = { not = { question = "first", is = "no" } }
"#;

#[test]
fn nothing_is_found_in_the_forms_that_come_with_the_program() {
    let (forms, findings) = shipped();
    assert_eq!(findings, []);
    let codes: Vec<_> = forms.iter().map(|it| it.code.as_str()).collect();
    let expected = [
        "omslag-application",
        "omslag-match",
        "omslag-meeting",
        "omslag-evaluation",
        "omslag-conversion",
    ];
    assert_eq!(codes, expected);
}

#[test]
fn the_four_criteria_of_the_application_each_become_a_goal_with_a_day() {
    let (forms, _) = shipped();
    for criterion in ["day", "social", "balance", "money", "surroundings"] {
        let key = |name: String| Spot::top(&QuestionKey::new(&name).unwrap());
        let goal = forms[0].question(&key(format!("{criterion}-goal"))).unwrap();
        assert_eq!(goal.kind, Kind::Long { medical_hint: true }, "{criterion}");
        let by = forms[0].question(&key(format!("{criterion}-goal-by"))).unwrap();
        assert!(matches!(by.kind, Kind::Date { .. }), "{criterion}");
    }
}

#[test]
fn every_long_answer_of_the_shipped_forms_says_that_no_medical_facts_belong_in_it() {
    for form in shipped().0 {
        for question in form.questions() {
            let inner = question.rows().unwrap_or_default();
            for one in inner.iter().chain([question]) {
                let bare = Kind::Long { medical_hint: false };
                assert_ne!(one.kind, bare, "{} {}", form.code, one.key);
            }
        }
    }
}

#[test]
fn the_provider_and_the_participant_see_every_answer_of_the_shipped_forms_but_a_contact() {
    for form in shipped().0 {
        for question in form.questions() {
            assert!(question.sees.contains(&Party::Provider), "{} {}", form.code, question.key);
            let contact = question.key.as_str() == "contact";
            assert_eq!(!contact, question.sees.contains(&Party::Participant), "{}", question.key);
        }
    }
}

#[test]
fn a_small_form_is_read_whole() {
    let result = read_form("small.toml", SMALL.as_bytes());
    assert_eq!(result.findings, []);
    let form = result.form.unwrap();
    assert_eq!((form.version, form.to, form.until), (1, None, None));
    let rows = form.questions().nth(1).unwrap().rows().unwrap();
    assert_eq!(rows[0].kind, Kind::Whole { least: 1, most: 5 });
}

#[test]
fn every_mistake_is_told_at_its_place_and_all_at_once() {
    let cases = [
        ("version = 1", "version = \"1\"", "2:11 version E601"),
        ("version = 1\n", "", "1:1 version E404"),
        ("to = \"none\"", "to = \"mayor\"", "4:6 to E211"),
        ("en = \"First?\"", "fr = \"Un?\"", "16:9 section.1.question.1.label.en E602"),
        ("key = \"first\"", "key = \"First one\"", "14:7 section.1.question.1.key E603"),
        ("key = \"third\"", "key = \"first\"", "26:1 section.1.question.2.question.1 E605"),
        ("is = \"yes\"", "is = \"maybe\"", "19:1 section.1.question.2 E607"),
        (
            "question = \"first\", is = \"yes\"",
            "question = \"firs\", is = \"a\"",
            "19:1 section.1.question.2 E606",
        ),
        ("is = \"yes\" }", "has_rows = true }", "19:1 section.1.question.2 E608"),
        ("is = \"yes\" }", "}", "24:9 section.1.question.2.shown E619"),
        ("least = 1", "least = 9", "26:1 section.1.question.2.question.1 E612"),
        ("sees = [\"provider\"]", "sees = []", "13:1 section.1.question.1 E614"),
        ("\"Derde\"", "\"Welke ziekte?\"", "26:1 section.1.question.2.question.1 W620"),
        ("required = true", "needed = true", "17:1 section.1.question.1.needed E405"),
        ("2026-01-01", "2026-02-31", "3:8  E403"),
    ];
    for (from, to, expected) in cases {
        assert!(SMALL.contains(from), "{from}");
        let told = told(&SMALL.replace(from, to));
        assert!(told.contains(&expected.to_owned()), "{from} -> {to}: {told:?}");
    }
    let twice = SMALL.replace("version = 1", "version = 0").replace("to = \"none\"", "to = 1");
    assert_eq!(told(&twice), ["2:11 version E209", "4:6 to E601"]);
}

#[test]
fn a_warning_does_not_keep_a_form_from_being_used() {
    let result = read_form("w.toml", SMALL.replace("\"Derde\"", "\"Welke ziekte?\"").as_bytes());
    assert!(result.form.is_some());
    assert_eq!(result.findings[0].severity, Severity::Warning);
}

#[test]
fn two_files_that_may_be_started_on_the_same_day_are_told() {
    let second = SMALL.replace("version = 1", "version = 2");
    let files = [
        ("one.toml".to_owned(), SMALL.as_bytes().to_vec()),
        ("two.toml".to_owned(), second.into_bytes()),
    ];
    let (forms, findings) = read_forms(&files);
    assert_eq!(forms.len(), 2);
    let told: Vec<_> = findings.iter().map(|it| (it.file.as_str(), it.what.code())).collect();
    assert_eq!(told, [("two.toml", "E618")]);
}

const PAGE: &str = include_str!("../../../../docs/formats/form.md");

#[test]
fn the_example_on_the_page_is_a_good_form() {
    let example = PAGE.split("```toml\n").nth(1).and_then(|it| it.split("```").next()).unwrap();
    assert_eq!(told(example), [""; 0]);
}

#[test]
fn the_page_names_every_kind_and_every_source_of_a_first_answer_in_order() {
    let kinds: Vec<_> = PAGE
        .lines()
        .skip_while(|line| !line.starts_with("| kind |"))
        .skip(2)
        .map_while(|line| line.strip_prefix("| `")?.split('`').next())
        .collect();
    assert_eq!(kinds, Kind::CODES);
    let line = PAGE.lines().find(|line| line.starts_with("| `prefill`")).unwrap();
    let named: Vec<_> = line.split('`').skip(3).step_by(2).collect();
    let codes: Vec<_> = Prefill::ALL.iter().map(|it| it.code()).collect();
    assert_eq!(named, codes);
}

fn key(text: &str) -> QuestionKey {
    QuestionKey::new(text).unwrap()
}

fn every_kind() -> Answers {
    let phrase = |text: &str| Phrase::new(text).unwrap();
    let day = jiff::civil::date(2026, 6, 1);
    let row: Answers = [(key("name"), Value::Short(phrase("Zoë")))].into_iter().collect();
    [
        (key("short"), Value::Short(phrase("één regel"))),
        (key("long"), Value::Long(LongText::new("twee\nregels").unwrap())),
        (key("one"), Value::One("yes".to_owned())),
        (key("many"), Value::Many(["a".to_owned(), "b".to_owned()].into())),
        (key("yes-no"), Value::YesNo(false)),
        (key("date"), Value::Date(day)),
        (key("amount"), Value::Amount(Cents::new(61_250).unwrap())),
        (key("whole"), Value::Whole(-3)),
        (key("rows"), Value::Rows(vec![row, Answers::default()])),
        (key("agreement"), Value::Agreement { name: phrase("Ada"), on: day }),
    ]
    .into_iter()
    .collect()
}

#[test]
fn answers_of_every_kind_come_back_as_they_were() {
    let code = FormCode::new("small").unwrap();
    let bytes = answers_to_json(&code, 3, &every_kind());
    assert_eq!(answers_from_json(&bytes), Ok((code.clone(), 3, every_kind())));
    assert_eq!(bytes, answers_to_json(&code, 3, &every_kind()));
}

/// Kept bytes of the first version: they have to be read for as long as forms are kept.
#[test]
fn answers_kept_earlier_are_still_read() {
    let kept = r#"{"format":"sleutel-form-answers/1","form":"small","version":3,"answers":{
        "many":{"many":["a","b"]},"rows":{"rows":[{"name":{"short":"Zoë"}},{}]},
        "agreement":{"agreement":{"name":"Ada","on":"2026-06-01"}},"yes-no":{"yes-no":false}}}"#;
    let (_, version, answers) = answers_from_json(kept.as_bytes()).unwrap();
    assert_eq!(version, 3);
    let whole = every_kind();
    for (key, value) in answers.iter() {
        assert_eq!(whole.get(key), Some(value));
    }
    assert_eq!(answers.iter().count(), 4);
}

#[test]
fn bytes_of_another_format_are_refused() {
    let other = br#"{"format":"sleutel-form-answers/9","form":"a","version":1,"answers":{}}"#;
    assert!(answers_from_json(other).is_err());
    assert!(typed_from_json(other).is_err());
}

#[test]
fn what_was_typed_comes_back_letter_for_letter() {
    let mut typed = TypedText::new();
    typed.insert("born".to_owned(), vec![" 31-2-26 ".to_owned()]);
    typed.insert("papers".to_owned(), vec!["a".to_owned(), "b".to_owned()]);
    assert_eq!(typed_from_json(&typed_to_json(&typed)), Ok(typed));
}

proptest! {
    /// Cut, doubled and overwritten definitions give findings, never a crash; and a form that
    /// is given all the same has no faults of its own.
    #[test]
    fn a_damaged_definition_never_breaks_the_reader(
        at in 0..APPLICATION.len(),
        length in 0_usize..60,
        put in "[\\[\\]{}=\"a-z0-9\n.#]{0,12}",
    ) {
        let mut bytes = APPLICATION.as_bytes().to_vec();
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, put.into_bytes());
        let result = read_form("damaged.toml", &bytes);
        match result.form {
            Some(form) => {
                let errors = form.check().into_iter().filter(|it| !it.what.is_warning());
                prop_assert_eq!(errors.count(), 0);
            }
            None => prop_assert!(!result.findings.is_empty()),
        }
    }

    #[test]
    fn damaged_answers_never_break_the_reader(at in 0_usize..400, put in any::<u8>()) {
        let mut bytes = answers_to_json(&FormCode::new("small").unwrap(), 1, &every_kind());
        let at = at % bytes.len();
        bytes[at] = put;
        if let Ok((form, version, answers)) = answers_from_json(&bytes) {
            let again = answers_to_json(&form, version, &answers);
            prop_assert_eq!(answers_from_json(&again), Ok((form, version, answers)));
        }
    }
}
