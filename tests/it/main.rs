//! The model as a whole, over real plans.

mod refusals;
mod round_trip;
