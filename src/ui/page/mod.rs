//! The pages.

mod dashboard;
mod exchange;
mod monitoring;
mod plans;
mod settings;
mod sheet;
mod simulation;
mod table;
mod tree;

pub use dashboard::Dashboard;
pub use exchange::Exchange;
pub use monitoring::Monitoring;
pub use plans::Plans;
pub use settings::Settings;
pub use sheet::{NewSheet, Sheet};
pub use simulation::Simulation;
pub use tree::Tree;
