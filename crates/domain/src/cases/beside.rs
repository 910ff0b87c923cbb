//! What stands beside a file and holds its steps: forms that have to be sent, agreements that
//! have to be signed. They have lives of their own, so they are asked when a step ends and
//! not when a file is read back.

use jiff::Timestamp;

use super::{Act, CaseFile, OpenForm, Refusal, State};
use crate::{
    DwellingCode, FormCode, Reference,
    agreements::{Agreement, Chain, Link, Missing},
    forms::{FormStatus, Library},
    routes::{Outcome, Route, Step, StepForm, StepKind},
};

/// A form of the household, as far as its road has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormAt {
    /// Which.
    pub code: FormCode,
    /// In which version it was begun.
    pub version: u16,
    /// Where it is.
    pub status: FormStatus,
    /// When it was begun.
    pub begun: Timestamp,
}

/// The forms and agreements of a household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Whose.
    pub household: Reference,
    /// Its forms, in any order.
    pub forms: Vec<FormAt>,
    /// Its agreements, in any order.
    pub agreements: Vec<Agreement>,
    /// The home it accepted.
    pub dwelling: Option<DwellingCode>,
}

impl CaseFile<'_> {
    /// The form that counts in a step: of those begun since the step was last done, the last,
    /// by its place in the list. So an evaluation that comes back asks a form of its own.
    pub fn form_in(&self, step: &Step, asked: &StepForm, forms: &[FormAt]) -> Option<usize> {
        let passed = self.state().passed.iter().rev();
        let last = passed.filter(|it| !it.undone).find(|it| it.step == step.code);
        let done = last.and_then(|it| self.events().iter().find(|event| event.number == it.event));
        let counts = |it: &(usize, &FormAt)| {
            it.1.code == asked.code && done.is_none_or(|done| it.1.begun > done.recorded)
        };
        forms.iter().enumerate().filter(counts).max_by_key(|(_, it)| it.begun).map(|(at, _)| at)
    }

    /// What forms and agreements have against an act that the road itself allows.
    pub fn held_by(&self, act: &Act, beside: &Beside, library: &Library) -> Result<(), Refusal> {
        let Act::StepEnded { step, outcome: Outcome::Done, .. } = act else { return Ok(()) };
        let Some(step) = self.state().route.step(step) else { return Ok(()) };
        let forms = self.unsent(step, beside, library);
        if !forms.is_empty() {
            return Err(Refusal::FormsNotSent(forms));
        }
        let missing = unsigned(self.state(), step, beside);
        if missing.is_empty() { Ok(()) } else { Err(Refusal::AgreementsMissing(missing)) }
    }

    /// What of the chain of agreements is missing before the keys, for a home that was accepted
    /// and is not lived in yet.
    pub fn before_keys(&self, beside: &Beside) -> Vec<Missing> {
        let state = self.state();
        // Nothing is missing where no keys are waited for: none taken, lived in, or over.
        if state.home.is_none() || state.held().is_none() {
            return Vec::new();
        }
        chain(asked(state.route), beside)
    }

    /// The forms that have to be sent before a step is done, and were not.
    pub fn unsent(&self, step: &Step, beside: &Beside, library: &Library) -> Vec<OpenForm> {
        let open = |asked: &&StepForm| {
            let form = self.form_in(step, asked, &beside.forms).and_then(|at| beside.forms.get(at));
            !form.is_some_and(|it| is_sent(it, library))
        };
        let open = step.forms.iter().filter(|it| it.required).filter(open);
        open.map(|asked| {
            let form = self.form_in(step, asked, &beside.forms).and_then(|at| beside.forms.get(at));
            let version = form.map(|it| it.version).or(asked.version);
            let named = version.and_then(|version| library.version(&asked.code, version));
            let named = named.or_else(|| library.iter().find(|it| it.code == asked.code));
            OpenForm {
                code: asked.code.clone(),
                title: named.map(|it| it.title.clone()),
                status: form.map(|it| it.status),
            }
        })
        .collect()
    }
}

/// Whether a form did its work: it is with the receiver, or a colleague found it good when it
/// goes to nobody.
fn is_sent(form: &FormAt, library: &Library) -> bool {
    let stays = library.version(&form.code, form.version).is_some_and(|it| it.to.is_none());
    form.status.is_with_receiver() || (stays && form.status == FormStatus::Checked)
}

/// The places in the chain that nobody gets the keys without.
fn asked(route: &Route) -> Vec<Link> {
    let signed = route.signed_before_keys().into_iter().filter(|it| route.keys_need(*it));
    let mut links: Vec<Link> = signed.flat_map(Link::signed).collect();
    let mut seen = Vec::new();
    links.retain(|it| !seen.contains(it) && (seen.push(*it), true).1);
    links
}

fn chain(links: Vec<Link>, beside: &Beside) -> Vec<Missing> {
    match &beside.dwelling {
        Some(home) => Chain::of(links, &beside.household, home, &beside.agreements).missing(),
        None => links.into_iter().map(|link| Missing::Absent { link }).collect(),
    }
}

fn unsigned(state: &State<'_>, step: &Step, beside: &Beside) -> Vec<Missing> {
    match step.kind {
        StepKind::Agreement(signed) if state.route.keys_need(signed) => {
            let mut missing = chain(Link::signed(signed), beside);
            missing.retain(|it| !matches!(it, Missing::NotBegun { .. }));
            missing
        }
        StepKind::Keys => chain(asked(state.route), beside),
        StepKind::Agreement(_)
        | StepKind::Conversation
        | StepKind::Form
        | StepKind::Decision(_)
        | StepKind::Match
        | StepKind::Viewing
        | StepKind::Offer
        | StepKind::Meeting
        | StepKind::Evaluation
        | StepKind::Test
        | StepKind::Conversion(_)
        | StepKind::Task => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::{
        Id,
        access::{OrganisationKind, Party},
        agreements::{Kind, Links, State as Stage, Terms},
        cases::tests::{of, step},
        forms::Form,
        routes::{RouteSet, tests::sound},
    };

    const DAY: Date = date(2026, 2, 2);

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn code() -> FormCode {
        FormCode::new("paper").unwrap()
    }

    fn library(to: Option<OrganisationKind>) -> Library {
        let words = || sound().name;
        Library::new(vec![Form {
            code: code(),
            version: 1,
            from: date(2026, 1, 1),
            until: None,
            title: words(),
            purpose: words(),
            ground: words(),
            to,
            sections: Vec::new(),
        }])
    }

    /// The small road; its first step and its evaluation hold until a form was sent.
    fn routes() -> RouteSet {
        let mut route = sound();
        for at in [0, 6] {
            let form = StepForm { code: code(), version: Some(1), required: true };
            route.steps[at].forms = vec![form];
        }
        RouteSet::new(vec![route]).unwrap()
    }

    fn done(name: &str) -> Act {
        Act::StepEnded { step: step(name), outcome: Outcome::Done, note: None }
    }

    fn beside(forms: Vec<FormAt>, agreements: Vec<Agreement>) -> Beside {
        let household = Reference::new("T-1").unwrap();
        let dwelling = Some(DwellingCode::new("H-1").unwrap());
        Beside { household, forms, agreements, dwelling }
    }

    fn form(status: FormStatus, begun: i64) -> FormAt {
        FormAt { code: code(), version: 1, status, begun: at(begun) }
    }

    fn begun(routes: &RouteSet) -> CaseFile<'_> {
        let route = &routes.all()[0];
        let days = (DAY, DAY);
        CaseFile::begin(routes, route, of(Party::Provider), days, at(100)).unwrap()
    }

    #[test]
    fn a_step_waits_until_its_form_is_with_the_receiver_and_says_how_far_it_is() {
        let routes = routes();
        let file = begun(&routes);
        let city = library(Some(OrganisationKind::Municipality));
        let check = |forms: Vec<FormAt>, expected: Option<Option<FormStatus>>| {
            let held = file.held_by(&done("talk"), &beside(forms, Vec::new()), &city);
            let found = held.err().map(|it| {
                let Refusal::FormsNotSent(forms) = it else { panic!("{it:?}") };
                forms[0].status
            });
            assert_eq!(found, expected);
        };
        check(Vec::new(), Some(None));
        check(vec![form(FormStatus::Checked, 50)], Some(Some(FormStatus::Checked)));
        check(vec![form(FormStatus::Returned, 50)], Some(Some(FormStatus::Returned)));
        check(vec![form(FormStatus::Sent, 50)], None);
        check(vec![form(FormStatus::Received, 50)], None);
        // The last one begun counts.
        let both = vec![form(FormStatus::Sent, 50), form(FormStatus::Draft, 60)];
        check(both, Some(Some(FormStatus::Draft)));
    }

    #[test]
    fn a_form_that_goes_to_nobody_did_its_work_when_a_colleague_found_it_good() {
        let routes = routes();
        let file = begun(&routes);
        let beside = beside(vec![form(FormStatus::Checked, 50)], Vec::new());
        assert_eq!(file.held_by(&done("talk"), &beside, &library(None)), Ok(()));
    }

    #[test]
    fn a_form_that_served_a_step_does_not_serve_it_again() {
        let routes = routes();
        let mut file = begun(&routes);
        let talk = routes.all()[0].step(&step("talk")).unwrap();
        let forms = [form(FormStatus::Sent, 50), form(FormStatus::Draft, 150)];
        assert_eq!(file.form_in(talk, &talk.forms[0], &forms[..1]), Some(0));
        let days = (DAY, DAY);
        file.act(done("talk"), of(Party::Provider), days, at(120)).unwrap();
        assert_eq!(file.form_in(talk, &talk.forms[0], &forms[..1]), None);
        assert_eq!(file.form_in(talk, &talk.forms[0], &forms), Some(1));
    }

    #[test]
    fn ways_out_of_a_step_wait_for_no_form() {
        let routes = routes();
        let file = begun(&routes);
        let out = Act::Withdrawn { reason: crate::Phrase::new("enough").unwrap() };
        let city = library(Some(OrganisationKind::Municipality));
        assert_eq!(file.held_by(&out, &beside(Vec::new(), Vec::new()), &city), Ok(()));
    }

    fn agreement(kind: Kind, state: Stage) -> Agreement {
        Agreement {
            id: Id::new(uuid::Uuid::from_u128(kind as u128 + 1)),
            terms: Terms {
                kind,
                household: Reference::new("T-1").unwrap(),
                association: None,
                provider: None,
                dwelling: Some(DwellingCode::new("H-1").unwrap()),
                from: DAY,
                until: None,
                rent: Vec::new(),
                deposit: None,
                ground: None,
                conditions: None,
            },
            links: Links::default(),
            signatures: Vec::new(),
            state,
        }
    }

    #[test]
    fn the_lease_step_wants_signatures_and_the_keys_a_lease_in_force() {
        let routes = routes();
        let file = begun(&routes);
        let city = library(None);
        let both = |state: &Stage| {
            [Kind::IntermediateLease, Kind::IntermediateUse].map(|it| agreement(it, state.clone()))
        };
        let check = |name: &str, agreements: &[Agreement], missing: usize| {
            let beside = beside(Vec::new(), agreements.to_vec());
            let found = match file.held_by(&done(name), &beside, &city) {
                Ok(()) => 0,
                Err(Refusal::AgreementsMissing(missing)) => missing.len(),
                Err(other) => panic!("{other:?}"),
            };
            assert_eq!(found, missing, "{name}");
        };
        check("lease", &[], 2);
        check("lease", &both(&Stage::Drafted), 2);
        check("lease", &both(&Stage::Signed), 0);
        check("keys", &both(&Stage::Signed), 2);
        let mut mixed = both(&Stage::InForce { from: DAY, until: None });
        check("keys", &mixed, 0);
        mixed[1].state = Stage::Signed;
        check("keys", &mixed, 1);
        // Without a home nothing can be of it.
        let nowhere = Beside { dwelling: None, ..beside(Vec::new(), mixed.to_vec()) };
        assert!(file.held_by(&done("keys"), &nowhere, &city).is_err());
    }
}
