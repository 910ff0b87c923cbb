use sleutel_domain::{Id, placement::Round};
use sleutel_store::placement::{self as rows, ProposalRow, TrialRow};

use crate::{ActionError, act::Act};

/// Which outcome of a round somebody looks at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Which {
    /// The newest proposal.
    #[default]
    Newest,
    /// A proposal by its number.
    Proposal(i64),
    /// A trial by its number.
    Trial(i64),
}

impl From<Option<i64>> for Which {
    /// A proposal by its number; the newest when there is none.
    fn from(number: Option<i64>) -> Self {
        number.map_or(Self::Newest, Self::Proposal)
    }
}

/// What there is to look at in a round, newest first, without lines.
#[derive(Debug, Clone, Default)]
pub struct Outcomes {
    /// The proposals.
    pub proposals: Vec<ProposalRow>,
    /// The trials that are kept.
    pub trials: Vec<TrialRow>,
}

/// A proposal or a trial, without its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What was made, when, by whom.
    pub row: ProposalRow,
    /// What makes it a trial; `None` for a proposal.
    pub trial: Option<TrialRow>,
}

impl Made {
    /// How it is asked for again.
    pub fn which(&self) -> Which {
        match self.trial {
            None => Which::Proposal(self.row.number),
            Some(_) => Which::Trial(self.row.number),
        }
    }
}

impl Outcomes {
    /// The one asked for; `None` when it is not there.
    pub fn find(&self, which: Which) -> Option<Made> {
        let proposal = |row: &ProposalRow| Made { row: row.clone(), trial: None };
        match which {
            Which::Newest => self.proposals.first().map(proposal),
            Which::Proposal(number) => {
                self.proposals.iter().find(|it| it.number == number).map(proposal)
            }
            Which::Trial(number) => self
                .trials
                .iter()
                .find(|it| it.made.number == number)
                .map(|it| Made { row: it.made.clone(), trial: Some(it.clone()) }),
        }
    }
}

pub(crate) async fn outcomes(act: &mut Act<'_>, round: Id<Round>) -> Result<Outcomes, ActionError> {
    let programme = act.programme;
    Ok(Outcomes {
        proposals: rows::proposals(&mut act.tx, programme, round).await?,
        trials: rows::trials(&mut act.tx, programme, round).await?,
    })
}

impl Outcomes {
    /// The one asked for. Nothing proposed yet is `None`; a number that is not there is not.
    pub(crate) fn wanted(&self, which: Which) -> Result<Option<Made>, ActionError> {
        match (self.find(which), which) {
            (Some(made), _) => Ok(Some(made)),
            (None, Which::Newest) => Ok(None),
            (None, Which::Proposal(_) | Which::Trial(_)) => Err(ActionError::NotFound),
        }
    }
}
