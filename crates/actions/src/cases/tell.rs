//! Who is told that a file moved on its road.

use sleutel_domain::{
    access::{Party, Role},
    cases::{Act as Happened, State},
    messages::Message,
};

use super::load::{Loaded, Whose};
use crate::{
    ActionError,
    act::Act,
    messages::{People, link_to_road, notify},
};

/// Tells whoever has the ball now that a step waits for them, and whoever supports the
/// household that the municipality decided. Whose turn it is stays as it was: nobody is told.
pub(super) async fn moved(
    act: &mut Act<'_>,
    loaded: &Loaded<'_>,
    whose: &Whose,
    before: &State<'_>,
) -> Result<(), ActionError> {
    let Some(event) = loaded.file.events().last() else { return Ok(()) };
    let decided = matches!(event.act, Happened::Decided { .. } | Happened::ObjectionDecided { .. });
    let objected = matches!(event.act, Happened::ObjectionLodged { .. });
    let after = loaded.file.state();
    let moved = before.open().map(|it| &it.step) != after.open().map(|it| &it.step);
    let ball = after.ball().filter(|_| moved);
    let themselves = act.who.resident().is_some();
    if !decided && !objected && !themselves && ball.is_none() {
        return Ok(());
    }
    let people = People::read(act).await?;
    let support = people.support(&whose.provider, whose.worker.as_deref());
    let reference = loaded.row.reference.clone();
    let link = link_to_road(&reference);
    if themselves {
        let answered = matches!(event.act, Happened::Answered { .. });
        let reference = reference.clone();
        let message = if answered {
            Message::PersonAnswered { reference }
        } else {
            Message::PersonActed { reference }
        };
        notify(act, support.clone(), &message, &link).await?;
    }
    let waits = Message::StepWaits { reference: reference.clone() };
    if decided {
        notify(act, support.clone(), &Message::DecisionTaken { reference }, &link).await?;
    }
    if objected || ball == Some(Party::Municipality) {
        notify(act, people.officers(), &waits, &link).await?;
    }
    match ball {
        // A decision that comes with the ball is told once.
        Some(Party::Participant | Party::Provider | Party::ThirdPerson) if !decided => {
            notify(act, support, &waits, &link).await
        }
        Some(Party::Association) => {
            let Some(association) = &loaded.row.association else { return Ok(()) };
            notify(act, people.of(Role::LettingConsultant, association), &waits, &link).await
        }
        Some(Party::Participant | Party::Provider | Party::ThirdPerson | Party::Municipality)
        | None => Ok(()),
    }
}
