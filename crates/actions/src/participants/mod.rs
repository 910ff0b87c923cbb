//! People who wait: lists, files, changes, history, answers to questions.

mod answer;
mod contacts;
mod draft;
mod duplicates;
mod merge;
mod see;
mod together;

pub use answer::answer_question;
pub use contacts::{ContactDraft, ContactView, NetworkView, contact, network, save_contact};
pub use draft::{
    ExclusionDraft, MemberDraft, ParticipantDraft, TieDraft, WishDraft, next_reference,
    save_participant, typed_money,
};
pub use duplicates::{
    Alike, CompareView, Pair, PairFilter, PairsView, Side, compare, duplicates, look_again,
    tell_apart,
};
pub use merge::{ApartView, MergeDraft, MergeView, apart_view, merge, merge_view, take_apart};
pub(crate) use merge::{not_set_aside, open_file};
pub use see::{
    FileView, HistoryView, ListView, Lists, done_for, export, history, list, lists, open_questions,
    start_counts, view,
};
pub(crate) use see::{file_of, lists_in, subject, subject_of, visible};
pub(crate) use together::log as log_together;
pub use together::{Companion, LinkDraft, link, unlink};
