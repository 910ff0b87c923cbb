//! Making one file of two that are about the same person, and taking them apart again.
//!
//! One goes on and takes over what somebody chooses; the other is set aside, as it is, with
//! everything that belongs to it. So nothing is lost, and nothing has to be moved back.

use std::collections::BTreeMap;

use serde_json::json;
use sleutel_domain::{
    Phrase, Reference,
    messages::Message,
    participants::{MergeChoice, MergeHold, MergePart, Readiness},
    placement::Verdict,
};
use sleutel_store::{
    agreements, audit, cases,
    participants::{self as rows, MergeRow, ParticipantFile},
    placement::{self, RoundStatus},
    window,
};

use super::{
    duplicates::{both, said_before},
    see::{subject, visible},
};
use crate::{
    ActionError, App, FieldFault, Hold, Who,
    act::{Act, new_uuid},
    fields::Fields,
    messages::{People, link_to_file, notify},
    policy::Action,
};

/// Two files that may become one.
#[derive(Debug, Clone)]
pub struct MergeView {
    /// The one that would go on.
    pub kept: ParticipantFile,
    /// The one that would be set aside.
    pub aside: ParticipantFile,
    /// The parts in which they differ, each with what is proposed.
    pub differ: BTreeMap<MergePart, MergeChoice>,
    /// What stands in the way; nothing when they may become one.
    pub holds: Vec<MergeHold>,
}

/// What somebody chose, as typed.
#[derive(Debug, Clone, Default)]
pub struct MergeDraft {
    /// Per part that differs which file it is taken from.
    pub choices: BTreeMap<String, String>,
    /// Why they are of one person.
    pub reason: String,
    /// The version of the file that goes on, as it was seen.
    pub kept_version: i64,
    /// The version of the other, as it was seen.
    pub aside_version: i64,
}

/// Two files that are one, before they are taken apart.
#[derive(Debug, Clone)]
pub struct ApartView {
    /// What was done.
    pub row: MergeRow,
    /// Whether the file that went on can be put back as it was before: nobody changed it since.
    pub can_be_put_back: bool,
}

fn differs(part: MergePart, kept: &ParticipantFile, aside: &ParticipantFile) -> bool {
    match part {
        MergePart::Household => kept.members != aside.members,
        MergePart::Group => kept.group != aside.group,
        MergePart::Support => (&kept.provider, &kept.worker) != (&aside.provider, &aside.worker),
        MergePart::Living => kept.living_situation != aside.living_situation,
        MergePart::Waiting => kept.waiting_since != aside.waiting_since,
        MergePart::Readiness => kept.readiness != aside.readiness,
        MergePart::Ground => kept.ground != aside.ground,
        MergePart::Limits => kept.limits != aside.limits,
        MergePart::Load => kept.load != aside.load,
        MergePart::Words => kept.questions != aside.questions,
        MergePart::Wishes => kept.wishes != aside.wishes,
        MergePart::Network => kept.network != aside.network,
        MergePart::Exclusions => kept.exclusions != aside.exclusions,
    }
}

/// Somebody does not lose months for having two files, and a list loses no line.
fn proposed(part: MergePart, kept: &ParticipantFile, aside: &ParticipantFile) -> MergeChoice {
    let nothing_kept = match part {
        MergePart::Living => kept.living_situation.is_none(),
        MergePart::Waiting => aside.waiting_since < kept.waiting_since,
        MergePart::Load => kept.load.known().is_none(),
        MergePart::Words => {
            kept.questions == sleutel_domain::participants::ThreeQuestions::default()
        }
        MergePart::Household
        | MergePart::Group
        | MergePart::Support
        | MergePart::Readiness
        | MergePart::Ground
        | MergePart::Limits
        | MergePart::Wishes
        | MergePart::Network
        | MergePart::Exclusions => false,
    };
    if part.can_be_both() {
        MergeChoice::Both
    } else if nothing_kept {
        MergeChoice::Aside
    } else {
        MergeChoice::Kept
    }
}

fn joined<T: Clone + PartialEq>(kept: &[T], aside: &[T]) -> Vec<T> {
    let new = aside.iter().filter(|it| !kept.contains(it));
    kept.iter().chain(new).cloned().collect()
}

fn list<T: Clone + PartialEq>(choice: MergeChoice, kept: &[T], aside: &[T]) -> Vec<T> {
    match choice {
        MergeChoice::Kept => kept.to_vec(),
        MergeChoice::Aside => aside.to_vec(),
        MergeChoice::Both => joined(kept, aside),
    }
}

/// Takes a part over from the other file.
fn take_over(
    part: MergePart,
    choice: MergeChoice,
    file: &mut ParticipantFile,
    aside: &ParticipantFile,
) {
    match part {
        MergePart::Household => file.members.clone_from(&aside.members),
        MergePart::Group => file.group = aside.group.clone(),
        MergePart::Support => {
            file.provider = aside.provider.clone();
            file.worker.clone_from(&aside.worker);
        }
        MergePart::Living => file.living_situation = aside.living_situation,
        MergePart::Waiting => file.waiting_since = aside.waiting_since,
        MergePart::Readiness => file.readiness = aside.readiness.clone(),
        MergePart::Ground => file.ground = aside.ground,
        MergePart::Limits => file.limits = aside.limits.clone(),
        MergePart::Load => file.load = aside.load,
        MergePart::Words => file.questions = aside.questions.clone(),
        MergePart::Wishes => file.wishes = list(choice, &file.wishes, &aside.wishes),
        MergePart::Network => file.network = list(choice, &file.network, &aside.network),
        MergePart::Exclusions => {
            file.exclusions = list(choice, &file.exclusions, &aside.exclusions);
        }
    }
}

/// What is still going on with the file to set aside, and what says that they are two people.
async fn holds(
    act: &mut Act<'_>,
    kept: &ParticipantFile,
    aside: &ParticipantFile,
) -> Result<Vec<MergeHold>, ActionError> {
    let programme = act.programme;
    let mut holds = Vec::new();
    for file in [kept, aside] {
        if let Some(goes_on_as) = &file.goes_on_as {
            let (reference, goes_on_as) = (file.reference.clone(), goes_on_as.clone());
            holds.push(MergeHold::SetAside { reference, goes_on_as });
        }
    }
    let said = said_before(act, &kept.reference, &aside.reference).await?;
    if let Some(said) = said.filter(|it| it.judged) {
        holds.push(MergeHold::JudgedApart { actor: said.actor, reason: said.reason });
    }
    let of = &aside.reference;
    if cases::current_case(&mut act.tx, programme, of).await?.is_some() {
        holds.push(MergeHold::OnARoad);
    }
    let decisions = placement::decisions_of_household(&mut act.tx, programme, of).await?;
    let agreed = decisions.iter().any(|it| it.verdict == Verdict::Agreed);
    if agreed || matches!(aside.readiness, Readiness::Placed { .. }) {
        holds.push(MergeHold::Placed);
    }
    let agreements = agreements::of_household(&mut act.tx, programme, of).await?;
    if agreements.iter().any(|it| it.agreement.is_live()) {
        holds.push(MergeHold::AgreementRuns);
    }
    let next = cases::next_offers(&mut act.tx, programme).await?;
    if next.iter().any(|it| it.reference == *of) {
        holds.push(MergeHold::HomeWaits);
    }
    for row in rows::links_of(&mut act.tx, programme, of).await? {
        let other = if row.link.one == *of { row.link.other } else { row.link.one };
        holds.push(MergeHold::MovesTogether { other });
    }
    for round in placement::rounds(&mut act.tx, programme).await? {
        if round.status == RoundStatus::Open
            && placement::fixings(&mut act.tx, programme, round.id)
                .await?
                .iter()
                .any(|it| it.reference == *of)
        {
            holds.push(MergeHold::Fixed { round: round.name });
        }
    }
    Ok(holds)
}

fn different(kept: &ParticipantFile, aside: &ParticipantFile) -> BTreeMap<MergePart, MergeChoice> {
    MergePart::ALL
        .into_iter()
        .filter(|it| differs(*it, kept, aside))
        .map(|it| (it, proposed(it, kept, aside)))
        .collect()
}

/// Two files as they would become one. Whoever asks may change both; for anybody else they
/// are not there.
pub async fn merge_view(
    app: &App,
    who: &Who,
    kept: &Reference,
    aside: &Reference,
) -> Result<MergeView, ActionError> {
    let mut act = app.begin(who, Action::ChangeParticipant).await?;
    let [kept, aside] = changeable(&mut act, kept, aside).await?;
    let holds = holds(&mut act, &kept, &aside).await?;
    for (whose, beside) in [(&kept, &aside), (&aside, &kept)] {
        let detail = json!({ "beside": beside.reference.as_str() });
        act.log("participant", whose.reference.as_str(), &detail).await?;
    }
    act.commit().await?;
    Ok(MergeView { differ: different(&kept, &aside), kept, aside, holds })
}

async fn changeable(
    act: &mut Act<'_>,
    kept: &Reference,
    aside: &Reference,
) -> Result<[ParticipantFile; 2], ActionError> {
    let files = both(act, kept, aside).await?;
    for file in &files {
        act.require(Action::ChangeParticipant, subject(file))?;
    }
    Ok(files)
}

/// Makes one file of two: the one goes on with what was chosen, the other is set aside.
/// [`Hold::Merge`] with everything that stands in the way.
pub async fn merge(
    app: &App,
    who: &Who,
    kept: &Reference,
    aside: &Reference,
    draft: &MergeDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeParticipant).await?;
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    let [kept, aside] = changeable(&mut act, kept, aside).await?;
    let holds = holds(&mut act, &kept, &aside).await?;
    if !holds.is_empty() {
        return Err(Hold::Merge(holds).into());
    }
    if (kept.version, aside.version) != (draft.kept_version, draft.aside_version) {
        return Err(ActionError::Changed);
    }
    let mut fields = Fields::default();
    let mut chosen = BTreeMap::new();
    for part in different(&kept, &aside).into_keys() {
        let typed = draft.choices.get(part.code()).map(String::as_str).unwrap_or_default();
        match fields.choice(part.code(), typed, MergeChoice::from_code) {
            Some(MergeChoice::Both) if !part.can_be_both() => {
                fields.bad(part.code(), FieldFault::NotAChoice);
            }
            Some(choice) => {
                chosen.insert(part, choice);
            }
            None => {}
        }
    }
    let reason = fields.text("reason", &draft.reason, Phrase::new);
    let reason = fields.done(reason)?;
    chosen.retain(|_, choice| *choice != MergeChoice::Kept);
    let mut file = kept.clone();
    for (part, choice) in &chosen {
        take_over(*part, *choice, &mut file, &aside);
    }
    let after = if file == kept {
        kept.version
    } else {
        rows::save_file(&mut act.tx, programme, &file, &who.label(), act.at).await?
    };
    let row = MergeRow {
        id: new_uuid(),
        kept: kept.reference.clone(),
        aside: aside.reference.clone(),
        reason,
        parts: chosen.into_keys().collect(),
        version_before: kept.version,
        version_after: after,
        actor: who.label(),
        at: act.at,
    };
    rows::set_file_aside(&mut act.tx, programme, &aside, &row).await?;
    shut_window(&mut act, &aside, &file).await?;
    log(&mut act, &row, ("took-up", "goes-on-as")).await?;
    act.commit().await
}

/// A line with each of the two. Why they are of one person is in nobody's log.
async fn log(
    act: &mut Act<'_>,
    row: &MergeRow,
    (of_kept, of_aside): (&str, &str),
) -> Result<(), ActionError> {
    let detail = json!({ of_kept: row.aside.as_str() });
    act.log("participant", row.kept.as_str(), &detail).await?;
    let detail = json!({ of_aside: row.kept.as_str() });
    act.log("participant", row.aside.as_str(), &detail).await
}

async fn standing(
    act: &mut Act<'_>,
    kept: &Reference,
    aside: &Reference,
) -> Result<([ParticipantFile; 2], MergeRow), ActionError> {
    let programme = act.programme;
    let files = changeable(act, kept, aside).await?;
    let rows = rows::merges_of(&mut act.tx, programme, kept).await?;
    let row = rows.into_iter().find(|it| it.kept == *kept && it.aside == *aside);
    Ok((files, row.ok_or(ActionError::NotFound)?))
}

fn can_be_put_back(row: &MergeRow, kept: &ParticipantFile) -> bool {
    kept.goes_on_as.is_none()
        && row.version_after != row.version_before
        && kept.version == row.version_after
}

/// Two files that became one, for whoever may change both.
pub async fn apart_view(
    app: &App,
    who: &Who,
    kept: &Reference,
    aside: &Reference,
) -> Result<ApartView, ActionError> {
    let mut act = app.begin(who, Action::ChangeParticipant).await?;
    let ([file, _], row) = standing(&mut act, kept, aside).await?;
    for whose in [kept, aside] {
        act.log("participant", whose.as_str(), &json!({})).await?;
    }
    act.commit().await?;
    let can_be_put_back = can_be_put_back(&row, &file);
    Ok(ApartView { row, can_be_put_back })
}

/// Takes two files apart again. The one that was set aside is as it was. What the other took
/// over stays there, or goes back with `put_back` as long as nobody changed it since.
pub async fn take_apart(
    app: &App,
    who: &Who,
    kept: &Reference,
    aside: &Reference,
    (reason, put_back): (&str, bool),
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeParticipant).await?;
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    let ([kept, aside], row) = standing(&mut act, kept, aside).await?;
    let mut fields = Fields::default();
    let reason = fields.text("reason", reason, Phrase::new);
    let reason = fields.done(reason)?;
    if put_back {
        if !can_be_put_back(&row, &kept) {
            return Err(ActionError::Changed);
        }
        let versions = rows::history(&mut act.tx, programme, kept.id).await?;
        let before = versions.into_iter().find(|it| it.version == row.version_before);
        let before = before.ok_or(ActionError::Changed)?.snapshot.back_to(&kept)?;
        rows::save_file(&mut act.tx, programme, &before, &who.label(), act.at).await?;
    }
    let (actor, at) = (who.label(), act.at);
    let how = (actor.as_str(), &reason, at);
    if !rows::take_file_back(&mut act.tx, programme, &aside, row.id, how).await? {
        return Err(ActionError::Changed);
    }
    log(&mut act, &row, ("taken-apart-from", "taken-apart-from")).await?;
    act.commit().await
}

/// A file that may be changed. One that was set aside says as which it goes on.
pub(crate) async fn open_file(
    act: &mut Act<'_>,
    reference: &Reference,
) -> Result<ParticipantFile, ActionError> {
    let programme = act.programme;
    // Whoever makes one file of two is waited for.
    audit::take_head(&mut act.tx, programme).await?;
    let file = visible(act, reference).await?;
    match &file.goes_on_as {
        None => Ok(file),
        Some(kept) => Err(Hold::GoesOnAs { kept: kept.clone() }.into()),
    }
}

/// Refuses to change anything that belongs to a file that was set aside, and says as which it
/// goes on. Asked after whether somebody may, so that nobody learns of a file by it.
pub(crate) async fn not_set_aside(
    act: &mut Act<'_>,
    reference: &Reference,
) -> Result<(), ActionError> {
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    match rows::goes_on_as(&mut act.tx, programme, reference).await? {
        None => Ok(()),
        Some(kept) => Err(Hold::GoesOnAs { kept }.into()),
    }
}

/// Shuts the window of a person whose file is set aside: it would show what goes on no more.
/// Whoever supports them is told that they need a new card.
async fn shut_window(
    act: &mut Act<'_>,
    aside: &ParticipantFile,
    kept: &ParticipantFile,
) -> Result<(), ActionError> {
    let (programme, at, label) = (act.programme, act.at, act.who.label());
    let secret = window::secret_since(&mut act.tx, programme, aside.id).await?.is_some();
    window::forget_secret(&mut act.tx, programme, aside.id).await?;
    window::end_window_sessions(&mut act.tx, programme, aside.id, "").await?;
    let keys = window::withdraw_keys(&mut act.tx, programme, aside.id, None, &label, at).await?;
    if !secret && keys == 0 {
        return Ok(());
    }
    let people = People::read(act).await?;
    let worker = kept.worker.as_ref().map(Phrase::as_str);
    let support = people.support(&kept.provider, worker);
    let message = Message::NewCardNeeded { reference: kept.reference.clone() };
    notify(act, support, &message, &link_to_file(&kept.reference)).await
}
