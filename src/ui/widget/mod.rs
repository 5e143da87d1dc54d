//! Controls that know nothing of plans. They read no context: what they show and what they report comes in as properties.

mod dialog;
mod menu;
mod select;
mod text;

pub use dialog::Dialog;
pub use menu::{Menu, MenuItem};
pub use select::{Choice, Select};
pub use text::{Draft, Input, InputKind, Words};
