use sleutel_exchange::read_demand;

use crate::documents;

#[test]
fn each_group_is_read_with_what_bounds_it() {
    let text = "group;expected;floor;ceiling;realised\nomslag;412,5;150;300;96\nurgent;80;;;\n";
    let (groups, found) = read_demand("demand.csv", text.as_bytes());
    assert_eq!(found, []);
    let read: Vec<_> = groups
        .iter()
        .map(|it| {
            let it = &it.record;
            let expected = it.expected.in_thousandths();
            (it.group.as_str(), expected, it.floor, it.ceiling, it.realised)
        })
        .collect();
    assert_eq!(read, [("omslag", 412_500, 150, Some(300), 96), ("urgent", 80_000, 0, None, 0)]);
}

#[test]
fn everything_that_is_wrong_is_told_with_its_place() {
    let text = "group,expected,floor\nomslag,many,2.5\nurgent,-1,\n,4,\nomslag,4,\nurgent,4,1\nurgent,4,1\n";
    let (groups, found) = read_demand("demand.csv", text.as_bytes());
    let places: Vec<_> = found.iter().map(|it| (it.row, it.column.as_deref())).collect();
    let expected = [
        (Some(2), Some("expected")),
        (Some(2), Some("floor")),
        (Some(3), Some("expected")),
        (Some(4), Some("group")),
        (Some(7), Some("group")),
    ];
    assert_eq!(places, expected);
    assert_eq!(groups.len(), 2);
    let (_, found) = read_demand("demand.csv", b"group;people\nomslag;4\n");
    assert!(!found.is_empty(), "a column is missing");
}

#[test]
fn the_page_describes_the_columns_that_are_read() {
    let page = documents::file("docs/formats/demand.md");
    for column in ["group", "expected", "floor", "ceiling", "realised"] {
        assert!(page.contains(&format!("| `{column}` |")), "{column}");
    }
    for rule in sleutel_domain::steering::Rule::ALL {
        assert!(page.contains(&format!("| `{}` |", rule.code())), "{rule:?}");
    }
}
