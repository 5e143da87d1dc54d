//! A new plan from one of the four models that real bodies use, small and well formed, for a beginner to fill in.
//!
//! The words in it (kinds, names of levels) are Italian: they are content of the plan, like everything people write.

use super::{Action, Cell, Goal, GoalId, Indicator, LevelNames, Objective, Part, Period, Plan, Weight};

/// A model of plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Starter {
    /// Sheets with actions and the indicators that measure them (*schede*).
    Sheets,
    /// Objectives with weighted steps under strategic areas (*PIAO*).
    Steps,
    /// A tree from purposes down to operational objectives (*albero della performance*).
    Tree,
    /// Strategies with indicators in lettered parts.
    Strategies,
}

impl Starter {
    /// Every model, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Sheets, Self::Steps, Self::Tree, Self::Strategies];
}

impl Plan {
    /// Returns a new plan after a model; `ids` gives a new id each time it is asked.
    ///
    /// Should `ids` repeat itself, what would have the same id as a sibling is left out.
    pub fn from_starter(
        starter: Starter,
        title: &str,
        body: &str,
        period: Period,
        ids: &mut dyn FnMut() -> String,
    ) -> Self {
        let mut plan = Self::new(ids().into(), period);
        plan.title = title.into();
        plan.body.name = body.into();
        plan.level_names = level_names(starter);
        match starter {
            Starter::Sheets => plan.begin_sheets(ids),
            Starter::Steps => plan.begin_steps(ids),
            Starter::Tree => plan.begin_tree(ids),
            Starter::Strategies => plan.begin_strategies(ids),
        }
        plan
    }

    fn begin_sheets(&mut self, ids: &mut dyn FnMut() -> String) {
        for code in ["1", "2"] {
            let mut sheet = objective(code, "Scheda", ids);
            let mut action = Action::new(ids().into());
            action.code = "1".into();
            let mut measure = indicator("", ids);
            measure.action = Some(action.id.clone());
            let _ = sheet.actions.push(action);
            let _ = sheet.indicators.push(measure);
            let _ = self.objectives.push(sheet);
        }
    }

    fn begin_steps(&mut self, ids: &mut dyn FnMut() -> String) {
        let area = self.begin_goal(None, "1", ids);
        let goal = self.begin_goal(Some(area), "1A", ids);
        let mut objective = objective("A", "Obiettivo di performance", ids);
        objective.goals = vec![goal];
        objective.first_year = Some(self.period.first());
        objective.weights = self.period.years().map(|year| (year, Weight::HUNDRED)).collect();
        for code in ["A.1", "A.2"] {
            let mut step = indicator(code, ids);
            step.weight = Some(Weight::whole(50));
            // A step is known by its deadline: the last day of its year, until somebody writes another.
            let first = self.period.first();
            step.cells.insert(first, Cell { due: first.last_day(), ..Cell::default() });
            let _ = objective.indicators.push(step);
        }
        let _ = self.objectives.push(objective);
    }

    fn begin_tree(&mut self, ids: &mut dyn FnMut() -> String) {
        let purpose = self.begin_goal(None, "1", ids);
        let field = self.begin_goal(Some(purpose), "1.1", ids);
        let goal = self.begin_goal(Some(field), "1.1.1", ids);
        for code in ["1", "2"] {
            let mut objective = objective(code, "Obiettivo operativo", ids);
            objective.goals = vec![goal.clone()];
            let _ = objective.indicators.push(indicator("", ids));
            let _ = self.objectives.push(objective);
        }
    }

    fn begin_strategies(&mut self, ids: &mut dyn FnMut() -> String) {
        let mut strategy = objective("1", "Strategia", ids);
        let mut measure = indicator("1.1", ids);
        for letter in ["a", "b"] {
            let mut part = Part::new(ids().into());
            part.code = letter.into();
            let _ = measure.parts.push(part);
        }
        let _ = strategy.indicators.push(measure);
        let _ = self.objectives.push(strategy);
    }

    fn begin_goal(&mut self, parent: Option<GoalId>, code: &str, ids: &mut dyn FnMut() -> String) -> GoalId {
        let mut goal = Goal::new(ids().into());
        goal.parent = parent;
        goal.code = code.into();
        let id = goal.id.clone();
        let _ = self.goals.push(goal);
        id
    }
}

fn level_names(starter: Starter) -> LevelNames {
    let (goals, objective, action, indicator): (&[&str], _, _, _) = match starter {
        Starter::Sheets => (&[], "Scheda", "Azione", "Indicatore"),
        Starter::Steps => {
            (&["Area strategica", "Obiettivo strategico-operativo"], "Obiettivo di performance", "", "Fase")
        }
        Starter::Tree => (
            &["Finalità", "Ambito di intervento", "Obiettivo strategico"],
            "Obiettivo operativo",
            "Azione",
            "Indicatore",
        ),
        Starter::Strategies => (&[], "Strategia", "Azione", "Indicatore"),
    };
    LevelNames {
        goals: goals.iter().copied().map(String::from).collect(),
        objective: objective.into(),
        action: action.into(),
        indicator: indicator.into(),
    }
}

fn objective(code: &str, kind: &str, ids: &mut dyn FnMut() -> String) -> Objective {
    let mut objective = Objective::new(ids().into());
    objective.code = code.into();
    objective.kind = kind.into();
    objective
}

fn indicator(code: &str, ids: &mut dyn FnMut() -> String) -> Indicator {
    let mut indicator = Indicator::new(ids().into());
    indicator.code = code.into();
    indicator
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Year;

    fn begin(starter: Starter) -> Plan {
        let period = Period::new(Year::new(2025).unwrap(), Year::new(2027).unwrap()).unwrap();
        let mut last = 0;
        let mut ids = || {
            last += 1;
            format!("n{last}")
        };
        Plan::from_starter(starter, "Piano della performance 2025-2027", "Consorzio", period, &mut ids)
    }

    #[test]
    fn a_new_plan_is_well_formed_and_nobody_objects() {
        for starter in Starter::ALL {
            let plan = begin(starter);
            assert_eq!(plan.check_references(), Ok(()), "{starter:?}");
            assert_eq!(plan.check(), [], "{starter:?}");
            assert_eq!(
                (plan.title.as_str(), plan.body.name.as_str()),
                ("Piano della performance 2025-2027", "Consorzio")
            );
        }
    }

    #[test]
    fn each_model_has_its_own_words_and_shape() {
        for (starter, kind, objectives, indicators, levels) in [
            (Starter::Sheets, "Scheda", 2, 2, 0),
            (Starter::Steps, "Obiettivo di performance", 1, 2, 2),
            (Starter::Tree, "Obiettivo operativo", 2, 2, 3),
            (Starter::Strategies, "Strategia", 1, 1, 0),
        ] {
            let plan = begin(starter);
            assert!(plan.objectives.iter().all(|objective| objective.kind == kind));
            assert_eq!(plan.level_names.objective, kind);
            assert_eq!((plan.objectives.len(), plan.indicator_count()), (objectives, indicators), "{starter:?}");
            assert_eq!((plan.level_names.goals.len(), plan.goals.len()), (levels, levels), "{starter:?}");
        }
    }

    #[test]
    fn a_step_has_its_deadline_from_the_start() {
        let plan = begin(Starter::Steps);
        let steps = plan.objectives.iter().flat_map(|objective| objective.indicators.iter());
        let due: Vec<_> = steps.flat_map(|step| step.cells.iter()).map(|(year, cell)| (*year, cell.due)).collect();
        let first = Year::new(2025).unwrap();
        assert_eq!(due, [(first, first.last_day()); 2]);
    }

    #[test]
    fn ids_that_repeat_cost_a_record_and_nothing_more() {
        let period = Period::new(Year::new(2025).unwrap(), Year::new(2027).unwrap()).unwrap();
        for starter in Starter::ALL {
            let plan = Plan::from_starter(starter, "", "", period, &mut || "n".into());
            assert_eq!(plan.objectives.len(), 1);
        }
    }
}
