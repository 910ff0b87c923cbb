//! What if the numbers were others: a proposal made aside, which nobody can decide on.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::{Value, json};
use sleutel_domain::{
    AreaCode, ComplexCode, GroupCode, Id, OrganisationCode, Phrase,
    homes::Place,
    placement::{Agreed, Bound, Round, RoundInput, StoredProposal},
};
use sleutel_store::{
    audit,
    placement::{self as rows, TrialRow},
};

use super::{
    cache::Solved,
    manage::round_row,
    propose::{row_of, work},
    see::{RoundFrame, frame_of},
    which::{Made, Which},
};
use crate::{ActionError, App, FieldFault, Hold, Who, act::Act, fields::Fields, policy::Action};

/// A floor and a ceiling that is not the one agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberChange {
    /// Whose.
    pub bound: Bound,
    /// What is agreed.
    pub before: Limits,
    /// What is tried instead.
    pub after: Limits,
}

/// A floor and a ceiling of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// At least this many; 0 is no floor.
    pub lower: u32,
    /// At most this many, if there is a ceiling.
    pub upper: Option<u32>,
}

impl From<Agreed> for Limits {
    fn from(agreed: Agreed) -> Self {
        Self { lower: agreed.lower, upper: agreed.upper }
    }
}

/// Which of the two numbers a field of the form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The floor.
    Lower,
    /// The ceiling.
    Upper,
}

impl Side {
    fn code(self) -> &'static str {
        match self {
            Self::Lower => "lower",
            Self::Upper => "upper",
        }
    }
}

/// The name of the field of a number, such as `upper-area-BU03630001`.
pub fn number_field(side: Side, bound: &Bound) -> String {
    let side = side.code();
    match bound {
        Bound::Group(code) => format!("{side}-group-{code}"),
        Bound::Association(code) => format!("{side}-association-{code}"),
        Bound::Area(Place::Area(code)) => format!("{side}-area-{code}"),
        Bound::Area(Place::Complex(code)) => format!("{side}-complex-{code}"),
        Bound::Area(Place::Street { neighbourhood, street }) => {
            format!("{side}-street-{neighbourhood}-{street}")
        }
    }
}

/// Other numbers as somebody typed them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrialDraft {
    /// What people will call it.
    pub name: String,
    /// Numbers by the name of their field ([`number_field`]); one left out stays as agreed,
    /// a blank one is no floor or no ceiling.
    pub numbers: BTreeMap<String, String>,
}

/// The numbers of a proposal, to try others.
#[derive(Debug, Clone)]
pub struct NumbersView {
    /// The round.
    pub frame: RoundFrame,
    /// The proposal the trial will be of.
    pub of: Made,
    /// Its input and outcome.
    pub solved: Arc<Solved>,
    /// The trial somebody goes on from, with its changes.
    pub from: Option<(TrialRow, Vec<NumberChange>)>,
}

/// The numbers a trial can change: those of the proposal asked for, or of the one a trial is
/// of, with that trial's changes.
pub async fn numbers(
    app: &App,
    who: &Who,
    id: Id<Round>,
    which: Which,
) -> Result<NumbersView, ActionError> {
    let mut act = app.look(who, Action::TryNumbers).await?;
    let frame = frame_of(&mut act, id).await?;
    let asked = frame.outcomes.wanted(which)?.ok_or(Hold::NothingProposed)?;
    let (of, from) = match asked.trial {
        None => (asked, None),
        Some(trial) => {
            let of = frame.outcomes.proposals.iter().find(|it| it.id == trial.of);
            let of = Made { row: of.ok_or(ActionError::NotFound)?.clone(), trial: None };
            let changes = changes_of(&trial)?;
            (of, Some((trial, changes)))
        }
    };
    let programme = act.programme;
    let solved = app.cache.get(&mut act.tx, programme, of.row.id).await?;
    Ok(NumbersView { frame, of, solved, from })
}

/// Proposes with the input of a proposal and other numbers, checks the answer, and keeps it
/// as a trial. Nothing that was agreed changes, and nobody can decide on a line of it. Gives
/// the trial's number.
pub async fn try_numbers(
    app: &App,
    who: &Who,
    id: Id<Round>,
    proposal: i64,
    draft: &TrialDraft,
) -> Result<i64, ActionError> {
    let mut look = app.look(who, Action::TryNumbers).await?;
    round_row(&mut look, id).await?;
    let programme = look.programme;
    let of = rows::proposals(&mut look.tx, programme, id).await?;
    let of = of.into_iter().find(|it| it.number == proposal).ok_or(ActionError::NotFound)?;
    let solved = app.cache.get(&mut look.tx, programme, of.id).await?;
    drop(look);
    let mut fields = Fields::default();
    let name = fields.text("name", &draft.name, Phrase::new);
    let changes = changed(&mut fields, &solved.input, &draft.numbers);
    if changes.is_empty() {
        fields.bad("numbers", FieldFault::Required);
    }
    let name = fields.done(name)?;
    let input = with(solved.input.clone(), &changes);
    let worked = tokio::task::spawn_blocking(move || work(input))
        .await
        .map_err(|cause| ActionError::Internal(cause.to_string()))??;
    let mut act = app.begin(who, Action::TryNumbers).await?;
    // Two at once would otherwise take the same number.
    audit::take_head(&mut act.tx, programme).await?;
    let number = rows::next_trial(&mut act.tx, programme, id).await?;
    let written = json_of(&changes);
    let row = TrialRow {
        made: row_of(&act, id, number, &worked),
        name,
        of: of.id,
        changes: written.to_string(),
    };
    rows::add_trial(&mut act.tx, programme, &row, &worked.stored_input, &worked.outcome).await?;
    let detail = json!({
        "trial": number, "of": proposal, "changes": written, "placed": row.made.placed,
        "fingerprint": row.made.fingerprint,
    });
    act.log("round", &id.to_string(), &detail).await?;
    act.commit().await?;
    app.cache.put(row.made.id, Arc::new(Solved::new(worked.input, worked.proposal)));
    Ok(number)
}

/// Throws a trial away: what is in it about people goes, that it was there stays in the log.
pub async fn throw_away(
    app: &App,
    who: &Who,
    id: Id<Round>,
    number: i64,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::TryNumbers).await?;
    let programme = act.programme;
    round_row(&mut act, id).await?;
    let trial = kept(&mut act, id, number).await?;
    let gone = rows::throw_away_trial(&mut act.tx, programme, trial, &who.label(), act.at).await?;
    if !gone {
        return Err(ActionError::NotFound);
    }
    act.log("round", &id.to_string(), &json!({ "thrown_away": number })).await?;
    act.commit().await?;
    app.cache.forget(trial);
    Ok(())
}

async fn kept(
    act: &mut Act<'_>,
    id: Id<Round>,
    number: i64,
) -> Result<Id<StoredProposal>, ActionError> {
    let programme = act.programme;
    let trials = rows::trials(&mut act.tx, programme, id).await?;
    let trial = trials.into_iter().find(|it| it.made.number == number);
    trial.map(|it| it.made.id).ok_or(ActionError::NotFound)
}

/// Every floor and ceiling of an input, groups first, associations last.
pub(crate) fn limits(input: &RoundInput) -> Vec<(Bound, Limits)> {
    let groups = input.groups.iter().map(|it| (Bound::Group(it.code.clone()), it.agreed.into()));
    let nodes = input.nodes.iter().map(|it| (Bound::Area(it.place.clone()), it.agreed.into()));
    let associations = input.associations.iter();
    let associations =
        associations.map(|it| (Bound::Association(it.code.clone()), it.agreed.into()));
    groups.chain(nodes).chain(associations).collect()
}

/// The numbers typed that are not the agreed ones.
fn changed(
    fields: &mut Fields,
    input: &RoundInput,
    typed: &BTreeMap<String, String>,
) -> Vec<NumberChange> {
    const MOST: i64 = 1_000_000;
    let mut changes = Vec::new();
    for (bound, before) in limits(input) {
        let mut after = before;
        let mut read = |side: Side| {
            let field = number_field(side, &bound);
            let text = typed.get(&field)?;
            let number = fields.number_opt(&field, text, 0, MOST);
            Some((text.trim().is_empty(), number.and_then(|it| u32::try_from(it).ok())))
        };
        match read(Side::Lower) {
            Some((true, _)) => after.lower = 0,
            Some((false, Some(lower))) => after.lower = lower,
            Some((false, None)) | None => {}
        }
        match read(Side::Upper) {
            Some((true, _)) => after.upper = None,
            Some((false, Some(upper))) => after.upper = Some(upper),
            Some((false, None)) | None => {}
        }
        if let Some(upper) = after.upper
            && after.lower > upper
        {
            // Whoever lowers a ceiling means the ceiling; the floor cannot stay above it.
            let fault = FieldFault::Range { least: after.lower.into(), most: MOST };
            fields.bad(&number_field(Side::Upper, &bound), fault);
        }
        if after != before {
            changes.push(NumberChange { bound, before, after });
        }
    }
    changes
}

fn with(mut input: RoundInput, changes: &[NumberChange]) -> RoundInput {
    for change in changes {
        let agreed = match &change.bound {
            Bound::Group(code) => {
                input.groups.iter_mut().find(|it| it.code == *code).map(|it| &mut it.agreed)
            }
            Bound::Association(code) => {
                input.associations.iter_mut().find(|it| it.code == *code).map(|it| &mut it.agreed)
            }
            Bound::Area(place) => {
                input.nodes.iter_mut().find(|it| it.place == *place).map(|it| &mut it.agreed)
            }
        };
        if let Some(agreed) = agreed {
            agreed.lower = change.after.lower;
            agreed.upper = change.after.upper;
        }
    }
    input
}

fn json_of(changes: &[NumberChange]) -> Value {
    let one = |it: &NumberChange| {
        let (kind, code) = match &it.bound {
            Bound::Group(code) => ("group", code.to_string()),
            Bound::Association(code) => ("association", code.to_string()),
            Bound::Area(Place::Area(code)) => ("area", code.to_string()),
            Bound::Area(Place::Complex(code)) => ("complex", code.to_string()),
            // A street has no numbers; an input that says so is refused before this.
            Bound::Area(Place::Street { street, .. }) => ("street", street.to_string()),
        };
        json!({
            kind: code, "lower": [it.before.lower, it.after.lower],
            "upper": [it.before.upper, it.after.upper],
        })
    };
    changes.iter().map(one).collect()
}

/// The changes of a trial, as they were kept.
pub fn changes_of(trial: &TrialRow) -> Result<Vec<NumberChange>, ActionError> {
    let broken = || ActionError::Internal(format!("changes of trial {}", trial.made.id));
    let all: Vec<Value> = serde_json::from_str(&trial.changes).map_err(|_| broken())?;
    all.iter().map(|it| read(it).ok_or_else(broken)).collect()
}

fn read(it: &Value) -> Option<NumberChange> {
    let code = |kind: &str| it.get(kind).and_then(Value::as_str);
    let bound = if let Some(code) = code("group") {
        Bound::Group(GroupCode::new(code).ok()?)
    } else if let Some(code) = code("association") {
        Bound::Association(OrganisationCode::new(code).ok()?)
    } else if let Some(code) = code("area") {
        Bound::Area(Place::Area(AreaCode::new(code).ok()?))
    } else {
        Bound::Area(Place::Complex(ComplexCode::new(code("complex")?).ok()?))
    };
    let number = |side: &str, at: usize| it.get(side)?.get(at).cloned();
    let small = |value: Value| value.as_u64().and_then(|it| u32::try_from(it).ok());
    let limits = |at: usize| {
        Some(Limits { lower: small(number("lower", at)?)?, upper: small(number("upper", at)?) })
    };
    Some(NumberChange { bound, before: limits(0)?, after: limits(1)? })
}

/// The trials of a round that are kept, newest first, without their lines.
pub async fn trials(app: &App, who: &Who, id: Id<Round>) -> Result<Vec<TrialRow>, ActionError> {
    let mut act = app.look(who, Action::SeeRounds).await?;
    let programme = act.programme;
    Ok(rows::trials(&mut act.tx, programme, id).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(bound: Bound) -> NumberChange {
        NumberChange {
            bound,
            before: Limits { lower: 3, upper: Some(9) },
            after: Limits { lower: 0, upper: None },
        }
    }

    #[test]
    fn changes_come_back_as_they_were_written() {
        let changes = vec![
            change(Bound::Group(GroupCode::new("shelter").unwrap())),
            change(Bound::Association(OrganisationCode::new("wendelhuis").unwrap())),
            change(Bound::Area(Place::Area(AreaCode::new("BU-1").unwrap()))),
            change(Bound::Area(Place::Complex(ComplexCode::new("C-7").unwrap()))),
        ];
        let written = json_of(&changes);
        let read: Option<Vec<_>> = written.as_array().unwrap().iter().map(read).collect();
        assert_eq!(read, Some(changes));
    }
}
