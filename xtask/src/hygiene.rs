//! What every file must look like.

use crate::files::{self, TextFile};

/// Files that people write in an editor; data in other formats keeps its own form.
const WRITTEN: [&str; 11] =
    ["rs", "toml", "md", "ftl", "html", "css", "js", "mjs", "sql", "yml", "sh"];

/// Of those, the ones in which a long file is a sign of two files.
const CODE: [&str; 6] = ["rs", "html", "css", "js", "mjs", "sql"];

/// More lines than this and a file has to be split.
pub const MOST_LINES: usize = 900;

fn written(files: &[TextFile]) -> impl Iterator<Item = &TextFile> {
    files.iter().filter(|file| WRITTEN.contains(&file.extension()))
}

/// Tabs and blanks at the end of a line.
pub fn blanks(files: &[TextFile]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in written(files) {
        for (number, line) in file.lines() {
            if line.contains('\t') {
                findings.push(format!("{}:{number}: a tab", file.path));
            }
            if line.ends_with([' ', '\r']) {
                findings.push(format!("{}:{number}: blanks at the end", file.path));
            }
        }
    }
    findings
}

/// Files that do not end in exactly one newline.
pub fn ends(files: &[TextFile]) -> Vec<String> {
    written(files)
        .filter(|file| !file.text.is_empty())
        .filter(|file| !file.text.ends_with('\n') || file.text.ends_with("\n\n"))
        .map(|file| format!("{}: does not end in one newline", file.path))
        .collect()
}

/// Files of more than [`MOST_LINES`] lines.
pub fn long(files: &[TextFile]) -> Vec<String> {
    files
        .iter()
        .filter(|file| CODE.contains(&file.extension()))
        .map(|file| (file.lines().count(), &file.path))
        .filter(|(lines, _)| *lines > MOST_LINES)
        .map(|(lines, path)| format!("{path}: {lines} lines, at most {MOST_LINES}"))
        .collect()
}

/// Marks of unfinished work and of tests that do not run.
pub fn unfinished(files: &[TextFile]) -> Vec<String> {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("coming ", "soon"),
        concat!("#[ig", "nore"),
        concat!("test.sk", "ip("),
        concat!("test.on", "ly("),
    ];
    let people_write: Vec<_> = written(files).cloned().collect();
    mentions(&people_write, &marks.map(str::to_owned), "a mark of unfinished work")
}

/// SQL in Rust outside the store.
pub fn sql(files: &[TextFile]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.extension() == "rs") {
        if file.path.starts_with("crates/store/") || file.path.starts_with("xtask/") {
            continue;
        }
        for (number, line) in file.lines() {
            if is_sql(line) {
                findings.push(format!("{}:{number}: SQL outside crates/store", file.path));
            }
        }
    }
    findings
}

fn is_sql(line: &str) -> bool {
    let code = line.split_once("//").map_or(line, |(code, _)| code).to_lowercase();
    let follows = |first: &str, then: &str| {
        code.split_once(first).is_some_and(|(_, rest)| rest.contains(then))
    };
    follows("insert into ", "")
        || follows("delete from ", "")
        || follows("create table ", "")
        || (code.contains('"') && follows("select ", " from "))
        || (code.contains('"') && follows("update ", " set "))
}

/// Hosts that packages are fetched from: which one to use is the affair of whoever
/// builds, never of a file here. In pieces, or this file would be a finding.
const REGISTRIES: [&str; 6] = [
    concat!("registry.", "npmjs.org"),
    concat!("registry.", "yarnpkg.com"),
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("files.", "pythonhosted.org"),
    concat!("proxy.", "golang.org"),
];

/// Hosts of package registries.
pub fn registries(files: &[TextFile]) -> Vec<String> {
    mentions(files, &REGISTRIES.map(str::to_owned), "names a package registry")
}

/// Lines of a lock file that pin a package to the host it came from.
pub fn pinned_hosts(files: &[TextFile]) -> Vec<String> {
    files
        .iter()
        .filter(|file| file.path.ends_with("package-lock.json"))
        .flat_map(|file| file.lines().map(move |line| (file, line)))
        .filter(|(_, (_, line))| line.contains("\"resolved\""))
        .map(|(file, (number, _))| format!("{}:{number}: pins a host", file.path))
        .collect()
}

/// Folders of the machine a file was written on: the checkout itself, and the
/// places where people and build servers keep theirs.
pub fn machine_paths(files: &[TextFile]) -> Vec<String> {
    let homes = [concat!("/ho", "me/"), concat!("/Us", "ers/"), concat!("/ro", "ot/")];
    let elsewhere = [concat!("/wo", "rk/"), concat!("/ru", "nner/"), concat!("/bui", "lds/")];
    let mut places: Vec<_> = homes.into_iter().chain(elsewhere).map(str::to_owned).collect();
    places.push(files::root().display().to_string());
    mentions(files, &places, "names a folder of one machine")
}

fn mentions(files: &[TextFile], words: &[String], what: &str) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files {
        for (number, line) in file.lines() {
            if words.iter().any(|word| line.contains(word.as_str())) {
                findings.push(format!("{}:{number}: {what}", file.path));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> [TextFile; 1] {
        [TextFile { path: path.to_owned(), text: text.to_owned() }]
    }

    #[test]
    fn a_tab_and_a_blank_at_the_end_are_found_with_their_line() {
        let findings = blanks(&file("a.rs", "fine\n\tfn \n"));
        assert_eq!(findings, ["a.rs:2: a tab", "a.rs:2: blanks at the end"]);
    }

    #[test]
    fn a_data_file_keeps_its_own_form() {
        assert!(blanks(&file("a.csv", "one;two \r\n")).is_empty());
    }

    #[test]
    fn a_file_without_a_newline_at_its_end_is_found() {
        assert_eq!(ends(&file("a.md", "text")).len(), 1);
        assert!(ends(&file("a.md", "text\n")).is_empty());
    }

    #[test]
    fn one_line_too_many_is_too_many() {
        assert!(long(&file("a.rs", &"x\n".repeat(MOST_LINES))).is_empty());
        assert_eq!(long(&file("a.rs", &"x\n".repeat(MOST_LINES + 1))).len(), 1);
    }

    #[test]
    fn a_query_in_a_page_is_found_and_a_sentence_is_not() {
        assert_eq!(sql(&file("crates/web/src/a.rs", "q(\"select id from person\")")).len(), 1);
        assert!(sql(&file("crates/web/src/a.rs", "// select one from these")).is_empty());
        assert!(sql(&file("crates/store/src/a.rs", "q(\"select id from person\")")).is_empty());
    }

    #[test]
    fn a_test_that_does_not_run_is_found() {
        let line = format!("{}]\nfn later() {{}}\n", concat!("#[ig", "nore"));
        assert_eq!(unfinished(&file("a.rs", &line)), ["a.rs:1: a mark of unfinished work"]);
    }

    #[test]
    fn the_host_of_a_registry_is_found() {
        let line = format!("\"resolved\": \"https://{}/x\"", REGISTRIES[0]);
        assert_eq!(registries(&file("e2e/package-lock.json", &line)).len(), 1);
        assert_eq!(pinned_hosts(&file("e2e/package-lock.json", &line)).len(), 1);
    }

    #[test]
    fn the_folder_of_this_checkout_is_found() {
        let line = format!("cd {}", files::root().display());
        assert_eq!(machine_paths(&file("a.md", &line)).len(), 1);
    }
}
