//! What stands around the objectives: roles, monitoring, individual performance, and the tables of the context.

use serde::Deserialize;
use traguardo::plan::Section;

use super::page;

/// The narrative parts of the plan.
#[derive(Deserialize)]
pub struct Context {
    monitoring: String,
    bodies_and_roles: Vec<String>,
    individual_performance: IndividualPerformance,
    context_tables: Vec<Table>,
}

#[derive(Deserialize)]
struct IndividualPerformance {
    director: Vec<String>,
    manager: Vec<String>,
    function_holders: Vec<String>,
    note: String,
}

#[derive(Deserialize)]
struct Table {
    rows: Vec<Vec<String>>,
}

/// Names for the tables that have none of their own.
const NAMES: [(&str, &str); 3] = [
    ("INDICATORE", "Indicatori economici (bilancio 2019)"),
    ("RAPPRESENTAZIONE PER TARGET", "Spesa per target (2018-2019)"),
    ("RAPPRESENTAZIONE PER SERVIZI", "Spesa per servizi (2018-2019)"),
];

impl Context {
    /// Returns the sections, in the order of the document.
    pub fn sections(&self) -> Vec<Section> {
        let people = &self.individual_performance;
        let groups = [
            ("Direttore", &people.director),
            ("Dirigente", &people.manager),
            ("Titolari di funzione", &people.function_holders),
        ];
        let individual = groups
            .map(|(group, goals)| format!("{group}: {}", goals.join("; ")))
            .into_iter()
            .chain([people.note.clone()])
            .collect::<Vec<_>>()
            .join("\n");
        let mut sections = vec![page::text("organi", "Organi e ruoli", self.bodies_and_roles.join("\n"))];
        sections.extend((1..).zip(&self.context_tables).map(|(at, table)| table.section(at)));
        sections.push(page::text("performance-individuale", "Performance individuale", individual));
        sections.push(page::text("monitoraggio", "Monitoraggio", self.monitoring.clone()));
        sections
    }
}

impl Table {
    /// Converts a table; a first row with one filled cell is its name.
    fn section(&self, at: usize) -> Section {
        let id = format!("tabella-{at}");
        match self.rows.split_first() {
            Some((first, rest)) if first.iter().skip(1).all(String::is_empty) => {
                page::table(&id, first.first().map_or("", String::as_str), rest.to_vec())
            }
            _ => {
                let corner = self.rows.first().and_then(|row| row.first()).map_or("", String::as_str);
                let name = NAMES.iter().find(|(heading, _)| *heading == corner).map_or(corner, |(_, name)| name);
                page::table(&id, name, self.rows.clone())
            }
        }
    }
}
