use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    App,
    homes::{self, CityMap},
};
use sleutel_domain::homes::AreaLevel;
use sleutel_words::Words;

use super::city::{self, City};
use crate::{
    Acting, Crumb, Form, Page, Pager, Problem, Query,
    homes::{
        numbers,
        shared::{self, PER_PAGE},
    },
    listing::{SortHead, encode},
    map::{self, MapView},
    refused,
    show::{Bar, Choice, Tab},
};

/// How many names fit on a map.
const NAMES: usize = 30;

/// What part of the city is looked at, at which level, in which order.
#[derive(Debug)]
pub(super) struct Look {
    pub(super) focus: Option<usize>,
    /// The part itself when it has no smaller parts: then the part around it is shown.
    pub(super) current: Option<usize>,
    pub(super) level: AreaLevel,
    pub(super) levels: Vec<AreaLevel>,
    pub(super) rows: Vec<usize>,
    sorted: (&'static str, bool),
}

pub(super) const COLUMNS: [&str; 6] = ["name", "within", "free", "realised", "room", "share"];

impl Look {
    /// Reads what the address asks for; `None` when it names a part that is not there.
    pub(super) fn read(city: &City<'_>, query: &Query) -> Option<Self> {
        let wanted = query.get("area");
        let mut focus = match wanted {
            "" => None,
            code => Some(city.find(code)?),
        };
        let current = focus.filter(|at| !city.has_children(*at));
        if let Some(at) = current {
            focus = city.parent(at);
        }
        let levels = city.levels(focus);
        let level = AreaLevel::from_code(query.get("level"))
            .filter(|level| levels.contains(level))
            .or(levels.last().copied())
            .unwrap_or(AreaLevel::Neighbourhood);
        let (name, down) = query.sort(&COLUMNS, ("name", false));
        let name = COLUMNS.into_iter().find(|it| *it == name).unwrap_or("name");
        let mut rows = city.at_level(focus, level);
        sort(city, &mut rows, (name, down));
        Some(Self { focus, current, level, levels, rows, sorted: (name, down) })
    }
}

pub(super) fn sort(city: &City<'_>, rows: &mut [usize], (by, down): (&str, bool)) {
    let number = |at: usize| match by {
        "free" => city.part(at).map(|it| it.free),
        "realised" => city.part(at).map(|it| it.agreed.realised),
        // No limit is more room than any number.
        _ => city.part(at).map(|it| it.room.unwrap_or(u32::MAX)),
    };
    let name = |at: usize| city.part(at).map(|it| it.name.as_str());
    rows.sort_by(|a, b| {
        let order = match by {
            "name" => name(*a).cmp(&name(*b)),
            "within" => city.within(*a).cmp(&city.within(*b)),
            "share" => {
                let share = |at| city.share(at).unwrap_or(-1.0);
                share(*a).total_cmp(&share(*b))
            }
            _ => number(*a).cmp(&number(*b)),
        };
        let order = if down { order.reverse() } else { order };
        order.then_with(|| name(*a).cmp(&name(*b)))
    });
}

/// The heads of the table.
pub(super) fn heads(query: &Query, sorted: (&str, bool)) -> Vec<SortHead> {
    let head = |column, key, numeric| SortHead::new(query, sorted, column, key, numeric);
    vec![
        head("name", "areas-column-name", false),
        head("within", "areas-column-within", false),
        head("free", "homes-free", true),
        head("realised", "areas-column-agreed", false),
        head("room", "areas-column-room", true),
        head("share", "areas-column-share", true),
    ]
}

/// One part in the table.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) href: String,
    pub(super) zoom: Option<String>,
    pub(super) name: String,
    pub(super) within: String,
    pub(super) free: u32,
    pub(super) bar: Bar,
    pub(super) text: String,
    pub(super) room: String,
    /// The support load it carries, where that is limited.
    pub(super) load: Option<String>,
    pub(super) share: String,
}

impl Line {
    pub(super) fn new(words: Words, city: &City<'_>, at: usize) -> Option<Self> {
        let part = city.part(at)?;
        let code = city::code(part)?;
        let zoom = || format!("/areas?area={}", encode(code.as_str()));
        Some(Self {
            href: shared::area_href(code),
            zoom: city.has_children(at).then(zoom),
            name: part.name.clone(),
            within: city.within(at),
            free: part.free,
            bar: numbers::bar(part.agreed),
            text: numbers::bar_text(words, part.agreed),
            room: numbers::room(words, part.room),
            load: part.load.map(|it| numbers::load(words, it)),
            share: city.share(at).map(|it| words.decimal(it, 1)).unwrap_or_default(),
        })
    }
}

#[derive(Debug, Template)]
#[template(path = "homes/areas/overview.html")]
struct AreasPage {
    page: Page,
    tabs: Vec<Tab>,
    levels: Vec<Tab>,
    form: Form,
    parts: Vec<Choice>,
    level: String,
    map: String,
    heads: Vec<SortHead>,
    rows: Vec<Line>,
    pager: Pager,
    csv: String,
    xlsx: String,
    focus: Option<Crumb>,
    free: u32,
    empty: bool,
}

/// The map of these parts; nothing when none of them has a shape.
pub(super) fn drawing(
    page: &Page,
    city: &City<'_>,
    rows: &[usize],
    current: Option<usize>,
    up: Option<(String, String)>,
    label: String,
) -> String {
    let areas: Vec<_> = rows
        .iter()
        .filter_map(|at| city::drawn(page.words, city, *at, current == Some(*at)))
        .collect();
    if areas.iter().all(|area| area.rings.is_empty()) {
        return String::new();
    }
    let view = MapView {
        label,
        legend: city::legend(page.words),
        up,
        names: areas.len() <= NAMES,
        ..MapView::default()
    };
    map::svg(page, &areas, &view)
}

/// Where zooming out leads from a part.
pub(super) fn up(page: &Page, city: &City<'_>, focus: Option<usize>) -> Option<(String, String)> {
    let parent = city.parent(focus?).and_then(|at| city.part(at));
    let to = parent.and_then(|it| Some((city::code(it)?, it.name.clone())));
    Some(match to {
        Some((code, name)) => (
            format!("/areas?area={}", encode(code.as_str())),
            page.t1("areas-zoom-out", "name", name),
        ),
        None => ("/areas".to_owned(), page.t("areas-whole-city")),
    })
}

/// `GET /areas`.
pub(crate) async fn map(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let map = homes::city_map(&app, &who).await.map_err(refused::problem_on(&page))?;
    let view = view(page, &map, &query, raw.as_deref()).ok_or_else(Problem::not_found)?;
    Ok(view.page.render(&view))
}

fn view(page: Page, map: &CityMap, query: &Query, raw: Option<&str>) -> Option<AreasPage> {
    let city = City::new(map);
    let look = Look::read(&city, query)?;
    let words = page.words;
    let year = map.year.to_string();
    let focus = look.focus.and_then(|at| city.part(at));
    let title = match focus {
        Some(part) => page.t2("areas-title-in", "name", &part.name, "year", year),
        None => page.t1("areas-title", "year", year),
    };
    let pager = Pager::new(query, u32::try_from(look.rows.len()).unwrap_or(u32::MAX), PER_PAGE);
    let skip = usize::try_from(pager.offset()).unwrap_or(0);
    let free = look.rows.iter().filter_map(|at| city.part(*at)).map(|it| it.free).sum();
    let bare = query.with("page", "");
    Some(AreasPage {
        tabs: numbers::tabs(&page, true),
        levels: levels(&page, query, &look),
        form: Form::parse(raw.unwrap_or_default().as_bytes()),
        parts: parts(words, &city),
        level: look.level.code().to_owned(),
        map: drawing(
            &page,
            &city,
            &look.rows,
            look.current,
            up(&page, &city, look.focus),
            title.clone(),
        ),
        heads: heads(query, look.sorted),
        rows: look
            .rows
            .iter()
            .skip(skip)
            .take(50)
            .filter_map(|at| Line::new(words, &city, *at))
            .collect(),
        pager,
        csv: format!("/areas.csv{bare}"),
        xlsx: format!("/areas.xlsx{bare}"),
        focus: focus.and_then(|it| {
            let href = shared::area_href(city::code(it)?);
            Some(Crumb { href, label: page.t1("areas-more-about", "name", &it.name) })
        }),
        free,
        empty: map.areas.is_empty(),
        page: page.called(title),
    })
}

fn levels(page: &Page, query: &Query, look: &Look) -> Vec<Tab> {
    if look.levels.len() < 2 {
        return Vec::new();
    }
    look.levels
        .iter()
        .map(|level| Tab {
            href: query.with("level", level.code()),
            label: page.words.name(level),
            current: *level == look.level,
        })
        .collect()
}

/// Every part that has parts, larger ones first.
fn parts(words: Words, city: &City<'_>) -> Vec<Choice> {
    city.below(None)
        .into_iter()
        .filter(|at| city.has_children(*at))
        .filter_map(|at| {
            let part = city.part(at)?;
            let label = format!("{}: {}", words.name(&part.level), part.name);
            Some(Choice::new(city::code(part)?.to_string(), label))
        })
        .collect()
}
