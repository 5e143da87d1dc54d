//! The sum a figure is: what each child counts times what it attained, and whether the printed digits add up.

use rust_decimal::Decimal;

use crate::attainment::{Basis, Figure, Working, shown as printed};
use crate::plan::Percent;
use crate::ui::words::percent;
use crate::ui::words::text::*;

use super::Voice;

/// More terms than this are read better in the table below.
const MOST_TERMS: usize = 12;

/// Returns what the figure is the mean of.
pub(super) fn children(working: &Working) -> &[Working] {
    match &working.basis {
        Basis::Mean(children) => children,
        Basis::Judged { parts, .. } => parts,
        Basis::Folded | Basis::Cell(_) | Basis::SetAside(_) => &[],
    }
}

/// Returns what a child brings to its parent: `counts × attained`.
pub(super) fn brought(child: &Working) -> Option<Percent> {
    let product = child.counts?.value().checked_mul(child.figure.attained?.value())?;
    Percent::new(product.checked_div(Decimal::ONE_HUNDRED)?).ok()
}

/// Writes the sums out: of what was measured, and of the official figure where what is missing counts as nothing.
pub(super) fn equations(working: &Working, voice: Voice) -> Vec<String> {
    let Figure { attained, official, floor, coverage, .. } = working.figure;
    let shown = |value| percent(value, voice.language);
    let is_floor = official.is_some() && official == floor && official != attained && attained.is_some();
    let official = is_floor.then(|| format!("{} = {} × {}", shown(official), shown(attained), shown(coverage)));
    equation(working, voice).into_iter().chain(official).collect()
}

/// Writes the sum out: `82,40 % = 20,00 % × 100,00 % + …`; none where there is nothing to add.
fn equation(working: &Working, voice: Voice) -> Option<String> {
    let Voice { texts, language } = voice;
    let Basis::Mean(children) = &working.basis else { return None };
    let shown = |value| percent(value, language);
    let terms: Vec<_> = children.iter().filter(|child| brought(child).is_some()).collect();
    let attained = shown(Some(working.figure.attained?));
    match terms.len() {
        0 => None,
        1..=MOST_TERMS => {
            let terms: Vec<_> = terms
                .iter()
                .map(|child| {
                    let what = if child.code.is_empty() { String::new() } else { format!(" ({})", child.code) };
                    format!("{} × {}{what}", shown(child.counts), shown(child.figure.attained))
                })
                .collect();
            Some(format!("{attained} = {}", terms.join(" + ")))
        }
        many => Some(t_string!(texts, working.sum_of_many, attained = attained, n = many.to_string())),
    }
}

/// What the printed columns add up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Totals {
    /// Of the shares.
    pub shares: Decimal,
    /// Of what each counts among the scored.
    pub counts: Decimal,
    /// Of what each brought.
    pub brought: Decimal,
}

impl Totals {
    /// Adds the columns as they are printed, each figure rounded first.
    pub fn of(children: &[Working]) -> Self {
        let sum = |of: fn(&Working) -> Option<Percent>| {
            children.iter().filter_map(of).fold(Decimal::ZERO, |sum, value| sum.saturating_add(printed(value)))
        };
        Self { shares: sum(|child| child.share), counts: sum(|child| child.counts), brought: sum(brought) }
    }

    /// Says which column does not add up in print; none where all do.
    pub fn note(&self, figure: &Figure, voice: Voice) -> Option<String> {
        let Voice { texts, language } = voice;
        let is_off = |sum: Decimal| !sum.is_zero() && sum != Decimal::ONE_HUNDRED;
        let shown = |value: Decimal| crate::target::show_rounded(value, 2, language);
        let mut said = Vec::new();
        if is_off(self.shares) {
            said.push(t_string!(texts, working.shares_off, sum = shown(self.shares)));
        }
        if is_off(self.counts) {
            said.push(t_string!(texts, working.counts_off, sum = shown(self.counts)));
        }
        if figure.attained.is_some_and(|attained| printed(attained) != self.brought) {
            said.push(t_string!(texts, working.brought_off, sum = shown(self.brought)));
        }
        (!said.is_empty()).then(|| t_string!(texts, working.rounding, what = said.join("; ")))
    }
}
