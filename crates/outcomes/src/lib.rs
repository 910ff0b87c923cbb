//! What came of it: times until something happens, of which some are still running.
//!
//! [`survival`] is Kaplan and Meier's estimate with its band, its quantiles and its restricted mean;
//! [`competing`] is Aalen and Johansen's, for times that can end in two ways. [`watched`] counts events
//! and time at risk, and [`posterior`] says what they tell about a rate or a share. Plain numbers in, plain
//! numbers out: no input or output, no clock, no chance, and nothing of the field. A researcher can
//! use it by itself.
//!
//! ```
//! use sleutel_outcomes::survival::{Curve, Time};
//!
//! // Six people waited for a home. Two still wait, and were seen for 40 and 90 days.
//! let times = [
//!     Time::ended(12), Time::ended(30), Time::running(40), Time::ended(55), Time::ended(70),
//!     Time::running(90),
//! ];
//! let curve = Curve::of(&times);
//! assert_eq!(curve.quantile(0.5).time, Some(55));
//! let at_90 = curve.at(90).ok_or("nobody was seen as long")?;
//! assert!((at_90.still - 4.0 / 6.0 * 2.0 / 3.0 * 0.5).abs() < 1e-12);
//! assert!(at_90.low < at_90.still && at_90.still < at_90.high);
//! # Ok::<(), &str>(())
//! ```
//!
//! Definitions and sources: `docs/method/flow.md` and `docs/method/calibration.md`.

pub mod competing;
pub mod posterior;
mod special;
pub mod survival;
pub mod watched;
