//! Fields that an edit may set, one at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use super::{Cells, Year};

/// Says whether a value is its type's default, so that a file holds only what somebody wrote.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A record whose fields are set one at a time; a field is a value together with the name of its place.
pub trait Fields {
    /// A field and what stands in it.
    type Field: Clone + PartialEq;

    /// Returns the fields in which `other` holds something else, with what they hold here.
    fn differing(&self, other: &Self) -> Vec<Self::Field>;

    /// Returns what stands here in the field that `like` names, whatever `like` holds.
    fn same(&self, like: &Self::Field) -> Self::Field;

    /// Sets one field and returns what stood there.
    fn replace(&mut self, field: Self::Field) -> Self::Field;
}

/// Declares an enum with one variant for each field of a record that may be set, and the record's `put`, which sets one
/// and returns what stood there: the inverse edit.
macro_rules! fields {
    ($(#[$doc:meta])* $name:ident of $owner:ident { $($(#[$variant_doc:meta])* $variant:ident: $($path:ident).+ = $ty:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant($ty),)*
        }

        impl $name {
            /// Returns the field's name as a file writes it; a field of a record within has that record's name before its own.
            pub fn name(&self) -> &'static str {
                match self {
                    $($name::$variant(_) => stringify!($($path).+),)*
                }
            }
        }

        impl $owner {
            /// Sets one field and returns what stood there.
            pub fn put(&mut self, field: $name) -> $name {
                match field {
                    $($name::$variant(value) => $name::$variant(std::mem::replace(&mut self.$($path).+, value)),)*
                }
            }
        }

        impl crate::plan::Fields for $owner {
            type Field = $name;

            fn differing(&self, other: &Self) -> Vec<$name> {
                let mut fields = Vec::new();
                $(if self.$($path).+ != other.$($path).+ {
                    fields.push($name::$variant(self.$($path).+.clone()));
                })*
                fields
            }

            fn same(&self, like: &$name) -> $name {
                match like {
                    $($name::$variant(_) => $name::$variant(self.$($path).+.clone()),)*
                }
            }

            fn replace(&mut self, field: $name) -> $name {
                self.put(field)
            }
        }
    };
}
pub(super) use fields;

/// Reads what stands beside each year; a year written twice is refused, where serde would keep only the last.
pub(super) fn by_year<'de, T, D>(deserializer: D) -> Result<BTreeMap<Year, T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_map(ByKey { kind: "year", wanted: "one entry a year", read: PhantomData })
}

/// Reads what stands beside each id; an id written twice is refused, where serde would keep only the last.
pub(super) fn by_id<'de, I, T, D>(deserializer: D) -> Result<BTreeMap<I, T>, D::Error>
where
    I: Deserialize<'de> + Ord + Clone + fmt::Display,
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_map(ByKey { kind: "id", wanted: "one entry an id", read: PhantomData })
}

/// Reads a map whose keys each stand there once.
struct ByKey<K, T> {
    /// What a key is called where one stands there twice.
    kind: &'static str,
    wanted: &'static str,
    read: PhantomData<(K, T)>,
}

impl<'de, K, T> Visitor<'de> for ByKey<K, T>
where
    K: Deserialize<'de> + Ord + Clone + fmt::Display,
    T: Deserialize<'de>,
{
    type Value = BTreeMap<K, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.wanted)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(key) = map.next_key::<K>()? {
            if entries.insert(key.clone(), map.next_value()?).is_some() {
                return Err(de::Error::custom(format_args!("the {} {key} stands there twice", self.kind)));
            }
        }
        Ok(entries)
    }
}

/// Reads years; one written twice is refused, where serde would keep it once.
pub(super) fn years<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeSet<Year>, D::Error> {
    let mut years = BTreeSet::new();
    for year in Vec::<Year>::deserialize(deserializer)? {
        if !years.insert(year) {
            return Err(de::Error::custom(format_args!("the year {year} stands there twice")));
        }
    }
    Ok(years)
}

/// Reads cells, leaving out those with nothing in them: a plan holds no blank cell.
pub(super) fn cells<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cells, D::Error> {
    let mut cells = Cells::from(by_year(deserializer)?);
    cells.retain(|_, cell| !cell.is_blank());
    Ok(cells)
}
