//! New files that may be about somebody who has a file already: said, and never in the way.

use std::collections::BTreeMap;

use sleutel_domain::{
    Answer, Reference,
    participants::{LikenessClass, Member, MemberRole, likeness, likeness_keys},
};
use sleutel_exchange::{Finding, FindingKind, Records};
use sleutel_store::participants;

use super::Incoming;
use crate::{ActionError, act::Act};

/// Every household by its reference, and who shares a key with whom.
#[derive(Default)]
struct Households {
    members: BTreeMap<Reference, Vec<Member>>,
    by_key: BTreeMap<String, Vec<Reference>>,
}

impl Households {
    fn add(&mut self, reference: &Reference, members: Vec<Member>) {
        for key in likeness_keys(&members) {
            self.by_key.entry(key.text).or_default().push(reference.clone());
        }
        self.members.insert(reference.clone(), members);
    }

    /// The first file this one may be a second of, the surest first.
    fn like(&self, reference: &Reference) -> Option<(LikenessClass, Reference)> {
        let members = self.members.get(reference)?;
        likeness_keys(members)
            .iter()
            .flat_map(|key| self.by_key.get(&key.text).into_iter().flatten())
            .filter(|other| *other != reference)
            .filter_map(|other| {
                let class = likeness(members, self.members.get(other)?)?.class;
                Some((class, other.clone()))
            })
            .min()
    }
}

/// Who comes in with which people, the head first.
fn incoming_households(incoming: &[Incoming]) -> BTreeMap<Reference, Vec<Member>> {
    let mut households = BTreeMap::new();
    for it in incoming {
        if let Records::Participants(rows) = &it.records {
            for row in rows {
                let head = Member {
                    given: row.record.given.clone(),
                    family: row.record.family.clone(),
                    born: row.record.born,
                    role: MemberRole::Head,
                    custody: Answer::Unknown,
                    standing: Answer::Unknown,
                    moves_along: Answer::Known(true),
                };
                households.insert(row.record.reference.clone(), vec![head]);
            }
        }
    }
    for it in incoming {
        if let Records::Members(rows) = &it.records {
            for row in rows {
                if let Some(household) = households.get_mut(&row.record.reference) {
                    household.push(row.record.member.clone());
                }
            }
        }
    }
    households
}

/// A warning for each new file that may be about somebody who has a file here or in what
/// comes in. It names references only: whoever brings in files may not see names.
pub(super) async fn findings(
    act: &mut Act<'_>,
    incoming: &[Incoming],
) -> Result<Vec<Finding>, ActionError> {
    let coming = incoming_households(incoming);
    if coming.is_empty() {
        return Ok(Vec::new());
    }
    let programme = act.programme;
    let known = participants::all_identities(&mut act.tx, programme).await?;
    let mut households = Households::default();
    for identity in known.values().filter(|it| !coming.contains_key(&it.reference)) {
        households.add(&identity.reference, identity.members.clone());
    }
    for (reference, members) in coming {
        households.add(&reference, members);
    }
    let mut findings = Vec::new();
    for it in incoming {
        let Records::Participants(rows) = &it.records else { continue };
        for row in rows.iter().filter(|row| !known.contains_key(&row.record.reference)) {
            let Some((class, other)) = households.like(&row.record.reference) else { continue };
            let other = other.to_string();
            let what = match class {
                LikenessClass::VeryLikely => FindingKind::VeryLikelyTheSame { other },
                LikenessClass::Possible => FindingKind::PossiblyTheSame { other },
            };
            findings.push(Finding {
                file: it.file.clone(),
                row: Some(row.row),
                position: None,
                column: Some("family".to_owned()),
                severity: what.severity(),
                what,
            });
        }
    }
    Ok(findings)
}
