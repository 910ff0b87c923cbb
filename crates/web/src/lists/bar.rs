//! What stands above a list: views, the search, the filters, and what is active of them.

use axum::response::{IntoResponse, Redirect, Response};
use sleutel_actions::{
    App, Who,
    lists::{self, List, Many, SavedViews},
    policy,
};

use super::Facet;
use crate::{
    Form, Page, Query,
    access::moment,
    listing::encode,
    refused,
    show::{Choice, Tab},
};

/// What is kept of a view: neither where one was in the list, nor words searched for.
pub(super) const NOT_KEPT: [&str; 4] = ["page", "saved", "find", "q"];

/// A list as its address asks for it.
pub(crate) struct Opened {
    /// Filters, order and page.
    pub(crate) query: Query,
    /// The words searched for.
    pub(crate) words: String,
    list: List,
    saved: SavedViews,
    /// Words were searched for that are gone by now.
    gone: bool,
    recent: Option<(String, String)>,
}

/// A filter that is active.
pub(crate) struct Chip {
    pub(crate) label: String,
    pub(crate) value: String,
    /// The list without it.
    pub(crate) href: String,
}

/// All that stands above a list.
pub(crate) struct Bar {
    pub(crate) code: &'static str,
    pub(crate) form: Form,
    pub(crate) facets: Vec<Facet>,
    /// What the filters leave as it is.
    pub(crate) hidden: Vec<(String, String)>,
    pub(crate) chips: Vec<Chip>,
    /// Filters whose value does not exist any more, by name.
    pub(crate) unknown: Vec<String>,
    pub(crate) search_gone: bool,
    pub(crate) views: Vec<Tab>,
    pub(crate) may_keep: bool,
    pub(crate) may_share: bool,
    /// The address as it is, without the page.
    pub(crate) here: String,
    /// The key of what can be searched for.
    pub(crate) searches: &'static str,
    pub(crate) files: Option<[String; 2]>,
    pub(crate) manys: Vec<Choice>,
    /// What was done to many rows lately, and where it can be undone.
    pub(crate) recent: Option<(String, String)>,
}

/// Reads the address of a list. Without any question the list opens with the view somebody
/// set for it.
pub(crate) async fn open(
    page: &Page,
    app: &App,
    who: &Who,
    list: List,
    raw: Option<&str>,
) -> Result<Opened, Response> {
    let failed = |error| refused::problem(&error).into_response();
    if !policy::may(who, list.action()) {
        let saved = SavedViews::default();
        let query = Query::parse(raw);
        return Ok(Opened { query, words: String::new(), list, saved, gone: false, recent: None });
    }
    let saved = lists::saved(app, who, list).await.map_err(failed)?;
    let default = saved.views.iter().find(|it| Some(it.id) == saved.default);
    if let (true, Some(view)) = (raw.unwrap_or_default().is_empty(), default) {
        let to = format!("/{}?{}&saved={}", list.code(), view.query, view.id);
        return Err(Redirect::to(&to).into_response());
    }
    let query = Query::parse(raw);
    let kept = match query.get("find") {
        "" => Some(query.get("q").to_owned()),
        id => lists::searched(app, who, list, id).await.map_err(failed)?,
    };
    let gone = kept.is_none();
    let recent = lists::recent(app, who, list).await.map_err(failed)?;
    let recent = recent.first().and_then(|it| {
        let what = page.t(many_key(Many::from_code(&it.kind)?));
        let at = moment(page.words, it.at, &app.zone);
        let line = page.t2("many-recent", "what", what.as_str(), "at", at.as_str());
        Some((line, format!("/many/done/{}", it.id)))
    });
    Ok(Opened { query, words: kept.unwrap_or_default(), list, saved, gone, recent })
}

/// The key of an act on many rows.
pub(super) fn many_key(many: Many) -> &'static str {
    match many {
        Many::Pause => "many-pause",
        Many::Resume => "many-resume",
        Many::SendForms => "many-send-forms",
    }
}

impl Opened {
    /// What stands above the list. `searches` is the key of what can be searched for, `export`
    /// whether the list may be taken away.
    pub(crate) fn bar(
        self,
        page: &Page,
        who: &Who,
        facets: Vec<Facet>,
        searches: &'static str,
        export: bool,
    ) -> Bar {
        let Self { query, words, list, saved, gone, recent } = self;
        let facets: Vec<Facet> = facets.into_iter().filter(|it| !it.choices.is_empty()).collect();
        let mut form = Form::new();
        for facet in &facets {
            form.set(facet.name, query.get(facet.name));
        }
        let mut unknown = Vec::new();
        let mut chips = Vec::new();
        for facet in &facets {
            let value = query.get(facet.name);
            if value.is_empty() {
                continue;
            }
            let known = facet.choices.iter().find(|it| it.value == value);
            if known.is_none() {
                unknown.push(page.t(facet.key));
            }
            chips.push(Chip {
                label: page.t(facet.key),
                value: known.map_or_else(|| page.t("lists-unknown"), |it| it.label.clone()),
                href: query.with(facet.name, ""),
            });
        }
        if !words.is_empty() {
            let name = if query.get("find").is_empty() { "q" } else { "find" };
            let (label, href) = (page.t("lists-searched"), query.with(name, ""));
            chips.push(Chip { label, value: words.clone(), href });
        }
        form.set("q", words);
        let of_facet = |name: &str| name == "page" || facets.iter().any(|it| it.name == name);
        let hidden = query.pairs().iter().filter(|(name, _)| !of_facet(name)).cloned().collect();
        let here = query.without(&["page"]);
        let file = |kind: &str| format!("/{}.{kind}?{here}", list.code());
        let manys = Many::ALL.into_iter().filter(|it| it.list() == list);
        let manys = manys.filter(|it| policy::may(who, it.action()));
        Bar {
            code: list.code(),
            form,
            hidden,
            chips,
            unknown,
            search_gone: gone,
            views: views(page, &query, list, &saved),
            may_keep: who.account().is_some(),
            may_share: saved.may_share,
            files: export.then(|| [file("xlsx"), file("csv")]),
            manys: manys.map(|it| Choice::new(it.code(), page.t(many_key(it)))).collect(),
            searches,
            recent,
            here,
            facets,
        }
    }
}

fn views(page: &Page, query: &Query, list: List, saved: &SavedViews) -> Vec<Tab> {
    if saved.views.is_empty() {
        return Vec::new();
    }
    let now = query.without(&NOT_KEPT);
    let current = |it: &sleutel_store::lists::ViewRow| {
        query.get("saved") == it.id.to_string() && it.query == now
    };
    let mut tabs = vec![Tab {
        href: format!("/{}?saved=none", list.code()),
        label: page.t("lists-views-none"),
        current: !saved.views.iter().any(current),
    }];
    tabs.extend(saved.views.iter().map(|it| {
        let shared = it.organisation.is_some();
        let name = it.name.to_string();
        Tab {
            href: format!("/{}?{}&saved={}", list.code(), it.query, encode(&it.id.to_string())),
            label: if shared { page.t1("lists-view-shared", "name", name) } else { name },
            current: current(it),
        }
    }));
    tabs
}
