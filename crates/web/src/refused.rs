//! What an action refused, as a page, as a message, or at the fields of a form.

use axum::response::{IntoResponse as _, Response};
use sleutel_actions::{ActionError, FormHold, HandOverHold, Hold, documents::DocumentHold};
use sleutel_domain::Reference;
use sleutel_store::StoreError;
use sleutel_words::Words;

use crate::{FieldError, Flash, FlashKind, Form, Page, Problem};

/// An action's refusal as an answer of its own. What went wrong inside is logged here,
/// once, and not shown.
pub fn problem(error: &ActionError) -> Problem {
    match error {
        ActionError::Denied(_) => Problem::forbidden(),
        ActionError::NotFound => Problem::not_found(),
        ActionError::Fields(_) => Problem::unprocessable(),
        ActionError::Changed => Problem::conflict(),
        ActionError::Hold(_) => Problem::unprocessable(),
        ActionError::Unsound(violations) => {
            tracing::error!(count = violations.len(), first = ?violations.first(), "an unsound proposal");
            Problem::internal()
        }
        ActionError::Store(error) => {
            match error {
                // What stands in a row may be about a person, so only its place is logged.
                StoreError::Row { table, column, key, .. } => {
                    tracing::error!(table, column, key, "a row cannot be read");
                }
                StoreError::Busy
                | StoreError::Full
                | StoreError::Unreachable(_)
                | StoreError::Exists(_)
                | StoreError::Changed { .. }
                | StoreError::Fraction(_)
                | StoreError::Packed { .. }
                | StoreError::Other(_) => tracing::error!(%error, "the database could not"),
            }
            match error {
                StoreError::Busy | StoreError::Full | StoreError::Unreachable(_) => {
                    Problem::unavailable()
                }
                StoreError::Exists(_) | StoreError::Changed { .. } => Problem::conflict(),
                StoreError::Row { .. }
                | StoreError::Fraction(_)
                | StoreError::Packed { .. }
                | StoreError::Other(_) => Problem::internal(),
            }
        }
        ActionError::Internal(cause) => {
            tracing::error!(cause, "an action failed");
            Problem::internal()
        }
    }
}

/// The same with the sentence of a hold in the reader's words.
pub fn problem_in(error: &ActionError, words: Words) -> Problem {
    match error {
        ActionError::Hold(hold) => problem(error).because(hold_words(hold, words)),
        ActionError::Denied(_)
        | ActionError::NotFound
        | ActionError::Fields(_)
        | ActionError::Changed
        | ActionError::Unsound(_)
        | ActionError::Store(_)
        | ActionError::Internal(_) => problem(error),
    }
}

/// The same for `map_err`, on the page that was asked for.
pub(crate) fn problem_on(page: &Page) -> impl Fn(ActionError) -> Problem + use<> {
    let words = page.words;
    move |error| problem_in(&error, words)
}

/// The same as an answer.
pub(crate) fn refuse(page: &Page, error: &ActionError) -> Response {
    problem_in(error, page.words).into_response()
}

/// What holds an action, in a sentence.
pub fn hold_words(hold: &Hold, words: Words) -> String {
    let with = |key: &str, name: &str, value: String| words.t_with(key, &[(name, value.into())]);
    let two = |key: &str, reference: &Reference, other: &Reference| {
        let reference = ("reference", reference.to_string().into());
        words.t_with(key, &[reference, ("other", other.to_string().into())])
    };
    match hold {
        Hold::RoundClosed => words.t("hold-round-closed"),
        Hold::NoYearAgreed { year } => with("hold-no-year-agreed", "year", year.to_string()),
        Hold::AgreedAlready => words.t("hold-agreed-already"),
        Hold::CannotShareOut { faults } => {
            let why: Vec<String> = faults.iter().map(|it| words.share_fault(it)).collect();
            with("hold-cannot-share-out", "why", why.join(" "))
        }
        Hold::YearDoesNotFit { faults } => {
            let (place, party) = (ToString::to_string, ToString::to_string);
            let why: Vec<String> =
                faults.iter().map(|it| words.year_fault(it, place, party)).collect();
            with("hold-year-does-not-fit", "why", why.join(" "))
        }
        Hold::YearIsOver { year } => with("hold-year-is-over", "year", year.to_string()),
        Hold::NothingToPutInForce => words.t("hold-nothing-to-put-in-force"),
        Hold::SharesSettled => words.t("hold-shares-settled"),
        Hold::OtherYearAgreed => words.t("hold-other-year-agreed"),
        Hold::SharesOvertaken { groups } => {
            let groups: Vec<String> = groups.iter().map(ToString::to_string).collect();
            with("hold-shares-overtaken", "groups", words.list(&groups))
        }
        Hold::SharesNotInForce => words.t("hold-shares-not-in-force"),
        Hold::NumbersChanged { of } => with("hold-numbers-changed", "of", words.list(of)),
        Hold::NoHomes => words.t("hold-no-homes"),
        Hold::NothingProposed => words.t("hold-nothing-proposed"),
        Hold::OlderProposal { newest } => with("hold-older-proposal", "newest", newest.to_string()),
        Hold::OnlyATrial => words.t("hold-only-a-trial"),
        Hold::NotALine => words.t("hold-not-a-line"),
        Hold::HomeTaken { vacancy } => with("hold-home-taken", "vacancy", vacancy.to_string()),
        Hold::HouseholdPlaced { reference } => {
            with("hold-household-placed", "reference", reference.to_string())
        }
        Hold::AlreadyDecided => words.t("hold-already-decided"),
        Hold::HomeNotOpen { vacancy } => with("hold-home-not-open", "vacancy", vacancy.to_string()),
        Hold::HouseholdNotReady { reference } => {
            with("hold-household-not-ready", "reference", reference.to_string())
        }
        Hold::NoLongerFits { reference } => {
            with("hold-no-longer-fits", "reference", reference.to_string())
        }
        Hold::NotOnTheirRoad { reference, refusal } => {
            let why = words.road_refusal(refusal, None);
            let values = [("reference", reference.to_string().into()), ("why", why.into())];
            words.t_with("hold-not-on-their-road", &values)
        }
        Hold::GoesOnAs { kept } => with("hold-goes-on-as", "kept", kept.to_string()),
        Hold::Merge(holds) => {
            let why: Vec<String> = holds.iter().map(|it| words.merge_hold(it)).collect();
            with("hold-merge", "why", why.join(" "))
        }
        Hold::Road(refusal) => words.road_refusal(refusal, None),
        Hold::NoRoomLeft { vacancy } => with("hold-no-room-left", "vacancy", vacancy.to_string()),
        Hold::TooMuchLoad { vacancy } => with("hold-too-much-load", "vacancy", vacancy.to_string()),
        Hold::MovesTogether { reference, other } => two("hold-moves-together", reference, other),
        Hold::TooFarApart { reference, other } => two("hold-too-far-apart", reference, other),
        Hold::PairFixed => words.t("hold-pair-fixed"),
        Hold::NoDecision => words.t("hold-no-decision"),
        Hold::Agreement(refused) => words.agreement_refused(refused),
        Hold::VacancyOpen { vacancy } => with("hold-vacancy-open", "vacancy", vacancy.to_string()),
        Hold::VacancyDecided => words.t("hold-vacancy-decided"),
        Hold::Input(errors) => {
            let errors: Vec<String> = errors.iter().map(|it| words.input_error(it)).collect();
            with("hold-input", "errors", errors.join(" "))
        }
        Hold::LooksAlike(_) => words.t("participants-alike-title"),
        Hold::NoAreas => words.t("hold-no-areas"),
        Hold::NotEmpty => words.t("hold-not-empty"),
        Hold::TooManyTries { minutes } => {
            with("hold-too-many-tries", "minutes", minutes.to_string())
        }
        Hold::NoMailAddress => words.t("hold-no-mail-address"),
        Hold::WrongLogin => words.t("hold-wrong-login"),
        Hold::WrongKey => words.t("hold-wrong-key"),
        Hold::KeyUsed => words.t("hold-key-used"),
        Hold::Form(hold) => form_hold_words(*hold, words),
        Hold::TooManyRows { found, most } => {
            let found = ("found", i64::try_from(*found).unwrap_or(i64::MAX).into());
            words.t_with("hold-too-many-rows", &[found, ("most", (*most).into())])
        }
        Hold::TooLateToUndo { minutes } => {
            with("hold-too-late-to-undo", "minutes", minutes.to_string())
        }
        Hold::Document(hold) => document_hold_words(hold, words),
        Hold::ObjectionWaits => words.t("hold-objection-waits"),
        Hold::Plan(refusal) => words.plan_refusal(refusal),
        Hold::HandOver(hold) => hand_over_words(hold, words),
    }
}

/// What keeps a hand-over of files from being done or undone, in a sentence.
pub fn hand_over_words(hold: &HandOverHold, words: Words) -> String {
    match hold {
        HandOverHold::TooLate { until } => {
            words.t_with("hold-hand-over-too-late", &[("until", words.date(*until).into())])
        }
        HandOverHold::Touched { files } => {
            let files: Vec<&str> = files.iter().map(Reference::as_str).collect();
            words.t_with("hold-hand-over-touched", &[("files", files.join(", ").into())])
        }
        HandOverHold::Undone => words.t("hold-hand-over-undone"),
        HandOverHold::NoFiles => words.t("hold-hand-over-no-files"),
    }
}

fn document_hold_words(hold: &DocumentHold, words: Words) -> String {
    match hold {
        DocumentHold::NoKey => words.t("hold-document-no-key"),
        DocumentHold::OtherKey { key } => {
            words.t_with("hold-document-other-key", &[("key", key.into())])
        }
        DocumentHold::Damaged => words.t("hold-document-damaged"),
        DocumentHold::Closed(closed) => words.document_closed(*closed),
        DocumentHold::Step(refused) => words.name(refused),
        DocumentHold::NotAdder => words.t("hold-document-not-adder"),
        DocumentHold::NoScanner => words.t("hold-document-no-scanner"),
    }
}

fn form_hold_words(hold: FormHold, words: Words) -> String {
    let counted = |key: &str, count: usize| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        words.t_with(key, &[("count", count.into())])
    };
    match hold {
        FormHold::NotNow(not_now) => {
            let status = words.name(&not_now.status);
            words.t_with("hold-form-not-now", &[("status", status.into())])
        }
        FormHold::NotToday => words.t("hold-form-not-today"),
        FormHold::UnderWay => words.t("hold-form-under-way"),
        FormHold::Unreadable { faults } => counted("hold-form-unreadable", faults),
        FormHold::Incomplete { open } => counted("hold-form-incomplete", open),
        FormHold::SamePerson => words.t("hold-form-same-person"),
        FormHold::GoesNowhere => words.t("hold-form-goes-nowhere"),
    }
}

/// A hold, a conflict or a refusal as a message on the page somebody goes back to; `None`
/// for what needs a page of its own.
pub fn flash(error: &ActionError, words: Words) -> Option<Flash> {
    match error {
        ActionError::Changed => Some(Flash::new(FlashKind::Warning, "flash-changed")),
        ActionError::Hold(hold) => {
            Some(Flash::new(FlashKind::Warning, "flash-hold").with("why", hold_words(hold, words)))
        }
        ActionError::Denied(_)
        | ActionError::NotFound
        | ActionError::Fields(_)
        | ActionError::Unsound(_)
        | ActionError::Store(_)
        | ActionError::Internal(_) => None,
    }
}

/// Puts every fault at its field; what is not about fields comes back.
pub fn at_fields(form: &mut Form, error: ActionError) -> Result<(), ActionError> {
    match error {
        ActionError::Fields(errors) => {
            for error in errors {
                form.refuse(&error.field, FieldError::Fault(error.fault));
            }
            Ok(())
        }
        other @ (ActionError::Denied(_)
        | ActionError::NotFound
        | ActionError::Changed
        | ActionError::Hold(_)
        | ActionError::Unsound(_)
        | ActionError::Store(_)
        | ActionError::Internal(_)) => Err(other),
    }
}
