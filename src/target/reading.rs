//! The kinds of promise and of result that words are read into.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, de};

use super::quantity::more_than_none;
use super::{Measure, Quantity, day, exact};

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
    /// `tra 5 e 10`, `dal 5 al 10 %`: the result must fall between the two, both included.
    Range(Range),
    /// `SI`: done or not done.
    #[serde(deserialize_with = "alone")]
    Yes,
    /// `Report trimestrale`: at least so many times in the year.
    Times {
        /// How many times: 4 for `trimestrale`.
        count: NonZeroU32,
    },
    /// `tutte le assistenti sociali`: the whole, 100 %.
    #[serde(deserialize_with = "alone")]
    All,
    /// `+10%`, `Riduzione di 5 giorni rispetto al 2023`: the result must move away from where it was.
    Change {
        /// Which way.
        direction: Direction,
        /// How far at least; none where any step that way will do: `Incremento rispetto all'anno precedente`.
        #[serde(default)]
        by: Option<Difference>,
        /// From where.
        from: Reference,
    },
    /// `Entro il 31/12; gradimento almeno 3,5/4`: every part must hold.
    Several {
        /// The conditions, in the order of the words: two or more, each one that a figure, a day, a sign or a yes can meet,
        /// none several of its own.
        #[serde(deserialize_with = "conditions")]
        #[cfg_attr(feature = "schema", schemars(length(min = 2)))]
        parts: Vec<Target>,
    },
    /// `28 gg 100% 30gg 75% 32gg 50%`: so much for so much, and nothing beyond the last.
    Bands {
        /// Two or more, the best first; see [`Grade`].
        #[serde(deserialize_with = "grades")]
        #[cfg_attr(feature = "schema", schemars(length(min = 2)))]
        grades: Vec<Grade>,
    },
    /// `entro il 30/6 = 100%; entro il 30/9 = 50%`: so much for each day it is done by, and nothing after the last.
    BandsByDay {
        /// Two or more, the earliest first; see [`DayGrade`].
        #[serde(deserialize_with = "day_grades")]
        #[cfg_attr(feature = "schema", schemars(length(min = 2)))]
        grades: Vec<DayGrade>,
    },
    /// `Da definire in base alla valutazione dei PEI`: not measurable yet.
    #[serde(deserialize_with = "alone")]
    ToDefine,
    /// `Posticipato al 2026`: proposes that the indicator does not count this year. Only a person sets that.
    Withdrawn {
        /// What is proposed.
        how: Withdrawal,
    },
    /// Words that only a person can judge; nothing of them is lost.
    #[serde(deserialize_with = "alone")]
    Words,
}

/// Two numbers with the same measure, the lower first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Range {
    #[serde(serialize_with = "exact::serialize")]
    #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^-?[0-9]+(\.[0-9]+)?$")))]
    low: Decimal,
    #[serde(serialize_with = "exact::serialize")]
    #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^-?[0-9]+(\.[0-9]+)?$")))]
    high: Decimal,
    #[cfg_attr(feature = "schema", schemars(default))]
    measure: Measure,
}

impl Range {
    /// Takes the ends of a range; none where the first is not the lower.
    pub fn new(low: Decimal, high: Decimal, measure: Measure) -> Option<Self> {
        (low < high).then_some(Self { low, high, measure })
    }

    /// Returns the lowest good value.
    pub const fn low(self) -> Quantity {
        Quantity { value: self.low, measure: self.measure }
    }

    /// Returns the highest good value.
    pub const fn high(self) -> Quantity {
        Quantity { value: self.high, measure: self.measure }
    }

    /// Returns what both count.
    pub const fn measure(self) -> Measure {
        self.measure
    }
}

impl<'de> Deserialize<'de> for Range {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Ends {
            #[serde(with = "exact")]
            low: Decimal,
            #[serde(with = "exact")]
            high: Decimal,
            #[serde(default)]
            measure: Measure,
        }

        let Ends { low, high, measure } = Ends::deserialize(deserializer)?;
        Self::new(low, high, measure)
            .ok_or_else(|| de::Error::custom("a range goes from the lower number to the higher"))
    }
}

/// Which way a value moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// `+`, `incremento`, `aumento`.
    Increase,
    /// `-`, `riduzione`, `diminuzione`.
    Decrease,
    /// `+-`: one way or the other, as where one plan wants more children in groups and fewer one by one.
    Either,
}

/// How far a value moves, never below zero: the direction says which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// `+2`, `+5 giorni`: so many more of the same; `+10%`: so many hundredths of where it was.
    Amount(#[serde(deserialize_with = "amount")] Quantity),
    /// `8 punti percentuali`: so many hundredths more of the whole.
    Points(
        #[serde(serialize_with = "exact::serialize", deserialize_with = "not_negative")]
        #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^[0-9]+(\.[0-9]+)?$")))]
        Decimal,
    ),
}

/// Where a change starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// The indicator's baseline, also where the words do not say.
    Baseline,
    /// `rispetto al 2023`: what came of that year.
    Year(
        #[serde(deserialize_with = "day::year")]
        #[cfg_attr(feature = "schema", schemars(range(min = 1900, max = 2200)))]
        i32,
    ),
    /// `rispetto all'anno precedente`: what came of the year before the column's.
    PreviousYear,
}

/// One step of a scale of results: up to, or from, this limit so much is earned.
///
/// The best stands first. Limits run one way only, and what is earned falls: where limits rise (28, 30, 32 days) less is
/// better and a limit is the highest that earns this; where they fall (90, 80, 70 %) more is better and it is the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// The last value that earns it.
    pub limit: Quantity,
    /// In hundredths of full marks, 0 to 100.
    #[serde(serialize_with = "exact::serialize", deserialize_with = "earned")]
    #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^[0-9]+(\.[0-9]+)?$")))]
    pub earns: Decimal,
}

impl Grade {
    /// Whether lower results are the better ones on this scale.
    pub fn lower_is_better(grades: &[Self]) -> bool {
        matches!(grades, [first, second, ..] if first.limit.value < second.limit.value)
    }

    /// Whether these make a scale: two or more in one measure, limits running one way and what they earn falling.
    pub fn make_a_scale(grades: &[Self]) -> bool {
        let rises = Self::lower_is_better(grades);
        let in_range = |grade: &Self| grade.earns >= Decimal::ZERO && grade.earns <= Decimal::ONE_HUNDRED;
        let follows = |(one, next): (&Self, &Self)| {
            let limits = if rises { one.limit.value < next.limit.value } else { one.limit.value > next.limit.value };
            limits && one.limit.measure == next.limit.measure && one.earns > next.earns
        };
        grades.len() >= 2 && grades.iter().all(in_range) && grades.iter().zip(grades.iter().skip(1)).all(follows)
    }
}

/// One step of a scale of days: done on or before this day, so much is earned.
///
/// The earliest stands first, and what is earned falls from day to day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DayGrade {
    /// The last day that earns it.
    #[serde(deserialize_with = "day::one")]
    pub date: NaiveDate,
    /// In hundredths of full marks, 0 to 100.
    #[serde(serialize_with = "exact::serialize", deserialize_with = "earned")]
    #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^[0-9]+(\.[0-9]+)?$")))]
    pub earns: Decimal,
}

impl DayGrade {
    /// Returns the step of a scale that something done on `day` reaches; none after the last.
    pub fn reached(grades: &[Self], day: NaiveDate) -> Option<&Self> {
        grades.iter().find(|grade| day <= grade.date)
    }

    /// Whether these make a scale: two or more, days following one another and what they earn falling.
    pub fn make_a_scale(grades: &[Self]) -> bool {
        let in_range = |grade: &Self| grade.earns >= Decimal::ZERO && grade.earns <= Decimal::ONE_HUNDRED;
        let follows = |(one, next): (&Self, &Self)| one.date < next.date && one.earns > next.earns;
        grades.len() >= 2 && grades.iter().all(in_range) && grades.iter().zip(grades.iter().skip(1)).all(follows)
    }
}

/// Why a promise is withdrawn for the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Withdrawal {
    /// `Rinviato`: to a year not said.
    Postponed,
    /// `Posticipato al 2026`.
    PostponedTo(
        #[serde(deserialize_with = "day::year")]
        #[cfg_attr(feature = "schema", schemars(range(min = 1900, max = 2200)))]
        i32,
    ),
    /// `Sospeso`, `Mantenimento causa Covid`.
    Suspended,
    /// `Stralciato`, `Annullato`.
    StruckOut,
}

impl Target {
    /// Returns what people choose it by, and programs call it. Bands are one kind, whether by amount or by day, which a file
    /// tells apart.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::AtLeast(_) => "at_least",
            Self::MoreThan(_) => "more_than",
            Self::AtMost(_) => "at_most",
            Self::LessThan(_) => "less_than",
            Self::Exactly(_) => "exactly",
            Self::Range(_) => "range",
            Self::By { .. } => "by",
            Self::Yes => "yes",
            Self::Times { .. } => "times",
            Self::All => "all",
            Self::Change { .. } => "change",
            Self::Several { .. } => "several",
            Self::Bands { .. } | Self::BandsByDay { .. } => "bands",
            Self::ToDefine => "to_define",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Words => "words",
        }
    }

    /// Returns a target that asks for all of these; the only one as it is. None where one of them cannot be a part, or there
    /// is none.
    pub fn several(mut parts: Vec<Self>) -> Option<Self> {
        if !parts.iter().all(Self::may_be_a_part) {
            return None;
        }
        if parts.len() == 1 { parts.pop() } else { (!parts.is_empty()).then_some(Self::Several { parts }) }
    }

    /// Whether this can stand among several conditions: something that is met or not, and not several itself.
    pub const fn may_be_a_part(&self) -> bool {
        match self {
            Self::AtLeast(_)
            | Self::MoreThan(_)
            | Self::AtMost(_)
            | Self::LessThan(_)
            | Self::Exactly(_)
            | Self::Range(_)
            | Self::By { .. }
            | Self::Yes
            | Self::Times { .. }
            | Self::All
            | Self::Change { .. } => true,
            Self::Several { .. }
            | Self::Bands { .. }
            | Self::BandsByDay { .. }
            | Self::ToDefine
            | Self::Withdrawn { .. }
            | Self::Words => false,
        }
    }
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
        #[serde(serialize_with = "exact::serialize", deserialize_with = "more_than_none")]
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
    /// `+12%`, `-3`: the change as the office states it.
    Change {
        /// Which way: up or down.
        direction: Direction,
        /// How far.
        by: Difference,
    },
    /// `Sì, il 12/9; gradimento 3,7/4`: one answer for each of several conditions.
    Several {
        /// The answers, in the order of the words: two or more, none several of its own and none left to judgement.
        #[serde(deserialize_with = "answers")]
        #[cfg_attr(feature = "schema", schemars(length(min = 2)))]
        parts: Vec<Reading>,
    },
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

/// Reads the parts of several conditions.
fn conditions<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Target>, D::Error> {
    let parts = Vec::<Target>::deserialize(deserializer)?;
    if parts.len() < 2 || !parts.iter().all(Target::may_be_a_part) {
        return Err(de::Error::custom("several conditions are two or more, each of which a result can meet"));
    }
    Ok(parts)
}

/// Reads the parts of several answers.
fn answers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Reading>, D::Error> {
    let parts = Vec::<Reading>::deserialize(deserializer)?;
    if parts.len() < 2 || parts.iter().any(|part| matches!(part, Reading::Several { .. } | Reading::Words)) {
        return Err(de::Error::custom("several answers are two or more, each of which says something"));
    }
    Ok(parts)
}

fn grades<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Grade>, D::Error> {
    let grades = Vec::<Grade>::deserialize(deserializer)?;
    if Grade::make_a_scale(&grades) { Ok(grades) } else { Err(de::Error::custom("its limits do not run one way")) }
}

fn day_grades<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<DayGrade>, D::Error> {
    let grades = Vec::<DayGrade>::deserialize(deserializer)?;
    if DayGrade::make_a_scale(&grades) { Ok(grades) } else { Err(de::Error::custom("its days do not earn ever less")) }
}

fn amount<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Quantity, D::Error> {
    let quantity = Quantity::deserialize(deserializer)?;
    if quantity.value < Decimal::ZERO { Err(below_zero()) } else { Ok(quantity) }
}

fn not_negative<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let value = exact::deserialize(deserializer)?;
    if value < Decimal::ZERO { Err(below_zero()) } else { Ok(value) }
}

fn earned<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let value = not_negative(deserializer)?;
    if value > Decimal::ONE_HUNDRED { Err(de::Error::custom("no grade earns more than 100")) } else { Ok(value) }
}

fn below_zero<E: de::Error>() -> E {
    de::Error::custom("it is below zero")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_one_object_in_files() {
        for written in [
            r#"{"kind":"at_least","value":"2","measure":"count"}"#,
            r#"{"kind":"at_most","value":"30","measure":"days"}"#,
            r#"{"kind":"range","low":"5","high":"10","measure":"percent"}"#,
            r#"{"kind":"by","date":"2024-09-30"}"#,
            r#"{"kind":"yes"}"#,
            r#"{"kind":"times","count":4}"#,
            r#"{"kind":"all"}"#,
            r#"{"kind":"change","direction":"increase","by":{"amount":{"value":"10","measure":"percent"}},"from":"baseline"}"#,
            r#"{"kind":"change","direction":"increase","by":{"amount":{"value":"0","measure":"percent"}},"from":"baseline"}"#,
            r#"{"kind":"change","direction":"increase","by":{"points":"0"},"from":"baseline"}"#,
            r#"{"kind":"change","direction":"either","by":{"points":"8"},"from":{"year":2023}}"#,
            r#"{"kind":"change","direction":"decrease","by":null,"from":"previous_year"}"#,
            r#"{"kind":"several","parts":[{"kind":"by","date":"2024-12-31"},{"kind":"all"}]}"#,
            r#"{"kind":"bands","grades":[{"limit":{"value":"28","measure":"days"},"earns":"100"},{"limit":{"value":"30","measure":"days"},"earns":"75"}]}"#,
            r#"{"kind":"bands_by_day","grades":[{"date":"2024-06-30","earns":"100"},{"date":"2024-09-30","earns":"50"}]}"#,
            r#"{"kind":"to_define"}"#,
            r#"{"kind":"withdrawn","how":{"postponed_to":2026}}"#,
            r#"{"kind":"withdrawn","how":"suspended"}"#,
            r#"{"kind":"words"}"#,
        ] {
            let target: Target = serde_json::from_str(written).unwrap();
            assert_eq!(serde_json::to_string(&target).unwrap(), written);
        }
    }

    #[test]
    fn a_file_holds_no_target_that_cannot_be() {
        for written in [
            r#"{"kind":"range","low":"10","high":"5"}"#,
            r#"{"kind":"times","count":0}"#,
            r#"{"kind":"all","of":"us"}"#,
            r#"{"kind":"change","direction":"increase","by":{"amount":{"value":"-10","measure":"percent"}},"from":"baseline"}"#,
            r#"{"kind":"change","direction":"increase","by":{"points":"-8"},"from":"baseline"}"#,
            r#"{"kind":"change","direction":"increase","by":null,"from":{"year":23}}"#,
            r#"{"kind":"several","parts":[{"kind":"all"}]}"#,
            r#"{"kind":"several","parts":[{"kind":"all"},{"kind":"words"}]}"#,
            r#"{"kind":"bands","grades":[{"limit":{"value":"28"},"earns":"100"},{"limit":{"value":"28"},"earns":"75"}]}"#,
            r#"{"kind":"bands_by_day","grades":[{"date":"2024-06-30","earns":"100"}]}"#,
            r#"{"kind":"bands_by_day","grades":[{"date":"2024-06-30","earns":"50"},{"date":"2024-09-30","earns":"100"}]}"#,
            r#"{"kind":"bands_by_day","grades":[{"date":"2024-09-30","earns":"100"},{"date":"2024-06-30","earns":"50"}]}"#,
            r#"{"kind":"bands_by_day","grades":[{"date":"2024-6-30","earns":"100"},{"date":"2024-09-30","earns":"50"}]}"#,
            r#"{"kind":"bands_by_day","grades":[{"limit":{"value":"28"},"earns":"100"},{"date":"2024-09-30","earns":"50"}]}"#,
            r#"{"kind":"withdrawn","how":"forgotten"}"#,
        ] {
            assert!(serde_json::from_str::<Target>(written).is_err(), "{written}");
        }
        for written in [
            r#"{"kind":"several","parts":[{"kind":"no"},{"kind":"words"}]}"#,
            r#"{"kind":"several","parts":[{"kind":"no"}]}"#,
            r#"{"kind":"ratio","part":"1","whole":"0"}"#,
        ] {
            assert!(serde_json::from_str::<Reading>(written).is_err(), "{written}");
        }
    }
}
