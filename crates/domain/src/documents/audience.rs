use crate::access::OrganisationKind;

/// Who reads a document beside the provider of the file and the organisation that added it,
/// which always do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Audience {
    /// The municipality, its placement desk included.
    pub municipality: bool,
    /// The association with a home for this household.
    pub association: bool,
}

impl Audience {
    /// Nobody else.
    pub const NONE: Self = Self { municipality: false, association: false };
    /// Both.
    pub const BOTH: Self = Self { municipality: true, association: true };

    /// Whether a kind of organisation is among them.
    pub fn includes(self, kind: OrganisationKind) -> bool {
        match kind {
            OrganisationKind::Municipality => self.municipality,
            OrganisationKind::Association => self.association,
            OrganisationKind::Provider => true,
        }
    }

    /// Whether everybody of this one is in the other too.
    pub fn is_within(self, other: Self) -> bool {
        (!self.municipality || other.municipality) && (!self.association || other.association)
    }

    /// Those in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            municipality: self.municipality && other.municipality,
            association: self.association && other.association,
        }
    }
}

/// What a document is. There is no kind for medical papers: nobody who decides here may ask
/// for them.
///
/// Who reads which kind is ours, and marked as such; that care papers stay at the provider
/// follows from the provider being the only one with that purpose (GDPR article 5 and 9).
/// Source: docs/sources.md#documents
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// Proof of who somebody is ("identiteitsbewijs").
    Identity,
    /// Proof of income ("inkomensbewijs").
    Income,
    /// Lease, signed ("huurovereenkomst").
    Lease,
    /// What was agreed about support ("zorgovereenkomst"). Never leaves the provider.
    Support,
    /// Letter of a decision ("beschikking").
    Decision,
    /// Form on paper, signed ("ondertekend formulier").
    SignedForm,
    /// Photo of the home ("foto van de woning").
    HomePhoto,
    /// Anything else.
    Other,
}

impl DocumentKind {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 8] = [
        Self::Identity,
        Self::Income,
        Self::Lease,
        Self::Support,
        Self::Decision,
        Self::SignedForm,
        Self::HomePhoto,
        Self::Other,
    ];

    /// The word in rows and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Income => "income",
            Self::Lease => "lease",
            Self::Support => "support",
            Self::Decision => "decision",
            Self::SignedForm => "signed-form",
            Self::HomePhoto => "home-photo",
            Self::Other => "other",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Who reads it when nothing else is said.
    pub fn usual(self) -> Audience {
        match self {
            Self::Identity | Self::Support | Self::Other => Audience::NONE,
            Self::Income | Self::SignedForm => Audience { municipality: true, association: false },
            Self::HomePhoto => Audience { municipality: false, association: true },
            Self::Lease | Self::Decision => Audience::BOTH,
        }
    }

    /// Who may read it at most.
    pub fn widest(self) -> Audience {
        match self {
            Self::Support => Audience::NONE,
            Self::Income => Audience { municipality: true, association: false },
            Self::Identity
            | Self::Lease
            | Self::Decision
            | Self::SignedForm
            | Self::HomePhoto
            | Self::Other => Audience::BOTH,
        }
    }

    /// Which kinds of organisation add such a document.
    pub fn added_by(self, kind: OrganisationKind) -> bool {
        match kind {
            OrganisationKind::Provider => true,
            OrganisationKind::Municipality => {
                matches!(self, Self::Decision | Self::SignedForm | Self::Other)
            }
            OrganisationKind::Association => {
                matches!(self, Self::Lease | Self::SignedForm | Self::HomePhoto | Self::Other)
            }
        }
    }
}
