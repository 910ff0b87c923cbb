use std::{
    collections::BTreeMap,
    num::{NonZeroU8, NonZeroU16},
};

use sleutel_domain::{
    CodeError, CriterionCode, RouteCode, StepCode, Wording,
    access::Party,
    routes::{
        Conflict, ConversionTest, Criterion, Explained, RefusalRule, Rhythm, Route, Validity,
        calendar::Length,
    },
};

use super::{
    faults,
    step::{self, Spots},
};
use crate::{
    finding::FindingKind,
    table::cells,
    toml::{At, Table},
};

/// Where the keys of the route itself stand, for what is found out about it as a whole.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub(super) keys: BTreeMap<&'static str, usize>,
    pub(super) steps: Vec<Spots>,
    pub(super) explained: Vec<usize>,
}

/// Everything of a file. `None` when a part is missing without which the steps cannot be
/// followed; words that are missing do not keep anyone from following them.
pub(super) fn route(table: &mut Table<'_>) -> Option<Route> {
    let mut places = Places::default();
    let code = code(table, "code", RouteCode::new);
    let version = table.whole("version", 1, i64::from(u16::MAX));
    let version = version.and_then(|it| NonZeroU16::new(u16::try_from(it.value).ok()?));
    let valid = validity(table);
    let (name, summary, source) =
        (words(table, "name"), words(table, "summary"), words(table, "source"));
    let urgency = table.flag_opt("urgency").inspect(|it| {
        places.keys.insert("urgency", it.start);
    });
    if !table.has("urgency") {
        table.tell(0, "urgency", FindingKind::MissingKey { name: "urgency".to_owned() });
    }
    let start = code_at(table, "start", StepCode::new);
    places.keys.extend(start.as_ref().map(|it| ("start", it.start)));
    let may_withdraw = parties(table, "may_withdraw", &mut places);
    let may_pause = parties(table, "may_pause", &mut places);
    let refusal = refusal(table, &mut places);
    let conversion = conversion(table, &mut places);
    let evaluation = evaluation(table, &mut places);
    let explained = explained(table, &mut places);
    let mut steps = Vec::new();
    let mut whole = true;
    for mut table in table.tables("steps") {
        if places.steps.is_empty() {
            places.keys.insert("steps", table.start());
        }
        let (step, spots) = step::read(&mut table);
        whole &= step.is_some();
        if let Some(step) = step {
            steps.push(step);
            places.steps.push(spots);
        }
    }
    if !table.has("steps") {
        table.tell(0, "steps", FindingKind::MissingKey { name: "steps".to_owned() });
    }
    if !whole || steps.is_empty() {
        return None;
    }
    let route = Route {
        code: code?,
        version: version?,
        valid: valid?,
        name,
        summary,
        source,
        urgency: urgency.is_some_and(|it| it.value),
        start: start?.value,
        refusal: refusal?,
        conversion: conversion?,
        evaluation: evaluation?,
        may_withdraw,
        may_pause,
        explained,
        steps,
    };
    for fault in route.check() {
        faults::tell(table, &route, &places, &fault);
    }
    Some(route)
}

fn validity(table: &mut Table<'_>) -> Option<Validity> {
    let (from, until) = (table.date("from"), table.date_opt("until"));
    // What is there and no date was told already.
    let until = if table.has("until") { Some(until?) } else { None };
    let from = from?.value;
    let valid = Validity::new(from, until.map(|it| it.value));
    if let (None, Some(until)) = (valid, until) {
        let other = "from".to_owned();
        let what = FindingKind::DateOrder { date: until.value, other, earlier: from };
        table.tell(until.start, "until", what);
    }
    valid
}

fn refusal(table: &mut Table<'_>, places: &mut Places) -> Option<RefusalRule> {
    const RULES: [&str; 3] = ["ends-route", "next-offer", "no-consequence"];
    let inner = table.table_opt("refusal");
    if !table.has("refusal") {
        table.tell(0, "refusal", FindingKind::MissingKey { name: "refusal".to_owned() });
    }
    let mut inner = inner?;
    places.keys.insert("refusal", inner.start());
    let rule = inner.word("rule", &RULES, |it| RULES.into_iter().find(|rule| *rule == it));
    let rule = rule.and_then(|it| match it.value {
        "ends-route" => Some(RefusalRule::EndsRoute),
        "no-consequence" => Some(RefusalRule::NoConsequence),
        _ => {
            let most = inner.whole("most", 1, i64::from(u8::MAX));
            let then = code(&mut inner, "then", StepCode::new);
            let most = NonZeroU8::new(u8::try_from(most?.value).ok()?)?;
            Some(RefusalRule::NextOffer { most, then: then? })
        }
    });
    inner.done();
    rule
}

fn conversion(table: &mut Table<'_>, places: &mut Places) -> Option<ConversionTest> {
    const TESTS: [&str; 3] = ["none", "all-goals", "after-time"];
    let inner = table.table_opt("conversion");
    if !table.has("conversion") {
        table.tell(0, "conversion", FindingKind::MissingKey { name: "conversion".to_owned() });
    }
    let mut inner = inner?;
    places.keys.insert("conversion", inner.start());
    let test = inner.word("test", &TESTS, |it| TESTS.into_iter().find(|test| *test == it));
    let test = test.and_then(|it| match it.value {
        "none" => Some(ConversionTest::None),
        "all-goals" => Some(ConversionTest::AllGoals { criteria: criteria(&mut inner) }),
        _ => {
            let after = length(&mut inner, "after");
            let conditions = criteria(&mut inner);
            Some(ConversionTest::AfterTime { after: after?, conditions })
        }
    });
    inner.done();
    test
}

fn criteria(table: &mut Table<'_>) -> Vec<Criterion> {
    let mut found: Vec<Criterion> = Vec::new();
    for mut inner in table.tables("criteria") {
        let code = code_at(&mut inner, "code", CriterionCode::new);
        let text = words(&mut inner, "text");
        let with_children = inner.flag_opt("with_children").is_some_and(|it| it.value);
        inner.done();
        let Some(code) = code else { continue };
        if let Some(first) = found.iter().position(|it| it.code == code.value) {
            let first = u32::try_from(first + 1).unwrap_or(u32::MAX);
            let key = code.value.to_string();
            inner.tell(code.start, "code", FindingKind::Twice { key, first });
        }
        found.push(Criterion { code: code.value, text, with_children });
    }
    if found.is_empty() {
        let name = "criteria".to_owned();
        table.tell_here(FindingKind::MissingKey { name });
    }
    found
}

/// The inner `None`: the route has no rhythm.
fn evaluation(table: &mut Table<'_>, places: &mut Places) -> Option<Option<Rhythm>> {
    let Some(mut inner) = table.table_opt("evaluation") else {
        return (!table.has("evaluation")).then_some(None);
    };
    places.keys.insert("evaluation", inner.start());
    let (first, every) = (length(&mut inner, "first"), length(&mut inner, "every"));
    inner.done();
    Some(Some(Rhythm { first: first?, every: every? }))
}

fn explained(table: &mut Table<'_>, places: &mut Places) -> Vec<Explained> {
    let mut found = Vec::new();
    for mut inner in table.tables("explained") {
        let allowed: Vec<_> = Conflict::ALL.iter().map(|it| it.code()).collect();
        let conflict = inner.word("conflict", &allowed, Conflict::from_code);
        let reason = words(&mut inner, "reason");
        inner.done();
        if let Some(conflict) = conflict {
            found.push(Explained { conflict: conflict.value, reason });
            places.explained.push(conflict.start);
        }
    }
    found
}

/// Words that have to be there. Where they are not, that was told, and the rest of the
/// route can be looked at all the same.
pub(super) fn words<'s>(table: &mut Table<'s>, key: &'s str) -> Wording {
    let empty = || Wording { nl: String::new(), en: String::new() };
    table.wording(key).map_or_else(empty, |it| it.value)
}

/// The parties of a list.
pub(super) fn parties(table: &mut Table<'_>, key: &'static str, places: &mut Places) -> Vec<Party> {
    let listed = party_list(table, key);
    places.keys.extend(listed.first().map(|it| (key, it.start)));
    listed.into_iter().map(|it| it.value).collect()
}

pub(super) fn party_list(table: &mut Table<'_>, key: &'static str) -> Vec<At<Party>> {
    let allowed = Party::ALL.map(Party::code);
    one_of(table, key, &allowed, Party::from_code)
}

/// The words of a list, each one of those allowed.
pub(super) fn one_of<T>(
    table: &mut Table<'_>,
    key: &'static str,
    allowed: &[&str],
    read: impl Fn(&str) -> Option<T>,
) -> Vec<At<T>> {
    let mut found = Vec::new();
    for text in table.texts(key) {
        match read(text.value) {
            Some(value) => found.push(At { value, start: text.start }),
            None => {
                let (word, allowed) = (text.value.to_owned(), allowed.join(", "));
                table.tell(text.start, key, FindingKind::NotOneOf { found: word, allowed });
            }
        }
    }
    found
}

/// A code that has to be there.
fn code<'s, T>(
    table: &mut Table<'s>,
    key: &'s str,
    make: impl Fn(&str) -> Result<T, CodeError>,
) -> Option<T> {
    code_at(table, key, make).map(|it| it.value)
}

/// The same, with its place.
pub(super) fn code_at<'s, T>(
    table: &mut Table<'s>,
    key: &'s str,
    make: impl Fn(&str) -> Result<T, CodeError>,
) -> Option<At<T>> {
    let text = table.text(key)?;
    made(table, key, text, make)
}

/// The codes of a list.
pub(super) fn codes<T>(
    table: &mut Table<'_>,
    key: &'static str,
    make: impl Fn(&str) -> Result<T, CodeError>,
) -> Vec<At<T>> {
    let texts = table.texts(key);
    texts.into_iter().filter_map(|text| made(table, key, text, &make)).collect()
}

pub(super) fn made<T>(
    table: &Table<'_>,
    key: &str,
    text: At<&str>,
    make: impl Fn(&str) -> Result<T, CodeError>,
) -> Option<At<T>> {
    match cells::code(make)(text.value) {
        Ok(value) => Some(At { value, start: text.start }),
        Err(what) => {
            table.tell(text.start, key, what);
            None
        }
    }
}

/// A length of time that has to be there (`6 weeks`).
pub(super) fn length<'s>(table: &mut Table<'s>, key: &'s str) -> Option<Length> {
    let text = table.text(key)?;
    let length = Length::read(text.value);
    if length.is_none() {
        let found = text.value.to_owned();
        table.tell(text.start, key, FindingKind::NotALength { found });
    }
    length
}

/// The same, or what it is when nothing stands there.
pub(super) fn length_or<'s>(table: &mut Table<'s>, key: &'s str, or: Length) -> Option<Length> {
    if table.has(key) { length(table, key) } else { Some(or) }
}
