use std::collections::BTreeMap;

use sleutel_domain::{
    AreaCode, ComplexCode, DwellingCode, OrganisationCode, VacancyCode,
    access::OrganisationKind,
    homes::{AreaLevel, Place},
};
use sleutel_store::{
    Page, Tx, Window,
    access::{self, OrganisationRow},
    homes::{self as rows, AreaRow, ComplexRow, DwellingRow, VacancyFilter, VacancyRow},
};

use crate::{ActionError, App, Who, act::Act, policy::Action};

/// The names of places, for pages that show codes as words.
#[derive(Debug, Clone, Default)]
pub struct AreaNames {
    names: BTreeMap<Place, (String, AreaLevel)>,
    parents: BTreeMap<Place, Place>,
}

impl AreaNames {
    pub(crate) fn new(areas: &[AreaRow], complexes: &[ComplexRow]) -> Self {
        let mut all = Self::default();
        for area in areas {
            let place = Place::Area(area.code.clone());
            all.names.insert(place.clone(), (area.name.to_string(), area.level));
            if let Some(parent) = &area.parent {
                all.parents.insert(place, Place::Area(parent.clone()));
            }
        }
        for complex in complexes {
            let place = Place::Complex(complex.code.clone());
            all.names.insert(place.clone(), (complex.name.to_string(), AreaLevel::Complex));
            all.parents.insert(place, Place::Area(complex.neighbourhood.clone()));
        }
        all
    }

    /// What people call a place; its code when it has no name.
    pub fn name(&self, place: &Place) -> String {
        match place {
            Place::Area(code) => {
                self.names.get(place).map_or_else(|| code.to_string(), |(name, _)| name.clone())
            }
            Place::Complex(code) => {
                self.names.get(place).map_or_else(|| code.to_string(), |(name, _)| name.clone())
            }
            Place::Street { neighbourhood, street } => {
                format!("{street}, {}", self.name(&Place::Area(neighbourhood.clone())))
            }
        }
    }

    /// How large a place is; `None` for a street or an unknown place.
    pub fn level(&self, place: &Place) -> Option<AreaLevel> {
        self.names.get(place).map(|(_, level)| *level)
    }

    /// The place a place lies in.
    pub fn parent(&self, place: &Place) -> Option<&Place> {
        self.parents.get(place)
    }

    /// Every place with its name and level, largest level first, then by name.
    pub fn all(&self) -> Vec<(Place, String, AreaLevel)> {
        let mut all: Vec<_> = self
            .names
            .iter()
            .map(|(place, (name, level))| (place.clone(), name.clone(), *level))
            .collect();
        all.sort_by(|a, b| (a.2, &a.1, &a.0).cmp(&(b.2, &b.1, &b.0)));
        all
    }

    /// Whether the place is there.
    pub fn knows(&self, place: &Place) -> bool {
        match place {
            Place::Area(_) | Place::Complex(_) => self.names.contains_key(place),
            Place::Street { neighbourhood, .. } => {
                self.level(&Place::Area(neighbourhood.clone())) == Some(AreaLevel::Neighbourhood)
            }
        }
    }
}

pub(crate) async fn names_in(
    tx: &mut Tx,
    programme: sleutel_domain::Id<sleutel_domain::access::Programme>,
) -> Result<AreaNames, ActionError> {
    let areas = rows::areas(tx, programme, false).await?;
    let complexes = rows::complexes(tx, programme).await?;
    Ok(AreaNames::new(&areas, &complexes))
}

/// The names of places.
pub async fn area_names(app: &App, who: &Who) -> Result<AreaNames, ActionError> {
    let mut act = app.look(who, Action::SeeHomes).await?;
    let programme = act.programme;
    names_in(&mut act.tx, programme).await
}

/// A vacancy with its dwelling.
#[derive(Debug, Clone)]
pub struct OpenHome {
    /// The vacancy.
    pub vacancy: VacancyRow,
    /// The dwelling.
    pub dwelling: DwellingRow,
}

/// A page of vacancies.
#[derive(Debug, Clone)]
pub struct VacancyPage {
    /// The vacancies with their dwellings.
    pub page: Page<OpenHome>,
    /// Names of places.
    pub names: AreaNames,
    /// The associations, by code.
    pub associations: BTreeMap<OrganisationCode, String>,
}

/// What forms about homes choose from.
#[derive(Debug, Clone)]
pub struct HomeLists {
    /// Names of places.
    pub names: AreaNames,
    /// The associations, by name.
    pub associations: Vec<OrganisationRow>,
    /// The complexes, by code.
    pub complexes: Vec<ComplexRow>,
}

impl Act<'_> {
    pub(crate) async fn associations(
        &mut self,
    ) -> Result<BTreeMap<OrganisationCode, String>, ActionError> {
        Ok(access::organisations(&mut self.tx, self.programme)
            .await?
            .into_iter()
            .filter(|row| row.kind == OrganisationKind::Association)
            .map(|row| (row.code, row.name.to_string()))
            .collect())
    }
}

/// What forms about homes choose from.
pub async fn home_lists(app: &App, who: &Who) -> Result<HomeLists, ActionError> {
    let mut act = app.look(who, Action::SeeHomes).await?;
    let programme = act.programme;
    let complexes = rows::complexes(&mut act.tx, programme).await?;
    let areas = rows::areas(&mut act.tx, programme, false).await?;
    let associations = access::organisations(&mut act.tx, programme)
        .await?
        .into_iter()
        .filter(|row| row.kind == OrganisationKind::Association)
        .collect();
    Ok(HomeLists { names: AreaNames::new(&areas, &complexes), associations, complexes })
}

/// A page of vacancies.
pub async fn list_vacancies(
    app: &App,
    who: &Who,
    filter: &VacancyFilter,
    window: Window,
) -> Result<VacancyPage, ActionError> {
    let mut act = app.look(who, Action::SeeHomes).await?;
    let programme = act.programme;
    let page = rows::list_vacancies(&mut act.tx, programme, filter, window).await?;
    let names = names_in(&mut act.tx, programme).await?;
    let associations = act.associations().await?;
    let mut homes = Vec::with_capacity(page.rows.len());
    for vacancy in page.rows {
        if let Some(dwelling) = rows::dwelling(&mut act.tx, programme, &vacancy.dwelling).await? {
            homes.push(OpenHome { vacancy, dwelling });
        }
    }
    Ok(VacancyPage { page: Page { rows: homes, total: page.total }, names, associations })
}

/// A page of dwellings, with the names of places and associations.
pub async fn list_dwellings(
    app: &App,
    who: &Who,
    words: &str,
    association: &str,
    window: Window,
) -> Result<(Page<DwellingRow>, AreaNames, BTreeMap<OrganisationCode, String>), ActionError> {
    let mut act = app.look(who, Action::SeeHomes).await?;
    let programme = act.programme;
    let page = rows::dwellings(&mut act.tx, programme, words, association, window).await?;
    let names = names_in(&mut act.tx, programme).await?;
    let associations = act.associations().await?;
    Ok((page, names, associations))
}

/// One dwelling with its vacancies, newest first.
pub async fn dwelling(
    app: &App,
    who: &Who,
    code: &DwellingCode,
) -> Result<(DwellingRow, Vec<VacancyRow>, HomeLists), ActionError> {
    let lists = home_lists(app, who).await?;
    let mut act = app.look(who, Action::SeeHomes).await?;
    let programme = act.programme;
    let dwelling =
        rows::dwelling(&mut act.tx, programme, code).await?.ok_or(ActionError::NotFound)?;
    let filter = VacancyFilter { words: code.to_string(), ..VacancyFilter::default() };
    let window = Window { offset: 0, limit: 100 };
    let vacancies = rows::list_vacancies(&mut act.tx, programme, &filter, window)
        .await?
        .rows
        .into_iter()
        .filter(|row| row.dwelling == *code)
        .collect();
    Ok((dwelling, vacancies, lists))
}

/// One vacancy with its dwelling.
pub async fn vacancy(app: &App, who: &Who, code: &VacancyCode) -> Result<OpenHome, ActionError> {
    let mut act = app.look(who, Action::SeeHomes).await?;
    let programme = act.programme;
    let vacancy =
        rows::vacancy(&mut act.tx, programme, code).await?.ok_or(ActionError::NotFound)?;
    let dwelling = rows::dwelling(&mut act.tx, programme, &vacancy.dwelling)
        .await?
        .ok_or(ActionError::NotFound)?;
    Ok(OpenHome { vacancy, dwelling })
}

/// The free homes in a part of the city and in all parts of it, soonest first.
pub async fn open_homes_in(
    app: &App,
    who: &Who,
    area: &AreaCode,
) -> Result<(Vec<OpenHome>, AreaNames), ActionError> {
    let mut act = app.look(who, Action::SeeHomes).await?;
    let programme = act.programme;
    let names = names_in(&mut act.tx, programme).await?;
    let wanted = Place::Area(area.clone());
    let mut dwellings: BTreeMap<_, _> = rows::free_dwellings(&mut act.tx, programme)
        .await?
        .into_iter()
        .filter(|row| {
            let home = neighbourhood(&row.neighbourhood);
            std::iter::successors(Some(&home), |at| names.parent(at)).any(|at| *at == wanted)
        })
        .map(|row| (row.code.clone(), row))
        .collect();
    let open = rows::open_vacancies(&mut act.tx, programme).await?;
    let homes = open
        .into_iter()
        .filter_map(|vacancy| {
            let dwelling = dwellings.remove(&vacancy.dwelling)?;
            Some(OpenHome { vacancy, dwelling })
        })
        .collect();
    Ok((homes, names))
}

/// The place a dwelling's numbers count at first: its complex, or its neighbourhood.
pub(crate) fn smallest_place(dwelling: &DwellingRow) -> Place {
    dwelling.complex.as_ref().map_or_else(
        || Place::Area(dwelling.neighbourhood.clone()),
        |code: &ComplexCode| Place::Complex(code.clone()),
    )
}

/// The neighbourhood a dwelling stands in, as a place.
pub(crate) fn neighbourhood(code: &AreaCode) -> Place {
    Place::Area(code.clone())
}
