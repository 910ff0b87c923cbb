//! The agreements of a household that takes a home: begun with the answer, and withdrawn when
//! the home is not taken after all.

use serde_json::json;
use sleutel_domain::{
    Id, Reference, VacancyCode,
    agreements::{Agreement, Beginning, Dropped, Kind, Links, State},
    routes::Route,
};
use sleutel_store::{
    agreements::{self as rows, AgreementRow},
    homes,
};

use super::whose;
use crate::{
    ActionError,
    act::{Act, new_uuid},
    policy::Action,
};

impl Act<'_> {
    /// Begins the agreements a road asks before the keys, as drafts that rest on one another.
    /// Those there are already stay as they are.
    pub(crate) async fn begin_agreements(
        &mut self,
        household: &Reference,
        route: &Route,
        vacancy: &VacancyCode,
    ) -> Result<(), ActionError> {
        let Some(beginning) = self.beginning(household, vacancy).await? else { return Ok(()) };
        let programme = self.programme;
        let there = rows::of_household(&mut self.tx, programme, household).await?;
        let mut made: Vec<Agreement> = there
            .into_iter()
            .map(|it| it.agreement)
            .filter(|it| it.is_live() && is_of(it, &beginning))
            .collect();
        for kind in beginning.kinds(&route.signed_before_keys()) {
            let fills = |it: &Agreement| {
                it.terms.kind == kind || (kind.in_own_name() && it.terms.kind.in_own_name())
            };
            if made.iter().any(fills) {
                continue;
            }
            let agreement = Agreement {
                id: Id::new(new_uuid()),
                terms: beginning.terms(kind),
                links: links(kind, &made),
                signatures: Vec::new(),
                state: State::Drafted,
            };
            let row = AgreementRow {
                agreement: agreement.clone(),
                version: 0,
                made_by: self.who.label(),
                made_at: self.at,
                changed_at: self.at,
            };
            rows::add(&mut self.tx, programme, &row).await?;
            let detail = json!({
                "step": "begun", "kind": kind.code(), "household": household.as_str(),
                "vacancy": vacancy.as_str(),
            });
            self.log_as(Action::ChangeAgreement, "agreement", &agreement.id.to_string(), &detail)
                .await?;
            made.push(agreement);
        }
        Ok(())
    }

    /// Withdraws what was begun for a home and not signed by all: nobody will live by it. What
    /// everybody signed is for people to undo.
    pub(crate) async fn withdraw_agreements(
        &mut self,
        household: &Reference,
        vacancy: &VacancyCode,
    ) -> Result<(), ActionError> {
        let programme = self.programme;
        let found = homes::vacancy(&mut self.tx, programme, vacancy).await?;
        let Some(home) = found.map(|it| it.dwelling) else { return Ok(()) };
        let today = self.today();
        let there = rows::of_household(&mut self.tx, programme, household).await?;
        let about = |it: &Agreement| it.terms.dwelling.as_ref() == Some(&home);
        let leases: Vec<_> =
            there.iter().map(|it| &it.agreement).filter(|it| about(it)).map(|it| it.id).collect();
        for mut row in there {
            let before = row.agreement.state.code();
            // Support that was begun with the leases goes with them.
            let belongs = row.agreement.links.belongs_to.is_some_and(|it| leases.contains(&it));
            let begun = about(&row.agreement) || belongs;
            let open = matches!(row.agreement.state, State::Drafted | State::Offered { .. });
            if !begun || !open {
                continue;
            }
            row.agreement.state = row.agreement.cancel(today, Dropped::HomeNotTaken)?;
            row.changed_at = self.at;
            rows::save(&mut self.tx, programme, &row).await?;
            let detail = json!({ "step": "cancelled", "from": before, "to": "cancelled" });
            let id = row.agreement.id.to_string();
            self.log_as(Action::ChangeAgreement, "agreement", &id, &detail).await?;
        }
        Ok(())
    }

    async fn beginning(
        &mut self,
        household: &Reference,
        vacancy: &VacancyCode,
    ) -> Result<Option<Beginning>, ActionError> {
        let programme = self.programme;
        let Some(vacancy) = homes::vacancy(&mut self.tx, programme, vacancy).await? else {
            return Ok(None);
        };
        let home = homes::dwelling(&mut self.tx, programme, &vacancy.dwelling).await?;
        let Some(home) = home else { return Ok(None) };
        let whose = whose(self, household).await?;
        Ok(Some(Beginning {
            household: household.clone(),
            born: whose.born,
            provider: whose.provider,
            association: home.association,
            dwelling: home.code,
            target: home.facts.target,
            rent: home.facts.rent,
            from: vacancy.available_from.max(self.today()),
        }))
    }
}

/// Whether an agreement is about the home, or about no home.
fn is_of(it: &Agreement, beginning: &Beginning) -> bool {
    it.terms.dwelling.as_ref().is_none_or(|home| *home == beginning.dwelling)
}

/// What a new one hangs on, of those before it in the chain.
fn links(kind: Kind, made: &[Agreement]) -> Links {
    let last =
        |fits: fn(Kind) -> bool| made.iter().rev().find(|it| fits(it.terms.kind)).map(|it| it.id);
    let none = Links::default();
    match kind {
        Kind::IntermediateUse => {
            Links { rests_on: last(|it| it == Kind::IntermediateLease), ..none }
        }
        Kind::Support | Kind::ThreeParty => {
            Links { belongs_to: last(|it| it == Kind::IntermediateUse || it.in_own_name()), ..none }
        }
        Kind::IntermediateLease | Kind::TemporaryLease | Kind::OwnLease | Kind::YouthLease => none,
    }
}
