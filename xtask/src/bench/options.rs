use std::path::PathBuf;

use sleutel_matching::town::Size;

use crate::files;

/// How to use it.
pub const USAGE: &str = "\
cargo xtask bench placement   our placement engine beside OR-tools and HiGHS
    --sizes S,M,MD,L,XL       which towns
    --runs 5                  how often each is solved; the middle one counts
    --without-peers           only ours: no Python, nothing to download
    --slow                    also what takes others minutes
    --files                   also from file to certificate; builds the whole program
    --loads                   also with limits on load, against the clock
    --time-limit SECONDS      with loads, for each; 30, and 300 for L, unless given
    --out FOLDER              where the page goes; docs/benchmarks unless given";

/// What is asked of the benchmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Which towns.
    pub sizes: Vec<Size>,
    /// How often each is solved, at least once.
    pub runs: usize,
    /// Whether others take part.
    pub peers: bool,
    /// Whether others may take minutes.
    pub slow: bool,
    /// Whether towns are solved from files and their certificates checked.
    pub files: bool,
    /// Whether towns are solved with limits on load as well.
    pub loads: bool,
    /// Seconds on the clock for each with limits on load; by size when not given.
    pub time_limit: Option<u32>,
    /// The folder of the page.
    pub out: PathBuf,
}

impl Options {
    /// Reads the words behind `bench placement`; what is wrong comes back as a sentence.
    pub fn read(words: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            sizes: Size::ALL.to_vec(),
            runs: 5,
            peers: true,
            slow: false,
            files: false,
            loads: false,
            time_limit: None,
            out: files::root().join("docs/benchmarks"),
        };
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("`{word}` needs a value"));
            match word.as_str() {
                "--sizes" => options.sizes = sizes(&value()?)?,
                "--runs" => options.runs = number(&word, &value()?)?.max(1) as usize,
                "--without-peers" => options.peers = false,
                "--slow" => options.slow = true,
                "--files" => options.files = true,
                "--loads" => options.loads = true,
                "--time-limit" => options.time_limit = Some(number(&word, &value()?)?),
                "--out" => options.out = value()?.into(),
                _ => return Err(format!("`{word}` is not known")),
            }
        }
        Ok(options)
    }
}

fn sizes(names: &str) -> Result<Vec<Size>, String> {
    let mut sizes = Vec::new();
    for name in names.split(',') {
        sizes.push(name.parse().map_err(|error| format!("{error}"))?);
    }
    Ok(sizes)
}

fn number(word: &str, value: &str) -> Result<u32, String> {
    value.parse().map_err(|_| format!("`{word}` needs a whole number, not `{value}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options, String> {
        Options::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn without_words_all_towns_are_solved_five_times() {
        let options = read("").unwrap();
        assert_eq!((options.sizes.len(), options.runs, options.peers), (5, 5, true));
    }

    #[test]
    fn what_is_asked_is_what_is_done() {
        let options = read("--sizes s,XL --runs 2 --without-peers --time-limit 7").unwrap();
        assert_eq!(options.sizes, [Size::S, Size::Xl]);
        assert_eq!((options.runs, options.peers, options.time_limit), (2, false, Some(7)));
    }

    #[test]
    fn a_wrong_word_is_named() {
        assert_eq!(read("--fast"), Err("`--fast` is not known".to_owned()));
        assert_eq!(read("--runs"), Err("`--runs` needs a value".to_owned()));
        let wrong = "`--runs` needs a whole number, not `many`";
        assert_eq!(read("--runs many"), Err(wrong.to_owned()));
        let wrong = "there is no town `XXL`; there are S, M, MD, L and XL";
        assert_eq!(read("--sizes XXL"), Err(wrong.to_owned()));
    }
}
