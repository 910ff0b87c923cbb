//! The form of a file and its draft: the same words, one as fields, one as a struct.

use sleutel_actions::{
    homes::AreaNames,
    participants::{ExclusionDraft, MemberDraft, ParticipantDraft, TieDraft, WishDraft},
};
use sleutel_words::Words;

use crate::{Form, places};

/// More rows than this are not read: nobody types them.
const MOST_ROWS: usize = 60;

/// The key of each field's label.
pub(super) const LABELS: &[(&str, &str)] = &[
    ("reference", "participants-reference"),
    ("group", "participants-group"),
    ("provider", "participants-provider"),
    ("worker", "participants-worker"),
    ("given", "participants-given"),
    ("family", "participants-family"),
    ("born", "participants-born"),
    ("living_situation", "participants-living"),
    ("waiting_since", "participants-waiting"),
    ("readiness", "participants-readiness"),
    ("ready_since", "participants-ready-date"),
    ("paused_reason", "participants-paused-reason"),
    ("paused_until", "participants-paused-date"),
    ("ground", "participants-ground"),
    ("ground_date", "participants-ground-date"),
    ("rent", "participants-rent"),
    ("adaptation", "participants-adaptation"),
    ("stairs", "participants-stairs"),
    ("pets", "participants-pets"),
    ("smokes", "participants-smokes"),
    ("sharing", "participants-sharing"),
    ("support_load", "participants-load"),
    ("want", "participants-want"),
    ("can", "participants-can"),
    ("need", "participants-need"),
    ("someone_else", "participants-alike-someone-else"),
    ("member-n-given", "participants-given"),
    ("member-n-family", "participants-family"),
    ("member-n-born", "participants-born"),
    ("member-n-role", "participants-role"),
    ("member-n-moves_along", "participants-along"),
    ("member-n-custody", "participants-custody"),
    ("member-n-nights", "participants-nights"),
    ("member-n-standing", "participants-standing"),
    ("wish-n-place", "participants-place"),
    ("wish-n-street", "participants-street"),
    ("wish-n-direction", "participants-direction"),
    ("wish-n-strength", "participants-strength"),
    ("wish-n-reason", "participants-reason"),
    ("tie-n-place", "participants-place"),
    ("tie-n-street", "participants-street"),
    ("tie-n-kind", "participants-tie-kind"),
    ("tie-n-note", "participants-note"),
    ("exclusion-n-place", "participants-place"),
    ("exclusion-n-street", "participants-street"),
    ("exclusion-n-until", "participants-exclusion-until"),
    ("exclusion-n-reason", "participants-exclusion-reason"),
];

/// How many rows of a kind the form holds, blank ones in between counted.
fn rows(form: &Form, kind: &str) -> usize {
    form.pairs()
        .iter()
        .filter_map(|(name, _)| name.strip_prefix(kind)?.strip_prefix('-')?.split('-').next())
        .filter_map(|number| number.parse().ok())
        .max()
        .unwrap_or(0)
        .min(MOST_ROWS)
}

/// Reads the form as it was typed.
pub(super) fn draft(form: &Form, names: &AreaNames) -> ParticipantDraft {
    let text = |name: &str| form.value(name).to_owned();
    let row = |kind: &str, number: usize, field: &str| text(&format!("{kind}-{number}-{field}"));
    let place = |kind: &str, number| places::code(names, &row(kind, number, "place"));
    ParticipantDraft {
        reference: text("reference"),
        group: text("group"),
        provider: text("provider"),
        worker: text("worker"),
        given: text("given"),
        family: text("family"),
        born: text("born"),
        living_situation: text("living_situation"),
        waiting_since: text("waiting_since"),
        readiness: text("readiness"),
        ready_since: text("ready_since"),
        paused_reason: text("paused_reason"),
        paused_until: text("paused_until"),
        ground: text("ground"),
        ground_date: text("ground_date"),
        rent: text("rent"),
        adaptation: text("adaptation"),
        stairs: text("stairs"),
        pets: text("pets"),
        smokes: text("smokes"),
        sharing: text("sharing"),
        support_load: text("support_load"),
        want: text("want"),
        can: text("can"),
        need: text("need"),
        someone_else: text("someone_else"),
        shown: form.values("shown").into_iter().map(str::to_owned).collect(),
        members: (1..=rows(form, "member"))
            .map(|n| MemberDraft {
                given: row("member", n, "given"),
                family: row("member", n, "family"),
                born: row("member", n, "born"),
                role: row("member", n, "role"),
                moves_along: known(&row("member", n, "moves_along")),
                custody: row("member", n, "custody"),
                nights: row("member", n, "nights"),
                standing: row("member", n, "standing"),
            })
            .collect(),
        wishes: (1..=rows(form, "wish"))
            .map(|n| WishDraft {
                place: place("wish", n),
                street: row("wish", n, "street"),
                direction: row("wish", n, "direction"),
                strength: row("wish", n, "strength"),
                reason: row("wish", n, "reason"),
            })
            .collect(),
        network: (1..=rows(form, "tie"))
            .map(|n| TieDraft {
                place: place("tie", n),
                street: row("tie", n, "street"),
                kind: row("tie", n, "kind"),
                note: row("tie", n, "note"),
            })
            .collect(),
        exclusions: (1..=rows(form, "exclusion"))
            .map(|n| ExclusionDraft {
                place: place("exclusion", n),
                street: row("exclusion", n, "street"),
                until: row("exclusion", n, "until"),
                reason: row("exclusion", n, "reason"),
            })
            .collect(),
        version: form.value("version").parse().unwrap_or(0),
    }
}

/// A row whose only answer is "not known" is a blank row.
fn known(answer: &str) -> String {
    if answer == "unknown" { String::new() } else { answer.to_owned() }
}

/// Fills the form from a draft.
pub(super) fn form(draft: &ParticipantDraft, names: &AreaNames, words: Words) -> Form {
    let mut form = Form::new().labelled(LABELS);
    for (name, value) in [
        ("reference", &draft.reference),
        ("group", &draft.group),
        ("provider", &draft.provider),
        ("worker", &draft.worker),
        ("given", &draft.given),
        ("family", &draft.family),
        ("born", &draft.born),
        ("living_situation", &draft.living_situation),
        ("waiting_since", &draft.waiting_since),
        ("readiness", &draft.readiness),
        ("ready_since", &draft.ready_since),
        ("paused_reason", &draft.paused_reason),
        ("paused_until", &draft.paused_until),
        ("ground", &draft.ground),
        ("ground_date", &draft.ground_date),
        ("rent", &draft.rent),
        ("adaptation", &draft.adaptation),
        ("stairs", &draft.stairs),
        ("pets", &draft.pets),
        ("smokes", &draft.smokes),
        ("sharing", &draft.sharing),
        ("support_load", &draft.support_load),
        ("want", &draft.want),
        ("can", &draft.can),
        ("need", &draft.need),
        ("someone_else", &draft.someone_else),
    ] {
        form.set(name, value);
    }
    form.set("version", draft.version.to_string());
    let place = |code: &str| places::shown(words, names, code);
    let mut row = |kind: &str, number: usize, fields: &[(&str, &str)]| {
        for (field, value) in fields {
            form.set(&format!("{kind}-{number}-{field}"), *value);
        }
    };
    for (n, it) in (1..).zip(&draft.members) {
        let fields = [
            ("given", it.given.as_str()),
            ("family", &it.family),
            ("born", &it.born),
            ("role", &it.role),
            ("moves_along", &it.moves_along),
            ("custody", &it.custody),
            ("nights", &it.nights),
            ("standing", &it.standing),
        ];
        row("member", n, &fields);
    }
    for (n, it) in (1..).zip(&draft.wishes) {
        let place = place(&it.place);
        let fields = [
            ("place", place.as_str()),
            ("street", &it.street),
            ("direction", &it.direction),
            ("strength", &it.strength),
            ("reason", &it.reason),
        ];
        row("wish", n, &fields);
    }
    for (n, it) in (1..).zip(&draft.network) {
        let place = place(&it.place);
        let fields = [
            ("place", place.as_str()),
            ("street", &it.street),
            ("kind", &it.kind),
            ("note", &it.note),
        ];
        row("tie", n, &fields);
    }
    for (n, it) in (1..).zip(&draft.exclusions) {
        let place = place(&it.place);
        let fields = [
            ("place", place.as_str()),
            ("street", &it.street),
            ("until", &it.until),
            ("reason", &it.reason),
        ];
        row("exclusion", n, &fields);
    }
    form
}

/// Does what a button other than "save" asked: one more blank row, or one row less. `false`
/// when no such button was pressed.
pub(super) fn other_button(form: &Form, draft: &mut ParticipantDraft) -> bool {
    let added = form.value("add");
    match added {
        "member" => draft.members.push(MemberDraft::default()),
        "wish" => draft.wishes.push(WishDraft::default()),
        "tie" => draft.network.push(TieDraft::default()),
        "exclusion" => draft.exclusions.push(ExclusionDraft::default()),
        _ => {}
    }
    let removed = form.value("remove").rsplit_once('-');
    if let Some((kind, number)) = removed
        && let Some(at) = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1))
    {
        match kind {
            "member" if at < draft.members.len() => drop(draft.members.remove(at)),
            "wish" if at < draft.wishes.len() => drop(draft.wishes.remove(at)),
            "tie" if at < draft.network.len() => drop(draft.network.remove(at)),
            "exclusion" if at < draft.exclusions.len() => drop(draft.exclusions.remove(at)),
            _ => {}
        }
    }
    !added.is_empty() || removed.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_out_of_its_form_as_it_went_in() {
        let names = AreaNames::default();
        let words = Words::new(sleutel_domain::access::Language::Dutch);
        let draft = ParticipantDraft {
            given: "Zoë".to_owned(),
            rent: "612,50".to_owned(),
            members: vec![
                MemberDraft::default(),
                MemberDraft { given: "Bo".to_owned(), ..MemberDraft::default() },
            ],
            wishes: vec![WishDraft { place: "elders".to_owned(), ..WishDraft::default() }],
            version: 3,
            ..ParticipantDraft::default()
        };
        assert_eq!(super::draft(&form(&draft, &names, words), &names), draft);
    }

    #[test]
    fn taking_a_row_away_keeps_the_others_in_order() {
        let names = AreaNames::default();
        let asked = Form::parse(b"wish-1-reason=a&wish-2-reason=b&wish-3-reason=c&remove=wish-2");
        let mut draft = draft(&asked, &names);
        assert!(other_button(&asked, &mut draft));
        let left: Vec<_> = draft.wishes.iter().map(|it| it.reason.as_str()).collect();
        assert_eq!(left, ["a", "c"]);
    }
}
