//! Opens a workbook somebody sent, within limits: a small file may claim to become a large one, and may become a larger one
//! than it claims. Everything is inflated once into nothing, and counted, before anybody keeps any of it.

use std::io::{Cursor, Read};

use calamine::{Reader, Xlsx};
use zip::ZipArchive;

use super::SpreadsheetError;

/// A workbook in memory.
pub(super) type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The largest workbook read, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// The most files a workbook may hold: one a sheet and a dozen more.
pub const MAX_ENTRIES: usize = 5_000;

/// The most bytes all of it may become.
pub const MAX_INFLATED: u64 = 256 * 1024 * 1024;

/// How many times its size a file in it may become; small ones, [`RATIO_FROM`] bytes at most, any number of times.
pub const MAX_RATIO: u64 = 200;

/// See [`MAX_RATIO`].
pub const RATIO_FROM: u64 = 1024 * 1024;

/// Opens a workbook.
///
/// # Errors
/// It is none, or too much comes out of it.
pub(super) fn open(bytes: &[u8]) -> Result<Workbook<'_>, SpreadsheetError> {
    check(bytes)?;
    Xlsx::new(Cursor::new(bytes)).map_err(|error| SpreadsheetError::Damaged(error.to_string()))
}

/// Checks how large a workbook becomes, by what it says and by what it does.
///
/// # Errors
/// See [`open`].
pub(super) fn check(bytes: &[u8]) -> Result<(), SpreadsheetError> {
    if bytes.len() > MAX_BYTES {
        return Err(SpreadsheetError::TooLarge);
    }
    if !bytes.starts_with(b"PK") {
        return Err(SpreadsheetError::NotOne);
    }
    let damaged = |error: zip::result::ZipError| SpreadsheetError::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MAX_ENTRIES {
        return Err(SpreadsheetError::TooLarge);
    }
    let mut left = MAX_INFLATED;
    let mut is_workbook = false;
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(damaged)?;
        is_workbook |= file.name().map_err(damaged)?.eq_ignore_ascii_case("xl/workbook.xml");
        let most = file.compressed_size().saturating_mul(MAX_RATIO).max(RATIO_FROM).min(left);
        if file.size() > most {
            return Err(SpreadsheetError::TooLarge);
        }
        // One byte beyond what is allowed is enough to know.
        let mut bounded = file.take(most.saturating_add(1));
        let real = std::io::copy(&mut bounded, &mut std::io::sink())
            .map_err(|error| SpreadsheetError::Damaged(error.to_string()))?;
        left = left.checked_sub(real).filter(|_| real <= most).ok_or(SpreadsheetError::TooLarge)?;
    }
    if is_workbook { Ok(()) } else { Err(SpreadsheetError::NotOne) }
}
