use sleutel_domain::{
    access::{GuestRole, GuestState},
    tasks::Pressing,
};

use super::named;

named!(GuestRole {
    Self::Look => "guests-role-look",
    Self::TakePart => "guests-role-take-part",
});

named!(GuestState {
    Self::Invited => "guests-state-invited",
    Self::Accepted => "guests-state-accepted",
    Self::Refused => "guests-state-refused",
    Self::Ended => "guests-state-ended",
});

named!(Pressing {
    Self::Overdue => "tasks-overdue",
    Self::Today => "tasks-today",
    Self::Week => "tasks-week",
    Self::Later => "tasks-later",
});
