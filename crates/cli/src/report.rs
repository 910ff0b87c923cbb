//! A proposal as a text to read: every pair, everybody who is not placed and every home
//! that stays empty, with the reasons. Markdown, so that it prints and reads without tools.

use std::collections::BTreeMap;

use sleutel_domain::{
    Reference, VacancyCode,
    placement::{
        Bound, BoundUse, Candidate, HomeOnOffer, Placement, Proposal, RoundInput, Unplaced,
    },
};
use sleutel_words::{RoundNames, Words};

/// The whole report. No time of making in it: the same round gives the same text.
pub(crate) fn report(
    words: Words,
    input: &RoundInput,
    proposal: &Proposal,
    fingerprint: &str,
) -> String {
    let report = Report {
        words,
        input,
        names: RoundNames::new(input),
        candidates: input.candidates.iter().map(|it| (&it.reference, it)).collect(),
        homes: input.homes.iter().map(|it| (&it.vacancy, it)).collect(),
        uses: proposal.bounds.iter().map(|it| (&it.bound, it)).collect(),
    };
    let sections = [
        report.head(proposal, fingerprint),
        report.goals(proposal),
        report.numbers(proposal),
        report.collisions(proposal),
        report.worth(proposal),
        report.pairs(proposal),
        report.unplaced(proposal),
        report.empty(proposal),
    ];
    format!("{}\n", sections.join("\n\n").trim_end())
}

struct Report<'a> {
    words: Words,
    input: &'a RoundInput,
    names: RoundNames<'a>,
    candidates: BTreeMap<&'a Reference, &'a Candidate>,
    homes: BTreeMap<&'a VacancyCode, &'a HomeOnOffer>,
    uses: BTreeMap<&'a Bound, &'a BoundUse>,
}

impl Report<'_> {
    fn head(&self, proposal: &Proposal, fingerprint: &str) -> String {
        let words = self.words;
        let date = words.date(self.input.date);
        let proven = if proposal.proven() { "report-proven" } else { "report-not-proven" };
        let counts = words.t_with(
            "report-counts",
            &[
                ("people", self.input.candidates.len().into()),
                ("homes", self.input.homes.len().into()),
                ("placed", proposal.placements.len().into()),
                ("empty", proposal.empty.len().into()),
            ],
        );
        let made = words.t_with(
            "report-made",
            &[
                ("engine", proposal.engine.as_str().into()),
                ("seed", self.input.seed.to_string().into()),
                ("fingerprint", fingerprint.into()),
            ],
        );
        let title = words.t_with("report-title", &[("date", date.into())]);
        let people_decide = words.t("report-people-decide");
        format!("# {title}\n\n{people_decide}\n\n{counts} {}\n\n{made}", words.t(proven))
    }

    fn goals(&self, proposal: &Proposal) -> String {
        let words = self.words;
        let rows = proposal.goals.iter().zip(1_u32..).map(|(it, number)| {
            let name = words.name(&it.goal);
            format!(
                "| {number} | {name} | {} | {} |",
                words.number(it.reached),
                words.number(it.bound)
            )
        });
        let head = ["report-goal", "report-reached", "report-best"].map(|key| words.t(key));
        let head = format!("|   | {} |\n|--:|---|--:|--:|", head.join(" | "));
        self.section("report-goals", &head, &rows.collect::<Vec<_>>())
    }

    fn numbers(&self, proposal: &Proposal) -> String {
        let words = self.words;
        let rows = proposal.bounds.iter().map(|it| {
            let upper = it.upper.map_or_else(String::new, |upper| words.number(upper));
            let name = cell(&words.bound(&it.bound, &self.names));
            let counts = [it.before, it.after, it.lower].map(|it| words.number(it));
            format!("| {name} | {} | {upper} |", counts.join(" | "))
        });
        let head = ["report-name", "report-before", "report-after", "report-least", "report-most"];
        let head = head.map(|key| words.t(key)).join(" | ");
        let table = self.section(
            "report-numbers",
            &format!("| {head} |\n|---|--:|--:|--:|--:|"),
            &rows.collect::<Vec<_>>(),
        );
        let short =
            proposal.shortfalls.iter().map(|it| format!("- {}", words.shortfall(it, &self.names)));
        let broken = proposal.pins_broken.iter().map(|(candidate, vacancy)| {
            let values =
                [("reference", candidate.as_str().into()), ("home", vacancy.as_str().into())];
            format!("- {}", words.t_with("report-pin-broken", &values))
        });
        let loads =
            proposal.loads.iter().map(|it| format!("- {}", words.load_use(it, &self.names)));
        let remarks: Vec<String> = loads.chain(short).chain(broken).collect();
        if remarks.is_empty() { table } else { format!("{table}\n\n{}", remarks.join("\n")) }
    }

    /// What was laid down and cannot all be kept, with the ways out; nothing when all was.
    fn collisions(&self, proposal: &Proposal) -> String {
        let rows = proposal.collisions.iter().map(|it| {
            let ways = it.ways_out.iter().map(|way| self.words.way_out(way, &self.names));
            let ways: Vec<_> = ways.map(|way| format!("  - {way}")).collect();
            format!("- {}\n{}", self.words.collision(it, &self.names), ways.join("\n"))
        });
        self.section("report-collisions", "", &rows.collect::<Vec<_>>())
    }

    fn worth(&self, proposal: &Proposal) -> String {
        let rows = proposal.worth.iter();
        let rows = rows.map(|it| format!("- {}", self.words.worth(it, &self.names)));
        self.section("report-worth", "", &rows.collect::<Vec<_>>())
    }

    fn pairs(&self, proposal: &Proposal) -> String {
        let pairs = proposal.placements.iter().map(|it| self.pair(it)).collect::<Vec<_>>();
        self.section("report-pairs", "", &pairs)
    }

    fn pair(&self, it: &Placement) -> String {
        let words = self.words;
        let mut lines = vec![format!("### {} — {}\n", self.home(&it.vacancy), it.candidate)];
        if it.pinned {
            lines.push(format!("- {}", words.t("report-pinned")));
        }
        if it.on_ground {
            lines.push(format!("- {}", words.t("report-on-ground")));
        }
        lines.push(format!(
            "- {}",
            words.t_with("report-waited", &[("weeks", it.weeks_waited.into())])
        ));
        let fit = words.fit(it.fit).into_iter().map(|(name, points)| format!("{name}: {points}"));
        let fit: Vec<String> = fit.collect();
        let points = [("points", it.fit.total().into()), ("parts", fit.join("; ").into())];
        lines.push(format!("- {}", words.t_with("report-fit", &points)));
        lines.extend(self.room(it).into_iter().map(|line| format!("- {line}")));
        for other in &it.runners_up {
            let also = [("reference", other.candidate.as_str().into())];
            let also = words.t_with("report-runner-up", &also);
            lines.push(format!("- {also} {}", words.runner_up(other)));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// The shares this pair counts in, before and after the round: the group, then the
    /// parts of the city from small to large, as far as they have numbers.
    fn room(&self, it: &Placement) -> Vec<String> {
        let group = self.candidates.get(&it.candidate).map(|it| Bound::Group(it.group.clone()));
        let mut bounds: Vec<Bound> = group.into_iter().collect();
        let mut node = self.homes.get(&it.vacancy).map(|home| home.node);
        while let Some(here) = node.and_then(|at| self.input.nodes.get(at)) {
            bounds.push(Bound::Area(here.place.clone()));
            // A parent comes before its children, so this ends.
            node = here.parent;
        }
        let used = bounds.iter().filter_map(|bound| self.uses.get(bound));
        used.map(|it| {
            let name = self.words.bound(&it.bound, &self.names);
            format!("{name}: {}", self.words.bound_use(it))
        })
        .collect()
    }

    fn unplaced(&self, proposal: &Proposal) -> String {
        let rows = proposal.unplaced.iter().map(|it| self.one_unplaced(it)).collect::<Vec<_>>();
        self.section("report-unplaced", "", &rows)
    }

    fn one_unplaced(&self, it: &Unplaced) -> String {
        let why = self.words.why_not(&it.why, &self.names);
        let change = it.change.as_ref().map(|it| self.words.change(it, &self.names));
        let change = change.map_or_else(String::new, |change| {
            format!(" {}", self.words.t_with("report-change", &[("change", change.into())]))
        });
        format!("- **{}**: {why}{change}", it.candidate)
    }

    fn empty(&self, proposal: &Proposal) -> String {
        let rows = proposal.empty.iter().map(|it| {
            format!(
                "- **{}**: {}",
                self.home(&it.vacancy),
                self.words.why_empty(&it.why, &self.names)
            )
        });
        self.section("report-empty", "", &rows.collect::<Vec<_>>())
    }

    fn home(&self, code: &VacancyCode) -> String {
        self.homes.get(code).map_or_else(|| code.to_string(), |it| format!("{code}, {}", it.street))
    }

    fn section(&self, title: &str, head: &str, rows: &[String]) -> String {
        let title = self.words.t(title);
        if rows.is_empty() {
            return format!("## {title}\n\n{}", self.words.t("report-none"));
        }
        let head = if head.is_empty() { String::new() } else { format!("{head}\n") };
        format!("## {title}\n\n{head}{}", rows.join("\n").trim_end())
    }
}

/// A bar would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
