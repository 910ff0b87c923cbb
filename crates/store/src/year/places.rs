//! The numbers of the parts of the city in a version, and the rule behind them.

use sleutel_domain::{
    AreaCode, Id,
    access::Programme,
    homes::AreaLevel,
    steering::{AreaException, AreaRule, Measure, Missing, PartTerms, Rounding, Side},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::At,
};

/// What a version says of the parts of the city.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgreedPlaces {
    /// The rule, by level.
    pub rules: Vec<AreaRule>,
    /// The places with a number of their own, by code.
    pub named: Vec<AreaException>,
    /// The numbers as they came out then, the largest level first, then by code.
    pub terms: Vec<PartTerms>,
    /// The figures that were missing then.
    pub missing: Vec<Missing>,
}

/// Adds what a version says of the parts of the city.
pub async fn add_places(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
    places: &AgreedPlaces,
) -> Result<(), StoreError> {
    for rule in &places.rules {
        exec!(
            tx,
            "insert into year_area_rule (agreement, programme, level, side, measure, amount, \
             rounding) values ($1, $2, $3, $4, $5, $6, $7)",
            agreement,
            programme.uuid(),
            rule.level.code(),
            rule.side.code(),
            rule.measure.code(),
            i64::from(rule.amount),
            rule.rounding.code()
        )?;
    }
    for named in &places.named {
        exec!(
            tx,
            "insert into year_area_named (agreement, programme, area, lower_bound, upper_bound, \
             ground) values ($1, $2, $3, $4, $5, $6)",
            agreement,
            programme.uuid(),
            named.area.as_str(),
            named.floor.map(i64::from),
            named.ceiling.map(i64::from),
            named.ground.as_str()
        )?;
    }
    for terms in &places.terms {
        exec!(
            tx,
            "insert into year_area (agreement, programme, area, level, lower_bound, upper_bound, \
             measure, figure, ground) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            agreement,
            programme.uuid(),
            terms.area.as_str(),
            terms.level.code(),
            terms.floor.map(i64::from),
            terms.ceiling.map(i64::from),
            terms.figure.map(|(measure, _)| measure.code()),
            terms.figure.map(|(_, figure)| i64::from(figure)),
            terms.ground.as_str()
        )?;
    }
    for missing in &places.missing {
        exec!(
            tx,
            "insert into year_area_missing (agreement, programme, area, measure) \
             values ($1, $2, $3, $4)",
            agreement,
            programme.uuid(),
            missing.area.as_str(),
            missing.measure.code()
        )?;
    }
    Ok(())
}

/// What a version says of the parts of the city.
pub async fn places_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
) -> Result<AgreedPlaces, StoreError> {
    Ok(AgreedPlaces {
        rules: rules(tx, programme, agreement).await?,
        named: named(tx, programme, agreement).await?,
        terms: terms(tx, programme, agreement).await?,
        missing: missing(tx, programme, agreement).await?,
    })
}

#[derive(sqlx::FromRow)]
struct RuleTuple {
    level: String,
    side: String,
    measure: String,
    amount: i64,
    rounding: String,
}

async fn rules(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
) -> Result<Vec<AreaRule>, StoreError> {
    let rows = run!(
        tx,
        RuleTuple,
        fetch_all,
        "select level, side, measure, amount, rounding from year_area_rule \
         where programme = $1 and agreement = $2",
        programme.uuid(),
        agreement
    )?;
    let key = agreement.to_string();
    let at = At { table: "year_area_rule", key: &key };
    let read = |row: RuleTuple| {
        Ok(AreaRule {
            level: at.read("level", row.level, |it| AreaLevel::from_code(it))?,
            side: at.read("side", row.side, |it| Side::from_code(it))?,
            measure: at.read("measure", row.measure, |it| Measure::from_code(it))?,
            amount: at.small("amount", row.amount)?,
            rounding: at.read("rounding", row.rounding, |it| Rounding::from_code(it))?,
        })
    };
    let mut rules = rows.into_iter().map(read).collect::<Result<Vec<_>, StoreError>>()?;
    rules.sort_by_key(|it| (it.level, it.side));
    Ok(rules)
}

#[derive(sqlx::FromRow)]
struct NamedTuple {
    area: String,
    lower_bound: Option<i64>,
    upper_bound: Option<i64>,
    ground: String,
}

async fn named(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
) -> Result<Vec<AreaException>, StoreError> {
    let rows = run!(
        tx,
        NamedTuple,
        fetch_all,
        "select area, lower_bound, upper_bound, ground from year_area_named \
         where programme = $1 and agreement = $2 order by area",
        programme.uuid(),
        agreement
    )?;
    let read = |row: NamedTuple| {
        let key = format!("{agreement} {}", row.area);
        let at = At { table: "year_area_named", key: &key };
        Ok(AreaException {
            area: at.read("area", row.area, |it| AreaCode::new(it).ok())?,
            floor: at.small_opt("lower_bound", row.lower_bound)?,
            ceiling: at.small_opt("upper_bound", row.upper_bound)?,
            ground: row.ground,
        })
    };
    rows.into_iter().map(read).collect()
}

#[derive(sqlx::FromRow)]
struct TermsTuple {
    area: String,
    level: String,
    lower_bound: Option<i64>,
    upper_bound: Option<i64>,
    measure: Option<String>,
    figure: Option<i64>,
    ground: String,
}

async fn terms(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
) -> Result<Vec<PartTerms>, StoreError> {
    let rows = run!(
        tx,
        TermsTuple,
        fetch_all,
        "select area, level, lower_bound, upper_bound, measure, figure, ground from year_area \
         where programme = $1 and agreement = $2",
        programme.uuid(),
        agreement
    )?;
    let read = |row: TermsTuple| {
        let key = format!("{agreement} {}", row.area);
        let at = At { table: "year_area", key: &key };
        let measure = at.read_opt("measure", row.measure, Measure::from_code)?;
        let figure = at.small_opt("figure", row.figure)?;
        Ok(PartTerms {
            area: at.read("area", row.area, |it| AreaCode::new(it).ok())?,
            level: at.read("level", row.level, |it| AreaLevel::from_code(it))?,
            floor: at.small_opt("lower_bound", row.lower_bound)?,
            ceiling: at.small_opt("upper_bound", row.upper_bound)?,
            figure: measure.zip(figure),
            ground: row.ground,
        })
    };
    let mut terms = rows.into_iter().map(read).collect::<Result<Vec<_>, StoreError>>()?;
    terms.sort_by(|a, b| (a.level, &a.area).cmp(&(b.level, &b.area)));
    Ok(terms)
}

#[derive(sqlx::FromRow)]
struct MissingTuple {
    area: String,
    measure: String,
}

async fn missing(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
) -> Result<Vec<Missing>, StoreError> {
    let rows = run!(
        tx,
        MissingTuple,
        fetch_all,
        "select area, measure from year_area_missing where programme = $1 and agreement = $2 \
         order by area, measure",
        programme.uuid(),
        agreement
    )?;
    let read = |row: MissingTuple| {
        let key = format!("{agreement} {}", row.area);
        let at = At { table: "year_area_missing", key: &key };
        Ok(Missing {
            area: at.read("area", row.area, |it| AreaCode::new(it).ok())?,
            measure: at.read("measure", row.measure, |it| Measure::from_code(it))?,
        })
    };
    rows.into_iter().map(read).collect()
}
