//! Towns as files (docs/formats/hfm-1.md).

use std::{
    fmt::Display,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::Path,
};

use sleutel_matching::town::{Figures, GROUPS, Town};

/// Writes `hfm-NAME.json` and `hfm-NAME-arcs.csv` in a folder.
pub fn write(town: &Town, name: &str, figures: Figures, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let create = |end: &str| File::create(folder.join(format!("hfm-{name}{end}")));
    let mut json = BufWriter::new(create(".json")?);
    write_json(town, name, figures, &mut json)?;
    json.flush()?;
    let mut arcs = BufWriter::new(create("-arcs.csv")?);
    write_arcs(town, &mut arcs)?;
    arcs.flush()
}

/// Everything but the pairs: objects with a list for each column, none for -1.
pub fn write_json(
    town: &Town,
    name: &str,
    figures: Figures,
    to: &mut impl Write,
) -> io::Result<()> {
    let instance = &town.instance;
    let (groups, nodes) = (instance.groups(), instance.nodes());
    let (households, dwellings) = (&town.households, &town.dwellings);
    let counts = [
        ("people", instance.people().len()),
        ("dwellings", instance.homes().len()),
        ("nodes", nodes.len()),
        ("groups", groups.len()),
        ("arcs", instance.arcs().len()),
    ];
    let counts = counts.map(|(key, count)| (key, count.to_string()));
    let none = |it: Option<u32>| it.map_or(-1, i64::from);
    let groups = [
        ("name", list(GROUPS.iter().map(|name| format!("\"{name}\"")))),
        ("lower", list(groups.iter().map(|it| it.lower))),
        ("upper", list(groups.iter().map(|it| it.upper))),
    ];
    let nodes = [
        ("level", list(town.levels.iter())),
        ("parent", list(nodes.iter().map(|it| none(it.parent)))),
        ("lower", list(nodes.iter().map(|it| it.bounds.lower))),
        ("upper", list(nodes.iter().map(|it| it.bounds.upper))),
        ("load_cap", list(nodes.iter().map(|it| none(it.load_cap)))),
    ];
    let people = [
        ("group", list(households.iter().map(|it| it.group))),
        ("load", list(households.iter().map(|it| it.load))),
        ("household_size", list(households.iter().map(|it| it.size))),
        ("municipality", list(households.iter().map(|it| it.municipality))),
        ("bonus", list(households.iter().map(|it| it.bonus))),
    ];
    let dwellings = [
        ("complex", list(dwellings.iter().map(|it| it.complex))),
        ("corporation", list(dwellings.iter().map(|it| it.corporation))),
        ("rooms", list(dwellings.iter().map(|it| it.rooms))),
        ("accessible", list(dwellings.iter().map(|it| u8::from(it.accessible)))),
        ("rent_class", list(dwellings.iter().map(|it| it.rent_class))),
    ];
    let whole = [
        ("format", "\"hfm-1\"".to_owned()),
        ("name", format!("\"{name}\"")),
        ("seed", figures.seed.to_string()),
        ("sense", "\"maximise\"".to_owned()),
        ("counts", object(&counts)),
        ("groups", object(&groups)),
        ("nodes", object(&nodes)),
        ("people", object(&people)),
        ("dwellings", object(&dwellings)),
    ];
    to.write_all(object(&whole).as_bytes())
}

/// The pairs, in order of person and home.
pub fn write_arcs(town: &Town, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "person,dwelling,weight")?;
    for person in 0..town.instance.people().len() {
        for arc in town.instance.pairs(person) {
            writeln!(to, "{person},{},{}", arc.home, arc.weight)?;
        }
    }
    Ok(())
}

/// The values are JSON, and no key needs escaping.
fn object(members: &[(&str, String)]) -> String {
    let members: Vec<_> = members.iter().map(|(key, of)| format!("\"{key}\":{of}")).collect();
    format!("{{{}}}", members.join(","))
}

fn list<T: Display>(items: impl Iterator<Item = T>) -> String {
    let items: Vec<_> = items.map(|item| item.to_string()).collect();
    format!("[{}]", items.join(","))
}
