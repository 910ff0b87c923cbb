//! What every page knows: the installation, and who is looking.

use std::sync::Arc;

use sleutel_domain::access::{Language, OrganisationKind, Role};
use sleutel_papers::Press;
use sleutel_words::Owner;

use crate::pages::DemoAccount;

/// One installation, as far as pages show it. Put into each request by
/// [`crate::shell::outer`].
#[derive(Debug, Clone, Default)]
pub struct Site {
    /// What the programme is called by its partners.
    pub programme: String,
    /// Everybody in it is invented; every page says so.
    pub demo: bool,
    /// Reached over HTTPS: cookies are `Secure` and browsers are told to stay.
    pub https: bool,
    /// A proxy of our own stands before us, so the last address in `X-Forwarded-For`
    /// is the visitor's.
    pub behind_proxy: bool,
    /// What the organisation publishes about its use of the method.
    pub owner: Owner,
    /// A mail server is set, so what waits in the outbox is sent.
    pub sends_mail: bool,
    /// Whom a visitor of the demo can log in as; empty elsewhere.
    pub demo_accounts: Vec<DemoAccount>,
    /// What letters and agreements are typeset with.
    pub press: Arc<Press>,
}

/// Who is logged in. Put into each request by the session layer.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// The name shown at the top of each page.
    pub name: String,
    /// The organisation this work is done for.
    pub organisation: String,
    /// What kind of organisation that is.
    pub kind: OrganisationKind,
    /// What they are there to do; decides the menu, never the rights.
    pub role: Role,
    /// The language they chose for themselves, if they did.
    pub language: Option<Language>,
    /// How many messages they have not read yet.
    pub unread: u32,
}

/// The secret of this session that every form sends back. Put into each request
/// by the session layer, logged in or not.
#[derive(Debug, Clone)]
pub struct CsrfToken(pub String);

/// One entry of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NavItem {
    /// Its address.
    pub href: &'static str,
    /// The key of its words.
    pub key: &'static str,
}

const HOME: NavItem = NavItem { href: "/", key: "nav-home" };
const PARTICIPANTS: NavItem = NavItem { href: "/participants", key: "nav-participants" };
const CASES: NavItem = NavItem { href: "/cases", key: "nav-cases" };
const DECISIONS: NavItem = NavItem { href: "/decisions", key: "nav-decisions" };
const HOMES: NavItem = NavItem { href: "/homes", key: "nav-homes" };
const AREAS: NavItem = NavItem { href: "/areas", key: "nav-areas" };
const FORMS: NavItem = NavItem { href: "/forms", key: "nav-forms" };
const ROUNDS: NavItem = NavItem { href: "/rounds", key: "nav-rounds" };
const AGREEMENTS: NavItem = NavItem { href: "/agreements", key: "nav-agreements" };
const TASKS: NavItem = NavItem { href: "/tasks", key: "nav-tasks" };
const STEERING: NavItem = NavItem { href: "/steering", key: "nav-steering" };
const COLLEAGUES: NavItem = NavItem { href: "/colleagues", key: "nav-colleagues" };
const IMPORT: NavItem = NavItem { href: "/import", key: "nav-import" };
const ACCOUNTS: NavItem = NavItem { href: "/accounts", key: "nav-accounts" };
const OUTBOX: NavItem = NavItem { href: "/outbox", key: "nav-outbox" };
const QUARANTINE: NavItem = NavItem { href: "/documents/quarantine", key: "nav-quarantine" };
const LOG: NavItem = NavItem { href: "/log", key: "nav-log" };

/// The menu of each role, in the order it is shown. The coordinators of the municipality's
/// desk have no forms of their own.
pub fn menu(role: Role, kind: OrganisationKind) -> &'static [NavItem] {
    match role {
        Role::PlacementCoordinator if kind == OrganisationKind::Municipality => &[
            HOME,
            TASKS,
            PARTICIPANTS,
            CASES,
            HOMES,
            AREAS,
            ROUNDS,
            AGREEMENTS,
            STEERING,
            COLLEAGUES,
        ],
        Role::PlacementCoordinator => &[
            HOME,
            TASKS,
            PARTICIPANTS,
            CASES,
            FORMS,
            HOMES,
            AREAS,
            ROUNDS,
            AGREEMENTS,
            STEERING,
            COLLEAGUES,
        ],
        Role::LettingConsultant => {
            &[HOME, TASKS, CASES, FORMS, HOMES, AREAS, ROUNDS, AGREEMENTS, STEERING, COLLEAGUES]
        }
        Role::ProgrammeManager => &[
            HOME,
            STEERING,
            PARTICIPANTS,
            CASES,
            HOMES,
            AREAS,
            ROUNDS,
            AGREEMENTS,
            IMPORT,
            COLLEAGUES,
        ],
        Role::SupportWorker => {
            &[HOME, TASKS, PARTICIPANTS, CASES, FORMS, HOMES, AREAS, AGREEMENTS, COLLEAGUES]
        }
        Role::HousingOfficer => {
            &[HOME, TASKS, DECISIONS, CASES, FORMS, HOMES, AREAS, STEERING, COLLEAGUES]
        }
        Role::Administrator => {
            &[HOME, HOMES, AREAS, IMPORT, ACCOUNTS, COLLEAGUES, QUARANTINE, OUTBOX, LOG]
        }
    }
}
