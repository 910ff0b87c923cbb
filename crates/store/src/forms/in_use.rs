use sleutel_domain::{FormCode, Id, access::Programme};

use crate::{StoreError, Tx, db::run, rows::At};

#[derive(sqlx::FromRow)]
struct Row {
    form: String,
    form_version: i64,
    files: i64,
}

/// Every version of a form that somebody began, with how many there are of it.
pub async fn versions_in_use(
    tx: &mut Tx,
    programme: Id<Programme>,
) -> Result<Vec<(FormCode, u16, u64)>, StoreError> {
    let rows = run!(
        tx,
        Row,
        fetch_all,
        "select form, form_version, count(*) as files from form_file where programme = $1 \
         group by form, form_version order by form, form_version",
        programme.uuid()
    )?;
    rows.into_iter()
        .map(|row| {
            let key = row.form.clone();
            let at = At { table: "form_file", key: &key };
            let code = at.read("form", row.form, |it| FormCode::new(it).ok())?;
            let version = at.small("form_version", row.form_version)?;
            Ok((code, version, u64::try_from(row.files).unwrap_or_default()))
        })
        .collect()
}
