use sleutel_domain::forms::{Condition, QuestionKey};

use crate::{finding::FindingKind, toml::Table};

/// A condition: `true`, `false`, or a table. `None` when the key is not there or makes no
/// sense, which is then told.
pub(super) fn condition<'s>(table: &mut Table<'s>, key: &'s str) -> Option<Condition> {
    if let Some(flag) = table.as_flag(key) {
        return Some(if flag { Condition::Always } else { Condition::Never });
    }
    let mut inner = table.table_opt(key)?;
    let condition = of_table(&mut inner);
    inner.done();
    condition
}

fn of_table(table: &mut Table<'_>) -> Option<Condition> {
    if table.has("not") {
        return condition(table, "not").map(|inner| Condition::Not(Box::new(inner)));
    }
    if table.has("all") {
        return list(table, "all").map(Condition::All);
    }
    if table.has("any") {
        return list(table, "any").map(Condition::Any);
    }
    let text = table.text_opt("question");
    let key = text.and_then(|it| QuestionKey::new(it.value).ok());
    let about = if table.has("is") {
        table.text_opt("is").map(|it| vec![it.value.to_owned()])
    } else if table.has("any_of") {
        Some(table.texts("any_of").iter().map(|it| it.value.to_owned()).collect())
    } else {
        None
    };
    let answered = table.flag_opt("answered").is_some_and(|it| it.value);
    let rows = table.flag_opt("has_rows").is_some_and(|it| it.value);
    let condition = match (key, about, answered, rows) {
        (Some(question), Some(values), false, false) => Condition::AnyOf { question, values },
        (Some(question), None, true, false) => Condition::Answered(question),
        (Some(question), None, false, true) => Condition::HasRows(question),
        _ => {
            table.tell_here(FindingKind::NotACondition {});
            return None;
        }
    };
    Some(condition)
}

/// The conditions of a list; `None` when one of them makes no sense.
fn list<'s>(table: &mut Table<'s>, key: &'s str) -> Option<Vec<Condition>> {
    let tables = table.tables(key);
    let read: Vec<Option<Condition>> = tables
        .into_iter()
        .map(|mut inner| {
            let condition = of_table(&mut inner);
            inner.done();
            condition
        })
        .collect();
    read.into_iter().collect()
}
