use std::collections::BTreeSet;

use super::{Answers, Spot, Value};

/// One answer that is not the same in two sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where.
    pub spot: Spot,
    /// What it was; `None`: not answered, or no such row.
    pub before: Option<Value>,
    /// What it is.
    pub after: Option<Value>,
}

/// What changed between two sets of answers, by question and row. Rows are compared by their
/// place, and rows as a whole only by what is in them.
pub fn differences(before: &Answers, after: &Answers) -> Vec<Difference> {
    let keys: BTreeSet<_> = before.iter().chain(after.iter()).map(|(key, _)| key).collect();
    let mut all = Vec::new();
    for key in keys {
        let (old, new) = (before.get(key), after.get(key));
        match (old.and_then(Value::rows), new.and_then(Value::rows)) {
            (None, None) => add(&mut all, Spot::top(key), old, new),
            (old, new) => {
                let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
                let blank = Answers::default();
                for number in 0..old.len().max(new.len()) {
                    let old = old.get(number).unwrap_or(&blank);
                    let new = new.get(number).unwrap_or(&blank);
                    let keys: BTreeSet<_> = old.iter().chain(new.iter()).map(|it| it.0).collect();
                    for inner in keys {
                        let spot = Spot::row(key, number, inner);
                        add(&mut all, spot, old.get(inner), new.get(inner));
                    }
                }
            }
        }
    }
    all
}

fn add(all: &mut Vec<Difference>, spot: Spot, before: Option<&Value>, after: Option<&Value>) {
    if before != after {
        all.push(Difference { spot, before: before.cloned(), after: after.cloned() });
    }
}
