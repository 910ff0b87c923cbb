//! Papers: letters, agreements, forms and reports as accessible PDF (PDF/UA-1 and PDF/A-2a).
//!
//! What a paper says is data ([`Letter`], [`Agreement`], [`Form`], [`Report`]); how it looks is a
//! template in Typst's language, ours in `papers/` at the root or a city's own
//! ([`Press::with`]). Data never becomes code: a name with `#` in it is printed so. No
//! files, no clock, no network: the same paper gives the same bytes.

mod data;
mod desk;
mod finding;
mod fonts;
mod press;
mod sample;

pub use data::{
    Agreement, Article, BarRow, Column, Form, Frame, Letter, Part, Party, Report, Row, Section,
    Signature,
};
pub use finding::{Fault, Finding, Severity};
pub use press::{Layout, Press, TemplateFile};
