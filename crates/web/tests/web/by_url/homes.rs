use axum::http::{StatusCode, header};
use scraper::{Html, Selector};
use sleutel_actions::{Who, homes};
use sleutel_domain::DwellingCode;

use crate::town::{ACCOUNTS, Browser, Town};

const HOME: [(&str, &str); 14] = [
    ("code", "H-9"),
    ("association", "vlier"),
    ("neighbourhood", "K1A"),
    ("street", "Nieuwstraat"),
    ("house_number", "4b"),
    ("rooms", "2"),
    ("floor", "3"),
    ("lift", "yes"),
    ("adaptation", "ordinary"),
    ("rent", "612,50"),
    ("target", "general"),
    ("pets", "yes"),
    ("surface", ""),
    ("version", "0"),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = HOME.to_vec();
    for (name, value) in changes {
        fields.retain(|(other, _)| other != name);
        fields.push((name, value));
    }
    fields
}

fn count(text: &str, selector: &str) -> usize {
    Html::parse_document(text).select(&Selector::parse(selector).unwrap()).count()
}

#[tokio::test]
async fn everyone_sees_the_free_homes_and_only_a_consultant_may_add_one() {
    let town = Town::new().await;
    for (login, ..) in ACCOUNTS {
        let mut browser = town.browser(login).await;
        let text = browser.page("/homes").await;
        assert_eq!(count(&text, "tbody tr"), 3, "{login}");
        let offered = text.contains("href=\"/homes/vacancies/new\"");
        assert_eq!(offered, login == "lex", "{login}");
        let new = browser.get("/homes/dwellings/new").await.status;
        let expected = if login == "lex" { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!(new, expected, "{login}");
    }
}

#[tokio::test]
async fn the_list_is_searched_and_filtered_and_a_page_too_far_is_the_last() {
    let town = Town::new().await;
    let mut browser = town.browser("cor").await;
    assert_eq!(count(&browser.page("/homes?q=havenkade").await, "tbody tr"), 1);
    assert_eq!(count(&browser.page("/homes?association=vlier&status=open").await, "tbody tr"), 3);
    assert_eq!(count(&browser.page("/homes?page=99").await, "tbody tr"), 3);
    let none = browser.page("/homes?status=decided").await;
    assert_eq!(count(&none, ".empty"), 1);
    assert!(none.contains("href=\"/homes\""));
}

#[tokio::test]
async fn the_list_is_a_spreadsheet_too() {
    let town = Town::new().await;
    let answer = town.browser("lex").await.get("/homes.xlsx?q=molen").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header(header::CONTENT_DISPOSITION), "attachment; filename=\"homes.xlsx\"");
    assert_eq!(&answer.bytes[..2], b"PK");
}

#[tokio::test]
async fn a_consultant_adds_a_home_and_puts_it_in_as_free() {
    let town = Town::new().await;
    let mut lex = town.browser("lex").await;
    let added = lex.post("/homes/dwellings/new", &HOME).await;
    assert_eq!(added.location(), "/homes/dwellings/H-9", "{}", added.text());
    let page = lex.page("/homes/dwellings/H-9").await;
    assert!(page.contains("Nieuwstraat 4b"));
    assert!(page.contains("href=\"/areas/K1\""), "the way down to it");
    let form = lex.page("/homes/vacancies/new?dwelling=H-9").await;
    assert!(form.contains("Nieuwstraat 4b"));
    let fields = [("dwelling", "H-9"), ("available_from", "2027-01-15"), ("year", "")];
    let put_in = lex.post("/homes/vacancies/new", &fields).await;
    assert_eq!(put_in.location(), "/homes/dwellings/H-9");
    assert!(lex.page("/homes").await.contains("Nieuwstraat 4b"));
    let again = lex.post("/homes/vacancies/new", &fields).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("V-H-9-20270115"), "it says which vacancy is open");
}

#[tokio::test]
async fn every_mistake_stands_at_its_field_and_what_was_typed_stays() {
    let town = Town::new().await;
    let mut lex = town.browser("lex").await;
    let fields = with(&[("rent", "veel"), ("rooms", "99"), ("street", ""), ("neighbourhood", "X")]);
    let answer = lex.post("/homes/dwellings/new", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    for field in ["rent", "rooms", "street", "neighbourhood"] {
        assert!(text.contains(&format!("id=\"error-{field}\"")), "{field}");
    }
    assert!(text.contains("value=\"veel\"") && text.contains("value=\"4b\""));
    let taken = lex.post("/homes/dwellings/new", &with(&[("code", "H-1")])).await;
    assert!(taken.text().contains("id=\"error-code\""));
}

#[tokio::test]
async fn nobody_else_changes_the_homes_of_an_association() {
    let town = Town::new().await;
    for login in ["cor", "desk", "mia", "wil", "bea"] {
        let mut browser = town.browser(login).await;
        for path in ["/homes/dwellings/H-1/edit", "/homes/vacancies/V-1/edit"] {
            assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{login} {path}");
        }
        for path in ["/homes/dwellings/new", "/homes/vacancies/V-1/withdraw"] {
            let answer = browser.post(path, &HOME).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{login} {path}");
        }
        let page = browser.page("/homes/dwellings/H-1").await;
        assert_eq!(count(&page, "main form, main .button"), 0, "{login}");
    }
}

async fn version(browser: &mut Browser, path: &str) -> String {
    let text = browser.page(path).await;
    let rest = text.split_once("name=\"version\" value=\"").unwrap().1;
    rest.split_once('"').unwrap().0.to_owned()
}

#[tokio::test]
async fn who_comes_second_is_told_and_keeps_what_was_typed() {
    let town = Town::new().await;
    let mut lex = town.browser("lex").await;
    let path = "/homes/dwellings/H-1/edit";
    let seen = version(&mut lex, path).await;
    let first = with(&[("street", "Molenweg"), ("rent", "640"), ("version", &seen)]);
    assert_eq!(lex.post(path, &first).await.location(), "/homes/dwellings/H-1");
    let second = with(&[("street", "Molenlaan"), ("rent", "600"), ("version", &seen)]);
    let told = lex.post(path, &second).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    let text = told.text();
    assert!(text.contains("Iemand anders was u voor"));
    assert!(text.contains("value=\"Molenlaan\""), "what was typed stays");
    assert!(text.contains("640,00"), "and what the other made of it is said: {text}");
    let operator_sees = |who: Who| {
        let app = town.app.clone();
        async move {
            let code = DwellingCode::new("H-1").unwrap();
            homes::dwelling(&app, &who, &code).await.unwrap().0.street.to_string()
        }
    };
    let who = sleutel_actions::access::session(&town.app, &lex.cookies[0].1).await;
    let who = who.unwrap().unwrap().who;
    assert_eq!(operator_sees(who).await, "Molenweg", "nothing was overwritten");
}

#[tokio::test]
async fn taking_a_vacancy_back_can_be_undone() {
    let town = Town::new().await;
    let mut lex = town.browser("lex").await;
    let answer = lex.post("/homes/vacancies/V-1/withdraw", &[]).await;
    assert_eq!(answer.location(), "/homes/dwellings/H-1");
    let page = lex.page("/homes/dwellings/H-1").await;
    assert!(page.contains("/homes/vacancies/V-1/put-back"));
    assert_eq!(count(&lex.page("/homes?status=open").await, "tbody tr"), 2);
    lex.post("/homes/vacancies/V-1/put-back", &[]).await;
    assert_eq!(count(&lex.page("/homes?status=open").await, "tbody tr"), 3);
}

#[tokio::test]
async fn a_date_is_changed_and_a_form_without_its_token_is_refused() {
    let town = Town::new().await;
    let mut lex = town.browser("lex").await;
    let path = "/homes/vacancies/V-2/edit";
    let seen = version(&mut lex, path).await;
    let fields = [("available_from", "2027-02-01"), ("year", "2027"), ("version", &seen)];
    assert_eq!(lex.post_bare(path, &fields).await.status, StatusCode::FORBIDDEN);
    assert_eq!(lex.post(path, &fields).await.location(), "/homes/dwellings/H-2");
    assert!(lex.page("/homes/dwellings/H-2").await.contains("1 februari 2027"));
    assert_eq!(lex.post(path, &fields).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn every_list_of_homes_is_there() {
    let town = Town::new().await;
    let mut browser = town.browser("lex").await;
    for path in ["/homes/dwellings", "/homes/associations"] {
        assert!(count(&browser.page(path).await, "tbody tr") > 0, "{path}");
    }
    assert_eq!(count(&browser.page("/homes/complexes").await, ".empty"), 1);
    assert_eq!(browser.get("/homes/dwellings/none").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_map_shows_each_level_and_zooms_in_without_script() {
    let town = Town::new().await;
    let mut browser = town.browser("cor").await;
    let city = browser.page("/areas").await;
    assert_eq!(count(&city, "svg a path"), 3);
    assert_eq!(count(&city, "tbody tr"), 3);
    assert!(city.contains("Molenbuurt: 1 vrij, nog ruimte voor 2"), "{city}");
    let districts = browser.page("/areas?level=district&sort=-free").await;
    assert_eq!(count(&districts, "svg a path"), 2);
    assert!(districts.contains("href=\"/areas?area=K1\""));
    assert!(districts.find("Oost</a>").unwrap() < districts.find("West</a>").unwrap());
    let east = browser.page("/areas?area=K1").await;
    assert_eq!(count(&east, "svg a path"), 2);
    assert!(east.contains("Uitzoomen naar Kleinstad"));
    assert_eq!(browser.get("/areas?area=nowhere").await.status, StatusCode::NOT_FOUND);
    let csv = browser.get("/areas.csv?area=K1").await.text();
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.lines().any(|it| it.starts_with("K1A") && it.contains(";0;6;")), "{csv}");
    assert!(east.contains("Ondersteuningslast: 0 van hoogstens 6 punten"));
    assert_eq!(&browser.get("/areas.xlsx").await.bytes[..2], b"PK");
}

#[tokio::test]
async fn a_part_of_the_city_shows_its_numbers_its_parts_and_its_homes() {
    let town = Town::new().await;
    let mut browser = town.browser("wil").await;
    let east = browser.page("/areas/K1").await;
    assert!(east.contains("Molenbuurt") && east.contains("Havenkade 12"));
    assert!(!east.contains("Tuinlaan"));
    let small = browser.page("/areas/K1A").await;
    assert!(small.contains("1 van 3") && small.contains("Molenweg 12"));
    assert_eq!(count(&small, "svg a[aria-current]"), 1);
    assert_eq!(browser.get("/areas/nowhere").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_groups_of_the_year_add_up() {
    let town = Town::new().await;
    let page = town.browser("mia").await.page("/numbers").await;
    assert!(page.contains("Uitstroom opvang") && page.contains("4 van 20, ten minste 10"));
    assert!(page.contains("8 van 40, ten minste 20"));
}

#[tokio::test]
async fn what_was_agreed_is_changed_by_who_steers_and_shown_to_everybody() {
    let town = Town::new().await;
    let of_vlier = "/numbers/associations/vlier/edit";
    for login in ["mia", "desk"] {
        let mut browser = town.browser(login).await;
        let page = browser.page("/numbers").await;
        for kind in ["groups/shelter", "main-groups/with-support", "associations/vlier"] {
            let href = format!("/numbers/{kind}/edit");
            assert!(page.contains(&href), "{login} misses {href}");
            browser.page(&href).await;
        }
    }
    for login in ["cor", "lex", "wil", "bea"] {
        let mut browser = town.browser(login).await;
        assert!(!browser.page("/numbers").await.contains("/edit"), "{login}");
        assert_eq!(browser.get(of_vlier).await.status, StatusCode::FORBIDDEN, "{login}");
        let sent = browser.post(of_vlier, &[("upper", "1"), ("was", "")]).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN, "{login}");
    }
    let mut mia = town.browser("mia").await;
    let nobody = ["/numbers/associations/brug/edit", "/numbers/groups/x/edit", "/numbers/x/x/edit"];
    for path in nobody {
        assert_eq!(mia.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let was = "2026|||||";
    let fields = [("lower", "2"), ("upper", "30"), ("realised", "1"), ("was", was)];
    let crossed = [("lower", "31"), ("upper", "30"), ("was", was)];
    let refused = mia.post(of_vlier, &crossed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("field-wrong"));
    assert_eq!(mia.post(of_vlier, &fields).await.status, StatusCode::SEE_OTHER);
    // The numbers it was about are gone.
    let late = mia.post(of_vlier, &fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("value=\"30\""));
    let page = town.browser("wil").await.page("/numbers").await;
    assert!(page.contains("De Vlier") && page.contains("1 van 30, ten minste 2"));
    let english = [("lower", "9"), ("upper", "44"), ("was", was)];
    let main = "/numbers/main-groups/with-support/edit";
    assert_eq!(mia.post(main, &english).await.status, StatusCode::SEE_OTHER);
    let page = mia.page("/numbers").await;
    assert!(page.contains("Hoofdgroep met begeleiding") && page.contains("8 van 44, ten minste 9"));
}
