//! A small town: the written people and homes of the demo city, and one account for
//! each kind of work.

use jiff::{Timestamp, civil::Date};
use sleutel_actions::{
    App, Clock, Who,
    access::{self, NewAccount},
    import::{Incoming, bring_in},
};
use sleutel_domain::{
    OrganisationCode, Reference, VacancyCode, access::Role, participants::Readiness,
};
use sleutel_exchange::{Records, records::Located};
use sleutel_store::Db;

pub(crate) const PASSPHRASE: &str = "een lange wachtzin";

pub(crate) struct Town {
    pub(crate) app: App,
    pub(crate) operator: Who,
}

pub(crate) fn now() -> Timestamp {
    "2026-06-15T08:00:00Z".parse().unwrap()
}

pub(crate) fn today() -> Date {
    jiff::civil::date(2026, 6, 15)
}

fn keep<T>(rows: &mut Vec<Located<T>>, wanted: impl Fn(&T) -> bool) {
    rows.retain(|row| wanted(&row.record));
}

/// The demo city without its generated people and homes on offer.
pub(crate) fn records() -> Vec<Records> {
    let mut all = sleutel_demo::invented(1, today()).records();
    let written = |reference: &Reference| reference.as_str().starts_with("D-");
    for records in &mut all {
        match records {
            Records::Participants(rows) => keep(rows, |it| written(&it.reference)),
            Records::Members(rows) => keep(rows, |it| written(&it.reference)),
            Records::Wishes(rows) => keep(rows, |it| written(&it.reference)),
            Records::Network(rows) => keep(rows, |it| written(&it.reference)),
            Records::Exclusions(rows) => keep(rows, |it| written(&it.reference)),
            Records::Vacancies(rows) => keep(rows, |it| it.code.as_str().starts_with("VH-")),
            Records::Together(rows) => keep(rows, |it| written(&it.link.one)),
            Records::Organisations(_)
            | Records::Areas(_)
            | Records::AreaFigures(_)
            | Records::GroupQuotas(_)
            | Records::MainGroups(_)
            | Records::AssociationTargets(_)
            | Records::Ceilings(_)
            | Records::Complexes(_)
            | Records::Dwellings(_) => {}
        }
    }
    all
}

pub(crate) fn incoming(records: Vec<Records>) -> Vec<Incoming> {
    records
        .into_iter()
        .map(|records| Incoming { file: records.kind().file_name(), records })
        .collect()
}

impl Town {
    /// The town in memory.
    pub(crate) async fn new() -> Self {
        Self::on(Db::open("sqlite::memory:").await.unwrap()).await
    }

    pub(crate) async fn on(db: Db) -> Self {
        let app = App::new(db, Clock::Fixed(now()));
        let operator = access::start_programme(&app, "test", "town", "Town", true).await.unwrap();
        let report =
            bring_in(&app, &operator, &incoming(records()), false, &mut |_, _| {}).await.unwrap();
        assert!(report.kept, "{:?}", report.findings.first());
        Self { app, operator }
    }

    /// Somebody of an organisation, with an account made for them.
    pub(crate) async fn person(&self, login: &str, role: Role, organisation: &str) -> Who {
        let new = NewAccount {
            login: login.to_owned(),
            name: format!("Name of {login}"),
            role,
            organisation: OrganisationCode::new(organisation).unwrap(),
            passphrase: PASSPHRASE.to_owned(),
        };
        access::add_account(&self.app, &self.operator, &new).await.unwrap();
        let session = access::log_in(&self.app, login, PASSPHRASE, "192.0.2.1").await.unwrap();
        access::session(&self.app, &session.token).await.unwrap().unwrap().who
    }

    pub(crate) async fn desk(&self) -> Who {
        self.person("desk", Role::PlacementCoordinator, "gemeente").await
    }
}

pub(crate) fn reference(text: &str) -> Reference {
    Reference::new(text).unwrap()
}

pub(crate) fn vacancy(text: &str) -> VacancyCode {
    VacancyCode::new(text).unwrap()
}

pub(crate) fn is_placed(readiness: &Readiness) -> bool {
    matches!(readiness, Readiness::Placed { .. })
}
