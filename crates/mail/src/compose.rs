use std::time::SystemTime;

use lettre::{
    Message,
    message::{Mailbox, MultiPart},
};
use sleutel_actions::messages::Letter;
use sleutel_words::Words;

/// A letter as a mail: plain text and the same as simple HTML, in its reader's language. The
/// `Message-ID` comes from the mail's identifier, so that a second try of a mail that did
/// arrive is recognised as the same one.
pub(crate) fn compose(
    letter: &Letter,
    from: &Mailbox,
    public_url: &str,
    host: &str,
) -> Result<Message, Box<dyn std::error::Error + Send + Sync>> {
    let words = Words::new(letter.language);
    let to: Mailbox = letter.address.as_str().parse()?;
    let link = format!("{public_url}{}", letter.link);
    let account = format!("{public_url}/account");
    let message = Message::builder()
        .from(from.clone())
        .to(to)
        .subject(words.mail_subject(letter.content))
        .message_id(Some(format!("<{}@{host}>", letter.id)))
        .date(SystemTime::from(letter.at))
        .multipart(MultiPart::alternative_plain_html(
            plain(words, letter, &link, &account),
            html(words, letter, &link, &account),
        ))?;
    Ok(message)
}

fn plain(words: Words, letter: &Letter, link: &str, account: &str) -> String {
    let (hello, text) = (words.t("mail-hello"), words.mail_text(letter.content));
    let (open, why) = (words.t("mail-open"), words.t("mail-why-nothing"));
    let stop = words.t("mail-stop");
    format!("{hello}\n\n{text}\n\n{open}\n{link}\n\n{why}\n\n{stop}\n{account}\n")
}

fn html(words: Words, letter: &Letter, link: &str, account: &str) -> String {
    let language = words.language().code();
    let paragraph = |text: String| format!("<p>{}</p>", escaped(&text));
    let leads = |text: String, to: &str| {
        format!("<p>{0}<br><a href=\"{1}\">{1}</a></p>", escaped(&text), escaped(to))
    };
    let body = [
        paragraph(words.t("mail-hello")),
        paragraph(words.mail_text(letter.content)),
        leads(words.t("mail-open"), link),
        paragraph(words.t("mail-why-nothing")),
        leads(words.t("mail-stop"), account),
    ];
    let title = escaped(&words.mail_subject(letter.content));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{title}\
         </title></head>\n<body>{}</body></html>\n",
        body.join("\n")
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
