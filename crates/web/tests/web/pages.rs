//! Every page and every part, in both languages.

use crate::gallery;
use std::{fs, path::Path};

use scraper::{Html, Selector};
use sleutel_domain::access::Language;

fn select(page: &str, selector: &str) -> usize {
    Html::parse_document(page).select(&Selector::parse(selector).unwrap()).count()
}

#[test]
fn every_page_says_its_language_and_has_one_main_heading_and_a_title() {
    for language in Language::ALL {
        for (name, page) in gallery::pages(language) {
            let lang = format!("html[lang={}]", language.code());
            assert_eq!(select(&page, &lang), 1, "{name}");
            assert_eq!(select(&page, "main#main h1"), 1, "{name}");
            assert_eq!(select(&page, "a.skip[href='#main']"), 1, "{name}");
            let title = Html::parse_document(&page);
            let title = title.select(&Selector::parse("title").unwrap()).next().unwrap();
            assert!(title.text().collect::<String>().contains(" – Sleutel"), "{name}");
        }
    }
}

#[test]
fn no_page_shows_a_bare_key_or_an_unfilled_variable() {
    for language in Language::ALL {
        for (name, page) in gallery::pages(language) {
            let document = Html::parse_document(&page);
            for text in document.root_element().text() {
                let word = text.trim();
                let key = word.contains('-')
                    && word.len() > 6
                    && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
                assert!(!key && !word.contains("{ $"), "{name}: {word}");
            }
        }
    }
}

#[test]
fn no_page_holds_script_or_style_of_its_own() {
    for (name, page) in gallery::pages(Language::Dutch) {
        assert_eq!(select(&page, "style, [style], script:not([src])"), 0, "{name}");
        for event in ["onclick", "onchange", "onsubmit", "onload"] {
            assert_eq!(select(&page, &format!("[{event}]")), 0, "{name}");
        }
    }
}

#[test]
fn every_field_has_a_label_and_every_reference_exists() {
    for (name, page) in gallery::pages(Language::English) {
        let document = Html::parse_document(&page);
        let fields = Selector::parse("input:not([type=hidden]), select, textarea").unwrap();
        for field in document.select(&fields) {
            let labelled = field.value().attr("id").is_some_and(|id| {
                select(&page, &format!("label[for='{id}'], label #{id}, label > #{id}")) > 0
            });
            let inside = field
                .ancestors()
                .any(|node| node.value().as_element().is_some_and(|it| it.name() == "label"));
            assert!(labelled || inside, "{name}: {}", field.html());
        }
        for element in document.select(&Selector::parse("[aria-describedby]").unwrap()) {
            for id in element.value().attr("aria-describedby").unwrap().split(' ') {
                assert!(page.contains(&format!("id=\"{id}\"")), "{name}: {id}");
            }
        }
    }
}

#[test]
fn what_was_typed_is_shown_again_and_never_run() {
    let gallery = gallery::pages(Language::Dutch).pop().unwrap().1;
    assert!(!gallery.contains("Zoë <b>"));
    assert_eq!(select(&gallery, "input[name=given][value='Zoë <b>']"), 1);
    assert_eq!(select(&gallery, "input[name=pets][value=no][checked]"), 1);
    assert_eq!(select(&gallery, "#errors li a"), 3);
}

#[test]
fn the_pass_phrase_is_never_filled_in_again() {
    for (name, page) in gallery::pages(Language::Dutch) {
        assert_eq!(select(&page, "input[type=password][value]"), 0, "{name}");
    }
}

/// Words may only come from the locale files: outside tags and expressions a
/// template holds no letters.
#[test]
fn no_template_holds_words_of_its_own() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut templates = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "html") {
                templates += 1;
                let text = fs::read_to_string(&path).unwrap();
                let bare = outside_of_tags(&text);
                let words: Vec<_> = bare
                    .split_whitespace()
                    .filter(|it| it.chars().any(char::is_alphabetic))
                    .collect();
                assert!(words.is_empty(), "{}: {words:?}", path.display());
                for spoken in [" aria-label=\"", " title=\"", " alt=\"", " placeholder=\""] {
                    for (at, _) in text.match_indices(spoken) {
                        let rest = &text[at + spoken.len()..];
                        assert!(
                            rest.starts_with("{{") || rest.starts_with('"'),
                            "{}: {}",
                            path.display(),
                            &rest[..rest.len().min(40)]
                        );
                    }
                }
            }
        }
    }
    assert!(templates > 5);
}

/// Drops comments, then expressions and blocks, then tags. Entities are no words.
fn outside_of_tags(template: &str) -> String {
    let mut text = template.to_owned();
    for (open, close) in [("{#", "#}"), ("{{", "}}"), ("{%", "%}"), ("<", ">"), ("&", ";")] {
        let mut rest = text.as_str();
        let mut kept = String::new();
        while let Some((before, after)) = rest.split_once(open) {
            kept.push_str(before);
            rest = after.split_once(close).map_or("", |(_, after)| after);
        }
        kept.push_str(rest);
        text = kept;
    }
    // What stands between macros is attributes, which belong inside a tag.
    text.lines().filter(|line| !line.starts_with("id=\"\"")).collect::<Vec<_>>().join("\n")
}
