use jiff::civil::date;
use sleutel_domain::{
    FormCode, Id,
    access::{Account, Language, OrganisationKind},
    messages::{
        Address, MailChoice, MailContent, MailFailure, MailFault, MailState, Message, Received,
    },
    tasks::Waiting,
};
use sleutel_store::{
    Window, access,
    messages::{self, MailRow, MailSettings, MessageRow, NewMail},
};

use crate::{
    given::{self, ALL, CITY, ELSEWHERE, reference, second, uuid},
    support::{Fresh, on_both},
};

on_both!(
    a_message_comes_back_with_every_field_and_only_to_its_reader,
    the_same_news_twice_is_one_unread_line,
    reading_keeps_its_first_moment,
    settings_come_back_and_a_closed_account_has_none,
    a_mail_comes_back_with_every_field_and_the_readers_language,
    of_two_processes_one_takes_a_mail,
    a_lease_that_ran_out_can_be_taken_and_its_holder_comes_too_late,
    the_outcome_of_a_try_is_kept,
    mail_follows_the_address_or_is_given_up_without_one,
    the_outbox_is_listed_by_state_newest_first,
    the_mail_of_the_day_is_due_once_a_day_for_who_chose_it,
);

const NOOR: Id<Account> = Id::new(uuid_of(201));
/// What waits in a mail of the day.
const WAITING: Waiting = Waiting { overdue: 1, today: 2, week: 3 };
const SAM: Id<Account> = Id::new(uuid_of(202));

const fn uuid_of(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

async fn two_people(fresh: &Fresh) {
    given::programmes(fresh).await;
    let organisation = given::organisation(1, "Zorg", OrganisationKind::Provider);
    let mut tx = fresh.write().await.unwrap();
    access::save_organisation(&mut tx, CITY, &organisation).await.unwrap();
    for (number, login) in [(1, "noor"), (2, "sam")] {
        let mut row = given::account(number, login, &organisation);
        row.active = true;
        access::add_account(&mut tx, &row, second(0)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn line(number: u128, account: Id<Account>, message: Message) -> MessageRow {
    MessageRow {
        id: Id::new(uuid(8000 + number)),
        account,
        message,
        link: "/participants/P-1".to_owned(),
        at: second(i64::try_from(number).unwrap()),
        read_at: None,
    }
}

fn changed(file: &str) -> Message {
    Message::FileChanged { reference: reference(file) }
}

async fn add(fresh: &Fresh, rows: &[MessageRow]) {
    let mut tx = fresh.write().await.unwrap();
    for row in rows {
        messages::add_message(&mut tx, CITY, row).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn inbox(fresh: &Fresh, account: Id<Account>, unread: bool) -> Vec<MessageRow> {
    let mut tx = fresh.read().await.unwrap();
    let page = messages::messages(&mut tx, CITY, account, unread, ALL).await.unwrap();
    assert_eq!(page.total, u64::try_from(page.rows.len()).unwrap());
    page.rows
}

async fn a_message_comes_back_with_every_field_and_only_to_its_reader(fresh: &Fresh) {
    two_people(fresh).await;
    let form = FormCode::new("application").unwrap();
    let sent = Message::FormSent { reference: reference("P-2"), form };
    let rows = [line(1, NOOR, changed("P-1")), line(2, NOOR, sent), line(3, SAM, changed("P-1"))];
    add(fresh, &rows).await;
    assert_eq!(inbox(fresh, NOOR, false).await, [rows[1].clone(), rows[0].clone()]);
    let mut tx = fresh.read().await.unwrap();
    let elsewhere = messages::messages(&mut tx, ELSEWHERE, NOOR, false, ALL).await.unwrap();
    assert_eq!(elsewhere.total, 0);
    assert_eq!(messages::message(&mut tx, NOOR, rows[0].id).await.unwrap(), Some(rows[0].clone()));
    assert_eq!(messages::message(&mut tx, SAM, rows[0].id).await.unwrap(), None);
    let second_page = Window { offset: 1, limit: 1 };
    let page = messages::messages(&mut tx, CITY, NOOR, false, second_page).await.unwrap();
    assert_eq!((page.total, page.rows), (2, vec![rows[0].clone()]));
}

async fn the_same_news_twice_is_one_unread_line(fresh: &Fresh) {
    two_people(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let mut news = async |number| {
        messages::add_message(&mut tx, CITY, &line(number, NOOR, changed("P-1"))).await.unwrap()
    };
    assert!(news(1).await);
    assert!(!news(2).await);
    messages::mark_all_read(&mut tx, NOOR, second(3)).await.unwrap();
    assert!(messages::add_message(&mut tx, CITY, &line(4, NOOR, changed("P-1"))).await.unwrap());
    tx.commit().await.unwrap();
    let moments: Vec<_> = inbox(fresh, NOOR, false).await.iter().map(|it| it.at).collect();
    assert_eq!(moments, [second(4), second(2)]);
}

async fn reading_keeps_its_first_moment(fresh: &Fresh) {
    two_people(fresh).await;
    let rows: Vec<_> = (1..=3).map(|it| line(it, NOOR, changed(&format!("P-{it}")))).collect();
    add(fresh, &rows).await;
    let first: Id<Received> = rows[0].id;
    let mut tx = fresh.write().await.unwrap();
    assert!(!messages::mark_read(&mut tx, SAM, first, second(8)).await.unwrap(), "not Sam's");
    assert!(messages::mark_read(&mut tx, NOOR, first, second(9)).await.unwrap());
    assert!(!messages::mark_read(&mut tx, NOOR, first, second(10)).await.unwrap());
    assert_eq!(messages::unread_messages(&mut tx, NOOR).await.unwrap(), 2);
    assert_eq!(messages::mark_all_read(&mut tx, NOOR, second(11)).await.unwrap(), 2);
    assert_eq!(messages::unread_messages(&mut tx, NOOR).await.unwrap(), 0);
    tx.commit().await.unwrap();
    let read: Vec<_> = inbox(fresh, NOOR, false).await.iter().map(|it| it.read_at).collect();
    assert_eq!(read, [Some(second(11)), Some(second(11)), Some(second(9))]);
    assert!(inbox(fresh, NOOR, true).await.is_empty());
}

fn address(text: &str) -> Address {
    Address::new(text).unwrap()
}

fn settings(text: &str, choice: MailChoice) -> MailSettings {
    MailSettings { address: Some(address(text)), choice }
}

async fn settings_come_back_and_a_closed_account_has_none(fresh: &Fresh) {
    two_people(fresh).await;
    let mut tx = fresh.write().await.unwrap();
    let none = MailSettings { address: None, choice: MailChoice::Nothing };
    assert_eq!(messages::mail_settings(&mut tx, NOOR).await.unwrap(), Some(none));
    for choice in MailChoice::ALL {
        let kept = settings("noor@zorg.example", choice);
        messages::set_mail_settings(&mut tx, NOOR, &kept).await.unwrap();
        assert_eq!(messages::mail_settings(&mut tx, NOOR).await.unwrap(), Some(kept));
    }
    access::set_active(&mut tx, NOOR, false).await.unwrap();
    assert_eq!(messages::mail_settings(&mut tx, NOOR).await.unwrap(), None);
}

fn new_mail(number: u128, account: Id<Account>) -> NewMail {
    NewMail {
        id: Id::new(uuid(9000 + number)),
        account,
        address: address("noor@zorg.example"),
        content: MailContent::Message,
        link: "/messages".to_owned(),
        at: second(i64::try_from(number).unwrap()),
    }
}

async fn post(fresh: &Fresh, mails: &[NewMail]) {
    let mut tx = fresh.write().await.unwrap();
    for mail in mails {
        messages::add_mail(&mut tx, CITY, mail).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn found(fresh: &Fresh, of: &NewMail) -> MailRow {
    let mut tx = fresh.read().await.unwrap();
    messages::mail(&mut tx, CITY, of.id).await.unwrap().unwrap()
}

async fn a_mail_comes_back_with_every_field_and_the_readers_language(fresh: &Fresh) {
    two_people(fresh).await;
    let digest = NewMail {
        content: MailContent::Digest { unread: 7, waiting: WAITING },
        ..new_mail(2, NOOR)
    };
    let plain = new_mail(1, NOOR);
    post(fresh, &[plain.clone(), digest.clone()]).await;
    let mut tx = fresh.write().await.unwrap();
    access::set_language(&mut tx, NOOR, Language::English).await.unwrap();
    tx.commit().await.unwrap();
    for mail in [plain, digest] {
        let row = MailRow {
            mail: mail.clone(),
            language: Some(Language::English),
            state: MailState::Waiting,
            tries: 0,
            next_try_at: mail.at,
            failure: None,
            settled_at: None,
        };
        assert_eq!(found(fresh, &mail).await, row);
    }
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(messages::mail(&mut tx, ELSEWHERE, Id::new(uuid(9001))).await.unwrap(), None);
}

async fn of_two_processes_one_takes_a_mail(fresh: &Fresh) {
    two_people(fresh).await;
    let mail = new_mail(1, NOOR);
    post(fresh, std::slice::from_ref(&mail)).await;
    let other = fresh.again().await;
    let take = async |db: &sleutel_store::Db, lease| {
        let mut tx = db.write().await.unwrap();
        let taken = messages::lease_mail(&mut tx, mail.id, lease, second(5), second(300)).await;
        tx.commit().await.unwrap();
        taken.unwrap()
    };
    let (one, two) = tokio::join!(take(fresh, uuid(1)), take(&other, uuid(2)));
    assert!(one ^ two, "{one} {two}");
    let mut tx = fresh.read().await.unwrap();
    assert_eq!(messages::due_mail(&mut tx, CITY, second(6)).await.unwrap(), None);
    drop(tx);
    other.close().await;
}

async fn a_lease_that_ran_out_can_be_taken_and_its_holder_comes_too_late(fresh: &Fresh) {
    two_people(fresh).await;
    let mail = new_mail(1, NOOR);
    post(fresh, std::slice::from_ref(&mail)).await;
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    assert_eq!(messages::due_mail(tx, CITY, second(0)).await.unwrap(), None, "not before its time");
    assert_eq!(messages::due_mail(tx, CITY, second(1)).await.unwrap(), Some(mail.id));
    assert!(messages::lease_mail(tx, mail.id, uuid(1), second(1), second(9)).await.unwrap());
    let mut row = messages::mail(tx, CITY, mail.id).await.unwrap().unwrap();
    assert!(!messages::save_mail(tx, &row, None, second(8)).await.unwrap(), "held");
    assert!(messages::lease_mail(tx, mail.id, uuid(2), second(9), second(20)).await.unwrap());
    row.state = MailState::Sent;
    assert!(!messages::save_mail(tx, &row, Some(uuid(1)), second(10)).await.unwrap());
    assert!(messages::save_mail(tx, &row, Some(uuid(2)), second(10)).await.unwrap());
    assert_eq!(messages::due_mail(tx, CITY, second(999)).await.unwrap(), None, "sent");
}

async fn the_outcome_of_a_try_is_kept(fresh: &Fresh) {
    two_people(fresh).await;
    let mail = new_mail(1, NOOR);
    post(fresh, std::slice::from_ref(&mail)).await;
    let mut row = found(fresh, &mail).await;
    for state in MailState::ALL {
        row.state = state;
        row.tries += 1;
        row.next_try_at = second(60);
        row.failure = Some(MailFailure { fault: MailFault::Later, reply: Some(451) });
        row.settled_at = Some(second(70));
        let mut tx = fresh.write().await.unwrap();
        assert!(messages::save_mail(&mut tx, &row, None, second(1)).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(found(fresh, &mail).await, row);
    }
}

async fn mail_follows_the_address_or_is_given_up_without_one(fresh: &Fresh) {
    two_people(fresh).await;
    let (noors, sams) = (new_mail(1, NOOR), new_mail(2, SAM));
    post(fresh, &[noors.clone(), sams.clone()]).await;
    let mut tx = fresh.write().await.unwrap();
    let elsewhere = address("noor@elders.example");
    messages::follow_address(&mut tx, NOOR, Some(&elsewhere), second(3)).await.unwrap();
    messages::follow_address(&mut tx, SAM, None, second(3)).await.unwrap();
    tx.commit().await.unwrap();
    let noors = found(fresh, &noors).await;
    assert_eq!((noors.mail.address, noors.state), (elsewhere, MailState::Waiting));
    let sams = found(fresh, &sams).await;
    assert_eq!((sams.state, sams.settled_at), (MailState::GivenUp, Some(second(3))));
}

async fn the_outbox_is_listed_by_state_newest_first(fresh: &Fresh) {
    two_people(fresh).await;
    let mails: Vec<_> = (1..=3).map(|it| new_mail(it, NOOR)).collect();
    post(fresh, &mails).await;
    let mut row = found(fresh, &mails[1]).await;
    row.state = MailState::Sent;
    let mut tx = fresh.write().await.unwrap();
    messages::save_mail(&mut tx, &row, None, second(9)).await.unwrap();
    let mut listed = async |state: &str| {
        let page = messages::mails(&mut tx, CITY, state, ALL).await.unwrap();
        assert_eq!(page.total, u64::try_from(page.rows.len()).unwrap());
        page.rows.into_iter().map(|it| it.mail.id).collect::<Vec<_>>()
    };
    assert_eq!(listed("").await, [mails[2].id, mails[1].id, mails[0].id]);
    assert_eq!(listed("waiting").await, [mails[2].id, mails[0].id]);
    assert_eq!(listed("sent").await, [mails[1].id]);
    assert!(listed("\0").await.is_empty());
    let counts = messages::mail_counts(&mut tx, CITY).await.unwrap();
    let expected = [("sent".to_owned(), 1), ("waiting".to_owned(), 2)];
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected);
}

async fn the_mail_of_the_day_is_due_once_a_day_for_who_chose_it(fresh: &Fresh) {
    two_people(fresh).await;
    add(
        fresh,
        &[
            line(1, NOOR, changed("P-1")),
            line(2, NOOR, changed("P-2")),
            line(3, SAM, changed("P-1")),
        ],
    )
    .await;
    let mut tx = fresh.write().await.unwrap();
    let tx = &mut tx;
    let daily = settings("noor@zorg.example", MailChoice::Daily);
    messages::set_mail_settings(tx, NOOR, &daily).await.unwrap();
    let each = settings("sam@zorg.example", MailChoice::Each);
    messages::set_mail_settings(tx, SAM, &each).await.unwrap();
    let (today, tomorrow) = (date(2026, 3, 1), date(2026, 3, 2));
    let due = messages::digests_due(tx, CITY, today, second(9)).await.unwrap();
    let due: Vec<_> = due.into_iter().map(|it| (it.account, it.unread)).collect();
    assert_eq!(due, [(NOOR, 2)]);
    let early = messages::digests_due(tx, CITY, today, second(1)).await.unwrap();
    assert_eq!(early[0].unread, 1, "what came in later counts tomorrow");
    assert!(messages::set_digest_on(tx, NOOR, today).await.unwrap());
    assert!(!messages::set_digest_on(tx, NOOR, today).await.unwrap());
    assert!(messages::digests_due(tx, CITY, today, second(9)).await.unwrap().is_empty());
    assert_eq!(messages::digests_due(tx, CITY, tomorrow, second(9)).await.unwrap().len(), 1);
    messages::mark_all_read(tx, NOOR, second(9)).await.unwrap();
    assert!(messages::digests_due(tx, CITY, tomorrow, second(9)).await.unwrap().is_empty());
}
