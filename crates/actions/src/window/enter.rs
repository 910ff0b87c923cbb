use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sleutel_domain::{
    Id,
    access::Programme,
    window::{KeyCode, KeyWay},
};
use sleutel_store::{
    StoreError, Tx, audit, fold,
    window::{self as rows, ResidentRow, WindowSessionRow},
};

use crate::{
    ActionError, App, Hold, Who,
    access::{Session, Tries, fingerprint, passphrase_fits, programme_of, random_token},
    act::new_uuid,
    policy::Action,
};

/// A session ends after this long without use: phones are lent and lost.
const IDLE: SignedDuration = SignedDuration::from_mins(30);
/// That a session is used is written at most once in this long.
const WRITTEN: SignedDuration = SignedDuration::from_mins(1);

/// A session just begun at a window. The token is told once, and kept only as a fingerprint.
#[derive(Debug, Clone)]
pub struct Entered {
    /// What the browser keeps.
    pub token: String,
}

fn line(at: Timestamp, resident: &ResidentRow, action: &str, how: &str) -> audit::Line {
    audit::Line {
        at,
        account: None,
        actor: format!("{} (participant)", resident.reference),
        action: action.to_owned(),
        subject_kind: "participant".to_owned(),
        subject: resident.reference.to_string(),
        purpose: "own-window".to_owned(),
        detail: json!({ "by": how }).to_string(),
        processing: new_uuid(),
    }
}

async fn begin_session(
    tx: &mut Tx,
    at: Timestamp,
    resident: &ResidentRow,
    how: &str,
) -> Result<Entered, ActionError> {
    let token = random_token()?;
    let session = WindowSessionRow {
        programme: resident.programme,
        participant: resident.participant,
        csrf: random_token()?,
        seen_at: at,
        expires_at: at + IDLE,
    };
    rows::add_window_session(tx, &fingerprint(&token), &session).await?;
    audit::append(tx, resident.programme, &line(at, resident, "window-opened", how)).await?;
    Ok(Entered { token })
}

/// Uses a key up and begins a session; somebody who comes second with it is refused.
async fn with_key(
    tx: &mut Tx,
    at: Timestamp,
    (programme, key): (Id<Programme>, &rows::KeyRow),
    way: KeyWay,
) -> Result<Entered, ActionError> {
    let used = rows::use_key(tx, programme, key.id, way, at).await;
    used.map_err(|error| {
        let second = matches!(error, StoreError::Changed { .. });
        if second { Hold::WrongKey.into() } else { ActionError::from(error) }
    })?;
    let resident = rows::resident(tx, programme, key.participant).await?;
    let resident = resident.ok_or(Hold::WrongKey)?;
    begin_session(tx, at, &resident, way.code()).await
}

/// Opens a window with the link of a key. One that is not there, was used, ran out or was taken
/// back gives the same answer.
pub async fn open_with_link(app: &App, token: &str) -> Result<Entered, ActionError> {
    let at = app.now();
    let mut tx = app.db.write().await?;
    let found = rows::open_key_of_link(&mut tx, &fingerprint(token)).await?;
    let (programme, key) = found.filter(|(_, key)| key.valid_until > at).ok_or(Hold::WrongKey)?;
    let entered = with_key(&mut tx, at, (programme, &key), KeyWay::Link).await?;
    tx.commit().await?;
    Ok(entered)
}

/// Opens a window with the code of a key. After five failed tries on a code, or thirty from
/// an address, in a quarter of an hour, it has to wait.
pub async fn open_with_code(app: &App, typed: &str, address: &str) -> Result<Entered, ActionError> {
    let at = app.now();
    let code = KeyCode::read(typed).ok_or(Hold::WrongKey)?;
    let by_name = format!("window code {}", fingerprint(code.selector()));
    let by_address = format!("window address {}", fingerprint(address));
    let tries = Tries { by_name: &by_name, by_address: &by_address };
    let _turn =
        app.door.acquire().await.map_err(|cause| ActionError::Internal(cause.to_string()))?;
    let mut tx = app.db.read().await?;
    tries.not_too_many(&mut tx, at).await?;
    let mut keys = rows::open_keys_of_code(&mut tx, code.selector()).await?;
    drop(tx);
    keys.retain(|(_, key)| key.valid_until > at);
    let mut fits = None;
    for (programme, key) in &keys {
        if passphrase_fits(code.proof(), Some(key.code_hash.clone())).await? {
            fits = Some((*programme, key));
        }
    }
    if keys.is_empty() {
        // A code nobody has takes as long as one that somebody has.
        passphrase_fits(code.proof(), None).await?;
    }
    let mut tx = app.db.write().await?;
    let Some(found) = fits else {
        tries.one_more(&mut tx, at).await?;
        for (programme, key) in &keys {
            if let Some(whose) = rows::resident(&mut tx, *programme, key.participant).await? {
                failed(&mut tx, at, &whose, KeyWay::Code.code()).await?;
            }
        }
        tx.commit().await?;
        return Err(Hold::WrongKey.into());
    };
    tries.forget(&mut tx, at).await?;
    let entered = with_key(&mut tx, at, found, KeyWay::Code).await?;
    tx.commit().await?;
    Ok(entered)
}

async fn failed(
    tx: &mut Tx,
    at: Timestamp,
    resident: &ResidentRow,
    how: &str,
) -> Result<(), ActionError> {
    let line =
        audit::Line { actor: Who::Nobody.label(), ..line(at, resident, "window-open-failed", how) };
    audit::append(tx, resident.programme, &line).await?;
    Ok(())
}

/// Opens a window with the secret somebody chose, by the reference of their file. Who is not
/// there and who gives the wrong secret get the same answer.
pub async fn open_with_secret(
    app: &App,
    reference: &str,
    secret: &str,
    address: &str,
) -> Result<Entered, ActionError> {
    let at = app.now();
    let by_name = format!("window own {}", fingerprint(&fold(reference.trim())));
    let by_address = format!("window address {}", fingerprint(address));
    let tries = Tries { by_name: &by_name, by_address: &by_address };
    let _turn =
        app.door.acquire().await.map_err(|cause| ActionError::Internal(cause.to_string()))?;
    let mut tx = app.db.read().await?;
    tries.not_too_many(&mut tx, at).await?;
    let secrets = rows::secrets_of(&mut tx, reference).await?;
    drop(tx);
    let mut fits = None;
    for it in &secrets {
        if passphrase_fits(secret.trim(), Some(it.hash.clone())).await? {
            fits = Some(&it.resident);
        }
    }
    if secrets.is_empty() {
        passphrase_fits(secret, None).await?;
    }
    let mut tx = app.db.write().await?;
    let Some(resident) = fits else {
        tries.one_more(&mut tx, at).await?;
        for it in &secrets {
            failed(&mut tx, at, &it.resident, "secret").await?;
        }
        tx.commit().await?;
        return Err(Hold::WrongLogin.into());
    };
    tries.forget(&mut tx, at).await?;
    let entered = begin_session(&mut tx, at, resident, "secret").await?;
    tx.commit().await?;
    Ok(entered)
}

/// Whose window a token opened; `None` when the session has ended. Use keeps it alive.
pub async fn session(app: &App, token: &str) -> Result<Option<Session>, ActionError> {
    let at = app.now();
    let hash = fingerprint(token);
    let mut tx = app.db.read().await?;
    let found = rows::window_session(&mut tx, &hash).await?.filter(|row| row.expires_at > at);
    let Some(row) = found else { return Ok(None) };
    let Some(resident) = rows::resident(&mut tx, row.programme, row.participant).await? else {
        return Ok(None);
    };
    let programme = programme_of(&mut tx, row.programme).await?;
    drop(tx);
    if at.duration_since(row.seen_at) > WRITTEN {
        let mut tx = app.db.write().await?;
        rows::touch_window_session(&mut tx, &hash, at, at + IDLE).await?;
        tx.commit().await?;
    }
    Ok(Some(Session { who: Who::Resident { resident, programme }, csrf: row.csrf }))
}

/// Ends a session at a window.
pub async fn leave(app: &App, who: &Who, token: &str) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeOwnKey).await?;
    let resident = act.resident()?;
    rows::end_window_session(&mut act.tx, &fingerprint(token)).await?;
    act.log("participant", resident.reference.as_str(), &json!({ "window": "left" })).await?;
    act.commit().await
}
