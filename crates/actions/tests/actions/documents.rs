//! Documents from the browser's bytes to whoever reads them, and back out of the file.

use sleutel_actions::{
    ActionError, App, FieldFault, Hold, Who, agreements, audit,
    cases::{ActDraft, Doing},
    colleagues,
    documents::{
        self, AddDraft, Checked, Desk, DocumentHold, Filter, Limits, Opened, SentFile, StepDraft,
    },
    participants::{self, ParticipantDraft},
};
use sleutel_domain::{
    Id, Reference,
    access::Role,
    agreements::Kind,
    documents::{Closed, Document, Door, Standing, StepRefused, Unfit},
};
use sleutel_safe::{Keyring, MasterKey, Scanner};
use sleutel_store::{Db, Window, audit::ChainState, documents as rows};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

use crate::{
    cases::{consultant, in_force, offered_home, outcome, to_an_offer, try_to},
    colleagues::at,
    postgres::Fresh,
    town::{Town, reference},
};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

fn desk() -> Desk {
    Desk { keys: Some(Keyring::one(MasterKey::new([1; 32]))), ..Desk::default() }
}

/// A town with a key for documents and no scanner.
pub(crate) async fn town() -> Town {
    on(Db::open("sqlite::memory:").await.unwrap()).await
}

async fn on(db: Db) -> Town {
    with(Town::on(db).await, desk())
}

fn with(town: Town, desk: Desk) -> Town {
    Town { app: town.app.with_documents(desk), operator: town.operator }
}

fn sent(name: &str, bytes: &[u8]) -> SentFile {
    SentFile { name: name.to_owned(), bytes: bytes.to_vec() }
}

/// One paper of a kind.
pub(crate) fn draft(kind: &str) -> AddDraft {
    let files = vec![sent("../brief.pdf", PDF)];
    AddDraft { kind: kind.to_owned(), files, ..AddDraft::default() }
}

/// The count of changes of a document.
pub(crate) async fn changes(app: &App, id: Id<Document>) -> i64 {
    let mut tx = app.db.read().await.unwrap();
    let programme = sleutel_store::access::programmes(&mut tx).await.unwrap()[0].id;
    rows::document(&mut tx, programme, id).await.unwrap().unwrap().changes
}

/// Whose the file D-0001 is.
struct Cast {
    worker: Who,
    coordinator: Who,
    officer: Who,
    administrator: Who,
}

async fn cast(town: &Town) -> Cast {
    let file = participants::view(&town.app, &town.operator, &whose()).await.unwrap().file;
    let provider = file.provider.to_string();
    let login = file.worker.unwrap().to_string();
    let worker = town.person(&login, Role::SupportWorker, &provider).await;
    crate::cases::to_a_decision(town, &worker, &whose()).await;
    Cast {
        worker,
        coordinator: town.person("coord", Role::PlacementCoordinator, &provider).await,
        officer: town.person("officer", Role::HousingOfficer, "gemeente").await,
        administrator: town.person("admin", Role::Administrator, "gemeente").await,
    }
}

fn whose() -> Reference {
    reference("D-0001")
}

async fn add(town: &Town, who: &Who, draft: &AddDraft) -> Id<Document> {
    documents::add(&town.app, who, &whose(), draft).await.unwrap()[0]
}

async fn read(town: &Town, who: &Who, id: Id<Document>) -> Result<Vec<u8>, ActionError> {
    match documents::open(&town.app, who, id, 1, true).await? {
        Opened::Content { bytes, .. } => Ok(bytes),
        Opened::Warning { .. } => panic!("warned although sure"),
    }
}

async fn step(
    town: &Town,
    who: &Who,
    id: Id<Document>,
    step: StepDraft,
) -> Result<(), ActionError> {
    let changes = changes(&town.app, id).await;
    documents::step(&town.app, who, id, changes, &step).await
}

fn release() -> StepDraft {
    StepDraft::Release { number: 1, reason: "zelf gezien bij de deelnemer".to_owned() }
}

fn held(error: ActionError) -> DocumentHold {
    let ActionError::Hold(Hold::Document(hold)) = error else { panic!("{error:?}") };
    hold
}

/// Larger than a chunk, and no two chunks alike.
fn long() -> Vec<u8> {
    let mut text = String::new();
    for number in 0..90_000 {
        text.push_str(&format!("regel {number}\n"));
    }
    text.into_bytes()
}

async fn comes_back(town: &Town) {
    let Cast { worker, coordinator, .. } = cast(town).await;
    let text = long();
    assert!(text.len() > 3 * sleutel_safe::CHUNK);
    let draft = AddDraft {
        kind: "other".to_owned(),
        files: vec![sent("C:\\map\\lang 🏠.txt", &text), sent("loon.pdf", PDF)],
        ..AddDraft::default()
    };
    let ids = documents::add(&town.app, &worker, &whose(), &draft).await.unwrap();
    assert_eq!(ids.len(), 2);
    assert!(read(town, &worker, ids[0]).await.unwrap() == text);
    step(town, &coordinator, ids[1], release()).await.unwrap();
    assert_eq!(read(town, &coordinator, ids[1]).await.unwrap(), PDF);
    let view = documents::view(&town.app, &worker, ids[0]).await.unwrap();
    assert_eq!(view.document.newest().unwrap().row.name.as_str(), "lang 🏠.txt");
    let seen: Vec<String> =
        view.log.unwrap().rows.iter().map(|it| it.line.detail.clone()).collect();
    assert!(seen.iter().any(|it| it.contains("\"opened\":1")), "{seen:?}");
    assert!(seen.iter().all(|it| !it.contains("lang")), "a name is in the log");
    assert!(matches!(
        audit::verify(&town.app, &town.operator).await.unwrap(),
        ChainState::Whole { .. }
    ));
}

#[tokio::test]
async fn what_was_added_comes_back_byte_for_byte() {
    comes_back(&town().await).await;
}

#[tokio::test]
async fn what_was_added_on_postgresql_comes_back_byte_for_byte() {
    let Some(fresh) = Fresh::new("documents") else { return };
    let town = on(Db::open(&fresh.url()).await.unwrap()).await;
    comes_back(&town).await;
    town.app.db.close().await;
}

#[tokio::test]
async fn with_one_bad_file_none_is_kept_and_every_fault_is_told() {
    let town = town().await;
    let worker = cast(&town).await.worker;
    let draft = AddDraft {
        kind: String::new(),
        share: "everybody".to_owned(),
        files: vec![
            sent("goed.pdf", PDF),
            sent("loon\u{202e}.exe", b"MZ\x90"),
            sent("foto.png", PDF),
            sent("", b""),
        ],
        ..AddDraft::default()
    };
    let error = documents::add(&town.app, &worker, &whose(), &draft).await.unwrap_err();
    let ActionError::Fields(errors) = error else { panic!("{error:?}") };
    let fields: Vec<&str> = errors.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["kind", "share", "files-2", "files-3", "files-4"]);
    let FieldFault::Document { name, faults } = &errors[2].fault else { panic!("{errors:?}") };
    assert_eq!((name.as_str(), faults.as_slice()), ("loon.exe", &[Unfit::Program][..]));
    let view = documents::list(&town.app, &worker, &whose(), &Filter::default()).await.unwrap();
    assert_eq!(view.all, 0);
}

#[tokio::test]
async fn a_file_and_a_person_have_a_limit_that_is_kept_to_the_byte() {
    let size = u64::try_from(PDF.len()).unwrap();
    let limits = Limits { file: size, household: 2 * size, files: 2 };
    let town = with(town().await, Desk { limits, ..desk() });
    let worker = cast(&town).await.worker;
    add(&town, &worker, &draft("other")).await;
    let longer = [PDF, b"\n"].concat();
    let larger = AddDraft { files: vec![sent("a.pdf", &longer)], ..draft("other") };
    let error = documents::add(&town.app, &worker, &whose(), &larger).await.unwrap_err();
    let ActionError::Fields(errors) = error else { panic!("{error:?}") };
    let FieldFault::Document { faults, .. } = &errors[0].fault else { panic!("{errors:?}") };
    let no_room = Unfit::NoRoom { together: 2 * size + 1, most: 2 * size };
    assert_eq!(faults, &[Unfit::TooLarge { most: size }, no_room]);
    add(&town, &worker, &draft("other")).await;
    let full = documents::add(&town.app, &worker, &whose(), &draft("other")).await;
    assert!(matches!(full, Err(ActionError::Fields(_))));
}

#[tokio::test]
async fn nothing_is_taken_in_or_opened_without_a_key() {
    let town = town().await;
    let worker = cast(&town).await.worker;
    let id = add(&town, &worker, &draft("other")).await;
    let opened = async |desk| {
        let app = town.app.clone().with_documents(desk);
        held(documents::open(&app, &worker, id, 1, true).await.unwrap_err())
    };
    assert_eq!(opened(Desk::default()).await, DocumentHold::NoKey);
    let other = Keyring::one(MasterKey::new([2; 32]));
    let key = MasterKey::new([1; 32]).id().to_string();
    let other = Desk { keys: Some(other), ..Desk::default() };
    assert_eq!(opened(other).await, DocumentHold::OtherKey { key });
    let app = town.app.clone().with_documents(Desk::default());
    let refused = documents::add(&app, &worker, &whose(), &draft("other")).await.unwrap_err();
    assert_eq!(held(refused), DocumentHold::NoKey);
    assert_eq!(read(&town, &worker, id).await.unwrap(), PDF);
}

#[tokio::test]
async fn rows_that_were_swapped_do_not_open() {
    let town = town().await;
    let worker = cast(&town).await.worker;
    let (one, other) =
        (add(&town, &worker, &draft("other")).await, add(&town, &worker, &draft("other")).await);
    let mut tx = town.app.db.write().await.unwrap();
    let theirs = rows::wrapped(&mut tx, other, 1).await.unwrap().unwrap();
    let key = theirs.key.clone();
    let moved = rows::WrapRow { document: one, ..theirs };
    assert!(rows::set_wrapped(&mut tx, &moved, &key).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(held(read(&town, &worker, one).await.unwrap_err()), DocumentHold::Damaged);
    assert_eq!(read(&town, &worker, other).await.unwrap(), PDF);
}

/// Without a scanner: only the organisation that added it, after a warning.
#[tokio::test]
async fn without_a_scanner_a_paper_is_for_its_own_organisation_until_a_person_releases_it() {
    let town = town().await;
    let Cast { worker, coordinator, officer, administrator } = cast(&town).await;
    let id = add(&town, &worker, &draft("income")).await;
    let warned = documents::open(&town.app, &coordinator, id, 1, false).await.unwrap();
    assert!(matches!(warned, Opened::Warning { .. }), "{warned:?}");
    assert_eq!(read(&town, &coordinator, id).await.unwrap(), PDF);
    let closed = held(read(&town, &officer, id).await.unwrap_err());
    assert_eq!(closed, DocumentHold::Closed(Closed::NotReleased));
    assert!(matches!(step(&town, &worker, id, release()).await, Err(ActionError::Denied(_))));
    let nothing = StepDraft::Release { number: 1, reason: " ".to_owned() };
    assert!(matches!(step(&town, &administrator, id, nothing).await, Err(ActionError::Fields(_))));
    step(&town, &administrator, id, release()).await.unwrap();
    assert_eq!(read(&town, &officer, id).await.unwrap(), PDF);
    let again = held(step(&town, &coordinator, id, release()).await.unwrap_err());
    assert_eq!(again, DocumentHold::Step(StepRefused::NotInQuarantine));
    let refuse = StepDraft::Refuse { number: 1, reason: "van iemand anders".to_owned() };
    step(&town, &coordinator, id, refuse).await.unwrap();
    let closed = held(read(&town, &worker, id).await.unwrap_err());
    assert_eq!(closed, DocumentHold::Closed(Closed::Refused));
    // The administrator opens none.
    assert!(matches!(read(&town, &administrator, id).await, Err(ActionError::Denied(_))));
}

#[tokio::test]
async fn each_party_sees_what_its_kind_and_its_sharing_allow() {
    let town = town().await;
    let Cast { worker, officer, .. } = cast(&town).await;
    let seen = async |who: &Who, id| {
        let view = documents::list(&town.app, who, &whose(), &Filter::default()).await.unwrap();
        view.rows.iter().any(|it| it.row.id == id)
    };
    for (kind, share, by_officer) in [
        ("identity", "", false),
        ("identity", "municipality", true),
        ("income", "", true),
        ("income", "nobody", false),
        ("support", "", false),
        ("decision", "", true),
        ("home-photo", "", false),
    ] {
        let draft = AddDraft { share: share.to_owned(), ..draft(kind) };
        let id = add(&town, &worker, &draft).await;
        assert!(seen(&worker, id).await, "{kind} {share}");
        assert_eq!(seen(&officer, id).await, by_officer, "{kind} {share}");
        let view = documents::view(&town.app, &officer, id).await;
        assert_eq!(view.is_ok(), by_officer, "{kind} {share}");
    }
    for (kind, share) in [("support", "both"), ("income", "association")] {
        let draft = AddDraft { share: share.to_owned(), ..draft(kind) };
        let error = documents::add(&town.app, &worker, &whose(), &draft).await.unwrap_err();
        let ActionError::Fields(errors) = error else { panic!("{error:?}") };
        assert_eq!(errors[0].fault, FieldFault::TooWide, "{kind}");
    }
    let id = add(&town, &worker, &draft("support")).await;
    let share = StepDraft::Share { share: "municipality".to_owned() };
    assert!(matches!(step(&town, &worker, id, share).await, Err(ActionError::Fields(_))));
    // A care paper is nothing an officer adds either.
    let error = documents::add(&town.app, &officer, &whose(), &draft("support")).await;
    assert!(matches!(error, Err(ActionError::Fields(_))), "{error:?}");
    let theirs = add(&town, &officer, &draft("decision")).await;
    assert!(seen(&worker, theirs).await);
    let take = StepDraft::Withdraw { why: "niet van mij".to_owned() };
    let refused = held(step(&town, &worker, theirs, take).await.unwrap_err());
    assert_eq!(refused, DocumentHold::NotAdder);
}

/// What somebody sees of the documents of a file, by the names of their newest versions.
async fn names(app: &App, who: &Who, whose: &Reference) -> Vec<String> {
    let view = documents::list(app, who, whose, &Filter::default()).await.unwrap();
    let mut names: Vec<_> =
        view.rows.iter().map(|it| it.newest().unwrap().row.name.to_string()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn an_association_reads_what_is_shared_with_it_once_they_said_yes_to_a_home_of_it() {
    let town = town().await;
    let (whose, [worker, _, letting]) = to_an_offer(&town).await;
    let other = town.person("other-letting", Role::LettingConsultant, "papiermolen").await;
    let added = async |who: &Who, kind: &str, name: &str| {
        let draft = AddDraft { files: vec![sent(name, PDF)], ..draft(kind) };
        documents::add(&town.app, who, &whose, &draft).await.unwrap()[0]
    };
    let lease = added(&worker, "lease", "huur van Piet.pdf").await;
    let decision = added(&worker, "decision", "besluit over Piet.pdf").await;
    let income = added(&worker, "income", "loon van Piet.pdf").await;
    let photo = added(&worker, "home-photo", "keuken van Piet.pdf").await;
    added(&letting, "other", "sleutels.pdf").await;
    let administrator = town.person("admin", Role::Administrator, "gemeente").await;
    for id in [lease, income] {
        step(&town, &administrator, id, release()).await.unwrap();
    }
    // On offer: they do not know to whom, and a name of a file would say it.
    let seen = names(&town.app, &letting, &whose).await;
    assert_eq!(seen, ["document.pdf", "sleutels.pdf"]);
    let view = documents::view(&town.app, &letting, photo).await.unwrap();
    assert_eq!(view.document.newest().unwrap().row.name.as_str(), "document.pdf");
    for id in [lease, decision, income] {
        assert!(matches!(read(&town, &letting, id).await, Err(ActionError::NotFound)));
        assert!(documents::view(&town.app, &letting, id).await.is_err());
    }
    step(&town, &administrator, photo, release()).await.unwrap();
    assert_eq!(read(&town, &letting, photo).await.unwrap(), PDF);
    try_to(&town, &worker, &whose, Doing::EndStep, &outcome("done")).await.unwrap();
    try_to(&town, &worker, &whose, Doing::Answer, &outcome("accepted")).await.unwrap();
    assert_eq!(read(&town, &letting, lease).await.unwrap(), PDF);
    assert!(matches!(read(&town, &letting, income).await, Err(ActionError::NotFound)));
    let seen = names(&town.app, &letting, &whose).await;
    let closed = "document.pdf";
    assert_eq!(seen, [closed, "huur van Piet.pdf", "keuken van Piet.pdf", "sleutels.pdf"]);
    for id in [lease, income, photo] {
        assert!(matches!(read(&town, &other, id).await, Err(ActionError::NotFound)));
    }
}

#[tokio::test]
async fn an_association_keeps_no_document_of_a_home_that_was_not_taken_after_all() {
    let town = town().await;
    let (whose, [worker, _, letting]) = to_an_offer(&town).await;
    try_to(&town, &worker, &whose, Doing::EndStep, &outcome("done")).await.unwrap();
    try_to(&town, &worker, &whose, Doing::Answer, &outcome("accepted")).await.unwrap();
    let lease = documents::add(&town.app, &worker, &whose, &draft("lease")).await.unwrap()[0];
    assert!(documents::view(&town.app, &letting, lease).await.is_ok());
    let out = ActDraft { by: "participant".to_owned(), ..outcome("") };
    try_to(&town, &worker, &whose, Doing::Withdraw, &out).await.unwrap();
    let list = documents::list(&town.app, &letting, &whose, &Filter::default()).await;
    assert!(matches!(list, Err(ActionError::NotFound)), "{list:?}");
    assert!(documents::view(&town.app, &letting, lease).await.is_err());
}

#[tokio::test]
async fn when_a_lease_ended_its_association_reads_what_was_there_before() {
    let town = town().await;
    let (desk, worker, pair) = offered_home(&town).await;
    let whose = pair.reference.clone();
    let letting = consultant(&town, &pair, "letting").await;
    try_to(&town, &worker, &whose, Doing::EndStep, &outcome("done")).await.unwrap();
    try_to(&town, &worker, &whose, Doing::Answer, &outcome("accepted")).await.unwrap();
    in_force(&town, &desk, &whose).await;
    for _ in ["lease", "support", "keys"] {
        try_to(&town, &worker, &whose, Doing::EndStep, &outcome("done")).await.unwrap();
    }
    let out = ActDraft { by: "participant".to_owned(), ..outcome("") };
    try_to(&town, &worker, &whose, Doing::Withdraw, &out).await.unwrap();
    let lease = documents::add(&town.app, &worker, &whose, &draft("lease")).await.unwrap()[0];
    let rows = agreements::of_household(&town.app, &letting, &whose).await.unwrap();
    let row = rows.iter().find(|it| it.agreement.terms.kind == Kind::IntermediateLease).unwrap();
    let from = row.agreement.terms.from;
    let end = agreements::StepDraft::End { on: from.to_string(), reason: "moved".to_owned() };
    agreements::step(&town.app, &desk, row.agreement.id, row.version, &end).await.unwrap();
    let later = at(&town, &format!("{}T12:00:00Z", from.tomorrow().unwrap()));
    let after = documents::add(&later, &worker, &whose, &draft("lease")).await.unwrap()[0];
    let list = documents::list(&later, &letting, &whose, &Filter::default()).await.unwrap();
    let seen: Vec<_> = list.rows.iter().map(|it| it.row.id).collect();
    assert_eq!(seen, [lease], "they lived there, and no longer");
    assert!(documents::view(&later, &letting, after).await.is_err());
    assert!(documents::view(&later, &worker, after).await.is_ok());
}

#[tokio::test]
async fn of_two_new_versions_at_once_the_second_is_told_and_the_old_one_stays() {
    let town = town().await;
    let Cast { worker, coordinator, .. } = cast(&town).await;
    let id = add(&town, &worker, &draft("lease")).await;
    let files = [sent("nieuw.txt", b"met handtekening")];
    let replace = async |who: &Who, changes, why: &str| {
        documents::replace(&town.app, who, id, changes, why, &files).await
    };
    let seen = changes(&town.app, id).await;
    replace(&worker, seen, "getekend").await.unwrap();
    assert!(matches!(replace(&coordinator, seen, "ook").await, Err(ActionError::Changed)));
    let now = changes(&town.app, id).await;
    assert!(matches!(replace(&worker, now, "").await, Err(ActionError::Fields(_))));
    let view = documents::view(&town.app, &worker, id).await.unwrap();
    let numbers: Vec<u32> = view.document.versions.iter().map(|it| it.row.number).collect();
    assert_eq!(numbers, [2, 1]);
    assert_eq!(view.document.versions[0].row.why.as_ref().unwrap().as_str(), "getekend");
    assert_eq!(read(&town, &worker, id).await.unwrap(), PDF);
    let second = documents::open(&town.app, &worker, id, 2, true).await.unwrap();
    assert!(matches!(second, Opened::Content { bytes, .. } if bytes == b"met handtekening"));
}

#[tokio::test]
async fn what_was_withdrawn_comes_back_and_what_was_erased_does_not() {
    let town = town().await;
    let Cast { worker, coordinator, officer, .. } = cast(&town).await;
    let id = add(&town, &worker, &draft("income")).await;
    step(&town, &coordinator, id, release()).await.unwrap();
    let erase = |sure| StepDraft::Erase { ground: "verzoek van de deelnemer".to_owned(), sure };
    let early = held(step(&town, &coordinator, id, erase(true)).await.unwrap_err());
    assert_eq!(early, DocumentHold::Step(StepRefused::NotWithdrawn));
    let withdraw = StepDraft::Withdraw { why: "verkeerde maand".to_owned() };
    step(&town, &worker, id, withdraw.clone()).await.unwrap();
    assert!(matches!(read(&town, &officer, id).await, Err(ActionError::NotFound)));
    step(&town, &worker, id, StepDraft::BringBack).await.unwrap();
    assert_eq!(read(&town, &officer, id).await.unwrap(), PDF);
    step(&town, &worker, id, withdraw).await.unwrap();
    let unsure = step(&town, &coordinator, id, erase(false)).await;
    assert!(matches!(unsure, Err(ActionError::Fields(_))));
    assert!(matches!(step(&town, &worker, id, erase(true)).await, Err(ActionError::Denied(_))));
    step(&town, &coordinator, id, erase(true)).await.unwrap();
    let gone = held(read(&town, &worker, id).await.unwrap_err());
    assert_eq!(gone, DocumentHold::Closed(Closed::Erased));
    let view = documents::view(&town.app, &worker, id).await.unwrap();
    assert!(matches!(view.document.row.standing, Standing::Erased { .. }));
    assert_eq!(view.document.newest().unwrap().row.name.as_str(), "document.pdf");
    assert!(!view.may_change && !view.may_erase && !view.may_release);
    let mut tx = town.app.db.read().await.unwrap();
    assert_eq!(rows::wrapped(&mut tx, id, 1).await.unwrap(), None);
    assert_eq!(rows::chunk(&mut tx, id, 1, 0).await.unwrap(), None);
}

#[tokio::test]
async fn after_a_change_of_provider_the_new_one_has_the_say_and_reads_no_care_paper() {
    let town = town().await;
    let Cast { worker, coordinator, officer, .. } = cast(&town).await;
    let [support, other] = ["support", "other"].map(draft);
    let (care, paper) = (add(&town, &worker, &support).await, add(&town, &worker, &other).await);
    let decision = add(&town, &officer, &draft("decision")).await;
    assert_eq!(read(&town, &coordinator, care).await.unwrap(), PDF);
    let file = participants::view(&town.app, &town.operator, &whose()).await.unwrap().file;
    let new = if file.provider.as_str() == "lichtwaard" { "eigendrempel" } else { "lichtwaard" };
    let moved = ParticipantDraft {
        provider: new.to_owned(),
        worker: String::new(),
        ..ParticipantDraft::from(&file)
    };
    participants::save_participant(&town.app, &town.operator, &moved).await.unwrap();
    assert!(matches!(read(&town, &coordinator, care).await, Err(ActionError::NotFound)));
    let now = town.person("new-coord", Role::PlacementCoordinator, new).await;
    // They know that there is a care paper, to erase it, and nothing of what is in it.
    let seen = documents::view(&town.app, &now, care).await.unwrap();
    let version = seen.document.newest().unwrap();
    assert_eq!(version.row.name.as_str(), "document.pdf");
    assert_eq!(version.door, Door::Closed(Closed::OfBefore));
    let closed = held(read(&town, &now, care).await.unwrap_err());
    assert_eq!(closed, DocumentHold::Closed(Closed::OfBefore));
    let share = StepDraft::Share { share: "both".to_owned() };
    step(&town, &now, paper, share.clone()).await.unwrap();
    let refused = held(step(&town, &now, decision, share).await.unwrap_err());
    assert_eq!(refused, DocumentHold::NotAdder, "the municipality is still there");
    for id in [care, paper, decision] {
        let withdraw = StepDraft::Withdraw { why: "hoort hier niet".to_owned() };
        step(&town, &now, id, withdraw).await.unwrap();
        let erase = StepDraft::Erase { ground: "op verzoek".to_owned(), sure: true };
        step(&town, &now, id, erase).await.unwrap();
        let view = documents::view(&town.app, &now, id).await.unwrap();
        assert!(matches!(view.document.row.standing, Standing::Erased { .. }));
    }
}

#[tokio::test]
async fn whose_documents_a_page_showed_stands_in_the_log() {
    let town = town().await;
    let Cast { worker, administrator, .. } = cast(&town).await;
    documents::blank(&town.app, &worker, &whose()).await.unwrap();
    add(&town, &worker, &draft("income")).await;
    let window = Window { offset: 0, limit: 10 };
    documents::quarantine(&town.app, &administrator, window).await.unwrap();
    colleagues::invitations(&town.app, &worker).await.unwrap();
    let details = async |kind: &str, subject: &str| {
        let lines = audit::lines(&town.app, &town.operator, kind, subject, window).await.unwrap();
        lines.rows.into_iter().map(|it| it.line.detail).collect::<Vec<_>>()
    };
    let asked = details("participant", "D-0001").await;
    assert!(asked.iter().any(|it| it.contains("\"documents\":\"asked\"")), "{asked:?}");
    assert!(details("documents", "").await[0].contains("\"shown\":[\"D-0001\"]"));
    assert_eq!(details("guests", "").await, ["{\"shown\":[]}"]);
}

#[tokio::test]
async fn wrapping_keys_anew_goes_on_where_it_was_broken_off() {
    let town = town().await;
    let Cast { worker, administrator, .. } = cast(&town).await;
    let mut ids = Vec::new();
    for _ in 0..5 {
        ids.push(add(&town, &worker, &draft("other")).await);
    }
    let old = Keyring::one(MasterKey::new([1; 32]));
    let newer = MasterKey::new([2; 32]);
    let both = Desk { keys: Some(old.with(newer.clone())), ..Desk::default() };
    let town = with(town, both);
    let some = documents::rekey(&town.app, &town.operator, 2, 3).await.unwrap();
    assert_eq!(some.done, 3);
    assert_eq!(some.in_use.values().copied().sum::<u64>(), 5);
    assert_eq!(some.in_use.get(newer.id().as_str()), Some(&3));
    // Half-way everything opens, and the rest does not without the older key.
    for id in &ids {
        assert_eq!(read(&town, &worker, *id).await.unwrap(), PDF);
    }
    let only = Desk { keys: Some(Keyring::one(newer.clone())), ..Desk::default() };
    let alone = town.app.clone().with_documents(only.clone());
    let stuck = held(documents::rekey(&alone, &town.operator, 10, 100).await.unwrap_err());
    assert!(matches!(stuck, DocumentHold::OtherKey { .. }));
    let rest = documents::rekey(&town.app, &town.operator, 2, 100).await.unwrap();
    assert_eq!((rest.done, rest.in_use.len()), (2, 1));
    let town = with(town, only);
    for id in &ids {
        assert_eq!(read(&town, &worker, *id).await.unwrap(), PDF);
    }
    assert!(documents::rekey(&town.app, &administrator, 2, 100).await.is_err());
}

/// A scanner that finds something in what holds `EICAR`, for this many questions; then it is
/// gone.
async fn scanner(questions: usize) -> Scanner {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move {
        for _ in 0..questions {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut head = [0; 10];
            stream.read_exact(&mut head).await.unwrap();
            let mut content = Vec::new();
            loop {
                let length = stream.read_u32().await.unwrap();
                if length == 0 {
                    break;
                }
                let mut piece = vec![0; usize::try_from(length).unwrap()];
                stream.read_exact(&mut piece).await.unwrap();
                content.extend(piece);
            }
            let found = content.windows(5).any(|it| it == b"EICAR");
            let says: &[u8] = if found { b"stream: Eicar-Test FOUND\0" } else { b"stream: OK\0" };
            stream.write_all(says).await.unwrap();
        }
    });
    Scanner::new(&address).unwrap()
}

#[tokio::test]
async fn a_scanner_releases_what_is_sound_and_refuses_the_rest() {
    let town = with(town().await, Desk { scanner: Some(scanner(2).await), ..desk() });
    let Cast { worker, officer, .. } = cast(&town).await;
    let draft = AddDraft {
        files: vec![sent("goed.pdf", PDF), sent("fout.txt", b"EICAR")],
        ..draft("income")
    };
    let ids = documents::add(&town.app, &worker, &whose(), &draft).await.unwrap();
    assert_eq!(read(&town, &officer, ids[0]).await.unwrap(), PDF);
    let refused = held(read(&town, &worker, ids[1]).await.unwrap_err());
    assert_eq!(refused, DocumentHold::Closed(Closed::Refused));
}

#[tokio::test]
async fn what_a_scanner_did_not_answer_for_waits_and_is_asked_again() {
    let nobody = Scanner::new("127.0.0.1:1").unwrap();
    let town = with(town().await, Desk { scanner: Some(nobody), ..desk() });
    let Cast { worker, administrator, .. } = cast(&town).await;
    let id = add(&town, &worker, &draft("income")).await;
    // With a scanner nobody opens what it has not answered for, those who added it neither.
    let closed = held(read(&town, &worker, id).await.unwrap_err());
    assert_eq!(closed, DocumentHold::Closed(Closed::BeingChecked));
    let window = Window { offset: 0, limit: 10 };
    let waiting = documents::quarantine(&town.app, &administrator, window).await.unwrap();
    assert_eq!((waiting.page.total, waiting.page.rows[0].version.tries), (1, 1));
    let again = documents::check(&town.app, &town.operator).await.unwrap();
    assert_eq!(again, Checked { failed: 1, ..Checked::default() });
    let town = with(town, Desk { scanner: Some(scanner(1).await), ..desk() });
    let again = documents::check(&town.app, &town.operator).await.unwrap();
    assert_eq!(again, Checked { sound: 1, ..Checked::default() });
    let view = documents::view(&town.app, &worker, id).await.unwrap();
    assert_eq!(view.document.newest().unwrap().door, Door::Open);
    assert_eq!(documents::check(&town.app, &town.operator).await.unwrap(), Checked::default());
}
