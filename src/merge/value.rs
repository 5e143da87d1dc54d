//! The three-way rule for one value.

/// Which side's value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Ours, or it is the same on both sides.
    Ours,
    /// Theirs: only they changed it.
    Theirs,
    /// Both changed it, or the base is not known: a person decides.
    Conflict,
}

/// Chooses between two values that began as `base`; the table stands in [`merge`](super).
pub fn choose<T: PartialEq>(base: Option<&T>, ours: &T, theirs: &T) -> Choice {
    if ours == theirs || base == Some(theirs) {
        Choice::Ours
    } else if base == Some(ours) {
        Choice::Theirs
    } else {
        Choice::Conflict
    }
}

/// The three versions of one thing; no base: it is not known.
#[derive(Debug)]
pub(super) struct Versions<'a, T> {
    pub base: Option<&'a T>,
    pub ours: &'a T,
    pub theirs: &'a T,
}

impl<T> Clone for Versions<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Versions<'_, T> {}

impl<'a, T> Versions<'a, T> {
    /// Looks at the same part of each version.
    pub fn map<U>(self, part: impl Fn(&'a T) -> &'a U) -> Versions<'a, U> {
        Versions { base: self.base.map(&part), ours: part(self.ours), theirs: part(self.theirs) }
    }
}
