//! The kinds of promise and of result that words are read into.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, de};

use super::{Quantity, day, exact};

/// What a phrase promises for a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Target {
    /// `Almeno 2`, `≥ 80%`: the result must not be lower.
    AtLeast(Quantity),
    /// `>90%`: the result must be higher.
    MoreThan(Quantity),
    /// `massimo 30 giorni`, `≤ 5%`: the result must not be higher.
    AtMost(Quantity),
    /// `meno di 10`: the result must be lower.
    LessThan(Quantity),
    /// `4`, `100%`: a number alone; the indicator's polarity says in which direction.
    Exactly(Quantity),
    /// `Entro il 30/9`, `31/12/23`: done on or before a day.
    By {
        /// The last good day.
        #[serde(deserialize_with = "day::one")]
        date: NaiveDate,
    },
    /// `SI`: done or not done.
    #[serde(deserialize_with = "alone")]
    Yes,
    /// `Da definire in base alla valutazione dei PEI`: not measurable yet.
    #[serde(deserialize_with = "alone")]
    ToDefine,
    /// Words that only a person can judge; nothing of them is lost.
    #[serde(deserialize_with = "alone")]
    Words,
}

/// What a result says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Reading {
    /// `72,5%`, `3`.
    Quantity(Quantity),
    /// `12/16`, `3 su 4`: so many of so many.
    Ratio {
        /// How many.
        #[serde(with = "exact")]
        #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^-?[0-9]+(\.[0-9]+)?$")))]
        part: Decimal,
        /// Of how many; more than none.
        #[serde(serialize_with = "exact::serialize", deserialize_with = "whole")]
        #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^[0-9]+(\.[0-9]+)?$")))]
        whole: Decimal,
    },
    /// `15/09/2024`: done on a day.
    On {
        /// The day.
        #[serde(deserialize_with = "day::one")]
        date: NaiveDate,
    },
    /// `SI`, `sì, il 12/9`.
    Yes {
        /// The day it was done, when said.
        #[serde(default, deserialize_with = "day::maybe")]
        date: Option<NaiveDate>,
    },
    /// `NO`.
    #[serde(deserialize_with = "alone")]
    No,
    /// `in corso`: not finished; counts as not yet known.
    #[serde(deserialize_with = "alone")]
    Underway,
    /// `n.d.`: looked for and not found.
    #[serde(deserialize_with = "alone")]
    Unavailable,
    /// Words that only a person can judge.
    #[serde(deserialize_with = "alone")]
    Words,
}

/// Reads what stands beside a kind that says everything: nothing. Serde by itself would pass over anything there.
fn alone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Nothing {}

    Nothing::deserialize(deserializer).map(|Nothing {}| ())
}

/// Reads of how many.
fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let whole = exact::deserialize(deserializer)?;
    if whole > Decimal::ZERO { Ok(whole) } else { Err(de::Error::custom("so many can only be of more than none")) }
}
