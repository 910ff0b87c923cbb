//! Obstacles of the demo: a dozen invented ones, some overdue, one solved, one that cannot be
//! solved here, written down through the actions behind the pages.

use jiff::ToSpan;
use sleutel_actions::{
    ActionError, App, Who, access,
    steering::obstacles::{self, ObstacleDraft, StatusDraft},
};
use sleutel_domain::{
    access::{Language, Role},
    steering::{ObstacleKind, ObstacleStatus, kept::WorkAgreement},
};
use sleutel_words::Words;

struct Made {
    /// The key of its name.
    title: &'static str,
    kind: ObstacleKind,
    owner: Role,
    /// Days ago it was found, and days from now it has to be cleared.
    days: (i32, i32),
    /// People and weeks.
    cost: Option<(u32, u32)>,
    /// Road and step.
    step: &'static str,
    agreement: Option<WorkAgreement>,
    status: ObstacleStatus,
}

const fn made(
    title: &'static str,
    kind: ObstacleKind,
    owner: Role,
    days: (i32, i32),
    cost: Option<(u32, u32)>,
) -> Made {
    let (step, agreement, status) = ("", None, ObstacleStatus::Open);
    Made { title, kind, owner, days, cost, step, agreement, status }
}

const OBSTACLES: [Made; 12] = [
    Made {
        step: "omslag-amsterdam match",
        agreement: Some(WorkAgreement::Offer),
        status: ObstacleStatus::UnderWay,
        ..made(
            "obstacles-demo-homes",
            ObstacleKind::TooFewHomes,
            Role::ProgrammeManager,
            (120, 40),
            Some((85, 11)),
        )
    },
    Made {
        step: "omslag-amsterdam viewing",
        ..made(
            "obstacles-demo-viewing",
            ObstacleKind::TermsNotKept,
            Role::LettingConsultant,
            (60, -5),
            Some((40, 2)),
        )
    },
    Made {
        step: "omslag-amsterdam urgency",
        status: ObstacleStatus::UnderWay,
        ..made(
            "obstacles-demo-decision",
            ObstacleKind::TermsNotKept,
            Role::HousingOfficer,
            (75, 6),
            Some((60, 3)),
        )
    },
    made(
        "obstacles-demo-furnishing",
        ObstacleKind::Money,
        Role::HousingOfficer,
        (200, -20),
        Some((120, 2)),
    ),
    made(
        "obstacles-demo-debts",
        ObstacleKind::Money,
        Role::LettingConsultant,
        (30, 30),
        Some((14, 9)),
    ),
    made(
        "obstacles-demo-neighbours",
        ObstacleKind::Neighbours,
        Role::LettingConsultant,
        (20, 3),
        None,
    ),
    Made {
        status: ObstacleStatus::NotHere,
        ..made(
            "obstacles-demo-rules",
            ObstacleKind::Rules,
            Role::ProgrammeManager,
            (300, -100),
            Some((25, 26)),
        )
    },
    made(
        "obstacles-demo-support",
        ObstacleKind::Support,
        Role::PlacementCoordinator,
        (45, 60),
        Some((18, 8)),
    ),
    Made {
        status: ObstacleStatus::Solved,
        ..made(
            "obstacles-demo-file",
            ObstacleKind::Information,
            Role::PlacementCoordinator,
            (240, -90),
            Some((70, 1)),
        )
    },
    made(
        "obstacles-demo-adapted",
        ObstacleKind::Information,
        Role::LettingConsultant,
        (10, 50),
        Some((6, 20)),
    ),
    Made {
        step: "omslag-amsterdam meeting",
        agreement: Some(WorkAgreement::Tenancy),
        ..made(
            "obstacles-demo-meeting",
            ObstacleKind::TermsNotKept,
            Role::LettingConsultant,
            (35, 14),
            None,
        )
    },
    Made {
        step: "omslag-amsterdam conversion",
        agreement: Some(WorkAgreement::Conversion),
        ..made(
            "obstacles-demo-conversion",
            ObstacleKind::TermsNotKept,
            Role::LettingConsultant,
            (90, 21),
            Some((33, 5)),
        )
    },
];

/// Writes them down as the programme manager.
pub(crate) async fn fill(app: &App, who: &Who) -> Result<(), ActionError> {
    let Some(programme) = who.programme().cloned() else { return Ok(()) };
    let words = Words::new(Language::Dutch);
    let accounts = access::accounts(app, who).await?;
    let of = |role: Role| accounts.iter().find(|it| it.role == role);
    let Some(manager) = of(Role::ProgrammeManager).cloned() else { return Ok(()) };
    let manager = Who::Person { person: manager.into(), programme };
    let today = app.today();
    for it in OBSTACLES {
        let Some(owner) = of(it.owner) else { continue };
        let day = |days: i32| today.saturating_add(days.days()).to_string();
        let (people, weeks) = match it.cost {
            Some((people, weeks)) => (people.to_string(), weeks.to_string()),
            None => Default::default(),
        };
        let ground = if it.cost.is_some() { "obstacles-demo-ground" } else { "" };
        let draft = ObstacleDraft {
            title: words.t(it.title),
            kind: it.kind.code().to_owned(),
            step: it.step.to_owned(),
            agreement: it.agreement.map(|it| it.code().to_owned()).unwrap_or_default(),
            owner: owner.id.to_string(),
            found: day(-it.days.0),
            due: day(it.days.1),
            people,
            weeks,
            ground: if ground.is_empty() { String::new() } else { words.t(ground) },
            ..ObstacleDraft::default()
        };
        let number = obstacles::add(app, &manager, &draft).await?;
        let why = match it.status {
            ObstacleStatus::Open => continue,
            ObstacleStatus::UnderWay => "obstacles-demo-note",
            ObstacleStatus::Solved => "obstacles-demo-solved",
            ObstacleStatus::NotHere => "obstacles-demo-not-here",
        };
        let draft = StatusDraft {
            status: it.status.code().to_owned(),
            reason: words.t(why),
            was: "1".to_owned(),
        };
        obstacles::set_status(app, &manager, number, &draft).await?;
    }
    Ok(())
}
