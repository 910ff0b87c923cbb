//! Every public function of the store is called in its tests, which run on both
//! databases: that is what keeps one text true on two of them.

use std::io;

use crate::files::{self, TextFile};

/// Public functions of the store that no test of the store calls.
pub fn untested() -> io::Result<Vec<String>> {
    let tests: String =
        files::under("crates/store/tests")?.into_iter().map(|file| file.text).collect();
    let sources = files::under("crates/store/src")?;
    Ok(sources
        .iter()
        .flat_map(|file| public_functions(file).into_iter().map(move |name| (file, name)))
        .filter(|(_, name)| !calls(&tests, name))
        .map(|(file, name)| format!("{}: `{name}` is called by no test of the store", file.path))
        .collect())
}

/// The public functions of a file, those of its unit tests left out.
fn public_functions(file: &TextFile) -> Vec<&str> {
    let code = file.text.split_once("#[cfg(test)]").map_or(file.text.as_str(), |(code, _)| code);
    code.lines()
        .map(str::trim_start)
        .filter_map(|line| line.strip_prefix("pub "))
        .map(|line| line.strip_prefix("const ").unwrap_or(line))
        .map(|line| line.strip_prefix("async ").unwrap_or(line))
        .filter_map(|line| line.strip_prefix("fn "))
        .filter_map(|line| line.split(['(', '<']).next())
        .collect()
}

fn calls(tests: &str, name: &str) -> bool {
    tests.match_indices(name).any(|(at, _)| {
        let before = tests[..at].chars().next_back();
        let after = tests[at + name.len()..].chars().next();
        !before.is_some_and(|it| it.is_alphanumeric() || it == '_')
            && !after.is_some_and(|it| it.is_alphanumeric() || it == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_functions_are_those_others_can_call() {
        let text = "pub async fn add<T>(t: T) {}\npub(crate) fn hidden() {}\nfn own() {}\n\
                    #[cfg(test)]\nmod tests { pub fn helper() {} }\n";
        let file = TextFile { path: "a.rs".to_owned(), text: text.to_owned() };
        assert_eq!(public_functions(&file), ["add"]);
    }

    #[test]
    fn a_longer_name_is_not_a_call() {
        assert!(calls("homes::add(tx)", "add"));
        assert!(!calls("homes::add_all(tx)", "add"));
    }
}
