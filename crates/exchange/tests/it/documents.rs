//! The pages of `docs/formats` and the locale files against the code.

use std::{collections::BTreeSet, path::PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
use sleutel_exchange::{FindingKind, Kind, columns};

pub(crate) fn file(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The cells of the tables of a page, without their heads.
pub(crate) fn tables(page: &str) -> Vec<Vec<Vec<String>>> {
    let after = |rest: &str| {
        let lines = rest.lines().skip(1).take_while(|line| line.starts_with('|'));
        let cells =
            |line: &str| line.trim_matches('|').split('|').map(|it| it.trim().to_owned()).collect();
        lines.map(cells).collect()
    };
    page.split("\n|---").skip(1).map(after).collect()
}

/// The cells of the first table of a page.
fn table(page: &str) -> Vec<Vec<String>> {
    tables(page).remove(0)
}

#[test]
fn each_page_lists_the_columns_the_code_reads() {
    for kind in Kind::ALL {
        let page = table(&file(&format!("docs/formats/{}.md", kind.code())));
        let listed: Vec<_> = page.iter().map(|row| row[..3].to_vec()).collect();
        let read: Vec<_> = columns(kind)
            .iter()
            .map(|it| {
                let required = if it.required { "yes" } else { "no" };
                vec![format!("`{}`", it.name), it.shape.describe(), required.to_owned()]
            })
            .collect();
        assert_eq!(listed, read, "{}", kind.code());
    }
}

#[test]
fn the_page_of_the_assumptions_lists_the_columns_the_code_reads() {
    let page = table(&file("docs/formats/assumptions.md"));
    let listed: Vec<_> = page.iter().map(|row| row[..3].to_vec()).collect();
    let read: Vec<_> = (sleutel_exchange::assumptions::COLUMNS.iter())
        .map(|it| {
            let required = if it.required { "yes" } else { "no" };
            vec![format!("`{}`", it.name), it.shape.describe(), required.to_owned()]
        })
        .collect();
    assert_eq!(listed, read);
}

/// Two rows belong to one another only in some tables; these stand for the others.
fn example_fits(kind: Kind, column: &str) -> bool {
    let other = match kind {
        Kind::Ceilings | Kind::Wishes | Kind::Network | Kind::Exclusions => ["complex"].as_slice(),
        Kind::Participants => ["paused_reason", "paused_until", "placed_on"].as_slice(),
        Kind::Organisations
        | Kind::Areas
        | Kind::AreaFigures
        | Kind::GroupQuotas
        | Kind::MainGroups
        | Kind::AssociationTargets
        | Kind::Complexes
        | Kind::Dwellings
        | Kind::Vacancies
        | Kind::Members
        | Kind::Together => [].as_slice(),
    };
    !other.contains(&column)
}

#[test]
fn the_examples_of_a_page_together_are_a_sound_row() {
    for kind in Kind::ALL {
        let page = table(&file(&format!("docs/formats/{}.md", kind.code())));
        let cells: Vec<_> = columns(kind)
            .iter()
            .zip(&page)
            .filter(|(column, _)| example_fits(kind, column.name))
            .map(|(column, row)| (column.name, row[4].as_str()))
            .collect();
        let head: Vec<_> = cells.iter().map(|(name, _)| *name).collect();
        let row: Vec<_> = cells.iter().map(|(_, example)| *example).collect();
        let text = format!("{}\n{}\n", head.join(";"), row.join(";"));
        let result =
            sleutel_exchange::read(kind, "example.csv", text.as_bytes(), crate::TODAY, &mut |_| {});
        assert_eq!(crate::codes(&result), [""; 0], "{text}");
        assert_eq!(result.records.len(), 1);
    }
}

#[test]
fn the_page_of_findings_lists_every_code_in_order() {
    let page = table(&file("docs/formats/findings.md"));
    let listed: Vec<_> = page.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(listed, FindingKind::CODES);
}

#[test]
fn codes_are_never_used_twice() {
    let once: BTreeSet<_> = FindingKind::CODES.iter().map(|code| &code[1..]).collect();
    assert_eq!(once.len(), FindingKind::CODES.len());
}

#[test]
fn every_finding_is_worded_in_both_languages_with_figures_it_has() {
    for language in ["nl", "en"] {
        let text = file(&format!("locales/{language}/findings.ftl"));
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap();
        let mut keys = BTreeSet::new();
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                assert!(keys.insert(message.id.name.to_owned()), "{} twice", message.id.name);
            }
        }
        let mut wanted = BTreeSet::new();
        for sample in FindingKind::samples() {
            let figures: BTreeSet<_> = sample.figures().into_iter().map(|(name, _)| name).collect();
            for key in [sample.what_key(), sample.remedy_key()] {
                let used = variables(&resource, &key);
                let foreign: Vec<_> =
                    used.iter().filter(|it| !figures.contains(it.as_str())).collect();
                assert!(foreign.is_empty(), "{language} {key}: {foreign:?}");
                wanted.insert(key);
            }
        }
        assert_eq!(keys, wanted, "{language}");
    }
}

fn variables(resource: &fluent_syntax::ast::Resource<&str>, key: &str) -> BTreeSet<String> {
    let message = resource.body.iter().find_map(|entry| {
        let Entry::Message(message) = entry else { return None };
        message.value.as_ref().filter(|_| message.id.name == key)
    });
    let pattern = message.unwrap_or_else(|| panic!("no message {key}"));
    let elements = pattern.elements.iter();
    elements
        .filter_map(|it| {
            let PatternElement::Placeable { expression: Expression::Inline(inline) } = it else {
                return None;
            };
            let InlineExpression::VariableReference { id } = inline else { return None };
            Some(id.name.to_owned())
        })
        .collect()
}
