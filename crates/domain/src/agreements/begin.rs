use jiff::civil::Date;

use super::{Kind, RentKind, RentPart, Signatory, Terms, check::is_youth};
use crate::{
    Cents, DwellingCode, OrganisationCode, Reference,
    homes::Target,
    routes::{LeaseKind, Signed},
};

/// What the agreements of a household that takes a home begin from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    /// Whose household.
    pub household: Reference,
    /// When its head was born, if known.
    pub born: Option<Date>,
    /// Who supports them.
    pub provider: OrganisationCode,
    /// Whose home it is.
    pub association: OrganisationCode,
    /// The home.
    pub dwelling: DwellingCode,
    /// Whom it is meant for.
    pub target: Target,
    /// The rent of the home itself, a month.
    pub rent: Cents,
    /// The first day they could live there.
    pub from: Date,
}

impl Beginning {
    /// The agreements in which this ends, in the order of the chain: an agreement comes after
    /// the one it rests on or belongs to. A lease of one's own on a home for young people is
    /// a youth lease for whoever is of the age for it.
    pub fn kinds(&self, signed: &[Signed]) -> Vec<Kind> {
        let mut kinds = Vec::new();
        for it in signed {
            kinds.extend(match it {
                Signed::Lease(LeaseKind::Intermediate) => {
                    vec![Kind::IntermediateLease, Kind::IntermediateUse]
                }
                Signed::Lease(LeaseKind::ThreeParty) => vec![self.own_lease(), Kind::ThreeParty],
                Signed::Lease(LeaseKind::Temporary) => vec![Kind::TemporaryLease],
                Signed::Lease(LeaseKind::Own) => vec![self.own_lease()],
                Signed::Lease(LeaseKind::Youth) => vec![Kind::YouthLease],
                Signed::Support => vec![Kind::Support],
            });
        }
        let mut seen = Vec::new();
        kinds.retain(|it| !seen.contains(it) && (seen.push(*it), true).1);
        kinds
    }

    fn own_lease(&self) -> Kind {
        own_lease(self.target, self.born, self.from)
    }

    /// What is known of an agreement of this kind. A draft may lack what only people know:
    /// the ground of a temporary lease, a deposit, conditions.
    pub fn terms(&self, kind: Kind) -> Terms {
        let is = |party| kind.parties().contains(&party);
        let bare = RentPart { kind: RentKind::Bare, amount: self.rent };
        Terms {
            kind,
            household: self.household.clone(),
            association: is(Signatory::Association).then(|| self.association.clone()),
            provider: is(Signatory::Provider).then(|| self.provider.clone()),
            dwelling: kind.needs_home().then(|| self.dwelling.clone()),
            from: self.from,
            until: kind.latest_end(self.from),
            rent: if kind.has_rent() { vec![bare] } else { Vec::new() },
            deposit: None,
            ground: None,
            conditions: None,
        }
    }
}

/// The lease somebody gets in their own name on a home: a youth lease where the home is meant
/// for young people and they are of the age for it, one without an end elsewhere.
pub fn own_lease(target: Target, born: Option<Date>, on: Date) -> Kind {
    let youth = target == Target::Youth && is_youth(born, on);
    if youth { Kind::YouthLease } else { Kind::OwnLease }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn beginning(target: Target, born: Option<Date>) -> Beginning {
        Beginning {
            household: Reference::new("D-0001").unwrap(),
            born,
            provider: OrganisationCode::new("provider").unwrap(),
            association: OrganisationCode::new("association").unwrap(),
            dwelling: DwellingCode::new("W-1").unwrap(),
            target,
            rent: Cents::new(65_000).unwrap(),
            from: date(2026, 7, 1),
        }
    }

    #[test]
    fn intermediate_letting_begins_two_leases_and_support_one_agreement() {
        let it = beginning(Target::General, None);
        let kinds = it.kinds(&[Signed::Lease(LeaseKind::Intermediate), Signed::Support]);
        assert_eq!(kinds, [Kind::IntermediateLease, Kind::IntermediateUse, Kind::Support]);
    }

    #[test]
    fn a_home_for_young_people_is_let_for_five_years_to_who_is_young_and_for_good_to_others() {
        let own = [Signed::Lease(LeaseKind::Own)];
        let check = |target, born, expected| {
            assert_eq!(beginning(target, born).kinds(&own), [expected], "{target:?} {born:?}");
        };
        check(Target::Youth, Some(date(2004, 1, 1)), Kind::YouthLease);
        check(Target::Youth, Some(date(1980, 1, 1)), Kind::OwnLease);
        check(Target::Youth, None, Kind::OwnLease);
        check(Target::General, Some(date(2004, 1, 1)), Kind::OwnLease);
    }

    #[test]
    fn a_draft_has_the_longest_term_the_law_allows_and_no_ground_nobody_gave() {
        let it = beginning(Target::General, None);
        let terms = it.terms(Kind::TemporaryLease);
        assert_eq!((terms.until, terms.ground), (Some(date(2028, 6, 30)), None));
        assert_eq!(it.terms(Kind::YouthLease).until, Some(date(2031, 6, 30)));
        let support = it.terms(Kind::Support);
        assert_eq!((support.dwelling, support.association, support.rent), (None, None, Vec::new()));
    }
}
