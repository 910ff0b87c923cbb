use std::{collections::BTreeMap, thread};

use serde_json::Value;
use typst::{
    Library, LibraryExt, WorldExt, comemo,
    diag::{self, SourceDiagnostic},
    foundations::{Bytes, Smart},
    syntax::Source,
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::{
    Agreement, Fault, Finding, Form, Letter, Report, Severity,
    data::Copy,
    desk::{self, Desk},
    fonts, sample,
};

/// Stack of the thread a paper is set on: templates may nest deeply.
const STACK: usize = 16 << 20;

/// How many papers ago something has to be last used to be forgotten.
const KEPT: usize = 8;

/// What kinds of paper there are. Each has a template of this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// A letter.
    Letter,
    /// An agreement with articles and signatures.
    Agreement,
    /// The answers of a form.
    Form,
    /// A report with figures and pictures.
    Report,
}

impl Layout {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Letter, Self::Agreement, Self::Form, Self::Report];

    /// The template's file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Letter => "letter.typ",
            Self::Agreement => "agreement.typ",
            Self::Form => "form.typ",
            Self::Report => "report.typ",
        }
    }
}

/// Our own templates, as they were when this was built.
const OWN: [(&str, &str); 5] = [
    ("house.typ", include_str!("../../../papers/house.typ")),
    ("letter.typ", include_str!("../../../papers/letter.typ")),
    ("agreement.typ", include_str!("../../../papers/agreement.typ")),
    ("form.typ", include_str!("../../../papers/form.typ")),
    ("report.typ", include_str!("../../../papers/report.typ")),
];

/// A file of a city's folder of templates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFile {
    /// Its path below the folder, with `/` between the parts.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Templates and letter types, ready to typeset. Make one and keep it; it can be used by
/// many at once.
pub struct Press {
    pub(crate) library: LazyHash<Library>,
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
    pub(crate) sources: BTreeMap<String, Source>,
    pub(crate) files: BTreeMap<String, Bytes>,
    /// What was wrong with the files themselves.
    amiss: Vec<Finding>,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").field("sources", &self.sources.keys()).finish_non_exhaustive()
    }
}

impl Default for Press {
    fn default() -> Self {
        Self::with(Vec::new())
    }
}

impl Press {
    /// Our templates with a city's own files over them: a file takes the place of ours
    /// with the same name, others are there to be used by them (a logo, a letter type as
    /// `.ttf` or `.otf`). What is wrong with a file comes out at [`Press::check`].
    pub fn with(theirs: Vec<TemplateFile>) -> Self {
        let mut press = Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::new()),
            fonts: fonts::own(),
            sources: BTreeMap::new(),
            files: BTreeMap::new(),
            amiss: Vec::new(),
        };
        for (name, text) in OWN {
            press.template(name, text.to_owned());
        }
        for file in theirs {
            press.take(file);
        }
        press.book = LazyHash::new(FontBook::from_fonts(&press.fonts));
        press
    }

    /// Our own templates, by name, for whoever wants to begin from them.
    pub fn own() -> [(&'static str, &'static str); 5] {
        OWN
    }

    fn template(&mut self, name: &str, text: String) {
        match desk::id(name) {
            Some(id) => drop(self.sources.insert(name.to_owned(), Source::new(id, text))),
            None => self.amiss.push(Finding::about(name, "no template can have this name")),
        }
    }

    fn take(&mut self, file: TemplateFile) {
        let TemplateFile { name, bytes } = file;
        match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
            "typ" => match String::from_utf8(bytes) {
                Ok(text) => self.template(&name, text),
                Err(_) => self.amiss.push(Finding::about(&name, "the file is not UTF-8")),
            },
            "ttf" | "otf" => {
                let before = self.fonts.len();
                self.fonts.extend(Font::iter(Bytes::new(bytes)));
                if self.fonts.len() == before {
                    self.amiss.push(Finding::about(&name, "the file holds no letter type"));
                }
            }
            _ => drop(self.files.insert(name, Bytes::new(bytes))),
        }
    }

    /// A letter as PDF.
    pub fn letter(&self, letter: &Letter) -> Result<Vec<u8>, Fault> {
        self.set(&letter.copy()).map(|(bytes, _)| bytes)
    }

    /// An agreement as PDF.
    pub fn agreement(&self, agreement: &Agreement) -> Result<Vec<u8>, Fault> {
        self.set(&agreement.copy()).map(|(bytes, _)| bytes)
    }

    /// The answers of a form as PDF.
    pub fn form(&self, form: &Form) -> Result<Vec<u8>, Fault> {
        self.set(&form.copy()).map(|(bytes, _)| bytes)
    }

    /// A report as PDF.
    pub fn report(&self, report: &Report) -> Result<Vec<u8>, Fault> {
        self.set(&report.copy()).map(|(bytes, _)| bytes)
    }

    /// Everything wrong with the templates: each is set in both languages with made-up
    /// data that fills every field, and again with data that leaves out what may be left
    /// out. Sorted, each finding once.
    pub fn check(&self) -> Vec<Finding> {
        let mut found = self.amiss.clone();
        for copy in sample::copies() {
            match self.set(&copy) {
                Ok((_, warnings)) => found.extend(warnings),
                Err(Fault::Template(findings)) => found.extend(findings),
                Err(fault @ Fault::Stopped) => {
                    found.push(Finding::about(copy.layout.file(), fault.to_string()));
                }
            }
        }
        found.sort();
        found.dedup();
        found
    }

    /// What `data.json` holds while a layout is checked, for whoever writes a template.
    pub fn sample(layout: Layout) -> Value {
        sample::copies()
            .into_iter()
            .find(|it| it.layout == layout)
            .map_or(Value::Null, |it| it.data)
    }

    /// Sets a paper on a thread of its own: with room for deep templates, and so that a
    /// mistake in the typesetter takes this paper down and nothing else.
    fn set(&self, copy: &Copy) -> Result<(Vec<u8>, Vec<Finding>), Fault> {
        thread::scope(|scope| {
            let job = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || {
                let paper = self.set_here(copy);
                comemo::evict(KEPT);
                paper
            });
            job.map_err(|_| Fault::Stopped)?.join().map_err(|_| Fault::Stopped)?
        })
    }

    fn set_here(&self, copy: &Copy) -> Result<(Vec<u8>, Vec<Finding>), Fault> {
        let file = copy.layout.file();
        let main = desk::id(file).ok_or(Fault::Stopped)?;
        let data = Bytes::from_string(self.shown(&copy.data).to_string());
        let desk = Desk { press: self, main, data, date: copy.date };
        let typeset = typst::compile::<PagedDocument>(&desk);
        let findings = |them: &[SourceDiagnostic]| -> Vec<Finding> {
            them.iter().map(|it| finding(&desk, it)).collect()
        };
        let document = typeset.output.map_err(|them| Fault::Template(findings(&them)))?;
        let bytes = typst_pdf::pdf(&document, &options(copy)?)
            .map_err(|them| Fault::Template(findings(&them)))?;
        Ok((bytes, findings(&typeset.warnings)))
    }

    fn shown(&self, data: &Value) -> Value {
        match data {
            Value::String(text) => fonts::shown(text, &self.fonts).into(),
            Value::Array(items) => items.iter().map(|it| self.shown(it)).collect(),
            Value::Object(fields) => {
                fields.iter().map(|(name, it)| (name.clone(), self.shown(it))).collect()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => data.clone(),
        }
    }
}

fn options(copy: &Copy) -> Result<PdfOptions, Fault> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]);
    Ok(PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("Sleutel".to_owned())),
        timestamp: desk::day(copy.date).map(Timestamp::new_utc),
        page_ranges: None,
        standards: standards.map_err(|_| Fault::Stopped)?,
        tagged: true,
        pretty: false,
    })
}

fn finding(desk: &Desk<'_>, told: &SourceDiagnostic) -> Finding {
    let file = told.span.id().map(desk::name).unwrap_or_default();
    let place = desk.range(told.span).zip(desk.press.sources.get(file));
    let place = place.and_then(|(range, it)| it.lines().byte_to_line_column(range.start));
    Finding {
        file: file.to_owned(),
        line: place.map(|(line, _)| line + 1),
        column: place.map(|(_, column)| column + 1),
        severity: match told.severity {
            diag::Severity::Error => Severity::Error,
            diag::Severity::Warning => Severity::Warning,
        },
        message: told.message.to_string(),
        hints: told.hints.iter().map(|it| it.v.to_string()).collect(),
    }
}
