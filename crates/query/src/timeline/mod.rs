//! The geometry of the timeline, as plain functions: a scale from days to pixels that folds empty
//! stretches, ticks, lanes, bins and label rows. Drawing is the app's work.

mod folds;
mod labels;
mod lanes;
mod scale;
mod ticks;

pub use labels::{Gathered, gather, label_rows};
pub use lanes::{Lane, LaneBy, LaneMark, lanes};
pub use scale::{Fold, Scale};
pub use ticks::{Tick, Unit};
