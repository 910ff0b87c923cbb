//! Who takes part, and who can log in.

use sleutel_domain::{
    OrganisationCode,
    access::{OrganisationKind, Role},
};
use sleutel_exchange::records::OrganisationRecord;

use crate::sure;

/// The pass phrase of every demo account.
pub const PASSPHRASE: &str = "sleutel-demo-2026";

/// Somebody who can log in to the demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoAccount {
    /// What to log in with.
    pub login: String,
    /// Whose account it is.
    pub name: String,
    /// What this person is there to do.
    pub role: Role,
    /// Where this person works.
    pub organisation: OrganisationCode,
    /// The pass phrase, the same for all; never for anything but a demo.
    pub passphrase: &'static str,
}

pub(crate) const MUNICIPALITY: &str = "gemeente";

pub(crate) const ASSOCIATIONS: &[(&str, &str)] = &[
    ("wendelhuis", "Wonen aan de Wendel"),
    ("zesroeden", "De Zesroeden"),
    ("lindebezit", "Lindebezit Wendelmonde"),
    ("kamerland", "Kamerlands Woonbezit"),
    ("nieuwevest", "Het Nieuwe Vest"),
    ("overwendel", "Overwendels Huis"),
    ("papiermolen", "Woonvereniging De Papiermolen"),
    ("zilverhaven", "Zilverhaven Wonen"),
    ("aldert", "Sint-Alderts Huizen"),
];

pub(crate) const PROVIDERS: &[(&str, &str)] = &[
    ("dagwinst", "Stichting Dagwinst"),
    ("eigendrempel", "Eigen Drempel"),
    ("lichtwaard", "Lichtwaard Begeleiding"),
    ("tussenkade", "De Tussenkade"),
    ("vastegrond", "Vaste Grond Wendelmonde"),
    ("stapsteen", "Stapsteen Overwendel"),
    ("naastedeur", "Naaste Deur"),
    ("vierdekwartier", "Het Vierde Kwartier"),
    ("wendelkompas", "Kompas aan de Wendel"),
    ("ankerendak", "Anker en Dak Wendelmonde"),
    ("rietkraag", "De Rietkraag"),
    ("kadejeugd", "Jongerenhuis Zilverkade"),
];

/// How many support workers a provider has.
const WORKERS: usize = 5;

const WORKER_GIVEN: &[&str] = &["mees", "fatima", "gerrit", "soraya", "anouk", "delano", "hatice"];
const WORKER_FAMILY: &[&str] = &[
    "kadelaar",
    "lindhout",
    "oostwendel",
    "bargoen",
    "stroomhof",
    "wolkers-vaart",
    "zandgrever",
    "rietdekker",
    "hogerwaard",
    "molenkamp",
    "vlierboom",
];

/// The log-in name of a provider's support worker.
pub(crate) fn worker(provider: usize, nth: usize) -> String {
    let at = provider * WORKERS + nth % WORKERS;
    let given = WORKER_GIVEN[at % WORKER_GIVEN.len()];
    format!("{given}.{}", WORKER_FAMILY[at % WORKER_FAMILY.len()])
}

/// The municipality, the associations and the providers.
pub(crate) fn organisations(municipality: &str) -> Vec<OrganisationRecord> {
    let record = |code: &str, name: &str, kind| OrganisationRecord {
        code: sure::organisation(code),
        name: sure::phrase(name),
        kind,
    };
    let own = [record(MUNICIPALITY, municipality, OrganisationKind::Municipality)];
    let let_homes =
        ASSOCIATIONS.iter().map(|(code, name)| (code, name, OrganisationKind::Association));
    let support = PROVIDERS.iter().map(|(code, name)| (code, name, OrganisationKind::Provider));
    own.into_iter()
        .chain(let_homes.chain(support).map(|(code, name, kind)| record(code, name, kind)))
        .collect()
}

/// The accounts: every role, two coordinators at the placement desk, and two support workers who
/// are colleagues.
pub fn accounts() -> Vec<DemoAccount> {
    [
        ("lotte.vermeer", "Lotte Vermeer", Role::PlacementCoordinator, MUNICIPALITY),
        ("samir.oldenkamp", "Samir Oldenkamp", Role::PlacementCoordinator, MUNICIPALITY),
        ("ingrid.waterpas", "Ingrid Waterpas", Role::ProgrammeManager, MUNICIPALITY),
        ("nadia.wetering", "Nadia Wetering", Role::HousingOfficer, MUNICIPALITY),
        ("beheer.demo", "Beheer Demo", Role::Administrator, MUNICIPALITY),
        ("dewi.stroomland", "Dewi Stroomland", Role::PlacementCoordinator, "dagwinst"),
        ("koen.hoogeveld", "Koen Hoogeveld", Role::PlacementCoordinator, "eigendrempel"),
        ("mees.kadelaar", "Mees Kadelaar", Role::SupportWorker, "dagwinst"),
        ("fatima.lindhout", "Fatima Lindhout", Role::SupportWorker, "dagwinst"),
        ("delano.wolkers-vaart", "Delano Wolkers-Vaart", Role::SupportWorker, "eigendrempel"),
        ("petra.leemans-kuil", "Petra Leemans-Kuil", Role::LettingConsultant, "wendelhuis"),
        ("youssef.papiermaker", "Youssef Papiermaker", Role::LettingConsultant, "papiermolen"),
    ]
    .map(|(login, name, role, organisation)| DemoAccount {
        login: login.to_owned(),
        name: name.to_owned(),
        role,
        organisation: sure::organisation(organisation),
        passphrase: PASSPHRASE,
    })
    .into()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_support_workers_share_a_log_in_name() {
        let all: BTreeSet<_> = (0..PROVIDERS.len())
            .flat_map(|at| (0..WORKERS).map(move |nth| worker(at, nth)))
            .collect();
        assert_eq!(all.len(), PROVIDERS.len() * WORKERS);
    }

    #[test]
    fn support_workers_with_an_account_have_a_caseload() {
        let with_role = accounts().into_iter().filter(|it| it.role == Role::SupportWorker);
        let logins: Vec<_> = with_role.map(|it| it.login).collect();
        assert_eq!(logins, [worker(0, 0), worker(0, 1), worker(1, 0)]);
    }

    #[test]
    fn every_account_has_a_role_its_organisation_may_give() {
        let organisations = organisations("Gemeente");
        for account in accounts() {
            let at = organisations.iter().find(|it| it.code == account.organisation).unwrap();
            assert!(account.role.fits(at.kind), "{}", account.login);
        }
    }
}
