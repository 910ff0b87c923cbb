//! The plan of the invented city: what lies where, by hand. Metres east and north of
//! the middle.

/// How a neighbourhood was built, which decides its homes and its streets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    OldTown,
    GardenVillage,
    PostWar,
    Harbour,
    New,
}

impl Style {
    pub(crate) const ALL: [Self; 5] =
        [Self::OldTown, Self::GardenVillage, Self::PostWar, Self::Harbour, Self::New];

    /// Households for each hectare, tenths of people in a household, and percent of
    /// homes owned by who lives in them.
    pub(super) fn density(self) -> (u32, u32, u32) {
        match self {
            Self::OldTown => (52, 16, 34),
            Self::GardenVillage => (36, 21, 24),
            Self::PostWar => (40, 20, 22),
            Self::Harbour => (38, 17, 43),
            Self::New => (30, 24, 56),
        }
    }
}

/// A quarter with its neighbourhoods, each with its place.
pub(super) struct QuarterPlan {
    pub(super) name: &'static str,
    pub(super) style: Style,
    pub(super) hoods: &'static [(&'static str, i64, i64)],
}

/// An area with its quarters.
pub(super) struct AreaPlan {
    pub(super) name: &'static str,
    pub(super) quarters: &'static [QuarterPlan],
}

/// A district with its areas.
pub(super) struct DistrictPlan {
    pub(super) name: &'static str,
    pub(super) areas: &'static [AreaPlan],
}

pub(crate) const CITY: &str = "Wendelmonde";

/// The middle of the river, from the east to the lake.
pub(super) const RIVER: &[(i64, i64)] = &[
    (8200, -1100),
    (4700, -300),
    (3300, -700),
    (2000, -100),
    (900, 450),
    (-300, 250),
    (-1500, -250),
    (-2700, 50),
    (-3900, 650),
    (-8200, 400),
];

/// Half the width of the river.
pub(super) const RIVER_HALF_WIDTH: i64 = 125;

/// Docks and ponds: outlines of water that is not the river.
pub(super) const WATERS: &[&[(i64, i64)]] = &[
    &[(-4650, 500), (-4400, 500), (-4250, -450), (-4500, -480)],
    &[(-3650, 500), (-3420, 450), (-3150, -550), (-3400, -600)],
    &[(1250, 2350), (1750, 2650), (2150, 2400), (1900, 2000), (1400, 1950)],
    &[(3650, -2950), (4050, -2700), (4250, -3050), (3900, -3300)],
];

/// The edge of the built-up city.
pub(super) const OUTLINE: &[(i64, i64)] = &[
    (-5300, 900),
    (-4900, 2500),
    (-3700, 3100),
    (-2300, 2500),
    (-900, 3000),
    (-300, 4200),
    (1200, 4500),
    (2300, 3900),
    (2600, 2800),
    (3900, 2500),
    (4500, 1300),
    (5200, 400),
    (5900, -900),
    (5700, -2300),
    (4700, -3500),
    (3200, -3600),
    (2500, -4400),
    (700, -4500),
    (-500, -3900),
    (-1500, -4200),
    (-2800, -3900),
    (-4100, -3300),
    (-4400, -2000),
    (-5300, -1200),
];

macro_rules! quarter {
    ($name:literal, $style:ident, $($hood:literal $x:literal $y:literal),+) => {
        QuarterPlan { name: $name, style: Style::$style, hoods: &[$(($hood, $x, $y)),+] }
    };
}

pub(super) const DISTRICTS: &[DistrictPlan] = &[
    DistrictPlan {
        name: "Midden",
        areas: &[
            AreaPlan {
                name: "Binnenstad",
                quarters: &[
                    quarter!("Oude Stad", OldTown, "Vismarktbuurt" -700 -420, "Sint-Aldertbuurt" -80 -300,
                        "Begijnenhoek" -560 -980, "Grote Wendelbuurt" 60 -900),
                    quarter!("Nieuwe Vest", OldTown, "Kruittorenbuurt" 720 -250, "Vestbuurt-Noord" 1350 -520,
                        "Vestbuurt-Zuid" 720 -980, "Stationskwartier" 1420 -1150),
                ],
            },
            AreaPlan {
                name: "Singelring",
                quarters: &[
                    quarter!(
                        "Lindekwartier",
                        GardenVillage,
                        "Wasbleekbuurt" - 1420 - 900,
                        "Hopmanbuurt" - 2050 - 1150,
                        "Lindebuurt" - 1300 - 1650,
                        "Kastanjehof" - 1900 - 2000
                    ),
                    quarter!("Molenkwartier", PostWar, "Molenbuurt" -420 -1700, "Papiermolenbuurt" 380 -1650,
                        "Zesroedenbuurt" 1120 -1900, "Kwekerijbuurt" -150 -2300),
                ],
            },
        ],
    },
    DistrictPlan {
        name: "Overwendel",
        areas: &[
            AreaPlan {
                name: "Overwendel-West",
                quarters: &[
                    quarter!("Tuindorp Wendelhof", GardenVillage, "Wendelhof-Oost" -900 700, "Wendelhof-West" -1750 650,
                        "De Pomona" -1050 1450, "Vogelhof" -1900 1600),
                    quarter!("Zaagwaard", Harbour, "Houtkade" -2750 850, "Zaagwaard-Noord" -2950 1900,
                        "Teerketelbuurt" -3850 1500, "Zaagwaard-Zuid" -4550 1400),
                ],
            },
            AreaPlan {
                name: "Overwendel-Oost",
                quarters: &[
                    quarter!("Rietkamp", PostWar, "Rietkamp-Zuid" 50 1050, "Rietkamp-Midden" -150 1900,
                        "Rietkamp-Noord" 500 2550, "Lisbloemhof" 850 1650),
                    quarter!("Ganzenweide", PostWar, "Wilgenrij" 1350 950, "Ganzenweide-West" 2250 750,
                        "Ganzenweide-Oost" 3300 500, "Schapenbogerd" 2600 1750),
                    quarter!("Nieuw-Ambt", New, "Ambtskwartier" 250 3400, "Zonneakker" 1300 3350,
                        "Windakker" 4000 1200),
                ],
            },
        ],
    },
    DistrictPlan {
        name: "Zuiderpoort",
        areas: &[
            AreaPlan {
                name: "Zuiderpoort-Stad",
                quarters: &[
                    quarter!("Poortkwartier", PostWar, "Poortbuurt" -900 -2850, "Sterrenplein" 150 -3050,
                        "Planetenhof" -350 -3600, "Veerstoepbuurt" 850 -2650),
                    quarter!("Kamerland", New, "Kamerland-Noord" 1900 -2450, "Kamerland-West" 1050 -3500,
                        "Kamerland-Oost" 2350 -3200, "Kamerland-Zuid" 1700 -4050),
                ],
            },
            AreaPlan {
                name: "Hoge Landen",
                quarters: &[
                    quarter!("Hogerbos", PostWar, "Hogerbos-West" 2150 -1250, "Hogerbos-Midden" 2900 -1700,
                        "Essenlaan en omgeving" 3200 -2550, "Berkendreef" 3850 -2050),
                    quarter!("Leemkuil", New, "Leemkuil-Noord" 3750 -1150, "Leemkuil-Rivier" 4900 -1000,
                        "Leemkuil-Plas" 4800 -2150),
                ],
            },
        ],
    },
    DistrictPlan {
        name: "Havenkant",
        areas: &[AreaPlan {
            name: "Havenkant",
            quarters: &[
                quarter!(
                    "Oude Haven",
                    Harbour,
                    "Touwslagersbuurt" - 2200 - 450,
                    "Pakhuizen" - 2850 - 700,
                    "Scheepsbel" - 2750 - 1350,
                    "Ankerplaats" - 3500 - 1100
                ),
                quarter!("Zilverhaven", Harbour, "Zilverhaven-Oost" -3900 0, "Zilverhaven-West" -4850 -100,
                    "Lichtbaken" -4400 -1050),
                quarter!(
                    "Kalkoven",
                    GardenVillage,
                    "Kalkovenbuurt" - 2700 - 2100,
                    "Schelpenhoek" - 3600 - 1950,
                    "Mosselbuurt" - 2400 - 2900,
                    "Duindoornhof" - 3300 - 2800
                ),
            ],
        }],
    },
];
