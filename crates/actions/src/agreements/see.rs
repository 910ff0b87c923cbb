use std::collections::BTreeMap;

use serde_json::json;
use sleutel_domain::{
    Id, OrganisationCode, Reference,
    access::OrganisationKind,
    agreements::{Agreement, Chain, Fault, Kind, Missing, State, own_lease},
    homes::Target,
};
use sleutel_store::{
    Page, Window, access,
    agreements::{self as rows, AgreementRow, Filter, ListRow, Sort},
    audit::{self, Chained},
    homes::{self, DwellingRow},
};

use super::{around, faults, may, whose, within};
use crate::{
    ActionError, App, Who,
    act::Act,
    policy::{self, Action, Reach},
};

/// A page of agreements as somebody may see it.
#[derive(Debug, Clone)]
pub struct ListView {
    /// The agreements. Names are blank for somebody who may not see them.
    pub page: Page<ListRow>,
    /// Whether names are shown.
    pub identity: bool,
    /// What organisations are called, by code.
    pub organisations: BTreeMap<OrganisationCode, String>,
    /// The associations, for a filter; empty for somebody who sees one only.
    pub associations: BTreeMap<OrganisationCode, String>,
}

/// An agreement with what is around it.
#[derive(Debug, Clone)]
pub struct AgreementView {
    /// The agreement.
    pub row: AgreementRow,
    /// The name of the head of the household.
    pub name: String,
    /// The home, when it is about one.
    pub home: Option<DwellingRow>,
    /// The lease the household could get here in its own name.
    pub own_lease: Kind,
    /// What organisations are called, by code.
    pub organisations: BTreeMap<OrganisationCode, String>,
    /// What is wrong with it; told of drafts only, for the rest is past mending.
    pub faults: Vec<Fault>,
    /// Other agreements of the same household that this person may see, oldest first.
    pub others: Vec<AgreementRow>,
    /// What is missing before the keys, for an agreement on a home that has not begun.
    pub missing: Vec<Missing>,
    /// Whether this person may take steps.
    pub may_change: bool,
    /// What was done with it, newest first.
    pub log: Page<Chained>,
}

async fn organisations(
    act: &mut Act<'_>,
) -> Result<BTreeMap<OrganisationCode, (String, OrganisationKind)>, ActionError> {
    let programme = act.programme;
    let rows = access::organisations(&mut act.tx, programme).await?;
    Ok(rows.into_iter().map(|it| (it.code, (it.name.to_string(), it.kind))).collect())
}

/// Whether somebody reads names: those who may see them, and an association those in its
/// own agreements, which carry them.
fn names_shown(who: &Who) -> bool {
    policy::may(who, Action::SeeIdentity) || who.kind() == Some(OrganisationKind::Association)
}

fn within_reach(who: &Who, filter: &Filter) -> Filter {
    let mut filter = filter.clone();
    let own = || who.organisation().map(ToString::to_string).unwrap_or_default();
    match policy::reach_of(who, Action::ListAgreements) {
        Reach::All | Reach::Nothing => {}
        Reach::Own if who.kind() == Some(OrganisationKind::Association) => {
            filter.association = own();
        }
        Reach::Own => filter.provider = own(),
        Reach::Caseload => {
            filter.provider = own();
            filter.caseload = who.logins();
        }
    }
    if crate::lists::without_support(who) {
        filter.group.clear();
        filter.worker.clear();
    }
    filter.without_names = !names_shown(who);
    filter
}

async fn page(
    act: &mut Act<'_>,
    filter: &Filter,
    sort: Sort,
    backwards: bool,
    window: Window,
) -> Result<ListView, ActionError> {
    let programme = act.programme;
    let who = act.who;
    let filter = within_reach(who, filter);
    let identity = names_shown(who);
    // An order by name would tell something about names.
    let sort = if identity || sort != Sort::Name { sort } else { Sort::Work };
    let mut page = rows::list(&mut act.tx, programme, &filter, sort, backwards, window).await?;
    if !identity {
        for row in &mut page.rows {
            row.given.clear();
            row.family.clear();
        }
    }
    let all = organisations(act).await?;
    let one = who.kind() == Some(OrganisationKind::Association);
    let associations = all
        .iter()
        .filter(|(_, (_, kind))| *kind == OrganisationKind::Association && !one)
        .map(|(code, (name, _))| (code.clone(), name.clone()))
        .collect();
    let organisations = all.into_iter().map(|(code, (name, _))| (code, name)).collect();
    Ok(ListView { page, identity, organisations, associations })
}

fn shown(view: &ListView) -> Vec<&str> {
    view.page.rows.iter().map(|row| row.household.as_str()).collect()
}

/// A page of agreements.
pub async fn list(
    app: &App,
    who: &Who,
    filter: &Filter,
    sort: Sort,
    backwards: bool,
    window: Window,
) -> Result<ListView, ActionError> {
    let mut act = app.begin(who, Action::ListAgreements).await?;
    let view = page(&mut act, filter, sort, backwards, window).await?;
    act.log("agreements", "", &json!({ "shown": shown(&view) })).await?;
    act.commit().await?;
    Ok(view)
}

/// Every agreement within reach that the filter finds, for a spreadsheet; the log names
/// them all.
pub async fn export(
    app: &App,
    who: &Who,
    filter: &Filter,
    sort: Sort,
    backwards: bool,
) -> Result<ListView, ActionError> {
    let mut act = app.begin(who, Action::ExportAgreements).await?;
    let filter = &within_reach(who, filter);
    let view = page(&mut act, filter, sort, backwards, crate::lists::whole()).await?;
    let day = |it: Option<jiff::civil::Date>| it.map(|it| it.to_string()).unwrap_or_default();
    let chosen = crate::lists::chosen(
        &[
            ("kind", &filter.kind),
            ("state", &filter.state),
            ("association", &filter.association),
            ("provider", &filter.provider),
            ("worker", &filter.worker),
            ("group", &filter.group),
            ("area", &filter.area),
            ("ends-from", &day(filter.ends_from)),
            ("ends-by", &day(filter.ends_by)),
            ("endless", if filter.endless { "yes" } else { "" }),
        ],
        &filter.words,
    );
    crate::lists::exported(&mut act, "agreements", &view.page, chosen, |it| it.household.as_str())
        .await?;
    act.commit().await?;
    Ok(view)
}

/// The agreements of a household that somebody may see, oldest first, with what
/// organisations are called. The file they belong to was seen, and logged, already.
pub async fn of_household(
    app: &App,
    who: &Who,
    household: &Reference,
) -> Result<Vec<AgreementRow>, ActionError> {
    let mut act = app.look(who, Action::SeeAgreement).await?;
    let whose = whose(&mut act, household).await?;
    let programme = act.programme;
    let found = rows::of_household(&mut act.tx, programme, household).await?;
    let seen = |it: &AgreementRow| may(who, Action::SeeAgreement, &it.agreement.terms, &whose);
    Ok(found.into_iter().filter(seen).collect())
}

/// One agreement, with what is around it.
pub async fn agreement(
    app: &App,
    who: &Who,
    id: Id<Agreement>,
) -> Result<AgreementView, ActionError> {
    let mut act = app.begin(who, Action::SeeAgreement).await?;
    let programme = act.programme;
    let (row, whose) = within(&mut act, Action::SeeAgreement, id).await?;
    let terms = &row.agreement.terms;
    let home = match &terms.dwelling {
        Some(code) => homes::dwelling(&mut act.tx, programme, code).await?,
        None => None,
    };
    let target = home.as_ref().map_or(Target::General, |it| it.facts.target);
    let own_lease = own_lease(target, whose.born, act.today());
    let everything = around(&mut act, terms).await?;
    let faults = match row.agreement.state {
        State::Drafted => faults(&row.agreement, &everything, &whose),
        State::Offered { .. }
        | State::Signed
        | State::InForce { .. }
        | State::Ended { .. }
        | State::Cancelled { .. }
        | State::Converted { .. } => Vec::new(),
    };
    let of_household = rows::of_household(&mut act.tx, programme, &terms.household).await?;
    let missing = match act.case(&terms.household, false).await? {
        // Under way on a road, the road says what nobody gets the keys without.
        Some(loaded) => {
            let beside = act.beside(&terms.household, loaded.file.state()).await?.beside;
            let here = terms.dwelling.is_some() && beside.dwelling == terms.dwelling;
            if here { loaded.file.before_keys(&beside) } else { Vec::new() }
        }
        None => missing(&row.agreement, &of_household),
    };
    let seen = |it: &AgreementRow| {
        it.agreement.id != id && may(who, Action::SeeAgreement, &it.agreement.terms, &whose)
    };
    let others = of_household.into_iter().filter(seen).collect();
    let may_change = may(who, Action::ChangeAgreement, terms, &whose);
    let window = Window { offset: 0, limit: 100 };
    let log = audit::lines(&mut act.tx, programme, "agreement", &id.to_string(), window).await?;
    act.log("agreement", &id.to_string(), &json!({})).await?;
    // The name of the resident was seen: it stands in the history of the file too.
    let household = row.agreement.terms.household.clone();
    act.log("participant", household.as_str(), &json!({ "agreement": id.to_string() })).await?;
    let organisations = organisations(&mut act).await?;
    act.commit().await?;
    let organisations = organisations.into_iter().map(|(code, (name, _))| (code, name)).collect();
    Ok(AgreementView {
        row,
        name: whose.name,
        home,
        own_lease,
        organisations,
        faults,
        others,
        missing,
        may_change,
        log,
    })
}

/// What is missing before the keys of the home it is about. Support is asked where
/// somebody drafted it.
fn missing(agreement: &Agreement, of_household: &[AgreementRow]) -> Vec<Missing> {
    let Some(dwelling) = agreement.terms.dwelling.as_ref().filter(|_| agreement.is_live()) else {
        return Vec::new();
    };
    let all: Vec<Agreement> = of_household.iter().map(|it| it.agreement.clone()).collect();
    let here: Vec<Agreement> =
        all.iter().filter(|it| it.terms.dwelling.as_ref() == Some(dwelling)).cloned().collect();
    let Some(arrangement) = Chain::arrangement(&here) else { return Vec::new() };
    let support = all.iter().any(|it| it.is_live() && it.terms.kind == Kind::Support);
    Chain::new(arrangement, support, &agreement.terms.household, dwelling, &all).missing()
}
