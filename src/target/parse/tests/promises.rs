//! Days, deeds and several conditions as other bodies write them, municipalities, unions, health authorities, universities, each with what they
//! read in the column of 2024.

use super::{check, read_in};
use crate::target::{Certainty, Doubt, Reading, Target, parse_result, parse_target};

#[test]
fn deadlines_are_read() {
    check(&[
        ("Entro il 31 dicembre 2024", "entro il 31 dicembre 2024"),
        ("Entro il 31/12/2024", "entro il 31 dicembre 2024"),
        ("entro 31.12.2024", "entro il 31 dicembre 2024"),
        ("31-dic-24", "entro il 31 dicembre 2024"),
        ("31-dic", "entro il 31 dicembre 2024"),
        ("entro dicembre", "entro il 31 dicembre 2024 likely"),
        ("Entro Dicembre 2024", "entro il 31 dicembre 2024 likely"),
        ("entro fine 2024", "entro il 31 dicembre 2024 likely"),
        ("entro l'anno", "entro il 31 dicembre 2024 likely"),
        ("entro la fine dell'anno", "entro il 31 dicembre 2024 likely"),
        ("entro fine anno", "entro il 31 dicembre 2024 likely"),
        ("entro il 2024", "entro il 31 dicembre 2024 likely"),
        ("entro il I trimestre", "entro il 31 marzo 2024"),
        ("entro il primo semestre", "entro il 30 giugno 2024"),
        ("I trimestre", "entro il 31 marzo 2024 likely"),
        ("3° trimestre 2024", "entro il 30 settembre 2024 likely"),
        ("1° semestre", "entro il 30 giugno 2024 likely"),
        ("entro il II semestre 2024", "entro il 31 dicembre 2024"),
        ("II quadrimestre", "entro il 31 agosto 2024 likely"),
        ("Q1 2024", "entro il 31 marzo 2024 likely"),
        ("entro il terzo trimestre", "entro il 30 settembre 2024"),
        ("primo trimestre 2024", "entro il 31 marzo 2024 likely"),
        ("DIC-24", "entro il 31 dicembre 2024 likely"),
        ("giugno 2024", "entro il 30 giugno 2024 likely"),
        ("Giugno", "entro il 30 giugno 2024 likely"),
        ("nel mese di maggio", "entro il 31 maggio 2024 likely"),
        ("gennaio-marzo 2024", "entro il 31 marzo 2024 likely"),
        ("gennaio - dicembre", "entro il 31 dicembre 2024 likely"),
        ("dal 1/1/2024 al 31/12/2024", "entro il 31 dicembre 2024 likely"),
        ("dal 01/01 al 31/12", "entro il 31 dicembre 2024 likely"),
        ("Approvazione entro il 28/02/2024", "entro il 28 febbraio 2024 likely"),
        ("Approvazione del regolamento entro il 30 giugno", "entro il 30 giugno 2024 likely"),
        ("Pubblicazione sul sito entro 31/01", "entro il 31 gennaio 2024 likely"),
        ("Relazione finale al 31/12/2024", "entro il 31 dicembre 2024 guess"),
        ("Predisposizione bando entro aprile", "entro il 30 aprile 2024 likely"),
        ("Approvazione bilancio 30/04/2024", "entro il 30 aprile 2024 likely"),
        ("Invio relazione: 30/06/2024", "entro il 30 giugno 2024 likely"),
        ("entro il 31 gennaio dell'anno successivo", "entro il 31 gennaio 2025"),
        ("entro il 31 gennaio di ogni anno", "entro il 31 gennaio 2024"),
        ("scadenza 30/06/2024", "entro il 30 giugno 2024 likely"),
        ("Scadenza: 15 ottobre", "entro il 15 ottobre 2024 likely"),
        ("prima del 30/6", "entro il 30 giugno 2024 likely"),
        ("non oltre il 15/10", "entro il 15 ottobre 2024"),
        ("entro e non oltre il 30 novembre", "entro il 30 novembre 2024"),
        ("formazione di tutti gli operatori entro il 31/12", "entro il 31 dicembre 2024 likely"),
        ("Sì + relazione entro il 31/12", "entro il 31 dicembre 2024 likely"),
        ("SI (entro il 30/6)", "entro il 30 giugno 2024"),
        ("entro I semestre 2024", "entro il 30 giugno 2024"),
        ("entro Q3", "entro il 30 settembre 2024"),
        ("Pubblicazione dati ai sensi del D.Lgs. n. 33/2013 entro il 31/12/2024", "entro il 31 dicembre 2024 likely"),
        ("Applicazione CCNL 2019/2021 entro il 30/06", "entro il 30 giugno 2024 likely"),
        ("Sì, entro il 30/06/2024", "entro il 30 giugno 2024"),
        ("SI - entro 31/12", "entro il 31 dicembre 2024"),
        ("Approvato entro il 31/12", "entro il 31 dicembre 2024 likely"),
        ("Adozione PIAO 2025-2027 entro il 31/01/2025", "entro il 31 gennaio 2025 likely"),
        ("Completamento fase 2 entro il 30/9", "entro il 30 settembre 2024 likely"),
        ("Avvio lavori lotto 1 entro giugno 2024", "entro il 30 giugno 2024 likely"),
        ("Relazione semestrale entro il 31/07", "entro il 31 luglio 2024 likely"),
        ("Approvazione bilancio di previsione 2025-2027 entro il 31.12.2024", "entro il 31 dicembre 2024 likely"),
        ("Giugno/Dicembre", "entro il 31 dicembre 2024 likely"),
        ("Fatto entro il 31.12", "entro il 31 dicembre 2024 likely"),
        ("no later than 30/06/2024", "entro il 30 giugno 2024"),
        ("by 31 December 2024", "entro il 31 dicembre 2024"),
        ("by end of June", "entro il 30 giugno 2024 likely"),
        ("en tro il 31/12", "entro il 31 dicembre 2024"),
        ("entro il 31/12 /2024", "entro il 31 dicembre 2024"),
        ("entro I trim. 2024", "entro il 31 marzo 2024"),
        ("entro 1° trim 2024", "entro il 31 marzo 2024"),
        ("II sem. 2024", "entro il 31 dicembre 2024 likely"),
        ("2° sem.", "entro il 31 dicembre 2024 likely"),
        ("entro il 1° quadrimestre", "entro il 30 aprile 2024"),
        ("entro giugno/luglio", "entro il 31 luglio 2024 likely"),
        ("entro ottobre p.v.", "entro il 31 ottobre 2024 likely"),
        ("entro il corrente anno", "entro il 31 dicembre 2024 likely"),
        ("entro l'anno corrente", "entro il 31 dicembre 2024 likely"),
        ("31/12", "entro il 31 dicembre 2024 likely"),
        ("31-12-2024", "entro il 31 dicembre 2024"),
        ("31.12", "entro il 31 dicembre 2024 likely"),
        ("il 31/12/2024", "entro il 31 dicembre 2024 likely"),
        ("al 31/12", "entro il 31 dicembre 2024 likely"),
        ("al 31 dicembre", "entro il 31 dicembre 2024 likely"),
        ("al 31.12.2024", "entro il 31 dicembre 2024 likely"),
        ("alla data del 31/12/2024", "entro il 31 dicembre 2024 likely"),
        ("termine: 30.06.2024", "entro il 30 giugno 2024 likely"),
        ("data: 30/06/2024", "entro il 30 giugno 2024 likely"),
        ("Scadenza 31 marzo", "entro il 31 marzo 2024 likely"),
        ("Entro 31/12 di ciascun anno", "entro il 31 dicembre 2024 likely"),
        ("Entro il 31/12/2024 (100%)", "entro il 31 dicembre 2024"),
        ("Revisione del regolamento ex L.R. 2/2003 entro il 30 giugno 2024", "entro il 30 giugno 2024 likely"),
        (
            "Presentazione al Consiglio di Amministrazione entro la fine del mese di ottobre 2024",
            "entro il 31 ottobre 2024 likely",
        ),
        ("relazione finale al CdA entro il 28 febbraio dell'anno successivo", "entro il 28 febbraio 2025 likely"),
    ]);
}

#[test]
fn deeds_are_read() {
    check(&[
        ("SI", "fatto / non fatto"),
        ("Sì/No", "fatto / non fatto"),
        ("fatto", "fatto / non fatto likely"),
        ("realizzato", "fatto / non fatto likely"),
        ("Redazione documento (Sì/No)", "fatto / non fatto likely"),
        ("Redazione documento: SI", "fatto / non fatto likely"),
        ("SI/NO", "fatto / non fatto"),
        ("fatto/non fatto", "fatto / non fatto"),
        ("yes", "fatto / non fatto"),
    ]);
}

#[test]
fn frequencies_are_read() {
    check(&[
        ("Report trimestrale", "almeno 4 volte l’anno"),
        ("report semestrali", "almeno 2 volte l’anno"),
        ("Monitoraggio semestrale", "almeno 2 volte l’anno"),
        ("due volte all'anno", "almeno 2 volte l’anno likely"),
        ("almeno 2 volte l'anno", "almeno 2 volte l’anno"),
        ("almeno una volta al mese", "almeno 12 volte l’anno likely"),
        ("1 volta al mese", "almeno 12 volte l’anno"),
        ("un incontro al mese", "almeno 12 volte l’anno likely"),
        ("1 incontro al trimestre", "almeno 4 volte l’anno"),
        ("2 incontri/mese", "almeno 24 volte l’anno"),
        ("Incontri mensili", "almeno 12 volte l’anno"),
        ("almeno 2 incontri mensili", "almeno 24 volte l’anno likely"),
        ("n. 4 report trimestrali", "almeno 4 volte l’anno likely"),
        ("almeno 1 report trimestrale", "almeno 4 volte l’anno"),
        ("cadenza mensile", "almeno 12 volte l’anno"),
        ("con cadenza almeno trimestrale", "almeno 4 volte l’anno"),
        ("ogni tre mesi", "almeno 4 volte l’anno"),
        ("ogni mese", "almeno 12 volte l’anno"),
        ("ogni 15 giorni", "almeno 24 volte l’anno"),
        ("trimestralmente", "almeno 4 volte l’anno"),
        ("Settimanale", "almeno 52 volte l’anno"),
        ("Almeno bimestrale", "almeno 6 volte l’anno"),
        ("annuale", "almeno 1 volta l’anno"),
        ("Aggiornamento annuale del piano", "almeno 1 volta l’anno"),
        ("N. 2 report semestrali", "almeno 2 volte l’anno likely"),
        ("almeno 1 controllo a semestre", "almeno 2 volte l’anno"),
        ("un controllo al semestre", "almeno 2 volte l’anno likely"),
        ("minimo 1 incontro mensile", "almeno 12 volte l’anno"),
        ("riunioni di équipe quindicinali", "almeno 24 volte l’anno"),
        ("ogni semestre", "almeno 2 volte l’anno"),
        ("ogni 6 mesi", "almeno 2 volte l’anno"),
        ("2 volte a settimana", "almeno 104 volte l’anno"),
        ("≥ 4 volte/anno", "almeno 4 volte l’anno"),
        ("quarterly", "almeno 4 volte l’anno"),
        ("annually", "almeno 1 volta l’anno"),
        ("at least twice a year", "almeno 2 volte l’anno likely"),
        ("Almeno 12 post al mese sui social", "almeno 144 volte l’anno likely"),
        ("3 news a settimana", "almeno 156 volte l’anno"),
        ("1 newsletter mensile", "almeno 12 volte l’anno"),
        ("Aggiornamento quindicinale del sito", "almeno 24 volte l’anno"),
        ("N. 15 accertamenti/mese", "almeno 180 volte l’anno"),
        ("2 incontri di coordinamento mensili con i Comuni", "almeno 24 volte l’anno likely"),
        ("1 relazione semestrale", "almeno 2 volte l’anno"),
        ("Relazione annuale", "almeno 1 volta l’anno"),
    ]);
}

#[test]
fn a_share_of_what_keeps_a_time_is_one_figure() {
    check(&[
        ("almeno il 90% delle pratiche evase entro 30 giorni", "≥ 90 % likely"),
        ("100% delle richieste evase entro 30 giorni", "100 % likely"),
        ("100% entro 30 giorni", "100 % likely"),
        ("risposta entro 15 gg nel 90% dei casi", "90 % likely"),
        ("tutte le istanze entro 30 giorni", "tutti (100 %) likely"),
        // Set apart, they are two.
        ("≥ 90%; entro 30 giorni", "≥ 90 %; ≤ 30 giorni"),
        ("≥ 90% e tempo medio ≤ 20 gg", "≥ 90 %; ≤ 20 giorni"),
        ("100% entro il 31/12", "100 %; entro il 31 dicembre 2024"),
    ]);
}

#[test]
fn steps_of_one_thing_are_not_held_all_at_once() {
    for words in [
        "80% entro il 30/6, 100% entro il 31/12",
        "50% al 30/06; 100% al 31/12",
        "entro il 31/07 e il 31/01",
        "entro 10 gg punti 5, entro 20 gg punti 3",
        "questionari con giudizio ≥ 3: almeno 80%",
        "≥ 80 % personale < 50 anni",
    ] {
        let read = parse_target(words, 2024);
        assert_eq!(read.certainty, Certainty::Guess, "{words}: {}", read_in(2024, words));
    }
}

#[test]
fn a_day_that_does_not_exist_is_said() {
    for words in ["31/02/2023", "31/02/2024", "entro il 31/04", "30 febbraio", "entro il 31 novembre 2024", "31.11.24"]
    {
        let read = parse_target(words, 2024);
        assert_eq!((read.reading, read.doubt), (Target::Words, Some(Doubt::NoSuchDay)), "{words}");
        let read = parse_result(words, 2024);
        assert_eq!((read.reading, read.doubt), (Reading::Words, Some(Doubt::NoSuchDay)), "{words}");
    }
}

#[test]
fn several_conditions_are_read() {
    check(&[
        ("Entro il 30/6; almeno 3 incontri", "entro il 30 giugno 2024; ≥ 3"),
        ("≥ 80% e entro il 31/12", "≥ 80 %; entro il 31 dicembre 2024"),
        ("Almeno 3 incontri e almeno 2 report", "≥ 3; ≥ 2"),
        ("almeno 3 incontri + 1 report", "≥ 3; ≥ 1 likely"),
        ("Presa in carico di 50 nuovi utenti entro il 31/12/2024", "50; entro il 31 dicembre 2024 likely"),
        (
            "Monitoraggio trimestrale e relazione finale entro il 31/12",
            "almeno 4 volte l’anno; entro il 31 dicembre 2024 likely",
        ),
        ("Entro il 30/06 e entro il 31/12", "entro il 30 giugno 2024; entro il 31 dicembre 2024"),
        ("entro il 30/6 e il 31/12", "entro il 30 giugno 2024; entro il 31 dicembre 2024 likely"),
        ("30/06/2024 e 31/12/2024", "entro il 30 giugno 2024; entro il 31 dicembre 2024 likely"),
        (
            "Entro il 30/06/2024 bozza; entro il 31/12/2024 approvazione",
            "entro il 30 giugno 2024; entro il 31 dicembre 2024 likely",
        ),
        ("1 report entro il 31/12", "1; entro il 31 dicembre 2024 likely"),
        ("2 eventi entro il 31/12/2024", "2; entro il 31 dicembre 2024 likely"),
        ("almeno 3 progetti e 50 partecipanti", "≥ 3; ≥ 50 likely"),
        ("≥ 3 corsi; ≥ 80% partecipanti; gradimento ≥ 4/5", "≥ 3; ≥ 80 %; ≥ 4 su 5"),
        ("Gradimento ≥ 80%, almeno 100 questionari", "≥ 80 %; ≥ 100"),
        ("almeno 50 questionari compilati con gradimento medio 4/5", "≥ 50; ≥ 4 su 5 likely"),
        ("Attivazione di almeno 1 nuovo servizio entro il 2024", "≥ 1; entro il 31 dicembre 2024 likely"),
        ("n. 1 regolamento approvato entro il 30/09", "1; entro il 30 settembre 2024 likely"),
        (
            "Rendicontazione del 30% della spesa PNRR M5C2 1.1.1 entro il 31/12/2024",
            "30 %; entro il 31 dicembre 2024 likely",
        ),
        ("Liquidazione entro 20 gg dal ricevimento fattura nel 100% dei casi", "100 % likely"),
        ("100% dei casi entro 5 giorni", "100 % likely"),
        (
            "Realizzazione del 100% delle attività programmate entro il 31.12.2024",
            "100 %; entro il 31 dicembre 2024 likely",
        ),
        (
            "Attivazione PUA entro il 30 giugno e presa in carico del 100% degli utenti",
            "entro il 30 giugno 2024; 100 % likely",
        ),
        (
            "Realizzare almeno l'80% delle attività previste dal cronoprogramma PNRR (Missione 5, Componente 2, Investimento 1.1.2) entro il 31/12/2024",
            "≥ 80 %; entro il 31 dicembre 2024 likely",
        ),
        (
            "Approvazione del bilancio consuntivo entro il 30 aprile e del bilancio di previsione entro il 31 dicembre",
            "entro il 30 aprile 2024; entro il 31 dicembre 2024 likely",
        ),
        (
            "Predisposizione DUP entro 31/07 e nota di aggiornamento entro 15/11",
            "entro il 31 luglio 2024; entro il 15 novembre 2024 likely",
        ),
        (
            "Digitalizzazione dell'archivio: 30% entro il 2024, 60% entro il 2025",
            "≥ 30 %; entro il 31 dicembre 2024; 60 %; entro il 31 dicembre 2025 guess",
        ),
        ("almeno il 50% dei dipendenti formati per almeno 20 ore", "≥ 50 %; ≥ 20 ore guess"),
        ("Formazione: 40 ore pro-capite, 100% dei dipendenti", "40 ore; 100 % likely"),
        ("n. 3 corsi, 60 partecipanti", "3; 60 likely"),
        ("Somministrazione di almeno 200 questionari con tasso di risposta ≥ 30%", "≥ 200; ≥ 30 % likely"),
        ("Tempi di attesa: 90% entro 30 gg", "90 % likely"),
        ("90% prestazioni classe B entro 10 gg", "90 % likely"),
        (
            "Entro marzo 2024 (I fase); entro ottobre 2024 (II fase)",
            "entro il 31 marzo 2024; entro il 31 ottobre 2024 likely",
        ),
        (
            "31/03/2024 - 30/06/2024 - 30/09/2024",
            "entro il 31 marzo 2024; entro il 30 giugno 2024; entro il 30 settembre 2024 likely",
        ),
        ("31 marzo - 30 giugno", "entro il 31 marzo 2024; entro il 30 giugno 2024 likely"),
        ("30 giugno e 31 dicembre", "entro il 30 giugno 2024; entro il 31 dicembre 2024 likely"),
        ("N. 1 entro giugno e n. 1 entro dicembre", "1; entro il 30 giugno 2024; 1; entro il 31 dicembre 2024 guess"),
        ("N.2 eventi entro il 30/06", "2; entro il 30 giugno 2024 likely"),
        ("100% entro il 31/12", "100 %; entro il 31 dicembre 2024"),
        ("80% al 31/12/2024", "80 %; entro il 31 dicembre 2024 likely"),
        (
            "80% entro il 30/6, 100% entro il 31/12",
            "80 %; entro il 30 giugno 2024; 100 %; entro il 31 dicembre 2024 guess",
        ),
        (
            "50% entro giugno e 100% entro dicembre",
            "50 %; entro il 30 giugno 2024; 100 %; entro il 31 dicembre 2024 guess",
        ),
        ("almeno 50% entro 30/06/2024", "≥ 50 %; entro il 30 giugno 2024"),
        ("100% dei pagamenti entro i 30 giorni", "100 % likely"),
        ("Pagamenti entro 30 gg nel 95% dei casi", "95 % likely"),
        ("evasione delle pratiche entro 30 gg. per il 90% delle istanze", "90 % likely"),
        (
            "Attivazione servizio entro 90 gg dalla firma del contratto e comunque entro il 31/12/2024",
            "≤ 90 giorni; entro il 31 dicembre 2024 likely",
        ),
        ("n. 2 progetti presentati e n. 1 finanziato", "2; 1 likely"),
        ("a) almeno 3 incontri; b) relazione finale entro il 31/12", "≥ 3; entro il 31 dicembre 2024 likely"),
        ("DM 77/2022: apertura di n. 1 COT entro il 31.12.2024", "1; entro il 31 dicembre 2024 likely"),
        ("apertura 2 Ospedali di Comunità entro dicembre 2024", "2; entro il 31 dicembre 2024 likely"),
        ("PAI aggiornati per il 100% degli ospiti entro 30 giorni dall'ingresso", "100 % likely"),
        (
            "Realizzazione di almeno due eventi di sensibilizzazione entro il mese di novembre",
            "≥ 2; entro il 30 novembre 2024 likely",
        ),
        (
            "Pubblicazione dell'avviso entro il primo trimestre 2024 e graduatoria entro il 30/06/2024",
            "entro il 31 marzo 2024; entro il 30 giugno 2024 likely",
        ),
        ("risposta al 100% delle segnalazioni entro 48h", "100 % likely"),
        ("Incasso di almeno € 50.000 entro l'anno", "≥ 50.000 €; entro il 31 dicembre 2024 likely"),
        ("almeno 24 ore di formazione pro capite per il 100% dei dipendenti", "≥ 24 ore; 100 % guess"),
        ("Partecipazione del 60% del personale ad almeno 2 corsi", "60 %; ≥ 2 likely"),
        ("Sottoscrizione di n. 3 convenzioni entro settembre 2024", "3; entro il 30 settembre 2024 likely"),
        ("n. 3 convenzioni entro settembre", "3; entro il 30 settembre 2024 likely"),
        (">= 3 convenzioni sottoscritte entro il 31.12", "≥ 3; entro il 31 dicembre 2024 likely"),
    ]);
}

#[test]
fn bands_are_read() {
    check(&[
        ("28 gg 100% 30gg 75% 32gg 50%", "≤ 28 giorni: 100 %; ≤ 30 giorni: 75 %; ≤ 32 giorni: 50 % likely"),
        ("≥ 90%: 100%; ≥ 80%: 50%", "≥ 90 %: 100 %; ≥ 80 %: 50 % likely"),
        (
            "100% entro 28 gg; 75% entro 30 gg; 50% entro 32 gg",
            "≤ 28 giorni: 100 %; ≤ 30 giorni: 75 %; ≤ 32 giorni: 50 % likely",
        ),
        ("fino a 30 gg 100%, 31-45 gg 50%, oltre 45 gg 0%", "≤ 30 giorni: 100 %; ≤ 45 giorni: 50 % likely"),
        ("da 0 a 5 reclami 100%, da 6 a 10 50%, oltre 10 0%", "≤ 5: 100 %; ≤ 10: 50 % likely"),
    ]);
}

#[test]
fn bands_by_day_are_read() {
    let june_and_september = "entro il 30 giugno 2024: 100 %; entro il 30 settembre 2024: 50 % likely";
    for words in [
        "entro il 30/06 = 100%; entro il 30/09 = 50%",
        "entro giugno 100%, entro settembre 50%",
        "100% se entro il 30/6, 50% se entro il 30/9, 0 oltre",
        "100% entro il 30/6; 50% entro il 30/9; 0% oltre il 30/9",
        "Entro il 30/06/2024: 100%\nEntro il 30/09/2024: 50%\nOltre: 0%",
        "30/06: 100%; 30/09: 50%",
        "30/6 = 100%, 30/9 = 50%, altrimenti 0",
        "100% (entro il 30/6), 50% (dal 1/7 al 30/9)",
        "100% se approvato entro il 30/6; 50% se approvato entro il 30/9; dopo il 30/9 nulla",
        "Approvazione del regolamento: entro il 30/6 100%; entro il 30/9 50%",
        "50% se entro il 30/9, 100% se entro il 30/6",
        "Entro il 30/06 valutazione 100%, entro il 30/09 valutazione 50%",
        "Entro il 30/06: 100% - Entro il 30/09: 50% - oltre: 0%",
        "100% se pubblicato entro il 30 giugno; 50% se pubblicato entro il 30/9; 0% se pubblicato oltre il 30/9",
        "100% entro il I semestre, 50% entro il III trimestre",
        "by 30 June = 100%; by 30 September = 50%",
        "100% if by 30 June, 50% if by 30 September, 0 otherwise",
    ] {
        check(&[(words, june_and_september)]);
    }
    check(&[
        (
            "entro il 30/6 100%, entro il 30/9 75%, entro il 30/11 50%",
            "entro il 30 giugno 2024: 100 %; entro il 30 settembre 2024: 75 %; entro il 30 novembre 2024: 50 % likely",
        ),
        // A figure that is to fall may be written alike.
        (
            "Arretrato: 100% entro il 30/6, 50% entro il 30/9",
            "entro il 30 giugno 2024: 100 %; entro il 30 settembre 2024: 50 % likely",
        ),
        (
            "50% entro giugno, 20% entro dicembre",
            "entro il 30 giugno 2024: 50 %; entro il 31 dicembre 2024: 20 % guess",
        ),
        (
            "Tempi medi 100% entro giugno, 50% entro dicembre",
            "entro il 30 giugno 2024: 100 %; entro il 31 dicembre 2024: 50 % guess",
        ),
    ]);
}

#[test]
fn days_that_are_no_bands_are_read_as_before() {
    for words in [
        "80% entro giugno, 100% entro dicembre",
        "50% entro il 30/6; 100% entro il 31/12",
        "100% dei progetti entro il 30/6, 50% dei fondi entro il 31/12",
        "3/4: 100%; 2/4: 50%",
        "100%; entro il 30/6; 50%; entro il 30/9",
        "almeno 100% entro il 30/6, 50% entro il 30/9",
        "entro il 30/6 100%, 50% entro il 30/9",
        "entro 30 gg = 100%; entro 45 gg = 50%",
        "entro il 31/4 100%; entro il 30/9 50%",
    ] {
        let read = parse_target(words, 2024).reading;
        assert!(!matches!(read, Target::BandsByDay { .. }), "{words}: {read:?}");
    }
}

#[test]
fn what_is_still_to_define_is_read() {
    check(&[
        ("Da definire", "da definire"),
        ("TBD", "da definire"),
        ("da definirsi", "da definire"),
        ("da individuare", "da definire"),
        ("Da determinare a seguito della rilevazione", "da definire"),
        ("n.d.", "da definire likely"),
        ("in corso di definizione", "da definire"),
        ("sarà definito entro il 30/6", "da definire likely"),
        ("Da definire entro marzo", "da definire"),
        ("da concordare con i Comuni", "da definire"),
        ("da definire a seguito approvazione bilancio", "da definire"),
        ("target da individuare nel 2024", "da definire likely"),
        ("In attesa di definizione", "da definire"),
    ]);
}

#[test]
fn what_is_withdrawn_is_read() {
    check(&[
        ("Rinviato", "rinviato"),
        ("Rinviato al 2025", "rinviato al 2025"),
        ("posticipato all'anno 2026", "rinviato al 2026"),
        ("Sospeso", "sospeso"),
        ("obiettivo sospeso", "sospeso"),
        ("Obiettivo stralciato", "stralciato"),
        ("Annullato", "stralciato"),
        ("Non più previsto", "stralciato likely"),
        ("Posticipato a dicembre 2024", "rinviato guess"),
        ("Slittato al 2025 per mancanza di finanziamenti", "rinviato al 2025 likely"),
        ("Rinviato all'anno successivo", "rinviato likely"),
        ("Attività sospesa", "sospeso"),
        ("Obiettivo non più attuale", "stralciato likely"),
        ("Attività sospesa causa COVID-19", "sospeso likely"),
        ("Proroga al 2025", "rinviato al 2025"),
        ("Sospensione dell'attività", "sospeso likely"),
    ]);
}

#[test]
fn words_for_a_person_stay_words() {
    check(&[
        ("quotidiano", "a giudizio likely"),
        ("Rispetto dei tempi previsti dall'art. 14 del D.Lgs. 33/2013", "a giudizio"),
        ("Attuazione delle misure previste dal PTPCT 2024-2026", "a giudizio"),
        ("Adeguamento alla L. 104/92", "a giudizio"),
        ("Adozione del Piano ai sensi della DGR 1423/2019", "a giudizio"),
        ("n. 6 del 2019", "a giudizio"),
        ("Delibera di Giunta n. 45 del 12/03/2024", "a giudizio"),
        ("Apertura sportello 24 ore su 24", "a giudizio"),
        ("Servizio attivo h24 7 giorni su 7", "a giudizio"),
        ("tempo medio ≤ tempo medio 2023", "a giudizio likely"),
        ("mantenimento", "a giudizio"),
        ("Mantenimento degli standard di qualità", "a giudizio"),
        ("Invariato", "a giudizio"),
        ("Predisposizione di un regolamento", "a giudizio"),
        ("Approvazione del Piano triennale", "a giudizio"),
        ("Realizzazione fase 1", "a giudizio"),
        (">= 90% oppure 30 giorni", "a giudizio likely"),
        ("Assenza di rilievi", "a giudizio"),
        ("Sottoscrizione protocollo d'intesa", "a giudizio"),
        ("Revisione della Carta dei servizi", "a giudizio"),
        ("Report mensile entro il 10 del mese successivo", "a giudizio likely"),
        ("entro il 10 di ogni mese", "a giudizio likely"),
        ("una volta ogni due anni", "a giudizio likely"),
        ("Aggiornamento tempestivo", "a giudizio"),
        ("Tempestivo", "a giudizio"),
        ("attività ordinaria", "a giudizio"),
        ("on time", "a giudizio"),
        ("Rispetto cronoprogramma", "a giudizio"),
        ("Presenza del documento", "a giudizio"),
        ("Si, con relazione finale", "a giudizio"),
        ("Si - Relazione", "a giudizio"),
        ("realizzazione evento", "a giudizio"),
        ("Un evento", "a giudizio"),
        ("Evento", "a giudizio"),
        ("LEPS: 1 assistente sociale ogni 5.000 abitanti", "a giudizio likely"),
        ("rapporto 1:5000", "a giudizio likely"),
        ("tasso di assenza inferiore alla media regionale", "a giudizio"),
        ("completo", "a giudizio"),
        ("Completamento", "a giudizio"),
        ("Realizzazione", "a giudizio"),
        ("entro la scadenza di legge", "a giudizio"),
        ("nei termini di legge", "a giudizio"),
        ("entro i termini previsti dalla normativa", "a giudizio"),
        ("entro la data prevista", "a giudizio likely"),
        ("Rispetto delle scadenze", "a giudizio"),
        ("In base alle richieste", "a giudizio"),
        ("secondo necessità", "a giudizio"),
        ("un operatore ogni 10 utenti", "a giudizio likely"),
        ("2 o 3 incontri", "a giudizio likely"),
        ("n/a", "a giudizio"),
        ("N.A.", "a giudizio"),
        ("non applicabile", "a giudizio"),
        ("non previsto", "a giudizio"),
        ("non dovuto", "a giudizio"),
        ("Attivo", "a giudizio"),
        ("Obiettivo raggiunto", "a giudizio"),
        ("primavera 2024", "a giudizio"),
        ("inizio anno", "a giudizio"),
        ("entro metà anno", "entro il 30 giugno 2024 likely"),
        ("entro la prima metà del 2024", "a giudizio likely"),
        ("nell'anno 2024", "a giudizio"),
        ("nel corso dell'anno", "a giudizio"),
        ("nel 2024", "a giudizio"),
        ("anno 2024", "a giudizio"),
        ("= anno precedente", "a giudizio likely"),
        ("in linea con l'anno precedente", "a giudizio"),
        ("consolidamento", "a giudizio"),
        ("costante rispetto al 2023", "a giudizio"),
        ("1) Relazione; 2) Report", "a giudizio"),
        ("- relazione finale", "a giudizio"),
        ("sì nel 2024", "a giudizio"),
        ("Delibera C.C. n. 45/2023", "a giudizio"),
        ("Approvazione con D.G.C. n. 12 del 15/02/2024", "a giudizio"),
        ("1‰", "a giudizio likely"),
        ("≥ 1 OSS ogni 10 ospiti", "a giudizio likely"),
        ("Assenza di contenziosi", "a giudizio"),
        ("Liste di attesa azzerate", "a giudizio"),
        ("Proroga dei contratti", "a giudizio likely"),
    ]);
}
