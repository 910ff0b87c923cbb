//! The files of the repository, as far as people write them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Folders that are made, not written; in a second checkout `.git` is a file.
const MADE: [&str; 4] = ["target", ".git", "node_modules", "output"];

/// A file that holds text.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Where it is, from the root, with `/` between the parts.
    pub path: String,
    /// What is in it.
    pub text: String,
}

impl TextFile {
    /// What stands behind the last dot of the name; empty when there is none.
    pub fn extension(&self) -> &str {
        Path::new(&self.path).extension().and_then(|it| it.to_str()).unwrap_or_default()
    }

    /// Lines from 1 on.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

/// The folder that holds the workspace. Cargo tells where it runs us; where we were
/// built may be another checkout that shares its target folder.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().unwrap_or(&here).to_path_buf()
}

/// Every file that reads as UTF-8, sorted by path. Other files are data.
pub fn all() -> io::Result<Vec<TextFile>> {
    under("")
}

/// Those under a folder, sorted by path. Fails when there is no such folder: a check
/// of nothing would always pass.
pub fn under(folder: &str) -> io::Result<Vec<TextFile>> {
    let root = root();
    let mut found = Vec::new();
    collect(&root, &root.join(folder), &mut found)
        .map_err(|error| io::Error::new(error.kind(), format!("`{folder}`: {error}")))?;
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

/// The text of one file.
pub fn read(path: &str) -> io::Result<String> {
    fs::read_to_string(root().join(path))
        .map_err(|error| io::Error::new(error.kind(), format!("`{path}`: {error}")))
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<TextFile>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if MADE.contains(&name) {
            continue;
        }
        if path.is_dir() {
            collect(root, &path, found)?;
        } else if let Ok(text) = String::from_utf8(fs::read(&path)?) {
            let below = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            found.push(TextFile { path: parts.join("/"), text });
        }
    }
    Ok(())
}
