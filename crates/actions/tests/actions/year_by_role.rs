//! What the table of every action as every role does with the year.

use sleutel_actions::{
    ActionError, App, Hold, Who, access,
    steering::{
        self, AssentDraft, ReportDraft, SettleDraft, ShareDraft, YearDraft,
        groups::{self, EndsDraft, GroupDraft, NationalDraft},
    },
};
use sleutel_domain::GroupCode;

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

fn informal() -> GroupCode {
    GroupCode::new("informal-carers").unwrap()
}

/// The group as it stands, for whoever tries: its version is no secret.
async fn version_of_group(app: &App) -> Result<groups::OneGroup, ActionError> {
    groups::one(app, &operator(app).await, &informal()).await
}

fn group_draft() -> GroupDraft {
    GroupDraft {
        name_nl: "Mantelzorgers".to_owned(),
        name_en: "Informal carers".to_owned(),
        main_group: "without-support".to_owned(),
        with_support: "no".to_owned(),
        counts: "yes".to_owned(),
        from: "2026-01-01".to_owned(),
        ground: "Besluit".to_owned(),
        ..GroupDraft::default()
    }
}

pub(crate) async fn add_group(app: &App, who: &Who) -> Result<(), ActionError> {
    match groups::add(app, who, &GroupDraft { code: "extra".to_owned(), ..group_draft() }).await {
        // Whoever comes second may, and is told that the code is taken.
        Err(ActionError::Fields(_)) => Ok(()),
        other => other.map(|_| ()),
    }
}

pub(crate) async fn describe_group(app: &App, who: &Who) -> Result<(), ActionError> {
    let it = version_of_group(app).await?;
    let name_en = format!("Carers {}", it.version);
    let draft = GroupDraft { name_en, was: it.version.to_string(), ..group_draft() };
    groups::describe(app, who, &informal(), &draft).await
}

pub(crate) async fn end_group(app: &App, who: &Who) -> Result<(), ActionError> {
    let it = version_of_group(app).await?;
    let people = it.people.unwrap_or_default();
    let draft = EndsDraft {
        from: it.line.times.begins().map(|it| it.to_string()).unwrap_or_default(),
        until: format!("2027-{:02}-{:02}", 1 + it.version / 28, 1 + it.version % 28),
        ground: "Besluit".to_owned(),
        confirm: EndsDraft::seen(people.without_home, people.on_a_road),
        was: it.version.to_string(),
    };
    groups::set_ends(app, who, &informal(), &draft).await
}

pub(crate) async fn reopen_group(app: &App, who: &Who) -> Result<(), ActionError> {
    end_group(app, &operator(app).await).await?;
    let version = version_of_group(app).await?.version.to_string();
    groups::reopen(app, who, &informal(), &version).await
}

pub(crate) async fn take_back_group(app: &App, who: &Who) -> Result<(), ActionError> {
    end_group(app, &operator(app).await).await?;
    let version = version_of_group(app).await?.version.to_string();
    groups::take_back(app, who, &informal(), &version).await
}

pub(crate) async fn set_national(app: &App, who: &Who) -> Result<(), ActionError> {
    let last = version_of_group(app).await?.national.first().map_or(0, |it| it.number);
    let draft = NationalDraft {
        year: "2026".to_owned(),
        part: "year".to_owned(),
        homes: "1".to_owned(),
        people: String::new(),
        source: "Brief".to_owned(),
        source_date: "2026-01-05".to_owned(),
        was: last.to_string(),
    };
    groups::set_national(app, who, &informal(), &draft).await?;
    let refused = groups::withdraw_national(app, &Who::Nobody, &informal(), last + 1).await;
    assert!(matches!(refused, Err(ActionError::Denied(_))), "{refused:?}");
    groups::withdraw_national(app, who, &informal(), last + 1).await
}

pub(crate) async fn see_groups(app: &App, who: &Who) -> Result<(), ActionError> {
    groups::list(app, who, &groups::GroupQuery::default()).await?;
    groups::one(app, who, &informal()).await.map(|_| ())
}
