use serde::{
    Deserialize, Deserializer,
    de::{SeqAccess, Visitor},
};

use crate::{
    finding::{FindingKind, Log},
    records::Geometry,
};

/// Coordinates before we know how deep they should go.
#[derive(Debug)]
pub(super) enum Nested {
    Number(f64),
    List(Vec<Nested>),
}

impl<'de> Deserialize<'de> for Nested {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Nested;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number or a list")
            }
            fn visit_f64<E>(self, number: f64) -> Result<Nested, E> {
                Ok(Nested::Number(number))
            }
            fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Nested, E> {
                i32::try_from(number).map(|it| Nested::Number(f64::from(it))).map_err(E::custom)
            }
            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Nested, E> {
                u32::try_from(number).map(|it| Nested::Number(f64::from(it))).map_err(E::custom)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Nested, A::Error> {
                let mut items = Vec::with_capacity(list.size_hint().unwrap_or(2));
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Nested::List(items))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

type Ring = Vec<[f64; 2]>;

/// The surface of a feature. `None` when it has none we can use, which then stands in
/// the log with all that is wrong with it.
pub(super) fn geometry(
    shape: Option<(String, Option<Nested>)>,
    row: u32,
    log: &mut Log,
) -> Option<Geometry> {
    let mut bad = |what| {
        log.add(Some(row), Some("geometry".to_owned()), what);
        None
    };
    let Some((kind, coordinates)) = shape else { return bad(FindingKind::NoShape {}) };
    let polygons = match (kind.as_str(), coordinates) {
        ("Polygon", Some(it)) => rings(it).map(|rings| vec![rings]),
        ("MultiPolygon", Some(it)) => list(it, rings),
        ("Polygon" | "MultiPolygon", None) => Some(Vec::new()),
        _ => None,
    };
    let Some(polygons) = polygons else {
        return bad(FindingKind::NotASurface { found: kind });
    };
    if polygons.iter().all(Vec::is_empty) {
        return bad(FindingKind::NoShape {});
    }
    let outside =
        polygons.iter().flatten().flatten().find(|[x, y]| x.abs() > 180.0 || y.abs() > 90.0);
    if let Some([x, y]) = outside {
        return bad(FindingKind::Projected { x: x.to_string(), y: y.to_string() });
    }
    let mut sound = true;
    for (ring, points) in (1_i64..).zip(polygons.iter().flatten()) {
        if points.len() < 4 {
            let points = i64::try_from(points.len()).unwrap_or(0);
            bad(FindingKind::RingShort { ring, points });
            sound = false;
        } else if !same(points.first(), points.last()) {
            bad(FindingKind::RingOpen { ring });
            sound = false;
        }
    }
    sound.then_some(Geometry(polygons))
}

/// Written figures either are the same or are not: their bits tell.
fn same(one: Option<&[f64; 2]>, other: Option<&[f64; 2]>) -> bool {
    one.map(|it| it.map(f64::to_bits)) == other.map(|it| it.map(f64::to_bits))
}

fn list<T>(nested: Nested, item: impl Fn(Nested) -> Option<T>) -> Option<Vec<T>> {
    match nested {
        Nested::List(items) => items.into_iter().map(item).collect(),
        Nested::Number(_) => None,
    }
}

fn rings(nested: Nested) -> Option<Vec<Ring>> {
    list(nested, |ring| list(ring, point))
}

/// A height after longitude and latitude has no meaning here.
fn point(nested: Nested) -> Option<[f64; 2]> {
    match list(nested, |number| match number {
        Nested::Number(number) => Some(number),
        Nested::List(_) => None,
    })?
    .as_slice()
    {
        [x, y, ..] => Some([*x, *y]),
        _ => None,
    }
}
