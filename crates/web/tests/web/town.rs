//! A very small town behind the real router, on a database in memory, for tests by URL.
//!
//! Everybody logs in with [`PASSPHRASE`]. It is always 22 November 2026, 11 in the
//! morning. `T-1` Amina Visser and `T-2` Bram Hofman are with provider `brug` (worker
//! `wil`), `T-3` Chaima Postma with provider `anker`. Homes `H-1` to `H-3` are of
//! association `vlier`, with open vacancies `V-1` to `V-3`.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use jiff::civil::date;
use sleutel_actions::{
    App, Clock, Who,
    access::{self, NewAccount},
    documents::{self, Desk},
    import::{self, Incoming},
};
use sleutel_domain::{
    Answer, AreaCode, Cents, DwellingCode, GroupCode, LongText, OrganisationCode, PersonName,
    Phrase, Reference, VacancyCode,
    access::{OrganisationKind, Role},
    homes::{Adaptation, AreaLevel, DwellingFacts, HouseRules, Place, Target, VacancyStatus},
    participants::{
        AreaWish, Direction, Limits, Member, MemberRole, PriorityGround, Readiness, Strength,
        ThreeQuestions,
    },
};
use sleutel_exchange::{
    Records,
    records::{
        AreaRecord, CeilingRecord, DwellingRecord, Geometry, GroupQuotaRecord, GroupRecord,
        Located, MainGroup, MemberRecord, OrganisationRecord, ParticipantRecord, QuotaRecord,
        VacancyRecord, WishRecord,
    },
};
use sleutel_safe::{Keyring, MasterKey};
use sleutel_store::Db;
use sleutel_web::{Site, session, site};
use tower::ServiceExt;

pub(crate) const PASSPHRASE: &str = "appel fiets molen";

/// Log-in name, name, role, organisation.
pub(crate) const ACCOUNTS: [(&str, &str, Role, &str); 8] = [
    ("cor", "Cor van Dijk", Role::PlacementCoordinator, "brug"),
    ("ank", "Ank Boersma", Role::PlacementCoordinator, "anker"),
    ("desk", "Dina Kramer", Role::PlacementCoordinator, "gemeente"),
    ("hans", "Hans de Boer", Role::HousingOfficer, "gemeente"),
    ("lex", "Lex Bakker", Role::LettingConsultant, "vlier"),
    ("mia", "Mia de Wit", Role::ProgrammeManager, "gemeente"),
    ("wil", "Wil Prins", Role::SupportWorker, "brug"),
    ("bea", "Bea Smit", Role::Administrator, "gemeente"),
];

fn phrase(text: &str) -> Phrase {
    Phrase::new(text).unwrap()
}
fn area(text: &str) -> AreaCode {
    AreaCode::new(text).unwrap()
}
fn party(text: &str) -> OrganisationCode {
    OrganisationCode::new(text).unwrap()
}
fn located<T>(records: Vec<T>) -> Vec<Located<T>> {
    records.into_iter().map(Located::from).collect()
}

fn organisations() -> Vec<OrganisationRecord> {
    [
        ("gemeente", "Gemeente Kleinstad", OrganisationKind::Municipality),
        ("vlier", "De Vlier", OrganisationKind::Association),
        ("brug", "De Brug", OrganisationKind::Provider),
        ("anker", "Het Anker", OrganisationKind::Provider),
    ]
    .map(|(code, name, kind)| OrganisationRecord { code: party(code), name: phrase(name), kind })
    .to_vec()
}

/// Squares side by side: the town, two districts, three neighbourhoods.
fn areas() -> Vec<AreaRecord> {
    let square = |x: f64, width: f64| {
        let (x, y, right, top) = (4.9 + x, 52.3, 4.9 + x + width, 52.31);
        Geometry(vec![vec![vec![[x, y], [right, y], [right, top], [x, top], [x, y]]]])
    };
    [
        ("K", "Kleinstad", AreaLevel::Municipality, None, square(0.0, 0.03)),
        ("K1", "Oost", AreaLevel::District, Some("K"), square(0.0, 0.02)),
        ("K2", "West", AreaLevel::District, Some("K"), square(0.02, 0.01)),
        ("K1A", "Molenbuurt", AreaLevel::Neighbourhood, Some("K1"), square(0.0, 0.01)),
        ("K1B", "Havenbuurt", AreaLevel::Neighbourhood, Some("K1"), square(0.01, 0.01)),
        ("K2A", "Tuinbuurt", AreaLevel::Neighbourhood, Some("K2"), square(0.02, 0.01)),
    ]
    .map(|(code, name, level, parent, geometry)| AreaRecord {
        code: area(code),
        name: phrase(name),
        level,
        parent: parent.map(area),
        geometry,
    })
    .to_vec()
}

fn quotas() -> Vec<GroupQuotaRecord> {
    [("shelter", "Uitstroom opvang", "From shelter"), ("youth", "Jongeren", "Young people")]
        .map(|(code, nl, en)| GroupQuotaRecord {
            group: GroupRecord {
                code: GroupCode::new(code).unwrap(),
                name_nl: phrase(nl),
                name_en: phrase(en),
                main_group: MainGroup::WithSupport,
                with_support: true,
                counts: true,
                valid_from: None,
                valid_until: None,
            },
            quota: QuotaRecord {
                year: 2026,
                group: GroupCode::new(code).unwrap(),
                expected: 20,
                lower: 10,
                upper: Some(20),
                realised: 4,
            },
        })
        .to_vec()
}

fn dwellings() -> Vec<DwellingRecord> {
    [
        ("H-1", "K1A", "Molenweg", 1_u8),
        ("H-2", "K1B", "Havenkade", 2),
        ("H-3", "K2A", "Tuinlaan", 3),
    ]
    .map(|(code, neighbourhood, street, rooms)| DwellingRecord {
        code: DwellingCode::new(code).unwrap(),
        association: party("vlier"),
        complex: None,
        neighbourhood: Some(area(neighbourhood)),
        street: phrase(street),
        house_number: phrase("12"),
        postcode: None,
        bag_id: None,
        energy: None,
        facts: DwellingFacts {
            rooms,
            surface: Some(50),
            floor: 0,
            lift: false,
            adaptation: Adaptation::Ordinary,
            rent: Cents::new(60_000).unwrap(),
            target: Target::General,
            rules: HouseRules { pets: true, smoking: true },
        },
    })
    .to_vec()
}

fn vacancies() -> Vec<VacancyRecord> {
    ["1", "2", "3"]
        .map(|number| VacancyRecord {
            code: VacancyCode::new(&format!("V-{number}")).unwrap(),
            dwelling: DwellingCode::new(&format!("H-{number}")).unwrap(),
            available_from: date(2026, 12, 1),
            year: 2026,
            status: VacancyStatus::Open,
        })
        .to_vec()
}

fn known_limits() -> Limits {
    Limits {
        rent: Answer::Known(Cents::new(65_000).unwrap()),
        adaptation: Answer::Known(Adaptation::Ordinary),
        stairs: Answer::Known(3),
        pets: Answer::Known(false),
        smokes: Answer::Known(false),
        sharing: Answer::Known(false),
    }
}

fn participants() -> Vec<ParticipantRecord> {
    let person = |reference: &str, given: &str, family: &str, provider: &str| ParticipantRecord {
        reference: Reference::new(reference).unwrap(),
        group: GroupCode::new("shelter").unwrap(),
        provider: party(provider),
        worker: None,
        given: PersonName::new(given).unwrap(),
        family: PersonName::new(family).unwrap(),
        born: Some(date(1980, 5, 17)),
        waiting_since: date(2026, 1, 15),
        readiness: Readiness::Ready { since: date(2026, 9, 1) },
        ground: PriorityGround::None,
        limits: known_limits(),
        questions: ThreeQuestions::default(),
        living_situation: None,
        load: Answer::Unknown,
    };
    vec![
        ParticipantRecord {
            worker: Some(phrase("wil")),
            questions: ThreeQuestions {
                want: Some(LongText::new("Dicht bij de kinderen wonen.").unwrap()),
                can: None,
                need: None,
            },
            ..person("T-1", "Amina", "Visser", "brug")
        },
        ParticipantRecord {
            worker: Some(phrase("wil")),
            limits: Limits { pets: Answer::Unknown, rent: Answer::Unknown, ..known_limits() },
            ..person("T-2", "Bram", "Hofman", "brug")
        },
        ParticipantRecord {
            readiness: Readiness::Preparing,
            ..person("T-3", "Chaima", "Postma", "anker")
        },
    ]
}

fn members() -> Vec<MemberRecord> {
    vec![MemberRecord {
        reference: Reference::new("T-1").unwrap(),
        number: 2,
        member: Member {
            given: PersonName::new("Sami").unwrap(),
            family: PersonName::new("Visser").unwrap(),
            born: Some(date(2018, 3, 2)),
            role: MemberRole::Child,
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along: Answer::Known(true),
        },
    }]
}

fn wishes() -> Vec<WishRecord> {
    vec![WishRecord {
        reference: Reference::new("T-1").unwrap(),
        wish: AreaWish {
            place: Place::Area(area("K1")),
            direction: Direction::Prefer,
            strength: Strength::Strong,
            reason: Some(phrase("de school is daar")),
        },
    }]
}

fn ceilings() -> Vec<CeilingRecord> {
    vec![CeilingRecord {
        year: 2026,
        place: Place::Area(area("K1A")),
        lower: 0,
        upper: Some(3),
        realised: 1,
        load: Some(6),
    }]
}

/// The town, and the site on it.
pub(crate) struct Town {
    pub(crate) app: App,
    pub(crate) router: Router,
}

impl Town {
    /// Builds it anew; tests share nothing.
    pub(crate) async fn new() -> Self {
        Self::with(Site { programme: "Thuis in Kleinstad".to_owned(), ..Site::default() }).await
    }

    /// The same behind another site.
    pub(crate) async fn with(settings: Site) -> Self {
        let db = Db::open("sqlite::memory:").await.unwrap();
        let app = App::new(db, Clock::Fixed("2026-11-22T10:00:00Z".parse().unwrap()));
        let operator =
            access::start_programme(&app, "tester", "kleinstad", "Thuis in Kleinstad", false)
                .await
                .unwrap();
        fill(&app, &operator).await;
        let keys = Some(Keyring::one(MasterKey::new([1; 32])));
        let limits = documents::Limits { file: 4_000, household: 20_000, files: 3 };
        let app = app.with_documents(Desk { keys, limits, scanner: None });
        for (login, name, role, organisation) in ACCOUNTS {
            let account = NewAccount {
                login: login.to_owned(),
                name: name.to_owned(),
                role,
                organisation: party(organisation),
                passphrase: PASSPHRASE.to_owned(),
            };
            access::add_account(&app, &operator, &account).await.unwrap();
        }
        let router = site(app.clone(), settings);
        Self { app, router }
    }

    /// A browser that nobody has logged in with. Asks for Dutch.
    pub(crate) fn visitor(&self) -> Browser {
        let router = self.router.clone();
        Browser { router, cookies: Vec::new(), csrf: String::new(), accept: "text/html" }
    }

    /// A browser somebody has logged in with.
    pub(crate) async fn browser(&self, login: &str) -> Browser {
        let begun = access::log_in(&self.app, login, PASSPHRASE, "test").await.unwrap();
        let session = access::session(&self.app, &begun.token).await.unwrap().unwrap();
        let mut browser = self.visitor();
        browser.cookies.push((session::COOKIE.to_owned(), begun.token));
        browser.csrf = session.csrf;
        browser
    }
}

async fn fill(app: &App, operator: &Who) {
    let files = [
        Records::Organisations(located(organisations())),
        Records::Areas(located(areas())),
        Records::GroupQuotas(located(quotas())),
        Records::Ceilings(located(ceilings())),
        Records::Dwellings(located(dwellings())),
        Records::Vacancies(located(vacancies())),
        Records::Participants(located(participants())),
        Records::Members(located(members())),
        Records::Wishes(located(wishes())),
    ];
    let incoming: Vec<Incoming> =
        files.into_iter().map(|records| Incoming { file: "town".to_owned(), records }).collect();
    let report = import::bring_in(app, operator, &incoming, false, &mut |_, _| {}).await.unwrap();
    assert!(report.kept, "{:?}", report.findings);
}

/// Keeps cookies and sends the token of its session with every form, as a browser does.
#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    pub(crate) cookies: Vec<(String, String)>,
    pub(crate) csrf: String,
    /// What it asks for; a script asks for JSON.
    pub(crate) accept: &'static str,
}

/// An answer as a browser sees it.
pub(crate) struct Answered {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answered {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The header, or nothing.
    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where it sends the browser.
    pub(crate) fn location(&self) -> &str {
        self.header(header::LOCATION)
    }
}

impl Browser {
    async fn ask(&mut self, request: axum::http::request::Builder, body: Body) -> Answered {
        let cookies: Vec<_> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request
            .header(header::ACCEPT, self.accept)
            .header(header::COOKIE, cookies.join("; "))
            .body(body)
            .unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(other, _)| other != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        Answered { status: parts.status, headers: parts.headers, bytes }
    }

    /// Opens a page.
    pub(crate) async fn get(&mut self, path: &str) -> Answered {
        self.ask(Request::get(path), Body::empty()).await
    }

    /// Opens a page that has to be there, and gives its text.
    pub(crate) async fn page(&mut self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        answer.text()
    }

    /// Sends a form with the token of this session.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answered {
        let csrf = self.csrf.clone();
        let mut fields = fields.to_vec();
        fields.push(("_csrf", &csrf));
        self.post_bare(path, &fields).await
    }

    /// Sends a form as it is.
    pub(crate) async fn post_bare(&mut self, path: &str, fields: &[(&str, &str)]) -> Answered {
        let encode = sleutel_web::listing::encode;
        let body: Vec<_> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        let request =
            Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request, Body::from(body.join("&"))).await
    }

    /// Sends files in a form of several parts.
    pub(crate) async fn post_files(
        &mut self,
        path: &str,
        token: &str,
        files: &[(&str, &[u8])],
    ) -> Answered {
        self.post_parts(path, token, &[("kind", "")], files).await
    }

    /// The same with other fields.
    pub(crate) async fn post_parts(
        &mut self,
        path: &str,
        token: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &[u8])],
    ) -> Answered {
        let body = parts(token, fields, files);
        self.post_raw(path, body).await
    }

    /// A body of several parts as it is, whole or not.
    pub(crate) async fn post_raw(&mut self, path: &str, body: Vec<u8>) -> Answered {
        let kind = "multipart/form-data; boundary=between";
        let request = Request::post(path).header(header::CONTENT_TYPE, kind);
        self.ask(request, Body::from(body)).await
    }

    /// Takes over the token that stands in the page, as a form in it would send it.
    pub(crate) async fn take_token(&mut self, path: &str) {
        let text = self.get(path).await.text();
        let rest = text.split_once("name=\"_csrf\" value=\"").unwrap().1;
        self.csrf = rest.split_once('"').unwrap().0.to_owned();
    }
}

/// The body of a form of several parts.
pub(crate) fn parts(token: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |head: &str, bytes: &[u8]| {
        body.extend_from_slice(b"--between\r\nContent-Disposition: form-data; ");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(b"\r\n\r\n");
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    };
    part("name=\"_csrf\"", token.as_bytes());
    for (name, value) in fields {
        part(&format!("name=\"{name}\""), value.as_bytes());
    }
    for (name, bytes) in files {
        part(&format!("name=\"files\"; filename=\"{name}\""), bytes);
    }
    body.extend_from_slice(b"--between--\r\n");
    body
}
