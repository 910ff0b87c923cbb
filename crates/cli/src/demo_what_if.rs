//! What-ifs of the demo: one on the table as it comes, and one with other numbers.

use std::collections::BTreeMap;

use sleutel_actions::{
    ActionError, App, Who, access,
    what_if::{self, PolicyName, Refused, WhatIfDraft},
};
use sleutel_domain::access::{Language, Role};
use sleutel_words::Words;

struct Made {
    /// The key of its name.
    name: &'static str,
    /// The first is what the others are compared with.
    policies: &'static [PolicyName],
    /// The numbers that are others.
    numbers: &'static [(&'static str, &'static str)],
}

const WHAT_IFS: [Made; 2] = [
    Made {
        name: "cli-demo-what-if",
        policies: &[PolicyName::Staircase, PolicyName::Omslag, PolicyName::HousingFirst],
        numbers: &[],
    },
    Made {
        name: "cli-demo-what-if-more",
        policies: &[PolicyName::Omslag, PolicyName::Prevention],
        numbers: &[("value-homes.small", "1450"), ("value-support.hours", "8000")],
    },
];

/// Works them out as the programme manager, few times, so that the demo stands at once.
pub(crate) async fn fill(app: &App, who: &Who) -> Result<(), ActionError> {
    let Some(programme) = who.programme().cloned() else { return Ok(()) };
    let words = Words::new(Language::Dutch);
    let accounts = access::accounts(app, who).await?;
    let manager = accounts.into_iter().find(|it| it.role == Role::ProgrammeManager);
    let Some(account) = manager else { return Ok(()) };
    let manager = Who::Person { person: account.into(), programme };
    for Made { name, policies, numbers } in WHAT_IFS {
        let numbers = numbers.iter().map(|(name, it)| ((*name).to_owned(), (*it).to_owned()));
        let draft = WhatIfDraft {
            name: words.t(name),
            policies: policies.iter().map(|it| it.code().to_owned()).collect(),
            first: policies.first().map_or_else(String::new, |it| it.code().to_owned()),
            years: "5".to_owned(),
            replications: "10".to_owned(),
            seed: "1".to_owned(),
            uncertain: true,
            areas: None,
            mix: BTreeMap::new(),
            numbers: numbers.collect(),
        };
        match what_if::create(app, &manager, None, &draft).await {
            Ok(id) => what_if::settled(app, id).await,
            Err(Refused::Other(error)) => return Err(error),
            Err(Refused::Draft { fields, .. }) => return Err(ActionError::Fields(fields)),
        }
    }
    Ok(())
}
