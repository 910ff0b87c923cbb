//! What was agreed for a year, and who agreed when.

use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use jiff::Timestamp;
use sleutel_actions::{
    ActionError, App,
    steering::{self, AssentDraft, Difference, Moved, YearOf, YearSubject},
};
use sleutel_domain::{access::OrganisationKind, steering::YearTotal};
use sleutel_exchange::records::MainGroup;
use sleutel_store::year::YearRow;
use sleutel_words::Words;

use super::{
    force::{agreed, called as moved},
    places::{Change, Names, Places, bounds, places},
};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, Query, refused,
    rounds::names::{group_in, main_group},
    session,
    show::Tab,
    steering::{Years, asked_year, tabs},
};

#[derive(Debug)]
struct Terms {
    name: String,
    main: String,
    counts: bool,
    floor: String,
    ceiling: String,
    ground: String,
    /// What the state asks for it, in words, and whether the floor is below that.
    national: Option<(String, bool)>,
}

#[derive(Debug)]
struct PartnerLine {
    name: String,
    kind: OrganisationKind,
    code: String,
    agreed: Option<String>,
    may_assent: bool,
    on_behalf: bool,
}

#[derive(Debug)]
struct Version {
    href: String,
    said: String,
    note: String,
    current: bool,
}

#[derive(Debug, Template)]
#[template(path = "steering/year.html")]
struct YearPage {
    page: Page,
    tabs: Vec<Tab>,
    years: Years,
    year: i16,
    said: Option<String>,
    note: String,
    version: u32,
    older: bool,
    terms: Vec<Terms>,
    partners: Vec<PartnerLine>,
    agreed: String,
    versions: Vec<Version>,
    places: Option<Places>,
    /// Groups the version names, and that are not there in the year.
    not_there: Vec<String>,
    /// The version before, and what differs from it.
    since: Option<(u32, Vec<Change>)>,
    /// Which version is in force, in a sentence.
    force: String,
    may_force: bool,
    /// What stands otherwise in the numbers of the year than in the version in force.
    differing: Vec<Change>,
    /// Where the version is a file.
    file: String,
    may_change: bool,
    form: Form,
}

pub(in crate::steering) fn when(app: &App, words: Words, at: Timestamp) -> String {
    words.moment(at.to_zoned(app.zone.clone()).datetime())
}

/// How many homes, in a sentence.
pub(in crate::steering) fn total(words: Words, total: YearTotal) -> String {
    let homes = ("homes", total.homes().into());
    match total {
        YearTotal::Fixed(_) => words.t_with("steering-total-fixed", &[homes]),
        YearTotal::PartOfVacancies { per_mille, vacancies } => {
            let percent = words.percent(f64::from(per_mille) / 1_000.0, 1).into();
            let values = [homes, ("percent", percent), ("vacancies", vacancies.into())];
            words.t_with("steering-total-part", &values)
        }
    }
}

fn version_words(app: &App, words: Words, row: &YearRow) -> String {
    let values = [
        ("version", row.version.into()),
        ("who", row.actor.clone().into()),
        ("when", when(app, words, row.at).into()),
    ];
    words.t_with("steering-version", &values)
}

fn year_page(page: Page, app: &App, it: &YearOf, form: Form) -> YearPage {
    let words = page.words;
    let newest = it.versions.first().map(|row| row.version);
    let shown = it.shown.as_ref().map(|(row, _)| row.version);
    let names = |row: &sleutel_store::year::YearGroupRow| {
        let found = it.groups.get(&row.terms.group);
        found.map_or_else(|| row.terms.group.to_string(), |group| group_in(words, group))
    };
    let mut terms: Vec<_> =
        it.shown
            .iter()
            .flat_map(|(_, groups)| groups)
            .map(|row| Terms {
                name: names(row),
                main: MainGroup::from_code(&row.main_group)
                    .map(|main| main_group(words, main))
                    .unwrap_or_default(),
                counts: row.terms.counts,
                floor: words.number(row.terms.floor),
                ceiling: row.terms.ceiling.map_or_else(|| "–".to_owned(), |it| words.number(it)),
                ground: row.terms.ground.clone(),
                national: it.national.get(&row.terms.group).map(|asked| {
                    (super::form::national(words, asked), row.terms.floor < asked.homes)
                }),
            })
            .collect();
    terms.sort_by(|a, b| (&a.main, &a.name).cmp(&(&b.main, &b.name)));
    let partners: Vec<_> = it
        .partners
        .iter()
        .map(|one| PartnerLine {
            name: one.name.clone(),
            kind: one.kind,
            code: one.code.to_string(),
            agreed: one.assent.as_ref().map(|assent| {
                let at = when(app, words, assent.at);
                match &assent.said_by {
                    Some(who) => words.t_with(
                        "steering-assent-told",
                        &[
                            ("who", who.to_string().into()),
                            ("when", at.into()),
                            ("actor", assent.actor.clone().into()),
                        ],
                    ),
                    None => words.t_with(
                        "steering-assent",
                        &[("who", assent.actor.clone().into()), ("when", at.into())],
                    ),
                }
            }),
            may_assent: one.may_assent,
            on_behalf: one.on_behalf,
        })
        .collect();
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let yes = partners.iter().filter(|it| it.agreed.is_some()).count();
    let agreed = words.t_with(
        "steering-assents",
        &[("agreed", count(yes).into()), ("all", count(partners.len()).into())],
    );
    let versions = it.versions.iter().map(|row| Version {
        href: format!("/steering/year?year={}&version={}", it.year, row.version),
        said: version_words(app, words, row),
        note: row.note.as_ref().map(ToString::to_string).unwrap_or_default(),
        current: Some(row.version) == shown,
    });
    let row = it.shown.as_ref().map(|(row, _)| row);
    let said = Names { words, areas: &it.areas, associations: &it.associations };
    let since = it.since.as_ref().map(|(version, all)| {
        let line = |one: &Difference| {
            let bounds = |(least, most): (Option<u32>, Option<u32>)| bounds(words, least, most);
            (called(said, it, &one.subject), bounds(one.before), bounds(one.after))
        };
        (*version, all.iter().map(line).collect())
    });
    let force = it.force.first().map_or_else(
        || words.t("year-force-none"),
        |force| {
            let version = it.versions.iter().find(|row| row.id == force.agreement);
            let values = [
                ("version", version.map(|row| row.version).unwrap_or_default().into()),
                ("when", when(app, words, force.at).into()),
                ("who", force.actor.clone().into()),
            ];
            words.t_with("year-force-now", &values)
        },
    );
    let not_there = it.not_there.iter().map(|code| {
        let found = it.groups.get(code);
        found.map_or_else(|| code.to_string(), |group| group_in(words, group))
    });
    YearPage {
        not_there: not_there.collect(),
        places: row
            .map(|row| places(said, row.total, &it.contents.places, it.contents.targets.as_ref())),
        since,
        force,
        may_force: it.may_force,
        differing: Vec::new(),
        file: format!("/steering/year.csv?year={}&version={}", it.year, shown.unwrap_or_default()),
        tabs: tabs(&page, "/steering/year"),
        years: Years::around("/steering/year", it.year, app),
        year: it.year,
        said: row.map(|row| total(words, row.total)),
        note: row.and_then(|row| row.note.as_ref()).map(ToString::to_string).unwrap_or_default(),
        version: shown.unwrap_or_default(),
        older: shown != newest,
        terms,
        agreed,
        versions: versions.collect(),
        may_change: it.may_change,
        partners,
        form,
        page: {
            let title = page.t1("steering-year-title", "year", it.year.to_string());
            page.called(title)
        },
    }
}

/// What a number is about, by its name.
pub(super) fn called(names: Names<'_>, it: &YearOf, subject: &YearSubject) -> String {
    match subject {
        YearSubject::Total => names.words.t("steering-all"),
        YearSubject::Group(code) => {
            let found = it.groups.get(code);
            found.map_or_else(|| code.to_string(), |group| group_in(names.words, group))
        }
        YearSubject::Area(code) => names.place(code),
        YearSubject::Association(code) => names.association(code),
    }
}

/// `GET /steering/year`.
pub(in crate::steering) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let year = asked_year(&query, &app);
    let version = match query.get("version") {
        "" => None,
        text => Some(text.parse().map_err(|_| Problem::not_found())?),
    };
    let words = page.words;
    let found = steering::year_of(&app, &who, year, version).await;
    let found = found.map_err(|error| refused::problem_in(&error, words))?;
    let differing = steering::differing(&app, &who, year).await;
    let differing = differing.map_err(|error| refused::problem_in(&error, words))?;
    let names = Names { words, areas: &found.areas, associations: &found.associations };
    let row = |it: &Moved| {
        let (now, agreed) = (agreed(names, it.before), agreed(names, Some(it.after)));
        (moved(names, it), now, agreed)
    };
    let differing = differing.iter().map(row).collect();
    let view = YearPage { differing, ..year_page(page, &app, &found, Form::new()) };
    Ok(view.page.render(&view))
}

/// `POST /steering/year/{year}/assent`.
pub(in crate::steering) async fn assent(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path(year): Path<i16>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let words = page.words;
    let organisation = form.value("organisation").to_owned();
    let draft = AssentDraft {
        version: form.value("version").to_owned(),
        said_by: form.value(&format!("said_by-{organisation}")).trim().to_owned(),
        organisation,
    };
    let back = format!("/steering/year?year={year}");
    match steering::assent(&app, &who, year, &draft).await {
        Ok(()) => Ok(Page::redirect(&back, &Flash::new(FlashKind::Success, "steering-assented"))),
        Err(ActionError::Changed) => {
            Ok(Page::redirect(&back, &Flash::new(FlashKind::Warning, "steering-year-changed")))
        }
        Err(error) => {
            if let Some(flash) = refused::flash(&error, words) {
                return Ok(Page::redirect(&back, &flash));
            }
            refused::at_fields(&mut form, error)
                .map_err(|error| refused::problem_in(&error, words))?;
            let found = steering::year_of(&app, &who, year, None).await;
            let found = found.map_err(|error| refused::problem_in(&error, words))?;
            let view = year_page(page, &app, &found, form);
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}
