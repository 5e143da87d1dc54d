//! The figures of a whole plan, kept up with its edits.

use std::sync::Arc;

use chrono::NaiveDate;
use indexmap::IndexMap;

use super::figure::{Figure, Points};
use super::policy::Rules;
use super::rollup::ObjectiveFigure;
use super::tally::Sums;
use crate::plan::{Edit, Objective, ObjectiveId, Percent, Period, Plan, Policy, Year};

/// What is looked at: one year, or the whole period of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// The promises of one year, with the weights of that year.
    Year(Year),
    /// All years together: an indicator is the mean of the years in which it is due.
    Period,
}

/// How far a plan has come, objective by objective.
///
/// Objectives are summed by twos, those sums by twos again, up to the plan; after an edit of one objective only the sums
/// above it are made again, always in the same order, so the figures are the very ones a full computation gives.
#[derive(Clone, Debug)]
pub struct Attainment {
    span: Span,
    today: NaiveDate,
    period: Period,
    policy: Policy,
    objectives: IndexMap<ObjectiveId, Arc<ObjectiveFigure>>,
    /// Node `i` holds the sums of nodes `2i` and `2i + 1`; the last half are the objectives, node 1 is the plan.
    sums: Vec<Sums>,
    figure: Figure,
}

impl Attainment {
    /// Computes everything.
    pub fn of(plan: &Plan, span: Span, today: NaiveDate) -> Self {
        let mut attainment = Self {
            span,
            today,
            period: plan.period,
            policy: plan.policy.clone(),
            objectives: IndexMap::new(),
            sums: Vec::new(),
            figure: Figure::default(),
        };
        attainment.compute(plan);
        attainment
    }

    /// Returns what is looked at.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Returns the day these figures are as of.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// Returns the figure of the plan.
    pub fn figure(&self) -> &Figure {
        &self.figure
    }

    /// Returns the figures of one objective.
    pub fn objective(&self, id: &ObjectiveId) -> Option<&Arc<ObjectiveFigure>> {
        self.objectives.get(id)
    }

    /// Walks the objectives in the plan's order.
    pub fn objectives(&self) -> impl ExactSizeIterator<Item = (&ObjectiveId, &Arc<ObjectiveFigure>)> {
        self.objectives.iter()
    }

    /// Returns an objective's share of what is due in the plan; none when nothing in it counts.
    pub fn share(&self, id: &ObjectiveId) -> Option<Percent> {
        let objective = self.objectives.get(id).filter(|found| found.tally.counts())?;
        let mix = self.all().mix();
        mix.share(mix.weight(objective.weight))
    }

    /// Returns where an objective's points are; none when nothing in it counts.
    pub fn points(&self, id: &ObjectiveId) -> Option<Points> {
        let objective = self.objectives.get(id)?;
        Some(objective.points(self.share(id)?))
    }

    /// Returns whether what has no result counts as zero in the official figure: always, never, or once the time is over, as
    /// the body's rules have it.
    pub fn missing_is_zero(&self) -> bool {
        self.rules().official_is_floor()
    }

    /// Brings the figures up to a plan that came from this one by any number of edits. Objectives that are still the same
    /// are not computed again; finding out which takes a comparison of pointers each.
    pub fn follow(&mut self, plan: &Plan) {
        if self.rules_changed(plan) {
            self.period = plan.period;
            self.policy = plan.policy.clone();
            self.objectives.clear();
        } else if self.same_list(plan) {
            let changed: Vec<_> = (self.objectives.values().zip(plan.objectives.iter()).enumerate())
                .filter(|(_, (known, now))| !Arc::ptr_eq(&known.source, now))
                .map(|(place, (_, now))| (place, Arc::clone(now)))
                .collect();
            // Many at once are summed faster from scratch; the sums are the same.
            if changed.len() < 64 {
                for (place, now) in changed {
                    self.put(place, &now);
                }
                self.figure = self.all().figure(&self.rules());
                return;
            }
        }
        self.compute(plan);
    }

    /// Brings the figures up to the plan after one edit of it, at a cost that does not grow with the rest of the plan when
    /// the edit touches one objective.
    pub fn after(&mut self, plan: &Plan, edit: &Edit) {
        match edit {
            Edit::Objective { objective, .. } => self.edited(plan, objective),
            Edit::Goal { .. } | Edit::Goals(_) | Edit::Unit { .. } | Edit::Units(_) => {}
            Edit::Section { .. } | Edit::Sections(_) | Edit::Scenario { .. } | Edit::Scenarios(_) => {}
            Edit::Conflicts(_) => {}
            Edit::Plan(_) | Edit::Objectives(_) | Edit::Several(_) => self.follow(plan),
        }
    }

    /// Brings the figures up to the plan after an edit within one objective.
    pub fn edited(&mut self, plan: &Plan, id: &ObjectiveId) {
        match (self.objectives.get_index_of(id), plan.objectives.get(id)) {
            (Some(place), Some(objective)) => {
                self.put(place, objective);
                self.figure = self.all().figure(&self.rules());
            }
            _ => self.follow(plan),
        }
    }

    pub(super) fn rules(&self) -> Rules<'_> {
        Rules { policy: &self.policy, span: self.span, period: self.period, today: self.today }
    }

    /// Sums over all objectives.
    pub(super) fn all(&self) -> &Sums {
        self.sums.get(1).unwrap_or(&Sums::NOTHING)
    }

    fn rules_changed(&self, plan: &Plan) -> bool {
        self.period != plan.period || self.policy != plan.policy
    }

    fn same_list(&self, plan: &Plan) -> bool {
        self.objectives.len() == plan.objectives.len()
            && self.objectives.keys().zip(plan.objectives.iter()).all(|(known, now)| *known == now.id)
    }

    /// Computes what is not known yet and sums everything.
    fn compute(&mut self, plan: &Plan) {
        let rules = Rules { policy: &plan.policy, span: self.span, period: plan.period, today: self.today };
        let known = |now: &Arc<Objective>| {
            self.objectives.get(&now.id).filter(|known| Arc::ptr_eq(&known.source, now)).cloned()
        };
        let figure = |now| known(now).unwrap_or_else(|| Arc::new(ObjectiveFigure::of(now, &rules)));
        let objectives: IndexMap<_, _> = plan.objectives.iter().map(|now| (now.id.clone(), figure(now))).collect();
        self.objectives = objectives;
        let count = self.objectives.len();
        self.sums = vec![Sums::default(); count];
        self.sums.extend(self.objectives.values().map(|objective| objective.leaf()));
        for node in (1..count).rev() {
            self.join(node);
        }
        self.figure = self.all().figure(&self.rules());
    }

    fn put(&mut self, place: usize, objective: &Arc<Objective>) {
        let rules = self.rules();
        let figure = match self.objectives.get_index(place) {
            Some((_, known)) => Arc::new(known.after(objective, &rules)),
            None => Arc::new(ObjectiveFigure::of(objective, &rules)),
        };
        let mut node = self.objectives.len() + place;
        if let Some(leaf) = self.sums.get_mut(node) {
            *leaf = figure.leaf();
        }
        if let Some((_, known)) = self.objectives.get_index_mut(place) {
            *known = figure;
        }
        while node > 1 {
            node /= 2;
            self.join(node);
        }
    }

    fn join(&mut self, node: usize) {
        if let (Some(left), Some(right)) = (self.sums.get(2 * node), self.sums.get(2 * node + 1)) {
            let joined = left.join(right);
            if let Some(sums) = self.sums.get_mut(node) {
                *sums = joined;
            }
        }
    }
}
