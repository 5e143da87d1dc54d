//! Plans that were saved from a page that had stopped, taken in again.

use super::library::is_same_file;
use super::{Notice, Rescue, Route, Workspace};
use crate::browser::clock;
use crate::plan::Plan;
use crate::storage::{self, StorageError};

impl Workspace {
    /// Takes in every plan of a file that `public/rescue.js` saved; none over one that is here.
    pub(super) async fn take_in_rescued(self, bytes: &[u8]) {
        let found = match storage::rescued(bytes, clock::now()).await {
            Ok(found) => found,
            Err(error) => return self.storage_problem(&error),
        };
        let mut told = Rescue { in_part: found.in_part, lost: found.lost, ..Rescue::default() };
        for plan in found.plans {
            match self.keep_rescued(plan).await {
                Ok(true) => told.taken = told.taken.saturating_add(1),
                Ok(false) => told.known = told.known.saturating_add(1),
                Err(error) => return self.storage_problem(&error),
            }
        }
        self.notices().show(Notice::Rescued(told));
        self.look_around().await;
        self.go(&Route::Plans);
    }

    /// Stores a plan, beside the one with its id where that is another version; false where it is here already.
    async fn keep_rescued(self, plan: Plan) -> Result<bool, StorageError> {
        let archive = self.archive()?;
        match archive.open(&plan.id, clock::now()).await {
            Ok(kept) if is_same_file(&kept.plan, &plan) => {
                archive.restore(&plan.id).await?;
                return Ok(false);
            }
            Err(StorageError::Missing(_)) => {
                archive.create(&plan, clock::now()).await?;
                return Ok(true);
            }
            Ok(_) | Err(StorageError::Damaged { .. }) => {}
            Err(error) => return Err(error),
        }
        // Where there is no id to be had it has said so, and the file is still there.
        if let Some(id) = self.new_id() {
            archive.create(&Plan { id, ..plan }, clock::now()).await?;
        }
        Ok(true)
    }
}
