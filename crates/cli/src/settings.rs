//! Settings from three places: a flag wins over the environment, the environment over
//! the file. Flags and environment come together from the command line's reader.

use std::{
    env, fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use sleutel_actions::documents::{Desk, Limits};
use sleutel_domain::access::Language;
use sleutel_exchange::register::{Category, Status, Titled};
use sleutel_mail::{BadMailServer, MailServer, Mailer};
use sleutel_safe::{Keyring, Scanner};
use sleutel_words::{Owner, Words};

use crate::{
    args::{DocumentDesk, General, Mail},
    failure::{Failure, sentence},
};

/// Where pages are served when nothing is said.
const LISTEN: &str = "127.0.0.1:8080";

/// What the file may say.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    database_url: Option<String>,
    listen: Option<String>,
    https_behind_proxy: Option<bool>,
    programme: Option<String>,
    routes: Option<PathBuf>,
    forms: Option<PathBuf>,
    smtp_url: Option<String>,
    mail_from: Option<String>,
    public_url: Option<String>,
    language: Option<String>,
    log: Option<String>,
    log_format: Option<String>,
    papers: Option<PathBuf>,
    document_key: Option<PathBuf>,
    scanner: Option<String>,
    document_most_mb: Option<u32>,
    documents_of_one_most_mb: Option<u32>,
    #[serde(default)]
    register: Register,
}

/// What the organisation publishes about its use of the method: the fields of the
/// algorithm register that only it can fill in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Register {
    organisation: Option<String>,
    department: Option<String>,
    contact: Option<String>,
    website: Option<String>,
    status: Option<String>,
    category: Option<String>,
    begin_date: Option<String>,
    end_date: Option<String>,
    lawful_basis: Option<String>,
    process_index_url: Option<String>,
    #[serde(default)]
    impact_tests: Vec<ImpactTest>,
    source_code: Option<String>,
    url: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ImpactTest {
    title: String,
    link: Option<String>,
}

impl Register {
    /// The words of the register by their code; a failure names the first that is none.
    fn owner(self, system: Words) -> Result<Owner, Failure> {
        let status = read(system, "register.status", self.status, Status::from_code, || {
            Status::ALL.map(Status::code).join(", ")
        })?;
        let category =
            read(system, "register.category", self.category, Category::from_code, || {
                Category::ALL.map(Category::code).join(", ")
            })?;
        let month = |name: &str, value: Option<String>| {
            read(system, name, value, a_month, || "yyyy-mm".to_owned())
        };
        let tests = self.impact_tests.into_iter();
        Ok(Owner {
            organisation: self.organisation,
            department: self.department,
            contact: self.contact,
            website: self.website,
            status,
            category,
            begin_date: month("register.begin_date", self.begin_date)?,
            end_date: month("register.end_date", self.end_date)?,
            lawful_basis: self.lawful_basis,
            process_index_url: self.process_index_url,
            impact_tests: tests.map(|it| Titled { title: it.title, link: it.link }).collect(),
            source_code: self.source_code,
            url: self.url,
        })
    }
}

/// A month as the register writes it.
fn a_month(text: &str) -> Option<String> {
    let day: jiff::civil::Date = format!("{text}-01").parse().ok()?;
    (day.strftime("%Y-%m").to_string() == text).then(|| text.to_owned())
}

fn read<T>(
    system: Words,
    name: &str,
    value: Option<String>,
    from_code: impl Fn(&str) -> Option<T>,
    allowed: impl Fn() -> String,
) -> Result<Option<T>, Failure> {
    let Some(code) = value else { return Ok(None) };
    from_code(&code).map(Some).ok_or_else(|| bad(system, name, &code, &allowed()))
}

/// The settings every command has at hand.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) words: Words,
    file: File,
    owner: Owner,
    log: Option<String>,
    log_format: Option<String>,
}

fn said(value: Option<&String>) -> Option<String> {
    value.filter(|it| !it.is_empty()).cloned()
}

impl Settings {
    pub(crate) fn read(general: &General, system: Words) -> Result<Self, Failure> {
        let file = match &general.config {
            None => File::default(),
            Some(path) => {
                let bad = |cause: String| {
                    let file = path.display().to_string();
                    let values = [("file", file.into()), ("cause", sentence(&cause).into())];
                    Failure::Use(system.t_with("cli-bad-config", &values))
                };
                let text = fs::read_to_string(path).map_err(|cause| bad(cause.to_string()))?;
                toml::from_str(&text).map_err(|cause| bad(cause.to_string()))?
            }
        };
        let language = said(general.language.as_ref()).or_else(|| file.language.clone());
        let words = match language {
            None => system,
            Some(code) => {
                let language = Language::from_code(&code);
                Words::new(language.ok_or_else(|| bad(system, "--language", &code, "nl, en"))?)
            }
        };
        let owner = file.register.clone().owner(system)?;
        Ok(Self {
            words,
            owner,
            log: said(general.log.as_ref()).or_else(|| file.log.clone()),
            log_format: said(general.log_format.as_ref()).or_else(|| file.log_format.clone()),
            file,
        })
    }

    /// What the organisation publishes about its use of the method.
    pub(crate) fn owner(&self) -> Owner {
        self.owner.clone()
    }

    /// The folder of the city's own templates for letters and agreements.
    pub(crate) fn papers(&self) -> Option<PathBuf> {
        self.file.papers.clone()
    }

    /// The database, when one was named.
    pub(crate) fn database_url(&self, given: Option<&String>) -> Option<String> {
        said(given).or_else(|| self.file.database_url.clone())
    }

    pub(crate) fn programme(&self, given: Option<&String>) -> Option<String> {
        said(given).or_else(|| self.file.programme.clone())
    }

    /// The folder with the programme's own routes, when one was named.
    pub(crate) fn routes(&self, given: Option<&PathBuf>) -> Option<PathBuf> {
        given.or(self.file.routes.as_ref()).cloned()
    }

    /// The folder with the programme's own forms, when one was named.
    pub(crate) fn forms(&self, given: Option<&PathBuf>) -> Option<PathBuf> {
        given.or(self.file.forms.as_ref()).cloned()
    }

    /// What hands mails to the mail server; `None` when none was named. An address without
    /// the other two, or one that cannot work, is a failure: silence would look like mail.
    pub(crate) fn mailer(&self, given: &Mail) -> Result<Option<Mailer>, Failure> {
        let url = env::var("SLEUTEL_SMTP_URL").ok();
        let Some(url) = said(url.as_ref()).or_else(|| self.file.smtp_url.clone()) else {
            return Ok(None);
        };
        let words = self.words;
        let missing = |name: &str| {
            Failure::Use(words.t_with("cli-mail-incomplete", &[("name", name.into())]))
        };
        let from = said(given.mail_from.as_ref()).or_else(|| self.file.mail_from.clone());
        let public_url = said(given.public_url.as_ref()).or_else(|| self.file.public_url.clone());
        let server = MailServer {
            url,
            from: from.ok_or_else(|| missing("mail_from"))?,
            public_url: public_url.ok_or_else(|| missing("public_url"))?,
        };
        Mailer::new(&server).map(Some).map_err(|cause| {
            Failure::Use(words.t(match cause {
                BadMailServer::Url => "cli-mail-bad-url",
                BadMailServer::InTheOpen => "cli-mail-in-the-open",
                BadMailServer::From => "cli-mail-bad-from",
                BadMailServer::PublicUrl => "cli-mail-bad-public-url",
            }))
        })
    }

    /// The key file of documents, when one was named.
    pub(crate) fn document_key(&self, given: Option<&PathBuf>) -> Option<PathBuf> {
        given.or(self.file.document_key.as_ref()).cloned()
    }

    /// Keys, scanner and limits of documents. A file that is named and cannot be used is a
    /// failure, and so is an address that is none; without a file there is no key.
    pub(crate) fn documents(
        &self,
        given: &DocumentDesk,
        key_file: Option<&Path>,
    ) -> Result<Desk, Failure> {
        let words = self.words;
        let keys = key_file.map(Keyring::read).transpose().map_err(|cause| {
            let file = key_file.map(|it| it.display().to_string()).unwrap_or_default();
            let cause = sentence(&cause.to_string());
            let values = [("file", file.into()), ("cause", cause.into())];
            Failure::Use(words.t_with("cli-documents-bad-key", &values))
        })?;
        let address = said(given.scanner.as_ref()).or_else(|| self.file.scanner.clone());
        let scanner = address.as_deref().map(Scanner::new).transpose().map_err(|bad| {
            Failure::Use(words.t_with("cli-documents-bad-scanner", &[("address", bad.0.into())]))
        })?;
        let mut limits = Limits::default();
        let bytes = |mb: u32| u64::from(mb.clamp(1, 100_000)).saturating_mul(1_000_000);
        limits.file = self.file.document_most_mb.map_or(limits.file, bytes);
        limits.household = self.file.documents_of_one_most_mb.map_or(limits.household, bytes);
        Ok(Desk { keys, scanner, limits })
    }

    pub(crate) fn https(&self, given: Option<bool>) -> bool {
        given.or(self.file.https_behind_proxy).unwrap_or(false)
    }

    pub(crate) fn listen(&self, given: Option<&String>) -> Result<SocketAddr, Failure> {
        let address =
            said(given).or_else(|| self.file.listen.clone()).unwrap_or_else(|| LISTEN.to_owned());
        address.parse().map_err(|_| {
            Failure::Use(self.words.t_with("cli-bad-address", &[("address", address.into())]))
        })
    }

    /// Starts the messages on standard error; `usual` is what is shown when nothing is said.
    pub(crate) fn start_log(&self, usual: &str) -> Result<(), Failure> {
        let filter = self.log.clone().unwrap_or_else(|| usual.to_owned());
        let parsed = tracing_subscriber::EnvFilter::try_new(&filter).map_err(|cause| {
            let values = [("filter", filter.into()), ("cause", cause.to_string().into())];
            Failure::Use(self.words.t_with("cli-bad-log", &values))
        })?;
        let start = tracing_subscriber::fmt().with_env_filter(parsed).with_writer(std::io::stderr);
        match self.log_format.as_deref() {
            // Only the first start of a process counts; there is one.
            Some("json") => start.json().try_init().unwrap_or_default(),
            Some("text") | None => start.try_init().unwrap_or_default(),
            Some(other) => return Err(bad(self.words, "--log-format", other, "text, json")),
        }
        Ok(())
    }
}

fn bad(words: Words, name: &str, value: &str, allowed: &str) -> Failure {
    let values = [("name", name.into()), ("value", value.into()), ("allowed", allowed.into())];
    Failure::Use(words.t_with("cli-bad-setting", &values))
}

/// The language before anything was read: of `--language`, else of the system.
pub(crate) fn language_of_the_system() -> Language {
    let mut arguments = env::args().skip_while(|it| !it.starts_with("--language"));
    let flag = arguments.next().and_then(|it| match it.split_once('=') {
        Some((_, code)) => Some(code.to_owned()),
        None => arguments.next(),
    });
    let variable = |name: &str| env::var(name).ok().filter(|it| !it.is_empty());
    let chosen = flag.or_else(|| variable("SLEUTEL_LANGUAGE"));
    if let Some(language) = chosen.as_deref().and_then(Language::from_code) {
        return language;
    }
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    match system {
        Some(name) if name.starts_with("nl") => Language::Dutch,
        Some(_) | None => Language::English,
    }
}
