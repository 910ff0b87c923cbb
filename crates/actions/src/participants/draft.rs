use jiff::civil::Date;
use serde_json::json;
use sleutel_domain::{
    Answer, AreaCode, Cents, ComplexCode, GroupCode, Id, LongText, OrganisationCode, PersonName,
    Phrase, Reference,
    homes::{Adaptation, AreaLevel, Place},
    messages::Message,
    participants::{
        AreaWish, Custody, Direction, Exclusion, Limits, LivingSituation, Member, MemberRole,
        NetworkTie, Nights, PartnerStanding, PriorityGround, Readiness, Strength, ThreeQuestions,
        TieKind,
    },
    placement::{SupportLoad, Verdict},
    steering::groups::GroupFault,
};
use sleutel_store::{
    StoreError,
    participants::{self as rows, ParticipantFile},
    placement::decisions_of_household,
};

use super::{
    duplicates,
    merge::open_file,
    see::{Lists, lists_in, subject},
};
use crate::{
    ActionError, App, FieldFault, Hold, Who,
    act::{Act, new_uuid},
    fields::Fields,
    homes::AreaNames,
    messages::{People, link_to_file, notify},
    policy::{self, Action, Reach, Subject},
};

/// A file as somebody typed it. Empty text means left out or not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `ParticipantFile`, as typed")]
pub struct ParticipantDraft {
    pub reference: String,
    pub group: String,
    pub provider: String,
    pub worker: String,
    pub given: String,
    pub family: String,
    pub born: String,
    pub living_situation: String,
    pub waiting_since: String,
    /// `preparing`, `ready` or `paused`; a decision places somebody, a form does not.
    pub readiness: String,
    pub ready_since: String,
    pub paused_reason: String,
    pub paused_until: String,
    pub ground: String,
    pub ground_date: String,
    pub rent: String,
    pub adaptation: String,
    pub stairs: String,
    pub pets: String,
    pub smokes: String,
    pub sharing: String,
    /// The points: `1`, `2` or `3`.
    pub support_load: String,
    pub want: String,
    pub can: String,
    pub need: String,
    pub members: Vec<MemberDraft>,
    pub wishes: Vec<WishDraft>,
    pub network: Vec<TieDraft>,
    pub exclusions: Vec<ExclusionDraft>,
    /// For a new file that looks like others: why this is somebody else.
    pub someone_else: String,
    /// Which of those others were shown, as [`Alike::token`](super::Alike::token).
    pub shown: Vec<String>,
    /// The version the form was filled from; 0 for a new file.
    pub version: i64,
}

/// Somebody of the household other than the head, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `Member`, as typed")]
pub struct MemberDraft {
    pub given: String,
    pub family: String,
    pub born: String,
    pub role: String,
    pub moves_along: String,
    pub custody: String,
    pub nights: String,
    pub standing: String,
}

/// A wish, as typed. The place is the code of an area or a complex.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `AreaWish`, as typed")]
pub struct WishDraft {
    pub place: String,
    pub street: String,
    pub direction: String,
    pub strength: String,
    pub reason: String,
}

/// A tie, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `NetworkTie`, as typed")]
pub struct TieDraft {
    pub place: String,
    pub street: String,
    pub kind: String,
    pub note: String,
}

/// An exclusion, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `Exclusion`, as typed")]
pub struct ExclusionDraft {
    pub place: String,
    pub street: String,
    pub until: String,
    pub reason: String,
}

/// An amount as somebody would type it: `612,50` without a thousands sign.
pub fn typed_money(cents: Cents) -> String {
    let cents = cents.get();
    format!("{},{:02}", cents / 100, cents % 100)
}

fn yes_no(answer: Answer<bool>) -> String {
    match answer {
        Answer::Known(true) => "yes".to_owned(),
        Answer::Known(false) => "no".to_owned(),
        Answer::Unknown => String::new(),
    }
}

fn typed<T: ToString>(value: Option<T>) -> String {
    value.map(|it| it.to_string()).unwrap_or_default()
}

fn typed_place(place: &Place) -> (String, String) {
    match place {
        Place::Area(code) => (code.to_string(), String::new()),
        Place::Complex(code) => (code.to_string(), String::new()),
        Place::Street { neighbourhood, street } => (neighbourhood.to_string(), street.clone()),
    }
}

impl From<&ParticipantFile> for ParticipantDraft {
    fn from(file: &ParticipantFile) -> Self {
        let head = file.head();
        let mut draft = Self {
            reference: file.reference.to_string(),
            group: file.group.to_string(),
            provider: file.provider.to_string(),
            worker: typed(file.worker.as_ref()),
            given: typed(head.map(|it| &it.given)),
            family: typed(head.map(|it| &it.family)),
            born: typed(head.and_then(|it| it.born)),
            living_situation: typed(file.living_situation.map(LivingSituation::code)),
            waiting_since: file.waiting_since.to_string(),
            readiness: file.readiness.code().to_owned(),
            ground: file.ground.code().to_owned(),
            rent: file.limits.rent.known().map(typed_money).unwrap_or_default(),
            adaptation: typed(file.limits.adaptation.known().map(Adaptation::code)),
            stairs: typed(file.limits.stairs.known()),
            pets: yes_no(file.limits.pets),
            smokes: yes_no(file.limits.smokes),
            sharing: yes_no(file.limits.sharing),
            support_load: typed(file.load.known().map(SupportLoad::points)),
            want: typed(file.questions.want.as_ref().map(LongText::as_str)),
            can: typed(file.questions.can.as_ref().map(LongText::as_str)),
            need: typed(file.questions.need.as_ref().map(LongText::as_str)),
            version: file.version,
            ..Self::default()
        };
        match &file.readiness {
            Readiness::Ready { since } => draft.ready_since = since.to_string(),
            Readiness::Paused { reason, until } => {
                draft.paused_reason = reason.to_string();
                draft.paused_until = typed(*until);
            }
            Readiness::Preparing | Readiness::Placed { .. } => {}
        }
        if let PriorityGround::TermEnds(date) = file.ground {
            draft.ground_date = date.to_string();
        }
        draft.members = file.members.iter().skip(1).map(member_draft).collect();
        draft.wishes = file.wishes.iter().map(wish_draft).collect();
        draft.network = file.network.iter().map(tie_draft).collect();
        draft.exclusions = file.exclusions.iter().map(exclusion_draft).collect();
        draft
    }
}

fn member_draft(member: &Member) -> MemberDraft {
    MemberDraft {
        given: member.given.to_string(),
        family: member.family.to_string(),
        born: typed(member.born),
        role: member.role.code().to_owned(),
        moves_along: yes_no(member.moves_along),
        custody: typed(member.custody.known().map(Custody::code)),
        nights: typed(member.custody.known().and_then(Custody::nights).map(Nights::get)),
        standing: typed(member.standing.known().map(PartnerStanding::code)),
    }
}

fn wish_draft(wish: &AreaWish) -> WishDraft {
    let (place, street) = typed_place(&wish.place);
    WishDraft {
        place,
        street,
        direction: wish.direction.code().to_owned(),
        strength: wish.strength.code().to_owned(),
        reason: typed(wish.reason.as_ref()),
    }
}

fn tie_draft(tie: &NetworkTie) -> TieDraft {
    let (place, street) = typed_place(&tie.place);
    TieDraft { place, street, kind: tie.kind.code().to_owned(), note: typed(tie.note.as_ref()) }
}

fn exclusion_draft(exclusion: &Exclusion) -> ExclusionDraft {
    let (place, street) = typed_place(&exclusion.place);
    ExclusionDraft {
        place,
        street,
        until: typed(exclusion.until),
        reason: exclusion.reason.to_string(),
    }
}

/// Reads a place from its two fields; a row left wholly blank has none.
fn read_place(
    fields: &mut Fields,
    prefix: &str,
    place: &str,
    street: &str,
    names: &AreaNames,
) -> Option<Place> {
    let field = format!("{prefix}-place");
    if place.trim().is_empty() {
        fields.bad(&field, FieldFault::Required);
        return None;
    }
    let area = AreaCode::new(place).ok().map(Place::Area).filter(|it| names.knows(it));
    let complex = ComplexCode::new(place).ok().map(Place::Complex).filter(|it| names.knows(it));
    let Some(found) = area.or(complex) else {
        fields.bad(&field, FieldFault::Unknown);
        return None;
    };
    let street = fields.phrase(&format!("{prefix}-street"), street);
    match (&found, street) {
        (_, None) => Some(found),
        (Place::Area(code), Some(street))
            if names.level(&found) == Some(AreaLevel::Neighbourhood) =>
        {
            Some(Place::Street { neighbourhood: code.clone(), street: street.to_string() })
        }
        (_, Some(_)) => {
            fields.bad(&format!("{prefix}-street"), FieldFault::StreetNeedsNeighbourhood);
            None
        }
    }
}

fn read_born(fields: &mut Fields, field: &str, text: &str, today: Date) -> Option<Date> {
    let born = fields.date_opt(field, text)?;
    if born > today {
        fields.bad(field, FieldFault::InFuture);
        return None;
    }
    Some(born)
}

fn read_members(fields: &mut Fields, draft: &ParticipantDraft, today: Date) -> Vec<Member> {
    let blank = MemberDraft::default();
    (1..)
        .zip(&draft.members)
        .filter(|(_, row)| MemberDraft { role: String::new(), ..(*row).clone() } != blank)
        .filter_map(|(number, row)| {
            let prefix = format!("member-{number}");
            let given = fields.text(&format!("{prefix}-given"), &row.given, PersonName::new);
            let family = fields.text(&format!("{prefix}-family"), &row.family, PersonName::new);
            let role = fields.choice(&format!("{prefix}-role"), &row.role, |it| {
                MemberRole::from_code(it).filter(|it| *it != MemberRole::Head)
            });
            let born = read_born(fields, &format!("{prefix}-born"), &row.born, today);
            let along = fields.yes_no(&format!("{prefix}-moves_along"), &row.moves_along);
            let custody = read_custody(fields, &prefix, row, role);
            let standing = fields.choice_opt(
                &format!("{prefix}-standing"),
                if role == Some(MemberRole::Partner) { &row.standing } else { "" },
                PartnerStanding::from_code,
            );
            let member = Member {
                given: given?,
                family: family?,
                born,
                role: role?,
                custody: custody.into(),
                standing: standing.into(),
                moves_along: along.into(),
            };
            Some(member.settled())
        })
        .collect()
}

/// Who has the care of a child; nothing for anybody else.
fn read_custody(
    fields: &mut Fields,
    prefix: &str,
    row: &MemberDraft,
    role: Option<MemberRole>,
) -> Option<Custody> {
    if role != Some(MemberRole::Child) {
        return None;
    }
    let most = i64::from(Nights::MOST);
    let nights = if row.custody.trim() == "shared" {
        fields.number_opt(&format!("{prefix}-nights"), &row.nights, 0, most)
    } else {
        None
    };
    let nights = nights.and_then(|it| u8::try_from(it).ok()).and_then(Nights::new);
    fields
        .choice_opt(&format!("{prefix}-custody"), &row.custody, |it| Custody::from_code(it, nights))
}

fn read_wishes(fields: &mut Fields, draft: &ParticipantDraft, names: &AreaNames) -> Vec<AreaWish> {
    (1..)
        .zip(&draft.wishes)
        .filter(|(_, row)| {
            !(row.place.trim().is_empty()
                && row.street.trim().is_empty()
                && row.reason.trim().is_empty())
        })
        .filter_map(|(number, row)| {
            let prefix = format!("wish-{number}");
            let place = read_place(fields, &prefix, &row.place, &row.street, names);
            let direction =
                fields.choice(&format!("{prefix}-direction"), &row.direction, Direction::from_code);
            let strength =
                fields.choice(&format!("{prefix}-strength"), &row.strength, Strength::from_code);
            let reason = fields.phrase(&format!("{prefix}-reason"), &row.reason);
            Some(AreaWish { place: place?, direction: direction?, strength: strength?, reason })
        })
        .collect()
}

fn read_ties(fields: &mut Fields, draft: &ParticipantDraft, names: &AreaNames) -> Vec<NetworkTie> {
    (1..)
        .zip(&draft.network)
        .filter(|(_, row)| {
            !(row.place.trim().is_empty()
                && row.street.trim().is_empty()
                && row.note.trim().is_empty())
        })
        .filter_map(|(number, row)| {
            let prefix = format!("tie-{number}");
            let place = read_place(fields, &prefix, &row.place, &row.street, names);
            let kind = fields.choice(&format!("{prefix}-kind"), &row.kind, TieKind::from_code);
            let note = fields.phrase(&format!("{prefix}-note"), &row.note);
            Some(NetworkTie { place: place?, kind: kind?, note })
        })
        .collect()
}

fn read_exclusions(
    fields: &mut Fields,
    draft: &ParticipantDraft,
    names: &AreaNames,
) -> Vec<Exclusion> {
    let blank = ExclusionDraft::default();
    (1..)
        .zip(&draft.exclusions)
        .filter(|(_, row)| **row != blank)
        .filter_map(|(number, row)| {
            let prefix = format!("exclusion-{number}");
            let place = read_place(fields, &prefix, &row.place, &row.street, names);
            let until = fields.date_opt(&format!("{prefix}-until"), &row.until);
            let reason = fields.text(&format!("{prefix}-reason"), &row.reason, Phrase::new);
            Some(Exclusion { place: place?, until, reason: reason? })
        })
        .collect()
}

fn read_readiness(
    fields: &mut Fields,
    draft: &ParticipantDraft,
    before: Option<&Readiness>,
    today: Date,
) -> Option<Readiness> {
    match draft.readiness.trim() {
        "preparing" => Some(Readiness::Preparing),
        "ready" => {
            let since = fields.date_opt("ready_since", &draft.ready_since).unwrap_or(today);
            if since > today {
                fields.bad("ready_since", FieldFault::InFuture);
            }
            Some(Readiness::Ready { since })
        }
        "paused" => {
            let reason = fields.text("paused_reason", &draft.paused_reason, Phrase::new);
            let until = fields.date_opt("paused_until", &draft.paused_until);
            Some(Readiness::Paused { reason: reason?, until })
        }
        // Somebody whom a decision placed stays placed; no form places anybody.
        "placed" if matches!(before, Some(Readiness::Placed { .. })) => before.cloned(),
        "" => {
            fields.bad("readiness", FieldFault::Required);
            None
        }
        _ => {
            fields.bad("readiness", FieldFault::NotAChoice);
            None
        }
    }
}

fn read_ground(fields: &mut Fields, draft: &ParticipantDraft) -> Option<PriorityGround> {
    match draft.ground.trim() {
        "" | "none" => Some(PriorityGround::None),
        "safety" => Some(PriorityGround::Safety),
        "term-ends" => fields.date("ground_date", &draft.ground_date).map(PriorityGround::TermEnds),
        _ => {
            fields.bad("ground", FieldFault::NotAChoice);
            None
        }
    }
}

fn read_file(
    act: &Act<'_>,
    draft: &ParticipantDraft,
    before: Option<&ParticipantFile>,
    lists: &Lists,
) -> Result<(ParticipantFile, Option<Phrase>), ActionError> {
    let today = act.today();
    let mut fields = Fields::default();
    let reference = fields.code("reference", &draft.reference, Reference::new);
    let group = fields.code("group", &draft.group, GroupCode::new);
    if group.as_ref().is_some_and(|code| !lists.groups.contains_key(code)) {
        fields.bad("group", FieldFault::Unknown);
    }
    let provider = fields.code("provider", &draft.provider, OrganisationCode::new);
    if let Some(code) = &provider {
        if !lists.providers.contains_key(code) {
            fields.bad("provider", FieldFault::Unknown);
        } else if !policy::may_for(
            act.who,
            Action::AddParticipant,
            Subject { organisation: Some(code), worker: None },
        ) {
            fields.bad("provider", FieldFault::NotYours);
        }
    }
    let worker = fields.phrase("worker", &draft.worker);
    let given = fields.text("given", &draft.given, PersonName::new);
    let family = fields.text("family", &draft.family, PersonName::new);
    let born = read_born(&mut fields, "born", &draft.born, today);
    let living_situation =
        fields.choice_opt("living_situation", &draft.living_situation, LivingSituation::from_code);
    let waiting_since = fields.date("waiting_since", &draft.waiting_since);
    if waiting_since.is_some_and(|date| date > today) {
        fields.bad("waiting_since", FieldFault::InFuture);
    }
    let stayed = before.is_some_and(|it| Some(&it.group) == group.as_ref());
    if let Some(times) = group.as_ref().and_then(|it| lists.group_times.get(it)).filter(|_| !stayed)
        && !times.takes_in(today, waiting_since.unwrap_or(today))
    {
        let (from, until) = (times.begins(), times.ends());
        fields.bad("group", FieldFault::Group(GroupFault::NotThereThen { from, until }));
    }
    let readiness = read_readiness(&mut fields, draft, before.map(|it| &it.readiness), today);
    let ground = read_ground(&mut fields, draft);
    let limits = Limits {
        rent: fields.money_opt("rent", &draft.rent).into(),
        adaptation: fields
            .choice_opt("adaptation", &draft.adaptation, Adaptation::from_code)
            .into(),
        stairs: fields
            .number_opt("stairs", &draft.stairs, 0, 60)
            .and_then(|it| u8::try_from(it).ok())
            .into(),
        pets: fields.yes_no("pets", &draft.pets).into(),
        smokes: fields.yes_no("smokes", &draft.smokes).into(),
        sharing: fields.yes_no("sharing", &draft.sharing).into(),
    };
    let points = |text: &str| text.parse().ok().and_then(SupportLoad::from_points);
    let load = fields.choice_opt("support_load", &draft.support_load, points);
    let questions = ThreeQuestions {
        want: fields.words("want", &draft.want),
        can: fields.words("can", &draft.can),
        need: fields.words("need", &draft.need),
    };
    let others = read_members(&mut fields, draft, today);
    let wishes = read_wishes(&mut fields, draft, &lists.names);
    let network = read_ties(&mut fields, draft, &lists.names);
    let exclusions = read_exclusions(&mut fields, draft, &lists.names);
    let someone_else = fields.phrase("someone_else", &draft.someone_else);
    let file = (|| {
        let head = Member {
            given: given?,
            family: family?,
            born,
            role: MemberRole::Head,
            custody: Answer::Unknown,
            standing: Answer::Unknown,
            moves_along: Answer::Known(true),
        };
        Some(ParticipantFile {
            id: before.map_or_else(|| Id::new(new_uuid()), |before| before.id),
            reference: reference?,
            group: group?,
            provider: provider?,
            worker,
            members: std::iter::once(head).chain(others).collect(),
            living_situation,
            waiting_since: waiting_since?,
            readiness: readiness?,
            ground: ground?,
            limits,
            load: load.into(),
            questions,
            wishes,
            network,
            exclusions,
            goes_on_as: None,
            version: draft.version,
        })
    })();
    fields.done(file.map(|file| (file, someone_else)))
}

/// A reference that is free, for a form of a new file: `P-YEAR-NUMBER`.
pub async fn next_reference(app: &App, who: &Who) -> Result<String, ActionError> {
    let mut act = app.look(who, Action::AddParticipant).await?;
    let programme = act.programme;
    let year = act.today().year();
    let prefix = format!("P-{year}-");
    let last = rows::references(&mut act.tx, programme)
        .await?
        .iter()
        .filter_map(|it| it.as_str().strip_prefix(&prefix)?.parse::<u32>().ok())
        .max()
        .unwrap_or(0);
    Ok(format!("{prefix}{:04}", last.saturating_add(1)))
}

/// Whoever was agreed a home waits again only when that decision is taken back. Otherwise
/// the next round would propose a second home, and the first would stay taken.
async fn stays_placed(
    act: &mut Act<'_>,
    before: &ParticipantFile,
    after: &ParticipantFile,
) -> Result<(), ActionError> {
    let placed = |file: &ParticipantFile| matches!(file.readiness, Readiness::Placed { .. });
    if !placed(before) || placed(after) {
        return Ok(());
    }
    let programme = act.programme;
    let standing = decisions_of_household(&mut act.tx, programme, &before.reference).await?;
    if standing.iter().any(|it| it.verdict == Verdict::Agreed) {
        return Err(Hold::HouseholdPlaced { reference: before.reference.clone() }.into());
    }
    Ok(())
}

/// Adds a file (version 0) or changes the version given. A support worker's own new file
/// goes into their own caseload; a file may be handed to another worker of the provider.
pub async fn save_participant(
    app: &App,
    who: &Who,
    draft: &ParticipantDraft,
) -> Result<Reference, ActionError> {
    let action =
        if draft.version == 0 { Action::AddParticipant } else { Action::ChangeParticipant };
    let mut act = app.begin(who, action).await?;
    let programme = act.programme;
    let before = match (draft.version, Reference::new(&draft.reference)) {
        (0, _) | (_, Err(_)) => None,
        (_, Ok(reference)) => {
            let file = open_file(&mut act, &reference).await?;
            act.require(Action::ChangeParticipant, subject(&file))?;
            Some(file)
        }
    };
    if draft.version > 0 && before.is_none() {
        return Err(ActionError::NotFound);
    }
    let mut draft = draft.clone();
    if before.is_none()
        && draft.worker.trim().is_empty()
        && policy::reach_of(who, Action::ListParticipants) == Reach::Caseload
    {
        draft.worker = who.person().map(|it| it.login.clone()).unwrap_or_default();
    }
    let lists = lists_in(&mut act).await?;
    let (file, someone_else) = read_file(&act, &draft, before.as_ref(), &lists)?;
    match &before {
        Some(before) => stays_placed(&mut act, before, &file).await?,
        None => {
            let reason = someone_else.as_ref();
            if let Some(alike) = duplicates::unseen(&mut act, &file, &draft.shown, reason).await? {
                // Who was told of whom is kept, also when the file is not.
                act.commit().await?;
                return Err(Hold::LooksAlike(alike).into());
            }
        }
    }
    let actor = who.label();
    rows::save_file(&mut act.tx, programme, &file, &actor, act.at).await.map_err(|error| {
        if let StoreError::Exists(_) = error {
            ActionError::field("reference", FieldFault::Taken)
        } else {
            error.into()
        }
    })?;
    let what = if before.is_some() { "changed" } else { "added" };
    act.log("participant", file.reference.as_str(), &json!({ "what": what })).await?;
    if let (None, Some(reason)) = (&before, &someone_else) {
        duplicates::said_of_new(&mut act, &file, reason).await?;
    }
    tell_worker(&mut act, before.as_ref(), &file).await?;
    act.commit().await?;
    Ok(file.reference)
}

/// Tells the support worker that the file changed, or that it came to them.
async fn tell_worker(
    act: &mut Act<'_>,
    before: Option<&ParticipantFile>,
    file: &ParticipantFile,
) -> Result<(), ActionError> {
    let Some(worker) = &file.worker else { return Ok(()) };
    let reference = file.reference.clone();
    let stayed = before.is_some_and(|it| it.worker == file.worker && it.provider == file.provider);
    let message = if stayed {
        Message::FileChanged { reference }
    } else {
        Message::FileHandedOver { reference }
    };
    let people = People::read(act).await?;
    let worker = people.worker(&file.provider, &worker.to_string());
    notify(act, worker, &message, &link_to_file(&file.reference)).await
}
