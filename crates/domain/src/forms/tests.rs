use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use super::*;
use crate::{
    Answer, Cents, LongText, Phrase, Wording,
    access::{OrganisationKind, Party},
    participants::MemberRole,
};

const TODAY: Date = date(2026, 6, 1);

fn key(text: &str) -> QuestionKey {
    QuestionKey::new(text).unwrap()
}

fn words(text: &str) -> Wording {
    Wording { nl: text.to_owned(), en: text.to_owned() }
}

fn question(name: &str, kind: Kind) -> Question {
    Question {
        key: key(name),
        kind,
        label: words(name),
        help: None,
        shown: Condition::Always,
        required: Condition::Always,
        sees: BTreeSet::from([Party::Provider, Party::Municipality]),
        purpose: None,
        ground: None,
        prefill: None,
    }
}

fn choices(codes: &[&str]) -> Vec<Choice> {
    codes.iter().map(|it| Choice { code: (*it).to_owned(), label: words(it) }).collect()
}

fn is(question: &str, value: &str) -> Condition {
    Condition::AnyOf { question: key(question), values: vec![value.to_owned()] }
}

fn form(questions: Vec<Question>) -> Form {
    Form {
        code: crate::FormCode::new("test").unwrap(),
        version: 1,
        from: date(2026, 1, 1),
        until: None,
        title: words("Test"),
        purpose: words("Testing"),
        ground: words("None"),
        to: Some(OrganisationKind::Municipality),
        sections: vec![Section { title: words("All"), intro: None, questions }],
    }
}

fn answers(all: &[(&str, Value)]) -> Answers {
    all.iter().map(|(name, value)| (key(name), value.clone())).collect()
}

fn short(text: &str) -> Value {
    Value::Short(Phrase::new(text).unwrap())
}

fn told(form: &Form, answers: &Answers) -> Vec<String> {
    check(form, answers, TODAY).iter().map(|it| format!("{}: {:?}", it.spot, it.what)).collect()
}

/// A partner is asked for, then the partner's name and whether a divorce is settled, then
/// how; and children, with custody only for those who do not move along.
fn family() -> Form {
    let mut name = question("partner-name", Kind::Short);
    name.shown = is("partner", "yes");
    let mut divorce = question("divorced", Kind::One { choices: choices(&["yes-all", "no"]) });
    divorce.shown = is("partner", "yes");
    let mut how = question("settled-how", Kind::Short);
    how.shown = is("divorced", "no");
    let child_name = question("name", Kind::Short);
    let along = question("moves-along", Kind::YesNo);
    let mut custody = question("custody", Kind::Short);
    custody.shown = Condition::All(vec![
        Condition::Not(Box::new(is("moves-along", "yes"))),
        is("partner", "yes"),
    ]);
    let inner = vec![child_name, along, custody];
    let mut children = question("children", Kind::Rows { questions: inner, least: 1, most: 3 });
    children.required = Condition::Never;
    let mut healthy = question("surroundings", Kind::Long { medical_hint: true });
    healthy.shown = Condition::HasRows(key("children"));
    form(vec![question("partner", Kind::YesNo), name, divorce, how, children, healthy])
}

#[test]
fn what_hangs_on_a_hidden_question_is_hidden_too() {
    let answers = answers(&[
        ("partner", Value::YesNo(false)),
        ("divorced", Value::One("no".to_owned())),
        ("settled-how", short("in court")),
    ]);
    assert_eq!(told(&family(), &answers), [""; 0]);
    let sent = visible(&family(), &answers);
    assert_eq!(sent, [(key("partner"), Value::YesNo(false))].into_iter().collect());
}

#[test]
fn every_fault_is_told_at_once_with_its_row() {
    let rows = vec![
        answers(&[("name", short("Ada")), ("moves-along", Value::YesNo(true))]),
        answers(&[("moves-along", Value::YesNo(false))]),
    ];
    let answers = answers(&[("partner", Value::YesNo(true)), ("children", Value::Rows(rows))]);
    let expected = [
        "partner-name: Required",
        "divorced: Required",
        "children.2.name: Required",
        "children.2.custody: Required",
        "surroundings: Required",
    ];
    assert_eq!(told(&family(), &answers), expected);
    let completeness = completeness(&family(), &answers, TODAY);
    assert_eq!(completeness, Completeness { answered: 4, required: 9 });
}

#[test]
fn an_empty_form_asks_only_what_does_not_hang_on_something() {
    assert_eq!(told(&family(), &Answers::default()), ["partner: Required"]);
}

#[test]
fn an_answer_outside_its_limits_is_told_with_the_limits() {
    let day = |when, least| Kind::Date { when, least, most: None };
    let rows = Kind::Rows { questions: vec![question("goal", Kind::Short)], least: 2, most: 3 };
    let row = |text| answers(&[("goal", short(text))]);
    let cases = [
        (Kind::Short, Value::YesNo(true), Some("OtherKind")),
        (day(When::Future, None), Value::Date(TODAY), Some("NotInFuture")),
        (day(When::Future, None), Value::Date(date(2026, 6, 2)), None),
        (day(When::Past, None), Value::Date(date(2026, 6, 2)), Some("InFuture")),
        (day(When::Past, None), Value::Date(TODAY), None),
        (day(When::Any, Some(TODAY)), Value::Date(date(2026, 5, 31)), Some("DateRange")),
        (Kind::Whole { least: 1, most: 9 }, Value::Whole(10), Some("Range")),
        (
            Kind::Amount { most: Some(Cents::new(500).unwrap()) },
            Value::Amount(Cents::new(501).unwrap()),
            Some("Range"),
        ),
        (Kind::One { choices: choices(&["a", "b"]) }, Value::One("c".into()), Some("NotAChoice")),
        (
            Kind::Many { choices: choices(&["a", "b"]) },
            Value::Many(BTreeSet::from(["a".into(), "c".into()])),
            Some("NotAChoice"),
        ),
        (rows.clone(), Value::Rows(vec![row("one")]), Some("TooFewRows")),
        (
            rows.clone(),
            Value::Rows(vec![row("1"), row("2"), row("3"), row("4")]),
            Some("TooManyRows"),
        ),
        (rows, Value::Rows(Vec::new()), Some("Required")),
        (
            Kind::Agreement,
            Value::Agreement { name: Phrase::new("Ada").unwrap(), on: date(2026, 6, 2) },
            Some("InFuture"),
        ),
    ];
    for (kind, value, expected) in cases {
        let form = form(vec![question("it", kind.clone())]);
        let faults = check(&form, &answers(&[("it", value.clone())]), TODAY);
        let found = faults.first().map(|it| format!("{:?}", it.what));
        let found = found.as_deref().and_then(|it| it.split([' ', '{']).next());
        assert_eq!(found, expected, "{kind:?} {value:?}");
    }
}

#[test]
fn an_answer_to_a_question_the_form_does_not_have_is_a_fault() {
    let row = answers(&[("shoe-size", short("41"))]);
    let answers =
        answers(&[("partner", Value::YesNo(false)), ("children", Value::Rows(vec![row]))]);
    let told = told(&family(), &answers);
    assert!(told.contains(&"children.1.shoe-size: NoSuchQuestion".to_owned()), "{told:?}");
}

#[test]
fn a_party_gets_what_it_may_see_and_rows_keep_their_place() {
    let mut form = family();
    let Kind::Rows { questions, .. } = &mut form.sections[0].questions[4].kind else { panic!() };
    questions[0].sees = BTreeSet::from([Party::Provider]);
    form.sections[0].questions[1].sees = BTreeSet::from([Party::Provider]);
    let child = answers(&[("name", short("Ada")), ("moves-along", Value::YesNo(true))]);
    let only_name = answers(&[("name", short("Bo"))]);
    let all = answers(&[
        ("partner", Value::YesNo(true)),
        ("partner-name", short("Cor")),
        ("children", Value::Rows(vec![only_name, child])),
    ]);
    let seen = seen_by(&form, &all, Party::Municipality);
    let second = answers(&[("moves-along", Value::YesNo(true))]);
    let expected = answers(&[
        ("partner", Value::YesNo(true)),
        ("children", Value::Rows(vec![Answers::default(), second])),
    ]);
    assert_eq!(seen, expected);
    assert!(seen_by(&form, &all, Party::Association).is_empty());
}

#[test]
fn differences_name_the_row_and_both_answers() {
    let rows = |names: &[&str]| {
        Value::Rows(names.iter().map(|it| answers(&[("name", short(it))])).collect())
    };
    let before = answers(&[("partner", Value::YesNo(true)), ("children", rows(&["Ada"]))]);
    let after = answers(&[("partner", Value::YesNo(true)), ("children", rows(&["Eva", "Bo"]))]);
    let told: Vec<String> = differences(&before, &after)
        .iter()
        .map(|it| format!("{} {} {}", it.spot, it.before.is_some(), it.after.is_some()))
        .collect();
    assert_eq!(told, ["children.1.name true true", "children.2.name false true"]);
    assert_eq!(differences(&after, &after), []);
}

#[test]
fn what_the_file_does_not_know_is_left_open() {
    let mut name = question("name", Kind::Short);
    name.prefill = Some(Prefill::Name);
    let mut number = question("number", Kind::Short);
    number.prefill = Some(Prefill::RegistrationNumber);
    let mut born = question("born", Kind::Date { when: When::Past, least: None, most: None });
    born.prefill = Some(Prefill::BirthDate);
    let mut children = question(
        "children",
        Kind::Rows { questions: vec![name.clone(), born.clone()], least: 1, most: 4 },
    );
    children.prefill = Some(Prefill::Children);
    // Inside rows the same two keys would be double; here only the rows are looked at.
    let form = form(vec![number, children]);
    let member = |role, name: &str| MemberFacts {
        role,
        name: Answer::Known(Phrase::new(name).unwrap()),
        born: Answer::Unknown,
        moves_along: Answer::Unknown,
    };
    let facts = FileFacts {
        members: vec![member(MemberRole::Partner, "Cor"), member(MemberRole::Child, "Ada")],
        ..FileFacts::default()
    };
    let child = answers(&[("name", short("Ada"))]);
    assert_eq!(prefill(&form, &facts), answers(&[("children", Value::Rows(vec![child]))]));
}

fn faults(form: &Form) -> Vec<String> {
    form.check()
        .iter()
        .map(|it| {
            let what = format!("{:?}", it.what);
            let place = it.question.map_or_else(|| "-".to_owned(), |it| it.to_string());
            format!("{place} {}", what.split([' ', '{']).next().unwrap())
        })
        .collect()
}

#[test]
fn a_good_definition_has_no_faults() {
    assert_eq!(faults(&family()), [""; 0]);
}

#[test]
fn every_fault_of_a_definition_is_told_at_its_question() {
    let mut form = family();
    form.until = Some(date(2025, 1, 1));
    let questions = &mut form.sections[0].questions;
    questions[0].shown = is("settled-how", "yes");
    questions[1].key = key("divorced");
    questions[2].shown = is("partner", "maybe");
    questions[3].shown = Condition::Not(Box::new(is("nobody", "yes")));
    questions[5].kind = Kind::Long { medical_hint: false };
    questions[5].label = words("Which diagnosis?");
    questions[5].shown = Condition::HasRows(key("partner"));
    if let Kind::Rows { questions, least, .. } = &mut questions[4].kind {
        *least = 9;
        questions[0].sees.insert(Party::Association);
        questions[1].kind = Kind::One { choices: choices(&["a", "a"]) };
    }
    let expected = [
        "- ValidityCrossed",
        "0 NotComparable",
        "2 KeyTwice",
        "2 NoSuchValue",
        "3 NoSuchQuestion",
        "4 LimitsCrossed",
        "5 SeesMoreThanRows",
        "6 ChoiceTwice",
        "7 NoSuchValue",
        "8 Medical",
        "8 NoMedicalHint",
        "8 NotComparable",
    ];
    assert_eq!(faults(&form), expected);
}

#[test]
fn questions_that_hang_on_each_other_are_told_once_and_never_shown() {
    let mut form = form(vec![question("a", Kind::YesNo), question("b", Kind::YesNo)]);
    form.sections[0].questions[0].shown = is("b", "yes");
    form.sections[0].questions[1].shown = is("a", "yes");
    let circles: Vec<_> = form.check().into_iter().map(|it| it.what).collect();
    assert_eq!(circles, [FormFaultKind::Circle { keys: vec![key("a"), key("b")] }]);
    let answers = answers(&[("a", Value::YesNo(true)), ("b", Value::YesNo(true))]);
    assert_eq!(asked(&form, &answers).len(), 0);
}

#[test]
fn a_form_without_questions_or_without_readers_is_refused() {
    assert_eq!(faults(&form(Vec::new())), ["- NoQuestions", "- ReceiverSeesNothing"]);
    let mut lonely = question("a", Kind::YesNo);
    lonely.sees.clear();
    assert_eq!(faults(&form(vec![lonely])), ["- ReceiverSeesNothing", "0 NobodySees"]);
}

#[test]
fn two_versions_may_not_be_started_on_the_same_day() {
    let mut first = family();
    first.until = Some(date(2026, 6, 30));
    let mut second = family();
    second.version = 2;
    second.from = date(2026, 7, 1);
    assert_eq!(overlaps(&[first.clone(), second.clone()]), []);
    second.from = date(2026, 6, 30);
    let overlap = (1, FormFaultKind::Overlap { version: 1 });
    assert_eq!(overlaps(&[first.clone(), second]), [overlap]);
    let twice = (1, FormFaultKind::VersionTwice { version: 1 });
    assert_eq!(overlaps(&[first.clone(), first]), [twice]);
}

#[test]
fn the_version_of_the_day_is_the_one_to_start() {
    let mut first = family();
    first.until = Some(date(2026, 6, 30));
    let mut second = family();
    second.version = 2;
    second.from = date(2026, 7, 1);
    let library = Library::new(vec![first, second]);
    let code = crate::FormCode::new("test").unwrap();
    let version = |on| library.valid(&code, on).map(|it| it.version);
    assert_eq!(version(date(2025, 12, 31)), None);
    assert_eq!(version(date(2026, 6, 30)), Some(1));
    assert_eq!(version(date(2026, 7, 1)), Some(2));
    assert_eq!(library.version(&code, 1).map(|it| it.version), Some(1));
    assert_eq!(library.all_valid(date(2026, 7, 1)).len(), 1);
}

#[test]
fn every_step_of_the_road_is_allowed_only_where_it_makes_sense() {
    let road = |acts: &[FormAct]| {
        acts.iter().try_fold(FormStatus::Draft, |status, act| status.after(*act))
    };
    use FormAct::{Approve, AskChange, AskCheck, Receive, Reopen, Return, Send, TakeBack};
    assert_eq!(road(&[AskCheck, Approve, Send, Receive]), Ok(FormStatus::Received));
    assert_eq!(road(&[AskCheck, AskChange, AskCheck, Approve, Send]), Ok(FormStatus::Sent));
    assert_eq!(road(&[AskCheck, Approve, Send, Return, AskCheck]), Ok(FormStatus::CheckAsked));
    assert_eq!(road(&[AskCheck, Approve, Reopen]), Ok(FormStatus::Draft));
    assert_eq!(road(&[AskCheck, Approve, Send, TakeBack]), Ok(FormStatus::TakenBack));
    let not_checked = NotNow { act: Send, status: FormStatus::Draft };
    assert_eq!(road(&[Send]), Err(not_checked));
    let not_sent = NotNow { act: Return, status: FormStatus::Checked };
    assert_eq!(road(&[AskCheck, Approve, Return]), Err(not_sent));
    for status in FormStatus::ALL {
        assert_eq!(FormStatus::from_code(status.code()), Some(status));
        assert!(status.after(FormAct::Start).is_err());
    }
    for act in FormAct::ALL {
        assert_eq!(FormAct::from_code(act.code()), Some(act));
    }
}

mod laws {
    use proptest::prelude::*;

    use super::*;

    fn condition(below: usize) -> BoxedStrategy<Condition> {
        if below == 0 {
            return prop_oneof![Just(Condition::Always), Just(Condition::Never)].boxed();
        }
        let leaf = prop_oneof![
            2 => Just(Condition::Always),
            1 => Just(Condition::Never),
            4 => (0..below, any::<bool>())
                .prop_map(|(of, yes)| is(&format!("q{of}"), if yes { "yes" } else { "no" })),
            1 => (0..below).prop_map(|of| Condition::Answered(key(&format!("q{of}")))),
        ];
        leaf.prop_recursive(2, 6, 3, |inner| {
            prop_oneof![
                inner.clone().prop_map(|it| Condition::Not(Box::new(it))),
                proptest::collection::vec(inner.clone(), 1..3).prop_map(Condition::All),
                proptest::collection::vec(inner, 1..3).prop_map(Condition::Any),
            ]
        })
        .boxed()
    }

    /// Yes-or-no questions, each hanging on earlier ones, with some answers.
    fn case() -> impl Strategy<Value = (Form, Answers)> {
        let questions: Vec<_> = (0..7)
            .map(|number| {
                (condition(number), condition(number)).prop_map(move |(shown, required)| {
                    let mut one = question(&format!("q{number}"), Kind::YesNo);
                    one.shown = shown;
                    one.required = required;
                    one
                })
            })
            .collect();
        let given = proptest::collection::vec(proptest::option::of(any::<bool>()), 7);
        (questions, given).prop_map(|(questions, given)| {
            let answers = given
                .iter()
                .enumerate()
                .filter_map(|(number, it)| Some((key(&format!("q{number}")), Value::YesNo((*it)?))))
                .collect();
            (form(questions), answers)
        })
    }

    proptest! {
        #[test]
        fn a_hidden_question_is_never_required_and_its_answer_never_leaves((form, answers) in case()) {
            let shown: BTreeSet<_> =
                asked(&form, &answers).iter().map(|it| it.spot.key.clone()).collect();
            for fault in check(&form, &answers, TODAY) {
                prop_assert!(shown.contains(&fault.spot.key));
            }
            for (key, _) in visible(&form, &answers).iter() {
                prop_assert!(shown.contains(key));
            }
        }

        #[test]
        fn leaving_out_what_is_hidden_changes_nothing((form, answers) in case()) {
            let sent = visible(&form, &answers);
            prop_assert_eq!(check(&form, &answers, TODAY), check(&form, &sent, TODAY));
            prop_assert_eq!(&visible(&form, &sent), &sent);
            let both = completeness(&form, &answers, TODAY) == completeness(&form, &sent, TODAY);
            prop_assert!(both);
        }

        #[test]
        fn complete_means_that_nothing_required_is_a_fault((form, answers) in case()) {
            let complete = completeness(&form, &answers, TODAY);
            prop_assert!(complete.answered <= complete.required);
            prop_assert_eq!(complete.is_complete(), check(&form, &answers, TODAY).is_empty());
        }

        #[test]
        fn nobody_sees_more_than_is_asked((form, answers) in case()) {
            let all = visible(&form, &answers);
            for party in Party::ALL {
                for (key, value) in seen_by(&form, &answers, party).iter() {
                    prop_assert_eq!(all.get(key), Some(value));
                    prop_assert!(form.sees(&Spot::top(key)).contains(&party));
                }
            }
        }

        #[test]
        fn a_question_that_only_hangs_on_earlier_ones_is_no_fault((form, _) in case()) {
            prop_assert_eq!(form.check(), vec![]);
        }

        /// Answering what is asked for, again and again, always comes to an end.
        #[test]
        fn answering_every_fault_leads_to_a_complete_form((form, answers) in case(), yes in any::<bool>()) {
            let mut answers = answers;
            for _ in 0..8 {
                for fault in check(&form, &answers, TODAY) {
                    answers.set(fault.spot.key, Value::YesNo(yes));
                }
            }
            prop_assert!(completeness(&form, &answers, TODAY).is_complete());
        }
    }

    #[test]
    fn a_long_answer_of_the_participant_is_kept_as_it_is() {
        let text = Value::Long(LongText::new("First line\nsecond line").unwrap());
        let form = form(vec![question("q", Kind::Long { medical_hint: true })]);
        let answers = answers(&[("q", text.clone())]);
        assert_eq!(visible(&form, &answers).get(&key("q")), Some(&text));
    }
}
