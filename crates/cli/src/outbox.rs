//! Mail on its way: sending it once, and looking at it.

use serde_json::json;
use sleutel_actions::messages;
use sleutel_mail::send_waiting;
use sleutel_store::{Window, messages::MailRow};
use sleutel_words::Words;

use crate::{
    args::{Outbox, OutboxList, OutboxSend},
    failure::{self, Failure},
    open, out,
    settings::Settings,
};

pub(crate) async fn run(settings: &Settings, args: &Outbox) -> Result<(), Failure> {
    match args {
        Outbox::Send(args) => send(settings, args).await,
        Outbox::List(args) => list(settings, args).await,
    }
}

async fn send(settings: &Settings, args: &OutboxSend) -> Result<(), Failure> {
    let words = settings.words;
    let mailer = settings.mailer(&args.mail)?;
    let mailer = mailer.ok_or_else(|| Failure::Use(words.t("cli-mail-not-set")))?;
    let (app, who) = open::programme(settings, &args.at).await?;
    let done = send_waiting(&app, &who, &mailer).await;
    let done = done.map_err(|error| failure::action(words, &error))?;
    app.db.close().await;
    let number = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    out::say(words.t_with(
        "cli-outbox-sent",
        &[
            ("sent", number(done.sent).into()),
            ("failed", number(done.failed).into()),
            ("given", number(done.given_up).into()),
        ],
    ));
    // Whoever runs this by a timetable is told by the exit code that something waits.
    if done.failed + done.given_up > 0 { Err(Failure::Told) } else { Ok(()) }
}

async fn list(settings: &Settings, args: &OutboxList) -> Result<(), Failure> {
    let words = settings.words;
    let (app, who) = open::programme(settings, &args.at).await?;
    let window = Window { offset: 0, limit: args.most };
    let view = messages::outbox(&app, &who, args.state.code(), window).await;
    let view = view.map_err(|error| failure::action(words, &error))?;
    app.db.close().await;
    if args.json {
        let rows: Vec<_> = view.page.rows.iter().map(as_json).collect();
        out::say(json!({ "counts": view.counts, "mails": rows }).to_string());
    } else if view.page.rows.is_empty() {
        out::say(words.t("outbox-none-title"));
    } else {
        let rows: Vec<_> = view.page.rows.iter().map(|row| as_words(words, row)).collect();
        out::say(out::columns(&rows));
    }
    Ok(())
}

fn as_json(row: &MailRow) -> serde_json::Value {
    json!({
        "id": row.mail.id.to_string(), "address": row.mail.address.as_str(),
        "link": row.mail.link, "state": row.state.code(), "tries": row.tries,
        "written": row.mail.at.to_string(), "next_try": row.next_try_at.to_string(),
        "failure": row.failure.map(|it| it.to_string()),
        "settled": row.settled_at.map(|it| it.to_string()),
    })
}

fn as_words(words: Words, row: &MailRow) -> Vec<String> {
    vec![
        row.mail.at.to_string(),
        row.mail.address.to_string(),
        words.name(&row.state),
        row.tries.to_string(),
        row.failure.map(|it| words.mail_failure(it)).unwrap_or_default(),
    ]
}
