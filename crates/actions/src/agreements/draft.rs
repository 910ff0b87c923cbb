use serde_json::json;
use sleutel_domain::{
    Cents, DwellingCode, Id, LongText, Reference,
    access::OrganisationKind,
    agreements::{
        Agreement, Kind, Links, RentKind, RentPart, Signatory, State, TemporaryGround, Terms,
    },
    placement::Verdict,
};
use sleutel_store::{
    agreements::{self as rows, AgreementRow},
    audit,
    homes::{self, DwellingRow},
    placement,
};

use super::{Whose, may, whose, within};
use crate::{
    ActionError, App, FieldFault, Hold, Who,
    act::{Act, new_uuid},
    fields::Fields,
    participants::typed_money,
    policy::Action,
};

/// An agreement as somebody typed it. Empty text means left out. Parties and links follow
/// from the file, the home and the kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `Terms`, as typed")]
pub struct AgreementDraft {
    pub kind: String,
    pub household: String,
    pub dwelling: String,
    pub from: String,
    pub until: String,
    pub rent_bare: String,
    pub rent_service: String,
    pub rent_energy: String,
    pub rent_furnishing: String,
    pub deposit: String,
    pub ground: String,
    pub conditions: String,
    /// The version the form was filled from; 0 for a new agreement.
    pub version: i64,
}

impl From<&AgreementRow> for AgreementDraft {
    fn from(row: &AgreementRow) -> Self {
        let terms = &row.agreement.terms;
        let part = |kind: RentKind| {
            let found = terms.rent.iter().find(|it| it.kind == kind);
            found.map(|it| typed_money(it.amount)).unwrap_or_default()
        };
        Self {
            kind: terms.kind.code().to_owned(),
            household: terms.household.to_string(),
            dwelling: terms.dwelling.as_ref().map(ToString::to_string).unwrap_or_default(),
            from: terms.from.to_string(),
            until: terms.until.map(|it| it.to_string()).unwrap_or_default(),
            rent_bare: part(RentKind::Bare),
            rent_service: part(RentKind::Service),
            rent_energy: part(RentKind::Energy),
            rent_furnishing: part(RentKind::Furnishing),
            deposit: terms.deposit.map(typed_money).unwrap_or_default(),
            ground: terms.ground.map(|it| it.code().to_owned()).unwrap_or_default(),
            conditions: terms.conditions.as_ref().map(LongText::to_string).unwrap_or_default(),
            version: row.version,
        }
    }
}

/// What a new agreement begins from.
#[derive(Debug, Clone)]
pub struct BlankView {
    /// Filled in as far as it follows from the file and the decided placement.
    pub draft: AgreementDraft,
    /// The name of the head of the household.
    pub name: String,
    /// Homes it could be about: decided for this household, or in its agreements.
    pub homes: Vec<DwellingRow>,
}

/// A new agreement for a household, filled in from the placement that was decided.
pub async fn blank(
    app: &App,
    who: &Who,
    household: &Reference,
    kind: Option<Kind>,
) -> Result<BlankView, ActionError> {
    let mut act = app.begin(who, Action::ChangeAgreement).await?;
    let whose = whose(&mut act, household).await?;
    let homes = reachable_homes(&mut act, household, &whose).await?;
    let mut draft = AgreementDraft {
        household: household.to_string(),
        kind: kind.map(|it| it.code().to_owned()).unwrap_or_default(),
        from: act.today().to_string(),
        ..AgreementDraft::default()
    };
    if let Some((home, free)) = homes.first() {
        draft.dwelling = home.code.to_string();
        draft.rent_bare = typed_money(home.facts.rent);
        if let Some(free) = free.filter(|free| *free > act.today()) {
            draft.from = free.to_string();
        }
    }
    act.log("participant", household.as_str(), &json!({ "agreement": "new" })).await?;
    act.commit().await?;
    let homes = homes.into_iter().map(|(home, _)| home).collect();
    Ok(BlankView { draft, name: whose.name, homes })
}

/// Homes decided for a household, newest decision first, then those of its agreements;
/// each with the day it comes free, when known. For an association only its own; and a
/// household without one is not there for it.
async fn reachable_homes(
    act: &mut Act<'_>,
    household: &Reference,
    whose: &Whose,
) -> Result<Vec<(DwellingRow, Option<jiff::civil::Date>)>, ActionError> {
    let programme = act.programme;
    let mut found: Vec<(DwellingRow, Option<jiff::civil::Date>)> = Vec::new();
    let decisions = placement::decisions_of_household(&mut act.tx, programme, household).await?;
    let mut wanted = Vec::new();
    for decision in decisions.iter().filter(|it| it.verdict == Verdict::Agreed) {
        if let Some(it) = homes::vacancy(&mut act.tx, programme, &decision.vacancy).await? {
            wanted.push((it.dwelling, Some(it.available_from)));
        }
    }
    for row in rows::of_household(&mut act.tx, programme, household).await? {
        wanted.extend(row.agreement.terms.dwelling.map(|it| (it, None)));
    }
    let association = act.who.kind() == Some(OrganisationKind::Association);
    for (code, free) in wanted {
        if found.iter().any(|(it, _)| it.code == code) {
            continue;
        }
        if let Some(home) = homes::dwelling(&mut act.tx, programme, &code).await?
            && (!association || Some(&home.association) == act.who.organisation())
        {
            found.push((home, free));
        }
    }
    let subject = crate::policy::Subject {
        organisation: Some(&whose.provider),
        worker: whose.worker.as_deref(),
    };
    let reached = if association {
        !found.is_empty()
    } else {
        act.require(Action::ChangeAgreement, subject).is_ok()
    };
    if reached { Ok(found) } else { Err(ActionError::NotFound) }
}

/// Keeps a new draft, or changes one that nobody has seen yet (`id`).
pub async fn save(
    app: &App,
    who: &Who,
    id: Option<Id<Agreement>>,
    draft: &AgreementDraft,
) -> Result<Id<Agreement>, ActionError> {
    let mut act = app.begin(who, Action::ChangeAgreement).await?;
    let programme = act.programme;
    // Two at once would each not see the other's lease of the same home.
    audit::take_head(&mut act.tx, programme).await?;
    let before = match id {
        Some(id) => Some(within(&mut act, Action::ChangeAgreement, id).await?.0),
        None => None,
    };
    if let Some(before) = &before {
        if before.version != draft.version {
            return Err(ActionError::Changed);
        }
        if before.agreement.state != State::Drafted {
            let is = before.agreement.state.code();
            return Err(
                Hold::Agreement(sleutel_domain::agreements::Refused::WrongState { is }).into()
            );
        }
    }
    let (terms, links) = read(&mut act, draft, before.as_ref()).await?;
    let new = before.is_none();
    let row = match before {
        Some(before) => AgreementRow {
            agreement: Agreement { terms, links, ..before.agreement },
            changed_at: act.at,
            ..before
        },
        None => AgreementRow {
            agreement: Agreement {
                id: Id::new(new_uuid()),
                terms,
                links,
                signatures: Vec::new(),
                state: State::Drafted,
            },
            version: 0,
            made_by: who.label(),
            made_at: act.at,
            changed_at: act.at,
        },
    };
    if new {
        rows::add(&mut act.tx, programme, &row).await?;
    } else {
        rows::save(&mut act.tx, programme, &row).await?;
    }
    let detail = json!({
        "step": if new { "drafted" } else { "changed" },
        "kind": row.agreement.terms.kind.code(),
        "household": row.agreement.terms.household.as_str(),
    });
    act.log("agreement", &row.agreement.id.to_string(), &detail).await?;
    act.commit().await?;
    Ok(row.agreement.id)
}

async fn read(
    act: &mut Act<'_>,
    draft: &AgreementDraft,
    before: Option<&AgreementRow>,
) -> Result<(Terms, Links), ActionError> {
    let programme = act.programme;
    let mut fields = Fields::default();
    let kind = fields.choice("kind", &draft.kind, Kind::from_code);
    let household = fields.code("household", &draft.household, Reference::new);
    if let (Some(before), Some(household)) = (before, &household)
        && before.agreement.terms.household != *household
    {
        fields.bad("household", FieldFault::NotAChoice);
    }
    let from = fields.date("from", &draft.from);
    let until = fields.date_opt("until", &draft.until);
    let parts = [
        (RentKind::Bare, "rent_bare", &draft.rent_bare),
        (RentKind::Service, "rent_service", &draft.rent_service),
        (RentKind::Energy, "rent_energy", &draft.rent_energy),
        (RentKind::Furnishing, "rent_furnishing", &draft.rent_furnishing),
    ];
    let rent: Vec<RentPart> = parts
        .into_iter()
        .filter_map(|(kind, field, text)| {
            fields.money_opt(field, text).map(|amount: Cents| RentPart { kind, amount })
        })
        .collect();
    let deposit = fields.money_opt("deposit", &draft.deposit);
    let ground = fields.choice_opt("ground", &draft.ground, TemporaryGround::from_code);
    let conditions = fields.words("conditions", &draft.conditions);
    let dwelling = if draft.dwelling.trim().is_empty() {
        None
    } else {
        fields.code("dwelling", &draft.dwelling, DwellingCode::new)
    };
    let home = match &dwelling {
        Some(code) => homes::dwelling(&mut act.tx, programme, code).await?,
        None => None,
    };
    if dwelling.is_some() && home.is_none() {
        fields.bad("dwelling", FieldFault::Unknown);
    }
    let Some((kind, household, from)) = (|| Some((kind?, household.clone()?, from?)))() else {
        return fields.done(None);
    };
    let whose = match whose(act, &household).await {
        Ok(whose) => whose,
        Err(error) => return Err(unknown_household(error)),
    };
    // A household out of reach is not there; an association knows those placed in its homes.
    reachable_homes(act, &household, &whose).await.map_err(unknown_household)?;
    crate::participants::not_set_aside(act, &household).await?;
    let is = |party: Signatory| kind.parties().contains(&party);
    let terms = Terms {
        association: home
            .as_ref()
            .filter(|_| is(Signatory::Association))
            .map(|it| it.association.clone()),
        provider: is(Signatory::Provider).then(|| whose.provider.clone()),
        kind,
        household,
        dwelling,
        from,
        until,
        rent: if kind.has_rent() { rent } else { Vec::new() },
        deposit: deposit.filter(|_| kind.has_rent()),
        ground: ground.filter(|_| kind == Kind::TemporaryLease),
        conditions,
    };
    if !may(act.who, Action::ChangeAgreement, &terms, &whose) {
        let field = if is(Signatory::Association) { "dwelling" } else { "kind" };
        fields.bad(field, FieldFault::NotYours);
    }
    let links = links(act, &terms, before.map(|it| it.agreement.id)).await?;
    fields.done(Some((terms, links)))
}

fn unknown_household(error: ActionError) -> ActionError {
    if let ActionError::NotFound = error {
        ActionError::field("household", FieldFault::Unknown)
    } else {
        error
    }
}

/// What an agreement hangs together with: of the household's others on the same home the
/// newest that fits.
async fn links(
    act: &mut Act<'_>,
    terms: &Terms,
    own: Option<Id<Agreement>>,
) -> Result<Links, ActionError> {
    let programme = act.programme;
    let others = rows::of_household(&mut act.tx, programme, &terms.household).await?;
    let newest = |fits: &dyn Fn(&Agreement) -> bool| {
        let here = others.iter().rev().map(|it| &it.agreement);
        here.filter(|it| Some(it.id) != own && it.is_live())
            .find(|it| {
                let same = terms.dwelling.is_none() || it.terms.dwelling == terms.dwelling;
                same && fits(it)
            })
            .map(|it| it.id)
    };
    let kind = terms.kind;
    let converts = |it: &Agreement| {
        matches!(it.state, State::InForce { .. }) && it.terms.kind.converts_into(kind)
    };
    Ok(Links {
        rests_on: newest(&|it| it.terms.kind == Kind::IntermediateLease)
            .filter(|_| kind == Kind::IntermediateUse),
        belongs_to: newest(&|it| {
            it.terms.kind == Kind::IntermediateUse || it.terms.kind.in_own_name()
        })
        .filter(|_| matches!(kind, Kind::Support | Kind::ThreeParty)),
        replaces: newest(&converts),
    })
}
