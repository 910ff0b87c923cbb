use std::collections::BTreeMap;

use sleutel_domain::{
    FormCode, StepCode,
    access::Party,
    routes::{
        Decision, DecisionKind, EndReason, Fact, LeaseKind, Need, Next, Outcome, Signed, Step,
        StepForm, StepKind, StepTerm,
        calendar::{Length, Term},
    },
};

use super::read::{code_at, codes, length, length_or, made, one_of, party_list, words};
use crate::{
    finding::FindingKind,
    toml::{At, Table},
};

/// Where the parts of a step stand.
#[derive(Debug, Default)]
pub(super) struct Spots {
    pub(super) start: usize,
    /// The keys that lead to the step.
    pub(super) path: String,
    pub(super) keys: BTreeMap<&'static str, usize>,
    pub(super) needs: Vec<At<Need>>,
    pub(super) back_to: Vec<At<StepCode>>,
    pub(super) involved: Vec<At<Party>>,
    pub(super) outcomes: BTreeMap<Outcome, usize>,
}

/// One step. `None` when it cannot be followed.
pub(super) fn read(table: &mut Table<'_>) -> (Option<Step>, Spots) {
    let path = table.path().to_owned();
    let mut spots = Spots { start: table.start(), path, ..Spots::default() };
    let code = code_at(table, "code", StepCode::new);
    spots.keys.extend(code.as_ref().map(|it| ("code", it.start)));
    let name = words(table, "name");
    let explanation = words(table, "explanation");
    let kind = kind(table, &mut spots);
    let owner = table.word("owner", &Party::ALL.map(Party::code), Party::from_code);
    spots.keys.extend(owner.map(|it| ("owner", it.start)));
    spots.involved = party_list(table, "involved");
    let term = term(table, kind, &mut spots);
    let mut forms = step_forms(table, "forms", false);
    forms.extend(step_forms(table, "needs_forms", true));
    let facts: Vec<_> = Fact::ALL.iter().map(|it| it.code()).collect();
    let steps = codes(table, "needs_steps", StepCode::new).into_iter();
    spots.needs = steps.map(|it| At { value: Need::Step(it.value), start: it.start }).collect();
    let facts = one_of(table, "needs_facts", &facts, Fact::from_code).into_iter();
    spots.needs.extend(facts.map(|it| At { value: Need::Fact(it.value), start: it.start }));
    spots.back_to = codes(table, "back_to", StepCode::new);
    let outcomes = outcomes(table, &mut spots);
    table.done();
    let step = (|| {
        Some(Step {
            code: code?.value,
            name,
            explanation,
            kind: kind?,
            owner: owner?.value,
            involved: spots.involved.iter().map(|it| it.value).collect(),
            term: term?,
            forms,
            needs: spots.needs.iter().map(|it| it.value.clone()).collect(),
            outcomes: outcomes?,
            back_to: spots.back_to.iter().map(|it| it.value.clone()).collect(),
        })
    })();
    (step, spots)
}

/// Forms, each with its version behind a slash where the route says which.
fn step_forms(table: &mut Table<'_>, key: &'static str, required: bool) -> Vec<StepForm> {
    let mut found = Vec::new();
    for text in table.texts(key) {
        let (code, version) = match text.value.rsplit_once('/') {
            None => (text.value, Some(None)),
            Some((code, version)) => {
                (code, version.parse().ok().filter(|it: &u16| *it > 0).map(Some))
            }
        };
        let Some(version) = version else {
            let found = text.value.to_owned();
            table.tell(text.start, key, FindingKind::NotAFormVersion { found });
            continue;
        };
        let code = made(table, key, At { value: code, start: text.start }, FormCode::new);
        found.extend(code.map(|it| StepForm { code: it.value, version, required }));
    }
    found
}

fn kind(table: &mut Table<'_>, spots: &mut Spots) -> Option<StepKind> {
    let known = |it: &str| StepKind::CODES.into_iter().find(|code| *code == it);
    let word = table.word("kind", &StepKind::CODES, known)?;
    spots.keys.insert("kind", word.start);
    let leases: Vec<_> = LeaseKind::ALL.iter().map(|it| it.code()).collect();
    Some(match word.value {
        "form" => StepKind::Form,
        "decision" => StepKind::Decision(decision(table)?),
        "match" => StepKind::Match,
        "viewing" => StepKind::Viewing,
        "offer" => StepKind::Offer,
        "agreement" => {
            let allowed = [leases.as_slice(), &["support"]].concat();
            let read = |it: &str| match it {
                "support" => Some(Signed::Support),
                _ => LeaseKind::from_code(it).map(Signed::Lease),
            };
            StepKind::Agreement(table.word("signs", &allowed, read)?.value)
        }
        "keys" => StepKind::Keys,
        "meeting" => StepKind::Meeting,
        "evaluation" => StepKind::Evaluation,
        "test" => StepKind::Test,
        "conversion" => {
            StepKind::Conversion(table.word("lease", &leases, LeaseKind::from_code)?.value)
        }
        "task" => StepKind::Task,
        _ => StepKind::Conversation,
    })
}

fn decision(table: &mut Table<'_>) -> Option<Decision> {
    let kinds: Vec<_> = DecisionKind::ALL.iter().map(|it| it.code()).collect();
    let kind = table.word("decides", &kinds, DecisionKind::from_code);
    let extension = length_or(table, "extension", Length::EXTENSION);
    let objection = length_or(table, "objection", Length::OBJECTION);
    Some(Decision { kind: kind?.value, extension: extension?, objection: objection? })
}

/// The inner `None`: nobody is bound to a day. A decision has a legal term unless its file
/// says otherwise.
fn term(
    table: &mut Table<'_>,
    kind: Option<StepKind>,
    spots: &mut Spots,
) -> Option<Option<StepTerm>> {
    let decides = matches!(kind, Some(StepKind::Decision(_)));
    if !table.has("term") {
        let term = Term { length: Length::DECISION, legal: true };
        return Some(decides.then_some(StepTerm { term, from: None }));
    }
    let mut inner = table.table_opt("term")?;
    spots.keys.insert("term", inner.start());
    let length = length(&mut inner, "length");
    let legal = inner.flag_opt("legal").map_or(decides, |it| it.value);
    let facts: Vec<_> = Fact::ALL.iter().map(|it| it.code()).collect();
    let from = if inner.has("from_step") {
        code_at(&mut inner, "from_step", StepCode::new).map(|it| Some(Need::Step(it.value)))
    } else if inner.has("from_fact") {
        let fact = inner.word("from_fact", &facts, Fact::from_code);
        fact.map(|it| Some(Need::Fact(it.value)))
    } else {
        Some(None)
    };
    inner.done();
    Some(Some(StepTerm { term: Term { length: length?, legal }, from: from? }))
}

/// Where each outcome leads, from the tables `to` and `end`.
fn outcomes(table: &mut Table<'_>, spots: &mut Spots) -> Option<BTreeMap<Outcome, Next>> {
    let mut found = BTreeMap::new();
    let mut whole = true;
    let reasons: Vec<_> = EndReason::ALL.iter().map(|it| it.code()).collect();
    for name in ["to", "end"] {
        let Some(mut inner) = table.table_opt(name) else {
            whole &= !table.has(name);
            continue;
        };
        spots.keys.entry("outcomes").or_insert(inner.start());
        for key in inner.keys() {
            let Some(outcome) = Outcome::from_code(key.value) else {
                let found = key.value.to_owned();
                let allowed: Vec<_> = Outcome::ALL.iter().map(|it| it.code()).collect();
                let allowed = allowed.join(", ");
                inner.tell(key.start, key.value, FindingKind::NotOneOf { found, allowed });
                whole = false;
                continue;
            };
            let next = if name == "to" {
                let text = inner.text(key.value);
                let code = text.and_then(|it| made(&inner, key.value, it, StepCode::new));
                code.map(|it| Next::Step(it.value))
            } else {
                let reason = inner.word(key.value, &reasons, EndReason::from_code);
                reason.map(|it| Next::End(it.value))
            };
            whole &= next.is_some();
            if spots.outcomes.contains_key(&outcome) {
                let outcome = key.value.to_owned();
                inner.tell(key.start, key.value, FindingKind::OutcomeTwice { outcome });
                continue;
            }
            spots.outcomes.insert(outcome, key.start);
            found.extend(next.map(|next| (outcome, next)));
        }
    }
    whole.then_some(found)
}
