//! What the lists share: their rows are about participants, and all of them are narrowed by
//! place, counted, and given page by page.

/// A page of rows and how many there are on all pages. Only constant texts are put together
/// into the query, and the numbers of the page; everything typed is bound, once, in one order.
macro_rules! paged {
    ($tx:expr, $row:ty, $window:expr, ($select:expr, $from:expr, $order:expr) $(, $bind:expr)+ $(,)?) => {{
        let (select, from, order): (&str, &str, &str) = ($select, $from, $order);
        let (limit, offset) = ($window.limit, $window.offset);
        let sql = format!("select {select} {from} order by {order} limit {limit} offset {offset}");
        let rows: Vec<$row> = $crate::db::run!(
            $tx, $row, fetch_all, sqlx::AssertSqlSafe(sql.as_str()) $(, $bind)+
        )?;
        let sql = format!("select count(*) {from}");
        let (total,): (i64,) = $crate::db::run!(
            $tx, (i64,), fetch_one, sqlx::AssertSqlSafe(sql.as_str()) $(, $bind)+
        )?;
        (rows, u64::try_from(total).unwrap_or_default())
    }};
}

pub(crate) use paged;

/// The areas within the one bound as this parameter, itself included.
fn areas(parameter: &str) -> String {
    format!(
        "(with recursive inside (code) as \
         (select top.code from area top where top.programme = $1 and top.code = {parameter} \
         union select part.code from area part join inside on part.parent = inside.code \
         where part.programme = $1) select code from inside)"
    )
}

/// Whether the participant `p` would like to live somewhere in the area bound as this
/// parameter; an empty one lets everybody through.
pub(crate) fn wished_in(parameter: &str) -> String {
    format!("({parameter} = '' or {})", wish_in(parameter))
}

/// Whether the home of a vacancy lies in the area bound as this parameter, or, without a
/// vacancy, the participant `p` would like to live there; an empty one lets everybody through.
pub(crate) fn home_or_wish_in(vacancy: &str, parameter: &str) -> String {
    format!(
        "({parameter} = '' or case when {vacancy} is null then {} else exists (select 1 \
         from vacancy v join dwelling at on at.programme = v.programme and at.code = v.dwelling \
         where v.programme = $1 and v.code = {vacancy} and at.neighbourhood in {}) end)",
        wish_in(parameter),
        areas(parameter)
    )
}

/// Whether a neighbourhood lies in the area bound as this parameter.
pub(crate) fn lies_in(neighbourhood: &str, parameter: &str) -> String {
    format!("({parameter} = '' or {neighbourhood} in {})", areas(parameter))
}

fn wish_in(parameter: &str) -> String {
    format!(
        "exists (select 1 from wish w left join complex x on x.programme = w.programme \
         and w.place_kind = 'complex' and x.code = w.place_code \
         where w.participant = p.id and w.direction = 'prefer' \
         and case when w.place_kind = 'complex' then x.neighbourhood else w.place_code end in {})",
        areas(parameter)
    )
}
