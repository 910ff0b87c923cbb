use serde_json::Value;

use crate::support::{Folder, done, run};

const DEMAND: &str = "group;expected;floor;ceiling;realised\n\
    omslag;400;;;100\nfamilies;200;150;;0\nurgent;300;;60;10\nempty;0;;;4\n";

fn shares(rule: &str, total: &str, json: bool) -> Vec<String> {
    let mut args = vec!["shares", "--total", total, "--rule", rule, "--demand"];
    if json {
        args.insert(1, "--json");
    }
    args.into_iter().map(str::to_owned).collect()
}

#[test]
fn a_years_homes_are_shared_out_with_a_sentence_for_each_group() {
    let folder = Folder::new();
    let file = folder.write("demand.csv", DEMAND);
    for rule in ["proportional", "equal-helped", "equal-wait", "floors-first"] {
        let mut args = shares(rule, "500", true);
        args.push(file.clone());
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let year: Value = serde_json::from_str(&done(&args)).unwrap();
        let shares = year["shares"].as_array().unwrap();
        let homes: u64 = shares.iter().map(|it| it["homes"].as_u64().unwrap()).sum();
        assert_eq!((homes, shares.len()), (500, 4), "{rule}");
        for it in shares {
            let (group, why) = (it["group"].as_str().unwrap(), it["why"].as_str().unwrap());
            assert!(why.contains(group) && why.contains(&it["homes"].to_string()), "{why}");
        }
    }
    let year = done(&["shares", "--demand", &file, "--total", "500"]);
    for shown in ["omslag gets 286 for the 400 people", "that is its ceiling", "that is its floor"]
    {
        assert!(year.contains(shown), "{shown}: {year}");
    }
    let dutch = done(&["--language", "nl", "shares", "--demand", &file, "--total", "500"]);
    assert!(dutch.contains("omslag krijgt 286 voor de 400 mensen"), "{dutch}");
}

#[test]
fn who_waited_already_counts_where_the_wait_is_to_be_equal() {
    let folder = Folder::new();
    let file = folder.write("demand.csv", "group;expected;waiting\nlong;100;200\nnew;100;\n");
    let by = |rule| {
        let args = ["shares", "--json", "--demand", &file, "--total", "80", "--rule", rule];
        let year: Value = serde_json::from_str(&done(&args)).unwrap();
        year["shares"][0].clone()
    };
    let (wait, expected) = (by("equal-wait"), by("proportional"));
    assert_eq!((&wait["homes"], &wait["waiting"]), (&60.into(), &200.into()));
    assert_eq!(expected["homes"], 40);
    assert!(wait["why"].as_str().unwrap().contains("300"), "{wait}");
}

#[test]
fn what_cannot_be_shared_out_says_why() {
    let folder = Folder::new();
    let file = folder.write("demand.csv", DEMAND);
    let few = run(&["shares", "--demand", &file, "--total", "200"]);
    assert_eq!(few.code, Some(3));
    assert!(few.err.contains("264 homes; there are 200"), "{few:?}");
    let rule = run(&["shares", "--demand", &file, "--total", "200", "--rule", "fair"]);
    assert_eq!(rule.code, Some(2));
    assert!(rule.err.contains("equal-wait"), "{rule:?}");
    let bad = folder.write("bad.csv", "group;expected\nomslag;many\nurgent;-4\n");
    let found = run(&["shares", "--demand", &bad, "--total", "200"]);
    assert_eq!(found.code, Some(1));
    assert!(found.err.contains("bad.csv:2") && found.err.contains("bad.csv:3"), "{found:?}");
    assert_eq!(run(&["shares", "--demand", "none.csv", "--total", "1"]).code, Some(1));
}
