use sleutel_actions::plan::Overview;
use sleutel_domain::{Reference, plan::VersionState};

use super::href;
use crate::{Page, show::Tone};

/// One of the three on somebody's file.
pub(crate) struct CardLine {
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) badge: Option<(Tone, String)>,
    pub(crate) text: String,
}

/// How far plan, people and list are, with the way to each.
pub(crate) struct Card {
    pub(crate) lines: Vec<CardLine>,
}

impl Card {
    pub(crate) fn new(page: &Page, reference: &Reference, seen: &Overview) -> Self {
        let words = page.words;
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let plan = &seen.plan;
        let newest = plan.open().or(plan.in_force()).or(plan.draft());
        let goals = plan.in_force().or(newest);
        let (all, ended) = goals.map_or((0, 0), |it| {
            let ended = it.goals.iter().filter(|goal| plan.ended.contains_key(&goal.number));
            (it.goals.len(), ended.count())
        });
        let progress = seen.progress;
        let line = |part: &str, key: &str, badge, text| CardLine {
            href: href(reference.as_str(), part),
            label: page.t(key),
            badge,
            text,
        };
        let mut lines = vec![
            line(
                "plan",
                "plan-card-plan",
                newest.map(|it| (tone(&it.state), page.name(&it.state))),
                if newest.is_some() {
                    let values = [("ended", count(ended).into()), ("all", count(all).into())];
                    words.t_with("plan-card-goals", &values)
                } else {
                    page.t("plan-card-none")
                },
            ),
            line(
                "network",
                "plan-card-network",
                None,
                page.t1("plan-card-contacts", "count", count(seen.contacts)),
            ),
        ];
        if progress.all > 0 {
            let values =
                [("settled", count(progress.settled).into()), ("all", count(progress.all).into())];
            let late = (progress.late > 0)
                .then(|| (Tone::Bad, page.t1("plan-card-late", "count", count(progress.late))));
            let text = words.t_with("plan-card-progress", &values);
            lines.push(line("basics", "plan-card-basics", late, text));
        }
        Self { lines }
    }
}

/// How a state looks.
pub(super) fn tone(state: &VersionState) -> Tone {
    match state {
        VersionState::Draft => Tone::Neutral,
        VersionState::Open { against, .. } if against.is_empty() => Tone::Attention,
        VersionState::Open { .. } => Tone::Bad,
        VersionState::InForce { .. } => Tone::Good,
        VersionState::Superseded { .. } | VersionState::SetAside { .. } => Tone::Neutral,
    }
}
