use sleutel_actions::policy::{self, Action, Reach};
use sleutel_domain::access::Role;
use sleutel_words::Words;

/// Who may do something to a file, a line for each role, straight from the table.
pub(crate) fn who(words: Words, action: Action) -> Vec<String> {
    Role::ALL
        .into_iter()
        .filter_map(|role| {
            let key = match (policy::reach(role, action), role) {
                (Reach::Nothing, _) => return None,
                (Reach::Caseload, _) => "participants-sees-caseload",
                (Reach::Own, Role::PlacementCoordinator) => "participants-sees-own-or-desk",
                (Reach::Own, _) => "participants-sees-own",
                (Reach::All, _) => "participants-sees-all",
            };
            Some(words.t_with(key, &[("role", words.name(&role).into())]))
        })
        .collect()
}
