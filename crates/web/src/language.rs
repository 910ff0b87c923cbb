//! Which language a page is in, and changing it. Addresses are the same in both.

use axum::http::{HeaderMap, HeaderValue, header};
use sleutel_domain::access::Language;

use crate::page::cookie;

/// The cookie of somebody who chose a language without an account setting.
pub const COOKIE: &str = "sleutel_language";

/// The account's setting, else the cookie, else what the browser asks for, else Dutch.
pub fn choose(account: Option<Language>, headers: &HeaderMap) -> Language {
    account
        .or_else(|| cookie(headers, COOKIE).and_then(|code| Language::from_code(&code)))
        .or_else(|| accepted(headers))
        .unwrap_or(Language::Dutch)
}

/// The first of our languages in the browser's list, by weight. A language it
/// refuses (`q=0`) does not count.
fn accepted(headers: &HeaderMap) -> Option<Language> {
    let list = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    let mut best: Option<(f32, Language)> = None;
    for part in list.split(',') {
        let (tag, rest) = part.split_once(';').unwrap_or((part, ""));
        let primary = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
        let Some(language) = Language::from_code(&primary) else { continue };
        let weight = match rest.trim().strip_prefix("q=") {
            Some(weight) => weight.trim().parse().unwrap_or(0.0),
            None => 1.0_f32,
        };
        if weight > 0.0 && best.is_none_or(|(most, _)| weight > most) {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}

/// The header that keeps the choice for a year, for whoever is not logged in.
pub fn cookie_line(language: Language, https: bool) -> Option<HeaderValue> {
    let secure = if https { "; Secure" } else { "" };
    HeaderValue::from_str(&format!(
        "{COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}",
        language.code()
    ))
    .ok()
}

/// An address of our own to go to, or the first page when it is anything else.
pub fn local(address: &str) -> &str {
    let ours = address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains('\\')
        && address.chars().all(|c| c.is_ascii_graphic());
    if ours { address } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(header::HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
    }

    #[test]
    fn the_account_goes_before_the_cookie_and_the_cookie_before_the_browser() {
        let all = headers(&[
            (header::COOKIE, "a=b; sleutel_language=en"),
            (header::ACCEPT_LANGUAGE, "nl"),
        ]);
        assert_eq!(choose(Some(Language::Dutch), &all), Language::Dutch);
        assert_eq!(choose(None, &all), Language::English);
    }

    #[test]
    fn a_browser_is_answered_in_the_language_it_likes_best_of_ours() {
        let german_first = headers(&[(header::ACCEPT_LANGUAGE, "de, nl;q=0.3, en-GB;q=0.8")]);
        assert_eq!(choose(None, &german_first), Language::English);
        let refused = headers(&[(header::ACCEPT_LANGUAGE, "en;q=0, fr")]);
        assert_eq!(choose(None, &refused), Language::Dutch);
    }

    #[test]
    fn nobody_is_sent_to_an_address_that_is_not_ours() {
        assert_eq!(local("/participants?page=2"), "/participants?page=2");
        for address in ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere", ""] {
            assert_eq!(local(address), "/", "{address}");
        }
    }
}
