//! Where two outcomes differ, on the map.

use std::collections::BTreeMap;

use sleutel_actions::{
    homes::CityMap,
    rounds::{ComparedView, Given},
};
use sleutel_domain::{AreaCode, homes::Place};

use super::places::{Look, Parts};
use crate::{Page, Query, listing::encode, map::MapView, show::Tab};

/// How many homes of a part get a household, no longer get one, or get another one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    more: u32,
    fewer: u32,
    others: u32,
}

impl Counts {
    /// Where it falls in the legend.
    fn class(self) -> usize {
        match self.more.cmp(&self.fewer) {
            std::cmp::Ordering::Greater => 3,
            std::cmp::Ordering::Less => 5,
            std::cmp::Ordering::Equal => 1,
        }
    }

    /// Homes more or fewer, with a sign; a tilde when only who gets them differs.
    fn mark(self) -> String {
        match self.more.cmp(&self.fewer) {
            std::cmp::Ordering::Greater => format!("+{}", self.more - self.fewer),
            std::cmp::Ordering::Less => format!("−{}", self.fewer - self.more),
            std::cmp::Ordering::Equal => "~".to_owned(),
        }
    }
}

/// A part of the city where something differs.
#[derive(Debug)]
pub(super) struct Changed {
    pub href: String,
    pub name: String,
    pub more: u32,
    pub fewer: u32,
    pub others: u32,
}

/// The parts of the city where two outcomes differ.
pub(super) struct Changes<'a> {
    parts: Parts<'a>,
    counts: BTreeMap<AreaCode, Counts>,
    base: &'a str,
}

impl<'a> Changes<'a> {
    pub(super) fn new(
        map: &'a CityMap,
        view: &'a ComparedView,
        query: &Query,
        base: &'a str,
    ) -> Self {
        let parts = Parts::new(map, &view.frame.names, query);
        let mut counts: BTreeMap<AreaCode, Counts> = BTreeMap::new();
        for it in &view.homes {
            let home = view.frame.homes.get(&it.vacancy);
            let place = home.map(|home| Place::Area(home.neighbourhood.clone()));
            let Some(code) = place.and_then(|it| parts.of(&it)) else { continue };
            let count = counts.entry(code).or_default();
            let nobody = |given: &Given| matches!(given, Given::NotInIt | Given::Nobody);
            match (nobody(&it.from), nobody(&it.to)) {
                (true, false) => count.more += 1,
                (false, true) => count.fewer += 1,
                (false, false) | (true, true) => count.others += 1,
            }
        }
        Self { parts, counts, base }
    }

    fn href(&self, sides: &str, code: &AreaCode) -> String {
        let code = encode(code.as_str());
        format!("{}/compare?{sides}&list=homes&area={code}#list", self.base)
    }

    pub(super) fn tabs(&self, page: &Page, query: &Query) -> Vec<Tab> {
        if self.counts.is_empty() { Vec::new() } else { self.parts.tabs(page, query, "#map") }
    }

    pub(super) fn changed(&self, sides: &str) -> Vec<Changed> {
        self.parts
            .all()
            .filter_map(|(code, name)| {
                let it = self.counts.get(code)?;
                Some(Changed {
                    href: self.href(sides, code),
                    name: name.to_owned(),
                    more: it.more,
                    fewer: it.fewer,
                    others: it.others,
                })
            })
            .collect()
    }

    /// The map; nothing when nothing differs.
    pub(super) fn map(&self, page: &Page, sides: &str) -> String {
        if self.counts.is_empty() {
            return String::new();
        }
        let looks: BTreeMap<AreaCode, Look> = self
            .parts
            .all()
            .filter_map(|(code, name)| {
                let it = self.counts.get(code)?;
                let title = page.words.t_with(
                    "rounds-compare-part",
                    &[
                        ("name", name.into()),
                        ("more", it.more.into()),
                        ("fewer", it.fewer.into()),
                        ("others", it.others.into()),
                    ],
                );
                let href = self.href(sides, code);
                let look =
                    Look { class: it.class(), title, mark: it.mark(), outlined: false, href };
                Some((code.clone(), look))
            })
            .collect();
        let keys = [
            "rounds-compare-map-same",
            "rounds-compare-map-others",
            "",
            "rounds-compare-map-more",
            "",
            "rounds-compare-map-fewer",
        ];
        let view = MapView {
            label: page.t("rounds-compare-map"),
            reading: Some(page.t("rounds-compare-map-reading")),
            legend: keys
                .map(|key| if key.is_empty() { String::new() } else { page.t(key) })
                .to_vec(),
            ..MapView::default()
        };
        self.parts.draw(page, &looks, &Look::default(), view, Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    fn check(more: u32, fewer: u32, class: usize, mark: &str) {
        let it = Counts { more, fewer, others: 2 };
        assert_eq!((it.class(), it.mark().as_str()), (class, mark));
    }

    #[test]
    fn a_part_is_marked_by_what_it_gains_or_loses() {
        check(3, 1, 3, "+2");
        check(0, 1, 5, "−1");
        check(1, 1, 1, "~");
    }
}
