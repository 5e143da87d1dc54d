//! Locking bytes with a passphrase: the age format (<https://c2sp.org/age>), which other programs open too.
//!
//! It stands here and not with the files because it needs chance, which the browser gives: the crate draws salt and keys by
//! itself and takes them from nobody.

use std::io::{Read, Write};
use std::iter;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt};

/// Work to turn a passphrase into a key, as a power of two: about a second in Wasm and 64 MiB. It is what whoever guesses
/// pays for each guess.
const WORK: u8 = 16;

/// The most work done for a file from outside: the four-fold, and 256 MiB. Other programs choose up to this by themselves.
const MOST_WORK: u8 = 18;

/// Why bytes were not locked or unlocked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// It is another passphrase.
    #[error("it is not the passphrase of this file")]
    WrongPassphrase,
    /// Opening it would take more work than is done here.
    #[error("the file asks for 2^{0} steps of work, more than are done here")]
    TooMuchWork(u8),
    /// Locked for the keys of certain people, not with a passphrase.
    #[error("the file is not locked with a passphrase")]
    OtherKeys,
    /// What was locked was changed or cut since.
    #[error("the locked file is damaged: {0}")]
    Damaged(String),
    /// Locking failed.
    #[error("it could not be locked: {0}")]
    NotLocked(String),
}

/// Locks bytes with a passphrase. Nobody gets at them without it, and it cannot be found again.
///
/// # Errors
/// Only [`SealError::NotLocked`], where the browser has no chance to give.
pub fn seal(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, SealError> {
    seal_with(WORK, bytes, passphrase)
}

fn seal_with(work: u8, bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, SealError> {
    let not_locked = |error: &dyn std::fmt::Display| SealError::NotLocked(error.to_string());
    let mut recipient = scrypt::Recipient::new(secret(passphrase));
    recipient.set_work_factor(work);
    let recipients = iter::once(&recipient as &dyn Recipient);
    let encryptor = Encryptor::with_recipients(recipients).map_err(|error| not_locked(&error))?;
    let mut sealed = Vec::with_capacity(bytes.len());
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(|error| not_locked(&error))?;
    writer.write_all(bytes).map_err(|error| not_locked(&error))?;
    writer.finish().map_err(|error| not_locked(&error))?;
    Ok(sealed)
}

/// Unlocks bytes with their passphrase. They come out whole or not at all.
///
/// # Errors
/// A wrong passphrase, a file that was changed since, or one that was made to keep this computer busy.
pub fn open(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, SealError> {
    let damaged = |error: &dyn std::fmt::Display| SealError::Damaged(error.to_string());
    let decryptor = Decryptor::new_buffered(sealed).map_err(|error| damaged(&error))?;
    if !decryptor.is_scrypt() {
        return Err(SealError::OtherKeys);
    }
    let mut identity = scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(MOST_WORK);
    let mut reader = decryptor.decrypt(iter::once(&identity as &dyn Identity)).map_err(|error| match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            SealError::WrongPassphrase
        }
        DecryptError::ExcessiveWork { required, .. } => SealError::TooMuchWork(required),
        error => damaged(&error),
    })?;
    let mut bytes = Vec::with_capacity(sealed.len());
    reader.read_to_end(&mut bytes).map_err(|error| damaged(&error))?;
    Ok(bytes)
}

fn secret(passphrase: &str) -> SecretString {
    SecretString::from(passphrase.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;

    const PASSPHRASE: &str = "nuvola lampada treno fiume";

    /// Little work, for the sake of the tests.
    fn sealed(bytes: &[u8]) -> Vec<u8> {
        seal_with(4, bytes, PASSPHRASE).unwrap()
    }

    #[test]
    fn what_is_locked_is_unlocked_with_its_passphrase_alone() {
        for bytes in [&b""[..], b"{\"format\": \"traguardo\"}", &vec![7; 300_000]] {
            let sealed = sealed(bytes);
            assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
            assert_eq!(open(&sealed, PASSPHRASE).as_deref(), Ok(bytes));
            for wrong in ["", "nuvola lampada treno fiumi", "Nuvola lampada treno fiume", "nuvola lampada treno fiume "]
            {
                assert_eq!(open(&sealed, wrong), Err(SealError::WrongPassphrase), "{wrong}");
            }
        }
        assert_ne!(sealed(b"x"), sealed(b"x"), "no two are alike");
    }

    #[test]
    fn every_changed_byte_and_every_cut_is_noticed() {
        let whole = sealed(b"{\"format\": \"traguardo\", \"version\": 1}");
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            assert!(open(&changed, PASSPHRASE).is_err(), "byte {at}");
            assert!(open(&whole[..at], PASSPHRASE).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn a_file_that_would_keep_the_computer_busy_is_refused_at_once() {
        let text = String::from_utf8_lossy(&sealed(b"x")).into_owned();
        let line = text.lines().nth(1).unwrap().to_owned();
        assert!(line.ends_with(" 4"), "{line}");
        for work in [MOST_WORK + 1, 30, 63] {
            let mut busy = sealed(b"x");
            // With the end of its line: the salt before it may begin with the same digit.
            let from = busy.windows(3).position(|found| found == b" 4\n").unwrap();
            busy.splice(from..from + 3, format!(" {work}\n").into_bytes());
            let began = std::time::Instant::now();
            assert_eq!(open(&busy, PASSPHRASE), Err(SealError::TooMuchWork(work)));
            assert!(began.elapsed().as_secs() < 2);
        }
    }

    #[test]
    fn what_is_locked_in_another_way_is_no_matter_of_passphrases() {
        let other = b"age-encryption.org/v1\n-> X25519 TEiF0ypqr+bpvcqXNyCVJpL7OuwPdVwPL7KQEbFDOCc\n\
            EmECAEcKN+n/Vs9SbWiV+Hu0r+E8R77DdWYyd83nw7U\n--- Vn+54jqiiUCE+WZcEVY3f1sqHjlu/z1LCQ/T7Xm7qI0\nxxxxxxxxxxxxxxxx";
        assert_eq!(open(other, PASSPHRASE), Err(SealError::OtherKeys));
        assert!(matches!(open(b"age-encryption.org/v1\nx", PASSPHRASE), Err(SealError::Damaged(_))));
    }
}
