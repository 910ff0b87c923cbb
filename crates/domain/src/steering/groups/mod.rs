//! Target groups over time ("lijst van doelgroepen"): from when until when each is there, what it
//! is in that time, and the number the state asks for it.

mod national;
#[cfg(test)]
mod tests;

use jiff::civil::{Date, date};

use crate::Phrase;

pub use national::{YearPart, national_floor};

/// What a target group is, as long as nobody describes it otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupDescription {
    /// Its name in Dutch.
    pub name_nl: Phrase,
    /// Its name in English.
    pub name_en: Phrase,
    /// Its main group ("hoofdgroep"), as the files call it.
    pub main_group: String,
    /// Its households get support in the home.
    pub with_support: bool,
    /// Its homes count in the number of the year.
    pub counts: bool,
}

/// A stretch of time in which a group is there and is described in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupPeriod {
    /// The first day; `None` for as long as anybody knows.
    pub from: Option<Date>,
    /// The last day; `None` while no end is known.
    pub until: Option<Date>,
    /// What the group is on those days.
    pub described: GroupDescription,
}

impl GroupPeriod {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|it| it <= day) && self.until.is_none_or(|it| day <= it)
    }

    /// Whether it holds on any day from one to another.
    pub fn touches(&self, from: Date, until: Date) -> bool {
        self.from.is_none_or(|it| it <= until) && self.until.is_none_or(|it| from <= it)
    }
}

/// What is wrong with the days of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupFault {
    /// The last day comes before the first.
    UntilBeforeFrom {
        /// The first day.
        from: Date,
    },
    /// Another description holds on that day too.
    Overlap {
        /// The first day on which two would hold.
        day: Date,
    },
    /// The group is not there on that day.
    NotThereThen {
        /// The first day it is there, when one is known.
        from: Option<Date>,
        /// The last day it is there, when one is known.
        until: Option<Date>,
    },
    /// A description begins on a later day, and would be cut away.
    CutsLater {
        /// The day on which the last description begins.
        begins: Date,
    },
    /// A description ends on an earlier day, and would be cut away.
    CutsEarlier {
        /// The day on which the first description ends.
        ends: Date,
    },
    /// It would be as it is.
    Same,
    /// Nobody said what the group is.
    Nothing,
}

/// A group over time: its descriptions, the earliest first. On no day do two of them hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupTimes(Vec<GroupPeriod>);

impl GroupTimes {
    /// Puts descriptions in order. Refused when there is none, when one ends before it begins, and
    /// when two hold on the same day.
    pub fn new(mut periods: Vec<GroupPeriod>) -> Result<Self, GroupFault> {
        periods.sort_by_key(|it| (it.from, it.until.unwrap_or(Date::MAX)));
        if periods.is_empty() {
            return Err(GroupFault::Nothing);
        }
        for it in &periods {
            if let (Some(from), Some(until)) = (it.from, it.until)
                && until < from
            {
                return Err(GroupFault::UntilBeforeFrom { from });
            }
        }
        for pair in periods.windows(2) {
            let [one, next] = pair else { continue };
            let begins = next.from.or(one.from).unwrap_or(Date::MIN);
            if next.from.is_none() || one.until.is_none_or(|it| begins <= it) {
                return Err(GroupFault::Overlap { day: begins });
            }
        }
        Ok(Self(periods))
    }

    /// A group that is there all the time, described in one way.
    pub fn always(described: GroupDescription) -> Self {
        Self(vec![GroupPeriod { from: None, until: None, described }])
    }

    /// Its descriptions, the earliest first; never none.
    pub fn periods(&self) -> &[GroupPeriod] {
        &self.0
    }

    /// The first day it is there; `None` when nobody knows one.
    pub fn begins(&self) -> Option<Date> {
        self.0.first().and_then(|it| it.from)
    }

    /// The last day it is there; `None` when no end is known.
    pub fn ends(&self) -> Option<Date> {
        self.0.last().and_then(|it| it.until)
    }

    /// What holds on a day.
    pub fn on(&self, day: Date) -> Option<&GroupPeriod> {
        self.0.iter().find(|it| it.holds_on(day))
    }

    /// Whether the group is there on any day of a year.
    pub fn in_year(&self, year: i16) -> bool {
        self.of_year(year).next().is_some()
    }

    fn of_year(&self, year: i16) -> impl Iterator<Item = &GroupPeriod> {
        let days = (Date::new(year, 1, 1), Date::new(year, 12, 31));
        let (from, until) = match days {
            (Ok(from), Ok(until)) => (from, until),
            (Err(_), _) | (_, Err(_)) => (Date::MAX, Date::MIN),
        };
        self.0.iter().filter(move |it| it.touches(from, until))
    }

    /// What the group is on a day; when it is not there, what it was last before, and before its
    /// first day what it will be first.
    pub fn described_on(&self, day: Date) -> Option<&GroupDescription> {
        let begun = |it: &&GroupPeriod| it.from.is_none_or(|from| from <= day);
        let found = self.0.iter().rfind(begun).or_else(|| self.0.first());
        found.map(|it| &it.described)
    }

    /// What the group is in a year: what it is on the first day of the year on which it is there. The
    /// numbers of a year are agreed before it begins, so a description from a day within it counts in
    /// them from the next year on. A year it is not there in has what was last before.
    pub fn described_in(&self, year: i16) -> Option<&GroupDescription> {
        let of_year = self.of_year(year).next().map(|it| &it.described);
        of_year.or_else(|| self.described_on(Date::new(year, 1, 1).unwrap_or(Date::MAX)))
    }

    /// Whether a household that is registered on a day, and waits since another, can come into the
    /// group: it is there on the day of registration, or was when they began to wait. Ours, and
    /// marked as such.
    pub fn takes_in(&self, registered: Date, waiting_since: Date) -> bool {
        [registered, waiting_since].into_iter().any(|it| self.on(it).is_some())
    }

    /// The same with another description from a day on, as long as the one it replaces would have
    /// held. After the last day of a group it begins anew.
    pub fn described_from(
        &self,
        day: Date,
        described: GroupDescription,
    ) -> Result<Self, GroupFault> {
        let mut periods = self.0.clone();
        let Some(at) = periods.iter().position(|it| it.holds_on(day)) else {
            if self.ends().is_none_or(|it| day <= it) {
                return Err(GroupFault::NotThereThen { from: self.begins(), until: self.ends() });
            }
            periods.push(GroupPeriod { from: Some(day), until: None, described });
            return Self::new(periods);
        };
        let Some(found) = periods.get_mut(at) else { return Err(GroupFault::Nothing) };
        if found.described == described {
            return Err(GroupFault::Same);
        }
        if found.from == Some(day) {
            found.described = described;
            return Self::new(periods);
        }
        let until = found.until;
        found.until = day.yesterday().ok();
        periods.push(GroupPeriod { from: Some(day), until, described });
        Self::new(periods)
    }

    /// The same described otherwise by who says nothing of days, such as a file with the numbers of a
    /// year: from the first day of the year of `today` on, or from a later first day of what holds
    /// today. When the group is not there today, what it was last before, or will be first, is put
    /// right and no day changes.
    pub fn redescribed(
        &self,
        today: Date,
        described: GroupDescription,
    ) -> Result<Self, GroupFault> {
        if let Some(now) = self.on(today) {
            if now.described == described {
                return Err(GroupFault::Same);
            }
            let new_year = Date::new(today.year(), 1, 1).unwrap_or(today);
            let from = now.from.map_or(new_year, |it| it.max(new_year));
            return self.described_from(from, described);
        }
        let begun = |it: &GroupPeriod| it.from.is_none_or(|from| from <= today);
        let mut periods = self.0.clone();
        let at = periods.iter().rposition(begun).unwrap_or_default();
        match periods.get_mut(at) {
            None => Err(GroupFault::Nothing),
            Some(it) if it.described == described => Err(GroupFault::Same),
            Some(it) => {
                it.described = described;
                Self::new(periods)
            }
        }
    }

    /// The same with another first and another last day. A description in between is never cut
    /// away: that would unsay what was.
    pub fn between(&self, from: Option<Date>, until: Option<Date>) -> Result<Self, GroupFault> {
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            return Err(GroupFault::UntilBeforeFrom { from });
        }
        let mut periods = self.0.clone();
        let only = periods.len() == 1;
        if let Some(first) = periods.first_mut() {
            if let (Some(from), Some(ends)) = (from, first.until)
                && ends < from
                && !only
            {
                return Err(GroupFault::CutsEarlier { ends });
            }
            first.from = from;
        }
        if let Some(last) = periods.last_mut() {
            if let (Some(until), Some(begins)) = (until, last.from)
                && until < begins
            {
                return Err(GroupFault::CutsLater { begins });
            }
            last.until = until;
        }
        let changed = Self::new(periods)?;
        if changed == *self { Err(GroupFault::Same) } else { Ok(changed) }
    }
}

/// What somebody did to the days or the description of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupChange {
    /// It stood on the list before days were kept.
    Before,
    /// It came on the list.
    Added,
    /// It is described otherwise from a day on.
    Described,
    /// Its first or its last day is another.
    Ends,
    /// What was done last was taken back.
    TakenBack,
    /// A file said so.
    Imported,
    /// The form with the numbers of a year said so.
    Numbers,
}

impl GroupChange {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Before,
        Self::Added,
        Self::Described,
        Self::Ends,
        Self::TakenBack,
        Self::Imported,
        Self::Numbers,
    ];

    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Added => "added",
            Self::Described => "described",
            Self::Ends => "ends",
            Self::TakenBack => "taken-back",
            Self::Imported => "imported",
            Self::Numbers => "numbers",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// The first and the last day anybody can type for a group.
pub const DAYS: (Date, Date) = (date(1900, 1, 1), date(2200, 12, 31));
