//! Two versions of a file beside each other, field by field, in words.

use sleutel_actions::participants::Lists;
use sleutel_domain::{
    AreaCode, Cents, ComplexCode, GroupCode, OrganisationCode,
    homes::{Adaptation, Place},
    participants::{
        Custody, Direction, LivingSituation, MemberRole, MergePart, Nights, PartnerStanding,
        Strength, TieKind,
    },
    placement::SupportLoad,
};
use sleutel_store::participants::{Snapshot, SnapshotPlace};
use sleutel_words::{Named, Words};

use super::naming::{self, Places};

/// Field, before, after; nothing is empty.
pub(super) type Change = (String, String, String);

/// Writes snapshots in words.
pub(super) struct Comparer<'a> {
    pub(super) words: Words,
    pub(super) lists: &'a Lists,
}

impl Comparer<'_> {
    /// What differs, in the order of the form. Rows of a list that stayed are left out.
    pub(super) fn changes(&self, before: &Snapshot, after: &Snapshot) -> Vec<Change> {
        let (old, new) = (self.single(before), self.single(after));
        let mut changes: Vec<Change> = old
            .into_iter()
            .zip(new)
            .filter(|((_, before), (_, after))| before != after)
            .map(|((key, before), (_, after))| (self.words.t(key), before, after))
            .collect();
        for ((key, mut before), (_, mut after)) in
            self.rows(before).into_iter().zip(self.rows(after))
        {
            before.retain(|row| match after.iter().position(|other| other == row) {
                Some(at) => {
                    after.remove(at);
                    false
                }
                None => true,
            });
            let most = before.len().max(after.len());
            let none = String::new;
            for at in 0..most {
                let was = before.get(at).cloned().unwrap_or_else(none);
                let became = after.get(at).cloned().unwrap_or_else(none);
                changes.push((self.words.t(key), was, became));
            }
        }
        changes
    }

    /// Everything a new file says.
    pub(super) fn first(&self, file: &Snapshot) -> Vec<Change> {
        let unknown = self.words.t("answer-unknown");
        let none = self.words.t("priority-ground-none");
        let single = self
            .single(file)
            .into_iter()
            .filter(|(_, value)| !value.is_empty() && *value != unknown && *value != none)
            .map(|(key, value)| (self.words.t(key), String::new(), value));
        let rows = self.rows(file).into_iter().flat_map(|(key, rows)| {
            rows.into_iter().map(move |row| (self.words.t(key), String::new(), row))
        });
        single.chain(rows).collect()
    }

    /// What a file says of one part, in a few words; empty when it says nothing.
    pub(super) fn part(&self, file: &Snapshot, part: MergePart) -> String {
        let keys: &[&str] = match part {
            MergePart::Household => &["participants-member"],
            MergePart::Group => &["participants-group"],
            MergePart::Support => &["participants-provider", "participants-worker"],
            MergePart::Living => &["participants-living"],
            MergePart::Waiting => &["participants-waiting"],
            MergePart::Readiness => &[
                "participants-readiness",
                "participants-readiness-date",
                "participants-paused-reason",
            ],
            MergePart::Ground => &["participants-ground", "participants-ground-date"],
            MergePart::Limits => &[
                "participants-rent",
                "participants-adaptation",
                "participants-stairs",
                "participants-pets",
                "participants-smokes",
                "participants-sharing",
            ],
            MergePart::Load => &["participants-load"],
            MergePart::Words => &["participants-want", "participants-can", "participants-need"],
            MergePart::Wishes => &["participants-wish"],
            MergePart::Network => &["participants-tie"],
            MergePart::Exclusions => &["participants-exclusion"],
        };
        // One thing needs no name beside its part; of several each is named.
        let labelled = matches!(part, MergePart::Limits | MergePart::Words);
        let single = self
            .single(file)
            .into_iter()
            .filter(|(key, value)| keys.contains(key) && !value.is_empty())
            .map(|(key, value)| if labelled { format!("{}: {value}", self.t(key)) } else { value });
        let rows = self
            .rows(file)
            .into_iter()
            .filter(|(key, _)| keys.contains(key))
            .flat_map(|(_, rows)| rows);
        let all: Vec<String> = single.chain(rows).collect();
        all.join("; ")
    }

    fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    fn text(&self, value: Option<&String>) -> String {
        value.cloned().unwrap_or_default()
    }

    fn date(&self, value: Option<jiff::civil::Date>) -> String {
        value.map_or_else(String::new, |date| self.words.date(date))
    }

    fn known<T>(&self, value: Option<T>, say: impl FnOnce(T) -> String) -> String {
        value.map_or_else(|| self.t("answer-unknown"), say)
    }

    fn yes_no(&self, value: Option<bool>) -> String {
        self.known(value, |yes| self.t(if yes { "answer-yes" } else { "answer-no" }))
    }

    /// A code in words; as it is when it is no longer ours.
    fn named<T: Named>(&self, code: &str, read: impl FnOnce(&str) -> Option<T>) -> String {
        read(code).map_or_else(|| code.to_owned(), |it| self.words.name(&it))
    }

    fn single(&self, file: &Snapshot) -> Vec<(&'static str, String)> {
        let group = GroupCode::new(&file.group)
            .map_or_else(|_| file.group.clone(), |it| naming::group(self.words, self.lists, &it));
        let provider = OrganisationCode::new(&file.provider)
            .map_or_else(|_| file.provider.clone(), |it| naming::provider(self.lists, &it));
        let living = |code: &String| {
            LivingSituation::from_code(code)
                .map_or_else(|| code.clone(), |it| self.t(naming::living_key(it)))
        };
        let load = |points: u32| {
            SupportLoad::from_points(points)
                .map_or_else(|| points.to_string(), |it| self.t(naming::load_key(it)))
        };
        let worker = file.worker.as_ref().map(|login| naming::worker(self.lists, login));
        vec![
            ("participants-group", group),
            ("participants-provider", provider),
            ("participants-worker", self.text(worker.as_ref())),
            ("participants-living", self.known(file.living_situation.as_ref(), living)),
            ("participants-waiting", self.words.date(file.waiting_since)),
            (
                "participants-rent",
                self.known(file.rent, |rent| {
                    Cents::new(rent).map_or_else(|_| rent.to_string(), |it| self.words.money(it))
                }),
            ),
            (
                "participants-adaptation",
                self.known(file.adaptation.as_deref(), |code| {
                    self.named(code, Adaptation::from_code)
                }),
            ),
            ("participants-stairs", self.known(file.stairs, |floor| self.floor(floor))),
            ("participants-pets", self.yes_no(file.pets)),
            ("participants-smokes", self.yes_no(file.smokes)),
            ("participants-sharing", self.yes_no(file.sharing)),
            ("participants-load", self.known(file.support_load, load)),
            ("participants-want", self.text(file.want.as_ref())),
            ("participants-can", self.text(file.can.as_ref())),
            ("participants-need", self.text(file.need.as_ref())),
            ("participants-readiness", self.t(naming::readiness_key(&file.readiness))),
            ("participants-readiness-date", self.date(file.readiness_since)),
            ("participants-paused-reason", self.text(file.readiness_reason.as_ref())),
            ("participants-ground", self.t(naming::ground_key(&file.ground))),
            ("participants-ground-date", self.date(file.ground_date)),
        ]
    }

    /// The highest storey somebody climbs to.
    pub(super) fn floor(&self, floor: u8) -> String {
        self.words.t_with("participants-floor", &[("floor", floor.into())])
    }

    fn rows(&self, file: &Snapshot) -> Vec<(&'static str, Vec<String>)> {
        let join = |parts: Vec<String>| {
            let parts: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).collect();
            parts.join(", ")
        };
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        let members = file.members.iter().map(|it| {
            let along = match it.moves_along {
                Some(true) => self.t("participants-along-yes"),
                Some(false) => self.t("participants-along-no"),
                None => self.t("participants-along-unknown"),
            };
            let born = it.born.map_or_else(
                || self.t("participants-born-unknown"),
                |born| {
                    let date = self.words.date(born);
                    self.words.t_with("participants-born-on", &[("date", date.into())])
                },
            );
            let role = self.named(&it.role, MemberRole::from_code);
            let nights = it.custody_nights.and_then(Nights::new);
            let custody = it.custody.as_deref().and_then(|it| Custody::from_code(it, nights));
            let custody = custody.map(|it| self.words.custody(it)).unwrap_or_default();
            let standing = it.standing.as_deref().and_then(PartnerStanding::from_code);
            let standing = standing.map(|it| self.words.name(&it)).unwrap_or_default();
            join(vec![format!("{} {}", it.given, it.family), role, born, custody, standing, along])
        });
        let wishes = file.wishes.iter().map(|it| {
            let direction = self.named(&it.direction, Direction::from_code);
            let strength = self.named(&it.strength, Strength::from_code);
            join(vec![self.place(&it.place), direction, strength, optional(&it.reason)])
        });
        let network = file.network.iter().map(|it| {
            let kind = self.named(&it.kind, TieKind::from_code);
            join(vec![self.place(&it.place), kind, optional(&it.note)])
        });
        let exclusions = file.exclusions.iter().map(|it| {
            let until = it.until.map_or_else(String::new, |date| {
                let date = self.words.date(date);
                self.words.t_with("participants-until", &[("date", date.into())])
            });
            join(vec![self.place(&it.place), until, it.reason.clone()])
        });
        vec![
            ("participants-member", members.collect()),
            ("participants-wish", wishes.collect()),
            ("participants-tie", network.collect()),
            ("participants-exclusion", exclusions.collect()),
        ]
    }

    fn place(&self, place: &SnapshotPlace) -> String {
        let area = || AreaCode::new(&place.code).ok();
        let found = match (&place.street, place.kind.as_str()) {
            (Some(street), _) => {
                area().map(|neighbourhood| Place::Street { neighbourhood, street: street.clone() })
            }
            (None, "complex") => ComplexCode::new(&place.code).ok().map(Place::Complex),
            (None, _) => area().map(Place::Area),
        };
        found.map_or_else(
            || place.code.clone(),
            |it| self.words.place(&it, &Places(&self.lists.names)),
        )
    }
}
