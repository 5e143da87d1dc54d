//! What is open now, and where the user is.

use std::ops::Deref;
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime};
use futures::channel::oneshot::Sender;
use leptos::prelude::*;

use super::exchange::Exchange;
use super::followed::Followed;
use super::output::Output;
use super::saving::Queue;
use super::{
    AutoCopy, Condition, Explained, History, Listed, Notice, Notices, Page, Problem, Route, SaveState, Sealing,
};
use crate::attainment::{Attainment, Span};
use crate::browser::chosen_file::ChosenFile;
use crate::browser::preferences::Preference;
use crate::browser::{Listener, address, clock, ids, language, leave, preferences, print, title};
use crate::plan::{Plan, PlanId, ScenarioId, Year};
use crate::storage::{Archive, FileCopy, IndexedDb, OtherTabs, StorageError, Uncopied};
use crate::target::Language;

/// Everything the screen looks at and acts on. A handle: copies are the same workspace.
#[derive(Clone, Copy)]
pub struct Workspace(&'static Kept);

/// What a workspace holds. There is one, and it lives as long as the page.
pub struct Kept {
    pub(super) archive: StoredValue<Option<Archive>, LocalStorage>,
    listeners: StoredValue<Vec<Listener>, LocalStorage>,
    pub(super) other_tabs: StoredValue<Option<Rc<OtherTabs>>, LocalStorage>,
    pub(super) plan: RwSignal<Option<Plan>>,
    pub(super) followed: Followed,
    pub(super) has_module: RwSignal<bool>,
    pub(super) waiting: RwSignal<bool>,
    pub(super) opened: RwSignal<Opened>,
    pub(super) revision: StoredValue<u64>,
    pub(super) history: RwSignal<History>,
    /// How often the plan on the screen was taken from the archive: a history asked for before is another's.
    pub(super) beginnings: StoredValue<u32>,
    pub(super) queue: StoredValue<Queue>,
    /// Ends the wait of what could not be stored.
    pub(super) wake: StoredValue<Option<Sender<()>>, LocalStorage>,
    pub(super) save: RwSignal<SaveState>,
    /// When the plan was last stored before it was opened here.
    pub(super) saved_before: RwSignal<Option<NaiveDateTime>>,
    pub(super) last_copy: RwSignal<Option<FileCopy>>,
    pub(super) uncopied: RwSignal<Uncopied>,
    pub(super) auto_copy: RwSignal<AutoCopy>,
    pub(super) chosen: StoredValue<Option<ChosenFile>, LocalStorage>,
    pub(super) listed: RwSignal<Option<Vec<Listed>>>,
    pub(super) exchange: Exchange,
    pub(super) condition: RwSignal<Condition>,
    /// Why the browser's archive did not open.
    pub(super) closed: RwSignal<Option<StorageError>>,
    pub(super) attainment: Memo<Option<Attainment>>,
    pub(super) span: Memo<Span>,
    route: RwSignal<Route>,
    today: RwSignal<NaiveDate>,
    language: RwSignal<Language>,
    notices: Notices,
    sealing: Sealing,
    /// The what-if tried last.
    tried: RwSignal<Option<ScenarioId>>,
    pub(super) explained: RwSignal<Option<Explained>>,
    pub(super) explained_elsewhere: Memo<Option<Attainment>>,
    pub(super) output: Output,
}

impl Deref for Workspace {
    type Target = Kept;

    fn deref(&self) -> &Kept {
        self.0
    }
}

/// Whether the plan that the address names is there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Opened {
    /// It is being fetched.
    #[default]
    Opening,
    /// It is open.
    Open,
    /// It is not in this browser.
    Missing,
    /// It is there and cannot be read.
    Unreadable(StorageError),
    /// The part of the application that would show it did not arrive.
    NotFetched,
}

impl Workspace {
    /// Sets up the workspace over this browser's archive and goes to where the address leads.
    pub fn start() -> Self {
        Self::start_over(async { Ok(Archive::new(IndexedDb::open().await?)) })
    }

    /// Sets up the workspace over an archive that is on its way.
    pub fn start_over(archive: impl Future<Output = Result<Archive, StorageError>> + 'static) -> Self {
        let plan = RwSignal::new(None);
        let route = RwSignal::new(Route::parse(&address::hash()));
        let today = RwSignal::new(clock::today());
        let followed = Followed::new();
        let span = super::figures::span(&followed, route);
        let explained = RwSignal::new(None);
        let workspace = Self(Box::leak(Box::new(Kept {
            archive: StoredValue::new_local(None),
            listeners: StoredValue::new_local(Vec::new()),
            other_tabs: StoredValue::new_local(None),
            plan,
            followed,
            has_module: RwSignal::new(false),
            waiting: RwSignal::new(false),
            opened: RwSignal::new(Opened::default()),
            revision: StoredValue::new(0),
            history: RwSignal::new(History::default()),
            beginnings: StoredValue::new(0),
            queue: StoredValue::new(Queue::default()),
            wake: StoredValue::new_local(None),
            save: RwSignal::new(SaveState::default()),
            saved_before: RwSignal::new(None),
            last_copy: RwSignal::new(None),
            uncopied: RwSignal::new(Uncopied::default()),
            auto_copy: RwSignal::new(AutoCopy::default()),
            chosen: StoredValue::new_local(None),
            listed: RwSignal::new(None),
            exchange: Exchange::new(),
            condition: RwSignal::new(Condition::New),
            closed: RwSignal::new(None),
            attainment: super::figures::attainment(plan, span, today),
            span,
            route,
            today,
            language: RwSignal::new(first_language()),
            notices: Notices::new(),
            sealing: Sealing::new(),
            tried: RwSignal::new(None),
            explained,
            explained_elsewhere: super::figures::elsewhere(plan, span, explained, today),
            output: Output::new(),
        })));
        workspace.listen();
        workspace.fetch_module();
        leptos::task::spawn_local(workspace.arrive(archive));
        workspace
    }

    fn listen(self) {
        let listening = [
            address::listen(move |hash| {
                self.look_at_clock();
                self.explained.set(None);
                self.sealing.leave();
                let route = Route::parse(&hash);
                if route == Route::Plans {
                    leptos::task::spawn_local(self.look_again());
                }
                self.route.set(route);
            }),
            leave::listen_for_return(move || {
                self.look_at_clock();
                self.catch_up();
            }),
            leave::ask_while(move || self.has_unsaved()),
        ];
        for listener in listening {
            match listener {
                Ok(listener) => self.keep(listener),
                Err(error) => self.notices.show(Notice::Problem(Problem::Browser(error.to_string()))),
            }
        }
        Effect::new(move || self.follow_address());
        Effect::new(move || title::set(&self.page_title()));
        Effect::new(move || language::set_page_language(tag(self.language.get())));
    }

    /// The title of the browser's tab: the plan's, where one is on the screen.
    fn page_title(self) -> String {
        const NAME: &str = "Traguardo";
        match self.read(|plan| plan.title.trim().to_owned()).filter(|title| self.is_open() && !title.is_empty()) {
            Some(title) => format!("{title} · {NAME}"),
            None => NAME.to_owned(),
        }
    }

    /// Keeps a listener for as long as the workspace lives.
    fn keep(self, listener: Listener) {
        self.listeners.update_value(|listeners| listeners.push(listener));
    }

    async fn arrive(self, archive: impl Future<Output = Result<Archive, StorageError>>) {
        let archive = match archive.await {
            Ok(archive) => archive,
            Err(error) => {
                self.save.set(SaveState::Unsaved { why: Some(error.clone()) });
                self.closed.set(Some(error));
                Archive::in_memory()
            }
        };
        self.archive.set_value(Some(archive));
        self.meet_other_tabs();
        self.look_around().await;
        untrack(|| self.follow_address());
    }

    /// A browser without channels between tabs does without: a lost update is impossible either way.
    fn meet_other_tabs(self) {
        let Ok(tabs) = OtherTabs::new() else { return };
        if let Ok(listener) = tabs.listen(move |heard| self.follow_other_tab(heard.plan, heard.revision)) {
            self.keep(listener);
        }
        self.other_tabs.set_value(Some(Rc::new(tabs)));
    }

    /// Opens the plan that the address names, when another one or none is open.
    fn follow_address(self) {
        let Route::Plan { plan, .. } = self.route.get() else { return };
        let is_open = self.plan.with_untracked(|open| open.as_ref().is_some_and(|open| open.id == plan));
        if is_open {
            self.name_span();
        } else if self.archive.with_value(Option::is_some) {
            self.opened.set(Opened::Opening);
            self.with_module(move |module| (module.open)(self, plan));
        }
    }

    /// Returns whether the address still leads to a plan; somebody may have gone elsewhere while it was fetched.
    pub(super) fn is_wanted(self, id: &PlanId) -> bool {
        matches!(&*self.route.read_untracked(), Route::Plan { plan, .. } if plan == id)
    }

    /// Writes the year that the page chose into an address without one, so that it leads to the same figures next year.
    pub(super) fn name_span(self) {
        let Route::Plan { plan, page, span: None } = self.route.get_untracked() else { return };
        let route = Route::Plan { plan, page, span: Some(self.span.get_untracked()) };
        // An address that cannot be rewritten leads to the same page all the same.
        drop(address::rewrite(&route.show()));
        self.route.set(route);
    }

    /// Takes notice of a new day: the page may have been open since yesterday.
    pub(super) fn look_at_clock(self) {
        let today = clock::today();
        if self.today.get_untracked() != today {
            self.today.set(today);
            self.find_year_at_hand();
        }
    }

    pub(super) fn archive(self) -> Result<Archive, StorageError> {
        let unavailable = || StorageError::Unavailable { message: "not open yet".to_owned() };
        self.archive.with_value(Clone::clone).ok_or_else(unavailable)
    }

    pub(super) fn announce(self, plan: &PlanId, revision: u64) {
        if let Some(tabs) = self.other_tabs.with_value(Clone::clone) {
            // The others find out with their next save all the same.
            drop(tabs.announce(plan, revision));
        }
    }

    /// Returns whether the plan that the address names is there.
    pub fn opened(self) -> Opened {
        self.opened.get()
    }

    /// Returns whether a plan is on the screen.
    pub fn is_open(self) -> bool {
        self.route.read() != Route::Plans && self.plan.read().is_some()
    }

    /// Looks at the open plan.
    pub fn read<T>(self, look: impl FnOnce(&Plan) -> T) -> Option<T> {
        self.plan.read().as_ref().map(look)
    }

    /// Looks at the open plan without following it.
    pub fn peek<T>(self, look: impl FnOnce(&Plan) -> T) -> Option<T> {
        self.plan.read_untracked().as_ref().map(look)
    }

    /// Returns the year, or the whole period, that the address asks for: else the year at hand.
    pub fn span(self) -> Span {
        self.span.get()
    }

    /// Returns the year of [`Workspace::span`]; for the whole period, the year at hand.
    pub fn year(self) -> Option<Year> {
        match self.span() {
            Span::Year(year) => Some(year),
            Span::Period => self.year_at_hand(),
        }
    }

    /// Returns the what-if tried last, which may be another plan's.
    pub fn tried(self) -> Option<ScenarioId> {
        self.tried.get()
    }

    /// Remembers which what-if is tried, for when its page comes up again.
    pub fn try_out(self, scenario: ScenarioId) {
        self.tried.set(Some(scenario));
    }

    /// Returns today.
    pub fn today(self) -> NaiveDate {
        self.today.get()
    }

    /// Returns the time on the wall; nothing follows it.
    pub fn now(self) -> NaiveDateTime {
        clock::now()
    }

    pub(super) fn today_untracked(self) -> NaiveDate {
        self.today.get_untracked()
    }

    /// Returns where the user is.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// Returns the page of the plan that is shown.
    pub fn page(self) -> Option<Page> {
        match self.route.get() {
            Route::Plans => None,
            Route::Plan { page, .. } => Some(page),
        }
    }

    /// Goes somewhere; the address follows.
    pub fn go(self, route: &Route) {
        self.go_to_address(&route.show());
    }

    /// Goes to a page of the open plan, in the same year.
    pub fn go_to(self, page: Page) {
        self.go_to_address(&self.address_of(page));
    }

    fn go_to_address(self, hash: &str) {
        if let Err(error) = address::go(hash) {
            self.notices.show(Notice::Problem(Problem::Browser(error.to_string())));
        }
    }

    /// Returns the address of a page of the open plan, in the same year.
    pub fn address_of(self, page: Page) -> String {
        match self.route.get() {
            Route::Plan { plan, span, .. } => Route::Plan { plan, page, span }.show(),
            Route::Plans => Route::Plans.show(),
        }
    }

    /// Returns the address of a page of the open plan, in a year of its own.
    pub fn address_at(self, page: Page, span: Span) -> String {
        match self.route.get() {
            Route::Plan { plan, .. } => Route::Plan { plan, page, span: Some(span) }.show(),
            Route::Plans => Route::Plans.show(),
        }
    }

    /// Returns the address of this page in another year.
    pub fn address_in(self, span: Span) -> String {
        match self.route.get() {
            Route::Plan { plan, page, .. } => Route::Plan { plan, page, span: Some(span) }.show(),
            Route::Plans => Route::Plans.show(),
        }
    }

    /// Returns the language of the screen.
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// Changes the language, for good.
    pub fn speak(self, language: Language) {
        self.language.set(language);
        // A browser that keeps no preferences asks its own settings again next time.
        drop(preferences::set(Preference::Language, tag(language)));
    }

    /// Loads the page anew, perhaps as a newer version of the application.
    pub fn reload(self) {
        if let Err(error) = address::reload() {
            self.notices.show(Notice::Problem(Problem::Browser(error.to_string())));
        }
    }

    /// Returns the notices.
    pub fn notices(self) -> Notices {
        self.notices
    }

    /// Returns what is asked about passphrases.
    pub fn sealing(self) -> Sealing {
        self.sealing
    }

    /// Says on the screen that the browser would not do something.
    pub(super) fn browser_problem(self, error: &crate::browser::BrowserError) {
        self.notices.show(Notice::Problem(Problem::Browser(error.to_string())));
    }

    /// Prints what is on the screen.
    pub fn print(self) {
        if let Err(error) = print::print() {
            self.notices.show(Notice::Problem(Problem::Browser(error.to_string())));
        }
    }

    /// Returns an id that nothing else, here or elsewhere, has; none where the browser has no source of chance, which is
    /// said on the screen.
    pub fn new_id<T: From<String>>(self) -> Option<T> {
        match ids::new_id() {
            Ok(id) => Some(id.into()),
            Err(error) => {
                self.notices.show(Notice::Problem(Problem::Browser(error.to_string())));
                None
            }
        }
    }
}

/// The language chosen before; else the first of the browser's that the application speaks; else Italian.
fn first_language() -> Language {
    let chosen = preferences::get(Preference::Language);
    let mut asked = chosen.into_iter().chain(language::preferred());
    asked
        .find_map(|tag| match tag.get(..2) {
            Some("it") => Some(Language::Italian),
            Some("en") => Some(Language::English),
            _ => None,
        })
        .unwrap_or(Language::Italian)
}

fn tag(language: Language) -> &'static str {
    match language {
        Language::Italian => "it",
        Language::English => "en",
    }
}
