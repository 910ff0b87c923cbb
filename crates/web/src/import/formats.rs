//! Which columns each kind of file has, and empty files to begin from.

use askama::Template;
use axum::{extract::Path, response::Response};
use sleutel_actions::policy::{self, Action};
use sleutel_exchange::{Kind, Shape, columns};
use sleutel_words::Words;

use super::findings;
use crate::{Acting, Page, Problem, homes};

#[derive(Debug)]
struct ColumnLine {
    name: &'static str,
    required: bool,
    shape: String,
}

#[derive(Debug)]
struct Format {
    code: &'static str,
    title: String,
    text: String,
    file: String,
    columns: Vec<ColumnLine>,
}

#[derive(Debug, Template)]
#[template(path = "import/formats.html")]
struct FormatsPage {
    page: Page,
    formats: Vec<Format>,
}

fn shape(words: Words, shape: Shape) -> String {
    match shape {
        Shape::Code => words.t("import-shape-code"),
        Shape::Text => words.t("import-shape-text"),
        Shape::LongText => words.t("import-shape-long-text"),
        Shape::Date => words.t("import-shape-date"),
        Shape::Year => words.t("import-shape-year"),
        Shape::YesNo => words.t("import-shape-yes-no"),
        Shape::Whole => words.t("import-shape-whole"),
        Shape::Decimal => words.t("import-shape-decimal"),
        Shape::Amount => words.t("import-shape-amount"),
        Shape::OneOf(list) => {
            words.t_with("import-shape-one-of", &[("words", list().join(", ").into())])
        }
    }
}

/// What a kind of file is for.
fn text_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Organisations => "import-about-organisations",
        Kind::Areas => "import-about-areas",
        Kind::AreaFigures => "import-about-area-figures",
        Kind::GroupQuotas => "import-about-group-quotas",
        Kind::MainGroups => "import-about-main-groups",
        Kind::AssociationTargets => "import-about-association-targets",
        Kind::Ceilings => "import-about-ceilings",
        Kind::Complexes => "import-about-complexes",
        Kind::Dwellings => "import-about-dwellings",
        Kind::Vacancies => "import-about-vacancies",
        Kind::Participants => "import-about-participants",
        Kind::Members => "import-about-members",
        Kind::Wishes => "import-about-wishes",
        Kind::Network => "import-about-network",
        Kind::Exclusions => "import-about-exclusions",
        Kind::Together => "import-about-together",
    }
}

/// `GET /import/formats`.
pub(super) async fn list(Acting(who): Acting, page: Page) -> Result<Response, Problem> {
    if !policy::may(&who, Action::Import) {
        return Err(Problem::forbidden());
    }
    let words = page.words;
    let formats = Kind::ALL.into_iter().map(|kind| Format {
        code: kind.code(),
        title: words.t(findings::kind_key(kind)),
        text: words.t(text_key(kind)),
        file: format!("{}.csv", kind.code()),
        columns: columns(kind)
            .iter()
            .map(|it| ColumnLine {
                name: it.name,
                required: it.required,
                shape: shape(words, it.shape),
            })
            .collect(),
    });
    let view = FormatsPage {
        formats: formats.collect(),
        page: page.titled("import-formats-title").under("/import", "import-title"),
    };
    Ok(view.page.render(&view))
}

/// `GET /import/formats/{kind}.csv`: the heads and nothing under them.
pub(super) async fn template(
    Acting(who): Acting,
    Path(file): Path<String>,
) -> Result<Response, Problem> {
    if !policy::may(&who, Action::Import) {
        return Err(Problem::forbidden());
    }
    let kind =
        file.strip_suffix(".csv").and_then(Kind::from_code).ok_or_else(Problem::not_found)?;
    let heads = columns(kind).iter().map(|it| it.name.to_owned()).collect();
    Ok(homes::csv(&file, [heads]))
}
