//! Who may do what: one table.
//!
//! A row is an action, a column a role, a cell how far it reaches. Nobody who has not
//! logged in may do anything in the table. The operator at the command line has the
//! database itself; the table gives that too, so that it is written down.

use sleutel_domain::{
    OrganisationCode, Reference,
    access::{GuestRole, OrganisationKind, Role},
};

use crate::{Denied, Who};

/// Something a person can do or see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it; the table below is the documentation")]
pub enum Action {
    ListParticipants,
    SeeParticipant,
    SeeIdentity,
    SeeOwnWords,
    SeeHistory,
    AddParticipant,
    ChangeParticipant,
    ExportParticipants,
    SeeHomes,
    ChangeHomes,
    ChangeVacancy,
    SeeNumbers,
    ChangeNumbers,
    AssentYear,
    DecideShares,
    Import,
    SeeRounds,
    SeeProposal,
    ChangeRound,
    Propose,
    TryNumbers,
    Fix,
    Decide,
    CloseRound,
    ExportRound,
    ListAgreements,
    SeeAgreement,
    ChangeAgreement,
    ExportAgreements,
    SeeForms,
    FillForm,
    CheckForm,
    TreatForm,
    ExportForm,
    ListCases,
    SeeCase,
    SeeCaseName,
    BeginCase,
    ActOnCase,
    DecideCase,
    SeeDocuments,
    AddDocument,
    ReleaseDocument,
    EraseDocument,
    KeepDocuments,
    SeePlan,
    ChangePlan,
    AnswerPlan,
    GiveKey,
    SeeOwnFile,
    ActOnOwnFile,
    SayOwnWords,
    ChangeOwnKey,
    SeeLog,
    ManageAccounts,
    ChangeOwnAccount,
    ReadMessages,
    ManageOutbox,
    SendMail,
    ArrangeOwnLeave,
    ArrangeLeave,
    HandOverFiles,
    InviteGuest,
    BeGuest,
    SeeTasks,
    ChangeTask,
    KeepViews,
    ShareViews,
    ExportCases,
    ExportForms,
    SeeWhatIf,
    RunWhatIf,
    ChangePilot,
    ChangeObstacles,
    SetTargets,
    ChangeGroups,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 76] = [
        Self::ListParticipants,
        Self::SeeParticipant,
        Self::SeeIdentity,
        Self::SeeOwnWords,
        Self::SeeHistory,
        Self::AddParticipant,
        Self::ChangeParticipant,
        Self::ExportParticipants,
        Self::SeeHomes,
        Self::ChangeHomes,
        Self::ChangeVacancy,
        Self::SeeNumbers,
        Self::ChangeNumbers,
        Self::AssentYear,
        Self::DecideShares,
        Self::Import,
        Self::SeeRounds,
        Self::SeeProposal,
        Self::ChangeRound,
        Self::Propose,
        Self::TryNumbers,
        Self::Fix,
        Self::Decide,
        Self::CloseRound,
        Self::ExportRound,
        Self::ListAgreements,
        Self::SeeAgreement,
        Self::ChangeAgreement,
        Self::ExportAgreements,
        Self::SeeForms,
        Self::FillForm,
        Self::CheckForm,
        Self::TreatForm,
        Self::ExportForm,
        Self::ListCases,
        Self::SeeCase,
        Self::SeeCaseName,
        Self::BeginCase,
        Self::ActOnCase,
        Self::DecideCase,
        Self::SeeDocuments,
        Self::AddDocument,
        Self::ReleaseDocument,
        Self::EraseDocument,
        Self::KeepDocuments,
        Self::SeePlan,
        Self::ChangePlan,
        Self::AnswerPlan,
        Self::GiveKey,
        Self::SeeOwnFile,
        Self::ActOnOwnFile,
        Self::SayOwnWords,
        Self::ChangeOwnKey,
        Self::SeeLog,
        Self::ManageAccounts,
        Self::ChangeOwnAccount,
        Self::ReadMessages,
        Self::ManageOutbox,
        Self::SendMail,
        Self::ArrangeOwnLeave,
        Self::ArrangeLeave,
        Self::HandOverFiles,
        Self::InviteGuest,
        Self::BeGuest,
        Self::SeeTasks,
        Self::ChangeTask,
        Self::KeepViews,
        Self::ShareViews,
        Self::ExportCases,
        Self::ExportForms,
        Self::SeeWhatIf,
        Self::RunWhatIf,
        Self::ChangePilot,
        Self::ChangeObstacles,
        Self::SetTargets,
        Self::ChangeGroups,
    ];

    /// The word in the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::ListParticipants => "list-participants",
            Self::SeeParticipant => "see-participant",
            Self::SeeIdentity => "see-identity",
            Self::SeeOwnWords => "see-own-words",
            Self::SeeHistory => "see-history",
            Self::AddParticipant => "add-participant",
            Self::ChangeParticipant => "change-participant",
            Self::ExportParticipants => "export-participants",
            Self::SeeHomes => "see-homes",
            Self::ChangeHomes => "change-homes",
            Self::ChangeVacancy => "change-vacancy",
            Self::SeeNumbers => "see-numbers",
            Self::ChangeNumbers => "change-numbers",
            Self::AssentYear => "assent-year",
            Self::DecideShares => "decide-shares",
            Self::Import => "import",
            Self::SeeRounds => "see-rounds",
            Self::SeeProposal => "see-proposal",
            Self::ChangeRound => "change-round",
            Self::Propose => "propose",
            Self::TryNumbers => "try-numbers",
            Self::Fix => "fix",
            Self::Decide => "decide",
            Self::CloseRound => "close-round",
            Self::ExportRound => "export-round",
            Self::ListAgreements => "list-agreements",
            Self::SeeAgreement => "see-agreement",
            Self::ChangeAgreement => "change-agreement",
            Self::ExportAgreements => "export-agreements",
            Self::SeeForms => "see-forms",
            Self::FillForm => "fill-form",
            Self::CheckForm => "check-form",
            Self::TreatForm => "treat-form",
            Self::ExportForm => "export-form",
            Self::ListCases => "list-cases",
            Self::SeeCase => "see-case",
            Self::SeeCaseName => "see-case-name",
            Self::BeginCase => "begin-case",
            Self::ActOnCase => "act-on-case",
            Self::DecideCase => "decide-case",
            Self::SeeDocuments => "see-documents",
            Self::AddDocument => "add-document",
            Self::ReleaseDocument => "release-document",
            Self::EraseDocument => "erase-document",
            Self::KeepDocuments => "keep-documents",
            Self::SeePlan => "see-plan",
            Self::ChangePlan => "change-plan",
            Self::AnswerPlan => "answer-plan",
            Self::GiveKey => "give-key",
            Self::SeeOwnFile => "see-own-file",
            Self::ActOnOwnFile => "act-on-own-file",
            Self::SayOwnWords => "say-own-words",
            Self::ChangeOwnKey => "change-own-key",
            Self::SeeLog => "see-log",
            Self::ManageAccounts => "manage-accounts",
            Self::ChangeOwnAccount => "change-own-account",
            Self::ReadMessages => "read-messages",
            Self::ManageOutbox => "manage-outbox",
            Self::SendMail => "send-mail",
            Self::ArrangeOwnLeave => "arrange-own-leave",
            Self::ArrangeLeave => "arrange-leave",
            Self::HandOverFiles => "hand-over-files",
            Self::InviteGuest => "invite-guest",
            Self::BeGuest => "be-guest",
            Self::SeeTasks => "see-tasks",
            Self::ChangeTask => "change-task",
            Self::KeepViews => "keep-views",
            Self::ShareViews => "share-views",
            Self::ExportCases => "export-cases",
            Self::ExportForms => "export-forms",
            Self::SeeWhatIf => "see-what-if",
            Self::RunWhatIf => "run-what-if",
            Self::ChangePilot => "change-pilot",
            Self::ChangeObstacles => "change-obstacles",
            Self::SetTargets => "set-targets",
            Self::ChangeGroups => "change-groups",
        }
    }
}

/// How far an action reaches for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Not at all.
    Nothing,
    /// The files that carry their log-in name.
    Caseload,
    /// What belongs to the organisation they work for. A placement coordinator of the
    /// municipality works for the placement desk, which serves all providers.
    Own,
    /// Everything of the programme.
    All,
}

/// Whose something is, as far as the policy needs to know.
#[derive(Debug, Clone, Copy, Default)]
pub struct Subject<'a> {
    /// The organisation it belongs to: a file's provider, a home's association.
    pub organisation: Option<&'a OrganisationCode>,
    /// The log-in name of the support worker.
    pub worker: Option<&'a str>,
}

/// The table.
pub fn reach(role: Role, action: Action) -> Reach {
    use Action as A;
    use Reach::{All, Caseload, Nothing, Own};
    //                               coordinator  consultant  manager      worker    officer   administrator
    #[rustfmt::skip]
    let row: [Reach; 6] = match action {
        A::ListParticipants =>      [Own,         Nothing,    All,         Caseload, Nothing,  Nothing],
        A::SeeParticipant =>        [Own,         Nothing,    Nothing,     Caseload, Nothing,  Nothing],
        // Names and birth dates. A programme manager works with references only.
        A::SeeIdentity =>           [Own,         Nothing,    Nothing,     Caseload, Nothing,  Nothing],
        // The three questions, reasons of wishes, who is in the network: stay at the provider.
        A::SeeOwnWords =>           [Own,         Nothing,    Nothing,     Caseload, Nothing,  Nothing],
        A::SeeHistory =>            [Own,         Nothing,    Nothing,     Caseload, Nothing,  Nothing],
        A::AddParticipant =>        [Own,         Nothing,    Nothing,     Own,      Nothing,  Nothing],
        A::ChangeParticipant =>     [Own,         Nothing,    Nothing,     Caseload, Nothing,  Nothing],
        A::ExportParticipants =>    [Own,         Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        A::SeeHomes =>              [All,         All,        All,         All,      All,      All],
        A::ChangeHomes =>           [Nothing,     Own,        Nothing,     Nothing,  Nothing,  Nothing],
        A::ChangeVacancy =>         [Nothing,     Own,        Nothing,     Nothing,  Nothing,  Nothing],
        A::SeeNumbers =>            [All,         All,        All,         All,      All,      All],
        // What was agreed holds for everybody: of the coordinators, those of the placement desk.
        A::ChangeNumbers =>         [Own,         Nothing,    All,         Nothing,  Nothing,  Nothing],
        // Each partner for itself; the manager also writes down what another said.
        A::AssentYear =>            [Own,         Own,        All,         Nothing,  Nothing,  Nothing],
        // Which groups there are holds for every partner and every year: one hand writes it down.
        A::ChangeGroups =>          [Nothing,     Nothing,    All,         Nothing,  Nothing,  Nothing],
        // What the steering group decides, its secretary writes down.
        A::DecideShares =>          [Nothing,     Nothing,    All,         Nothing,  Nothing,  Nothing],
        A::Import =>                [Nothing,     Nothing,    All,         Nothing,  Nothing,  All],
        A::SeeRounds =>             [All,         All,        All,         Nothing,  Nothing,  Nothing],
        // Lines of one's own people or homes; the manager sees all, without names.
        A::SeeProposal =>           [Own,         Own,        All,         Nothing,  Nothing,  Nothing],
        // A round is the common work of all coordinators, over all providers; every step in it
        // is logged by name. Deciding is for one's own people.
        A::ChangeRound =>           [All,         Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        A::Propose =>               [All,         Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        // What if the numbers were others: a trial nobody can decide on.
        A::TryNumbers =>            [All,         Nothing,    All,         Nothing,  Nothing,  Nothing],
        A::Fix =>                   [Own,         Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        A::Decide =>                [Own,         Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        A::CloseRound =>            [All,         Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        A::ExportRound =>           [Own,         Own,        All,         Nothing,  Nothing,  Nothing],
        // Of one's own people; an association those it is a party to, with the name they carry.
        A::ListAgreements =>        [Own,         Own,        All,         Caseload, Nothing,  Nothing],
        A::SeeAgreement =>          [Own,         Own,        Nothing,     Caseload, Nothing,  Nothing],
        A::ChangeAgreement =>       [Own,         Own,        Nothing,     Caseload, Nothing,  Nothing],
        A::ExportAgreements =>      [Own,         Own,        Nothing,     Nothing,  Nothing,  Nothing],
        // A form belongs to the provider until it is sent; whoever receives it sees what their
        // party may see of it, question by question.
        A::SeeForms =>              [Own,         Own,        Nothing,     Caseload, Own,      Nothing],
        A::FillForm =>              [Own,         Nothing,    Nothing,     Caseload, Nothing,  Nothing],
        // Any colleague at the provider, but never whoever asked for it.
        A::CheckForm =>             [Own,         Nothing,    Nothing,     Own,      Nothing,  Nothing],
        A::TreatForm =>             [Nothing,     Own,        Nothing,     Nothing,  Own,      Nothing],
        // Whoever reads a form may take along on paper what they read.
        A::ExportForm =>            [Own,         Own,        Nothing,     Caseload, Own,      Nothing],
        // A file on a road: the provider's, or with a home of the association, or all for who
        // decides. The manager counts without names and opens none.
        A::ListCases =>             [Own,         Own,        All,         Caseload, All,      Nothing],
        A::SeeCase =>               [Own,         Own,        Nothing,     Caseload, All,      Nothing],
        A::SeeCaseName =>           [Own,         Nothing,    Nothing,     Caseload, All,      Nothing],
        A::BeginCase =>             [Own,         Nothing,    Nothing,     Caseload, Nothing,  Nothing],
        // Whose step it is, the road says; see `sleutel_domain::cases`.
        A::ActOnCase =>             [Own,         Own,        Nothing,     Caseload, All,      Nothing],
        A::DecideCase =>            [Nothing,     Nothing,    Nothing,     Nothing,  All,      Nothing],
        // Which of them, and whether it can be opened, says each document itself; see
        // `sleutel_domain::documents`.
        A::SeeDocuments =>          [Own,         Own,        Nothing,     Caseload, All,      Nothing],
        A::AddDocument =>           [Own,         Own,        Nothing,     Caseload, All,      Nothing],
        // The administrator looks at where it comes from, and opens none.
        A::ReleaseDocument =>       [Own,         Nothing,    Nothing,     Nothing,  Nothing,  All],
        A::EraseDocument =>         [Own,         Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        // The program itself, on behalf of whoever runs it: the scanner and the keys.
        A::KeepDocuments =>         [Nothing,     Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        // Plan, network and what to arrange: whole for the provider; of the others who have a
        // part in the file each sees what is for them, goal by goal and line by line.
        A::SeePlan =>               [Own,         Own,        Nothing,     Caseload, All,      Nothing],
        A::ChangePlan =>            [Own,         Nothing,    Nothing,     Caseload, Nothing,  Nothing],
        // For which party somebody may speak: see `plan::way_for`.
        A::AnswerPlan =>            [Own,         Own,        Nothing,     Caseload, All,      Nothing],
        // A key to the person's own window, handed over by who supports them.
        A::GiveKey =>               [Own,         Nothing,    Nothing,     Caseload, Nothing,  Nothing],
        // The person a file is about, at their own window; see `resident`.
        A::SeeOwnFile =>            [Nothing,     Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        A::ActOnOwnFile =>          [Nothing,     Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        A::SayOwnWords =>           [Nothing,     Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        A::ChangeOwnKey =>          [Nothing,     Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        A::SeeLog =>                [Nothing,     Nothing,    Nothing,     Nothing,  Nothing,  All],
        A::ManageAccounts =>        [Nothing,     Nothing,    Nothing,     Nothing,  Nothing,  All],
        A::ChangeOwnAccount =>      [All,         All,        All,         All,      All,      All],
        // Everybody their own inbox, and nobody another's.
        A::ReadMessages =>          [All,         All,        All,         All,      All,      All],
        // Addresses and where each mail stands; a mail says nothing about a person.
        A::ManageOutbox =>          [Nothing,     Nothing,    Nothing,     Nothing,  Nothing,  All],
        // The program itself, on behalf of whoever runs it.
        A::SendMail =>              [Nothing,     Nothing,    Nothing,     Nothing,  Nothing,  Nothing],
        // Everybody says when they are away and who of their own organisation stands in.
        A::ArrangeOwnLeave =>       [All,         All,        All,         All,      All,      All],
        // For somebody who is ill, say.
        A::ArrangeLeave =>          [Own,         Nothing,    Nothing,     Nothing,  Nothing,  All],
        A::HandOverFiles =>         [Own,         Nothing,    Nothing,     Caseload, Nothing,  Nothing],
        A::InviteGuest =>           [Own,         Nothing,    Nothing,     Caseload, Nothing,  Nothing],
        // One's own invitations. Who counts or runs the installation opens no files, and a
        // housing officer sees every road already.
        A::BeGuest =>               [All,         All,        Nothing,     All,      Nothing,  Nothing],
        // Tasks of one's own organisation: on files within reach, and those one has oneself.
        A::SeeTasks =>              [Own,         Own,        Nothing,     Caseload, Own,      Nothing],
        A::ChangeTask =>            [Own,         Own,        Nothing,     Caseload, Own,      Nothing],
        // Filters under a name, for oneself, or for everybody of one's organisation.
        A::KeepViews =>             [All,         All,        All,         All,      All,      All],
        A::ShareViews =>            [Own,         Nothing,    Nothing,     Nothing,  Own,      Own],
        // What one has as a list, without answers of forms; a manager without names.
        A::ExportCases =>           [Own,         Own,        All,         Nothing,  All,      Nothing],
        A::ExportForms =>           [Own,         Own,        Nothing,     Nothing,  Own,      Nothing],
        // What-ifs of the city over years: figures of nobody.
        A::SeeWhatIf =>             [All,         All,        All,         Nothing,  All,      Nothing],
        A::RunWhatIf =>             [All,         Nothing,    All,         Nothing,  Nothing,  Nothing],
        // Which files are followed together; of the coordinators, those of the placement desk.
        A::ChangePilot =>           [Own,         Nothing,    All,         Nothing,  Nothing,  Nothing],
        // One list of all partners: whoever can clear something writes it down and keeps it up to
        // date, whosever it is, under their own name. Everybody who sees the year reads it.
        A::ChangeObstacles =>       [All,         All,        All,         Nothing,  All,      Nothing],
        // How often a work agreement has to be kept: the steering group, by its secretary.
        A::SetTargets =>            [Nothing,     Nothing,    All,         Nothing,  Nothing,  Nothing],
    };
    let column = match role {
        Role::PlacementCoordinator => 0,
        Role::LettingConsultant => 1,
        Role::ProgrammeManager => 2,
        Role::SupportWorker => 3,
        Role::HousingOfficer => 4,
        Role::Administrator => 5,
    };
    row[column]
}

/// How far an action reaches for whoever acts.
pub fn reach_of(who: &Who, action: Action) -> Reach {
    match who {
        Who::Nobody => Reach::Nothing,
        Who::Resident { .. } => resident(action),
        Who::Operator { .. } => match action {
            // A machine does not decide, and neither does the person who runs it; it has
            // no inbox either.
            Action::Decide
            | Action::ChangePilot
            | Action::AssentYear
            | Action::DecideShares
            | Action::Fix
            | Action::FillForm
            | Action::CheckForm
            | Action::TreatForm
            | Action::BeginCase
            | Action::ActOnCase
            | Action::DecideCase
            | Action::SeePlan
            | Action::ChangePlan
            | Action::AnswerPlan
            | Action::SeeDocuments
            | Action::AddDocument
            | Action::ReleaseDocument
            | Action::EraseDocument
            | Action::ReadMessages
            | Action::GiveKey
            | Action::SeeOwnFile
            | Action::ActOnOwnFile
            | Action::SayOwnWords
            | Action::ChangeOwnKey
            | Action::ArrangeOwnLeave
            | Action::HandOverFiles
            | Action::InviteGuest
            | Action::BeGuest
            | Action::SeeTasks
            | Action::ChangeTask
            | Action::KeepViews
            | Action::ShareViews
            | Action::ChangeObstacles
            | Action::SetTargets
            | Action::ChangeOwnAccount => Reach::Nothing,
            Action::ListParticipants
            | Action::SeeParticipant
            | Action::SeeIdentity
            | Action::SeeOwnWords
            | Action::SeeHistory
            | Action::AddParticipant
            | Action::ChangeParticipant
            | Action::ExportParticipants
            | Action::SeeHomes
            | Action::ChangeHomes
            | Action::ChangeVacancy
            | Action::SeeNumbers
            | Action::ChangeNumbers
            | Action::ChangeGroups
            | Action::Import
            | Action::SeeRounds
            | Action::SeeProposal
            | Action::ChangeRound
            | Action::Propose
            | Action::TryNumbers
            | Action::CloseRound
            | Action::ExportRound
            | Action::ListAgreements
            | Action::SeeAgreement
            | Action::ChangeAgreement
            | Action::ExportAgreements
            | Action::SeeForms
            | Action::ExportForm
            | Action::ListCases
            | Action::SeeCase
            | Action::SeeCaseName
            | Action::KeepDocuments
            | Action::SeeLog
            | Action::ManageAccounts
            | Action::ManageOutbox
            | Action::ArrangeLeave
            | Action::ExportCases
            | Action::ExportForms
            | Action::SeeWhatIf
            | Action::RunWhatIf
            | Action::SendMail => Reach::All,
        },
        Who::Person { person, .. } => {
            let reach = reach(person.role, action);
            let desk = person.role == Role::PlacementCoordinator
                && person.organisation.kind == OrganisationKind::Municipality;
            match (desk, is_support(action) || is_of_a_caseload(action)) {
                // The desk places for all providers, but their forms and plans are not its
                // work, nor is what they keep or throw away, nor who of them has which file.
                (true, true) => Reach::Nothing,
                (true, false) if reach == Reach::Own && !is_among_colleagues(action) => Reach::All,
                _ => reach,
            }
        }
    }
}

/// How far an action reaches for the person a file is about: their own file, and nothing else.
/// What is `Own` here takes the file from the session; asked for any subject, even their own
/// reference, the answer is no.
fn resident(action: Action) -> Reach {
    let own = matches!(
        action,
        Action::SeeOwnFile | Action::ActOnOwnFile | Action::SayOwnWords | Action::ChangeOwnKey
    );
    if own { Reach::Own } else { Reach::Nothing }
}

fn is_support(action: Action) -> bool {
    matches!(
        action,
        Action::SeeForms
            | Action::FillForm
            | Action::CheckForm
            | Action::TreatForm
            | Action::ExportForm
            | Action::ExportForms
            | Action::ReleaseDocument
            | Action::EraseDocument
            | Action::SeePlan
            | Action::ChangePlan
            | Action::AnswerPlan
    )
}

fn is_of_a_caseload(action: Action) -> bool {
    matches!(action, Action::HandOverFiles | Action::InviteGuest)
}

/// What concerns the people of one organisation, the desk's own among them.
fn is_among_colleagues(action: Action) -> bool {
    matches!(
        action,
        Action::ArrangeLeave | Action::SeeTasks | Action::ChangeTask | Action::AssentYear
    )
}

/// Whether somebody may do this to anything at all; what a menu asks.
pub fn may(who: &Who, action: Action) -> bool {
    reach_of(who, action) != Reach::Nothing
}

/// Whether somebody may do this to this thing.
pub fn may_for(who: &Who, action: Action, subject: Subject<'_>) -> bool {
    match reach_of(who, action) {
        Reach::Nothing => false,
        Reach::All => true,
        Reach::Own => subject.organisation.is_some() && subject.organisation == who.organisation(),
        Reach::Caseload => {
            // Their own files, and those of whoever they stand in for today.
            subject.organisation == who.organisation()
                && who.person().is_some_and(|person| {
                    subject.worker.is_some_and(|worker| person.works_for(worker))
                })
        }
    }
}

/// The same for a file on a road, which somebody of another organisation may have been let in
/// on for a while.
pub fn may_on_file(who: &Who, action: Action, subject: Subject<'_>, reference: &Reference) -> bool {
    may_for(who, action, subject) || may_as_guest(who, action, reference)
}

/// What a guest may do: see the road as their own party sees it, and do what is their party's
/// to do when that was said. Never a participant's own file, and no name.
pub fn may_as_guest(who: &Who, action: Action, reference: &Reference) -> bool {
    who.person().and_then(|person| person.guest_role(reference)).is_some_and(|role| {
        matches!(
            (action, role),
            (Action::SeeCase, GuestRole::Look | GuestRole::TakePart)
                | (Action::ActOnCase, GuestRole::TakePart)
        )
    })
}

/// The same, as a refusal that can be shown and logged.
pub fn require(who: &Who, action: Action, subject: Subject<'_>) -> Result<(), Denied> {
    if may_for(who, action, subject) {
        Ok(())
    } else {
        Err(Denied { action, logged_in: *who != Who::Nobody })
    }
}
