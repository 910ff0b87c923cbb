//! Lists: what a reader filters and sorts by, kept in the address.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::form::Form;

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A text as part of an address.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}

/// The question part of an address: filters, order and page, in the order given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pairs: Vec<(String, String)>,
}

impl Query {
    /// Reads the part after `?`. Empty values are left out, so an empty filter is none.
    pub fn parse(raw: Option<&str>) -> Self {
        let pairs = Form::parse(raw.unwrap_or_default().as_bytes()).into_pairs();
        Self { pairs: pairs.into_iter().filter(|(_, value)| !value.trim().is_empty()).collect() }
    }

    /// The first value by this name, trimmed; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// All values by this name.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Which page of the list, from 1.
    pub fn page(&self) -> u32 {
        self.get("page").parse().ok().filter(|page| *page > 0).unwrap_or(1)
    }

    /// Everything that was asked, in order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// Whether anything is filtered: more than order, page and which view was opened.
    pub fn filtered(&self) -> bool {
        self.pairs.iter().any(|(key, _)| !["sort", "page", "saved"].contains(&key.as_str()))
    }

    /// The question part without these names, and without its mark.
    pub fn without(&self, names: &[&str]) -> String {
        let kept = self.pairs.iter().filter(|(key, _)| !names.contains(&key.as_str()));
        let kept: Vec<_> =
            kept.map(|(key, value)| format!("{}={}", encode(key), encode(value))).collect();
        kept.join("&")
    }

    /// The column to sort by and whether from high to low; the default when the
    /// address names none of these columns.
    pub fn sort<'a>(&self, columns: &[&'a str], default: (&'a str, bool)) -> (&'a str, bool) {
        let wanted = self.get("sort");
        let (name, down) = wanted.strip_prefix('-').map_or((wanted, false), |name| (name, true));
        columns.iter().find(|column| **column == name).map_or(default, |column| (column, down))
    }

    /// The address with one value changed (left out when empty), back on page 1
    /// unless it is the page that changes.
    pub fn with(&self, name: &str, value: &str) -> String {
        let mut pairs: Vec<_> = self
            .pairs
            .iter()
            .filter(|(key, _)| key != name && key != "page")
            .map(|(key, value)| format!("{}={}", encode(key), encode(value)))
            .collect();
        if !value.is_empty() {
            pairs.push(format!("{}={}", encode(name), encode(value)));
        }
        format!("?{}", pairs.join("&"))
    }
}

/// The head of one column that can be sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortHead {
    /// Where the link in it leads.
    pub href: String,
    /// For `aria-sort`: `ascending`, `descending` or `none`.
    pub state: &'static str,
    /// The key of its words.
    pub key: &'static str,
    /// Figures: aligned to the right.
    pub numeric: bool,
}

impl SortHead {
    /// The head of `column`, given what the list is sorted by now.
    pub fn new(
        query: &Query,
        sorted: (&str, bool),
        column: &str,
        key: &'static str,
        numeric: bool,
    ) -> Self {
        let (state, next) = match sorted {
            (name, false) if name == column => ("ascending", format!("-{column}")),
            (name, true) if name == column => ("descending", column.to_owned()),
            _ => ("none", column.to_owned()),
        };
        Self { href: query.with("sort", &next), state, key, numeric }
    }
}

/// Which part of a list is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pager {
    /// The page shown, from 1.
    pub page: u32,
    /// Pages there are, at least 1.
    pub pages: u32,
    /// Rows there are on all pages.
    pub total: u32,
    /// The first row shown, from 1; 0 when there is none.
    pub from: u32,
    /// The last row shown.
    pub to: u32,
    query: Query,
}

impl Pager {
    /// A page beyond the last becomes the last.
    pub fn new(query: &Query, total: u32, per_page: u32) -> Self {
        let per_page = per_page.max(1);
        let pages = total.div_ceil(per_page).max(1);
        let page = query.page().min(pages);
        let before = (page - 1) * per_page;
        let to = total.min(before.saturating_add(per_page));
        let from = if total == 0 { 0 } else { before + 1 };
        Self { page, pages, total, from, to, query: query.clone() }
    }

    /// Rows to skip before the first one shown.
    pub fn offset(&self) -> u32 {
        self.from.saturating_sub(1)
    }

    /// The address of a page.
    fn href(&self, page: u32) -> String {
        self.query.with("page", &page.to_string())
    }

    /// The address of the page before, if there is one.
    pub fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| self.href(self.page - 1))
    }

    /// The address of the page after, if there is one.
    pub fn next(&self) -> Option<String> {
        (self.page < self.pages).then(|| self.href(self.page + 1))
    }

    /// Links to the first page, the last and those around this one; `None` is a gap.
    pub fn links(&self) -> Vec<Option<PageLink>> {
        let mut links: Vec<Option<PageLink>> = Vec::new();
        for number in 1..=self.pages {
            if number == 1 || number == self.pages || number.abs_diff(self.page) <= 1 {
                let href = self.href(number);
                links.push(Some(PageLink { number, href, current: number == self.page }));
            } else if links.last().is_some_and(Option::is_some) {
                links.push(None);
            }
        }
        links
    }
}

/// A link to one page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    /// Its number, from 1.
    pub number: u32,
    /// Its address.
    pub href: String,
    /// Whether it is the page shown.
    pub current: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_keeps_the_filters_and_goes_back_to_the_first_page() {
        let query = Query::parse(Some("group=shelter&page=3&q=Van+Dam"));
        let head = SortHead::new(&query, ("name", false), "name", "a-key", false);
        assert_eq!(head.href, "?group=shelter&q=Van%20Dam&sort=-name");
        assert_eq!(head.state, "ascending");
    }

    #[test]
    fn a_column_that_does_not_exist_sorts_by_the_default() {
        let query = Query::parse(Some("sort=-secret"));
        assert_eq!(query.sort(&["name", "since"], ("since", true)), ("since", true));
    }

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        let pager = Pager::new(&Query::parse(Some("page=99")), 101, 50);
        assert_eq!((pager.page, pager.pages, pager.from, pager.to), (3, 3, 101, 101));
    }

    #[test]
    fn an_empty_list_has_one_page_and_no_rows() {
        let pager = Pager::new(&Query::default(), 0, 50);
        assert_eq!((pager.pages, pager.from, pager.to, pager.offset()), (1, 0, 0, 0));
    }

    #[test]
    fn far_pages_are_a_gap() {
        let pager = Pager::new(&Query::parse(Some("page=5")), 100, 10);
        let shown = [Some(1), None, Some(4), Some(5), Some(6), None, Some(10)];
        let links: Vec<_> =
            pager.links().iter().map(|link| link.as_ref().map(|link| link.number)).collect();
        assert_eq!(links, shown);
    }
}
