//! Files that leave: the copy of an office, the copy that it sends back, and the whole plan.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::browser::{clock, download, selection};
use crate::file::{self, File, Sent};
use crate::plan::{Plan, RevisionId, Scope, UnitId};
use crate::state::library::NOT_STORED;
use crate::state::{Notice, Problem, Workspace};
use crate::storage::{HandedOut, Origin, StorageError};

/// What is sent to an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shipment {
    /// For whom, and whether evaluations go along.
    pub scope: Scope,
    /// What the file is called.
    pub name: String,
}

impl Workspace {
    /// Returns what the file for some offices would be called today.
    pub fn shipment(self, scope: Scope) -> Option<Shipment> {
        let (today, revision) = (self.today(), self.revision.get_value());
        let name = self.read(|plan| file::name_for(plan, &names(plan, &scope.units), today, revision))?;
        Some(Shipment { scope, name })
    }

    /// Saves the files for offices, one after another, and notes that they went out. `by` says who sends them.
    pub fn send(self, scopes: Vec<Scope>, by: String) {
        leptos::task::spawn_local(async move {
            // The state that goes out has to be one of the history here: it is where the merge will begin.
            if !self.settle().await || self.revision.get_value() == NOT_STORED {
                return self.notices().show(Notice::Problem(Problem::NotSaved));
            }
            let Some(plan) = self.peek(Plan::clone) else { return };
            let Some(state) = file::revision_of(&plan) else { return };
            for scope in scopes {
                let handed = HandedOut {
                    state: state.clone(),
                    revision: self.revision.get_value(),
                    units: scope.units.clone(),
                    at: clock::now(),
                    returned: None,
                };
                let name = file::name_for(&plan, &names(&plan, &scope.units), clock::today(), handed.revision);
                let mut extract = File::extract(&plan, Some(state.clone()), scope);
                extract.revision = file::revision_of(&extract.plan);
                extract.sent = Some(sent(by.clone(), clock::today()));
                if !self.hand_over(&name, &extract) {
                    return;
                }
                self.note_handed(&plan, handed).await;
            }
        });
    }

    /// Saves the file that goes back to where this copy came from; `by` says who filled it in.
    pub fn send_back(self, by: String) {
        leptos::task::spawn_local(async move {
            let Some((plan, origin)) = self.peek(Plan::clone).zip(self.exchange.origin.get_untracked()) else { return };
            let units = origin.scope.as_ref().map(|scope| scope.units.clone()).unwrap_or_default();
            let name = file::name_for(&plan, &names(&plan, &units), clock::today(), self.revision.get_value());
            if let Some(file) = self.copy_of(plan, origin, Some(sent(by, clock::today()))).await
                && self.hand_over(&name, &file)
            {
                self.note_copy();
            }
        });
    }

    /// Downloads the open plan as a file; an office's copy stays one.
    pub fn download(self) {
        leptos::task::spawn_local(async move {
            let Some(file) = self.file_to_keep().await else { return };
            let (name, is_copy) = (file::name(&file.plan), file.scope.is_some());
            if !self.hand_over(&name, &file) {
                return;
            }
            self.note_copy();
            // Somebody may edit it elsewhere and bring it back.
            if let (false, Some(state), revision) = (is_copy, &file.revision, self.revision.get_value())
                && revision != NOT_STORED
            {
                let at = clock::now();
                let handed = HandedOut { state: state.clone(), revision, units: Vec::new(), at, returned: None };
                self.note_handed(&file.plan, handed).await;
            }
        });
    }

    /// Makes the file of the open plan that goes out in another format and may come back: noted like any other copy.
    pub(in crate::state) async fn file_for_others(self) -> Option<File> {
        let file = self.file_to_keep().await?;
        if let (None, Some(state), revision) = (&file.scope, &file.revision, self.revision.get_value())
            && revision != NOT_STORED
        {
            let handed =
                HandedOut { state: state.clone(), revision, units: Vec::new(), at: clock::now(), returned: None };
            self.note_handed(&file.plan, handed).await;
        }
        Some(File { base: None, ..file })
    }

    /// Makes the file of the open plan that is kept as a copy; an office's copy stays one.
    pub(in crate::state) async fn file_to_keep(self) -> Option<File> {
        let plan = self.peek(Plan::clone)?;
        let origin = self.exchange.origin.get_untracked().unwrap_or_default();
        self.copy_of(plan, origin, None).await
    }

    /// Makes the file of a plan that came from elsewhere, or did not: with what a merge there needs to know.
    async fn copy_of(self, plan: Plan, origin: Origin, sent: Option<Sent>) -> Option<File> {
        let revision = file::revision_of(&plan);
        let Origin { state, parents, scope } = origin;
        let base = match scope {
            None => None,
            Some(_) => match async { self.archive()?.base(&plan.id).await }.await {
                Ok(base) => base,
                Err(StorageError::Missing(_)) => None,
                Err(error) => {
                    self.storage_problem(&error);
                    None
                }
            },
        };
        let parents = parents_of(scope.is_some(), revision.as_ref(), state, parents);
        Some(File { revision, parents, scope, sent, base, plan })
    }

    /// Copies what is selected on the page; false when the browser would not, and the person copies it by hand.
    pub fn copy_selected(self) -> bool {
        selection::copy_selected().unwrap_or_default()
    }

    /// Hands a file to the person, and says so; false when the browser would not.
    fn hand_over(self, name: &str, file: &File) -> bool {
        let written = file::write(file).map_err(|error| error.to_string());
        let saved = written.and_then(|text| {
            download::download(name, "application/json", text.as_bytes()).map_err(|error| error.to_string())
        });
        let is_saved = saved.is_ok();
        self.notices().show(match saved {
            Ok(()) => Notice::Downloaded(name.to_owned()),
            Err(message) => Notice::Problem(Problem::Browser(message)),
        });
        is_saved
    }

    async fn note_handed(self, plan: &Plan, handed: HandedOut) {
        let noted = async { self.archive()?.note_handed(&plan.id, handed).await };
        match noted.await {
            Ok(()) => self.look_at_copies().await,
            Err(error) => self.storage_problem(&error),
        }
    }
}

/// Says which states a file was made from: an office's copy names the state that was handed out, whatever became of it; any
/// other names the one it came with, once it is no longer that very state.
fn parents_of(
    is_scoped: bool,
    now: Option<&RevisionId>,
    came: Option<RevisionId>,
    parents: Vec<RevisionId>,
) -> Vec<RevisionId> {
    match came {
        Some(came) if !is_scoped && now != Some(&came) => vec![came],
        _ => parents,
    }
}

fn sent(by: String, on: NaiveDate) -> Sent {
    Sent { by, on }
}

fn names(plan: &Plan, units: &[UnitId]) -> String {
    let named = units.iter().filter_map(|unit| plan.units.get(unit)).map(|unit| unit.name.as_str());
    named.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_names_the_state_it_was_made_from() {
        let (now, came, home): (RevisionId, RevisionId, RevisionId) = ("n".into(), "c".into(), "h".into());
        let parents = |is_scoped, came| parents_of(is_scoped, Some(&now), came, vec![home.clone()]);
        assert_eq!(parents(false, Some(came.clone())), std::slice::from_ref(&came), "edited since it came");
        assert_eq!(parents(false, Some(now.clone())), std::slice::from_ref(&home), "as it came: the same file again");
        assert_eq!(parents(true, Some(came)), std::slice::from_ref(&home), "an office's copy");
        assert_eq!(parents(false, None), std::slice::from_ref(&home), "nobody named the state it came in");
    }
}
