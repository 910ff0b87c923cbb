//! The commands with what they take. What they say about themselves is in
//! `locales/*/cli.ftl`; [`crate::help`] puts it in.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use sleutel_domain::messages::MailState;

#[derive(Debug, Parser)]
#[command(name = "sleutel", version, propagate_version = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) general: General,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct General {
    #[arg(long, global = true, env = "SLEUTEL_CONFIG", value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[arg(long, global = true, env = "SLEUTEL_LANGUAGE", value_name = "nl|en")]
    pub(crate) language: Option<String>,
    #[arg(long, global = true, env = "SLEUTEL_LOG", value_name = "FILTER")]
    pub(crate) log: Option<String>,
    #[arg(long, global = true, env = "SLEUTEL_LOG_FORMAT", value_name = "text|json")]
    pub(crate) log_format: Option<String>,
}

/// Which database, and which programme in it.
#[derive(Debug, Clone, Args)]
pub(crate) struct Where {
    #[arg(long, env = "SLEUTEL_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub(crate) database_url: Option<String>,
    #[arg(long, env = "SLEUTEL_PROGRAMME", value_name = "CODE")]
    pub(crate) programme: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Demo(Demo),
    Serve(Serve),
    Migrate(Migrate),
    Import(Import),
    Place(Place),
    Solve(Solve),
    Check(Check),
    Replay(Again),
    Lot(Lot),
    Shares(Shares),
    Simulate(Simulate),
    Calibrate(Calibrate),
    VerifyLog(VerifyLog),
    Method(Method),
    #[command(subcommand)]
    Routes(Routes),
    #[command(subcommand)]
    Forms(Forms),
    #[command(subcommand)]
    Outbox(Outbox),
    #[command(subcommand)]
    Documents(Documents),
    #[command(subcommand)]
    Account(Account),
    #[command(subcommand)]
    Programme(Programme),
    #[command(subcommand)]
    Paper(Paper),
    Completions(Completions),
    Man(Man),
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[arg(long, env = "SLEUTEL_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub(crate) database_url: Option<String>,
    #[arg(long, env = "SLEUTEL_LISTEN", value_name = "ADDRESS")]
    pub(crate) listen: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    #[command(flatten)]
    pub(crate) documents: DocumentDesk,
    #[arg(long)]
    pub(crate) fresh: bool,
    #[arg(long, value_name = "DIR", conflicts_with = "fresh")]
    pub(crate) write: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) at: Where,
    #[arg(long, env = "SLEUTEL_LISTEN", value_name = "ADDRESS")]
    pub(crate) listen: Option<String>,
    #[arg(
        long,
        env = "SLEUTEL_HTTPS_BEHIND_PROXY",
        value_name = "true|false",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true"
    )]
    pub(crate) https_behind_proxy: Option<bool>,
    #[arg(long, env = "SLEUTEL_ROUTES", value_name = "DIR")]
    pub(crate) routes: Option<PathBuf>,
    #[arg(long, env = "SLEUTEL_FORMS", value_name = "DIR")]
    pub(crate) forms: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) mail: Mail,
    #[command(flatten)]
    pub(crate) documents: DocumentDesk,
}

/// Where the keys of documents are, and who checks content.
#[derive(Debug, Clone, Args)]
pub(crate) struct DocumentDesk {
    #[arg(long, env = "SLEUTEL_DOCUMENT_KEY", value_name = "FILE")]
    pub(crate) document_key: Option<PathBuf>,
    #[arg(long, env = "SLEUTEL_SCANNER", value_name = "HOST:PORT")]
    pub(crate) scanner: Option<String>,
}

/// The mail server, and what mails say of ourselves. The server's address may hold a pass
/// phrase, so it is no flag: flags can be read by everybody on the machine.
#[derive(Debug, Clone, Args)]
pub(crate) struct Mail {
    #[arg(long, env = "SLEUTEL_MAIL_FROM", value_name = "ADDRESS")]
    pub(crate) mail_from: Option<String>,
    #[arg(long, env = "SLEUTEL_PUBLIC_URL", value_name = "URL")]
    pub(crate) public_url: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Migrate {
    #[arg(long, env = "SLEUTEL_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub(crate) database_url: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[arg(value_name = "KIND")]
    pub(crate) kind: String,
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) at: Where,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) json: bool,
    #[arg(long, value_name = "NAME")]
    pub(crate) programme_name: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Place {
    #[arg(long, value_name = "DIR")]
    pub(crate) input: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) changes: Option<usize>,
    #[arg(long, value_name = "FUTURES", value_parser = clap::value_parser!(u8).range(0..=20))]
    pub(crate) ahead: Option<u8>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Solve {
    #[arg(value_name = "INSTANCE")]
    pub(crate) instance: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) arcs: Option<PathBuf>,
    #[arg(long)]
    pub(crate) loads: bool,
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) time_limit: Option<f64>,
    #[arg(long, value_name = "FILE")]
    pub(crate) certificate: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

/// Not below zero, not without end.
fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse::<f64>().map_err(|cause| cause.to_string())?;
    if (0.0..=1e9).contains(&seconds) { Ok(seconds) } else { Err(text.to_owned()) }
}

/// Which proposals to look at again: some in the database, or one kept as a file.
#[derive(Debug, Args)]
pub(crate) struct Again {
    #[arg(value_name = "ROUND", conflicts_with = "input")]
    pub(crate) round: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "round")]
    pub(crate) number: Option<i64>,
    #[arg(long, value_name = "DIR|FILE", requires = "proposal")]
    pub(crate) input: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "input")]
    pub(crate) proposal: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) at: Where,
    #[arg(long)]
    pub(crate) json: bool,
    #[arg(long, value_name = "FUTURES", requires = "input", value_parser = clap::value_parser!(u8).range(0..=20))]
    pub(crate) ahead: Option<u8>,
}

/// The same, or a certificate with its instance.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) again: Again,
    #[arg(long, value_name = "FILE", requires = "round", conflicts_with = "number")]
    pub(crate) certificate: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "certificate")]
    pub(crate) arcs: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Lot {
    #[arg(value_name = "REFERENCE", required = true)]
    pub(crate) references: Vec<String>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: u64,
    #[arg(long, value_name = "ID", requires = "salt")]
    pub(crate) round: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "round")]
    pub(crate) salt: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Shares {
    #[arg(long, value_name = "FILE")]
    pub(crate) demand: PathBuf,
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(..=1_000_000))]
    pub(crate) total: u32,
    #[arg(long, value_name = "RULE", default_value = "equal-helped")]
    pub(crate) rule: String,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Simulate {
    #[arg(
        long,
        value_name = "POLICY",
        value_delimiter = ',',
        default_value = "staircase,omslag,housing-first"
    )]
    pub(crate) policy: Vec<String>,
    #[arg(long, value_name = "GROUP=POLICY", value_delimiter = ',')]
    pub(crate) mix: Vec<String>,
    #[arg(long, value_name = "NUMBER", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(crate) years: u32,
    #[arg(long, value_name = "NUMBER", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) replications: u32,
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "DIR")]
    pub(crate) input: Option<PathBuf>,
    #[arg(long)]
    pub(crate) certain: bool,
    #[arg(long, value_name = "DIR")]
    pub(crate) write: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Calibrate {
    #[command(flatten)]
    pub(crate) at: Where,
    #[arg(long, value_name = "DIR")]
    pub(crate) write: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Method {
    #[arg(long, conflicts_with = "markdown")]
    pub(crate) json: bool,
    #[arg(long)]
    pub(crate) markdown: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Routes {
    List(RoutesList),
    Show(RoutesShow),
    Check(RoutesCheck),
}

/// Which routes: those of a folder, or those that come with the program.
#[derive(Debug, Clone, Args)]
pub(crate) struct Folder {
    #[arg(long, env = "SLEUTEL_ROUTES", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct RoutesList {
    #[command(flatten)]
    pub(crate) folder: Folder,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(disable_version_flag = true)]
pub(crate) struct RoutesShow {
    #[arg(value_name = "ID")]
    pub(crate) route: String,
    #[arg(id = "of-version", long = "version", value_name = "NUMBER")]
    pub(crate) version: Option<u16>,
    #[command(flatten)]
    pub(crate) folder: Folder,
    #[arg(long, conflicts_with = "toml")]
    pub(crate) json: bool,
    #[arg(long)]
    pub(crate) toml: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RoutesCheck {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Forms {
    List(FormsList),
    Show(FormsShow),
    Check(FormsCheck),
}

#[derive(Debug, Args)]
pub(crate) struct FormsList {
    #[arg(long, env = "SLEUTEL_FORMS", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(disable_version_flag = true)]
pub(crate) struct FormsShow {
    #[arg(value_name = "ID")]
    pub(crate) form: String,
    #[arg(id = "of-version", long = "version", value_name = "NUMBER")]
    pub(crate) version: Option<u16>,
    #[arg(long, env = "SLEUTEL_FORMS", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct FormsCheck {
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct VerifyLog {
    #[command(flatten)]
    pub(crate) at: Where,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Outbox {
    Send(OutboxSend),
    List(OutboxList),
}

#[derive(Debug, Args)]
pub(crate) struct OutboxSend {
    #[command(flatten)]
    pub(crate) at: Where,
    #[command(flatten)]
    pub(crate) mail: Mail,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Documents {
    NewKey(DocumentsNewKey),
    Check(DocumentsCheck),
    Rekey(DocumentsCheck),
    List(DocumentsList),
}

#[derive(Debug, Args)]
pub(crate) struct DocumentsNewKey {
    #[arg(long, env = "SLEUTEL_DOCUMENT_KEY", value_name = "FILE")]
    pub(crate) document_key: Option<PathBuf>,
    #[arg(long)]
    pub(crate) add: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DocumentsCheck {
    #[command(flatten)]
    pub(crate) at: Where,
    #[command(flatten)]
    pub(crate) documents: DocumentDesk,
    #[arg(long)]
    pub(crate) json: bool,
}

/// Which versions of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum DocumentState {
    All,
    InQuarantine,
    Released,
    Refused,
}

impl DocumentState {
    /// The word lists are filtered by; empty for all.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::All => "",
            Self::InQuarantine => "in-quarantine",
            Self::Released => "released",
            Self::Refused => "refused",
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct DocumentsList {
    #[command(flatten)]
    pub(crate) at: Where,
    #[arg(long, value_name = "STATE", default_value = "in-quarantine")]
    pub(crate) state: DocumentState,
    #[arg(long, value_name = "NUMBER", default_value_t = 100)]
    pub(crate) most: u32,
    #[arg(long)]
    pub(crate) json: bool,
}

/// Which mails of the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum OutboxState {
    All,
    Waiting,
    Failed,
    Sent,
    GivenUp,
}

impl OutboxState {
    /// The word the outbox is filtered by; empty for all.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Waiting => MailState::Waiting.code(),
            Self::Failed => MailState::Failed.code(),
            Self::Sent => MailState::Sent.code(),
            Self::GivenUp => MailState::GivenUp.code(),
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct OutboxList {
    #[command(flatten)]
    pub(crate) at: Where,
    #[arg(long, value_name = "STATE", default_value = "all")]
    pub(crate) state: OutboxState,
    #[arg(long, value_name = "NUMBER", default_value_t = 100)]
    pub(crate) most: u32,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Account {
    Add(AccountAdd),
    List(AccountList),
    Close(AccountOne),
    Open(AccountOne),
}

#[derive(Debug, Args)]
pub(crate) struct AccountAdd {
    #[arg(value_name = "LOGIN")]
    pub(crate) login: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long, value_name = "ROLE")]
    pub(crate) role: String,
    #[arg(long, value_name = "CODE")]
    pub(crate) organisation: String,
    #[command(flatten)]
    pub(crate) at: Where,
}

#[derive(Debug, Args)]
pub(crate) struct AccountList {
    #[command(flatten)]
    pub(crate) at: Where,
}

#[derive(Debug, Args)]
pub(crate) struct AccountOne {
    #[arg(value_name = "LOGIN")]
    pub(crate) login: String,
    #[command(flatten)]
    pub(crate) at: Where,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Programme {
    Start(ProgrammeStart),
}

#[derive(Debug, Args)]
pub(crate) struct ProgrammeStart {
    #[arg(value_name = "CODE")]
    pub(crate) code: String,
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long, env = "SLEUTEL_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub(crate) database_url: Option<String>,
}

/// The templates of letters and agreements.
#[derive(Debug, Subcommand)]
pub(crate) enum Paper {
    Check(PaperCheck),
    Write(PaperWrite),
}

#[derive(Debug, Args)]
pub(crate) struct PaperCheck {
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PaperWrite {
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    #[arg(long, value_name = "DIR")]
    pub(crate) write: Option<PathBuf>,
}
