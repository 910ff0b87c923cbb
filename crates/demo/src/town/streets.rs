use super::plan::Style;

/// How many streets a neighbourhood has.
pub(crate) const STREETS: usize = 6;

const OLD: &[&str] = &[
    "Kaarsenmaker",
    "Vismarkt",
    "Gasthuis",
    "Glazenier",
    "Turfdrager",
    "Kuiper",
    "Beddenwever",
    "Sleutelmaker",
    "Begijnen",
    "Waag",
    "Bleker",
    "Mandenmaker",
    "Paternoster",
    "Kruittoren",
    "Poortwachter",
    "Stadsomroeper",
    "Tinnegieter",
    "Wagenmaker",
    "Zoutzieder",
    "Muntmeester",
];
const GARDEN: &[&str] = &[
    "Linde",
    "Kastanje",
    "Appelbloesem",
    "Kwee",
    "Meidoorn",
    "Hazelaar",
    "Mispel",
    "Vlier",
    "Koolmees",
    "Winterkoning",
    "Puttertje",
    "Zwaluw",
    "Kersen",
    "Pruimen",
    "Moerbei",
    "Liguster",
    "Goudvink",
    "Roodborst",
    "Vogelkers",
    "Bessen",
];
const POST_WAR: &[&str] = &[
    "Poolster",
    "Saturnus",
    "Kometen",
    "Noorderlicht",
    "Maansikkel",
    "Morgenster",
    "Wilgen",
    "Esdoorn",
    "Ratelpopulier",
    "Berken",
    "Rietzanger",
    "Lisdodde",
    "Waterlelie",
    "Zegge",
    "Papiermolen",
    "Watermolen",
    "Schapen",
    "Ganzen",
    "Hooiopper",
    "Zesroeden",
];
const HARBOUR: &[&str] = &[
    "Touwslager",
    "Zeilmaker",
    "Loods",
    "Kompas",
    "Lichtboei",
    "Stuurboord",
    "Bakboord",
    "Sextant",
    "Kalkoven",
    "Schelpen",
    "Mossel",
    "Ankerketting",
    "Scheepsbel",
    "Pakhuis",
    "Houtvlot",
    "Teerketel",
    "Zaagbok",
    "Bolder",
    "Kaapstander",
    "Dukdalf",
];
const NEW: &[&str] = &[
    "Zonneakker",
    "Windakker",
    "Leemkuil",
    "Kamerland",
    "Horizon",
    "Regenboog",
    "Dauw",
    "Ochtend",
    "Avondrood",
    "Kiezel",
    "Grind",
    "Zandbank",
    "Oeverzwaluw",
    "Waterjuffer",
    "Libellen",
    "Wolkenveld",
    "Morgendauw",
    "Zomerzon",
    "Herfstdraad",
    "Weerlicht",
];

/// The names of a neighbourhood's streets. Within a style no name comes twice in the
/// first twenty neighbourhoods.
pub(super) fn streets(style: Style, nth: usize) -> Vec<String> {
    let (stems, ends) = match style {
        Style::OldTown => (OLD, ["straat", "steeg", "gracht", "plein", "kade", "gang"]),
        Style::GardenVillage => (GARDEN, ["laan", "hof", "straat", "plantsoen", "pad", "weg"]),
        Style::PostWar => (POST_WAR, ["straat", "plein", "weg", "dreef", "singel", "hof"]),
        Style::Harbour => (HARBOUR, ["kade", "straat", "hof", "wal", "dok", "pad"]),
        Style::New => (NEW, ["laan", "singel", "hof", "weg", "oever", "straat"]),
    };
    ends.iter()
        .enumerate()
        .map(|(at, end)| format!("{}{end}", stems[(nth * 7 + at * 3) % stems.len()]))
        .collect()
}
