use serde_json::json;
use sleutel_domain::{
    Id, PersonName, Reference,
    access::Party,
    messages::{Address, AddressError},
    participants::{Contact, ContactFault, ContactRole, Phone},
};
use sleutel_store::participants::{self as rows, ContactRow};

use crate::{
    ActionError, App, FieldFault, Who,
    act::new_uuid,
    fields::Fields,
    plan::{Around, around},
    policy::Action,
};

/// Who stands around a household, as somebody may see it.
#[derive(Debug, Clone)]
pub struct NetworkView {
    /// Whose.
    pub reference: Reference,
    /// The name of the head, for who may see it.
    pub name: Option<String>,
    /// The party that looks.
    pub party: Party,
    /// The contacts as they stand and as far as they are theirs to know: who is there now
    /// first, then who was, the last first.
    pub contacts: Vec<ContactRow>,
    /// Whether this person may change them.
    pub may_change: bool,
}

/// One contact, to change.
#[derive(Debug, Clone)]
pub struct ContactView {
    /// The network it is of.
    pub network: NetworkView,
    /// Every version, oldest first; at least one.
    pub versions: Vec<ContactRow>,
}

/// A contact, as typed. Empty text is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of `Contact`, as typed")]
pub struct ContactDraft {
    pub role: String,
    pub name: String,
    pub organisation: String,
    pub phone: String,
    pub email: String,
    /// Empty is today for a new one.
    pub from: String,
    pub until: String,
    /// The version the form was filled from; 0 for a new one.
    pub version: i64,
}

impl From<&ContactRow> for ContactDraft {
    fn from(row: &ContactRow) -> Self {
        let it = &row.contact;
        let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
        Self {
            role: it.role.code().to_owned(),
            name: text(it.name.as_ref().map(PersonName::as_str)),
            organisation: text(it.organisation.as_ref().map(sleutel_domain::Phrase::as_str)),
            phone: text(it.phone.as_ref().map(Phone::as_str)),
            email: text(it.email.as_ref().map(Address::as_str)),
            from: it.from.to_string(),
            until: it.until.map(|it| it.to_string()).unwrap_or_default(),
            version: row.version,
        }
    }
}

/// Who stands around a household.
pub async fn network(
    app: &App,
    who: &Who,
    reference: &Reference,
) -> Result<NetworkView, ActionError> {
    let mut act = app.begin(who, Action::SeePlan).await?;
    let around = around(&mut act, Action::SeePlan, reference).await?;
    let programme = act.programme;
    let found = rows::contact_versions(&mut act.tx, programme, around.id).await?;
    act.log("participant", reference.as_str(), &json!({ "network": true })).await?;
    let today = act.today();
    act.commit().await?;
    let last = found.into_values().filter_map(|mut versions| versions.pop());
    Ok(seen(who, around, last, today))
}

fn seen(
    who: &Who,
    around: Around<'_>,
    contacts: impl Iterator<Item = ContactRow>,
    today: jiff::civil::Date,
) -> NetworkView {
    let party = around.party;
    let mut contacts: Vec<_> = contacts
        .filter_map(|row| Some(ContactRow { contact: row.contact.seen_by(party)?, ..row }))
        .collect();
    contacts.sort_by(|a, b| {
        let (one, other) = (&a.contact, &b.contact);
        let past = |it: &Contact| it.is_past(today);
        past(one)
            .cmp(&past(other))
            .then_with(|| other.until.cmp(&one.until).reverse())
            .then_with(|| one.role.cmp(&other.role))
            .then_with(|| a.id.cmp(&b.id))
    });
    NetworkView {
        reference: around.reference.clone(),
        may_change: around.may(who, Action::ChangePlan),
        name: around.name,
        party,
        contacts,
    }
}

/// One contact with every version of it, for somebody who may change it.
pub async fn contact(
    app: &App,
    who: &Who,
    reference: &Reference,
    id: Id<Contact>,
) -> Result<ContactView, ActionError> {
    let mut act = app.begin(who, Action::ChangePlan).await?;
    let around = around(&mut act, Action::ChangePlan, reference).await?;
    let programme = act.programme;
    let mut found = rows::contact_versions(&mut act.tx, programme, around.id).await?;
    let versions = found.remove(&id).ok_or(ActionError::NotFound)?;
    act.log("participant", reference.as_str(), &json!({ "contact": id.to_string() })).await?;
    let today = act.today();
    act.commit().await?;
    let last = versions.last().cloned().into_iter();
    Ok(ContactView { network: seen(who, around, last, today), versions })
}

/// Adds a contact (`id` is `None`) or keeps a new version of one.
pub async fn save_contact(
    app: &App,
    who: &Who,
    reference: &Reference,
    id: Option<Id<Contact>>,
    draft: &ContactDraft,
) -> Result<(), ActionError> {
    let mut act = app.begin(who, Action::ChangePlan).await?;
    let around = around(&mut act, Action::ChangePlan, reference).await?;
    let programme = act.programme;
    if let Some(id) = id {
        let found = rows::contact_versions(&mut act.tx, programme, around.id).await?;
        let last = found.get(&id).and_then(|it| it.last()).ok_or(ActionError::NotFound)?;
        if last.version != draft.version {
            return Err(ActionError::Changed);
        }
    }
    let contact = read(draft, act.today())?;
    let row = ContactRow {
        id: id.unwrap_or_else(|| Id::new(new_uuid())),
        version: if id.is_some() { draft.version.saturating_add(1) } else { 1 },
        contact,
        actor: who.label(),
        at: act.at,
    };
    rows::add_contact_version(&mut act.tx, programme, around.id, &row).await?;
    let detail = json!({ "contact": row.id.to_string(), "role": row.contact.role.code() });
    act.log("participant", reference.as_str(), &detail).await?;
    act.commit().await
}

fn read(draft: &ContactDraft, today: jiff::civil::Date) -> Result<Contact, ActionError> {
    let mut fields = Fields::default();
    let role = fields.choice("role", &draft.role, ContactRole::from_code);
    let name = if draft.name.trim().is_empty() {
        None
    } else {
        fields.text("name", &draft.name, PersonName::new)
    };
    let organisation = fields.phrase("organisation", &draft.organisation);
    let phone = if draft.phone.trim().is_empty() {
        None
    } else {
        fields.take("phone", Phone::new(&draft.phone).ok_or(FieldFault::NotAPhone))
    };
    let email = if draft.email.trim().is_empty() {
        None
    } else {
        let address = Address::new(&draft.email).map_err(|error| match error {
            AddressError::TooLong { length } => FieldFault::TooLong { length, most: 254 },
            AddressError::Shape => FieldFault::NotAnAddress,
        });
        fields.take("email", address)
    };
    let from = match (draft.from.trim(), draft.version) {
        ("", 0) => Some(today),
        _ => fields.date("from", &draft.from),
    };
    let until = fields.date_opt("until", &draft.until);
    let contact =
        (|| Some(Contact { role: role?, name, organisation, phone, email, from: from?, until }))();
    for fault in contact.as_ref().map(Contact::faults).unwrap_or_default() {
        match fault {
            // What was typed and refused is not missing too.
            ContactFault::Nobody if draft.name.trim().is_empty() => {
                fields.bad("name", FieldFault::Required);
            }
            ContactFault::Nobody => {}
            ContactFault::PracticeWithoutName => {
                fields.bad("organisation", FieldFault::Required);
            }
            ContactFault::EndsBeforeStart { from } => {
                fields.bad("until", FieldFault::DateRange { least: Some(from), most: None });
            }
        }
    }
    fields.done(contact)
}
