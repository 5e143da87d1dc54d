//! Pieces that several pages show: figures with their working, meters, lights, readings of words.

mod figure;
mod meter;
mod reading;
mod working;

pub use figure::{LightMark, Value, Why};
pub use meter::Meter;
pub use reading::{ResultReading, TargetReading};
pub use working::{WorkingPanel, official_words};
