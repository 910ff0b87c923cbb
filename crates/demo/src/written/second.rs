//! D-0011 to D-0020.

use sleutel_domain::{
    Answer,
    homes::Adaptation,
    participants::{
        Limits, LivingSituation, MemberRole, PriorityGround, Readiness, Strength, TieKind,
    },
};

use super::person::{Person, Scene, Spot};
use crate::{people::People, sure};

pub(super) fn people(scene: Scene<'_>, people: &mut People) {
    Person::new(scene, "D-0011", ("Pieter", "Kortekade"), 52, "shelter-adults", 690)
        .term_ends_in(50)
        .at(1, 0)
        .limits(|limits| limits.rent = Answer::Known(sure::cents(64_000)))
        .prefers(Spot::Hood(39), Strength::Must, "Ik werk hier en ik begin om vijf uur")
        .knows(Spot::Hood(39), TieKind::Activity, "werk in de bakkerij")
        .joins(people);
    Person::new(scene, "D-0012", ("Luna", "Wisselaar-Twee"), 26, "housing-first-youth", 310)
        .at(1, 0)
        .prefers(Spot::Hood(28), Strength::Must, "Mijn vrienden wonen daar")
        .avoids(Spot::District(28), Strength::Must, "Te ver van mijn opleiding")
        .says(
            "Ik wil bij mijn vrienden wonen. Maar niet aan die kant van het water.",
            "Ik kan goed tekenen en ik ben nooit te laat.",
            "Iemand die met mij uitzoekt wat ik belangrijker vind.",
        )
        .joins(people);
    let long = "van der Wolmerakker-Ó Súilleveagh-Çınaroğulları-Wiśniarewska te Kruizemeer";
    Person::new(
        scene,
        "D-0013",
        ("Maria-Magdaléna Ágnes Đurđica Šárka Ýrr", long),
        44,
        "urgency",
        200,
    )
    .at(1, 0)
    .prefers(Spot::Area(8), Strength::Slight, "Er is veel groen")
    .with(|file| file.living_situation = Some(LivingSituation::NonConventional))
    .joins(people);
    Person::new(scene, "D-0014", ("José", "Carvalhinha"), 37, "omslag-adults", 40)
        .at(1, 0)
        .limits(|limits| *limits = Limits::default())
        .with(|file| file.living_situation = None)
        .joins(people);
    let until = Some(scene.in_days(40));
    let reason = sure::phrase("Wil eerst de opleiding afmaken");
    Person::new(scene, "D-0015", ("Thirza", "Zonnehorst"), 24, "omslag-young-adults", 330)
        .at(1, 0)
        .with(|file| file.readiness = Readiness::Paused { reason, until })
        .joins(people);
    Person::new(scene, "D-0016", ("Bilal", "Zerrouqaoui"), 49, "omslag-adults", 560)
        .at(1, 0)
        .with(|file| file.readiness = Readiness::Placed { on: scene.ago(30) })
        .joins(people);
    Person::new(scene, "D-0017", ("Oksana", "Nowiczynska"), 30, "crisis-families", 12)
        .at(1, 0)
        .other(MemberRole::Child, ("Danylo", "Nowiczynski"), 5, Some(true))
        .with(|file| {
            file.born = None;
            file.readiness = Readiness::Preparing;
        })
        .joins(people);
    Person::new(scene, "D-0018", ("Shanaya", "Ramdharipersad"), 36, "violence", 95)
        .at(1, 0)
        .other(MemberRole::Child, ("Ravi", "Ramdharipersad"), 10, Some(true))
        .with(|file| file.ground = PriorityGround::Safety)
        .limits(|limits| limits.rent = Answer::Known(sure::cents(71_302)))
        .avoids(Spot::District(0), Strength::Must, "Ik voel me daar niet veilig")
        .joins(people);
    Person::new(scene, "D-0019", ("Fleur", "Ravelbrugge"), 19, "omslag-young-mothers", 210)
        .at(2, 0)
        .child(("Noé", "Ravelbrugge"), 0)
        .knows(Spot::Hood(43), TieKind::Family, "oma")
        .says(
            "Ik wil een eigen plek voor Noé en mij.",
            "Ik zorg goed voor hem en ik ga drie dagen naar school.",
            "Iemand die ik mag bellen, ook over kleine dingen.",
        )
        .joins(people);
    Person::new(scene, "D-0020", ("Matteo", "Monterredo"), 42, "omslag-families", 480)
        .at(2, 1)
        .child(("Gioia", "Monterredo"), 11)
        .other(MemberRole::Child, ("Luca", "Monterredo"), 16, Some(false))
        .limits(|limits| {
            limits.adaptation = Answer::Known(Adaptation::Ordinary);
            limits.stairs = Answer::Known(2);
        })
        .joins(people);
}
