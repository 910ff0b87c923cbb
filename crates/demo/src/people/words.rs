//! What people say, in plain Dutch, without a word about anyone's health.

pub(super) const PREFER: &[&str] = &[
    "Dicht bij de school van de kinderen",
    "Mijn zus woont er",
    "Dicht bij mijn werk",
    "Ik ben er opgegroeid",
    "Het is er rustig",
    "Er is een markt en ik ken de mensen",
    "Er is veel groen",
    "Goed bereikbaar met de bus",
    "Dicht bij de dagbesteding",
    "Mijn ouders wonen er",
    "Ik heb er vrienden",
    "Er is een volkstuin",
];
pub(super) const AVOID: &[&str] = &[
    "Ik wil daar opnieuw beginnen, niet verder gaan met vroeger",
    "Te druk",
    "Te ver van de kinderen",
    "Oude bekenden die ik liever niet tegenkom",
    "Te ver van mijn werk",
    "Ik voel me daar niet op mijn gemak",
    "Veel verkeer",
];
pub(super) const FAMILY: &[&str] = &["moeder", "zus", "broer", "opa en oma", "dochter", "tante"];
pub(super) const FRIEND: &[&str] =
    &["vriend van vroeger", "vriendin", "oud-buurvrouw", "maatje", "voetbalvrienden"];
pub(super) const ACTIVITY: &[&str] =
    &["werk in het magazijn", "fietsenwerkplaats", "taalcursus", "bakkerij", "buurttuin", "stage"];
pub(super) const SCHOOL: &[&str] = &["basisschool", "middelbare school", "opvang van de jongste"];
pub(super) const SUPPORT: &[&str] = &["begeleider sinds twee jaar", "inloophuis", "buurtteam"];

pub(super) const AGREED: &[&str] = &[
    "Afgesproken in het plaatsingsoverleg",
    "Afspraak tussen partners, zie verslag",
    "Eerdere huur liep daar niet goed af",
    "Rust voor bewoner en buren",
];
pub(super) const PAUSED: &[&str] = &[
    "Is een paar maanden bij familie",
    "Wil eerst de opleiding afmaken",
    "Wacht op het verblijf van de partner",
    "Wil nu even niet verhuizen",
    "Papieren zijn onderweg",
];

pub(super) const WANT: &[&str] = &[
    "Ik wil een eigen voordeur en rust.",
    "Ik wil een plek waar mijn kinderen kunnen blijven.",
    "Ik wil koken wat ik zelf lekker vind, en mensen kunnen uitnodigen.",
    "Ik wil een huis met een balkon. Dan kan ik planten houden.",
    "Ik wil niet meer steeds verhuizen.",
    "Ik wil een buurt waar je elkaar groet.",
    "Ik wil dicht bij mijn werk wonen, want ik begin om zes uur.",
    "Ik wil de deur achter me dicht kunnen doen.",
];
pub(super) const CAN: &[&str] = &[
    "Ik kan goed koken en mijn huis schoonhouden.",
    "Ik kan mijn eigen post doen. Ik kan ook goed klussen.",
    "Ik kan met geld omgaan als ik een lijstje maak.",
    "Ik heb eerder alleen gewoond en dat ging goed.",
    "Ik kan goed met buren omgaan.",
    "Ik breng de kinderen zelf naar school.",
    "Ik sta op tijd op en ik werk vier dagen.",
    "Ik kan hulp vragen als het nodig is.",
];
pub(super) const NEED: &[&str] = &[
    "Ik heb hulp nodig bij brieven van de gemeente.",
    "Iemand die in het begin elke week langskomt.",
    "Hulp bij het inrichten. Ik heb nog geen meubels.",
    "Ik wil weten wie ik kan bellen als er iets is.",
    "Hulp bij het regelen van mijn vaste lasten.",
    "Iemand die meegaat naar de corporatie.",
    "Niet veel. Af en toe een gesprek is genoeg.",
    "Hulp met de taal bij moeilijke gesprekken.",
];
