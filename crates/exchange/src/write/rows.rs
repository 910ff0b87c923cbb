//! The cells of a record, in the order of its columns.

use sleutel_domain::participants::{Custody, PriorityGround, Readiness};

use super::cells::{amount, answer, date, option, place, yes_no};
use crate::records::{
    AreaFigureRecord, AreaRecord, AssociationTargetRecord, CeilingRecord, ComplexRecord,
    DwellingRecord, ExclusionRecord, ExpectedRecord, FixingRecord, GroupQuotaRecord,
    MainGroupRecord, MemberRecord, NetworkRecord, OfferedRecord, OrganisationRecord,
    ParticipantRecord, TogetherRecord, VacancyRecord, WishRecord,
};

pub(super) fn organisation(it: &OrganisationRecord) -> Vec<String> {
    vec![it.code.to_string(), it.name.to_string(), it.kind.code().to_owned()]
}

pub(super) fn area(it: &AreaRecord) -> Vec<String> {
    vec![
        it.code.to_string(),
        it.name.to_string(),
        it.level.code().to_owned(),
        option(it.parent.as_ref()),
    ]
}

pub(super) fn figure(it: &AreaFigureRecord) -> Vec<String> {
    vec![
        it.area.to_string(),
        it.year.to_string(),
        option(it.households.as_ref()),
        option(it.inhabitants.as_ref()),
        option(it.average_household.as_ref()),
        option(it.owner_occupied_percent.as_ref()),
        option(it.surface_ha.as_ref()),
        option(it.association_homes.as_ref()),
        it.source.to_string(),
    ]
}

pub(super) fn group_quota(it: &GroupQuotaRecord) -> Vec<String> {
    let (group, quota) = (&it.group, &it.quota);
    vec![
        quota.year.to_string(),
        group.code.to_string(),
        group.name_nl.to_string(),
        group.name_en.to_string(),
        group.main_group.code().to_owned(),
        yes_no(group.with_support),
        yes_no(group.counts),
        quota.expected.to_string(),
        quota.lower.to_string(),
        option(quota.upper.as_ref()),
        quota.realised.to_string(),
        option(group.valid_from.as_ref()),
        option(group.valid_until.as_ref()),
    ]
}

pub(super) fn main_group(it: &MainGroupRecord) -> Vec<String> {
    vec![
        it.year.to_string(),
        it.main_group.code().to_owned(),
        it.lower.to_string(),
        option(it.upper.as_ref()),
    ]
}

pub(super) fn association_target(it: &AssociationTargetRecord) -> Vec<String> {
    vec![
        option(it.year.as_ref()),
        it.association.to_string(),
        option(it.name.as_ref()),
        it.lower.to_string(),
        option(it.upper.as_ref()),
        it.realised.to_string(),
    ]
}

pub(super) fn together(it: &TogetherRecord) -> Vec<String> {
    vec![
        it.link.one.to_string(),
        it.link.other.to_string(),
        it.link.within.code().to_owned(),
        option(it.reason.as_ref()),
    ]
}

pub(super) fn ceiling(it: &CeilingRecord) -> Vec<String> {
    let [area, _, complex] = place(&it.place);
    vec![
        it.year.to_string(),
        area,
        complex,
        it.lower.to_string(),
        option(it.upper.as_ref()),
        it.realised.to_string(),
        option(it.load.as_ref()),
    ]
}

pub(super) fn complex(it: &ComplexRecord) -> Vec<String> {
    vec![
        it.code.to_string(),
        it.name.to_string(),
        it.association.to_string(),
        it.neighbourhood.to_string(),
        it.street.to_string(),
    ]
}

pub(super) fn dwelling(it: &DwellingRecord) -> Vec<String> {
    let facts = &it.facts;
    vec![
        it.code.to_string(),
        it.association.to_string(),
        option(it.complex.as_ref()),
        option(it.neighbourhood.as_ref()),
        it.street.to_string(),
        it.house_number.to_string(),
        option(it.postcode.as_ref()),
        option(it.bag_id.as_ref()),
        it.energy.map(|label| label.code().to_owned()).unwrap_or_default(),
        facts.rooms.to_string(),
        option(facts.surface.as_ref()),
        facts.floor.to_string(),
        yes_no(facts.lift),
        facts.adaptation.code().to_owned(),
        amount(facts.rent),
        facts.target.code().to_owned(),
        yes_no(facts.rules.pets),
        yes_no(facts.rules.smoking),
    ]
}

pub(super) fn vacancy(it: &VacancyRecord) -> Vec<String> {
    vec![
        it.code.to_string(),
        it.dwelling.to_string(),
        it.available_from.to_string(),
        it.year.to_string(),
        it.status.code().to_owned(),
    ]
}

pub(super) fn participant(it: &ParticipantRecord) -> Vec<String> {
    let (since, reason, until, on) = match &it.readiness {
        Readiness::Preparing => (None, None, None, None),
        Readiness::Ready { since } => (Some(*since), None, None, None),
        Readiness::Paused { reason, until } => (None, Some(reason), *until, None),
        Readiness::Placed { on } => (None, None, None, Some(*on)),
    };
    let ends = match it.ground {
        PriorityGround::TermEnds(date) => Some(date),
        PriorityGround::None | PriorityGround::Safety => None,
    };
    let limits = &it.limits;
    vec![
        it.reference.to_string(),
        it.group.to_string(),
        it.provider.to_string(),
        option(it.worker.as_ref()),
        it.given.to_string(),
        it.family.to_string(),
        date(it.born),
        it.waiting_since.to_string(),
        it.readiness.code().to_owned(),
        date(since),
        option(reason),
        date(until),
        date(on),
        it.ground.code().to_owned(),
        date(ends),
        answer(&limits.rent, |rent| amount(*rent)),
        answer(&limits.adaptation, |it| it.code().to_owned()),
        answer(&limits.stairs, ToString::to_string),
        answer(&limits.pets, |it| yes_no(*it)),
        answer(&limits.smokes, |it| yes_no(*it)),
        answer(&limits.sharing, |it| yes_no(*it)),
        option(it.questions.want.as_ref()),
        option(it.questions.can.as_ref()),
        option(it.questions.need.as_ref()),
        it.living_situation.map(|it| it.code().to_owned()).unwrap_or_default(),
        answer(&it.load, |it| it.points().to_string()),
    ]
}

pub(super) fn member(it: &MemberRecord) -> Vec<String> {
    let member = &it.member;
    vec![
        it.reference.to_string(),
        it.number.to_string(),
        member.role.code().to_owned(),
        member.given.to_string(),
        member.family.to_string(),
        date(member.born),
        answer(&member.moves_along, |it| yes_no(*it)),
        answer(&member.custody, |it| it.code().to_owned()),
        member
            .custody
            .known()
            .and_then(Custody::nights)
            .map_or_else(String::new, |it| it.get().to_string()),
        answer(&member.standing, |it| it.code().to_owned()),
    ]
}

pub(super) fn wish(it: &WishRecord) -> Vec<String> {
    let [area, street, complex] = place(&it.wish.place);
    let (direction, strength) = (it.wish.direction.code(), it.wish.strength.code());
    let reason = option(it.wish.reason.as_ref());
    let reference = it.reference.to_string();
    vec![reference, area, street, complex, direction.to_owned(), strength.to_owned(), reason]
}

pub(super) fn tie(it: &NetworkRecord) -> Vec<String> {
    let [area, street, complex] = place(&it.tie.place);
    let note = option(it.tie.note.as_ref());
    vec![it.reference.to_string(), area, street, complex, it.tie.kind.code().to_owned(), note]
}

pub(super) fn exclusion(it: &ExclusionRecord) -> Vec<String> {
    let [area, street, complex] = place(&it.exclusion.place);
    let reason = it.exclusion.reason.to_string();
    vec![it.reference.to_string(), area, street, complex, date(it.exclusion.until), reason]
}

pub(crate) fn fixing_row(it: &FixingRecord) -> Vec<String> {
    let fixing = &it.fixing;
    vec![fixing.candidate.to_string(), fixing.vacancy.to_string(), fixing.kind.code().to_owned()]
}

pub(crate) fn offered_row(it: &OfferedRecord) -> Vec<String> {
    vec![it.reference.to_string(), it.dwelling.to_string()]
}

pub(crate) fn expected_row(it: &ExpectedRecord) -> Vec<String> {
    vec![it.dwelling.to_string(), it.homes.to_string()]
}
