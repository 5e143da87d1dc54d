//! Shares of a parent, and percentages.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::target::exact;

/// Share of the parent as the body wrote it, normally in percent (25 is 25 %). Bodies that weigh with points or coefficients
/// use the same field: only the proportion between siblings counts. Never negative, at most [`Weight::MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Weight(
    #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^[0-9]+(\.[0-9]+)?$")))] Decimal,
);

/// Hundredths of a whole: 82.4 is 82,4 %. Never negative; may pass 100 where a policy lets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Percent(
    #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^[0-9]+(\.[0-9]+)?$")))] Decimal,
);

/// Why a number is no weight or percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Below zero.
    #[error("it is below zero")]
    Negative,
    /// Above the largest amount.
    #[error("it is above {0}")]
    TooLarge(Decimal),
}

macro_rules! amount {
    ($name:ident) => {
        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(Decimal::ZERO);
            /// The whole.
            pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);
            /// The largest amount taken in: far above any in use, small enough that sums of a million cannot overflow.
            pub const MAX: Self = Self(Decimal::from_parts(1_000_000, 0, 0, false, 0));

            /// Takes a number between zero and [`Self::MAX`]; the digits written are kept (`65.00` stays `65.00`).
            pub fn new(value: Decimal) -> Result<Self, AmountError> {
                if value.is_sign_negative() && !value.is_zero() {
                    Err(AmountError::Negative)
                } else if value > Self::MAX.0 {
                    Err(AmountError::TooLarge(Self::MAX.0))
                } else {
                    Ok(Self(value.abs()))
                }
            }

            /// Takes a small whole number.
            pub const fn whole(value: u8) -> Self {
                Self(Decimal::from_parts(value as u32, 0, 0, false, 0))
            }

            /// Returns the number.
            pub const fn value(self) -> Decimal {
                self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                exact::serialize(&self.0, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::new(exact::deserialize(deserializer)?).map_err(de::Error::custom)
            }
        }
    };
}

amount!(Weight);
amount!(Percent);

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(text: &str) -> Result<String, AmountError> {
        Weight::new(text.parse().unwrap()).map(|weight| weight.value().to_string())
    }

    #[test]
    fn an_amount_lies_between_nothing_and_its_largest() {
        for (text, taken) in [
            ("0", Ok("0")),
            ("-0.0", Ok("0.0")),
            ("25", Ok("25")),
            ("65.00", Ok("65.00")),
            ("16.666666666666666666666666667", Ok("16.666666666666666666666666667")),
            ("1000000", Ok("1000000")),
            ("1000000.01", Err(AmountError::TooLarge(Weight::MAX.value()))),
            ("-0.01", Err(AmountError::Negative)),
        ] {
            assert_eq!(weight(text), taken.map(String::from), "{text}");
        }
        assert_eq!(Percent::whole(90), Percent::new(90.into()).unwrap());
        assert_eq!(Weight::whole(100), Weight::HUNDRED);
    }

    #[test]
    fn a_file_holds_amounts_as_text_and_is_held_to_the_bounds() {
        let read = serde_json::from_str::<Percent>;
        assert_eq!(serde_json::to_string(&read(r#""65.00""#).unwrap()).unwrap(), r#""65.00""#);
        for wrong in [r#""-1""#, r#""1000001""#, r#""molto""#, r#""""#, "null"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
