use sleutel_domain::{FormCode, RouteCode};
use sleutel_store::forms as rows;

use crate::{ActionError, App, Who, policy::Action};

/// A form that is needed and is not among those of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingForm {
    /// Which.
    pub code: FormCode,
    /// In which version; `None`: any.
    pub version: Option<u16>,
    /// How many households have one.
    pub files: u64,
    /// The road that asks it; `None`: it is needed for what people began.
    pub route: Option<RouteCode>,
}

/// The forms that people began, or that a road asks, and that are not there. Without the
/// first, what people began cannot be read.
pub async fn missing(app: &App, who: &Who) -> Result<Vec<MissingForm>, ActionError> {
    let mut act = app.look(who, Action::SeeForms).await?;
    let programme = act.programme;
    let in_use = rows::versions_in_use(&mut act.tx, programme).await?;
    let mut missing: Vec<MissingForm> = in_use
        .into_iter()
        .filter(|(code, version, _)| app.forms.version(code, *version).is_none())
        .map(|(code, version, files)| MissingForm {
            code,
            version: Some(version),
            files,
            route: None,
        })
        .collect();
    for route in app.routes.all() {
        for asked in route.steps.iter().flat_map(|it| &it.forms) {
            let there = match asked.version {
                Some(version) => app.forms.version(&asked.code, version).is_some(),
                None => app.forms.iter().any(|it| it.code == asked.code),
            };
            let (code, version) = (asked.code.clone(), asked.version);
            let form = MissingForm { code, version, files: 0, route: Some(route.code.clone()) };
            if !there && !missing.contains(&form) {
                missing.push(form);
            }
        }
    }
    Ok(missing)
}
