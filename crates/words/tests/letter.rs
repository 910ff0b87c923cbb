//! A letter says everything about the person and nothing about anybody else, in both
//! languages.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use jiff::civil::date;
use sleutel_domain::{
    Answer, AreaCode, Cents, DwellingCode, GroupCode, Reference, VacancyCode,
    access::Language,
    homes::{Adaptation, Place},
    participants::{Direction, Limits, PriorityGround, Strength},
    placement::{
        Candidate, CandidateWish, Change, Fact, Fit, Goal, Placement, Question, Refusal, RuleName,
        RunnerUp, SupportLoad, Unplaced, Verdict, WhyNot,
    },
};
use sleutel_words::{Codes, Letter, Outcome, Words, description::plain};

fn reference(text: &str) -> Reference {
    Reference::new(text).unwrap()
}
fn area(text: &str) -> Place {
    Place::Area(AreaCode::new(text).unwrap())
}
fn vacancy() -> VacancyCode {
    VacancyCode::new("V-9").unwrap()
}

fn candidate() -> Candidate {
    Candidate {
        reference: reference("D-0012"),
        group: GroupCode::new("youth").unwrap(),
        ready: true,
        people: Answer::Known(3),
        head_age: Answer::Known(41),
        oldest_age: Answer::Unknown,
        waiting_since: date(2026, 1, 15),
        ground: PriorityGround::TermEnds(date(2026, 12, 24)),
        limits: Limits {
            rent: Answer::Known(Cents::new(71_234).unwrap()),
            adaptation: Answer::Known(Adaptation::StepFree),
            stairs: Answer::Unknown,
            pets: Answer::Known(true),
            smokes: Answer::Known(false),
            sharing: Answer::Unknown,
        },
        wishes: vec![CandidateWish {
            place: area("WISH"),
            direction: Direction::Prefer,
            strength: Strength::Strong,
        }],
        network: vec![area("TIE")],
        exclusions: vec![area("SECRET"), area("SECRET2")],
        offered: vec![DwellingCode::new("H-77").unwrap()],
        load: Answer::Known(SupportLoad::Heavy),
    }
}

fn letter(words: Words, candidate: &Candidate, outcome: Outcome<'_>) -> String {
    let letter = Letter {
        name: "Noor Zand",
        today: date(2026, 11, 22),
        held_on: date(2026, 11, 20),
        homes: 13,
        candidate,
        together: 1,
        outcome,
        possible: 4,
        weeks: 44,
        lot: Some((987_654_321, 5, 30)),
        seed: 2_718_281_828,
        contact: Some("wonen@kleinstad.example"),
        programme: "Thuis in Kleinstad",
    };
    plain(&words.letter(&letter, &Codes))
}

fn not_yet(words: Words, why: WhyNot, change: Option<Change>) -> String {
    let candidate = candidate();
    let unplaced = Unplaced { candidate: candidate.reference.clone(), why, possible: 4, change };
    letter(words, &candidate, Outcome::NotYet(&unplaced))
}

#[test]
fn every_fact_that_was_used_is_told_with_its_value() {
    for language in Language::ALL {
        let words = Words::new(language);
        let facts = words.candidate_facts(&candidate(), 1, &Codes);
        let named: Vec<Fact> = facts.iter().map(|(fact, _)| *fact).collect();
        assert_eq!(named, Fact::ALL);
        let values: Vec<&str> = facts.iter().map(|(_, value)| value.as_str()).collect();
        let unknown = words.name(&Answer::<bool>::Unknown);
        for wanted in ["D-0012", "youth", "3", "41", "WISH", "TIE", "712", &unknown] {
            assert!(values.iter().any(|it| it.contains(wanted)), "{wanted} in {values:?}");
        }
        assert!(!values.iter().any(|it| it.contains("SECRET")), "{values:?}");
    }
}

#[test]
fn a_letter_about_a_home_gives_reasons_without_naming_a_runner_up() {
    let placement = Placement {
        candidate: reference("D-0012"),
        vacancy: vacancy(),
        fit: Fit { wish: 400, network: 0, rooms: 100, rent: 0, later: 0 },
        pinned: true,
        weeks_waited: 44,
        on_ground: true,
        runners_up: vec![RunnerUp {
            candidate: reference("D-0666"),
            fit: Fit::default(),
            decided_by: Goal::Fit,
            loss: 137,
        }],
    };
    for language in Language::ALL {
        let words = Words::new(language);
        for decided in [None, Some((Verdict::Agreed, date(2026, 11, 21)))] {
            let outcome = Outcome::Proposed {
                home: "Havenkade 12".to_owned(),
                placement: &placement,
                decided,
            };
            let text = letter(words, &candidate(), outcome);
            for part in [
                "Noor Zand",
                "Havenkade 12",
                "400",
                "100",
                "137",
                "44",
                "987654321",
                "2718281828",
                "wonen@kleinstad.example",
                "Thuis in Kleinstad",
            ] {
                assert!(text.contains(part), "no `{part}` in {text}");
            }
            assert!(!text.contains("D-0666"), "{text}");
            let told = decided.map_or_else(String::new, |(_, on)| words.date(on));
            assert!(text.contains(&told));
        }
    }
}

#[test]
fn a_letter_without_a_home_gives_each_reason_and_names_nobody_else() {
    let reasons = [
        WhyNot::NotReady,
        WhyNot::NoHomeFits { refused_by: vec![(RuleName::Rent, 3)] },
        WhyNot::AskFirst { questions: vec![Question::Rent] },
        WhyNot::GroupFull { group: GroupCode::new("youth").unwrap(), upper: 20 },
        WhyNot::AreaFull { place: area("K1"), upper: 9 },
        WhyNot::Together { with: reference("D-0666") },
        WhyNot::Outweighed { vacancy: vacancy(), decided_by: Goal::Waiting, loss: 12 },
    ];
    for language in Language::ALL {
        let words = Words::new(language);
        let mut seen = Vec::new();
        for why in &reasons {
            let text = not_yet(words, why.clone(), None);
            assert!(!text.contains("D-0666"), "{text}");
            assert!(!seen.contains(&text), "{why:?} reads as another reason");
            seen.push(text);
        }
    }
}

#[test]
fn what_would_help_is_told_without_what_is_anothers() {
    let excluded = Refusal::Excluded { place: area("SECRET") };
    for language in Language::ALL {
        let words = Words::new(language);
        for change in [
            Change::Apart { from: reference("D-0666") },
            Change::Place { refusal: excluded.clone(), vacancy: vacancy() },
            Change::Lift { refusal: excluded.clone(), vacancy: vacancy() },
        ] {
            let text = not_yet(words, WhyNot::NotReady, Some(change));
            assert!(!text.contains("SECRET") && !text.contains("D-0666"), "{text}");
            assert!(text.contains(&words.t("letter-help-tried")), "{text}");
        }
        let ready = not_yet(words, WhyNot::NotReady, Some(Change::MakeReady));
        assert!(ready.contains(&words.t("letter-change-ready")), "{ready}");
        assert!(!ready.contains(&words.t("letter-help-tried")), "{ready}");
        let none = not_yet(words, WhyNot::NotReady, None);
        assert!(none.contains(&words.t("letter-help-none")), "{none}");
    }
}
