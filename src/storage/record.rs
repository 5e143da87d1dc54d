//! Records: what lies on the shelves of a store.
//!
//! A record is one part of a stored value: a layout number (1 byte), a CRC-32 (4), the number of parts (4), then at most
//! 32 KiB less these nine bytes of the value. Larger records would be kept by browsers in files of their own, without any
//! checksum. The CRC covers the key too, so that a record under another's key is found out.

use crc::{CRC_32_ISO_HDLC, Crc};

use super::StorageError;
use crate::plan::PlanId;

const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
const LAYOUT: u8 = 1;
const FRAME_BYTES: usize = 9;
const PART_BYTES: usize = 32 * 1024 - FRAME_BYTES;

/// The kinds of record, each on its own shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// One record a plan: its revision and what a list shows of it.
    Headers,
    /// The edits, one value a revision.
    Journal,
    /// Whole plans.
    Snapshots,
    /// Whole plans as they were handed out, for merges.
    Bases,
    /// Damaged records taken out of the way.
    Quarantine,
}

/// Where a record lies. Keys are in order of shelf, plan, revision and part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// On which shelf.
    pub shelf: Shelf,
    /// Of which plan.
    pub plan: PlanId,
    /// Of which revision; 0 for headers.
    pub revision: u64,
    /// Which part of the value, from 0.
    pub part: u32,
}

/// A record as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Where it lies.
    pub key: Key,
    /// Frame and content.
    pub bytes: Vec<u8>,
}

impl Shelf {
    /// Every shelf a store has.
    pub const ALL: [Self; 5] = [Self::Headers, Self::Journal, Self::Snapshots, Self::Bases, Self::Quarantine];

    /// Returns its name in the browser's storage.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headers => "headers",
            Self::Journal => "journal",
            Self::Snapshots => "snapshots",
            Self::Bases => "bases",
            Self::Quarantine => "quarantine",
        }
    }
}

impl Key {
    /// Returns where a plan's header lies.
    pub fn header(plan: &PlanId) -> Self {
        Self { shelf: Shelf::Headers, plan: plan.clone(), revision: 0, part: 0 }
    }

    fn damaged(&self, how: &str) -> StorageError {
        let Self { shelf, plan, revision, part } = self;
        StorageError::Damaged { what: format!("{} {plan}/{revision}/{part}: {how}", shelf.name()) }
    }
}

impl Record {
    /// Frames one part of a value.
    pub(super) fn seal(key: Key, parts: u32, content: &[u8]) -> Self {
        let mut bytes = Vec::with_capacity(content.len() + FRAME_BYTES);
        bytes.push(LAYOUT);
        bytes.extend(checksum(&key, parts, content).to_le_bytes());
        bytes.extend(parts.to_le_bytes());
        bytes.extend(content);
        Self { key, bytes }
    }
}

/// Cuts a value into records.
pub(super) fn split(shelf: Shelf, plan: &PlanId, revision: u64, value: &[u8]) -> Result<Vec<Record>, StorageError> {
    let pieces: Vec<&[u8]> = if value.is_empty() { vec![value] } else { value.chunks(PART_BYTES).collect() };
    let parts =
        u32::try_from(pieces.len()).map_err(|error| StorageError::other("cutting a value into records", error))?;
    let seal = |(part, piece)| Record::seal(Key { shelf, plan: plan.clone(), revision, part }, parts, piece);
    Ok((0..parts).zip(pieces).map(seal).collect())
}

/// Opens one record; returns the number of parts its value has, and its content.
pub(super) fn unseal<'a>(key: &Key, bytes: &'a [u8]) -> Result<(u32, &'a [u8]), StorageError> {
    let (frame, content) = bytes.split_first_chunk::<FRAME_BYTES>().ok_or_else(|| key.damaged("too short"))?;
    let [layout, c0, c1, c2, c3, p0, p1, p2, p3] = *frame;
    let parts = u32::from_le_bytes([p0, p1, p2, p3]);
    if u32::from_le_bytes([c0, c1, c2, c3]) != checksum(key, parts, content) {
        return Err(key.damaged("wrong checksum"));
    }
    match layout {
        LAYOUT => Ok((parts, content)),
        _ => Err(StorageError::Newer),
    }
}

/// Puts a value together from all its records, in order of part.
pub(super) fn join<'a>(key: &Key, records: impl IntoIterator<Item = &'a Record>) -> Result<Vec<u8>, StorageError> {
    let mut value = Vec::new();
    let mut found = 0;
    let mut expected = 1;
    for record in records {
        if record.key.part != found {
            break;
        }
        let (parts, content) = unseal(&record.key, &record.bytes)?;
        expected = parts;
        value.extend(content);
        found += 1;
    }
    if found == expected { Ok(value) } else { Err(key.damaged("not all there")) }
}

fn checksum(key: &Key, parts: u32, content: &[u8]) -> u32 {
    let mut crc = CRC.digest();
    crc.update(&[LAYOUT]);
    crc.update(key.shelf.name().as_bytes());
    crc.update(&[0]);
    crc.update(key.plan.as_str().as_bytes());
    crc.update(&[0]);
    crc.update(&key.revision.to_le_bytes());
    crc.update(&key.part.to_le_bytes());
    crc.update(&parts.to_le_bytes());
    crc.update(content);
    crc.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(revision: u64, part: u32) -> Key {
        Key { shelf: Shelf::Snapshots, plan: "p".into(), revision, part }
    }

    fn value(length: usize) -> Vec<u8> {
        (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect()
    }

    #[test]
    fn a_value_of_any_length_comes_back_from_records_of_at_most_32_kib() {
        for length in [0, 1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 200_000] {
            let value = value(length);
            let records = split(Shelf::Snapshots, &"p".into(), 7, &value).unwrap();
            assert!(records.iter().all(|record| record.bytes.len() <= 32 * 1024));
            assert_eq!(join(&key(7, 0), &records).unwrap(), value, "{length}");
        }
    }

    #[test]
    fn a_value_with_a_part_missing_is_damaged() {
        let records = split(Shelf::Snapshots, &"p".into(), 7, &value(100_000)).unwrap();
        for lost in 0..records.len() {
            let rest: Vec<_> =
                records.iter().enumerate().filter(|(at, _)| *at != lost).map(|(_, record)| record).collect();
            assert!(matches!(join(&key(7, 0), rest), Err(StorageError::Damaged { .. })), "{lost}");
        }
    }

    #[test]
    fn any_byte_changed_is_found_out() {
        let record = Record::seal(key(3, 0), 1, &value(600));
        for at in 0..record.bytes.len() {
            for flip in [1, 0x80, 0xff] {
                let mut bytes = record.bytes.clone();
                bytes[at] ^= flip;
                assert!(unseal(&record.key, &bytes).is_err(), "byte {at}");
            }
        }
        assert!(unseal(&record.key, &record.bytes[..300]).is_err());
        assert!(unseal(&record.key, &[]).is_err());
    }

    #[test]
    fn a_record_under_another_key_is_found_out() {
        let record = Record::seal(key(3, 0), 1, b"contenuto");
        assert!(unseal(&key(4, 0), &record.bytes).is_err());
        assert!(unseal(&Key { plan: "q".into(), ..key(3, 0) }, &record.bytes).is_err());
        assert!(unseal(&Key { shelf: Shelf::Journal, ..key(3, 0) }, &record.bytes).is_err());
    }
}
