//! One share-out: what each group gets by it, what the steering group decides, and back.

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Hold,
    steering::{self, OneShareOut, SettleDraft, SharesNow},
};
use sleutel_domain::{GroupCode, steering::ShareStanding};
use sleutel_exchange::records::MainGroup;
use sleutel_words::Words;

use super::{Effect, effects, name_of, standing};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, refused, rounds::names::main_group,
    session, show::Tone, steering::year::when,
};

#[derive(Debug, Template)]
#[template(path = "steering/share_out.html")]
struct OnePage {
    page: Page,
    year: i16,
    number: u32,
    tone: Tone,
    standing: String,
    facts: Vec<(String, String)>,
    effects: Vec<Effect>,
    held: Option<String>,
    form: Form,
    may_settle: bool,
    may_put_aside: bool,
    may_put_back: bool,
}

/// What holds a share-out, with groups called by their names.
fn held_words(words: Words, now: &SharesNow, hold: &Hold) -> String {
    if let Hold::SharesOvertaken { groups } = hold {
        let names: Vec<String> = groups.iter().map(|it| name_of(words, now, it)).collect();
        return words.t_with("hold-shares-overtaken", &[("groups", words.list(&names).into())]);
    }
    if let Hold::NumbersChanged { of } = hold {
        let name = |code: &String| {
            let main = MainGroup::from_code(code).map(|it| main_group(words, it));
            let group = || Some(name_of(words, now, &GroupCode::new(code).ok()?));
            main.or_else(group).unwrap_or_else(|| code.clone())
        };
        let names: Vec<String> = of.iter().map(name).collect();
        return words.t_with("hold-numbers-changed", &[("of", words.list(&names).into())]);
    }
    refused::hold_words(hold, words)
}

fn one_page(page: Page, app: &App, it: &OneShareOut, form: Form) -> OnePage {
    let words = page.words;
    let row = &it.row;
    let (tone, standing) = standing(words, row.standing);
    let fact = |key: &str, value: String| (words.t(key), value);
    let by = |who: &str, at| {
        let values = [("who", who.to_owned().into()), ("when", when(app, words, at).into())];
        words.t_with("steering-assent", &values)
    };
    let mut facts = vec![
        fact("steering-homes", words.number(row.total)),
        fact("steering-rule", words.name(&row.rule)),
        fact("steering-basis", words.name(&row.basis)),
        fact("steering-made-with", words.number(it.version)),
        fact("steering-proposed-by", by(&row.actor, row.at)),
    ];
    if let Some(note) = &row.note {
        facts.push(fact("steering-note", note.to_string()));
    }
    if let Some(settled) = &row.settled {
        let key = match row.standing {
            ShareStanding::Decided | ShareStanding::TakenBack => "steering-decided-by",
            ShareStanding::Proposed | ShareStanding::PutAside => "steering-put-aside-by",
        };
        facts.push(fact(key, by(&settled.by, settled.at)));
        if let Some(why) = &settled.why {
            facts.push(fact("steering-why", why.to_string()));
        }
    }
    if let Some(back) = &it.taken_back {
        facts.push(fact("steering-put-back-by", by(&back.by, back.at)));
        if let Some(why) = &back.why {
            facts.push(fact("steering-why", why.to_string()));
        }
    }
    let open = row.standing == ShareStanding::Proposed;
    let held = it.held.as_ref().filter(|_| open);
    OnePage {
        year: row.year,
        number: row.number,
        tone,
        standing,
        facts,
        effects: effects(words, row.rule, &it.shares, &it.now),
        held: held.map(|hold| held_words(words, &it.now, hold)),
        may_settle: it.may_settle,
        may_put_aside: it.may_put_aside,
        may_put_back: it.may_put_back,
        form: form.labelled(&[("why", "steering-why")]),
        page: {
            let title = page.t2(
                "steering-share-title",
                "number",
                row.number.to_string(),
                "year",
                row.year.to_string(),
            );
            let back = format!("/steering/shares?year={}", row.year);
            page.called(title).under(&back, "steering-tab-shares")
        },
    }
}

/// `GET /steering/shares/{year}/{number}`.
pub(crate) async fn show(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path((year, number)): Path<(i16, u32)>,
) -> Result<Response, Problem> {
    let found = steering::one_share_out(&app, &who, year, number).await;
    let found = found.map_err(refused::problem_on(&page))?;
    let view = one_page(page, &app, &found, Form::new());
    Ok(view.page.render(&view))
}

/// `POST /steering/shares/{year}/{number}`.
pub(crate) async fn settle(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Path((year, number)): Path<(i16, u32)>,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let words = page.words;
    let why = form.value("why").trim().to_owned();
    let (done, key) = match form.value("do") {
        "put-back" => {
            let done = steering::put_back_shares(&app, &who, year, number, &why).await;
            (done, "steering-share-put-back")
        }
        what => {
            let decided = what == "decide";
            let draft = SettleDraft { decided, why };
            let done = steering::settle_shares(&app, &who, year, number, &draft).await;
            let key = if decided { "steering-share-decided" } else { "steering-share-put-aside" };
            (done, key)
        }
    };
    let here = format!("/steering/shares/{year}/{number}");
    let hold = match done {
        Ok(()) => return Ok(Page::redirect(&here, &Flash::new(FlashKind::Success, key))),
        Err(ActionError::Hold(
            hold @ (Hold::NumbersChanged { .. } | Hold::SharesOvertaken { .. }),
        )) => Some(hold),
        Err(error) => {
            if let Some(flash) = refused::flash(&error, words) {
                return Ok(Page::redirect(&here, &flash));
            }
            refused::at_fields(&mut form, error).map_err(refused::problem_on(&page))?;
            None
        }
    };
    let found = steering::one_share_out(&app, &who, year, number).await;
    let found = found.map_err(refused::problem_on(&page))?;
    let mut view = one_page(page, &app, &found, form);
    if let Some(hold) = hold {
        view.held = Some(held_words(words, &found.now, &hold));
    }
    Ok(session::unprocessable(&view.page, &view))
}
