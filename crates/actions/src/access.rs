//! Logging in and out, sessions, accounts.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sha2::{Digest, Sha256};
use sleutel_domain::{
    Id, OrganisationCode,
    access::{Language, Role},
};
use sleutel_store::{
    Tx,
    access::{self as rows, AccountRow, OrganisationRow, ProgrammeRow, SessionRow},
    audit, messages, participants,
};

use crate::{
    ActionError, App, FieldError, FieldFault, Hold, Person, Who, act::new_uuid, colleagues,
    policy::Action,
};

/// A session ends after this long without use.
const IDLE: SignedDuration = SignedDuration::from_hours(8);
/// Failed log-ins are counted over this long.
const WATCH: SignedDuration = SignedDuration::from_mins(15);
/// Failed log-ins on one name before it has to wait.
const TRIES_NAME: u64 = 5;
/// Failed log-ins from one address before it has to wait.
const TRIES_ADDRESS: u64 = 30;
/// The shortest pass phrase.
pub const SHORTEST_PASSPHRASE: usize = 12;

/// A session just begun. The token is told once, and kept only as a fingerprint.
#[derive(Debug, Clone)]
pub struct LoggedIn {
    /// What the browser keeps.
    pub token: String,
    /// Who it is.
    pub person: Person,
}

/// A session in use.
#[derive(Debug, Clone)]
pub struct Session {
    /// Who acts.
    pub who: Who,
    /// What forms must carry.
    pub csrf: String,
}

/// As many bytes of chance as asked for.
pub(crate) fn chance<const N: usize>() -> Result<[u8; N], ActionError> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes)
        .map_err(|cause| ActionError::Internal(format!("no source of chance: {cause}")))?;
    Ok(bytes)
}

pub(crate) fn random_token() -> Result<String, ActionError> {
    Ok(hex(&chance::<32>()?))
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(crate) fn fingerprint(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

/// The hash of a pass phrase (argon2id, 19 MiB, two passes), as a PHC string. Takes
/// some tens of milliseconds of one core, on a thread of its own.
pub async fn hash_passphrase(passphrase: &str) -> Result<String, ActionError> {
    let passphrase = passphrase.to_owned();
    tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(passphrase.as_bytes()).map(|hash| hash.to_string())
    })
    .await
    .map_err(|cause| ActionError::Internal(cause.to_string()))?
    .map_err(|cause| ActionError::Internal(format!("cannot hash: {cause}")))
}

pub(crate) async fn passphrase_fits(
    passphrase: &str,
    hash: Option<String>,
) -> Result<bool, ActionError> {
    // Somebody who is not there takes as long as somebody who is, so that names cannot
    // be tried out by the clock.
    const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2xldXRlbC1uaWVtYW5k$\
                          n0nVPLOBJUFOfx9ZGVVJ8VNi3WnPbmSRLcVqOMlG3QA";
    let passphrase = passphrase.to_owned();
    let known = hash.is_some();
    let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
    let fits = tokio::task::spawn_blocking(move || {
        PasswordHash::new(&hash).is_ok_and(|hash| {
            Argon2::default().verify_password(passphrase.as_bytes(), &hash).is_ok()
        })
    })
    .await
    .map_err(|cause| ActionError::Internal(cause.to_string()))?;
    Ok(fits && known)
}

pub(crate) async fn programme_of(
    tx: &mut Tx,
    id: Id<sleutel_domain::access::Programme>,
) -> Result<ProgrammeRow, ActionError> {
    rows::programmes(tx)
        .await?
        .into_iter()
        .find(|row| row.id == id)
        .ok_or_else(|| ActionError::Internal("an account without a programme".to_owned()))
}

fn access_line(at: Timestamp, account: &AccountRow, action: &str) -> audit::Line {
    audit::Line {
        at,
        account: Some(account.id),
        actor: format!("{} ({})", account.name, account.organisation.name),
        action: action.to_owned(),
        subject_kind: "account".to_owned(),
        subject: account.login.clone(),
        purpose: "access".to_owned(),
        detail: "{}".to_owned(),
        processing: new_uuid(),
    }
}

/// Failed log-ins, counted on a name and from an address.
pub(crate) struct Tries<'a> {
    pub(crate) by_name: &'a str,
    pub(crate) by_address: &'a str,
}

impl Tries<'_> {
    /// Holds a name or an address that failed too often lately.
    pub(crate) async fn not_too_many(&self, tx: &mut Tx, at: Timestamp) -> Result<(), ActionError> {
        let since = at - WATCH;
        if rows::login_attempts(tx, self.by_name, since).await? >= TRIES_NAME
            || rows::login_attempts(tx, self.by_address, since).await? >= TRIES_ADDRESS
        {
            return Err(Hold::TooManyTries { minutes: WATCH.as_mins() }.into());
        }
        Ok(())
    }

    pub(crate) async fn one_more(&self, tx: &mut Tx, at: Timestamp) -> Result<(), ActionError> {
        rows::add_login_attempt(tx, new_uuid(), self.by_name, at).await?;
        rows::add_login_attempt(tx, new_uuid(), self.by_address, at).await?;
        Ok(())
    }

    /// After a good log-in the name begins anew, and what is old is thrown away.
    pub(crate) async fn forget(&self, tx: &mut Tx, at: Timestamp) -> Result<(), ActionError> {
        rows::forget_attempts(tx, self.by_name, at - WATCH).await?;
        Ok(())
    }
}

/// Logs somebody in. After five failed tries on a name, or thirty from an address, in a
/// quarter of an hour, it has to wait; who is not there and who gives the wrong pass
/// phrase get the same answer.
pub async fn log_in(
    app: &App,
    login: &str,
    passphrase: &str,
    address: &str,
) -> Result<LoggedIn, ActionError> {
    let at = app.now();
    let login = login.trim().to_lowercase();
    let by_name = format!("name {}", fingerprint(&login));
    let by_address = format!("address {}", fingerprint(address));
    let _turn =
        app.door.acquire().await.map_err(|cause| ActionError::Internal(cause.to_string()))?;
    let tries = Tries { by_name: &by_name, by_address: &by_address };
    let mut tx = app.db.read().await?;
    tries.not_too_many(&mut tx, at).await?;
    let account = rows::account_by_login(&mut tx, &login).await?;
    drop(tx);
    let usable = account.filter(|account| account.active);
    let fits =
        passphrase_fits(passphrase, usable.as_ref().map(|row| row.password_hash.clone())).await?;
    let mut tx = app.db.write().await?;
    let Some(account) = usable.clone().filter(|_| fits) else {
        tries.one_more(&mut tx, at).await?;
        if let Some(account) = usable {
            let line = access_line(at, &account, "log-in-failed");
            audit::append(&mut tx, account.programme, &line).await?;
        }
        tx.commit().await?;
        return Err(Hold::WrongLogin.into());
    };
    tries.forget(&mut tx, at).await?;
    let token = random_token()?;
    let session = SessionRow {
        account: account.id,
        csrf: random_token()?,
        seen_at: at,
        expires_at: at + IDLE,
    };
    rows::add_session(&mut tx, account.programme, &fingerprint(&token), &session).await?;
    audit::append(&mut tx, account.programme, &access_line(at, &account, "log-in")).await?;
    tx.commit().await?;
    Ok(LoggedIn { token, person: account.into() })
}

/// Who a token belongs to; `None` when it has ended. Use keeps a session alive.
pub async fn session(app: &App, token: &str) -> Result<Option<Session>, ActionError> {
    let at = app.now();
    let hash = fingerprint(token);
    let mut tx = app.db.read().await?;
    let Some(row) = rows::session(&mut tx, &hash).await?.filter(|row| row.expires_at > at) else {
        return Ok(None);
    };
    let Some(account) =
        rows::account_by_id(&mut tx, row.account).await?.filter(|account| account.active)
    else {
        return Ok(None);
    };
    let programme = programme_of(&mut tx, account.programme).await?;
    let person = Person::on(&mut tx, account, app.today()).await?;
    drop(tx);
    // Written at most once in five minutes, so that reading a page is not a write.
    if at.duration_since(row.seen_at) > SignedDuration::from_mins(5) {
        let mut tx = app.db.write().await?;
        rows::touch_session(&mut tx, &hash, at, at + IDLE).await?;
        tx.commit().await?;
    }
    Ok(Some(Session { who: Who::Person { person, programme }, csrf: row.csrf }))
}

/// Ends a session.
pub async fn log_out(app: &App, who: &Who, token: &str) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeOwnAccount).await?;
    rows::end_session(&mut act.tx, &fingerprint(token)).await?;
    let login = who.person().map(|person| person.login.clone()).unwrap_or_default();
    act.log("account", &login, &json!({ "what": "log-out" })).await?;
    act.commit().await
}

/// Keeps the language somebody chose.
pub async fn set_language(app: &App, who: &Who, language: Language) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeOwnAccount).await?;
    let Some(person) = who.person() else { return Err(ActionError::NotFound) };
    rows::set_language(&mut act.tx, person.account, language).await?;
    act.log("account", &person.login, &json!({ "language": language.code() })).await?;
    act.commit().await
}

/// Changes one's own pass phrase and ends all one's sessions.
pub async fn change_passphrase(
    app: &App,
    who: &Who,
    old: &str,
    new: &str,
    again: &str,
) -> Result<(), ActionError> {
    let Some(person) = who.person() else { return Err(ActionError::NotFound) };
    let mut tx = app.db.read().await?;
    let hash = rows::account_by_id(&mut tx, person.account).await?.map(|row| row.password_hash);
    drop(tx);
    let mut errors = Vec::new();
    if !passphrase_fits(old, hash).await? {
        errors.push(FieldError { field: "old".to_owned(), fault: FieldFault::WrongPassphrase });
    }
    if new.chars().count() < SHORTEST_PASSPHRASE {
        let fault = FieldFault::TooShort { least: SHORTEST_PASSPHRASE };
        errors.push(FieldError { field: "new".to_owned(), fault });
    }
    if new != again {
        errors.push(FieldError { field: "again".to_owned(), fault: FieldFault::NotTheSame });
    }
    if !errors.is_empty() {
        return Err(ActionError::Fields(errors));
    }
    let hash = hash_passphrase(new).await?;
    let mut act = app.begin(who, Action::ChangeOwnAccount).await?;
    rows::set_password(&mut act.tx, person.account, &hash).await?;
    act.log("account", &person.login, &json!({ "what": "pass phrase" })).await?;
    act.commit().await
}

/// An account to be added.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// What they will type to log in; kept in lower case.
    pub login: String,
    /// Their name.
    pub name: String,
    /// What they are there for.
    pub role: Role,
    /// Whom they work for.
    pub organisation: OrganisationCode,
    /// Their first pass phrase.
    pub passphrase: String,
}

/// Adds an account. Every field that is wrong is told at once.
pub async fn add_account(app: &App, who: &Who, new: &NewAccount) -> Result<(), ActionError> {
    let mut errors = Vec::new();
    let mut bad = |field: &str, fault| errors.push(FieldError { field: field.to_owned(), fault });
    let login = new.login.trim().to_lowercase();
    if login.is_empty() {
        bad("login", FieldFault::Required);
    } else if let Some(_c) = login.chars().find(|c| !(c.is_alphanumeric() || "._-@".contains(*c))) {
        bad("login", FieldFault::Character);
    }
    if new.name.trim().is_empty() {
        bad("name", FieldFault::Required);
    }
    if new.passphrase.chars().count() < SHORTEST_PASSPHRASE {
        bad("passphrase", FieldFault::TooShort { least: SHORTEST_PASSPHRASE });
    }
    // Hashing takes memory, so nobody gets it who may not add an account anyway.
    drop(app.look(who, Action::ManageAccounts).await?);
    let hash = hash_passphrase(&new.passphrase).await?;
    let mut act = app.begin(who, Action::ManageAccounts).await?;
    let organisation = rows::organisations(&mut act.tx, act.programme)
        .await?
        .into_iter()
        .find(|row| row.code == new.organisation);
    match &organisation {
        None => bad("organisation", FieldFault::Unknown),
        Some(organisation) if !new.role.fits(organisation.kind) => {
            bad("role", FieldFault::NotAChoice);
        }
        Some(_) => {}
    }
    if rows::account_by_login(&mut act.tx, &login).await?.is_some() {
        bad("login", FieldFault::Taken);
    }
    let (true, Some(organisation)) = (errors.is_empty(), organisation) else {
        return Err(ActionError::Fields(errors));
    };
    let row = AccountRow {
        id: Id::new(new_uuid()),
        programme: act.programme,
        organisation,
        login: login.clone(),
        name: new.name.trim().to_owned(),
        role: new.role,
        language: None,
        password_hash: hash,
        active: true,
    };
    rows::add_account(&mut act.tx, &row, act.at).await?;
    act.log("account", &login, &json!({ "role": new.role.code(), "what": "added" })).await?;
    act.commit().await
}

/// Opens or closes somebody's account.
pub async fn set_active(
    app: &App,
    who: &Who,
    login: &str,
    active: bool,
) -> Result<u32, ActionError> {
    let mut act = app.begin(who, Action::ManageAccounts).await?;
    let account = rows::account_by_login(&mut act.tx, login)
        .await?
        .filter(|account| account.programme == act.programme)
        .ok_or(ActionError::NotFound)?;
    rows::set_active(&mut act.tx, account.id, active).await?;
    let mut files = 0;
    if !active {
        messages::follow_address(&mut act.tx, account.id, None, act.at).await?;
        files = colleagues::tell_of_files_left(&mut act, &account).await?;
    }
    act.log("account", login, &json!({ "active": active, "files": files })).await?;
    act.commit().await?;
    Ok(files)
}

/// All accounts of the programme.
pub async fn accounts(app: &App, who: &Who) -> Result<Vec<AccountRow>, ActionError> {
    let mut act = app.look(who, Action::ManageAccounts).await?;
    Ok(rows::accounts(&mut act.tx, act.programme).await?)
}

/// The organisations of the programme, for the form of a new account.
pub async fn organisations(app: &App, who: &Who) -> Result<Vec<OrganisationRow>, ActionError> {
    let mut act = app.look(who, Action::ManageAccounts).await?;
    Ok(rows::organisations(&mut act.tx, act.programme).await?)
}

/// The programme an operator at the command line works in: the only one, or the one with
/// this code. `None` when there is none yet.
pub async fn operator(
    app: &App,
    name: &str,
    programme: Option<&str>,
) -> Result<Option<Who>, ActionError> {
    let mut tx = app.db.read().await?;
    let found = rows::programmes(&mut tx)
        .await?
        .into_iter()
        .find(|row| programme.is_none_or(|code| row.code == code));
    Ok(found.map(|programme| Who::Operator { name: name.to_owned(), programme }))
}

/// Starts a programme in an installation, by the operator at the command line.
pub async fn start_programme(
    app: &App,
    operator: &str,
    code: &str,
    name: &str,
    demo: bool,
) -> Result<Who, ActionError> {
    let mut tx = app.db.write().await?;
    let row = ProgrammeRow {
        id: Id::new(new_uuid()),
        code: code.to_owned(),
        name: name.to_owned(),
        demo,
    };
    rows::add_programme(&mut tx, &row, app.now()).await?;
    let who = Who::Operator { name: operator.to_owned(), programme: row.clone() };
    let line = audit::Line {
        at: app.now(),
        account: None,
        actor: who.label(),
        action: "start-programme".to_owned(),
        subject_kind: "programme".to_owned(),
        subject: code.to_owned(),
        purpose: "access".to_owned(),
        detail: json!({ "demo": demo }).to_string(),
        processing: new_uuid(),
    };
    audit::append(&mut tx, row.id, &line).await?;
    tx.commit().await?;
    Ok(who)
}

/// Makes a programme that holds nobody yet into one in which everybody is invented, so
/// that a demo can be put into a city's own neighbourhoods. Never a programme with people
/// or accounts in it: the pass phrase of a demo is public.
pub async fn become_demo(app: &App, who: &Who, code: &str, name: &str) -> Result<Who, ActionError> {
    let mut act = app.begin(who, Action::ManageAccounts).await?;
    let Who::Operator { name: operator, programme } = who else {
        return Err(ActionError::NotFound);
    };
    let people = participants::references(&mut act.tx, programme.id).await?;
    let accounts = rows::accounts(&mut act.tx, programme.id).await?;
    if !people.is_empty() || !accounts.is_empty() {
        return Err(Hold::NotEmpty.into());
    }
    let row =
        ProgrammeRow { id: programme.id, code: code.to_owned(), name: name.to_owned(), demo: true };
    rows::save_programme(&mut act.tx, &row).await?;
    act.log("programme", code, &json!({ "demo": true })).await?;
    act.commit().await?;
    Ok(Who::Operator { name: operator.clone(), programme: row })
}

/// What the log-in page needs to know before anybody logs in: the programme's name and
/// whether everything in it is invented.
pub async fn greeting(app: &App) -> Result<Option<ProgrammeRow>, ActionError> {
    let mut tx = app.db.read().await?;
    Ok(rows::programmes(&mut tx).await?.into_iter().next())
}
