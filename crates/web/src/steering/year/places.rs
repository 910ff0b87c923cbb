//! The parts of the city and the associations in a version, to look at.

use std::collections::BTreeMap;

use sleutel_domain::{
    AreaCode, OrganisationCode,
    homes::AreaLevel,
    steering::{PartTerms, YearFault, YearTotal},
};
use sleutel_store::{
    homes::AreaRow,
    year::{AgreedPlaces, AgreedTargets},
};
use sleutel_words::Words;

use crate::show::Bar;

/// A part of the city with its numbers.
#[derive(Debug)]
pub(super) struct PlaceLine {
    pub(super) name: String,
    pub(super) within: String,
    pub(super) bounds: String,
    pub(super) bar: Option<Bar>,
    pub(super) figure: String,
}

/// The parts of one level, folded.
#[derive(Debug)]
pub(super) struct LevelFold {
    pub(super) said: String,
    pub(super) rows: Vec<PlaceLine>,
    pub(super) open: bool,
}

/// An association with its numbers.
#[derive(Debug)]
pub(super) struct TargetLine {
    pub(super) name: String,
    pub(super) stock: String,
    pub(super) target: String,
    pub(super) bounds: String,
}

/// What a version says of places and associations.
#[derive(Debug)]
pub(super) struct Places {
    /// The rule, a sentence for each line.
    pub(super) rules: Vec<String>,
    pub(super) levels: Vec<LevelFold>,
    pub(super) missing: Vec<String>,
    pub(super) targets: Vec<TargetLine>,
    /// Whether the targets follow the stock.
    pub(super) by_stock: bool,
    /// What the targets add up to against the year, in a sentence.
    pub(super) sum: String,
}

/// What changes, how it was and how it becomes, in words.
pub(super) type Change = (String, String, String);

/// What things of a year are called.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) words: Words,
    pub(super) areas: &'a [AreaRow],
    pub(super) associations: &'a BTreeMap<OrganisationCode, String>,
}

impl Names<'_> {
    fn row(&self, code: &AreaCode) -> Option<&AreaRow> {
        self.areas.iter().find(|it| it.code == *code)
    }

    /// A place by its name, or its code when it is no longer there.
    pub(super) fn place(&self, code: &AreaCode) -> String {
        self.row(code).map_or_else(|| code.to_string(), |it| it.name.to_string())
    }

    /// An association by its name, or its code when it is no longer there.
    pub(super) fn association(&self, code: &OrganisationCode) -> String {
        self.associations.get(code).cloned().unwrap_or_else(|| code.to_string())
    }

    /// What does not fit, in a sentence.
    pub(super) fn fault(&self, fault: &YearFault) -> String {
        self.words.year_fault(fault, |it| self.place(it), |it| self.association(it))
    }

    fn within(&self, code: &AreaCode) -> String {
        let parent = self.row(code).and_then(|it| it.parent.as_ref());
        parent.map(|it| self.place(it)).unwrap_or_default()
    }
}

/// The least and the most of something, in words.
pub(crate) fn bounds(words: Words, floor: Option<u32>, ceiling: Option<u32>) -> String {
    match (floor, ceiling) {
        (None, None) => words.t("year-bounds-none"),
        (Some(least), None) => words.t_with("year-bounds-least", &[("least", least.into())]),
        (None | Some(0), Some(most)) => words.t_with("year-bounds-most", &[("most", most.into())]),
        (Some(least), Some(most)) if least == most => words.number(most),
        (Some(least), Some(most)) => {
            words.t_with("year-bounds-both", &[("least", least.into()), ("most", most.into())])
        }
    }
}

/// A version, or what one would come to, to look at.
pub(super) fn places(
    names: Names<'_>,
    total: YearTotal,
    places: &AgreedPlaces,
    targets: Option<&AgreedTargets>,
) -> Places {
    let words = names.words;
    let homes = total.homes();
    let of_level = |level: AreaLevel| -> Vec<&PartTerms> {
        places.terms.iter().filter(|it| it.level == level).collect()
    };
    let levels = AreaLevel::ALL.into_iter().map(|level| (level, of_level(level)));
    let levels = levels.filter(|(_, rows)| !rows.is_empty());
    let missing = places.missing.iter().map(|it| {
        let values =
            [("place", names.place(&it.area).into()), ("measure", words.name(&it.measure).into())];
        words.t_with("year-missing-line", &values)
    });
    let line = |it: &sleutel_domain::steering::AssociationTerms| TargetLine {
        name: names.association(&it.association),
        stock: it.stock.map_or_else(|| "–".to_owned(), |it| words.number(it)),
        target: words.number(it.target),
        bounds: bounds(words, Some(it.floor), it.ceiling),
    };
    let mut lines: Vec<_> = targets.into_iter().flat_map(|it| &it.terms).map(line).collect();
    lines.sort_by(|a, b| a.name.cmp(&b.name));
    Places {
        rules: places.rules.iter().map(|it| words.area_rule(it)).collect(),
        levels: levels.map(|(level, rows)| fold(names, level, &rows, homes)).collect(),
        missing: missing.collect(),
        targets: lines,
        by_stock: targets.is_some_and(|it| it.rule.code() == "by-stock"),
        sum: targets.map(|it| sum(words, homes, it)).unwrap_or_default(),
    }
}

fn sum(words: Words, total: u32, targets: &AgreedTargets) -> String {
    let sum: u32 = targets.terms.iter().map(|it| it.target).fold(0, u32::saturating_add);
    let key = match sum.cmp(&total) {
        std::cmp::Ordering::Equal => "year-sum-same",
        std::cmp::Ordering::Less => "year-sum-less",
        std::cmp::Ordering::Greater => "year-sum-more",
    };
    let values =
        [("sum", sum.into()), ("total", total.into()), ("off", sum.abs_diff(total).into())];
    words.t_with(key, &values)
}

fn fold(names: Names<'_>, level: AreaLevel, rows: &[&PartTerms], homes: u32) -> LevelFold {
    let words = names.words;
    let many = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let floors: u32 = rows.iter().filter_map(|it| it.floor).fold(0, u32::saturating_add);
    let ceilings = rows.iter().map(|it| it.ceiling).sum::<Option<u32>>();
    let head = [("level", words.name(&level).into()), ("many", many.into())];
    let said = match ceilings {
        Some(ceilings) => {
            let [level, many] = head;
            let values = [level, many, ("floors", floors.into()), ("ceilings", ceilings.into())];
            words.t_with("year-level-fold", &values)
        }
        None => words.t_with("year-level-fold-open", &head),
    };
    let all: u64 = rows.iter().filter_map(|it| it.figure).map(|(_, it)| u64::from(it)).sum();
    let most = rows.iter().filter_map(|it| it.ceiling).max().unwrap_or(0);
    let fair = |figure: u32| {
        let whole = u64::from(homes) * u64::from(figure) + all / 2;
        u32::try_from(whole / all.max(1)).unwrap_or(u32::MAX)
    };
    let line = |it: &&PartTerms| {
        let fair = it.figure.map(|(_, figure)| fair(figure)).unwrap_or_default();
        let bar = it.ceiling.map(|ceiling| Bar {
            done: ceiling,
            added: 0,
            lower: fair,
            upper: Some(most.max(fair).saturating_add(1)),
        });
        let figure = it.figure.map(|(measure, figure)| {
            let values = [("figure", figure.into()), ("measure", words.name(&measure).into())];
            words.t_with("year-figure-of", &values)
        });
        let own = (!it.ground.is_empty())
            .then(|| words.t_with("year-figure-own", &[("ground", it.ground.clone().into())]));
        let figure: Vec<String> = figure.into_iter().chain(own).collect();
        PlaceLine {
            name: names.place(&it.area),
            within: names.within(&it.area),
            bounds: bounds(words, it.floor, it.ceiling),
            bar,
            figure: if figure.is_empty() { "–".to_owned() } else { figure.join(", ") },
        }
    };
    LevelFold { said, rows: rows.iter().map(line).collect(), open: rows.len() <= 12 }
}
