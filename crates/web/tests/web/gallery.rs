//! One page with every part on it, and samples of every page.

use std::sync::Arc;

use askama::Template;
use axum::http::{Extensions, HeaderMap, HeaderValue, Uri, header};
use sleutel_domain::access::{Language, OrganisationKind, Role};
use sleutel_web::{
    CsrfToken, FieldError, Flash, FlashKind, Form, Page, Pager, Query, Site, Viewer,
    listing::SortHead,
    map::{self, MapArea, MapView},
    pages::{ArticlePage, DemoAccount, Figure, HomePage, LoginPage, ProblemPage, Progress, Todo},
    show::{Bar, Choice, HistoryItem, Tab, Tone},
};

#[derive(Debug, Template)]
#[template(
    ext = "html",
    source = r##"{% extends "parts/base.html" %}
{% import "parts/fields.html" as f %}
{% import "parts/show.html" as s %}
{% block content %}
<div class="page-head"><h1>{{ page.title }}</h1>
{% call s::badge(Tone::Good, page.t("readiness-ready")) %}{% endcall %}
<a class="button" href="#">{% call s::icon(page, "person") %}{% endcall %} {{ page.t("nav-participants") }}</a></div>
{% call s::tabs(page, tabs, "nav-label") %}{% endcall %}
<div class="columns"><div>
<form class="card" method="post" data-guard>
{% call f::errors(page, form) %}{% endcall %}
{% call f::csrf(page) %}{% endcall %}
{% call f::who_sees(page, "about-never") %}{% endcall %}
{% call f::text(page, form, "given", "login-name") %}{% endcall %}
{% call f::text(page, form, "family", "login-name", "login-passphrase-hint", true) %}{% endcall %}
{% call f::date(page, form, "born", "question-head-age") %}{% endcall %}
{% call f::number(page, form, "rooms", "rule-rooms") %}{% endcall %}
{% call f::money(page, form, "rent", "question-rent", "field-money", false) %}{% endcall %}
{% call f::select(page, form, "role", "language-choose", choices, "field-choose") %}{% endcall %}
{% call f::radios(page, form, "fit", "rule-adaptation", choices) %}{% endcall %}
{% call f::answer(page, form, "pets", "question-pets", "login-passphrase-hint") %}{% endcall %}
{% call f::checkbox(page, form, "sure", "verdict-agreed") %}{% endcall %}
{% call f::area(page, form, "want", "goal-fit", "", false, 4) %}{% endcall %}
<div class="buttons"><button>{{ page.t("login-do") }}</button><a class="button second" href="/">{{ page.t("problem-home") }}</a></div>
</form></div>
<div><div class="card"><h2>{{ page.t("goal-fit") }}</h2>{% call s::facts(facts) %}{% endcall %}</div>
<div class="card">{% call s::bar(bar, "12 → 14 / 20") %}{% endcall %}{% call s::bar(full, "20 / 20") %}{% endcall %}</div>
<div class="card">{% call s::history(page, history) %}{% endcall %}</div></div></div>
<form class="filters" method="get" data-auto-submit>{% call f::text(page, form, "q", "nav-participants") %}{% endcall %}{% call f::select(page, form, "role", "language-choose", choices, "field-choose") %}{% endcall %}<div class="buttons"><button class="second">{{ page.t("login-do") }}</button></div></form>
<div class="table" role="group" tabindex="0" aria-label="{{ page.t("nav-participants") }}"><table>
<thead><tr>{% call s::sort_heads(page, heads) %}{% endcall %}</tr></thead>
<tbody>{% for (one, two, three) in rows %}<tr><th scope="row"><a href="#">{{ one }}</a></th><td>{{ two }}</td><td class="number">{{ three }}</td></tr>{% endfor %}</tbody></table></div>
{% call s::pager(page, pager) %}{% endcall %}
{{ map|safe }}
{% call s::empty(page, "home-todo-title", "home-todo-none") %}{% endcall %}
{% endblock %}"##
)]
pub(crate) struct Gallery {
    page: Page,
    form: Form,
    choices: Vec<Choice>,
    tabs: Vec<Tab>,
    facts: Vec<(String, String)>,
    bar: Bar,
    full: Bar,
    history: Vec<HistoryItem>,
    heads: Vec<SortHead>,
    rows: Vec<(String, String, String)>,
    pager: Pager,
    map: String,
}

pub(crate) fn page(language: Language, logged_in: bool) -> Page {
    let mut extensions = Extensions::new();
    extensions.insert(Arc::new(Site {
        programme: "Omslag Lindewaard".to_owned(),
        demo: true,
        ..Site::default()
    }));
    extensions.insert(CsrfToken("0123456789abcdef".to_owned()));
    if logged_in {
        extensions.insert(Viewer {
            name: "Noor Winters".to_owned(),
            organisation: "Gemeente Lindewaard".to_owned(),
            kind: OrganisationKind::Municipality,
            role: Role::PlacementCoordinator,
            language: Some(language),
            unread: 3,
        });
    }
    let mut headers = HeaderMap::new();
    headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(language.code()));
    let flash = Flash::new(FlashKind::Success, "pager-rows").with("from", 1_u32).with("to", 2_u32);
    let line = flash.with("total", 3_u32).header().unwrap();
    let pair = line.to_str().unwrap().split(';').next().unwrap().parse().unwrap();
    headers.insert(header::COOKIE, pair);
    Page::read(&Uri::from_static("/participants?sort=name"), &headers, &extensions)
}

pub(crate) fn hexagons(rows: u8, columns: u8) -> Vec<MapArea> {
    let mut areas = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let (x, y) = (
                4.8 + f64::from(column) * 0.01 + f64::from(row % 2) * 0.005,
                52.3 + f64::from(row) * 0.0053,
            );
            let ring = (0..=6)
                .map(|corner| {
                    let turn = std::f64::consts::FRAC_PI_3 * f64::from(corner);
                    [x + 0.0058 * turn.sin(), y + 0.0035 * turn.cos()]
                })
                .collect();
            let number = usize::from(row) * usize::from(columns) + usize::from(column);
            areas.push(MapArea {
                outlined: false,
                code: format!("B{number}"),
                name: format!("Buurt {number}"),
                rings: vec![ring],
                class: number % map::CLASSES,
                href: format!("/areas?area=B{number}"),
                title: format!("Buurt {number}: {number}"),
                mark: number.to_string(),
                current: number == 7,
            });
        }
    }
    areas
}

pub(crate) fn drawn(page: &Page, areas: &[MapArea], names: bool) -> String {
    let legend = (0..map::CLASSES).map(|class| format!("{class}–{}", class + 1)).collect();
    let up = Some(("/areas".to_owned(), page.t("map-zoom-all")));
    map::svg(
        page,
        areas,
        &MapView { label: page.t("nav-areas"), legend, up, names, ..MapView::default() },
    )
}

pub(crate) fn gallery(language: Language) -> Gallery {
    let page = page(language, true).titled("nav-rounds").under("/", "nav-home");
    let query = Query::parse(Some("sort=name&page=3"));
    let mut form = Form::new().filled("given", "Zoë <b>").filled("pets", "no").filled("rent", "x");
    form = form.labelled(&[("rent", "question-rent"), ("rooms", "rule-rooms")]);
    form.refuse("rent", FieldError::Money);
    form.refuse("pets", FieldError::Choose);
    form.refuse("rooms", FieldError::Number { least: 1, most: 20 });
    let areas = hexagons(5, 8);
    Gallery {
        map: drawn(&page, &areas, true),
        form,
        choices: vec![Choice::new("a", "Rolstoelwoning"), Choice::new("b", "Gewone woning")],
        tabs: vec![
            Tab { href: "#1".to_owned(), label: page.t("nav-homes"), current: true },
            Tab { href: "#2".to_owned(), label: page.t("nav-areas"), current: false },
        ],
        facts: vec![
            ("Huur".to_owned(), "€ 612,50".to_owned()),
            ("Kamers".to_owned(), "3".to_owned()),
        ],
        bar: Bar { done: 12, added: 2, lower: 10, upper: Some(20) },
        full: Bar { done: 17, added: 3, lower: 0, upper: Some(20) },
        history: vec![HistoryItem {
            when: "22 november 2026".to_owned(),
            datetime: "2026-11-22T10:00:00Z".to_owned(),
            who: "Noor Winters".to_owned(),
            what: page.t("question-rent"),
            changes: vec![("Huur".to_owned(), "€ 600".to_owned(), "€ 650".to_owned())],
        }],
        heads: ["name", "since", "rooms"]
            .into_iter()
            .zip(["nav-participants", "nav-homes", "rule-rooms"])
            .map(|(column, key)| {
                SortHead::new(&query, ("name", false), column, key, column == "rooms")
            })
            .collect(),
        rows: (1..6)
            .map(|n| (format!("P-{n}"), "Laakdijk, Kadeweg 12".to_owned(), n.to_string()))
            .collect(),
        pager: Pager::new(&query, 240, 25),
        page,
    }
}

/// Every page there is, by name.
pub(crate) fn pages(language: Language) -> Vec<(&'static str, String)> {
    let demo = |name: &str, role| DemoAccount {
        name: name.to_owned(),
        role,
        organisation: "Gemeente Lindewaard".to_owned(),
        login: "noor".to_owned(),
        passphrase: "appel fiets molen".to_owned(),
    };
    let mut refused = Form::new().filled("login", "noor");
    refused.refuse("passphrase", FieldError::Required);
    let login = |form: Form, demo_accounts| LoginPage {
        page: page(language, false).titled("login-title"),
        form,
        demo_accounts,
    };
    let accounts = Role::ALL.map(|role| demo("Noor Winters", role)).to_vec();
    let home = page(language, true).titled("nav-home");
    let figure = |number: &str, key: &str| Figure {
        href: "/".to_owned(),
        number: number.to_owned(),
        label: home.t(key),
    };
    let todo = Todo {
        href: "/".to_owned(),
        what: home.t("question-rent"),
        by: Some("22-11-2026".to_owned()),
    };
    let problem = page(language, true).titled("problem-500-title");
    let article = page(language, false).titled("about-title");
    vec![
        ("login", login(refused, Vec::new()).render().unwrap()),
        ("login-demo", login(Form::new(), accounts).render().unwrap()),
        (
            "home",
            HomePage {
                greeted: "Noor".to_owned(),
                figures: vec![figure("4.012", "nav-participants"), figure("151", "nav-homes")],
                todos: vec![todo.clone(), todo],
                progress: vec![Progress {
                    name: "Noor".to_owned(),
                    bar: Bar { done: 3, added: 0, lower: 2, upper: Some(9) },
                    text: "3 / 9".to_owned(),
                    pace: home.t("home-pace-ahead"),
                    tone: Tone::Good,
                }],
                page: home.clone(),
            }
            .render()
            .unwrap(),
        ),
        (
            "problem",
            ProblemPage {
                what: problem.t("problem-500-what"),
                page: problem,
                status: 500,
                detail: None,
                number: Some("2f".to_owned()),
            }
            .render()
            .unwrap(),
        ),
        (
            "article",
            ArticlePage { page: article, sections: vec![("about-what-title", "about-what")] }
                .render()
                .unwrap(),
        ),
        ("gallery", gallery(language).render().unwrap()),
    ]
}
