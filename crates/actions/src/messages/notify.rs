use sleutel_domain::{
    Id, OrganisationCode, Reference,
    access::{Account, Role},
    messages::{MailChoice, MailContent, Message},
};
use sleutel_store::{
    access::{self, AccountRow},
    colleagues,
    messages::{self as rows, MessageRow, NewMail},
};

use crate::{
    ActionError,
    act::{Act, new_uuid},
};

/// Everybody who can be told something, read once for an action that tells several.
pub(crate) struct People {
    accounts: Vec<AccountRow>,
    /// Who is away today, and who stands in.
    away: Vec<(Id<Account>, Id<Account>)>,
}

impl People {
    pub(crate) async fn read(act: &mut Act<'_>) -> Result<Self, ActionError> {
        let mut accounts = access::accounts(&mut act.tx, act.programme).await?;
        accounts.retain(|it| it.active);
        let (programme, today) = (act.programme, act.today());
        let arranged = colleagues::arranged_leaves(&mut act.tx, programme, today).await?;
        let now = arranged.into_iter().map(|it| it.absence).filter(|it| it.covers(today));
        Ok(Self { accounts, away: now.map(|it| (it.absent, it.deputy)).collect() })
    }

    /// The same people, and after each who is away the colleague who stands in.
    pub(crate) fn with_deputies(&self, told: Vec<Id<Account>>) -> Vec<Id<Account>> {
        let mut all = Vec::with_capacity(told.len());
        for account in told {
            let deputies = self.away.iter().filter(|it| it.0 == account).map(|it| it.1);
            for one in std::iter::once(account).chain(deputies) {
                if !all.contains(&one) {
                    all.push(one);
                }
            }
        }
        all
    }

    /// The support worker a file carries, by log-in name, and who stands in for them today;
    /// nobody when there is no such account.
    pub(crate) fn worker(&self, provider: &OrganisationCode, login: &str) -> Vec<Id<Account>> {
        let found = self
            .accounts
            .iter()
            .filter(|it| it.organisation.code == *provider && it.login == login)
            .map(|it| it.id)
            .collect();
        self.with_deputies(found)
    }

    /// Whoever supports a household: its support worker, or without one the coordinators of
    /// the provider, so that what waits always waits for somebody.
    pub(crate) fn support(
        &self,
        provider: &OrganisationCode,
        worker: Option<&str>,
    ) -> Vec<Id<Account>> {
        let found = self.worker(provider, worker.unwrap_or_default());
        if found.is_empty() { self.of(Role::PlacementCoordinator, provider) } else { found }
    }

    /// Those of the municipality who decide.
    pub(crate) fn officers(&self) -> Vec<Id<Account>> {
        let decide = self.accounts.iter().filter(|it| it.role == Role::HousingOfficer);
        self.with_deputies(decide.map(|it| it.id).collect())
    }

    /// Everybody with this role at this organisation.
    pub(crate) fn of(&self, role: Role, organisation: &OrganisationCode) -> Vec<Id<Account>> {
        let found = self
            .accounts
            .iter()
            .filter(|it| it.role == role && it.organisation.code == *organisation)
            .map(|it| it.id)
            .collect();
        self.with_deputies(found)
    }
}

/// The page of a file, for a message.
pub(crate) fn link_to_file(reference: &Reference) -> String {
    format!("/participants/{}", in_a_path(reference))
}

/// The page of a file's road, which every party on it can open.
pub(crate) fn link_to_road(reference: &Reference) -> String {
    format!("/cases/{}", in_a_path(reference))
}

/// The page of a household's plan, which every party that has a part in it can open.
pub(crate) fn link_to_plan(reference: &Reference) -> String {
    format!("/participants/{}/plan", in_a_path(reference))
}

/// A reference is letters, digits and `-_./:`; of these only `/` means something in a path.
fn in_a_path(reference: &Reference) -> String {
    reference.as_str().replace('/', "%2F")
}

/// Tells people something, within the action it comes from: a line in each inbox, and a mail
/// for who wants one for each message. Whoever acts is not told what they do themselves.
/// `link` is the path of the page it is about.
pub(crate) async fn notify(
    act: &mut Act<'_>,
    to: Vec<Id<Account>>,
    message: &Message,
    link: &str,
) -> Result<(), ActionError> {
    for account in to {
        if act.who.account() == Some(account) {
            continue;
        }
        let row = MessageRow {
            id: Id::new(new_uuid()),
            account,
            message: message.clone(),
            link: link.to_owned(),
            at: act.at,
            read_at: None,
        };
        let programme = act.programme;
        if rows::add_message(&mut act.tx, programme, &row).await? {
            mail(act, &row).await?;
        }
    }
    Ok(())
}

/// The mail leads to the message and not to the file: a mail carries no reference.
async fn mail(act: &mut Act<'_>, row: &MessageRow) -> Result<(), ActionError> {
    let settings = rows::mail_settings(&mut act.tx, row.account).await?;
    let wanted = settings.filter(|it| it.choice == MailChoice::Each);
    let Some(address) = wanted.and_then(|it| it.address) else { return Ok(()) };
    let mail = NewMail {
        id: Id::new(new_uuid()),
        account: row.account,
        address,
        content: MailContent::Message,
        link: format!("/messages/{}", row.id),
        at: act.at,
    };
    let programme = act.programme;
    rows::add_mail(&mut act.tx, programme, &mail).await?;
    Ok(())
}
