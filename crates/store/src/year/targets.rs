//! The targets of associations in a version, and the rule behind them.

use sleutel_domain::{
    Id, OrganisationCode,
    access::Programme,
    steering::{AssociationTerms, TargetRule},
};
use uuid::Uuid;

use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::At,
};

/// What a version says of the associations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreedTargets {
    /// How the targets were set.
    pub rule: TargetRule,
    /// The targets as they came out then, by code.
    pub terms: Vec<AssociationTerms>,
}

/// Adds what a version says of the associations.
pub async fn add_targets(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
    targets: &AgreedTargets,
) -> Result<(), StoreError> {
    let (least, most) = match targets.rule {
        TargetRule::ByStock { least, most } => (Some(i64::from(least)), most.map(i64::from)),
        TargetRule::Agreed => (None, None),
    };
    exec!(
        tx,
        "insert into year_target_rule (agreement, programme, kind, least, most) \
         values ($1, $2, $3, $4, $5)",
        agreement,
        programme.uuid(),
        targets.rule.code(),
        least,
        most
    )?;
    for terms in &targets.terms {
        exec!(
            tx,
            "insert into year_target (agreement, programme, association, stock, lower_bound, \
             target, upper_bound) values ($1, $2, $3, $4, $5, $6, $7)",
            agreement,
            programme.uuid(),
            terms.association.as_str(),
            terms.stock.map(i64::from),
            i64::from(terms.floor),
            i64::from(terms.target),
            terms.ceiling.map(i64::from)
        )?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct RuleTuple {
    kind: String,
    least: Option<i64>,
    most: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct TargetTuple {
    association: String,
    stock: Option<i64>,
    lower_bound: i64,
    target: i64,
    upper_bound: Option<i64>,
}

/// What a version says of the associations; `None` when it says nothing of them.
pub async fn targets_of(
    tx: &mut Tx,
    programme: Id<Programme>,
    agreement: Uuid,
) -> Result<Option<AgreedTargets>, StoreError> {
    let rule = run!(
        tx,
        RuleTuple,
        fetch_optional,
        "select kind, least, most from year_target_rule where programme = $1 and agreement = $2",
        programme.uuid(),
        agreement
    )?;
    let Some(rule) = rule else { return Ok(None) };
    let key = agreement.to_string();
    let at = At { table: "year_target_rule", key: &key };
    let least = at.small_opt("least", rule.least)?;
    let most = at.small_opt("most", rule.most)?;
    let rule = match (rule.kind.as_str(), least) {
        ("by-stock", Some(least)) => TargetRule::ByStock { least, most },
        ("agreed", _) => TargetRule::Agreed,
        _ => return Err(at.bad("kind", &rule.kind)),
    };
    let rows = run!(
        tx,
        TargetTuple,
        fetch_all,
        "select association, stock, lower_bound, target, upper_bound from year_target \
         where programme = $1 and agreement = $2 order by association",
        programme.uuid(),
        agreement
    )?;
    let read = |row: TargetTuple| {
        let key = format!("{agreement} {}", row.association);
        let at = At { table: "year_target", key: &key };
        let association = row.association;
        Ok(AssociationTerms {
            association: at
                .read("association", association, |it| OrganisationCode::new(it).ok())?,
            stock: at.small_opt("stock", row.stock)?,
            floor: at.small("lower_bound", row.lower_bound)?,
            target: at.small("target", row.target)?,
            ceiling: at.small_opt("upper_bound", row.upper_bound)?,
        })
    };
    let terms = rows.into_iter().map(read).collect::<Result<Vec<_>, StoreError>>()?;
    Ok(Some(AgreedTargets { rule, terms }))
}
