use sleutel_domain::Reference;

use super::{load::Loaded, next::address};
use crate::{ActionError, App, Who, act::Act, policy::Action};

/// The planned viewing of a home as a calendar file (iCalendar, RFC 5545), with `summary` as
/// what it is called. It names the address and nobody: calendars are seen by others.
pub async fn viewing_file(
    app: &App,
    who: &Who,
    reference: &Reference,
    summary: &str,
) -> Result<String, ActionError> {
    let mut act = app.begin(who, Action::SeeCase).await?;
    let (loaded, _) = act.case_for(Action::SeeCase, reference).await?;
    let file = calendar(&mut act, &loaded, summary).await?;
    act.log("participant", reference.as_str(), &serde_json::json!({ "viewing": true })).await?;
    act.commit().await?;
    Ok(file)
}

/// The same of a file that was read.
pub(crate) async fn calendar(
    act: &mut Act<'_>,
    loaded: &Loaded<'_>,
    summary: &str,
) -> Result<String, ActionError> {
    let offer = loaded.file.state().offer.clone().ok_or(ActionError::NotFound)?;
    let viewing = offer.viewing.ok_or(ActionError::NotFound)?;
    let home = address(act, &offer.vacancy).await?;
    let zone = act.app.zone.clone();
    let starts = viewing.at.to_zoned(zone).map_err(|_| ActionError::NotFound)?.timestamp();
    let ends = starts.checked_add(jiff::Span::new().hours(1)).unwrap_or(starts);
    let stamp = |at: jiff::Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
    let place = format!("{home}; {}", viewing.place);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Sleutel//viewing//".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{}@sleutel", loaded.row.id, viewing.event),
        format!("SEQUENCE:{}", viewing.event),
        format!("DTSTAMP:{}", stamp(act.at)),
        format!("DTSTART:{}", stamp(starts)),
        format!("DTEND:{}", stamp(ends)),
        format!("SUMMARY:{}", escaped(summary)),
        format!("LOCATION:{}", escaped(&place)),
        "CLASS:PRIVATE".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    Ok(lines.iter().fold(String::new(), |mut text, line| {
        fold_into(&mut text, line);
        text
    }))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line of at most 75 bytes, and the rest on lines that begin with a blank.
fn fold_into(text: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 74 {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters() {
        let mut text = String::new();
        fold_into(&mut text, &"é".repeat(60));
        let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|it| it.len() <= 75), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', "").chars().count(), 60);
    }

    #[test]
    fn signs_with_a_meaning_to_calendars_lose_it() {
        assert_eq!(escaped("a; b, c\\d\ne"), "a\\; b\\, c\\\\d\\ne");
    }
}
