use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use jiff::tz::TimeZone;
use sleutel_actions::{App, Who, audit, policy::Action};
use sleutel_store::{
    Window,
    audit::{ChainFault, ChainState},
};
use sleutel_words::Words;

use crate::{Acting, Form, Page, Pager, Posted, Query, refused, show::Choice};

const PER_PAGE: u32 = 50;
/// What lines can be about, with the key of its name.
const KINDS: [(&str, &str); 29] = [
    ("account", "log-kind-account"),
    ("participant", "log-kind-participant"),
    ("participants", "log-kind-participants"),
    ("dwelling", "log-kind-dwelling"),
    ("vacancy", "log-kind-vacancy"),
    ("homes", "log-kind-homes"),
    ("forms", "log-kind-forms"),
    ("round", "log-kind-round"),
    ("import", "log-kind-import"),
    ("upload", "log-kind-upload"),
    ("log", "log-kind-log"),
    ("programme", "log-kind-programme"),
    ("messages", "log-kind-messages"),
    ("mail", "log-kind-mail"),
    ("tasks", "log-kind-tasks"),
    ("document", "log-kind-document"),
    ("documents", "log-kind-documents"),
    ("demand", "log-kind-demand"),
    ("view", "log-kind-view"),
    ("many", "log-kind-many"),
    ("cases", "log-kind-cases"),
    ("what-if", "log-kind-what-if"),
    ("obstacle", "log-kind-obstacle"),
    ("agreement-target", "log-kind-agreement-target"),
    ("year", "log-kind-year"),
    ("shares", "log-kind-shares"),
    ("pilot", "log-kind-pilot"),
    ("report", "log-kind-report"),
    ("flow", "log-kind-flow"),
];

struct Row {
    seq: i64,
    when: String,
    who: String,
    what: String,
    about: String,
}

#[derive(Template)]
#[template(path = "access/log.html")]
struct LogPage {
    page: Page,
    filter: Form,
    kinds: Vec<Choice>,
    rows: Vec<Row>,
    pager: Pager,
    state: Option<(bool, String)>,
}

/// `GET /log`.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    RawQuery(raw): RawQuery,
) -> Response {
    shown(page, &app, &who, raw.as_deref(), None).await
}

/// `POST /log`: checks the chain from its first line to its last and says what it found.
pub(super) async fn verify(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Posted(_): Posted,
) -> Response {
    match audit::verify(&app, &who).await {
        Ok(state) => {
            let state = (matches!(state, ChainState::Whole { .. }), chain_words(&page, &state));
            shown(page, &app, &who, None, Some(state)).await
        }
        Err(error) => refused::problem(&error).into_response(),
    }
}

async fn shown(
    page: Page,
    app: &App,
    who: &Who,
    raw: Option<&str>,
    state: Option<(bool, String)>,
) -> Response {
    let query = Query::parse(raw);
    let (kind, subject) = (query.get("kind"), query.get("subject"));
    let offset = (query.page() - 1).saturating_mul(PER_PAGE);
    let window = Window { offset, limit: PER_PAGE };
    let lines = match audit::lines(app, who, kind, subject, window).await {
        Ok(lines) => lines,
        Err(error) => return refused::problem(&error).into_response(),
    };
    let pager = Pager::new(&query, u32::try_from(lines.total).unwrap_or(u32::MAX), PER_PAGE);
    let rows = lines
        .rows
        .into_iter()
        .map(|it| Row {
            seq: it.seq,
            when: moment(page.words, it.line.at, &app.zone),
            who: actor_words(page.words, &it.line.actor),
            what: action_words(page.words, &it.line.action),
            about: format!("{} {}", kind_words(&page, &it.line.subject_kind), it.line.subject),
        })
        .collect();
    let kinds = KINDS.iter().map(|(code, key)| Choice::new(*code, page.t(key))).collect();
    let filter = Form::new().filled("kind", kind).filled("subject", subject);
    let page = page.titled("log-title");
    let view = LogPage { page, filter, kinds, rows, pager, state };
    view.page.render(&view)
}

/// A moment on the clock of the programme.
pub(crate) fn moment(words: Words, at: jiff::Timestamp, zone: &TimeZone) -> String {
    words.moment(at.to_zoned(zone.clone()).datetime())
}

fn kind_words(page: &Page, kind: &str) -> String {
    KINDS
        .iter()
        .find(|(code, _)| *code == kind)
        .map_or_else(|| kind.to_owned(), |(_, key)| page.t(key))
}

fn chain_words(page: &Page, state: &ChainState) -> String {
    match state {
        ChainState::Whole { lines, head } => page.t2(
            "log-chain-whole",
            "lines",
            i64::try_from(*lines).unwrap_or(i64::MAX),
            "head",
            head.get(..12).unwrap_or(head),
        ),
        ChainState::Broken { seq, fault } => {
            let key = match fault {
                ChainFault::Missing => "log-chain-missing",
                ChainFault::Changed => "log-chain-changed",
                ChainFault::Unlinked => "log-chain-unlinked",
                ChainFault::Head => "log-chain-head",
            };
            page.t1(key, "line", *seq)
        }
    }
}

/// Who did it; whoever ran a command is said in words.
pub(crate) fn actor_words(words: Words, actor: &str) -> String {
    if let Some(name) = actor.strip_suffix(" (command line)") {
        return words.t_with("log-command-line", &[("name", name.into())]);
    }
    match actor.strip_suffix(" (participant)") {
        Some(reference) => words.t_with("log-participant", &[("reference", reference.into())]),
        None => actor.to_owned(),
    }
}

/// What was done, in words; the code itself for one that is not ours.
pub(crate) fn action_words(words: Words, code: &str) -> String {
    let own = match code {
        "log-in" => Some("action-log-in"),
        "log-in-failed" => Some("action-log-in-failed"),
        "window-opened" => Some("action-window-opened"),
        "window-open-failed" => Some("action-window-open-failed"),
        "start-programme" => Some("action-start-programme"),
        _ => Action::ALL.into_iter().find(|it| it.code() == code).map(action_key),
    };
    own.map_or_else(|| code.to_owned(), |key| words.t(key))
}

fn action_key(action: Action) -> &'static str {
    match action {
        Action::ListParticipants => "action-list-participants",
        Action::SeeParticipant => "action-see-participant",
        Action::SeeIdentity => "action-see-identity",
        Action::SeeOwnWords => "action-see-own-words",
        Action::SeeHistory => "action-see-history",
        Action::AddParticipant => "action-add-participant",
        Action::ChangeParticipant => "action-change-participant",
        Action::ExportParticipants => "action-export-participants",
        Action::SeeHomes => "action-see-homes",
        Action::ChangeHomes => "action-change-homes",
        Action::ChangeVacancy => "action-change-vacancy",
        Action::SeeNumbers => "action-see-numbers",
        Action::ChangeNumbers => "action-change-numbers",
        Action::AssentYear => "action-assent-year",
        Action::DecideShares => "action-decide-shares",
        Action::Import => "action-import",
        Action::SeeRounds => "action-see-rounds",
        Action::SeeProposal => "action-see-proposal",
        Action::ChangeRound => "action-change-round",
        Action::Propose => "action-propose",
        Action::TryNumbers => "action-try-numbers",
        Action::Fix => "action-fix",
        Action::Decide => "action-decide",
        Action::CloseRound => "action-close-round",
        Action::ExportRound => "action-export-round",
        Action::ListAgreements => "action-list-agreements",
        Action::SeeAgreement => "action-see-agreement",
        Action::ChangeAgreement => "action-change-agreement",
        Action::ExportAgreements => "action-export-agreements",
        Action::SeeForms => "action-see-forms",
        Action::FillForm => "action-fill-form",
        Action::CheckForm => "action-check-form",
        Action::TreatForm => "action-treat-form",
        Action::ExportForm => "action-export-form",
        Action::ListCases => "action-list-cases",
        Action::SeeCase => "action-see-case",
        Action::SeeCaseName => "action-see-case-name",
        Action::BeginCase => "action-begin-case",
        Action::ActOnCase => "action-act-on-case",
        Action::DecideCase => "action-decide-case",
        Action::SeeDocuments => "action-see-documents",
        Action::AddDocument => "action-add-document",
        Action::ReleaseDocument => "action-release-document",
        Action::EraseDocument => "action-erase-document",
        Action::KeepDocuments => "action-keep-documents",
        Action::SeePlan => "action-see-plan",
        Action::ChangePlan => "action-change-plan",
        Action::AnswerPlan => "action-answer-plan",
        Action::GiveKey => "action-give-key",
        Action::SeeOwnFile => "action-see-own-file",
        Action::ActOnOwnFile => "action-act-on-own-file",
        Action::SayOwnWords => "action-say-own-words",
        Action::ChangeOwnKey => "action-change-own-key",
        Action::SeeLog => "action-see-log",
        Action::ManageAccounts => "action-manage-accounts",
        Action::ChangeOwnAccount => "action-change-own-account",
        Action::ReadMessages => "action-read-messages",
        Action::ManageOutbox => "action-manage-outbox",
        Action::SendMail => "action-send-mail",
        Action::ArrangeOwnLeave => "action-arrange-own-leave",
        Action::ArrangeLeave => "action-arrange-leave",
        Action::HandOverFiles => "action-hand-over-files",
        Action::InviteGuest => "action-invite-guest",
        Action::BeGuest => "action-be-guest",
        Action::SeeTasks => "action-see-tasks",
        Action::ChangeTask => "action-change-task",
        Action::KeepViews => "action-keep-views",
        Action::ShareViews => "action-share-views",
        Action::ExportCases => "action-export-cases",
        Action::ExportForms => "action-export-forms",
        Action::SeeWhatIf => "action-see-what-if",
        Action::RunWhatIf => "action-run-what-if",
        Action::ChangePilot => "action-change-pilot",
        Action::ChangeObstacles => "action-change-obstacles",
        Action::SetTargets => "action-set-targets",
        Action::ChangeGroups => "action-change-groups",
    }
}
