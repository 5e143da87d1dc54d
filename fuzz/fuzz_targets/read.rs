//! Any bytes as a phrase: `scripts/fuzz 60 read`. A slow phrase is as much a finding as a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use traguardo::target::{Context, Language, Target, parse_result, parse_target, show_target};

fuzz_target!(|bytes: &[u8]| {
    let words = String::from_utf8_lossy(bytes);
    let read = parse_target(&words, 2024);
    for part in &read.parts {
        assert!(words.get(part.span.clone()).is_some());
    }
    parse_result(&words, Context::beside(2024, &read.reading));
    if read.reading != Target::Words {
        let shown = show_target(&read.reading, Language::Italian);
        assert_eq!(parse_target(&shown, 2024).reading, read.reading, "{shown}");
    }
});
