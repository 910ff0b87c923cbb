//! An agreement on paper.

use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App,
    agreements::{self, AgreementView},
};
use sleutel_domain::{access::Language, agreements::Terms};
use sleutel_papers::{Agreement, Article, Part, Party, Signature};
use sleutel_words::{AgreementText, Words};

use super::naming;
use crate::{Acting, Page, Query, paper, refused};

/// The names an agreement's words need.
#[derive(Debug)]
pub(super) struct Names {
    terms: Terms,
    association: String,
    provider: String,
    resident: String,
    home: String,
}

impl Names {
    pub(super) fn as_ref(&self) -> AgreementText<'_> {
        AgreementText {
            terms: &self.terms,
            association: &self.association,
            provider: &self.provider,
            resident: &self.resident,
            home: &self.home,
        }
    }
}

pub(super) fn text(seen: &AgreementView) -> Names {
    let terms = seen.row.agreement.terms.clone();
    let called = |code: Option<&sleutel_domain::OrganisationCode>| {
        let name = code.map(|it| seen.organisations.get(it).cloned().unwrap_or(it.to_string()));
        name.unwrap_or_else(|| "…".to_owned())
    };
    let home = seen.home.as_ref().map_or_else(
        || "…".to_owned(),
        |it| {
            let postcode = it.postcode.as_ref().map(|it| format!(", {it}")).unwrap_or_default();
            format!("{} {}{postcode}", it.street, it.house_number)
        },
    );
    Names {
        association: called(terms.association.as_ref()),
        provider: called(terms.provider.as_ref()),
        resident: seen.name.clone(),
        home,
        terms,
    }
}

/// `GET /agreements/{id}/agreement.pdf`, in `?language=nl` or `en`.
pub(super) async fn pdf(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path(id): Path<String>,
    RawQuery(raw): RawQuery,
) -> Response {
    let id = match naming::id(&id) {
        Ok(id) => id,
        Err(problem) => return problem.into_response(),
    };
    let seen = match agreements::agreement(&app, &who, id).await {
        Ok(seen) => seen,
        Err(error) => return refused::refuse(&page, &error),
    };
    let language = Language::from_code(Query::parse(raw.as_deref()).get("language"));
    let words = language.map_or(page.words, Words::new);
    let names = text(&seen);
    let it = &seen.row.agreement;
    let said = names.as_ref();
    let kind = words.name(&it.terms.kind);
    let parties = it.terms.kind.parties();
    let agreement = Agreement {
        frame: paper::frame(&app, &page, words, &kind, it.terms.household.as_str()),
        subject: kind,
        state: words.name(&it.state),
        parties: parties
            .iter()
            .map(|party| Party {
                role: words.name(party),
                name: said.name(*party).to_owned(),
                lines: Vec::new(),
            })
            .collect(),
        figures: words.agreement_figures(&said),
        articles: words
            .agreement_articles(&said)
            .into_iter()
            .map(|(title, blocks)| Article { title, body: Part::of_blocks(&blocks) })
            .collect(),
        signatures: parties
            .iter()
            .map(|party| {
                let signature = it.signatures.iter().find(|it| it.party == *party);
                Signature {
                    role: words.name(party),
                    name: said.name(*party).to_owned(),
                    on: signature.map(|it| words.date(it.on)),
                    by: signature.map(|it| format!("{} ({})", it.by, words.name(&it.how))),
                }
            })
            .collect(),
    };
    let name = format!("{}-{}.pdf", words.t("agreements-file"), words.language().code());
    paper::download(&page, &name, move |press| press.agreement(&agreement)).await
}
