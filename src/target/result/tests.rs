//! Results as people type them, each with what it reads.

use super::*;
use crate::target::{Language, Target, show_reading};

/// Shows a reading, and how sure it is when it is not: `12 su 16 likely`.
fn read(words: &str) -> String {
    let read = parse_result(words, 2024);
    let shown = show_reading(&read.reading, Language::Italian).replace('\u{a0}', " ");
    match read.certainty {
        Certainty::Sure => shown,
        Certainty::Likely => format!("{shown} likely"),
        Certainty::Guess => format!("{shown} guess"),
    }
}

fn check(table: &[(&str, &str)]) {
    for (words, reads) in table {
        assert_eq!(read(words), *reads, "{words}");
    }
}

#[test]
fn quantities_are_read_with_or_without_words() {
    check(&[
        ("72,5%", "72,5 %"),
        ("3", "3"),
        ("0", "0"),
        ("1.234", "1.234"),
        ("66,67 %", "66,67 %"),
        ("€ 1.000,50", "1.000,5 €"),
        ("3 giorni", "3 giorni"),
        ("150 giorni", "150 giorni"),
        ("n. 12", "12"),
        ("raggiunto al 100%", "100 % likely"),
        ("realizzato all'80%", "80 % likely"),
        ("in corso al 70%", "a giudizio likely"),
        ("Delibere adottate 12", "12 guess"),
        ("pari al 80%", "80 %"),
        ("= -3", "= -3"),
        ("87,5 % degli utenti", "87,5 % likely"),
        ("Tasso di risposta 72%", "72 % likely"),
        ("Sì, 85%", "85 % likely"),
        ("3 incontri", "3 likely"),
        ("Numero: 5", "5"),
        ("circa 50", "50 likely"),
        ("tre", "3 likely"),
        ("nessuno", "0 likely"),
        ("2024", "2.024 likely"),
    ]);
}

#[test]
fn so_many_of_so_many_is_a_ratio() {
    check(&[
        ("3 su 4", "3 su 4"),
        ("12 out of 16", "12 su 16"),
        ("3 su 4 incontri", "3 su 4 likely"),
        ("Presenti 3 su 4", "3 su 4 likely"),
        ("12/16", "12 su 16 likely"),
        ("12/16 utenti", "12 su 16 likely"),
        ("3,7/4", "3,7 su 4 likely"),
        ("0/5", "0 su 5 likely"),
        ("12/16 (75%)", "12 su 16"),
        ("67% (2 su 3)", "2 su 3"),
        ("12/16 (60%)", "a giudizio likely"),
        ("5/0", "a giudizio likely"),
    ]);
}

#[test]
fn two_numbers_with_a_slash_are_a_day_when_they_look_like_one() {
    check(&[
        ("12/9", "12/09/2024 likely"),
        ("15/09", "15/09/2024 likely"),
        ("05/09", "05/09/2024 likely"),
        ("il 3/4", "03/04/2024"),
        ("entro il 3/4", "03/04/2024"),
        ("3/4", "3 su 4 likely"),
        ("12/12", "12 su 12 likely"),
        ("20/16", "20 su 16 likely"),
        ("31/4", "a giudizio likely"),
    ]);
}

#[test]
fn days_are_read_alone_or_after_a_yes() {
    check(&[
        ("15/09/2024", "15/09/2024"),
        ("2024-09-15", "15/09/2024"),
        ("il 12 settembre", "12/09/2024"),
        ("in data 12/9/24", "12/09/2024"),
        ("entro il 12/9", "12/09/2024"),
        ("settembre 2024", "30/09/2024 likely"),
        ("sì, il 12/9", "sì, il 12/09/2024"),
        ("Sì, in data 12/09/2024", "sì, il 12/09/2024"),
        ("SI (12/9/2024)", "sì, il 12/09/2024"),
        ("approvato il 12/09/2024", "sì, il 12/09/2024"),
        ("30/02/2024", "a giudizio likely"),
        ("Delibera n. 5 del 12/9", "a giudizio"),
        ("Approvato con delibera n. 5 del 12/9/2024", "sì, il 12/09/2024 likely"),
    ]);
}

#[test]
fn plain_answers_are_read() {
    check(&[
        ("SI", "sì"),
        ("yes", "sì"),
        ("fatto", "sì"),
        ("Adottata", "sì"),
        ("completato", "sì"),
        ("no", "no"),
        ("non fatto", "no"),
        ("Non ancora avviato", "no"),
        ("in corso", "in corso"),
        ("Attività in corso", "in corso likely"),
        ("In corso di realizzazione", "in corso likely"),
        ("n.d.", "n.d."),
        ("N/D", "n.d."),
        ("n/a", "n.d."),
        ("non disponibile", "n.d."),
        ("Dato non rilevato", "n.d."),
    ]);
}

#[test]
fn a_qualified_answer_is_left_to_a_person() {
    check(&[
        ("", "a giudizio"),
        ("Sì, parzialmente", "a giudizio"),
        ("Si è proceduto", "a giudizio"),
        ("No, rinviato al 2025", "a giudizio likely"),
        ("non raggiunto l'80%", "a giudizio likely"),
        ("in corso (70%)", "a giudizio likely"),
        ("Approvato con modifiche", "a giudizio"),
        (">90%", "a giudizio likely"),
        ("almeno 3", "a giudizio likely"),
        ("Delibera n. 5", "a giudizio"),
        ("4 report trimestrali", "a giudizio likely"),
    ]);
}

#[test]
fn a_number_with_a_sign_is_a_change() {
    check(&[
        ("+3", "+3"),
        ("-5%", "-5 %"),
        ("+12%", "+12 %"),
        ("+ 2 punti percentuali", "+2 punti percentuali"),
        ("Incremento del 4%", "+4 %"),
        ("+12% rispetto al 2023", "+12 %"),
        ("±3", "a giudizio likely"),
    ]);
}

/// Reads a result beside a target.
fn beside(target: &str, words: &str) -> String {
    let target = crate::target::parse_target(target, 2024).taken();
    let read = parse_result(words, Context::beside(2024, &target));
    let shown = show_reading(&read.reading, Language::Italian).replace('\u{a0}', " ");
    match read.certainty {
        Certainty::Sure => shown,
        Certainty::Likely => format!("{shown} likely"),
        Certainty::Guess => format!("{shown} guess"),
    }
}

#[test]
fn the_target_decides_what_two_numbers_with_a_slash_are() {
    for (target, words, reads) in [
        ("Entro il 30/9", "12/9", "12/09/2024"),
        ("Entro il 30/9", "3/4", "03/04/2024"),
        ("Entro il 30/9", "sì, il 3/4", "sì, il 03/04/2024"),
        ("Almeno 80%", "12/9", "12 su 9"),
        ("Almeno 80%", "3/4", "3 su 4"),
        ("≥ 3,5/4", "3,7/4", "3,7 su 4"),
        ("≥ 3,5/4", "gradimento 3,7/4", "3,7 su 4 likely"),
        ("SI", "12/9", "12/09/2024 likely"),
        ("Report trimestrale", "12/9/2024", "12/09/2024"),
        ("Report trimestrale", "trimestrale", "4 guess"),
        ("Tutti i dipendenti", "tutti", "100 % guess"),
    ] {
        assert_eq!(beside(target, words), reads, "{words} beside {target}");
    }
}

#[test]
fn several_conditions_have_an_answer_each() {
    for (target, words, reads) in [
        (
            "Entro il 31/12 Livello di gradimento 3,5/4",
            "Sì, il 12/9; gradimento 3,7/4",
            "sì, il 12/09/2024; 3,7 su 4 likely",
        ),
        ("Entro il 31/12 Livello di gradimento 3,5/4", "12/9, 3,7/4", "12/09/2024; 3,7 su 4"),
        ("Entro il 31/12 Livello di gradimento 3,5/4", "15/12/2024 gradimento 3/4", "15/12/2024; 3 su 4 likely"),
        ("Almeno 3 incontri; ≥ 80%", "4; 75%", "4; 75 %"),
        ("Almeno 3 incontri; ≥ 80%", "4 e 75%", "4; 75 %"),
        ("Almeno 3 incontri; ≥ 80%", "4", "4"),
        ("SI; almeno 80%", "Sì, 85%", "sì; 85 %"),
        ("Almeno 3 incontri; ≥ 80%", "4; bene", "a giudizio likely"),
        ("Almeno 3", "no; 2", "no; 2"),
    ] {
        assert_eq!(beside(target, words), reads, "{words} beside {target}");
    }
}

#[test]
fn a_day_that_does_not_exist_says_so() {
    for words in ["31/02/2023", "sì, il 31/4", "30/02/2024"] {
        let read = parse_result(words, 2024);
        assert_eq!((read.reading, read.doubt), (Reading::Words, Some(Doubt::NoSuchDay)), "{words}");
    }
}

#[test]
fn a_reading_kept_by_a_phrase_follows_its_target() {
    let phrase = crate::target::Phrase::<Reading>::from("12/9");
    let day = Target::By { date: NaiveDate::from_ymd_opt(2024, 9, 30).unwrap() };
    let share = Target::AtLeast(Quantity::percent(80.into()));
    for _ in 0..2 {
        assert!(matches!(phrase.read(Context::beside(2024, &day)).reading, Reading::On { .. }));
        assert!(matches!(phrase.read(Context::beside(2024, &share)).reading, Reading::Ratio { .. }));
    }
}

#[test]
fn parts_point_at_what_was_read() {
    for (words, parts) in [
        ("sì, il 12/9", [("sì", Role::Answer), ("12/9", Role::Date)]),
        ("12/16 (75%)", [("12/16", Role::Quantity), ("75%", Role::Quantity)]),
    ] {
        let read = parse_result(words, 2024);
        let found: Vec<_> = read.parts.iter().map(|part| (words.get(part.span.clone()).unwrap(), part.role)).collect();
        assert_eq!(found, parts);
    }
}
