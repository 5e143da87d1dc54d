//! What the page works on: the filters, the list they gave, and what is being written.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::attainment::{Attainment, Figure, Span};
use crate::plan::{ObjectiveId, Policy, UnitId, Year};
use crate::report::{CellPlace, monitoring};
use crate::state::{Workspace, use_workspace};

use super::wanted::Wanted;

/// Rows shown at once; more when asked.
const SCREENFUL: usize = 100;

/// A handle on the page's state: copies are the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The open plan.
    pub workspace: Workspace,
    /// The year whose results are written.
    pub year: Memo<Option<Year>>,
    /// Whether the year asks for any result.
    pub anything_due: Memo<bool>,
    /// The rows that the filters gave. They stay as they are while results come in, so that no row leaves under the hands
    /// of whoever is writing in it.
    pub rows: Memo<Vec<CellPlace>>,
    /// What is written: results, or readings of a day.
    pub writing: Memo<Writing>,
    /// The body's rules.
    pub policy: ReadSignal<Policy>,
    /// Names of the offices.
    pub units: ReadSignal<BTreeMap<UnitId, String>>,
    wanted: RwSignal<Wanted>,
    shown: RwSignal<usize>,
    asked: RwSignal<u32>,
    on_checkpoint: RwSignal<bool>,
    date: RwSignal<Option<NaiveDate>>,
    of_year: Memo<Option<Attainment>>,
}

/// What is written into the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// The results of the year.
    Results,
    /// How things stood on a day of the year.
    Checkpoints(NaiveDate),
}

/// The rows of one objective.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Group {
    /// Which objective.
    pub objective: ObjectiveId,
    /// Its rows, in the plan's order.
    pub rows: Vec<CellPlace>,
}

impl Desk {
    /// Sets the desk up for the open plan.
    pub fn new() -> Self {
        let workspace = use_workspace();
        let year = Memo::new(move |_| workspace.year());
        let (wanted, asked) = (RwSignal::new(Wanted::in_copy(workspace.scope().as_ref())), RwSignal::new(0));
        let (on_checkpoint, date) = (RwSignal::new(false), RwSignal::new(None));
        Self {
            workspace,
            year,
            anything_due: Memo::new(move |_| year.get().is_some_and(|year| anything_due(workspace, year))),
            rows: Memo::new(move |_| {
                asked.track();
                year.get().map(|year| rows(workspace, year, &wanted.read())).unwrap_or_default()
            }),
            writing: Memo::new(move |_| match (on_checkpoint.get(), year.get()) {
                (true, Some(year)) => Writing::Checkpoints(day_in(year, date.get(), workspace.today())),
                _ => Writing::Results,
            }),
            policy: workspace.policy(),
            units: workspace.unit_names(),
            wanted,
            shown: RwSignal::new(SCREENFUL),
            asked,
            on_checkpoint,
            date,
            of_year: of_year(workspace, year),
        }
    }

    /// Returns what the filters ask for.
    pub fn wanted<T>(self, look: impl FnOnce(&Wanted) -> T) -> T {
        look(&self.wanted.read())
    }

    /// Changes the filters; the list is made again.
    pub fn want(self, change: impl FnOnce(&mut Wanted)) {
        self.shown.set(SCREENFUL);
        self.wanted.update(change);
    }

    /// Makes the list again with the filters as they are.
    pub fn refresh(self) {
        self.asked.update(|asked| *asked = asked.wrapping_add(1));
    }

    /// Returns the rows on the screen, by objective.
    pub fn groups(self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for place in self.rows.read().iter().take(self.shown.get()) {
            match groups.last_mut().filter(|group| group.objective == place.objective) {
                Some(group) => group.rows.push(place.clone()),
                None => groups.push(Group { objective: place.objective.clone(), rows: vec![place.clone()] }),
            }
        }
        groups
    }

    /// Returns how many rows are not on the screen yet.
    pub fn hidden(self) -> usize {
        self.rows.read().len().saturating_sub(self.shown.get())
    }

    /// Puts more rows on the screen; returns whether there were more.
    pub fn show_more(self) -> bool {
        let more = untrack(|| self.hidden()) > 0;
        self.shown.update(|shown| *shown = shown.saturating_add(SCREENFUL));
        more
    }

    /// Chooses what is written.
    pub fn write_checkpoints(self, day: Option<NaiveDate>) {
        self.on_checkpoint.set(true);
        if day.is_some() {
            self.date.set(day);
        }
    }

    /// Goes back to writing results.
    pub fn write_results(self) {
        self.on_checkpoint.set(false);
    }

    /// Looks at the figures of the year, whatever span the address asks for.
    pub fn figures<T>(self, look: impl FnOnce(&Attainment) -> T) -> Option<T> {
        match self.workspace.span() {
            Span::Year(_) => self.workspace.attainment().read().as_ref().map(look),
            Span::Period => self.of_year.read().as_ref().map(look),
        }
    }

    /// Returns the figure of the plan in the year.
    pub fn figure(self) -> Memo<Figure> {
        Memo::new(move |_| self.figures(|attainment| attainment.figure().clone()).unwrap_or_default())
    }

    /// Returns the year whose working a figure of this page opens.
    pub fn explained_year(self) -> Signal<Option<Year>> {
        Signal::derive(move || self.workspace.year())
    }
}

/// The figures of the year where the address asks for the whole period.
fn of_year(workspace: Workspace, year: Memo<Option<Year>>) -> Memo<Option<Attainment>> {
    Memo::new_owning(move |before: Option<Option<Attainment>>| {
        if workspace.span() != Span::Period {
            return (None, true);
        }
        let (year, today) = (year.get(), workspace.today());
        let now = year.and_then(|year| {
            workspace.read(|plan| match before.flatten() {
                Some(mut known) if known.span() == Span::Year(year) && known.today() == today => {
                    known.follow(plan);
                    known
                }
                _ => Attainment::of(plan, Span::Year(year), today),
            })
        });
        (now, true)
    })
}

fn anything_due(workspace: Workspace, year: Year) -> bool {
    workspace.read(|plan| plan.objectives.iter().any(|objective| objective.is_due(year))).unwrap_or_default()
}

/// The rows as things stand now; nothing that happens later changes them.
fn rows(workspace: Workspace, year: Year, wanted: &Wanted) -> Vec<CellPlace> {
    let attainment = workspace.attainment().read_untracked();
    let found = attainment.as_ref().and_then(|attainment| {
        workspace.peek(|plan| {
            let entries = monitoring(plan, attainment, year, &wanted.filter());
            entries.into_iter().filter(|entry| wanted.holds(entry)).map(|entry| entry.place).collect()
        })
    });
    found.unwrap_or_default()
}

/// The day asked for, if it lies in the year; else today, or the middle of the year.
fn day_in(year: Year, asked: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    use chrono::Datelike;
    let in_year = |day: &NaiveDate| day.year() == year.number();
    let middle = NaiveDate::from_ymd_opt(year.number(), 6, 30);
    asked.filter(in_year).or(Some(today).filter(in_year)).or(middle).unwrap_or(today)
}
