use std::collections::BTreeMap;

use serde_json::json;
use sleutel_domain::{
    Id, Reference,
    placement::{Round, StoredProposal, Unplaced, WhyNot},
};
use sleutel_store::{
    Page, Window, fold,
    participants::{self, ListRow},
};

use super::{
    manage::round_row,
    see::{Household, household, may_for, why_code},
};
use crate::{ActionError, App, Who, policy::Action};

/// Which of those not placed are wanted. Empty text means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnplacedFilter {
    /// For one reason.
    pub why: String,
    /// Of one group.
    pub group: String,
    /// Words in the name or reference.
    pub words: String,
}

/// One who is not placed.
#[derive(Debug, Clone)]
pub struct UnplacedView {
    /// The household.
    pub household: Household,
    /// Why not, with its figures.
    pub unplaced: Unplaced,
    /// Whether this person may answer questions about it.
    pub may_answer: bool,
}

/// A page of those not placed in a proposal, within reach, and how many there are of each
/// reason within reach; those where questions are open first, then who waits longest.
pub async fn unplaced(
    app: &App,
    who: &Who,
    id: Id<Round>,
    proposal: Id<StoredProposal>,
    filter: &UnplacedFilter,
    window: Window,
) -> Result<(Page<UnplacedView>, BTreeMap<&'static str, usize>), ActionError> {
    let mut act = app.begin(who, Action::SeeProposal).await?;
    let programme = act.programme;
    round_row(&mut act, id).await?;
    let solved = app.cache.get(&mut act.tx, programme, proposal).await?;
    let references: Vec<&Reference> =
        solved.proposal.unplaced.iter().map(|it| &it.candidate).collect();
    let briefs = participants::briefs(&mut act.tx, programme, &references).await?;
    let words = fold(filter.words.trim());
    let mut counts = BTreeMap::new();
    let mut views: Vec<(&Unplaced, &ListRow)> = Vec::new();
    for it in &solved.proposal.unplaced {
        let Some(row) = briefs.get(&it.candidate) else { continue };
        if !may_for(who, Action::SeeProposal, row) {
            continue;
        }
        *counts.entry(why_code(&it.why)).or_default() += 1;
        if wanted(who, filter, &words, it, row) {
            views.push((it, row));
        }
    }
    views.sort_by_key(|(it, row)| {
        let ask = matches!(it.why, WhyNot::AskFirst { .. });
        (!ask, row.waiting_since, row.reference.clone())
    });
    let total = u64::try_from(views.len()).unwrap_or(u64::MAX);
    let offset = usize::try_from(window.offset).unwrap_or(usize::MAX);
    let limit = usize::try_from(window.limit).unwrap_or(usize::MAX);
    let rows: Vec<UnplacedView> = views
        .into_iter()
        .skip(offset)
        .take(limit)
        .map(|(unplaced, row)| UnplacedView {
            household: household(who, row, false),
            unplaced: unplaced.clone(),
            may_answer: may_for(who, Action::ChangeParticipant, row),
        })
        .collect();
    let shown: Vec<&str> = rows.iter().map(|it| it.household.reference.as_str()).collect();
    act.log("round", &id.to_string(), &json!({ "unplaced": shown })).await?;
    act.commit().await?;
    Ok((Page { rows, total }, counts))
}

fn wanted(who: &Who, filter: &UnplacedFilter, words: &str, it: &Unplaced, row: &ListRow) -> bool {
    let name = if may_for(who, Action::SeeIdentity, row) {
        format!("{} {} {}", row.reference, row.given, row.family)
    } else {
        row.reference.to_string()
    };
    (filter.why.is_empty() || filter.why == why_code(&it.why))
        && (filter.group.is_empty() || row.group.as_str() == filter.group)
        && (words.is_empty() || fold(&name).contains(words))
}
