//! One cell: what was promised, what came of it, what it scores.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::measure::{Measured, amount, measure};
use super::policy::{Rules, last_day, scaled};
use super::{Achieved, CellScore, CellWorking, Note, Outcome, Promise, Source, Span};
use crate::plan::{Baseline, Cell, Indicator, Part, Percent, Period, Polarity, Policy, Status, Year};
use crate::target::{Certainty, Measure, Phrase, Reading, Target};

/// A cell with what it takes from the indicator around it.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    pub cell: Option<&'a Cell>,
    pub words: Option<&'a Phrase<Target>>,
    pub polarity: Polarity,
    pub baseline: Option<&'a Baseline>,
    pub year: Year,
}

/// Scores one year of an indicator by its own cell, leaving its parts aside;
/// [`score_indicator`](super::score_indicator) counts them.
pub fn score_cell(indicator: &Indicator, year: Year, policy: &Policy, today: NaiveDate) -> Option<CellScore> {
    let period = Period::new(year, year).ok()?;
    let rules = Rules { policy, span: Span::Year(year), period, today };
    Some(Setting::of(indicator, year).score(&rules))
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
            year,
        }
    }

    /// The cell of a part. Its direction is the indicator's; a baseline of the whole says nothing about a part.
    pub fn of_part(indicator: &Indicator, part: &'a Part, year: Year) -> Self {
        let cell = part.cells.get(&year);
        let words = cell.map(|cell| &cell.target).filter(|words| !words.is_empty());
        Self { cell, words, polarity: indicator.polarity, baseline: None, year }
    }

    /// Scores it.
    ///
    /// A standing sets it aside whatever else is written. A judgement counts instead of what is measured, which stays
    /// beside it. A target still to define sets the year aside, unless a person judged it.
    pub fn score(self, rules: &Rules) -> CellScore {
        let Some(cell) = self.cell.filter(|cell| cell.is_due()) else {
            return CellScore::without(Outcome::NotDue);
        };
        let mut score = CellScore::without(Outcome::NotDue);
        score.working.promise = self.promise(cell);
        score.working.result = self.achieved(cell);
        score.awaited_by = self.awaited_by(cell, score.working.promise.as_ref());
        if let Some(standing) = &cell.standing {
            score.outcome = Outcome::SetAside(standing.status);
            return score;
        }
        self.measure(&mut score, rules);
        if let Some(judgement) = &cell.judgement {
            score.judged = Some(judgement.percent);
            score.outcome = Outcome::Scored;
            score.score = Some(judgement.percent.min(rules.policy.cap));
            if judgement.percent > rules.policy.cap {
                score.working.notes.add(Note::Capped);
            }
        }
        score
    }

    fn measure(self, score: &mut CellScore, rules: &Rules) {
        let CellScore { working, .. } = score;
        let (promise, result) = match (working.promise.take(), working.result.take()) {
            (Some(promise), result) if promise.target == Target::ToDefine => {
                (working.promise, working.result) = (Some(promise), result);
                score.outcome = Outcome::SetAside(Status::ToDefine);
                return;
            }
            (Some(promise), Some(result)) => (promise, result),
            (promise, result) => {
                (working.promise, working.result) = (promise, result);
                score.outcome = self.awaited(score.awaited_by, rules);
                return;
            }
        };
        let baseline = |measure| self.baseline_in(measure);
        let measured = if promise.leaves_unread() && result.is_amount() {
            Err(Outcome::NeedsJudgement)
        } else {
            measure(&promise.target, &result.reading, self.polarity, baseline, rules.policy, working)
        };
        (working.promise, working.result) = (Some(promise), Some(result));
        match measured {
            Ok(measured) => score.take(measured, rules.policy),
            Err(Outcome::Awaited { .. }) => score.outcome = self.awaited(score.awaited_by, rules),
            Err(outcome) => score.outcome = outcome,
        }
    }

    /// What is promised: the reading a person chose, else the words as read, guesses counting as words. Where that is a deed
    /// or words and the year has a deadline, the promise is to have it done by then; no surer than the words were, where
    /// these hold more than a deed.
    fn promise(self, cell: &Cell) -> Option<Promise> {
        let mut promise = match (&cell.target_reading, self.words) {
            (Some(target), _) => Promise { target: target.clone(), source: Source::Chosen, certainty: Certainty::Sure },
            (None, Some(words)) => {
                let read = words.read(self.year.number());
                let source = if cell.target.is_empty() { Source::Kpi } else { Source::Words };
                Promise { target: read.taken(), source, certainty: read.certainty }
            }
            (None, None) => {
                Promise { target: Target::By { date: cell.due? }, source: Source::Deadline, certainty: Certainty::Sure }
            }
        };
        let deed = match promise.target {
            Target::Yes => Some(Certainty::Sure),
            Target::Words if promise.source != Source::Chosen => Some(promise.certainty.max(Certainty::Likely)),
            _ => None,
        };
        if let (Some(certainty), Some(date)) = (deed, cell.due) {
            promise = Promise { target: Target::By { date }, source: Source::Deadline, certainty };
        }
        Some(promise)
    }

    /// What was achieved, guesses counting as words.
    fn achieved(self, cell: &Cell) -> Option<Achieved> {
        if let Some(reading) = &cell.result_reading {
            return Some(Achieved { reading: reading.clone(), source: Source::Chosen, certainty: Certainty::Sure });
        }
        if cell.result.is_empty() {
            return None;
        }
        let read = cell.result.read(cell.result_context(self.words, self.year));
        Some(Achieved { reading: read.taken(), source: Source::Words, certainty: read.certainty })
    }

    /// The deadline of the year, else the day the promise names, else the last of the year.
    fn awaited_by(self, cell: &Cell, promise: Option<&Promise>) -> Option<NaiveDate> {
        let named = match promise.map(|promise| &promise.target) {
            Some(Target::By { date }) => Some(*date),
            _ => None,
        };
        cell.due.or(named).or_else(|| last_day(self.year))
    }

    fn awaited(self, by: Option<NaiveDate>, rules: &Rules) -> Outcome {
        Outcome::Awaited { overdue: by.is_some_and(|by| rules.today > by) }
    }

    fn baseline_in(self, measure: Measure) -> Option<Decimal> {
        let baseline = self.baseline?;
        let read = baseline.words.read(baseline.year.unwrap_or(self.year).number());
        amount(&read.taken(), measure).ok().map(|(value, _)| value)
    }
}

impl Promise {
    /// Whether a condition stands in the words that was not read, `Almeno 80% e 3 riunioni`, with a deadline in its place or
    /// not: of what an amount speaks beside them is for a person to say.
    fn leaves_unread(&self) -> bool {
        let is_unread = self.source == Source::Deadline || self.target == Target::Words;
        is_unread && self.certainty != Certainty::Sure
    }
}

impl Achieved {
    fn is_amount(&self) -> bool {
        matches!(self.reading, Reading::Quantity(_) | Reading::Ratio { .. })
    }
}

impl CellScore {
    /// An outcome without a score.
    pub(super) fn without(outcome: Outcome) -> Self {
        Self {
            outcome,
            score: None,
            measured: None,
            judged: None,
            met: None,
            ratio: None,
            awaited_by: None,
            working: CellWorking::default(),
        }
    }

    /// Takes what a rule measured through the cap and the scale for partial attainment.
    fn take(&mut self, measured: Measured, policy: &Policy) {
        let Self { working, .. } = self;
        let cap = policy.cap.value();
        let capped = match measured.raw {
            Some(raw) if raw < Decimal::ZERO => {
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
        let mut score = Percent::new(capped).unwrap_or_default();
        if !policy.partial.0.is_empty() {
            let after = Percent::new(scaled(score, &policy.partial).clamp(Decimal::ZERO, cap)).unwrap_or_default();
            if after != score {
                working.notes.add(Note::Scaled);
                working.before_scale = Some(score);
                score = after;
            }
        }
        let likely = |certainty| certainty == Some(Certainty::Likely);
        if likely(working.promise.as_ref().map(|promise| promise.certainty)) {
            working.notes.add(Note::TargetLikely);
        }
        if likely(working.result.as_ref().map(|result| result.certainty)) {
            working.notes.add(Note::ResultLikely);
        }
        self.outcome = Outcome::Scored;
        self.score = Some(score);
        self.measured = Some(score);
        self.met = Some(measured.met);
        self.ratio = measured.ratio;
    }
}
