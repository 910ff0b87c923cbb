/// Where a form is on its way from the one who fills it in to the one who receives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormStatus {
    /// Being filled in ("concept").
    Draft,
    /// A colleague is asked to look at it ("interne controle").
    CheckAsked,
    /// A colleague looked and found it good.
    Checked,
    /// On its way to the one who receives it.
    Sent,
    /// The receiver has it and works on it ("in behandeling").
    Received,
    /// The receiver gave it back with remarks ("teruggestuurd").
    Returned,
    /// The sender took it back ("ingetrokken").
    TakenBack,
}

/// What somebody does with a form as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormAct {
    /// Begins it.
    Start,
    /// Asks a colleague to look.
    AskCheck,
    /// The colleague finds it good.
    Approve,
    /// The colleague wants something changed.
    AskChange,
    /// Opens it again to go on filling in.
    Reopen,
    /// Sends it.
    Send,
    /// The receiver takes it in treatment.
    Receive,
    /// The receiver gives it back with remarks.
    Return,
    /// The sender takes back what was sent.
    TakeBack,
}

/// This cannot be done in this state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotNow {
    /// What was tried.
    pub act: FormAct,
    /// Where the form is.
    pub status: FormStatus,
}

impl FormStatus {
    /// All of them, in the order of the road.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::CheckAsked,
        Self::Checked,
        Self::Sent,
        Self::Received,
        Self::Returned,
        Self::TakenBack,
    ];

    /// The word in rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::CheckAsked => "check-asked",
            Self::Checked => "checked",
            Self::Sent => "sent",
            Self::Received => "received",
            Self::Returned => "returned",
            Self::TakenBack => "taken-back",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether the answers may be changed. What a colleague or the receiver looks at stands
    /// still until somebody opens it again.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned | Self::TakenBack)
    }

    /// Whether the receiver may see it.
    pub fn is_with_receiver(self) -> bool {
        matches!(self, Self::Sent | Self::Received)
    }

    /// Where an act leads from here.
    pub fn after(self, act: FormAct) -> Result<Self, NotNow> {
        let allowed: &[Self] = match act {
            FormAct::Start => &[],
            FormAct::AskCheck => &[Self::Draft, Self::Returned, Self::TakenBack],
            FormAct::Approve | FormAct::AskChange => &[Self::CheckAsked],
            FormAct::Reopen => &[Self::CheckAsked, Self::Checked],
            FormAct::Send => &[Self::Checked],
            FormAct::Receive => &[Self::Sent],
            FormAct::Return | FormAct::TakeBack => &[Self::Sent, Self::Received],
        };
        if allowed.contains(&self) { Ok(act.leads_to()) } else { Err(NotNow { act, status: self }) }
    }
}

impl FormAct {
    /// All of them, in the order of the road.
    pub const ALL: [Self; 9] = [
        Self::Start,
        Self::AskCheck,
        Self::Approve,
        Self::AskChange,
        Self::Reopen,
        Self::Send,
        Self::Receive,
        Self::Return,
        Self::TakeBack,
    ];

    /// The word in rows.
    pub fn code(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::AskCheck => "ask-check",
            Self::Approve => "approve",
            Self::AskChange => "ask-change",
            Self::Reopen => "reopen",
            Self::Send => "send",
            Self::Receive => "receive",
            Self::Return => "return",
            Self::TakeBack => "take-back",
        }
    }

    /// Reads the word back; `None` for any other word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Where it leads when it can be done at all.
    pub fn leads_to(self) -> FormStatus {
        match self {
            Self::Start | Self::AskChange | Self::Reopen => FormStatus::Draft,
            Self::AskCheck => FormStatus::CheckAsked,
            Self::Approve => FormStatus::Checked,
            Self::Send => FormStatus::Sent,
            Self::Receive => FormStatus::Received,
            Self::Return => FormStatus::Returned,
            Self::TakeBack => FormStatus::TakenBack,
        }
    }

    /// Whether it has to say why.
    pub fn needs_remarks(self) -> bool {
        matches!(self, Self::AskChange | Self::Return | Self::TakeBack)
    }
}
