//! How proposals are made, for everyone: no question of the policy, for nothing in it is
//! about a person, a home or a round.

use sleutel_domain::placement::{Method, RoundSettings};

/// The method as the engine works now, with the choices a round has unless it states
/// others.
pub fn in_force() -> Method {
    sleutel_placement::method(RoundSettings::default())
}
