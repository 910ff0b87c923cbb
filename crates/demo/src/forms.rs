//! A few forms in different states, so that each party finds something on its desk.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use sleutel_domain::{FormCode, Reference, forms::FormAct};

use crate::sure;

/// The log-in names of a support worker and a colleague, at two providers.
const FIRST: (&str, &str) = ("mees.kadelaar", "dewi.stroomland");
const SECOND: (&str, &str) = ("delano.wolkers-vaart", "koen.hoogeveld");
const OFFICER: &str = "nadia.wetering";

/// A form of the demo and how far it got.
#[derive(Debug, Clone)]
pub struct DemoForm {
    /// Whose.
    pub reference: Reference,
    /// Which.
    pub form: FormCode,
    /// Who fills it in, by log-in name.
    pub worker: &'static str,
    /// What is typed over what the file knows.
    pub typed: BTreeMap<String, Vec<String>>,
    /// What happens then.
    pub steps: Vec<DemoStep>,
}

/// A step of a form: by whom, what, with which words, to which organisation.
#[derive(Debug, Clone, Copy)]
pub struct DemoStep {
    /// The log-in name.
    pub login: &'static str,
    /// What is done.
    pub act: FormAct,
    /// What is said with it.
    pub remarks: &'static str,
    /// Where it goes.
    pub recipient: &'static str,
}

fn step(login: &'static str, act: FormAct) -> DemoStep {
    DemoStep { login, act, remarks: "", recipient: "" }
}

fn send((worker, colleague): (&'static str, &'static str), to: &'static str) -> Vec<DemoStep> {
    vec![
        step(worker, FormAct::AskCheck),
        step(colleague, FormAct::Approve),
        DemoStep { recipient: to, ..step(worker, FormAct::Send) },
    ]
}

/// The forms, with days that fit today: an application in treatment at the municipality, one
/// that came back, one that waits for a colleague, and a match at an association.
pub fn forms(today: Date) -> Vec<DemoForm> {
    let form = |reference: &str, form: &str, typed, steps: Vec<DemoStep>| DemoForm {
        reference: sure::reference(reference),
        form: sure::form(form),
        worker: steps.first().map_or(FIRST.0, |it| it.login),
        typed,
        steps,
    };
    let mut family = application(today);
    for (field, text) in [
        ("children.1.child-moves-along", "yes"),
        ("children.2.child-moves-along", "yes"),
        ("children.1.child-custody", "applicant"),
        ("children.2.child-custody", "applicant"),
        (
            "surroundings-goal",
            "De kinderen blijven op dezelfde school en spelen buiten in de buurt.",
        ),
        ("access-route", "shelter-families"),
    ] {
        family.insert(field.to_owned(), vec![text.to_owned()]);
    }
    put(&mut family, "surroundings-goal-by", &later(today));
    let mut back = send(FIRST, crate::organisations::MUNICIPALITY);
    back.push(step(OFFICER, FormAct::Receive));
    back.push(DemoStep {
        remarks: "Het doel over geld is nog niet te toetsen. Schrijf op waaraan jullie zien dat het is gehaald.",
        ..step(OFFICER, FormAct::Return)
    });
    let mut treated = send(FIRST, crate::organisations::MUNICIPALITY);
    treated.push(step(OFFICER, FormAct::Receive));
    vec![
        form("D-0006", "omslag-application", family, treated),
        form("D-0005", "omslag-application", application(today), back),
        form(
            "D-0014",
            "omslag-application",
            application(today),
            vec![step(SECOND.0, FormAct::AskCheck)],
        ),
        form("D-0016", "omslag-match", a_match(today), send(SECOND, "papiermolen")),
    ]
}

fn put(typed: &mut BTreeMap<String, Vec<String>>, field: &str, text: &impl ToString) {
    typed.insert(field.to_owned(), vec![text.to_string()]);
}

/// A day half a year on.
fn later(today: Date) -> Date {
    today.checked_add(6.months()).unwrap_or(today)
}

fn application(today: Date) -> BTreeMap<String, Vec<String>> {
    let mut typed = BTreeMap::new();
    for (field, text) in [
        ("access-route", "shelter-adults"),
        ("registration-number", "RW 0000 0000"),
        ("under-26", "no"),
        ("partner", "no"),
        ("divorce", "none"),
        ("contact", "De begeleider, 020 000 00 00"),
        (
            "day-goal",
            "Twee dagen in de week meewerken in de buurttuin, en daarna een cursus groen.",
        ),
        ("social-goal", "Elke week eten bij haar zus, en kennismaken met de buren."),
        (
            "balance-goal",
            "Een vaste dag met rust erin. Op tijd aan de bel trekken als het te veel wordt.",
        ),
        ("income", "benefit"),
        ("debts", "clear"),
        ("debts-arranged", "plan"),
        ("fines", "no"),
        ("income-managed", "no"),
        ("money-goal", "De vaste lasten een jaar lang op tijd betalen, zonder nieuwe schulden."),
        ("stairs", "some"),
        ("avoid-area", "no"),
        ("papers", "identity"),
        ("agreed.name", "De aanvrager"),
    ] {
        put(&mut typed, field, &text);
    }
    put(&mut typed, "registration-until", &later(today));
    put(&mut typed, "agreed.on", &today);
    for goal in ["day", "social", "balance", "money"] {
        put(&mut typed, &format!("{goal}-goal-by"), &later(today));
    }
    typed
}

fn a_match(today: Date) -> BTreeMap<String, Vec<String>> {
    let mut typed = BTreeMap::new();
    for (field, text) in [
        ("address", "Sluiskade 12"),
        ("wishes-heard", "yes"),
        ("one-offer", "yes"),
        ("tenant-contact", "De begeleider, 020 000 00 00"),
        ("people", "1"),
        ("partner", "no"),
        ("yearly-income", "16.850"),
        ("papers", "identity"),
        ("resident-knows.name", "De bewoner"),
        ("provider-shares.name", "De begeleider"),
    ] {
        put(&mut typed, field, &text);
    }
    typed.insert("papers".to_owned(), vec!["identity".to_owned(), "income".to_owned()]);
    put(&mut typed, "lease-from", &later(today));
    put(&mut typed, "resident-knows.on", &today);
    put(&mut typed, "provider-shares.on", &today);
    typed
}
