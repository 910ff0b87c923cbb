use sleutel_domain::forms::Form;

use super::read_forms;
use crate::Finding;

/// The definitions that come with the program, as files with their names.
const FILES: [(&str, &str); 5] = [
    ("omslag-application.toml", include_str!("../../../../forms/omslag-application.toml")),
    ("omslag-match.toml", include_str!("../../../../forms/omslag-match.toml")),
    ("omslag-meeting.toml", include_str!("../../../../forms/omslag-meeting.toml")),
    ("omslag-evaluation.toml", include_str!("../../../../forms/omslag-evaluation.toml")),
    ("omslag-conversion.toml", include_str!("../../../../forms/omslag-conversion.toml")),
];

/// The forms that come with the program, with what is found in them; a test sees to it that
/// nothing is.
pub fn shipped() -> (Vec<Form>, Vec<Finding>) {
    let files: Vec<_> =
        FILES.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    read_forms(&files)
}
