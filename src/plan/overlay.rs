//! What a scenario makes of a plan: the edits that would bring it about, and the plan as it would be then.

use chrono::NaiveDate;

use super::{
    Cell, CellField, Cells, Edit, Indicator, IndicatorEdit, IndicatorField, Judgement, Objective, ObjectiveEdit,
    ObjectiveField, ObjectiveId, OtherCell, OtherIndicator, OtherObjective, PartEdit, PartField, Percent, Plan,
    PlanField, Scenario, Standing, Status,
};

/// How much of a scenario is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// What a body can decide: weights, policy, what is set aside. Results that were only supposed stay in the scenario.
    Decisions,
    /// Supposed results too: words replace the result of the year, "met" and "missed" stand as judgements of 100 % and 0 %.
    Everything,
}

/// Why and since when something is set aside, as its standing will say.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ground {
    /// Why.
    pub reason: String,
    /// Since when.
    pub date: Option<NaiveDate>,
}

impl Scenario {
    /// Returns the edits that bring the scenario about in a plan, in the plan's order; those that would change nothing are
    /// left out, and so is what the plan no longer has. They apply to this very plan.
    pub fn edits(&self, plan: &Plan, taking: Taking, ground: &Ground) -> Vec<Edit> {
        let policy = self.policy.iter().filter(|policy| **policy != plan.policy);
        let mut edits: Vec<_> = policy.map(|policy| Edit::Plan(PlanField::Policy(policy.clone()))).collect();
        for objective in plan.objectives.iter() {
            edits.extend(self.edits_within(objective, taking, ground));
        }
        edits
    }

    /// Returns the plan as it would be; objectives of which nothing is said are shared with it.
    pub fn over(&self, plan: &Plan) -> Plan {
        with(plan, self.edits(plan, Taking::Everything, &Ground::default()))
    }

    /// Returns the plan with one objective as it would be, and all others as they are.
    pub fn over_objective(&self, plan: &Plan, objective: &ObjectiveId) -> Plan {
        let found = plan.objectives.get(objective);
        let edits = found.map(|found| self.edits_within(found, Taking::Everything, &Ground::default()));
        with(plan, edits.into_iter().flatten())
    }

    fn edits_within(
        &self,
        objective: &Objective,
        taking: Taking,
        ground: &Ground,
    ) -> impl Iterator<Item = Edit> + use<> {
        let id = objective.id.clone();
        let edits = self.objectives.get(&id).map(|other| other.edits(objective, taking, ground));
        edits.into_iter().flatten().map(move |edit| Edit::Objective { objective: id.clone(), edit })
    }
}

/// The plan after edits that were made for it.
fn with(plan: &Plan, edits: impl IntoIterator<Item = Edit>) -> Plan {
    let mut with = plan.clone();
    for edit in edits {
        // Made for this very plan, so none is refused; one that were would leave the plan as it is.
        let _ = with.apply(edit);
    }
    with
}

impl OtherObjective {
    fn edits(&self, objective: &Objective, taking: Taking, ground: &Ground) -> Vec<ObjectiveEdit> {
        let mut edits = Vec::new();
        let mut weights = objective.weights.clone();
        weights.extend(&self.weights);
        if weights != objective.weights {
            edits.push(ObjectiveEdit::Field(ObjectiveField::Weights(weights)));
        }
        for indicator in objective.indicators.iter() {
            if let Some(other) = self.indicators.get(&indicator.id) {
                let within = |edit| ObjectiveEdit::Indicator { indicator: indicator.id.clone(), edit };
                edits.extend(other.edits(indicator, taking, ground).into_iter().map(within));
            }
        }
        edits
    }
}

impl OtherIndicator {
    /// Returns an indicator as it would be.
    pub fn over(&self, indicator: &Indicator) -> Indicator {
        let mut over = indicator.clone();
        for edit in self.edits(indicator, Taking::Everything, &Ground::default()) {
            // Made for this very indicator, so none is refused.
            let _ = over.apply(edit);
        }
        over
    }

    fn edits(&self, indicator: &Indicator, taking: Taking, ground: &Ground) -> Vec<IndicatorEdit> {
        let mut edits = Vec::new();
        if self.weight.is_some() && self.weight != indicator.weight {
            edits.push(IndicatorEdit::Field(IndicatorField::Weight(self.weight)));
        }
        for (year, other) in &self.cells {
            let is_due = indicator.is_due(*year);
            let fields = other.fields(indicator.cells.get(year), taking, ground);
            edits.extend(fields.into_iter().filter(|_| is_due).map(|field| IndicatorEdit::Cell { year: *year, field }));
        }
        for part in indicator.parts.iter() {
            let Some(other) = self.parts.get(&part.id) else { continue };
            let within = |edit| IndicatorEdit::Part { part: part.id.clone(), edit };
            if other.weight.is_some() && other.weight != part.weight {
                edits.push(within(PartEdit::Field(PartField::Weight(other.weight))));
            }
            for (year, other) in &other.cells {
                let cell = due(&part.cells, *year);
                let fields = cell.map(|cell| other.fields(Some(cell), taking, ground)).unwrap_or_default();
                edits.extend(fields.into_iter().map(|field| within(PartEdit::Cell { year: *year, field })));
            }
        }
        edits
    }
}

fn due(cells: &Cells, year: super::Year) -> Option<&Cell> {
    cells.get(&year).filter(|cell| cell.is_due())
}

impl OtherCell {
    /// Returns what has to be set in a cell. A standing that is there stays: whatever is supposed of it, it does not count.
    fn fields(&self, cell: Option<&Cell>, taking: Taking, ground: &Ground) -> Vec<CellField> {
        let blank = Cell::default();
        let cell = cell.unwrap_or(&blank);
        if cell.standing.is_some() || (taking == Taking::Decisions && *self != Self::SetAside) {
            return Vec::new();
        }
        let judged = |percent| {
            let judgement = Judgement { percent, reason: ground.reason.clone(), author: String::new() };
            vec![CellField::Judgement(Some(judgement))]
        };
        match self {
            Self::Result(words) => {
                let mut fields = vec![CellField::Result(words.clone())];
                fields.extend(cell.result_reading.is_some().then_some(CellField::ResultReading(None)));
                fields.extend(cell.judgement.is_some().then_some(CellField::Judgement(None)));
                fields
            }
            Self::Met => judged(Percent::HUNDRED),
            Self::Missed => judged(Percent::ZERO),
            Self::SetAside => {
                let Ground { reason, date } = ground.clone();
                vec![CellField::Standing(Some(Standing { status: Status::Suspended, reason, date }))]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{OtherPart, Overlay, Part, Period, Weight, Year};

    fn year(number: i32) -> Year {
        Year::new(number).unwrap()
    }

    /// `A` with `i` (due in 2024, with a judgement) and `j` (part `p` of 40 %, due in 2024); `B` with nothing.
    fn plan() -> Plan {
        let mut plan = Plan::new("plan".into(), Period::new(year(2024), year(2026)).unwrap());
        let mut i = Indicator::new("i".into());
        let judgement = Some(Judgement { percent: Percent::whole(40), reason: String::new(), author: String::new() });
        let cell = Cell { target: "Almeno 4".into(), result: "2".into(), ..Cell::default() };
        i.cells.insert(year(2024), Cell { judgement, ..cell.clone() });
        let mut part = Part { weight: Some(Weight::whole(40)), ..Part::new("p".into()) };
        part.cells.insert(year(2024), cell);
        let mut j = Indicator::new("j".into());
        j.parts.push(part).unwrap();
        let mut a = Objective::new("A".into());
        a.indicators.push(i).unwrap();
        a.indicators.push(j).unwrap();
        plan.objectives.push(a).unwrap();
        plan.objectives.push(Objective::new("B".into())).unwrap();
        plan
    }

    fn saying(objective: &str, other: OtherObjective) -> Scenario {
        Scenario { objectives: Overlay::from_iter([(objective.into(), other)]), ..Scenario::new("s".into()) }
    }

    fn of_indicator(id: &str, other: OtherIndicator) -> Scenario {
        saying("A", OtherObjective { indicators: [(id.into(), other)].into(), ..OtherObjective::default() })
    }

    fn supposing(other: OtherCell) -> Scenario {
        of_indicator("i", OtherIndicator { cells: [(year(2024), other)].into(), ..OtherIndicator::default() })
    }

    fn cell(plan: &Plan) -> Cell {
        plan.objectives.at(0).unwrap().indicators.at(0).unwrap().cells.get(&year(2024)).unwrap().clone()
    }

    #[test]
    fn what_is_said_of_nothing_known_changes_nothing() {
        let other = OtherObjective { weights: [(year(2024), Weight::whole(9))].into(), ..OtherObjective::default() };
        let met = OtherIndicator { cells: [(year(2025), OtherCell::Met)].into(), ..OtherIndicator::default() };
        let weight = OtherIndicator { weight: Some(Weight::whole(3)), ..OtherIndicator::default() };
        for scenario in [saying("Z", other), of_indicator("z", weight), of_indicator("i", met)] {
            assert_eq!(scenario.edits(&plan(), Taking::Everything, &Ground::default()), [], "{scenario:?}");
            assert_eq!(scenario.over(&plan()), plan());
        }
    }

    #[test]
    fn a_supposed_result_counts_instead_of_the_reading_and_the_judgement() {
        let over = supposing(OtherCell::Result("3".into())).over(&plan());
        assert_eq!((cell(&over).result.words(), cell(&over).judgement), ("3", None));
        let met = cell(&supposing(OtherCell::Met).over(&plan()));
        assert_eq!((met.result.words(), met.judgement.unwrap().percent), ("2", Percent::HUNDRED));
        assert_eq!(cell(&supposing(OtherCell::Missed).over(&plan())).judgement.unwrap().percent, Percent::ZERO);
    }

    #[test]
    fn decisions_leave_supposed_results_behind() {
        let ground = Ground { reason: "Delibera 3".into(), date: "2024-09-01".parse().ok() };
        for supposed in [OtherCell::Met, OtherCell::Missed, OtherCell::Result("3".into())] {
            assert_eq!(supposing(supposed).edits(&plan(), Taking::Decisions, &ground), []);
        }
        let mut decided = plan();
        for edit in supposing(OtherCell::SetAside).edits(&plan(), Taking::Decisions, &ground) {
            decided.apply(edit).unwrap();
        }
        let standing = cell(&decided).standing.unwrap();
        assert_eq!((standing.status, standing.reason.as_str()), (Status::Suspended, "Delibera 3"));
        assert_eq!(standing.date, ground.date);
    }

    #[test]
    fn a_standing_outlasts_what_is_supposed() {
        let aside = supposing(OtherCell::SetAside).over(&plan());
        assert_eq!(supposing(OtherCell::Met).over(&aside), aside);
    }

    #[test]
    fn parts_have_weights_and_results_of_their_own() {
        let part = OtherPart {
            weight: Some(Weight::whole(30)),
            cells: [(year(2024), OtherCell::Result("4".into())), (year(2025), OtherCell::Met)].into(),
            ..OtherPart::default()
        };
        let scenario = of_indicator("j", OtherIndicator { parts: [("p".into(), part)].into(), ..Default::default() });
        let over = scenario.over(&plan());
        let part = over.objectives.at(0).unwrap().indicators.at(1).unwrap().parts.at(0).unwrap().clone();
        assert_eq!(part.weight, Some(Weight::whole(30)));
        assert_eq!(part.cells.get(&year(2024)).unwrap().result.words(), "4");
        assert_eq!(part.cells.len(), 1, "2025 is not due");
    }

    #[test]
    fn a_part_of_which_no_other_weight_is_said_keeps_its_own() {
        let met = OtherPart { cells: [(year(2024), OtherCell::Met)].into(), ..OtherPart::default() };
        let scenario = of_indicator("j", OtherIndicator { parts: [("p".into(), met)].into(), ..Default::default() });
        let over = scenario.over(&plan());
        let part = over.objectives.at(0).unwrap().indicators.at(1).unwrap().parts.at(0).unwrap().clone();
        assert_eq!(part.weight, Some(Weight::whole(40)));
        assert_eq!(part.cells.get(&year(2024)).unwrap().judgement.as_ref().unwrap().percent, Percent::HUNDRED);
    }

    #[test]
    fn what_is_not_spoken_of_is_shared_with_the_plan() {
        let plan = plan();
        let over = supposing(OtherCell::Met).over(&plan);
        assert!(std::sync::Arc::ptr_eq(plan.objectives.at(1).unwrap(), over.objectives.at(1).unwrap()));
    }
}
