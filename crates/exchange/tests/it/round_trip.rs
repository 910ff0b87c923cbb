//! What is written reads back as it was.

use proptest::prelude::*;
use sleutel_domain::{
    AreaCode, Cents, ComplexCode, GroupCode, LongText, OrganisationCode, PersonName, Phrase,
    Reference,
    homes::{Adaptation, AreaLevel, Place},
    participants::{
        AreaWish, Custody, Direction, Limits, LivingSituation, Member, MemberRole, Nights,
        PartnerStanding, PriorityGround, Readiness, Strength, ThreeQuestions,
    },
    placement::SupportLoad,
};
use sleutel_exchange::{
    Kind, Records,
    records::{
        AreaRecord, Geometry, Located, MemberRecord, ParticipantRecord, RoundRecord, WishRecord,
    },
    write,
};

use crate::{codes, read};

/// Words with everything that is hard in a table, and nothing that looks spoilt.
fn words() -> impl Strategy<Value = String> {
    "[a-zA-Zéëïöüß0-9;,\"'=+.-]{1,12}( [a-zéö;,\"]{1,9}){0,3}"
}

fn phrase() -> impl Strategy<Value = Phrase> {
    words().prop_map(|it| Phrase::new(&it).unwrap())
}

fn name() -> impl Strategy<Value = PersonName> {
    words().prop_map(|it| PersonName::new(&it).unwrap())
}

fn long() -> impl Strategy<Value = Option<LongText>> {
    proptest::option::of((words(), "[\r\n\t;\" ]{0,3}", words()))
        .prop_map(|it| it.map(|(a, mark, b)| LongText::new(&format!("{a}{mark}{b}")).unwrap()))
}

fn day() -> impl Strategy<Value = jiff::civil::Date> {
    (1995_i16..2026, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| jiff::civil::date(y, m, d))
}

fn readiness() -> impl Strategy<Value = Readiness> {
    prop_oneof![
        Just(Readiness::Preparing),
        day().prop_map(|since| Readiness::Ready { since }),
        (phrase(), proptest::option::of(day()))
            .prop_map(|(reason, until)| Readiness::Paused { reason, until }),
        day().prop_map(|on| Readiness::Placed { on }),
    ]
}

fn ground() -> impl Strategy<Value = PriorityGround> {
    prop_oneof![
        Just(PriorityGround::None),
        day().prop_map(PriorityGround::TermEnds),
        Just(PriorityGround::Safety),
    ]
}

fn limits() -> impl Strategy<Value = Limits> {
    use proptest::option::of;
    let rent = of((0_i64..=100_000_000).prop_map(|it| Cents::new(it).unwrap()));
    let adaptation = of(proptest::sample::select(Adaptation::ALL.to_vec()));
    let flag = || of(any::<bool>());
    (rent, adaptation, of(0_u8..=60), flag(), flag(), flag()).prop_map(
        |(rent, adaptation, stairs, pets, smokes, sharing)| Limits {
            rent: rent.into(),
            adaptation: adaptation.into(),
            stairs: stairs.into(),
            pets: pets.into(),
            smokes: smokes.into(),
            sharing: sharing.into(),
        },
    )
}

prop_compose! {
    fn participant()(
        names in (name(), name(), proptest::option::of(phrase())),
        born in proptest::option::of(Just(jiff::civil::date(1994, 2, 28))),
        waiting_since in day(),
        readiness in readiness(),
        ground in ground(),
        limits in limits(),
        questions in (long(), long(), long()),
        situation in proptest::option::of(proptest::sample::select(LivingSituation::ALL.to_vec())),
        load in proptest::option::of(proptest::sample::select(SupportLoad::ALL.to_vec())),
    ) -> ParticipantRecord {
        let (given, family, worker) = names;
        let (want, can, need) = questions;
        ParticipantRecord {
            reference: Reference::new("P-1").unwrap(),
            group: GroupCode::new("hf").unwrap(),
            provider: OrganisationCode::new("care").unwrap(),
            worker, given, family, born, waiting_since, readiness, ground, limits,
            questions: ThreeQuestions { want, can, need },
            living_situation: situation,
            load: load.into(),
        }
    }
}

fn check(records: &Records) {
    let bytes = write(records);
    let result = read(records.kind(), &bytes);
    assert_eq!(codes(&result), [""; 0], "{}", String::from_utf8_lossy(&bytes));
    assert_eq!(&result.records, records);
    assert_eq!(write(&result.records), bytes);
}

/// Rows as a reader counts them, the header being the first.
fn placed<T>(records: Vec<T>) -> Vec<Located<T>> {
    (2..).zip(records).map(|(row, record)| Located { row, record }).collect()
}

proptest! {
    #[test]
    fn a_participant_reads_back_as_written(mut it in participant()) {
        let mut rows: Vec<u32> = vec![2];
        // A text over several lines is one row.
        let first = it.clone();
        it.reference = Reference::new("P-2").unwrap();
        rows.push(3);
        let both = rows.into_iter().zip([first, it]);
        check(&Records::Participants(both.map(|(row, record)| Located { row, record }).collect()));
    }

    #[test]
    fn a_member_reads_back_as_written(
        given in name(), family in name(), born in proptest::option::of(day()), moves in proptest::option::of(any::<bool>()),
        custody in 0..4_usize, nights in proptest::option::of(0..=14_u8), standing in 0..5_usize, child in any::<bool>(),
    ) {
        let nights = nights.and_then(Nights::new);
        let custody = Custody::CODES.get(custody).and_then(|code| Custody::from_code(code, nights));
        let standing = PartnerStanding::ALL.get(standing).copied();
        let role = if child { MemberRole::Child } else { MemberRole::Partner };
        let (custody, standing, moves_along) = (custody.into(), standing.into(), moves.into());
        let member = Member { given, family, born, role, custody, standing, moves_along }.settled();
        let reference = Reference::new("P-1").unwrap();
        check(&Records::Members(placed(vec![MemberRecord { reference, number: 2, member }])));
    }

    #[test]
    fn a_wish_reads_back_as_written(street in phrase(), reason in proptest::option::of(phrase())) {
        let area = || AreaCode::new("BU1").unwrap();
        let places = [
            Place::Area(area()),
            Place::Street { neighbourhood: area(), street: street.to_string() },
            Place::Complex(ComplexCode::new("C1").unwrap()),
        ];
        let wishes = places.into_iter().map(|place| WishRecord {
            reference: Reference::new("P-1").unwrap(),
            wish: AreaWish { place, direction: Direction::Avoid, strength: Strength::Must, reason: reason.clone() },
        });
        check(&Records::Wishes(placed(wishes.collect())));
    }

    #[test]
    fn a_shape_reads_back_to_the_sixth_decimal(points in proptest::collection::vec((-180_000_000_i32..=180_000_000, -90_000_000_i32..=90_000_000), 3..9)) {
        let mut ring: Vec<[f64; 2]> =
            points.iter().map(|(x, y)| [f64::from(*x) / 1e6, f64::from(*y) / 1e6]).collect();
        ring.push(ring[0]);
        let city = AreaCode::new("GM1").unwrap();
        let area = |code: &str, level, parent, geometry| AreaRecord {
            code: AreaCode::new(code).unwrap(), name: Phrase::new("a \"b\" \\ c").unwrap(), level, parent, geometry,
        };
        let areas = [
            area("GM1", AreaLevel::Municipality, None, Geometry::default()),
            area("BU1", AreaLevel::Neighbourhood, Some(city), Geometry(vec![vec![ring]])),
        ];
        let areas = (1..).zip(areas).map(|(row, record)| Located { row, record });
        check(&Records::Areas(areas.collect()));
    }

    #[test]
    fn no_bytes_whatever_make_the_reader_fall_over(bytes in proptest::collection::vec(any::<u8>(), 0..200), kind in proptest::sample::select(Kind::ALL.to_vec())) {
        let result = read(kind, &bytes);
        prop_assert!(!result.findings.is_empty());
        let _ = write(&result.records);
    }
}

/// The documented example of each kind, written and read again.
#[test]
fn every_kind_writes_what_it_reads() {
    let files = [
        (Kind::Organisations, "code;name;kind\nA;x;association\n"),
        (
            Kind::AreaFigures,
            "area;year;households;inhabitants;average_household;owner_occupied_percent;surface_ha;association_homes;source\nA;2024;1;2;1.35;10.5;3;4;CBS\nB;2024;;;;;;;x\n",
        ),
        (
            Kind::GroupQuotas,
            "year;group;name_nl;name_en;main_group;with_support;counts;expected;lower;upper;realised;valid_from;valid_until\n2025;g;z;y;with-support;yes;no;9;0;;0;;2025-12-31\n2026;g;a;b;with-support;yes;no;9;0;;0;2026-01-01;\n",
        ),
        (
            Kind::MainGroups,
            "year;main_group;lower;upper\n2026;with-support;3;\n2026;status-holders;0;9\n",
        ),
        (
            Kind::AssociationTargets,
            "year;association;name;lower;upper;realised\n;A;Duinrand;1;2;1\n2026;A;;0;;0\n",
        ),
        (
            Kind::Together,
            "one;other;within;reason\nP-2;P-1;complex;\nP-1;P-3;neighbourhood;mother\n",
        ),
        (
            Kind::Ceilings,
            "year;area;complex;lower;upper;realised;load_upper\n2026;A;;0;;0;\n2026;;C;1;2;1;9\n",
        ),
        (Kind::Complexes, "code;name;association;neighbourhood;street\nC;x;A;B;Kade\n"),
        (
            Kind::Dwellings,
            "code;association;complex;neighbourhood;street;house_number;postcode;bag_id;energy;rooms;surface;floor;lift;adaptation;rent;target;pets_allowed;smoking_allowed\nD;A;C;;Kade;1-H;1013AB;0363010000000001;B;2;48;0;yes;wheelchair;612.50;youth;yes;no\nE;A;;B;Kade;2;;;;1;;3;no;ordinary;0.05;general;no;yes\n",
        ),
        (
            Kind::Vacancies,
            "code;dwelling;available_from;year;status\nV;D;2026-05-01;2026;withdrawn\n",
        ),
        (
            Kind::Network,
            "reference;area;street;complex;kind;note\nP;A;;;school;x\nP;A;Kade;;family;\n",
        ),
        (
            Kind::Exclusions,
            "reference;area;street;complex;until;reason\nP;A;;;2027-01-01;x\nP;;;C;;y\n",
        ),
    ];
    for (kind, text) in files {
        let result = read(kind, text);
        assert_eq!(codes(&result), [""; 0], "{kind:?}");
        assert_eq!(String::from_utf8(write(&result.records)).unwrap(), text, "{kind:?}");
    }
}

#[test]
fn a_folder_reads_back_as_written() {
    use sleutel_exchange::folder::{Parts, ROUND_FILE, read_folder, write_folder};
    let round = RoundRecord {
        date: jiff::civil::date(2026, 6, 1),
        seed: u64::MAX,
        spare_rooms: 2,
        unknown_load: SupportLoad::Medium,
        ahead: 3,
    };
    let area = AreaRecord {
        code: AreaCode::new("GM1").unwrap(),
        name: Phrase::new("Stad").unwrap(),
        level: AreaLevel::Municipality,
        parent: None,
        geometry: Geometry::default(),
    };
    let files = write_folder(&Parts { areas: vec![area.into()], ..Parts::new(round) });
    assert!(files.contains_key(ROUND_FILE));
    let folder = read_folder(&files);
    let input = folder.input.unwrap_or_else(|| panic!("{:?}", folder.findings));
    assert_eq!((input.seed, input.settings.spare_rooms), (u64::MAX, 2));
    assert_eq!(input.settings.unknown_load, SupportLoad::Medium);
}
