//! What the worklists share: chips, views, searches without names in the address, files, and
//! acts on many rows with undo.

use axum::http::StatusCode;

use super::rounds::{attribute, count, is_there};
use crate::town::{Browser, Town};

async fn on_a_road(town: &Town, references: &[&str]) -> Browser {
    begun_by(town, "cor", references).await
}

async fn begun_by(town: &Town, login: &str, references: &[&str]) -> Browser {
    let mut cor = town.browser(login).await;
    for reference in references {
        let path = format!("/cases/{reference}/begin");
        let fields = [("route", "omslag-amsterdam"), ("on", "")];
        let answer = cor.post(&path, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{reference}: {}", answer.text());
    }
    cor
}

#[tokio::test]
async fn what_is_active_of_the_filters_is_said_and_can_be_removed_one_by_one() {
    let town = Town::new().await;
    let mut cor = on_a_road(&town, &["T-1"]).await;
    let page = cor.page("/cases?view=all&step=research&term=none").await;
    assert_eq!(count(&page, ".chips li"), 2);
    is_there(&page, "Onderzoek vooraf");
    let without = attribute(&page, ".chips li a", "href");
    assert!(!without.contains("term=") && without.contains("step=research"), "{without}");
    assert_eq!(count(&cor.page("/cases?view=all").await, ".chips"), 0);
}

#[tokio::test]
async fn a_name_that_is_searched_for_stands_in_no_address() {
    let town = Town::new().await;
    let mut cor = on_a_road(&town, &["T-1"]).await;
    for list in ["cases", "participants"] {
        let path = format!("/search/{list}");
        let fields = [("q", "Visser"), ("query", "view=all&page=3")];
        let answer = cor.post(&path, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let to = answer.location().to_owned();
        assert!(to.contains("find=") && to.contains("view=all"), "{to}");
        assert!(!to.to_lowercase().contains("visser") && !to.contains("page"), "{to}");
        let page = cor.page(&to).await;
        assert_eq!(count(&page, "tbody tr"), 1, "{list}");
        is_there(&page, "Visser");
        // For somebody else the number leads to no words.
        let mut wil = town.browser("wil").await;
        is_there(&wil.page(&to).await, "niet meer bewaard");
    }
    for words in ["visser1983", "19830517", "jan-1983"] {
        let answer = cor.post("/search/cases", &[("q", words), ("query", "")]).await;
        assert!(answer.location().starts_with("/cases?find="), "{words}: {}", answer.location());
    }
    let reference = [("q", "T-1"), ("query", "")];
    assert_eq!(cor.post("/search/cases", &reference).await.location(), "/cases?q=T-1");
}

#[tokio::test]
async fn filters_are_kept_under_a_name_and_the_list_opens_with_them() {
    let town = Town::new().await;
    let mut cor = on_a_road(&town, &["T-1"]).await;
    let fields = [
        ("name", "Alles te laat"),
        ("query", "view=all&term=overdue&q=T-1&page=2"),
        ("default", "yes"),
    ];
    let answer = cor.post("/views/cases", &fields).await;
    let to = answer.location().to_owned();
    assert!(to.starts_with("/cases?view=all&term=overdue&saved="), "{to}");
    let opened = cor.get("/cases").await;
    assert_eq!(opened.location(), to, "the list opens with the view");
    is_there(&cor.page(&to).await, "Alles te laat");
    assert_eq!(count(&cor.page("/cases?saved=none").await, ".saved-views a[aria-current]"), 1);
    let twice = cor.post("/views/cases", &fields).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "the name is taken");
    // Somebody else has neither the view nor its default.
    let mut wil = town.browser("wil").await;
    assert!(!wil.page("/cases").await.contains("Alles te laat"));
    let id = to.rsplit_once("saved=").unwrap().1.to_owned();
    let away = format!("/views/cases/{id}/away");
    assert_eq!(wil.post(&away, &[]).await.status, StatusCode::NOT_FOUND);
    let renamed = [("before", "Alles te laat"), (&*format!("name-{id}"), "Te laat")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let renamed: Vec<_> = renamed.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    cor.post(&format!("/views/cases/{id}/rename"), &renamed).await;
    is_there(&cor.page("/views/cases").await, "Te laat");
    let gone = cor.post(&away, &[]).await;
    let page = cor.page(gone.location()).await;
    is_there(&page, "U kunt het terugzetten");
    assert_eq!(cor.get("/cases").await.status, StatusCode::OK, "no view, no default");
    cor.post(&format!("/views/cases/{id}/back"), &[]).await;
    is_there(&cor.page("/views/cases").await, "Te laat");
}

#[tokio::test]
async fn a_view_keeps_filters_of_its_list_and_nothing_else_somebody_sends() {
    let town = Town::new().await;
    let mut cor = on_a_road(&town, &["T-1"]).await;
    for (list, query, kept) in [
        ("cases", "view=all&naam=Piet%20Jansen&term=overdue&Piet", "view=all&term=overdue"),
        ("forms", "status=sent&view=all&find=1&born=1983", "status=sent"),
        ("agreements", "ending=yes&sort=until&naam=Piet", "ending=yes&sort=until"),
        ("participants", "readiness=ready&open=yes&reference=T-1", "readiness=ready&open=yes"),
    ] {
        let fields = [("name", "Van ons"), ("query", query), ("shared", "yes")];
        let answer = cor.post(&format!("/views/{list}"), &fields).await;
        let to = answer.location();
        assert!(to.starts_with(&format!("/{list}?{kept}&saved=")), "{to}");
        let page = cor.page(&format!("/views/{list}")).await;
        let href = attribute(&page, "main a[href*='saved=']", "href");
        assert!(href.starts_with(&format!("/{list}?{kept}&saved=")), "{href}");
    }
}

#[tokio::test]
async fn a_view_for_everybody_is_made_by_who_may_and_seen_by_their_colleagues() {
    let town = Town::new().await;
    let mut cor = on_a_road(&town, &["T-1"]).await;
    let fields = [("name", "Van ons"), ("query", "view=all"), ("shared", "yes")];
    cor.post("/views/cases", &fields).await;
    let mut wil = town.browser("wil").await;
    is_there(&wil.page("/cases").await, "Van ons");
    let refused =
        wil.post("/views/cases", &[("name", "Ook"), ("query", ""), ("shared", "yes")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let page = wil.page("/views/cases").await;
    assert_eq!(count(&page, "form[action$='/away']"), 0, "not theirs to throw away");
    let mut ank = town.browser("ank").await;
    assert!(!ank.page("/cases").await.contains("Van ons"), "another organisation");
}

#[tokio::test]
async fn a_view_whose_value_is_gone_says_so_and_opens() {
    let town = Town::new().await;
    let mut cor = on_a_road(&town, &["T-1"]).await;
    let fields = [("name", "Oud"), ("query", "view=all&step=no-such-step")];
    let to = cor.post("/views/cases", &fields).await.location().to_owned();
    let page = cor.page(&to).await;
    is_there(&page, "zoekt op iets wat niet meer bestaat");
    is_there(&page, "bestaat niet meer");
}

#[tokio::test]
async fn every_list_leaves_as_a_file_for_who_may_take_it() {
    let town = Town::new().await;
    let mut cor = on_a_road(&town, &["T-1"]).await;
    for list in ["cases", "forms", "agreements", "participants"] {
        let text = cor.get(&format!("/{list}.csv?view=all")).await;
        assert_eq!(text.status, StatusCode::OK, "{list}");
        assert!(text.text().starts_with('\u{feff}'), "{list}");
        let sheet = cor.get(&format!("/{list}.xlsx?view=all")).await;
        assert!(sheet.bytes.starts_with(b"PK"), "{list}");
        let mut worker = town.browser("wil").await;
        assert_eq!(
            worker.get(&format!("/{list}.csv")).await.status,
            StatusCode::FORBIDDEN,
            "{list}"
        );
    }
    let rows = cor.get("/cases.csv?view=all").await.text();
    assert!(rows.contains("Amina Visser") && rows.contains("T-1;"), "{rows}");
    let mut manager = town.browser("mia").await;
    let bare = manager.get("/cases.csv?view=all").await.text();
    assert!(bare.contains("T-1") && !bare.contains("Visser"), "{bare}");
    assert_eq!(cor.get("/decisions.csv").await.status, StatusCode::NOT_FOUND);
    let mut admin = town.browser("bea").await;
    is_there(&admin.page("/log?kind=cases").await, "Lijst van dossiers als bestand");
}

fn rows_of(page: &str) -> Vec<String> {
    let page = scraper::Html::parse_document(page);
    let rows = scraper::Selector::parse("input[name=row]").unwrap();
    page.select(&rows).map(|it| it.value().attr("value").unwrap().to_owned()).collect()
}

async fn pause(browser: &mut Browser, rows: &[String], until: &str) -> String {
    let mut fields =
        vec![("do", "pause"), ("query", "view=all"), ("reason", "Zomerstop"), ("until", until)];
    fields.extend(rows.iter().map(|it| ("row", it.as_str())));
    let answer = browser.post("/many/cases/do", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location().to_owned()
}

#[tokio::test]
async fn many_files_rest_in_one_act_that_can_be_undone_but_for_what_changed_since() {
    let town = Town::new().await;
    let mut cor = begun_by(&town, "desk", &["T-1", "T-2", "T-3"]).await;
    let list = cor.page("/cases?view=all").await;
    let rows = rows_of(&list);
    assert_eq!(rows.len(), 3);
    // What is asked first keeps the rows and changes nothing.
    let asked =
        cor.post("/many/cases", &[("do", "pause"), ("query", "view=all"), ("all", "yes")]).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert_eq!(rows_of(&asked.text()).len(), 3);
    let short =
        [("do", "pause"), ("row", rows[0].as_str()), ("reason", ""), ("until", "2027-06-01")];
    let refused = cor.post("/many/cases/do", &short).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("2027-06-01"), "what was typed is kept");
    // One of them was moved on by a colleague since the page was made.
    let mut wil = town.browser("wil").await;
    let step = [("step", "research"), ("changes", "1"), ("outcome", "done"), ("reason", "")];
    wil.post("/cases/T-1/do/step", &step).await;
    let to = pause(&mut cor, &rows, "2027-06-01").await;
    let page = cor.page(&to).await;
    is_there(&page, "2 gelukt, 1 niet gelukt");
    is_there(&page, "intussen is er iets mee gebeurd");
    assert_eq!(count(&cor.page("/cases?view=paused").await, "tbody tr"), 2);
    is_there(&cor.page("/cases?view=all").await, "Laatst gedaan");
    // Nobody else reads or undoes it.
    assert_eq!(wil.get(&to).await.status, StatusCode::NOT_FOUND);
    assert_eq!(wil.post(&format!("{to}/undo"), &[]).await.status, StatusCode::NOT_FOUND);
    // One goes on by itself before the undo: it stays as it is.
    let go_on = [("step", ""), ("changes", "2")];
    let answer = cor.post("/cases/T-2/do/resume", &go_on).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    cor.post(&format!("{to}/undo"), &[]).await;
    let page = cor.page(&to).await;
    is_there(&page, "Niet ongedaan gemaakt");
    is_there(&page, "Dit is ongedaan gemaakt");
    assert_eq!(count(&cor.page("/cases?view=paused").await, "tbody tr"), 0);
    is_there(&cor.page("/cases/T-3").await, "Doorgehaald");
    let twice = cor.post(&format!("{to}/undo"), &[]).await;
    assert_eq!(twice.location(), to, "the second time is told");
}

#[tokio::test]
async fn an_act_on_many_rows_is_for_who_may_do_it_to_one() {
    let town = Town::new().await;
    on_a_road(&town, &["T-1"]).await;
    let fields = [("do", "pause"), ("row", "T-1|T-1|1"), ("reason", "x"), ("until", "2027-06-01")];
    let mut manager = town.browser("mia").await;
    assert_eq!(manager.post("/many/cases/do", &fields).await.status, StatusCode::FORBIDDEN);
    let list = manager.page("/cases?view=all").await;
    assert_eq!(count(&list, "input[name=row]"), 0);
    // Another provider may pause files of its own, and this one is not there for it.
    let mut ank = town.browser("ank").await;
    let to = ank.post("/many/cases/do", &fields).await.location().to_owned();
    is_there(&ank.page(&to).await, "0 gelukt, 1 niet gelukt");
    let nothing = ank.post("/many/cases", &[("do", "pause"), ("query", "")]).await;
    assert_eq!(nothing.location(), "/cases?saved=none");
    assert_eq!(ank.post("/many/cases", &[("do", "decide")]).await.location(), "/cases?saved=none");
}

#[tokio::test]
async fn many_checked_forms_are_sent_in_one_act_and_taken_back_in_one() {
    let town = super::forms::small_town().await;
    let form = super::forms::checked(&town).await;
    let mut wil = town.browser("wil").await;
    let list = wil.page("/forms?status=checked").await;
    let rows = rows_of(&list);
    assert_eq!(rows.len(), 1);
    let chosen = [("do", "send-forms"), ("query", "status=checked"), ("row", rows[0].as_str())];
    let asked = wil.post("/many/forms", &chosen).await;
    assert_eq!(
        attribute(&asked.text(), "select[name=municipality] option[selected]", "value"),
        "gemeente"
    );
    let mut sent = chosen.to_vec();
    sent.push(("municipality", "gemeente"));
    let answer = wil.post("/many/forms/do", &sent).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let done = answer.location().to_owned();
    is_there(&wil.page(&done).await, "1 gelukt");
    let mut hans = town.browser("hans").await;
    assert_eq!(hans.get(&form).await.status, StatusCode::OK, "it is with the municipality");
    wil.post(&format!("{done}/undo"), &[]).await;
    is_there(&wil.page(&done).await, "Dit is ongedaan gemaakt");
    assert_eq!(hans.get(&form).await.status, StatusCode::NOT_FOUND, "it came back");
}
