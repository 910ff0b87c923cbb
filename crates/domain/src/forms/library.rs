use jiff::civil::Date;

use super::{Form, FormFaultKind};
use crate::FormCode;

/// All versions of all forms of a programme.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library(Vec<Form>);

impl Library {
    /// The forms by code, newest version first.
    pub fn new(mut forms: Vec<Form>) -> Self {
        forms.sort_by(|a, b| a.code.cmp(&b.code).then(b.version.cmp(&a.version)));
        Self(forms)
    }

    /// Every version, by code, newest first.
    pub fn iter(&self) -> impl Iterator<Item = &Form> {
        self.0.iter()
    }

    /// One version of a form.
    pub fn version(&self, code: &FormCode, version: u16) -> Option<&Form> {
        self.0.iter().find(|form| form.code == *code && form.version == version)
    }

    /// The version that may be started on a day; the newest, should there be several.
    pub fn valid(&self, code: &FormCode, on: Date) -> Option<&Form> {
        self.0.iter().find(|form| form.code == *code && form.is_valid(on))
    }

    /// The forms that may be started on a day, by code.
    pub fn all_valid(&self, on: Date) -> Vec<&Form> {
        let mut valid: Vec<&Form> = self.0.iter().filter(|form| form.is_valid(on)).collect();
        valid.dedup_by(|next, first| next.code == first.code);
        valid
    }
}

/// Pairs of definitions that are the same version, or may both be started on one day; the
/// later of the two (by place in the list) with what is wrong.
pub fn overlaps(forms: &[Form]) -> Vec<(usize, FormFaultKind)> {
    let mut faults = Vec::new();
    for (number, form) in forms.iter().enumerate() {
        for other in forms.get(..number).unwrap_or_default() {
            if other.code != form.code {
                continue;
            }
            let version = other.version;
            let last = |it: &Form| it.until.unwrap_or(Date::MAX);
            if version == form.version {
                faults.push((number, FormFaultKind::VersionTwice { version }));
            } else if form.from <= last(other) && other.from <= last(form) {
                faults.push((number, FormFaultKind::Overlap { version }));
            }
        }
    }
    faults
}
