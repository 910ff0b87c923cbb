use sleutel_exchange::{Kind, columns};

/// What a file is about, by its name or by its first line; `None` when neither says.
pub fn guess(name: &str, bytes: &[u8]) -> Option<Kind> {
    by_name(name).or_else(|| by_heads(bytes))
}

fn by_name(name: &str) -> Option<Kind> {
    let name = name.to_lowercase().replace(['_', ' '], "-");
    if name.ends_with("json") {
        return Some(Kind::Areas);
    }
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    // The longest code wins: `area-figures` is no `areas`.
    Kind::ALL
        .into_iter()
        .filter(|kind| {
            stem == kind.code()
                || stem.starts_with(&format!("{}-", kind.code()))
                || stem.ends_with(&format!("-{}", kind.code()))
        })
        .max_by_key(|kind| kind.code().len())
}

fn by_heads(bytes: &[u8]) -> Option<Kind> {
    let first = bytes.split(|byte| *byte == b'\n').next()?;
    let text = String::from_utf8_lossy(first);
    if text.trim_start_matches('\u{feff}').starts_with('{') {
        return Some(Kind::Areas);
    }
    let heads: Vec<String> = text
        .trim_start_matches('\u{feff}')
        .split([',', ';', '\t'])
        .map(|it| it.trim().trim_matches('"').to_lowercase())
        .collect();
    // The key figures of Statistics Netherlands have columns of their own.
    let published = ["buurtcode", "huishoudens", "a_hh"];
    if heads.iter().any(|it| it.starts_with("gwb"))
        || heads.iter().filter(|it| published.contains(&it.as_str())).count() > 1
    {
        return Some(Kind::AreaFigures);
    }
    let has = |name: &str| heads.iter().any(|it| it == name);
    Kind::ALL
        .into_iter()
        .filter(|kind| columns(*kind).iter().filter(|it| it.required).all(|it| has(it.name)))
        .max_by_key(|kind| columns(*kind).iter().filter(|it| has(it.name)).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_name_or_by_its_first_line() {
        assert_eq!(guess("Area_Figures 2026.csv", b""), Some(Kind::AreaFigures));
        assert_eq!(guess("buurten.geojson", b""), Some(Kind::Areas));
        assert_eq!(guess("our-dwellings.csv", b""), Some(Kind::Dwellings));
        assert_eq!(guess("x.csv", b"gwb_code_10;recs\n"), Some(Kind::AreaFigures));
        let heads = "\u{feff}\"code\";\"dwelling\";\"available_from\"\r\n";
        assert_eq!(guess("export.csv", heads.as_bytes()), Some(Kind::Vacancies));
        assert_eq!(guess("export.csv", b"a;b;c"), None);
    }
}
