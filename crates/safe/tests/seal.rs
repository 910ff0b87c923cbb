//! What is sealed opens in its own place, with its own key, and nowhere else.

use sleutel_safe::{DocumentKey, KeyFileError, Keyring, MasterKey, Place, Unreadable};

const HERE: Place = Place { programme: [1; 16], document: [2; 16], version: 1 };

fn ring() -> Keyring {
    Keyring::one(MasterKey::new([7; 32]))
}

fn key() -> DocumentKey {
    DocumentKey::new([9; 32])
}

#[test]
fn content_comes_back_as_it_was() {
    let sealed = key().seal(HERE, 0, true, b"huurovereenkomst".to_vec()).unwrap();
    assert!(!sealed.windows(4).any(|it| it == b"huur"));
    assert_eq!(key().open(HERE, 0, true, sealed).unwrap(), b"huurovereenkomst");
}

#[test]
fn a_chunk_in_another_place_does_not_open() {
    let sealed = key().seal(HERE, 3, false, b"chunk".to_vec()).unwrap();
    let elsewhere = [
        ("another programme", Place { programme: [3; 16], ..HERE }, 3, false),
        ("another document", Place { document: [3; 16], ..HERE }, 3, false),
        ("another version", Place { version: 2, ..HERE }, 3, false),
        ("another number", HERE, 2, false),
        ("as the last", HERE, 3, true),
    ];
    for (what, place, number, last) in elsewhere {
        let opened = key().open(place, number, last, sealed.clone());
        assert_eq!(opened, Err(Unreadable::Changed), "{what}");
    }
    assert_eq!(key().open(HERE, 3, false, sealed).unwrap(), b"chunk");
}

#[test]
fn a_byte_that_changed_is_noticed() {
    let sealed = key().seal(HERE, 0, true, b"chunk".to_vec()).unwrap();
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert_eq!(key().open(HERE, 0, true, changed), Err(Unreadable::Changed), "byte {at}");
    }
    assert_eq!(key().open(HERE, 0, true, Vec::new()), Err(Unreadable::Changed));
}

#[test]
fn a_wrapped_key_opens_with_its_own_master_key_only() {
    let wrapped = key().wrap(&ring(), HERE, [5; 32]).unwrap();
    let other = Keyring::one(MasterKey::new([8; 32]));
    let unwrap = |it: &_, ring: &Keyring, place| DocumentKey::unwrap(it, ring, place).map(|_| ());
    assert_eq!(unwrap(&wrapped, &other, HERE), Err(Unreadable::NoSuchKey));
    let moved = Place { document: [6; 16], ..HERE };
    assert_eq!(unwrap(&wrapped, &ring(), moved), Err(Unreadable::Changed));
    let both = ring().with(MasterKey::new([8; 32]));
    assert_eq!(unwrap(&wrapped, &both, HERE), Ok(()));
    let again = DocumentKey::unwrap(&wrapped, &both, HERE).unwrap();
    let anew = again.wrap(&both, HERE, [6; 32]).unwrap();
    assert_ne!(anew.key, wrapped.key);
    assert_eq!(unwrap(&anew, &other, HERE), Ok(()));
    assert_eq!(unwrap(&anew, &ring(), HERE), Err(Unreadable::NoSuchKey));
}

#[test]
fn a_key_file_comes_back_and_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    ring().create(&path).unwrap();
    assert!(matches!(ring().create(&path), Err(KeyFileError::Io(_))));
    let read = Keyring::read(&path).unwrap().with(MasterKey::new([8; 32]));
    read.replace(&path).unwrap();
    let ids: Vec<_> = Keyring::read(&path).unwrap().all().map(|it| it.id().clone()).collect();
    assert_eq!(ids, [MasterKey::new([7; 32]).id().clone(), MasterKey::new([8; 32]).id().clone()]);
    assert_eq!(Keyring::read(&path).unwrap().newest().id(), MasterKey::new([8; 32]).id());
}

#[test]
fn a_key_file_that_was_damaged_names_the_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    ring().create(&path).unwrap();
    let good = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = good.lines().collect();
    let table = [
        ("empty", String::new(), "line 1"),
        ("another file", "hello\n".to_owned(), "line 1"),
        ("a figure changed", good.replace("0707", "0708"), "line 2"),
        ("cut off", good[..good.len() - 3].to_owned(), "line 2"),
        ("no key", format!("{}\n", lines[0]), "no key"),
    ];
    for (what, text, expected) in table {
        std::fs::write(&path, text).unwrap();
        let error = Keyring::read(&path).unwrap_err().to_string();
        assert!(error.contains(expected), "{what}: {error}");
    }
}

#[cfg(unix)]
#[test]
fn a_key_file_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    ring().create(&path).unwrap();
    let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    ring().replace(&path).unwrap();
    assert_eq!(mode(&path), 0o600);
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).unwrap();
    assert!(matches!(Keyring::read(&path), Err(KeyFileError::Open { mode: 0o644 })));
}

#[test]
fn nothing_secret_is_written_for_programmers() {
    assert_eq!(format!("{:?}", key()), "DocumentKey");
    assert!(!format!("{:?}", ring()).contains("7, 7"));
}
