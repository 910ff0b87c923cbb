use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sleutel_domain::{
    AreaCode, Cents, CodeError, ComplexCode,
    homes::{Adaptation, Place, Target},
    placement::Refusal,
};

use super::{StoredError, bad};

pub(crate) type Read<T> = Result<T, StoredError>;

pub(crate) fn code<T>(
    field: &'static str,
    text: &str,
    make: impl Fn(&str) -> Result<T, CodeError>,
) -> Read<T> {
    make(text).map_err(|_| bad(field, text))
}

pub(super) fn word<T>(
    field: &'static str,
    text: &str,
    from_code: impl Fn(&str) -> Option<T>,
) -> Read<T> {
    from_code(text).ok_or_else(|| bad(field, text))
}

pub(crate) fn date(field: &'static str, text: &str) -> Read<Date> {
    text.parse().map_err(|_| bad(field, text))
}

pub(crate) fn cents(field: &'static str, amount: i64) -> Read<Cents> {
    Cents::new(amount).map_err(|_| bad(field, &amount))
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredPlace {
    Area(String),
    Street { neighbourhood: String, street: String },
    Complex(String),
}

impl StoredPlace {
    pub(super) fn new(place: &Place) -> Self {
        match place {
            Place::Area(code) => Self::Area(code.to_string()),
            Place::Street { neighbourhood, street } => {
                Self::Street { neighbourhood: neighbourhood.to_string(), street: street.clone() }
            }
            Place::Complex(code) => Self::Complex(code.to_string()),
        }
    }

    pub(super) fn read(self) -> Read<Place> {
        Ok(match self {
            Self::Area(text) => Place::Area(code("area", &text, AreaCode::new)?),
            Self::Street { neighbourhood, street } => {
                let neighbourhood = code("neighbourhood", &neighbourhood, AreaCode::new)?;
                Place::Street { neighbourhood, street }
            }
            Self::Complex(text) => Place::Complex(code("complex", &text, ComplexCode::new)?),
        })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredRefusal {
    TooFewRooms { needed: u8, has: u8 },
    TooManyRooms { most: u8, has: u8 },
    NotAdapted { needs: String, has: String },
    KeptForAdapted { has: String },
    Stairs { most: u8, floor: u8 },
    Rent { most: i64, rent: i64 },
    TargetAge { target: String, age: u8 },
    NoSharing,
    Avoided { place: StoredPlace },
    OutsideMust,
    Excluded { place: StoredPlace },
    NoPets,
    NoSmoking,
    OfferedBefore,
    Banned,
}

impl StoredRefusal {
    pub(super) fn new(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::TooFewRooms { needed, has } => {
                Self::TooFewRooms { needed: *needed, has: *has }
            }
            Refusal::TooManyRooms { most, has } => Self::TooManyRooms { most: *most, has: *has },
            Refusal::NotAdapted { needs, has } => {
                Self::NotAdapted { needs: needs.code().to_owned(), has: has.code().to_owned() }
            }
            Refusal::KeptForAdapted { has } => Self::KeptForAdapted { has: has.code().to_owned() },
            Refusal::Stairs { most, floor } => Self::Stairs { most: *most, floor: *floor },
            Refusal::Rent { most, rent } => Self::Rent { most: most.get(), rent: rent.get() },
            Refusal::TargetAge { target, age } => {
                Self::TargetAge { target: target.code().to_owned(), age: *age }
            }
            Refusal::NoSharing => Self::NoSharing,
            Refusal::Avoided { place } => Self::Avoided { place: StoredPlace::new(place) },
            Refusal::OutsideMust => Self::OutsideMust,
            Refusal::Excluded { place } => Self::Excluded { place: StoredPlace::new(place) },
            Refusal::NoPets => Self::NoPets,
            Refusal::NoSmoking => Self::NoSmoking,
            Refusal::OfferedBefore => Self::OfferedBefore,
            Refusal::Banned => Self::Banned,
        }
    }

    pub(super) fn read(self) -> Read<Refusal> {
        let adaptation = |text: &str| word("adaptation", text, Adaptation::from_code);
        Ok(match self {
            Self::TooFewRooms { needed, has } => Refusal::TooFewRooms { needed, has },
            Self::TooManyRooms { most, has } => Refusal::TooManyRooms { most, has },
            Self::NotAdapted { needs, has } => {
                Refusal::NotAdapted { needs: adaptation(&needs)?, has: adaptation(&has)? }
            }
            Self::KeptForAdapted { has } => Refusal::KeptForAdapted { has: adaptation(&has)? },
            Self::Stairs { most, floor } => Refusal::Stairs { most, floor },
            Self::Rent { most, rent } => {
                Refusal::Rent { most: cents("most", most)?, rent: cents("rent", rent)? }
            }
            Self::TargetAge { target, age } => {
                Refusal::TargetAge { target: word("target", &target, Target::from_code)?, age }
            }
            Self::NoSharing => Refusal::NoSharing,
            Self::Avoided { place } => Refusal::Avoided { place: place.read()? },
            Self::OutsideMust => Refusal::OutsideMust,
            Self::Excluded { place } => Refusal::Excluded { place: place.read()? },
            Self::NoPets => Refusal::NoPets,
            Self::NoSmoking => Refusal::NoSmoking,
            Self::OfferedBefore => Refusal::OfferedBefore,
            Self::Banned => Refusal::Banned,
        })
    }
}
