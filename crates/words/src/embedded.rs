use sleutel_domain::access::Language;

/// One file of words, as it was when this was built.
#[derive(Debug, Clone, Copy)]
pub struct LocaleFile {
    /// Its language.
    pub language: Language,
    /// Its name without `.ftl`: the slice it is for.
    pub name: &'static str,
    /// Its text, in the Fluent syntax.
    pub text: &'static str,
}

macro_rules! locales {
    ($($name:literal),+ $(,)?) => {
        /// Every file of `locales/`; a test compares this list with the folder.
        pub const LOCALES: &[LocaleFile] = &[$(
            LocaleFile {
                language: Language::Dutch,
                name: $name,
                text: include_str!(concat!("../../../locales/nl/", $name, ".ftl")),
            },
            LocaleFile {
                language: Language::English,
                name: $name,
                text: include_str!(concat!("../../../locales/en/", $name, ".ftl")),
            },
        )+];
    };
}

locales!(
    "access",
    "actions",
    "agreements",
    "calibration",
    "cases",
    "cli",
    "colleagues",
    "common",
    "demand",
    "documents",
    "exchange",
    "findings",
    "flow",
    "forms",
    "homes",
    "letter",
    "lists",
    "messages",
    "method",
    "obstacles",
    "papers",
    "participants",
    "placement",
    "plan",
    "report",
    "routes",
    "shell",
    "steering",
    "steering-map",
    "steering-months",
    "target-groups",
    "tasks",
    "what-if",
    "window",
    "work-agreements",
    "year"
);
