use crate::routes::coded::coded;

coded! {
    /// The ten work agreements of the partners ("tien werkafspraken"), by what they are about.
    WorkAgreement {
        /// 1: a home and support that fit together, offered in time.
        Offer = "matched-offer",
        /// 2: as much support as is needed, and no more.
        Measure = "support-to-measure",
        /// 3: living well in a home in the provider's name.
        Intermediate = "intermediate-letting",
        /// 4: living there, and being a good tenant.
        Tenancy = "good-tenancy",
        /// 5: seeing early that something goes wrong.
        Early = "early-signals",
        /// 6: nuisance is prevented, and whoever reports it hears something.
        Nuisance = "nuisance",
        /// 7: help with money.
        Money = "money",
        /// 8: the lease comes in the resident's own name.
        Conversion = "conversion",
        /// 9: support after that.
        Aftercare = "aftercare",
        /// 10: what somebody told stays with those it was told to.
        Privacy = "privacy",
    }
}

impl WorkAgreement {
    /// Its number, 1 to 10.
    pub fn number(self) -> u8 {
        let at = Self::ALL.iter().position(|it| *it == self).unwrap_or_default();
        u8::try_from(at).unwrap_or_default().saturating_add(1)
    }

    /// The one with a number; `None` for any other number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.number() == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_ten_and_their_numbers_come_back() {
        let numbers: Vec<u8> = WorkAgreement::ALL.iter().map(|it| it.number()).collect();
        assert_eq!(numbers, (1..=10).collect::<Vec<u8>>());
        for it in WorkAgreement::ALL {
            assert_eq!(WorkAgreement::from_number(it.number()), Some(*it));
            assert_eq!(WorkAgreement::from_code(it.code()), Some(*it));
        }
        assert_eq!(WorkAgreement::from_number(0), None);
    }
}
