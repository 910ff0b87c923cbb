use std::collections::BTreeMap;

use sleutel_actions::{
    App,
    documents::{Shared, TieView},
};
use sleutel_domain::{
    Id, OrganisationCode, Reference,
    documents::{Audience, Document, HowReleased, Standing, VersionState, WhyRefused},
};
use sleutel_store::documents::VersionRow;
use sleutel_words::Words;
use uuid::Uuid;

use crate::{
    Page, Problem,
    access::{actor_words, moment},
    listing::encode,
    show::Tone,
};

/// The address of the documents of a file.
pub(crate) fn list_href(reference: &str) -> String {
    format!("/participants/{}/documents", encode(reference))
}

/// The address of a document.
pub(super) fn href(id: Id<Document>) -> String {
    format!("/documents/{id}")
}

/// A document's identifier out of an address.
pub(super) fn id(text: &str) -> Result<Id<Document>, Problem> {
    Uuid::try_parse(text).map(Id::new).map_err(|_| Problem::not_found())
}

/// A reference out of an address.
pub(super) fn reference(text: &str) -> Result<Reference, Problem> {
    Reference::new(text).map_err(|_| Problem::not_found())
}

/// How a state looks.
pub(super) fn tone(code: &str) -> Tone {
    match code {
        "in-quarantine" => Tone::Attention,
        "released" => Tone::Good,
        "refused" => Tone::Bad,
        _ => Tone::Neutral,
    }
}

/// What a state is called, of a version or of what became of the document.
pub(super) fn state(words: Words, standing: &Standing, version: Option<&VersionState>) -> String {
    match (standing, version) {
        (Standing::Kept, Some(state)) => words.name(state),
        (standing, _) => words.name(standing),
    }
}

/// The key of the words for a word a state is filtered by.
pub(super) fn state_key(code: &str) -> &'static str {
    match code {
        "in-quarantine" => "document-state-in-quarantine",
        "released" => "document-state-released",
        "refused" => "document-state-refused",
        "withdrawn" => "document-standing-withdrawn",
        _ => "document-standing-erased",
    }
}

/// Who reads it, beside whoever added it.
pub(super) fn shared(page: &Page, audience: Audience) -> String {
    page.t(match Shared::code_of(audience) {
        "municipality" => "documents-shared-municipality",
        "association" => "documents-shared-association",
        "both" => "documents-shared-both",
        _ => "documents-shared-nobody",
    })
}

/// The choices of whom to share with: word and key.
pub(super) const SHARES: [(&str, &str); 5] = [
    ("usual", "documents-share-usual"),
    ("nobody", "documents-share-nobody"),
    ("municipality", "documents-share-municipality"),
    ("association", "documents-share-association"),
    ("both", "documents-share-both"),
];

/// What an organisation is called.
pub(super) fn called(
    organisations: &BTreeMap<OrganisationCode, String>,
    code: &OrganisationCode,
) -> String {
    organisations.get(code).cloned().unwrap_or_else(|| code.to_string())
}

/// How a version came where it is, in a sentence.
pub(super) fn how(page: &Page, app: &App, row: &VersionRow) -> String {
    let words = page.words;
    let when = |at| moment(words, at, &app.zone);
    let said = |key: &str, at, by: &str, why: &str| {
        let (when, who) = (when(at), actor_words(words, by));
        words.t_with(key, &[("when", when.into()), ("who", who.into()), ("why", why.into())])
    };
    match &row.state {
        VersionState::InQuarantine { since } => {
            let since = page.t1("documents-state-quarantine", "when", when(*since));
            let Some(failure) = row.failure else { return since };
            let tries = page.t1("documents-state-tries", "count", row.tries);
            format!("{since} {tries} {}", page.name(&failure))
        }
        VersionState::Released { how: HowReleased::Scanner, at, .. } => {
            page.t1("documents-state-scanner-released", "when", when(*at))
        }
        VersionState::Released { by, how: HowReleased::Person { reason }, at } => {
            said("documents-state-person-released", *at, by, reason.as_str())
        }
        VersionState::Refused { why: WhyRefused::Scanner { found }, at, .. } => {
            page.t2("documents-state-scanner-refused", "when", when(*at), "why", found.as_str())
        }
        VersionState::Refused { by, why: WhyRefused::Person { reason }, at } => {
            said("documents-state-person-refused", *at, by, reason.as_str())
        }
    }
}

/// What a document belongs to: words and where that is.
pub(super) fn tie(page: &Page, app: &App, tie: &TieView) -> (String, Option<String>) {
    let words = page.words;
    match tie {
        TieView::Step(step) => {
            (page.t1("documents-tie-step", "name", words.wording(&step.name)), None)
        }
        TieView::Form(form) => {
            let title = form_title(app, words, form);
            let href = crate::forms::href(form.id);
            (page.t1("documents-tie-form", "name", title), Some(href))
        }
        TieView::Agreement(it) => {
            let name = page.name(&it.terms.kind);
            let href = format!("/agreements/{}", it.id);
            (page.t1("documents-tie-agreement", "name", name), Some(href))
        }
    }
}

pub(super) fn form_title(
    app: &App,
    words: Words,
    form: &sleutel_store::forms::FormFileRow,
) -> String {
    let found = app.newest_forms().find(|it| it.code == form.form);
    found.map_or_else(|| form.form.to_string(), |it| words.wording(&it.title).to_owned())
}
