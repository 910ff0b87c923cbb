//! The map of the city: real shapes, drawn here, each a link, with a legend that
//! does not rely on colour. The table beside it holds the same figures.

mod lines;
mod outline;
mod shape;
mod small;

pub use lines::MapLine;
pub use outline::dissolve;
pub use small::{SmallMap, small};

use askama::Template;

use crate::Page;

/// One part of the city on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapArea {
    /// Its code.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// Outlines and holes of all its parts, each a closed ring of (longitude,
    /// latitude) in degrees.
    pub rings: Vec<Vec<[f64; 2]>>,
    /// Which entry of the legend it belongs to; one beyond the last counts as the first.
    pub class: usize,
    /// Where its link leads.
    pub href: String,
    /// What a reader hears and sees on pointing at it: name and figures, in words.
    pub title: String,
    /// A number written on it when it is drawn large enough; empty for none.
    pub mark: String,
    /// Whether it is the one looked at.
    pub current: bool,
    /// A border of its own, told in the legend by [`MapView::outlined`].
    pub outlined: bool,
}

/// How many looks a legend can have: from plain to dark, each with its own pattern.
pub const CLASSES: usize = 6;

/// What is drawn and how it is called.
#[derive(Debug, Clone, Default)]
pub struct MapView {
    /// What the map shows, in words: its accessible name.
    pub label: String,
    /// The words of each class, at most [`CLASSES`]; blank for one that is not in use.
    pub legend: Vec<String>,
    /// Where "zoom out" leads without script; `None` on the whole city.
    pub up: Option<(String, String)>,
    /// Names are written on the map when there are few enough areas.
    pub names: bool,
    /// What a border of its own means; `None` when no part has one.
    pub outlined: Option<String>,
    /// Lines from one part to another.
    pub lines: Vec<MapLine>,
    /// How the map is read, when colour and figure are not room and free homes.
    pub reading: Option<String>,
    /// What the lines mean.
    pub line_words: String,
}

/// Width of the drawing in its own units; one unit is about a pixel on a wide screen.
pub const WIDTH: f64 = 1000.0;

/// The map as HTML: a figure with the drawing, its buttons and its legend.
/// Include it in a template with `{{ map|safe }}`.
///
/// North is up and shapes are true around the middle of what is drawn. Areas
/// without shape are left out of the drawing; they are still in the table.
pub fn svg(page: &Page, areas: &[MapArea], view: &MapView) -> String {
    let frame = shape::Frame::around(areas, WIDTH);
    let shapes: Vec<_> = areas
        .iter()
        .filter(|area| !area.rings.is_empty())
        .map(|area| Shape {
            area,
            path: frame.path(&area.rings),
            class: if area.class < CLASSES { area.class } else { 0 },
            middle: view.names.then(|| frame.middle(&area.rings)),
            mark: (!area.mark.is_empty()).then(|| frame.room(&area.rings)).flatten(),
        })
        .collect();
    let part = MapPart {
        page,
        view,
        shapes,
        width: WIDTH,
        height: frame.height(),
        legend: view
            .legend
            .iter()
            .take(CLASSES)
            .enumerate()
            .filter(|(_, label)| !label.is_empty())
            .collect(),
        lines: lines::curves(frame, areas, &view.lines),
    };
    part.render().unwrap_or_else(|error| {
        tracing::error!(%error, "a map could not be drawn");
        String::new()
    })
}

#[derive(Debug)]
struct Shape<'a> {
    area: &'a MapArea,
    path: String,
    class: usize,
    middle: Option<(i64, i64)>,
    mark: Option<(i64, i64)>,
}

#[derive(Debug, Template)]
#[template(path = "map/map.html")]
struct MapPart<'a> {
    page: &'a Page,
    view: &'a MapView,
    shapes: Vec<Shape<'a>>,
    width: f64,
    height: f64,
    legend: Vec<(usize, &'a String)>,
    lines: Vec<lines::Curve>,
}
