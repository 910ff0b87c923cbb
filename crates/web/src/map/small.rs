//! The same map several times beside each other, small: one for each year, say. Shapes are
//! drawn once and used again, with the looks of the large map's legend.

use askama::Template;

use super::{CLASSES, MapArea, shape::Frame};
use crate::Page;

/// One of several small maps. It belongs to a page that has the large map too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallMap {
    /// What it is of, such as a year.
    pub label: String,
    /// The figure of the whole, in words.
    pub figure: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is the one that is drawn large.
    pub current: bool,
    /// The entry of the legend of each area, in their order.
    pub classes: Vec<usize>,
}

/// Width of a small map in its own units.
const WIDTH: f64 = 280.0;

/// The maps as HTML: a list of links. A table on the page holds the figures.
pub fn small(page: &Page, areas: &[MapArea], maps: &[SmallMap]) -> String {
    let frame = Frame::around(areas, WIDTH);
    let paths: Vec<String> = areas
        .iter()
        .map(|area| if area.rings.is_empty() { String::new() } else { frame.path(&area.rings) })
        .collect();
    let part = SmallPart { page, maps, paths, width: WIDTH, height: frame.height() };
    part.render().unwrap_or_else(|error| {
        tracing::error!(%error, "small maps could not be drawn");
        String::new()
    })
}

#[derive(Debug, Template)]
#[template(path = "map/small.html")]
struct SmallPart<'a> {
    page: &'a Page,
    maps: &'a [SmallMap],
    paths: Vec<String>,
    width: f64,
    height: f64,
}

impl SmallMap {
    /// The shapes that are drawn, with their looks.
    fn shapes<'a>(&'a self, paths: &'a [String]) -> impl Iterator<Item = (usize, usize)> + 'a {
        let drawn = paths.iter().enumerate().filter(|(_, path)| !path.is_empty());
        drawn.map(|(at, _)| {
            (at, self.classes.get(at).copied().filter(|it| *it < CLASSES).unwrap_or(0))
        })
    }
}
