//! What files between offices say: what each office would get, and what an edit of a merge is about and holds.

mod matter;
mod place;
mod remarked;
mod share;
mod value;

pub use matter::{Matter, matter};
pub use place::{Facet, Record, Spot, spot, spots};
pub use remarked::{Remarked, remarked};
pub use share::{Share, shares};
pub use value::{Turn, Value, turn, value};
