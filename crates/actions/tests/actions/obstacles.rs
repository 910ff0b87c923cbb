//! What is in the way, from found to solved and back.

use sleutel_actions::{
    ActionError, App, FieldFault, Who, access as accounts, colleagues,
    colleagues::LeaveDraft,
    steering::obstacles::{
        self, ObstacleDraft, ObstacleQuery, StatusDraft, add, change, note, put_back, set_status,
    },
};
use sleutel_domain::{
    access::Role,
    messages::Message,
    steering::{ObstacleStatus, ObstacleUpdate},
};

use crate::{
    messages::inbox,
    town::{PASSPHRASE, Town, today},
};

async fn manager(town: &Town) -> Who {
    town.person("manager", Role::ProgrammeManager, "gemeente").await
}

fn id(who: &Who) -> String {
    who.account().map(|it| it.to_string()).unwrap_or_default()
}

fn day(days: i32) -> String {
    today().saturating_add(jiff::Span::new().days(days)).to_string()
}

fn draft(owner: &Who) -> ObstacleDraft {
    ObstacleDraft {
        title: "Te weinig kleine woningen".to_owned(),
        kind: "too-few-homes".to_owned(),
        owner: id(owner),
        found: day(-30),
        due: day(3),
        ..ObstacleDraft::default()
    }
}

/// Puts an obstacle on the list, and brings it to its end and back.
pub(crate) async fn solved(app: &App, who: &Who) -> Result<(), ActionError> {
    let number = add(app, who, &draft(who)).await?;
    note(app, who, number, "Er is overleg").await?;
    let status = StatusDraft {
        status: "solved".to_owned(),
        reason: "Klaar".to_owned(),
        was: "1".to_owned(),
    };
    set_status(app, who, number, &status).await?;
    put_back(app, who, number, "2").await
}

fn faults(error: ActionError) -> Vec<(String, FieldFault)> {
    let ActionError::Fields(errors) = error else { panic!("{error:?}") };
    errors.into_iter().map(|it| (it.field, it.fault)).collect()
}

async fn everything_wrong_with_an_obstacle_is_told_at_its_field(town: &Town) {
    let who = manager(town).await;
    let worker = town.person("helper", Role::SupportWorker, "dagwinst").await;
    let wrong = ObstacleDraft {
        title: " ".to_owned(),
        kind: "fate".to_owned(),
        step: "omslag-amsterdam nowhere".to_owned(),
        group: "nobody".to_owned(),
        area: "nowhere".to_owned(),
        association: "dagwinst".to_owned(),
        agreement: "eleven".to_owned(),
        owner: id(&worker),
        found: day(1),
        due: day(0),
        people: "3".to_owned(),
        ..ObstacleDraft::default()
    };
    let found = faults(add(&town.app, &who, &wrong).await.unwrap_err());
    let fields: Vec<&str> = found.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(
        fields,
        [
            "title",
            "kind",
            "step",
            "group",
            "area",
            "association",
            "agreement",
            "owner",
            "found",
            "due",
            "weeks"
        ]
    );
    let without = ObstacleDraft { people: "3".to_owned(), weeks: "4".to_owned(), ..draft(&who) };
    let found = faults(add(&town.app, &who, &without).await.unwrap_err());
    assert_eq!(found, [("ground".to_owned(), FieldFault::Required)], "a cost rests on something");
}

async fn an_obstacle_goes_from_found_to_solved_and_back(town: &Town) {
    let who = manager(town).await;
    let lex = town.person("lex", Role::LettingConsultant, "wendelhuis").await;
    let full = ObstacleDraft {
        step: "omslag-amsterdam match".to_owned(),
        agreement: "matched-offer".to_owned(),
        people: "12".to_owned(),
        weeks: "6".to_owned(),
        ground: "Geteld in mei".to_owned(),
        ..draft(&lex)
    };
    let app = &town.app;
    let number = add(app, &who, &full).await.unwrap();
    assert_eq!(number, 1);
    assert_eq!(inbox(app, &lex).await, [Message::ObstacleGiven { number }]);
    note(app, &lex, number, "Er is\noverleg").await.unwrap();
    let solved = StatusDraft {
        status: "solved".to_owned(),
        reason: "Er komen er twintig bij".to_owned(),
        was: "1".to_owned(),
    };
    let bare = StatusDraft { reason: String::new(), ..solved.clone() };
    let found = faults(set_status(app, &lex, number, &bare).await.unwrap_err());
    assert_eq!(found[0].0, "reason", "a status has a reason");
    set_status(app, &lex, number, &solved).await.unwrap();
    let late = set_status(app, &who, number, &solved).await;
    assert!(matches!(late, Err(ActionError::Changed)), "{late:?}");
    let one = obstacles::one(app, &who, number).await.unwrap();
    assert_eq!((one.row.status, one.was), (ObstacleStatus::Solved, Some(ObstacleStatus::Open)));
    assert!(one.beyond.is_some() && one.row.cost.is_some_and(|it| it.person_weeks() == 72));
    put_back(app, &who, number, "2").await.unwrap();
    let twice = put_back(app, &who, number, "3").await;
    assert!(matches!(twice, Err(ActionError::Changed)), "there is nothing to put back");
    let one = obstacles::one(app, &who, number).await.unwrap();
    assert_eq!((one.row.status, one.was), (ObstacleStatus::Open, None));
    let kinds: Vec<ObstacleUpdate> = one.updates.iter().map(|it| it.row.kind).collect();
    use ObstacleUpdate::{Made, Moved, Note, PutBack};
    assert_eq!(kinds, [Made, Note, Moved, PutBack], "nothing is taken away");
    let gone = obstacles::one(app, &who, 9).await;
    assert!(matches!(gone, Err(ActionError::NotFound)));
}

async fn of_two_who_change_an_obstacle_the_second_is_told(town: &Town) {
    let who = manager(town).await;
    let lex = town.person("lex", Role::LettingConsultant, "wendelhuis").await;
    let app = &town.app;
    let number = add(app, &who, &draft(&who)).await.unwrap();
    let before = obstacles::form(app, &who, Some(number)).await.unwrap().draft;
    let first = ObstacleDraft { owner: id(&lex), due: day(9), ..before.clone() };
    change(app, &who, number, &first).await.unwrap();
    assert_eq!(inbox(app, &lex).await, [Message::ObstacleGiven { number }]);
    let second = ObstacleDraft { title: "Anders".to_owned(), ..before };
    let refused = change(app, &lex, number, &second).await;
    assert!(matches!(refused, Err(ActionError::Changed)), "{refused:?}");
    let one = obstacles::one(app, &lex, number).await.unwrap();
    let fields: Vec<&str> = one.updates[1].changes.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["owner", "due"]);
    // Nothing else in it: nothing is written down.
    let same = obstacles::form(app, &lex, Some(number)).await.unwrap().draft;
    change(app, &lex, number, &same).await.unwrap();
    assert_eq!(obstacles::one(app, &lex, number).await.unwrap().updates.len(), 2);
}

async fn what_is_due_waits_for_its_owner_and_for_who_stands_in(town: &Town) {
    let who = manager(town).await;
    let lex = town.person("lex", Role::LettingConsultant, "wendelhuis").await;
    let lea = town.person("lea", Role::LettingConsultant, "wendelhuis").await;
    let app = &town.app;
    let leave =
        LeaveDraft { absent: String::new(), deputy: id(&lea), from: day(0), until: day(20) };
    colleagues::arrange_leave(app, &lex, &leave).await.unwrap();
    let number = add(app, &who, &draft(&lex)).await.unwrap();
    let later = ObstacleDraft { due: day(30), ..draft(&lex) };
    add(app, &who, &later).await.unwrap();
    let own = obstacles::own(app, &lex).await.unwrap();
    assert_eq!(own.iter().map(|it| it.number).collect::<Vec<_>>(), [number], "not what is later");
    let told = inbox(app, &lea).await;
    assert!(told.contains(&Message::ObstacleGiven { number }), "{told:?}");
    let session = accounts::log_in(app, "lea", PASSPHRASE, "192.0.2.1").await.unwrap();
    let lea = accounts::session(app, &session.token).await.unwrap().unwrap().who;
    let own = obstacles::own(app, &lea).await.unwrap();
    assert_eq!((own.len(), own[0].for_whom.is_some()), (1, true));
    assert!(obstacles::own(app, &who).await.unwrap().is_empty());
    assert_eq!(obstacles::without_owner(app, &who).await.unwrap(), 0);
    let operator = accounts::operator(app, "beheer", None).await.unwrap().unwrap();
    accounts::set_active(app, &operator, "lex", false).await.unwrap();
    assert_eq!(obstacles::without_owner(app, &who).await.unwrap(), 2);
}

async fn a_list_is_in_the_order_asked_for(town: &Town) {
    let who = manager(town).await;
    let app = &town.app;
    let cost = |people: &str, due: i32, found: i32| ObstacleDraft {
        people: people.to_owned(),
        weeks: if people.is_empty() { String::new() } else { "2".to_owned() },
        ground: if people.is_empty() { String::new() } else { "Geteld".to_owned() },
        due: day(due),
        found: day(found),
        ..draft(&who)
    };
    for it in [cost("", 5, -9), cost("40", 9, -9), cost("10", -2, -9), cost("90", 20, -9)] {
        add(app, &who, &it).await.unwrap();
    }
    let over = StatusDraft {
        status: "not-here".to_owned(),
        reason: "De wet".to_owned(),
        was: "1".to_owned(),
    };
    set_status(app, &who, 4, &over).await.unwrap();
    let numbers = async |query: ObstacleQuery| {
        let found = obstacles::list(app, &who, &query).await.unwrap();
        found.rows.iter().map(|it| it.number).collect::<Vec<_>>()
    };
    let all = ObstacleQuery { status: "all".to_owned(), ..ObstacleQuery::default() };
    assert_eq!(numbers(ObstacleQuery::default()).await, [3, 1, 2], "what is overdue comes first");
    assert_eq!(numbers(all.clone()).await, [3, 1, 2, 4], "what is over comes last");
    assert_eq!(numbers(ObstacleQuery { by_cost: true, ..all.clone() }).await, [4, 2, 3, 1]);
    let kind = ObstacleQuery { kind: "money".to_owned(), ..all };
    assert_eq!(numbers(kind).await, [0_u32; 0]);
    let sum = obstacles::list(app, &who, &ObstacleQuery::default()).await.unwrap().sum;
    assert_eq!((sum.standing, sum.overdue, sum.person_weeks, sum.not_reckoned), (3, 1, 100, 1));
}

on_both!(
    everything_wrong_with_an_obstacle_is_told_at_its_field,
    an_obstacle_goes_from_found_to_solved_and_back,
    of_two_who_change_an_obstacle_the_second_is_told,
    what_is_due_waits_for_its_owner_and_for_who_stands_in,
    a_list_is_in_the_order_asked_for,
);
