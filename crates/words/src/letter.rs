//! A letter to one person about one round: what came out, why, what would help, and
//! whom to ask. It names and describes no other household.

use jiff::civil::Date;
use sleutel_domain::placement::{
    Candidate, Change, Fact, Placement, Refusal, Unplaced, Verdict, WhyNot,
};

use crate::{Lookup, Words, description::Block};

/// What the letter tells of. `names` has to call a home that goes to somebody else by
/// what it is like, not by its address.
#[derive(Debug)]
pub struct Letter<'a> {
    /// Whom it is to.
    pub name: &'a str,
    /// The day it is written.
    pub today: Date,
    /// The day the round was held for.
    pub held_on: Date,
    /// How many homes were in the round.
    pub homes: usize,
    /// What the engine was told.
    pub candidate: &'a Candidate,
    /// With how many others the household moves together.
    pub together: usize,
    /// What came out.
    pub outcome: Outcome<'a>,
    /// How many homes of the round the rules allowed.
    pub possible: usize,
    /// Weeks waited on the day of the round.
    pub weeks: u32,
    /// The lot, its place and among how many.
    pub lot: Option<(i64, usize, usize)>,
    /// The number of the round the lots are drawn from.
    pub seed: u64,
    /// Where to ask or object beside the support worker.
    pub contact: Option<&'a str>,
    /// Who writes.
    pub programme: &'a str,
}

/// What came out for somebody.
#[derive(Debug)]
pub enum Outcome<'a> {
    /// A home was proposed.
    Proposed {
        /// Its address and what it is like.
        home: String,
        /// Why it fits.
        placement: &'a Placement,
        /// What a member of staff decided, and when.
        decided: Option<(Verdict, Date)>,
    },
    /// Not yet; the first change that would help was looked for.
    NotYet(&'a Unplaced),
}

impl Words {
    /// The letter, with its date and reference before it.
    pub fn letter(self, letter: &Letter<'_>, names: &dyn Lookup) -> Vec<Block> {
        let reference = letter.candidate.reference.as_str();
        let mut blocks = vec![
            Block::Text(self.date(letter.today)),
            Block::Text(self.t_with("letter-reference", &[("reference", reference.into())])),
        ];
        blocks.extend(self.letter_body(letter, names));
        blocks
    }

    /// The letter from the salutation to the close, for paper that has a place of its own
    /// for date and reference.
    pub fn letter_body(self, letter: &Letter<'_>, names: &dyn Lookup) -> Vec<Block> {
        let mut blocks = self.opening(letter);
        match &letter.outcome {
            Outcome::Proposed { home, placement, decided } => {
                blocks.extend(self.proposed(home, placement, *decided));
            }
            Outcome::NotYet(unplaced) => blocks.extend(self.not_yet(letter, unplaced, names)),
        }
        blocks.extend(self.waiting_and_lot(letter));
        blocks.extend(self.whom_to_ask(letter));
        blocks.extend(self.what_was_used(letter, names));
        blocks.push(self.paragraph("letter-close"));
        blocks.push(Block::Text(letter.programme.to_owned()));
        blocks
    }

    fn paragraph(self, key: &str) -> Block {
        Block::Text(self.t(key))
    }

    fn under(self, key: &str) -> Block {
        Block::Heading(self.t(key))
    }

    fn opening(self, letter: &Letter<'_>) -> Vec<Block> {
        let values = [("date", self.date(letter.held_on).into()), ("homes", letter.homes.into())];
        vec![
            Block::Text(self.t_with("letter-dear", &[("name", letter.name.into())])),
            Block::Text(self.t_with("letter-intro", &values)),
        ]
    }

    fn proposed(
        self,
        home: &str,
        placement: &Placement,
        decided: Option<(Verdict, Date)>,
    ) -> Vec<Block> {
        let decision = match decided {
            None => self.t("letter-decision-open"),
            Some((verdict, on)) => {
                let key = match verdict {
                    Verdict::Agreed => "letter-decision-agreed",
                    Verdict::Rejected => "letter-decision-rejected",
                };
                self.t_with(key, &[("date", self.date(on).into())])
            }
        };
        let mut blocks = vec![
            self.under("letter-what"),
            Block::Text(self.t_with("letter-proposed", &[("home", home.into())])),
            Block::Text(decision),
            self.under("letter-why"),
            self.paragraph("letter-why-rules"),
        ];
        if placement.pinned {
            blocks.push(self.paragraph("letter-why-pinned"));
        }
        if placement.on_ground {
            blocks.push(self.paragraph("letter-why-ground"));
        }
        let parts: Vec<String> = self
            .fit(placement.fit)
            .into_iter()
            .map(|(part, points)| {
                let values = [("part", part.into()), ("points", points.into())];
                self.t_with("letter-points", &values)
            })
            .collect();
        if !parts.is_empty() {
            blocks.extend([self.paragraph("letter-why-fit"), Block::List(parts)]);
        }
        if let Some(nearest) = placement.runners_up.first() {
            let loss = self.loss(nearest.decided_by, nearest.loss);
            blocks.push(Block::Text(self.t_with("letter-why-others", &[("loss", loss.into())])));
        }
        blocks
    }

    fn not_yet(self, letter: &Letter<'_>, unplaced: &Unplaced, names: &dyn Lookup) -> Vec<Block> {
        let possible = [("count", letter.possible.into())];
        let mut blocks = vec![
            self.under("letter-what"),
            self.paragraph("letter-not-yet"),
            self.under("letter-why"),
            Block::Text(self.why_not_in_letter(&unplaced.why, names)),
        ];
        if letter.possible > 0 {
            blocks.push(Block::Text(self.t_with("letter-possible", &possible)));
        }
        blocks.push(self.under("letter-help"));
        match &unplaced.change {
            None => blocks.push(self.paragraph("letter-help-none")),
            Some(change) => {
                blocks.push(Block::Text(self.change_in_letter(change, names)));
                if change.tried() {
                    blocks.push(self.paragraph("letter-help-tried"));
                }
            }
        }
        blocks
    }

    /// As [`Words::why_not`], to the person, without anything that is another's.
    fn why_not_in_letter(self, why: &WhyNot, names: &dyn Lookup) -> String {
        match why {
            WhyNot::NotReady => self.t("letter-why-not-ready"),
            WhyNot::Together { .. } => self.t("letter-why-together"),
            WhyNot::NoHomeFits { .. }
            | WhyNot::AskFirst { .. }
            | WhyNot::GroupFull { .. }
            | WhyNot::AreaFull { .. }
            | WhyNot::LoadFull { .. }
            | WhyNot::AssociationFull { .. }
            | WhyNot::Outweighed { .. } => self.why_not(why, names),
        }
    }

    /// As [`Words::change`], to the person, without anything that is another's.
    fn change_in_letter(self, change: &Change, names: &dyn Lookup) -> String {
        match change {
            Change::MakeReady => self.t("letter-change-ready"),
            Change::Apart { .. } => self.t("letter-change-apart"),
            Change::Place { refusal: Refusal::Excluded { .. }, .. }
            | Change::Lift { refusal: Refusal::Excluded { .. }, .. } => {
                self.t("letter-change-excluded")
            }
            Change::Answer { .. }
            | Change::Rent { .. }
            | Change::Stairs { .. }
            | Change::Place { .. }
            | Change::Lift { .. }
            | Change::GroupCeiling { .. }
            | Change::AreaCeiling { .. }
            | Change::LoadCeiling { .. }
            | Change::AssociationCeiling { .. }
            | Change::OneMoreLike { .. }
            | Change::HomeWith { .. } => self.change(change, names),
        }
    }

    fn waiting_and_lot(self, letter: &Letter<'_>) -> Vec<Block> {
        let mut blocks = vec![
            self.under("letter-waiting"),
            Block::Text(self.t_with("letter-weeks", &[("weeks", letter.weeks.into())])),
            self.paragraph("letter-lot-rule"),
        ];
        if let Some((number, place, of)) = letter.lot {
            let values = [
                ("number", number.to_string().into()),
                ("place", place.into()),
                ("of", of.into()),
                ("seed", letter.seed.to_string().into()),
            ];
            blocks.push(Block::Text(self.t_with("letter-lot", &values)));
        }
        blocks
    }

    fn whom_to_ask(self, letter: &Letter<'_>) -> Vec<Block> {
        let mut blocks = vec![
            self.under("letter-who"),
            self.paragraph("letter-who-what"),
            self.under("letter-object"),
            self.paragraph("letter-object-what"),
        ];
        if let Some(contact) = letter.contact {
            let values = [("contact", contact.into())];
            blocks.push(Block::Text(self.t_with("letter-object-contact", &values)));
        }
        blocks.push(self.paragraph("letter-object-decision"));
        blocks
    }

    fn what_was_used(self, letter: &Letter<'_>, names: &dyn Lookup) -> Vec<Block> {
        let facts = self.candidate_facts(letter.candidate, letter.together, names);
        let row = |(fact, value): (Fact, String)| vec![self.name(&fact), value];
        let values = [("date", self.date(letter.held_on).into())];
        vec![
            self.under("letter-data"),
            Block::Text(self.t_with("letter-data-what", &values)),
            Block::Table {
                head: vec![self.t("letter-data-fact"), self.t("letter-data-value")],
                rows: facts.into_iter().map(row).collect(),
            },
            self.paragraph("letter-more"),
        ]
    }
}
