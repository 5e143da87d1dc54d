//! The body's scoring rules, carried out: caps, scales, lights, and the sets of rules that bodies publish.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Outcome, Span};
use crate::plan::{Band, DatedScale, Earns, Edge, MissingRule, OfficialRule, Percent, Period, Policy, Scale, Year};

/// The rules in force while one set of figures is computed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules<'a> {
    pub policy: &'a Policy,
    pub span: Span,
    pub period: Period,
    pub today: NaiveDate,
}

impl Rules<'_> {
    /// The highest score, in percent.
    pub fn cap(&self) -> Decimal {
        self.policy.cap.value()
    }

    /// The outcome of what has no result yet, awaited by a day.
    pub fn awaited(&self, by: Option<NaiveDate>) -> Outcome {
        Outcome::Awaited { overdue: by.is_some_and(|by| self.today > by) }
    }

    /// Returns whether the official figure is the floor rather than what was measured.
    pub fn official_is_floor(&self) -> bool {
        match self.policy.official {
            OfficialRule::Measured => false,
            OfficialRule::Floor => true,
            OfficialRule::ByDate => {
                let last = match self.span {
                    Span::Year(year) => year,
                    Span::Period => self.period.last(),
                };
                self.policy.missing == MissingRule::Zero && last.last_day().is_some_and(|day| self.today > day)
            }
        }
    }
}

/// A set of rules that bodies publish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// What was measured, up to 100 %. The default.
    Proportional,
    /// A target reached in full earns 100 %, anything less nothing.
    AllOrNothing,
    /// Below 60 % nothing, from 60 % to 99 % as measured, above 99 % all: the scale in force since 2023 in the body whose
    /// rules PERFORM+ (Finconsgroup) carries.
    Threshold60,
    /// Below 60 % nothing, from 60 % to 70 % six tenths, up to 90 % eight, up to 99 % nine, above 99 % all: the scale of the
    /// same body until 2022. Only the first limit belongs to its own step.
    FourSteps,
    /// Below 70 % nothing, below 99 % six tenths, from 99 % all: the oldest scale of the same body.
    SixTenths,
    /// Attainment becomes a score from 0 to 3: below 50 % 0, then 1 from 50, 1,5 from 60, 2 from 70, 2,5 from 80, 3 from 90,
    /// as a local body's PEG application publishes them.
    SixBands,
}

impl Preset {
    /// Every preset, simplest first.
    pub const ALL: [Self; 6] =
        [Self::Proportional, Self::AllOrNothing, Self::Threshold60, Self::FourSteps, Self::SixTenths, Self::SixBands];

    /// Returns the rules; `since` is the first year to which dated bands apply.
    pub fn policy(self, since: Year) -> Policy {
        let policy = Policy::default();
        match self {
            Self::Proportional => policy,
            Self::AllOrNothing => Policy { partial: Scale(vec![points(0, 0), points(100, 1000)]), ..policy },
            Self::Threshold60 => {
                let as_measured = Band { from: Percent::whole(60), edge: Edge::Included, earns: Earns::AsMeasured };
                Policy { partial: Scale(vec![points(0, 0), as_measured, above(99, 1000)]), ..policy }
            }
            Self::FourSteps => {
                let steps = vec![points(0, 0), points(60, 600), above(70, 800), above(90, 900), above(99, 1000)];
                Policy { partial: Scale(steps), ..policy }
            }
            Self::SixTenths => {
                Policy { partial: Scale(vec![points(0, 0), points(70, 600), points(99, 1000)]), ..policy }
            }
            Self::SixBands => {
                let steps = [(0, 0), (50, 10), (60, 15), (70, 20), (80, 25), (90, 30)];
                let scale = Scale(steps.into_iter().map(|(from, tenths)| points(from, tenths)).collect());
                Policy { bands: vec![DatedScale { since, scale }], ..policy }
            }
        }
    }
}

fn points(from: u8, tenths: i64) -> Band {
    let earns = Earns::Points(Decimal::new(tenths, 1).normalize());
    Band { from: Percent::whole(from), edge: Edge::Included, earns }
}

fn above(from: u8, tenths: i64) -> Band {
    Band { edge: Edge::Excluded, ..points(from, tenths) }
}

/// The colour of a figure, always shown with its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Light {
    /// Well below.
    Red,
    /// To be watched.
    Amber,
    /// On course or reached.
    Green,
}

/// Returns the light of an attainment.
pub fn light(attained: Percent, policy: &Policy) -> Light {
    if attained >= policy.lights.green {
        Light::Green
    } else if attained >= policy.lights.amber {
        Light::Amber
    } else {
        Light::Red
    }
}

/// Returns the band a value belongs to: the last whose start it reaches; none below the first.
pub fn band_of(value: Percent, scale: &Scale) -> Option<&Band> {
    scale.0.iter().rev().find(|band| match band.edge {
        Edge::Included => value >= band.from,
        Edge::Excluded => value > band.from,
    })
}

/// Returns what a scale makes of a value, in the scale's own unit.
pub fn scaled(value: Percent, scale: &Scale) -> Decimal {
    match band_of(value, scale).map(|band| band.earns) {
        Some(Earns::Points(points)) => points,
        Some(Earns::AsMeasured) | None => value.value(),
    }
}

/// Returns the body's score for an attainment by the scale in force in a year; none where the body has no scale for it.
pub fn band_score(attained: Percent, policy: &Policy, year: Year) -> Option<Decimal> {
    scale_in_force(policy, year).map(|scale| scaled(attained, scale))
}

/// Returns the scale in force in a year: the latest that came into force by then.
pub fn scale_in_force(policy: &Policy, year: Year) -> Option<&Scale> {
    policy.bands.iter().filter(|dated| dated.since <= year).max_by_key(|dated| dated.since).map(|dated| &dated.scale)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{percent, year};
    use super::*;

    #[test]
    fn six_bands_give_the_published_scores() {
        let policy = Preset::SixBands.policy(year(2024));
        for (attained, expected) in [
            ("0", "0"),
            ("49.99", "0"),
            ("50", "1"),
            ("59.99", "1"),
            ("60", "1.5"),
            ("70", "2"),
            ("80", "2.5"),
            ("89.99", "2.5"),
            ("90", "3"),
            ("100", "3"),
        ] {
            let found = band_score(percent(attained), &policy, year(2025)).unwrap();
            assert_eq!(found.to_string(), expected, "{attained}");
        }
        assert_eq!(band_score(percent("90"), &policy, year(2023)), None);
    }

    #[test]
    fn partial_attainment_earns_what_each_body_published() {
        for (preset, rows) in [
            (Preset::AllOrNothing, [("0", "0"), ("69.99", "0"), ("98.99", "0"), ("99", "0"), ("100", "100")]),
            (Preset::Threshold60, [("59.99", "0"), ("60", "60"), ("98.99", "98.99"), ("99", "99"), ("99.01", "100")]),
            (Preset::FourSteps, [("59.99", "0"), ("60", "60"), ("70", "60"), ("70.01", "80"), ("90", "80")]),
            (Preset::FourSteps, [("90.01", "90"), ("99", "90"), ("99.01", "100"), ("100", "100"), ("0", "0")]),
            (Preset::SixTenths, [("69.99", "0"), ("70", "60"), ("98.99", "60"), ("99", "100"), ("100", "100")]),
        ] {
            let policy = preset.policy(year(2020));
            for (attained, expected) in rows {
                assert_eq!(scaled(percent(attained), &policy.partial).to_string(), expected, "{preset:?} {attained}");
            }
        }
        assert_eq!(Preset::Proportional.policy(year(2020)), Policy::default());
    }

    #[test]
    fn the_scale_in_force_is_the_latest_that_began_by_then() {
        let mut policy = Preset::SixBands.policy(year(2024));
        let points = Scale(vec![points(0, 70)]);
        policy.bands.push(DatedScale { since: year(2020), scale: points });
        assert_eq!(band_score(percent("90"), &policy, year(2023)), Some(7.into()));
        assert_eq!(band_score(percent("90"), &policy, year(2024)), Some(3.into()));
    }

    #[test]
    fn lights_change_where_the_policy_says() {
        let policy = Policy::default();
        for (attained, expected) in
            [("90", Light::Green), ("89.99", Light::Amber), ("60", Light::Amber), ("59.99", Light::Red)]
        {
            assert_eq!(light(percent(attained), &policy), expected, "{attained}");
        }
    }
}
