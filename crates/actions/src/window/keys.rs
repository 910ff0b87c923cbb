use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sleutel_domain::{
    Id, Reference,
    window::{Key, KeyCode, KeyWay},
};
use sleutel_store::window::{self as rows, KeyRow, KeyStanding};

use crate::{
    ActionError, App, Hold, Who,
    access::{chance, fingerprint, hash_passphrase, random_token},
    act::{Act, new_uuid},
    participants::{not_set_aside, subject, visible},
    policy::Action,
};

/// How long a key opens something. Ours, and marked as such.
const VALID: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A key just made. It is told once, and kept only as fingerprints.
#[derive(Debug, Clone)]
pub struct Given {
    /// What to read out or write down.
    pub code: KeyCode,
    /// What the link carries.
    pub token: String,
    /// From when it opens nothing any more.
    pub until: Timestamp,
}

/// What became of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyStands {
    /// It can be used.
    Open,
    /// It ran out unused.
    Expired,
    /// It was used, once.
    Used {
        /// When.
        at: Timestamp,
        /// How.
        way: KeyWay,
    },
    /// It was taken back.
    Withdrawn {
        /// When.
        at: Timestamp,
        /// By whom, as people read it.
        by: String,
    },
}

/// A key as its file lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLine {
    /// Its identifier.
    pub id: Id<Key>,
    /// When it was made.
    pub made_at: Timestamp,
    /// By whom, as people read it.
    pub made_by: String,
    /// From when it opens nothing any more.
    pub until: Timestamp,
    /// What became of it.
    pub stands: KeyStands,
}

/// The way into somebody's window, for who supports them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeysView {
    /// Whose.
    pub reference: Reference,
    /// Their name.
    pub name: String,
    /// The keys, newest first.
    pub keys: Vec<KeyLine>,
    /// Since when they have a secret of their own.
    pub secret_since: Option<Timestamp>,
}

fn line(row: KeyRow, now: Timestamp) -> KeyLine {
    let stands = match row.standing {
        KeyStanding::Open if row.valid_until <= now => KeyStands::Expired,
        KeyStanding::Open => KeyStands::Open,
        KeyStanding::Used { at, way } => KeyStands::Used { at, way },
        KeyStanding::Withdrawn { at, by } => KeyStands::Withdrawn { at, by },
    };
    let (id, made_at, made_by, until) = (row.id, row.made_at, row.made_by, row.valid_until);
    KeyLine { id, made_at, made_by, until, stands }
}

async fn theirs(
    act: &mut Act<'_>,
    reference: &Reference,
) -> Result<sleutel_store::participants::ParticipantFile, ActionError> {
    let file = visible(act, reference).await?;
    act.require(Action::GiveKey, subject(&file))?;
    Ok(file)
}

/// The keys of somebody's window.
pub async fn keys(app: &App, who: &Who, reference: &Reference) -> Result<KeysView, ActionError> {
    let mut act = app.begin(who, Action::GiveKey).await?;
    let (programme, at) = (act.programme, act.at);
    let file = theirs(&mut act, reference).await?;
    let rows = rows::keys(&mut act.tx, programme, file.id).await?;
    let secret_since = rows::secret_since(&mut act.tx, programme, file.id).await?;
    act.log("participant", reference.as_str(), &json!({ "keys": rows.len() })).await?;
    act.commit().await?;
    let name = file.head().map(|it| format!("{} {}", it.given, it.family)).unwrap_or_default();
    Ok(KeysView {
        reference: file.reference,
        name,
        keys: rows.into_iter().map(|it| line(it, at)).collect(),
        secret_since,
    })
}

/// Makes a key to somebody's window: a link and a code for the same door, for seven days, to
/// be used once. A key that nobody used yet is taken back: there is one at a time.
pub async fn give_key(app: &App, who: &Who, reference: &Reference) -> Result<Given, ActionError> {
    // Hashing takes memory, so nobody gets it who may not hand over a key anyway.
    drop(app.look(who, Action::GiveKey).await?);
    let code = KeyCode::from_chance(chance()?);
    let code_hash = hash_passphrase(code.proof()).await?;
    let token = random_token()?;
    let mut act = app.begin(who, Action::GiveKey).await?;
    let (programme, at, label) = (act.programme, act.at, who.label());
    let file = theirs(&mut act, reference).await?;
    not_set_aside(&mut act, reference).await?;
    rows::withdraw_keys(&mut act.tx, programme, file.id, None, &label, at).await?;
    let row = KeyRow {
        id: Id::new(new_uuid()),
        participant: file.id,
        token_hash: fingerprint(&token),
        selector: code.selector().to_owned(),
        code_hash,
        made_at: at,
        made_by: label,
        valid_until: at + VALID,
        standing: KeyStanding::Open,
    };
    rows::add_key(&mut act.tx, programme, &row).await?;
    act.log("participant", reference.as_str(), &json!({ "key": "made" })).await?;
    act.commit().await?;
    Ok(Given { code, token, until: row.valid_until })
}

/// Takes back a key that nobody used. One that was used or taken back is held.
pub async fn withdraw_key(
    app: &App,
    who: &Who,
    reference: &Reference,
    id: Id<Key>,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::GiveKey).await?;
    let (programme, at, label) = (act.programme, act.at, who.label());
    let file = theirs(&mut act, reference).await?;
    let taken = rows::withdraw_keys(&mut act.tx, programme, file.id, Some(id), &label, at).await?;
    if taken == 0 {
        return Err(Hold::KeyUsed.into());
    }
    act.log("participant", reference.as_str(), &json!({ "key": "withdrawn" })).await?;
    act.commit().await
}

/// Shuts the window, when a phone was lost or somebody else may have the secret: keys are
/// taken back, the secret is forgotten, and whoever is in is out. A new key opens it again.
pub async fn shut(app: &App, who: &Who, reference: &Reference) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::GiveKey).await?;
    let (programme, at, label) = (act.programme, act.at, who.label());
    let file = theirs(&mut act, reference).await?;
    rows::withdraw_keys(&mut act.tx, programme, file.id, None, &label, at).await?;
    rows::forget_secret(&mut act.tx, programme, file.id).await?;
    rows::end_window_sessions(&mut act.tx, programme, file.id, "").await?;
    act.log("participant", reference.as_str(), &json!({ "window": "shut" })).await?;
    act.commit().await
}
