//! The checker over proposals of the past, and what each goal reached.

use serde_json::{Value as Json, json};
use sleutel_actions::rounds::{self, Checked};

use crate::{
    again,
    args::Again,
    failure::{self, Failure},
    open, out,
    settings::Settings,
};

pub(crate) async fn run(settings: &Settings, args: &Again) -> Result<(), Failure> {
    let words = settings.words;
    let mut all = Vec::new();
    if let Some((input, proposal)) = again::files(words, args)? {
        let checked = Checked {
            violations: sleutel_placement_check::check(&input, &proposal),
            placed: proposal.placements.len(),
            goals: proposal.goals,
            engine: proposal.engine,
        };
        all.push((None, checked));
    } else {
        let (app, who) = open::programme(settings, &args.at).await?;
        for it in again::proposals(words, &app, &who, args).await? {
            let checked = rounds::check(&app, &who, it.1.row.id).await;
            all.push((Some(it), checked.map_err(|error| failure::action(words, &error))?));
        }
        app.db.close().await;
    }
    let sound = all.iter().all(|(_, it)| it.violations.is_empty());
    if args.json {
        let lines: Vec<Json> = all.iter().map(|(of, it)| as_json(of.as_ref(), it)).collect();
        out::say(json!({ "sound": sound, "proposals": lines }).to_string());
    } else if all.is_empty() {
        out::say(words.t("cli-replay-none"));
    } else {
        for (of, it) in &all {
            say(settings, of.as_ref(), it);
        }
    }
    if sound { Ok(()) } else { Err(Failure::Told) }
}

fn say(settings: &Settings, of: Option<&again::OfRound>, checked: &Checked) {
    let words = settings.words;
    if let Some(of) = of {
        out::say(again::called(words, of));
    }
    for goal in &checked.goals {
        let name = words.name(&goal.goal);
        out::say(format!("  {name}: {}", words.goal_reached(goal)));
    }
    if let Some(told) = again::other_engine(words, &checked.engine) {
        out::say(told);
    }
    if checked.violations.is_empty() {
        out::say(words.t_with("cli-check-sound", &[("placed", checked.placed.into())]));
        return;
    }
    let what: Vec<String> = checked.violations.iter().map(|it| format!("{it:?}")).collect();
    out::tell(words.t_with("cli-unsound", &[("what", what.join("\n").into())]));
}

fn as_json(of: Option<&again::OfRound>, checked: &Checked) -> Json {
    let goals: Vec<Json> = checked
        .goals
        .iter()
        .map(|it| {
            json!({
                "goal": it.goal.code(), "reached": it.reached, "bound": it.bound,
                "gap": it.reached.abs_diff(it.bound), "proven": it.reached == it.bound,
            })
        })
        .collect();
    let violations: Vec<String> = checked.violations.iter().map(|it| format!("{it:?}")).collect();
    let mut line = json!({
        "sound": violations.is_empty(), "violations": violations, "goals": goals,
        "placed": checked.placed, "engine": checked.engine,
        "engine_now": sleutel_placement::ENGINE,
    });
    if let Some((_, made)) = of {
        let row = &made.row;
        line["trial"] = made.trial.is_some().into();
        line["round"] = row.round.to_string().into();
        line["proposal"] = row.id.to_string().into();
        line["number"] = row.number.into();
        line["fingerprint"] = row.fingerprint.as_str().into();
    }
    line
}
