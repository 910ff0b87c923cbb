use serde_json::json;
use sleutel_domain::{
    Phrase, Reference, homes::AreaLevel, participants::Readiness, placement::Together,
};
use sleutel_store::{
    audit,
    participants::{self as rows, LinkRow, ParticipantFile},
};

use super::{
    merge::open_file,
    see::{subject, visible},
};
use crate::{
    ActionError, App, FieldFault, Hold, Who,
    act::Act,
    fields::Fields,
    policy::{self, Action},
};

/// Somebody a household moves together with, as somebody may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// Whose file.
    pub reference: Reference,
    /// How near: the same complex, neighbourhood, and so on.
    pub within: AreaLevel,
    /// Why; left out for somebody who may not see own words.
    pub reason: Option<Phrase>,
    /// Whether this person may see the other file.
    pub may_see: bool,
    /// Whether this person may take the link away.
    pub may_unlink: bool,
}

/// A link as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkDraft {
    /// The reference of the other household.
    pub other: String,
    /// How near, by its word.
    pub within: String,
    /// Why they move together.
    pub reason: String,
}

/// Whom a household moves together with.
pub(super) async fn companions(
    act: &mut Act<'_>,
    file: &ParticipantFile,
) -> Result<Vec<Companion>, ActionError> {
    let programme = act.programme;
    let own_words = policy::may_for(act.who, Action::SeeOwnWords, subject(file));
    let may_change = policy::may_for(act.who, Action::ChangeParticipant, subject(file));
    let mut companions = Vec::new();
    for row in rows::links_of(&mut act.tx, programme, &file.reference).await? {
        let reference = other_of(row.link.clone(), &file.reference);
        let other = rows::file(&mut act.tx, programme, &reference).await?;
        let may =
            |action| other.as_ref().is_some_and(|it| policy::may_for(act.who, action, subject(it)));
        companions.push(Companion {
            within: row.link.within,
            reason: row.reason.filter(|_| own_words),
            may_see: may(Action::SeeParticipant),
            may_unlink: may_change && may(Action::ChangeParticipant),
            reference,
        });
    }
    Ok(companions)
}

fn other_of(link: Together, reference: &Reference) -> Reference {
    if link.one == *reference { link.other } else { link.one }
}

/// Says that two households move together or not at all. Both files have to be within reach;
/// one that is not gets the same answer as one that is not there.
pub async fn link(
    app: &App,
    who: &Who,
    reference: &Reference,
    draft: &LinkDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeParticipant).await?;
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    let file = open_file(&mut act, reference).await?;
    act.require(Action::ChangeParticipant, subject(&file))?;
    let mut fields = Fields::default();
    let within = fields.choice("within", &draft.within, AreaLevel::from_code);
    let reason = fields.text("reason", &draft.reason, Phrase::new);
    let other = match fields.code("other", &draft.other, Reference::new) {
        Some(code) => within_reach(&mut act, &code).await?,
        None => None,
    };
    match &other {
        Some(other) if other.reference == *reference => {
            fields.bad("other", FieldFault::NotAChoice);
        }
        Some(other) => {
            let standing = rows::links_of(&mut act.tx, programme, reference).await?;
            if standing.iter().any(|it| other_of(it.link.clone(), reference) == other.reference) {
                fields.bad("other", FieldFault::Taken);
            }
        }
        None if draft.other.trim().is_empty() => {}
        None => fields.bad("other", FieldFault::Unknown),
    }
    let (within, reason, other) = fields.done(
        within.zip(reason).zip(other).map(|((within, reason), other)| (within, reason, other)),
    )?;
    for it in [&file, &other] {
        if let Readiness::Placed { .. } = it.readiness {
            return Err(Hold::HouseholdPlaced { reference: it.reference.clone() }.into());
        }
    }
    let link = Together { one: reference.clone(), other: other.reference, within };
    let row = LinkRow { link: link.clone(), reason: Some(reason), actor: who.label(), at: act.at };
    rows::save_link(&mut act.tx, programme, &row).await?;
    log(&mut act, &link, "together").await?;
    act.commit().await
}

/// Takes away that two households move together.
pub async fn unlink(
    app: &App,
    who: &Who,
    reference: &Reference,
    other: &Reference,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeParticipant).await?;
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    for reference in [reference, other] {
        let file = visible(&mut act, reference).await?;
        act.require(Action::ChangeParticipant, subject(&file))?;
    }
    let row = rows::links_of(&mut act.tx, programme, reference)
        .await?
        .into_iter()
        .find(|it| other_of(it.link.clone(), reference) == *other)
        .ok_or(ActionError::Changed)?;
    rows::remove_link(&mut act.tx, programme, reference, other).await?;
    log(&mut act, &row.link, "apart").await?;
    act.commit().await
}

/// A file this person may change, whoever's it is.
async fn within_reach(
    act: &mut Act<'_>,
    reference: &Reference,
) -> Result<Option<ParticipantFile>, ActionError> {
    let programme = act.programme;
    let file = rows::file(&mut act.tx, programme, reference).await?;
    let may = |it: &ParticipantFile| {
        it.goes_on_as.is_none() && policy::may_for(act.who, Action::ChangeParticipant, subject(it))
    };
    Ok(file.filter(may))
}

/// A line with each of the two. Why they move together is in nobody's log.
pub(crate) async fn log(act: &mut Act<'_>, link: &Together, what: &str) -> Result<(), ActionError> {
    for (whose, other) in [(&link.one, &link.other), (&link.other, &link.one)] {
        let detail = json!({ what: other.as_str(), "within": link.within.code() });
        act.log_as(Action::ChangeParticipant, "participant", whose.as_str(), &detail).await?;
    }
    Ok(())
}
