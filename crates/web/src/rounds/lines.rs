//! The lines of a proposal as a page shows them.

use jiff::{Timestamp, tz::TimeZone};
use sleutel_actions::{
    Who,
    policy::{self, Action, Reach},
    rounds::{Household, LineView, RoundView},
};
use sleutel_domain::{
    Reference,
    homes::AreaLevel,
    placement::{Bound, BoundUse, Fit, Placement, Verdict},
};
use sleutel_store::placement::DecisionRow;
use sleutel_words::Words;

use super::{
    asked,
    names::{self, Names},
};
use crate::{
    listing::encode,
    show::{Bar, Tone},
};

/// A household as a page names it.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// Its name where that may be seen, else its reference.
    pub label: String,
    /// Its reference, when the label is a name.
    pub reference: Option<String>,
    /// Its place in this round.
    pub href: Option<String>,
    pub group: String,
    pub people: String,
}

/// A number before and after, with its bar.
#[derive(Debug, Clone)]
pub(super) struct Use {
    pub bar: Bar,
    pub label: String,
    pub text: String,
}

/// Others who could have had the home and whom the same decided against.
#[derive(Debug, Clone)]
pub(super) struct Runners {
    pub why: String,
    /// Who, where their verdict on this home stands, and the points of their fit.
    pub people: Vec<(String, Option<String>, String)>,
}

/// What was decided, by whom, when and why.
#[derive(Debug, Clone)]
pub(super) struct Decided {
    pub tone: Tone,
    pub verdict: String,
    pub by: String,
    pub reason: String,
    /// To take it back by.
    pub undo: Option<String>,
}

/// One line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Reference and vacancy, as the form sends it.
    pub pair: String,
    pub vacancy: String,
    pub address: String,
    pub place: String,
    pub facts: Vec<String>,
    pub association: String,
    pub person: Person,
    pub waited: String,
    pub on_ground: bool,
    pub pinned: bool,
    pub reasons: Vec<String>,
    /// The group's share.
    pub share: Option<Use>,
    /// What looking ahead did here, in a round that did.
    pub stepped_back: Option<String>,
    /// Room around the home, smallest part first, in words.
    pub room: Vec<String>,
    pub runners: Vec<Runners>,
    /// How many they are together, those of other organisations too.
    pub runners_count: usize,
    /// Runners-up of other organisations.
    pub others: usize,
    pub decided: Option<Decided>,
    pub may_decide: bool,
    pub pin: Option<String>,
    pub ban: Option<String>,
    /// Whom the household moves together with.
    pub together: Option<Together>,
    /// Typed in the form of this line and not accepted.
    pub kept: Option<Kept>,
}

/// Households that move together, of one line all others.
#[derive(Debug, Clone)]
pub(super) struct Together {
    /// Who they are.
    pub text: String,
    /// What deciding means for them.
    pub what: String,
    /// Their lines, which are decided at once with this one.
    pub pairs: Vec<String>,
}

/// A reason that was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept {
    pub reason: String,
    pub error: Option<String>,
}

/// What the lines of one page have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around<'a> {
    pub words: Words,
    pub zone: &'a TimeZone,
    pub who: &'a Who,
    pub view: &'a RoundView,
    pub names: Names<'a>,
    /// The proposal is the newest of an open round.
    pub live: bool,
}

/// Whether somebody may see who else waits: everyone in a round but an association.
pub(super) fn sees_people(who: &Who) -> bool {
    policy::may(who, Action::SeeParticipant)
        || policy::reach_of(who, Action::SeeProposal) == Reach::All
}

/// A moment in words, on the clock of the programme.
pub(super) fn moment(words: Words, at: Timestamp, zone: &TimeZone) -> String {
    words.moment(at.to_zoned(zone.clone()).datetime())
}

impl Around<'_> {
    fn base(&self) -> String {
        format!("/rounds/{}", self.view.round.id)
    }

    /// What asks for the outcome looked at, when it is not the one shown anyway.
    fn question(&self) -> String {
        if self.live { String::new() } else { asked::question(self.view.which()) }
    }

    /// Where a pair is pinned or ruled out.
    fn fix(&self, reference: &str, vacancy: &str, kind: &str) -> String {
        format!(
            "{}/fix?person={}&home={}&kind={kind}",
            self.base(),
            encode(reference),
            encode(vacancy)
        )
    }

    pub(super) fn person(&self, household: &Household) -> Person {
        let reference = household.reference.to_string();
        let href = sees_people(self.who).then(|| {
            let question = self.question();
            format!("{}/people/{}{question}", self.base(), encode(&reference))
        });
        Person {
            label: household.name.clone().unwrap_or_else(|| reference.clone()),
            reference: household.name.as_ref().map(|_| reference),
            href,
            group: self.names.group_name(&household.group),
            people: names::people(self.words, household.people),
        }
    }

    pub(super) fn decided(&self, row: &DecisionRow, may_undo: bool) -> Decided {
        let words = self.words;
        let (actor, when) = (row.actor.as_str(), moment(words, row.at, self.zone));
        Decided {
            tone: match row.verdict {
                Verdict::Agreed => Tone::Good,
                Verdict::Rejected => Tone::Bad,
            },
            verdict: words.name(&row.verdict),
            by: words.t_with("rounds-by", &[("who", actor.into()), ("when", when.into())]),
            reason: row.reason.to_string(),
            undo: may_undo.then(|| row.id.to_string()),
        }
    }

    /// The share of a group, as a bar and in words.
    pub(super) fn bound(&self, used: &BoundUse) -> Use {
        let words = self.words;
        let name = words.bound(&used.bound, &self.names);
        Use {
            bar: Bar {
                done: used.before,
                added: used.after.saturating_sub(used.before),
                lower: used.lower,
                upper: used.upper,
            },
            label: words.t_with("rounds-use-group", &[("name", name.into())]),
            text: words.bound_use(used),
        }
    }

    /// The whole city is the same for every line: it stands above them.
    fn is_city(&self, used: &BoundUse) -> bool {
        match &used.bound {
            Bound::Area(place) => self.view.names.level(place) == Some(AreaLevel::Municipality),
            Bound::Group(_) | Bound::Association(_) => false,
        }
    }

    /// Room in the whole city, where it has a ceiling.
    pub(super) fn city(&self, bounds: &[BoundUse]) -> Vec<String> {
        let bounds = bounds.iter().filter(|it| it.upper.is_some() && self.is_city(it));
        bounds.map(|it| self.room(it)).collect()
    }

    /// Room in a part of the city, with how large a part it is.
    fn room(&self, used: &BoundUse) -> String {
        let words = self.words;
        let name = words.bound(&used.bound, &self.names);
        let level = match &used.bound {
            Bound::Area(place) => self.view.names.level(place),
            Bound::Group(_) | Bound::Association(_) => None,
        };
        let level = level.map(|level| words.name(&level)).unwrap_or_default();
        words.t_with(
            "rounds-room",
            &[
                ("level", level.into()),
                ("name", name.into()),
                ("use", words.bound_use(used).into()),
            ],
        )
    }

    /// The runners-up this person may know of, nearest first, those with the same reason
    /// together; and how many they are.
    fn runners(&self, line: &LineView) -> (Vec<Runners>, usize) {
        let all = policy::reach_of(self.who, Action::SeeProposal) == Reach::All;
        let mut groups: Vec<Runners> = Vec::new();
        let mut count = 0;
        for runner in &line.placement.runners_up {
            let own = |it: &&Household| it.may_open || all;
            let household = line.runners_up.iter().find(|it| it.reference == runner.candidate);
            let Some(household) = household.filter(own) else { continue };
            count += 1;
            let person = self.person(household);
            let at = |href: String| format!("{href}#home-{}", line.placement.vacancy);
            let points = points(self.words, runner.fit);
            let entry = (person.label, person.href.map(at), points);
            let loss = self.words.loss(runner.decided_by, runner.loss);
            let why = self.words.t_with("rounds-runners-if", &[("loss", loss.into())]);
            match groups.iter_mut().find(|it| it.why == why) {
                Some(group) => group.people.push(entry),
                None => groups.push(Runners { why, people: vec![entry] }),
            }
        }
        (groups, count)
    }

    pub(super) fn line(&self, line: &LineView) -> Line {
        let words = self.words;
        let (reference, vacancy) = (line.household.reference.as_str(), &line.placement.vacancy);
        let (runners, known) = self.runners(line);
        let may = self.live && line.may_decide && line.decision.is_none();
        let fix = |kind: &str| {
            (may && policy::may(self.who, Action::Fix) && !line.placement.pinned)
                .then(|| self.fix(reference, vacancy.as_str(), kind))
        };
        Line {
            pair: format!("{reference} {vacancy}"),
            vacancy: vacancy.to_string(),
            address: names::address(&line.home),
            place: self.names.place_of(&line.home),
            facts: names::home_facts(words, &line.home),
            association: self.association(line.home.association.as_str()),
            person: self.person(&line.household),
            waited: words.t_with("rounds-weeks", &[("weeks", line.placement.weeks_waited.into())]),
            on_ground: line.placement.on_ground,
            pinned: line.placement.pinned,
            reasons: reasons(words, line),
            stepped_back: stepped_back(words, &line.placement),
            share: line.group_use.as_ref().map(|it| self.bound(it)),
            room: line
                .area_uses
                .iter()
                .filter(|it| !self.is_city(it))
                .map(|it| self.room(it))
                .collect(),
            others: if sees_people(self.who) { line.placement.runners_up.len() - known } else { 0 },
            runners_count: if sees_people(self.who) { line.placement.runners_up.len() } else { 0 },
            runners,
            decided: line
                .decision
                .as_ref()
                .map(|row| self.decided(row, self.live && line.may_decide)),
            may_decide: may,
            pin: fix("pin"),
            ban: fix("ban"),
            together: self.together(line, may),
            kept: None,
        }
    }

    /// Whom the household of a line moves with, directly or through others, as it was when
    /// this was proposed.
    fn together(&self, line: &LineView, may: bool) -> Option<Together> {
        let words = self.words;
        let links = &self.view.current.as_ref()?.1.input.together;
        let mut company = vec![&line.household.reference];
        let mut at = 0;
        while let Some(reference) = company.get(at).copied() {
            for it in links {
                let other = match reference {
                    reference if *reference == it.one => &it.other,
                    reference if *reference == it.other => &it.one,
                    _ => continue,
                };
                if !company.contains(&other) {
                    company.push(other);
                }
            }
            at += 1;
        }
        let others = company.split_off(1);
        if others.is_empty() {
            return None;
        }
        let line_of =
            |it: &Reference| self.view.lines.iter().find(|line| line.household.reference == *it);
        let names: Vec<String> = others
            .iter()
            .map(|it| {
                line_of(it)
                    .and_then(|line| line.household.name.clone())
                    .unwrap_or_else(|| it.to_string())
            })
            .collect();
        let open: Vec<String> = others
            .iter()
            .filter_map(|it| line_of(it))
            .filter(|it| may && it.may_decide && it.decision.is_none())
            .map(|it| format!("{} {}", it.household.reference, it.placement.vacancy))
            .collect();
        let what = if !may {
            String::new()
        } else if open.len() == others.len() {
            words.t("rounds-together-both")
        } else {
            words.t("rounds-together-desk")
        };
        let who = words.list(&names);
        let text = words.t_with("rounds-together", &[("who", who.into())]);
        Some(Together { text, what, pairs: open })
    }

    pub(super) fn association(&self, code: &str) -> String {
        let found = self.view.organisations.iter().find(|(it, _)| it.as_str() == code);
        found.map_or_else(|| code.to_owned(), |(_, name)| name.clone())
    }
}

/// How many others would have had more points here, had the round not looked ahead.
fn stepped_back(words: Words, placement: &Placement) -> Option<String> {
    let runners_up = placement.runners_up.iter();
    let count = runners_up.filter(|it| it.stepped_back(placement.fit)).count();
    (count > 0).then(|| words.t_with("rounds-line-stepped-back", &[("count", count.into())]))
}

/// The points of a fit, and which parts they come from.
pub(super) fn points(words: Words, fit: Fit) -> String {
    let total = words.t_with("rounds-points-of", &[("points", fit.total().into())]);
    let parts: Vec<String> = words
        .fit(fit)
        .into_iter()
        .map(|(part, points)| format!("{part} {}", words.number(points)))
        .collect();
    if parts.is_empty() { total } else { format!("{total} ({})", parts.join(", ")) }
}

/// Why this pair fits, in words with the points of each part.
pub(super) fn reasons(words: Words, line: &LineView) -> Vec<String> {
    let parts = words.fit(line.placement.fit);
    if parts.is_empty() {
        return vec![words.t("rounds-fits-plain")];
    }
    parts
        .into_iter()
        .map(|(part, points)| {
            words.t_with("rounds-fit-part", &[("part", part.into()), ("points", points.into())])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use sleutel_domain::{
        Reference, VacancyCode,
        access::Language,
        placement::{Goal, RunnerUp},
    };

    use super::*;

    #[test]
    fn a_line_says_who_let_it_go_first_and_nothing_of_who_had_fewer_points() {
        let reference = |it: &str| Reference::new(it).unwrap();
        let runner_up = |it: &str, wish, later| RunnerUp {
            candidate: reference(it),
            fit: Fit { wish, later, ..Fit::default() },
            decided_by: Goal::Fit,
            loss: 10,
        };
        let mut placement = Placement {
            candidate: reference("T-1"),
            vacancy: VacancyCode::new("V-1").unwrap(),
            fit: Fit { wish: 100, ..Fit::default() },
            pinned: false,
            weeks_waited: 3,
            on_ground: false,
            runners_up: vec![runner_up("T-2", 400, -310), runner_up("T-3", 90, 0)],
        };
        let said = stepped_back(Words::new(Language::English), &placement);
        let expected = "Looking ahead counted here: without it 1 other household had more points \
                        here. It can expect more later and lets this household go first.";
        assert_eq!(said.as_deref(), Some(expected));
        placement.runners_up.remove(0);
        assert_eq!(stepped_back(Words::new(Language::English), &placement), None);
    }
}
