//! The public description says what the values say, in both languages.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use sleutel_domain::{
    access::Language,
    placement::{
        Fact, FitPoints, Goal, Law, Method, RoundSettings, RuleInForce, RuleName, Source,
        TargetAges,
    },
};
use sleutel_exchange::register::{self, Category, Status, Titled};
use sleutel_words::{Description, Owner, Words, description::Field};

/// Figures nobody would write beside the engine's own.
fn method() -> Method {
    let source = |rule| {
        if rule == RuleName::Rent { Source::Law(Law::SuitableRent) } else { Source::Ours }
    };
    Method {
        engine: "engine 7.8.9".to_owned(),
        rules: RuleName::ALL.map(|rule| RuleInForce { rule, sources: vec![source(rule)] }).to_vec(),
        goals: Goal::ALL.to_vec(),
        facts: Fact::ALL.to_vec(),
        fit: FitPoints {
            wish: 411,
            slight_wish: 251,
            same_neighbourhood: 311,
            same_quarter: 161,
            same_district: 61,
            rooms: 111,
            rent: 41,
            rent_step: 5_100,
            rent_most: 82,
        },
        ages: TargetAges { youth_from: 19, youth_to: 26, senior_from: 57 },
        rooms: vec![(1, 1), (2, 2), (3, 9)],
        weeks_at_most: 521,
        ground_days: 93,
        settings: RoundSettings { spare_rooms: 4, ..RoundSettings::default() },
    }
}

fn owner() -> Owner {
    Owner {
        organisation: Some("Gemeente Kleinstad".to_owned()),
        contact: Some("wonen@kleinstad.example".to_owned()),
        status: Some(Status::InUse),
        impact_tests: vec![Titled { title: "DPIA".to_owned(), link: None }],
        ..Owner::default()
    }
}

fn each(check: impl Fn(Words, &Description)) {
    for language in Language::ALL {
        let words = Words::new(language);
        check(words, &words.description(&method(), &owner()));
    }
}

fn field<'a>(description: &'a Description, code: &str) -> &'a Field {
    let mut all = description.groups.iter().flat_map(|group| &group.fields);
    all.find(|it| it.code == code).unwrap()
}

#[test]
fn every_figure_of_the_engine_is_in_the_working() {
    each(|_, description| {
        let text = field(description, "methods_and_models").plain().unwrap();
        for figure in [
            "411",
            "251",
            "-411",
            "-251",
            "311",
            "161",
            "61",
            "111",
            "41",
            "51,00",
            "82",
            "19",
            "26",
            "57",
            "521",
            "93",
            "4",
            "engine 7.8.9",
        ] {
            let english = figure.replace(',', ".");
            assert!(text.contains(figure) || text.contains(&english), "{figure} in {text}");
        }
    });
}

#[test]
fn every_rule_goal_fact_and_source_in_force_is_named_in_order() {
    each(|words, description| {
        let working = field(description, "methods_and_models").plain().unwrap();
        let mut from = 0;
        for rule in RuleName::ALL {
            let at = working[from..].find(&format!("- {}: ", words.name(&rule))).unwrap();
            from += at;
        }
        for goal in Goal::ALL {
            let at = working[from..].find(&format!(". {}. ", words.name(&goal))).unwrap();
            from += at;
        }
        let data = field(description, "source_data").plain().unwrap();
        for fact in Fact::ALL {
            assert!(data.contains(&format!("- {}", words.name(&fact))), "{fact:?}");
        }
        let basis = field(description, "lawful_basis").plain().unwrap();
        assert!(basis.contains(&words.name(&Source::Law(Law::SuitableRent))), "{basis}");
        assert!(!basis.contains(&words.name(&Source::Law(Law::YouthLease))), "{basis}");
    });
}

#[test]
fn what_the_organisation_did_not_fill_in_stays_empty() {
    each(|_, description| {
        assert_eq!(field(description, "website").plain(), None);
        assert_eq!(field(description, "organization").plain().unwrap(), "Gemeente Kleinstad");
        assert_eq!(description.entry.website, None);
        assert_eq!(description.entry.begin_date, None);
    });
}

#[test]
fn the_entry_keeps_to_the_lengths_and_the_fixed_words_of_the_standard() {
    each(|words, description| {
        let entry = &description.entry;
        assert!(entry.name.chars().count() <= 100, "{}", entry.name);
        assert!(entry.description_short.chars().count() <= 350, "{}", entry.description_short);
        assert!(entry.goal.chars().count() <= 2_500);
        let json = String::from_utf8(register::to_json(entry)).unwrap();
        for fixed in [
            r#""status": "In gebruik""#,
            r#""publication_category": "Impactvolle algoritmes""#,
            r#""standard_version": "1.0""#,
            r#""end_date": null"#,
            r#""title": "DPIA""#,
        ] {
            assert!(json.contains(fixed), "{fixed} in {json}");
        }
        let lang = if words.language() == Language::Dutch { "nld" } else { "eng" };
        assert!(json.contains(&format!(r#""lang": "{lang}""#)), "{json}");
    });
}

#[test]
fn the_words_of_the_settings_lead_back_to_their_values() {
    for status in Status::ALL {
        assert_eq!(Status::from_code(status.code()), Some(status));
    }
    for category in Category::ALL {
        assert_eq!(Category::from_code(category.code()), Some(category));
    }
    assert_eq!(Status::from_code("In gebruik"), None);
}
