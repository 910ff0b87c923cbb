use serde_json::json;
use sleutel_domain::{
    Id, Phrase, VacancyCode,
    placement::{Ahead, Round},
};
use sleutel_store::{
    homes::{self, VacancyRow},
    placement::{self as rows, ProposalRow, RoundLot, RoundRow, RoundStatus},
};

use super::lot;
use crate::{
    ActionError, App, FieldFault, Hold, Who,
    act::{Act, new_uuid},
    fields::Fields,
    homes::{AreaNames, OpenHome, see_names},
    policy::Action,
};

/// A round in a list.
#[derive(Debug, Clone)]
pub struct RoundSummary {
    /// The round.
    pub round: RoundRow,
    /// How many homes are in it.
    pub homes: usize,
    /// How many of them are agreed.
    pub agreed: usize,
    /// The newest proposal.
    pub newest: Option<ProposalRow>,
}

/// A round as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoundDraft {
    /// What people will call it.
    pub name: String,
    /// The day it is held for.
    pub held_on: String,
    /// The number the lots are drawn from, when people stated one; drawn and sealed when
    /// left out.
    pub seed: String,
    /// How many rooms more than needed still fit; 1 when left out.
    pub spare_rooms: String,
    /// How many futures are drawn to look ahead; the round does not when left out or 0.
    pub ahead: String,
    /// The vacancies, by code.
    pub vacancies: Vec<String>,
}

pub(crate) async fn round_row(act: &mut Act<'_>, id: Id<Round>) -> Result<RoundRow, ActionError> {
    let programme = act.programme;
    rows::round(&mut act.tx, programme, id).await?.ok_or(ActionError::NotFound)
}

pub(crate) fn open(round: &RoundRow) -> Result<(), Hold> {
    match round.status {
        RoundStatus::Open => Ok(()),
        RoundStatus::Closed => Err(Hold::RoundClosed),
    }
}

/// All rounds, newest first.
pub async fn list(app: &App, who: &Who) -> Result<Vec<RoundSummary>, ActionError> {
    let mut act = app.look(who, Action::SeeRounds).await?;
    let programme = act.programme;
    let mut summaries = Vec::new();
    for round in rows::rounds(&mut act.tx, programme).await? {
        let homes = rows::round_vacancies(&mut act.tx, programme, round.id).await?.len();
        let agreed = rows::active_decisions(&mut act.tx, programme, round.id)
            .await?
            .iter()
            .filter(|it| it.verdict == sleutel_domain::placement::Verdict::Agreed)
            .count();
        let newest = rows::proposals(&mut act.tx, programme, round.id).await?.into_iter().next();
        summaries.push(RoundSummary { round, homes, agreed, newest });
    }
    Ok(summaries)
}

/// The vacancies a round can be made of, soonest first, and the names of places.
pub async fn homes_to_choose(
    app: &App,
    who: &Who,
) -> Result<(Vec<OpenHome>, AreaNames), ActionError> {
    let mut act = app.look(who, Action::ChangeRound).await?;
    let programme = act.programme;
    let names = see_names(&mut act.tx, programme).await?;
    let dwellings: std::collections::BTreeMap<_, _> = homes::free_dwellings(&mut act.tx, programme)
        .await?
        .into_iter()
        .map(|row| (row.code.clone(), row))
        .collect();
    let homes = homes::open_vacancies(&mut act.tx, programme)
        .await?
        .into_iter()
        .filter_map(|vacancy: VacancyRow| {
            let dwelling = dwellings.get(&vacancy.dwelling)?.clone();
            Some(OpenHome { vacancy, dwelling })
        })
        .collect();
    Ok((homes, names))
}

async fn chosen(
    act: &mut Act<'_>,
    fields: &mut Fields,
    typed: &[String],
) -> Result<Vec<VacancyCode>, ActionError> {
    let programme = act.programme;
    let open: std::collections::BTreeSet<_> = homes::open_vacancies(&mut act.tx, programme)
        .await?
        .into_iter()
        .map(|row| row.code)
        .collect();
    let codes: std::collections::BTreeSet<_> =
        typed.iter().filter_map(|code| fields.code("vacancies", code, VacancyCode::new)).collect();
    if codes.is_empty() {
        fields.bad("vacancies", FieldFault::Required);
    } else if codes.iter().any(|code| !open.contains(code)) {
        fields.bad("vacancies", FieldFault::Unknown);
    }
    Ok(codes.into_iter().collect())
}

/// Makes a round of the vacancies chosen.
pub async fn create(app: &App, who: &Who, draft: &RoundDraft) -> Result<Id<Round>, ActionError> {
    let mut act = app.begin(who, Action::ChangeRound).await?;
    let programme = act.programme;
    let mut fields = Fields::default();
    let name = fields.text("name", &draft.name, Phrase::new);
    let held_on = fields.date("held_on", &draft.held_on);
    let lot = match fields.number_opt("seed", &draft.seed, 0, i64::MAX) {
        Some(seed) => RoundLot::stated(seed),
        None => lot::draw()?,
    };
    let spare = fields.number_opt("spare_rooms", &draft.spare_rooms, 0, 5).unwrap_or(1);
    let most = i64::from(Ahead::MOST_FUTURES);
    let ahead = fields.number_opt("ahead", &draft.ahead, 0, most).unwrap_or(0);
    let vacancies = chosen(&mut act, &mut fields, &draft.vacancies).await?;
    let row = (|| {
        Some(RoundRow {
            id: Id::new(new_uuid()),
            name: name?,
            held_on: held_on?,
            lot,
            spare_rooms: u8::try_from(spare).ok()?,
            ahead: u8::try_from(ahead).ok()?,
            status: RoundStatus::Open,
            version: 1,
            created_by: who.label(),
            created_at: act.at,
            homes_changed_at: None,
        })
    })();
    let row = fields.done(row)?;
    rows::add_round(&mut act.tx, programme, &row).await?;
    rows::set_round_vacancies(&mut act.tx, programme, row.id, &vacancies).await?;
    let mut detail = json!({ "what": "made", "homes": vacancies.len(), "ahead": row.ahead });
    match lot::seal_of(&row) {
        Some(seal) => detail["seal"] = seal.into(),
        None => detail["seed"] = row.lot.seed().into(),
    }
    act.log("round", &row.id.to_string(), &detail).await?;
    act.commit().await?;
    Ok(row.id)
}

/// Changes the homes of an open round. Homes that were decided in it stay.
pub async fn change_homes(
    app: &App,
    who: &Who,
    id: Id<Round>,
    seen: i64,
    vacancies: &[String],
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeRound).await?;
    let programme = act.programme;
    let round = round_row(&mut act, id).await?;
    open(&round)?;
    let mut fields = Fields::default();
    let mut codes = chosen(&mut act, &mut fields, vacancies).await?;
    fields.done(Some(()))?;
    for row in rows::active_decisions(&mut act.tx, programme, id).await? {
        if !codes.contains(&row.vacancy) {
            codes.push(row.vacancy);
        }
    }
    rows::advance_round(&mut act.tx, programme, id, seen, RoundStatus::Open).await?;
    rows::set_round_vacancies(&mut act.tx, programme, id, &codes).await?;
    rows::note_homes_changed(&mut act.tx, programme, id, act.at).await?;
    act.log("round", &id.to_string(), &json!({ "what": "homes", "homes": codes.len() })).await?;
    act.commit().await
}

/// Closes a round: nothing more is decided in it.
pub async fn close(app: &App, who: &Who, id: Id<Round>, seen: i64) -> Result<(), ActionError> {
    set_status(app, who, id, seen, RoundStatus::Closed).await
}

/// Opens a closed round again.
pub async fn reopen(app: &App, who: &Who, id: Id<Round>, seen: i64) -> Result<(), ActionError> {
    set_status(app, who, id, seen, RoundStatus::Open).await
}

async fn set_status(
    app: &App,
    who: &Who,
    id: Id<Round>,
    seen: i64,
    status: RoundStatus,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::CloseRound).await?;
    let programme = act.programme;
    round_row(&mut act, id).await?;
    rows::advance_round(&mut act.tx, programme, id, seen, status).await?;
    act.log("round", &id.to_string(), &json!({ "status": status.code() })).await?;
    act.commit().await
}
