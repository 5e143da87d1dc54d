//! Several files merged one after another into one edit, with what people settled on the way; nothing happens to the plan
//! until that edit is made, and undoing it undoes all of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use super::change::value_of;
use super::waiting::singles;
use super::{Change, Fate, Outcome, Side, difference, merge};
use crate::plan::{Conflict, ConflictId, Dispute, Edit, GoalField, Keep, ListEdit, Plan, Scope};

/// A plan that came in, and what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sender {
    /// The plan.
    pub plan: Arc<Plan>,
    /// The plan that both began with; none: not known.
    pub base: Option<Arc<Plan>>,
    /// What its office was asked to change; none: everything.
    pub scope: Option<Scope>,
    /// Who changed it; empty: not known.
    pub by: String,
    /// When; none: not known.
    pub on: Option<NaiveDate>,
    /// The values of theirs that a person refused, by the names that [`Change::value`] gives them.
    pub refused: BTreeSet<String>,
}

/// What one file brought.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Came {
    /// What came in, as single edits in the order of the plan, those refused among them.
    pub new: Vec<Change>,
    /// What was changed on both sides alike, each with what both began with.
    pub alike: Vec<Change>,
    /// What was changed on both sides, each in its own way, and what waited for a person in theirs.
    pub conflicts: Vec<Arc<Conflict>>,
    /// What was changed where they had not been asked to; nothing of it is taken unless a person says so.
    pub outside: Vec<Arc<Conflict>>,
    /// Whether this is another plan, which is not merged.
    pub is_other_plan: bool,
}

impl Came {
    /// Returns whether the file brings nothing to take and nothing to decide.
    pub fn is_nothing_new(&self) -> bool {
        !self.is_other_plan && self.new.is_empty() && self.conflicts.is_empty() && self.outside.is_empty()
    }

    /// Walks what is taken of what came in.
    pub fn taken(&self) -> impl Iterator<Item = &Change> {
        self.new.iter().filter(|change| change.fate == Fate::Taken)
    }

    /// Notes a change that came in. A goal that moves goes by way of the root: that is one change to whoever reads it.
    fn note(&mut self, change: Change) {
        if let Edit::Goal { goal, field: GoalField::Parent(_) } = &change.edit {
            let is_its = |known: &&mut Change| match &known.edit {
                Edit::Goal { goal: other, field: GoalField::Parent(_) } => other == goal,
                _ => false,
            };
            if let Some(known) = self.new.iter_mut().find(is_its) {
                known.edit = change.edit;
                return;
            }
        }
        self.new.push(change);
    }

    /// Walks what waits for a person: conflicts first, then what came from outside the scope.
    pub fn disputed(&self) -> impl Iterator<Item = &Arc<Conflict>> {
        self.conflicts.iter().chain(&self.outside)
    }
}

/// What came of a round of merges.
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    /// The plan as it would be.
    pub plan: Plan,
    /// The one edit that makes it of ours; none when nothing would change.
    pub edit: Option<Edit>,
    /// What each file brought, in the order in which they were merged.
    pub came: Vec<Came>,
}

/// Merges plans into ours one after another. `written` says when places of ours were last written, by their path.
pub fn round(ours: &Plan, senders: &[Sender], written: &HashMap<String, NaiveDate>) -> Round {
    let mut signatures: HashMap<String, (String, Option<NaiveDate>)> =
        written.iter().map(|(path, on)| (path.clone(), (String::new(), Some(*on)))).collect();
    let mut round = Round { plan: ours.clone(), edit: None, came: Vec::with_capacity(senders.len()) };
    let mut edits = Vec::new();
    for sender in senders {
        let came = round.plan.take_in(sender, &signatures, &mut edits);
        for change in came.taken() {
            signatures.insert(change.edit.path(), (sender.by.clone(), sender.on));
        }
        round.came.push(came);
    }
    round.edit = (!edits.is_empty()).then(|| Edit::Several(edits));
    round
}

impl Round {
    /// Walks what waits for a person, file by file.
    pub fn disputed(&self) -> impl Iterator<Item = &Arc<Conflict>> {
        self.came.iter().flat_map(Came::disputed)
    }

    /// Settles of the new conflicts those of which `kept` says which version is to stand; the others are left for later.
    pub fn settled(&self, kept: &BTreeMap<ConflictId, Keep>) -> Self {
        let mut round = self.clone();
        let mut edits: Vec<Edit> = round.edit.take().into_iter().collect();
        for id in self.disputed().map(|conflict| &conflict.id) {
            let settlement = kept.get(id).and_then(|keep| round.plan.settlement(id, *keep));
            // A settlement always applies to the plan it was made for.
            edits.extend(settlement.filter(|edit| round.plan.apply(edit.clone()).is_ok()));
        }
        round.edit = (!edits.is_empty()).then(|| Edit::Several(edits));
        round
    }
}

impl Plan {
    /// Merges one plan into this one, and adds the edits that it took.
    fn take_in(
        &mut self,
        sender: &Sender,
        signatures: &HashMap<String, (String, Option<NaiveDate>)>,
        edits: &mut Vec<Edit>,
    ) -> Came {
        let theirs = Side { plan: &sender.plan, by: sender.by.clone(), on: sender.on };
        let merged = match merge(sender.base.as_deref(), &Side::from(&*self), &theirs, sender.scope.as_ref()) {
            Outcome::Merged(merged) => merged,
            Outcome::NothingNew => return Came { alike: sender.alike(self), ..Came::default() },
            Outcome::OtherPlan => return Came { is_other_plan: true, ..Came::default() },
        };
        let mut came = Came { alike: sender.alike(self), ..Came::default() };
        // What each change would turn into what is told of those refused too.
        let ours = self.clone();
        let mut whole = ours.clone();
        for edit in singles(&merged.edit) {
            let edit = signed(edit.clone(), &merged.conflicts, signatures);
            let Ok(undo) = whole.apply(edit.clone()) else { continue };
            let value = value_of(&edit, &ours, &sender.plan);
            let fate = if sender.refused.contains(&value) {
                Fate::Refused
            } else if self.apply(edit.clone()).is_ok() {
                Fate::Taken
            } else {
                Fate::Bound
            };
            match &edit {
                Edit::Conflicts(ListEdit::Insert { item, .. }) => {
                    let is_outside = item.dispute == Dispute::OutsideScope;
                    let list = if is_outside { &mut came.outside } else { &mut came.conflicts };
                    list.push(Arc::clone(item));
                }
                Edit::Conflicts(_) => {}
                // Where a record would have stood that is not taken is nobody's question.
                edit if fate != Fate::Taken && edit.path().ends_with("/order") => {}
                edit => came.note(Change { edit: edit.clone(), undo, value, fate }),
            }
            if fate == Fate::Taken {
                edits.push(edit);
            }
        }
        came
    }
}

impl Sender {
    /// What they changed that ours, the same plan, has in the same way, though both began with something else.
    fn alike(&self, ours: &Plan) -> Vec<Change> {
        let Some(base) = self.base.as_deref().filter(|base| base.id == ours.id) else {
            return Vec::new();
        };
        let shown = self.scope.as_ref().map_or_else(|| base.clone(), |scope| scope.seen(base));
        let mut trial = ours.clone();
        let mut stands = |edit: &Edit| match (trial.apply(edit.clone()), edit) {
            (Ok(undo), edit) => {
                let is_so = undo == *edit;
                // The inverse of an edit just made always applies.
                drop(trial.apply(undo));
                is_so
            }
            (Err(_), Edit::Objectives(_) | Edit::Goals(_) | Edit::Units(_) | Edit::Sections(_)) => true,
            (Err(_), _) => false,
        };
        let changed = difference(&shown, &self.plan);
        let is_told = |edit: &Edit| !matches!(edit, Edit::Conflicts(_)) && !edit.path().ends_with("/order");
        let mut began = shown;
        let with_undo = |edit: Edit| {
            let (undo, value) = (began.apply(edit.clone()).ok()?, edit.path());
            Some(Change { edit, undo, value, fate: Fate::Taken })
        };
        let changed = changed.into_iter().filter_map(with_undo);
        changed.filter(|change| is_told(&change.edit) && stands(&change.edit)).collect()
    }
}

/// Says in a new conflict who wrote our version, where that is known. One that waited in their plan is not about ours.
fn signed(edit: Edit, new: &[ConflictId], signatures: &HashMap<String, (String, Option<NaiveDate>)>) -> Edit {
    let Edit::Conflicts(ListEdit::Insert { at, mut item }) = edit else { return edit };
    let by = singles(&item.ours.edit).into_iter().find_map(|edit| signatures.get(&edit.path()));
    if let Some((by, on)) = by.filter(|_| new.contains(&item.id)) {
        let conflict = Arc::make_mut(&mut item);
        (conflict.ours.by, conflict.ours.on) = (by.clone(), *on);
    }
    Edit::Conflicts(ListEdit::Insert { at, item })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        CellField, Goal, IndicatorEdit, List, Objective, ObjectiveEdit, ObjectiveField, Period, Unit, UnitId, Version,
        Year,
    };

    fn year() -> Year {
        Year::new(2024).unwrap()
    }

    /// Objective `A` of *minori* and `B` of *anziani*, each with the indicators `1` and `2`.
    fn plan() -> Plan {
        let mut plan = Plan::new("piano".into(), Period::new(year(), year()).unwrap());
        for unit in ["minori", "anziani"] {
            plan.units.push(Unit::new(unit.into())).unwrap();
        }
        for (id, unit) in [("A", "minori"), ("B", "anziani")] {
            let mut objective = Objective::new(id.into());
            objective.units = vec![unit.into()];
            let indicators = ["1", "2"].map(|id| crate::plan::Indicator::new(id.into()));
            objective.indicators = List::try_from(indicators.to_vec()).unwrap();
            plan.objectives.push(objective).unwrap();
        }
        plan
    }

    fn result(objective: &str, indicator: &str, words: &str) -> Edit {
        let edit = IndicatorEdit::Cell { year: year(), field: CellField::Result(words.into()) };
        let edit = ObjectiveEdit::Indicator { indicator: indicator.into(), edit };
        Edit::Objective { objective: objective.into(), edit }
    }

    fn with(edits: &[Edit]) -> Plan {
        let mut plan = plan();
        edits.iter().for_each(|edit| drop(plan.apply(edit.clone()).unwrap()));
        plan
    }

    fn from(by: &str, unit: &str, day: u32, edits: &[Edit]) -> Sender {
        Sender {
            plan: Arc::new(with(edits)),
            base: Some(Arc::new(plan())),
            scope: Some(Scope::new(vec![UnitId::from(unit)])),
            by: by.into(),
            on: NaiveDate::from_ymd_opt(2024, 7, day),
            refused: BTreeSet::new(),
        }
    }

    fn paths(changes: &[Change]) -> Vec<String> {
        changes.iter().map(|change| change.edit.path()).collect()
    }

    #[test]
    fn files_that_meet_nowhere_come_in_whole_as_one_edit_that_undoes() {
        let ours = with(&[result("B", "2", "7")]);
        let senders = [
            from("Minori", "minori", 1, &[result("A", "1", "3")]),
            from("Anziani", "anziani", 2, &[result("B", "1", "4")]),
        ];
        let round = round(&ours, &senders, &HashMap::new());
        let both = with(&[result("B", "2", "7"), result("A", "1", "3"), result("B", "1", "4")]);
        assert_eq!(round.plan, both);
        let mut plan = ours.clone();
        let undo = plan.apply(round.edit.unwrap()).unwrap();
        assert_eq!(plan, both);
        plan.apply(undo).unwrap();
        assert_eq!(plan, ours);
    }

    #[test]
    fn a_file_tells_what_is_new_what_agrees_what_conflicts_and_what_was_not_asked_for() {
        let ours = with(&[result("A", "1", "3"), result("A", "2", "5")]);
        let edits = [result("A", "1", "3"), result("A", "2", "6"), result("B", "1", "9")];
        let title = Edit::Objective {
            objective: "A".into(),
            edit: ObjectiveEdit::Field(ObjectiveField::Title("Affido".into())),
        };
        let sender = from("Minori", "minori", 9, &[&edits[..], &[title]].concat());
        let round = round(&ours, &[sender], &HashMap::new());
        let came = &round.came[0];
        assert_eq!(paths(&came.new), ["objectives/A/title"]);
        assert_eq!(paths(&came.alike), ["objectives/A/indicators/1/cells/2024/result"]);
        let places = |conflicts: &[Arc<Conflict>]| conflicts.iter().map(|found| found.path()).collect::<Vec<_>>();
        assert_eq!(places(&came.conflicts), ["objectives/A/indicators/2/cells/2024/result"]);
        assert_eq!(places(&came.outside), ["objectives/B/indicators/1/cells/2024/result"]);
        assert!(!came.is_nothing_new());
    }

    #[test]
    fn what_came_tells_what_stood_there_even_where_an_earlier_file_put_it() {
        let target = |words: &str| {
            let edit = IndicatorEdit::Cell { year: year(), field: CellField::Target(words.into()) };
            let edit = ObjectiveEdit::Indicator { indicator: "1".into(), edit };
            Edit::Objective { objective: "A".into(), edit }
        };
        let mut plan = plan();
        plan.apply(target("Almeno il 25%")).unwrap();
        let sender = |base: &Plan, words: &str| {
            let mut theirs = base.clone();
            theirs.apply(target(words)).unwrap();
            Sender { plan: theirs.into(), base: Some(base.clone().into()), ..from("Minori", "minori", 1, &[]) }
        };
        let first = sender(&plan, "Almeno il 20%");
        let second = sender(&first.plan, "Almeno il 10%");
        let round = round(&plan, &[first, second], &HashMap::new());
        let turns: Vec<_> =
            round.came.iter().map(|came| (came.new[0].undo.clone(), came.new[0].edit.clone())).collect();
        let turn = |undo, edit| (target(undo), target(edit));
        assert_eq!(turns, [turn("Almeno il 25%", "Almeno il 20%"), turn("Almeno il 20%", "Almeno il 10%")]);
    }

    #[test]
    fn what_is_refused_stays_as_it_was_and_the_same_file_asks_again() {
        let cell = |field| {
            let edit = IndicatorEdit::Cell { year: year(), field };
            let edit = ObjectiveEdit::Indicator { indicator: "1".into(), edit };
            Edit::Objective { objective: "A".into(), edit }
        };
        let reading = Some(crate::target::parse_target("Almeno 20", 2024).reading);
        let lowered = [
            cell(CellField::Target("Almeno il 20%".into())),
            cell(CellField::TargetReading(reading)),
            result("A", "1", "22%"),
        ];
        let open = from("Minori", "minori", 1, &lowered);
        let target = "objectives/A/indicators/1/cells/2024/target";
        let refusing = Sender { refused: [target.to_owned()].into(), ..open.clone() };

        let made = round(&plan(), &[refusing], &HashMap::new());
        assert_eq!(made.plan, with(&[result("A", "1", "22%")]), "a reading goes with the words it reads");
        let fates: Vec<_> = made.came[0].new.iter().map(|change| change.fate).collect();
        assert_eq!(fates, [Fate::Refused, Fate::Refused, Fate::Taken]);
        let mut ours = plan();
        let undo = ours.apply(made.edit.unwrap()).unwrap();
        assert_eq!(ours, made.plan);

        let again = round(&ours, &[open], &HashMap::new());
        assert_eq!(again.plan, with(&lowered));
        assert_eq!(paths(&again.came[0].new), [target, &format!("{target}_reading")]);
        ours.apply(undo).unwrap();
        assert_eq!(ours, plan(), "one step back takes all of it back");
    }

    #[test]
    fn what_points_at_something_refused_stays_out_with_it() {
        let sede = Edit::Units(ListEdit::Insert { at: 2, item: Unit::new("sede".into()).into() });
        let units = ObjectiveEdit::Field(ObjectiveField::Units(vec!["sede".into()]));
        let moved = Edit::Objective { objective: "A".into(), edit: units };
        let sender = Sender {
            scope: None,
            refused: ["units/sede".to_owned()].into(),
            ..from("Minori", "minori", 1, &[sede, moved, result("A", "1", "3")])
        };
        let made = round(&plan(), &[sender], &HashMap::new());
        assert_eq!(made.plan, with(&[result("A", "1", "3")]));
        let fates: Vec<_> = made.came[0].new.iter().map(|change| change.fate).collect();
        assert_eq!(fates, [Fate::Refused, Fate::Bound, Fate::Taken]);
    }

    #[test]
    fn a_second_file_that_says_otherwise_than_the_first_names_who_wrote_which() {
        let senders = [
            from("Minori", "minori", 1, &[result("A", "1", "3")]),
            from("Minori, sede di Bra", "minori", 5, &[result("A", "1", "4")]),
        ];
        let first = round(&plan(), &senders, &HashMap::new());
        let conflict = &first.came[1].conflicts[0];
        assert_eq!((conflict.ours.by.as_str(), conflict.theirs.by.as_str()), ("Minori", "Minori, sede di Bra"));
        assert_eq!(conflict.ours.on, NaiveDate::from_ymd_opt(2024, 7, 1));
        assert_eq!(first.plan.conflicts.at(0), Some(conflict), "the signature is stored");

        let kept = BTreeMap::from([(conflict.id.clone(), Keep::Theirs)]);
        let settled = first.settled(&kept);
        assert_eq!(settled.plan, with(&[result("A", "1", "4")]));
        assert_eq!(settled.came, first.came, "what came does not change with what is settled");
        let mut ours = plan();
        let undo = ours.apply(settled.edit.unwrap()).unwrap();
        assert_eq!(ours, settled.plan);
        ours.apply(undo).unwrap();
        assert_eq!(ours, plan(), "one step back takes merge and settlements together");
    }

    #[test]
    fn our_version_tells_when_it_was_written() {
        let ours = with(&[result("A", "1", "3")]);
        let day = NaiveDate::from_ymd_opt(2024, 7, 12).unwrap();
        let written = HashMap::from([("objectives/A/indicators/1/cells/2024/result".to_owned(), day)]);
        let round = round(&ours, &[from("Minori", "minori", 9, &[result("A", "1", "4")])], &written);
        assert_eq!(round.came[0].conflicts[0].ours.on, Some(day));
    }

    #[test]
    fn a_file_without_anything_new_and_another_plan_change_nothing() {
        let mut other = from("Minori", "minori", 9, &[]);
        let plain = other.clone();
        Arc::make_mut(&mut other.plan).id = "altro".into();
        let round = round(&plan(), &[plain, other], &HashMap::new());
        assert_eq!(round.edit, None);
        assert!(round.came[0].is_nothing_new());
        assert!(round.came[1].is_other_plan && !round.came[1].is_nothing_new());
    }

    #[test]
    fn what_both_did_alike_is_told_though_nothing_is_new_but_for_the_order() {
        let alike = [result("A", "1", "3"), Edit::Objectives(ListEdit::Move { id: "B".into(), to: 0 })];
        let round = round(&with(&alike), &[from("Minori", "minori", 9, &alike)], &HashMap::new());
        assert!(round.came[0].is_nothing_new());
        assert_eq!(paths(&round.came[0].alike), ["objectives/A/indicators/1/cells/2024/result"]);
    }

    #[test]
    fn a_goal_that_moves_is_one_change_and_a_new_one_brings_its_parent_along() {
        let goal = |id: &str, parent: Option<&str>| Goal { parent: parent.map(Into::into), ..Goal::new(id.into()) };
        let below =
            |id: &str, parent: &str| Edit::Goal { goal: id.into(), field: GoalField::Parent(Some(parent.into())) };
        let mut plan = plan();
        for goal in [goal("1", None), goal("2", None), goal("1.1", Some("1"))] {
            plan.goals.push(goal).unwrap();
        }
        let mut theirs = plan.clone();
        theirs.apply(below("1.1", "2")).unwrap();
        theirs.goals.push(goal("1.1.1", Some("1.1"))).unwrap();
        let sender = Sender {
            plan: theirs.into(),
            base: Some(plan.clone().into()),
            scope: None,
            ..from("Minori", "minori", 1, &[])
        };
        let round = round(&plan, &[sender], &HashMap::new());
        let new = &round.came[0].new;
        let told: Vec<_> = new.iter().map(|change| (change.edit.path(), change.value.clone())).collect();
        let named = [
            ("goals/1.1/parent", "goals/1.1/parent"),
            ("goals/1.1.1", "goals/1.1.1"),
            ("goals/1.1.1/parent", "goals/1.1.1"),
        ];
        assert_eq!(told, named.map(|(path, value)| (path.to_owned(), value.to_owned())));
        assert_eq!((&new[0].undo, &new[0].edit), (&below("1.1", "1"), &below("1.1", "2")));
    }

    #[test]
    fn each_other_version_of_one_place_waits_and_none_waits_twice() {
        let sender = |by: &str, words: &str| from(by, "minori", 1, &[result("A", "1", words)]);
        let senders = [sender("Alba", "3"), sender("Bra", "4"), sender("Cherasco", "5"), sender("Cherasco", "5")];
        let round = round(&plan(), &senders, &HashMap::new());
        let place = "objectives/A/indicators/1/cells/2024/result";
        let waiting: Vec<_> =
            round.plan.conflicts.iter().map(|found| (found.id.to_string(), found.theirs.edit.clone())).collect();
        assert_eq!(waiting, [(place.into(), result("A", "1", "4")), (format!("{place}~2"), result("A", "1", "5"))]);
    }

    #[test]
    fn a_conflict_that_waited_in_their_plan_waits_in_ours_as_it_is() {
        let place = "objectives/A/indicators/1/cells/2024/result";
        let version = |by: &str, words: &str| Version { edit: result("A", "1", words), by: by.into(), on: None };
        let waiting = Conflict {
            id: place.into(),
            dispute: Dispute::BothChanged,
            base: None,
            ours: version("", "3"),
            theirs: version("Bra", "4"),
        };
        let waiting = Arc::new(waiting);
        let brought = Edit::Conflicts(ListEdit::Insert { at: 0, item: Arc::clone(&waiting) });
        let written = HashMap::from([(place.to_owned(), NaiveDate::from_ymd_opt(2024, 7, 12).unwrap())]);
        let round = round(&plan(), &[from("Minori", "minori", 9, std::slice::from_ref(&brought))], &written);
        assert_eq!(round.plan, with(&[brought]), "neither of its versions is the one that we wrote");
        assert_eq!(round.came[0].conflicts, [waiting]);
        assert!(!round.came[0].is_nothing_new());
    }
}
