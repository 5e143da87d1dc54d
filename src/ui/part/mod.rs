//! Pieces that several pages show: figures with their working, meters, lights, readings of words, fields of a kind.

mod field;
mod figure;
mod locked;
mod meter;
mod more;
mod reading;
mod working;

pub use field::{DayField, NumberField, PercentField, YearField};
pub use figure::{LightMark, Value, Why};
pub use locked::{CopyNote, Locked, LockedNote};
pub use meter::Meter;
pub use more::{Cut, More};
pub use reading::{ResultReading, TargetReading};
pub use working::{WorkingPanel, official_words};
