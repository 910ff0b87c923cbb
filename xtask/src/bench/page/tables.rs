use std::fmt::Write;

use super::{
    super::race::{CP_SAT, Changes, Entry, HIGHS, OR_TOOLS, OURS, OnFiles, Race},
    figures::{asked, at_most, beside, cell, float, gap, grouped, solving},
};

pub(super) fn time(to: &mut String, towns: &[Race]) -> std::fmt::Result {
    writeln!(to, "CPU seconds on one thread, and ours as a part of theirs.\n")?;
    writeln!(
        to,
        "| town | people | homes | pairs | Sleutel | OR-tools | part | asked | HiGHS simplex | part |"
    )?;
    writeln!(to, "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")?;
    for race in towns {
        let [or_tools, or_part] = beside(race, OR_TOOLS);
        let [highs, highs_part] = beside(race, HIGHS);
        let figures = race.size.figures();
        let asked = asked(race.size).map_or("–".to_owned(), |it| it.to_string());
        writeln!(
            to,
            "| {} | {} | {} | {} | {} | {or_tools} | {or_part} | {asked} | {highs} | {highs_part} |",
            race.size.name(),
            grouped(figures.people.into()),
            grouped(figures.homes.into()),
            grouped(race.pairs),
            cell(solving(race, OURS)),
        )?;
    }
    writeln!(to)
}

pub(super) fn memory(to: &mut String, towns: &[Race]) -> std::fmt::Result {
    writeln!(to, "Memory above the town itself: megabytes, and bytes a pair.\n")?;
    writeln!(to, "| town | Sleutel | a pair | OR-tools | a pair | HiGHS | a pair |")?;
    writeln!(to, "|---|--:|--:|--:|--:|--:|--:|")?;
    for race in towns {
        write!(to, "| {} |", race.size.name())?;
        for name in [OURS, OR_TOOLS, HIGHS] {
            let above = race.of(name).and_then(Entry::above).map(float);
            let pair = above.map(|above| above / float(race.pairs));
            write!(to, " {} | {} |", cell(above.map(|above| above / 1e6)), cell(pair))?;
        }
        writeln!(to)?;
    }
    writeln!(to)
}

pub(super) fn growth(to: &mut String, towns: &[Race]) -> std::fmt::Result {
    writeln!(to, "CPU seconds for each million pairs: even is linear.\n")?;
    writeln!(to, "| town | Sleutel | OR-tools | HiGHS |")?;
    writeln!(to, "|---|--:|--:|--:|")?;
    for race in towns {
        let each = |name| cell(solving(race, name).map(|it| it * 1e6 / float(race.pairs)));
        let (ours, or_tools, highs) = (each(OURS), each(OR_TOOLS), each(HIGHS));
        writeln!(to, "| {} | {ours} | {or_tools} | {highs} |", race.size.name())?;
    }
    writeln!(to)
}

pub(super) fn on_files(to: &mut String, towns: &[OnFiles]) -> std::fmt::Result {
    writeln!(to, "## From file to certificate\n")?;
    writeln!(
        to,
        "`sleutel solve` on the same files, and what its checker, which shares no code with the \
         engine, needs\nto go over the answer; `sleutel check` then reads the certificate again \
         and says the same. Seconds, and\nmegabytes of the whole process.\n"
    )?;
    writeln!(to, "| town | reading | solving | checking | most memory |")?;
    writeln!(to, "|---|--:|--:|--:|--:|")?;
    for town in towns {
        let figures = [Some(town.read), Some(town.solve), Some(town.check), town.peak_mb];
        let [read, solve, check, memory] = figures.map(cell);
        writeln!(to, "| {} | {read} | {solve} | {check} | {memory} |", town.size.name())?;
    }
    writeln!(to)
}

pub(super) fn changes(to: &mut String, towns: &[Changes]) -> std::fmt::Result {
    writeln!(to, "## Again after a change\n")?;
    writeln!(
        to,
        "Sleutel, from the plan it had: CPU milliseconds for the change and the new plan, proven \
         anew. A pin\ngives somebody a certain home, a ban takes away the home the plan gives, a \
         quota is one place more or\nless for a group or an area, a person is new. Each change \
         is made to the town as it was.\n"
    )?;
    writeln!(to, "| town | change | how many | middle | worst | asked |")?;
    writeln!(to, "|---|---|--:|--:|--:|--:|")?;
    for town in towns {
        let asked = at_most(town.size);
        for kind in &town.kinds {
            let milliseconds = |it: Option<&f64>| cell(it.map(|it| it * 1_000.0));
            let (count, seconds) = (kind.seconds.len(), &kind.seconds);
            let (middle, worst) =
                (milliseconds(seconds.get(count / 2)), milliseconds(seconds.last()));
            let (name, change) = (town.size.name(), &kind.change);
            writeln!(to, "| {name} | {change} | {count} | {middle} | {worst} | {asked:.0} |")?;
        }
    }
    writeln!(to)
}

pub(super) fn loads(to: &mut String, towns: &[Race]) -> std::fmt::Result {
    writeln!(to, "## With limits on load\n")?;
    writeln!(
        to,
        "The worth of the plan, what no plan can pass, and the gap between. Ours comes with \
         prices that\nprove it in whole numbers; theirs is what they say.\n"
    )?;
    writeln!(to, "| town | time | program | plan | bound | gap | CPU s |")?;
    writeln!(to, "|---|--:|---|--:|--:|--:|--:|")?;
    for race in towns {
        for name in [OURS, HIGHS, CP_SAT] {
            let Some(run) = race.of(name).and_then(|entry| entry.runs.first()) else { continue };
            let plan = run.objective.map_or("none".to_owned(), |it| it.to_string());
            let bound = run.bound.map_or("none".to_owned(), |it| format!("{it:.0}"));
            let gap = gap(run).map_or("–".to_owned(), |it| format!("{:.3} %", it * 100.0));
            let limit = race.limit.unwrap_or(0);
            let (town, spent) = (race.size.name(), cell(Some(run.solve)));
            writeln!(to, "| {town} | {limit} s | {name} | {plan} | {bound} | {gap} | {spent} |")?;
        }
    }
    writeln!(to)
}
