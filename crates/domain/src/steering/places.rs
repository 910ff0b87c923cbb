//! Room and placements in parts of the city, and where they do not go together.

/// A part of the city with this many homes left has room. Ours, and marked as such.
pub const LEAST_ROOM: u32 = 5;

/// How many homes can still be given in a part of the city, as far as a reader is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Nothing was agreed that limits it, here or in a part around it.
    NoLimit,
    /// So many.
    Left(u32),
    /// So many or more: how many were given is hidden.
    AtLeast(u32),
}

impl Room {
    /// At least so many are left; `None` when nothing limits it.
    pub fn least(self) -> Option<u32> {
        match self {
            Self::NoLimit => None,
            Self::Left(homes) | Self::AtLeast(homes) => Some(homes),
        }
    }
}

/// So many for each thousand; `None` of nothing.
pub fn per_thousand(homes: u32, of: u32) -> Option<f64> {
    (of > 0).then(|| f64::from(homes) * 1_000.0 / f64::from(of))
}

/// Whether a part has room and few placements: at least [`LEAST_ROOM`] homes are left, and for
/// each thousand homes it has less than half the placements the city has. A rule of ours. A part
/// without a limit does not stand out: nobody agreed that there is room. Of figures that are
/// hidden the least room and the most placements count, so that standing out tells no more.
///
/// `part` and `city` are placements and homes there are.
pub fn stands_out(room: Room, part: (u32, u32), city: (u32, u32)) -> bool {
    let roomy = room.least().is_some_and(|it| it >= LEAST_ROOM);
    let part_of_city = 2 * u128::from(part.0) * u128::from(city.1);
    roomy && part.1 > 0 && part_of_city < u128::from(city.0) * u128::from(part.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_without_placements_stands_out() {
        let city = (1_000, 500_000);
        assert!(stands_out(Room::Left(5), (0, 5_000), city));
        assert!(stands_out(Room::AtLeast(9), (4, 5_000), city));
        assert!(!stands_out(Room::Left(5), (5, 5_000), city), "half is not less than half");
        assert!(!stands_out(Room::Left(4), (0, 5_000), city), "no room");
        assert!(!stands_out(Room::NoLimit, (0, 5_000), city), "nobody agreed to any room");
        assert!(!stands_out(Room::Left(50), (0, 0), city), "a park");
        assert!(!stands_out(Room::Left(50), (0, 5_000), (0, 500_000)), "nobody has any");
    }
}
