use jiff::Timestamp;
use serde_json::json;
use sleutel_domain::{messages::Message, participants::ThreeQuestions};
use sleutel_store::participants::{self as rows, Snapshot, VersionRow};

use crate::{
    ActionError, App, Who,
    fields::Fields,
    messages::{People, link_to_file, notify},
    policy::Action,
};

/// The three questions as somebody typed them at their window; blank is left open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordsDraft {
    /// What they want.
    pub want: String,
    /// What they can do themselves.
    pub can: String,
    /// What they need.
    pub need: String,
    /// The version of the file the page was made from.
    pub version: i64,
}

/// What was said at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// When it was written down.
    pub at: Timestamp,
    /// Whether they wrote it themselves, at their window.
    pub themselves: bool,
    /// What they want, can and need.
    pub words: [Option<String>; 3],
}

/// What somebody said they want, now and before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWords {
    /// What counts now.
    pub now: ThreeQuestions,
    /// The version of the file, to save against.
    pub version: i64,
    /// Everything that was said, the newest first; what counts now among it.
    pub said: Vec<Said>,
}

/// What somebody said they want, can and need, at their own window.
pub async fn words(app: &App, who: &Who) -> Result<OwnWords, ActionError> {
    let mut act = app.begin(who, Action::SeeOwnFile).await?;
    let (programme, resident) = (act.programme, act.resident()?);
    let file = rows::file(&mut act.tx, programme, &resident.reference).await?;
    let file = file.ok_or(ActionError::NotFound)?;
    let versions = rows::history(&mut act.tx, programme, file.id).await?;
    act.log("participant", resident.reference.as_str(), &json!({ "own": "words" })).await?;
    act.commit().await?;
    Ok(OwnWords { now: file.questions, version: file.version, said: said(versions, &who.label()) })
}

/// The versions in which what was said is another than before, newest first.
fn said(versions: Vec<VersionRow>, label: &str) -> Vec<Said> {
    let of = |it: &Snapshot| [it.want.clone(), it.can.clone(), it.need.clone()];
    let mut before = [None, None, None];
    let mut found = Vec::new();
    for version in versions.into_iter().rev() {
        let words = of(&version.snapshot);
        if words != before {
            let themselves = version.actor == label;
            found.push(Said { at: version.at, themselves, words: words.clone() });
        }
        before = words;
    }
    found.reverse();
    found
}

/// Says again what one wants, can and needs. The earlier words stay in the history, and whoever
/// supports them is told. The same words again change nothing. Whoever comes second is told.
pub async fn say(app: &App, who: &Who, draft: &WordsDraft) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::SayOwnWords).await?;
    let (programme, resident, at) = (act.programme, act.resident()?, act.at);
    let file = rows::file(&mut act.tx, programme, &resident.reference).await?;
    let mut file = file.ok_or(ActionError::NotFound)?;
    let mut fields = Fields::default();
    let questions = ThreeQuestions {
        want: fields.words("want", &draft.want),
        can: fields.words("can", &draft.can),
        need: fields.words("need", &draft.need),
    };
    let questions = fields.done(Some(questions))?;
    if file.version != draft.version {
        return Err(ActionError::Changed);
    }
    if questions == file.questions {
        return Ok(());
    }
    file.questions = questions;
    rows::save_file(&mut act.tx, programme, &file, &who.label(), at).await?;
    act.log("participant", resident.reference.as_str(), &json!({ "own": "said" })).await?;
    let people = People::read(&mut act).await?;
    let worker = file.worker.as_ref().map(ToString::to_string);
    let support = people.support(&file.provider, worker.as_deref());
    let message = Message::PersonSaid { reference: resident.reference.clone() };
    notify(&mut act, support, &message, &link_to_file(&resident.reference)).await?;
    act.commit().await
}
