//! New ids.

use super::{BrowserError, window};

/// Digits and letters that are not mistaken for one another when read aloud.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Returns a new id: 20 characters, 100 random bits. Works on plain http too, unlike `crypto.randomUUID`.
pub fn new_id() -> Result<String, BrowserError> {
    const OPERATION: &str = "making an id";
    let crypto = window()?.crypto().map_err(BrowserError::during(OPERATION))?;
    let mut random = [0; 20];
    crypto.get_random_values_with_u8_array(&mut random).map_err(BrowserError::during(OPERATION))?;
    // 32 divides 256: every character is equally likely.
    Ok(random.iter().filter_map(|byte| ALPHABET.get(usize::from(byte % 32)).copied().map(char::from)).collect())
}
