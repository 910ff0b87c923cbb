//! The two languages are of equal standing: same files, same keys, same variables,
//! all of them used, none of them missing.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{ast, parser};
use sleutel_domain::access::Language;
use sleutel_words::LOCALES;

/// Keys a program puts together from one of these beginnings and a code.
const DYNAMIC: &[&str] = &[
    "finding-",
    "cli-about-",
    "cli-more-",
    "cli-help-",
    // The measures of the engine, by their codes.
    "cli-simulate-",
    "register-",
    // Policies, groups, assumptions, measures and states of the engine, by their codes.
    "what-if-fault-",
    "what-if-group-",
    "what-if-is-",
    "what-if-measure-",
    "what-if-of-",
    "what-if-policy-",
    "what-if-section-",
    "what-if-state-",
    "what-if-unit-",
    // What is said of each of the ten agreements, by its number.
    "work-agreements-1-",
    "work-agreements-2-",
    "work-agreements-3-",
    "work-agreements-4-",
    "work-agreements-5-",
    "work-agreements-6-",
    "work-agreements-7-",
    "work-agreements-8-",
    "work-agreements-9-",
    "work-agreements-10-",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every key of a language with the variables its text uses.
fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    for file in LOCALES.iter().filter(|file| file.language == language) {
        let resource = parser::parse(file.text)
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.name));
        for entry in resource.body {
            if let ast::Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                let value = message.value.unwrap_or_else(|| panic!("{} is empty", message.id.name));
                pattern(&value, &mut variables);
                let key = message.id.name.to_owned();
                let old = keys.insert(key, variables);
                assert!(old.is_none(), "`{}` is there twice", message.id.name);
            }
        }
    }
    keys
}

fn pattern(pattern: &ast::Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            expression_variables(expression, variables);
        }
    }
}

fn expression_variables(expression: &ast::Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Select { selector, variants } => {
            inline(selector, variables);
            for variant in variants {
                pattern(&variant.value, variables);
            }
        }
        ast::Expression::Inline(expression) => inline(expression, variables),
    }
}

fn inline(expression: &ast::InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        ast::InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => {
            expression_variables(expression, variables);
        }
        ast::InlineExpression::StringLiteral { .. }
        | ast::InlineExpression::NumberLiteral { .. }
        | ast::InlineExpression::FunctionReference { .. }
        | ast::InlineExpression::MessageReference { .. }
        | ast::InlineExpression::TermReference { .. } => {}
    }
}

/// The text of every source file and template, tests left out.
fn sources() -> String {
    let mut text = String::new();
    let mut folders = vec![root().join("crates")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !path.ends_with("tests") && !path.ends_with("target") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|end| end == "rs" || end == "html") {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}

#[test]
fn every_file_of_words_is_built_in() {
    for language in Language::ALL {
        let folder = root().join("locales").join(language.code());
        let there: BTreeSet<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        let built: BTreeSet<_> = LOCALES
            .iter()
            .filter(|file| file.language == language)
            .map(|file| format!("{}.ftl", file.name))
            .collect();
        assert_eq!(there, built);
    }
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_variables() {
    let (dutch, english) = (keys(Language::Dutch), keys(Language::English));
    for (key, variables) in &dutch {
        let other = english.get(key).unwrap_or_else(|| panic!("`{key}` has no English"));
        assert_eq!(variables, other, "the variables of `{key}` differ");
    }
    for key in english.keys() {
        assert!(dutch.contains_key(key), "`{key}` has no Dutch");
    }
}

#[test]
fn no_key_is_unused() {
    let sources = sources();
    let unused: Vec<_> = keys(Language::Dutch)
        .into_keys()
        .filter(|key| !DYNAMIC.iter().any(|start| key.starts_with(start)))
        .filter(|key| !sources.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unused.is_empty(), "nobody uses {unused:#?}");
}

#[test]
fn no_key_that_is_asked_for_is_missing() {
    let (sources, keys) = (sources(), keys(Language::Dutch));
    let mut missing = BTreeSet::new();
    for call in [".t(", ".t1(", ".t2(", ".t_with(", ".titled("] {
        for (at, _) in sources.match_indices(call) {
            let rest = sources[at + call.len()..].trim_start();
            if let Some((key, _)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'))
                && !keys.contains_key(key)
            {
                missing.insert(key.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "nobody wrote words for {missing:#?}");
}
