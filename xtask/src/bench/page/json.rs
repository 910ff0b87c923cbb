use serde_json::{Value, json};

use super::{
    super::{
        contestant::Run,
        race::{Changes, Entry, Kind, OnFiles, Race},
    },
    Results,
};

/// Every run of everybody.
pub(super) fn of(results: &Results) -> Value {
    let machine = &results.machine;
    let run = |run: &Run| {
        json!({
            "objective": run.objective,
            "bound": run.bound,
            "optimal": run.optimal,
            "build_seconds": run.build,
            "solve_seconds": run.solve,
            "check_seconds": run.check,
            "peak_bytes": run.peak,
            "bytes_above_town": run.above,
        })
    };
    let race = |race: &Race| {
        let entry = |entry: &Entry| {
            let runs: Vec<_> = entry.runs.iter().map(run).collect();
            json!({ "program": entry.name, "runs": runs })
        };
        json!({
            "town": race.size.name(),
            "pairs": race.pairs,
            "limit_seconds": race.limit,
            "results": race.results.iter().map(entry).collect::<Vec<_>>(),
        })
    };
    let filed = |town: &OnFiles| {
        json!({
            "town": town.size.name(),
            "read_seconds": town.read,
            "solve_seconds": town.solve,
            "check_seconds": town.check,
            "peak_mb": town.peak_mb,
        })
    };
    let changed = |town: &Changes| {
        let kind = |kind: &Kind| json!({ "change": kind.change, "seconds": kind.seconds });
        json!({ "town": town.size.name(), "kinds": town.kinds.iter().map(kind).collect::<Vec<_>>() })
    };
    json!({
        "date": machine.date,
        "engine": machine.engine,
        "processor": machine.processor,
        "cores": machine.cores,
        "load": machine.load,
        "programs": machine.programs,
        "on_files": results.on_files.iter().map(filed).collect::<Vec<_>>(),
        "changes": results.changes.iter().map(changed).collect::<Vec<_>>(),
        "without_loads": results.towns.iter().map(race).collect::<Vec<_>>(),
        "with_loads": results.loads.iter().map(race).collect::<Vec<_>>(),
    })
}
