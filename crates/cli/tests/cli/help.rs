//! Every command explains itself, in both languages.

use crate::support::{Folder, done, program, ran, run};

const COMMANDS: [&[&str]; 36] = [
    &[],
    &["demo"],
    &["serve"],
    &["outbox"],
    &["outbox", "send"],
    &["outbox", "list"],
    &["documents"],
    &["documents", "new-key"],
    &["documents", "check"],
    &["documents", "rekey"],
    &["documents", "list"],
    &["migrate"],
    &["import"],
    &["place"],
    &["solve"],
    &["check"],
    &["replay"],
    &["lot"],
    &["shares"],
    &["simulate"],
    &["calibrate"],
    &["verify-log"],
    &["method"],
    &["routes"],
    &["routes", "list"],
    &["routes", "show"],
    &["routes", "check"],
    &["account"],
    &["account", "add"],
    &["account", "list"],
    &["account", "close"],
    &["account", "open"],
    &["programme"],
    &["programme", "start"],
    &["completions"],
    &["man"],
];

#[test]
fn every_command_explains_itself_and_every_flag_in_both_languages() {
    for command in COMMANDS {
        for (language, usage) in [("nl", "Gebruik: sleutel"), ("en", "Usage: sleutel")] {
            let args = [command, &["--help", "--language", language]].concat();
            let said = done(&args);
            assert!(said.contains(usage), "{args:?}: {said}");
            assert!(!said.contains("cli-"), "{args:?} lacks words: {said}");
        }
    }
}

#[test]
fn the_language_is_that_of_the_system_when_none_is_chosen() {
    let dutch = ran(program(&["--help"]).env("LC_ALL", "nl_NL.UTF-8").output().unwrap());
    assert!(dutch.out.contains("Opdrachten:"), "{dutch:?}");
    let english = ran(program(&["--help"]).env("LC_ALL", "de_DE.UTF-8").output().unwrap());
    assert!(english.out.contains("Commands:"), "{english:?}");
}

#[test]
fn the_version_is_told() {
    assert_eq!(done(&["--version"]).trim(), concat!("sleutel ", env!("CARGO_PKG_VERSION")));
}

fn check(args: &[&str], expected: &str) {
    let ran = run(args);
    assert_eq!(ran.code, Some(2), "{args:?}: {ran:?}");
    assert!(ran.err.contains(expected), "{args:?}: {ran:?}");
    assert_eq!(ran.out, "");
}

#[test]
fn wrong_use_ends_with_two_and_says_what_is_wrong() {
    check(&[], "Say what to do.");
    check(&["improt"], "There is no command ‘improt’. Did you mean import?");
    check(&["serve", "--lisen", "x"], "Did you mean --listen?");
    check(&["place", "--input", "x"], "This is missing: --output <FILE>.");
    check(&["demo", "--seed", "many"], "‘many’ cannot be the value of --seed <NUMBER>.");
    check(&["demo", "--listen", "here"], "‘here’ is not an address to listen on.");
    check(&["serve"], "No database was named.");
    check(&["serve", "--database-url", "mysql:x"], "is not the address of a database");
    check(&["import", "people", "x.csv", "--database-url", "sqlite:x.db"], "not a kind of file");
    check(&["migrate", "--log-format", "xml"], "‘xml’ cannot be the value of --log-format");
    check(&["migrate", "--language", "de"], "‘de’ cannot be the value of --language");
    check(&["migrate", "--config", "not-there.toml"], "‘not-there.toml’ cannot be used");
}

#[test]
fn wrong_use_is_told_in_dutch_too() {
    check(&["--language", "nl", "improt"], "Er is geen opdracht ‘improt’. Bedoelde u import?");
}

#[test]
fn a_flag_wins_over_the_environment_and_that_over_the_file() {
    let folder = Folder::new();
    let config = folder.write("sleutel.toml", "listen = \"from the file\"\n");
    let args = ["demo", "--config", config.as_str()];
    let file = run(&args);
    assert!(file.err.contains("‘from the file’"), "{file:?}");
    let mut command = program(&args);
    let environment = ran(command.env("SLEUTEL_LISTEN", "from the environment").output().unwrap());
    assert!(environment.err.contains("‘from the environment’"), "{environment:?}");
    let flag = ran(command.args(["--listen", "from the flag"]).output().unwrap());
    assert!(flag.err.contains("‘from the flag’"), "{flag:?}");
}

#[test]
fn a_setting_nobody_knows_is_wrong_use() {
    let folder = Folder::new();
    let config = folder.write("sleutel.toml", "lisen = \"127.0.0.1:8080\"\n");
    check(&["demo", "--config", &config], "unknown field `lisen`");
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let folder = Folder::new();
    done(&["man", "--write", &folder.text("man1")]);
    for command in COMMANDS {
        let name = [&["sleutel"], command].concat().join("-");
        let page = std::fs::read_to_string(folder.path("man1").join(format!("{name}.1"))).unwrap();
        assert!(page.contains(".SH NAME"), "{name}");
    }
    assert!(done(&["man"]).contains(".TH sleutel 1"));
}

#[test]
fn shells_can_complete_the_commands() {
    for shell in ["bash", "zsh", "fish"] {
        assert!(done(&["completions", shell]).contains("verify-log"), "{shell}");
    }
}
