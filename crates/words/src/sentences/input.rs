use sleutel_domain::placement::{AheadError, InputError};

use crate::Words;

impl Words {
    /// Why a round's input cannot be worked with.
    pub fn input_error(self, error: &InputError) -> String {
        match error {
            InputError::Parent { node, parent } => self.t_with(
                "input-error-parent",
                &[("node", (*node).into()), ("parent", (*parent).into())],
            ),
            InputError::Roots(roots) => {
                self.t_with("input-error-roots", &[("roots", (*roots).into())])
            }
            InputError::HomeNode { vacancy, node } => self.t_with(
                "input-error-home-node",
                &[("home", vacancy.as_str().into()), ("node", (*node).into())],
            ),
            InputError::Group { candidate, group } => self.t_with(
                "input-error-group",
                &[("reference", candidate.as_str().into()), ("group", group.as_str().into())],
            ),
            InputError::Twice(what) => self.t_with("input-error-twice", &[("what", what.into())]),
            InputError::Fixing(what) => self.t_with("input-error-fixing", &[("what", what.into())]),
            InputError::StreetNode(node) => {
                self.t_with("input-error-street-node", &[("node", (*node).into())])
            }
            InputError::GroupParent { group, parent } => self.t_with(
                "input-error-group-parent",
                &[("group", group.to_string().into()), ("parent", parent.to_string().into())],
            ),
            InputError::Together { one, other } => self.t_with(
                "input-error-together",
                &[("one", one.to_string().into()), ("other", other.to_string().into())],
            ),
            InputError::Bounds { name, lower, upper } => self.t_with(
                "input-error-bounds",
                &[("name", name.into()), ("lower", (*lower).into()), ("upper", (*upper).into())],
            ),
            InputError::Ahead(error) => self.ahead_error(error),
        }
    }

    fn ahead_error(self, error: &AheadError) -> String {
        match error {
            AheadError::Futures(found) => {
                self.t_with("input-error-ahead-futures", &[("found", (*found).into())])
            }
            AheadError::Weeks(found) => {
                self.t_with("input-error-ahead-weeks", &[("found", (*found).into())])
            }
            AheadError::Node(node) => {
                self.t_with("input-error-ahead-node", &[("node", (*node).into())])
            }
            AheadError::Group(group) => {
                self.t_with("input-error-ahead-group", &[("group", group.as_str().into())])
            }
            AheadError::Many(found) => {
                let found = i64::try_from(*found).unwrap_or(i64::MAX);
                self.t_with("input-error-ahead-many", &[("found", found.into())])
            }
        }
    }
}
