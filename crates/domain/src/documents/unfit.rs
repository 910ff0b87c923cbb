/// What kind of file the bytes are. Nothing else is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are those of the formats")]
pub enum FileKind {
    Pdf,
    Jpeg,
    Png,
    WebP,
    Tiff,
    Docx,
    Odt,
    Xlsx,
    /// Plain text in UTF-8.
    Text,
}

impl FileKind {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 9] = [
        Self::Pdf,
        Self::Jpeg,
        Self::Png,
        Self::WebP,
        Self::Tiff,
        Self::Docx,
        Self::Odt,
        Self::Xlsx,
        Self::Text,
    ];

    /// The endings such a file may have, without a dot and in small letters; the first is
    /// ours, and the word in rows.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg", "jpe"],
            Self::Png => &["png"],
            Self::WebP => &["webp"],
            Self::Tiff => &["tif", "tiff"],
            Self::Docx => &["docx"],
            Self::Odt => &["odt"],
            Self::Xlsx => &["xlsx"],
            Self::Text => &["txt", "text"],
        }
    }

    /// The word in rows and at the end of names.
    pub fn code(self) -> &'static str {
        self.endings()[0]
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// The media type it is handed out as.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Tiff => "image/tiff",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Text => "text/plain; charset=utf-8",
        }
    }
}

/// Why a file is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// Nothing in it.
    Empty,
    /// Larger than one file may be.
    TooLarge {
        /// The most, in bytes.
        most: u64,
    },
    /// With it the documents of this person would be larger than they may be together.
    NoRoom {
        /// What there is and would come, in bytes.
        together: u64,
        /// The most, in bytes.
        most: u64,
    },
    /// None of the kinds that are taken in.
    NotAKind,
    /// A program.
    Program,
    /// A web page or a drawing that can hold a program (HTML, SVG, XML).
    Markup,
    /// An archive, or a paper and an archive in one.
    Archive,
    /// Holds a macro or an embedded program.
    Macro,
    /// Closed with a password.
    Locked,
    /// Cut off, damaged, or with something hidden in it.
    Broken,
    /// Would become far larger when it is unpacked.
    Bomb,
    /// The ending of its name is of another kind than what is in it.
    Mismatch {
        /// The ending, in small letters.
        ending: String,
        /// What is in it.
        found: FileKind,
    },
}

impl Unfit {
    /// The word in keys and in what machines read.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::NoRoom { .. } => "no-room",
            Self::NotAKind => "not-a-kind",
            Self::Program => "program",
            Self::Markup => "markup",
            Self::Archive => "archive",
            Self::Macro => "macro",
            Self::Locked => "locked",
            Self::Broken => "broken",
            Self::Bomb => "bomb",
            Self::Mismatch { .. } => "mismatch",
        }
    }
}
