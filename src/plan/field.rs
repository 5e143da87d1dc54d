//! Fields that an edit may set, one at a time.

/// Says whether a value is its type's default, so that a file holds only what somebody wrote.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Declares an enum with one variant for each field of a record that may be set, and the record's `put`, which sets one
/// and returns what stood there: the inverse edit.
macro_rules! fields {
    ($(#[$doc:meta])* $name:ident of $owner:ident { $($(#[$variant_doc:meta])* $variant:ident: $($path:ident).+ = $ty:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant($ty),)*
        }

        impl $owner {
            /// Sets one field and returns what stood there.
            pub fn put(&mut self, field: $name) -> $name {
                match field {
                    $($name::$variant(value) => $name::$variant(std::mem::replace(&mut self.$($path).+, value)),)*
                }
            }
        }
    };
}
pub(super) use fields;
