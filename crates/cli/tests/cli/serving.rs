//! Serving, and the demo.

use std::fs;

use crate::support::{Folder, Server, done, program, ran, run};

fn demo(folder: &Folder, more: &[&str]) -> Server {
    let database = folder.database();
    let args = ["demo", "--database-url", &database, "--listen", "127.0.0.1:0"];
    Server::start(&[&args, more].concat())
}

#[test]
fn the_demo_says_who_can_log_in_and_answers_until_it_is_stopped() {
    let folder = Folder::new();
    let server = demo(&folder, &[]);
    assert!(server.said.contains("lotte.vermeer"), "{}", server.said);
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    assert!(server.get("/readyz").starts_with("HTTP/1.1 200"));
    assert!(server.get("/login").contains("lotte.vermeer"));
    assert_eq!(server.stop("TERM"), Some(0));
    assert!(done(&["verify-log", "--database-url", &folder.database()]).starts_with("Whole"));

    // What its six years say is a table that can be played through.
    let table = folder.text("own");
    let args = ["calibrate", "--database-url", &folder.database(), "--json", "--write", &table];
    let said: serde_json::Value = serde_json::from_str(&done(&args)).unwrap();
    let known = |it: &&serde_json::Value| !it["history"].is_null();
    assert!(said["rows"].as_array().unwrap().iter().filter(known).count() > 40, "{said}");
    assert!(said["groups"].as_array().unwrap().len() <= 8);
    let small = ["--policy", "omslag", "--years", "2", "--replications", "2", "--json"];
    done(&[&["simulate", "--input", table.as_str()][..], &small[..]].concat());
    let again = run(&["calibrate", "--database-url", &folder.database(), "--write", &table]);
    assert_eq!(again.code, Some(1), "nothing is overwritten");

    // The second time nothing is made but a fresh key to a participant's window, which works
    // once; and the same city can be served as it is.
    let lines = || {
        let told = done(&["verify-log", "--database-url", &folder.database()]);
        let count = told.trim_start_matches("Whole: ").split(' ').next().unwrap();
        count.replace(',', "").parse::<usize>().unwrap()
    };
    let before = lines();
    let again = demo(&folder, &[]);
    assert!(!again.said.contains("Making the city"), "{}", again.said);
    assert!(again.said.contains("use the code"), "{}", again.said);
    assert_eq!(again.stop("INT"), Some(0));
    assert!((1..10).contains(&(lines() - before)), "{} more", lines() - before);
    let database = folder.database();
    let server = Server::start(&["serve", "--database-url", &database, "--listen", "127.0.0.1:0"]);
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    let second = run(&["serve", "--database-url", &database, "--listen", "127.0.0.1:0"]);
    assert_eq!(second.code, Some(1));
    assert!(second.err.contains("Another Sleutel already serves"), "{second:?}");
    assert_eq!(server.stop("TERM"), Some(0));

    // Without a form that people began there is nothing to serve them with.
    let own = Folder::new();
    own.write("meeting.toml", include_str!("../../../../forms/omslag-meeting.toml"));
    let lacks = run(&["serve", "--database-url", &database, "--forms", &own.text("")]);
    assert_eq!(lacks.code, Some(1), "{lacks:?}");
    for part in ["‘omslag-application’, version 1, is not there", "Sleutel does not start"] {
        assert!(lacks.err.contains(part), "{part} is not in {}", lacks.err);
    }

    let other =
        run(&["demo", "--database-url", &database, "--seed", "2", "--listen", "127.0.0.1:0"]);
    assert_eq!(other.code, Some(1));
    assert!(other.err.contains("made from seed 1"), "{other:?}");
    assert_eq!(demo(&folder, &["--seed", "2", "--fresh"]).stop("TERM"), Some(0));
}

#[test]
fn a_port_that_is_taken_is_told_before_anything_is_made() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = Folder::new();
    let ran = run(&["demo", "--database-url", &folder.database(), "--listen", &address]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("Something else already listens on"), "{ran:?}");
    assert!(!folder.path("city.db").exists());
}

#[test]
fn a_demo_does_not_come_among_real_accounts() {
    let folder = Folder::new();
    let database = folder.database();
    let organisations = "code;name;kind\ngemeente;Proefstad;municipality\n";
    let file = folder.write("organisations.csv", organisations);
    done(&["import", "organisations", &file, "--database-url", &database]);
    let account = ["account", "add", "an", "--name", "An", "--role", "administrator"];
    let place = ["--organisation", "gemeente", "--database-url", &database];
    let added = crate::support::with_input(&[&account[..], &place].concat(), "een lange wachtzin");
    assert_eq!(added.code, Some(0), "{added:?}");
    let before = fs::read(folder.path("city.db")).unwrap();
    for more in [&[][..], &["--fresh"]] {
        let args = ["demo", "--database-url", &database, "--listen", "127.0.0.1:0"];
        let ran = run(&[&args, more].concat());
        assert_eq!(ran.code, Some(1), "{ran:?}");
    }
    assert_eq!(fs::read(folder.path("city.db")).unwrap(), before);
}

#[test]
fn a_server_that_cannot_be_reached_says_so_without_the_pass_phrase() {
    let url = "postgres://me:geheim@127.0.0.1:1/city";
    let ran = ran(program(&["serve"]).env("SLEUTEL_DATABASE_URL", url).output().unwrap());
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("Cannot open the database"), "{ran:?}");
    assert!(!ran.err.contains("geheim"), "{ran:?}");
}

#[test]
fn a_folder_that_does_not_exist_is_told() {
    let folder = Folder::new();
    let database = format!("sqlite:{}", folder.text("nowhere/city.db"));
    let ran = run(&["migrate", "--database-url", &database]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("whether the folder exists"), "{ran:?}");
}
