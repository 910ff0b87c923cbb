use jiff::civil::Date;
use sleutel_domain::{
    GroupCode, LongText, OrganisationCode, PersonName, Phrase, Reference,
    homes::{Adaptation, AreaLevel},
    participants::{
        AreaWish, Custody, Direction, Exclusion, Limits, LivingSituation, Member, MemberRole,
        NetworkTie, Nights, PartnerStanding, PriorityGround, Readiness, Strength, ThreeQuestions,
        TieKind,
    },
    placement::Together,
};

use super::{place, when};
use crate::{
    columns,
    finding::FindingKind,
    records::{
        ExclusionRecord, MemberRecord, NetworkRecord, ParticipantRecord, TogetherRecord, WishRecord,
    },
    table::{Row, cells},
};

pub(super) fn participant(row: &mut Row<'_>, today: Date) -> Option<ParticipantRecord> {
    let reference = row.must("reference", cells::code(Reference::new));
    let group = row.must("group", cells::code(GroupCode::new));
    let provider = row.must("provider", cells::code(OrganisationCode::new));
    let worker = row.may("worker", cells::words(Phrase::new));
    let given = row.must("given", cells::words(PersonName::new));
    let family = row.must("family", cells::words(PersonName::new));
    let born = row.may("born", cells::past(today));
    let waiting_since = row.must("waiting_since", cells::past(today));
    if let (Some(Some(earlier)), Some(date)) = (born, waiting_since)
        && earlier > date
    {
        let other = "born".to_owned();
        row.find("waiting_since", FindingKind::DateOrder { date, other, earlier });
    }
    let readiness = readiness(row, today);
    let ground = ground(row);
    let limits = limits(row);
    let questions = questions(row);
    let situations = columns::living_situations();
    let situation =
        row.may("living_situation", cells::one_of(LivingSituation::from_code, &situations));
    let load = row.may("support_load", cells::points);
    Some(ParticipantRecord {
        reference: reference?,
        group: group?,
        provider: provider?,
        worker: worker?,
        given: given?,
        family: family?,
        born: born?,
        waiting_since: waiting_since?,
        readiness: readiness?,
        ground: ground?,
        limits: limits?,
        questions: questions?,
        living_situation: situation?,
        load: load?.into(),
    })
}

fn readiness(row: &mut Row<'_>, today: Date) -> Option<Readiness> {
    let word = |text: &str| Readiness::CODES.into_iter().find(|code| *code == text);
    let code = row.must("readiness", cells::one_of(word, &columns::readiness()))?;
    let by = "readiness";
    // Somebody may be ready from a day to come; a round before it leaves them out.
    let since = when(row, code == "ready", by, "ready_since", cells::date);
    let reason = when(row, code == "paused", by, "paused_reason", cells::words(Phrase::new));
    let until = if code == "paused" {
        row.may("paused_until", cells::date)
    } else {
        when(row, false, by, "paused_until", cells::date)
    };
    let on = when(row, code == "placed", by, "placed_on", cells::past(today));
    match (code, since?, reason?, on?) {
        ("ready", Some(since), _, _) => Some(Readiness::Ready { since }),
        ("paused", _, Some(reason), _) => Some(Readiness::Paused { reason, until: until? }),
        ("placed", _, _, Some(on)) => Some(Readiness::Placed { on }),
        _ => Some(Readiness::Preparing),
    }
}

fn ground(row: &mut Row<'_>) -> Option<PriorityGround> {
    let word = |text: &str| PriorityGround::CODES.into_iter().find(|code| *code == text);
    let code = row.may("ground", cells::one_of(word, &columns::grounds()))?.unwrap_or("none");
    let ends = when(row, code == "term-ends", "ground", "term_ends", cells::date)?;
    Some(match (code, ends) {
        ("term-ends", Some(date)) => PriorityGround::TermEnds(date),
        ("safety", _) => PriorityGround::Safety,
        _ => PriorityGround::None,
    })
}

fn limits(row: &mut Row<'_>) -> Option<Limits> {
    let rent = row.may("rent_most", cells::amount);
    let adaptations = columns::adaptations();
    let adaptation = row.may("adaptation", cells::one_of(Adaptation::from_code, &adaptations));
    let stairs = row.may("stairs_most", cells::whole(0_u8, 60));
    let pets = row.may("pets", cells::yes_no);
    let smokes = row.may("smokes", cells::yes_no);
    let sharing = row.may("sharing", cells::yes_no);
    Some(Limits {
        rent: rent?.into(),
        adaptation: adaptation?.into(),
        stairs: stairs?.into(),
        pets: pets?.into(),
        smokes: smokes?.into(),
        sharing: sharing?.into(),
    })
}

fn questions(row: &mut Row<'_>) -> Option<ThreeQuestions> {
    let want = row.may("want", cells::words(LongText::new));
    let can = row.may("can", cells::words(LongText::new));
    let need = row.may("need", cells::words(LongText::new));
    Some(ThreeQuestions { want: want?, can: can?, need: need? })
}

pub(super) fn member(row: &mut Row<'_>, today: Date) -> Option<MemberRecord> {
    let reference = row.must("reference", cells::code(Reference::new));
    // The head is number 1 and stands in the file of participants.
    let number = row.must("number", cells::whole(2_u8, 30));
    let known = |text: &str| MemberRole::from_code(text).filter(|role| *role != MemberRole::Head);
    let role = row.must("role", cells::one_of(known, &columns::member_roles()));
    let given = row.must("given", cells::words(PersonName::new));
    let family = row.must("family", cells::words(PersonName::new));
    let born = row.may("born", cells::past(today));
    let moves_along = row.may("moves_along", cells::yes_no);
    let (custody, standing) = (custody(row, role), standing(row, role));
    Some(MemberRecord {
        reference: reference?,
        number: number?,
        member: Member {
            given: given?,
            family: family?,
            born: born?,
            role: role?,
            custody: custody?.into(),
            standing: standing?.into(),
            moves_along: moves_along?.into(),
        }
        .settled(),
    })
}

/// Who has the care of a child; for anybody else the columns stay empty.
fn custody(row: &mut Row<'_>, role: Option<MemberRole>) -> Option<Option<Custody>> {
    let word = |text: &str| Custody::CODES.into_iter().find(|code| *code == text);
    let words = columns::custodies();
    let read = cells::one_of(word, &words);
    let code = if role.is_none_or(|it| it == MemberRole::Child) {
        row.may("custody", read)?
    } else {
        when(row, false, "role", "custody", read)?
    };
    let nights = |text: &str| {
        let number = cells::whole(0_u8, Nights::MOST)(text)?;
        Ok(Nights::new(number))
    };
    let nights = if code == Some("shared") {
        row.may("custody_nights", nights)?
    } else {
        when(row, false, "custody", "custody_nights", nights)?
    };
    Some(code.and_then(|it| Custody::from_code(it, nights.flatten())))
}

/// What stands open with a partner; for anybody else the column stays empty.
fn standing(row: &mut Row<'_>, role: Option<MemberRole>) -> Option<Option<PartnerStanding>> {
    let words = columns::standings();
    let read = cells::one_of(PartnerStanding::from_code, &words);
    if role.is_none_or(|it| it == MemberRole::Partner) {
        row.may("standing", read)
    } else {
        when(row, false, "role", "standing", read)
    }
}

pub(super) fn wish(row: &mut Row<'_>) -> Option<WishRecord> {
    let reference = row.must("reference", cells::code(Reference::new));
    let place = place(row);
    let (directions, strengths) = (columns::directions(), columns::strengths());
    let direction = row.must("direction", cells::one_of(Direction::from_code, &directions));
    let strength = row.must("strength", cells::one_of(Strength::from_code, &strengths));
    let reason = row.may("reason", cells::words(Phrase::new));
    Some(WishRecord {
        reference: reference?,
        wish: AreaWish {
            place: place?,
            direction: direction?,
            strength: strength?,
            reason: reason?,
        },
    })
}

pub(super) fn tie(row: &mut Row<'_>) -> Option<NetworkRecord> {
    let reference = row.must("reference", cells::code(Reference::new));
    let place = place(row);
    let kinds = columns::tie_kinds();
    let kind = row.must("kind", cells::one_of(TieKind::from_code, &kinds));
    let note = row.may("note", cells::words(Phrase::new));
    Some(NetworkRecord {
        reference: reference?,
        tie: NetworkTie { place: place?, kind: kind?, note: note? },
    })
}

pub(super) fn exclusion(row: &mut Row<'_>) -> Option<ExclusionRecord> {
    let reference = row.must("reference", cells::code(Reference::new));
    let place = place(row);
    let until = row.may("until", cells::date);
    let reason = row.must("reason", cells::words(Phrase::new));
    Some(ExclusionRecord {
        reference: reference?,
        exclusion: Exclusion { place: place?, until: until?, reason: reason? },
    })
}

pub(super) fn together(row: &mut Row<'_>) -> Option<TogetherRecord> {
    let one = row.must("one", cells::code(Reference::new));
    let other = row.must("other", cells::code(Reference::new));
    let within = row.must("within", cells::one_of(AreaLevel::from_code, &columns::levels()));
    let reason = row.may("reason", cells::words(Phrase::new));
    let (one, other) = (one?, other?);
    if one == other {
        row.find("other", FindingKind::WithItself { found: other.to_string() });
        return None;
    }
    Some(TogetherRecord { link: Together { one, other, within: within? }, reason: reason? })
}
