use std::collections::BTreeSet;

use sleutel_actions::{App, Clock};
use sleutel_domain::messages::{MailFailure, MailFault, MailState};
use sleutel_mail::{Done, send_waiting};
use sleutel_store::Db;

use crate::{
    catcher::Catcher,
    given::{City, mailer},
};

fn done(sent: usize, failed: usize, given_up: usize) -> Done {
    Done { sent, failed, given_up }
}

#[tokio::test]
async fn a_mail_says_only_that_something_waits() {
    let city = City::new().await;
    city.wants_mail().await;
    city.news(1).await;
    let catcher = Catcher::on(0, &[]).await;
    let sent = send_waiting(&city.app, &city.operator, &mailer(catcher.port)).await.unwrap();
    assert_eq!(sent, done(1, 0, 0));
    let [mail] = &catcher.caught()[..] else { panic!("{:?}", catcher.caught()) };
    assert_eq!(mail.from, "sleutel@city.example");
    assert_eq!(mail.to, ["noor@zorg.example"]);
    assert_eq!(mail.header("To"), "noor@zorg.example");
    assert_eq!(mail.header("Subject"), "Er staat een bericht voor u klaar");
    let text = mail.readable();
    for part in ["text/plain", "text/html", "<html lang=\"nl\">"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let link = "https://sleutel.city.example/messages/";
    assert_eq!(text.matches(link).count(), 3, "once as text, once as a link with its words");
    let members = city.members().await;
    let names = members.iter().flat_map(|it| [it.given.as_str(), it.family.as_str()]);
    for secret in names.chain(["D-0001", "Winterberg", "dagwinst"]) {
        assert!(!text.contains(secret), "`{secret}` stands in the mail: {text}");
    }
}

#[tokio::test]
async fn a_mail_is_sent_once_though_two_processes_send() {
    let city = City::new().await;
    city.wants_mail().await;
    city.news(12).await;
    let catcher = Catcher::on(0, &[]).await;
    let mailer = mailer(catcher.port);
    let second = Db::open(&city.address).await.unwrap();
    let second = App::new(second, Clock::Fixed(city.app.now()));
    let (one, two) = tokio::join!(
        send_waiting(&city.app, &city.operator, &mailer),
        send_waiting(&second, &city.operator, &mailer)
    );
    let (one, two) = (one.unwrap(), two.unwrap());
    assert_eq!(one.sent + two.sent, 12, "{one:?} {two:?}");
    let caught = catcher.caught();
    let numbers: BTreeSet<_> = caught.iter().map(|it| it.header("Message-ID")).collect();
    assert_eq!((caught.len(), numbers.len()), (12, 12));
    assert_eq!(send_waiting(&second, &city.operator, &mailer).await.unwrap(), done(0, 0, 0));
}

#[tokio::test]
async fn a_mail_refused_for_now_is_sent_later_under_the_same_number() {
    let city = City::new().await;
    city.wants_mail().await;
    city.news(1).await;
    let catcher = Catcher::on(0, &["451 come back later, noor@zorg.example"]).await;
    let mailer = mailer(catcher.port);
    let first = send_waiting(&city.app, &city.operator, &mailer).await.unwrap();
    assert_eq!(first, done(0, 1, 0));
    let row = city.mails().await.remove(0);
    assert_eq!(row.state, MailState::Failed);
    assert_eq!(row.failure, Some(MailFailure { fault: MailFault::Later, reply: Some(451) }));
    assert_eq!(
        send_waiting(&city.app, &city.operator, &mailer).await.unwrap(),
        done(0, 0, 0),
        "not before its time"
    );
    let later = city.later(1);
    assert_eq!(send_waiting(&later, &city.operator, &mailer).await.unwrap(), done(1, 0, 0));
    let row = city.mails().await.remove(0);
    assert_eq!((row.state, row.tries, row.failure), (MailState::Sent, 2, None));
    let number = format!("<{}@sleutel.city.example>", row.mail.id);
    assert_eq!(catcher.caught()[0].header("Message-ID"), number);
}

#[tokio::test]
async fn a_mail_refused_for_good_is_given_up_and_says_why() {
    let city = City::new().await;
    city.wants_mail().await;
    city.news(2).await;
    let catcher = Catcher::on(0, &["550 nobody here"]).await;
    let mailer = mailer(catcher.port);
    let sent = send_waiting(&city.app, &city.operator, &mailer).await.unwrap();
    assert_eq!(sent, done(1, 0, 1), "one that fails holds nobody up");
    let rows = city.mails().await;
    let row = rows.iter().find(|it| it.state == MailState::GivenUp).unwrap();
    let failure = MailFailure { fault: MailFault::Refused, reply: Some(550) };
    assert_eq!(row.failure, Some(failure));
    let words = sleutel_words::Words::new(sleutel_domain::access::Language::Dutch);
    let said = words.mail_failure(failure);
    assert!(said.contains("weigert") && said.contains("550"), "{said}");
    let far = city.later(100_000);
    assert_eq!(send_waiting(&far, &city.operator, &mailer).await.unwrap(), done(0, 0, 0));
    assert_eq!(catcher.caught().len(), 1);
}

#[tokio::test]
async fn mail_waits_while_the_server_is_down_and_goes_when_it_is_back() {
    let city = City::new().await;
    city.wants_mail().await;
    city.news(3).await;
    let catcher = Catcher::on(0, &[]).await;
    let (port, mailer) = (catcher.port, mailer(catcher.port));
    catcher.stop().await;
    let down = send_waiting(&city.app, &city.operator, &mailer).await.unwrap();
    assert_eq!(down, done(0, 1, 0), "the others do not wait for nothing");
    let failures: Vec<_> = city.mails().await.into_iter().filter_map(|it| it.failure).collect();
    assert_eq!(failures, [MailFailure { fault: MailFault::Unreachable, reply: None }]);
    let back = Catcher::on(port, &[]).await;
    let later = city.later(1);
    assert_eq!(send_waiting(&later, &city.operator, &mailer).await.unwrap(), done(3, 0, 0));
    assert_eq!(back.caught().len(), 3);
}
