//! The year agreements of the demo: six years, of which the partners agreed with all, but in
//! this one not everybody did yet; and a share-out that waits for the steering group.

use sleutel_actions::{
    ActionError, App, Who, access,
    steering::{self, AssentDraft, ReportDraft, ShareDraft},
};
use sleutel_domain::{
    access::{Language, OrganisationKind, Role},
    steering::Rule,
};
use sleutel_words::Words;

/// Years before this one.
const BEFORE: i16 = 5;

/// Writes them down, through the actions behind the pages.
pub(crate) async fn fill(app: &App, who: &Who) -> Result<(), ActionError> {
    let Some(programme) = who.programme().cloned() else { return Ok(()) };
    let words = Words::new(Language::Dutch);
    let manager = access::accounts(app, who)
        .await?
        .into_iter()
        .find(|it| it.role == Role::ProgrammeManager)
        .map(|account| Who::Person { person: account.into(), programme });
    let Some(manager) = manager else { return Ok(()) };
    let now = app.today().year();
    for year in now - BEFORE..=now {
        let mut draft = steering::year_form(app, &manager, year).await?.draft;
        draft.homes = sleutel_demo::HOMES_A_YEAR.to_string();
        draft.note = words.t(if year == now { "cli-demo-year-now" } else { "cli-demo-year-past" });
        for group in &mut draft.groups {
            if group.code == "status-holders" {
                group.ground = words.t("cli-demo-year-national");
            }
        }
        let version = steering::agree_year(app, &manager, year, &draft).await?;
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
        version: "1".to_owned(),
        ..ShareDraft::default()
    };
    // As it stood before anybody proposed to share out again.
    let report = ReportDraft { year: now.to_string(), note: words.t("cli-demo-report-first") };
    steering::make_report(app, &manager, &report).await?;
    steering::propose_shares(app, &manager, now, &draft).await?;
    Ok(())
}
