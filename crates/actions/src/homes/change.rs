use serde_json::json;
use sleutel_domain::{
    AreaCode, ComplexCode, DwellingCode, OrganisationCode, Phrase, VacancyCode,
    homes::{Adaptation, DwellingFacts, EnergyLabel, HouseRules, Target, VacancyStatus},
};
use sleutel_store::{
    StoreError, audit,
    homes::{self as rows, DwellingRow, VacancyFilter, VacancyRow},
};

use crate::{
    ActionError, App, FieldFault, Hold, Who,
    act::{Act, new_uuid},
    fields::Fields,
    policy::{Action, Subject},
};

/// A dwelling as somebody typed it. Empty text means left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `DwellingRow`, as typed")]
pub struct DwellingDraft {
    pub code: String,
    pub association: String,
    pub complex: String,
    pub neighbourhood: String,
    pub street: String,
    pub house_number: String,
    pub postcode: String,
    pub bag_id: String,
    pub energy: String,
    pub rooms: String,
    pub surface: String,
    pub floor: String,
    pub lift: bool,
    pub adaptation: String,
    pub rent: String,
    pub target: String,
    pub pets: bool,
    pub smoking: bool,
    /// The version the form was filled from; 0 for a new dwelling.
    pub version: i64,
}

impl From<&DwellingRow> for DwellingDraft {
    fn from(row: &DwellingRow) -> Self {
        let phrase = |it: &Option<Phrase>| it.as_ref().map(Phrase::to_string).unwrap_or_default();
        Self {
            code: row.code.to_string(),
            association: row.association.to_string(),
            complex: row.complex.as_ref().map(ComplexCode::to_string).unwrap_or_default(),
            neighbourhood: row.neighbourhood.to_string(),
            street: row.street.to_string(),
            house_number: row.house_number.to_string(),
            postcode: phrase(&row.postcode),
            bag_id: phrase(&row.bag_id),
            energy: row.energy.map(|it| it.code().to_owned()).unwrap_or_default(),
            rooms: row.facts.rooms.to_string(),
            surface: row.facts.surface.map(|it| it.to_string()).unwrap_or_default(),
            floor: row.facts.floor.to_string(),
            lift: row.facts.lift,
            adaptation: row.facts.adaptation.code().to_owned(),
            rent: crate::participants::typed_money(row.facts.rent),
            target: row.facts.target.code().to_owned(),
            pets: row.facts.rules.pets,
            smoking: row.facts.rules.smoking,
            version: row.version,
        }
    }
}

fn within<T: TryFrom<i64>>(number: Option<i64>) -> Option<T> {
    number.and_then(|number| T::try_from(number).ok())
}

async fn read_dwelling(
    act: &mut Act<'_>,
    draft: &DwellingDraft,
) -> Result<DwellingRow, ActionError> {
    let mut fields = Fields::default();
    let names = super::see::names_in(&mut act.tx, act.programme).await?;
    let associations = act.associations().await?;
    let code = fields.code("code", &draft.code, DwellingCode::new);
    let association = fields.code("association", &draft.association, OrganisationCode::new);
    if let Some(code) = &association {
        if !associations.contains_key(code) {
            fields.bad("association", FieldFault::Unknown);
        } else if act
            .require(Action::ChangeHomes, Subject { organisation: Some(code), worker: None })
            .is_err()
        {
            fields.bad("association", FieldFault::NotYours);
        }
    }
    let complex = if draft.complex.trim().is_empty() {
        None
    } else {
        fields.code("complex", &draft.complex, ComplexCode::new)
    };
    if let Some(code) = &complex
        && !names.knows(&sleutel_domain::homes::Place::Complex(code.clone()))
    {
        fields.bad("complex", FieldFault::Unknown);
    }
    let neighbourhood = fields.code("neighbourhood", &draft.neighbourhood, AreaCode::new);
    if let Some(code) = &neighbourhood
        && !names.knows(&super::see::neighbourhood(code))
    {
        fields.bad("neighbourhood", FieldFault::Unknown);
    }
    let street = fields.text("street", &draft.street, Phrase::new);
    let house_number = fields.text("house_number", &draft.house_number, Phrase::new);
    let postcode = fields.phrase("postcode", &draft.postcode);
    let bag_id = fields.phrase("bag_id", &draft.bag_id);
    if bag_id.as_ref().is_some_and(|it| {
        it.as_str().len() != 16 || !it.as_str().chars().all(|c| c.is_ascii_digit())
    }) {
        fields.bad("bag_id", FieldFault::Character);
    }
    let energy = fields.choice_opt("energy", &draft.energy, EnergyLabel::from_code);
    let rooms = within(fields.number("rooms", &draft.rooms, 1, 20));
    let surface = within(fields.number_opt("surface", &draft.surface, 8, 1_000));
    let floor = within(fields.number("floor", &draft.floor, 0, 60));
    let adaptation = fields.choice("adaptation", &draft.adaptation, Adaptation::from_code);
    let rent = fields.money("rent", &draft.rent);
    let target = fields.choice("target", &draft.target, Target::from_code);
    let row = (|| {
        Some(DwellingRow {
            code: code?,
            association: association?,
            complex,
            neighbourhood: neighbourhood?,
            street: street?,
            house_number: house_number?,
            postcode,
            bag_id,
            energy,
            facts: DwellingFacts {
                rooms: rooms?,
                surface,
                floor: floor?,
                lift: draft.lift,
                adaptation: adaptation?,
                rent: rent?,
                target: target?,
                rules: HouseRules { pets: draft.pets, smoking: draft.smoking },
            },
            version: draft.version,
        })
    })();
    fields.done(row)
}

/// Adds a dwelling (version 0) or changes the version given. Only of one's own association.
pub async fn save_dwelling(
    app: &App,
    who: &Who,
    draft: &DwellingDraft,
) -> Result<DwellingCode, ActionError> {
    let mut act = app.begin(who, Action::ChangeHomes).await?;
    let programme = act.programme;
    let row = read_dwelling(&mut act, draft).await?;
    act.require(
        Action::ChangeHomes,
        Subject { organisation: Some(&row.association), worker: None },
    )?;
    let before = rows::dwelling(&mut act.tx, programme, &row.code).await?;
    match &before {
        Some(_) if row.version == 0 => return Err(ActionError::field("code", FieldFault::Taken)),
        None if row.version > 0 => return Err(ActionError::NotFound),
        Some(before) => act.require(
            Action::ChangeHomes,
            Subject { organisation: Some(&before.association), worker: None },
        )?,
        None => {}
    }
    rows::save_dwelling(&mut act.tx, programme, new_uuid(), &row).await?;
    let what = if before.is_some() { "changed" } else { "added" };
    act.log("dwelling", row.code.as_str(), &json!({ "what": what })).await?;
    act.commit().await?;
    Ok(row.code)
}

/// A vacancy as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `VacancyRow`, as typed")]
pub struct VacancyDraft {
    pub code: String,
    pub dwelling: String,
    pub available_from: String,
    pub year: String,
    /// The version the form was filled from; 0 for a new vacancy.
    pub version: i64,
}

impl From<&VacancyRow> for VacancyDraft {
    fn from(row: &VacancyRow) -> Self {
        Self {
            code: row.code.to_string(),
            dwelling: row.dwelling.to_string(),
            available_from: row.available_from.to_string(),
            year: row.year.to_string(),
            version: row.version,
        }
    }
}

/// Adds a vacancy (version 0) or changes the dates of an open one. A dwelling has at most
/// one open vacancy. Without a code, one is made from the dwelling and the date.
pub async fn save_vacancy(
    app: &App,
    who: &Who,
    draft: &VacancyDraft,
) -> Result<VacancyCode, ActionError> {
    let mut act = app.begin(who, Action::ChangeVacancy).await?;
    let programme = act.programme;
    // Two at once would each find the dwelling not on offer yet.
    audit::take_head(&mut act.tx, programme).await?;
    let mut fields = Fields::default();
    let dwelling_code = fields.code("dwelling", &draft.dwelling, DwellingCode::new);
    let from = fields.date("available_from", &draft.available_from);
    let year = within(fields.number_opt("year", &draft.year, 2000, 2199))
        .or(from.map(jiff::civil::Date::year));
    let dwelling = match &dwelling_code {
        Some(code) => rows::dwelling(&mut act.tx, programme, code).await?,
        None => None,
    };
    if let (Some(_), None) = (&dwelling_code, &dwelling) {
        fields.bad("dwelling", FieldFault::Unknown);
    }
    let code = match (draft.code.trim(), &dwelling_code, from) {
        ("", Some(dwelling), Some(from)) => {
            VacancyCode::new(&format!("V-{dwelling}-{}", from.strftime("%Y%m%d"))).ok()
        }
        ("", _, _) => None,
        (code, _, _) => fields.code("code", code, VacancyCode::new),
    };
    let row = (|| {
        Some(VacancyRow {
            code: code?,
            dwelling: dwelling_code?,
            available_from: from?,
            year: year?,
            status: VacancyStatus::Open,
            version: draft.version,
        })
    })();
    let mut row = fields.done(row)?;
    let Some(dwelling) = dwelling else { return Err(ActionError::NotFound) };
    act.require(
        Action::ChangeVacancy,
        Subject { organisation: Some(&dwelling.association), worker: None },
    )?;
    if row.version > 0 {
        let before =
            rows::vacancy(&mut act.tx, programme, &row.code).await?.ok_or(ActionError::NotFound)?;
        // The vacancy of another home, perhaps of another association, is not taken over;
        // and one that was withdrawn is put back by name, not by the way.
        if before.dwelling != row.dwelling {
            return Err(ActionError::field("dwelling", FieldFault::NotAChoice));
        }
        row.status = before.status;
    }
    check_open(&mut act, &row).await?;
    let what = if row.version > 0 { "changed" } else { "added" };
    rows::save_vacancy(&mut act.tx, programme, new_uuid(), &row).await.map_err(|error| {
        if let StoreError::Exists(_) = error {
            ActionError::field("code", FieldFault::Taken)
        } else {
            error.into()
        }
    })?;
    act.log("vacancy", row.code.as_str(), &json!({ "what": what })).await?;
    act.commit().await?;
    Ok(row.code)
}

async fn check_open(act: &mut Act<'_>, row: &VacancyRow) -> Result<(), ActionError> {
    let programme = act.programme;
    if row.version > 0 {
        let before =
            rows::vacancy(&mut act.tx, programme, &row.code).await?.ok_or(ActionError::NotFound)?;
        if before.status == VacancyStatus::Decided {
            return Err(Hold::VacancyDecided.into());
        }
    }
    let filter = VacancyFilter {
        words: row.dwelling.to_string(),
        status: VacancyStatus::Open.code().to_owned(),
        ..VacancyFilter::default()
    };
    let window = sleutel_store::Window { offset: 0, limit: 100 };
    let other = rows::list_vacancies(&mut act.tx, programme, &filter, window)
        .await?
        .rows
        .into_iter()
        .find(|it| it.dwelling == row.dwelling && (row.version == 0 || it.code != row.code));
    match other {
        Some(other) => Err(Hold::VacancyOpen { vacancy: other.code }.into()),
        None => Ok(()),
    }
}

/// Takes an open vacancy back, or puts a withdrawn one back: each is the other's undo.
pub async fn withdraw_vacancy(
    app: &App,
    who: &Who,
    code: &VacancyCode,
    withdrawn: bool,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangeVacancy).await?;
    let programme = act.programme;
    audit::take_head(&mut act.tx, programme).await?;
    let row = rows::vacancy(&mut act.tx, programme, code).await?.ok_or(ActionError::NotFound)?;
    let dwelling = rows::dwelling(&mut act.tx, programme, &row.dwelling)
        .await?
        .ok_or(ActionError::NotFound)?;
    act.require(
        Action::ChangeVacancy,
        Subject { organisation: Some(&dwelling.association), worker: None },
    )?;
    if row.status == VacancyStatus::Decided {
        return Err(Hold::VacancyDecided.into());
    }
    let (from, to) = if withdrawn {
        (VacancyStatus::Open, VacancyStatus::Withdrawn)
    } else {
        check_open(&mut act, &row).await?;
        (VacancyStatus::Withdrawn, VacancyStatus::Open)
    };
    rows::set_vacancy_status(&mut act.tx, programme, code, from, to).await?;
    act.log("vacancy", code.as_str(), &json!({ "status": to.code() })).await?;
    act.commit().await
}
