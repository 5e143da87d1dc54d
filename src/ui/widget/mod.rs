//! Controls that know nothing of plans. They read no context: what they show and what they report comes in as properties.

mod checked;
mod dialog;
mod focus;
mod menu;
mod select;
mod text;

pub use checked::Checked;
pub use dialog::Dialog;
pub use focus::{Stepped, focus_soon, focus_unless_typing, is_typing, stepped};
pub use menu::{Menu, MenuItem};
pub use select::{Choice, Select};
pub use text::{Draft, Input, InputKind, Words};
