//! A round on files.

use std::fs;

use sleutel_actions::{
    App, Clock, access,
    rounds::{self, RoundDraft, TrialDraft, Which},
};
use sleutel_store::Db;

use crate::support::{Folder, done, run};

fn round() -> Folder {
    let folder = Folder::new();
    done(&["demo", "--write", &folder.text("round")]);
    folder
}

#[test]
fn the_same_folder_gives_the_same_bytes_and_the_checker_agrees() {
    let folder = round();
    let input = folder.text("round");
    for name in ["one.json", "two.json"] {
        let output = folder.text(name);
        let said = done(&["place", "--input", &input, "--output", &output, "--json"]);
        for part in [r#""status":"proposed""#, r#""proven":true"#, r#""fingerprint":"#] {
            assert!(said.contains(part), "{part} is not in {said}");
        }
    }
    let read = |name: &str| fs::read(folder.path(name)).unwrap();
    assert_eq!(read("one.json"), read("two.json"));
    assert_eq!(read("one.md"), read("two.md"));
    let checked = done(&["check", "--input", &input, "--proposal", &folder.text("one.json")]);
    assert!(checked.contains("\nSound: "), "{checked}");
    assert!(checked.contains("Proven: it cannot be better."), "{checked}");
    let again = done(&["replay", "--input", &input, "--proposal", &folder.text("one.json")]);
    assert!(again.starts_with("The proposal in the file: the same."), "{again}");
}

#[test]
fn the_report_names_every_home_and_everybody_in_the_readers_language() {
    let folder = round();
    let output = folder.text("voorstel.json");
    let args = ["place", "--input", &folder.text("round"), "--output", &output];
    done(&[&args[..], &["--language", "nl", "--changes", "1"]].concat());
    let report = fs::read_to_string(folder.path("voorstel.md")).unwrap();
    for heading in
        ["## Doelen", "## Aantallen", "## Voorgesteld", "## Niet geplaatst", "## Blijft leeg"]
    {
        assert!(report.contains(heading), "{heading}");
    }
    assert_eq!(report.matches("Eerste verandering die iets uitmaakt").count(), 1);
    let proposal = fs::read_to_string(&output).unwrap();
    for (list, end) in [("\"vacancy\":\"VH-", "\""), ("\"candidate\":\"D-00", "\"")] {
        let start = list.rsplit_once(":\"").unwrap().1;
        for found in proposal.split(list).skip(1) {
            let code = format!("{start}{}", found.split(end).next().unwrap());
            assert!(report.contains(&code), "{code} is not in the report");
        }
    }
}

#[test]
fn an_error_in_the_folder_is_told_and_nothing_is_written() {
    let folder = round();
    fs::remove_file(folder.path("round").join("vacancies.csv")).unwrap();
    let output = folder.text("proposal.json");
    let args = ["place", "--input", &folder.text("round"), "--output", &output];
    let ran = run(&args);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("E401"), "{ran:?}");
    let json = run(&[&args[..], &["--json"]].concat());
    assert_eq!(json.code, Some(1));
    assert!(json.out.contains(r#""status":"findings""#), "{json:?}");
    assert!(!folder.path("proposal.json").exists());
    assert!(!folder.path("proposal.md").exists());
}

#[test]
fn a_proposal_that_was_touched_is_found_out() {
    let folder = round();
    let input = folder.text("round");
    let output = folder.text("proposal.json");
    done(&["place", "--input", &input, "--output", &output]);
    let text = fs::read_to_string(&output).unwrap();
    let touched = text.replacen("\"weeks_waited\":", "\"weeks_waited\":1", 1);
    assert_ne!(touched, text);
    fs::write(&output, touched).unwrap();
    let again = run(&["replay", "--input", &input, "--proposal", &output]);
    assert_eq!(again.code, Some(1));
    assert!(again.out.contains("ANOTHER outcome"), "{again:?}");
    let ran = run(&["check", "--input", &input, "--proposal", &output]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("The checker found the outcome wrong"), "{ran:?}");
}

#[test]
fn a_report_does_not_overwrite_its_own_proposal() {
    let folder = Folder::new();
    let ran = run(&["place", "--input", &folder.text(""), "--output", &folder.text("x.md")]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let folder = Folder::new();
    let (input, output) = (folder.text("nowhere"), folder.text("x.json"));
    let ran = run(&["place", "--input", &input, "--output", &output]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("There is no file or folder"), "{ran:?}");
}

/// A city with a round of which two proposals and a trial were made; the identifier of the
/// round.
async fn proposed_twice(database: &str) -> String {
    let app = App::new(Db::open(database).await.unwrap(), Clock::System);
    let who = access::operator(&app, "test", None).await.unwrap().unwrap();
    let draft = RoundDraft {
        name: "Ronde 1".to_owned(),
        held_on: app.today().to_string(),
        seed: "5".to_owned(),
        vacancies: vec!["VH-01".to_owned(), "VH-02".to_owned()],
        ..RoundDraft::default()
    };
    let round = rounds::create(&app, &who, &draft).await.unwrap();
    for seen in [1, 2] {
        rounds::propose(&app, &who, round, seen).await.unwrap();
    }
    let view = rounds::numbers(&app, &who, round, Which::Newest).await.unwrap();
    let group = &view.solved.input.groups[0].code;
    let draft = TrialDraft {
        name: "Proef".to_owned(),
        numbers: [(format!("upper-group-{group}"), "900".to_owned())].into(),
    };
    rounds::try_numbers(&app, &who, round, 2, &draft).await.unwrap();
    app.db.close().await;
    round.to_string()
}

#[test]
fn a_proposal_of_another_engine_is_told_as_such() {
    let folder = round();
    let input = folder.text("round");
    let output = folder.text("proposal.json");
    done(&["place", "--input", &input, "--output", &output]);
    let text = fs::read_to_string(&output).unwrap();
    fs::write(&output, text.replacen("sleutel-placement ", "sleutel-placement 0.0.", 1)).unwrap();
    for command in ["replay", "check"] {
        let ran = run(&[command, "--input", &input, "--proposal", &output]);
        assert!(ran.out.contains("Made by sleutel-placement 0.0."), "{ran:?}");
    }
}

#[test]
fn lots_are_worked_out_again_without_a_database() {
    let lots = done(&["lot", "--seed", "7", "D-0012", "D-0040"]);
    assert_eq!(lots.lines().count(), 2);
    let number = |reference: &str| -> i64 {
        let line = lots.lines().find(|line| line.starts_with(reference)).unwrap();
        line.split_whitespace().last().unwrap().parse().unwrap()
    };
    let first = lots.lines().next().unwrap();
    let luckier = if number("D-0012") > number("D-0040") { "D-0012" } else { "D-0040" };
    assert!(first.starts_with(luckier), "{lots}");
    let sealed = done(&["lot", "--seed", "7", "--round", "R", "--salt", "abc", "D-0012"]);
    // As `printf '%s' 'sleutel-lot/1 R 7 abc' | sha256sum` gives it.
    assert!(
        sealed.contains("Seal: e42886a0e41604e41c61a54976a546ab9134b4534ff73ab17dc4a1500d68619d"),
        "{sealed}"
    );
    assert_eq!(run(&["lot", "--seed", "7", "no reference"]).code, Some(2));
}

#[test]
fn proposals_of_the_past_replay_to_the_same_answer() {
    let folder = round();
    let database = folder.database();
    done(&["import", "all", &folder.text("round"), "--database-url", &database]);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let round = runtime.block_on(proposed_twice(&database));
    let args = ["replay", "--database-url", &database];
    let said = done(&args);
    assert!(said.contains("Ronde 1, proposal 1: the same."), "{said}");
    assert!(said.contains("Ronde 1, proposal 2: the same."), "{said}");
    assert!(said.contains("Ronde 1, trial 1: the same."), "{said}");
    assert_eq!(done(&[&args[..], &[&round]].concat()), said);
    let json = done(&[&args[..], &["--json"]].concat());
    let (_, id) = json.split_once(r#""proposal":""#).unwrap();
    let one = done(&[&args[..], &[&id[..36]]].concat());
    assert_eq!(one.lines().count(), 1);
    assert_eq!(done(&[&args[..], &["ronde 1"]].concat()), said, "by the name of the round");
    let second = done(&[&args[..], &["Ronde 1", "--number", "2"]].concat());
    assert!(second.starts_with("Ronde 1, proposal 2: ") && second.lines().count() == 1);
    assert_eq!(run(&[&args[..], &["Ronde 9"]].concat()).code, Some(1));
    let checks = ["check", "Ronde 1", "--database-url", &database];
    let checked = done(&checks);
    assert_eq!(checked.matches("Sound: ").count(), 3, "the trial too: {checked}");
    let json = done(&[&checks[..], &["--json"]].concat());
    for part in [r#""sound":true"#, r#""gap":0"#, r#""proven":true"#, r#""goal":"lot""#] {
        assert!(json.contains(part), "{part} is not in {json}");
    }
    let whole = done(&["verify-log", "--database-url", &database]);
    assert!(whole.starts_with("Whole"), "{whole}");
}
