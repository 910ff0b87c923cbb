use sleutel_domain::documents::{Closed, Unfit};

use crate::{Words, format::decimal};

impl Words {
    /// A size as people read it: `740 bytes`, `12 kB`, `3.4 MB`; a thousand bytes in a kB.
    pub fn bytes(self, bytes: u64) -> String {
        let whole = |bytes: u64| self.number(i64::try_from(bytes).unwrap_or(i64::MAX));
        match bytes {
            0..1_000 => self.t_with("document-bytes", &[("count", whole(bytes).into())]),
            1_000..1_000_000 => format!("{}\u{a0}kB", whole(bytes.div_ceil(1_000))),
            _ => {
                let tenths = u32::try_from(bytes / 100_000).unwrap_or(u32::MAX);
                format!("{}\u{a0}MB", decimal(self.language(), f64::from(tenths) / 10.0, 1))
            }
        }
    }

    /// What is wrong with a file somebody sent, and what they can do about it.
    pub fn document_unfit(self, unfit: &Unfit) -> String {
        match unfit {
            Unfit::Empty => self.t("document-unfit-empty"),
            Unfit::TooLarge { most } => {
                self.t_with("document-unfit-too-large", &[("most", self.bytes(*most).into())])
            }
            Unfit::NoRoom { together, most } => self.t_with(
                "document-unfit-no-room",
                &[("together", self.bytes(*together).into()), ("most", self.bytes(*most).into())],
            ),
            Unfit::NotAKind => self.t("document-unfit-not-a-kind"),
            Unfit::Program => self.t("document-unfit-program"),
            Unfit::Markup => self.t("document-unfit-markup"),
            Unfit::Archive => self.t("document-unfit-archive"),
            Unfit::Macro => self.t("document-unfit-macro"),
            Unfit::Locked => self.t("document-unfit-locked"),
            Unfit::Broken => self.t("document-unfit-broken"),
            Unfit::Bomb => self.t("document-unfit-bomb"),
            Unfit::Mismatch { ending, found } => self.t_with(
                "document-unfit-mismatch",
                &[("ending", ending.into()), ("found", self.name(found).into())],
            ),
        }
    }

    /// Everything that is wrong with a file, after its name.
    pub fn document_unfit_all(self, name: &str, faults: &[Unfit]) -> String {
        let said: Vec<String> = faults.iter().map(|it| self.document_unfit(it)).collect();
        let values = [("name", name.into()), ("faults", said.join(" ").into())];
        self.t_with("document-unfit-file", &values)
    }

    /// Why a version cannot be opened.
    pub fn document_closed(self, closed: Closed) -> String {
        self.t(match closed {
            Closed::BeingChecked => "document-closed-being-checked",
            Closed::NotReleased => "document-closed-not-released",
            Closed::Refused => "document-closed-refused",
            Closed::Erased => "document-closed-erased",
            Closed::OfBefore => "document-closed-of-before",
        })
    }
}
