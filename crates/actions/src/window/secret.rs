use serde_json::json;
use sleutel_domain::window::{SHORTEST_SECRET, SecretFault, secret_fault};
use sleutel_store::{participants, window as rows};

use crate::{
    ActionError, App, FieldError, FieldFault, Who,
    access::{fingerprint, hash_passphrase},
    policy::Action,
};

/// Chooses one's own secret, to come back with; whoever else is in with this window's keys is
/// out. `token` is of the session that stays.
pub async fn choose_secret(
    app: &App,
    who: &Who,
    token: &str,
    secret: &str,
    again: &str,
) -> Result<(), ActionError> {
    let mut act = app.look(who, Action::ChangeOwnKey).await?;
    let (programme, resident) = (act.programme, act.resident()?);
    let file = participants::file(&mut act.tx, programme, &resident.reference).await?;
    drop(act);
    let born = file.ok_or(ActionError::NotFound)?.head().and_then(|it| it.born);
    let mut errors = Vec::new();
    let mut bad = |field: &str, fault| errors.push(FieldError { field: field.to_owned(), fault });
    match secret_fault(secret, resident.reference.as_str(), born) {
        None => {}
        Some(SecretFault::TooShort) => bad("new", FieldFault::TooShort { least: SHORTEST_SECRET }),
        Some(SecretFault::EasyToGuess) => bad("new", FieldFault::EasyToGuess),
    }
    if secret.trim() != again.trim() {
        bad("again", FieldFault::NotTheSame);
    }
    if !errors.is_empty() {
        return Err(ActionError::Fields(errors));
    }
    let hash = hash_passphrase(secret.trim()).await?;
    let mut act = app.begin(who, Action::ChangeOwnKey).await?;
    let (at, participant) = (act.at, resident.participant);
    rows::set_secret(&mut act.tx, programme, participant, &hash, at).await?;
    rows::end_window_sessions(&mut act.tx, programme, participant, &fingerprint(token)).await?;
    act.log("participant", resident.reference.as_str(), &json!({ "secret": "chosen" })).await?;
    act.commit().await
}
