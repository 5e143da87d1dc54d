//! An ordered list whose items are found by id without scanning and shared between copies of the plan.

use std::hash::Hash;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Something with an id of its own.
pub trait Item: Clone {
    /// The id's type.
    type Id: Clone + Ord + Hash + std::fmt::Display;

    /// Returns the id.
    fn id(&self) -> &Self::Id;
}

/// Items in the order people gave them; ids are unique. Cloning copies pointers, not items.
#[derive(Clone, Debug)]
pub struct List<T: Item>(IndexMap<T::Id, Arc<T>>);

/// A change to a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "ListEdit_of_{T}", bound = "T: schemars::JsonSchema, T::Id: schemars::JsonSchema")
)]
#[serde(rename_all = "snake_case", deny_unknown_fields, bound(serialize = "T: Serialize, T::Id: Serialize"))]
#[serde(bound(deserialize = "T: Deserialize<'de>, T::Id: Deserialize<'de>"))]
pub enum ListEdit<T: Item> {
    /// Puts an item before the one now at `at`, or last when `at` is beyond the end.
    Insert {
        /// Place, from 0.
        at: usize,
        /// The item.
        item: Arc<T>,
    },
    /// Takes an item out.
    Remove {
        /// Which.
        id: T::Id,
    },
    /// Gives an item another place.
    Move {
        /// Which.
        id: T::Id,
        /// Place after the move, from 0; beyond the end is last.
        to: usize,
    },
}

/// Why a list refused a change.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// No item has this id.
    #[error("nothing has the id {0}")]
    Missing(String),
    /// An item with this id is there already.
    #[error("the id {0} is there already")]
    Duplicate(String),
}

impl<T: Item> List<T> {
    /// Returns how many items there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the item with this id.
    pub fn get(&self, id: &T::Id) -> Option<&Arc<T>> {
        self.0.get(id)
    }

    /// Returns whether an item has this id.
    pub fn contains(&self, id: &T::Id) -> bool {
        self.0.contains_key(id)
    }

    /// Returns the item at a place, from 0.
    pub fn at(&self, place: usize) -> Option<&Arc<T>> {
        self.0.get_index(place).map(|(_, item)| item)
    }

    /// Returns the place of an item, from 0.
    pub fn place(&self, id: &T::Id) -> Option<usize> {
        self.0.get_index_of(id)
    }

    /// Walks the items in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> + ExactSizeIterator + Clone {
        self.0.values()
    }

    /// Puts an item last.
    pub fn push(&mut self, item: T) -> Result<(), ListError> {
        self.apply(ListEdit::Insert { at: self.len(), item: Arc::new(item) }).map(drop)
    }

    /// Makes a change and returns the one that undoes it; a refused change leaves the list as it was.
    pub fn apply(&mut self, edit: ListEdit<T>) -> Result<ListEdit<T>, ListError> {
        match edit {
            ListEdit::Insert { at, item } => {
                let id = item.id().clone();
                if self.0.contains_key(&id) {
                    return Err(ListError::Duplicate(id.to_string()));
                }
                self.0.shift_insert(at.min(self.0.len()), id.clone(), item);
                Ok(ListEdit::Remove { id })
            }
            ListEdit::Remove { id } => match self.0.shift_remove_full(&id) {
                Some((at, _, item)) => Ok(ListEdit::Insert { at, item }),
                None => Err(ListError::Missing(id.to_string())),
            },
            ListEdit::Move { id, to } => {
                let from = self.0.get_index_of(&id).ok_or_else(|| ListError::Missing(id.to_string()))?;
                self.0.move_index(from, to.min(self.0.len().saturating_sub(1)));
                Ok(ListEdit::Move { id, to: from })
            }
        }
    }

    /// Returns an item to change; copies it first when another plan shares it. The id must not be changed.
    pub(super) fn get_mut(&mut self, id: &T::Id) -> Option<&mut T> {
        self.0.get_mut(id).map(Arc::make_mut)
    }

    /// Walks the items to change them; copies each that another plan shares. Ids must not be changed.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.values_mut().map(Arc::make_mut)
    }
}

impl<T: Item> Default for List<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

/// Two lists are equal when the same items stand in the same order.
impl<T: Item + PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other.iter()).all(|(a, b)| Arc::ptr_eq(a, b) || a == b)
    }
}

impl<T: Item> TryFrom<Vec<T>> for List<T> {
    type Error = ListError;

    fn try_from(items: Vec<T>) -> Result<Self, ListError> {
        let mut list = Self(IndexMap::with_capacity(items.len()));
        for item in items {
            list.push(item)?;
        }
        Ok(list)
    }
}

/// Items that other plans may share stay shared.
impl<T: Item> TryFrom<Vec<Arc<T>>> for List<T> {
    type Error = ListError;

    fn try_from(items: Vec<Arc<T>>) -> Result<Self, ListError> {
        let mut list = Self(IndexMap::with_capacity(items.len()));
        for item in items {
            list.apply(ListEdit::Insert { at: list.len(), item })?;
        }
        Ok(list)
    }
}

impl<T: Item + Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, T: Item + Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(Vec::<T>::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl<T: Item + schemars::JsonSchema> schemars::JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("List_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Unit;

    fn list(ids: &str) -> List<Unit> {
        List::try_from(ids.split_whitespace().map(|id| Unit::new(id.into())).collect::<Vec<_>>()).unwrap()
    }

    fn ids(list: &List<Unit>) -> String {
        list.iter().map(|unit| unit.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn insert(at: usize, id: &str) -> ListEdit<Unit> {
        ListEdit::Insert { at, item: Arc::new(Unit::new(id.into())) }
    }

    fn remove(id: &str) -> ListEdit<Unit> {
        ListEdit::Remove { id: id.into() }
    }

    fn shift(id: &str, to: usize) -> ListEdit<Unit> {
        ListEdit::Move { id: id.into(), to }
    }

    #[test]
    fn a_change_keeps_the_order_of_the_rest_and_undoes_itself() {
        for (edit, after) in [
            (insert(0, "x"), "x a b c d"),
            (insert(2, "x"), "a b x c d"),
            (insert(4, "x"), "a b c d x"),
            (insert(9, "x"), "a b c d x"),
            (remove("a"), "b c d"),
            (remove("c"), "a b d"),
            (remove("d"), "a b c"),
            (shift("a", 2), "b c a d"),
            (shift("d", 1), "a d b c"),
            (shift("b", 1), "a b c d"),
            (shift("b", 9), "a c d b"),
        ] {
            let mut list = list("a b c d");
            let undo = list.apply(edit.clone()).unwrap();
            assert_eq!(ids(&list), after, "{edit:?}");
            for (place, unit) in list.iter().enumerate() {
                assert_eq!(list.place(&unit.id), Some(place));
            }
            list.apply(undo).unwrap();
            assert_eq!(ids(&list), "a b c d", "{edit:?} undone");
        }
    }

    #[test]
    fn a_change_that_cannot_be_made_leaves_the_list_as_it_was() {
        for (edit, error) in [
            (insert(0, "b"), ListError::Duplicate("b".into())),
            (remove("x"), ListError::Missing("x".into())),
            (shift("x", 0), ListError::Missing("x".into())),
        ] {
            let mut list = list("a b");
            assert_eq!(list.apply(edit), Err(error));
            assert_eq!(ids(&list), "a b");
        }
    }

    #[test]
    fn an_item_changed_in_one_copy_stays_as_it_was_in_the_other() {
        let before = list("a b");
        let mut after = before.clone();
        after.get_mut(&"a".into()).unwrap().name = "Servizio sociale".into();
        assert_eq!(before.at(0).unwrap().name, "");
        assert!(!Arc::ptr_eq(before.at(0).unwrap(), after.at(0).unwrap()));
        assert!(Arc::ptr_eq(before.at(1).unwrap(), after.at(1).unwrap()));
        assert_ne!(before, after);
    }

    #[test]
    fn order_is_part_of_what_a_list_is() {
        assert_eq!(list("a b"), list("a b"));
        assert_ne!(list("a b"), list("b a"));
        assert_ne!(list("a b"), list("a"));
    }

    #[test]
    fn a_file_that_says_one_id_twice_is_refused() {
        let read = |text: &str| serde_json::from_str::<List<Unit>>(text).map(|list| ids(&list));
        assert_eq!(read(r#"[{"id": "b"}, {"id": "a"}]"#).unwrap(), "b a");
        let error = read(r#"[{"id": "a"}, {"id": "a"}]"#).unwrap_err().to_string();
        assert!(error.starts_with("the id a is there already"), "{error}");
        assert_eq!(serde_json::to_string(&list("b a")).unwrap(), r#"[{"id":"b"},{"id":"a"}]"#);
    }
}
