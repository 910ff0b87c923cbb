use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::json;
use sleutel_domain::{
    GroupCode, OrganisationCode, Reference,
    access::{OrganisationKind, Role},
    steering::groups::GroupTimes,
};
use sleutel_store::{
    Page, Window,
    access::{self, OrganisationRow},
    colleagues::{self, HandOverRow},
    groups::described,
    numbers::GroupRow,
    participants::{self as rows, Filter, ListRow, MergeRow, ParticipantFile, Sort, VersionRow},
    placement::{self, DecisionRow},
};

use super::{
    duplicates::{Alike, alike},
    together::{Companion, companions},
};
use crate::{
    ActionError, App, Who,
    act::Act,
    homes::{AreaNames, see_names},
    policy::{self, Action, Reach, Subject},
    steering::groups::histories,
};

/// What lists and forms about participants choose from.
#[derive(Debug, Clone)]
pub struct Lists {
    /// The target groups, by code.
    pub groups: BTreeMap<GroupCode, GroupRow>,
    /// The first and the last day of each group that is not there today; of one to come only the first.
    pub away: BTreeMap<GroupCode, (Option<Date>, Option<Date>)>,
    /// From when until when each group is there.
    pub group_times: BTreeMap<GroupCode, GroupTimes>,
    /// The providers, by code.
    pub providers: BTreeMap<OrganisationCode, String>,
    /// The associations, by code.
    pub associations: BTreeMap<OrganisationCode, String>,
    /// The support workers who can log in: login and name, with their provider.
    pub workers: Vec<(String, String, OrganisationCode)>,
    /// Names of places.
    pub names: AreaNames,
}

/// A page of files as somebody may see it.
#[derive(Debug, Clone)]
pub struct ListView {
    /// The files. Names are blank for somebody who may not see them.
    pub page: Page<ListRow>,
    /// Whether names are shown.
    pub identity: bool,
    /// How many stand in each readiness, within reach.
    pub counts: BTreeMap<String, u64>,
}

/// A file as somebody may see it.
#[derive(Debug, Clone)]
pub struct FileView {
    /// The file. Own words are left out for somebody who may not see them.
    pub file: ParticipantFile,
    /// Whether own words are shown.
    pub own_words: bool,
    /// Whether this person may change it.
    pub may_change: bool,
    /// The decisions that stand, newest first.
    pub decisions: Vec<DecisionRow>,
    /// Whom the household moves together with.
    pub together: Vec<Companion>,
    /// Other files that may be of the same person.
    pub alike: Vec<Alike>,
    /// What became one with it: files it took up, or the one it goes on as.
    pub merges: Vec<MergeRow>,
}

/// A file's history as somebody may see it.
#[derive(Debug, Clone)]
pub struct HistoryView {
    /// Its reference.
    pub reference: Reference,
    /// The name of the head, for the title.
    pub name: String,
    /// Every version, newest first.
    pub versions: Vec<VersionRow>,
    /// Who saw or changed it, newest first.
    pub log: Page<sleutel_store::audit::Chained>,
    /// The hand-overs it was part of, newest first.
    pub handed: Vec<HandOverRow>,
    /// What people are called, by log-in name.
    pub names: BTreeMap<String, String>,
}

/// The log-in names of the absent colleagues a line of the log was done for.
pub fn done_for(line: &sleutel_store::audit::Line) -> Vec<String> {
    let detail: serde_json::Value = serde_json::from_str(&line.detail).unwrap_or_default();
    let names = detail.get("for").and_then(|it| it.as_array()).cloned().unwrap_or_default();
    names.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect()
}

pub(crate) fn subject(file: &ParticipantFile) -> Subject<'_> {
    Subject {
        organisation: Some(&file.provider),
        worker: file.worker.as_ref().map(sleutel_domain::Phrase::as_str),
    }
}

/// Narrows a filter to what somebody may see.
fn within_reach(who: &Who, filter: &Filter) -> Filter {
    let mut filter = filter.clone();
    let own = || who.organisation().map(ToString::to_string).unwrap_or_default();
    match policy::reach_of(who, Action::ListParticipants) {
        Reach::All | Reach::Nothing => {}
        Reach::Own => filter.provider = own(),
        Reach::Caseload => {
            filter.provider = own();
            filter.caseload = who.logins();
        }
    }
    filter.reference_only = !policy::may(who, Action::SeeIdentity);
    filter
}

fn without_names(row: &mut ListRow) {
    row.given.clear();
    row.family.clear();
}

/// A page of files. Somebody who may not see names searches references only.
pub async fn list(
    app: &App,
    who: &Who,
    filter: &Filter,
    sort: Sort,
    backwards: bool,
    window: Window,
) -> Result<ListView, ActionError> {
    let mut act = app.begin(who, Action::ListParticipants).await?;
    let programme = act.programme;
    let filter = within_reach(who, filter);
    let identity = policy::may(who, Action::SeeIdentity);
    // An order by name would tell something about names.
    let sort = if identity || sort != Sort::Name { sort } else { Sort::Reference };
    let mut page = rows::list(&mut act.tx, programme, &filter, sort, backwards, window).await?;
    if !identity {
        page.rows.iter_mut().for_each(without_names);
    }
    let counts = readiness(&mut act, &filter).await?;
    let shown: Vec<&str> = page.rows.iter().map(|row| row.reference.as_str()).collect();
    act.log("participants", "", &json!({ "shown": shown })).await?;
    act.commit().await?;
    Ok(ListView { page, identity, counts })
}

/// Every file within reach that the filter finds, for a spreadsheet; the log names them all.
pub async fn export(
    app: &App,
    who: &Who,
    filter: &Filter,
    sort: Sort,
    backwards: bool,
) -> Result<ListView, ActionError> {
    let mut act = app.begin(who, Action::ExportParticipants).await?;
    let programme = act.programme;
    let filter = within_reach(who, filter);
    let whole = crate::lists::whole();
    let page = rows::list(&mut act.tx, programme, &filter, sort, backwards, whole).await?;
    let open = if filter.open_questions { "yes" } else { "" };
    let chosen = crate::lists::chosen(
        &[
            ("group", &filter.group),
            ("readiness", &filter.readiness),
            ("provider", &filter.provider),
            ("worker", &filter.worker),
            ("area", &filter.area),
            ("ground", &filter.ground),
            ("open", open),
        ],
        &filter.words,
    );
    crate::lists::exported(&mut act, "participants", &page, chosen, |it| it.reference.as_str())
        .await?;
    act.commit().await?;
    Ok(ListView { page, identity: true, counts: BTreeMap::new() })
}

/// How many files stand in each readiness, within reach; for the home page.
pub async fn start_counts(app: &App, who: &Who) -> Result<BTreeMap<String, u64>, ActionError> {
    let mut act = app.look(who, Action::ListParticipants).await?;
    let filter = within_reach(who, &Filter::default());
    readiness(&mut act, &filter).await
}

async fn readiness(
    act: &mut Act<'_>,
    filter: &Filter,
) -> Result<BTreeMap<String, u64>, ActionError> {
    let (programme, Filter { provider, worker, caseload, .. }) = (act.programme, filter);
    Ok(rows::readiness_counts(&mut act.tx, programme, provider, worker, caseload).await?)
}

/// How many files within reach have a question open that a placement needs.
pub async fn open_questions(app: &App, who: &Who) -> Result<u64, ActionError> {
    let mut act = app.look(who, Action::ListParticipants).await?;
    let programme = act.programme;
    let filter = within_reach(who, &Filter { open_questions: true, ..Filter::default() });
    let window = Window { offset: 0, limit: 1 };
    let page = rows::list(&mut act.tx, programme, &filter, Sort::Reference, false, window).await?;
    Ok(page.total)
}

/// What lists and forms about participants choose from.
pub async fn lists(app: &App, who: &Who) -> Result<Lists, ActionError> {
    let mut act = app.look(who, Action::SeeHomes).await?;
    lists_in(&mut act).await
}

pub(crate) async fn lists_in(act: &mut Act<'_>) -> Result<Lists, ActionError> {
    let programme = act.programme;
    let (mut groups, mut group_times) = (BTreeMap::new(), BTreeMap::new());
    let mut away = BTreeMap::new();
    let today = act.today();
    for (code, found) in histories(act).await? {
        let is = found.times.described_on(today).cloned();
        groups.extend(is.map(|is| (code.clone(), described(code.clone(), is))));
        if found.times.on(today).is_none() {
            let begins = found.times.periods().iter().filter_map(|it| it.from);
            let next = begins.filter(|it| *it > today).min();
            let ended = found.times.ends().filter(|_| next.is_none());
            away.insert(code.clone(), (next, ended));
        }
        group_times.insert(code, found.times);
    }
    let organisations = access::organisations(&mut act.tx, programme).await?;
    let of = |kind: OrganisationKind| {
        let all = organisations.iter().filter(move |row: &&OrganisationRow| row.kind == kind);
        all.map(|row| (row.code.clone(), row.name.to_string())).collect()
    };
    let (providers, associations) =
        (of(OrganisationKind::Provider), of(OrganisationKind::Association));
    let workers = access::accounts(&mut act.tx, programme)
        .await?
        .into_iter()
        .filter(|row| row.active && row.role == Role::SupportWorker)
        .map(|row| (row.login, row.name, row.organisation.code))
        .collect();
    let names = see_names(&mut act.tx, programme).await?;
    Ok(Lists { groups, away, group_times, providers, associations, workers, names })
}

/// One file. Somebody out of whose reach it is gets the same answer as for a file that is
/// not there.
pub async fn view(app: &App, who: &Who, reference: &Reference) -> Result<FileView, ActionError> {
    let mut act = app.begin(who, Action::SeeParticipant).await?;
    let programme = act.programme;
    let mut file = visible(&mut act, reference).await?;
    let own_words = policy::may_for(who, Action::SeeOwnWords, subject(&file));
    let may_change = policy::may_for(who, Action::ChangeParticipant, subject(&file));
    if !own_words {
        file.questions = sleutel_domain::participants::ThreeQuestions::default();
        file.wishes.iter_mut().for_each(|wish| wish.reason = None);
        file.network.iter_mut().for_each(|tie| tie.note = None);
    }
    let decisions = placement::decisions_of_household(&mut act.tx, programme, reference).await?;
    let together = companions(&mut act, &file).await?;
    act.log("participant", reference.as_str(), &json!({})).await?;
    // The name on a file that may be of the same person is seen too, which is logged there.
    let alike = match file.goes_on_as {
        None => alike(&mut act, &file).await?,
        Some(_) => Vec::new(),
    };
    let mut merges = rows::merges_of(&mut act.tx, programme, reference).await?;
    // Why two files are of one person is in somebody's own words.
    merges.retain(|_| own_words);
    act.commit().await?;
    let may_change = may_change && file.goes_on_as.is_none();
    Ok(FileView { file, own_words, may_change, decisions, together, alike, merges })
}

pub(crate) async fn visible(
    act: &mut Act<'_>,
    reference: &Reference,
) -> Result<ParticipantFile, ActionError> {
    let file = file_of(act, reference).await?;
    act.require(Action::SeeParticipant, subject(&file)).map_err(|_| ActionError::NotFound)?;
    Ok(file)
}

/// Every version of a file, and who saw or changed it.
pub async fn history(
    app: &App,
    who: &Who,
    reference: &Reference,
) -> Result<HistoryView, ActionError> {
    let mut act = app.begin(who, Action::SeeHistory).await?;
    let programme = act.programme;
    let file = visible(&mut act, reference).await?;
    act.require(Action::SeeHistory, subject(&file))?;
    let versions = rows::history(&mut act.tx, programme, file.id).await?;
    let window = Window { offset: 0, limit: 100 };
    let log = sleutel_store::audit::lines(
        &mut act.tx,
        programme,
        "participant",
        reference.as_str(),
        window,
    )
    .await?;
    let handed = colleagues::hand_overs_of(&mut act.tx, programme, reference).await?;
    let names = crate::colleagues::names(&mut act).await?;
    act.log("participant", reference.as_str(), &json!({})).await?;
    act.commit().await?;
    let name =
        file.head().map(|head| format!("{} {}", head.given, head.family)).unwrap_or_default();
    Ok(HistoryView { reference: file.reference, name, versions, log, handed, names })
}

/// Whose a file is: its provider and support worker. For a file that is not there the
/// same answer as for one out of reach.
pub(crate) async fn subject_of(
    act: &mut Act<'_>,
    reference: &Reference,
) -> Result<(OrganisationCode, Option<String>), ActionError> {
    let programme = act.programme;
    let (provider, worker) = rows::supported_by(&mut act.tx, programme, reference)
        .await?
        .ok_or(ActionError::NotFound)?;
    Ok((provider, worker.map(|it| it.to_string())))
}

/// A file as it is kept. One that was set aside is with whoever supports the person now.
pub(crate) async fn file_of(
    act: &mut Act<'_>,
    reference: &Reference,
) -> Result<ParticipantFile, ActionError> {
    let programme = act.programme;
    let file = rows::file(&mut act.tx, programme, reference).await?;
    let mut file = file.ok_or(ActionError::NotFound)?;
    if file.goes_on_as.is_some()
        && let Some(with) = rows::supported_by(&mut act.tx, programme, reference).await?
    {
        (file.provider, file.worker) = with;
    }
    Ok(file)
}
