//! Documents of the demo: a few small papers of one written person, made here, in the states
//! there are.

use sleutel_actions::{
    ActionError, App, Who, access,
    documents::{self, AddDraft, SentFile, StepDraft},
    participants,
};
use sleutel_domain::{Id, Reference, access::Role, documents::Document};

/// Whose: somebody on a road, so that the municipality sees some of it.
const WHOSE: &str = "D-0001";

/// Adds them through the actions behind the pages.
pub(crate) async fn fill(app: &App, who: &Who) -> Result<(), ActionError> {
    let Some(programme) = who.programme().cloned() else { return Ok(()) };
    let reference = Reference::new(WHOSE).map_err(|_| ActionError::NotFound)?;
    let Ok(view) = participants::view(app, who, &reference).await else { return Ok(()) };
    let accounts = access::accounts(app, who).await?;
    let find = |role| {
        let found = accounts
            .iter()
            .find(|it| it.role == role && it.organisation.code == view.file.provider);
        found.cloned().map(|it| Who::Person { person: it.into(), programme: programme.clone() })
    };
    let Some(coordinator) = find(Role::PlacementCoordinator) else { return Ok(()) };
    let add = async |kind: &str, name: &str, bytes: Vec<u8>| {
        let files = vec![SentFile { name: name.to_owned(), bytes }];
        let draft = AddDraft { kind: kind.to_owned(), files, ..AddDraft::default() };
        let added = documents::add(app, &coordinator, &reference, &draft).await?;
        added.first().copied().ok_or(ActionError::NotFound)
    };
    let income =
        add("income", "loonstrook-oktober.pdf", pdf("Loonstrook oktober, verzonnen")).await?;
    let release = |number| StepDraft::Release {
        number,
        reason: "Zelf gescand, samen met de deelnemer.".to_owned(),
    };
    step(app, &coordinator, income, 1, &release(1)).await?;
    let files = [SentFile {
        name: "loonstrook-november.pdf".to_owned(),
        bytes: pdf("Loonstrook november, verzonnen"),
    }];
    let why = "Nieuwe maand, op verzoek van de gemeente.";
    documents::replace(app, &coordinator, income, 2, why, &files).await?;
    let agreement = add("support", "afspraken-begeleiding.txt", AGREED.as_bytes().to_vec()).await?;
    step(app, &coordinator, agreement, 1, &release(1)).await?;
    add("home-photo", "voordeur.png", PNG.to_vec()).await?;
    Ok(())
}

async fn step(
    app: &App,
    who: &Who,
    id: Id<Document>,
    changes: i64,
    draft: &StepDraft,
) -> Result<(), ActionError> {
    documents::step(app, who, id, changes, draft).await
}

const AGREED: &str = "Afspraken over begeleiding (verzonnen)\n\n\
     - We zien elkaar elke week een uur.\n- De deelnemer kiest de plek.\n";

/// One pixel.
const PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54,
    0x78, 0xda, 0x63, 0xf8, 0x0f, 0, 1, 1, 1, 0, 0x1c, 0xb0, 0x8c, 0x99, 0, 0, 0, 0, 0x49, 0x45,
    0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

/// A PDF of one page with one line.
fn pdf(line: &str) -> Vec<u8> {
    let text = format!("BT /F1 18 Tf 60 760 Td ({line}) Tj ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
         /Resources<</Font<</F1 5 0 R>>>>>>"
            .to_owned(),
        format!("<</Length {}>>\nstream\n{text}\nendstream", text.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(pdf.len());
        pdf.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let table = pdf.len();
    pdf.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        pdf.push_str(&format!("{place:010} 00000 n \n"));
    }
    let size = objects.len() + 1;
    pdf.push_str(&format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n"));
    pdf.into_bytes()
}
