//! What happened to a file, as its rows keep it. The columns of the row hold number, days
//! and people; this form holds the act.

use std::num::NonZeroU16;

use serde::{Deserialize, Serialize};
use sleutel_domain::{
    LongText, Phrase, RouteCode, StepCode, TextError, VacancyCode,
    cases::{Act, Answered, ObjectionOutcome},
    routes::{Fact, Outcome},
};

use super::{
    StoredError, bad, bytes, read as read_form,
    shared::{Read, code, date, word},
};

const FORMAT: &str = "sleutel-case-event/1";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    format: String,
    act: StoredAct,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum StoredAct {
    Started { route: String, version: NonZeroU16 },
    StepEnded { step: String, outcome: String, note: Option<String> },
    WentBack { from: String, to: String, reason: String },
    Paused { reason: String, until: String },
    Resumed {},
    Withdrawn { reason: String },
    HandedOver { municipality: String, accepted_by: String, accepted_on: String },
    MovedTo { route: String, version: NonZeroU16, reason: String },
    TermExtended { step: String, reason: String },
    Decided { step: String, outcome: String, reasons: String, conditions: Option<String> },
    ObjectionLodged { decision: u32, grounds: Option<String> },
    ObjectionDecided { objection: u32, outcome: String, reasons: String },
    Offered { vacancy: String, until: String },
    ViewingPlanned { at: String, place: String },
    Answered { answer: String, reason: Option<String> },
    OfferExpired {},
    FactEstablished { fact: String },
    FactWithdrawn { fact: String, reason: String },
    StruckOut { event: u32, reason: String },
}

/// An act as it is kept.
pub fn act_to_json(act: &Act) -> Vec<u8> {
    bytes(&Stored { format: FORMAT.to_owned(), act: StoredAct::new(act) })
}

/// Reads an act back; refuses fields and versions it does not know.
pub fn act_from_json(json: &[u8]) -> Result<Act, StoredError> {
    read_form::<Stored>(json, &[FORMAT])?.act.read()
}

fn phrase(field: &'static str, text: &str) -> Read<Phrase> {
    words(field, text, Phrase::new)
}

fn long(field: &'static str, text: &str) -> Read<LongText> {
    words(field, text, LongText::new)
}

fn words<T>(
    field: &'static str,
    text: &str,
    make: impl Fn(&str) -> Result<T, TextError>,
) -> Read<T> {
    make(text).map_err(|_| bad(field, text))
}

fn step(text: &str) -> Read<StepCode> {
    code("step", text, StepCode::new)
}

impl StoredAct {
    fn new(act: &Act) -> Self {
        let text = |it: &Option<LongText>| it.as_ref().map(ToString::to_string);
        match act {
            Act::Started { route, version } => {
                Self::Started { route: route.to_string(), version: *version }
            }
            Act::StepEnded { step, outcome, note } => Self::StepEnded {
                step: step.to_string(),
                outcome: outcome.code().to_owned(),
                note: text(note),
            },
            Act::WentBack { from, to, reason } => Self::WentBack {
                from: from.to_string(),
                to: to.to_string(),
                reason: reason.to_string(),
            },
            Act::Paused { reason, until } => {
                Self::Paused { reason: reason.to_string(), until: until.to_string() }
            }
            Act::Resumed => Self::Resumed {},
            Act::Withdrawn { reason } => Self::Withdrawn { reason: reason.to_string() },
            Act::HandedOver { municipality, accepted_by, accepted_on } => Self::HandedOver {
                municipality: municipality.to_string(),
                accepted_by: accepted_by.to_string(),
                accepted_on: accepted_on.to_string(),
            },
            Act::MovedTo { route, version, reason } => Self::MovedTo {
                route: route.to_string(),
                version: *version,
                reason: reason.to_string(),
            },
            Act::TermExtended { step, reason } => {
                Self::TermExtended { step: step.to_string(), reason: reason.to_string() }
            }
            Act::Decided { step, outcome, reasons, conditions } => Self::Decided {
                step: step.to_string(),
                outcome: outcome.code().to_owned(),
                reasons: reasons.to_string(),
                conditions: text(conditions),
            },
            Act::ObjectionLodged { decision, grounds } => {
                Self::ObjectionLodged { decision: *decision, grounds: text(grounds) }
            }
            Act::ObjectionDecided { objection, outcome, reasons } => Self::ObjectionDecided {
                objection: *objection,
                outcome: outcome.code().to_owned(),
                reasons: reasons.to_string(),
            },
            Act::Offered { vacancy, until } => {
                Self::Offered { vacancy: vacancy.to_string(), until: until.to_string() }
            }
            Act::ViewingPlanned { at, place } => {
                Self::ViewingPlanned { at: at.to_string(), place: place.to_string() }
            }
            Act::Answered { answer, reason } => Self::Answered {
                answer: answer.code().to_owned(),
                reason: reason.as_ref().map(ToString::to_string),
            },
            Act::OfferExpired => Self::OfferExpired {},
            Act::FactEstablished { fact } => Self::FactEstablished { fact: fact.code().to_owned() },
            Act::FactWithdrawn { fact, reason } => {
                Self::FactWithdrawn { fact: fact.code().to_owned(), reason: reason.to_string() }
            }
            Act::StruckOut { event, reason } => {
                Self::StruckOut { event: *event, reason: reason.to_string() }
            }
        }
    }

    fn read(self) -> Read<Act> {
        let outcome = |text: &str| word("outcome", text, Outcome::from_code);
        let fact = |text: &str| word("fact", text, Fact::from_code);
        let route = |text: &str| code("route", text, RouteCode::new);
        let some = |field, text: Option<String>| text.map(|it| long(field, &it)).transpose();
        Ok(match self {
            Self::Started { route: text, version } => {
                Act::Started { route: route(&text)?, version }
            }
            Self::StepEnded { step: text, outcome: how, note } => Act::StepEnded {
                step: step(&text)?,
                outcome: outcome(&how)?,
                note: some("note", note)?,
            },
            Self::WentBack { from, to, reason } => Act::WentBack {
                from: step(&from)?,
                to: step(&to)?,
                reason: phrase("reason", &reason)?,
            },
            Self::Paused { reason, until } => {
                Act::Paused { reason: phrase("reason", &reason)?, until: date("until", &until)? }
            }
            Self::Resumed {} => Act::Resumed,
            Self::Withdrawn { reason } => Act::Withdrawn { reason: phrase("reason", &reason)? },
            Self::HandedOver { municipality, accepted_by, accepted_on } => Act::HandedOver {
                municipality: phrase("municipality", &municipality)?,
                accepted_by: phrase("accepted_by", &accepted_by)?,
                accepted_on: date("accepted_on", &accepted_on)?,
            },
            Self::MovedTo { route: text, version, reason } => {
                Act::MovedTo { route: route(&text)?, version, reason: phrase("reason", &reason)? }
            }
            Self::TermExtended { step: text, reason } => {
                Act::TermExtended { step: step(&text)?, reason: long("reason", &reason)? }
            }
            Self::Decided { step: text, outcome: how, reasons, conditions } => Act::Decided {
                step: step(&text)?,
                outcome: outcome(&how)?,
                reasons: long("reasons", &reasons)?,
                conditions: some("conditions", conditions)?,
            },
            Self::ObjectionLodged { decision, grounds } => {
                Act::ObjectionLodged { decision, grounds: some("grounds", grounds)? }
            }
            Self::ObjectionDecided { objection, outcome, reasons } => Act::ObjectionDecided {
                objection,
                outcome: word("outcome", &outcome, ObjectionOutcome::from_code)?,
                reasons: long("reasons", &reasons)?,
            },
            Self::Offered { vacancy, until } => Act::Offered {
                vacancy: code("vacancy", &vacancy, VacancyCode::new)?,
                until: date("until", &until)?,
            },
            Self::ViewingPlanned { at, place } => Act::ViewingPlanned {
                at: at.parse().map_err(|_| bad("at", &at))?,
                place: phrase("place", &place)?,
            },
            Self::Answered { answer, reason } => Act::Answered {
                answer: word("answer", &answer, Answered::from_code)?,
                reason: reason.map(|it| phrase("reason", &it)).transpose()?,
            },
            Self::OfferExpired {} => Act::OfferExpired,
            Self::FactEstablished { fact: text } => Act::FactEstablished { fact: fact(&text)? },
            Self::FactWithdrawn { fact: text, reason } => {
                Act::FactWithdrawn { fact: fact(&text)?, reason: phrase("reason", &reason)? }
            }
            Self::StruckOut { event, reason } => {
                Act::StruckOut { event, reason: phrase("reason", &reason)? }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    fn check(act: &Act, json: &str) {
        let expected = format!(r#"{{"format":"sleutel-case-event/1","act":{json}}}"#);
        assert_eq!(String::from_utf8(act_to_json(act)).unwrap(), expected);
        assert_eq!(act_from_json(expected.as_bytes()).as_ref(), Ok(act));
    }

    #[test]
    fn every_act_reads_back_as_it_was_written() {
        let text = |text| Phrase::new(text).unwrap();
        let long = |text| LongText::new(text).unwrap();
        let step = StepCode::new("talk").unwrap();
        let (route, version) = (RouteCode::new("omslag").unwrap(), NonZeroU16::MIN);
        let until = day(2026, 3, 1);
        check(
            &Act::Started { route: route.clone(), version },
            r#"{"started":{"route":"omslag","version":1}}"#,
        );
        check(
            &Act::StepEnded { step: step.clone(), outcome: Outcome::Done, note: None },
            r#"{"step-ended":{"step":"talk","outcome":"done","note":null}}"#,
        );
        check(
            &Act::WentBack { from: step.clone(), to: step.clone(), reason: text("weer") },
            r#"{"went-back":{"from":"talk","to":"talk","reason":"weer"}}"#,
        );
        check(
            &Act::Paused { reason: text("rust"), until },
            r#"{"paused":{"reason":"rust","until":"2026-03-01"}}"#,
        );
        check(&Act::Resumed, r#"{"resumed":{}}"#);
        check(&Act::Withdrawn { reason: text("nee") }, r#"{"withdrawn":{"reason":"nee"}}"#);
        check(
            &Act::HandedOver {
                municipality: text("Haarlem"),
                accepted_by: text("loket"),
                accepted_on: until,
            },
            r#"{"handed-over":{"municipality":"Haarlem","accepted_by":"loket","accepted_on":"2026-03-01"}}"#,
        );
        check(
            &Act::MovedTo { route, version, reason: text("nieuw") },
            r#"{"moved-to":{"route":"omslag","version":1,"reason":"nieuw"}}"#,
        );
        check(
            &Act::TermExtended { step: step.clone(), reason: long("later") },
            r#"{"term-extended":{"step":"talk","reason":"later"}}"#,
        );
        check(
            &Act::Decided {
                step,
                outcome: Outcome::GrantedUnderConditions,
                reasons: long("want"),
                conditions: Some(long("mits\nals")),
            },
            r#"{"decided":{"step":"talk","outcome":"granted-under-conditions","reasons":"want","conditions":"mits\nals"}}"#,
        );
        check(
            &Act::ObjectionLodged { decision: 3, grounds: None },
            r#"{"objection-lodged":{"decision":3,"grounds":null}}"#,
        );
        check(
            &Act::ObjectionDecided {
                objection: 4,
                outcome: ObjectionOutcome::Partly,
                reasons: long("deels"),
            },
            r#"{"objection-decided":{"objection":4,"outcome":"partly","reasons":"deels"}}"#,
        );
        check(
            &Act::Offered { vacancy: VacancyCode::new("V-1").unwrap(), until },
            r#"{"offered":{"vacancy":"V-1","until":"2026-03-01"}}"#,
        );
        check(
            &Act::ViewingPlanned { at: until.at(14, 30, 0, 0), place: text("aan de deur") },
            r#"{"viewing-planned":{"at":"2026-03-01T14:30:00","place":"aan de deur"}}"#,
        );
        check(
            &Act::Answered { answer: Answered::Declined, reason: Some(text("te ver")) },
            r#"{"answered":{"answer":"declined","reason":"te ver"}}"#,
        );
        check(&Act::OfferExpired, r#"{"offer-expired":{}}"#);
        check(
            &Act::FactEstablished { fact: Fact::PersonAgrees },
            r#"{"fact-established":{"fact":"person-agrees"}}"#,
        );
        check(
            &Act::FactWithdrawn { fact: Fact::PlanAgreed, reason: text("nieuw plan") },
            r#"{"fact-withdrawn":{"fact":"plan-agreed","reason":"nieuw plan"}}"#,
        );
        check(
            &Act::StruckOut { event: 7, reason: text("fout") },
            r#"{"struck-out":{"event":7,"reason":"fout"}}"#,
        );
    }

    #[test]
    fn what_we_do_not_know_is_not_read() {
        for json in [
            r#"{"format":"sleutel-case-event/2","act":{"resumed":{}}}"#,
            r#"{"format":"sleutel-case-event/1","act":{"vanished":{}}}"#,
            r#"{"format":"sleutel-case-event/1","act":{"resumed":{"how":"fast"}}}"#,
            r#"{"format":"sleutel-case-event/1","act":{"withdrawn":{"reason":" "}}}"#,
        ] {
            assert!(act_from_json(json.as_bytes()).is_err(), "{json}");
        }
    }
}
