//! What every list that leaves as a file has in common: a stated most, and one line in the log.

use serde_json::{Map, Value, json};
use sleutel_store::{Page, Window};

use crate::{ActionError, Hold, act::Act};

/// Rows in one file at most: as many as a person can still answer for.
pub const MOST_EXPORTED: u32 = 5_000;

/// One row more than may leave, so that too many are not cut off in silence.
const ALL: Window = Window { offset: 0, limit: MOST_EXPORTED + 1 };

/// The window of an export.
pub(crate) fn whole() -> Window {
    ALL
}

/// The filters that were chosen, by name. Of words somebody searched for only that there were
/// any: they may be a name.
pub(crate) fn chosen(filters: &[(&str, &str)], words: &str) -> Value {
    let mut all: Map<String, Value> = filters
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| ((*name).to_owned(), json!(value)))
        .collect();
    if !words.trim().is_empty() {
        all.insert("searched".to_owned(), json!(true));
    }
    Value::Object(all)
}

/// Writes down that rows of a list leave as a file, and refuses more than may.
pub(crate) async fn exported<T>(
    act: &mut Act<'_>,
    list: &str,
    page: &Page<T>,
    filters: Value,
    reference: impl Fn(&T) -> &str,
) -> Result<(), ActionError> {
    if page.total > u64::from(MOST_EXPORTED) {
        return Err(Hold::TooManyRows { found: page.total, most: MOST_EXPORTED }.into());
    }
    let shown: Vec<&str> = page.rows.iter().map(reference).collect();
    let detail = json!({ "rows": shown.len(), "filters": filters, "exported": shown });
    act.log(list, "", &detail).await
}
