//! The story of a round on PostgreSQL, with two people at once on two connections.

use std::process::Command;

use sleutel_actions::{
    Hold, audit, participants,
    rounds::{self, Pair, RoundDraft},
};
use sleutel_domain::{access::Role, placement::Verdict};
use sleutel_store::{Db, audit::ChainState};

use crate::town::{Town, is_placed, today};

/// A fresh database on the server the tests were given; gone when dropped.
pub(crate) struct Fresh {
    server: String,
    name: String,
}

impl Fresh {
    pub(crate) fn new(what: &str) -> Option<Self> {
        let Ok(server) = std::env::var("SLEUTEL_TEST_POSTGRES_URL") else {
            assert!(
                std::env::var_os("SLEUTEL_REQUIRE_POSTGRES").is_none(),
                "SLEUTEL_TEST_POSTGRES_URL is not set, and PostgreSQL is required"
            );
            eprintln!("skipped: SLEUTEL_TEST_POSTGRES_URL is not set");
            return None;
        };
        let fresh = Self { server, name: format!("sleutel_actions_{what}_{}", std::process::id()) };
        fresh.psql(&format!("create database {}", fresh.name));
        Some(fresh)
    }

    fn psql(&self, statement: &str) {
        let done = Command::new("psql").args([&self.server, "-qc", statement]).status().unwrap();
        assert!(done.success(), "psql could not: {statement}");
    }

    pub(crate) fn url(&self) -> String {
        let (server, _) = self.server.rsplit_once('/').unwrap();
        format!("{server}/{}", self.name)
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        self.psql(&format!("drop database if exists {} with (force)", self.name));
    }
}

#[tokio::test]
async fn a_number_on_postgresql_is_sealed_until_the_first_proposal() {
    let Some(fresh) = Fresh::new("lot") else { return };
    let town = Town::on(Db::open(&fresh.url()).await.unwrap()).await;
    crate::lots::lives_from_seal_to_number(&town).await;
    town.app.db.close().await;
}

#[tokio::test]
async fn a_form_goes_its_whole_road_on_postgresql() {
    let Some(fresh) = Fresh::new("forms") else { return };
    let town = Town::on(Db::open(&fresh.url()).await.unwrap()).await;
    crate::forms::goes_from_draft_to_treatment(&town).await;
    let state = audit::verify(&town.app, &town.operator).await.unwrap();
    assert!(matches!(state, ChainState::Whole { .. }), "{state:?}");
    town.app.db.close().await;
}

#[tokio::test]
async fn a_what_if_from_the_own_history_comes_out_the_same_on_postgresql() {
    let Some(fresh) = Fresh::new("own_history") else { return };
    let town = Town::on(Db::open(&fresh.url()).await.unwrap()).await;
    crate::own_history::keeps_what_it_began_with(&town).await;
    town.app.db.close().await;
}

#[tokio::test]
async fn a_what_if_is_worked_out_and_comes_out_the_same_on_postgresql() {
    let Some(fresh) = Fresh::new("what_if") else { return };
    let town = Town::on(Db::open(&fresh.url()).await.unwrap()).await;
    crate::what_if::comes_out_the_same(&town).await;
    crate::what_if::mixed_and_divided(&town).await;
    let state = audit::verify(&town.app, &town.operator).await.unwrap();
    assert!(matches!(state, ChainState::Whole { .. }), "{state:?}");
    town.app.db.close().await;
}

#[tokio::test]
async fn a_plan_comes_into_force_on_postgresql() {
    let Some(fresh) = Fresh::new("plans") else { return };
    let town = Town::on(Db::open(&fresh.url()).await.unwrap()).await;
    crate::plans::comes_into_force(&town).await;
    let state = audit::verify(&town.app, &town.operator).await.unwrap();
    assert!(matches!(state, ChainState::Whole { .. }), "{state:?}");
    town.app.db.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_coordinators_on_postgresql_place_each_line_once_and_the_log_stays_whole() {
    let Some(fresh) = Fresh::new("two") else { return };
    let town = Town::on(Db::open(&fresh.url()).await.unwrap()).await;
    let desk = town.desk().await;
    let other = town.person("desk2", Role::PlacementCoordinator, "gemeente").await;
    let draft = RoundDraft {
        name: "Week 25".to_owned(),
        held_on: today().to_string(),
        seed: "7".to_owned(),
        vacancies: (1..=13).map(|it| format!("VH-{it:02}")).collect(),
        ..RoundDraft::default()
    };
    let round = rounds::create(&town.app, &desk, &draft).await.unwrap();
    let proposal = rounds::propose(&town.app, &desk, round, 1).await.unwrap();
    let view = rounds::view(&town.app, &desk, round, None).await.unwrap();
    let pairs: Vec<Pair> = view
        .lines
        .iter()
        .map(|it| Pair {
            reference: it.placement.candidate.clone(),
            vacancy: it.placement.vacancy.clone(),
        })
        .collect();
    let decide =
        |who| rounds::decide(&town.app, who, round, proposal, &pairs, Verdict::Agreed, "passend");
    let (one, two) = tokio::join!(decide(&desk), decide(&other));
    let (one, two) = (one.unwrap(), two.unwrap());
    for (first, second) in one.iter().zip(&two) {
        let held: Vec<_> = [&first.held, &second.held].into_iter().flatten().collect();
        assert_eq!(held, [&Hold::AlreadyDecided], "{:?}", first.pair);
    }
    let file = participants::view(&town.app, &desk, &pairs[0].reference).await.unwrap();
    assert!(is_placed(&file.file.readiness));
    rounds::undo(&town.app, &other, round, file.decisions[0].id).await.unwrap();
    let file = participants::view(&town.app, &desk, &pairs[0].reference).await.unwrap();
    assert!(!is_placed(&file.file.readiness));
    let state = audit::verify(&town.app, &town.operator).await.unwrap();
    assert!(matches!(state, ChainState::Whole { .. }), "{state:?}");
    town.app.db.close().await;
}
