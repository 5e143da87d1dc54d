//! Facts of objectives, and the goals they serve, put into a plan.

use super::cell::{essence, read_share};
use super::destination::Destination;
use super::import::{Entry, ImportedRow, ImportedSheet};
use super::propose::{Draft, Fate, fate};
use crate::plan::{Edit, Fields, GoalId, Objective, ObjectiveEdit, ObjectiveField, ObjectiveId, Year};

/// Puts an objective's own fields in place; links to goals come later, when all goals are there.
pub(super) fn put(draft: &mut Draft<'_>, id: &ObjectiveId, sheet: &ImportedSheet) {
    let mut chain = Vec::new();
    for entry in &sheet.facts {
        match entry.destination {
            Destination::LinkedGoals | Destination::Areas => {}
            Destination::Goal(_) | Destination::GoalCode(_) => chain.push(entry.clone()),
            Destination::Share(year) => share(draft, id, year, entry),
            Destination::Office => {
                let offices = draft.offices(&entry.text);
                let known = draft.scratch.objectives.get(id).is_some_and(|it| it.units == offices);
                draft.note(entry, if known { Fate::Same } else { Fate::New });
                set(draft, id, ObjectiveField::Units(offices));
            }
            _ => match field(entry) {
                Some(field) => {
                    let before = draft.scratch.objectives.get(id).map(|it| words(it, &field)).unwrap_or_default();
                    // The name by which it was found says the same however it is written.
                    let is_name =
                        entry.destination == Destination::Description && essence(&before) == essence(&entry.text);
                    let fate = if is_name && !before.is_empty() {
                        Fate::Same
                    } else {
                        fate(draft.is_new(id.as_str()), &before, &entry.text)
                    };
                    let changes = fate != Fate::Same;
                    draft.note(entry, fate);
                    if changes {
                        set(draft, id, field);
                    }
                }
                None => draft.note(entry, Fate::Missing),
            },
        }
    }
    if !chain.is_empty()
        && let Some(goal) = goal_of(draft, &chain)
    {
        serve(draft, id, goal);
    }
}

fn share(draft: &mut Draft<'_>, id: &ObjectiveId, year: Year, entry: &Entry) {
    let Some(weight) = read_share(&entry.text) else { return draft.note(entry, Fate::Missing) };
    let before = draft.scratch.objectives.get(id).and_then(|it| it.weights.get(&year).copied());
    let same = before.is_some_and(|before| before.value() == weight.value());
    let words = before.map(|before| before.value().to_string()).unwrap_or_default();
    draft.note(entry, if same { Fate::Same } else { fate(draft.is_new(id.as_str()), &words, &entry.text) });
    if !same {
        let edit = ObjectiveEdit::Weight { year, weight: Some(weight) };
        draft.make(Edit::Objective { objective: id.clone(), edit });
    }
}

fn set(draft: &mut Draft<'_>, id: &ObjectiveId, field: ObjectiveField) {
    draft.make(Edit::Objective { objective: id.clone(), edit: ObjectiveEdit::Field(field) });
}

/// Returns the field that a fact sets.
fn field(entry: &Entry) -> Option<ObjectiveField> {
    use Destination as To;
    use ObjectiveField as Field;
    let text = entry.text.clone();
    Some(match entry.destination {
        To::Kind => Field::Kind(text),
        To::Code => Field::Code(text),
        To::Description => Field::Title(text),
        To::Reference => Field::Reference(text),
        To::Responsible => Field::Responsible(text),
        To::OtherServices => Field::OtherServices(text),
        To::StaffGroups => Field::StaffGroups(text),
        To::Stakeholders => Field::Stakeholders(text),
        To::PublicValue => Field::PublicValue(text),
        To::FirstYear => Field::FirstYear(Some(Year::new(text.trim().parse().ok()?).ok()?)),
        To::SituationCurrent => Field::SituationCurrent(text),
        To::CriticalPoints => Field::SituationCriticalPoints(text),
        To::BenefitsExpected => Field::BenefitsExpected(text),
        To::Advantages => Field::BenefitsAdvantages(text),
        To::MethodActions => Field::MethodActions(text),
        To::Costs => Field::MethodCosts(text),
        To::OverallIndicator => Field::MethodOverallIndicator(text),
        _ => return None,
    })
}

/// Returns what stands in a field now.
fn words(objective: &Objective, like: &ObjectiveField) -> String {
    use ObjectiveField as Field;
    match objective.same(like) {
        Field::Kind(text)
        | Field::Code(text)
        | Field::Title(text)
        | Field::Reference(text)
        | Field::Responsible(text)
        | Field::OtherServices(text)
        | Field::StaffGroups(text)
        | Field::Stakeholders(text)
        | Field::PublicValue(text)
        | Field::SituationCurrent(text)
        | Field::SituationCriticalPoints(text)
        | Field::BenefitsExpected(text)
        | Field::BenefitsAdvantages(text)
        | Field::MethodActions(text)
        | Field::MethodCosts(text)
        | Field::MethodOverallIndicator(text) => text,
        Field::FirstYear(year) => year.map(|year| year.to_string()).unwrap_or_default(),
        Field::Goals(_) | Field::Units(_) | Field::Weights(_) => String::new(),
    }
}

/// Puts a row about goals in place: each level under the one before, and the objectives that serve the lowest.
pub(super) fn put_goals(draft: &mut Draft<'_>, row: &ImportedRow) {
    let Some(goal) = goal_of(draft, &row.entries) else { return };
    let mut objectives: Vec<(Entry, Option<ObjectiveId>)> = Vec::new();
    for entry in &row.entries {
        match entry.destination {
            Destination::Objective => objectives.push((entry.clone(), draft.objective_named(&entry.text))),
            Destination::ServedBy => {
                for code in codes(&entry.text) {
                    let wanted = essence(code);
                    let found = draft.scratch.objectives.iter().find(|it| essence(&it.code) == wanted);
                    objectives.push((entry.clone(), found.map(|it| it.id.clone())));
                }
            }
            _ => {}
        }
    }
    for (entry, objective) in objectives {
        match objective {
            Some(objective) => {
                serve(draft, &objective, goal.clone());
                draft.note(&entry, Fate::New);
            }
            None => draft.note(&entry, Fate::Missing),
        }
    }
}

/// Returns the lowest goal that cells name, with those above it; new ones where the plan has none.
pub(super) fn goal_of(draft: &mut Draft<'_>, entries: &[Entry]) -> Option<GoalId> {
    let mut goal: Option<GoalId> = None;
    // A level may be missing where a row stands aside.
    for level in 0..8 {
        let find = |destination: Destination| entries.iter().find(|entry| entry.destination == destination);
        let (code, title) = (find(Destination::GoalCode(level)), find(Destination::Goal(level)));
        if code.is_none() && title.is_none() {
            continue;
        }
        let says = |entry: Option<&Entry>| entry.map(|entry| entry.text.clone()).unwrap_or_default();
        let before = draft.scratch.goals.len();
        let found = draft.goal(goal.as_ref(), &says(code), &says(title))?;
        let fate = if draft.scratch.goals.len() > before { Fate::New } else { Fate::Same };
        for entry in [code, title].into_iter().flatten() {
            draft.note(entry, fate.clone());
        }
        goal = Some(found);
    }
    goal
}

/// Adds a goal to those that an objective serves.
pub(super) fn serve(draft: &mut Draft<'_>, id: &ObjectiveId, goal: GoalId) {
    let Some(objective) = draft.scratch.objectives.get(id) else { return };
    if !objective.goals.contains(&goal) {
        let mut goals = objective.goals.clone();
        goals.push(goal);
        set(draft, id, ObjectiveField::Goals(goals));
    }
}

/// Links an objective with the goals whose codes its sheet names.
pub(super) fn link(draft: &mut Draft<'_>, id: &ObjectiveId, sheet: &ImportedSheet) {
    for entry in &sheet.facts {
        let found: Vec<Option<GoalId>> = match entry.destination {
            Destination::LinkedGoals => {
                let find = |code: &str| draft.scratch.goals.iter().find(|goal| essence(&goal.code) == essence(code));
                codes(&entry.text).map(|code| find(code).map(|goal| goal.id.clone())).collect()
            }
            // Areas are the goals above the linked ones: they need no link of their own.
            Destination::Areas => {
                let said = essence(&entry.text);
                let known = draft.scratch.goals.iter().any(|goal| said.contains(&essence(&goal.title)));
                draft.note(entry, if known { Fate::Same } else { Fate::Missing });
                continue;
            }
            _ => continue,
        };
        let all = found.iter().all(Option::is_some) && !found.is_empty();
        draft.note(entry, if all { Fate::New } else { Fate::Missing });
        for goal in found.into_iter().flatten() {
            serve(draft, id, goal);
        }
    }
}

fn codes(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', ',', ';', '-', '–', '/', '\n']).filter(|code| !code.is_empty()).take(200)
}
