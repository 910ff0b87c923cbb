//! Inputs made from other inputs by chance, the same on every machine.

/// Numbers without end from one seed (SplitMix64).
pub(crate) struct Lot(pub(crate) u64);

impl Lot {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to but not with this number; 0 when that is 0.
    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    fn of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

/// What tends to matter in files of figures and tables.
const PIECES: [&str; 24] = [
    "0",
    "-1",
    "1",
    "2",
    "7",
    "255",
    "256",
    "4294967295",
    "4294967296",
    "1073741824",
    "1073741825",
    "9223372036854775807",
    "99999999999999999999",
    "1.5",
    "null",
    "[]",
    "{}",
    ",",
    ";",
    "\n",
    "\"",
    "ja",
    "wheelchair",
    "2026-06-01",
];

/// One of these inputs with one to four changes: as a rule another small number, which
/// keeps it whole, and now and then damage.
pub(crate) fn mutated(inputs: &[Vec<u8>], lot: &mut Lot) -> Vec<u8> {
    let mut bytes = inputs[lot.below(inputs.len())].clone();
    for _ in 0..=lot.below(4) {
        let at = lot.below(bytes.len());
        let end = (at + lot.below(12)).min(bytes.len());
        match lot.below(16) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            3 => {
                let other = &inputs[lot.below(inputs.len())];
                let from = lot.below(other.len());
                let to = (from + lot.below(60)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            4 if at < bytes.len() => bytes[at] ^= 1 << lot.below(8),
            5 => number(&mut bytes, at, lot.of(&PIECES)),
            _ => {
                let small = lot.below(10).to_string();
                number(&mut bytes, at, &small);
            }
        }
    }
    bytes
}

/// Another text in place of the first number from here on.
fn number(bytes: &mut Vec<u8>, from: usize, other: &str) {
    let Some(begin) = bytes[from..].iter().position(u8::is_ascii_digit).map(|at| from + at) else {
        return;
    };
    let length = bytes[begin..].iter().take_while(|it| it.is_ascii_digit()).count();
    bytes.splice(begin..begin + length, other.bytes());
}
