//! The commands explained outside the commands: manual pages, completion of a shell.

use std::{fs, io};

use clap::Command;
use sleutel_words::Words;

use crate::{
    args::{Completions, Man},
    failure::{self, Failure},
    help, out,
};

pub(crate) fn completions(words: Words, args: &Completions) {
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(words), "sleutel", &mut bytes);
    out::say(String::from_utf8_lossy(&bytes).trim_end());
}

pub(crate) fn man(words: Words, args: &Man) -> Result<(), Failure> {
    let mut command = help::command(words);
    command.build();
    let rendering = |cause: io::Error| {
        Failure::Failed(words.t_with("cli-internal", &[("cause", cause.to_string().into())]))
    };
    let Some(folder) = &args.write else {
        out::say(page(command).map_err(rendering)?.trim_end());
        return Ok(());
    };
    fs::create_dir_all(folder).map_err(|cause| failure::writing(words, folder, &cause))?;
    for (name, command) in all(&command, "sleutel") {
        let path = folder.join(format!("{name}.1"));
        let page = page(command.name(name)).map_err(rendering)?;
        fs::write(&path, page).map_err(|cause| failure::writing(words, &path, &cause))?;
    }
    Ok(())
}

fn page(command: Command) -> io::Result<String> {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(command).render(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A command and all below it, each with the name of its page.
fn all(command: &Command, name: &str) -> Vec<(String, Command)> {
    let mut found = vec![(name.to_owned(), command.clone())];
    for sub in command.get_subcommands() {
        found.extend(all(sub, &format!("{name}-{}", sub.get_name())));
    }
    found
}
