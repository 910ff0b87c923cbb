use std::fmt;

/// Signs in a code.
pub const CODE_LENGTH: usize = 12;

/// The signs: digits and capitals without `I`, `L`, `O` and `U`, after Crockford's base 32.
/// Whoever writes an `O` or an `I` means the digit.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs that say which key is meant; the others prove it.
const SELECTOR: usize = 4;
/// Signs in a group, for reading out.
const GROUP: usize = 4;

/// A code to read out and type in: three groups of four signs, 60 bits in all. The first
/// group only says which key is meant.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyCode(String);

impl KeyCode {
    /// A code from as many bytes of chance, each sign as likely as any other.
    pub fn from_chance(bytes: [u8; CODE_LENGTH]) -> Self {
        let sign = |byte: u8| SIGNS.get(usize::from(byte % 32)).map(|it| char::from(*it));
        Self(bytes.into_iter().filter_map(sign).collect())
    }

    /// Reads what somebody typed: capitals or not, with blanks or dashes anywhere. `None`
    /// when it cannot be a code.
    pub fn read(typed: &str) -> Option<Self> {
        let mut code = String::with_capacity(CODE_LENGTH);
        for c in typed.chars().filter(|c| c.is_alphanumeric()) {
            let sign = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let known = u8::try_from(sign).is_ok_and(|it| SIGNS.contains(&it));
            if !known || code.len() == CODE_LENGTH {
                return None;
            }
            code.push(sign);
        }
        (code.len() == CODE_LENGTH).then_some(Self(code))
    }

    /// Which key is meant. Not secret.
    pub fn selector(&self) -> &str {
        self.0.get(..SELECTOR).unwrap_or_default()
    }

    /// What proves it.
    pub fn proof(&self) -> &str {
        self.0.get(SELECTOR..).unwrap_or_default()
    }
}

impl fmt::Display for KeyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for at in (0..CODE_LENGTH).step_by(GROUP) {
            let group = self.0.get(at..at.saturating_add(GROUP)).unwrap_or_default();
            let dash = if at == 0 { "" } else { "-" };
            write!(f, "{dash}{group}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for KeyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyCode(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> KeyCode {
        KeyCode::from_chance([0, 1, 10, 31, 32, 33, 42, 63, 5, 6, 7, 8])
    }

    #[test]
    fn a_code_is_three_groups_of_four_signs_that_cannot_be_mistaken() {
        assert_eq!(code().to_string(), "01AZ-01AZ-5678");
        assert_eq!((code().selector(), code().proof()), ("01AZ", "01AZ5678"));
        assert!(SIGNS.iter().all(|it| !b"ILOU".contains(it)));
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        for typed in ["01AZ-01AZ-5678", "o1az o1az 5678", " OlAZOIAZ 56-78 "] {
            assert_eq!(KeyCode::read(typed), Some(code()), "{typed}");
        }
        for typed in ["", "01AZ-01AZ-567", "01AZ-01AZ-56789", "01AZ-01AZ-567U", "01AZ-01AZ-567é"] {
            assert_eq!(KeyCode::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_code_does_not_show_in_a_log() {
        assert!(!format!("{:?}", code()).contains("AZ"));
    }
}
