//! What a report says, once for the page and for paper.

use sleutel_actions::steering::report::{Report, figure, of_agreement, part};
use sleutel_domain::{
    access::Language,
    steering::kept::WorkAgreement,
    steering::report::{Audience, Change, Off, Reported, Stand, changes},
};
use sleutel_exchange::records::MainGroup;
use sleutel_papers::{BarRow, Column, Part};
use sleutel_store::reports::ReportLine;
use sleutel_words::{Value, Words};

use crate::rounds::names::main_group;

/// What a report says: what matters most, and the rest.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) lead: Vec<String>,
    pub(super) parts: Vec<Part>,
}

/// A report in one language, for one audience.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading<'a> {
    pub(super) words: Words,
    pub(super) audience: Audience,
    pub(super) report: &'a Report,
}

impl Reading<'_> {
    pub(super) fn body(self) -> Body {
        let warned = self.warned();
        let mut parts = Vec::new();
        let mut say = |key: &str, part: Part| {
            parts.push(Part::Heading { text: self.words.t(key) });
            parts.push(part);
        };
        say("steering-report-attention", self.list(&warned, "steering-report-attention-none"));
        let since = match &self.report.before {
            Some(_) => self.list(&self.changed(), "steering-report-changed-none"),
            None => Part::text(self.words.t("steering-report-first")),
        };
        say("steering-report-changed", since);
        say("steering-groups", self.bars(part::GROUP, "numbers-group"));
        say("numbers-main-groups", self.bars(part::MAIN_GROUP, "numbers-main-group"));
        if self.of(part::ASSOCIATION).next().is_some() {
            say("numbers-associations", self.bars(part::ASSOCIATION, "numbers-association"));
        }
        if let Some(places) = self.places() {
            say("steering-report-places", places);
        }
        if let Some(aim) = self.aim() {
            say("steering-report-aim", aim);
        }
        say("steering-report-obstacles", self.obstacles());
        if let Some(costly) = self.costliest() {
            parts.push(costly);
        }
        let mut say = |key: &str, part: Part| {
            parts.push(Part::Heading { text: self.words.t(key) });
            parts.push(part);
        };
        say("steering-report-agreements", self.agreements());
        let (columns, table) = self.years();
        say("steering-years", columns);
        parts.push(table);
        parts.push(Part::Heading { text: self.words.t("steering-report-definitions") });
        parts.push(Part::List { items: self.definitions() });
        Body { lead: self.lead(warned.len()), parts }
    }

    pub(super) fn of(&self, part: &'static str) -> impl Iterator<Item = &ReportLine> {
        self.report.lines.iter().filter(move |it| it.part == part)
    }

    pub(super) fn name(self, line: &ReportLine) -> String {
        match line.part.as_str() {
            part::TOTAL => self.words.t("steering-all"),
            part::MAIN_GROUP => MainGroup::from_code(&line.code)
                .map_or_else(|| line.code.clone(), |it| main_group(self.words, it)),
            _ => match self.words.language() {
                Language::Dutch => line.name_nl.clone(),
                Language::English => line.name_en.clone(),
            },
        }
    }

    /// A count as this audience may read it.
    pub(super) fn count(self, count: u32) -> String {
        match self.audience.told(count) {
            Reported::Exactly(count) => self.words.number(count),
            Reported::About(count) => {
                self.words.t_with("steering-report-about", &[("count", count.into())])
            }
            Reported::Few => self.words.t("steering-report-few"),
        }
    }

    /// The same as a bare number, for sentences and pictures: none where it stays hidden.
    pub(super) fn shown(self, count: u32) -> u32 {
        match self.audience.told(count) {
            Reported::Exactly(count) | Reported::About(count) => count,
            Reported::Few => 0,
        }
    }

    /// Whether anything of a line but what was agreed stays hidden.
    pub(super) fn hides(self, stand: &Stand) -> bool {
        self.audience.told(stand.realised) == Reported::Few
    }

    fn ends(self, line: &ReportLine) -> String {
        let (low, high) = line.band;
        if self.hides(&line.stand) {
            return "–".to_owned();
        }
        let middle = self.count(line.stand.ends);
        if low == high || self.audience == Audience::Public {
            return middle;
        }
        let values = [("middle", middle.into()), ("low", low.into()), ("high", high.into())];
        self.words.t_with("steering-ends-band", &values)
    }

    pub(super) fn goal(self, stand: &Stand) -> String {
        match stand.goal {
            None => self.words.t("steering-goal-none"),
            Some((least, Some(most))) if least == most => self.words.number(most),
            Some((least, Some(most))) => {
                let values = [("least", least.into()), ("most", most.into())];
                self.words.t_with("steering-goal-between", &values)
            }
            Some((least, None)) => {
                self.words.t_with("steering-goal-least", &[("least", least.into())])
            }
        }
    }

    fn figure(self, name: &str) -> u32 {
        let value = self.report.figures.get(name).copied().unwrap_or_default();
        u32::try_from(value).unwrap_or_default()
    }

    fn list(self, items: &[String], none: &str) -> Part {
        if items.is_empty() {
            Part::text(self.words.t(none))
        } else {
            Part::List { items: items.to_vec() }
        }
    }

    /// How the whole year goes, how many groups ask for attention, what waits.
    fn lead(self, warned: usize) -> Vec<String> {
        let words = self.words;
        let Some(total) = self.of(part::TOTAL).next() else { return Vec::new() };
        let left = self.report.row.days_left;
        let values = [
            ("on", words.date(self.report.row.on).into()),
            ("realised", self.count(total.stand.realised).into()),
            ("ends", self.ends(total).into()),
            ("goal", self.goal(&total.stand).into()),
            ("left", left.into()),
        ];
        let how = if left == 0 { "steering-report-lead-over" } else { "steering-report-lead" };
        let mut lead = vec![words.t_with(how, &values)];
        if left > 0 {
            let warned = i64::try_from(warned).unwrap_or(i64::MAX);
            lead.push(words.t_with("steering-report-lead-warned", &[("groups", warned.into())]));
        }
        let waiting = self.count(self.figure(figure::WAITING));
        lead.push(words.t_with("steering-report-lead-waiting", &[("waiting", waiting.into())]));
        let open = self.figure(figure::SHARES_OPEN);
        if open > 0 {
            lead.push(words.t_with("steering-report-lead-open", &[("open", open.into())]));
        }
        if let Some(note) = &self.report.row.note {
            lead.push(note.to_string());
        }
        lead
    }

    /// What will probably end too far off, the surest first.
    fn warned(self) -> Vec<String> {
        let words = self.words;
        // What is over is not probable any more; the tables say how it ended.
        if self.report.row.days_left == 0 {
            return Vec::new();
        }
        let all =
            self.of(part::TOTAL).chain(self.of(part::GROUP)).chain(self.of(part::ASSOCIATION));
        let mut off: Vec<_> = all.filter(|it| !self.hides(&it.stand)).collect();
        off.retain(|it| it.stand.off.is_some());
        off.sort_by_key(|it| std::cmp::Reverse((it.part == part::TOTAL, it.sure)));
        let sentence = |line: &ReportLine| {
            let (least, most) = line.stand.goal?;
            let (key, bound) = match line.stand.off? {
                Off::Short => ("steering-off-short", least),
                Off::Over => ("steering-off-over", most.unwrap_or(least)),
            };
            // Nothing that has to come still is certain.
            let sure = f64::from(line.sure.unwrap_or(0)) / 1_000.0;
            let values = [
                ("against", self.report.row.against.into()),
                ("bound", bound.into()),
                ("middle", self.shown(line.stand.ends).into()),
                ("chance", words.percent(sure.min(0.99), 0).into()),
            ];
            // How sure exactly would say how many are realised.
            let public = self.audience == Audience::Public;
            let key = match (public, line.stand.off?) {
                (true, Off::Short) => "steering-report-off-short",
                (true, Off::Over) => "steering-report-off-over",
                (false, _) => key,
            };
            Some(format!("{}: {}", self.name(line), words.t_with(key, &values)))
        };
        off.into_iter().filter_map(sentence).collect()
    }

    /// What changed since the report before, a sentence for each thing.
    fn changed(self) -> Vec<String> {
        let Some((_, before)) = &self.report.before else { return Vec::new() };
        let parts = [part::TOTAL, part::GROUP, part::ASSOCIATION];
        let lines = parts.into_iter().flat_map(|it| self.of(it).collect::<Vec<_>>());
        let mut all: Vec<String> = lines
            .filter_map(|line| {
                let was = before.iter().find(|it| (&it.part, &it.code) == (&line.part, &line.code));
                let Some(was) = was else {
                    let name = [("name", self.name(line).into())];
                    return Some(self.words.t_with("steering-report-change-new", &name));
                };
                if self.hides(&line.stand) || self.hides(&was.stand) {
                    return None;
                }
                let changes = changes(&was.stand, &line.stand);
                let said: Vec<String> =
                    changes.iter().filter_map(|it| self.change(it, &was.stand, line)).collect();
                let values = [("name", self.name(line).into()), ("what", said.join("; ").into())];
                (!said.is_empty()).then(|| self.words.t_with("steering-report-change", &values))
            })
            .collect();
        let gone = before.iter().filter(|it| it.part == part::GROUP);
        let gone = gone.filter(|it| !self.of(part::GROUP).any(|now| now.code == it.code));
        all.extend(gone.map(|it| {
            self.words.t_with("steering-report-change-gone", &[("name", self.name(it).into())])
        }));
        all
    }

    fn change(self, change: &Change, was: &Stand, now: &ReportLine) -> Option<String> {
        let words = self.words;
        match change {
            Change::Goal => {
                let values =
                    [("from", self.goal(was).into()), ("to", self.goal(&now.stand).into())];
                Some(words.t_with("steering-report-change-goal", &values))
            }
            Change::NowOff(Off::Short) => Some(words.t("steering-report-change-short")),
            Change::NowOff(Off::Over) => Some(words.t("steering-report-change-over")),
            Change::NoLongerOff => Some(words.t("steering-report-change-right")),
            // Everybody reads tens at two moments, never what lies between them.
            Change::Realised(_) if self.audience == Audience::Public => {
                let (from, to) = (self.count(was.realised), self.count(now.stand.realised));
                let values = [("from", Value::from(from.clone())), ("to", to.clone().into())];
                (from != to).then(|| words.t_with("steering-report-change-from-to", &values))
            }
            Change::Realised(more) if *more > 0 => {
                Some(words.t_with("steering-report-change-more", &[("more", (*more).into())]))
            }
            Change::Realised(fewer) => {
                Some(words.t_with("steering-report-change-fewer", &[("fewer", (-*fewer).into())]))
            }
            Change::Ends { from, to } => {
                let (from, to) = (self.count(*from), self.count(*to));
                let values = [("from", Value::from(from.clone())), ("to", to.clone().into())];
                (from != to).then(|| words.t_with("steering-report-change-ends", &values))
            }
        }
    }

    fn bars(self, part: &'static str, head: &str) -> Part {
        let words = self.words;
        let keys =
            [head, "steering-realised", "steering-ends", "steering-goal", "steering-picture"];
        let mut lines: Vec<_> = self.of(part).collect();
        lines.sort_by_key(|it| self.name(it));
        let row = |line: &ReportLine| {
            let mut name = self.name(line);
            if !line.counts {
                name = format!("{name} ({})", words.t("steering-not-counted"));
            }
            let cells = [self.count(line.stand.realised), self.ends(line), self.goal(&line.stand)];
            let cells = std::iter::once(name).chain(cells).collect();
            self.bar(line, cells)
        };
        Part::Bars {
            head: keys.map(|it| words.t(it)).to_vec(),
            rows: lines.into_iter().map(row).collect(),
            legend: ["steering-realised", "steering-ends-legend", "steering-goal"]
                .map(|it| words.t(it)),
        }
    }

    /// A bar that is full at a little more than the most there is to draw.
    pub(super) fn bar(self, line: &ReportLine, cells: Vec<String>) -> BarRow {
        let Stand { goal, .. } = line.stand;
        if self.hides(&line.stand) {
            return BarRow { cells, done: None, ends: None, marks: Vec::new() };
        }
        // Nobody reads off a picture what the figures hide.
        let realised = self.shown(line.stand.realised);
        let (low, high) = (self.shown(line.band.0), self.shown(line.band.1));
        let agreed = goal.map_or((0, 0), |(least, most)| (least, most.unwrap_or(least)));
        let most = realised.max(high).max(agreed.0).max(agreed.1).max(1);
        let full = u64::from(most) * 26 / 25 + 1;
        let at = |homes: u32| u16::try_from(u64::from(homes) * 1_000 / full).unwrap_or(1_000);
        let mut marks: Vec<u16> =
            [agreed.0, agreed.1].into_iter().filter(|it| *it > 0).map(at).collect();
        marks.dedup();
        BarRow { cells, done: Some(at(realised)), ends: Some((at(low), at(high))), marks }
    }

    /// The years beside each other, as columns and as a table.
    fn years(self) -> (Part, Part) {
        let words = self.words;
        let of_year = |code: &str| self.of(part::YEAR).find(|it| it.code == code);
        let totals: Vec<_> = self.of(part::YEAR).filter(|it| !it.code.contains(' ')).collect();
        let mains: Vec<MainGroup> = MainGroup::ALL
            .into_iter()
            .filter(|main| {
                totals.iter().any(|it| of_year(&format!("{} {}", it.code, main.code())).is_some())
            })
            .collect();
        let homes = |year: &str, main: &MainGroup| {
            of_year(&format!("{year} {}", main.code())).map_or(0, |it| it.stand.realised)
        };
        let agreed = |it: &ReportLine| it.stand.goal.map(|(least, _)| least);
        let most = totals
            .iter()
            .map(|it| self.shown(it.stand.realised).max(agreed(it).unwrap_or(0)))
            .max();
        let full = u64::from(most.unwrap_or(0).max(1)) * 11 / 10 + 1;
        let high = |homes: u32| u16::try_from(u64::from(homes) * 1_000 / full).unwrap_or(1_000);
        let drawn = |homes: u32| high(self.shown(homes));
        let column = |it: &&ReportLine| Column {
            label: it.code.clone(),
            total: self.count(it.stand.realised),
            parts: mains.iter().map(|main| drawn(homes(&it.code, main))).collect(),
            mark: agreed(it).map(high),
        };
        let names: Vec<String> = mains.iter().map(|it| main_group(words, *it)).collect();
        let row = |it: &&ReportLine| {
            let of = mains.iter().map(|main| self.count(homes(&it.code, main)));
            let promised = agreed(it).map_or_else(|| "–".to_owned(), |it| words.number(it));
            let ends = [self.count(it.stand.realised), promised];
            std::iter::once(it.code.clone()).chain(of).chain(ends).collect()
        };
        let ends = ["steering-total", "steering-agreed"].map(|it| words.t(it));
        let head = std::iter::once(words.t("steering-year")).chain(names.clone()).chain(ends);
        let table = Part::Table { head: head.collect(), rows: totals.iter().map(row).collect() };
        let columns = Part::Columns {
            columns: totals.iter().map(column).collect(),
            legend: names,
            mark: words.t("steering-agreed"),
        };
        (columns, table)
    }

    /// What is in the way: how much, and how much of it is late.
    fn obstacles(self) -> Part {
        let words = self.words;
        let values = [
            ("open", self.figure(figure::OBSTACLES).into()),
            ("late", self.figure(figure::OBSTACLES_LATE).into()),
            ("cost", self.count(self.figure(figure::OBSTACLES_COST)).into()),
        ];
        Part::text(words.t_with("steering-report-obstacles-said", &values))
    }

    /// The costliest obstacles by name; those are people's own words, for the partners only.
    fn costliest(self) -> Option<Part> {
        let named = self.of(part::OBSTACLE).filter(|_| self.audience == Audience::Partners);
        let mut named: Vec<_> = named.collect();
        named.sort_by_key(|it| std::cmp::Reverse(it.stand.realised));
        let item = |it: &ReportLine| {
            let values = [("title", self.name(it).into()), ("cost", it.stand.realised.into())];
            self.words.t_with("steering-report-obstacle", &values)
        };
        let items: Vec<String> = named.into_iter().map(item).collect();
        (!items.is_empty()).then_some(Part::List { items })
    }

    /// How often each work agreement was kept, against how often it has to be.
    fn agreements(self) -> Part {
        let words = self.words;
        let of = |name: &str, it: WorkAgreement| {
            let value = self.report.figures.get(&of_agreement(name, it)).copied()?;
            u32::try_from(value).ok()
        };
        // Of a few that were not kept everybody would read how many: 97 % of about 30 is all but one.
        let tells = |kept: u32, counted: u32| {
            let few = |it: u32| it > 0 && self.audience.told(it) == Reported::Few;
            !few(kept) && !few(counted.saturating_sub(kept))
        };
        let percent = |part: u32, whole: u32| {
            // Rounded down, so that only everything is all of it.
            let percent = u64::from(part) * 100 / u64::from(whole.max(1));
            words.percent(percent as f64 / 100.0, 0)
        };
        let row = |it: &WorkAgreement| {
            let counted = of(figure::COUNTED, *it).zip(of(figure::KEPT, *it));
            let (kept, counted) = match counted {
                Some((counted, kept)) if tells(kept, counted) => {
                    (percent(kept, counted), self.count(counted))
                }
                Some((counted, _)) => (words.t("places-hidden"), self.count(counted)),
                None => ("–".to_owned(), "–".to_owned()),
            };
            let target = of(figure::TARGET, *it).map(|it| percent(it, 100));
            vec![words.name(it), kept, counted, target.unwrap_or_default()]
        };
        let measured: Vec<_> = WorkAgreement::ALL.iter().filter(|it| it.is_measured()).collect();
        let head = [
            "work-agreements-agreement",
            "work-agreements-kept",
            "steering-report-counted",
            "work-agreements-target",
        ];
        Part::Table {
            head: head.map(|it| words.t(it)).to_vec(),
            rows: measured.into_iter().map(row).collect(),
        }
    }

    fn definitions(self) -> Vec<String> {
        let keys = ["steering-how-realised", "steering-how-ends", "steering-how-warning"];
        let mut all: Vec<String> = keys.map(|it| self.words.t(it)).to_vec();
        let also = [
            (part::AREA, "steering-report-define-room"),
            (part::AIM, "steering-report-define-aim"),
        ];
        let there = also.into_iter().filter(|(part, _)| self.of(part).next().is_some());
        all.extend(there.map(|(_, key)| self.words.t(key)));
        all.push(self.words.t("steering-report-define-changed"));
        if self.audience == Audience::Public {
            all.push(self.words.t("steering-report-define-hidden"));
        }
        all
    }
}
