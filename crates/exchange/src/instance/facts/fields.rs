//! Fields of a text of figures, taken out one by one; what is left is told.

use crate::{
    finding::FindingKind,
    instance::{
        log::{Few, shown},
        tree::Tree,
    },
};

/// The fields that stand together at one place.
#[derive(Debug)]
pub(in crate::instance) struct Fields {
    /// Where they stand, with a point behind; empty at the top.
    path: String,
    fields: Vec<(String, Tree)>,
}

impl Fields {
    /// The fields of the whole file.
    pub(in crate::instance) fn top(tree: Tree, log: &mut Few) -> Option<Self> {
        Self::of(tree, String::new(), log)
    }

    fn of(tree: Tree, path: String, log: &mut Few) -> Option<Self> {
        let Tree::Fields(fields) = tree else {
            let at = path.trim_end_matches('.');
            log.add(None, (!at.is_empty()).then(|| at.to_owned()), FindingKind::NotFields {});
            return None;
        };
        for (at, (name, _)) in fields.iter().enumerate() {
            if fields[..at].iter().any(|(before, _)| before == name) {
                let name = shown(&format!("{path}{name}"));
                log.field(name.clone(), FindingKind::FieldTwice { name });
            }
        }
        Some(Self { path, fields })
    }

    /// Takes a field out; the first, when it is there twice.
    pub(in crate::instance) fn take(&mut self, name: &str) -> Option<Tree> {
        let at = self.fields.iter().position(|(it, _)| it == name)?;
        let (_, found) = self.fields.remove(at);
        self.fields.retain(|(it, _)| it != name);
        Some(found)
    }

    /// Whether a field is there.
    pub(in crate::instance) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(it, _)| it == name)
    }

    /// Takes a field out that has to be there.
    pub(in crate::instance) fn must(&mut self, name: &str, log: &mut Few) -> Option<Tree> {
        let found = self.take(name);
        if found.is_none() {
            let name = format!("{}{name}", self.path);
            log.field(name.clone(), FindingKind::MissingField { name });
        }
        found
    }

    /// Fields within a field.
    pub(in crate::instance) fn fields(&mut self, name: &str, log: &mut Few) -> Option<Self> {
        let found = self.must(name, log)?;
        Self::of(found, format!("{}{name}.", self.path), log)
    }

    /// A text that may be left out.
    pub(in crate::instance) fn may_text(&mut self, name: &str, log: &mut Few) -> Option<String> {
        let found = self.take(name)?;
        if let Tree::Text(text) = found {
            return Some(text);
        }
        let what = FindingKind::NotAText { found: found.shown() };
        log.field(format!("{}{name}", self.path), what);
        None
    }

    /// A text that can only be one thing, and may be left out.
    pub(in crate::instance) fn only(&mut self, name: &str, expected: &str, log: &mut Few) {
        if let Some(found) = self.may_text(name, log)
            && found != expected
        {
            let (found, expected) = (shown(&found), expected.to_owned());
            log.field(format!("{}{name}", self.path), FindingKind::OtherForm { found, expected });
        }
    }

    /// How many there are of something.
    pub(in crate::instance) fn count(
        &mut self,
        name: &str,
        most: i64,
        log: &mut Few,
    ) -> Option<u32> {
        let found = self.must(name, log)?;
        let field = format!("{}{name}", self.path);
        let Tree::Number(number) = found else {
            log.field(field, FindingKind::NotANumber { found: found.shown() });
            return None;
        };
        let count = u32::try_from(number).ok().filter(|_| number <= most);
        if count.is_none() {
            let found = number.to_string();
            log.field(field, FindingKind::OutOfRange { found, least: 0, most });
        }
        count
    }

    /// A list of whole numbers from one to another, both included; of this length, where
    /// the length is known.
    pub(in crate::instance) fn list(
        &mut self,
        name: &str,
        length: Option<u32>,
        range: (i64, i64),
        log: &mut Few,
    ) -> Option<Vec<i64>> {
        let found = self.must(name, log)?;
        self.numbers(name, found, length, range, log)
    }

    /// The same, when it may be left out.
    pub(in crate::instance) fn may_list(
        &mut self,
        name: &str,
        length: Option<u32>,
        range: (i64, i64),
        log: &mut Few,
    ) -> Option<Vec<i64>> {
        let found = self.take(name)?;
        self.numbers(name, found, length, range, log)
    }

    fn numbers(
        &self,
        name: &str,
        found: Tree,
        length: Option<u32>,
        (least, most): (i64, i64),
        log: &mut Few,
    ) -> Option<Vec<i64>> {
        let field = format!("{}{name}", self.path);
        let Tree::Numbers(numbers) = found else {
            not_numbers(field, &found, log);
            return None;
        };
        if !is_length(&field, numbers.len(), length, log) {
            return None;
        }
        let mut sound = true;
        for (at, number) in numbers.iter().enumerate() {
            if !(least..=most).contains(number) {
                let found = number.to_string();
                let what = FindingKind::OutOfRange { found, least, most };
                log.field(format!("{field}[{at}]"), what);
                sound = false;
                if log.full() {
                    break;
                }
            }
        }
        sound.then_some(numbers)
    }

    /// A list of texts that may be left out.
    pub(in crate::instance) fn may_texts(
        &mut self,
        name: &str,
        length: Option<u32>,
        log: &mut Few,
    ) -> Vec<String> {
        let field = format!("{}{name}", self.path);
        match self.take(name) {
            None => Vec::new(),
            Some(Tree::Texts(texts)) => {
                is_length(&field, texts.len(), length, log);
                texts
            }
            Some(Tree::Numbers(numbers)) if numbers.is_empty() => {
                is_length(&field, 0, length, log);
                Vec::new()
            }
            Some(Tree::Mixed { at, found }) => {
                log.field(format!("{field}[{at}]"), FindingKind::NotAText { found });
                Vec::new()
            }
            Some(Tree::Numbers(numbers)) => {
                let found = numbers.first().map(ToString::to_string).unwrap_or_default();
                log.field(format!("{field}[0]"), FindingKind::NotAText { found });
                Vec::new()
            }
            Some(Tree::Number(_) | Tree::Text(_) | Tree::Fields(_) | Tree::Other(_)) => {
                log.field(field, FindingKind::NotAList {});
                Vec::new()
            }
        }
    }

    /// Tells what nobody took.
    pub(in crate::instance) fn rest(self, log: &mut Few) {
        for (name, _) in self.fields {
            let name = shown(&format!("{}{name}", self.path));
            log.field(name.clone(), FindingKind::UnknownField { name });
        }
    }
}

fn not_numbers(field: String, found: &Tree, log: &mut Few) {
    match found {
        Tree::Mixed { at, found } => {
            log.field(format!("{field}[{at}]"), FindingKind::NotANumber { found: found.clone() });
        }
        Tree::Texts(texts) => {
            let found = texts.first().map(|it| shown(it)).unwrap_or_default();
            log.field(format!("{field}[0]"), FindingKind::NotANumber { found });
        }
        Tree::Number(_) | Tree::Text(_) | Tree::Numbers(_) | Tree::Fields(_) | Tree::Other(_) => {
            log.field(field, FindingKind::NotAList {})
        }
    }
}

fn is_length(field: &str, found: usize, expected: Option<u32>, log: &mut Few) -> bool {
    let Some(expected) = expected.filter(|&it| it as usize != found) else { return true };
    let (found, expected) = (i64::try_from(found).unwrap_or(i64::MAX), expected.into());
    log.field(field, FindingKind::ListLength { found, expected });
    false
}
