//! The lots of a round, to be worked out again by anybody: from the number of the round
//! and the numbers of files, and nothing else.

use serde_json::{Value as Json, json};
use sleutel_domain::Reference;
use sleutel_exchange::lot;

use crate::{args::Lot, failure::Failure, out, settings::Settings};

pub(crate) fn run(settings: &Settings, args: &Lot) -> Result<(), Failure> {
    let words = settings.words;
    let mut lots = Vec::new();
    for text in &args.references {
        let reference = Reference::new(text).map_err(|_| {
            Failure::Use(words.t_with("cli-lot-reference", &[("what", text.into())]))
        })?;
        lots.push((sleutel_placement::lot_number(args.seed, &reference), reference));
    }
    lots.sort_by(|one, other| other.cmp(one));
    let seal = match (&args.round, &args.salt) {
        (Some(round), Some(salt)) => Some(lot::seal(round, args.seed, salt)),
        (Some(_) | None, _) => None,
    };
    if args.json {
        let lots: Vec<Json> = lots
            .iter()
            .map(|(number, reference)| json!({ "reference": reference.as_str(), "lot": number }))
            .collect();
        out::say(json!({ "seed": args.seed.to_string(), "seal": seal, "lots": lots }).to_string());
        return Ok(());
    }
    if let Some(seal) = seal {
        out::say(words.t_with("cli-lot-seal", &[("seal", seal.into())]));
    }
    let rows: Vec<Vec<String>> = lots
        .iter()
        .map(|(number, reference)| vec![reference.to_string(), number.to_string()])
        .collect();
    out::say(out::columns(&rows));
    Ok(())
}
