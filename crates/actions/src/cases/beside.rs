//! The forms and agreements beside a file, for its rules and for whoever looks.

use sleutel_domain::{
    Id, Reference, Wording,
    access::Party,
    agreements::Agreement,
    cases::{Beside, CaseFile, FormAt, State},
    forms::{FormFile, FormStatus},
    routes::{StepForm, StepKind},
};
use sleutel_store::{
    agreements::{self as agreement_rows, AgreementRow},
    forms::{self as form_rows, FormFileRow, FormVersionRow},
    homes,
};

use super::load::{Loaded, Whose};
use crate::{
    ActionError,
    act::Act,
    agreements,
    forms::{Side, VersionLine, line_of, party_reads, stands_to},
    policy::{self, Action, Subject},
};

/// A form of the open step as somebody may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepFormView {
    /// What the road asks.
    pub asked: StepForm,
    /// What people call it; `None` when nothing here has this code.
    pub title: Option<Wording>,
    /// How far it is, and what there is to do with it.
    pub stand: FormStand,
}

/// How far a form of a step is, for whoever looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormStand {
    /// Nobody has begun it; whether this person may.
    NotBegun {
        /// Whether they may begin it.
        may_begin: bool,
    },
    /// It is there, and theirs to read.
    There {
        /// Which one.
        id: Id<FormFile>,
        /// Where it is.
        status: FormStatus,
        /// Whether they may go on filling in.
        may_fill: bool,
    },
    /// It is no business of theirs how far it is, only whether it was sent.
    Elsewhere {
        /// Whether it was sent.
        sent: bool,
    },
}

/// Something that happened to a form, beside what happened to the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormEvent {
    /// Which form.
    pub id: Id<FormFile>,
    /// What people call it, or else its code.
    pub title: Result<Wording, String>,
    /// What happened.
    pub line: VersionLine,
}

/// An agreement of the household as somebody may see it on the file.
#[derive(Debug, Clone)]
pub struct CaseAgreement {
    /// The agreement: who has to do what with it, and from when until when it runs. What is
    /// agreed stands on a page of its own.
    pub row: AgreementRow,
    /// Whether they may read it.
    pub opens: bool,
}

/// What stands beside a file, as stored.
pub(crate) struct Stored {
    pub(crate) beside: Beside,
    pub(crate) forms: Vec<FormFileRow>,
    pub(crate) agreements: Vec<AgreementRow>,
}

impl Act<'_> {
    /// The forms and agreements of a household, and the home its road led to.
    pub(crate) async fn beside(
        &mut self,
        reference: &Reference,
        state: &State<'_>,
    ) -> Result<Stored, ActionError> {
        let programme = self.programme;
        let forms = form_rows::files_of(&mut self.tx, programme, reference).await?;
        let agreements = agreement_rows::of_household(&mut self.tx, programme, reference).await?;
        let dwelling = match &state.home {
            Some(code) => homes::vacancy(&mut self.tx, programme, code).await?,
            None => None,
        };
        let beside = Beside {
            household: reference.clone(),
            forms: forms.iter().map(form_at).collect(),
            agreements: agreements.iter().map(|it| it.agreement.clone()).collect(),
            dwelling: dwelling.map(|it| it.dwelling),
        };
        Ok(Stored { beside, forms, agreements })
    }

    /// What happened to the forms of a household, as far as whoever looks may know.
    pub(super) async fn form_events(
        &mut self,
        forms: &[FormFileRow],
        whose: &Whose,
    ) -> Result<Vec<FormEvent>, ActionError> {
        let programme = self.programme;
        let mut events = Vec::new();
        for file in forms {
            let Some(side) = stands_to(self.who, file, &whose.provider, whose.worker.as_deref())
            else {
                continue;
            };
            let versions: Vec<FormVersionRow> =
                form_rows::versions(&mut self.tx, programme, file.id).await?;
            let title = self.app.forms.version(&file.form, file.form_version);
            let title = title.map(|it| it.title.clone()).ok_or_else(|| file.form.to_string());
            let read = versions.iter().filter(|it| party_reads(side, file, it));
            events.extend(read.map(|it| FormEvent {
                id: file.id,
                title: title.clone(),
                line: line_of(it),
            }));
        }
        events.sort_by_key(|it| it.line.at);
        Ok(events)
    }
}

fn form_at(row: &FormFileRow) -> FormAt {
    FormAt {
        code: row.form.clone(),
        version: row.form_version,
        status: row.status,
        begun: row.started_at,
    }
}

/// The forms of the open step, each as whoever looks may see it.
pub(super) fn of_the_step(
    act: &Act<'_>,
    loaded: &Loaded<'_>,
    whose: &Whose,
    stored: &Stored,
) -> Vec<StepFormView> {
    let Some(step) = loaded.file.state().step() else { return Vec::new() };
    let sender = Subject { organisation: Some(&whose.provider), worker: whose.worker.as_deref() };
    let fills = policy::may_for(act.who, Action::FillForm, sender);
    let under_way = loaded.row.standing == "open";
    let stand = |asked: &StepForm| {
        let found = loaded.file.form_in(step, asked, &stored.beside.forms);
        let Some(file) = found.and_then(|at| stored.forms.get(at)) else {
            return FormStand::NotBegun { may_begin: fills && under_way };
        };
        match stands_to(act.who, file, &whose.provider, whose.worker.as_deref()) {
            Some(side) => FormStand::There {
                id: file.id,
                status: file.status,
                may_fill: fills && side == Side::Sender && file.status.is_open(),
            },
            None => FormStand::Elsewhere { sent: file.status.is_with_receiver() },
        }
    };
    let view = |asked: &StepForm| {
        let library = &act.app.forms;
        let named = asked.version.and_then(|it| library.version(&asked.code, it));
        let named = named.or_else(|| library.iter().find(|it| it.code == asked.code));
        let title = named.map(|it| it.title.clone());
        StepFormView { asked: asked.clone(), title, stand: stand(asked) }
    };
    step.forms.iter().map(view).collect()
}

/// The agreements about the home of the file, and support, as whoever looks may know of them.
/// Of what they are no party to, people read of what kind it is and how far, and no more; a
/// municipality only of files it decides on.
pub(super) fn of_the_home(
    act: &Act<'_>,
    file: &CaseFile<'_>,
    party: Party,
    whose: &Whose,
    stored: &Stored,
) -> Vec<CaseAgreement> {
    let mut steps = file.state().route.steps.iter();
    let decides = steps.any(|it| matches!(it.kind, StepKind::Decision(_)));
    let home = stored.beside.dwelling.as_ref();
    let here = |it: &&AgreementRow| match &it.agreement.terms.dwelling {
        Some(dwelling) => Some(dwelling) == home,
        None => home.is_some(),
    };
    let opens = |it: &Agreement| {
        let subject =
            agreements::subject_for(act.who, &it.terms, &whose.provider, whose.worker.as_deref());
        policy::may_for(act.who, Action::SeeAgreement, subject)
    };
    let here = stored.agreements.iter().filter(here);
    let seen = here.map(|row| CaseAgreement { row: row.clone(), opens: opens(&row.agreement) });
    seen.filter(|it| it.opens || decides || party != Party::Municipality).collect()
}
