use std::collections::BTreeSet;

use sleutel_domain::placement::{Law, Method, Source};
use sleutel_exchange::register::{Category, STANDARD, Status, Titled};

use super::{Block, Field, Group, working};
use crate::{Owner, Words};

/// The groups of the register with their fields, in its order.
pub(super) fn groups(words: Words, method: &Method, owner: &Owner) -> Vec<Group> {
    let group = |key: &str, fields: Vec<Field>| Group { title: words.t(key), fields };
    vec![
        group("method-group-general", general(words, owner)),
        group("method-group-responsible", responsible(words, method, owner)),
        group("method-group-working", working(words, method, owner)),
        group("method-group-metadata", metadata(words, method)),
    ]
}

/// The laws the rules in force rest on.
pub(super) fn laws(words: Words, method: &Method) -> Vec<Titled> {
    let used: BTreeSet<Law> = method
        .rules
        .iter()
        .flat_map(|it| &it.sources)
        .filter_map(|source| match source {
            Source::Law(law) => Some(*law),
            Source::Agreement
            | Source::House
            | Source::Person
            | Source::Staff
            | Source::Custom
            | Source::Ours => None,
        })
        .collect();
    used.into_iter()
        .map(|law| Titled {
            title: words.name(&Source::Law(law)),
            link: Some(law.link().to_owned()),
        })
        .collect()
}

fn field(words: Words, code: &'static str, blocks: Vec<Block>) -> Field {
    Field { code, label: words.t(&format!("register-{}", code.replace('_', "-"))), blocks }
}

/// A field of one paragraph.
fn said(words: Words, code: &'static str, key: &str) -> Field {
    field(words, code, vec![Block::Text(words.t(key))])
}

/// A field the organisation fills in.
fn theirs(words: Words, code: &'static str, value: Option<&String>) -> Field {
    field(words, code, value.map(|it| Block::Text(it.clone())).into_iter().collect())
}

fn general(words: Words, owner: &Owner) -> Vec<Field> {
    let status = owner.status.map(|it| {
        words.t(match it {
            Status::InDevelopment => "method-status-in-development",
            Status::InUse => "method-status-in-use",
            Status::OutOfUse => "method-status-out-of-use",
        })
    });
    let category = match owner.category.unwrap_or(Category::Impactful) {
        Category::HighRisk => "method-category-high-risk",
        Category::Impactful => "method-category-impactful",
        Category::Other => "method-category-other",
    };
    vec![
        said(words, "name", "method-name"),
        said(words, "description_short", "method-short"),
        theirs(words, "organization", owner.organisation.as_ref()),
        theirs(words, "department", owner.department.as_ref()),
        said(words, "category", "method-theme"),
        theirs(words, "status", status.as_ref()),
        theirs(words, "begin_date", owner.begin_date.as_ref()),
        theirs(words, "end_date", owner.end_date.as_ref()),
        theirs(words, "contact_email", owner.contact.as_ref()),
        theirs(words, "website", owner.website.as_ref()),
        said(words, "publication_category", category),
    ]
}

fn responsible(words: Words, method: &Method, owner: &Owner) -> Vec<Field> {
    let text = |key: &str| Block::Text(words.t(key));
    let list = |keys: &[&str]| Block::List(keys.iter().map(|key| words.t(key)).collect());
    let mut basis = vec![text("method-lawful"), Block::Links(laws(words, method))];
    basis.extend(owner.lawful_basis.clone().map(Block::Text));
    basis.push(text("method-lawful-own"));
    let tests = match owner.impact_tests.as_slice() {
        [] => Vec::new(),
        tests => vec![Block::Links(tests.to_vec())],
    };
    vec![
        field(words, "goal", vec![text("method-goal"), text("method-impact")]),
        field(
            words,
            "proportionality",
            vec![list(&["method-why-computer", "method-why-order", "method-why-not-learning"])],
        ),
        field(
            words,
            "human_intervention",
            vec![text("method-people"), list(&PEOPLE), text("method-people-last")],
        ),
        field(words, "risks", vec![list(&RISKS)]),
        field(words, "lawful_basis", basis),
        theirs(words, "process_index_url", owner.process_index_url.as_ref()),
        field(words, "impacttoetsen", tests),
    ]
}

const PEOPLE: [&str; 4] =
    ["method-people-choose", "method-people-pin", "method-people-decide", "method-people-person"];

const RISKS: [&str; 6] = [
    "method-risk-facts",
    "method-risk-rule",
    "method-risk-engine",
    "method-risk-steering",
    "method-risk-privacy",
    "method-risk-trust",
];

fn working(words: Words, method: &Method, owner: &Owner) -> Vec<Field> {
    vec![
        field(words, "source_data", working::data(words, method)),
        field(words, "methods_and_models", working::blocks(words, method)),
        said(words, "provider", "method-provider"),
        theirs(words, "publiccode", owner.source_code.as_ref()),
    ]
}

fn metadata(words: Words, method: &Method) -> Vec<Field> {
    let plain = |code, text: String| field(words, code, vec![Block::Text(text)]);
    vec![
        plain("standard_version", STANDARD.to_owned()),
        plain("source_id", method.engine.clone()),
        said(words, "tags", "method-tags"),
    ]
}
