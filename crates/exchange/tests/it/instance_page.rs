//! The page on placement problems against the code that reads them.

use sleutel_exchange::instance::{
    self, Certificate, LoadResult, MOST_FACTS, MOST_PAIRS, Source, read_certificate,
};

use crate::documents::{file, tables};

fn page() -> String {
    file("docs/formats/instance.md")
}

/// What stands in the blocks of one language.
fn blocks(language: &str) -> Vec<String> {
    let page = page();
    let begin = format!("```{language}\n");
    let blocks = page.split(&begin).skip(1);
    blocks.map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

fn read(facts: &str) -> LoadResult {
    let facts = Source { name: "tiny.json".to_owned(), bytes: facts.as_bytes() };
    let pairs = blocks("csv").remove(0);
    let pairs = Source { name: "tiny-arcs.csv".to_owned(), bytes: pairs.as_bytes() };
    instance::read(facts, pairs)
}

fn certificate(text: &str) -> (Option<Certificate>, Vec<&'static str>) {
    let facts = read(&blocks("json")[0]).loaded.unwrap().facts;
    let source = Source { name: "tiny.cert.json".to_owned(), bytes: text.as_bytes() };
    let (certificate, findings) = read_certificate(source, &facts);
    (certificate, findings.iter().map(|it| it.what.code()).collect())
}

/// The text without one field.
fn without(text: &str, field: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(text).unwrap();
    let (within, name) = field.split_once('.').unwrap_or(("", field));
    let object = if within.is_empty() { &mut value } else { &mut value[within] };
    let removed = object.as_object_mut().unwrap().remove(name);
    assert!(removed.is_some(), "`{field}` is not in the example");
    value.to_string()
}

/// Every field of a text, those within a field with its name in front.
fn fields(text: &str) -> Vec<String> {
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    let mut names = Vec::new();
    for (name, inner) in value.as_object().unwrap() {
        match inner.as_object() {
            None => names.push(name.clone()),
            Some(inner) => names.extend(inner.keys().map(|it| format!("{name}.{it}"))),
        }
    }
    names.sort();
    names
}

/// The names and the word on whether it has to be there, of a table of the page.
fn table(at: usize) -> Vec<(String, bool)> {
    let rows = tables(&page()).remove(at);
    rows.iter().map(|row| (row[0].trim_matches('`').to_owned(), row[2] == "yes")).collect()
}

#[test]
fn the_example_is_a_sound_instance_with_every_field_of_the_table() {
    let example = &blocks("json")[0];
    assert_eq!(read(example).findings, []);
    let mut listed: Vec<_> = table(0).into_iter().map(|(name, _)| name).collect();
    listed.sort();
    assert_eq!(fields(example), listed);
}

#[test]
fn a_field_of_an_instance_is_required_where_the_table_says_so() {
    for (field, required) in table(0) {
        let LoadResult { loaded, findings } = read(&without(&blocks("json")[0], &field));
        let codes: Vec<_> = findings.iter().map(|it| it.what.code()).collect();
        assert_eq!(loaded.is_none(), required, "{field}: {codes:?}");
        assert_eq!(codes.contains(&"E506"), required, "{field}: {codes:?}");
    }
}

#[test]
fn the_example_is_a_sound_certificate() {
    let (found, codes) = certificate(&blocks("json")[1]);
    assert_eq!(codes, [""; 0]);
    assert_eq!(found.unwrap().assignment, [Some(1), Some(0), None]);
}

#[test]
fn a_field_of_a_certificate_is_required_where_the_table_says_so() {
    let example =
        blocks("json")[1].replace("\"assignment\"", "\"node_load_price\":[1,0,0],\"assignment\"");
    let mut listed: Vec<_> = table(1).into_iter().map(|(name, _)| name).collect();
    listed.sort();
    assert_eq!(fields(&example), listed);
    for (field, required) in table(1) {
        let (found, codes) = certificate(&without(&example, &field));
        assert_eq!(found.is_none(), required, "{field}: {codes:?}");
    }
}

#[test]
fn the_limits_are_those_of_the_code() {
    let page = page();
    assert!(page.contains(&format!("up to {} MiB", MOST_FACTS >> 20)));
    assert!(page.contains(&format!("up to {} GiB", MOST_PAIRS >> 30)));
    let grouped = |number: i64| {
        let digits = number.to_string();
        let parts: Vec<_> = digits.as_bytes().rchunks(3).rev().collect();
        parts.iter().map(|it| str::from_utf8(it).unwrap()).collect::<Vec<_>>().join(",")
    };
    assert!(page.contains(&grouped(sleutel_matching::Instance::HEAVIEST.into())));
    assert!(page.contains(&grouped(sleutel_matching::Instance::MOST.try_into().unwrap())));
}
