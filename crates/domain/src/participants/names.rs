//! Names as they are compared: without accents and signs, with what goes before apart, by
//! their sound in Dutch, and with the short forms people go by.

use std::collections::BTreeSet;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{LikenessReason, Member};

/// Words that go before a family name ("tussenvoegsel"), in Dutch and in names from
/// elsewhere that are common here.
const PREFIXES: &[&str] = &[
    "aan", "al", "bij", "d", "da", "de", "del", "den", "der", "des", "di", "dos", "du", "el", "en",
    "het", "in", "la", "le", "of", "onder", "op", "over", "s", "t", "te", "ten", "ter", "toe",
    "uit", "v", "van", "vd", "voor", "von", "vander", "vanden",
];

/// Given names and what people with that name are called; somebody may be in several.
/// Ours, from ordinary use.
const SHORT: &[&[&str]] = &[
    &["johannes", "jan", "johan", "hans", "joop", "jo", "hannes", "jannes", "johnny"],
    &["johanna", "joke", "jo", "hanna", "hannie", "annie", "jannie", "jopie"],
    &["wilhelmus", "willem", "wim", "willy", "wil", "pim"],
    &["wilhelmina", "mien", "mina", "willy", "wil", "ina", "helma", "wilma"],
    &["hendrikus", "hendrik", "henk", "rik", "henny", "hein"],
    &["hendrika", "riek", "rika", "henny", "hennie"],
    &["cornelis", "kees", "cor", "corne", "nelis", "cees"],
    &["cornelia", "corrie", "cor", "nel", "nelly", "lia", "cora"],
    &["petrus", "piet", "peter", "pieter"],
    &["jacobus", "jaap", "koos", "jacob", "jaco", "co", "sjaak"],
    &["gerardus", "gerard", "gerrit", "ger", "gert", "sjraar"],
    &["adrianus", "adriaan", "ad", "arie", "aad", "janus"],
    &["adriana", "adri", "jana", "ans"],
    &["antonius", "anton", "ton", "toon", "antoon", "teun", "tony", "theun"],
    &["maria", "marie", "mia", "ria", "riet", "marijke", "mieke", "miep", "rie"],
    &["elisabeth", "els", "lies", "elly", "betty", "bep", "liesbeth", "elise", "ellis", "betsy"],
    &["catharina", "trijn", "toos", "tineke", "kaat", "rina", "karin", "kitty", "ina", "trees"],
    &["nicolaas", "klaas", "nico", "niek", "nick"],
    &["franciscus", "frans", "frank", "cis"],
    &["theodorus", "theo", "dorus", "door"],
    &["matheus", "mathijs", "matthijs", "thijs", "ties", "mat"],
    &["bartholomeus", "bart", "bartel", "mees"],
    &["albertus", "albert", "bert", "ab", "appie"],
    &["hubertus", "huub", "bert", "hub"],
    &["lambertus", "lambert", "bert", "lammert"],
    &["robertus", "robert", "rob", "bert", "robbie"],
    &["martinus", "martin", "martijn", "tinus", "maarten"],
    &["laurentius", "laurens", "lau", "rens"],
    &["alexander", "alex", "lex", "sander", "xander"],
    &["margaretha", "greet", "griet", "margriet", "greta", "gre"],
    &["michael", "michiel", "mike", "giel"],
    &["thomas", "tom", "tommy"],
    &["mohamed", "mohammed", "mohammad", "muhammad", "mohamad", "muhammed", "mehmet", "mo"],
    &["fatima", "fatma", "fadma", "fatimah"],
    &["ahmed", "ahmad", "achmed", "achmad", "ahmet"],
    &["youssef", "yusuf", "joesoef", "yousef", "youssouf", "jusuf"],
    &["ibrahim", "brahim", "ebrahim"],
    &["khadija", "hatice", "chadija", "kadija"],
];

/// Letters that are one letter with a mark to readers, and no mark to the standard.
fn plain(letter: char) -> &'static str {
    match letter {
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'þ' => "th",
        _ => "",
    }
}

/// The words of a name: lower case, no accents, split at every sign.
fn words(text: &str) -> Vec<String> {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfd().filter(|it| !is_combining_mark(*it)).flat_map(char::to_lowercase) {
        match plain(letter) {
            "" => folded.push(letter),
            several => folded.push_str(several),
        }
    }
    let words: Vec<String> = folded
        .nfd()
        .filter(|it| !is_combining_mark(*it))
        .collect::<String>()
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect();
    // A name of nothing but signs is still a name.
    if words.is_empty() { vec![folded] } else { words }
}

/// Groups of letters that sound the same in Dutch, the longest first where one is the
/// beginning of another.
const SOUNDS: &[(&str, &str)] = &[
    ("sch", "sg"),
    ("eij", "3"),
    ("uij", "1"),
    ("auw", "2"),
    ("ouw", "2"),
    ("ij", "3"),
    ("ei", "3"),
    ("ey", "3"),
    ("ui", "1"),
    ("uy", "1"),
    ("au", "2"),
    ("ou", "2"),
    ("oe", "4"),
    ("ie", "i"),
    ("ae", "a"),
    ("ck", "k"),
    ("ch", "g"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dt", "t"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "s3"),
    ("c", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("v", "f"),
];

/// A word by its sound: spellings that are said the same in Dutch become the same.
fn sound(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let (heard, length) = SOUNDS
            .iter()
            .find(|(spelt, _)| rest.starts_with(spelt))
            // At the end of a word the `ch` of `sch` is not heard.
            .map(|(spelt, heard)| if rest == "sch" { (spelt, &"s") } else { (spelt, heard) })
            .map_or(("", letter.len_utf8()), |(spelt, heard)| (*heard, spelt.len()));
        let first = key.is_empty();
        rest = &rest[length..];
        let mut push = |it: char| {
            if !key.ends_with(it) {
                key.push(it);
            }
        };
        match letter {
            _ if !heard.is_empty() => heard.chars().for_each(push),
            // A `y` begins a word as a `j` and is an `ij` inside it.
            'y' => push(if first { 'j' } else { '3' }),
            'd' if rest.is_empty() => push('t'),
            other => push(other),
        }
    }
    key
}

/// A name taken apart for comparing.
#[derive(Debug)]
pub(super) struct Name {
    given: Vec<String>,
    prefix: Vec<String>,
    family: Vec<String>,
}

/// How two given or two family names agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    /// The same.
    Same,
    /// As one name in other clothes.
    Variant(LikenessReason),
    /// Near, but people who live together may be so near too.
    Near(LikenessReason),
}

impl Agreement {
    pub(super) fn is_same(self) -> bool {
        self == Self::Same
    }

    pub(super) fn is_sure(self) -> bool {
        match self {
            Self::Same | Self::Variant(_) => true,
            Self::Near(_) => false,
        }
    }

    pub(super) fn reason(self) -> Option<LikenessReason> {
        match self {
            Self::Same => None,
            Self::Variant(reason) | Self::Near(reason) => Some(reason),
        }
    }
}

impl Name {
    pub(super) fn of(member: &Member) -> Self {
        let all = words(member.family.as_str());
        let before = all.iter().take_while(|it| PREFIXES.contains(&it.as_str())).count();
        // A family name that is such a word, as `Van`, is no prefix.
        let before = if before == all.len() { 0 } else { before };
        let (prefix, family) = all.split_at(before);
        let inside = |it: &&String| !PREFIXES.contains(&it.as_str());
        let kept: Vec<String> = family.iter().filter(inside).cloned().collect();
        Self {
            given: words(member.given.as_str()),
            prefix: prefix.to_vec(),
            family: if kept.is_empty() { family.to_vec() } else { kept },
        }
    }

    fn family_sound(&self) -> String {
        sound(&self.family.concat())
    }

    fn given_sound(&self) -> String {
        let first = self.given.iter().find(|it| !PREFIXES.contains(&it.as_str()));
        first.or(self.given.first()).map(|it| sound(it)).unwrap_or_default()
    }

    /// By what the first given name is known: its sound, and each name it is short for.
    fn given_keys(&self) -> BTreeSet<String> {
        let first = self.given.first().map_or("", String::as_str);
        let long = SHORT.iter().filter(|it| it.contains(&first)).filter_map(|it| it.first());
        long.map(|it| format!("={it}")).chain([self.given_sound()]).collect()
    }

    /// What names that are [surely alike](Self::surely_alike) have in common.
    pub(super) fn keys(&self) -> Vec<String> {
        let family = self.family_sound();
        let key = |given: String| {
            let (low, high) = if given < family { (&given, &family) } else { (&family, &given) };
            format!("name {low} {high}")
        };
        self.given_keys().into_iter().map(key).collect()
    }

    /// In what two names agree that sound the same in both their parts, short forms and
    /// names the other way round included; `None` when they do not.
    pub(super) fn surely_alike(&self, other: &Self) -> Option<Vec<LikenessReason>> {
        if self.family_sound() == other.family_sound()
            && !self.given_keys().is_disjoint(&other.given_keys())
        {
            let given = first_names_agree(self, other)?;
            let family = family_names_agree(self, other)?;
            let reasons: Vec<_> = given.reason().into_iter().chain(family.reason()).collect();
            return Some(if reasons.is_empty() { vec![LikenessReason::SameName] } else { reasons });
        }
        swapped(self, other).then(|| vec![LikenessReason::NamesSwapped])
    }
}

/// Whether given and family name are the other way round.
pub(super) fn swapped(one: &Name, other: &Name) -> bool {
    one.family_sound() == other.given_sound()
        && one.given_sound() == other.family_sound()
        && one.family_sound() != other.family_sound()
}

fn one_letter_off(one: &str, other: &str) -> bool {
    let short = one.chars().count().min(other.chars().count());
    short >= 4 && strsim::osa_distance(one, other) == 1
}

/// Whether every word of the one is among those of the other, by sound.
fn part_of(one: &[String], other: &[String]) -> bool {
    let sounds: BTreeSet<String> = other.iter().map(|it| sound(it)).collect();
    one.iter().all(|it| it.chars().count() > 1 && sounds.contains(&sound(it)))
}

pub(super) fn family_names_agree(one: &Name, other: &Name) -> Option<Agreement> {
    let (text, other_text) = (one.family.concat(), other.family.concat());
    if text == other_text {
        return Some(if one.prefix == other.prefix {
            Agreement::Same
        } else {
            Agreement::Variant(LikenessReason::OtherPrefix)
        });
    }
    if one.family_sound() == other.family_sound() {
        return Some(Agreement::Variant(LikenessReason::FamilySoundsAlike));
    }
    if part_of(&one.family, &other.family) || part_of(&other.family, &one.family) {
        return Some(Agreement::Variant(LikenessReason::DoubleName));
    }
    one_letter_off(&text, &other_text).then_some(Agreement::Near(LikenessReason::FamilyLetterOff))
}

pub(super) fn first_names_agree(one: &Name, other: &Name) -> Option<Agreement> {
    let (text, other_text) = (one.given.concat(), other.given.concat());
    if text == other_text {
        return Some(Agreement::Same);
    }
    if sound(&text) == sound(&other_text) {
        return Some(Agreement::Variant(LikenessReason::GivenSoundsAlike));
    }
    if part_of(&one.given, &other.given) || part_of(&other.given, &one.given) {
        return Some(Agreement::Variant(LikenessReason::MoreGivenNames));
    }
    if one.given_sound() == other.given_sound() {
        return Some(Agreement::Variant(LikenessReason::MoreGivenNames));
    }
    let first = |name: &Name| name.given.first().cloned().unwrap_or_default();
    let (first_one, first_other) = (first(one), first(other));
    if !one.given_keys().is_disjoint(&other.given_keys()) {
        return Some(Agreement::Variant(LikenessReason::ShortName));
    }
    let short = first_one.chars().count() == 1 || first_other.chars().count() == 1;
    if short && first_one.chars().next() == first_other.chars().next() {
        return Some(Agreement::Near(LikenessReason::Initial));
    }
    one_letter_off(&first_one, &first_other)
        .then_some(Agreement::Near(LikenessReason::GivenLetterOff))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_are_said_the_same_have_the_same_sound() {
        for (one, other) in [
            ("dijk", "dyck"),
            ("meijer", "meyer"),
            ("jansen", "janssen"),
            ("bouwman", "bauman"),
            ("visser", "fisser"),
            ("smidt", "smit"),
            ("yasin", "jasin"),
            ("claas", "klaas"),
            ("bos", "bosch"),
        ] {
            assert_eq!(sound(one), sound(other), "{one} and {other}");
        }
    }

    #[test]
    fn names_that_are_said_otherwise_keep_their_own_sound() {
        for (one, other) in [("bakker", "bekker"), ("jansen", "jensen"), ("schot", "sot")] {
            assert_ne!(sound(one), sound(other), "{one} and {other}");
        }
    }

    #[test]
    fn accents_signs_and_letters_from_elsewhere_do_not_matter() {
        assert_eq!(words("Yılmaz-Çelik"), ["yilmaz", "celik"]);
        assert_eq!(words("'t Hart"), ["t", "hart"]);
        assert_eq!(words("-"), ["-"]);
    }

    #[test]
    fn every_short_form_is_written_as_words_are_compared() {
        for name in SHORT.iter().flat_map(|it| it.iter()) {
            assert_eq!(words(name), [(*name).to_owned()]);
        }
    }
}
