//! The public description of the method: to read, as Markdown, or as an entry of the
//! algorithm register.

use sleutel_exchange::register;
use sleutel_words::{Description, Words, description::Block};

use crate::{args::Method, out, settings::Settings};

pub(crate) fn run(settings: &Settings, args: &Method) {
    let words = settings.words;
    let method = sleutel_actions::method::in_force();
    let description = words.description(&method, &settings.owner());
    if args.json {
        let bytes = register::to_json(&description.entry);
        out::say(String::from_utf8_lossy(&bytes).trim_end());
    } else if args.markdown {
        out::say(markdown(words, &description));
    } else {
        out::say(plain(words, &description));
    }
}

fn plain(words: Words, description: &Description) -> String {
    let mut parts = vec![words.t("method-title"), words.t("method-lead")];
    for group in &description.groups {
        parts.push(group.title.to_uppercase());
        for field in &group.fields {
            let text = field.plain().unwrap_or_else(|| words.t("method-not-filled"));
            parts.push(format!("{}\n{}", field.label, text.trim_start()));
        }
    }
    parts.join("\n\n")
}

fn markdown(words: Words, description: &Description) -> String {
    let mut parts = vec![format!("# {}", words.t("method-title")), words.t("method-lead")];
    for group in &description.groups {
        parts.push(format!("## {}", group.title));
        for field in &group.fields {
            parts.push(format!("### {}", field.label));
            if field.blocks.is_empty() {
                parts.push(format!("*{}*", words.t("method-not-filled")));
            }
            parts.extend(field.blocks.iter().map(marked));
        }
    }
    parts.join("\n\n")
}

fn marked(block: &Block) -> String {
    let lines = |items: &[String], mark: &dyn Fn(usize) -> String| {
        let all = items.iter().enumerate().map(|(at, it)| format!("{} {it}", mark(at + 1)));
        all.collect::<Vec<_>>().join("\n")
    };
    match block {
        Block::Heading(text) => format!("#### {text}"),
        Block::Text(text) => text.clone(),
        Block::List(items) => lines(items, &|_| "-".to_owned()),
        Block::Steps(items) => lines(items, &|number| format!("{number}.")),
        Block::Table { head, rows } => {
            let row = |cells: &[String]| format!("| {} |", cells.join(" | "));
            let mut all = vec![row(head), row(&vec!["---".to_owned(); head.len()])];
            all.extend(rows.iter().map(|it| row(it)));
            all.join("\n")
        }
        Block::Links(items) => {
            let all = items.iter().map(|it| match &it.link {
                Some(link) => format!("- [{}]({link})", it.title),
                None => format!("- {}", it.title),
            });
            all.collect::<Vec<_>>().join("\n")
        }
    }
}
