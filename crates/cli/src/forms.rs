//! The forms of a programme, and what is wrong with a file somebody writes one in.

use std::path::Path;

use serde_json::{Value as Json, json};
use sleutel_actions::{App, Who, forms};
use sleutel_domain::{
    FormCode, Wording,
    access::{OrganisationKind, Party},
    forms::{Form, Library, Question},
};
use sleutel_exchange::{
    Severity,
    forms::{read_forms, shipped},
};
use sleutel_words::Words;

use crate::{
    args::{Forms, FormsCheck, FormsList, FormsShow},
    definitions,
    failure::{self, Failure},
    findings, out,
    settings::Settings,
};

pub(crate) fn run(settings: &Settings, args: &Forms) -> Result<(), Failure> {
    match args {
        Forms::List(args) => list(settings, args),
        Forms::Show(args) => show(settings, args),
        Forms::Check(args) => check(settings.words, args),
    }
}

/// The forms of a folder, or those that come with the program; a failure, with everything
/// that is wrong, when they cannot be used beside each other.
pub(crate) fn library(words: Words, folder: Option<&Path>) -> Result<Library, Failure> {
    let Some(folder) = folder else { return Ok(Library::new(shipped().0)) };
    let files = definitions::of_folder(words, folder)?;
    let (forms, found) = read_forms(&files);
    let errors = findings::errors(&found);
    if errors == 0 {
        return Ok(Library::new(forms));
    }
    out::tell(findings::table(words, &found));
    Err(Failure::Failed(words.t_with("cli-forms-bad", &[("errors", errors.into())])))
}

/// Tells which forms are not there that a road asks, and refuses to serve without one that
/// somebody is at: better now than when somebody opens it.
pub(crate) async fn must_be_there(words: Words, app: &App, who: &Who) -> Result<(), Failure> {
    let missing = forms::missing(app, who).await.map_err(|error| failure::action(words, &error))?;
    for it in &missing {
        let version = it.version.map_or_else(|| "–".to_owned(), |it| it.to_string());
        let (form, version) = (it.code.to_string().into(), version.into());
        let (form, version) = (("form", form), ("version", version));
        out::tell(match &it.route {
            Some(route) => {
                let values = [form, version, ("route", route.to_string().into())];
                words.t_with("cli-forms-missing-route", &values)
            }
            None => {
                let files = i64::try_from(it.files).unwrap_or(i64::MAX).into();
                words.t_with("cli-forms-missing", &[form, version, ("files", files)])
            }
        });
    }
    let begun = missing.iter().filter(|it| it.route.is_none()).count();
    if begun == 0 {
        return Ok(());
    }
    Err(Failure::Failed(words.t_with("cli-forms-lack", &[("count", begun.into())])))
}

fn list(settings: &Settings, args: &FormsList) -> Result<(), Failure> {
    let words = settings.words;
    let library = library(words, settings.forms(args.folder.as_ref()).as_deref())?;
    if args.json {
        let today = crate::today();
        let all: Vec<Json> = library
            .iter()
            .map(|it| {
                let mut json = head(it);
                json["valid"] = json!(it.is_valid(today));
                json["questions"] = json!(it.questions().count());
                json
            })
            .collect();
        out::say(json!({ "forms": all }).to_string());
        return Ok(());
    }
    let keys = [
        "cli-forms-code",
        "cli-routes-version",
        "cli-forms-valid",
        "forms-to",
        "cli-forms-questions",
        "cli-routes-name",
    ];
    let mut rows = vec![keys.map(|key| words.t(key)).to_vec()];
    for form in library.iter() {
        rows.push(vec![
            form.code.to_string(),
            form.version.to_string(),
            valid(words, form),
            receiver(words, form),
            words.count(form.questions().count()),
            words.wording(&form.title).to_owned(),
        ]);
    }
    out::say(out::columns(&rows));
    Ok(())
}

fn valid(words: Words, form: &Form) -> String {
    let from = words.date(form.from);
    match form.until {
        None => words.t_with("forms-blank-from", &[("from", from.into())]),
        Some(until) => words.t_with(
            "forms-blank-between",
            &[("from", from.into()), ("until", words.date(until).into())],
        ),
    }
}

fn receiver(words: Words, form: &Form) -> String {
    form.to.map_or_else(|| words.t("forms-to-nobody"), |kind| words.name(&kind))
}

fn show(settings: &Settings, args: &FormsShow) -> Result<(), Failure> {
    let words = settings.words;
    let library = library(words, settings.forms(args.folder.as_ref()).as_deref())?;
    let form = find(words, &library, &args.form, args.version)?;
    if args.json {
        let mut json = head(form);
        json["purpose"] = both(&form.purpose);
        json["ground"] = both(&form.ground);
        json["sections"] = form
            .sections
            .iter()
            .map(|it| {
                let questions: Vec<Json> = it.questions.iter().map(question).collect();
                json!({ "title": both(&it.title), "questions": questions })
            })
            .collect();
        out::say(json.to_string());
    } else {
        out::say(text(words, form));
    }
    Ok(())
}

fn both(words: &Wording) -> Json {
    json!({ "nl": words.nl, "en": words.en })
}

fn head(form: &Form) -> Json {
    json!({
        "code": form.code.as_str(),
        "version": form.version,
        "title": both(&form.title),
        "from": form.from.to_string(),
        "until": form.until.map(|day| day.to_string()),
        "to": form.to.map(OrganisationKind::code),
    })
}

fn question(it: &Question) -> Json {
    let sees: Vec<&str> = it.sees.iter().copied().map(Party::code).collect();
    let rows: Option<Vec<Json>> = it.rows().map(|rows| rows.iter().map(question).collect());
    json!({
        "key": it.key.as_str(), "kind": it.kind.code(), "label": both(&it.label),
        "sees": sees, "questions": rows,
    })
}

fn find<'a>(
    words: Words,
    library: &'a Library,
    code: &str,
    version: Option<u16>,
) -> Result<&'a Form, Failure> {
    let none = || {
        let mut codes: Vec<_> = library.iter().map(|it| it.code.as_str()).collect();
        codes.dedup();
        let values = [("code", code.into()), ("codes", codes.join(", ").into())];
        Failure::Use(words.t_with("cli-forms-none", &values))
    };
    let code = FormCode::new(code).map_err(|_| none())?;
    let newest = library.iter().find(|it| it.code == code).ok_or_else(none)?;
    let Some(version) = version else {
        return Ok(library.valid(&code, crate::today()).unwrap_or(newest));
    };
    library.version(&code, version).ok_or_else(|| {
        let versions = library.iter().filter(|it| it.code == code);
        let versions: Vec<_> = versions.map(|it| it.version.to_string()).collect();
        let values = [
            ("code", code.to_string().into()),
            ("version", i64::from(version).into()),
            ("versions", versions.join(", ").into()),
        ];
        Failure::Use(words.t_with("cli-forms-no-version", &values))
    })
}

fn text(words: Words, form: &Form) -> String {
    let head = words.t_with(
        "cli-routes-head",
        &[
            ("name", words.wording(&form.title).into()),
            ("code", form.code.to_string().into()),
            ("version", i64::from(form.version).into()),
        ],
    );
    let lines = [
        vec![words.t("forms-blank-valid"), valid(words, form)],
        vec![words.t("forms-to"), receiver(words, form)],
        vec![words.t("forms-purpose"), words.wording(&form.purpose).to_owned()],
        vec![words.t("forms-ground"), words.wording(&form.ground).to_owned()],
    ];
    let mut parts = vec![head, out::columns(&lines)];
    for part in words.blank_form(form) {
        parts.push(part.title.to_uppercase());
        parts.extend(part.intro);
        for it in part.questions {
            let mut lines = vec![it.label];
            let mut line =
                |key: &str, text: &str| lines.push(format!("   {}: {text}", words.t(key)));
            let choices = it.choices.join("; ");
            let answer =
                if choices.is_empty() { it.answer } else { format!("{}: {choices}", it.answer) };
            line("forms-blank-answer", &answer);
            line("forms-blank-when", &it.when);
            line("forms-blank-sees", &it.sees);
            if let Some(why) = &it.why {
                line("forms-blank-why", why);
            }
            parts.push(lines.join("\n"));
        }
    }
    parts.join("\n\n")
}

fn check(words: Words, args: &FormsCheck) -> Result<(), Failure> {
    let files: Result<Vec<_>, Failure> =
        args.files.iter().map(|it| definitions::one(words, it)).collect();
    let (forms, found) = read_forms(&files?);
    let sound = found.iter().all(|it| it.severity != Severity::Error);
    if args.json {
        let told: Vec<_> = found.iter().map(|it| findings::as_json(words, it)).collect();
        let forms =
            forms.iter().map(|it| json!({ "code": it.code.as_str(), "version": it.version }));
        let forms: Vec<_> = forms.collect();
        out::say(json!({ "forms": forms, "findings": told }).to_string());
    } else {
        if !found.is_empty() {
            out::say(findings::table(words, &found));
        }
        if sound {
            out::say(forms.iter().map(|it| praise(words, it)).collect::<Vec<_>>().join("\n"));
        }
    }
    if sound { Ok(()) } else { Err(Failure::Told) }
}

fn praise(words: Words, form: &Form) -> String {
    let values = [
        ("code", form.code.to_string().into()),
        ("version", i64::from(form.version).into()),
        ("questions", form.questions().count().into()),
    ];
    words.t_with("cli-forms-sound", &values)
}
