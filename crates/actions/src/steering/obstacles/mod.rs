//! Obstacles ("knelpunten"): what is in the way, whose it is to clear, how it goes.

mod change;
mod draft;
mod see;

pub use change::{add, change, note, put_back, set_status};
pub use draft::{ObstacleDraft, StatusDraft};
pub use see::{
    FieldChange, ObstacleForm, ObstacleNames, ObstacleQuery, Obstacles, OneObstacle, OwnObstacle,
    Sum, Update, form, list, one, own, without_owner,
};
