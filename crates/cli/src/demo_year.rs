//! The year agreements of the demo: six years with the rule for neighbourhoods and the targets of
//! associations, of which the partners agreed with all, but in this one, which was changed once, not
//! everybody did yet; a share-out that waits for the steering group; and what the state asks for the
//! next year.

use sleutel_actions::{
    ActionError, App, Who, access,
    steering::{
        self, AssentDraft, NamedDraft, ReportDraft, ShareDraft, YearDraft,
        groups::{self, NationalDraft},
    },
};
use sleutel_domain::{
    GroupCode,
    access::{Language, OrganisationKind, Role},
    homes::AreaLevel,
    steering::{Rule, groups::YearPart},
};
use sleutel_words::Words;

/// Years before this one.
const BEFORE: i16 = 5;

/// The programme manager of the demo.
async fn manager(app: &App, who: &Who) -> Result<Option<Who>, ActionError> {
    let Some(programme) = who.programme().cloned() else { return Ok(None) };
    let manager = access::accounts(app, who)
        .await?
        .into_iter()
        .find(|it| it.role == Role::ProgrammeManager)
        .map(|account| Who::Person { person: account.into(), programme });
    Ok(manager)
}

/// Makes a report of how it all stands.
pub(crate) async fn report(app: &App, who: &Who) -> Result<(), ActionError> {
    let Some(manager) = manager(app, who).await? else { return Ok(()) };
    let note = Words::new(Language::Dutch).t("cli-demo-report-first");
    let draft = ReportDraft { year: app.today().year().to_string(), note };
    steering::make_report(app, &manager, &draft).await.map(|_| ())
}

/// Writes them down, through the actions behind the pages.
pub(crate) async fn fill(app: &App, who: &Who) -> Result<(), ActionError> {
    let Some(manager) = manager(app, who).await? else { return Ok(()) };
    let words = Words::new(Language::Dutch);
    let now = app.today().year();
    let mut last = 0;
    for year in now - BEFORE..=now {
        let mut draft = steering::year_form(app, &manager, year).await?.draft;
        draft.homes = sleutel_demo::HOMES_A_YEAR.to_string();
        draft.note = words.t(if year == now { "cli-demo-year-now" } else { "cli-demo-year-past" });
        for group in &mut draft.groups {
            if group.code == "status-holders" {
                group.ground = words.t("cli-demo-year-national");
            }
        }
        // A city of one's own may have parts that no simple rule fits: then the rule is left open.
        let open = draft.clone();
        by_rule(&mut draft, if year < now - 2 { "households" } else { "association-homes" });
        if !fits(app, &manager, year, &draft).await? {
            draft = open;
        }
        let mut version = steering::agree_year(app, &manager, year, &draft).await?;
        if year == now {
            version = changed(app, &manager, year, words).await?.unwrap_or(version);
        }
        last = version;
        let partners = steering::year_of(app, &manager, year, None).await?.partners;
        for partner in partners {
            // This year the providers are still to be asked.
            if year == now && partner.kind == OrganisationKind::Provider {
                continue;
            }
            let draft = AssentDraft {
                organisation: partner.code.to_string(),
                version: version.to_string(),
                said_by: words.t("cli-demo-year-said"),
            };
            steering::assent(app, &manager, year, &draft).await?;
        }
    }
    let draft = ShareDraft {
        rule: Rule::EqualHelped.code().to_owned(),
        note: words.t("cli-demo-year-shares"),
        version: last.to_string(),
        ..ShareDraft::default()
    };
    steering::propose_shares(app, &manager, now, &draft).await?;
    national(app, &manager, words).await
}

/// What the state asks for refugees with a status in the two halves of the next year; invented.
async fn national(app: &App, who: &Who, words: Words) -> Result<(), ActionError> {
    let Ok(group) = GroupCode::new("status-holders") else { return Ok(()) };
    let halves = [(YearPart::First, "305", "574"), (YearPart::Second, "290", "545")];
    for (was, (part, homes, people)) in halves.into_iter().enumerate() {
        let draft = NationalDraft {
            year: app.today().year().saturating_add(1).to_string(),
            part: part.code().to_owned(),
            homes: homes.to_owned(),
            people: people.to_owned(),
            source: words.t("groups-demo-source"),
            source_date: app.today().to_string(),
            was: was.to_string(),
        };
        groups::set_national(app, who, &group, &draft).await?;
    }
    Ok(())
}

async fn fits(app: &App, who: &Who, year: i16, draft: &YearDraft) -> Result<bool, ActionError> {
    Ok(steering::preview_year(app, who, year, draft).await?.faults.is_empty())
}

/// The whole city exactly; the smaller a part, the more play around its fair part.
fn by_rule(draft: &mut YearDraft, measure: &str) {
    for rule in &mut draft.rules {
        let (least, most) = match rule.level.as_str() {
            "municipality" => ("95", "100"),
            "district" => ("80", "110"),
            "area" => ("72", "116"),
            "quarter" => ("62", "122"),
            _ => ("48", "134"),
        };
        let amount = if rule.side == "floor" { least } else { most };
        measure.clone_into(&mut rule.measure);
        amount.clone_into(&mut rule.amount);
    }
    "by-stock".clone_into(&mut draft.target_rule);
    (draft.least, draft.most) = ("90".to_owned(), "115".to_owned());
    for target in draft.targets.iter_mut().filter(|it| it.stock.is_empty()) {
        "0".clone_into(&mut target.stock);
    }
}

/// Another version, where it fits: two neighbourhoods get a number of their own.
async fn changed(
    app: &App,
    who: &Who,
    year: i16,
    words: Words,
) -> Result<Option<u32>, ActionError> {
    let form = steering::year_form(app, who, year).await?;
    let mut draft = form.draft;
    let hoods = form.areas.iter().filter(|it| it.level == AreaLevel::Neighbourhood);
    let own = hoods.step_by(9).take(2).map(|it| NamedDraft {
        area: it.code.to_string(),
        floor: "0".to_owned(),
        ceiling: "60".to_owned(),
        ground: words.t("cli-demo-year-named"),
    });
    draft.named = own.collect();
    draft.note = words.t("cli-demo-year-changed");
    if !fits(app, who, year, &draft).await? {
        return Ok(None);
    }
    steering::agree_year(app, who, year, &draft).await.map(Some)
}
