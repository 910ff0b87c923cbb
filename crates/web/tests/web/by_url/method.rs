//! The public description of the method, without logging in.

use axum::http::{StatusCode, header};
use scraper::{Html, Selector};
use sleutel_actions::method;
use sleutel_domain::placement::{Goal, RuleName};

use crate::town::Town;

fn count(text: &str, selector: &str) -> usize {
    Html::parse_document(text).select(&Selector::parse(selector).unwrap()).count()
}

#[tokio::test]
async fn anybody_reads_every_rule_and_goal_in_force_without_logging_in() {
    let town = Town::new().await;
    let mut visitor = town.visitor();
    let page = visitor.page("/method").await;
    let sources = "#methods_and_models td[data-label='Bron']";
    assert_eq!(count(&page, sources), RuleName::ALL.len());
    assert_eq!(count(&page, "#methods_and_models ol li"), Goal::ALL.len());
    let facts = method::in_force().facts.len();
    assert_eq!(count(&page, "#source_data ul:first-of-type li"), facts);
    assert_eq!(count(&page, "a[href='/method.json'][download]"), 1);
    assert_eq!(count(&page, "footer a[href='/method']"), 1);
    assert_eq!(count(&page, "#website .muted"), 1, "what is not filled in says so");
}

#[tokio::test]
async fn the_entry_of_the_register_is_a_file_with_its_field_names() {
    let town = Town::new().await;
    let mut visitor = town.visitor();
    let answer = visitor.get("/method.json").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/json");
    let name = answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert_eq!(name, "attachment; filename=\"sleutel-nl.json\"");
    let entry: serde_json::Value = serde_json::from_str(&answer.text()).unwrap();
    assert_eq!(entry["standard_version"], "1.0");
    assert_eq!(entry["source_id"], method::in_force().engine);
    let working = entry["methods_and_models"].as_str().unwrap();
    assert!(working.contains("- aantal kamers: "), "{working}");
    assert_eq!(entry["organization"], serde_json::Value::Null);
}
