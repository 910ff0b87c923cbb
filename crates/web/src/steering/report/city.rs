//! What a report says of the parts of the city and of the three-month aim.

use sleutel_actions::steering::report::{aim, part};
use sleutel_domain::steering::report::{Audience, Reported, Stand};
use sleutel_papers::{BarRow, Part};
use sleutel_store::reports::ReportLine;

use super::body::Reading;

impl Reading<'_> {
    /// The largest parts of the city, with what was given there and what there is room for.
    pub(super) fn places(self) -> Option<Part> {
        let words = self.words;
        let mut lines: Vec<_> = self.of(part::AREA).chain(self.of(part::AREA_HIDDEN)).collect();
        lines.sort_by_key(|it| self.name(it));
        let row = |line: &ReportLine| {
            let hidden = line.part == part::AREA_HIDDEN;
            let stand = &line.stand;
            // What there is room for and what was agreed would say together what is hidden.
            let room = if hidden || self.hides(stand) || stand.goal.is_none() {
                "–".to_owned()
            } else {
                self.count(stand.ends.saturating_sub(stand.realised))
            };
            let given = if hidden { words.t("places-hidden") } else { self.count(stand.realised) };
            let cells = vec![self.name(line), given, room, self.goal(stand)];
            if hidden {
                return BarRow { cells, done: None, ends: None, marks: Vec::new() };
            }
            self.bar(line, cells)
        };
        let rows: Vec<_> = lines.into_iter().map(row).collect();
        let keys = [
            "steering-report-place",
            "steering-realised",
            "steering-report-room",
            "steering-goal",
            "steering-picture",
        ];
        (!rows.is_empty()).then(|| Part::Bars {
            head: keys.map(|it| words.t(it)).to_vec(),
            rows,
            legend: ["steering-realised", "steering-report-room", "steering-goal"]
                .map(|it| words.t(it)),
        })
    }

    /// How often an offer and keys came within three months, of all and by group.
    pub(super) fn aim(self) -> Option<Part> {
        let words = self.words;
        let lines: Vec<_> = self.of(part::AIM).collect();
        let of = |code: &str| lines.iter().find(|it| it.code == code).copied();
        let groups = lines.iter().filter_map(|it| it.code.strip_prefix(aim::OFFER));
        let mut groups: Vec<_> = groups.collect();
        groups.extend(lines.iter().filter_map(|it| it.code.strip_prefix(aim::KEYS)));
        groups.sort_unstable();
        groups.dedup();
        let row = |group: &str| {
            let [offer, keys] = [aim::OFFER, aim::KEYS].map(|it| of(&format!("{it}{group}")));
            let name = match offer.or(keys).filter(|_| !group.is_empty()) {
                Some(line) => self.name(line),
                None => words.t("steering-report-all-groups"),
            };
            let counted = offer.map_or(0, |it| it.stand.ends);
            vec![name, self.count(counted), self.in_time(offer), self.in_time(keys)]
        };
        let head = [
            "numbers-group",
            "steering-report-aim-counted",
            "steering-report-aim-offer",
            "steering-report-aim-keys",
        ];
        let rows: Vec<_> = groups.into_iter().map(row).collect();
        let head = head.map(|it| words.t(it)).to_vec();
        (!rows.is_empty()).then_some(Part::Table { head, rows })
    }

    /// Whether this audience may read a share: of a few that were or were not in time everybody would
    /// read how many.
    pub(super) fn tells_aim(self, line: &ReportLine) -> bool {
        let Stand { realised, ends, .. } = line.stand;
        let few = |it: u32| it > 0 && self.audience.told(it) == Reported::Few;
        !few(realised) && !few(ends.saturating_sub(realised))
    }

    /// A share of the aim with its band, in whole percents.
    fn in_time(self, line: Option<&ReportLine>) -> String {
        let words = self.words;
        let Some((line, still)) = line.and_then(|it| Some((it, it.sure?))) else {
            return "–".to_owned();
        };
        if !self.tells_aim(line) {
            return words.t("places-hidden");
        }
        let percent = |it: u32| words.percent(f64::from(it) / 1_000.0, 0);
        let share = percent(still.into());
        let (low, high) = line.band;
        if low >= high || self.audience == Audience::Public {
            return share;
        }
        let values =
            [("share", share.into()), ("low", percent(low).into()), ("high", percent(high).into())];
        words.t_with("flow-share-band", &values)
    }
}
