//! Definitions a city keeps in a folder: one in each file that ends in `.toml`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use sleutel_words::Words;

use crate::failure::{self, Failure};

/// Every definition of a folder with the name of its file, in the order of the names; a
/// failure when there is none.
pub(crate) fn of_folder(words: Words, folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let reading = |cause: &io::Error| failure::reading(words, folder, cause);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|cause| reading(&cause))? {
        let path = entry.map_err(|cause| reading(&cause))?.path();
        if path.extension().is_some_and(|it| it == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    if paths.is_empty() {
        let folder = folder.display().to_string();
        let values = [("folder", folder.into())];
        return Err(Failure::Failed(words.t_with("cli-routes-empty", &values)));
    }
    paths.iter().map(|it| one(words, it)).collect()
}

/// One definition with the name of its file.
pub(crate) fn one(words: Words, path: &PathBuf) -> Result<(String, Vec<u8>), Failure> {
    let bytes = fs::read(path).map_err(|cause| failure::reading(words, path, &cause))?;
    Ok((path.display().to_string(), bytes))
}
