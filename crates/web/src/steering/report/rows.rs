//! The figures of a report as a file.

use sleutel_actions::steering::report::{aim, part};
use sleutel_domain::steering::report::{Audience, Reported};
use sleutel_store::reports::ReportLine;

use super::body::Reading;

impl Reading<'_> {
    /// The lines as a table: what, which, what it is called, and its figures.
    pub(super) fn rows(self) -> Vec<Vec<String>> {
        let heads = [
            "steering-report-part",
            "steering-report-code",
            "steering-report-name",
            "steering-realised",
        ];
        let ends = [
            "steering-report-low",
            "steering-report-middle",
            "steering-report-high",
            "steering-report-least",
            "steering-report-most",
        ];
        let mut rows = vec![heads.into_iter().chain(ends).map(|it| self.words.t(it)).collect()];
        // The names of obstacles are people's own words.
        let open =
            |it: &&ReportLine| it.part != part::OBSTACLE || self.audience == Audience::Partners;
        for line in self.report.lines.iter().filter(open) {
            if line.part == part::AIM {
                rows.push(self.aim_row(line));
                continue;
            }
            let hidden = self.hides(&line.stand) || line.part == part::AREA_HIDDEN;
            let told = |count: u32| match self.audience.told(count) {
                Reported::Exactly(count) | Reported::About(count) if !hidden => count.to_string(),
                Reported::Exactly(_) | Reported::About(_) | Reported::Few => String::new(),
            };
            // Places have no end of the year.
            let ends = |count: u32| {
                if line.part == part::AREA { String::new() } else { told(count) }
            };
            let agreed = |it: Option<u32>| it.map(|it| it.to_string()).unwrap_or_default();
            let (least, most) = line.stand.goal.map_or((None, None), |it| (Some(it.0), it.1));
            let realised = if line.part == part::AREA_HIDDEN {
                self.words.t("places-hidden")
            } else if hidden {
                self.words.t("steering-report-few")
            } else {
                told(line.stand.realised)
            };
            let part = self.words.t(match line.part.as_str() {
                part::GROUP => "numbers-group",
                part::MAIN_GROUP => "numbers-main-group",
                part::ASSOCIATION => "numbers-association",
                part::YEAR => "steering-year",
                part::AREA | part::AREA_HIDDEN => "steering-report-place",
                part::OBSTACLE => "steering-report-obstacle-weeks",
                _ => "steering-total",
            });
            rows.push(vec![
                part,
                line.code.clone(),
                self.name(line),
                realised,
                ends(line.band.0),
                ends(line.stand.ends),
                ends(line.band.1),
                agreed(least),
                agreed(most),
            ]);
        }
        rows
    }

    /// The three-month aim: the share in whole percents, where it may be read.
    fn aim_row(self, line: &ReportLine) -> Vec<String> {
        let words = self.words;
        let [what, group] = match line.code.split_once(' ') {
            Some((what, group)) => [what, group],
            None => [line.code.as_str(), ""],
        };
        let part = words.t(if what == aim::OFFER {
            "steering-report-aim-offer-percent"
        } else {
            "steering-report-aim-keys-percent"
        });
        let name =
            if group.is_empty() { words.t("steering-report-all-groups") } else { self.name(line) };
        let percent = |it: u32| ((it + 5) / 10).to_string();
        let mut row = vec![part, group.to_owned(), name];
        row.resize(9, String::new());
        let Some(still) = line.sure.filter(|_| self.tells_aim(line)) else { return row };
        row[5] = percent(still.into());
        if self.audience == Audience::Partners {
            (row[4], row[6]) = (percent(line.band.0), percent(line.band.1));
        }
        row
    }
}
