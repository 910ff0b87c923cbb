//! D-0001 to D-0010: the ones the guide walks through.

use sleutel_domain::{
    Answer,
    homes::Adaptation,
    participants::{LivingSituation, MemberRole, PartnerStanding, Strength, TieKind},
};

use super::person::{Person, Scene, Spot};
use crate::{people::People, sure};

pub(super) fn people(scene: Scene<'_>, people: &mut People) {
    let name = "Wendemikal-Oord";
    Person::new(scene, "D-0001", ("Selamawit", name), 39, "status-holders", 640)
        .term_ends_in(75)
        .other(MemberRole::Partner, ("Tewolde", "Gherewald"), 44, Some(true))
        .child(("Rahel", name), 15)
        .child(("Yohana", name), 12)
        .child(("Natnael", name), 8)
        .child(("Amen", name), 3)
        .limits(|limits| limits.rent = Answer::Known(sure::cents(76_414)))
        .prefers(Spot::District(24), Strength::Strong, "De oudste twee gaan daar naar school")
        .knows(Spot::Hood(26), TieKind::School, "middelbare school van Rahel en Yohana")
        .says(
            "Wij willen als gezin bij elkaar blijven. Elk kind een eigen bed, dat is al mooi.",
            "Mijn man werkt. Ik spreek Nederlands en ik help andere moeders met brieven.",
            "Hulp bij het inrichten en bij het aanmelden op school.",
        )
        .joins(people);
    Person::new(scene, "D-0002", ("Joris", "Halverhout-Kade"), 46, "wheelchair", 410)
        .limits(|limits| {
            limits.adaptation = Answer::Known(Adaptation::Wheelchair);
            limits.stairs = Answer::Known(0);
        })
        .prefers(Spot::Quarter(9), Strength::Strong, "Mijn werk is om de hoek")
        .knows(Spot::Hood(9), TieKind::Activity, "werk in de drukkerij")
        .with(|file| file.living_situation = Some(LivingSituation::WithOthers))
        .joins(people);
    Person::new(scene, "D-0003", ("Marijke", "Stillewaarde"), 58, "shelter-adults", 720)
        .term_ends_in(60)
        .limits(|limits| limits.stairs = Answer::Unknown)
        .prefers(Spot::Hood(5), Strength::Must, "Mijn dochter en kleinkinderen wonen in deze buurt")
        .knows(Spot::Hood(5), TieKind::Family, "dochter")
        .says(
            "Ik wil op fietsafstand van mijn dochter wonen.",
            "Ik kan alles in huis zelf. Ik pas twee dagen op.",
            "Niet veel. Iemand die in het begin langskomt.",
        )
        .joins(people);
    Person::new(scene, "D-0004", ("Dario", "Esperanzedo-Kuil"), 34, "new-chance", 380)
        .prefers(Spot::Quarter(2), Strength::Strong, "Ik werk op de markt")
        .excluded(
            Spot::Street(2, 1),
            Some(scene.in_days(75)),
            "Eerdere huur liep daar niet goed af; afgesproken in het plaatsingsoverleg",
        )
        .joins(people);
    Person::new(scene, "D-0005", ("Yasemin", "Gümüştepeli"), 31, "omslag-adults", 290)
        .term_ends_in(21)
        .knows(Spot::Hood(16), TieKind::Friend, "vriendin van de taalcursus")
        .says(
            "Ik wil weten waar ik over een maand slaap.",
            "Ik werk vier dagen en ik red mij goed alleen.",
            "Iemand die meegaat naar de corporatie.",
        )
        .joins(people);
    Person::new(scene, "D-0006", ("Rosalina", "Vierkerke"), 29, "omslag-families", 450)
        .child(("Jaylano", "Vierkerke"), 7)
        .shares_care()
        .child(("Mirthe", "Vierkerke"), 4)
        .shares_care()
        .limits(|limits| limits.rent = Answer::Known(sure::cents(76_414)))
        .prefers(Spot::Hood(17), Strength::Strong, "Alles wat wij hebben is hier")
        .knows(Spot::Hood(17), TieKind::Family, "moeder, past op na school")
        .knows(Spot::Street(17, 2), TieKind::Family, "zus")
        .knows(Spot::Hood(17), TieKind::School, "basisschool van de kinderen")
        .knows(Spot::Hood(17), TieKind::Activity, "werk in de buurtwinkel")
        .knows(Spot::Hood(17), TieKind::Support, "begeleider sinds twee jaar")
        .says(
            "Ik wil dat mijn kinderen op hun school blijven.",
            "Met mijn moeder en mijn zus erbij kan ik bijna alles zelf.",
            "Alleen de eerste maanden iemand die meekijkt met mijn geld.",
        )
        .joins(people);
    Person::new(scene, "D-0007", ("Twan", "Oeverlicht"), 27, "omslag-young-adults", 520)
        .term_ends_in(20)
        .with(|file| file.born = Some(sure::born(scene.today, 27, 20)))
        .limits(|limits| limits.rent = Answer::Known(sure::cents(54_000)))
        .prefers(Spot::Area(54), Strength::Slight, "Er is veel water")
        .joins(people);
    Person::new(scene, "D-0008", ("Hendrika", "Avondlicht-Meent"), 71, "informal-carers", 940)
        .limits(|limits| {
            limits.adaptation = Answer::Known(Adaptation::StepFree);
            limits.stairs = Answer::Known(0);
        })
        .prefers(Spot::Hood(35), Strength::Strong, "Ik ken hier iedereen van de markt")
        .knows(Spot::Hood(35), TieKind::Friend, "oud-buurvrouw")
        .with(|file| file.living_situation = Some(LivingSituation::WithOthers))
        .joins(people);
    Person::new(scene, "D-0009", ("Kofi", "Mensakumah-Berg"), 41, "new-chance", 900)
        .term_ends_in(80)
        .other(MemberRole::Partner, ("Ineke", "Lommekampstra"), 43, Some(true))
        .stands(PartnerStanding::HomeElsewhere)
        .limits(|limits| limits.pets = Answer::Known(true))
        .prefers(Spot::Hood(24), Strength::Strong, "Goed om te lopen met de hond")
        .says(
            "Wij willen samen wonen, met onze hond Bobbie.",
            "Ineke kookt, ik klus. De hond houdt ons in beweging.",
            "Iemand die ons helpt met de vaste lasten.",
        )
        .joins(people);
    Person::new(scene, "D-0010", ("Nadia", "Ben Tarifi-Schans"), 33, "omslag-violence", 250)
        .other(MemberRole::Child, ("Ilyas", "El Mazourat"), 9, None)
        .limits(|limits| limits.rent = Answer::Known(sure::cents(76_414)))
        .avoids(Spot::District(50), Strength::Must, "Ik wil daar opnieuw beginnen, niet terug")
        .joins(people);
}
