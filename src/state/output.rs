//! What leaves the plan for other programs (spreadsheets, open data, StratML, the clipboard), what a spreadsheet brings
//! back, the next plan begun from this one, and another plan beside it.

use std::sync::Arc;

use leptos::prelude::*;

use super::spreadsheet::is_workbook;
use super::{Listed, Notice, Page, Problem, Workspace};
use crate::attainment::{Attainment, Span};
use crate::browser::{BrowserError, clipboard, download, pick};
use crate::file::table::Grid;
use crate::file::xlsx::{self, AddedRow, GoneRows, LeftRow, RefusedCell, Returned};
use crate::file::{self, File, flat, stratml};
use crate::plan::{Chosen, Plan, PlanId, Year};
use crate::report::Beheld;

/// What the workspace holds of all this.
pub struct Output {
    /// What is being written or read; none: nothing.
    pub(super) work: RwSignal<Option<Work>>,
    /// What the last spreadsheet brought.
    pub(super) brought: RwSignal<Option<Brought>>,
    /// The plan beside the open one.
    compared: RwSignal<Option<Arc<Plan>>>,
}

/// Something that takes its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The part of the application that handles spreadsheets is on its way.
    Fetching,
    /// A workbook is written.
    Writing {
        /// Sheets that are done.
        done: usize,
        /// Of how many.
        of: usize,
    },
    /// A workbook is read.
    Reading {
        /// Sheets that are done.
        done: usize,
        /// Of how many.
        of: usize,
    },
}

/// What a spreadsheet brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// What the file was called.
    pub name: String,
    /// Whether it carries a plan, so that its cells could be told from what was written.
    pub has_plan: bool,
    /// How many fields people changed in it, and rows they added that are taken.
    pub changed: usize,
    /// Cells whose change was not taken.
    pub refused: Vec<RefusedCell>,
    /// Rows that people added and that are taken.
    pub added: Vec<AddedRow>,
    /// Rows that people added and that are not.
    pub left: Vec<LeftRow>,
    /// Sheets with rows fewer than they were written with.
    pub gone: Vec<GoneRows>,
    /// Sheets that can be taken in as tables: those that name no records, or have added rows that are not taken.
    pub tables: Vec<(String, Grid)>,
}

impl Brought {
    pub(super) fn of(name: String, returned: Returned) -> Self {
        let is_offered = |table: &xlsx::NamedTable| {
            let has_left = returned.left.iter().any(|row| row.place.sheet == table.name);
            has_left || (returned.file.is_none() && !table.is_known)
        };
        let tables = returned.tables.into_iter().filter(is_offered).map(|table| (table.name, table.grid)).collect();
        Self {
            name,
            has_plan: returned.file.is_some(),
            changed: returned.changed.saturating_add(returned.added.len()),
            refused: returned.refused,
            added: returned.added,
            left: returned.left,
            gone: returned.gone,
            tables,
        }
    }
}

impl Output {
    pub(super) fn new() -> Self {
        Self { work: RwSignal::new(None), brought: RwSignal::new(None), compared: RwSignal::new(None) }
    }
}

impl Workspace {
    /// Returns what is being written or read.
    pub fn work(self) -> Option<Work> {
        self.output.work.get()
    }

    /// Returns what the last spreadsheet brought.
    pub fn brought(self) -> Option<Brought> {
        self.output.brought.get()
    }

    /// Puts that away.
    pub fn forget_brought(self) {
        self.output.brought.set(None);
    }

    /// Saves the open plan as a workbook, with the figures of the year on the screen.
    pub fn download_workbook(self) {
        if self.output.work.get_untracked().is_some() {
            return;
        }
        leptos::task::spawn_local(async move {
            let Some(year) = untrack(|| self.year()) else { return };
            let Some(file) = self.file_for_others().await else { return };
            let name = named(&file.plan, xlsx::EXTENSION);
            let attainment = Attainment::of(&file.plan, Span::Year(year), self.today_untracked());
            self.with_spreadsheets(move |module| (module.write)(self, name, file, attainment)).await;
        });
    }

    /// Saves the open plan as open data.
    pub fn download_csv(self) {
        let today = self.today_untracked();
        let Some((name, text)) = self.peek(|plan| (named(plan, ".csv"), flat::open_data(plan, today).csv())) else {
            return;
        };
        self.handed(&name, download::download(&name, "text/csv;charset=utf-8", text.as_bytes()));
    }

    /// Saves the open plan as StratML.
    pub fn download_stratml(self) {
        match self.peek(|plan| (named(plan, stratml::EXTENSION), stratml::write(plan))) {
            Some((name, Ok(text))) => self.handed(&name, download::download(&name, "application/xml", text.as_bytes())),
            Some((_, Err(error))) => self.notices().show(Notice::Problem(Problem::Browser(error.to_string()))),
            None => {}
        }
    }

    /// Puts the year on the screen where other programs paste from, as a table.
    pub fn copy_table(self) {
        let (year, today) = (untrack(|| self.year()), self.today_untracked());
        let Some(table) = year.and_then(|year| self.peek(|plan| flat::summary(plan, year, today))) else { return };
        match clipboard::copy(&table.html(), &table.markdown()) {
            Ok(()) => self.notices().show(Notice::Copied(table.rows.len())),
            Err(error) => self.notices().show(Notice::Problem(Problem::Browser(error.to_string()))),
        }
    }

    /// Says that a file was handed over, or why not.
    pub(super) fn handed(self, name: &str, saved: Result<(), BrowserError>) {
        self.notices().show(match saved {
            Ok(()) => Notice::Downloaded(name.to_owned()),
            Err(error) => Notice::Problem(Problem::Browser(error.to_string())),
        });
    }

    /// Lets the person choose a workbook, and takes in what it brings.
    pub fn ask_for_workbook(self) {
        leptos::task::spawn_local(async move {
            match pick::pick(xlsx::EXTENSION).await {
                Ok(picked) => self.open_files(picked),
                Err(error) => self.notices().show(Notice::Problem(Problem::Browser(error.to_string()))),
            }
        });
    }

    /// Takes a workbook in; gives back any other file.
    pub(super) async fn take_workbook(self, picked: pick::Picked) -> Option<pick::Picked> {
        if !is_workbook(&picked.name) {
            return Some(picked);
        }
        self.with_spreadsheets(move |module| (module.read)(self, picked.name, picked.bytes)).await;
        None
    }

    /// Goes where it is said what a spreadsheet brought.
    pub(super) fn go_to_output(self) {
        if untrack(|| self.is_open()) {
            self.go_to(Page::Exchange);
        }
    }

    /// Begins the next plan from the open one, beside it, without the indicators that stay behind.
    pub fn begin_next(self, behind: &Chosen, title: &str) {
        let Some(id): Option<PlanId> = self.new_id() else { return };
        let Some(Ok(rolled)) = self.peek(|plan| plan.roll_over(id, behind)) else { return };
        let mut plan = rolled.plan;
        if !title.trim().is_empty() {
            plan.title = title.trim().to_owned();
        }
        leptos::task::spawn_local(self.keep_and_go(File::from(plan)));
    }

    /// Returns the other plans of this browser: id, title and years.
    pub fn other_plans(self) -> Vec<(PlanId, String)> {
        let open = self.read(|plan| plan.id.clone());
        let other = |listed: Listed| match listed {
            Listed::Plan(header) if Some(&header.id) != open.as_ref() => Some((header.id, header.title)),
            Listed::Plan(_) | Listed::Damaged(_) => None,
        };
        self.plans().unwrap_or_default().into_iter().filter_map(other).collect()
    }

    /// Puts another plan of this browser beside the open one; none: takes it away.
    pub fn compare_with(self, other: Option<PlanId>) {
        let Some(other) = other else { return self.output.compared.set(None) };
        leptos::task::spawn_local(async move {
            let found = async { self.archive()?.open(&other, crate::browser::clock::now()).await };
            match found.await {
                Ok(opened) => self.output.compared.set(Some(Arc::new(opened.plan))),
                Err(error) => self.storage_problem(&error),
            }
        });
    }

    /// Returns the plan beside the open one.
    pub fn compared(self) -> Option<Arc<Plan>> {
        self.output.compared.get()
    }

    /// Looks at a plan in a year, as of today.
    pub fn behold<'a>(self, plan: &'a Plan, year: Year) -> Beheld<'a> {
        Beheld { plan, year, today: self.today() }
    }
}

/// What a file of the plan in another format is called.
fn named(plan: &Plan, ending: &str) -> String {
    let name = file::name(plan);
    format!("{}{ending}", name.strip_suffix(file::EXTENSION).unwrap_or(&name))
}
