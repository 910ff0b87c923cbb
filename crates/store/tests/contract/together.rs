use sleutel_domain::{homes::AreaLevel, placement::Together};
use sleutel_store::participants::{self, LinkRow};

use crate::{
    given::{self, CITY, ELSEWHERE, phrase, reference, second},
    support::{Fresh, on_both},
};

on_both!(
    a_link_is_found_from_both_sides_with_every_field,
    a_link_is_the_same_whichever_way_round_it_is_given,
    a_link_is_taken_away_once,
);

fn link(one: &str, other: &str) -> LinkRow {
    LinkRow {
        link: Together {
            one: reference(one),
            other: reference(other),
            within: AreaLevel::Neighbourhood,
        },
        reason: Some(phrase("moeder en dochter")),
        actor: "Lotte (gemeente)".to_owned(),
        at: second(5),
    }
}

async fn a_link_is_found_from_both_sides_with_every_field(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let rows = [link("P-1", "P-2"), LinkRow { reason: None, ..link("P-2", "P-3") }];
    for row in rows.iter().rev() {
        participants::save_link(&mut tx, CITY, row).await.unwrap();
    }
    assert_eq!(participants::links(&mut tx, CITY).await.unwrap(), rows);
    assert!(participants::links(&mut tx, ELSEWHERE).await.unwrap().is_empty());
    for (whose, expected) in [("P-1", &rows[..1]), ("P-2", &rows[..]), ("P-3", &rows[1..])] {
        let found = participants::links_of(&mut tx, CITY, &reference(whose)).await.unwrap();
        assert_eq!(found, expected, "{whose}");
        let found = participants::links_of(&mut tx, ELSEWHERE, &reference(whose)).await.unwrap();
        assert!(found.is_empty());
    }
}

async fn a_link_is_the_same_whichever_way_round_it_is_given(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    participants::save_link(&mut tx, CITY, &link("P-1", "P-2")).await.unwrap();
    let mut again = link("P-2", "P-1");
    again.link.within = AreaLevel::Complex;
    again.reason = None;
    participants::save_link(&mut tx, CITY, &again).await.unwrap();
    let found = participants::links(&mut tx, CITY).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].link.one.as_str(), found[0].link.other.as_str()), ("P-1", "P-2"));
    assert_eq!((found[0].link.within, &found[0].reason), (AreaLevel::Complex, &None));
}

async fn a_link_is_taken_away_once(fresh: &Fresh) {
    given::programmes(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    participants::save_link(&mut tx, CITY, &link("P-1", "P-2")).await.unwrap();
    let (one, other) = (reference("P-1"), reference("P-2"));
    for (programme, there) in [(ELSEWHERE, false), (CITY, true), (CITY, false)] {
        let gone = participants::remove_link(&mut tx, programme, &other, &one).await.unwrap();
        assert_eq!(gone, there);
    }
    assert!(participants::links(&mut tx, CITY).await.unwrap().is_empty());
}
