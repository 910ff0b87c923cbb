/// Where an assumption comes from. What a source says in full is in `docs/sources.md#simulation`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// An assumption of ours: no source was found. Put your own figure in its place.
    Ours,
    /// What the city's own files show.
    OwnHistory,
    /// Lettings to vulnerable groups in Amsterdam, 2018 to 2021.
    AmsterdamLettings,
    /// The fixed yearly number of homes of the Amsterdam programme, since 2020.
    AmsterdamNumber,
    /// The need from shelter and protected living in Amsterdam in 2021, and the homes for it.
    AmsterdamNeed2021,
    /// Still housed after twelve months: Discus in Amsterdam, and four other cities.
    HousingFirstEurope,
    /// Fifteen Dutch Housing First practices, 2023.
    Trimbos2023,
    /// Pathways to Housing, New York, over five years; from knowledge.
    Pathways,
    /// At Home/Chez Soi, Montreal: time housed with Housing First and with the usual care.
    Montreal,
    /// Two years in Haarlem, at least a year in Nijmegen, before a regular lease.
    ConversionTerms,
    /// The average wait for shelter in Amsterdam, audit office 2017.
    AuditOffice2017,
}

impl Source {
    /// Whom to quote: proper names, the same in every language; `ours` for an assumption of ours, and
    /// `own-history` for the city's own files.
    pub fn reference(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::OwnHistory => "own-history",
            Self::AmsterdamLettings => "nul20.nl, 27-6-2022",
            Self::AmsterdamNumber => "huisvestingkwetsbaregroepen.nl",
            Self::AmsterdamNeed2021 => "nhnieuws.nl 280076",
            Self::HousingFirstEurope => "Busch-Geertsema 2013; housingfirsteurope.eu 1.4",
            Self::Trimbos2023 => "trimbos.nl; ruimteenwonen.nl, 29-11-2023",
            Self::Pathways => "Tsemberis & Eisenberg 2000",
            Self::Montreal => "douglas.qc.ca",
            Self::ConversionTerms => "kcwz.nl; RIBW K/AM",
            Self::AuditOffice2017 => "Rekenkamer Amsterdam, Wachten op opvang, 2017",
        }
    }
}
