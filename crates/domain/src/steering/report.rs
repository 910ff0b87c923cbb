//! The report for the steering group ("stuurgroep"): what changed since the last one, and what
//! of its figures everybody may read.

use super::FEW;

/// For whom a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The partners, who see the figures as they are.
    Partners,
    /// Everybody: no small numbers.
    Public,
}

/// A count as somebody may read it (Dutch practice: Vektis hides counts below ten and rounds the
/// others to tens; see `docs/sources.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reported {
    /// As it is.
    Exactly(u32),
    /// Rounded to tens, so that two reports beside each other, or a sum beside its parts, give no
    /// small number away.
    About(u32),
    /// Fewer than [`FEW`], or none.
    Few,
}

impl Audience {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Partners, Self::Public];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Partners => "partners",
            Self::Public => "public",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// A count of people or of homes given, as this audience may read it.
    pub fn told(self, count: u32) -> Reported {
        match self {
            Self::Partners => Reported::Exactly(count),
            Self::Public if count < FEW => Reported::Few,
            Self::Public => {
                let tens = count / 10 + u32::from(count % 10 >= 5);
                Reported::About(tens.saturating_mul(10))
            }
        }
    }
}

/// On which side of what was agreed something ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Off {
    /// Too few.
    Short,
    /// Too many.
    Over,
}

impl Off {
    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Over => "over",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Short, Self::Over].into_iter().find(|it| it.code() == code)
    }
}

/// How something stood when a report was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// Homes realised.
    pub realised: u32,
    /// Where the year ends when it goes on like this: the middle.
    pub ends: u32,
    /// What was agreed: at least, and at most.
    pub goal: Option<(u32, Option<u32>)>,
    /// That it ends too far from that.
    pub off: Option<Off>,
}

/// What changed between two reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Something else was agreed.
    Goal,
    /// It was not off and is now, or it is off on the other side.
    NowOff(Off),
    /// It was off and is not any more.
    NoLongerOff,
    /// So many homes more were realised, or fewer when decisions were taken back.
    Realised(i64),
    /// The year ends elsewhere.
    Ends {
        /// What the last report expected.
        from: u32,
        /// What this one expects.
        to: u32,
    },
}

/// Where the year ends has changed when the middle moved by more than this part of it, in percent,
/// and by more than [`MOVED_HOMES`]. Ours, and marked as such.
pub const MOVED_PERCENT: u32 = 5;
/// See [`MOVED_PERCENT`].
pub const MOVED_HOMES: u32 = 2;

/// What changed since the last report, what asks for attention first.
///
/// ```
/// use sleutel_domain::steering::report::{Change, Off, Stand, changes};
///
/// let may = Stand { realised: 40, ends: 98, goal: Some((100, Some(100))), off: None };
/// let july = Stand { realised: 41, ends: 80, off: Some(Off::Short), ..may };
/// let changed = changes(&may, &july);
/// assert_eq!(changed[0], Change::NowOff(Off::Short));
/// assert_eq!(changed[1..], [Change::Realised(1), Change::Ends { from: 98, to: 80 }]);
/// ```
pub fn changes(before: &Stand, now: &Stand) -> Vec<Change> {
    let mut all = Vec::new();
    if before.goal != now.goal {
        all.push(Change::Goal);
    }
    match (before.off, now.off) {
        (was, Some(off)) if was != Some(off) => all.push(Change::NowOff(off)),
        (Some(_), None) => all.push(Change::NoLongerOff),
        _ => {}
    }
    if before.realised != now.realised {
        all.push(Change::Realised(i64::from(now.realised) - i64::from(before.realised)));
    }
    let moved = before.ends.abs_diff(now.ends);
    let part = u64::from(moved) * 100 > u64::from(before.ends) * u64::from(MOVED_PERCENT);
    if moved > MOVED_HOMES && part {
        all.push(Change::Ends { from: before.ends, to: now.ends });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_reads_tens_and_nothing_below_ten() {
        let told = [0, 1, 9, 10, 14, 15, 1_804].map(|it| Audience::Public.told(it));
        let few = Reported::Few;
        let about = Reported::About;
        assert_eq!(told, [few, few, few, about(10), about(10), about(20), about(1_800)]);
        assert_eq!(Audience::Partners.told(3), Reported::Exactly(3));
        assert_eq!(Audience::Public.told(u32::MAX), Reported::About(u32::MAX));
    }

    #[test]
    fn two_public_reports_beside_each_other_tell_no_single_person() {
        // Somebody came in between: either nothing is seen of it, or a step of ten.
        for count in 0..500 {
            let step = match (Audience::Public.told(count), Audience::Public.told(count + 1)) {
                (Reported::Few, Reported::Few) => 0,
                (Reported::About(before), Reported::About(after)) => after - before,
                (Reported::Few, Reported::About(10)) => 10,
                other => panic!("{count}: {other:?}"),
            };
            assert!(step == 0 || step == 10, "{count}");
        }
    }

    fn stand(realised: u32, ends: u32, off: Option<Off>) -> Stand {
        Stand { realised, ends, goal: Some((100, Some(100))), off }
    }

    #[test]
    fn nothing_changed_between_a_report_and_itself() {
        let it = stand(10, 100, Some(Off::Over));
        assert!(changes(&it, &it).is_empty());
    }

    #[test]
    fn a_small_move_of_the_expectation_is_no_news() {
        assert!(changes(&stand(10, 100, None), &stand(10, 105, None)).is_empty());
        let moved = changes(&stand(10, 100, None), &stand(10, 106, None));
        assert_eq!(moved, [Change::Ends { from: 100, to: 106 }]);
        assert!(changes(&stand(1, 4, None), &stand(1, 6, None)).is_empty(), "two homes");
    }

    #[test]
    fn what_asks_for_attention_comes_first() {
        let before = stand(10, 100, Some(Off::Over));
        let now = Stand { goal: None, ..stand(8, 60, Some(Off::Short)) };
        let ends = Change::Ends { from: 100, to: 60 };
        let all = [Change::Goal, Change::NowOff(Off::Short), Change::Realised(-2), ends];
        assert_eq!(changes(&before, &now), all);
        let better = changes(&stand(1, 4, Some(Off::Short)), &stand(1, 4, None));
        assert_eq!(better, [Change::NoLongerOff]);
    }

    #[test]
    fn words_are_read_back() {
        for it in Audience::ALL {
            assert_eq!(Audience::from_code(it.code()), Some(it));
        }
        for it in [Off::Short, Off::Over] {
            assert_eq!(Off::from_code(it.code()), Some(it));
        }
        assert_eq!((Audience::from_code("x"), Off::from_code("")), (None, None));
    }
}
