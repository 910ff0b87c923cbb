use sleutel_domain::access::{Language, OrganisationKind, Party, Role};

use super::named;

named!(Role {
    Self::PlacementCoordinator => "role-placement-coordinator",
    Self::LettingConsultant => "role-letting-consultant",
    Self::ProgrammeManager => "role-programme-manager",
    Self::SupportWorker => "role-support-worker",
    Self::HousingOfficer => "role-housing-officer",
    Self::Administrator => "role-administrator",
});

named!(OrganisationKind {
    Self::Municipality => "organisation-kind-municipality",
    Self::Association => "organisation-kind-association",
    Self::Provider => "organisation-kind-provider",
});

named!(Party {
    Self::Participant => "party-participant",
    Self::Provider => "party-provider",
    Self::Municipality => "party-municipality",
    Self::Association => "party-association",
    Self::ThirdPerson => "party-third-person",
});

named!(Language {
    Self::Dutch => "language-nl",
    Self::English => "language-en",
});
