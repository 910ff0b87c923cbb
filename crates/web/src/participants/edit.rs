use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    ActionError, App, FieldFault, Hold, Who,
    participants::{self, FileView, Lists, ParticipantDraft},
    policy::{self, Action, Reach},
};
use sleutel_domain::{
    Reference,
    homes::Adaptation,
    participants::{
        Custody, Direction, LivingSituation, MemberRole, PartnerStanding, Strength, TieKind,
    },
    placement::SupportLoad,
};
use sleutel_words::{Named, Words};

use super::{
    alike::Told,
    compare::{Change, Comparer},
    form as fields, naming, sees,
};
use crate::{
    Acting, FieldError, Flash, FlashKind, Form, Page, Posted, Problem, places, refused,
    show::Choice,
};

/// The choices of every list in the form.
struct Choices {
    groups: Vec<Choice>,
    providers: Vec<Choice>,
    workers: Vec<Choice>,
    living: Vec<Choice>,
    readiness: Vec<Choice>,
    grounds: Vec<Choice>,
    fitted: Vec<Choice>,
    loads: Vec<Choice>,
    roles: Vec<Choice>,
    custodies: Vec<Choice>,
    standings: Vec<Choice>,
    directions: Vec<Choice>,
    strengths: Vec<Choice>,
    ties: Vec<Choice>,
}

/// A row that comes several times, such as a wish.
struct Row {
    kind: &'static str,
    number: usize,
}

impl Row {
    fn field(&self, field: &str) -> String {
        format!("{}-{}-{field}", self.kind, self.number)
    }

    fn id(&self) -> String {
        format!("{}-{}", self.kind, self.number)
    }
}

#[derive(Template)]
#[template(path = "participants/edit.html")]
struct EditPage {
    page: Page,
    action: String,
    back: String,
    fresh: bool,
    form: Form,
    choices: Choices,
    places: Vec<String>,
    members: Vec<Row>,
    wishes: Vec<Row>,
    network: Vec<Row>,
    exclusions: Vec<Row>,
    /// More rows than before, not kept yet.
    unsaved: bool,
    /// What somebody else changed meanwhile.
    meanwhile: Vec<Change>,
    /// Files that may be of the same person as a new one.
    alike: Told,
    sees_identity: Vec<String>,
    sees_words: Vec<String>,
}

fn named<T: Named>(words: Words, all: &[T], code: impl Fn(&T) -> &'static str) -> Vec<Choice> {
    all.iter().map(|it| Choice::new(code(it), words.name(it))).collect()
}

fn choices(page: &Page, who: &Who, lists: &Lists, draft: &ParticipantDraft) -> Choices {
    let words = page.words;
    let all = policy::reach_of(who, Action::ChangeParticipant) == Reach::All;
    let mut own = lists.clone();
    own.providers.retain(|code, _| all || Some(code) == who.organisation());
    own.workers.retain(|(_, _, provider)| all || Some(provider) == who.organisation());
    let mut workers = naming::workers(&own);
    // Somebody who cannot log in may still be the support worker of a file.
    if !draft.worker.is_empty() && !workers.iter().any(|it| it.value == draft.worker) {
        workers.push(Choice::new(&draft.worker, &draft.worker));
    }
    let mut readiness = vec!["preparing", "ready", "paused"];
    if draft.readiness == "placed" {
        readiness.push("placed");
    }
    let keyed = |codes: &[&str], key: fn(&str) -> &'static str| {
        codes.iter().map(|code| Choice::new(*code, page.t(key(code)))).collect()
    };
    Choices {
        groups: naming::groups(words, lists),
        providers: naming::providers(&own),
        workers,
        living: LivingSituation::ALL
            .iter()
            .map(|it| Choice::new(it.code(), page.t(naming::living_key(*it))))
            .collect(),
        readiness: keyed(&readiness, naming::readiness_key),
        grounds: keyed(&["none", "term-ends", "safety"], naming::ground_key),
        fitted: named(words, &Adaptation::ALL, |it| it.code()),
        loads: SupportLoad::ALL
            .iter()
            .map(|it| Choice::new(it.points().to_string(), page.t(naming::load_key(*it))))
            .collect(),
        custodies: [Custody::Sole, Custody::Shared(None), Custody::Elsewhere]
            .iter()
            .map(|it| Choice::new(it.code(), page.name(it)))
            .collect(),
        standings: named(words, &PartnerStanding::ALL, |it| it.code()),
        roles: named(words, &MemberRole::ALL[1..], |it| it.code()),
        directions: named(words, &Direction::ALL, |it| it.code()),
        strengths: named(words, &Strength::ALL, |it| it.code()),
        ties: named(words, &TieKind::ALL, |it| it.code()),
    }
}

fn numbered(kind: &'static str, count: usize) -> Vec<Row> {
    (1..=count).map(|number| Row { kind, number }).collect()
}

fn view(page: Page, who: &Who, lists: &Lists, draft: &ParticipantDraft, name: &str) -> EditPage {
    let fresh = draft.version == 0;
    let back = if fresh { "/participants".to_owned() } else { naming::href(&draft.reference) };
    let action = if fresh { "/participants/new".to_owned() } else { format!("{back}/edit") };
    let page = page.under("/participants", "nav-participants");
    let page = if fresh {
        page.titled("participants-new")
    } else {
        page.titled("participants-edit-title").under_named(&back, name)
    };
    let words = page.words;
    EditPage {
        choices: choices(&page, who, lists, draft),
        page,
        action,
        back,
        fresh,
        form: fields::form(draft, &lists.names, words),
        places: places::choices(words, &lists.names),
        members: numbered("member", draft.members.len()),
        wishes: numbered("wish", draft.wishes.len()),
        network: numbered("tie", draft.network.len()),
        exclusions: numbered("exclusion", draft.exclusions.len()),
        unsaved: false,
        meanwhile: Vec::new(),
        alike: Told::default(),
        sees_identity: sees::who(words, Action::SeeIdentity),
        sees_words: sees::who(words, Action::SeeOwnWords),
    }
}

fn full_name(file: &FileView) -> String {
    file.file.head().map(|head| format!("{} {}", head.given, head.family)).unwrap_or_default()
}

/// `GET /participants/new`: filled in with what is known of any new file.
pub(super) async fn ask_new(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    let reference = participants::next_reference(&app, &who).await;
    let (reference, lists) = match (reference, participants::lists(&app, &who).await) {
        (Ok(reference), Ok(lists)) => (reference, lists),
        (Err(error), _) | (_, Err(error)) => return refused::problem(&error).into_response(),
    };
    let own = who.organisation().filter(|code| lists.providers.contains_key(code));
    let worker = who
        .person()
        .filter(|_| policy::reach_of(&who, Action::ChangeParticipant) == Reach::Caseload);
    let draft = ParticipantDraft {
        reference,
        provider: own.map(ToString::to_string).unwrap_or_default(),
        worker: worker.map(|person| person.login.clone()).unwrap_or_default(),
        waiting_since: app.today().to_string(),
        readiness: "preparing".to_owned(),
        ground: "none".to_owned(),
        ..ParticipantDraft::default()
    };
    let view = view(page, &who, &lists, &draft, "");
    view.page.render(&view)
}

/// `POST /participants/new`.
pub(super) async fn add(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Posted(mut form): Posted,
) -> Response {
    if !policy::may(&who, Action::AddParticipant) {
        return Problem::forbidden().into_response();
    }
    form.set("version", "0");
    keep(page, &app, &who, &form, None).await
}

async fn open(app: &App, who: &Who, reference: &str) -> Result<FileView, Problem> {
    let reference = Reference::new(reference).map_err(|_| Problem::not_found())?;
    let file =
        participants::view(app, who, &reference).await.map_err(|it| refused::problem(&it))?;
    if file.may_change { Ok(file) } else { Err(Problem::not_found()) }
}

/// `GET /participants/{reference}/edit`.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
) -> Response {
    let file = match open(&app, &who, &reference).await {
        Ok(file) => file,
        Err(problem) => return problem.into_response(),
    };
    let lists = match participants::lists(&app, &who).await {
        Ok(lists) => lists,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let draft = ParticipantDraft::from(&file.file);
    let view = view(page, &who, &lists, &draft, &full_name(&file));
    view.page.render(&view)
}

/// `POST /participants/{reference}/edit`.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(mut form): Posted,
) -> Response {
    let file = match open(&app, &who, &reference).await {
        Ok(file) => file,
        Err(problem) => return problem.into_response(),
    };
    form.set("reference", file.file.reference.as_str());
    if form.value("version").parse::<i64>().unwrap_or(0) < 1 {
        return Problem::bad_request().into_response();
    }
    keep(page, &app, &who, &form, Some(&file)).await
}

/// Saves what was typed, or shows it again with what stands in the way.
async fn keep(page: Page, app: &App, who: &Who, typed: &Form, file: Option<&FileView>) -> Response {
    let lists = match participants::lists(app, who).await {
        Ok(lists) => lists,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let mut draft = fields::draft(typed, &lists.names);
    let name = file.map(full_name).unwrap_or_default();
    if fields::other_button(typed, &mut draft) {
        let mut view = view(page, who, &lists, &draft, &name);
        view.unsaved = true;
        return view.page.render(&view);
    }
    match participants::save_participant(app, who, &draft).await {
        Ok(reference) => {
            let flash = Flash::new(FlashKind::Success, "participants-saved");
            Page::redirect(&naming::href(reference.as_str()), &flash)
        }
        Err(ActionError::Changed) => changed(page, app, who, &lists, draft, file).await,
        Err(ActionError::Hold(Hold::LooksAlike(alike))) => {
            let mut view = view(page, who, &lists, &draft, &name);
            view.alike = Told::new(view.page.words, &lists, &alike, None);
            view.unsaved = true;
            if !draft.shown.is_empty() && draft.someone_else.trim().is_empty() {
                view.form.refuse("someone_else", FieldError::Fault(FieldFault::Required));
            }
            view.page.render_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
        }
        Err(ActionError::Hold(hold)) => {
            let said = FieldError::Said(refused::hold_words(&hold, page.words));
            let mut view = view(page, who, &lists, &draft, &name);
            view.form.refuse("readiness", said);
            view.page.render_with(StatusCode::UNPROCESSABLE_ENTITY, &view)
        }
        Err(error) => {
            let words = page.words;
            let mut view = view(page, who, &lists, &draft, &name);
            match refused::at_fields(&mut view.form, error) {
                Ok(()) => view.page.render_with(StatusCode::UNPROCESSABLE_ENTITY, &view),
                Err(error) => refused::problem_in(&error, words).into_response(),
            }
        }
    }
}

/// Somebody else was first: what was typed stays in the form, what changed meanwhile is
/// shown above it, and sending it once more keeps what was typed.
async fn changed(
    page: Page,
    app: &App,
    who: &Who,
    lists: &Lists,
    mut draft: ParticipantDraft,
    file: Option<&FileView>,
) -> Response {
    let Some(file) = file else { return Problem::conflict().into_response() };
    let history = match participants::history(app, who, &file.file.reference).await {
        Ok(history) => history,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let seen = history.versions.iter().find(|it| it.version == draft.version);
    let newest = history.versions.first();
    let (Some(seen), Some(newest)) = (seen, newest) else {
        return Problem::conflict().into_response();
    };
    let comparer = Comparer { words: page.words, lists };
    let meanwhile = comparer.changes(&seen.snapshot, &newest.snapshot);
    draft.version = newest.version;
    let mut view = view(page, who, lists, &draft, &full_name(file));
    view.meanwhile = meanwhile;
    view.unsaved = true;
    view.page.render_with(StatusCode::CONFLICT, &view)
}

/// `POST /participants/{reference}/readiness`: ready or not now, without the whole form.
pub(super) async fn readiness(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    Posted(form): Posted,
) -> Response {
    let file = match open(&app, &who, &reference).await {
        Ok(file) => file,
        Err(problem) => return problem.into_response(),
    };
    let mut draft = ParticipantDraft::from(&file.file);
    draft.version = form.value("version").parse().unwrap_or(draft.version);
    draft.readiness = form.value("readiness").to_owned();
    draft.ready_since = String::new();
    draft.paused_reason = form.value("paused_reason").to_owned();
    draft.paused_until = form.value("paused_until").to_owned();
    let flash = match participants::save_participant(&app, &who, &draft).await {
        Ok(_) => Flash::new(FlashKind::Success, "participants-saved"),
        Err(ActionError::Fields(_)) => {
            Flash::new(FlashKind::Warning, "participants-pause-incomplete")
        }
        Err(error) => match refused::flash(&error, page.words) {
            Some(flash) => flash,
            None => return refused::problem(&error).into_response(),
        },
    };
    Page::redirect(&naming::href(file.file.reference.as_str()), &flash)
}
