use sleutel_domain::documents::{
    DocumentKind, FileKind, ScanFailure, Standing, StepRefused, VersionState,
};

use super::named;

named!(DocumentKind {
    Self::Identity => "document-kind-identity",
    Self::Income => "document-kind-income",
    Self::Lease => "document-kind-lease",
    Self::Support => "document-kind-support",
    Self::Decision => "document-kind-decision",
    Self::SignedForm => "document-kind-signed-form",
    Self::HomePhoto => "document-kind-home-photo",
    Self::Other => "document-kind-other",
});

named!(FileKind {
    Self::Pdf => "document-file-pdf",
    Self::Jpeg => "document-file-jpeg",
    Self::Png => "document-file-png",
    Self::WebP => "document-file-webp",
    Self::Tiff => "document-file-tiff",
    Self::Docx => "document-file-docx",
    Self::Odt => "document-file-odt",
    Self::Xlsx => "document-file-xlsx",
    Self::Text => "document-file-text",
});

named!(VersionState {
    Self::InQuarantine { .. } => "document-state-in-quarantine",
    Self::Released { .. } => "document-state-released",
    Self::Refused { .. } => "document-state-refused",
});

named!(Standing {
    Self::Kept => "document-standing-kept",
    Self::Withdrawn { .. } => "document-standing-withdrawn",
    Self::Erased { .. } => "document-standing-erased",
});

named!(ScanFailure {
    Self::Unreachable => "document-scan-unreachable",
    Self::TooLate => "document-scan-too-late",
    Self::NoAnswer => "document-scan-no-answer",
    Self::TooLarge => "document-scan-too-large",
});

named!(StepRefused {
    Self::NotInQuarantine => "document-step-not-in-quarantine",
    Self::Withdrawn => "document-step-withdrawn",
    Self::NotWithdrawn => "document-step-not-withdrawn",
    Self::Erased => "document-step-erased",
    Self::TooWide => "document-step-too-wide",
});
