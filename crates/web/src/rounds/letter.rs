//! A letter to one person about one round: as a page, as text, and on paper as PDF.

use askama::Template;
use axum::response::Response;
use sleutel_actions::{
    ActionError, App,
    rounds::{self, LetterView, RoundFrame},
};
use sleutel_domain::{
    AreaCode, ComplexCode, GroupCode, OrganisationCode, Reference, VacancyCode, access::Language,
};
use sleutel_papers::{Letter as Paper, Part};
use sleutel_words::{
    Letter, Lookup, Outcome, Words,
    description::{Block, plain},
};

use super::{
    Of, Visit,
    names::{Names, home_facts},
    refuse,
};
use crate::{Page, homes::file, listing::encode, paper};

/// The letter with the page around it.
#[derive(Debug, Template)]
#[template(path = "rounds/letter.html")]
struct LetterPage {
    page: Page,
    back: String,
    here: String,
    /// The language of the letter, which need not be the reader's.
    language: Language,
    title: String,
    blocks: Vec<Block>,
}

/// `GET /rounds/{id}/people/{reference}/letter`, in `?language=nl` or `en`.
pub(super) async fn letter(visit: Visit, Of(reference): Of) -> Response {
    match written(&visit, &reference).await {
        Ok(written) => {
            let blocks = written.said(&visit.app, &visit.page, Words::letter);
            let (frame, words) = (&written.frame, written.words);
            let base = format!("/rounds/{}", frame.round.id);
            let back = format!("{base}/people/{}", encode(reference.as_str()));
            let page = visit
                .page
                .titled("rounds-letter")
                .under("/rounds", "nav-rounds")
                .under_named(base, frame.round.name.as_str())
                .under_named(back.clone(), reference.as_str());
            let view = LetterPage {
                here: format!("{back}/letter"),
                back,
                language: words.language(),
                title: title(words, frame),
                blocks,
                page,
            };
            view.page.render(&view)
        }
        Err(error) => refuse(&visit.page, &error),
    }
}

/// `GET /rounds/{id}/people/{reference}/letter.txt`.
pub(super) async fn text(visit: Visit, Of(reference): Of) -> Response {
    match written(&visit, &reference).await {
        Ok(written) => {
            let blocks = written.said(&visit.app, &visit.page, Words::letter);
            let words = written.words;
            let text = format!("{}\n\n{}\n", title(words, &written.frame), plain(&blocks));
            let name = format!("{}-{}.txt", words.t("letter-file"), words.language().code());
            file("text/plain; charset=utf-8", &name, text.into_bytes())
        }
        Err(error) => refuse(&visit.page, &error),
    }
}

fn title(words: Words, frame: &RoundFrame) -> String {
    words.t_with("letter-title", &[("date", words.date(frame.round.held_on).into())])
}

/// `GET /rounds/{id}/people/{reference}/letter.pdf`.
pub(super) async fn pdf(visit: Visit, Of(reference): Of) -> Response {
    let Visit { app, page, .. } = &visit;
    match written(&visit, &reference).await {
        Ok(written) => {
            let words = written.words;
            let subject = title(words, &written.frame);
            let letter = Paper {
                frame: paper::frame(app, page, words, &subject, reference.as_str()),
                to: vec![written.told.name.clone()],
                subject,
                body: Part::of_blocks(&written.said(app, page, Words::letter_body)),
            };
            let name = format!("{}-{}.pdf", words.t("letter-file"), words.language().code());
            paper::download(page, &name, move |press| press.letter(&letter)).await
        }
        Err(error) => refuse(page, &error),
    }
}

/// What a letter is made from.
struct Written {
    frame: RoundFrame,
    words: Words,
    told: LetterView,
}

async fn written(visit: &Visit, reference: &Reference) -> Result<Written, ActionError> {
    let Visit { app, who, page, id, query } = visit;
    let told = rounds::letter(app, who, *id, reference).await?;
    let frame = rounds::frame(app, who, *id).await?;
    let words = Language::from_code(query.get("language")).map_or(page.words, Words::new);
    Ok(Written { frame, words, told })
}

impl Written {
    /// What the letter says, with or without its date and reference.
    fn said(
        &self,
        app: &App,
        page: &Page,
        say: fn(Words, &Letter<'_>, &dyn Lookup) -> Vec<Block>,
    ) -> Vec<Block> {
        let Self { frame, words, told } = self;
        let own = told.placement.as_ref().map(|it| &it.vacancy);
        let names =
            OwnHomeOnly { words: *words, names: Names::of_frame(*words, frame), frame, own };
        let on = |at: jiff::Timestamp| at.to_zoned(app.zone.clone()).date();
        let outcome = match (&told.placement, &told.unplaced) {
            (Some(placement), _) => Outcome::Proposed {
                home: names.address_and_facts(&placement.vacancy),
                placement,
                decided: told.decision.as_ref().map(|it| (it.verdict, on(it.at))),
            },
            (None, Some(unplaced)) => Outcome::NotYet(unplaced),
            // INVARIANT: everybody in a proposal is placed or not; the checker sees to it.
            (None, None) => return Vec::new(),
        };
        let letter = Letter {
            name: &told.name,
            today: app.today(),
            held_on: told.round.held_on,
            homes: told.homes,
            candidate: &told.candidate,
            together: told.together,
            outcome,
            possible: told.possible,
            weeks: told.weeks,
            lot: told.lot.map(|it| (it.number, it.place, it.of)),
            seed: told.seed,
            contact: page.site.owner.contact.as_deref(),
            programme: &page.site.programme,
        };
        say(*words, &letter, &names)
    }
}

/// Calls the home that is proposed to the person by its address, and every other by what
/// it is like: its address is that of another household soon.
#[derive(Debug)]
struct OwnHomeOnly<'a> {
    words: Words,
    names: Names<'a>,
    frame: &'a RoundFrame,
    own: Option<&'a VacancyCode>,
}

impl OwnHomeOnly<'_> {
    fn address_and_facts(&self, code: &VacancyCode) -> String {
        let Some(home) = self.frame.homes.get(code) else { return code.to_string() };
        let facts = home_facts(self.words, home).join(", ");
        let (address, place) = (self.names.address(code), self.names.place_of(home));
        let values =
            [("address", address.into()), ("place", place.into()), ("facts", facts.into())];
        self.words.t_with("letter-home", &values)
    }
}

impl Lookup for OwnHomeOnly<'_> {
    fn area(&self, code: &AreaCode) -> Option<String> {
        self.names.area(code)
    }
    fn complex(&self, code: &ComplexCode) -> Option<String> {
        self.names.complex(code)
    }
    fn group(&self, code: &GroupCode) -> Option<String> {
        self.names.group(code)
    }
    fn association(&self, code: &OrganisationCode) -> Option<String> {
        self.names.association(code)
    }
    fn home(&self, code: &VacancyCode) -> Option<String> {
        if self.own == Some(code) {
            return self.names.home(code);
        }
        let home = self.frame.homes.get(code)?;
        let place = self.names.place_of(home);
        let values = [("rooms", home.facts.rooms.into()), ("place", place.into())];
        Some(self.words.t_with("letter-a-home", &values))
    }
}
