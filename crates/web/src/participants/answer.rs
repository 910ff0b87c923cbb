use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Response},
};
use sleutel_actions::{
    App, Who,
    participants::{self, FileView},
};
use sleutel_domain::{Reference, homes::Adaptation, placement::Question};
use sleutel_words::Named;

use super::naming;
use crate::{
    Acting, Flash, FlashKind, Form, Page, Posted, Problem, Query, language, refused, session,
    show::Choice,
};

/// What an answer looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    YesNo,
    Number,
    Money,
    Date,
    Fitted,
}

#[derive(Template)]
#[template(path = "participants/answer.html")]
struct AnswerPage {
    page: Page,
    form: Form,
    label: &'static str,
    why: &'static str,
    about: Option<String>,
    kind: Kind,
    choices: Vec<Choice>,
    back: String,
}

fn kind(question: Question) -> Kind {
    match question {
        Question::People | Question::Sharing | Question::Pets | Question::Smoking => Kind::YesNo,
        Question::Stairs => Kind::Number,
        Question::Rent => Kind::Money,
        Question::HeadAge | Question::OldestAge => Kind::Date,
        Question::Adaptation => Kind::Fitted,
    }
}

/// Why it is asked; nothing is asked that no rule needs.
fn why(question: Question) -> &'static str {
    match question {
        Question::People => "participants-why-people",
        Question::Adaptation => "participants-why-adaptation",
        Question::Stairs => "participants-why-stairs",
        Question::Rent => "participants-why-rent",
        Question::HeadAge => "participants-why-head-age",
        Question::OldestAge => "participants-why-oldest-age",
        Question::Sharing => "participants-why-sharing",
        Question::Pets => "participants-why-pets",
        Question::Smoking => "participants-why-smoking",
    }
}

/// Whom the answer is about, when it is not the household as a whole.
fn about(page: &Page, question: Question, file: &FileView) -> Option<String> {
    let members = file.file.members.iter();
    let names: Vec<String> = match question {
        Question::People => members
            .filter(|it| !it.moves_along.is_known())
            .map(|it| format!("{} {}", it.given, it.family))
            .collect(),
        Question::HeadAge | Question::OldestAge => members
            .filter(|it| it.born.is_none())
            .take(1)
            .map(|it| format!("{} {}", it.given, it.family))
            .collect(),
        Question::Adaptation
        | Question::Stairs
        | Question::Rent
        | Question::Sharing
        | Question::Pets
        | Question::Smoking => return None,
    };
    (!names.is_empty()).then(|| page.t1("participants-about", "names", page.words.list(&names)))
}

fn view(page: Page, file: &FileView, question: Question, form: Form, next: &str) -> AnswerPage {
    let about = about(&page, question, file);
    let choices = match kind(question) {
        Kind::Fitted => {
            Adaptation::ALL.iter().map(|it| Choice::new(it.code(), page.name(it))).collect()
        }
        Kind::YesNo => {
            vec![Choice::new("yes", page.t("answer-yes")), Choice::new("no", page.t("answer-no"))]
        }
        Kind::Number | Kind::Money | Kind::Date => Vec::new(),
    };
    let label =
        if question == Question::People { "participants-ask-people" } else { question.key() };
    let name =
        file.file.head().map(|head| format!("{} {}", head.given, head.family)).unwrap_or_default();
    let href = naming::href(file.file.reference.as_str());
    let page = page
        .titled("participants-answer-title")
        .under("/participants", "nav-participants")
        .under_named(&href, name);
    let back = match language::local(next) {
        "/" => href,
        other => other.to_owned(),
    };
    AnswerPage {
        form: form.filled("next", &back),
        page,
        label,
        why: why(question),
        about,
        kind: kind(question),
        choices,
        back,
    }
}

async fn load(
    app: &App,
    who: &Who,
    reference: &str,
    question: &str,
) -> Result<(FileView, Question), Problem> {
    let reference = Reference::new(reference).map_err(|_| Problem::not_found())?;
    let question = Question::ALL
        .into_iter()
        .find(|it| it.code() == question)
        .ok_or_else(Problem::not_found)?;
    let file =
        participants::view(app, who, &reference).await.map_err(|it| refused::problem(&it))?;
    if file.may_change { Ok((file, question)) } else { Err(Problem::not_found()) }
}

/// `GET /participants/{reference}/answer/{question}`.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((reference, question)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
) -> Response {
    let next = Query::parse(raw.as_deref()).get("next").to_owned();
    match load(&app, &who, &reference, &question).await {
        Ok((file, question)) => {
            let view = view(page, &file, question, Form::new(), &next);
            view.page.render(&view)
        }
        Err(problem) => problem.into_response(),
    }
}

/// `POST /participants/{reference}/answer/{question}`.
pub(super) async fn save(
    page: Page,
    State(app): State<App>,
    Acting(who): Acting,
    Path((reference, question)): Path<(String, String)>,
    Posted(mut form): Posted,
) -> Response {
    let (file, question) = match load(&app, &who, &reference, &question).await {
        Ok(loaded) => loaded,
        Err(problem) => return problem.into_response(),
    };
    let reference = &file.file.reference;
    let next = match language::local(form.value("next")) {
        "/" => naming::href(reference.as_str()),
        other => other.to_owned(),
    };
    let answer = form.value("answer").to_owned();
    match participants::answer_question(&app, &who, reference, question, &answer).await {
        Ok(()) => Page::redirect(&next, &Flash::new(FlashKind::Success, "participants-answered")),
        Err(error) => match refused::at_fields(&mut form, error) {
            Ok(()) => {
                let view = view(page, &file, question, form, &next);
                session::unprocessable(&view.page, &view)
            }
            Err(error) => match refused::flash(&error, page.words) {
                Some(flash) => Page::redirect(page.here(), &flash),
                None => refused::problem(&error).into_response(),
            },
        },
    }
}

/// The address where a question about a file is answered, coming back to `next`.
pub(super) fn href(reference: &Reference, question: Question, next: &str) -> String {
    let next = crate::listing::encode(next);
    format!("{}/answer/{}?next={next}", naming::href(reference.as_str()), question.code())
}
