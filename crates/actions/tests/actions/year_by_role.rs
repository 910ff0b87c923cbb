//! What the table of every action as every role does with the year.

use sleutel_actions::{
    ActionError, App, Hold, Who, access,
    steering::{self, AssentDraft, ReportDraft, SettleDraft, ShareDraft, YearDraft},
};

const YEAR: i16 = 2026;

async fn operator(app: &App) -> Who {
    access::operator(app, "test", None).await.unwrap().unwrap()
}

pub(crate) async fn agree(app: &App, who: &Who) -> Result<(), ActionError> {
    let form = steering::year_form(app, who, YEAR).await?;
    let draft = YearDraft { homes: "1800".to_owned(), ..form.draft };
    steering::agree_year(app, who, YEAR, &draft).await.map(|_| ())
}

/// A fresh version, with which nobody agrees yet; gives its number.
async fn version(app: &App) -> Result<String, ActionError> {
    let operator = operator(app).await;
    agree(app, &operator).await?;
    let found = steering::year_of(app, &operator, YEAR, None).await?;
    Ok(found.versions[0].version.to_string())
}

pub(crate) async fn assent(app: &App, who: &Who) -> Result<(), ActionError> {
    let draft = AssentDraft {
        organisation: "dagwinst".to_owned(),
        version: version(app).await?,
        said_by: "Directeur".to_owned(),
    };
    steering::assent(app, who, YEAR, &draft).await
}

pub(crate) async fn share_out(app: &App, who: &Who) -> Result<u32, ActionError> {
    let draft = ShareDraft {
        rule: "proportional".to_owned(),
        version: version(app).await?,
        ..ShareDraft::default()
    };
    steering::propose_shares(app, who, YEAR, &draft).await
}

pub(crate) async fn settle(app: &App, who: &Who, decided: bool) -> Result<(), ActionError> {
    let number = share_out(app, &operator(app).await).await?;
    let draft = SettleDraft { decided, why: String::new() };
    steering::settle_shares(app, who, YEAR, number, &draft).await
}

pub(crate) async fn put_back(app: &App, who: &Who) -> Result<(), ActionError> {
    let number = share_out(app, &operator(app).await).await?;
    match steering::put_back_shares(app, who, YEAR, number, "Terug.").await {
        // Whoever may is told that nobody decided it.
        Err(ActionError::Hold(Hold::SharesNotInForce)) => Ok(()),
        other => other,
    }
}

pub(crate) async fn see_shares(app: &App, who: &Who) -> Result<(), ActionError> {
    let number = share_out(app, &operator(app).await).await?;
    steering::one_share_out(app, who, YEAR, number).await.map(|_| ())
}

pub(crate) async fn report(app: &App, who: &Who) -> Result<(i16, u32), ActionError> {
    let draft = ReportDraft { year: YEAR.to_string(), note: String::new() };
    steering::make_report(app, who, &draft).await
}

pub(crate) async fn read_report(app: &App, who: &Who) -> Result<(), ActionError> {
    let (year, number) = report(app, &operator(app).await).await?;
    steering::report::report(app, who, year, number).await.map(|_| ())
}
