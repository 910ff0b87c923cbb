//! What ties the parts together: a step waits for its form, a home that is taken begins its
//! agreements, and the keys wait for those.

use sleutel_actions::{
    ActionError, Hold, Who, agreements,
    cases::{ActDraft, Doing, FormStand},
    forms::{self, Step},
};
use sleutel_domain::{
    FormCode, Reference,
    access::Role,
    agreements::{Dropped, Kind, Missing, State},
    cases::Refusal,
    forms::{FormAct, FormStatus, Library},
};
use sleutel_store::{Db, agreements::AgreementRow};

use crate::{
    cases::{
        agree, begin, consultant, done, facts, in_force, outcome, people, said, seen, step_is,
        to_a_match, try_to, whose_worker,
    },
    forms::{checked, sent, step},
    town::{Town, reference, today},
};

const APPLICATION: &str = "omslag-application";

async fn at_the_application(town: &Town, worker: &Who, whose: &Reference) {
    begin(town, worker, whose, "omslag-amsterdam").await;
    facts(town, worker, whose).await;
    done(try_to(town, worker, whose, Doing::EndStep, &outcome("done")).await);
    assert_eq!(step_is(town, whose).await, "application");
}

fn road(result: Result<(), ActionError>) -> Refusal {
    match result {
        Err(ActionError::Hold(Hold::Road(refusal))) => refusal,
        other => panic!("{other:?}"),
    }
}

fn waits_for(refusal: &Refusal) -> (&str, Option<FormStatus>) {
    let Refusal::FormsNotSent(forms) = refusal else { panic!("{refusal:?}") };
    assert_eq!(forms.len(), 1);
    (forms[0].title.as_ref().unwrap().en.as_str(), forms[0].status)
}

#[tokio::test]
async fn a_step_cannot_be_done_before_its_form_is_sent_and_says_how_far_that_is() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let people = people(&town, &whose).await;
    let worker = &people.worker;
    at_the_application(&town, worker, &whose).await;
    let done = || ActDraft { outcome: "done".to_owned(), ..ActDraft::default() };
    let refusal = road(try_to(&town, worker, &whose, Doing::EndStep, &done()).await);
    let title = "Application for urgency under conditions";
    assert_eq!(waits_for(&refusal), (title, None));
    let stand = seen(&town, worker, &whose).await.forms[0].stand;
    assert_eq!(stand, FormStand::NotBegun { may_begin: true });
    let id = checked(&town, worker, &whose, APPLICATION).await;
    let refusal = road(try_to(&town, worker, &whose, Doing::EndStep, &done()).await);
    assert_eq!(waits_for(&refusal), (title, Some(FormStatus::Checked)));
    // The page says the same before somebody tries.
    let view = seen(&town, worker, &whose).await;
    let against = view.choices.ends.iter().find_map(|it| it.against.clone());
    assert_eq!(against, Some(refusal));
    let status = FormStatus::Checked;
    assert_eq!(view.forms[0].stand, FormStand::There { id, status, may_fill: false });
    // The municipality does not read what was not sent to it.
    let officer = seen(&town, &people.officer, &whose).await;
    assert_eq!(officer.forms[0].stand, FormStand::Elsewhere { sent: false });
    assert!(officer.form_events.is_empty());
}

#[tokio::test]
async fn sending_a_form_ends_the_step_that_waits_for_it_when_a_person_says_so() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let people = people(&town, &whose).await;
    let worker = &people.worker;
    at_the_application(&town, worker, &whose).await;
    let id = checked(&town, worker, &whose, APPLICATION).await;
    let view = forms::view(&town.app, worker, id).await.unwrap();
    let asks = view.road.unwrap();
    assert_eq!((asks.step.is_some(), asks.ends), (true, Some(Ok(()))));
    let version = view.file.version;
    let recipient = "gemeente".to_owned();
    let send = Step { recipient, ends_step: true, ..step(FormAct::Send, version) };
    forms::step(&town.app, worker, id, &send).await.unwrap();
    assert_eq!(step_is(&town, &whose).await, "urgency");
    let officer = seen(&town, &people.officer, &whose).await;
    let acts: Vec<_> = officer.form_events.iter().map(|it| it.line.act).collect();
    assert_eq!(acts, [FormAct::Send], "what happened among the senders is not theirs");
}

#[tokio::test]
async fn when_the_step_cannot_end_with_it_the_form_is_not_sent_either() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let worker = people(&town, &whose).await.worker;
    at_the_application(&town, &worker, &whose).await;
    let back = ActDraft { fact: "person-agrees".to_owned(), ..said() };
    done(try_to(&town, &worker, &whose, Doing::TakeFactBack, &back).await);
    let id = checked(&town, &worker, &whose, APPLICATION).await;
    let view = forms::view(&town.app, &worker, id).await.unwrap();
    assert!(matches!(view.road.unwrap().ends, Some(Err(Refusal::NeedsMissing(_)))));
    let recipient = "gemeente".to_owned();
    let send = Step { recipient, ends_step: true, ..step(FormAct::Send, view.file.version) };
    let refusal = road(forms::step(&town.app, &worker, id, &send).await.map(|_| ()));
    assert!(matches!(refusal, Refusal::NeedsMissing(_)), "{refusal:?}");
    let after = forms::view(&town.app, &worker, id).await.unwrap();
    assert_eq!(after.file.status, FormStatus::Checked);
    assert_eq!(step_is(&town, &whose).await, "application");
}

#[tokio::test]
async fn a_file_gets_the_version_of_a_form_that_its_road_names() {
    let town = Town::new().await;
    let code = FormCode::new(APPLICATION).unwrap();
    let mut all: Vec<_> = sleutel_exchange::forms::shipped().0;
    let first = all.iter_mut().find(|it| it.code == code).unwrap();
    let second = sleutel_domain::forms::Form { version: 2, from: today(), ..first.clone() };
    first.until = today().yesterday().ok();
    all.push(second);
    let town = Town { app: town.app.clone().with_forms(Library::new(all)), ..town };
    let whose = reference("D-0001");
    let worker = people(&town, &whose).await.worker;
    at_the_application(&town, &worker, &whose).await;
    let id = forms::start(&town.app, &worker, &whose, &code).await.unwrap().id;
    let view = forms::view(&town.app, &worker, id).await.unwrap();
    assert_eq!(view.file.form_version, 1);
    // Elsewhere on the road the one of today is begun.
    let other = reference("D-0002");
    let worker = people_of(&town, &other).await;
    let id = forms::start(&town.app, &worker, &other, &code).await.unwrap().id;
    let view = forms::view(&town.app, &worker, id).await.unwrap();
    assert_eq!(view.file.form_version, 2);
}

/// A coordinator at the provider of a household.
async fn people_of(town: &Town, whose: &Reference) -> Who {
    let file = sleutel_actions::participants::view(&town.app, &town.operator, whose).await;
    let provider = file.unwrap().file.provider.to_string();
    town.person("at-the-provider", Role::PlacementCoordinator, &provider).await
}

async fn theirs(town: &Town, who: &Who, whose: &Reference) -> Vec<AgreementRow> {
    agreements::of_household(&town.app, who, whose).await.unwrap()
}

#[tokio::test]
async fn a_home_that_is_taken_begins_the_agreements_of_the_road_once() {
    begins_agreements(Town::new().await).await;
}

#[tokio::test]
async fn a_home_that_is_taken_begins_its_agreements_on_postgresql_too() {
    if let Some(fresh) = crate::postgres::Fresh::new("links") {
        begins_agreements(Town::on(Db::open(&fresh.url()).await.unwrap()).await).await;
    }
}

async fn begins_agreements(town: Town) {
    let (desk, view, pair, people) = whose_worker(&town).await;
    let whose = &pair.reference;
    to_a_match(&town, &people, whose).await;
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    assert_eq!(theirs(&town, &desk, whose).await.len(), 0);
    let yes = outcome("accepted");
    done(try_to(&town, &people.worker, whose, Doing::Answer, &yes).await);
    let begun = theirs(&town, &desk, whose).await;
    let kinds: Vec<_> = begun.iter().map(|it| it.agreement.terms.kind).collect();
    assert_eq!(kinds, [Kind::IntermediateLease, Kind::IntermediateUse, Kind::Support]);
    let [lease, lower, support] = begun.as_slice() else { panic!("{begun:?}") };
    assert_eq!(lower.agreement.links.rests_on, Some(lease.agreement.id));
    assert_eq!(support.agreement.links.belongs_to, Some(lower.agreement.id));
    let terms = &lease.agreement.terms;
    assert!(terms.association.is_some() && terms.provider.is_some() && terms.dwelling.is_some());
    assert!(terms.rent_in_all() > 0 && terms.from >= today());
    let faultless = agreements::agreement(&town.app, &desk, lower.agreement.id).await.unwrap();
    assert_eq!(faultless.faults, []);
    // The answer was a mistake: what it began is withdrawn, and stays to be read.
    let file = seen(&town, &people.worker, whose).await;
    let answered = file.events.iter().find(|it| it.event.act.code() == "answered").unwrap();
    let strike = ActDraft { event: answered.event.number.to_string(), ..said() };
    done(try_to(&town, &people.worker, whose, Doing::StrikeOut, &strike).await);
    for it in theirs(&town, &desk, whose).await {
        let dropped = State::Cancelled { on: today(), why: Dropped::HomeNotTaken };
        assert_eq!(it.agreement.state, dropped);
    }
    // And taken again it begins them again.
    done(try_to(&town, &people.worker, whose, Doing::Answer, &yes).await);
    let live = theirs(&town, &desk, whose).await;
    let live: Vec<_> = live.iter().filter(|it| it.agreement.is_live()).collect();
    assert_eq!(live.len(), 3);
}

#[tokio::test]
async fn what_somebody_drafted_already_is_not_begun_twice() {
    let town = Town::new().await;
    let (desk, view, pair, people) = whose_worker(&town).await;
    let whose = &pair.reference;
    to_a_match(&town, &people, whose).await;
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    let kind = Some(Kind::IntermediateLease);
    let draft = agreements::blank(&town.app, &desk, whose, kind).await.unwrap().draft;
    let lease = agreements::save(&town.app, &desk, None, &draft).await.unwrap();
    done(try_to(&town, &people.worker, whose, Doing::Answer, &outcome("accepted")).await);
    let begun = theirs(&town, &desk, whose).await;
    let kinds: Vec<_> = begun.iter().map(|it| it.agreement.terms.kind).collect();
    assert_eq!(kinds, [Kind::IntermediateLease, Kind::IntermediateUse, Kind::Support]);
    assert_eq!(begun[1].agreement.links.rests_on, Some(lease));
}

#[tokio::test]
async fn the_keys_wait_until_the_agreements_are_in_force_and_say_which_are_not() {
    let town = Town::new().await;
    let (desk, view, pair, people) = whose_worker(&town).await;
    let (whose, worker) = (&pair.reference, &people.worker);
    to_a_match(&town, &people, whose).await;
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    done(try_to(&town, worker, whose, Doing::Answer, &outcome("accepted")).await);
    let missing = |refusal: Refusal| {
        let Refusal::AgreementsMissing(missing) = refusal else { panic!("{refusal:?}") };
        missing
    };
    let end = outcome("done");
    let drafts = missing(road(try_to(&town, worker, whose, Doing::EndStep, &end).await));
    assert!(drafts.iter().all(|it| matches!(it, Missing::NotOffered { .. })), "{drafts:?}");
    assert_eq!(drafts.len(), 2, "support is no matter of the lease");
    in_force(&town, &desk, whose).await;
    for step in ["support", "keys", "meeting"] {
        done(try_to(&town, worker, whose, Doing::EndStep, &end).await);
        assert_eq!(step_is(&town, whose).await, step);
    }
}

#[tokio::test]
async fn who_leaves_the_road_before_the_keys_leaves_no_open_agreement() {
    let town = Town::new().await;
    let (desk, view, pair, people) = whose_worker(&town).await;
    let whose = &pair.reference;
    to_a_match(&town, &people, whose).await;
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    done(try_to(&town, &people.worker, whose, Doing::Answer, &outcome("accepted")).await);
    let out = ActDraft { by: "participant".to_owned(), ..said() };
    done(try_to(&town, &people.worker, whose, Doing::Withdraw, &out).await);
    let all = theirs(&town, &desk, whose).await;
    assert_eq!(all.len(), 3, "nothing is deleted");
    assert!(all.iter().all(|it| !it.agreement.is_live()), "{all:?}");
}

#[tokio::test]
async fn the_officer_reads_how_far_the_agreements_are_and_opens_none() {
    let town = Town::new().await;
    let (desk, view, pair, people) = whose_worker(&town).await;
    let whose = &pair.reference;
    to_a_match(&town, &people, whose).await;
    assert_eq!(agree(&town, &desk, &view, &pair).await, None);
    done(try_to(&town, &people.worker, whose, Doing::Answer, &outcome("accepted")).await);
    let opens = async |who: &Who| -> Vec<bool> {
        seen(&town, who, whose).await.agreements.iter().map(|it| it.opens).collect()
    };
    assert_eq!(opens(&people.officer).await, [false; 3]);
    assert_eq!(opens(&people.worker).await, [true; 3]);
    let letting = consultant(&town, &pair, "letting").await;
    assert_eq!(opens(&letting).await, [true, false, false]);
    let id = seen(&town, &desk, whose).await.agreements[0].row.agreement.id;
    let hidden = agreements::agreement(&town.app, &people.officer, id).await;
    assert!(matches!(hidden, Err(ActionError::Denied(_))), "{hidden:?}");
}

#[tokio::test]
async fn a_form_taken_along_stands_in_the_log_as_such() {
    let town = Town::new().await;
    let whose = reference("D-0001");
    let people = people(&town, &whose).await;
    at_the_application(&town, &people.worker, &whose).await;
    let id = sent(&town, &people.worker, &whose, APPLICATION, "gemeente").await;
    let paper = forms::paper(&town.app, &people.officer, id).await.unwrap();
    assert_eq!(paper.name, None);
    let window = sleutel_store::Window { offset: 0, limit: 20 };
    let lines = sleutel_actions::audit::lines(
        &town.app,
        &town.operator,
        "participant",
        whose.as_str(),
        window,
    );
    let lines = lines.await.unwrap().rows;
    assert!(lines.iter().any(|it| it.line.action == "export-form"));
}
