//! What holds for every plan and every edit.

use proptest::collection::vec;
use proptest::prelude::*;

use super::arbitrary::{edits, plans};
use super::{Edit, Plan};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn law_an_edit_and_its_inverse_change_nothing(before in plans(), edits in vec(edits(), 1..8)) {
        let mut plan = before;
        for edit in edits {
            let before = plan.clone();
            match plan.apply(edit) {
                Ok(undo) => {
                    let after = plan.clone();
                    let redo = plan.apply(undo).unwrap();
                    prop_assert_eq!(written(&plan), written(&before));
                    plan.apply(redo).unwrap();
                    prop_assert_eq!(written(&plan), written(&after));
                }
                Err(_) => prop_assert_eq!(written(&plan), written(&before)),
            }
        }
    }

    #[test]
    fn law_applied_plans_stay_well_formed(mut plan in plans(), edits in vec(edits(), 1..8)) {
        prop_assert_eq!(plan.check_references(), Ok(()));
        for edit in edits {
            let _ = plan.apply(edit);
            prop_assert_eq!(plan.check_references(), Ok(()));
            for indicator in plan.objectives.iter().flat_map(|objective| objective.indicators.iter()) {
                let of_parts = indicator.parts.iter().flat_map(|part| part.cells.values());
                prop_assert!(indicator.cells.values().chain(of_parts).all(|cell| !cell.is_blank()));
            }
        }
    }

    #[test]
    fn law_an_edit_is_the_same_after_a_journey_through_a_file(edit in edits()) {
        let text = serde_json::to_string(&edit).unwrap();
        let back: Edit = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(serde_json::to_string(&back).unwrap(), text);
        prop_assert_eq!(back, edit);
    }

    #[test]
    fn law_a_plan_is_the_same_after_a_journey_through_a_file(plan in plans()) {
        let back: Plan = serde_json::from_str(&written(&plan)).unwrap();
        prop_assert_eq!(written(&back), written(&plan));
        prop_assert_eq!(back, plan);
    }
}

/// The plan to the last byte of its file.
fn written(plan: &Plan) -> String {
    serde_json::to_string(plan).unwrap()
}
