//! The application's own line of saving, over a store that fails at one call after the other: no edit is lost, none is made
//! twice, people are told, and the next save stores all.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use leptos::mount::mount_to;
use leptos::prelude::untrack;
use traguardo::plan::{
    Edit, ListEdit, Objective, ObjectiveEdit, ObjectiveField, Period, Plan, PlanField, Starter, Year,
};
use traguardo::state::{SaveState, Workspace};
use traguardo::storage::{Archive, Change, Failing, Fault, Memory, Shelf, Storage};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::scenario::Place;

const EDITS: usize = 200;

/// What was met while every call failed once.
#[derive(Debug, Default)]
pub struct Figures {
    /// Calls that failed, each in a script of its own.
    pub failures: u32,
    /// Of these, how many the screen told at once.
    pub told: u32,
    /// Edits made.
    pub edits: usize,
}

/// A workspace without a screen, and the store below it.
pub struct Desk {
    workspace: Workspace,
    store: Rc<Failing<Memory>>,
}

impl Desk {
    /// Sits down at an archive that is empty.
    pub fn new() -> Self {
        let store = Rc::new(Failing::over(Memory::default()));
        let archive = Archive::new(Place(store.clone()));
        let begun = Rc::new(Cell::new(None));
        // Mounted like the application, with nothing to show; it lives as long as the page.
        let nowhere = leptos::prelude::document().create_element("div").unwrap().unchecked_into();
        let start = {
            let begun = Rc::clone(&begun);
            move || begun.set(Some(Workspace::start_over(std::future::ready(Ok(archive)))))
        };
        mount_to(nowhere, start).forget();
        Self { workspace: begun.get().unwrap(), store }
    }

    fn plan(&self) -> Option<Plan> {
        self.workspace.peek(Clone::clone)
    }

    /// Runs the script with one failure after the other, until it comes to its end before one.
    pub async fn fail_at_every_call(&self, fault: impl Fn(u64) -> Fault) -> Figures {
        let mut figures = Figures::default();
        for nth in 0.. {
            let fault = fault(nth);
            self.store.fail_at(nth, fault);
            let told = self.run_script(&format!("{fault:?} {nth}")).await;
            figures.edits += EDITS;
            if self.store.is_planned() {
                return figures;
            }
            figures.failures += 1;
            figures.told += u32::from(told);
        }
        figures
    }

    /// Makes a plan and 200 edits; returns whether something was said not to be saved meanwhile.
    async fn run_script(&self, title: &str) -> bool {
        let year = |number| Year::new(number).unwrap();
        let period = Period::new(year(2024), year(2026)).unwrap();
        self.workspace.create(Starter::Sheets, title, "Consorzio", period);
        while self.plan().is_none_or(|plan| plan.title != title) {
            TimeoutFuture::new(1).await;
        }
        while self.state() == SaveState::Saving {
            TimeoutFuture::new(1).await;
        }
        let mut model = self.plan().unwrap();
        let mut told = self.is_unsaved();
        for number in 0..EDITS {
            let edit = edit(&model, number);
            model.apply(edit.clone()).unwrap();
            self.workspace.edit(edit);
            assert!(self.plan().as_ref() == Some(&model), "{title}: the page differs after edit {number}");
            rest().await;
            told |= self.is_unsaved();
        }
        // The next save: whatever failed before, it stores all.
        let last = Edit::Plan(PlanField::Title(format!("{title}, alla fine")));
        model.apply(last.clone()).unwrap();
        self.workspace.edit(last);
        let failed_before = !self.store.is_planned();
        let began = js_sys::Date::now();
        while !matches!(self.state(), SaveState::Saved { .. }) {
            TimeoutFuture::new(1).await;
            // By itself it would be tried again only after three seconds; that may happen where this very save fails.
            let in_time = js_sys::Date::now() - began < 2_500.0;
            assert!(in_time || !failed_before, "{title}: not saved by the next save");
        }
        self.compare(title, &model).await;
        told
    }

    /// The archive loses everything while a plan is open, as when the browser drops a damaged database: the next save stores
    /// the plan anew, whole.
    pub async fn lose_everything(&self) {
        self.store.fail_at(u64::MAX, Fault::Refused);
        self.run_script("prima").await;
        let mut model = self.plan().unwrap();
        let place = Place(self.store.clone());
        for shelf in Shelf::ALL {
            let keys = place.keys(shelf, Some(&model.id)).await.unwrap();
            let gone = keys.into_iter().map(Change::Delete).collect();
            place.write(&model.id, Box::new(move |_| Ok(gone))).await.unwrap();
        }
        let last = Edit::Plan(PlanField::Title("dopo".to_owned()));
        model.apply(last.clone()).unwrap();
        self.workspace.edit(last);
        while !matches!(self.state(), SaveState::Saved { .. }) {
            TimeoutFuture::new(1).await;
        }
        let now = traguardo::browser::clock::now();
        let opened = Archive::new(place).open(&model.id, now).await.unwrap();
        assert!(opened.plan == model && opened.recovery.is_none(), "what is stored differs");
    }

    fn state(&self) -> SaveState {
        untrack(|| self.workspace.save_state())
    }

    fn is_unsaved(&self) -> bool {
        matches!(self.state(), SaveState::Unsaved { .. })
    }

    async fn compare(&self, title: &str, model: &Plan) {
        assert!(self.plan().as_ref() == Some(model), "{title}: the page differs");
        let planned = self.store.is_planned();
        assert!(planned || !self.workspace.has_unsaved(), "{title}: something waits");
        if planned {
            // Its time has not come; it must not come while the test itself reads.
            self.store.fail_at(u64::MAX, Fault::Refused);
        }
        let now = traguardo::browser::clock::now();
        let opened = Archive::new(Place(self.store.clone())).open(&model.id, now).await.unwrap();
        assert!(opened.plan == *model, "{title}: what is stored differs");
        assert_eq!((opened.revision, opened.recovery), (u64::try_from(EDITS).unwrap() + 2, None), "{title}");
    }
}

/// Lets the line of saving run: memory answers at once, so no time need pass.
async fn rest() {
    for _ in 0..20 {
        let turn = js_sys::Promise::resolve(&wasm_bindgen::JsValue::NULL);
        JsFuture::from(turn).await.unwrap();
    }
}

/// Edits that would show if they were made twice, or out of order: rows come, are renamed, move and go.
fn edit(plan: &Plan, number: usize) -> Edit {
    let title =
        |id, words: String| Edit::Objective { objective: id, edit: ObjectiveEdit::Field(ObjectiveField::Title(words)) };
    let last = plan.objectives.iter().last().map(|objective| objective.id.clone());
    match (number % 4, last) {
        (1, Some(id)) => title(id, format!("Obiettivo riscritto {number}")),
        (2, Some(id)) if plan.objectives.len() > 1 => Edit::Objectives(ListEdit::Move { id, to: 0 }),
        (3, Some(id)) if number % 8 == 7 => Edit::Objectives(ListEdit::Remove { id }),
        _ => {
            let item = Objective::new(format!("obiettivo {number}").into());
            Edit::Objectives(ListEdit::Insert { at: plan.objectives.len(), item: item.into() })
        }
    }
}
