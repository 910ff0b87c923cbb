use sleutel_actions::forms::FormView;
use sleutel_domain::{
    Id,
    forms::{FormFile, FormStatus},
};
use uuid::Uuid;

use crate::{Page, show::Tone};

/// The address of a form.
pub(crate) fn href(id: Id<FormFile>) -> String {
    format!("/forms/{id}")
}

/// A form's identifier out of an address.
pub(super) fn id(text: &str) -> Option<Id<FormFile>> {
    Uuid::try_parse(text).ok().map(Id::new)
}

/// How a status looks.
pub(crate) fn status_tone(status: FormStatus) -> Tone {
    match status {
        FormStatus::Draft | FormStatus::TakenBack => Tone::Neutral,
        FormStatus::CheckAsked | FormStatus::Returned => Tone::Attention,
        FormStatus::Checked | FormStatus::Sent => Tone::Info,
        FormStatus::Received => Tone::Good,
    }
}

/// The frame of a page about one form. Where a form is filled in, the way leads through the
/// person's file; a name never stands in the tab.
pub(super) fn framed(page: Page, seen: &FormView) -> Page {
    let title = seen.form.title.get(page.words.language()).to_owned();
    let reference = seen.file.reference.as_str();
    let tab = format!("{title} {reference}");
    let page = match &seen.name {
        Some(name) => page
            .under("/participants", "nav-participants")
            .under_named(crate::participants::href(reference), name.as_str()),
        None => page.under("/forms", "forms-title"),
    };
    page.called(title).in_tab(tab)
}
