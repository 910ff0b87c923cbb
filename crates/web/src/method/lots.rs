//! What the lots of every round are drawn from, for everyone.

use askama::Template;
use axum::{extract::State, response::Response};
use jiff::Timestamp;
use sleutel_actions::{
    App,
    rounds::{self, LotView},
};

use crate::{Page, refused};

/// One round.
#[derive(Debug)]
struct Lot {
    round: String,
    held_on: String,
    made: String,
    seal: Option<String>,
    seed: Option<String>,
    sealed: Option<String>,
    shown: Option<String>,
    homes: String,
}

/// All rounds, newest first.
#[derive(Debug, Template)]
#[template(path = "method/lots.html")]
struct LotsPage {
    page: Page,
    /// How to check a seal, and how to work out lots.
    commands: [String; 2],
    lots: Vec<Lot>,
}

/// `GET /method/lots`.
pub(super) async fn lots(State(app): State<App>, page: Page) -> Response {
    let page = page.titled("lots-title");
    match rounds::lots(&app).await {
        Ok(all) => {
            let lots = all.into_iter().map(|it| row(&app, &page, it)).collect();
            let view = LotsPage { lots, commands: commands(&page), page };
            view.page.render(&view)
        }
        Err(error) => refused::refuse(&page, &error),
    }
}

fn commands(page: &Page) -> [String; 2] {
    let line = page.t("lots-example-line");
    let (seed, file) = (page.t("lots-example-seed"), page.t("lots-example-reference"));
    [format!("printf '%s' '{line}' | sha256sum"), format!("sleutel lot --seed {seed} {file}")]
}

fn row(app: &App, page: &Page, lot: LotView) -> Lot {
    let when = |at: Timestamp| page.words.moment(at.to_zoned(app.zone.clone()).datetime());
    let known = lot.shown.is_some();
    let homes = match lot.homes_changed_after {
        Some(at) => page.t1("lots-homes-changed", "when", when(at)),
        None if known => page.t("lots-homes-same"),
        None => page.t("lots-homes-open"),
    };
    let (seed, sealed, at) =
        lot.shown.map_or((None, None, None), |it| (Some(it.seed.to_string()), it.sealed, it.at));
    Lot {
        round: lot.round.to_string(),
        held_on: page.date(&lot.held_on),
        made: page.t1("lots-made", "when", when(lot.made_at)),
        seal: lot.seal,
        seed,
        sealed,
        shown: at.map(|at| page.t1("lots-shown", "when", when(at))),
        homes,
    }
}
