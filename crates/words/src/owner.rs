use sleutel_exchange::register::{Category, Status, Titled};

/// What an organisation says about its own use of the method. `None` and an empty
/// list are things nobody filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owner {
    /// Who uses it.
    pub organisation: Option<String>,
    /// Which part of it.
    pub department: Option<String>,
    /// Where somebody can ask or object: an address for mail, or a page.
    pub contact: Option<String>,
    /// A page for the public.
    pub website: Option<String>,
    /// Whether it is in use.
    pub status: Option<Status>,
    /// The class it was put in; `None` counts as impactful.
    pub category: Option<Category>,
    /// Since when, `yyyy-mm`.
    pub begin_date: Option<String>,
    /// Until when, `yyyy-mm`.
    pub end_date: Option<String>,
    /// What it rests on beside the laws the rules name.
    pub lawful_basis: Option<String>,
    /// The page of the process it is part of.
    pub process_index_url: Option<String>,
    /// Tests of its impact that were done.
    pub impact_tests: Vec<Titled>,
    /// Where the source code is.
    pub source_code: Option<String>,
    /// Where its entry can be read by machines.
    pub url: Option<String>,
}
