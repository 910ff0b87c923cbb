use sleutel_domain::participants::MergeHold;

use crate::Words;

impl Words {
    /// What stands in the way of making one file of two, with what to do about it.
    pub fn merge_hold(self, hold: &MergeHold) -> String {
        let one = |key: &str, name: &str, value: String| self.t_with(key, &[(name, value.into())]);
        match hold {
            MergeHold::SetAside { reference, goes_on_as } => self.t_with(
                "merge-hold-set-aside",
                &[
                    ("reference", reference.to_string().into()),
                    ("other", goes_on_as.to_string().into()),
                ],
            ),
            MergeHold::JudgedApart { actor, reason } => self.t_with(
                "merge-hold-judged-apart",
                &[("who", actor.clone().into()), ("reason", reason.to_string().into())],
            ),
            MergeHold::OnARoad => self.t("merge-hold-on-a-road"),
            MergeHold::Placed => self.t("merge-hold-placed"),
            MergeHold::AgreementRuns => self.t("merge-hold-agreement-runs"),
            MergeHold::HomeWaits => self.t("merge-hold-home-waits"),
            MergeHold::MovesTogether { other } => {
                one("merge-hold-moves-together", "other", other.to_string())
            }
            MergeHold::Fixed { round } => one("merge-hold-fixed", "round", round.to_string()),
        }
    }
}
