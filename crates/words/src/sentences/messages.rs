use sleutel_domain::{
    messages::{MailContent, MailFailure, Message},
    tasks::Waiting,
};

use crate::Words;

impl Words {
    /// A message as a sentence, for the inbox. It holds codes and no names.
    pub fn message(self, message: &Message) -> String {
        let key = match message {
            Message::PlacementDecided { .. } => "message-placement-decided",
            Message::HomeDecided { .. } => "message-home-decided",
            Message::DecisionUndone { .. } => "message-decision-undone",
            Message::HomeUndone { .. } => "message-home-undone",
            Message::FileChanged { .. } => "message-file-changed",
            Message::FileHandedOver { .. } => "message-file-handed-over",
            Message::StepWaits { .. } => "message-step-waits",
            Message::DecisionTaken { .. } => "message-decision-taken",
            Message::PersonAnswered { .. } => "message-person-answered",
            Message::PersonActed { .. } => "message-person-acted",
            Message::PersonSaid { .. } => "message-person-said",
            Message::NewCardNeeded { .. } => "message-new-card-needed",
            Message::PlanWaits { .. } => "message-plan-waits",
            Message::PlanAnswered { .. } => "message-plan-answered",
            Message::CaseloadHandedOver { .. } => "message-caseload-handed-over",
            Message::HandOverUndone { .. } => "message-hand-over-undone",
            Message::WorkerChanged { .. } => "message-worker-changed",
            Message::WorkerLeft { .. } => "message-worker-left",
            Message::DeputyArranged { .. } => "message-deputy-arranged",
            Message::DeputyEnded { .. } => "message-deputy-ended",
            Message::GuestInvited { .. } => "message-guest-invited",
            Message::GuestAnswered { .. } => "message-guest-answered",
            Message::GuestEnded { .. } => "message-guest-ended",
            Message::GuestProlonged { .. } => "message-guest-prolonged",
            Message::TaskGiven { .. } => "message-task-given",
            Message::ObstacleGiven { .. } => "message-obstacle-given",
            Message::FormSent { .. } => "message-form-sent",
            Message::FormReturned { .. } => "message-form-returned",
        };
        let of = |name: &str, code: String| self.t_with(key, &[(name, code.into())]);
        match message {
            Message::PlacementDecided { reference, verdict } => self.t_with(
                key,
                &[("reference", reference.to_string().into()), ("verdict", verdict.code().into())],
            ),
            Message::HomeDecided { vacancy, verdict } => self.t_with(
                key,
                &[("vacancy", vacancy.to_string().into()), ("verdict", verdict.code().into())],
            ),
            Message::HomeUndone { vacancy } => of("vacancy", vacancy.to_string()),
            Message::DecisionUndone { reference }
            | Message::FileChanged { reference }
            | Message::FileHandedOver { reference }
            | Message::StepWaits { reference }
            | Message::DecisionTaken { reference }
            | Message::PersonAnswered { reference }
            | Message::PersonActed { reference }
            | Message::PersonSaid { reference }
            | Message::NewCardNeeded { reference }
            | Message::PlanWaits { reference }
            | Message::PlanAnswered { reference }
            | Message::WorkerChanged { reference }
            | Message::GuestInvited { reference }
            | Message::GuestEnded { reference }
            | Message::GuestProlonged { reference }
            | Message::TaskGiven { reference }
            | Message::FormSent { reference, .. }
            | Message::FormReturned { reference, .. } => of("reference", reference.to_string()),
            Message::ObstacleGiven { number } => self.t_with(key, &[("number", (*number).into())]),
            Message::CaseloadHandedOver { files }
            | Message::HandOverUndone { files }
            | Message::WorkerLeft { files } => self.t_with(key, &[("files", (*files).into())]),
            Message::DeputyArranged { from, until } | Message::DeputyEnded { from, until } => {
                let (from, until) = (self.date(*from), self.date(*until));
                self.t_with(key, &[("from", from.into()), ("until", until.into())])
            }
            Message::GuestAnswered { reference, accepted } => {
                let answer = if *accepted { "yes" } else { "no" };
                let values =
                    [("reference", reference.to_string().into()), ("answer", answer.into())];
                self.t_with(key, &values)
            }
        }
    }

    /// The subject of a mail.
    pub fn mail_subject(self, content: MailContent) -> String {
        match content {
            MailContent::Message => self.t("mail-subject"),
            MailContent::Digest { unread, waiting } if waiting == Waiting::default() => {
                self.t_with("mail-digest-subject", &[("unread", unread.into())])
            }
            MailContent::Digest { unread: 0, waiting } => {
                self.t_with("mail-digest-subject-tasks", &[("tasks", waiting.total().into())])
            }
            MailContent::Digest { unread, waiting } => self.t_with(
                "mail-digest-subject-both",
                &[("unread", unread.into()), ("tasks", waiting.total().into())],
            ),
        }
    }

    /// What a mail says waits: how much at most, never what.
    pub fn mail_text(self, content: MailContent) -> String {
        match content {
            MailContent::Message => self.t("mail-text"),
            MailContent::Digest { unread, waiting } => {
                let mut said = Vec::new();
                if unread > 0 {
                    said.push(self.t_with("mail-digest-text", &[("unread", unread.into())]));
                }
                for (count, key) in [
                    (waiting.overdue, "mail-digest-overdue"),
                    (waiting.today, "mail-digest-today"),
                    (waiting.week, "mail-digest-week"),
                ] {
                    if count > 0 {
                        said.push(self.t_with(key, &[("count", count.into())]));
                    }
                }
                said.join(" ")
            }
        }
    }

    /// Why a mail was not taken, for who looks after the installation.
    pub fn mail_failure(self, failure: MailFailure) -> String {
        let what = self.name(&failure.fault);
        match failure.reply {
            None => what,
            Some(reply) => self.t_with(
                "mail-failure-reply",
                &[("what", what.into()), ("reply", reply.to_string().into())],
            ),
        }
    }
}
