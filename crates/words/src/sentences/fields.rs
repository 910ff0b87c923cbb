use sleutel_domain::{CentsError, CodeError, TextError};

use crate::Words;

impl Words {
    /// What is wrong with a text, said next to its field.
    pub fn text_error(self, error: TextError) -> String {
        match error {
            TextError::Empty => self.t("text-error-empty"),
            TextError::TooLong { length, most } => self
                .t_with("text-error-too-long", &[("length", length.into()), ("most", most.into())]),
            TextError::Control => self.t("text-error-control"),
        }
    }

    /// What is wrong with a code.
    pub fn code_error(self, error: &CodeError) -> String {
        match error {
            CodeError::Empty => self.t("text-error-empty"),
            CodeError::TooLong { length } => self.t_with(
                "text-error-too-long",
                &[("length", (*length).into()), ("most", 64_u8.into())],
            ),
            CodeError::Character(character) => {
                self.t_with("code-error-character", &[("character", character.to_string().into())])
            }
        }
    }

    /// What is wrong with an amount.
    pub fn cents_error(self, error: CentsError) -> String {
        match error {
            CentsError::Negative(_) => self.t("cents-error-negative"),
            CentsError::TooLarge(_) => self.t("cents-error-too-large"),
        }
    }
}
