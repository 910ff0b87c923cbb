use std::cmp::Ordering;

use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App,
    documents::{self, Filter, ListView, Listed, ListedVersion},
    policy::{self, Action},
};
use sleutel_domain::documents::{DocumentKind, Door};

use super::naming;
use crate::{
    Acting, Form, Page, Pager, Problem, Query,
    access::{actor_words, moment},
    listing::SortHead,
    participants, refused,
    show::{Choice, Tone},
};

const PER_PAGE: u32 = 25;
/// The words states are filtered by, in the order they are shown.
const STATES: [&str; 5] = ["in-quarantine", "released", "refused", "withdrawn", "erased"];

/// One version as a line.
pub(super) struct VersionLine {
    pub(super) label: String,
    pub(super) name: String,
    pub(super) about: String,
    pub(super) state: String,
    pub(super) tone: Tone,
    pub(super) how: String,
    pub(super) added: String,
    pub(super) by: String,
    pub(super) why: Option<String>,
    /// Where it is downloaded, and whether without a check.
    pub(super) open: Option<(String, bool)>,
    /// Why it cannot be opened.
    pub(super) closed: Option<String>,
}

impl VersionLine {
    pub(super) fn new(page: &Page, app: &App, document: &Listed, it: &ListedVersion) -> Self {
        let words = page.words;
        let row = &it.row;
        let href = format!("{}/versions/{}", naming::href(row.document), row.number);
        Self {
            label: page.t1("documents-version", "number", row.number),
            name: row.name.to_string(),
            about: format!("{}, {}", page.name(&row.file), words.bytes(row.size)),
            state: naming::state(words, &document.row.standing, Some(&row.state)),
            tone: naming::tone(document.row.standing.code())
                .or_when(document.row.standing.code() == "kept", naming::tone(row.state.code())),
            how: naming::how(page, app, row),
            added: moment(words, row.added_at, &app.zone),
            by: actor_words(words, &row.added_by),
            why: row.why.as_ref().map(|it| page.t1("documents-version-why", "why", it.as_str())),
            open: match it.door {
                Door::Open => Some((href, false)),
                Door::Warned => Some((href, true)),
                Door::Closed(_) => None,
            },
            closed: match it.door {
                Door::Closed(closed) => Some(words.document_closed(closed)),
                Door::Open | Door::Warned => None,
            },
        }
    }
}

impl Tone {
    /// Another tone when something holds.
    fn or_when(self, holds: bool, other: Self) -> Self {
        if holds { other } else { self }
    }
}

struct Row {
    href: String,
    kind: String,
    shared: String,
    newest: VersionLine,
    older: Vec<VersionLine>,
}

#[derive(Template)]
#[template(path = "documents/list.html")]
struct ListPage {
    page: Page,
    href: String,
    filter: Form,
    kinds: Vec<Choice>,
    states: Vec<Choice>,
    versions: Vec<Choice>,
    heads: Vec<SortHead>,
    rows: Vec<Row>,
    pager: Pager,
    none_at_all: bool,
    may_add: bool,
    scanner: bool,
    participant: Option<String>,
    case: Option<String>,
    quarantine: bool,
}

/// `GET /participants/{reference}/documents`.
pub(super) async fn list(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(reference): Path<String>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let reference = naming::reference(&reference)?;
    let query = Query::parse(raw.as_deref());
    let kind = DocumentKind::from_code(query.get("kind")).map_or("", DocumentKind::code);
    let state = STATES.into_iter().find(|it| *it == query.get("state")).unwrap_or_default();
    let filter = Filter { kind: kind.to_owned(), state: state.to_owned() };
    let view = documents::list(&app, &who, &reference, &filter)
        .await
        .map_err(refused::problem_on(&page))?;
    let sorted = query.sort(&["kind", "added"], ("added", true));
    let heads = vec![
        SortHead::new(&query, sorted, "kind", "documents-column-kind", false),
        SortHead::new(&query, sorted, "added", "documents-column-added", false),
    ];
    let older = query.get("versions") == "all";
    let total = u32::try_from(view.rows.len()).unwrap_or(u32::MAX);
    let pager = Pager::new(&query, total, PER_PAGE);
    let rows = shown(&page, &app, &view, sorted, &pager, older);
    let name = |key: &str| page.t(key);
    let view = ListPage {
        href: naming::list_href(reference.as_str()),
        filter: Form::new()
            .filled("kind", kind)
            .filled("state", state)
            .filled("versions", if older { "all" } else { "" }),
        kinds: DocumentKind::ALL.iter().map(|it| Choice::new(it.code(), page.name(it))).collect(),
        states: STATES.iter().map(|it| Choice::new(*it, name(naming::state_key(it)))).collect(),
        versions: vec![Choice::new("all", name("documents-versions-all"))],
        heads,
        rows,
        pager,
        none_at_all: view.all == 0,
        may_add: view.may_add,
        scanner: view.scanner,
        participant: view.opens_participant.then(|| participants::href(reference.as_str())),
        case: view.opens_case.then(|| crate::cases::href(reference.as_str())),
        quarantine: policy::may(&who, Action::ReleaseDocument),
        page: framed(page, &view, &reference),
    };
    Ok(view.page.render(&view))
}

fn framed(page: Page, view: &ListView, reference: &sleutel_domain::Reference) -> Page {
    let title = page.t1("documents-of", "reference", reference.as_str());
    let code = reference.as_str();
    let page = if view.opens_participant {
        page.under("/participants", "nav-participants").under_named(participants::href(code), code)
    } else if view.opens_case {
        page.under("/cases", "nav-cases").under_named(crate::cases::href(code), code)
    } else {
        page
    };
    page.called(title)
}

fn shown(
    page: &Page,
    app: &App,
    view: &ListView,
    (column, down): (&str, bool),
    pager: &Pager,
    older: bool,
) -> Vec<Row> {
    let mut rows: Vec<&Listed> = view.rows.iter().collect();
    let added = |it: &Listed| it.newest().map(|it| it.row.added_at);
    rows.sort_by(|one, other| {
        let order = match column {
            "kind" => page.name(&one.row.kind).cmp(&page.name(&other.row.kind)),
            _ => Ordering::Equal,
        };
        let order = order.then_with(|| added(one).cmp(&added(other)));
        if down { order.reverse() } else { order }
    });
    let skip = usize::try_from(pager.offset()).unwrap_or_default();
    let most = usize::try_from(PER_PAGE).unwrap_or_default();
    rows.into_iter()
        .skip(skip)
        .take(most)
        .filter_map(|it| {
            let lines = it.versions.iter().map(|version| VersionLine::new(page, app, it, version));
            let mut lines = lines.collect::<Vec<_>>().into_iter();
            Some(Row {
                href: naming::href(it.row.id),
                kind: page.name(&it.row.kind),
                shared: naming::shared(page, it.row.audience),
                newest: lines.next()?,
                older: if older { lines.collect() } else { Vec::new() },
            })
        })
        .collect()
}
