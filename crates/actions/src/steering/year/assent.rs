use serde_json::json;
use sleutel_domain::Phrase;
use sleutel_store::{
    access, audit,
    year::{self as rows, AssentRow},
};

use crate::{
    ActionError, App, Hold, Who,
    fields::Fields,
    policy::{Action, Subject},
};

/// That a partner agrees, as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AssentDraft {
    /// Which organisation.
    pub organisation: String,
    /// With which version.
    pub version: String,
    /// Who said so, when somebody of another organisation writes it down.
    pub said_by: String,
}

/// Notes that a partner agrees with the newest version of a year. Who of another organisation
/// writes it down says who told them.
pub async fn assent(
    app: &App,
    who: &Who,
    year: i16,
    draft: &AssentDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::AssentYear).await?;
    let programme = act.programme;
    let organisations = access::organisations(&mut act.tx, programme).await?;
    let found = organisations.into_iter().find(|it| it.code.as_str() == draft.organisation);
    let organisation = found.ok_or(ActionError::NotFound)?;
    let subject = Subject { organisation: Some(&organisation.code), ..Subject::default() };
    act.require(Action::AssentYear, subject)?;
    audit::take_head(&mut act.tx, programme).await?;
    let newest = rows::versions(&mut act.tx, programme, year).await?.into_iter().next();
    let newest = newest.ok_or(ActionError::NotFound)?;
    if newest.version.to_string() != draft.version {
        return Err(ActionError::Changed);
    }
    let agreed = rows::assents(&mut act.tx, programme, newest.id).await?;
    if agreed.iter().any(|it| it.organisation == organisation.code) {
        return Err(Hold::AgreedAlready.into());
    }
    let own = act.who.person().is_some_and(|it| it.organisation.code == organisation.code);
    let mut fields = Fields::default();
    let said_by = if own {
        None
    } else {
        // Beside whom it was typed.
        let field = format!("said_by-{}", organisation.code);
        let typed = fields.text(&field, &draft.said_by, Phrase::new);
        Some(fields.done(typed)?)
    };
    let (actor, at) = (act.who.label(), act.at);
    let row = AssentRow { organisation: organisation.code.clone(), said_by, actor, at };
    rows::add_assent(&mut act.tx, programme, newest.id, &row).await?;
    let detail = json!({
        "year": year, "version": newest.version, "organisation": organisation.code.as_str(),
        "told": row.said_by.is_some(),
    });
    act.log("year", &year.to_string(), &detail).await?;
    act.commit().await
}
