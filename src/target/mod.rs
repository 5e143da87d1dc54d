//! What a phrase promises, and what a result says: the words of an office, read.
//!
//! ```text
//! words ── scan ──▸ tokens ── clause ──▸ clauses ── parse, result ──▸ Target, Reading ── show ──▸ words
//!       letter, number, word     operator, amount, date, change, frequency; aside passes over what is mere content
//! ```
//!
//! [`parse_target`] and [`parse_result`] never fail, never panic and look at no more than a page. A phrase holds one
//! condition or several; words around them describe them. What cannot be read stays [`Target::Words`] and a person judges
//! it. Italian and English are one grammar. The year of the column completes a date.
//!
//! Every reading says how sure it is. *Sure*: nothing else could be meant. *Likely*: taken, marked, to be confirmed.
//! *Guess*: offered and not taken; until a person confirms it the phrase counts as words ([`Read::taken`]). Where it can, the
//! reading also says why it is not sure ([`Doubt`]).
//!
//! ```
//! use traguardo::target::{Certainty, Language, parse_target, show_target};
//!
//! fn read(words: &str) -> String {
//!     let read = parse_target(words, 2024);
//!     let shown = show_target(&read.reading, Language::Italian).replace('\u{a0}', " ");
//!     match read.certainty {
//!         Certainty::Sure => shown,
//!         Certainty::Likely => format!("{shown}, likely"),
//!         Certainty::Guess => format!("{shown}?"),
//!     }
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
//!     ("massimo 30 giorni", "≤ 30 giorni"),        // massimo, non oltre, non più di, at most, <= =< ≤
//!     ("meno di 10", "< 10"),                      // meno di, inferiore a, sotto, less than, <
//!     ("non < 80%", "≥ 80 %"),                     // `non` turns a sign around
//!     ("pari al 100%", "100 %"),                   // pari a, uguale a, =
//!     ("entro 3 gg", "≤ 3 giorni"),                // a number of days is a duration, never a date
//!     ("30 giorni massimo", "≤ 30 giorni"),
//!     ("min. 3", "≥ 3"),                           // before its number; after it, `20 min` are minutes, likely
//!     ("almeno il raggiungimento dell'80%", "≥ 80 %"),
//! ]);
//!
//! // quantity = number [% | per cento | unit of time | euro | /4 | su 4]; other nouns are let go
//! check(&[
//!     ("1.234", "1.234"),               // a point before three figures groups them
//!     ("12.5", "12,5"),                 // elsewhere it is a decimal point; a comma always is
//!     ("almeno 1,234", "≥ 1,234, likely"),
//!     ("Almeno due", "≥ 2"),            // letters after an operator or as the first word
//!     ("1,5 milioni di euro", "1.500.000 €"), // € and `euro` before or after the number
//!     ("almeno 3,5/4", "≥ 3,5 su 4"),   // points of a scale; `12 su 16` too
//!     ("100 %", "100 %"),               // alone: the indicator's polarity says in which direction
//!     ("100% delle verifiche", "100 %, likely"),         // number first: so many of what follows
//!     ("Realizzazione di 3 incontri", "3, likely"),      // led by `di`, `per`, `n.`, a verb: so many of what follows
//!     ("Tasso di risposta 75%", "≥ 75 %, likely"),       // percentage or mark last: what the measure must reach …
//!     ("Tasso di abbandono 5%", "5 %, likely"),          // … unless less of it may be better
//!     ("Tempo medio 30 giorni", "≤ 30 giorni, likely"),
//!     ("Accordi sottoscritti 5", "5?"),                  // another number after words may be anything
//! ]);
//!
//! // range = `tra` a `e` b | `da` a `a` b | a-b | value ± value
//! check(&[
//!     ("tra 5 e 10", "tra 5 e 10"),
//!     ("dal 5 al 10 %", "tra 5 e 10 %, likely"),
//!     ("5-10", "tra 5 e 10, likely"),
//!     ("Famiglie 0-6", "tra 0 e 6?"),   // after words two numbers may name anything
//!     ("≥ 80% e ≤ 90%", "tra 80 e 90 %"),
//! ]);
//!
//! // deadline = `entro` (or `by`, `non oltre`, `scadenza`) date; a date alone, or after words; a period ends with its last day
//! check(&[
//!     ("Entro il 30/9", "entro il 30 settembre 2024"),
//!     ("31/12/23", "entro il 31 dicembre 2023"),          // day first; also 31.12.2023, 31-dic-23, 2023-12-31
//!     ("entro il 15 marzo", "entro il 15 marzo 2024"),
//!     ("entro il 31 gennaio dell'anno successivo", "entro il 31 gennaio 2025"),
//!     ("nei primi 3 mesi dell'anno", "entro il 31 marzo 2024"),
//!     ("entro il I trimestre", "entro il 31 marzo 2024"), // trimestre, quadrimestre, semestre; 1°, primo, I
//!     ("Entro maggio 2024", "entro il 31 maggio 2024, likely"), // a month or a year alone: its last day
//!     ("06/2024", "entro il 30 giugno 2024, likely"),     // entro metà anno, fine anno
//!     ("dal 1/1 al 30/6", "entro il 30 giugno 2024, likely"),
//!     ("01/01 - 30/06", "entro il 30 giugno 2024, likely"), // a period from the first of a month
//!     ("Relazione al CdA entro il 30/9", "entro il 30 settembre 2024, likely"), // words say what is to be done
//!     ("30/9", "entro il 30 settembre 2024, likely"),     // two numbers are a day when the first is greater
//!     ("3/4", "3 su 4?"),
//!     ("Entro il 31/4", "a giudizio, likely"),            // no such day, and the doubt says so
//! ]);
//!
//! // times in the year = frequency | amount frequency; all = `tutti`
//! check(&[
//!     ("Report trimestrale", "almeno 4 volte l’anno"),    // ogni tre mesi, cadenza trimestrale, quarterly
//!     ("almeno 2 volte al mese", "almeno 24 volte l’anno"),
//!     ("almeno 1 report trimestrale", "almeno 4 volte l’anno"),
//!     ("almeno 2 eventi annuali", "≥ 2"),                 // so many things in the year
//!     ("Almeno bimensile", "almeno 24 volte l’anno, likely"), // as written; many mean every two months
//!     ("Relazione annuale entro il 31/1", "entro il 31 gennaio 2024, likely"), // one of those, by a day
//!     ("a favore di tutto il personale", "tutti (100 %)"),
//!     ("almeno 80% di tutti gli utenti", "≥ 80 %"),
//! ]);
//!
//! // change = sign amount | `incremento`, `riduzione` … [amount] | amount `in più`; [`rispetto a` where it was]
//! check(&[
//!     ("+2", "+2 rispetto al valore di partenza"),
//!     ("-10% rispetto al 2023", "-10 % rispetto al 2023"),
//!     ("Incremento di 8 punti percentuali", "+8 punti percentuali rispetto al valore di partenza"),
//!     ("Riduzione dei tempi medi di attesa del 20%", "-20 % rispetto al valore di partenza, likely"),
//!     ("Aumento degli utenti", "incremento rispetto al valore di partenza, likely"), // any improvement
//!     ("in aumento rispetto al 2023", "incremento rispetto al 2023, likely"),
//!     ("valore 2023 + 5%", "+5 % rispetto al 2023, likely"),
//!     ("almeno 5% rispetto al 2023", "+5 % rispetto al 2023?"), // that share, or so much more
//!     ("non inferiore all'anno precedente", "+0 rispetto all’anno precedente, likely"),
//!     ("+-10% rispetto 2023", "±10 % rispetto al 2023, likely"),
//!     ("aumento fino all'80%", "≥ 80 %, likely"),         // where it is to arrive is a bound
//!     ("riduzione da 60 a 30 giorni", "≤ 30 giorni, likely"),
//! ]);
//!
//! // several = conditions joined by `e`, `;`, `+`, a comma, a line break or nothing; bands = limits and what they earn
//! check(&[
//!     ("Entro il 31/12 Livello di gradimento 3,5/4", "entro il 31 dicembre 2024; ≥ 3,5 su 4, likely"),
//!     ("≥ 80%; entro il 30/9", "≥ 80 %; entro il 30 settembre 2024"),
//!     ("almeno 3 riunioni e 2 report", "≥ 3; ≥ 2, likely"),                // the operator holds for both
//!     ("100% delle istanze entro 30 giorni", "100 %, likely"),            // the share of what keeps the time: one figure
//!     ("≥ 90%; entro 30 giorni", "≥ 90 %; ≤ 30 giorni"),                  // set apart, they are two
//!     ("80% entro giugno, 100% entro dicembre", // steps of one thing are not held all at once
//!      "80 %; entro il 30 giugno 2024; 100 %; entro il 31 dicembre 2024?"),
//!     ("1° report entro il 30/6, 2° report entro il 31/12", "entro il 30 giugno 2024; entro il 31 dicembre 2024, likely"),
//!     ("70% nel 2023; 80% nel 2024", "80 %?"),                            // what is asked in the column's year
//!     ("almeno 2 laboratori; relazione finale", "≥ 2?"),                  // more is asked than what was read
//!     ("almeno 80% o 3 riunioni", "a giudizio, likely"),                  // one or the other
//!     ("28 gg 100% 30gg 75% 32gg 50%", "≤ 28 giorni: 100 %; ≤ 30 giorni: 75 %; ≤ 32 giorni: 50 %, likely"),
//!     ("entro 30 gg = 100%; entro 45 gg = 50%; oltre = 0", "≤ 30 giorni: 100 %; ≤ 45 giorni: 50 %, likely"),
//!     ("entro il 30/6 = 100%; entro il 30/9 = 50%", // by day: ever less, and nothing after the last
//!      "entro il 30 giugno 2024: 100 %; entro il 30 settembre 2024: 50 %, likely"),
//!     ("100% se entro giugno, 50% se entro settembre, 0 oltre",
//!      "entro il 30 giugno 2024: 100 %; entro il 30 settembre 2024: 50 %, likely"),
//!     ("entro il 30/6: 80%, entro il 30/9: 40%",    // full marks for no day: may be a figure that is to fall
//!      "entro il 30 giugno 2024: 80 %; entro il 30 settembre 2024: 40 %?"),
//! ]);
//!
//! // answer = `sì`, `da definire`, `rinviato`, `sospeso`, `stralciato`
//! check(&[
//!     ("SI", "fatto / non fatto"),
//!     ("On/Off", "fatto / non fatto"),          // presenza/assenza
//!     ("Redazione documento (sì/no)", "fatto / non fatto, likely"),
//!     ("Da definire in base alla valutazione dei PEI", "da definire"),
//!     ("Ad inizio anno stimare gli istituti", "da definire, likely"),
//!     ("Rinviato al 2025", "rinviato al 2025"),
//!     ("Mantenimento causa Covid", "sospeso, likely"),
//! ]);
//!
//! // content = acts, names, years, ages, hours: never a promise; and words that only say a deed
//! check(&[
//!     ("Misure ex art. 14, D.Lgs. 33/2013 e DGR n. 1423 del 2019", "a giudizio"),
//!     ("Sportello aperto 24 ore su 24 per minori di età 0-6 anni", "a giudizio"),
//!     ("Completamento fase 2 del piano 2023/2025", "a giudizio"),
//!     ("Nel Bilancio di Previsione 2026", "a giudizio"),
//!     ("Monitoraggio del servizio", "a giudizio"),
//! ]);
//! ```
//!
//! `-`, `//` and blanks alone are nothing at all ([`Phrase::is_empty`]): nothing is promised, no result is there yet.
//!
//! Capitals, accents, odd blanks and quotes, Cyrillic look-alikes and words split by a PDF (`Almen o 2`) change nothing.
//!
//! Results are read by the same grammar, beside their target where it is known ([`Context::beside`]): `3/4` is a day beside a
//! deadline and three of four beside an amount, and several conditions have an answer each.
//!
//! ```
//! use traguardo::target::{Context, Language, parse_result, parse_target, show_reading};
//!
//! for (words, reads) in [
//!     ("72,5%", "72,5 %"),
//!     ("150 giorni", "150 giorni"),
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
//!     ("off", "no"),
//!     ("Realizzati n. 4 incontri", "4"), // likely: a deed or a measure leads to its number, other words may lead anywhere
//!     ("85% al 30/11", "85 %"),       // likely: so much, when it was measured
//!     ("+3", "+3"),                   // a number with a sign is a change
//!     ("Sì, parzialmente", "a giudizio"),
//! ] {
//!     let shown = show_reading(&parse_result(words, 2024).reading, Language::Italian);
//!     assert_eq!(shown.replace('\u{a0}', " "), reads, "{words}");
//! }
//!
//! let target = parse_target("Entro il 31/12 Livello di gradimento 3,5/4", 2024).reading;
//! let result = parse_result("Sì, il 3/4; gradimento 3,7/4", Context::beside(2024, &target)).reading;
//! assert_eq!(show_reading(&result, Language::Italian), "sì, il 03/04/2024; 3,7 su 4");
//! ```
//!
//! Reading what [`show_target`] and [`show_reading`] write gives the same again, in both languages.

mod amount;
mod answer;
#[cfg(test)]
pub(crate) mod arbitrary;
mod aside;
mod bands;
mod bands_by_day;
mod change;
mod clause;
mod context;
mod date;
pub(crate) mod day;
mod deadline;
pub(crate) mod exact;
mod figure;
mod frequency;
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
mod settle;
mod shift;
mod show;
mod vocabulary;
mod word;

pub use context::Context;
pub use figure::{rounded, show_date, show_long_date, show_number, show_percent, show_rounded};
pub use language::Language;
pub use parse::parse_target;
pub use phrase::{Certainty, Doubt, FromWords, Part, Phrase, Read, Role};
pub use quantity::{Measure, Quantity};
pub use reading::{DayGrade, Difference, Direction, Grade, Range, Reading, Reference, Target, Withdrawal};
pub use result::parse_result;
pub use shift::{Shifted, shift_day, shift_target, shift_words, shift_years_in_text};
pub use show::{show_quantity, show_reading, show_target};
