use std::sync::LazyLock;

use fluent_bundle::{
    FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle, types::FluentNumber,
};
use sleutel_domain::access::Language;
use unic_langid::LanguageIdentifier;

use crate::{LOCALES, Value, format};

type Bundle = FluentBundle<FluentResource>;

static DUTCH: LazyLock<Bundle> = LazyLock::new(|| load(Language::Dutch));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| load(Language::English));

pub(crate) fn words(language: Language, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
    let bundle = bundle(language);
    let pattern = bundle.get_message(key)?.value()?;
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        match value {
            Value::Text(text) => arguments.set(*name, text.as_ref()),
            Value::Number(number) => arguments.set(*name, *number),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
    debug_assert!(errors.is_empty(), "`{key}` is not complete: {errors:?}");
    for error in errors {
        tracing::warn!(key, language = language.code(), %error, "a sentence is not complete");
    }
    Some(text)
}

pub(crate) fn has(language: Language, key: &str) -> bool {
    bundle(language).get_message(key).is_some_and(|message| message.value().is_some())
}

fn bundle(language: Language) -> &'static Bundle {
    match language {
        Language::Dutch => &DUTCH,
        Language::English => &ENGLISH,
    }
}

/// A file that is broken keeps its good sentences; the tests of this crate refuse
/// any broken file, so this is only about never failing to start.
fn load(language: Language) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![identifier(language)]);
    // Marks around filled-in words help mixed scripts; ours is one script, and the
    // marks end up in copied text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Dutch => |value, _| written(value, Language::Dutch),
        Language::English => |value, _| written(value, Language::English),
    }));
    for file in LOCALES.iter().filter(|file| file.language == language) {
        let resource = match FluentResource::try_new(file.text.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(file = file.name, count = errors.len(), "broken locale file");
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(file = file.name, count = errors.len(), "a key is there twice");
        }
    }
    bundle
}

fn identifier(language: Language) -> LanguageIdentifier {
    language.code().parse().unwrap_or_default()
}

/// Only whole numbers are handed in, so nothing is lost here.
fn written(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else {
        return None;
    };
    Some(format::decimal(language, *value, 0))
}
