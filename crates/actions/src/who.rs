use jiff::civil::Date;
use sleutel_domain::{
    Id, OrganisationCode, Reference,
    access::{Account, GuestRole, Language, OrganisationKind, Party, Role},
};
use sleutel_store::{
    StoreError, Tx,
    access::{AccountRow, OrganisationRow, ProgrammeRow},
    colleagues::{self, Pass, StoodInFor},
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
    /// The colleagues they stand in for today.
    pub stands_in: Vec<StoodInFor>,
    /// The files of others they are let in on as a guest today.
    pub guest_on: Vec<Pass>,
}

impl Person {
    /// Somebody with everything that holds for them on a day.
    pub(crate) async fn on(tx: &mut Tx, row: AccountRow, day: Date) -> Result<Self, StoreError> {
        let stands_in = colleagues::stood_in_for(tx, row.id, day).await?;
        let guest_on = colleagues::passes(tx, row.id, day).await?;
        Ok(Self { stands_in, guest_on, ..Self::from(row) })
    }

    /// The log-in names files may carry that are theirs to work on: their own first, then those
    /// of the colleagues they stand in for.
    pub fn logins(&self) -> Vec<String> {
        let others = self.stands_in.iter().map(|it| it.login.clone());
        std::iter::once(self.login.clone()).chain(others).collect()
    }

    /// Whether a file with this log-in name is theirs to work on.
    pub fn works_for(&self, login: &str) -> bool {
        self.login == login || self.stands_in_for(login).is_some()
    }

    /// The colleague with this log-in name, when they stand in for them.
    pub fn stands_in_for(&self, login: &str) -> Option<&StoodInFor> {
        self.stands_in.iter().find(|it| it.login == login)
    }

    /// What they may do on a file as a guest; `None` when they are none.
    pub fn guest_role(&self, reference: &Reference) -> Option<GuestRole> {
        self.guest_on.iter().filter(|it| it.reference == *reference).map(|it| it.role).max()
    }
}

/// Without what holds for them on a day.
impl From<AccountRow> for Person {
    fn from(row: AccountRow) -> Self {
        Self {
            account: row.id,
            login: row.login,
            name: row.name,
            role: row.role,
            organisation: row.organisation,
            language: row.language,
            stands_in: Vec::new(),
            guest_on: Vec::new(),
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

    /// The log-in names files may carry that are theirs to work on.
    pub fn logins(&self) -> Vec<String> {
        self.person().map(Person::logins).unwrap_or_default()
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
