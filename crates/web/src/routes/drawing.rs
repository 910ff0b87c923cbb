//! A route as a picture: a column for each party that has the ball, a row for each step,
//! arrows by outcome. Arrows to the next row go down; all others go round on the right,
//! each in a channel of its own, so that no arrow runs through a box.

use sleutel_domain::{
    StepCode,
    access::Party,
    routes::{EndReason, Next, Route, Step, StepKind},
};
use sleutel_words::{RouteWay, Words};

use super::show::anchor;

/// Width of a column, and of a box in it.
const LANE: usize = 168;
const BOX: usize = 150;
/// Height of the heads of the columns.
const HEAD: usize = 52;
/// Height of a line of text.
const LINE: usize = 17;
/// Room between two rows, for the arrow and its words.
const GAP: usize = 42;
/// Height of a place on the side of a box where an arrow begins or ends.
const SLOT: usize = 18;
/// Width of a channel for an arrow that goes round.
const CHANNEL: usize = 14;
/// Width of the column with ends.
const ENDS: usize = 230;
/// Characters on a line of a box, of a head and of an end.
const BOX_LINE: usize = 18;
const END_LINE: usize = 30;

/// One column.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Lane {
    pub(super) x: usize,
    pub(super) width: usize,
    pub(super) middle: usize,
    pub(super) shaded: bool,
    pub(super) lines: Vec<Text>,
}

/// A line of text with its place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) text: String,
}

/// One step.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Boxed {
    pub(super) href: String,
    pub(super) label: String,
    pub(super) class: &'static str,
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) lines: Vec<Text>,
}

/// Where the road ends.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct End {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) class: &'static str,
    pub(super) lines: Vec<Text>,
}

/// One arrow with its words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Arrow {
    pub(super) path: String,
    pub(super) words: Text,
}

/// The whole picture, in units of its own.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Drawing {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) label: String,
    pub(super) lanes: Vec<Lane>,
    pub(super) boxes: Vec<Boxed>,
    pub(super) ends: Vec<End>,
    pub(super) arrows: Vec<Arrow>,
}

/// How an arrow runs.
enum Run {
    /// To the row below.
    Down(usize),
    /// Round to another row.
    Round(usize),
    /// To itself.
    Loop,
    /// Out of the road.
    Out(EndReason),
}

/// A row before it is drawn.
struct Row<'a> {
    step: &'a Step,
    x: usize,
    y: usize,
    height: usize,
    lines: Vec<String>,
    ways: Vec<(RouteWay, Run)>,
    /// Places on the right side that are taken.
    taken: usize,
}

/// Draws a route. Steps that other steps name and that are not there are left out.
pub(super) fn draw(words: Words, route: &Route) -> Drawing {
    let owners: Vec<Party> =
        Party::ALL.into_iter().filter(|it| route.steps.iter().any(|s| s.owner == *it)).collect();
    let mut rows = rows(words, route, &owners);
    let lanes_end = owners.len() * LANE;
    let round = rows.iter().flat_map(|it| &it.ways);
    let round = round.filter(|(_, run)| matches!(run, Run::Round(_))).count();
    let ends_x = lanes_end + round * CHANNEL + 34;
    let height = rows.last().map_or(HEAD, |it| it.y + it.height) + 24;
    let mut arrows = Vec::new();
    let mut ends = Vec::new();
    let mut channel = lanes_end + 16;
    for index in 0..rows.len() {
        let ways = std::mem::take(&mut rows[index].ways);
        let one_way = ways.len() == 1;
        for (way, run) in ways {
            let said = if one_way { String::new() } else { way.outcome };
            arrows.push(match run {
                Run::Down(next) => down(&rows, index, next, said),
                Run::Loop => round_itself(&mut rows[index], said),
                Run::Out(reason) => {
                    let (x, y) = rows[index].side();
                    let end = end(reason, ends_x, y, &way.target);
                    rows[index].taken += end.lines.len().saturating_sub(1);
                    ends.push(end);
                    Arrow {
                        path: format!("M{x},{y}H{}", ends_x - 8),
                        words: at(x + 5, y - 4, said),
                    }
                }
                Run::Round(to) => {
                    let (x, y) = rows[index].side();
                    let (to_x, to_y) = rows[to].side();
                    let path = format!("M{x},{y}H{channel}V{to_y}H{to_x}");
                    channel += CHANNEL;
                    Arrow { path, words: at(x + 5, y - 4, said) }
                }
            });
        }
    }
    Drawing {
        width: ends_x + ENDS,
        height,
        label: words.wording(&route.name).to_owned(),
        lanes: lanes(words, &owners),
        boxes: rows.iter().map(|it| boxed(words, it)).collect(),
        ends,
        arrows,
    }
}

fn rows<'a>(words: Words, route: &'a Route, owners: &[Party]) -> Vec<Row<'a>> {
    let mut y = HEAD + 16;
    let mut rows = Vec::new();
    for (index, step) in route.steps.iter().enumerate() {
        let lane = owners.iter().position(|it| *it == step.owner).unwrap_or(0);
        let name = format!("{}. {}", index + 1, words.wording(&step.name));
        let lines = wrapped(&name, BOX_LINE);
        let place = |code: &StepCode| route.steps.iter().position(|it| it.code == *code);
        let ways: Vec<_> = words
            .step_ways(route, step)
            .into_iter()
            .filter_map(|way| {
                let run = match &way.next {
                    Next::End(reason) => Run::Out(*reason),
                    Next::Step(code) => match place(code)? {
                        to if to == index => Run::Loop,
                        to if to == index + 1 => Run::Down(to),
                        to => Run::Round(to),
                    },
                };
                Some((way, run))
            })
            .collect();
        let slots = slots(words, route, index, &ways);
        let height = (lines.len() * LINE + 22).max(slots * SLOT + 12);
        rows.push(Row {
            step,
            x: lane * LANE + (LANE - BOX) / 2,
            y,
            height,
            lines,
            ways,
            taken: 0,
        });
        y += height + GAP;
    }
    rows
}

/// How many arrows touch the right side of a step.
fn slots(words: Words, route: &Route, index: usize, ways: &[(RouteWay, Run)]) -> usize {
    let own: usize = ways
        .iter()
        .map(|(way, run)| match run {
            Run::Down(_) => 0,
            Run::Round(_) => 1,
            Run::Out(_) => wrapped(&way.target, END_LINE).len(),
            Run::Loop => 2,
        })
        .sum();
    let here = route.steps.get(index).map(|it| &it.code);
    let others = route.steps.iter().enumerate();
    let others = others.filter(|(from, _)| *from != index && from + 1 != index);
    let coming = others
        .flat_map(|(_, it)| words.step_ways(route, it))
        .filter(|way| matches!(&way.next, Next::Step(code) if Some(code) == here));
    own + coming.count()
}

impl Row<'_> {
    /// The next free place on the right side.
    fn side(&mut self) -> (usize, usize) {
        let y = self.y + 15 + self.taken * SLOT;
        self.taken += 1;
        (self.x + BOX, y)
    }

    fn middle(&self) -> usize {
        self.x + BOX / 2
    }
}

fn down(rows: &[Row<'_>], from: usize, to: usize, said: String) -> Arrow {
    let (from, to) = (&rows[from], &rows[to]);
    let (x, y, to_x, to_y) = (from.middle(), from.y + from.height, to.middle(), to.y);
    let path = if x == to_x {
        format!("M{x},{y}V{to_y}")
    } else {
        format!("M{x},{y}V{}H{to_x}V{to_y}", y + GAP / 2 + 3)
    };
    Arrow { path, words: at(x + 6, y + 16, said) }
}

fn round_itself(row: &mut Row<'_>, said: String) -> Arrow {
    let (x, y) = row.side();
    let (_, back) = row.side();
    let out = x + 18;
    Arrow { path: format!("M{x},{y}H{out}V{back}H{x}"), words: at(out + 6, y + SLOT / 2 + 4, said) }
}

fn end(reason: EndReason, x: usize, y: usize, words: &str) -> End {
    let lines = wrapped(words, END_LINE);
    let lines = (0..).zip(lines).map(|(line, text)| at(x + 12, y + 4 + line * 14, text));
    let class = match reason {
        EndReason::Completed => "route-end route-end-good",
        EndReason::Refused
        | EndReason::OfferDeclined
        | EndReason::Elsewhere
        | EndReason::OtherRoute
        | EndReason::StayEnded => "route-end",
    };
    End { x, y, class, lines: lines.collect() }
}

fn lanes(words: Words, owners: &[Party]) -> Vec<Lane> {
    let lane = |(index, party): (usize, &Party)| {
        let x = index * LANE;
        let middle = x + LANE / 2;
        let lines = (0..).zip(wrapped(&words.name(party), BOX_LINE));
        let lines = lines.map(|(line, text)| at(middle, 22 + line * LINE, text)).collect();
        Lane { x, width: LANE, middle, shaded: index % 2 == 0, lines }
    };
    owners.iter().enumerate().map(lane).collect()
}

fn boxed(words: Words, row: &Row<'_>) -> Boxed {
    let text_height = row.lines.len() * LINE;
    let top = row.y + (row.height.saturating_sub(text_height)) / 2 + 13;
    let lines = (0..).zip(&row.lines);
    let class = match row.step.kind {
        StepKind::Decision(_) => "route-box route-box-decision",
        StepKind::Conversation
        | StepKind::Form
        | StepKind::Match
        | StepKind::Viewing
        | StepKind::Offer
        | StepKind::Agreement(_)
        | StepKind::Keys
        | StepKind::Meeting
        | StepKind::Evaluation
        | StepKind::Test
        | StepKind::Conversion(_)
        | StepKind::Task => "route-box",
    };
    Boxed {
        href: format!("#{}", anchor(&row.step.code)),
        label: format!("{}, {}", row.lines.join(" "), words.name(&row.step.owner).to_lowercase()),
        class,
        x: row.x,
        y: row.y,
        width: BOX,
        height: row.height,
        lines: lines.map(|(line, it)| at(row.middle(), top + line * LINE, it.clone())).collect(),
    }
}

fn at(x: usize, y: usize, text: String) -> Text {
    Text { x, y, text }
}

/// Words on lines of so many characters; a longer word has a line of its own.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use sleutel_domain::access::Language;
    use sleutel_exchange::routes::shipped;

    use super::*;

    #[test]
    fn no_two_boxes_touch_and_all_lie_within_the_picture() {
        for language in Language::ALL {
            for route in shipped().all() {
                let drawing = draw(Words::new(language), route);
                assert_eq!(drawing.boxes.len(), route.steps.len());
                for pair in drawing.boxes.windows(2) {
                    assert!(pair[0].y + pair[0].height + GAP <= pair[1].y, "{}", pair[1].label);
                }
                for it in &drawing.boxes {
                    assert!(it.x + it.width < drawing.width && it.y + it.height < drawing.height);
                    let last = it.lines.last().unwrap();
                    assert!(it.y < it.lines[0].y && last.y < it.y + it.height, "{}", it.label);
                }
            }
        }
    }

    #[test]
    fn every_way_has_an_arrow_and_every_end_its_words() {
        for route in shipped().all() {
            let drawing = draw(Words::new(Language::Dutch), route);
            let ways: Vec<_> = route.steps.iter().flat_map(|it| route.ways(it)).collect();
            assert_eq!(drawing.arrows.len(), ways.len());
            let ends = ways.iter().filter(|(_, next)| matches!(next, Next::End(_))).count();
            assert_eq!(drawing.ends.len(), ends);
            assert!(drawing.ends.iter().all(|it| !it.lines.is_empty()));
        }
    }

    #[test]
    fn arrows_touch_a_box_only_where_it_has_a_side() {
        for route in shipped().all() {
            let words = Words::new(Language::English);
            let drawing = draw(words, route);
            let owners: Vec<_> = Party::ALL
                .into_iter()
                .filter(|it| route.steps.iter().any(|step| step.owner == *it))
                .collect();
            for (index, row) in rows(words, route, &owners).iter().enumerate() {
                let needed = slots(words, route, index, &row.ways) * SLOT;
                assert!(needed <= drawing.boxes[index].height, "{}", drawing.boxes[index].label);
            }
        }
    }

    #[test]
    fn words_are_laid_on_lines_without_losing_one() {
        assert_eq!(wrapped("een heel lange naam", 9), ["een heel", "lange", "naam"]);
        assert_eq!(wrapped("onafhankelijkheid", 9), ["onafhankelijkheid"]);
        assert!(wrapped("  ", 9).is_empty());
    }
}
