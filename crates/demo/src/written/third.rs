//! D-0021 to D-0030.

use sleutel_domain::{
    Answer,
    homes::Adaptation,
    participants::{LivingSituation, MemberRole, Readiness, Strength, TieKind},
};

use super::person::{Person, Scene, Spot};
use crate::{people::People, sure};

pub(super) fn people(scene: Scene<'_>, people: &mut People) {
    Person::new(scene, "D-0021", ("Rudolf", "Tiendeveldink"), 61, "shelter-adults", 1_890)
        .at(3, 0)
        .limits(|limits| limits.stairs = Answer::Known(1))
        .says(
            "Ik vraag al vijf jaar hetzelfde: een kamer met een deur die van mij is.",
            "Ik kan wachten, dat heb ik wel bewezen.",
            "Dat iemand mij belt als er iets verandert.",
        )
        .joins(people);
    Person::new(scene, "D-0022", ("Amadou", "Diallobi"), 28, "status-holders", 35)
        .at(3, 1)
        .with(|file| file.readiness = Readiness::Ready { since: scene.today })
        .joins(people);
    Person::new(scene, "D-0023", ("Geertruida", "Eikenoord"), 66, "informal-carers", 410)
        .at(3, 2)
        .other(MemberRole::Other, ("Sven", "Eikenoord"), 20, Some(true))
        .limits(|limits| limits.stairs = Answer::Known(1))
        .prefers(Spot::Quarter(12), Strength::Strong, "Wij zorgen samen voor mijn broer hier")
        .knows(Spot::Hood(12), TieKind::Family, "broer")
        .joins(people);
    for (reference, provider, waited) in [("D-0024", 4, 330), ("D-0025", 5, 345)] {
        Person::new(scene, reference, ("Layla", "Al-Shahami"), 32, "status-holders", waited)
            .at(provider, 0)
            .joins(people);
    }
    Person::new(scene, "D-0026", ("Jeroen", "Zwaluwmeent"), 38, "from-shared-living", 270)
        .at(5, 1)
        .limits(|limits| {
            limits.smokes = Answer::Known(true);
            limits.sharing = Answer::Known(true);
            limits.rent = Answer::Known(sure::cents(52_000));
        })
        .prefers(Spot::Hood(11), Strength::Strong, "Ik eet graag samen met anderen")
        .joins(people);
    Person::new(scene, "D-0027", ("Chidi", "Okonwefosu"), 45, "new-chance", 610)
        .at(6, 0)
        .prefers(Spot::Street(2, 1), Strength::Strong, "Mijn broer woont in deze straat")
        .knows(Spot::Street(2, 1), TieKind::Family, "broer")
        .excluded(
            Spot::Street(2, 1),
            Some(scene.ago(1)),
            "Rust voor bewoner en buren; afspraak tussen partners",
        )
        .joins(people);
    Person::new(scene, "D-0028", ("Zeynep", "Kayaönder"), 40, "urgency", 520)
        .at(6, 1)
        .child(("Defne", "Kayaönder"), 6)
        .limits(|limits| limits.rent = Answer::Known(sure::cents(71_302)))
        .prefers(Spot::Hood(30), Strength::Must, "De school van Defne is hier, en mijn ouders ook")
        .knows(Spot::Hood(30), TieKind::School, "basisschool van Defne")
        .knows(Spot::Complex(30), TieKind::Family, "ouders")
        .joins(people);
    Person::new(scene, "D-0029", ("O", "'t Zand-d'Île"), 50, "omslag-adults", 150)
        .at(7, 0)
        .with(|file| file.living_situation = Some(LivingSituation::Rough))
        .joins(people);
    Person::new(scene, "D-0030", ("Walid", "Rashwaneh"), 55, "urgency", 300)
        .term_ends_in(45)
        .at(8, 0)
        .other(MemberRole::Partner, ("Hanan", "Barakzou"), 51, Some(true))
        .limits(|limits| {
            limits.adaptation = Answer::Known(Adaptation::StepFree);
            limits.stairs = Answer::Known(0);
        })
        .prefers(Spot::Hood(55), Strength::Strong, "Uitzicht over het water, met een lift")
        .joins(people);
}
