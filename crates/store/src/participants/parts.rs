//! The tables around a file: members other than the head, wishes, ties, exclusions.

use std::collections::BTreeMap;

use sleutel_domain::{
    Id, PersonName, Phrase, Reference,
    access::Programme,
    participants::{
        AreaWish, Custody, Direction, Exclusion, Member, MemberRole, NetworkTie, Nights,
        PartnerStanding, Strength, TieKind,
    },
};
use uuid::Uuid;

use super::ParticipantFile;
use crate::{
    StoreError, Tx,
    db::{exec, run},
    rows::{At, date_opt, place_columns},
};

#[derive(sqlx::FromRow)]
struct MemberRow {
    participant: Uuid,
    given: String,
    family: String,
    born: Option<jiff_sqlx::Date>,
    role: String,
    moves_along: Option<bool>,
    custody: Option<String>,
    custody_nights: Option<i64>,
    standing: Option<String>,
}

#[derive(sqlx::FromRow)]
struct WishRow {
    participant: Uuid,
    place_kind: String,
    place_code: String,
    place_street: Option<String>,
    direction: String,
    strength: String,
    reason: Option<String>,
}

#[derive(sqlx::FromRow)]
struct TieRow {
    participant: Uuid,
    place_kind: String,
    place_code: String,
    place_street: Option<String>,
    kind: String,
    note: Option<String>,
}

#[derive(sqlx::FromRow)]
struct ExclusionRow {
    participant: Uuid,
    place_kind: String,
    place_code: String,
    place_street: Option<String>,
    until_date: Option<jiff_sqlx::Date>,
    reason: String,
}

/// Fetches the rows of one participant, or of the whole programme.
macro_rules! part_rows {
    ($tx:expr, $row:ty, $columns:literal, $table:literal, $programme:expr, $one:expr) => {
        match $one {
            Some(one) => run!(
                $tx,
                $row,
                fetch_all,
                concat!(
                    "select participant, ",
                    $columns,
                    " from ",
                    $table,
                    " where participant = $1 order by number"
                ),
                one
            ),
            None => run!(
                $tx,
                $row,
                fetch_all,
                concat!(
                    "select participant, ",
                    $columns,
                    " from ",
                    $table,
                    " where programme = $1 order by participant, number"
                ),
                $programme.uuid()
            ),
        }
    };
}

/// Puts the parts into the files; rows of files that are not asked for are passed over.
pub(super) async fn fill(
    tx: &mut Tx,
    programme: Id<Programme>,
    only: Option<&Reference>,
    files: &mut BTreeMap<Uuid, ParticipantFile>,
) -> Result<(), StoreError> {
    let one = only.and_then(|_| files.keys().next().copied());
    let members = part_rows!(
        tx,
        MemberRow,
        "given, family, born, role, moves_along, custody, custody_nights, standing",
        "member",
        programme,
        one
    )?;
    for row in members {
        let Some(file) = files.get_mut(&row.participant) else { continue };
        let key = file.reference.to_string();
        let at = At { table: "member", key: &key };
        let nights = at
            .small_opt("custody_nights", row.custody_nights)?
            .map(|it| at.read("custody_nights", it, |it| Nights::new(*it)))
            .transpose()?;
        let custody = |code: &str| Custody::from_code(code, nights);
        file.members.push(Member {
            given: at.read("given", row.given, |it| PersonName::new(it).ok())?,
            family: at.read("family", row.family, |it| PersonName::new(it).ok())?,
            born: row.born.map(jiff_sqlx::Date::to_jiff),
            role: at.read("role", row.role, |it| MemberRole::from_code(it))?,
            custody: at.read_opt("custody", row.custody, custody)?.into(),
            standing: at.read_opt("standing", row.standing, PartnerStanding::from_code)?.into(),
            moves_along: row.moves_along.into(),
        });
    }
    let wishes = part_rows!(
        tx,
        WishRow,
        "place_kind, place_code, place_street, direction, strength, reason",
        "wish",
        programme,
        one
    )?;
    for row in wishes {
        let Some(file) = files.get_mut(&row.participant) else { continue };
        let key = file.reference.to_string();
        let at = At { table: "wish", key: &key };
        file.wishes.push(AreaWish {
            place: at.place(&row.place_kind, &row.place_code, row.place_street.as_deref())?,
            direction: at.read("direction", row.direction, |it| Direction::from_code(it))?,
            strength: at.read("strength", row.strength, |it| Strength::from_code(it))?,
            reason: at.read_opt("reason", row.reason, |it| Phrase::new(it).ok())?,
        });
    }
    let ties = part_rows!(
        tx,
        TieRow,
        "place_kind, place_code, place_street, kind, note",
        "tie",
        programme,
        one
    )?;
    for row in ties {
        let Some(file) = files.get_mut(&row.participant) else { continue };
        let key = file.reference.to_string();
        let at = At { table: "tie", key: &key };
        file.network.push(NetworkTie {
            place: at.place(&row.place_kind, &row.place_code, row.place_street.as_deref())?,
            kind: at.read("kind", row.kind, |it| TieKind::from_code(it))?,
            note: at.read_opt("note", row.note, |it| Phrase::new(it).ok())?,
        });
    }
    let exclusions = part_rows!(
        tx,
        ExclusionRow,
        "place_kind, place_code, place_street, until_date, reason",
        "exclusion",
        programme,
        one
    )?;
    for row in exclusions {
        let Some(file) = files.get_mut(&row.participant) else { continue };
        let key = file.reference.to_string();
        let at = At { table: "exclusion", key: &key };
        file.exclusions.push(Exclusion {
            place: at.place(&row.place_kind, &row.place_code, row.place_street.as_deref())?,
            until: row.until_date.map(jiff_sqlx::Date::to_jiff),
            reason: at.read("reason", row.reason, |it| Phrase::new(it).ok())?,
        });
    }
    Ok(())
}

fn numbered<T>(items: impl Iterator<Item = T>) -> impl Iterator<Item = (i64, T)> {
    (1..).zip(items)
}

/// Writes the parts of a file anew.
pub(super) async fn save(
    tx: &mut Tx,
    programme: Id<Programme>,
    file: &ParticipantFile,
) -> Result<(), StoreError> {
    let (programme, id) = (programme.uuid(), file.id.uuid());
    if file.version > 0 {
        exec!(tx, "delete from member where participant = $1", id)?;
        exec!(tx, "delete from wish where participant = $1", id)?;
        exec!(tx, "delete from tie where participant = $1", id)?;
        exec!(tx, "delete from exclusion where participant = $1", id)?;
    }
    for (number, member) in numbered(file.members.iter().skip(1)) {
        exec!(
            tx,
            "insert into member (programme, participant, number, given, family, born, role, \
             moves_along, custody, custody_nights, standing) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            programme,
            id,
            number + 1,
            member.given.as_str(),
            member.family.as_str(),
            date_opt(member.born),
            member.role.code(),
            member.moves_along.known(),
            member.custody.known().map(Custody::code),
            member.custody.known().and_then(Custody::nights).map(|it| i64::from(it.get())),
            member.standing.known().map(PartnerStanding::code)
        )?;
    }
    for (number, wish) in numbered(file.wishes.iter()) {
        let (kind, code, street) = place_columns(&wish.place);
        exec!(
            tx,
            "insert into wish (programme, participant, number, place_kind, place_code, \
             place_street, direction, strength, reason) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            programme,
            id,
            number,
            kind,
            code,
            street,
            wish.direction.code(),
            wish.strength.code(),
            wish.reason.as_ref().map(Phrase::as_str)
        )?;
    }
    for (number, tie) in numbered(file.network.iter()) {
        let (kind, code, street) = place_columns(&tie.place);
        exec!(
            tx,
            "insert into tie (programme, participant, number, place_kind, place_code, \
             place_street, kind, note) values ($1, $2, $3, $4, $5, $6, $7, $8)",
            programme,
            id,
            number,
            kind,
            code,
            street,
            tie.kind.code(),
            tie.note.as_ref().map(Phrase::as_str)
        )?;
    }
    for (number, exclusion) in numbered(file.exclusions.iter()) {
        let (kind, code, street) = place_columns(&exclusion.place);
        exec!(
            tx,
            "insert into exclusion (programme, participant, number, place_kind, place_code, \
             place_street, until_date, reason) values ($1, $2, $3, $4, $5, $6, $7, $8)",
            programme,
            id,
            number,
            kind,
            code,
            street,
            date_opt(exclusion.until),
            exclusion.reason.as_str()
        )?;
    }
    Ok(())
}
