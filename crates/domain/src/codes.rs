use std::fmt;

/// Why a code was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Nothing but blanks.
    #[error("code is empty")]
    Empty,
    /// Longer than 64 characters.
    #[error("code has {length} characters, at most 64 are allowed")]
    TooLong {
        /// Characters in the refused code.
        length: usize,
    },
    /// Something other than letters, digits, `-`, `_`, `.`, `/` or `:`.
    #[error("code holds the character `{0}`")]
    Character(char),
}

fn checked(text: &str) -> Result<String, CodeError> {
    let text = text.trim();
    let length = text.chars().count();
    if length == 0 {
        return Err(CodeError::Empty);
    }
    if length > 64 {
        return Err(CodeError::TooLong { length });
    }
    match text.chars().find(|c| !(c.is_alphanumeric() || "-_./:".contains(*c))) {
        Some(character) => Err(CodeError::Character(character)),
        None => Ok(text.to_owned()),
    }
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Trims; refuses an empty code, one over 64 characters, and characters
            /// other than letters, digits, `-`, `_`, `.`, `/` and `:`.
            pub fn new(text: &str) -> Result<Self, CodeError> {
                checked(text).map(Self)
            }

            /// The code as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

code! {
    /// What a participant's file is called between parties ("dossiernummer").
    /// Says nothing about the person.
    Reference
}
code! {
    /// A part of the city, as its publisher numbers it (`BU0363AA01`, `WK0363AA`).
    AreaCode
}
code! {
    /// A building or block of one association ("complex").
    ComplexCode
}
code! {
    /// A dwelling ("woning"), by the association's own number.
    DwellingCode
}
code! {
    /// One time a dwelling comes free ("vrijkomende woning").
    VacancyCode
}
code! {
    /// A target group ("doelgroep").
    GroupCode
}
code! {
    /// An organisation: municipality, housing association or care provider.
    OrganisationCode
}
code! {
    /// A road to a home ("route"), all its versions.
    RouteCode
}
code! {
    /// A step of a road ("stap", "moment").
    StepCode
}
code! {
    /// Something that is asked before a conversion ("criterium").
    CriterionCode
}
code! {
    /// A form, all its versions ("formulier").
    FormCode
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_trimmed() {
        assert_eq!(AreaCode::new(" BU0363AA01 ").unwrap().as_str(), "BU0363AA01");
    }

    #[test]
    fn a_code_with_a_blank_inside_is_refused() {
        assert_eq!(Reference::new("P 12"), Err(CodeError::Character(' ')));
    }

    #[test]
    fn a_code_of_blanks_is_refused() {
        assert_eq!(GroupCode::new("  "), Err(CodeError::Empty));
    }
}
