//! How much of anything a file may hold. Far above any real plan, and low enough that no file can take more memory or time
//! than an office's computer has: what counts is looked at before anything of the file is kept.

/// The largest file read, in bytes. A plan of 10,000 indicators with three years of results has about 11 MB.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// How deep objects and lists may stand in one another. A plan needs 13 levels, one with conflicts to settle some more.
pub const MAX_DEPTH: usize = 48;

/// How many entries one list or object may have. The longest list of the real plans has 60.
pub const MAX_ENTRIES: usize = 20_000;

/// How long one text may be, in characters: a book of 400 pages.
pub const MAX_TEXT: usize = 1_000_000;

/// How long an id may be, or the name of a field, in characters.
pub const MAX_ID: usize = 200;

/// How much memory the file and what comes of it may take together, in bytes, as reckoned before it is kept. A plan of
/// 10,000 indicators takes about a quarter of it.
pub const MAX_MEMORY: usize = 224 * 1024 * 1024;

/// What a list or object takes beside its entries.
pub(super) const LIST: usize = 64;

/// What a value takes that stands in a list, and a text beside its letters.
pub(super) const VALUE: usize = 32;

/// Returns what a record takes that stands under a name: measured on 64 bits, rounded up. A name that is not known counts
/// like the largest record, so that spelling one in another way gains nothing.
pub(super) const fn record(name: &[u8]) -> usize {
    match name {
        // Part of the record in which they stand.
        b"body" | b"period" | b"approval" | b"level_names" | b"situation" | b"benefits" | b"method" | b"standing"
        | b"status" | b"judgement" | b"deviation" | b"baseline" | b"target_reading" | b"result_reading" => LIST,
        b"parts" | b"checkpoints" | b"earlier_targets" | b"goals" | b"units" | b"actions" | b"sections"
        | b"revisions" | b"bands" | b"weights" => 256,
        // The years of a what-if stand in a tree, which keeps room for eleven.
        b"cells" => 512,
        _ => 768,
    }
}
