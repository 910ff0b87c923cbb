//! What somebody typed about a group, read.

use jiff::civil::Date;
use sleutel_domain::{GroupCode, Phrase, steering::groups::GroupDescription};
use sleutel_exchange::records::MainGroup;

use crate::fields::Fields;

/// A group as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupDraft {
    /// Its code; only of a new one.
    pub code: String,
    /// Its name in Dutch.
    pub name_nl: String,
    /// Its name in English.
    pub name_en: String,
    /// The word of its main group.
    pub main_group: String,
    /// `yes` or `no`.
    pub with_support: String,
    /// `yes` or `no`.
    pub counts: String,
    /// The first day on which it is so.
    pub from: String,
    /// The last day of a new group; blank for none known.
    pub until: String,
    /// On what it rests.
    pub ground: String,
    /// The version when the form was made; blank for a new group.
    pub was: String,
}

/// The first and the last day of a group, as somebody typed them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EndsDraft {
    /// The first day; blank for as long as anybody knows.
    pub from: String,
    /// The last day; blank for none known.
    pub until: String,
    /// On what it rests.
    pub ground: String,
    /// The households somebody says to know of, as [`EndsDraft::seen`] writes them.
    pub confirm: String,
    /// The version when the form was made.
    pub was: String,
}

impl EndsDraft {
    /// How many households are in the group, as a form hands it back.
    pub fn seen(without_home: u32, on_a_road: u32) -> String {
        format!("{without_home} {on_a_road}")
    }
}

/// A description with its ground.
pub(super) struct Read {
    pub(super) described: GroupDescription,
    pub(super) ground: Phrase,
    pub(super) from: Date,
}

/// Reads what a group is, and from when on.
pub(super) fn read(fields: &mut Fields, draft: &GroupDraft) -> Option<Read> {
    let name_nl = fields.text("name_nl", &draft.name_nl, Phrase::new);
    let name_en = fields.text("name_en", &draft.name_en, Phrase::new);
    let main_group = fields.choice("main_group", &draft.main_group, MainGroup::from_code);
    let yes_no = |text: &str| match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let with_support = fields.choice("with_support", &draft.with_support, yes_no);
    let counts = fields.choice("counts", &draft.counts, yes_no);
    let from = fields.date("from", &draft.from);
    let ground = fields.text("ground", &draft.ground, Phrase::new);
    let described = GroupDescription {
        name_nl: name_nl?,
        name_en: name_en?,
        main_group: main_group?.code().to_owned(),
        with_support: with_support?,
        counts: counts?,
    };
    Some(Read { described, ground: ground?, from: from? })
}

/// A code of a new group. A main group has codes of its own among the groups of a round, and `new` is
/// the address of the form.
pub(super) fn code(fields: &mut Fields, draft: &GroupDraft) -> Option<GroupCode> {
    let code = fields.code("code", &draft.code, GroupCode::new)?;
    if MainGroup::from_share_code(&code).is_some() || code.as_str() == "new" {
        fields.bad("code", crate::FieldFault::Taken);
        return None;
    }
    Some(code)
}
