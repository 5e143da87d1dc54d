//! What is known of copies in other hands: those handed out from here, and the one from which a plan here came.
//!
//! A copy that came as a file keeps the plan it began with on a shelf of its own, written as a plan file with the scope in
//! it: what may be edited is then known twice, there and in the header, and a damaged header does not open the whole plan.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::archive::{Archive, Beside, put_all};
use super::header::Header;
use super::record::{self, Key, Record, Shelf};
use super::{Change, Saved, StorageError};
use crate::file::{self, File};
use crate::plan::{Edit, Plan, PlanId, RevisionId, Scope, UnitId};

/// Copies noted at most; the oldest are forgotten first. An office's copy carries its own base, so that nothing is lost.
const KEPT: usize = 60;

/// Entries of the journal read at most to tell when something was written.
const MOST_READ: u64 = 2_000;

/// A copy of the plan that was handed out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOut {
    /// Names the state that went out.
    pub state: RevisionId,
    /// The revision at which the plan was then.
    pub revision: u64,
    /// For which offices; empty: the whole plan, for anybody.
    #[serde(default)]
    pub units: Vec<UnitId>,
    /// When.
    pub at: NaiveDateTime,
    /// When what became of it was merged here; none: it has not come back.
    #[serde(default)]
    pub returned: Option<NaiveDateTime>,
}

/// Where a plan came from, when it came as a file.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Origin {
    /// The state that the file held.
    #[serde(default)]
    pub state: Option<RevisionId>,
    /// The states from which that was made.
    #[serde(default)]
    pub parents: Vec<RevisionId>,
    /// What may be edited in this copy; none: everything.
    #[serde(default)]
    pub scope: Option<Scope>,
}

impl Origin {
    /// Returns what is to be kept of a file; none where the file says nothing of where it comes from.
    pub fn of(file: &File) -> Option<Self> {
        let File { revision, parents, scope, .. } = file;
        let origin = Self { state: revision.clone(), parents: parents.clone(), scope: scope.clone() };
        (origin != Self::default()).then_some(origin)
    }
}

impl Archive {
    /// Stores a plan that came as a file and is not here yet, with where it came from; it begins with revision 1.
    ///
    /// # Errors
    /// [`StorageError::Exists`] when a plan with its id is here.
    pub async fn create_from(&self, came: &File, at: NaiveDateTime) -> Result<Saved, StorageError> {
        let plan = &came.plan;
        let origin = Origin::of(came);
        let base = match (&origin, base_file(came)) {
            (Some(_), Some(base)) => base_records(&base, 1)?,
            _ => Vec::new(),
        };
        let beside = Beside { is_root: true, changes: base.iter().cloned().map(Change::Put).collect() };
        let saved = self
            .store_whole(plan, 1, beside, |bytes| match Header::decode(&plan.id, bytes) {
                Err(StorageError::Missing(_)) => Ok(Header { origin, ..Header::new(plan, 1, at) }),
                Err(StorageError::Newer) => Err(StorageError::Newer),
                _ => Err(StorageError::Exists(plan.id.clone())),
            })
            .await?;
        self.check_stored(&base).await?;
        Ok(saved)
    }

    /// Notes that a copy goes on from another file now: a newer one from home was merged into it.
    pub async fn renew_origin(&self, came: &File) -> Result<(), StorageError> {
        let Some(origin) = Origin::of(came) else { return Ok(()) };
        let id = &came.plan.id;
        let base = base_file(came);
        let mut stored = Vec::new();
        let decide = |bytes: Option<&[u8]>| {
            let header = Header { origin: Some(origin), ..Header::decode(id, bytes)? };
            stored = base.map(|base| base_records(&base, header.revision)).transpose()?.unwrap_or_default();
            Ok(put_all(header.encode()?, stored.clone()))
        };
        self.storage.write(id, Box::new(decide)).await?;
        self.check_stored(&stored).await
    }

    /// Returns the plan with which a copy began; none where that was not kept.
    pub async fn base(&self, plan: &PlanId) -> Result<Option<Plan>, StorageError> {
        Ok(self.base_file(plan).await?.map(|file| file.plan))
    }

    /// Notes that a copy was handed out. The same state for the same offices is noted once, with its newest day.
    pub async fn note_handed(&self, plan: &PlanId, handed: HandedOut) -> Result<(), StorageError> {
        self.change_header(plan, |mut header| {
            header.handed.retain(|known| known.state != handed.state || known.units != handed.units);
            header.handed.push(handed);
            let over = header.handed.len().saturating_sub(KEPT);
            header.handed.drain(..over);
            header
        })
        .await
    }

    /// Notes that copies came back: those of these states for these offices.
    pub async fn note_returned(
        &self,
        plan: &PlanId,
        came: &[(RevisionId, Vec<UnitId>)],
        at: Option<NaiveDateTime>,
    ) -> Result<(), StorageError> {
        self.change_header(plan, |mut header| {
            for known in &mut header.handed {
                if came.iter().any(|(state, units)| *state == known.state && *units == known.units) {
                    known.returned = at;
                }
            }
            header
        })
        .await
    }

    /// Returns on which day each place of a plan was last written since a revision, by its path. Entries that cannot be read
    /// are passed over: a day is told where it is known.
    pub async fn written_since(
        &self,
        plan: &PlanId,
        revision: u64,
    ) -> Result<HashMap<String, NaiveDate>, StorageError> {
        let newest = self.header(plan).await?.revision;
        let first = revision.max(newest.saturating_sub(MOST_READ)).saturating_add(1);
        let mut written = HashMap::new();
        for (_, entry) in self.entries(plan, first..=newest).await? {
            if let Ok(entry) = entry {
                note_places(&entry.edit, entry.at.date(), &mut written);
            }
        }
        Ok(written)
    }

    /// What a damaged header no longer says of where the plan came from.
    pub(super) async fn origin(&self, plan: &PlanId) -> Option<Origin> {
        // What cannot be read is not known.
        Origin::of(&self.base_file(plan).await.ok().flatten()?)
    }

    async fn base_file(&self, plan: &PlanId) -> Result<Option<File>, StorageError> {
        let keys = self.storage.keys(Shelf::Bases, Some(plan)).await?;
        let Some(revision) = keys.last().map(|key| key.revision) else { return Ok(None) };
        let records = self.storage.read(Shelf::Bases, plan, revision..=revision).await?;
        let key = Key { shelf: Shelf::Bases, plan: plan.clone(), revision, part: 0 };
        let bytes = record::join(&key, &records)?;
        file::read_kept(&bytes).map(Some).map_err(|error| StorageError::Damaged { what: format!("a base: {error}") })
    }
}

fn base_records(base: &File, revision: u64) -> Result<Vec<Record>, StorageError> {
    let text = file::write(base).map_err(|error| StorageError::other("writing a base", error))?;
    record::split(Shelf::Bases, &base.plan.id, revision, text.as_bytes())
}

fn note_places(edit: &Edit, on: NaiveDate, written: &mut HashMap<String, NaiveDate>) {
    match edit {
        Edit::Several(edits) => edits.iter().for_each(|edit| note_places(edit, on, written)),
        edit => drop(written.insert(edit.path(), on)),
    }
}

/// The base of a file, written as a file of its own that also says what may be edited.
fn base_file(came: &File) -> Option<File> {
    let base = came.base.clone()?;
    Some(File { base: None, plan: base, ..came.clone() })
}
