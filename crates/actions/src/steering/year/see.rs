use std::collections::{BTreeMap, BTreeSet};

use sleutel_domain::{AreaCode, GroupCode, OrganisationCode, access::OrganisationKind};
use sleutel_store::{
    access,
    homes::{self, AreaRow},
    numbers::GroupRow,
    year::{self as rows, AgreedPlaces, AgreedTargets, AssentRow, ForceRow, YearGroupRow, YearRow},
};

use super::groups::groups_in;
use crate::{
    ActionError, App, Who,
    act::Act,
    policy::{self, Action},
    steering::{groups::NationalYear, years},
};

/// An organisation that agrees with a year or does not yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Which.
    pub code: OrganisationCode,
    /// What people call it.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// That it agrees with the version shown.
    pub assent: Option<AssentRow>,
    /// Whether whoever looks may say for it that it agrees.
    pub may_assent: bool,
    /// Whether somebody else than whoever looks says so, and has to be named.
    pub on_behalf: bool,
}

/// What a version says beside its groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// Of the parts of the city.
    pub places: AgreedPlaces,
    /// Of the associations, when it does.
    pub targets: Option<AgreedTargets>,
}

/// What a number of a year is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The whole year.
    Total,
    /// A target group.
    Group(GroupCode),
    /// A part of the city.
    Area(AreaCode),
    /// An association.
    Association(OrganisationCode),
}

impl Subject {
    /// Its code; blank for the whole year.
    pub fn code(&self) -> String {
        match self {
            Self::Total => String::new(),
            Self::Group(code) => code.to_string(),
            Self::Area(code) => code.to_string(),
            Self::Association(code) => code.to_string(),
        }
    }
}

/// The least and the most of something; neither when nothing was agreed.
type Bounds = (Option<u32>, Option<u32>);

/// A number that differs between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub subject: Subject,
    /// Its least and its most in the earlier version.
    pub before: (Option<u32>, Option<u32>),
    /// Its least and its most in the later version.
    pub after: (Option<u32>, Option<u32>),
}

/// What was agreed for a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearOf {
    /// Which year.
    pub year: i16,
    /// Its versions, the newest first.
    pub versions: Vec<YearRow>,
    /// The version shown: the one asked for, or the newest.
    pub shown: Option<(YearRow, Vec<YearGroupRow>)>,
    /// What the version shown says beside its groups.
    pub contents: Contents,
    /// The version before the one shown, and what differs from it.
    pub since: Option<(u32, Vec<Difference>)>,
    /// What was put in force, the last first.
    pub force: Vec<ForceRow>,
    /// Whether whoever looks may put the newest version in force, and it says something to do so.
    pub may_force: bool,
    /// The parts of the city, the largest level first, without their shapes.
    pub areas: Vec<AreaRow>,
    /// What the associations are called.
    pub associations: BTreeMap<OrganisationCode, String>,
    /// All partners, by kind and name.
    pub partners: Vec<Partner>,
    /// The names of the groups.
    pub groups: BTreeMap<GroupCode, GroupRow>,
    /// Groups the version shown names, and that are not there on any day of the year.
    pub not_there: Vec<GroupCode>,
    /// What the state asks for the groups in the year.
    pub national: BTreeMap<GroupCode, NationalYear>,
    /// Whether whoever looks may write down another version.
    pub may_change: bool,
}

/// What was agreed for a year, in its newest version or an older one.
pub async fn year_of(
    app: &App,
    who: &Who,
    year: i16,
    version: Option<u32>,
) -> Result<YearOf, ActionError> {
    let mut act = app.look(who, Action::SeeNumbers).await?;
    let programme = act.programme;
    if !years(act.today()).contains(&year) {
        return Err(ActionError::NotFound);
    }
    let versions = rows::versions(&mut act.tx, programme, year).await?;
    let row = match version {
        None => versions.first(),
        Some(asked) => {
            Some(versions.iter().find(|it| it.version == asked).ok_or(ActionError::NotFound)?)
        }
    };
    let (shown, agreed) = match row.cloned() {
        Some(row) => {
            let groups = rows::groups_of(&mut act.tx, programme, row.id).await?;
            let agreed = rows::assents(&mut act.tx, programme, row.id).await?;
            (Some((row, groups)), agreed)
        }
        None => (None, Vec::new()),
    };
    let contents = match &shown {
        Some((row, _)) => contents(&mut act, row).await?,
        None => Contents::default(),
    };
    let earlier = shown.as_ref().and_then(|(row, _)| {
        versions.iter().find(|it| it.version.saturating_add(1) == row.version)
    });
    let since = match (earlier.cloned(), &shown) {
        (Some(earlier), Some((row, groups))) => {
            let before = rows::groups_of(&mut act.tx, programme, earlier.id).await?;
            let others = self::contents(&mut act, &earlier).await?;
            let before = bounds(&earlier, &before, &others);
            Some((earlier.version, differences(&before, &bounds(row, groups, &contents))))
        }
        _ => None,
    };
    let newest = match (&shown, versions.first()) {
        (Some((row, _)), Some(first)) => row.version == first.version,
        _ => false,
    };
    let organisations = access::organisations(&mut act.tx, programme).await?;
    let partners = organisations.into_iter().map(|it| {
        let assent = agreed.iter().find(|one| one.organisation == it.code).cloned();
        let own = Some(&it.code);
        let subject = policy::Subject { organisation: own, ..policy::Subject::default() };
        let may = policy::may_for(who, Action::AssentYear, subject);
        let own = who.person().is_some_and(|person| person.organisation.code == it.code);
        Partner {
            may_assent: newest && assent.is_none() && may,
            on_behalf: !own,
            code: it.code,
            name: it.name.to_string(),
            kind: it.kind,
            assent,
        }
    });
    let mut partners: Vec<_> = partners.collect();
    partners.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    let known = groups_in(&mut act, year).await?;
    let named = shown.iter().flat_map(|(_, groups)| groups).map(|it| it.terms.group.clone());
    let not_there = named.filter(|it| !known.there.contains(it)).collect();
    let may = |action| policy::may_for(who, action, policy::Subject::default());
    let says = !contents.places.terms.is_empty() || contents.targets.is_some();
    let may_force = newest && says && year >= act.today().year() && may(Action::DecideShares);
    let can_change = versions.is_empty() || year >= act.today().year();
    Ok(YearOf {
        year,
        versions,
        shown,
        contents,
        since,
        force: rows::in_force(&mut act.tx, programme, year).await?,
        may_force,
        areas: homes::areas(&mut act.tx, programme, false).await?,
        associations: act.associations().await?,
        partners,
        groups: known.names,
        not_there,
        national: known.national,
        may_change: can_change && may(Action::ChangeNumbers),
    })
}

async fn contents(act: &mut Act<'_>, row: &YearRow) -> Result<Contents, ActionError> {
    let programme = act.programme;
    let places = rows::places_of(&mut act.tx, programme, row.id).await?;
    let targets = rows::targets_of(&mut act.tx, programme, row.id).await?;
    Ok(Contents { places, targets })
}

fn bounds(row: &YearRow, groups: &[YearGroupRow], it: &Contents) -> BTreeMap<Subject, Bounds> {
    let homes = row.total.homes();
    let mut all = BTreeMap::from([(Subject::Total, (Some(homes), Some(homes)))]);
    let of = |it: &YearGroupRow| {
        let floor = Some(it.terms.floor).filter(|floor| *floor > 0);
        (Subject::Group(it.terms.group.clone()), (floor, it.terms.ceiling))
    };
    all.extend(groups.iter().map(of));
    let places = it.places.terms.iter();
    all.extend(places.map(|it| (Subject::Area(it.area.clone()), (it.floor, it.ceiling))));
    let targets = it.targets.iter().flat_map(|it| &it.terms);
    all.extend(
        targets
            .map(|it| (Subject::Association(it.association.clone()), (Some(it.floor), it.ceiling))),
    );
    all
}

fn differences(
    before: &BTreeMap<Subject, Bounds>,
    after: &BTreeMap<Subject, Bounds>,
) -> Vec<Difference> {
    let of = |all: &BTreeMap<Subject, Bounds>, subject: &Subject| {
        all.get(subject).copied().unwrap_or_default()
    };
    let subjects: BTreeSet<&Subject> = before.keys().chain(after.keys()).collect();
    subjects
        .into_iter()
        .map(|subject| Difference {
            subject: subject.clone(),
            before: of(before, subject),
            after: of(after, subject),
        })
        .filter(|it| it.before != it.after)
        .collect()
}
