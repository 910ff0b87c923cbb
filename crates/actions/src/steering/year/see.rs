use std::collections::BTreeMap;

use sleutel_domain::{GroupCode, OrganisationCode, access::OrganisationKind};
use sleutel_store::{
    access,
    numbers::GroupRow,
    year::{self as rows, AssentRow, YearGroupRow, YearRow},
};

use super::names;
use crate::{
    ActionError, App, Who,
    policy::{self, Action, Subject},
    steering::years,
};

/// An organisation that agrees with a year or does not yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Which.
    pub code: OrganisationCode,
    /// What people call it.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// That it agrees with the version shown.
    pub assent: Option<AssentRow>,
    /// Whether whoever looks may say for it that it agrees.
    pub may_assent: bool,
    /// Whether somebody else than whoever looks says so, and has to be named.
    pub on_behalf: bool,
}

/// What was agreed for a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearOf {
    /// Which year.
    pub year: i16,
    /// Its versions, the newest first.
    pub versions: Vec<YearRow>,
    /// The version shown: the one asked for, or the newest.
    pub shown: Option<(YearRow, Vec<YearGroupRow>)>,
    /// All partners, by kind and name.
    pub partners: Vec<Partner>,
    /// The names of the groups.
    pub groups: BTreeMap<GroupCode, GroupRow>,
    /// Whether whoever looks may write down another version.
    pub may_change: bool,
}

/// What was agreed for a year, in its newest version or an older one.
pub async fn year_of(
    app: &App,
    who: &Who,
    year: i16,
    version: Option<u32>,
) -> Result<YearOf, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    if !years(act.today()).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let versions = rows::versions(&mut act.tx, programme, year).await?;
    let row = match version {
        None => versions.first(),
        Some(asked) => {
            Some(versions.iter().find(|it| it.version == asked).ok_or(ActionError::NotFound)?)
        }
    };
    let (shown, agreed) = match row.cloned() {
        Some(row) => {
            let groups = rows::groups_of(&mut act.tx, programme, row.id).await?;
            let agreed = rows::assents(&mut act.tx, programme, row.id).await?;
            (Some((row, groups)), agreed)
        }
        None => (None, Vec::new()),
    };
    let newest = match (&shown, versions.first()) {
        (Some((row, _)), Some(first)) => row.version == first.version,
        _ => false,
    };
    let organisations = access::organisations(&mut act.tx, programme).await?;
    let partners = organisations.into_iter().map(|it| {
        let assent = agreed.iter().find(|one| one.organisation == it.code).cloned();
        let subject = Subject { organisation: Some(&it.code), ..Subject::default() };
        let may = policy::may_for(who, Action::AssentYear, subject);
        let own = who.person().is_some_and(|person| person.organisation.code == it.code);
        Partner {
            may_assent: newest && assent.is_none() && may,
            on_behalf: !own,
            code: it.code,
            name: it.name.to_string(),
            kind: it.kind,
            assent,
        }
    });
    let mut partners: Vec<_> = partners.collect();
    partners.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    let groups = names(&mut act).await?;
    let may_change = policy::may_for(who, Action::ChangeNumbers, Subject::default());
    Ok(YearOf { year, versions, shown, partners, groups, may_change })
}
