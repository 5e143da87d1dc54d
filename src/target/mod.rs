//! What a phrase promises, and what a result says: the words of an office, read.
//!
//! ```text
//! words ── scan ──▸ tokens ── clause ──▸ clauses ── parse, result ──▸ Target, Reading ── show ──▸ words
//!       letter, number, word     operator, date
//! ```
//!
//! [`parse_target`] and [`parse_result`] never fail and never panic. A phrase is read only when *one* condition is all it
//! holds; everything else stays [`Target::Words`] and a person judges it. A half reading would score a promise that
//! nobody made. Italian and English are one grammar. The year of the column completes a date.
//!
//! ```
//! use traguardo::target::{Certainty, Language, parse_target, show_target};
//!
//! fn read(words: &str) -> String {
//!     let read = parse_target(words, 2024);
//!     let shown = show_target(&read.reading, Language::Italian).replace('\u{a0}', " ");
//!     if read.certainty == Certainty::Sure { shown } else { format!("{shown}, likely") }
//! }
//!
//! # fn check(table: &[(&str, &str)]) {
//! #     for (words, reads) in table {
//! #         assert_eq!(read(words), *reads, "{words}");
//! #     }
//! # }
//! // bound = operator quantity, with any words around it; or quantity `o più`, `massimo`
//! check(&[
//!     ("Con Almeno 2 Enti pubblici in ER", "≥ 2"), // almeno, non meno di, minimo, at least, >= => ≥, superiore o uguale a
//!     ("oltre il 90%", "> 90 %"),                  // oltre, più di, superiore a, more than, >
//!     ("massimo 30 giorni", "≤ 30"),               // massimo, non oltre, non più di, at most, <= =< ≤
//!     ("meno di 10", "< 10"),                      // meno di, inferiore a, less than, <
//!     ("pari al 100%", "100 %"),                   // pari a, uguale a, =
//!     ("entro 3 gg", "≤ 3"),                       // a number of days is a duration, never a date
//!     ("30 giorni massimo", "≤ 30"),
//! ]);
//!
//! // quantity = number [% | per cento | unit of time | euro]
//! check(&[
//!     ("1.234", "1.234"),               // a point before three figures groups them
//!     ("12.5", "12,5"),                 // elsewhere it is a decimal point; a comma always is
//!     ("almeno 1,234", "≥ 1,234, likely"),
//!     ("Almeno due", "≥ 2"),            // letters after an operator or as the first word
//!     ("100 %", "100 %"),
//!     ("100% delle verifiche", "100 %, likely"),         // number first: so many of what follows
//!     ("Tasso di risposta 75%", "≥ 75 %, likely"),       // percentage last: what the measure must reach …
//!     ("Tasso di abbandono 5%", "5 %, likely"),          // … unless less of it may be better
//!     ("Nel Bilancio di Previsione 2026", "a giudizio, likely"), // a number after words may be anything
//! ]);
//!
//! // deadline = `entro` (or `by`, `non oltre`) date; a date alone, or after `al`
//! check(&[
//!     ("Entro il 30/9", "entro il 30 settembre 2024"),
//!     ("31/12/23", "entro il 31 dicembre 2023"),          // day first; also 31.12.2023, 2023-12-31
//!     ("entro il 15 marzo", "entro il 15 marzo 2024"),
//!     ("nei primi 3 mesi dell'anno", "entro il 31 marzo 2024"),
//!     ("Entro maggio 2024", "entro il 31 maggio 2024, likely"), // a month or a year alone: its last day
//!     ("Relazione al CdA entro il 30/9", "entro il 30 settembre 2024, likely"), // words before say what
//!     ("30/9", "entro il 30 settembre 2024, likely"),     // two numbers are a day when the first is greater
//!     ("3/4", "a giudizio, likely"),
//!     ("Entro il 31/4", "a giudizio, likely"),            // no such day
//! ]);
//!
//! // answer = `sì`, alone, or `da definire`, first or last
//! check(&[
//!     ("SI", "fatto / non fatto"),
//!     ("Da definire in base alla valutazione dei PEI", "da definire"),
//!     ("Ad inizio anno stimare gli istituti", "da definire, likely"),
//! ]);
//!
//! // everything else is words: likely when they hold a condition that is not read, sure when they hold none
//! check(&[
//!     ("Entro il 31/12 Livello di gradimento 3,5/4", "a giudizio, likely"), // two conditions
//!     ("+10% rispetto al 2023", "a giudizio, likely"),                      // a change
//!     ("Report trimestrale", "a giudizio, likely"),                         // a frequency
//!     ("a favore di tutto il personale", "a giudizio, likely"),             // a total
//!     ("tra 5 e 10", "a giudizio, likely"),                                 // a range
//!     ("Monitoraggio del servizio", "a giudizio"),
//! ]);
//! ```
//!
//! Capitals, accents, odd blanks and quotes, Cyrillic look-alikes and words split by a PDF (`Almen o 2`) change nothing.
//!
//! Results are read by the same grammar:
//!
//! ```
//! use traguardo::target::{Language, parse_result, show_reading};
//!
//! for (words, reads) in [
//!     ("72,5%", "72,5 %"),
//!     ("3 su 4", "3 su 4"),
//!     ("12/16", "12 su 16"),          // likely: `a/b` is so many of so many …
//!     ("12/16 (75%)", "12 su 16"),    // sure: said twice
//!     ("12/9", "12/09/2024"),         // … unless it is written as a day, or `a` is greater and there is such a day
//!     ("15/09/2024", "15/09/2024"),
//!     ("sì, il 12/9", "sì, il 12/09/2024"),
//!     ("adottato", "sì"),
//!     ("non avviato", "no"),
//!     ("in corso", "in corso"),
//!     ("non disponibile", "n.d."),
//!     ("Sì, parzialmente", "a giudizio"),
//!     ("+3", "a giudizio"),           // a number with a sign is a change
//! ] {
//!     let shown = show_reading(&parse_result(words, 2024).reading, Language::Italian);
//!     assert_eq!(shown.replace('\u{a0}', " "), reads, "{words}");
//! }
//! ```
//!
//! Reading what [`show_target`] and [`show_reading`] write gives the same again, in both languages.

mod clause;
mod context;
mod date;
pub(crate) mod day;
pub(crate) mod exact;
mod figure;
mod language;
mod letter;
mod number;
mod operator;
mod parse;
mod phrase;
mod quantity;
mod reader;
mod reading;
mod result;
mod scan;
mod show;
mod word;

pub use context::Context;
pub use figure::{rounded, show_date, show_long_date, show_number, show_percent, show_rounded};
pub use language::Language;
pub use parse::parse_target;
pub use phrase::{Certainty, Doubt, FromWords, Part, Phrase, Read, Role};
pub use quantity::{Measure, Quantity};
pub use reading::{Difference, Direction, Grade, Range, Reading, Reference, Target, Withdrawal};
pub use result::parse_result;
pub use show::{show_quantity, show_reading, show_target};
