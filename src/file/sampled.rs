//! The plans that come with the application, for the tests of this room.

use crate::plan::Plan;

macro_rules! samples {
    ($($name:literal),* $(,)?) => {
        /// Their names.
        pub(super) const SAMPLES: [&str; 5] = [$($name),*];

        /// Reads one of them.
        pub(super) fn sample(name: &str) -> Plan {
            let bytes: &[u8] = match name {
                $($name => include_bytes!(concat!("../../public/samples/", $name, ".traguardo.json")),)*
                other => panic!("there is no sample {other}"),
            };
            super::read(bytes).unwrap().plan
        }
    };
}

samples! {
    "asc-insieme-2024-2026",
    "asc-insieme-2026-2028",
    "coeso-sds-2021-2023",
    "cssm-mondovi-2023-2025",
    "cssm-2023-2025-demo",
}
