use sleutel_domain::{
    Id, OrganisationCode, VacancyCode,
    access::Role,
    messages::Message,
    placement::{Round, Verdict},
};
use sleutel_store::{homes, placement::DecisionRow};

use super::decide::Pair;
use crate::{
    ActionError,
    act::Act,
    messages::{People, link_to_file, notify},
    participants::subject_of,
};

/// Tells who supports each household, and whoever lets each home, that a line was
/// decided.
pub(super) async fn decided(
    act: &mut Act<'_>,
    round: Id<Round>,
    verdict: Verdict,
    pairs: &[Pair],
) -> Result<(), ActionError> {
    if pairs.is_empty() {
        return Ok(());
    }
    let people = People::read(act).await?;
    for pair in pairs {
        let (provider, worker) = subject_of(act, &pair.reference).await?;
        let support = people.support(&provider, worker.as_deref());
        let told = Message::PlacementDecided { reference: pair.reference.clone(), verdict };
        notify(act, support, &told, &link_to_file(&pair.reference)).await?;
        let told = Message::HomeDecided { vacancy: pair.vacancy.clone(), verdict };
        association(act, &people, round, &pair.vacancy, &told).await?;
    }
    Ok(())
}

/// Tells the same people that a decision was taken back.
pub(super) async fn undone(
    act: &mut Act<'_>,
    row: &DecisionRow,
    (provider, worker): (&OrganisationCode, Option<&str>),
) -> Result<(), ActionError> {
    let people = People::read(act).await?;
    let support = people.support(provider, worker);
    let told = Message::DecisionUndone { reference: row.reference.clone() };
    notify(act, support, &told, &link_to_file(&row.reference)).await?;
    let told = Message::HomeUndone { vacancy: row.vacancy.clone() };
    association(act, &people, row.round, &row.vacancy, &told).await
}

/// Tells those who let the home; the page they get to is that of the round.
async fn association(
    act: &mut Act<'_>,
    people: &People,
    round: Id<Round>,
    vacancy: &VacancyCode,
    message: &Message,
) -> Result<(), ActionError> {
    let programme = act.programme;
    let Some(vacancy) = homes::vacancy(&mut act.tx, programme, vacancy).await? else {
        return Ok(());
    };
    let Some(home) = homes::dwelling(&mut act.tx, programme, &vacancy.dwelling).await? else {
        return Ok(());
    };
    let consultants = people.of(Role::LettingConsultant, &home.association);
    notify(act, consultants, message, &format!("/rounds/{round}")).await
}
