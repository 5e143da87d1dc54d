//! Phrases of real plans and the like, each with what it reads.

mod amounts;
mod promises;

use proptest::prelude::*;

use super::*;
use crate::target::{Language, show_target};

/// Shows a reading, and how sure it is when it is not: `≥ 2`, `≥ 75 % likely`.
fn read_in(year: i32, words: &str) -> String {
    let read = parse_target(words, year);
    let shown = show_target(&read.reading, Language::Italian).replace('\u{a0}', " ");
    match read.certainty {
        Certainty::Sure => shown,
        Certainty::Likely => format!("{shown} likely"),
        Certainty::Guess => format!("{shown} guess"),
    }
}

fn check(table: &[(&str, &str)]) {
    for (words, reads) in table {
        assert_eq!(read_in(2024, words), *reads, "{words}");
    }
}

#[test]
fn operators_are_read_in_words_and_signs() {
    check(&[
        ("Almeno 2", "≥ 2"),
        ("almeno il 90%", "≥ 90 %"),
        ("almeno l'90% dei plessi scolastici del territorio unionale", "≥ 90 %"),
        ("almeno l’80%", "≥ 80 %"),
        ("non meno di 5", "≥ 5"),
        ("Non inferiore al 90 per cento", "≥ 90 %"),
        (">=3", "≥ 3"),
        ("=>3", "≥ 3"),
        ("> = 3", "≥ 3"),
        ("≥ 1", "≥ 1"),
        ("≥ 80%", "≥ 80 %"),
        ("maggiore o uguale a 5", "≥ 5"),
        ("pari o superiore al 50%", "≥ 50 %"),
        ("pari almeno al 50%", "≥ 50 %"),
        ("minimo 3", "≥ 3"),
        ("3 o più", "≥ 3"),
        ("80% minimo", "≥ 80 %"),
        (">90%", "> 90 %"),
        ("> 98 %", "> 98 %"),
        (">100%", "> 100 %"),
        ("superiore a 5", "> 5"),
        ("oltre il 90%", "> 90 %"),
        ("più di 10", "> 10"),
        ("piu' di 10", "> 10"),
        ("massimo 30 giorni", "≤ 30 giorni"),
        ("max. 30 gg", "≤ 30 giorni"),
        ("al massimo 3", "≤ 3"),
        ("30 giorni massimo", "≤ 30 giorni"),
        ("non oltre 3", "≤ 3"),
        ("non più di 5", "≤ 5"),
        ("non superiore al 5%", "≤ 5 %"),
        ("<=5", "≤ 5"),
        ("=<5", "≤ 5"),
        ("≤ 5%", "≤ 5 %"),
        ("fino a 30 giorni", "≤ 30 giorni likely"),
        ("meno di 10", "< 10"),
        ("inferiore al 5%", "< 5 %"),
        ("< 10", "< 10"),
        ("pari al 100%", "100 %"),
        ("= 100%", "100 %"),
        ("≥ -5", "≥ -5"),
    ]);
}

#[test]
fn english_is_the_same_grammar() {
    check(&[
        ("at least 2", "≥ 2"),
        ("At least 80% of users", "≥ 80 %"),
        ("no less than 5", "≥ 5"),
        ("greater than or equal to 5", "≥ 5"),
        ("more than 90%", "> 90 %"),
        ("at most 30 days", "≤ 30 giorni"),
        ("no more than 3", "≤ 3"),
        ("within 3 days", "≤ 3 giorni"),
        ("less than 10", "< 10"),
        ("by 30/9", "entro il 30 settembre 2024"),
        ("by 30 September", "entro il 30 settembre 2024"),
        ("by the end of September", "entro il 30 settembre 2024 likely"),
        ("yes", "fatto / non fatto"),
        ("to be defined", "da definire"),
        ("quarterly report", "almeno 4 volte l’anno"),
    ]);
}

#[test]
fn words_around_a_bound_only_describe() {
    check(&[
        ("Progetti presentati Almeno 3", "≥ 3"),
        ("Con Almeno 2 Enti pubblici in ER", "≥ 2"),
        ("Almeno 70% degli operatori coinvolti", "≥ 70 %"),
        ("Attivazione di almeno 3 laboratori specifici", "≥ 3"),
        ("almeno 2 eventi annuali", "≥ 2"),
        ("Erogazione dei servizi per almeno il 40% del budget di ATS", "≥ 40 %"),
        (
            "Attivare la presa in carico di almeno n. 10 nuclei familiari a livello di ATS, secondo quanto previsto \
             dalle linee guida del progetto P.I.P.P.I.",
            "≥ 10",
        ),
        ("Acquisizione certificati formativi per almeno il 90% dei dipendenti", "≥ 90 %"),
        ("Reperimento di almeno 15 nuove famiglie affidatarie", "≥ 15"),
        ("Revisione/Aggiornamento di almeno 5 pagine informative sui servizi", "≥ 5"),
        ("almeno 3 progetti nel 2024", "≥ 3"),
        ("almeno 3 incontri con famiglie e operatori", "≥ 3 likely"),
        ("Almeno 80% di tutti gli utenti", "≥ 80 %"),
        ("Si prevede di attivare almeno 3 sportelli", "≥ 3"),
    ]);
}

#[test]
fn numbers_come_in_figures_and_letters() {
    check(&[
        ("Almeno due", "≥ 2"),
        ("Almeno tre", "≥ 3"),
        ("almeno un incontro", "≥ 1"),
        ("almeno l'ottanta per cento", "≥ 80 %"),
        ("due", "2 likely"),
        ("9.750", "9.750"),
        ("12,5", "12,5"),
        ("1,5%", "1,5 %"),
        ("10.000,00 euro", "10.000 €"),
        ("€ 10.000", "10.000 €"),
        ("almeno 1,234", "≥ 1,234 likely"),
        ("almeno 2 milioni di euro", "≥ 2.000.000 €"),
        ("almeno un terzo", "a giudizio likely"),
        ("almeno 50‰", "a giudizio likely"),
    ]);
}

#[test]
fn a_bare_quantity_leaves_the_direction_to_the_indicator() {
    check(&[
        ("4", "4"),
        ("0", "0"),
        ("100%", "100 %"),
        ("100 %", "100 %"),
        ("92,9%", "92,9 %"),
        ("il 100%", "100 %"),
        ("n. 3 incontri", "3 likely"),
        ("circa 50", "50 likely"),
        ("Numero incontri: 4", "4 likely"),
        (
            "100% delle verifiche degli organi di controllo esterno eseguite con esito positivo o con osservazioni di \
             modesta entità, senza sanzioni/segnalazioni di rilievo",
            "100 % likely",
        ),
        ("Tasso di risposta 75%", "≥ 75 % likely"),
        ("Tasso di abbandono 5%", "5 % likely"),
    ]);
}

#[test]
fn days_are_read_with_the_year_of_their_column() {
    check(&[
        ("Entro il 30/9", "entro il 30 settembre 2024"),
        ("Entro 29/2", "entro il 29 febbraio 2024"),
        ("entro il 15/3", "entro il 15 marzo 2024"),
        ("30/06/23", "entro il 30 giugno 2023"),
        ("31/12/2021", "entro il 31 dicembre 2021"),
        ("31.12.2023", "entro il 31 dicembre 2023"),
        ("2024-09-30", "entro il 30 settembre 2024"),
        ("Entro il 31/07/2021", "entro il 31 luglio 2021"),
        ("entro e non oltre il 30/06/2025", "entro il 30 giugno 2025"),
        ("non oltre il 30/9", "entro il 30 settembre 2024"),
        ("entro il 15 marzo", "entro il 15 marzo 2024"),
        ("entro l'8 marzo 2025", "entro l’8 marzo 2025"),
        ("entro il 1° marzo", "entro il 1° marzo 2024"),
        ("Entro il 30 giugno del 2025", "entro il 30 giugno 2025"),
        ("Entro il 30/9 dell'anno in corso", "entro il 30 settembre 2024"),
        ("nei primi 3 mesi dell'anno", "entro il 31 marzo 2024"),
        ("Sì, entro il 30/6", "entro il 30 giugno 2024"),
        ("Entro maggio 2024", "entro il 31 maggio 2024 likely"),
        ("entro giugno", "entro il 30 giugno 2024 likely"),
        ("entro fine anno", "entro il 31 dicembre 2024 likely"),
        ("entro il 2025", "entro il 31 dicembre 2025 likely"),
        ("DIC-24", "entro il 31 dicembre 2024 likely"),
        ("al 30/9", "entro il 30 settembre 2024 likely"),
        ("30/9", "entro il 30 settembre 2024 likely"),
        ("Relazione al CdA entro il 30/9", "entro il 30 settembre 2024 likely"),
    ]);
    assert_eq!(read_in(2025, "Entro 30/9"), "entro il 30 settembre 2025");
    assert_eq!(read_in(2015, "DIC-15"), "entro il 31 dicembre 2015 likely");
}

#[test]
fn a_day_that_does_not_exist_is_kept_as_words() {
    for words in ["Entro 29/2", "29/02/2023", "29/2", "entro il 29 febbraio", "31/4", "entro il 31.04.2023"] {
        assert_eq!(read_in(2023, words), "a giudizio likely", "{words}");
        assert_eq!(parse_target(words, 2023).doubt, Some(Doubt::NoSuchDay), "{words}");
    }
}

#[test]
fn a_number_of_days_is_a_duration_and_never_a_date() {
    check(&[
        ("entro 3 gg", "≤ 3 giorni"),
        ("entro 30 giorni dalla richiesta", "≤ 30 giorni"),
        ("entro le 48 ore", "≤ 48 ore"),
        ("entro due mesi", "≤ 2 mesi"),
        ("entro il 5%", "≤ 5 % likely"),
        ("entro 3", "a giudizio likely"),
        ("entro il 30", "a giudizio likely"),
    ]);
}

#[test]
fn yes_and_to_define_are_answers() {
    check(&[
        ("SI", "fatto / non fatto"),
        ("Si", "fatto / non fatto"),
        ("Sì", "fatto / non fatto"),
        ("SI'", "fatto / non fatto"),
        ("sì.", "fatto / non fatto"),
        ("Sì/No", "fatto / non fatto"),
        ("fatto", "fatto / non fatto likely"),
        ("Da definire in base alla valutazione dei PEI", "da definire"),
        ("Ad inizio anno stimare gli istituti che si intende omogeneizzare", "da definire likely"),
        ("Target da definire a inizio anno", "da definire likely"),
        ("da definire entro il 30/6", "da definire likely"),
    ]);
}

#[test]
fn several_conditions_are_read_together_and_a_half_reading_is_a_guess() {
    check(&[
        ("Entro il 31/12 Livello di gradimento 3,5/4", "entro il 31 dicembre 2024; ≥ 3,5 su 4 likely"),
        (
            "Sperimentare interventi di pronta accoglienza per 20 persone a livello di ATS entro il 31.12.2023.",
            "20; entro il 31 dicembre 2023 likely",
        ),
        (
            "Incrementare i servizi di cure domiciliari per almeno 20 anziani non autosufficienti a livello di ATS entro \
             il 31/3/2026 e avviare la sperimentazione di strumentazioni domotiche a domicilio.",
            "≥ 20; entro il 31 marzo 2026 guess",
        ),
        ("almeno 20 anziani e avviare la sperimentazione", "≥ 20 guess"),
        (
            "Sperimentare per almeno n. 8 beneficiari nell'ATS progetti di vita autonoma nel periodo 2022-2026.",
            "≥ 8; entro il 31 dicembre 2026 likely",
        ),
        (
            "Completamento dei percorsi di supervisione attivati, garantendo la partecipazione degli operatori \
             maggiormente esposti a rischio di burn out (per il CSSM 12 Assistenti Sociali di cui 3 Posizioni \
             Organizzative).",
            "12 guess",
        ),
        ("2.400 enti per un totale di almeno 6.400", "2.400; ≥ 6.400 likely"),
        ("almeno 2 laboratori; relazione finale", "≥ 2 guess"),
        ("28 gg 100% 30gg 75% 32gg 50%", "≤ 28 giorni: 100 %; ≤ 30 giorni: 75 %; ≤ 32 giorni: 50 % likely"),
        ("100% degli utenti entro 30 giorni", "100 % likely"),
        ("≥ 80% ≤ 90%", "tra 80 e 90 %"),
        ("tra 5 e 10", "tra 5 e 10"),
        ("5-10", "tra 5 e 10 likely"),
    ]);
}

#[test]
fn changes_frequencies_scales_and_withdrawals_are_read() {
    check(&[
        ("+2", "+2 rispetto al valore di partenza"),
        ("≥ +5%", "+5 % rispetto al valore di partenza"),
        ("non oltre +5%", "a giudizio likely"),
        ("-10%", "-10 % rispetto al valore di partenza"),
        ("+-10% rispetto 2023", "±10 % rispetto al 2023 likely"),
        ("Incremento del 10% rispetto alla baseline", "+10 % rispetto al valore di partenza"),
        ("≥ 8 punti percentuali", "+8 punti percentuali rispetto al valore di partenza guess"),
        ("Report trimestrale", "almeno 4 volte l’anno"),
        ("Almeno trimestrale", "almeno 4 volte l’anno"),
        ("Almeno bimensile", "almeno 24 volte l’anno likely"),
        ("almeno 2 incontri mensili", "almeno 24 volte l’anno likely"),
        ("almeno 1 volta al mese", "almeno 12 volte l’anno"),
        ("almeno 3 giorni/settimana", "≥ 3 giorni"),
        ("Almeno 2 incontri per ogni distretto", "≥ 2 guess"),
        ("per tutte le assistenti sociali", "tutti (100 %)"),
        ("3,5/4", "3,5 su 4"),
        ("≥ 3,5/4", "≥ 3,5 su 4"),
        ("12/16", "12 su 16"),
        ("3/4", "3 su 4 guess"),
        ("almeno 3 su 4", "≥ 3 su 4"),
        ("Posticipato 2020 causa Covid", "rinviato likely"),
        ("Posticipato entro il 30/6", "rinviato guess"),
        ("Entro il 30/9 dell'anno successivo", "entro il 30 settembre 2025"),
    ]);
}

#[test]
fn a_number_or_a_day_that_is_mere_content_is_not_taken() {
    check(&[
        ("Nel Bilancio di Previsione 2026", "a giudizio"),
        ("2026", "2.026 guess"),
        (
            "Deliberazione AC di chiusura progetto al 31/12/2023 o di indirizzo per le procedure di prosecuzione",
            "a giudizio likely",
        ),
        (
            "Sottoscrizione preintesa con le parti sindacali, sulla base della contrattazione nazionale 2019/2021",
            "a giudizio",
        ),
        (
            "Determinazione di affidamento del contratto successivo al 1/7/2024, con contestuale affidamento dei servizi \
             aggiuntivi finanziati dal PNRR",
            "a giudizio",
        ),
        ("in misura proporzionale e in valore assoluto nei prossimi 5 anni", "a giudizio"),
        ("volume di pagamento pari all'80% dell'ammontare dell'importo dovuto delle fatture ricevute", "80 % guess"),
        ("Livello 3", "a giudizio"),
        ("art. 5", "a giudizio"),
    ]);
}

#[test]
fn words_without_a_condition_are_surely_words() {
    for words in [
        "",
        " \u{a0}\n",
        "X",
        "х",
        "●",
        "Applicazione",
        "Monitoraggio del servizio",
        "operatori coinvolti",
        "nei tempi",
        "nel rispetto delle tempistiche",
        "Con il Bilancio civilistico",
        "Non applicabile",
        "Sottoscrizione convenzione",
        "Creazione dei fascicoli digitali e predisposizione istruzioni operative per gli uffici dell'Ente",
    ] {
        assert_eq!(read_in(2024, words), "a giudizio", "{words}");
    }
}

#[test]
fn odd_dress_does_not_change_the_reading() {
    check(&[
        ("ALMENO\u{a0}2", "≥ 2"),
        ("Almen o 2", "≥ 2"),
        ("al meno 2", "≥ 2"),
        ("Аlmеno 2", "≥ 2"),
        ("“almeno” 2", "≥ 2"),
        ("Almeno\n2\nlaboratori", "≥ 2"),
        ("  \t≥80%  ", "≥ 80 %"),
        ("- Almeno 3 incontri", "≥ 3"),
        ("Ｅntro il 30 / 9", "entro il 30 settembre 2024"),
        ("Ent ro il 30/9", "entro il 30 settembre 2024"),
        ("1\u{a0}234", "1.234"),
    ]);
}

#[test]
fn parts_point_at_the_words_behind_them() {
    for (words, parts) in [
        ("Con Almeno 2 Enti", &[("Almeno", Role::Operator), ("2", Role::Quantity)][..]),
        ("è ≥ 80 %", &[("≥", Role::Operator), ("80 %", Role::Quantity)]),
        ("massimo 30 giorni", &[("massimo", Role::Operator), ("30 giorni", Role::Quantity)]),
        ("3 o più", &[("3", Role::Quantity), ("o più", Role::Operator)]),
        ("Entro il 30/9", &[("Entro", Role::Operator), ("30/9", Role::Date)]),
        ("Sì", &[("Sì", Role::Answer)]),
        ("Da definire poi", &[("Da definire", Role::Answer)]),
        ("Applicazione", &[]),
    ] {
        let read = parse_target(words, 2024);
        let found: Vec<_> = read.parts.iter().map(|part| (words.get(part.span.clone()).unwrap(), part.role)).collect();
        assert_eq!(found, parts, "{words}");
    }
}

#[test]
fn a_phrase_longer_than_a_page_is_words_and_says_so() {
    let words = "almeno 2 ".repeat(1000);
    let read = parse_target(&words, 2024);
    assert_eq!((read.reading, read.doubt), (Target::Words, Some(Doubt::TooLong)));
    assert_eq!(crate::target::parse_result(&words, 2024).doubt, Some(Doubt::TooLong));
}

#[test]
fn whatever_is_repeated_is_read() {
    for unit in [
        ";",
        "almeno ",
        "entro il ",
        "1.",
        "1,",
        "3/",
        "a ",
        "al me ",
        "\u{300}",
        "e ",
        ">",
        "n. ",
        "5 su ",
        "30 ",
        "x;",
        "aumento ",
        "aumento di ",
        "da 1 a ",
        "1-",
        "(",
        "(1) ",
        "+1 ",
        "art. ",
        "d.",
        "rispetto a ",
        "tutti ",
        "ogni ",
        "2 al mese ",
        "28 gg 100% ",
        "sì; ",
        "non oltre ",
        "I trimestre ",
        "l'anno ",
        "periodo ",
        "scala ",
        "età ",
    ] {
        let words = unit.repeat(4000 / unit.len());
        parse_target(&words, 2024);
        crate::target::parse_result(&words, 2024);
    }
}

/// Phrases put together from what the grammar knows, where a slip is likeliest.
fn near_phrase() -> impl Strategy<Value = String> {
    let known = super::super::vocabulary::TABLE.iter().map(|(word, _)| *word);
    let signs = [
        "il", "l'", "30", "9", "/", "2024", "%", "1.234", "12,5", "-", "+", "±", ".", ";", ":", ",", "€", "°", "≥",
        ">", "=", "29/2", "31.12.23", "3,5/4", "à", "\u{a0}", "\n", "(", ")", "p.p.", "d.lgs.", "II", "Q1", "0",
        "cento",
    ];
    let bits = prop::sample::select(signs.into_iter().chain(known).collect::<Vec<_>>());
    prop::collection::vec((bits, prop::sample::select(vec!["", " ", " "])), 0..40)
        .prop_map(|bits| bits.into_iter().flat_map(|(bit, blank)| [bit, blank]).collect())
}

proptest! {
    #[test]
    fn law_any_words_are_read_and_their_parts_stand_in_order(
        words in prop_oneof![any::<String>(), near_phrase()],
        year in any::<i32>(),
    ) {
        let target = parse_target(&words, year).parts;
        let reading = crate::target::parse_result(&words, year).parts;
        for parts in [target, reading] {
            let mut end = 0;
            for part in parts {
                prop_assert!(part.span.start >= end && part.span.end > part.span.start, "{:?}", part);
                prop_assert!(words.get(part.span.clone()).is_some());
                end = part.span.end;
            }
        }
    }
}

proptest! {
    #[test]
    fn law_what_is_read_can_be_kept_in_a_file_and_shown(words in near_phrase(), year in 1900..=2200_i32) {
        let read = parse_target(&words, year).reading;
        let written = serde_json::to_string(&read).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Target>(&written).unwrap(), &read, "{}", written);
        for language in [Language::Italian, Language::English] {
            if read != Target::Words {
                let shown = show_target(&read, language);
                prop_assert_eq!(&parse_target(&shown, year).reading, &read, "{}", shown);
            }
        }
    }
}
