use sleutel_domain::access::{Language, OrganisationKind, Role};

use super::named;

named!(Role {
    Self::PlacementCoordinator => "role-placement-coordinator",
    Self::LettingConsultant => "role-letting-consultant",
    Self::ProgrammeManager => "role-programme-manager",
    Self::SupportWorker => "role-support-worker",
    Self::Administrator => "role-administrator",
});

named!(OrganisationKind {
    Self::Municipality => "organisation-kind-municipality",
    Self::Association => "organisation-kind-association",
    Self::Provider => "organisation-kind-provider",
});

named!(Language {
    Self::Dutch => "language-nl",
    Self::English => "language-en",
});
