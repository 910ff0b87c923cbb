//! Both languages say the same things.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use fluent_syntax::{
    ast::{self, Entry, Expression, InlineExpression, PatternElement},
    parser,
};

use crate::files;

/// What a message is called, and which variables its text uses.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// Every difference between the two languages: a file, a message, or a variable
/// that only one of them has; and every line that cannot be read.
pub fn differences() -> io::Result<Vec<String>> {
    let mut findings = Vec::new();
    let [nl, en] = ["nl", "en"].map(|language| read(language, &mut findings));
    let (nl, en) = (nl?, en?);
    let names: BTreeSet<_> = nl.keys().chain(en.keys()).collect();
    for name in names {
        match (nl.get(name), en.get(name)) {
            (Some(dutch), Some(english)) => findings.extend(compare(name, dutch, english)),
            (None, _) => findings.push(format!("locales/nl/{name} is missing")),
            (_, None) => findings.push(format!("locales/en/{name} is missing")),
        }
    }
    Ok(findings)
}

fn read(language: &str, findings: &mut Vec<String>) -> io::Result<BTreeMap<String, Messages>> {
    let folder = format!("locales/{language}/");
    let mut all = BTreeMap::new();
    for file in files::under(&folder)? {
        let name = file.path.trim_start_matches(&folder).to_owned();
        let (messages, errors) = messages(&file.text);
        findings.extend(errors.into_iter().map(|error| format!("{}: {error}", file.path)));
        all.insert(name, messages);
    }
    Ok(all)
}

fn compare(file: &str, dutch: &Messages, english: &Messages) -> Vec<String> {
    let mut findings = Vec::new();
    for id in dutch.keys().chain(english.keys()).collect::<BTreeSet<_>>() {
        match (dutch.get(id), english.get(id)) {
            (Some(one), Some(other)) if one != other => {
                findings.push(format!("{file}: `{id}` has {one:?} in Dutch, {other:?} in English"));
            }
            (Some(_), Some(_)) => {}
            (None, _) => findings.push(format!("{file}: `{id}` is missing in Dutch")),
            (_, None) => findings.push(format!("{file}: `{id}` is missing in English")),
        }
    }
    findings
}

/// The messages of a file, and what is wrong with it.
fn messages(text: &str) -> (Messages, Vec<String>) {
    let (resource, mut errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors.iter().map(ToString::to_string).collect()),
    };
    let mut found = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut variables = BTreeSet::new();
        if let Some(pattern) = &message.value {
            of_pattern(pattern, &mut variables);
        }
        if found.insert(message.id.name.to_owned(), variables).is_some() {
            errors.push(format!("`{}` is there twice", message.id.name));
        }
        for attribute in &message.attributes {
            let mut variables = BTreeSet::new();
            of_pattern(&attribute.value, &mut variables);
            found.insert(format!("{}.{}", message.id.name, attribute.id.name), variables);
        }
    }
    (found, errors)
}

fn of_pattern(pattern: &ast::Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, variables);
        }
    }
}

fn of_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, variables),
        Expression::Select { selector, variants } => {
            of_inline(selector, variables);
            for variant in variants {
                of_pattern(&variant.value, variables);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, variables),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                of_inline(argument, variables);
            }
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(dutch: &str, english: &str) -> Vec<String> {
        compare("homes.ftl", &messages(dutch).0, &messages(english).0)
    }

    #[test]
    fn a_message_in_one_language_only_is_found() {
        assert_eq!(
            check("homes-title = Woningen\n", "other = Homes\n"),
            [
                "homes.ftl: `homes-title` is missing in English",
                "homes.ftl: `other` is missing in Dutch"
            ]
        );
    }

    #[test]
    fn a_variable_within_a_plural_counts() {
        let dutch = "free = { $count ->\n    [one] { $name }: een woning\n   *[other] veel\n}\n";
        let english = "free = { $count } homes\n";
        assert_eq!(check(dutch, english).len(), 1);
        assert!(check(dutch, "free = { $name } { $count }\n").is_empty());
    }

    #[test]
    fn a_line_that_cannot_be_read_and_a_message_given_twice_are_found() {
        assert_eq!(messages("a = { $b\n").1.len(), 1);
        assert_eq!(messages("a = b\na = c\n").1, ["`a` is there twice"]);
    }
}
