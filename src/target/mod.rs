//! What a phrase promises, and what a result says: the words of an office, read.

mod phrase;
mod quantity;
mod reading;

pub use phrase::{Certainty, Part, Phrase, Read, Role};
pub use quantity::{Measure, Quantity};
pub use reading::{Reading, Target};
