//! What was wrong with a command line, in the reader's language.

use clap::{
    Error,
    error::{ContextKind, ContextValue, ErrorKind},
};
use sleutel_words::Words;

/// One sentence on what is wrong, the right word when it is near, and where to look.
pub(crate) fn words_of(words: Words, error: &Error) -> String {
    let what = |kind| error.get(kind).map(text).unwrap_or_default();
    let argument = what(ContextKind::InvalidArg);
    let one = |key: &str, value: String| words.t_with(key, &[("what", value.into())]);
    let kind = error.kind();
    let said = if kind == ErrorKind::UnknownArgument {
        one("cli-use-unknown", argument)
    } else if kind == ErrorKind::InvalidSubcommand {
        one("cli-use-command", what(ContextKind::InvalidSubcommand))
    } else if kind == ErrorKind::MissingRequiredArgument {
        one("cli-use-missing", argument)
    } else if kind == ErrorKind::ArgumentConflict {
        let other = what(ContextKind::PriorArg);
        words.t_with("cli-use-conflict", &[("what", argument.into()), ("other", other.into())])
    } else if kind == ErrorKind::InvalidValue || kind == ErrorKind::ValueValidation {
        let value = what(ContextKind::InvalidValue);
        words.t_with("cli-use-value", &[("what", argument.into()), ("value", value.into())])
    } else if kind == ErrorKind::MissingSubcommand
        || kind == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    {
        words.t("cli-use-no-command")
    } else {
        // Seldom, and then the reader of the command line says it best itself.
        error.to_string().trim_start_matches("error: ").trim_end().to_owned()
    };
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(what).concat();
    let near =
        if near.is_empty() { String::new() } else { format!(" {}", one("cli-use-near", near)) };
    format!("{said}{near} {}", words.t("cli-use-help"))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library adds kinds of values at will")]
fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
