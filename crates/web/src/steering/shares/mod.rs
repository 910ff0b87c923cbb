//! The homes of a year shared out: every rule beside the others, and what was proposed.

mod one;

use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use sleutel_actions::{
    ActionError, App, Hold,
    steering::{self, ShareDraft, SharesNow},
};
use sleutel_domain::{
    GroupCode,
    steering::{DemandBasis, Rule, Share, ShareOut, ShareStanding, weeks_to_help},
};
use sleutel_words::Words;

use super::{
    Years, asked_year, tabs,
    year::{total, when},
};
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, Query, refused,
    rounds::names::group_in,
    session,
    show::{Bar, Choice, Tab, Tone},
};

pub(super) use one::{settle, show};

/// What a group gets by one rule.
#[derive(Debug)]
struct Cell {
    homes: String,
    chosen: bool,
    /// In words, for the cards of a narrow screen.
    label: String,
}

#[derive(Debug)]
struct GroupLine {
    name: String,
    expected: String,
    realised: String,
    waiting: String,
    cells: Vec<Cell>,
}

/// What a group gets, why, and what comes of it.
#[derive(Debug)]
struct Effect {
    name: String,
    bar: Bar,
    homes: String,
    now: String,
    more: String,
    before: String,
    after: String,
    said: String,
}

#[derive(Debug)]
struct Made {
    href: String,
    said: String,
    tone: Tone,
    standing: String,
}

#[derive(Debug, Template)]
#[template(path = "steering/shares.html")]
struct SharesPage {
    page: Page,
    tabs: Vec<Tab>,
    years: Years,
    year: i16,
    version: u32,
    said: Option<String>,
    rules: Vec<Choice>,
    bases: Vec<Choice>,
    form: Form,
    heads: Vec<String>,
    groups: Vec<GroupLine>,
    effects: Vec<Effect>,
    faults: Vec<String>,
    chosen: String,
    made: Vec<Made>,
    may_propose: bool,
}

fn name_of(words: Words, now: &SharesNow, code: &GroupCode) -> String {
    now.groups.get(code).map_or_else(|| code.to_string(), |group| group_in(words, group))
}

/// The key of a rule's name at the head of a column.
fn short(rule: Rule) -> &'static str {
    match rule {
        Rule::Proportional => "steering-rule-short-proportional",
        Rule::EqualHelped => "steering-rule-short-equal-helped",
        Rule::EqualWait => "steering-rule-short-equal-wait",
        Rule::FloorsFirst => "steering-rule-short-floors-first",
    }
}

/// How long whoever waits now would wait, in words.
fn wait(words: Words, weeks: Option<f64>) -> String {
    match weeks {
        None => words.t("steering-wait-never"),
        Some(weeks) if weeks < 1.0 => words.t("steering-wait-none"),
        Some(weeks) => {
            let weeks = words.decimal(weeks.ceil(), 0);
            words.t_with("steering-wait-weeks", &[("weeks", weeks.into())])
        }
    }
}

fn effects(words: Words, rule: Rule, shares: &[Share], now: &SharesNow) -> Vec<Effect> {
    let mut all: Vec<_> = shares
        .iter()
        .map(|share| {
            let code = &share.demand.group;
            let name = name_of(words, now, code);
            let waiting = now.waiting.get(code).copied().unwrap_or_default();
            let agreed = now.agreed.get(code).copied().unwrap_or_default();
            let left = |homes: u32| homes.saturating_sub(agreed.realised);
            let weeks =
                |homes: u32| wait(words, weeks_to_help(waiting, left(homes), now.days_left));
            let difference = agreed.upper.map(|upper| i64::from(share.homes) - i64::from(upper));
            let bar = Bar {
                done: agreed.realised,
                added: left(share.homes),
                lower: 0,
                // Without more people than homes there is nobody without.
                upper: Some(share.demand.expected.in_thousandths().div_ceil(1_000))
                    .filter(|people| *people > share.homes),
            };
            Effect {
                bar,
                homes: words.number(share.homes),
                now: agreed.upper.map_or_else(|| "–".to_owned(), |it| words.number(it)),
                more: match difference {
                    Some(0) => words.t("steering-same"),
                    Some(more) if more > 0 => format!("+{}", words.number(more)),
                    Some(less) => format!("−{}", words.number(-less)),
                    None => "–".to_owned(),
                },
                before: agreed.upper.map_or_else(|| "–".to_owned(), weeks),
                after: weeks(share.homes),
                said: words.share_of(rule, share, &name),
                name,
            }
        })
        .collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

fn standing(words: Words, it: ShareStanding) -> (Tone, String) {
    let tone = match it {
        ShareStanding::Proposed => Tone::Info,
        ShareStanding::Decided => Tone::Good,
        ShareStanding::PutAside | ShareStanding::TakenBack => Tone::Neutral,
    };
    (tone, words.name(&it))
}

async fn shares_page(
    page: Page,
    app: &App,
    who: &sleutel_actions::Who,
    year: i16,
    form: Form,
) -> Result<SharesPage, Problem> {
    let words = page.words;
    let asked = DemandBasis::from_code(form.value("basis"));
    let found = steering::shares_of(app, who, year, asked).await;
    let it = found.map_err(refused::problem_on(&page))?;
    let rule = Rule::from_code(form.value("rule")).unwrap_or(Rule::EqualHelped);
    let by = |wanted: Rule| it.by_rule.iter().find(|(one, _)| *one == wanted).map(|(_, all)| all);
    let (effects, faults) = match by(rule) {
        Some(Ok(out)) => (effects(words, rule, &out.shares, &it.now), Vec::new()),
        Some(Err(faults)) => {
            let name = |code: &GroupCode| name_of(words, &it.now, code);
            (Vec::new(), faults.iter().map(|it| words.share_fault_of(it, name)).collect())
        }
        None => (Vec::new(), Vec::new()),
    };
    let rules: Vec<Rule> = it.by_rule.iter().map(|(rule, _)| *rule).collect();
    let outs: Vec<(Rule, &ShareOut)> =
        it.by_rule.iter().filter_map(|(rule, out)| Some((*rule, out.as_ref().ok()?))).collect();
    let mut groups: Vec<GroupLine> = Vec::new();
    if let Some((_, first)) = outs.first() {
        for share in &first.shares {
            let code = &share.demand.group;
            let of = |(one, out): &(Rule, &ShareOut)| {
                let found = out.shares.iter().find(|it| it.demand.group == *code)?;
                let label = words.t(short(*one));
                Some(Cell { homes: words.number(found.homes), chosen: *one == rule, label })
            };
            groups.push(GroupLine {
                name: name_of(words, &it.now, code),
                expected: words.people(share.demand.expected),
                realised: words.number(share.demand.realised),
                waiting: words.number(it.now.waiting.get(code).copied().unwrap_or_default()),
                cells: outs.iter().filter_map(of).collect(),
            });
        }
    }
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    let heads = outs.iter().map(|(rule, _)| words.t(short(*rule)));
    let made = it.made.iter().map(|row| {
        let values = [
            ("number", row.number.into()),
            ("rule", words.name(&row.rule).into()),
            ("who", row.actor.clone().into()),
            ("when", when(app, words, row.at).into()),
        ];
        let (tone, standing) = standing(words, row.standing);
        Made {
            href: format!("/steering/shares/{}/{}", row.year, row.number),
            said: words.t_with("steering-made", &values),
            tone,
            standing,
        }
    });
    Ok(SharesPage {
        tabs: tabs(&page, "/steering/shares"),
        years: Years::around("/steering/shares", year, app),
        year,
        version: it.agreement.as_ref().map(|row| row.version).unwrap_or_default(),
        said: it.agreement.as_ref().map(|row| total(words, row.total)),
        rules: rules.iter().map(|it| Choice::new(it.code(), words.name(it))).collect(),
        bases: DemandBasis::ALL.iter().map(|it| Choice::new(it.code(), words.name(it))).collect(),
        heads: heads.collect(),
        groups,
        effects,
        faults,
        chosen: words.name(&rule),
        made: made.collect(),
        may_propose: it.may_propose,
        form: form
            .filled("rule", rule.code())
            .filled("basis", it.basis.code())
            .labelled(&[("note", "steering-note")]),
        page: {
            let title = page.t1("steering-shares-title", "year", year.to_string());
            page.called(title)
        },
    })
}

/// `GET /steering/shares`.
pub(super) async fn compare(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::parse(raw.as_deref());
    let year = asked_year(&query, &app);
    let form = Form::new().filled("rule", query.get("rule")).filled("basis", query.get("basis"));
    let view = shares_page(page, &app, &who, year, form).await?;
    Ok(view.page.render(&view))
}

/// `POST /steering/shares`.
pub(super) async fn propose(
    Acting(who): Acting,
    State(app): State<App>,
    page: Page,
    Posted(mut form): Posted,
) -> Result<Response, Problem> {
    let words = page.words;
    let year: i16 = form.value("year").parse().map_err(|_| Problem::not_found())?;
    let draft = ShareDraft {
        rule: form.value("rule").to_owned(),
        basis: form.value("basis").to_owned(),
        note: form.value("note").trim().to_owned(),
        version: form.value("version").to_owned(),
    };
    match steering::propose_shares(&app, &who, year, &draft).await {
        Ok(number) => {
            let flash = Flash::new(FlashKind::Success, "steering-proposed");
            Ok(Page::redirect(&format!("/steering/shares/{year}/{number}"), &flash))
        }
        Err(ActionError::Changed) => {
            let flash = Flash::new(FlashKind::Warning, "steering-year-changed");
            Ok(Page::redirect(&format!("/steering/shares?year={year}"), &flash))
        }
        // The page itself says what is in the way, with the groups called by their names.
        Err(ActionError::Hold(Hold::CannotShareOut { .. })) => {
            let view = shares_page(page, &app, &who, year, form).await?;
            Ok(session::unprocessable(&view.page, &view))
        }
        Err(error) => {
            if let Some(flash) = refused::flash(&error, words) {
                return Ok(Page::redirect(&format!("/steering/shares?year={year}"), &flash));
            }
            refused::at_fields(&mut form, error).map_err(refused::problem_on(&page))?;
            let view = shares_page(page, &app, &who, year, form).await?;
            Ok(session::unprocessable(&view.page, &view))
        }
    }
}
