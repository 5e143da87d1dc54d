//! One cell: what was promised, what came of it, what it scores.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::amount::said;
use super::measure::{Case, Measured, measure};
use super::policy::{Rules, scaled};
use super::tally::{KEPT, settled};
use super::{Achieved, CellScore, CellWorking, Note, Outcome, Promise, Rule, Source, Span};
use crate::plan::{Baseline, Cell, Cells, Indicator, Part, Percent, Period, Polarity, Policy, Status, Year};
use crate::target::{Certainty, Context, FromWords, Measure, Phrase, Quantity, Reading, Reference, Target};

/// A cell with what it takes from the indicator around it.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    pub cell: Option<&'a Cell>,
    pub words: Option<&'a Phrase<Target>>,
    pub polarity: Polarity,
    pub baseline: Option<&'a Baseline>,
    /// All years, because a change may start at the result of another.
    pub cells: &'a Cells,
    /// The indicator; none for a part.
    pub whole: Option<&'a Indicator>,
    pub year: Year,
}

/// What was promised or achieved, looked at where it is kept. A working takes a copy ([`Setting::score`]); the figures of a
/// large plan look at as many as it has cells, and take none ([`Setting::score_into`]).
pub(super) struct Seen<'a, T: Clone> {
    pub what: Cow<'a, T>,
    pub source: Source,
    pub certainty: Certainty,
}

/// Scores one year of an indicator by its own cell, leaving its parts aside;
/// [`score_indicator`](super::score_indicator) counts them.
pub fn score_cell(indicator: &Indicator, year: Year, policy: &Policy, today: NaiveDate) -> Option<CellScore> {
    let period = Period::new(year, year).ok()?;
    let rules = Rules { policy, span: Span::Year(year), period, today };
    Some(Setting::of(indicator, year).score(&rules))
}

/// Returns what a year of an indicator is scored against: the reading of its words, or a deed to be done by the year's
/// deadline; none where the year is not due or promises nothing.
pub fn promised(indicator: &Indicator, year: Year) -> Option<Promise> {
    let setting = Setting::of(indicator, year);
    let Seen { what, source, certainty } = setting.promise(setting.cell.filter(|cell| cell.is_due())?)?;
    Some(Promise { target: what.into_owned(), source, certainty })
}

/// Scores one year of a part of an indicator.
pub fn score_part(
    indicator: &Indicator,
    part: &Part,
    year: Year,
    policy: &Policy,
    today: NaiveDate,
) -> Option<CellScore> {
    let period = Period::new(year, year).ok()?;
    let rules = Rules { policy, span: Span::Year(year), period, today };
    Some(Setting::of_part(indicator, part, year).score(&rules))
}

impl<'a> Setting<'a> {
    /// The indicator's own cell.
    pub fn of(indicator: &'a Indicator, year: Year) -> Self {
        Self {
            cell: indicator.cells.get(&year),
            words: indicator.promise(year),
            polarity: indicator.polarity,
            baseline: indicator.baseline.as_ref(),
            cells: &indicator.cells,
            whole: Some(indicator),
            year,
        }
    }

    /// The cell of a part. Its direction is the indicator's; a baseline of the whole says nothing about a part.
    pub fn of_part(indicator: &Indicator, part: &'a Part, year: Year) -> Self {
        let cell = part.cells.get(&year);
        let words = cell.map(|cell| &cell.target).filter(|words| !words.is_empty());
        Self { cell, words, polarity: indicator.polarity, baseline: None, cells: &part.cells, whole: None, year }
    }

    /// Scores it.
    pub fn score(self, rules: &Rules) -> CellScore {
        let mut score = CellScore::without(Outcome::NotDue);
        let (promise, result) = self.score_into(&mut score, rules);
        score.working.promise =
            promise.map(|Seen { what, source, certainty }| Promise { target: what.into_owned(), source, certainty });
        score.working.result =
            result.map(|Seen { what, source, certainty }| Achieved { reading: what.into_owned(), source, certainty });
        score
    }

    /// Scores it into a score that is not due, and returns what was promised and achieved for the working to take.
    ///
    /// A standing sets it aside whatever else is written. A judgement counts instead of what is measured, which stays
    /// beside it. A target still to define sets the year aside, unless a person judged it.
    pub fn score_into(
        self,
        score: &mut CellScore,
        rules: &Rules,
    ) -> (Option<Seen<'a, Target>>, Option<Seen<'a, Reading>>) {
        let Some(cell) = self.cell.filter(|cell| cell.is_due()) else { return (None, None) };
        let promise = self.promise(cell);
        let result = self.achieved(cell, promise.as_ref());
        score.awaited_by = self.awaited_by(promise.as_ref().map(|promise| &*promise.what));
        if let Some(standing) = &cell.standing {
            score.outcome = Outcome::SetAside(standing.status);
            score.measurement = score.outcome;
            return (promise, result);
        }
        self.measure(promise.as_ref(), result.as_ref(), score, rules);
        score.measurement = score.outcome;
        if let Some(judgement) = &cell.judgement {
            score.judged = Some(judgement.percent);
            score.outcome = Outcome::Scored;
            score.score = Some(judgement.percent.min(rules.policy.cap));
            if judgement.percent > rules.policy.cap {
                score.working.notes.add(Note::Capped);
            }
        }
        (promise, result)
    }

    fn measure(
        self,
        promise: Option<&Seen<Target>>,
        result: Option<&Seen<Reading>>,
        score: &mut CellScore,
        rules: &Rules,
    ) {
        let (promise, result) = match (promise, result) {
            (Some(promise), _) if matches!(*promise.what, Target::ToDefine) => {
                score.outcome = Outcome::SetAside(Status::ToDefine);
                return;
            }
            (Some(promise), Some(result)) => (promise, result),
            (promise, _) => {
                score.outcome = rules.awaited(score.awaited_by);
                if promise.is_some_and(|promise| matches!(*promise.what, Target::Withdrawn { .. })) {
                    score.working.notes.add(Note::StandingProposed);
                    score.outcome = Outcome::NeedsJudgement;
                }
                return;
            }
        };
        let case = Case { setting: self, rules, promise, result };
        let measured = if promise.leaves_unread() && result.is_amount() {
            Err(Outcome::NeedsJudgement)
        } else {
            measure(&promise.what, &result.what, &case, &mut score.working)
        };
        match measured {
            Ok(measured) => {
                score.take(measured, &case);
                score.scale(rules.policy);
            }
            Err(Outcome::Awaited { .. }) => {
                // Of several conditions those that have their answer are awaited no more.
                let open = score.working.parts.iter().filter(|part| matches!(part.outcome, Outcome::Awaited { .. }));
                score.awaited_by = open.filter_map(|part| part.awaited_by).min().or(score.awaited_by);
                score.outcome = rules.awaited(score.awaited_by);
            }
            Err(outcome) => score.outcome = outcome,
        }
    }

    /// What is promised: the reading a person chose, else the words as read, guesses counting as words. Where that is a deed
    /// or words and the year has a deadline, the promise is to have it done by then; no surer than the words were, where
    /// these hold more than a deed.
    fn promise(self, cell: &'a Cell) -> Option<Seen<'a, Target>> {
        let by = |date, certainty| Seen { what: Cow::Owned(Target::By { date }), source: Source::Deadline, certainty };
        let promise = match (&cell.target_reading, self.words) {
            (Some(target), _) => Seen::chosen(target),
            (None, Some(words)) => {
                let source = if cell.target.is_empty() { Source::Kpi } else { Source::Words };
                Seen::read(words, self.year.number().into(), source)
            }
            (None, None) => by(cell.due?, Certainty::Sure),
        };
        let deed = match *promise.what {
            Target::Yes => Some(Certainty::Sure),
            Target::Words if promise.source != Source::Chosen => Some(promise.certainty.max(Certainty::Likely)),
            _ => None,
        };
        match (deed, cell.due) {
            (Some(certainty), Some(date)) => Some(by(date, certainty)),
            _ => Some(promise),
        }
    }

    /// What was achieved, guesses counting as words.
    fn achieved(self, cell: &'a Cell, promise: Option<&Seen<Target>>) -> Option<Seen<'a, Reading>> {
        if let Some(reading) = &cell.result_reading {
            return Some(Seen::chosen(reading));
        }
        if cell.result.is_empty() {
            return None;
        }
        // The context that `result_context` gives, from what is at hand.
        let context = match promise {
            Some(Seen { what, source: Source::Words | Source::Kpi | Source::Deadline, .. }) => {
                Context::beside(self.year.number(), what)
            }
            _ => cell.result_context(self.words, self.year),
        };
        Some(Seen::read(&cell.result, context, Source::Words))
    }

    /// The deadline of the year, else the day the promise names, else the last of the year.
    pub fn awaited_by(self, target: Option<&Target>) -> Option<NaiveDate> {
        let day = |target: &Target| match target {
            Target::By { date } => Some(*date),
            // Until the last of them there is something to earn.
            Target::BandsByDay { grades } => grades.last().map(|grade| grade.date),
            _ => None,
        };
        let named = target.and_then(|target| match target {
            Target::Several { parts } => parts.iter().filter_map(day).min(),
            alone => day(alone),
        });
        self.cell.and_then(|cell| cell.due).or(named).or_else(|| self.year.last_day())
    }

    /// The baseline in a measure; none where it is not known, or not in that measure.
    pub fn baseline_in(self, measure: Measure) -> Option<Decimal> {
        let (quantity, _) = said(&*self.start()?, measure).ok()?;
        quantity.to(measure).map(|Quantity { value, .. }| value)
    }

    /// Where a change starts: the baseline, or the result of a year. A baseline of that year stands in where the result is
    /// missing or no amount. None where neither is one.
    pub fn level(self, from: Reference) -> Option<Cow<'a, Reading>> {
        let named = match from {
            Reference::Baseline => None,
            Reference::Year(year) => Some(year),
            Reference::PreviousYear => Some(self.year.number().saturating_sub(1)),
        };
        let is_level = |reading: &Cow<Reading>| matches!(**reading, Reading::Quantity(_) | Reading::Ratio { .. });
        match named.map(Year::new) {
            None => self.start().filter(is_level),
            Some(year) => {
                let year = year.ok()?;
                let stands_in = || self.baseline.filter(|baseline| baseline.year == Some(year)).and(self.start());
                self.result_of(year).filter(is_level).or_else(|| stands_in().filter(is_level))
            }
        }
    }

    fn result_of(self, year: Year) -> Option<Cow<'a, Reading>> {
        let cell = self.cells.get(&year)?;
        match &cell.result_reading {
            Some(chosen) => Some(Cow::Borrowed(chosen)),
            None => {
                let promised = match self.whole {
                    Some(indicator) => indicator.promise(year),
                    None => Some(&cell.target).filter(|words| !words.is_empty()),
                };
                taken(&cell.result, cell.result_context(promised, year))
            }
        }
    }

    fn start(self) -> Option<Cow<'a, Reading>> {
        let baseline = self.baseline?;
        taken(&baseline.words, baseline.year.unwrap_or(self.year).number().into())
    }
}

/// What words say that are there and no guess.
fn taken(words: &Phrase<Reading>, context: Context) -> Option<Cow<'_, Reading>> {
    let seen = Some(words).filter(|words| !words.is_empty()).map(|words| Seen::read(words, context, Source::Words))?;
    (seen.certainty != Certainty::Guess).then_some(seen.what)
}

impl<'a, T: FromWords> Seen<'a, T> {
    /// The reading that a person chose.
    fn chosen(reading: &'a T) -> Self {
        Self { what: Cow::Borrowed(reading), source: Source::Chosen, certainty: Certainty::Sure }
    }

    /// What words say; a guess is no more than words.
    fn read(words: &'a Phrase<T>, context: Context, source: Source) -> Self {
        let read = words.read(context);
        let certainty = read.certainty;
        let what = match read {
            _ if certainty == Certainty::Guess => Cow::Owned(T::WORDS),
            Cow::Borrowed(read) => Cow::Borrowed(&read.reading),
            Cow::Owned(read) => Cow::Owned(read.reading),
        };
        Self { what, source, certainty }
    }
}

impl Seen<'_, Target> {
    /// Whether a condition stands in the words that was not read, `Almeno 80% o 3 riunioni`, with a deadline in its place or
    /// not: of what an amount speaks beside them is for a person to say.
    fn leaves_unread(&self) -> bool {
        let is_unread = self.source == Source::Deadline || matches!(*self.what, Target::Words);
        is_unread && self.certainty != Certainty::Sure
    }
}

impl Seen<'_, Reading> {
    fn is_amount(&self) -> bool {
        matches!(
            *self.what,
            Reading::Quantity(_) | Reading::Ratio { .. } | Reading::Change { .. } | Reading::Several { .. }
        )
    }
}

impl CellScore {
    /// An outcome without a score.
    pub(super) fn without(outcome: Outcome) -> Self {
        Self {
            outcome,
            score: None,
            measurement: outcome,
            measured: None,
            judged: None,
            met: None,
            ratio: None,
            awaited_by: None,
            working: CellWorking::default(),
        }
    }

    /// Takes what a rule measured, up to the cap.
    pub(super) fn take(&mut self, measured: Measured, case: &Case) {
        let Self { working, .. } = self;
        let cap = case.rules.cap();
        let capped = match measured.raw {
            Some(raw) if raw.is_sign_negative() && !raw.is_zero() => {
                working.notes.add(Note::RaisedToZero);
                Decimal::ZERO
            }
            Some(raw) if raw <= cap => raw,
            Some(_) | None => {
                working.notes.add(Note::Capped);
                cap
            }
        };
        // Between zero and the cap, so always a percentage.
        let score = Percent::new(capped).unwrap_or_default();
        if case.promise.certainty == Certainty::Likely {
            working.notes.add(Note::TargetLikely);
        }
        if case.result.certainty == Certainty::Likely {
            working.notes.add(Note::ResultLikely);
        }
        self.outcome = Outcome::Scored;
        self.score = Some(score);
        self.measured = Some(score);
        self.met = Some(measured.met);
        self.ratio = measured.ratio;
    }

    /// Takes what was measured through the scale for partial attainment. A target with bands of its own says itself what
    /// partial attainment earns.
    fn scale(&mut self, policy: &Policy) {
        let Self { working, score: Some(before), .. } = self else { return };
        if policy.partial.0.is_empty() || working.rule == Some(Rule::Grade) {
            return;
        }
        // A mean of thirds that comes to 60 stands on the band of 60.
        let settled = settled(before.value(), KEPT);
        let after = scaled(Percent::new(settled).unwrap_or_default(), &policy.partial);
        if after != settled {
            let after = Percent::new(after.clamp(Decimal::ZERO, policy.cap.value())).unwrap_or_default();
            working.notes.add(Note::Scaled);
            working.before_scale = Some(*before);
            self.score = Some(after);
            self.measured = Some(after);
        }
    }
}
