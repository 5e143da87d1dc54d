//! Numbers in files: text with every digit as written, such as `"65.00"`. A plain JSON number would pass through binary
//! fractions in other programs, and `Decimal` itself rounds silently beyond 28 digits.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serializer, de};

/// Writes a number as text.
pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// Reads a number from text.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let written = Cow::<str>::deserialize(deserializer)?;
    exact(&written).ok_or_else(|| de::Error::custom("it is not a number such as \"12.50\""))
}

/// Reads digits with at most one point and a minus, or nothing: no plus, no exponent, no more digits than can be kept.
fn exact(written: &str) -> Option<Decimal> {
    let digits = written.strip_prefix('-').unwrap_or(written);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits(whole) && all_digits(fraction) { Decimal::from_str_exact(written).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_kept_and_anything_else_is_no_number() {
        for written in ["0", "65.00", "-3.5", "0.1000", "79228162514264337593543950335"] {
            assert_eq!(exact(written).map(|value| value.to_string()).as_deref(), Some(written));
        }
        for written in ["", "-", "+1", "1e3", "1_000", ".5", "5.", "1,5", "1 ", "١", "0.12345678901234567890123456789"]
        {
            assert_eq!(exact(written), None, "{written}");
        }
    }
}
