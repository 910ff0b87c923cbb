use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1257};

use crate::finding::Damage;

/// Whether a text was spoilt on its way here, how, and what it most likely was.
/// Nothing is repaired: a person says what the name is.
pub(crate) fn damage(text: &str) -> Option<(Damage, String)> {
    if text.is_ascii() {
        return None;
    }
    let undone = [(Damage::Windows1252, WINDOWS_1252), (Damage::Windows1257, WINDOWS_1257)];
    undone
        .into_iter()
        .find_map(|(damage, read_as)| Some((damage, undo(text, read_as)?)))
        .or_else(|| Some((Damage::BalticLetter, baltic(text)?)))
}

/// Turns each run of letters outside ASCII back into bytes; where those are UTF-8,
/// that is what it was. `None` when no run is.
fn undo(text: &str, read_as: &'static Encoding) -> Option<String> {
    let mut result = String::with_capacity(text.len());
    let mut changed = false;
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        let (plain, tail) = rest.split_at(start);
        let end = tail.find(|c: char| c.is_ascii()).unwrap_or(tail.len());
        let (run, after) = tail.split_at(end);
        result.push_str(plain);
        match bytes(run, read_as).and_then(|bytes| String::from_utf8(bytes).ok()) {
            Some(original) => {
                changed = true;
                result.push_str(&original);
            }
            None => result.push_str(run),
        }
        rest = after;
    }
    result.push_str(rest);
    changed.then_some(result)
}

/// Windows-1257 leaves some bytes without a letter; programs then take the letter of
/// Windows-1252, so that is tried second.
fn bytes(run: &str, read_as: &'static Encoding) -> Option<Vec<u8>> {
    run.chars().map(|c| byte(c, read_as).or_else(|| byte(c, WINDOWS_1252))).collect()
}

fn byte(c: char, read_as: &'static Encoding) -> Option<u8> {
    let mut buffer = [0; 4];
    let (bytes, _, failed) = read_as.encode(c.encode_utf8(&mut buffer));
    match (failed, bytes.as_ref()) {
        (false, [byte]) => Some(*byte),
        _ => None,
    }
}

/// `Ã` is byte C3 and stands in front of every Latin letter with a mark; the Baltic
/// set has `Ć` there, which some programs make C6. So a whole block of letters moves:
/// U+00C0..U+00FF to U+0180..U+01BF.
fn baltic(text: &str) -> Option<String> {
    let mut changed = false;
    let mut before = ' ';
    let original = text
        .chars()
        .map(|c| {
            let spoilt = ('\u{180}'..='\u{1bf}').contains(&c) && !real_letter(c, before);
            before = c;
            let meant = char::from_u32(u32::from(c).wrapping_sub(0xC0)).filter(|_| spoilt);
            changed |= meant.is_some();
            meant.unwrap_or(c)
        })
        .collect();
    changed.then_some(original)
}

/// Letters of that block which people's names do hold: Azerbaijani `Ə`, Vietnamese
/// `Ơ ơ Ư ư`, and the florin sign. A capital in the middle of a word is none of them.
fn real_letter(c: char, before: char) -> bool {
    match c {
        '\u{192}' | '\u{1a1}' | '\u{1b0}' => true,
        '\u{18f}' | '\u{1a0}' | '\u{1af}' => !before.is_lowercase(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(Damage, &str)>) {
        let found = damage(text);
        assert_eq!(found, expected.map(|(damage, likely)| (damage, likely.to_owned())), "{text}");
    }

    #[test]
    fn utf8_read_as_windows_1252_is_named() {
        check("RenÃ©e", Some((Damage::Windows1252, "Renée")));
        check("ZoÃ« Ã–ztÃ¼rk", Some((Damage::Windows1252, "Zoë Öztürk")));
        check("â€™t Hof", Some((Damage::Windows1252, "’t Hof")));
    }

    #[test]
    fn utf8_read_as_windows_1257_is_named() {
        check("RenĆ©e", Some((Damage::Windows1257, "Renée")));
        check("ā€™t Hof", Some((Damage::Windows1257, "’t Hof")));
        check("ā€\u{2dc}t Hof", Some((Damage::Windows1257, "‘t Hof")));
    }

    #[test]
    fn single_baltic_letters_are_named() {
        check("Zoƫ", Some((Damage::BalticLetter, "Zoë")));
        check("Kƶln", Some((Damage::BalticLetter, "Köln")));
        check("naƯef", Some((Damage::BalticLetter, "naïef")));
    }

    #[test]
    fn real_names_with_marks_are_left_alone() {
        for name in
            ["Zoë Öztürk", "Nguyễn Thị Ơn", "Dương", "Əliyev", "Łukasz", "’t Hof", "Šarūnas"]
        {
            check(name, None);
        }
    }

    #[test]
    fn damage_beside_a_sound_letter_is_still_found() {
        check("Łukasz RenÃ©", Some((Damage::Windows1252, "Łukasz René")));
    }
}
