//! What stands beside a file on its page: the forms of the step, the agreements about the home.

use sleutel_actions::cases::{CaseAgreement, CaseView, FormStand, StepFormView};
use sleutel_domain::access::Party;
use sleutel_words::Words;

use crate::{
    agreements::AgreementLine,
    forms::{blank_href, href, status_tone},
    show::Tone,
};

/// A form of the open step.
pub(super) struct StepForm {
    pub(super) title: String,
    pub(super) required: bool,
    pub(super) state: String,
    pub(super) tone: Tone,
    /// Its code, for who may begin it.
    pub(super) begin: Option<String>,
    /// Where to go on, and the key of what that is called.
    pub(super) open: Option<(String, &'static str)>,
    pub(super) blank: String,
}

/// An agreement about the home.
pub(super) struct Line {
    /// For who may read it.
    pub(super) href: Option<String>,
    pub(super) kind: String,
    pub(super) state: String,
    pub(super) tone: Tone,
    pub(super) dates: Option<String>,
    pub(super) next: Option<String>,
}

pub(super) fn forms(words: Words, seen: &CaseView<'_>) -> Vec<StepForm> {
    seen.forms.iter().map(|it| form(words, it)).collect()
}

fn form(words: Words, it: &StepFormView) -> StepForm {
    let title = it.title.as_ref();
    let code = &it.asked.code;
    let (state, tone, begin, open) = match it.stand {
        FormStand::NotBegun { may_begin } => {
            let begin = may_begin.then(|| code.to_string());
            (words.t("cases-form-not-begun"), Tone::Neutral, begin, None)
        }
        FormStand::There { id, status, may_fill: true } => {
            let to = (format!("{}/fill", href(id)), "cases-form-fill");
            (words.name(&status), status_tone(status), None, Some(to))
        }
        FormStand::There { id, status, may_fill: false } => {
            let to = (href(id), "cases-form-read");
            (words.name(&status), status_tone(status), None, Some(to))
        }
        FormStand::Elsewhere { sent: true } => {
            (words.t("cases-form-elsewhere-sent"), Tone::Info, None, None)
        }
        FormStand::Elsewhere { sent: false } => {
            (words.t("cases-form-elsewhere-open"), Tone::Neutral, None, None)
        }
    };
    StepForm {
        title: title.map_or_else(|| code.to_string(), |it| words.wording(it).to_owned()),
        required: it.asked.required,
        state,
        tone,
        begin,
        open,
        blank: blank_href(code, it.asked.version),
    }
}

pub(super) fn agreements(words: Words, seen: &CaseView<'_>) -> Vec<Line> {
    let mut live: Vec<&CaseAgreement> = seen.agreements.iter().collect();
    // What is over comes last.
    live.sort_by_key(|it| !it.row.agreement.is_live());
    live.into_iter().map(|it| line(words, seen.party, it)).collect()
}

fn line(words: Words, party: Party, it: &CaseAgreement) -> Line {
    let shown = AgreementLine::new(words, &it.row);
    // An association knows that there is an agreement it is no party to, not from when.
    let dates = it.opens || party != Party::Association;
    Line {
        href: it.opens.then_some(shown.href),
        kind: shown.kind,
        state: shown.state,
        tone: shown.tone,
        dates: dates.then_some(shown.dates),
        next: words.agreement_next(&it.row.agreement),
    }
}
