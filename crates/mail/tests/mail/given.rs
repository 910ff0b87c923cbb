//! A small city in a file, with one file of a household and who works on it.

use jiff::{SignedDuration, Timestamp};
use sleutel_actions::{
    App, Clock, Who,
    access::{self, NewAccount},
    import::{Incoming, bring_in},
    messages::{self, MailDraft},
    participants::{self, ParticipantDraft},
};
use sleutel_domain::{Reference, access::Role, participants::Member};
use sleutel_exchange::Records;
use sleutel_mail::{MailServer, Mailer};
use sleutel_store::{Db, Window, messages::MailRow};
use tempfile::TempDir;

const PASSPHRASE: &str = "een lange wachtzin";

pub(crate) struct City {
    pub(crate) app: App,
    pub(crate) operator: Who,
    pub(crate) address: String,
    coordinator: Who,
    worker: Who,
    _folder: TempDir,
}

fn start() -> Timestamp {
    "2026-06-15T08:00:00Z".parse().unwrap()
}

fn file() -> Reference {
    Reference::new("D-0001").unwrap()
}

/// The demo city with one household and nothing on offer.
fn records() -> Vec<Incoming> {
    let mut all = sleutel_demo::invented(1, jiff::civil::date(2026, 6, 15)).records();
    all.retain(|it| {
        matches!(
            it,
            Records::Organisations(_)
                | Records::Areas(_)
                | Records::GroupQuotas(_)
                | Records::Participants(_)
        )
    });
    for records in &mut all {
        if let Records::Participants(rows) = records {
            rows.retain(|it| it.record.reference == file());
        }
    }
    all.into_iter().map(|records| Incoming { file: records.kind().file_name(), records }).collect()
}

impl City {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite:{}", folder.path().join("city.db").display());
        let app = App::new(Db::open(&address).await.unwrap(), Clock::Fixed(start()));
        let operator = access::start_programme(&app, "test", "town", "Town", true).await.unwrap();
        let report = bring_in(&app, &operator, &records(), false, &mut |_, _| {}).await.unwrap();
        assert!(report.kept, "{:?}", report.findings.first());
        let file = participants::view(&app, &operator, &file()).await.unwrap().file;
        let worker = file.worker.unwrap().to_string();
        let account = async |login: &str, role| {
            let new = NewAccount {
                login: login.to_owned(),
                name: "Noor Winterberg".to_owned(),
                role,
                organisation: file.provider.clone(),
                passphrase: PASSPHRASE.to_owned(),
            };
            access::add_account(&app, &operator, &new).await.unwrap();
            let session = access::log_in(&app, login, PASSPHRASE, "192.0.2.1").await.unwrap();
            access::session(&app, &session.token).await.unwrap().unwrap().who
        };
        let worker = account(&worker, Role::SupportWorker).await;
        let coordinator = account("coordinator", Role::PlacementCoordinator).await;
        Self { app, operator, address, coordinator, worker, _folder: folder }
    }

    /// The same at a later moment.
    pub(crate) fn later(&self, minutes: i64) -> App {
        let now = start() + SignedDuration::from_mins(minutes);
        let mut app = self.app.clone();
        app.clock = Clock::Fixed(now);
        app
    }

    /// The support worker wants a mail for each message, here.
    pub(crate) async fn wants_mail(&self) {
        let draft = MailDraft { email: "noor@zorg.example".to_owned(), mail: "each".to_owned() };
        messages::save_settings(&self.app, &self.worker, &draft).await.unwrap();
    }

    /// So many times: something new for the support worker, who reads it at once.
    pub(crate) async fn news(&self, times: usize) {
        for _ in 0..times {
            let view = participants::view(&self.app, &self.coordinator, &file()).await.unwrap();
            let draft = ParticipantDraft::from(&view.file);
            participants::save_participant(&self.app, &self.coordinator, &draft).await.unwrap();
            messages::mark_all_read(&self.app, &self.worker).await.unwrap();
        }
    }

    /// The household's people.
    pub(crate) async fn members(&self) -> Vec<Member> {
        let view = participants::view(&self.app, &self.coordinator, &file()).await.unwrap();
        view.file.members
    }

    /// All mails, newest first.
    pub(crate) async fn mails(&self) -> Vec<MailRow> {
        let window = Window { offset: 0, limit: 100 };
        messages::outbox(&self.app, &self.operator, "", window).await.unwrap().page.rows
    }
}

pub(crate) fn mailer(port: u16) -> Mailer {
    let server = MailServer {
        url: format!("smtp://127.0.0.1:{port}"),
        from: "sleutel@city.example".to_owned(),
        public_url: "https://sleutel.city.example/".to_owned(),
    };
    Mailer::new(&server).unwrap()
}
