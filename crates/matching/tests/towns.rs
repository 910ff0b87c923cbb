use sleutel_matching::{
    Instance,
    town::{Figures, Size, Town},
};

/// All numbers of an instance in one: another number anywhere, another fingerprint
/// (FNV-1a over 64-bit words).
fn fingerprint(instance: &Instance) -> u64 {
    let bounds = |it: &sleutel_matching::Bounds| [u64::from(it.lower), u64::from(it.upper)];
    let groups = instance.groups().iter().flat_map(bounds);
    let nodes = instance.nodes().iter().flat_map(|it| {
        let one_more = |it: Option<u32>| it.map_or(0, |it| u64::from(it) + 1);
        let [lower, upper] = bounds(&it.bounds);
        [one_more(it.parent), lower, upper, one_more(it.load_cap)]
    });
    let people = instance.people().iter().flat_map(|it| [u64::from(it.group), u64::from(it.load)]);
    let homes = instance.homes().iter().chain(instance.starts()).map(|&it| u64::from(it));
    let arcs = instance.arcs().iter();
    let arcs = arcs.flat_map(|it| [u64::from(it.home), u64::from(it.weight.unsigned_abs())]);
    let all = groups.chain(nodes).chain(people).chain(homes).chain(arcs);
    all.fold(0xCBF2_9CE4_8422_2325, |sum, it| (sum ^ it).wrapping_mul(0x0000_0100_0000_01B3))
}

#[track_caller]
fn check(size: Size, expected: u64) {
    let found = Town::new(size.figures()).map(|town| fingerprint(&town.instance));
    assert_eq!(found, Ok(expected));
}

#[test]
fn town_s_stays_as_it_is() {
    check(Size::S, 0x5AF0_757F_84FE_4126);
}

#[test]
fn town_m_stays_as_it_is() {
    check(Size::M, 0x4AD7_97FE_78B8_C60F);
}

#[test]
fn town_md_stays_as_it_is() {
    check(Size::Md, 0x221F_847E_CFD7_32FB);
}

#[test]
fn another_seed_is_another_town() {
    let small = Figures { people: 30, homes: 20, municipalities: 3, kept: Some(8), seed: 1 };
    let town = Town::new(small).unwrap();
    assert_eq!(town, Town::new(small).unwrap());
    assert_ne!(town, Town::new(Figures { seed: 2, ..small }).unwrap());
}

#[test]
fn a_town_can_be_empty() {
    for (people, homes) in [(0, 0), (3, 0), (0, 3), (1, 1)] {
        let figures = Figures { people, homes, municipalities: 0, kept: None, seed: 1 };
        let town = Town::new(figures).unwrap();
        assert_eq!(town.instance.people().len(), people as usize);
        assert_eq!(town.instance.homes().len(), homes as usize);
    }
}

#[test]
fn the_names_of_towns_read_back() {
    for size in Size::ALL {
        assert_eq!(size.name().parse(), Ok(size));
    }
    assert_eq!(
        "XXL".parse::<Size>().unwrap_err().to_string(),
        "there is no town `XXL`; there are S, M, MD, L and XL"
    );
}
