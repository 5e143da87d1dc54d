//! What a phrase promises, and what a result says: the words of an office, read.

mod clause;
mod date;
mod figure;
mod language;
mod parse;
mod parse_result;
mod phrase;
mod quantity;
mod reading;
mod scan;
mod show;
mod word;

pub use figure::{show_date, show_long_date, show_number, show_percent, show_rounded};
pub use language::Language;
pub use parse::parse_target;
pub use parse_result::parse_result;
pub use phrase::{Certainty, FromWords, Part, Phrase, Read, Role};
pub use quantity::{Measure, Quantity};
pub use reading::{Reading, Target};
pub use show::{show_quantity, show_reading, show_target};
