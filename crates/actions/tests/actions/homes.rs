use sleutel_actions::{
    ActionError, FieldFault,
    homes::{self, VacancyDraft},
    rounds,
};
use sleutel_domain::{access::Role, homes::VacancyStatus};

use crate::town::{Town, vacancy};

#[tokio::test]
async fn a_consultant_does_not_take_over_the_vacancy_of_another_home() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let (open, _) = rounds::homes_to_choose(&town.app, &desk).await.unwrap();
    let mine = &open[0];
    let other = open
        .iter()
        .find(|it| it.dwelling.association != mine.dwelling.association)
        .expect("the town has homes of two associations");
    let association = mine.dwelling.association.as_str();
    let consultant = town.person("consultant", Role::LettingConsultant, association).await;
    let draft = VacancyDraft {
        dwelling: mine.dwelling.code.to_string(),
        ..VacancyDraft::from(&other.vacancy)
    };
    let result = homes::save_vacancy(&town.app, &consultant, &draft).await;
    let Err(ActionError::Fields(errors)) = result else { panic!("{result:?}") };
    assert_eq!((errors[0].field.as_str(), &errors[0].fault), ("dwelling", &FieldFault::NotAChoice));
}

#[tokio::test]
async fn changing_the_date_of_a_withdrawn_vacancy_does_not_put_it_back_on_offer() {
    let town = Town::new().await;
    let desk = town.desk().await;
    let code = vacancy("VH-01");
    let before = homes::vacancy(&town.app, &desk, &code).await.unwrap();
    let association = before.dwelling.association.as_str();
    let consultant = town.person("consultant", Role::LettingConsultant, association).await;
    homes::withdraw_vacancy(&town.app, &consultant, &code, true).await.unwrap();
    let withdrawn = homes::vacancy(&town.app, &desk, &code).await.unwrap();
    let draft = VacancyDraft {
        available_from: "2026-08-01".to_owned(),
        ..VacancyDraft::from(&withdrawn.vacancy)
    };
    homes::save_vacancy(&town.app, &consultant, &draft).await.unwrap();
    let after = homes::vacancy(&town.app, &desk, &code).await.unwrap().vacancy;
    assert_eq!(after.status, VacancyStatus::Withdrawn);
    assert_eq!(after.available_from.to_string(), "2026-08-01");
}
