use sleutel_domain::homes::{Adaptation, AreaLevel, EnergyLabel, Target, VacancyStatus};

use super::named;

named!(AreaLevel {
    Self::Municipality => "area-level-municipality",
    Self::District => "area-level-district",
    Self::Area => "area-level-area",
    Self::Quarter => "area-level-quarter",
    Self::Neighbourhood => "area-level-neighbourhood",
    Self::Complex => "area-level-complex",
});

named!(Adaptation {
    Self::Ordinary => "adaptation-ordinary",
    Self::StepFree => "adaptation-step-free",
    Self::Wheelchair => "adaptation-wheelchair",
});

named!(Target {
    Self::General => "target-general",
    Self::Youth => "target-youth",
    Self::FiftyFivePlus => "target-fifty-five-plus",
    Self::CommunityHouse => "target-community-house",
});

named!(EnergyLabel {
    Self::A => "energy-label-a",
    Self::B => "energy-label-b",
    Self::C => "energy-label-c",
    Self::D => "energy-label-d",
    Self::E => "energy-label-e",
    Self::F => "energy-label-f",
    Self::G => "energy-label-g",
});

named!(VacancyStatus {
    Self::Open => "vacancy-status-open",
    Self::Decided => "vacancy-status-decided",
    Self::Withdrawn => "vacancy-status-withdrawn",
});
