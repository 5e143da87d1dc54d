//! How far the body has come.

mod across;
mod cell;
mod engine;
mod explain;
mod figure;
mod measure;
mod outcome;
mod policy;
mod rollup;
mod working;

pub use cell::score_cell;
pub use engine::{Attainment, Span};
pub use figure::{Counts, Figure, Points};
pub use outcome::{
    Achieved, CellScore, CellWorking, Compared, Note, Notes, Obstacle, Outcome, Promise, Ratio, Rule, Source,
};
pub use policy::{Light, Preset, band_of, band_score, light, scale_in_force, scaled};
pub use rollup::{IndicatorFigure, ObjectiveFigure};
pub use working::{Basis, CellBasis, Detail, Place, Working};
