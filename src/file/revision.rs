//! Names a state of a plan by what is in it, so that two copies of one state have one name wherever they were written.

use crc::{CRC_64_XZ, Crc};

use super::{File, write};
use crate::plan::{Plan, RevisionId};

const CRC: Crc<u64> = Crc::<u64>::new(&CRC_64_XZ);

/// Returns the name of this state of a plan: sixteen hexadecimal digits made from what its file holds. It tells states apart
/// that people make, thousands of them; it is no seal against somebody who forges one.
///
/// None for a plan that cannot be written, which no plan made through this crate is.
pub fn revision_of(plan: &Plan) -> Option<RevisionId> {
    let text = write(&File::from(plan.clone())).ok()?;
    Some(format!("{:016x}", CRC.checksum(text.as_bytes())).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Period, Year};

    #[test]
    fn a_state_has_one_name_and_another_state_another() {
        let year = Year::new(2024).unwrap();
        let mut plan = Plan::new("p".into(), Period::new(year, year).unwrap());
        let before = revision_of(&plan).unwrap();
        assert_eq!(before, revision_of(&plan.clone()).unwrap());
        assert_eq!(before.as_str().len(), 16);
        plan.title = "Piano".into();
        assert_ne!(before, revision_of(&plan).unwrap());
        plan.title = String::new();
        assert_eq!(before, revision_of(&plan).unwrap(), "what was taken back is the state there was");
    }
}
