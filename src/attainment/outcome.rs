//! What came of one indicator in one year: the outcome, and how it was reached, as plain data.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::plan::{Percent, Status, Year};
use crate::target::{Certainty, Measure, Reading, Target, Withdrawal};

/// What came of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Measured or judged: it has a score.
    Scored,
    /// Due, without a result yet.
    Awaited {
        /// Whether its date has passed.
        overdue: bool,
    },
    /// Nothing was promised for the year.
    NotDue,
    /// Taken out of the year; its weight leaves the sum.
    SetAside(Status),
    /// Only a person can say what comes of it: there is a result that no rule reads, or the target proposes to set the year
    /// aside.
    NeedsJudgement,
    /// There is a result and no rule can score it.
    NotComputable(Obstacle),
}

/// Why a result cannot be scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The office looked for the figure and it does not exist (`n.d.`).
    Unavailable,
    /// A bare number up to 1 against a percentage: `0,85` may be 0,85 % or 85 %.
    PercentOrFraction,
    /// A percentage against a number of things.
    PercentAgainstCount,
    /// A number of things against a deadline or a yes.
    CountAgainstDeed,
    /// A day against an amount.
    DateAgainstAmount,
    /// A change (`+5%`) against an amount to reach.
    ChangeAgainstAmount,
    /// A number of things against all of them: how many there are is not said.
    WholeUnknown,
    /// Units that are not exactly so many of one another: days and months, days and euros, points of two scales.
    UnitsDiffer,
    /// A change in another measure than the promised one: `+5` against `+10%`.
    ChangesDiffer,
    /// Where the change starts is not known, and the result is no change by itself.
    ReferenceUnknown,
    /// So many hundredths more of nothing.
    ChangeFromZero,
    /// So many out of none.
    EmptyWhole,
    /// Scored parts that all weigh nothing.
    NoWeight,
    /// The figures are too large for exact arithmetic.
    TooLarge,
}

/// Which of the two a score is: both stand side by side in the data, and one of them counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// What a rule made of the result (*misurazione*).
    Measurement,
    /// What a person granted, with author and reason (*valutazione*).
    Judgement,
}

/// Result over target before the cap, in percent: 120 is one fifth beyond the target; below zero where the result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ratio(pub(super) Decimal);

impl Ratio {
    /// Returns the number, in percent.
    pub const fn value(self) -> Decimal {
        self.0
    }
}

/// One cell, scored. The same value is summed into the figures and shown as their working, so the two cannot disagree.
#[derive(Clone, Debug, PartialEq)]
pub struct CellScore {
    /// What came of it.
    pub outcome: Outcome,
    /// What counts: the judgement where a person gave one, else what was measured; between zero and the cap.
    pub score: Option<Percent>,
    /// What measuring alone came to, also where a judgement counts instead; equal to the outcome where none was given.
    pub measurement: Outcome,
    /// What was measured, also where a judgement counts instead; none unless measuring gave a score.
    pub measured: Option<Percent>,
    /// What a person granted.
    pub judged: Option<Percent>,
    /// Whether the promise was kept to the letter: `r = t` on "more than" scores in full and is not met.
    pub met: Option<bool>,
    /// Result over target, before the cap.
    pub ratio: Option<Ratio>,
    /// The last day the result is awaited by; without one it is overdue from the next.
    pub awaited_by: Option<NaiveDate>,
    /// How it came about.
    pub working: CellWorking,
}

impl CellScore {
    /// Returns which of the two the score is; none where there is no score.
    pub fn counted(&self) -> Option<Counted> {
        self.score?;
        Some(if self.judged.is_some() { Counted::Judgement } else { Counted::Measurement })
    }

    /// Returns the standing that a withdrawn target proposes for the year, for a person to set; none where it proposes none.
    /// Postponed to a year that is not said is postponed to the next.
    pub fn proposed(&self, year: Year) -> Option<Status> {
        let Target::Withdrawn { how } = &self.working.promise.as_ref()?.target else { return None };
        Some(match *how {
            Withdrawal::Suspended => Status::Suspended,
            Withdrawal::StruckOut => Status::StruckOut,
            Withdrawal::PostponedTo(to) => Status::Postponed { to: Year::new(to).ok()? },
            Withdrawal::Postponed => Status::Postponed { to: Year::new(year.number().saturating_add(1)).ok()? },
        })
    }
}

/// How the score of a cell came about.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CellWorking {
    /// What was promised, as read.
    pub promise: Option<Promise>,
    /// What was achieved, as read.
    pub result: Option<Achieved>,
    /// The rule that measured it.
    pub rule: Option<Rule>,
    /// The two numbers that were compared, in one measure.
    pub compared: Option<Compared>,
    /// Days after the deadline, or after the day of [`band`](Self::band); zero or less is on time.
    pub days_late: Option<i64>,
    /// Of bands by day the last day of the one that was reached, or of the last of all.
    pub band: Option<NaiveDate>,
    /// The measured score as it was before the scale for partial attainment changed it.
    pub before_scale: Option<Percent>,
    /// What else a reader should know.
    pub notes: Notes,
    /// The conditions of a promise with several, in their order, each scored by itself up to the cap; empty for any other.
    pub parts: Vec<CellScore>,
}

/// What was promised, as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// The target that was scored against.
    pub target: Target,
    /// Where it stands.
    pub source: Source,
    /// How sure the reading is; a guess is not taken and counts as words.
    pub certainty: Certainty,
}

/// Where a target or a result comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Read from the words of the year.
    Words,
    /// Read from the KPI of the step.
    Kpi,
    /// The deadline of the year: words that only a person can judge become "done by then", sure where they hold nothing but
    /// a deed.
    Deadline,
    /// Chosen by a person over the automatic reading.
    Chosen,
}

/// What was achieved, as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Achieved {
    /// The result that was scored.
    pub reading: Reading,
    /// Where it comes from: [`Source::Words`] or [`Source::Chosen`].
    pub source: Source,
    /// How sure the reading is; a guess is not taken and counts as words.
    pub certainty: Certainty,
}

/// The numbers a rule compared, in one measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// `t`; of a range the end nearest to the result, of a change how far the value should have moved (zero where any step
    /// would do), of bands the limit that was reached, or the last.
    pub target: Decimal,
    /// `r`; of a change that the person stated how far the value moved, below zero downwards.
    pub result: Decimal,
    /// `b`, where the rule used it: the baseline, or the year a change starts at.
    pub baseline: Option<Decimal>,
    /// What they count.
    pub measure: Measure,
}

/// A rule that turns a result into a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// `r / t`.
    Proportion,
    /// `2 − r / t`.
    Mirrored,
    /// `t / r`.
    Inverse,
    /// A target of zero: kept or not, nothing between.
    ZeroTarget,
    /// `(r − b) / (t − b)`.
    FromBaseline,
    /// Full on the target, falling off in a straight line over the tolerance.
    Distance,
    /// On time, or what the policy gives to so many days late.
    Deadline,
    /// Done or not done.
    Deed,
    /// The percentage the office stated.
    Stated,
    /// Full between the ends, falling off in a straight line over the tolerance from the end that was passed.
    Range,
    /// Times done over times expected.
    Times,
    /// Change achieved over change promised: `(r − b) / Δ`, or the change as the person stated it over `Δ`.
    Change,
    /// Any step in the promised direction is all of it, none is nothing.
    AnyChange,
    /// A change of zero: no step in the wrong direction.
    NoChange,
    /// What the target's own band gives.
    Grade,
    /// The worst of several conditions.
    Worst,
    /// The mean of several conditions.
    Mean,
}

/// What else a reader of a working should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// A bare number above 1 against a percentage was taken as a percentage.
    NumberTakenAsPercent,
    /// `3 su 4` against a percentage was taken as 75 %.
    ShareTakenAsPercent,
    /// `3 su 4` against a number of things was taken as 3.
    ShareTakenAsCount,
    /// A bare number was taken in the unit of the target.
    NumberTakenInUnit,
    /// A number with its unit against a bare one was taken as the number.
    UnitLeftAside,
    /// Units of time were exchanged, exactly, to compare.
    UnitsConverted,
    /// Of several answers the one that fits was taken.
    OneAnswerOfSeveral,
    /// The target proposes to set the year aside; only a person does.
    StandingProposed,
    /// Done on a day nobody said: taken as on time.
    TakenAsOnTime,
    /// The policy starts at the baseline, which is not known: started at zero.
    BaselineUnknown,
    /// The policy starts at the baseline, which the target does not pass: started at zero.
    NoProgressPromised,
    /// The score was brought down to the cap.
    Capped,
    /// A result below zero earned nothing.
    RaisedToZero,
    /// The scale for partial attainment changed the score.
    Scaled,
    /// The target's reading is likely, not sure.
    TargetLikely,
    /// The result's reading is likely, not sure.
    ResultLikely,
}

/// A set of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Notes(u32);

impl Note {
    /// Every note, in the order in which they are told.
    pub const ALL: [Self; 16] = [
        Self::StandingProposed,
        Self::TargetLikely,
        Self::ResultLikely,
        Self::NumberTakenAsPercent,
        Self::ShareTakenAsPercent,
        Self::ShareTakenAsCount,
        Self::NumberTakenInUnit,
        Self::UnitLeftAside,
        Self::UnitsConverted,
        Self::OneAnswerOfSeveral,
        Self::TakenAsOnTime,
        Self::BaselineUnknown,
        Self::NoProgressPromised,
        Self::RaisedToZero,
        Self::Capped,
        Self::Scaled,
    ];
}

impl Notes {
    /// Adds a note.
    pub fn add(&mut self, note: Note) {
        self.0 |= 1 << note as u32;
    }

    /// Returns whether a note is there.
    pub fn has(self, note: Note) -> bool {
        self.0 & (1 << note as u32) != 0
    }

    /// Walks the notes in the order in which they are told.
    pub fn iter(self) -> impl Iterator<Item = Note> {
        Note::ALL.into_iter().filter(move |note| self.has(*note))
    }
}
