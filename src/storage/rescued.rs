//! Takes back what `public/rescue.js` saved from a browser whose application could not start: every record as it lay there.
//!
//! ```text
//! {"format": "traguardo-archive", "version": 1, "records": [[shelf, plan, "revision.part", bytes in base64], …]}
//! ```
//!
//! The records come onto a store in memory and the plans are opened there as anywhere: newest good snapshot and journal.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDateTime;
use serde::Deserialize;

use super::{Archive, Key, Memory, Record, Shelf, StorageError};
use crate::plan::Plan;

const FORMAT: &str = "traguardo-archive";
const VERSION: u32 = 1;
/// How long such a file may be: a browser's quota is seldom more.
pub const MOST_BYTES: usize = 512 * 1024 * 1024;

/// The plans of a file.
#[derive(Debug, PartialEq)]
pub struct Rescued {
    /// Those that can be opened, as far as they can be trusted.
    pub plans: Vec<Plan>,
    /// How many of them could only be brought back in part.
    pub in_part: usize,
    /// How many plans cannot be opened.
    pub lost: usize,
}

#[derive(Deserialize)]
struct File {
    format: String,
    version: u32,
    records: Vec<[String; 4]>,
}

/// Returns whether a file says at its beginning that it is one of these.
pub fn is_rescued(bytes: &[u8]) -> bool {
    let beginning = bytes.get(..200).unwrap_or(bytes);
    beginning.windows(FORMAT.len()).any(|window| window == FORMAT.as_bytes())
}

/// Reads the plans of a file. Records that are damaged or none of ours are passed over as in any archive.
///
/// # Errors
/// [`StorageError::Damaged`] when it is no such file, [`StorageError::Newer`] when a newer version wrote it.
pub async fn rescued(bytes: &[u8], now: NaiveDateTime) -> Result<Rescued, StorageError> {
    let damaged = |what: String| StorageError::Damaged { what };
    if bytes.len() > MOST_BYTES {
        return Err(damaged(format!("more than {MOST_BYTES} bytes")));
    }
    let file: File = serde_json::from_slice(bytes).map_err(|error| damaged(error.to_string()))?;
    match (file.format.as_str(), file.version) {
        (FORMAT, VERSION) => {}
        (FORMAT, version) if version > VERSION => return Err(StorageError::Newer),
        _ => return Err(damaged("not an archive".to_owned())),
    }
    let records = file.records.iter().filter_map(|[shelf, plan, place, bytes]| {
        let shelf = Shelf::ALL.into_iter().find(|known| known.name() == shelf)?;
        let (revision, part) = place.split_once('.')?;
        let key = Key { shelf, plan: plan.as_str().into(), revision: revision.parse().ok()?, part: part.parse().ok()? };
        Some(Record { key, bytes: STANDARD.decode(bytes.as_bytes()).ok()? })
    });
    let archive = Archive::new(Memory::holding(records));
    let mut rescued = Rescued { plans: Vec::new(), in_part: 0, lost: 0 };
    for listing in archive.list().await? {
        match archive.open(listing.id(), now).await {
            Ok(opened) => {
                rescued.plans.push(opened.plan);
                rescued.in_part =
                    rescued.in_part.saturating_add(usize::from(opened.recovery.is_some_and(|it| it.lost > 0)));
            }
            Err(_) => rescued.lost = rescued.lost.saturating_add(1),
        }
    }
    Ok(rescued)
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;
    use crate::plan::{Edit, Period, PlanField, Year};
    use crate::storage::{Entry, Step, Storage};

    /// Memory answers at once.
    fn now<T>(answer: impl Future<Output = T>) -> T {
        match pin!(answer).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(answer) => answer,
            Poll::Pending => panic!("memory kept us waiting"),
        }
    }

    fn at() -> NaiveDateTime {
        chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(10, 0, 0).unwrap()
    }

    /// Writes a file as the page's script does.
    fn saved(storage: &dyn Storage) -> String {
        let mut lines = Vec::new();
        for shelf in Shelf::ALL {
            for key in now(storage.keys(shelf, None)).unwrap() {
                for record in now(storage.read(shelf, &key.plan, key.revision..=key.revision)).unwrap() {
                    let place = format!("{:020}.{:010}", record.key.revision, record.key.part);
                    let line = (shelf.name(), record.key.plan.as_str(), place, STANDARD.encode(&record.bytes));
                    lines.push(serde_json::to_string(&line).unwrap());
                }
            }
        }
        format!("{{\"format\": \"traguardo-archive\", \"version\": 1, \"records\": [\n{}\n]}}\n", lines.join(",\n"))
    }

    /// Two plans with edits behind their snapshots; returns the archive's place and the plans.
    fn kept() -> (std::rc::Rc<Memory>, Vec<Plan>) {
        let memory = std::rc::Rc::new(Memory::default());
        let archive = Archive { storage: std::rc::Rc::<Memory>::clone(&memory) };
        let year = Year::new(2024).unwrap();
        let plans = ["a", "b \"«città»"].map(|id| {
            let mut plan = Plan::new(id.into(), Period::new(year, year).unwrap());
            now(archive.create(&plan, at())).unwrap();
            for (revision, title) in (1..).zip(["uno", "due"]) {
                let edit = Edit::Plan(PlanField::Title(title.to_owned()));
                let inverse = plan.apply(edit.clone()).unwrap();
                let entry = Entry { at: at(), step: Step::Made, edit, inverse };
                now(archive.commit(&plan, revision, &entry)).unwrap();
            }
            plan
        });
        (memory, plans.to_vec())
    }

    #[test]
    fn what_was_saved_from_a_stopped_page_comes_back_with_its_last_edit() {
        let (memory, plans) = kept();
        let file = saved(&*memory);
        assert!(is_rescued(file.as_bytes()));
        let mut found = now(rescued(file.as_bytes(), at())).unwrap();
        found.plans.sort_by(|one, other| one.id.cmp(&other.id));
        assert_eq!(found, Rescued { plans, in_part: 0, lost: 0 });
    }

    #[test]
    fn a_damaged_record_costs_what_hangs_on_it_and_no_more() {
        let (memory, plans) = kept();
        let lines: Vec<String> = saved(&*memory).lines().map(str::to_owned).collect();
        let of = |shelf: &str, plan: &str| {
            lines.iter().position(|line| line.starts_with(&format!("[\"{shelf}\",\"{plan}"))).unwrap()
        };
        let without = |at: usize| {
            let mut lines = lines.clone();
            let end = lines[at].rfind('"').unwrap();
            lines[at].replace_range(end - 8..end - 4, "AAAA");
            lines.join("\n")
        };
        let found = now(rescued(without(of("snapshots", "a")).as_bytes(), at())).unwrap();
        assert_eq!((found.plans, found.lost), (vec![plans[1].clone()], 1));
        let found = now(rescued(without(of("journal", "a")).as_bytes(), at())).unwrap();
        assert_eq!((found.plans.len(), found.in_part, found.lost), (2, 1, 0));
        assert_eq!(found.plans.iter().find(|plan| plan.id == "a".into()).unwrap().title, "");
    }

    #[test]
    fn other_files_are_refused() {
        for (text, newer) in [
            ("", false),
            ("{\"format\": \"traguardo-archive\", \"version\": 1}", false),
            ("{\"format\": \"traguardo\", \"version\": 1, \"records\": []}", false),
            ("{\"format\": \"traguardo-archive\", \"version\": 2, \"records\": []}", true),
        ] {
            let refused = now(rescued(text.as_bytes(), at())).unwrap_err();
            assert_eq!(matches!(refused, StorageError::Newer), newer, "{text}: {refused:?}");
        }
        assert!(!is_rescued(b"{\"format\": \"traguardo\", \"version\": 1"));
    }
}
