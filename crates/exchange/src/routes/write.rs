use std::fmt::Write;

use serde_json::{Map, Value as Json, json};
use sleutel_domain::{
    Wording,
    access::Party,
    routes::{ConversionTest, Criterion, Need, Next, RefusalRule, Route, Signed, Step, StepKind},
};
use toml::Value;

/// A route as a file that [`super::read`] reads back as the same route.
pub fn to_toml(route: &Route) -> String {
    let mut out = Out(String::new());
    out.text("code", route.code.as_str());
    out.line("version", route.version);
    out.line("from", route.valid.from());
    if let Some(until) = route.valid.until() {
        out.line("until", until);
    }
    out.words("name", &route.name);
    out.words("summary", &route.summary);
    out.words("source", &route.source);
    out.line("urgency", route.urgency);
    out.text("start", route.start.as_str());
    out.parties("may_withdraw", &route.may_withdraw);
    out.parties("may_pause", &route.may_pause);
    out.head("[refusal]");
    match &route.refusal {
        RefusalRule::EndsRoute => out.text("rule", "ends-route"),
        RefusalRule::NextOffer { most, then } => {
            out.text("rule", "next-offer");
            out.line("most", most);
            out.text("then", then.as_str());
        }
        RefusalRule::NoConsequence => out.text("rule", "no-consequence"),
    }
    out.head("[conversion]");
    match &route.conversion {
        ConversionTest::None => out.text("test", "none"),
        ConversionTest::AllGoals { criteria } => {
            out.text("test", "all-goals");
            out.criteria(criteria);
        }
        ConversionTest::AfterTime { after, conditions } => {
            out.text("test", "after-time");
            out.text("after", &after.to_string());
            out.criteria(conditions);
        }
    }
    if let Some(rhythm) = route.evaluation {
        out.head("[evaluation]");
        out.text("first", &rhythm.first.to_string());
        out.text("every", &rhythm.every.to_string());
    }
    for explained in &route.explained {
        out.head("[[explained]]");
        out.text("conflict", explained.conflict.code());
        out.words("reason", &explained.reason);
    }
    for step in &route.steps {
        out.step(step);
    }
    out.0
}

/// The same for a program: the keys of the file, with the leases and the tensions that
/// follow from it.
pub fn to_json(route: &Route) -> Json {
    let table: toml::Table = to_toml(route).parse().unwrap_or_default();
    let mut fields: Map<_, _> = table.into_iter().map(|(key, value)| (key, plain(value))).collect();
    let leases: Vec<_> = route.leases().iter().map(|it| it.code()).collect();
    fields.insert("leases".to_owned(), json!(leases));
    let conflicts: Vec<_> = route
        .conflicts()
        .iter()
        .map(|it| json!({ "conflict": it.code(), "principle": it.principle().code() }))
        .collect();
    fields.insert("conflicts".to_owned(), json!(conflicts));
    Json::Object(fields)
}

fn plain(value: Value) -> Json {
    match value {
        Value::String(text) => Json::String(text),
        Value::Integer(number) => json!(number),
        Value::Float(number) => json!(number),
        Value::Boolean(flag) => json!(flag),
        Value::Datetime(date) => Json::String(date.to_string()),
        Value::Array(items) => Json::Array(items.into_iter().map(plain).collect()),
        Value::Table(fields) => {
            Json::Object(fields.into_iter().map(|(key, value)| (key, plain(value))).collect())
        }
    }
}

struct Out(String);

impl Out {
    fn line(&mut self, key: &str, value: impl std::fmt::Display) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.0, "{key} = {value}");
    }

    fn head(&mut self, head: &str) {
        let _ = writeln!(self.0, "\n{head}");
    }

    fn text(&mut self, key: &str, text: &str) {
        self.line(key, quoted(text));
    }

    fn words(&mut self, key: &str, words: &Wording) {
        self.text(&format!("{key}.nl"), &words.nl);
        self.text(&format!("{key}.en"), &words.en);
    }

    /// Nothing for an empty list.
    fn list<'a>(&mut self, key: &str, items: impl IntoIterator<Item = &'a str>) {
        let items: Vec<_> = items.into_iter().map(quoted).collect();
        if !items.is_empty() {
            self.line(key, format!("[{}]", items.join(", ")));
        }
    }

    fn parties(&mut self, key: &str, parties: &[Party]) {
        self.list(key, parties.iter().map(|it| it.code()));
    }

    fn criteria(&mut self, criteria: &[Criterion]) {
        for criterion in criteria {
            self.head("[[conversion.criteria]]");
            self.text("code", criterion.code.as_str());
            self.words("text", &criterion.text);
            if criterion.with_children {
                self.line("with_children", true);
            }
        }
    }

    fn step(&mut self, step: &Step) {
        self.head("[[steps]]");
        self.text("code", step.code.as_str());
        self.words("name", &step.name);
        self.words("explanation", &step.explanation);
        self.text("kind", step.kind.code());
        match step.kind {
            StepKind::Decision(decision) => {
                self.text("decides", decision.kind.code());
                self.text("extension", &decision.extension.to_string());
                self.text("objection", &decision.objection.to_string());
            }
            StepKind::Agreement(Signed::Lease(kind)) => self.text("signs", kind.code()),
            StepKind::Agreement(Signed::Support) => self.text("signs", "support"),
            StepKind::Conversion(kind) => self.text("lease", kind.code()),
            StepKind::Conversation
            | StepKind::Form
            | StepKind::Match
            | StepKind::Viewing
            | StepKind::Offer
            | StepKind::Keys
            | StepKind::Meeting
            | StepKind::Evaluation
            | StepKind::Test
            | StepKind::Task => {}
        }
        self.text("owner", step.owner.code());
        self.parties("involved", &step.involved);
        if let Some(term) = &step.term {
            let mut parts = vec![format!("length = {}", quoted(&term.term.length.to_string()))];
            match &term.from {
                None => {}
                Some(Need::Step(code)) => {
                    parts.push(format!("from_step = {}", quoted(code.as_str())));
                }
                Some(Need::Fact(fact)) => {
                    parts.push(format!("from_fact = {}", quoted(fact.code())))
                }
            }
            parts.push(format!("legal = {}", term.term.legal));
            self.line("term", format!("{{ {} }}", parts.join(", ")));
        }
        for (key, required) in [("forms", false), ("needs_forms", true)] {
            let forms = step.forms.iter().filter(|it| it.required == required);
            let forms: Vec<_> = forms
                .map(|it| match it.version {
                    None => it.code.to_string(),
                    Some(version) => format!("{}/{version}", it.code),
                })
                .collect();
            self.list(key, forms.iter().map(String::as_str));
        }
        let steps = step.needs.iter().filter_map(|it| match it {
            Need::Step(code) => Some(code.as_str()),
            Need::Fact(_) => None,
        });
        self.list("needs_steps", steps);
        let facts = step.needs.iter().filter_map(|it| match it {
            Need::Fact(fact) => Some(fact.code()),
            Need::Step(_) => None,
        });
        self.list("needs_facts", facts);
        self.list("back_to", step.back_to.iter().map(|it| it.as_str()));
        for (outcome, next) in &step.outcomes {
            match next {
                Next::Step(code) => self.text(&format!("to.{}", outcome.code()), code.as_str()),
                Next::End(reason) => self.text(&format!("end.{}", outcome.code()), reason.code()),
            }
        }
    }
}

fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}
