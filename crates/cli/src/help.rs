//! Puts the words of the locale files into the commands: of each command `cli-about-NAME`
//! and `cli-more-NAME`, of each of its flags
//! `cli-help-NAME-FLAG`, or else `cli-help-FLAG`.

use clap::{Arg, ArgAction, Command, CommandFactory};
use sleutel_words::Words;

use crate::args::Cli;

/// All commands, explained in this language.
pub(crate) fn command(words: Words) -> Command {
    let command = Cli::command().about(words.t("cli-about")).after_help(words.t("cli-more"));
    let command = command.arg(
        Arg::new("version").short('V').long("version").action(ArgAction::Version).global(false),
    );
    explained(command.disable_version_flag(true).disable_help_subcommand(true), "", words)
}

fn explained(command: Command, path: &str, words: Words) -> Command {
    let usage = words.t("cli-usage");
    let template =
        format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}");
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let names: Vec<String> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    let mut command = command
        .disable_help_flag(true)
        .arg(help)
        .help_template(template)
        .subcommand_help_heading(words.t("cli-heading-commands"))
        .mut_args(|arg| described(arg, path, words));
    for name in names {
        let path = if path.is_empty() { name.clone() } else { format!("{path}-{name}") };
        command = command.mut_subcommand(&name, |sub| {
            let sub = sub.about(words.t(&format!("cli-about-{path}")));
            let more = format!("cli-more-{path}");
            let sub = if words.has(&more) { sub.after_help(words.t(&more)) } else { sub };
            explained(sub, &path, words)
        });
    }
    command
}

fn described(arg: Arg, path: &str, words: Words) -> Arg {
    let heading = if arg.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" };
    let name = arg.get_id().as_str().replace('_', "-");
    let own = format!("cli-help-{path}-{name}");
    let help = words.t(&if words.has(&own) { own } else { format!("cli-help-{name}") });
    let values = arg.get_action().takes_values();
    let arg = arg.help(help).help_heading(words.t(heading));
    // The sentences above say these, in the reader's language.
    if values {
        arg.hide_env(true).hide_default_value(true).hide_possible_values(true)
    } else {
        arg
    }
}
