//! What of a plan is in no file: only a copy outside the browser survives a profile that is wiped.

use chrono::{NaiveDateTime, TimeDelta};

use super::archive::Archive;
use super::{Header, StorageError};
use crate::plan::PlanId;

/// Edits that no file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Uncopied {
    /// How many.
    pub edits: u64,
    /// When the first of them was made; unknown where that cannot be read.
    pub since: Option<NaiveDateTime>,
}

/// When a copy is asked for: after so many edits, or so long after the first of them.
const MOST_EDITS: u64 = 50;
const LONGEST: TimeDelta = TimeDelta::days(1);

impl Uncopied {
    /// Returns whether it is time for a copy.
    pub fn is_due(&self, now: NaiveDateTime) -> bool {
        self.edits >= MOST_EDITS
            || (self.edits > 0 && self.since.is_some_and(|since| now.signed_duration_since(since) >= LONGEST))
    }

    /// Returns what no file holds after one edit more.
    #[must_use]
    pub fn and(self, at: NaiveDateTime) -> Self {
        Self { edits: self.edits.saturating_add(1), since: self.since.or(Some(at)) }
    }
}

impl Header {
    /// Returns how many edits no file holds. What a plan began with is no edit: it came from a file or from a model.
    pub fn uncopied_edits(&self) -> u64 {
        self.revision.saturating_sub(self.file_copy.map_or(1, |copy| copy.revision.max(1)))
    }
}

impl Archive {
    /// Looks up what of a plan no file holds.
    pub async fn uncopied(&self, plan: &PlanId) -> Result<Uncopied, StorageError> {
        let header = self.header(plan).await?;
        let edits = header.uncopied_edits();
        if edits == 0 {
            return Ok(Uncopied::default());
        }
        let first = header.revision.saturating_sub(edits).saturating_add(1);
        let found = self.entries(plan, first..=first).await?.into_iter().next();
        let since = found.and_then(|(_, entry)| Some(entry.ok()?.at)).or(header.file_copy.map(|copy| copy.at));
        Ok(Uncopied { edits, since })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn a_copy_is_asked_for_after_a_day_or_fifty_edits() {
        let since = Some(at("2026-03-02 16:40"));
        for (edits, since, now, due) in [
            (0, None, "2027-03-02 16:40", false),
            (1, since, "2026-03-03 16:39", false),
            (1, since, "2026-03-03 16:40", true),
            (49, since, "2026-03-02 16:41", false),
            (50, since, "2026-03-02 16:41", true),
            (50, None, "2026-03-02 16:41", true),
            (1, None, "2027-03-02 16:41", false),
        ] {
            assert_eq!(Uncopied { edits, since }.is_due(at(now)), due, "{edits} since {since:?} at {now}");
        }
    }

    #[test]
    fn the_first_edit_says_since_when() {
        let one = Uncopied::default().and(at("2026-03-02 10:00")).and(at("2026-03-02 11:00"));
        assert_eq!(one, Uncopied { edits: 2, since: Some(at("2026-03-02 10:00")) });
    }
}
