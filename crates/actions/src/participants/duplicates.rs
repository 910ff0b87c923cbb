use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use sleutel_domain::{
    OrganisationCode, Phrase, Reference,
    participants::{Likeness, LikenessClass, Member, likeness, likeness_keys},
};
use sleutel_store::{
    Page, Window, audit, fold,
    participants::{self as rows, Identity, NotTheSame, ParticipantFile},
};

use super::see::{subject, visible};
use crate::{
    ActionError, App, Who,
    act::Act,
    fields::Fields,
    policy::{self, Action, Subject},
};

/// A file that may be about the same person; shown, never merged by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alike {
    /// One that whoever asks may see.
    Within {
        /// Its reference.
        reference: Reference,
        /// The name on it.
        name: String,
        /// How sure, and why.
        likeness: Likeness,
    },
    /// One out of reach, and very likely: only that it is there, and where.
    Elsewhere {
        /// The provider that has it.
        provider: OrganisationCode,
    },
}

impl Alike {
    /// What a form sends back to say that this one was shown.
    pub fn token(&self) -> String {
        match self {
            Self::Within { reference, .. } => reference.to_string(),
            Self::Elsewhere { provider } => format!("@{provider}"),
        }
    }
}

/// One of two files that may be about the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// What it is called.
    pub reference: Reference,
    /// Who supports them.
    pub provider: OrganisationCode,
    /// The people; the head first.
    pub members: Vec<Member>,
}

impl Side {
    /// The name of whom it is about.
    pub fn name(&self) -> String {
        name_of(&self.members)
    }
}

/// Two files that may be about the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The one with the lower reference.
    pub one: Side,
    /// The other.
    pub other: Side,
    /// How sure, and why; `None` for two that are not alike any more.
    pub likeness: Option<Likeness>,
    /// What somebody said of them.
    pub said: Option<NotTheSame>,
}

/// Which pairs are wanted. Empty text means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PairFilter {
    /// Those judged to be of different people, instead of those to look at.
    pub judged: bool,
    /// How sure.
    pub class: Option<LikenessClass>,
    /// With a file of this provider.
    pub provider: String,
    /// Words in a name of the household or in a reference.
    pub words: String,
}

/// A page of pairs.
#[derive(Debug, Clone)]
pub struct PairsView {
    /// The pairs: the surest first, then by reference.
    pub page: Page<Pair>,
    /// How many there are to look at, within reach.
    pub open: u64,
    /// How many were judged to be of different people, within reach.
    pub judged: u64,
}

/// Two files side by side.
#[derive(Debug, Clone)]
pub struct CompareView {
    /// The two, in the order asked for.
    pub files: [ParticipantFile; 2],
    /// How sure, and why.
    pub likeness: Option<Likeness>,
    /// What somebody said of them.
    pub said: Option<NotTheSame>,
    /// Whether this person may say that they are of different people, or take that back.
    pub may_judge: bool,
}

fn name_of(members: &[Member]) -> String {
    members.first().map(|head| format!("{} {}", head.given, head.family)).unwrap_or_default()
}

fn subject_of(identity: &Identity) -> Subject<'_> {
    Subject {
        organisation: Some(&identity.provider),
        worker: identity.worker.as_ref().map(Phrase::as_str),
    }
}

fn other_of<'a>(row: &'a NotTheSame, reference: &Reference) -> &'a Reference {
    if row.one == *reference { &row.other } else { &row.one }
}

/// Every other file that may be about the same person, whoever may see it, but for those
/// judged to be of somebody else.
async fn found(
    act: &mut Act<'_>,
    reference: &Reference,
    members: &[Member],
) -> Result<Vec<(Identity, Likeness)>, ActionError> {
    let programme = act.programme;
    let mut holders = rows::holders(&mut act.tx, programme, &likeness_keys(members)).await?;
    holders.remove(reference);
    for row in rows::not_the_same_as(&mut act.tx, programme, reference).await? {
        if row.judged {
            holders.remove(other_of(&row, reference));
        }
    }
    let identities = rows::identities(&mut act.tx, programme, &holders).await?;
    let mut found: Vec<_> = identities
        .into_values()
        .filter_map(|it| likeness(members, &it.members).map(|alike| (it, alike)))
        .collect();
    found.sort_by_key(|(_, alike)| alike.class);
    Ok(found)
}

/// What somebody may know of files that may be about the same person. Of one out of reach
/// only that it is very likely there; whoever has that file can read in its log who was told.
fn told(who: &Who, found: &[(Identity, Likeness)]) -> Vec<Alike> {
    let mut told = Vec::new();
    for (identity, likeness) in found {
        let alike = if policy::may_for(who, Action::SeeIdentity, subject_of(identity)) {
            Alike::Within {
                reference: identity.reference.clone(),
                name: name_of(&identity.members),
                likeness: likeness.clone(),
            }
        } else if likeness.class == LikenessClass::VeryLikely {
            Alike::Elsewhere { provider: identity.provider.clone() }
        } else {
            continue;
        };
        if !told.contains(&alike) {
            told.push(alike);
        }
    }
    told
}

async fn log_told(
    act: &mut Act<'_>,
    beside: &Reference,
    found: &[(Identity, Likeness)],
) -> Result<(), ActionError> {
    for (identity, likeness) in found {
        let within = policy::may_for(act.who, Action::SeeIdentity, subject_of(identity));
        let what = if within { "beside" } else { "known-to-exist-beside" };
        if within || likeness.class == LikenessClass::VeryLikely {
            let detail = json!({ what: beside.as_str() });
            act.log("participant", identity.reference.as_str(), &detail).await?;
        }
    }
    Ok(())
}

/// What somebody who sees a file is told of others that may be of the same person.
pub(super) async fn alike(
    act: &mut Act<'_>,
    file: &ParticipantFile,
) -> Result<Vec<Alike>, ActionError> {
    let found = found(act, &file.reference, &file.members).await?;
    log_told(act, &file.reference, &found).await?;
    Ok(told(act.who, &found))
}

/// For a new file: what has to be shown before it is kept, because nobody has said of it
/// yet that it is of somebody else.
pub(super) async fn unseen(
    act: &mut Act<'_>,
    file: &ParticipantFile,
    seen: &[String],
    reason: Option<&Phrase>,
) -> Result<Option<Vec<Alike>>, ActionError> {
    let found = found(act, &file.reference, &file.members).await?;
    let told = told(act.who, &found);
    let shown = told.iter().all(|it| seen.contains(&it.token()));
    if told.is_empty() || (shown && reason.is_some()) {
        return Ok(None);
    }
    log_told(act, &file.reference, &found).await?;
    Ok(Some(told))
}

/// Keeps what was said of a new file beside those it looked like. Of a file out of reach
/// somebody who can see both still has to look.
pub(super) async fn said_of_new(
    act: &mut Act<'_>,
    file: &ParticipantFile,
    reason: &Phrase,
) -> Result<(), ActionError> {
    let found = found(act, &file.reference, &file.members).await?;
    for (identity, likeness) in found {
        let judged = policy::may_for(act.who, Action::ChangeParticipant, subject_of(&identity))
            && policy::may_for(act.who, Action::ChangeParticipant, subject(file));
        if judged || likeness.class == LikenessClass::VeryLikely {
            let row = said(act, &file.reference, &identity.reference, reason, judged);
            let programme = act.programme;
            rows::save_not_the_same(&mut act.tx, programme, &row).await?;
            log_said(act, &row, "not-the-same").await?;
        }
    }
    Ok(())
}

fn said(
    act: &Act<'_>,
    one: &Reference,
    other: &Reference,
    reason: &Phrase,
    judged: bool,
) -> NotTheSame {
    NotTheSame {
        one: one.min(other).clone(),
        other: one.max(other).clone(),
        reason: reason.clone(),
        judged,
        actor: act.who.label(),
        at: act.at,
    }
}

/// A line with each of the two. Why they are of different people is in nobody's log.
async fn log_said(act: &mut Act<'_>, row: &NotTheSame, what: &str) -> Result<(), ActionError> {
    for (whose, other) in [(&row.one, &row.other), (&row.other, &row.one)] {
        let detail = json!({ what: other.as_str(), "judged": row.judged });
        act.log("participant", whose.as_str(), &detail).await?;
    }
    Ok(())
}

/// A page of pairs of files that may be about the same person. Both files of a pair are
/// within reach of whoever asks: two providers' only for the placement desk.
pub async fn duplicates(
    app: &App,
    who: &Who,
    filter: &PairFilter,
    window: Window,
) -> Result<PairsView, ActionError> {
    let mut act = app.begin(who, Action::SeeIdentity).await?;
    let pairs = within_reach(&mut act).await?;
    let judged = |pair: &Pair| pair.said.as_ref().is_some_and(|it| it.judged);
    let count = |of: bool| pairs.iter().filter(|it| judged(it) == of).count() as u64;
    let (open, done) = (count(false), count(true));
    let mut wanted: Vec<Pair> =
        pairs.into_iter().filter(|it| judged(it) == filter.judged && fits(it, filter)).collect();
    wanted.sort_by(|a, b| {
        let class = |it: &Pair| it.likeness.as_ref().map(|it| it.class);
        // Those that are not alike any more come last.
        (class(a).is_none(), class(a), &a.one.reference, &a.other.reference).cmp(&(
            class(b).is_none(),
            class(b),
            &b.one.reference,
            &b.other.reference,
        ))
    });
    let total = wanted.len() as u64;
    let offset = usize::try_from(window.offset).unwrap_or(usize::MAX);
    let limit = usize::try_from(window.limit).unwrap_or(usize::MAX);
    let rows: Vec<Pair> = wanted.into_iter().skip(offset).take(limit).collect();
    let shown: BTreeSet<&str> = rows
        .iter()
        .flat_map(|it| [it.one.reference.as_str(), it.other.reference.as_str()])
        .collect();
    act.log("participants", "", &json!({ "shown": shown })).await?;
    act.commit().await?;
    Ok(PairsView { page: Page { rows, total }, open, judged: done })
}

async fn within_reach(act: &mut Act<'_>) -> Result<Vec<Pair>, ActionError> {
    let programme = act.programme;
    let mut said: BTreeMap<(Reference, Reference), NotTheSame> =
        rows::not_the_same(&mut act.tx, programme)
            .await?
            .into_iter()
            .map(|it| ((it.one.clone(), it.other.clone()), it))
            .collect();
    let mut pairs = rows::pairs(&mut act.tx, programme).await?;
    pairs.extend(said.keys().cloned());
    let named = pairs.iter().flat_map(|(one, other)| [one.clone(), other.clone()]).collect();
    let identities = rows::identities(&mut act.tx, programme, &named).await?;
    let see = |reference: &Reference| {
        identities
            .get(reference)
            .filter(|it| policy::may_for(act.who, Action::SeeIdentity, subject_of(it)))
    };
    let pair = |(one, other): (Reference, Reference)| {
        let (low, high) = (see(&one)?, see(&other)?);
        let likeness = likeness(&low.members, &high.members);
        let said = said.remove(&(one, other));
        // What somebody said of files that are no longer alike is no work for anybody.
        let kept = likeness.is_some() || said.as_ref().is_some_and(|it| it.judged);
        kept.then(|| Pair { one: side(low), other: side(high), likeness, said })
    };
    Ok(pairs.into_iter().filter_map(pair).collect())
}

fn side(identity: &Identity) -> Side {
    Side {
        reference: identity.reference.clone(),
        provider: identity.provider.clone(),
        members: identity.members.clone(),
    }
}

fn fits(pair: &Pair, filter: &PairFilter) -> bool {
    let sides = [&pair.one, &pair.other];
    let words = fold(filter.words.trim());
    let text = |side: &Side| {
        let names = side.members.iter().map(|it| format!(" {} {}", it.given, it.family));
        fold(&format!("{}{}", side.reference, names.collect::<String>()))
    };
    (filter.class.is_none() || filter.class == pair.likeness.as_ref().map(|it| it.class))
        && (filter.provider.is_empty()
            || sides.iter().any(|it| it.provider.as_str() == filter.provider))
        && (words.is_empty() || sides.iter().any(|it| text(it).contains(&words)))
}

/// Two files side by side. Both have to be within reach; one that is not gets the same
/// answer as one that is not there.
pub async fn compare(
    app: &App,
    who: &Who,
    one: &Reference,
    other: &Reference,
) -> Result<CompareView, ActionError> {
    let mut act = app.begin(who, Action::SeeParticipant).await?;
    let files = both(&mut act, one, other).await?;
    let said = said_before(&mut act, one, other).await?;
    for (whose, beside) in [(one, other), (other, one)] {
        let detail = json!({ "beside": beside.as_str() });
        act.log("participant", whose.as_str(), &detail).await?;
    }
    act.commit().await?;
    let may_judge =
        files.iter().all(|it| policy::may_for(who, Action::ChangeParticipant, subject(it)));
    let likeness = likeness(&files[0].members, &files[1].members);
    Ok(CompareView { files, likeness, said, may_judge })
}

pub(super) async fn both(
    act: &mut Act<'_>,
    one: &Reference,
    other: &Reference,
) -> Result<[ParticipantFile; 2], ActionError> {
    if one == other {
        return Err(ActionError::NotFound);
    }
    let files = [visible(act, one).await?, visible(act, other).await?];
    for file in &files {
        act.require(Action::SeeIdentity, subject(file)).map_err(|_| ActionError::NotFound)?;
    }
    Ok(files)
}

pub(super) async fn said_before(
    act: &mut Act<'_>,
    one: &Reference,
    other: &Reference,
) -> Result<Option<NotTheSame>, ActionError> {
    let programme = act.programme;
    let rows = rows::not_the_same_as(&mut act.tx, programme, one).await?;
    Ok(rows.into_iter().find(|it| other_of(it, one) == other))
}

/// Says that two files are of different people, and why. They are not shown beside each
/// other again, until somebody takes it back.
pub async fn tell_apart(
    app: &App,
    who: &Who,
    one: &Reference,
    other: &Reference,
    reason: &str,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeParticipant).await?;
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    for file in both(&mut act, one, other).await? {
        act.require(Action::ChangeParticipant, subject(&file))?;
    }
    let mut fields = Fields::default();
    let reason = fields.text("reason", reason, Phrase::new);
    let reason = fields.done(reason)?;
    let row = said(&act, one, other, &reason, true);
    if !rows::save_not_the_same(&mut act.tx, programme, &row).await? {
        return Err(ActionError::Changed);
    }
    log_said(&mut act, &row, "not-the-same").await?;
    act.commit().await
}

/// Takes back that two files are of different people: they are looked at again.
pub async fn look_again(
    app: &App,
    who: &Who,
    one: &Reference,
    other: &Reference,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeParticipant).await?;
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    for file in both(&mut act, one, other).await? {
        act.require(Action::ChangeParticipant, subject(&file))?;
    }
    let row = said_before(&mut act, one, other).await?.ok_or(ActionError::Changed)?;
    rows::remove_not_the_same(&mut act.tx, programme, one, other).await?;
    log_said(&mut act, &row, "looked-at-again").await?;
    act.commit().await
}
