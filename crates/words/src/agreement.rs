//! What an agreement says: its figures, and its articles in the house's own wording.

use sleutel_domain::{
    Cents,
    agreements::{Kind, RentKind, Signatory, Terms},
};

use crate::{Words, description::Block};

/// An agreement with the names its words need.
#[derive(Debug, Clone, Copy)]
pub struct AgreementText<'a> {
    /// What is agreed.
    pub terms: &'a Terms,
    /// What the association is called.
    pub association: &'a str,
    /// What the provider is called.
    pub provider: &'a str,
    /// What the resident is called.
    pub resident: &'a str,
    /// The address of the home.
    pub home: &'a str,
}

impl AgreementText<'_> {
    /// What a party is called.
    pub fn name(&self, party: Signatory) -> &str {
        match party {
            Signatory::Association => self.association,
            Signatory::Provider => self.provider,
            Signatory::Resident => self.resident,
        }
    }
}

impl Words {
    /// Home, dates, rent, deposit: what, and what was agreed.
    pub fn agreement_figures(self, it: &AgreementText<'_>) -> Vec<(String, String)> {
        let terms = it.terms;
        let mut rows = Vec::new();
        if terms.dwelling.is_some() {
            rows.push((self.t("agreement-home"), it.home.to_owned()));
        }
        rows.push((self.t("agreement-from"), self.date(terms.from)));
        let until = terms.until.map_or_else(|| self.t("agreement-no-end"), |it| self.date(it));
        rows.push((self.t("agreement-until"), until));
        if let Some(ground) = &terms.ground {
            rows.push((self.t("agreement-ground"), self.name(ground)));
        }
        let month = |amount: Cents| {
            self.t_with("agreement-a-month", &[("amount", self.money(amount).into())])
        };
        for part in &terms.rent {
            rows.push((self.name(&part.kind), month(part.amount)));
        }
        if let (true, Ok(all)) = (terms.rent.len() > 1, Cents::new(terms.rent_in_all())) {
            rows.push((self.t("agreement-rent-in-all"), month(all)));
        }
        if let Some(deposit) = terms.deposit {
            rows.push((self.t("agreement-deposit"), self.money(deposit)));
        }
        rows
    }

    /// The articles, each with its title.
    pub fn agreement_articles(self, it: &AgreementText<'_>) -> Vec<(String, Vec<Block>)> {
        let kind = it.terms.kind;
        let mut articles = vec![
            (self.t("agreement-article-what"), vec![self.what(it)]),
            (self.t("agreement-article-term"), self.term(it)),
        ];
        if kind.has_rent() {
            articles.push((self.t("agreement-article-rent"), self.rent(it)));
        }
        articles.push((self.t("agreement-article-do"), vec![self.duties(kind)]));
        if let Some(conditions) = &it.terms.conditions {
            let lines = conditions.as_str().lines().map(str::trim).filter(|it| !it.is_empty());
            let lines = lines.map(str::to_owned).collect();
            articles.push((self.t("agreement-article-more"), vec![Block::List(lines)]));
        }
        let law = Block::Text(self.t(law_key(kind)));
        articles.push((self.t("agreement-article-law"), vec![law]));
        articles
    }

    fn what(self, it: &AgreementText<'_>) -> Block {
        let values = [
            ("association", it.association.into()),
            ("provider", it.provider.into()),
            ("resident", it.resident.into()),
            ("home", it.home.into()),
        ];
        let key = match it.terms.kind {
            Kind::IntermediateLease => "agreement-what-intermediate-lease",
            Kind::IntermediateUse => "agreement-what-intermediate-use",
            Kind::ThreeParty => "agreement-what-three-party",
            Kind::Support => "agreement-what-support",
            Kind::TemporaryLease => "agreement-what-temporary-lease",
            Kind::OwnLease => "agreement-what-own-lease",
            Kind::YouthLease => "agreement-what-youth-lease",
        };
        Block::Text(self.t_with(key, &values))
    }

    fn term(self, it: &AgreementText<'_>) -> Vec<Block> {
        let terms = it.terms;
        let from = self.date(terms.from);
        let first = match terms.until {
            None => self.t_with("agreement-term-open", &[("from", from.into())]),
            Some(until) => self.t_with(
                "agreement-term-until",
                &[("from", from.into()), ("until", self.date(until).into())],
            ),
        };
        let mut blocks = vec![Block::Text(first)];
        if let Some(ground) = &terms.ground {
            let values = [("ground", self.name(ground).into())];
            blocks.push(Block::Text(self.t_with("agreement-term-ground", &values)));
        }
        if terms.kind == Kind::IntermediateUse {
            blocks.push(Block::Text(self.t("agreement-term-use")));
        }
        blocks
    }

    fn rent(self, it: &AgreementText<'_>) -> Vec<Block> {
        let terms = it.terms;
        let all =
            Cents::new(terms.rent_in_all()).map_or_else(|_| String::new(), |it| self.money(it));
        let (payer, payee) = match terms.kind {
            Kind::IntermediateLease => (it.provider, it.association),
            Kind::IntermediateUse => (it.resident, it.provider),
            Kind::ThreeParty
            | Kind::Support
            | Kind::TemporaryLease
            | Kind::OwnLease
            | Kind::YouthLease => (it.resident, it.association),
        };
        let values = [("payer", payer.into()), ("payee", payee.into()), ("amount", all.into())];
        let mut blocks = vec![Block::Text(self.t_with("agreement-rent-pays", &values))];
        if terms.part(RentKind::Energy) > 0 {
            blocks.push(Block::Text(self.t("agreement-rent-settled")));
        }
        if let Some(deposit) = terms.deposit {
            let values = [("deposit", self.money(deposit).into())];
            blocks.push(Block::Text(self.t_with("agreement-rent-deposit", &values)));
        }
        blocks
    }

    /// Who does what: each line of the message is one thing.
    fn duties(self, kind: Kind) -> Block {
        let key = match kind {
            Kind::IntermediateLease => "agreement-do-intermediate-lease",
            Kind::IntermediateUse => "agreement-do-intermediate-use",
            Kind::ThreeParty => "agreement-do-three-party",
            Kind::Support => "agreement-do-support",
            Kind::TemporaryLease => "agreement-do-temporary-lease",
            Kind::OwnLease => "agreement-do-own-lease",
            Kind::YouthLease => "agreement-do-youth-lease",
        };
        Block::List(self.t(key).lines().map(|it| it.trim().to_owned()).collect())
    }
}

fn law_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Support => "agreement-law-support",
        Kind::ThreeParty => "agreement-law-three-party",
        Kind::IntermediateLease
        | Kind::IntermediateUse
        | Kind::TemporaryLease
        | Kind::OwnLease
        | Kind::YouthLease => "agreement-law-lease",
    }
}
