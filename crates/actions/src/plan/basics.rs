use jiff::Timestamp;
use serde_json::json;
use sleutel_domain::{
    Phrase, Reference,
    access::Party,
    plan::{Basic, BasicItem, BasicState, Progress, basics},
    routes::Fact,
};
use sleutel_store::plan::{self as rows, BasicRow};

use super::{Around, around, establish};
use crate::{ActionError, App, FieldFault, Who, act::Act, fields::Fields, policy::Action};

/// A line of the list as somebody may see it.
#[derive(Debug, Clone)]
pub struct BasicLine {
    /// What it says.
    pub item: BasicItem,
    /// Every version somebody wrote, oldest first.
    pub versions: Vec<BasicRow>,
}

impl BasicLine {
    /// Counts the changes; 0 before the first.
    pub fn version(&self) -> i64 {
        self.versions.last().map_or(0, |it| it.version)
    }

    /// Who wrote it as it stands, and when.
    pub fn changed(&self) -> Option<(&str, Timestamp)> {
        self.versions.last().map(|it| (it.actor.as_str(), it.at))
    }
}

/// The list as somebody may see it.
#[derive(Debug, Clone)]
pub struct BasicsView {
    /// Whose.
    pub reference: Reference,
    /// The name of the head, for who may see it.
    pub name: Option<String>,
    /// The party that looks.
    pub party: Party,
    /// The lines that are theirs to see, in the order of the list.
    pub lines: Vec<BasicLine>,
    /// How far these are.
    pub progress: Progress,
    /// Whether they may change every line, and not only how far their own are.
    pub may_change: bool,
    /// Whether they may say how far the lines are that they see.
    pub may_tell: bool,
}

/// A line of the list, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `BasicItem`, as typed")]
pub struct BasicDraft {
    /// The code of a party.
    pub owner: String,
    pub person: String,
    pub due: String,
    /// `to-do`, `asked`, `arranged` or `not-needed`.
    pub state: String,
    /// The day of asking or arranging; blank is today.
    pub on: String,
    /// With `not-needed`: why.
    pub reason: String,
    /// With `arranged`: who did it; blank is whoever writes.
    pub by: String,
    /// The version the form was filled from; 0 for the first.
    pub version: i64,
}

impl From<&BasicLine> for BasicDraft {
    fn from(line: &BasicLine) -> Self {
        let it = &line.item;
        let mut draft = Self {
            owner: it.owner.code().to_owned(),
            person: it.person.as_ref().map(ToString::to_string).unwrap_or_default(),
            due: it.due.map(|it| it.to_string()).unwrap_or_default(),
            state: it.state.code().to_owned(),
            version: line.version(),
            ..Self::default()
        };
        match &it.state {
            BasicState::NotNeeded { reason } => draft.reason = reason.to_string(),
            BasicState::ToDo => {}
            BasicState::Asked { on } => draft.on = on.to_string(),
            BasicState::Arranged { on, by } => {
                draft.on = on.to_string();
                draft.by = by.to_string();
            }
        }
        draft
    }
}

/// The lines that are for the party that looks.
pub(crate) async fn lines(
    act: &mut Act<'_>,
    around: &Around<'_>,
) -> Result<Vec<BasicLine>, ActionError> {
    let programme = act.programme;
    let mut found = rows::basic_versions(&mut act.tx, programme, around.id).await?;
    let said: Vec<_> =
        found.values().filter_map(|it| it.last()).map(|it| it.item.clone()).collect();
    Ok(basics(said)
        .into_iter()
        .filter(|it| it.seen_by(around.party))
        .map(|item| BasicLine { versions: found.remove(&item.basic).unwrap_or_default(), item })
        .map(|line| if around.party == Party::Provider { line } else { line.without_past() })
        .collect())
}

impl BasicLine {
    /// What a line said while it was another's is not for whose it is now.
    fn without_past(mut self) -> Self {
        let last = self.versions.pop();
        self.versions = last.into_iter().collect();
        self
    }
}

/// What has to be arranged before a household moves.
pub async fn basics_of(
    app: &App,
    who: &Who,
    reference: &Reference,
) -> Result<BasicsView, ActionError> {
    let mut act = app.begin(who, Action::SeePlan).await?;
    let around = around(&mut act, Action::SeePlan, reference).await?;
    let lines = lines(&mut act, &around).await?;
    act.log("participant", reference.as_str(), &json!({ "basics": true })).await?;
    let today = act.today();
    act.commit().await?;
    Ok(BasicsView {
        reference: reference.clone(),
        progress: Progress::of(lines.iter().map(|it| &it.item), today),
        may_change: around.may(who, Action::ChangePlan),
        may_tell: around.may(who, Action::AnswerPlan),
        name: around.name,
        party: around.party,
        lines,
    })
}

/// Writes down whose a line is and how far it is. Whoever is not of the provider says only
/// how far the lines of their own party are.
pub async fn save_basic(
    app: &App,
    who: &Who,
    reference: &Reference,
    basic: Basic,
    draft: &BasicDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::AnswerPlan).await?;
    let around = around(&mut act, Action::AnswerPlan, reference).await?;
    let programme = act.programme;
    let lines = lines(&mut act, &around).await?;
    let line = lines.iter().find(|it| it.item.basic == basic).ok_or(ActionError::NotFound)?;
    if line.version() != draft.version {
        return Err(ActionError::Changed);
    }
    let whole = around.may(who, Action::ChangePlan);
    let item = read(who, draft, &line.item, whole, act.today())?;
    let row =
        BasicRow { version: draft.version.saturating_add(1), item, actor: who.label(), at: act.at };
    rows::add_basic_version(&mut act.tx, programme, around.id, &row).await?;
    let detail = json!({ "basic": basic.code(), "state": row.item.state.code() });
    act.log("participant", reference.as_str(), &detail).await?;
    let now = rows::basic_versions(&mut act.tx, programme, around.id).await?;
    let said = now.into_values().filter_map(|mut it| it.pop()).map(|it| it.item);
    if Progress::of(&basics(said), act.today()).is_ready() {
        establish(&mut act, around.case, Fact::BasicsReady).await?;
    }
    act.commit().await
}

fn read(
    who: &Who,
    draft: &BasicDraft,
    before: &BasicItem,
    whole: bool,
    today: jiff::civil::Date,
) -> Result<BasicItem, ActionError> {
    let mut fields = Fields::default();
    let mut item = before.clone();
    if whole {
        let owner = fields.choice("owner", &draft.owner, Party::from_code);
        item.owner = owner.unwrap_or(before.owner);
        item.person = fields.phrase("person", &draft.person);
        item.due = fields.date_opt("due", &draft.due);
    }
    let day = |fields: &mut Fields| {
        let on =
            if draft.on.trim().is_empty() { Some(today) } else { fields.date("on", &draft.on) };
        if on.is_some_and(|on| on > today) {
            fields.bad("on", FieldFault::InFuture);
        }
        on
    };
    let known = |text: &str| BasicState::CODES.into_iter().find(|it| *it == text);
    let state = match fields.choice("state", &draft.state, known) {
        Some("not-needed") => fields
            .text("reason", &draft.reason, Phrase::new)
            .map(|reason| BasicState::NotNeeded { reason }),
        Some("asked") => day(&mut fields).map(|on| BasicState::Asked { on }),
        Some("arranged") => {
            let on = day(&mut fields);
            let typed = fields.phrase("by", &draft.by);
            let own = who.person().map(|it| it.name.as_str()).unwrap_or_default();
            let by = typed.or_else(|| Phrase::new(own).ok());
            (|| Some(BasicState::Arranged { on: on?, by: by? }))()
        }
        Some(_) => Some(BasicState::ToDo),
        None => None,
    };
    fields.done(state.map(|state| BasicItem { state, ..item }))
}
