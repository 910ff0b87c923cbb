use super::Goal;

/// A part of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GoalField {
    /// [`Goal::area`].
    Area,
    /// [`Goal::audience`].
    Audience,
    /// [`Goal::what`].
    What,
    /// [`Goal::own_part`].
    OwnPart,
    /// [`Goal::others_part`].
    OthersPart,
    /// [`Goal::by`].
    By,
    /// [`Goal::sign`].
    Sign,
}

/// What became of a goal between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoalChange<'a> {
    /// It is new.
    Added(&'a Goal),
    /// It is no longer there.
    Dropped(&'a Goal),
    /// It says something else.
    Changed {
        /// As it was.
        before: &'a Goal,
        /// As it became.
        after: &'a Goal,
        /// Where it differs.
        fields: Vec<GoalField>,
    },
}

/// What differs between the goals of two versions, in the order of the later and then what
/// is no longer there. Goals are the same by their number.
pub fn differences<'a>(before: &[&'a Goal], after: &[&'a Goal]) -> Vec<GoalChange<'a>> {
    let was = |number: u16| before.iter().find(|it| it.number == number).copied();
    let mut changes: Vec<GoalChange<'a>> = after
        .iter()
        .filter_map(|after| match was(after.number) {
            None => Some(GoalChange::Added(after)),
            Some(before) => {
                let fields = changed(before, after);
                let differs = !fields.is_empty();
                differs.then_some(GoalChange::Changed { before, after, fields })
            }
        })
        .collect();
    let gone = |goal: &&&Goal| !after.iter().any(|it| it.number == goal.number);
    changes.extend(before.iter().filter(gone).map(|it| GoalChange::Dropped(it)));
    changes
}

fn changed(before: &Goal, after: &Goal) -> Vec<GoalField> {
    [
        (GoalField::Area, before.area != after.area),
        (GoalField::Audience, before.audience != after.audience),
        (GoalField::What, before.what != after.what),
        (GoalField::OwnPart, before.own_part != after.own_part),
        (GoalField::OthersPart, before.others_part != after.others_part),
        (GoalField::By, before.by != after.by),
        (GoalField::Sign, before.sign != after.sign),
    ]
    .into_iter()
    .filter_map(|(field, differs)| differs.then_some(field))
    .collect()
}
