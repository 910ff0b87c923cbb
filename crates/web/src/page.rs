//! What a page needs besides its own data: language, viewer, title, messages.

use std::{convert::Infallible, sync::Arc};

use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{Extensions, HeaderMap, StatusCode, Uri, header, request::Parts},
    response::{Html, IntoResponse, Redirect, Response},
};
use jiff::civil::Date;
use sleutel_domain::{Cents, access::Language};
use sleutel_words::{Named, Value, Words};

use crate::{
    Flash, Pager, Problem, assets,
    form::FieldError,
    language,
    site::{CsrfToken, NavItem, Site, Viewer, menu},
};

/// One step of the way to a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// Its words, already in the reader's language.
    pub label: String,
}

/// The frame of one page for one reader. An extractor: ask for it in a handler,
/// give it a title, put it in the template's field `page`.
#[derive(Debug, Clone)]
pub struct Page {
    /// The words of the reader's language.
    pub words: Words,
    /// The installation.
    pub site: Arc<Site>,
    /// Who is logged in.
    pub viewer: Option<Viewer>,
    /// The title, in words.
    pub title: String,
    /// The way to this page, the page itself left out.
    pub crumbs: Vec<Crumb>,
    /// What the browser keeps in its history instead of the title, when the title is a name.
    tab: Option<String>,
    csrf: String,
    here: String,
    flash: Option<Flash>,
}

impl Page {
    /// Reads the frame from a request. `viewer` and the token come from the session
    /// layer through `extensions`.
    pub fn read(uri: &Uri, headers: &HeaderMap, extensions: &Extensions) -> Self {
        let viewer = extensions.get::<Viewer>().cloned();
        let site = extensions.get::<Arc<Site>>().cloned().unwrap_or_default();
        let account = viewer.as_ref().and_then(|viewer| viewer.language);
        Self {
            words: Words::new(language::choose(account, headers)),
            site,
            title: String::new(),
            tab: None,
            crumbs: Vec::new(),
            csrf: extensions.get::<CsrfToken>().map(|it| it.0.clone()).unwrap_or_default(),
            here: uri.path_and_query().map_or("/", |it| it.as_str()).to_owned(),
            flash: Flash::read(headers),
            viewer,
        }
    }

    /// The same page with a title by its key.
    #[must_use]
    pub fn titled(self, key: &str) -> Self {
        let title = self.words.t(key);
        self.called(title)
    }

    /// The same page with a title that is data, such as a file's number.
    #[must_use]
    pub fn called(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// The same page called otherwise in the browser's tab and history, which others may
    /// see: a reference instead of somebody's name.
    #[must_use]
    pub fn in_tab(mut self, text: impl Into<String>) -> Self {
        self.tab = Some(text.into());
        self
    }

    /// What the browser's tab and history say.
    pub fn tab(&self) -> &str {
        self.tab.as_deref().unwrap_or(&self.title)
    }

    /// The same page with one more step on the way to it, by its key.
    #[must_use]
    pub fn under(self, href: &str, key: &str) -> Self {
        let label = self.words.t(key);
        self.under_named(href, label)
    }

    /// The same with a step that is called by data.
    #[must_use]
    pub fn under_named(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.crumbs.push(Crumb { href: href.into(), label: label.into() });
        self
    }

    /// The answer with this page's template. Forgets the message it showed.
    pub fn render(&self, template: &impl Template) -> Response {
        self.render_with(StatusCode::OK, template)
    }

    /// The same with another status: 422 for a form that has errors.
    pub fn render_with(&self, status: StatusCode, template: &impl Template) -> Response {
        let text = match template.render() {
            Ok(text) => text,
            Err(error) => {
                tracing::error!(%error, "a template could not be rendered");
                return Problem::internal().into_response();
            }
        };
        let mut response = (status, Html(text)).into_response();
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, header::HeaderValue::from_static("private, no-store"));
        if self.flash.is_some() {
            let (name, value) = Flash::forget();
            response.headers_mut().append(name, value);
        }
        response
    }

    /// Goes to another page (303) with a message for it.
    pub fn redirect(to: &str, flash: &Flash) -> Response {
        let mut response = Redirect::to(to).into_response();
        if let Some(value) = flash.header() {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
        response
    }

    // --- for templates

    /// The words for a key.
    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    /// The words for a key with one variable.
    pub fn t1<'a>(&self, key: &str, name: &str, value: impl Into<Value<'a>>) -> String {
        self.words.t_with(key, &[(name, value.into())])
    }

    /// The words for a key with two variables.
    pub fn t2<'a, 'b>(
        &self,
        key: &str,
        one: &str,
        first: impl Into<Value<'a>>,
        two: &str,
        second: impl Into<Value<'b>>,
    ) -> String {
        self.words.t_with(key, &[(one, first.into()), (two, second.into())])
    }

    /// What people call one of our codes.
    pub fn name(&self, of: &impl Named) -> String {
        self.words.name(of)
    }

    /// Which rows of how many are shown.
    pub fn rows(&self, pager: &Pager) -> String {
        self.words.t_with(
            "pager-rows",
            &[("from", pager.from.into()), ("to", pager.to.into()), ("total", pager.total.into())],
        )
    }

    /// A date in full.
    pub fn date(&self, date: &Date) -> String {
        self.words.date(*date)
    }

    /// A date for tables.
    pub fn date_short(&self, date: &Date) -> String {
        self.words.date_short(*date)
    }

    /// An amount.
    pub fn money(&self, amount: &Cents) -> String {
        self.words.money(*amount)
    }

    /// What is wrong with a field.
    pub fn field_error(&self, error: &FieldError) -> String {
        error.words(self.words)
    }

    /// The language of this page, for `<html lang>`.
    pub fn lang(&self) -> &'static str {
        self.words.language().code()
    }

    /// Every language with whether it is this one.
    pub fn languages(&self) -> impl Iterator<Item = (Language, bool)> + use<> {
        let current = self.words.language();
        Language::ALL.into_iter().map(move |language| (language, language == current))
    }

    /// The menu with whether each entry leads to where the reader is.
    pub fn menu(&self) -> Vec<(NavItem, bool)> {
        let Some(viewer) = &self.viewer else { return Vec::new() };
        let path = self.here.split('?').next().unwrap_or_default();
        menu(viewer.role, viewer.kind)
            .iter()
            .map(|item| {
                let below = path.strip_prefix(item.href).is_some_and(|rest| rest.starts_with('/'));
                (*item, path == item.href || (item.href != "/" && below))
            })
            .collect()
    }

    /// The address of this page with its query, to come back to.
    pub fn here(&self) -> &str {
        &self.here
    }

    /// The token every form sends back.
    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    /// The message to show, with its kind.
    pub fn message(&self) -> Option<(crate::FlashKind, String)> {
        let flash = self.flash.as_ref()?;
        Some((flash.kind, flash.text(self.words)?))
    }

    /// The address of a file under `assets/`, with its fingerprint.
    pub fn asset(&self, name: &str) -> String {
        assets::href(name)
    }
}

impl<S: Sync> FromRequestParts<S> for Page {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::read(&parts.uri, &parts.headers, &parts.extensions))
    }
}

/// The value of a cookie, when the request has it.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}
