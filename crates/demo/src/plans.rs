//! Plans, contacts and lists of a few of the written people, so that each state is there to see.

use jiff::{ToSpan, civil::Date};
use sleutel_domain::{
    Reference,
    access::Party,
    participants::ContactRole,
    plan::{Audience, Basic, LifeArea},
};

use crate::sure;

/// The support worker of these people, by log-in name.
const WORKER: &str = "mees.kadelaar";

/// A goal of the demo, in the words of the person.
#[derive(Debug, Clone, Copy)]
pub struct DemoGoal {
    /// What it is about.
    pub area: LifeArea,
    /// Who may read it.
    pub audience: Audience,
    /// What they want.
    pub what: &'static str,
    /// What they do themselves.
    pub own_part: &'static str,
    /// What others do.
    pub others_part: &'static str,
    /// How they will see that it is reached.
    pub sign: &'static str,
}

/// Somebody around a household of the demo.
#[derive(Debug, Clone, Copy)]
pub struct DemoContact {
    /// What they are to them.
    pub role: ContactRole,
    /// Who.
    pub name: &'static str,
    /// For whom they work.
    pub organisation: &'static str,
    /// A number.
    pub phone: &'static str,
    /// Days ago that it ended, when it did.
    pub ended: Option<i64>,
}

/// What is in the demo around one household.
#[derive(Debug, Clone)]
pub struct DemoPlan {
    /// Whose.
    pub reference: Reference,
    /// Who writes it, by log-in name.
    pub worker: &'static str,
    /// The goals.
    pub goals: Vec<DemoGoal>,
    /// By when, for all goals.
    pub by: Date,
    /// What was said of it, by whom; nothing for one that is still a draft.
    pub answers: Vec<(Party, Result<(), &'static str>)>,
    /// Whether it was put before the parties.
    pub proposed: bool,
    /// The people around.
    pub contacts: Vec<DemoContact>,
    /// What is arranged.
    pub arranged: Vec<Basic>,
    /// What was asked for.
    pub asked: Vec<Basic>,
}

const HOME: DemoGoal = DemoGoal {
    area: LifeArea::Home,
    audience: Audience::Housing,
    what: "Ik wil dat het in huis gewoon rustig is, ook voor de buren.",
    own_part: "Ik stel mij voor bij de buren en zeg het als er bezoek komt.",
    others_part: "Mees gaat de eerste keer mee naar de buren.",
    sign: "Na een half jaar groeten we elkaar in het trappenhuis.",
};

const MONEY: DemoGoal = DemoGoal {
    area: LifeArea::Money,
    audience: Audience::Condition,
    what: "Ik wil zelf weten wat er elke maand binnenkomt en weggaat.",
    own_part: "Ik zet elke week mijn bonnetjes op een rij.",
    others_part: "Mees kijkt de eerste drie maanden mee.",
    sign: "Drie maanden achter elkaar is de huur op tijd betaald.",
};

const FAMILY: DemoGoal = DemoGoal {
    area: LifeArea::Family,
    audience: Audience::Care,
    what: "De kinderen blijven op hun school en spelen buiten.",
    own_part: "Ik breng ze zelf, elke ochtend.",
    others_part: "Oma haalt ze op als ik werk.",
    sign: "De juf zegt dat het goed gaat.",
};

const PEOPLE: DemoGoal = DemoGoal {
    area: LifeArea::People,
    audience: Audience::Care,
    what: "Ik wil iemand hebben om op zondag mee te eten.",
    own_part: "Ik ga een keer kijken in het buurthuis.",
    others_part: "",
    sign: "Ik ken drie mensen bij naam.",
};

/// Everything of the demo, with days that fit today.
pub fn plans(today: Date) -> Vec<DemoPlan> {
    let by = today.checked_add(6.months()).unwrap_or(today);
    let plan = |reference: &str, goals: Vec<DemoGoal>| DemoPlan {
        reference: sure::reference(reference),
        worker: WORKER,
        goals,
        by,
        answers: Vec::new(),
        proposed: false,
        contacts: Vec::new(),
        arranged: Vec::new(),
        asked: Vec::new(),
    };
    let contact = |role, name, organisation, phone, ended| DemoContact {
        role,
        name,
        organisation,
        phone,
        ended,
    };
    vec![
        DemoPlan {
            proposed: true,
            answers: vec![(Party::Provider, Ok(())), (Party::Participant, Ok(()))],
            contacts: vec![
                contact(ContactRole::SupportWorker, "Mees Kadelaar", "", "020 555 01 10", None),
                contact(ContactRole::Family, "Moeder, past op na school", "", "", None),
                contact(
                    ContactRole::Practice,
                    "",
                    "Huisartsenpraktijk Waterlinie",
                    "020 555 01 20",
                    None,
                ),
                contact(ContactRole::YouthCare, "", "Jeugdteam Oost", "020 555 01 30", Some(60)),
            ],
            arranged: vec![
                Basic::Income,
                Basic::Identity,
                Basic::BankAccount,
                Basic::HealthInsurance,
                Basic::Doctor,
            ],
            asked: vec![Basic::Rent, Basic::Registration],
            ..plan("D-0006", vec![HOME, MONEY, FAMILY])
        },
        DemoPlan {
            proposed: true,
            answers: vec![
                (Party::Provider, Ok(())),
                (
                    Party::Participant,
                    Err("Elke week bonnetjes vind ik te veel. Eén keer per maand is goed."),
                ),
            ],
            ..plan("D-0005", vec![HOME, MONEY])
        },
        plan("D-0009", vec![HOME, PEOPLE]),
    ]
}
