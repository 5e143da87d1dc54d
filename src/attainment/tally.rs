//! The sums a figure is made of: what children bring to their parent, and how their weights stand to each other.

use rust_decimal::{Decimal, RoundingStrategy};

use super::policy::Rules;
use super::{Counts, Figure, Outcome};
use crate::plan::{Percent, Weight};

/// What a node brings to its parent, each as if its own weight were one.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) enum Tally {
    /// Nothing is due.
    #[default]
    NotDue,
    /// Due, and all of it carries no weight.
    Weightless,
    /// Due, and all of it set aside.
    Aside,
    /// It counts.
    Counting {
        /// What is left after taking out what was set aside.
        amount: Amount,
        /// The same with what was set aside counted as zero; none where nothing was.
        with_aside: Option<Amount>,
    },
}

/// How much of one is scored, and the points that brought; in the same unit, so that full points are exactly full.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) struct Amount {
    /// In percent.
    pub measured: Decimal,
    /// In percent.
    pub points: Decimal,
}

/// What a child weighs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Weighed {
    /// Where what was set aside has left.
    pub plain: Decimal,
    /// Where it keeps its place.
    pub with_aside: Decimal,
}

impl Weighed {
    const fn same(weight: Decimal) -> Self {
        Self { plain: weight, with_aside: weight }
    }
}

/// Sums over children. Those without a weight are kept apart until it is known how much the others leave them.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) struct Sums {
    weighted: Bulk,
    unweighted: Bulk,
    /// How many children are due.
    due: u32,
    pub(super) counts: Counts,
}

#[derive(Clone, Copy, Debug, PartialEq, Default)]
struct Bulk {
    /// Weight due, set aside or not.
    planned: Decimal,
    /// Weight due that counts; its scored part and its points in percent.
    counting: Decimal,
    measured: Decimal,
    points: Decimal,
    /// What the same three gain where what was set aside counts as zero; nothing in most plans.
    aside: Decimal,
    aside_measured: Decimal,
    aside_points: Decimal,
}

/// How the weights of siblings stand to each other: a written weight counts `scale` times itself, a missing one `each`.
///
/// The ones without share equally what the written ones leave of 100: `each = (100 − Σ) / n`. To stay exact everything is
/// multiplied by `n`. Where nothing is left they count nothing; where no weight is written all count the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mix {
    scale: Decimal,
    each: Decimal,
    /// Everything due, the part of it that counts, the part of that that is scored (in percent).
    planned: Decimal,
    counting: Decimal,
    measured: Decimal,
}

impl Mix {
    /// Returns what a child counts.
    pub fn weight(&self, written: Option<Weight>) -> Decimal {
        match written {
            Some(weight) => weight.value().saturating_mul(self.scale),
            None => self.each,
        }
    }

    /// Returns what the children that count weigh together.
    pub fn counting(&self) -> Decimal {
        self.counting
    }

    /// Returns a weight in the scale in which the body wrote its own: where a missing weight has its part of 100, everything
    /// due weighs 100.
    pub fn in_own_scale(&self, weight: Decimal) -> Decimal {
        if self.each.is_zero() { weight } else { percent(weight).checked_div(self.planned).unwrap_or_default() }
    }

    /// Returns a child's share of what counts, in percent.
    pub fn share(&self, weight: Decimal) -> Option<Percent> {
        quotient(percent(weight), self.counting)
    }

    /// Returns a child's share of what is scored, in percent, `measured` percent of it being scored.
    pub fn counts(&self, weight: Decimal, measured: Decimal) -> Option<Percent> {
        quotient(percent(weight.saturating_mul(measured)), self.measured)
    }

    /// Returns what a child of a child weighs beside this one's siblings, this one weighing `above`.
    pub fn below(&self, weight: Decimal, above: Decimal) -> Weighed {
        let part = |whole| above.saturating_mul(weight).checked_div(whole).unwrap_or_default();
        Weighed { plain: part(self.counting), with_aside: part(self.planned) }
    }
}

impl Bulk {
    const NOTHING: Self = Self {
        planned: Decimal::ZERO,
        counting: Decimal::ZERO,
        measured: Decimal::ZERO,
        points: Decimal::ZERO,
        aside: Decimal::ZERO,
        aside_measured: Decimal::ZERO,
        aside_points: Decimal::ZERO,
    };
}

impl Sums {
    /// No children.
    pub const NOTHING: Self = Self { weighted: Bulk::NOTHING, unweighted: Bulk::NOTHING, due: 0, counts: Counts::NONE };

    /// Adds one child.
    pub fn add(&mut self, written: Option<Weight>, tally: &Tally) {
        self.due += u32::from(!matches!(tally, Tally::NotDue));
        match written {
            Some(weight) => self.weighted.add(Weighed::same(weight.value()), tally),
            None => self.unweighted.add(Weighed::same(Decimal::ONE), tally),
        }
    }

    /// Adds one child with a weight that was worked out elsewhere: its own, and the one it has where what was set aside
    /// keeps its place.
    pub fn add_weighed(&mut self, weight: Weighed, tally: &Tally) {
        self.due += u32::from(!matches!(tally, Tally::NotDue));
        self.weighted.add(weight, tally);
    }

    /// Adds other sums.
    pub fn join(&self, other: &Self) -> Self {
        Self {
            weighted: self.weighted.plus(&other.weighted),
            unweighted: self.unweighted.plus(&other.unweighted),
            due: self.due + other.due,
            counts: self.counts.plus(other.counts),
        }
    }

    /// What a written weight and a missing one are multiplied by; see [`Mix`].
    fn scales(&self) -> (Decimal, Decimal) {
        let (written, missing) = (self.weighted.planned, self.unweighted.planned);
        let left = Decimal::ONE_HUNDRED.saturating_sub(written);
        if missing.is_zero() || left <= Decimal::ZERO {
            (Decimal::ONE, Decimal::ZERO)
        } else if written.is_zero() {
            (Decimal::ONE, Decimal::ONE)
        } else {
            (missing, left)
        }
    }

    /// Returns how the children's weights stand to each other.
    pub fn mix(&self) -> Mix {
        let (scale, each) = self.scales();
        let whole = |weighted: Decimal, unweighted: Decimal| {
            weighted.saturating_mul(scale).saturating_add(unweighted.saturating_mul(each))
        };
        Mix {
            scale,
            each,
            planned: whole(self.weighted.planned, self.unweighted.planned),
            counting: whole(self.weighted.counting, self.unweighted.counting),
            measured: whole(self.weighted.measured, self.unweighted.measured),
        }
    }

    /// Returns what the children together bring to the next level.
    pub fn tally(&self) -> Tally {
        self.tally_of(&self.total())
    }

    /// Returns the figure of the children together.
    pub fn figure(&self, rules: &Rules) -> Figure {
        self.figure_of(&self.total(), rules)
    }

    /// Returns both, summing the children up once.
    pub fn figure_and_tally(&self, rules: &Rules) -> (Figure, Tally) {
        let total = self.total();
        (self.figure_of(&total, rules), self.tally_of(&total))
    }

    fn tally_of(&self, bulk: &Bulk) -> Tally {
        if bulk.counting.is_zero() {
            return if self.due == 0 {
                Tally::NotDue
            } else if bulk.aside.is_zero() {
                Tally::Weightless
            } else {
                Tally::Aside
            };
        }
        let amount = Amount::of(bulk.measured, bulk.points, bulk.counting);
        let with_aside = bulk.has_aside().then(|| {
            let (whole, measured, points) = bulk.with_aside();
            Amount::of(measured, points, whole)
        });
        Tally::Counting { amount, with_aside }
    }

    fn figure_of(&self, bulk: &Bulk, rules: &Rules) -> Figure {
        let attained = quotient(percent(bulk.points), bulk.measured);
        let floor = quotient(bulk.points, bulk.counting);
        let missing = percent(bulk.counting).saturating_sub(bulk.measured);
        let most = percent(bulk.points).saturating_add(missing.saturating_mul(rules.cap()));
        let with_set_aside = if bulk.has_aside() {
            let (_, all_measured, all_points) = bulk.with_aside();
            quotient(percent(all_points), all_measured)
        } else {
            attained
        };
        Figure {
            attained,
            coverage: quotient(bulk.measured, bulk.counting),
            floor,
            ceiling: quotient(most, percent(bulk.counting)),
            with_set_aside,
            official: if rules.official_is_floor() { floor } else { attained },
            counts: self.counts,
        }
    }

    fn total(&self) -> Bulk {
        // Nothing to share among those without a weight, where there are none.
        if self.unweighted.planned.is_zero() {
            return self.weighted;
        }
        let (scale, each) = self.scales();
        self.weighted.times(scale).plus(&self.unweighted.times(each))
    }
}

impl Bulk {
    fn add(&mut self, weight: Weighed, tally: &Tally) {
        let Weighed { plain, with_aside: kept } = weight;
        match tally {
            Tally::NotDue => {}
            Tally::Weightless => self.planned = self.planned.saturating_add(kept),
            Tally::Aside => {
                self.planned = self.planned.saturating_add(kept);
                self.aside = self.aside.saturating_add(kept);
                self.aside_measured = self.aside_measured.saturating_add(percent(kept));
            }
            Tally::Counting { amount, with_aside } => {
                let (measured, points) = amount.times(plain);
                self.planned = self.planned.saturating_add(kept);
                self.counting = self.counting.saturating_add(plain);
                self.measured = self.measured.saturating_add(measured);
                self.points = self.points.saturating_add(points);
                if with_aside.is_some() || !is_same(kept, plain) {
                    let (all_measured, all_points) = with_aside.unwrap_or(*amount).times(kept);
                    self.aside = self.aside.saturating_add(kept.saturating_sub(plain));
                    self.aside_measured = self.aside_measured.saturating_add(all_measured.saturating_sub(measured));
                    self.aside_points = self.aside_points.saturating_add(all_points.saturating_sub(points));
                }
            }
        }
    }

    /// Whether something was set aside. Where all of a node is scored it shows in the points alone.
    fn has_aside(&self) -> bool {
        !(self.aside.is_zero() && self.aside_measured.is_zero() && self.aside_points.is_zero())
    }

    /// What counts, its scored part and its points, with what was set aside as zero.
    fn with_aside(&self) -> (Decimal, Decimal, Decimal) {
        (
            self.counting.saturating_add(self.aside),
            self.measured.saturating_add(self.aside_measured),
            self.points.saturating_add(self.aside_points),
        )
    }

    fn each(&self, other: &Self, f: impl Fn(Decimal, Decimal) -> Decimal) -> Self {
        Self {
            planned: f(self.planned, other.planned),
            counting: f(self.counting, other.counting),
            measured: f(self.measured, other.measured),
            points: f(self.points, other.points),
            aside: f(self.aside, other.aside),
            aside_measured: f(self.aside_measured, other.aside_measured),
            aside_points: f(self.aside_points, other.aside_points),
        }
    }

    fn plus(&self, other: &Self) -> Self {
        self.each(other, Decimal::saturating_add)
    }

    fn times(&self, factor: Decimal) -> Self {
        if factor == Decimal::ONE { *self } else { self.each(self, |value, _| value.saturating_mul(factor)) }
    }
}

impl Amount {
    /// All of it scored.
    pub fn scored(score: Percent) -> Self {
        Self { measured: Decimal::ONE_HUNDRED, points: score.value() }
    }

    fn of(measured: Decimal, points: Decimal, whole: Decimal) -> Self {
        let part = |value: Decimal| value.checked_div(whole).unwrap_or_default();
        let measured_part = part(measured);
        Self { measured: measured_part, points: if points == measured { measured_part } else { part(points) } }
    }

    fn times(&self, weight: Decimal) -> (Decimal, Decimal) {
        if self.measured.is_zero() {
            return (Decimal::ZERO, Decimal::ZERO);
        }
        let measured = weight.saturating_mul(self.measured);
        let points = match self.points {
            points if is_same(points, self.measured) => measured,
            points if points.is_zero() => Decimal::ZERO,
            points => weight.saturating_mul(points),
        };
        (measured, points)
    }
}

impl Tally {
    /// What one scored, awaited or set aside leaf brings.
    pub fn of_leaf(outcome: Outcome, score: Option<Percent>) -> Self {
        match outcome {
            Outcome::NotDue => Self::NotDue,
            Outcome::SetAside(_) => Self::Aside,
            Outcome::Scored | Outcome::Awaited { .. } | Outcome::NeedsJudgement | Outcome::NotComputable(_) => {
                Self::Counting { amount: score.map(Amount::scored).unwrap_or_default(), with_aside: None }
            }
        }
    }

    /// Returns whether anything in it counts.
    pub fn counts(&self) -> bool {
        matches!(self, Self::Counting { .. })
    }

    /// Returns how much of it is scored, in percent.
    pub fn measured(&self) -> Decimal {
        match self {
            Self::Counting { amount, .. } => amount.measured,
            Self::NotDue | Self::Weightless | Self::Aside => Decimal::ZERO,
        }
    }
}

/// Decimals that a figure keeps: what divisions on the way leave behind comes after them, and must not keep 60 % from
/// being 60.
pub(super) const KEPT: u32 = 20;

/// `part / whole`, none where the whole is zero. Never negative, because its parts are not.
pub(super) fn quotient(part: Decimal, whole: Decimal) -> Option<Percent> {
    Percent::new(settled(part.checked_div(whole)?, KEPT)).ok()
}

/// A figure without what divisions left behind.
pub(super) fn settled(figure: Decimal, decimals: u32) -> Decimal {
    if figure.scale() > decimals {
        figure.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
    } else {
        figure
    }
}

/// Whether two numbers are equal. Here they mostly are, digit for digit, which shows before they are brought to one scale.
fn is_same(one: Decimal, other: Decimal) -> bool {
    (one.mantissa(), one.scale()) == (other.mantissa(), other.scale()) || one == other
}

/// A fraction in percent.
pub(super) fn percent(fraction: Decimal) -> Decimal {
    fraction.saturating_mul(Decimal::ONE_HUNDRED)
}
