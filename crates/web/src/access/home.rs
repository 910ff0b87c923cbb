use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use sleutel_actions::{
    ActionError, App, Who, cases, colleagues, forms, homes,
    numbers::{self, GroupYear},
    participants,
    policy::{self, Action},
    rounds,
    steering::obstacles,
    tasks,
};
use sleutel_domain::{
    access::{Language, Role},
    cases::Wait,
    forms::FormStatus,
};
use sleutel_store::{Window, homes::VacancyFilter, placement::RoundStatus};

use crate::{
    Acting, Page,
    cases::{due_words, step_of},
    listing::encode,
    pages::{Figure, HomePage, Progress, Todo},
    refused,
    show::{Bar, Tone},
};

/// `GET /`: how things are, and what waits for whoever looks.
pub(super) async fn home(page: Page, State(app): State<App>, Acting(who): Acting) -> Response {
    let greeted = who.person().map(|person| person.name.clone()).unwrap_or_default();
    let mut view = HomePage {
        page: page.titled("nav-home"),
        greeted,
        figures: Vec::new(),
        todos: Vec::new(),
        progress: Vec::new(),
    };
    match fill(&app, &who, &mut view).await {
        Ok(()) => view.page.render(&view),
        Err(error) => refused::problem(&error).into_response(),
    }
}

async fn fill(app: &App, who: &Who, view: &mut HomePage) -> Result<(), ActionError> {
    among_colleagues(app, who, view).await?;
    let mut dated = Vec::new();
    if who.person().is_some() && policy::may(who, Action::SeeTasks) {
        own_tasks(app, who, view, &mut dated).await?;
    }
    if who.person().is_some() && policy::may(who, Action::ChangeObstacles) {
        own_obstacles(app, who, view, &mut dated).await?;
    }
    if policy::may(who, Action::SeeCase) {
        under_way(app, who, view, &mut dated).await?;
    }
    // What is over goes first, whether it is a task or a step; what has no day goes last.
    dated.sort_by_key(|(due, _): &(Option<Date>, Todo)| (due.is_none(), *due));
    view.todos.extend(dated.into_iter().map(|it| it.1));
    if policy::may(who, Action::ListParticipants) {
        people(app, who, view).await?;
    }
    if policy::may(who, Action::ChangeVacancy) {
        own_homes(app, who, view).await?;
    }
    if who.person().is_some() && policy::may(who, Action::SeeForms) {
        waiting_forms(app, who, view).await?;
    }
    if policy::may(who, Action::SeeRounds) {
        open_rounds(app, who, view).await?;
    }
    match who.person().map(|person| person.role) {
        Some(Role::ProgrammeManager) => {
            let today = app.today();
            let groups = numbers::groups(app, who, today).await?;
            view.progress =
                groups.iter().filter_map(|it| progress(&view.page, it, today)).collect();
            let left = obstacles::without_owner(app, who).await?;
            if left > 0 {
                let what = view.page.t1("obstacles-home-left", "count", left);
                todo(view, "/steering/obstacles", what, None);
            }
        }
        Some(Role::Administrator) => {
            for (href, key) in [
                ("/import", "home-todo-import"),
                ("/accounts", "home-todo-accounts"),
                ("/log", "home-todo-log"),
            ] {
                todo(view, href, view.page.t(key), None);
            }
        }
        Some(
            Role::PlacementCoordinator
            | Role::LettingConsultant
            | Role::SupportWorker
            | Role::HousingOfficer,
        )
        | None => {}
    }
    Ok(())
}

fn todo(view: &mut HomePage, href: impl Into<String>, what: String, by: Option<String>) {
    view.todos.push(Todo { href: href.into(), what, by });
}

/// For whom somebody stands in, and invitations that wait for an answer.
async fn among_colleagues(app: &App, who: &Who, view: &mut HomePage) -> Result<(), ActionError> {
    let Some(person) = who.person() else { return Ok(()) };
    for it in &person.stands_in {
        let (name, date) = (it.name.as_str(), view.page.date(&it.until));
        let what = view.page.t2("home-stands-in", "name", name, "date", date);
        todo(view, "/colleagues/leave", what, None);
    }
    if policy::may(who, Action::BeGuest) {
        let count = colleagues::invited(app, who).await?;
        if count > 0 {
            let what = view.page.t1("home-invited", "count", count);
            todo(view, "/colleagues/guest", what, None);
        }
    }
    Ok(())
}

/// By when, and for whom when somebody stands in.
fn by_when(page: &Page, by: String, for_whom: Option<&str>) -> String {
    match for_whom {
        Some(name) => format!("{by}, {}", page.t1("home-for", "name", name)),
        None => by,
    }
}

/// Tasks that wait, with those of whoever they stand in for.
async fn own_tasks(
    app: &App,
    who: &Who,
    view: &mut HomePage,
    dated: &mut Vec<(Option<Date>, Todo)>,
) -> Result<(), ActionError> {
    let words = view.page.words;
    for it in tasks::first(app, who, 8).await? {
        let reference = it.row.reference.as_str();
        let what =
            view.page.t2("home-todo-task", "reference", reference, "what", it.row.what.as_str());
        let (by, _) = crate::tasks::due_words(words, it.row.due, app.today());
        let by = Some(by_when(&view.page, by, it.for_whom.as_deref()));
        dated.push((Some(it.row.due), Todo { href: crate::tasks::on(reference), what, by }));
    }
    Ok(())
}

/// Obstacles that are theirs to clear, with those of whoever they stand in for.
async fn own_obstacles(
    app: &App,
    who: &Who,
    view: &mut HomePage,
    dated: &mut Vec<(Option<Date>, Todo)>,
) -> Result<(), ActionError> {
    let words = view.page.words;
    for it in obstacles::own(app, who).await? {
        let what =
            view.page.t2("obstacles-home-todo", "number", it.number, "title", it.title.as_str());
        let (by, _) = crate::tasks::due_words(words, it.due, app.today());
        let by = Some(by_when(&view.page, by, it.for_whom.as_deref()));
        let href = crate::steering::obstacles::href(it.number);
        dated.push((Some(it.due), Todo { href, what, by }));
    }
    Ok(())
}

/// What waits for them on somebody's road, late ones first.
async fn under_way(
    app: &App,
    who: &Who,
    view: &mut HomePage,
    dated: &mut Vec<(Option<Date>, Todo)>,
) -> Result<(), ActionError> {
    let found = cases::counts(app, who, 8).await?;
    let words = view.page.words;
    let decides = policy::may(who, Action::DecideCase);
    let list = if decides { "/decisions" } else { "/cases" };
    let number = |count: u64| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let late = if decides { "/decisions?term=overdue" } else { "/cases?term=overdue" };
    for (href, count, key) in
        [(list, found.waiting, "home-cases-waiting"), (late, found.late, "home-cases-late")]
    {
        let (number, label) = (number(count), words.t(key));
        view.figures.push(Figure { href: href.to_owned(), number, label });
    }
    if policy::may(who, Action::Decide) {
        let next = cases::next_offers(app, who).await?.len();
        if next > 0 {
            let count = i64::try_from(next).unwrap_or(i64::MAX);
            todo(
                view,
                "/next-homes",
                words.t_with("home-todo-next", &[("count", count.into())]),
                None,
            );
        }
    }
    for row in found.first {
        let step = step_of(words, app.routes(), (&row.route, row.version), row.step.as_ref());
        let step = if row.step.is_none() && row.objection_due.is_some() {
            words.name(&Wait::Objection)
        } else {
            step
        };
        let values = [("reference", row.reference.as_str().into()), ("step", step.into())];
        let what = words.t_with("home-todo-case", &values);
        let (by, _) = due_words(words, row.next_due, app.today());
        let login = row.worker.as_ref().map(sleutel_domain::Phrase::as_str);
        let absent = who.person().zip(login).and_then(|(it, login)| it.stands_in_for(login));
        let by = Some(by_when(&view.page, by, absent.map(|it| it.name.as_str())));
        let href = crate::cases::href(row.reference.as_str());
        dated.push((row.next_due, Todo { href, what, by }));
    }
    Ok(())
}

async fn people(app: &App, who: &Who, view: &mut HomePage) -> Result<(), ActionError> {
    let counts = participants::start_counts(app, who).await?;
    for (code, key) in [
        ("preparing", "readiness-preparing"),
        ("ready", "readiness-ready"),
        ("paused", "readiness-paused"),
        ("placed", "readiness-placed"),
    ] {
        let count = counts.get(code).copied().unwrap_or_default();
        view.figures.push(Figure {
            href: format!("/participants?readiness={code}"),
            number: view.page.words.number(i64::try_from(count).unwrap_or(i64::MAX)),
            label: view.page.t(key),
        });
    }
    if policy::may(who, Action::ChangeParticipant) {
        let open = participants::open_questions(app, who).await?;
        if open > 0 {
            let count = i64::try_from(open).unwrap_or(i64::MAX);
            let what = view.page.t1("home-todo-questions", "count", count);
            todo(view, "/participants?open=1", what, None);
        }
    }
    Ok(())
}

/// Forms that wait for whoever looks: given back or to be checked, or sent to them.
async fn waiting_forms(app: &App, who: &Who, view: &mut HomePage) -> Result<(), ActionError> {
    let counts = forms::open_counts(app, who).await?;
    let receives = policy::may(who, Action::TreatForm);
    let waiting: &[(FormStatus, &str)] = if receives {
        &[(FormStatus::Sent, "forms-todo-received")]
    } else {
        &[
            (FormStatus::Returned, "forms-todo-returned"),
            (FormStatus::CheckAsked, "forms-todo-check"),
        ]
    };
    for (status, key) in waiting {
        let count = counts.get(status).copied().unwrap_or_default();
        if count > 0 {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            let what = view.page.t1(key, "count", count);
            todo(view, format!("/forms?status={}", status.code()), what, None);
        }
    }
    Ok(())
}

async fn own_homes(app: &App, who: &Who, view: &mut HomePage) -> Result<(), ActionError> {
    let association = who.organisation().map(ToString::to_string).unwrap_or_default();
    let filter = VacancyFilter {
        association: association.clone(),
        status: "open".to_owned(),
        ..VacancyFilter::default()
    };
    let homes = homes::list_vacancies(app, who, &filter, Window { offset: 0, limit: 5 }).await?;
    view.figures.push(Figure {
        href: format!("/homes?association={}&status=open", encode(&association)),
        number: view.page.words.number(i64::try_from(homes.page.total).unwrap_or(i64::MAX)),
        label: view.page.t("home-own-homes"),
    });
    for home in homes.page.rows {
        let what = format!("{} {}", home.dwelling.street, home.dwelling.house_number);
        let from = view.page.date(&home.vacancy.available_from);
        let by = view.page.t1("home-free-from", "date", from);
        todo(
            view,
            format!("/homes/dwellings/{}", encode(home.dwelling.code.as_str())),
            what,
            Some(by),
        );
    }
    Ok(())
}

async fn open_rounds(app: &App, who: &Who, view: &mut HomePage) -> Result<(), ActionError> {
    let rounds = rounds::list(app, who).await?;
    for it in rounds.iter().filter(|it| it.round.status == RoundStatus::Open) {
        let name = it.round.name.as_str();
        let what = match &it.newest {
            None => view.page.t1("home-round-new", "name", name),
            Some(newest) => view.page.words.t_with(
                "home-round-proposed",
                &[
                    ("name", name.into()),
                    ("placed", newest.placed.into()),
                    ("agreed", it.agreed.into()),
                ],
            ),
        };
        let on = view.page.date(&it.round.held_on);
        todo(view, format!("/rounds/{}", it.round.id.uuid()), what, Some(on));
    }
    Ok(())
}

/// A group against its floor, of which an even part is due by now, and its ceiling.
fn progress(page: &Page, it: &GroupYear, today: Date) -> Option<Progress> {
    let agreed = it.share.agreed;
    if agreed.upper.is_none() && agreed.lower == 0 {
        return None;
    }
    let day = u32::from(today.day_of_year().unsigned_abs());
    let due =
        u64::from(agreed.lower) * u64::from(day) / u64::from(today.days_in_year().unsigned_abs());
    let due = u32::try_from(due).unwrap_or(agreed.lower);
    let full = agreed.upper.is_some_and(|upper| agreed.realised >= upper);
    let (key, tone) = if full {
        ("home-pace-full", Tone::Neutral)
    } else if agreed.realised < due {
        ("home-pace-behind", Tone::Attention)
    } else if agreed.realised >= agreed.lower {
        ("home-pace-reached", Tone::Good)
    } else {
        ("home-pace-ahead", Tone::Good)
    };
    let name = match page.words.language() {
        Language::Dutch => it.group.name_nl.to_string(),
        Language::English => it.group.name_en.to_string(),
    };
    let (done, lower) = (agreed.realised.into(), agreed.lower.into());
    let text = match agreed.upper {
        Some(upper) => page.words.t_with(
            "home-groups-of",
            &[("done", done), ("lower", lower), ("upper", upper.into()), ("due", due.into())],
        ),
        None => page
            .words
            .t_with("home-groups-from", &[("done", done), ("lower", lower), ("due", due.into())]),
    };
    let bar = Bar { done: agreed.realised, added: 0, lower: agreed.lower, upper: agreed.upper };
    Some(Progress { name, bar, text, pace: page.t(key), tone })
}
