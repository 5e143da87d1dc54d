//! Keys as the browser sorts them: `["<plan>", "<revision>.<part>"]`, numbers with leading zeros.

use std::ops::RangeInclusive;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::IdbKeyRange;

use super::super::{Key, Shelf, StorageError};
use super::request::during;
use crate::plan::PlanId;

fn place(revision: u64, part: u32) -> String {
    format!("{revision:020}.{part:010}")
}

pub(super) fn write(key: &Key) -> JsValue {
    Array::of2(&key.plan.as_str().into(), &place(key.revision, key.part).into()).into()
}

/// Reads a key; none when it is none of ours.
pub(super) fn read(shelf: Shelf, key: &JsValue) -> Option<Key> {
    let key = Array::from(key);
    let place = key.get(1).as_string()?;
    let (revision, part) = place.split_once('.')?;
    Some(Key {
        shelf,
        plan: key.get(0).as_string()?.into(),
        revision: revision.parse().ok()?,
        part: part.parse().ok()?,
    })
}

/// Returns the range of all parts of some revisions of a plan.
pub(super) fn range(plan: &PlanId, revisions: &RangeInclusive<u64>) -> Result<IdbKeyRange, StorageError> {
    let end = |revision, part| Array::of2(&plan.as_str().into(), &place(revision, part).into());
    IdbKeyRange::bound(&end(*revisions.start(), 0), &end(*revisions.end(), u32::MAX))
        .map_err(during("making a range of keys"))
}
