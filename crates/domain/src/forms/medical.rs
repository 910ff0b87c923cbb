/// Beginnings of words that ask for somebody's health, in Dutch and English. Ours, and
/// marked as such: a list that warns, so it may be long rather than exact.
const WORDS: [&str; 43] = [
    "addict",
    "aandoening",
    "allerg",
    "behandel",
    "beperking",
    "depress",
    "diagnos",
    "disab",
    "disease",
    "disorder",
    "doctor",
    "drug",
    "gezondheid",
    "ggz",
    "handicap",
    "health",
    "hospital",
    "huisarts",
    "illness",
    "iq",
    "klachten",
    "klinisch",
    "lichamelijk",
    "medic",
    "medisch",
    "medicijn",
    "patient",
    "patiënt",
    "pharma",
    "pil",
    "pregnan",
    "prescri",
    "psychiat",
    "psychos",
    "sick",
    "stoornis",
    "symptom",
    "syndro",
    "therap",
    "verslav",
    "zelfmoord",
    "ziek",
    "zwanger",
];

/// Short words that are meant whole: `pil` is no beginning of `pilot`.
const WHOLE: [&str; 4] = ["iq", "pil", "drug", "ggz"];

/// The first word of a label or key that asks for medical facts. A form never does.
pub fn medical_word(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_alphanumeric()).find(|word| {
        let word = word.to_lowercase();
        WORDS.iter().any(|it| if WHOLE.contains(it) { word == *it } else { word.starts_with(it) })
    })
}

#[cfg(test)]
mod tests {
    use super::medical_word;

    #[test]
    fn a_question_about_health_is_noticed_in_both_languages() {
        for text in ["Welke diagnose?", "Which medication?", "is-ziek", "GGZ", "Uw IQ"] {
            assert!(medical_word(text).is_some(), "{text}");
        }
    }

    #[test]
    fn ordinary_questions_are_not_taken_for_medical_ones() {
        for text in ["Wat is een goed doel?", "The pilot in the neighbourhood", "Unique number"] {
            assert_eq!(medical_word(text), None, "{text}");
        }
    }
}
