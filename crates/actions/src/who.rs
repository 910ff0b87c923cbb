use sleutel_domain::{
    Id, OrganisationCode,
    access::{Account, Language, OrganisationKind, Party, Role},
};
use sleutel_store::{
    access::{AccountRow, OrganisationRow, ProgrammeRow},
    window::ResidentRow,
};

/// Somebody who logged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their account.
    pub account: Id<Account>,
    /// What they type to log in; a support worker's files carry it.
    pub login: String,
    /// Their name.
    pub name: String,
    /// What they are there for.
    pub role: Role,
    /// Whom they work for.
    pub organisation: OrganisationRow,
    /// The language they chose.
    pub language: Option<Language>,
}

impl From<AccountRow> for Person {
    fn from(row: AccountRow) -> Self {
        Self {
            account: row.id,
            login: row.login,
            name: row.name,
            role: row.role,
            organisation: row.organisation,
            language: row.language,
        }
    }
}

/// Who acts, in which programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Nobody has logged in.
    Nobody,
    /// Somebody has.
    Person {
        /// Who.
        person: Person,
        /// Where.
        programme: ProgrammeRow,
    },
    /// Whoever runs the installation, at the command line, with the database itself in
    /// their hands. The log says so.
    Operator {
        /// The name of the account on the machine.
        name: String,
        /// Where.
        programme: ProgrammeRow,
    },
    /// The person a file is about, at their own window ("deelnemer"). Which file that is comes
    /// from their session, never from an address.
    Resident {
        /// Who.
        resident: ResidentRow,
        /// Where.
        programme: ProgrammeRow,
    },
}

impl Who {
    /// The programme, when somebody acts.
    pub fn programme(&self) -> Option<&ProgrammeRow> {
        match self {
            Self::Nobody => None,
            Self::Person { programme, .. }
            | Self::Operator { programme, .. }
            | Self::Resident { programme, .. } => Some(programme),
        }
    }

    /// The person, when somebody logged in.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person { person, .. } => Some(person),
            Self::Nobody | Self::Operator { .. } | Self::Resident { .. } => None,
        }
    }

    /// The person a file is about, when they are at their own window.
    pub fn resident(&self) -> Option<&ResidentRow> {
        match self {
            Self::Resident { resident, .. } => Some(resident),
            Self::Nobody | Self::Person { .. } | Self::Operator { .. } => None,
        }
    }

    /// The party they act for; nobody and the operator act for none.
    pub fn party(&self) -> Option<Party> {
        match self {
            Self::Resident { .. } => Some(Party::Participant),
            Self::Nobody | Self::Person { .. } | Self::Operator { .. } => {
                self.kind().map(Party::from)
            }
        }
    }

    /// The account, when somebody logged in.
    pub fn account(&self) -> Option<Id<Account>> {
        self.person().map(|person| person.account)
    }

    /// Name and organisation, as the log keeps them; of the person a file is about no name,
    /// but that it was themselves.
    pub fn label(&self) -> String {
        match self {
            Self::Nobody => "-".to_owned(),
            Self::Person { person, .. } => {
                format!("{} ({})", person.name, person.organisation.name)
            }
            Self::Operator { name, .. } => format!("{name} (command line)"),
            Self::Resident { resident, .. } => format!("{} (participant)", resident.reference),
        }
    }

    /// Whom they work for.
    pub fn organisation(&self) -> Option<&OrganisationCode> {
        self.person().map(|person| &person.organisation.code)
    }

    /// The kind of organisation they work for.
    pub fn kind(&self) -> Option<OrganisationKind> {
        self.person().map(|person| person.organisation.kind)
    }
}
