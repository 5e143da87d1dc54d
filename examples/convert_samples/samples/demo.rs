//! A copy of the CSSM plan with invented offices and results.

use traguardo::plan::Plan;

use super::Failure;

/// Makes the copy.
pub fn plan(published: &Plan) -> Result<Plan, Failure> {
    let mut plan = published.clone();
    plan.id = "cssm-2023-2025-demo".into();
    Ok(plan)
}
