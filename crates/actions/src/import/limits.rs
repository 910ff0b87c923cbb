//! Main groups, targets of associations, and households that move together.

use std::collections::{BTreeMap, btree_map::Entry};

use sleutel_domain::placement::{Agreed, Together};
use sleutel_exchange::{
    Kind,
    records::{AssociationTargetRecord, Located, MainGroupRecord, TogetherRecord},
};
use sleutel_store::{
    numbers::{self, MainGroupRow, TargetRow},
    participants::{self, LinkRow},
};

use super::apply::Run;
use crate::{ActionError, act::Act, participants::log_together};

impl Run<'_, '_> {
    pub(super) async fn main_groups(
        &mut self,
        act: &mut Act<'_>,
        rows: &[Located<MainGroupRecord>],
    ) -> Result<(), ActionError> {
        let programme = act.programme;
        let mut before = BTreeMap::new();
        for Located { record, .. } in rows {
            if let Entry::Vacant(slot) = before.entry(record.year) {
                slot.insert(numbers::main_groups(&mut act.tx, programme, record.year).await?);
            }
            let row = MainGroupRow {
                main_group: record.main_group.code().to_owned(),
                year: record.year,
                lower: record.lower,
                upper: record.upper,
            };
            let of_year = before.get(&row.year).into_iter().flatten();
            let old = of_year.into_iter().find(|it| it.main_group == row.main_group);
            if self.differs(Kind::MainGroups, old, &row) {
                numbers::save_main_group(&mut act.tx, programme, &row).await?;
            }
        }
        Ok(())
    }

    pub(super) async fn targets(
        &mut self,
        act: &mut Act<'_>,
        rows: &[Located<AssociationTargetRecord>],
    ) -> Result<(), ActionError> {
        let programme = act.programme;
        let mut before = BTreeMap::new();
        for Located { record, .. } in rows {
            // One without a year is an error found before this.
            let Some(year) = record.year else { continue };
            if let Entry::Vacant(slot) = before.entry(year) {
                slot.insert(numbers::targets(&mut act.tx, programme, year).await?);
            }
            let row = TargetRow {
                association: record.association.clone(),
                year,
                agreed: Agreed {
                    lower: record.lower,
                    upper: record.upper,
                    realised: record.realised,
                },
            };
            let of_year = before.get(&year).into_iter().flatten();
            let old = of_year.into_iter().find(|it| it.association == row.association);
            if self.differs(Kind::AssociationTargets, old, &row) {
                numbers::save_target(&mut act.tx, programme, &row).await?;
            }
        }
        Ok(())
    }

    /// Lays links, or changes how near; one that is not in the file stays.
    pub(super) async fn together(
        &mut self,
        act: &mut Act<'_>,
        rows: &[Located<TogetherRecord>],
    ) -> Result<(), ActionError> {
        let programme = act.programme;
        let before: BTreeMap<_, _> = participants::links(&mut act.tx, programme)
            .await?
            .into_iter()
            .map(|row| {
                let key = (row.link.one.clone(), row.link.other.clone());
                (key, (row.link.within, row.reason))
            })
            .collect();
        for Located { record, .. } in rows {
            let Together { one, other, within } = record.link.clone();
            let key = if one < other { (one, other) } else { (other, one) };
            let told = (within, record.reason.clone());
            if self.differs(Kind::Together, before.get(&key), &told) {
                let link = Together { one: key.0, other: key.1, within };
                let actor = act.who.label();
                let row = LinkRow { link, reason: told.1, actor, at: act.at };
                participants::save_link(&mut act.tx, programme, &row).await?;
                log_together(act, &row.link, "together").await?;
            }
        }
        Ok(())
    }
}
