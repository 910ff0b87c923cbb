//! What the typesetter may see while it works on one paper: templates, letter types, the
//! data. Nothing else: no disk, no network, no clock.

use std::path::PathBuf;

use jiff::civil::Date;
use typst::{
    Library, World,
    diag::{FileError, FileResult, PackageError},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::press::Press;

/// Where a template finds what the paper says.
const DATA: &str = "data.json";

#[derive(Debug)]
pub(crate) struct Desk<'a> {
    pub(crate) press: &'a Press,
    pub(crate) main: FileId,
    pub(crate) data: Bytes,
    pub(crate) date: Date,
}

/// The typesetter's name for a file; `None` for a name no file can have.
pub(crate) fn id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

pub(crate) fn name(id: FileId) -> &'static str {
    id.get().vpath().get_without_slash()
}

/// Whether it is a file of the press, and not of a package: those are never fetched.
fn is_ours(id: FileId) -> bool {
    matches!(id.get().root(), VirtualRoot::Project)
}

/// A day for the typesetter.
pub(crate) fn day(date: Date) -> Option<Datetime> {
    let part = |value: i8| u8::try_from(value).ok();
    Datetime::from_ymd(i32::from(date.year()), part(date.month())?, part(date.day())?)
}

impl Desk<'_> {
    fn missing(&self, id: FileId) -> FileError {
        match id.get().root() {
            VirtualRoot::Package(spec) => FileError::Package(PackageError::NotFound(spec.clone())),
            VirtualRoot::Project => FileError::NotFound(PathBuf::from(name(id))),
        }
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.press.sources.get(name(id)).filter(|_| is_ours(id));
        found.cloned().ok_or_else(|| self.missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if !is_ours(id) {
            return Err(self.missing(id));
        }
        match name(id) {
            DATA => Ok(self.data.clone()),
            name => match self.press.sources.get(name) {
                Some(source) => Ok(Bytes::from_string(source.text().to_owned())),
                None => self.press.files.get(name).cloned().ok_or_else(|| self.missing(id)),
            },
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    /// The day of the paper: it has no other.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        day(self.date)
    }
}
