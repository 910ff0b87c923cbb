//! Agreements from a decided placement to the keys, and on to a lease in the resident's
//! own name.

use sleutel_actions::{
    ActionError, FieldFault, Hold, Who,
    agreements::{self, AgreementDraft, StepDraft},
    audit,
    rounds::{self, Pair},
};
use sleutel_domain::{
    Id, Reference,
    access::Role,
    agreements::{Agreement, Fault, Kind, Link, Missing, Refused, Signatory, State},
    placement::Verdict,
};
use sleutel_store::{
    Window,
    agreements::{Filter, Sort},
};

use crate::{
    lots,
    town::{Town, today},
};

const WINDOW: Window = Window { offset: 0, limit: 50 };

/// A town with one decided placement, and who works with it.
struct Placed {
    town: Town,
    desk: Who,
    household: Reference,
    association: String,
}

impl Placed {
    async fn new() -> Self {
        let town = Town::new().await;
        let desk = town.desk().await;
        let app = &town.app;
        let round = rounds::create(app, &desk, &lots::draft("7")).await.unwrap();
        let proposal = rounds::propose(app, &desk, round, 1).await.unwrap();
        let view = rounds::view(app, &desk, round, None).await.unwrap();
        let line = &view.lines[0].placement;
        let pair = Pair { reference: line.candidate.clone(), vacancy: line.vacancy.clone() };
        rounds::decide(app, &desk, round, proposal, &[pair], Verdict::Agreed, "past")
            .await
            .unwrap();
        let home = sleutel_actions::homes::vacancy(app, &desk, &line.vacancy).await.unwrap();
        Self {
            household: line.candidate.clone(),
            association: home.dwelling.association.to_string(),
            town,
            desk,
        }
    }

    async fn draft(&self, who: &Who, kind: Kind) -> Result<Id<Agreement>, ActionError> {
        let app = &self.town.app;
        let mut draft = agreements::blank(app, who, &self.household, Some(kind)).await?.draft;
        draft.from = today().to_string();
        agreements::save(app, who, None, &draft).await
    }

    async fn step(&self, who: &Who, id: Id<Agreement>, step: StepDraft) -> Result<(), ActionError> {
        let version = self.see(id).await.row.version;
        agreements::step(&self.town.app, who, id, version, &step).await
    }

    async fn see(&self, id: Id<Agreement>) -> agreements::AgreementView {
        agreements::agreement(&self.town.app, &self.desk, id).await.unwrap()
    }

    async fn state(&self, id: Id<Agreement>) -> State {
        self.see(id).await.row.agreement.state
    }

    /// Drafts one of a kind, has it signed by all and puts it in force.
    async fn begun(&self, kind: Kind) -> Id<Agreement> {
        let id = self.draft(&self.desk, kind).await.unwrap();
        self.step(&self.desk, id, StepDraft::Offer).await.unwrap();
        for party in kind.parties() {
            self.step(&self.desk, id, signed(*party)).await.unwrap();
        }
        self.step(&self.desk, id, StepDraft::Start).await.unwrap();
        id
    }
}

pub(crate) fn signed(party: Signatory) -> StepDraft {
    StepDraft::Sign {
        party: party.code().to_owned(),
        by: "A. Tekenaar".to_owned(),
        on: today().to_string(),
        how: "on-paper".to_owned(),
    }
}

#[track_caller]
fn refused(result: Result<(), ActionError>) -> Refused {
    match result {
        Err(ActionError::Hold(Hold::Agreement(refused))) => refused,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_draft_is_filled_in_from_the_placement_that_was_decided() {
    let placed = Placed::new().await;
    let id = placed.draft(&placed.desk, Kind::IntermediateLease).await.unwrap();
    let seen = placed.see(id).await;
    let terms = &seen.row.agreement.terms;
    assert_eq!(terms.association.as_ref().unwrap().as_str(), placed.association);
    assert!(terms.provider.is_some() && terms.dwelling.is_some(), "{terms:?}");
    assert_eq!(seen.home.unwrap().facts.rent.get(), terms.rent_in_all());
    assert_eq!(seen.faults, []);
    let absent = Missing::Absent { link: Link::Of(Kind::IntermediateUse) };
    assert!(seen.missing.contains(&absent), "{:?}", seen.missing);
}

#[tokio::test]
async fn the_chain_of_intermediate_letting_runs_to_the_keys_and_is_converted_in_one_act() {
    let placed = Placed::new().await;
    let lease = placed.begun(Kind::IntermediateLease).await;
    let lower = placed.begun(Kind::IntermediateUse).await;
    let support = placed.begun(Kind::Support).await;
    assert_eq!(placed.see(lower).await.missing, []);
    assert_eq!(placed.see(lower).await.row.agreement.links.rests_on, Some(lease));
    assert_eq!(placed.see(support).await.row.agreement.links.belongs_to, Some(lower));

    let app = &placed.town.app;
    let blank = agreements::blank(app, &placed.desk, &placed.household, Some(Kind::OwnLease));
    let mut draft = blank.await.unwrap().draft;
    draft.from = "2027-07-01".to_owned();
    let own = agreements::save(app, &placed.desk, None, &draft).await.unwrap();
    placed.step(&placed.desk, own, StepDraft::Offer).await.unwrap();
    for party in Kind::OwnLease.parties() {
        placed.step(&placed.desk, own, signed(*party)).await.unwrap();
    }
    assert!(matches!(placed.state(lease).await, State::InForce { .. }), "nothing ended yet");
    placed.step(&placed.desk, own, StepDraft::Start).await.unwrap();
    let on = jiff::civil::date(2027, 7, 1);
    assert_eq!(placed.state(own).await, State::InForce { from: on, until: None });
    assert_eq!(placed.state(lease).await, State::Converted { on, into: own });
    let last = jiff::civil::date(2027, 6, 30);
    assert!(matches!(placed.state(lower).await, State::Ended { on, .. } if on == last));
    assert!(matches!(placed.state(support).await, State::InForce { .. }), "support goes on");
}

#[tokio::test]
async fn a_use_agreement_without_the_lease_above_it_is_not_put_before_anybody() {
    let placed = Placed::new().await;
    let id = placed.draft(&placed.desk, Kind::IntermediateUse).await.unwrap();
    assert_eq!(placed.see(id).await.faults, [Fault::NoLeaseAbove]);
    let why = refused(placed.step(&placed.desk, id, StepDraft::Offer).await);
    assert_eq!(why, Refused::Faulty(vec![Fault::NoLeaseAbove]));
    assert_eq!(placed.state(id).await, State::Drafted);
}

#[tokio::test]
async fn an_association_works_on_its_own_agreements_and_knows_of_no_other() {
    let placed = Placed::new().await;
    let (town, own) = (&placed.town, placed.association.as_str());
    let consultant = town.person("consultant", Role::LettingConsultant, own).await;
    let other = if own == "papiermolen" { "wendelhuis" } else { "papiermolen" };
    let stranger = town.person("stranger", Role::LettingConsultant, other).await;
    let lease = placed.draft(&consultant, Kind::IntermediateLease).await.unwrap();
    let not_ours = placed.draft(&consultant, Kind::Support).await;
    let Err(ActionError::Fields(errors)) = not_ours else { panic!("{not_ours:?}") };
    assert_eq!((errors[0].field.as_str(), &errors[0].fault), ("kind", &FieldFault::NotYours));
    let support = placed.draft(&placed.desk, Kind::Support).await.unwrap();

    let app = &town.app;
    let mine = agreements::agreement(app, &consultant, lease).await.unwrap();
    assert!(!mine.name.is_empty() && mine.others.is_empty(), "{mine:?}");
    let hidden = agreements::agreement(app, &consultant, support).await;
    assert!(matches!(hidden, Err(ActionError::NotFound)), "{hidden:?}");
    for it in [
        agreements::agreement(app, &stranger, lease).await.map(|_| ()),
        agreements::step(app, &stranger, lease, 1, &StepDraft::Offer).await,
        placed.draft(&stranger, Kind::IntermediateLease).await.map(|_| ()),
    ] {
        assert!(matches!(it, Err(ActionError::NotFound)), "{it:?}");
    }
    let list = async |who: &Who| {
        let found = agreements::list(app, who, &Filter::default(), Sort::Work, false, WINDOW).await;
        found.unwrap().page.rows.len()
    };
    assert_eq!((list(&consultant).await, list(&stranger).await), (1, 0));
    assert_eq!(list(&placed.desk).await, 2);
}

#[tokio::test]
async fn a_programme_manager_sees_the_list_without_names_and_opens_none() {
    let placed = Placed::new().await;
    let id = placed.draft(&placed.desk, Kind::IntermediateLease).await.unwrap();
    let manager = placed.town.person("manager", Role::ProgrammeManager, "gemeente").await;
    let app = &placed.town.app;
    let any = Filter::default();
    let found = agreements::list(app, &manager, &any, Sort::Name, false, WINDOW).await.unwrap();
    assert!(!found.identity && found.page.rows[0].family.is_empty(), "{found:?}");
    let one = agreements::agreement(app, &manager, id).await;
    assert!(matches!(one, Err(ActionError::Denied(_))), "{one:?}");
}

#[tokio::test]
async fn of_two_at_once_the_second_is_told_and_nothing_is_written_over() {
    let placed = Placed::new().await;
    let app = &placed.town.app;
    let id = placed.draft(&placed.desk, Kind::IntermediateLease).await.unwrap();
    let seen = placed.see(id).await.row;
    let mut draft = AgreementDraft::from(&seen);
    draft.conditions = "Een kat mag.".to_owned();
    agreements::save(app, &placed.desk, Some(id), &draft).await.unwrap();
    let second = agreements::save(app, &placed.desk, Some(id), &draft).await;
    assert!(matches!(second, Err(ActionError::Changed)), "{second:?}");
    let step = agreements::step(app, &placed.desk, id, seen.version, &StepDraft::Offer).await;
    assert!(matches!(step, Err(ActionError::Changed)), "{step:?}");
    placed.step(&placed.desk, id, StepDraft::Offer).await.unwrap();
    let version = placed.see(id).await.row.version;
    let late = AgreementDraft { version, ..draft };
    let why = refused(agreements::save(app, &placed.desk, Some(id), &late).await.map(|_| ()));
    assert_eq!(why, Refused::WrongState { is: "offered" });
}

#[tokio::test]
async fn every_step_stands_in_the_log_with_who_took_it() {
    let placed = Placed::new().await;
    let id = placed.begun(Kind::IntermediateLease).await;
    let operator = &placed.town.operator;
    let lines =
        audit::lines(&placed.town.app, operator, "agreement", &id.to_string(), WINDOW).await;
    let told: Vec<String> = lines
        .unwrap()
        .rows
        .iter()
        .rev()
        .filter(|it| it.line.action == "change-agreement")
        .filter_map(|it| {
            let detail: serde_json::Value = serde_json::from_str(&it.line.detail).unwrap();
            assert!(it.line.actor.starts_with("Name of desk ("), "{}", it.line.actor);
            detail["step"].as_str().map(str::to_owned)
        })
        .collect();
    assert_eq!(told, ["drafted", "offered", "signature", "signature", "started"]);
    let whose = placed.household.as_str();
    let seen = audit::lines(&placed.town.app, operator, "participant", whose, WINDOW).await;
    let seen = seen.unwrap().rows;
    assert!(seen.iter().any(|it| it.line.action == "see-agreement"), "in the file's history");
}

#[tokio::test]
async fn what_was_typed_wrongly_is_told_at_its_field() {
    let placed = Placed::new().await;
    let app = &placed.town.app;
    let draft = AgreementDraft {
        kind: "lease".to_owned(),
        household: placed.household.to_string(),
        dwelling: "H-nowhere".to_owned(),
        from: "soon".to_owned(),
        rent_bare: "much".to_owned(),
        ..AgreementDraft::default()
    };
    let Err(ActionError::Fields(errors)) = agreements::save(app, &placed.desk, None, &draft).await
    else {
        panic!("it was kept")
    };
    let fields: Vec<&str> = errors.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["kind", "from", "rent_bare", "dwelling"]);
    let nobody = AgreementDraft { household: "D-9999".to_owned(), ..draft };
    let nobody = AgreementDraft {
        kind: "support".to_owned(),
        dwelling: String::new(),
        from: today().to_string(),
        rent_bare: String::new(),
        ..nobody
    };
    let Err(ActionError::Fields(errors)) = agreements::save(app, &placed.desk, None, &nobody).await
    else {
        panic!("it was kept")
    };
    assert_eq!((errors[0].field.as_str(), &errors[0].fault), ("household", &FieldFault::Unknown));
}
