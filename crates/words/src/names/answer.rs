use sleutel_domain::Answer;

use super::named;

named!(Answer<bool> {
    Self::Known(true) => "answer-yes",
    Self::Known(false) => "answer-no",
    Self::Unknown => "answer-unknown",
});
