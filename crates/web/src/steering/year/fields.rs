//! The fields of a version, there and back.

use sleutel_actions::steering::{NamedDraft, RuleDraft, TargetDraft, TermsDraft, YearDraft};

use crate::Form;

pub(super) fn filled(draft: &YearDraft) -> Form {
    let mut form = Form::new();
    for (name, value) in [
        ("kind", &draft.kind),
        ("homes", &draft.homes),
        ("percent", &draft.percent),
        ("vacancies", &draft.vacancies),
        ("note", &draft.note),
        ("target_rule", &draft.target_rule),
        ("least", &draft.least),
        ("most", &draft.most),
        ("below", &draft.below),
        ("was", &draft.was),
    ] {
        form.set(name, value.clone());
    }
    for (at, group) in draft.groups.iter().enumerate() {
        let field = |name: &str| format!("group-{at}-{name}");
        form.set(&field("code"), group.code.clone());
        if group.counts {
            form.set(&field("counts"), "yes");
        }
        form.set(&field("floor"), group.floor.clone());
        form.set(&field("ceiling"), group.ceiling.clone());
        form.set(&field("ground"), group.ground.clone());
    }
    for (at, it) in draft.rules.iter().enumerate() {
        form.set(&format!("rule-{at}-measure"), it.measure.clone());
        form.set(&format!("rule-{at}-amount"), it.amount.clone());
        form.set(&format!("rule-{at}-rounding"), it.rounding.clone());
    }
    for (at, it) in draft.named.iter().enumerate() {
        form.set(&format!("named-{at}-area"), it.area.clone());
        form.set(&format!("named-{at}-floor"), it.floor.clone());
        form.set(&format!("named-{at}-ceiling"), it.ceiling.clone());
        form.set(&format!("named-{at}-ground"), it.ground.clone());
    }
    for (at, it) in draft.targets.iter().enumerate() {
        form.set(&format!("target-{at}-stock"), it.stock.clone());
        form.set(&format!("target-{at}-floor"), it.floor.clone());
        form.set(&format!("target-{at}-target"), it.target.clone());
        form.set(&format!("target-{at}-ceiling"), it.ceiling.clone());
    }
    form
}

/// Puts what was typed for each group at the rows of the groups there are now. Whether they were
/// others.
pub(super) fn realign(form: &mut Form, now: &[TermsDraft]) -> bool {
    let typed = draft(form).groups;
    if typed.iter().map(|it| &it.code).eq(now.iter().map(|it| &it.code)) {
        return false;
    }
    for (at, row) in now.iter().enumerate() {
        let found = typed.iter().find(|it| it.code == row.code).unwrap_or(row);
        let mut set = |name: &str, value: &str| form.set(&format!("group-{at}-{name}"), value);
        set("code", &found.code);
        set("counts", if found.counts { "yes" } else { "" });
        set("floor", &found.floor);
        set("ceiling", &found.ceiling);
        set("ground", &found.ground);
    }
    true
}

/// Rows left blank for places with a number of their own.
pub(super) const BLANK_ROWS: usize = 3;

/// How many places with a number of their own a form has rows for.
pub(super) fn named_rows(form: &Form) -> usize {
    let rows = form.pairs().iter().filter_map(|(name, _)| {
        name.strip_prefix("named-")?.strip_suffix("-area")?.parse::<usize>().ok()
    });
    rows.max().map_or(0, |it| it.saturating_add(1)).min(MOST_GROUPS)
}

/// More groups than any programme has are not read.
const MOST_GROUPS: usize = 500;

pub(super) fn draft(form: &Form) -> YearDraft {
    let text = |name: &str| form.value(name).trim().to_owned();
    let group = |at: usize| {
        let field = |name: &str| text(&format!("group-{at}-{name}"));
        let code = field("code");
        (!code.is_empty()).then(|| TermsDraft {
            counts: field("counts") == "yes",
            floor: field("floor"),
            ceiling: field("ceiling"),
            ground: field("ground"),
            code,
        })
    };
    let rule = |at: usize| {
        let field = |name: &str| text(&format!("rule-{at}-{name}"));
        let level = field("level");
        (!level.is_empty()).then(|| RuleDraft {
            side: field("side"),
            measure: field("measure"),
            amount: field("amount"),
            rounding: field("rounding"),
            level,
        })
    };
    let named = |at: usize| {
        let field = |name: &str| text(&format!("named-{at}-{name}"));
        NamedDraft {
            area: field("area"),
            floor: field("floor"),
            ceiling: field("ceiling"),
            ground: field("ground"),
        }
    };
    let target = |at: usize| {
        let field = |name: &str| text(&format!("target-{at}-{name}"));
        let code = field("code");
        (!code.is_empty()).then(|| TargetDraft {
            stock: field("stock"),
            floor: field("floor"),
            target: field("target"),
            ceiling: field("ceiling"),
            code,
        })
    };
    YearDraft {
        rules: (0..MOST_GROUPS).map_while(rule).collect(),
        named: (0..named_rows(form)).map(named).collect(),
        target_rule: text("target_rule"),
        least: text("least"),
        most: text("most"),
        targets: (0..MOST_GROUPS).map_while(target).collect(),
        kind: text("kind"),
        homes: text("homes"),
        percent: text("percent"),
        vacancies: text("vacancies"),
        note: text("note"),
        groups: (0..MOST_GROUPS).map_while(group).collect(),
        below: text("below"),
        was: text("was"),
    }
}
