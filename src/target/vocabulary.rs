//! The words the grammar knows, Italian and English together, without accents or capitals.

use super::word::Word::{self, *};
use super::{Direction, Measure, Withdrawal};

/// The longest word below, in letters.
pub(super) const LONGEST: usize = 18;

/// Returns what the letters of a word do; none for a word that is not here.
pub(super) fn look_up(folded: &[u8]) -> Option<Word> {
    let mut slot = slot(folded);
    // A free slot follows soon, and always: more than half of them are.
    loop {
        let (known, word) = TABLE.get(usize::from(*PLACES.get(slot)?))?;
        if known.as_bytes() == folded {
            return Some(*word);
        }
        slot = after(slot);
    }
}

/// A power of two, more than twice the words.
const SLOTS: usize = 2048;

/// No place in [`TABLE`].
const FREE: u16 = u16::MAX;

/// Where each word stands in [`TABLE`], at the slot that its letters come to or the next free one. A word is found, or known
/// not to be there, at the first or second look, where a search by halves compares letters ten times. Made by the compiler.
static PLACES: [u16; SLOTS] = places();

#[allow(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "only the compiler runs it"
)]
const fn places() -> [u16; SLOTS] {
    let mut places = [FREE; SLOTS];
    let mut at = 0;
    while at < TABLE.len() {
        let mut slot = slot(TABLE[at].0.as_bytes());
        while places[slot] != FREE {
            slot = after(slot);
        }
        places[slot] = at as u16;
        at += 1;
    }
    places
}

/// The slot that some letters come to: each is mixed into all bits, and the highest of these are taken.
const fn slot(letters: &[u8]) -> usize {
    let (mut mixed, mut rest) = (0_u32, letters);
    while let [letter, following @ ..] = rest {
        mixed = (mixed.rotate_left(5) ^ *letter as u32).wrapping_mul(0x9e37_79b9);
        rest = following;
    }
    (mixed >> (u32::BITS - SLOTS.ilog2())) as usize
}

const fn after(slot: usize) -> usize {
    (slot + 1) % SLOTS
}

/// In alphabetical order, for people to search.
#[rustfmt::skip]
pub(super) const TABLE: &[(&str, Word)] = &[
    ("a", A), ("abbandoni", Falling), ("abbandono", Falling), ("abbattere", Change(Direction::Decrease)),
    ("abbattimento", Change(Direction::Decrease)), ("about", Circa), ("above", Oltre),
    ("accrescere", Change(Direction::Increase)), ("accrescimento", Change(Direction::Increase)), ("achieved", Done),
    ("ad", A), ("adopted", Done), ("adottata", Done), ("adottate", Done), ("adottati", Done), ("adottato", Done),
    ("aged", Age), ("agli", A), ("ago", ShortMonth(8)), ("agosto", Month(8)), ("agreed", Define), ("ai", A), ("al", A),
    ("all", A), ("alla", A), ("alle", A), ("allegato", Ref), ("allo", A), ("alm", Almeno), ("almeno", Almeno),
    ("ancora", Ancora), ("and", E), ("anni", Unit(Measure::Years)), ("anno", Anno), ("annual", Frequency(1)),
    ("annuale", Frequency(1)), ("annuali", Frequency(1)), ("annually", Frequency(1)), ("annualmente", Frequency(1)),
    ("annullata", Standing(Withdrawal::StruckOut)), ("annullate", Standing(Withdrawal::StruckOut)),
    ("annullati", Standing(Withdrawal::StruckOut)), ("annullato", Standing(Withdrawal::StruckOut)), ("approvata", Done),
    ("approvate", Done), ("approvati", Done), ("approvato", Done), ("approved", Done), ("approximately", Circa),
    ("apr", ShortMonth(4)), ("april", Month(4)), ("aprile", Month(4)), ("area", Ref), ("art", Act), ("articoli", Act),
    ("articolo", Act), ("artt", Act), ("asse", Ref), ("assenteismo", Falling), ("assenza", Falling),
    ("assenze", Falling), ("at", At), ("attesa", Falling), ("attesi", Label), ("atteso", Label), ("attivata", Done),
    ("attivate", Done), ("attivati", Done), ("attivato", Done), ("attuata", Done), ("attuato", Done),
    ("aug", ShortMonth(8)), ("august", Month(8)), ("aumentare", Change(Direction::Increase)),
    ("aumentata", Change(Direction::Increase)), ("aumentato", Change(Direction::Increase)),
    ("aumenti", Change(Direction::Increase)), ("aumento", Change(Direction::Increase)), ("available", Available),
    ("avviata", Done), ("avviate", Done), ("avviati", Done), ("avviato", Done), ("azione", Ref), ("azioni", Ref),
    ("base", Start), ("baseline", Start), ("be", Be), ("before", Before), ("below", Inferiore), ("between", Tra),
    ("bilancio", Document), ("bim", Stretch(2)), ("bimensile", Frequency(24)), ("bimensili", Frequency(24)),
    ("bimestrale", Frequency(6)), ("bimestrali", Frequency(6)), ("bimestralmente", Frequency(6)),
    ("bimestre", Stretch(2)), ("bimestri", Stretch(2)), ("bisettimanale", Frequency(0)),
    ("bisettimanali", Frequency(0)), ("budget", Document), ("by", By), ("ca", Circa),
    ("calo", Change(Direction::Decrease)), ("cancellata", Standing(Withdrawal::StruckOut)),
    ("cancellato", Standing(Withdrawal::StruckOut)), ("cancelled", Standing(Withdrawal::StruckOut)),
    ("canone", Document), ("cap", Ref), ("capitolo", Ref), ("cat", Ref), ("categoria", Ref), ("causa", Causa),
    ("ccnl", Act), ("centinaia", Share(0)), ("centinaio", Share(0)), ("cento", Number(100)),
    ("change", Change(Direction::Either)), ("ciascun", Total), ("ciascuna", Total), ("ciascuno", Total),
    ("cinquanta", Number(50)), ("cinquantina", Share(0)), ("cinque", Number(5)), ("circa", Circa), ("circolare", Act),
    ("classe", Ref), ("cluster", Ref), ("comma", Act), ("commi", Act), ("compared", Rispetto), ("complaints", Falling),
    ("completata", Done), ("completate", Done), ("completati", Done), ("completato", Done), ("completed", Done),
    ("componente", Ref), ("con", Con), ("conclusa", Done), ("concluse", Done), ("conclusi", Done), ("concluso", Done),
    ("concordare", Define), ("confermare", Define), ("confirmed", Define), ("confronto", Rispetto),
    ("conseguita", Done), ("conseguite", Done), ("conseguiti", Done), ("conseguito", Done),
    ("contenere", Change(Direction::Decrease)), ("contenimento", Change(Direction::Decrease)), ("contenziosi", Falling),
    ("contenzioso", Falling), ("conto", Document), ("contrazione", Change(Direction::Decrease)), ("corrente", Corrente),
    ("corso", Corso), ("cost", Falling), ("costi", Falling), ("costo", Falling), ("costs", Falling),
    ("crescita", Change(Direction::Increase)), ("cui", Cui), ("current", Corrente), ("d", Di), ("da", Da),
    ("dagli", Da), ("dai", Da), ("daily", Frequency(0)), ("dal", Da), ("dall", Da), ("dalla", Da), ("dalle", Da),
    ("dallo", Da), ("data", Data), ("date", Data), ("day", Unit(Measure::Days)), ("days", Unit(Measure::Days)),
    ("dcc", Act), ("deadline", Due), ("dec", ShortMonth(12)), ("december", Month(12)), ("decimi", Share(0)),
    ("decimo", Share(0)), ("decina", Share(0)), ("decine", Share(0)), ("decrease", Change(Direction::Decrease)),
    ("decreased", Change(Direction::Decrease)), ("decremento", Change(Direction::Decrease)), ("decreto", Act),
    ("defined", Define), ("definibile", Define), ("definire", Define), ("definirsi", Define), ("definita", Define),
    ("definiti", Define), ("definito", Define), ("definizione", Define), ("degli", Di), ("dei", Di), ("del", Di),
    ("delay", Falling), ("delays", Falling), ("delibera", Act), ("deliberazione", Act), ("dell", Di), ("della", Di),
    ("delle", Di), ("dello", Di), ("determina", Act), ("determinare", Define), ("determinarsi", Define),
    ("determinazione", Act), ("determined", Define), ("dgc", Act), ("dgr", Act), ("di", Di), ("dic", ShortMonth(12)),
    ("dicembre", Month(12)), ("diciannove", Number(19)), ("diciassette", Number(17)), ("diciotto", Number(18)),
    ("dieci", Number(10)), ("differita", Standing(Withdrawal::Postponed)),
    ("differito", Standing(Withdrawal::Postponed)), ("diminuire", Change(Direction::Decrease)),
    ("diminuito", Change(Direction::Decrease)), ("diminuzione", Change(Direction::Decrease)), ("direttiva", Act),
    ("disponibile", Available), ("disponibili", Available), ("distretto", Ref), ("dl", Act), ("dlgs", Act), ("dm", Act),
    ("dodici", Number(12)), ("done", Done), ("dozen", Share(0)), ("dozzina", Share(0)), ("dpcm", Act), ("dpr", Act),
    ("dropout", Falling), ("due", Number(2)), ("during", In), ("e", E), ("each", Every), ("ed", E), ("edizione", Ref),
    ("effettuata", Done), ("effettuate", Done), ("effettuati", Done), ("effettuato", Done), ("eight", Number(8)),
    ("eighteen", Number(18)), ("eighty", Number(80)), ("eleven", Number(11)),
    ("eliminata", Standing(Withdrawal::StruckOut)), ("eliminato", Standing(Withdrawal::StruckOut)), ("end", Fine),
    ("entire", Total), ("entro", Entro), ("equal", Uguale), ("errore", Falling), ("errori", Falling),
    ("errors", Falling), ("eseguita", Done), ("eseguite", Done), ("eseguiti", Done), ("eseguito", Done),
    ("esercizio", Anno), ("esito", Esito), ("estimated", Define), ("eta", Age), ("eur", Euro), ("euro", Euro),
    ("every", Every), ("exceeding", Oltre), ("fase", Ref), ("fatta", Done), ("fatte", Done), ("fatti", Done),
    ("fatto", Done), ("feb", ShortMonth(2)), ("febb", ShortMonth(2)), ("febbraio", Month(2)), ("february", Month(2)),
    ("fewer", Inferiore), ("fifteen", Number(15)), ("fifty", Number(50)), ("fine", Fine), ("fino", Fino),
    ("first", First), ("five", Number(5)), ("flessione", Change(Direction::Decrease)), ("following", Following),
    ("for", Per), ("forty", Number(40)), ("four", Number(4)), ("fourteen", Number(14)), ("fra", Tra), ("from", Da),
    ("gen", ShortMonth(1)), ("genn", ShortMonth(1)), ("gennaio", Month(1)), ("gg", Unit(Measure::Days)),
    ("ggg", Unit(Measure::Days)), ("giornaliera", Frequency(0)), ("giornaliere", Frequency(0)),
    ("giornalieri", Frequency(0)), ("giornaliero", Frequency(0)), ("giornalmente", Frequency(0)),
    ("giorni", Unit(Measure::Days)), ("giorno", Unit(Measure::Days)), ("giu", ShortMonth(6)), ("giugno", Month(6)),
    ("gli", Article), ("greater", Superiore), ("growth", Change(Direction::Increase)), ("h", Unit(Measure::Hours)),
    ("half", Share(2)), ("higher", Superiore), ("hour", Unit(Measure::Hours)), ("hours", Unit(Measure::Hours)),
    ("hundred", Number(100)), ("i", Article), ("identificare", Define), ("il", Article), ("improve", Improve),
    ("improvement", Improve), ("in", In), ("increase", Change(Direction::Increase)),
    ("increased", Change(Direction::Increase)), ("incremental", Improve), ("incrementare", Change(Direction::Increase)),
    ("incrementata", Change(Direction::Increase)), ("incrementato", Change(Direction::Increase)),
    ("incrementi", Change(Direction::Increase)), ("incremento", Change(Direction::Increase)), ("indicatore", Ref),
    ("indicatori", Ref), ("individuare", Define), ("inferiore", Inferiore), ("inferiori", Inferiore),
    ("infortuni", Falling), ("iniziale", Start), ("inizio", Inizio), ("innalzamento", Change(Direction::Increase)),
    ("insoluti", Falling), ("insoluto", Falling), ("integrale", Total), ("intorno", Circa), ("investimento", Ref),
    ("jan", ShortMonth(1)), ("january", Month(1)), ("jul", ShortMonth(7)), ("july", Month(7)), ("jun", ShortMonth(6)),
    ("june", Month(6)), ("l", Article), ("la", Article), ("last", Ordinal(9)), ("le", Article), ("least", Least),
    ("legge", Act), ("less", Meno), ("lett", Act), ("lettera", Act), ("lgs", Act), ("linea", Ref), ("livello", Ref),
    ("lo", Article), ("lotto", Ref), ("lower", Inferiore), ("lr", Act), ("lug", ShortMonth(7)), ("luglio", Month(7)),
    ("mag", ShortMonth(5)), ("maggio", Month(5)), ("maggiore", Superiore), ("maggiori", Superiore),
    ("mancata", Falling), ("mancate", Falling), ("mancati", Falling), ("mancato", Falling), ("mar", ShortMonth(3)),
    ("march", Month(3)), ("marzo", Month(3)), ("massima", Massimo), ("massimi", Massimo), ("massimo", Massimo),
    ("max", Massimo), ("maximum", Massimo), ("may", Month(5)), ("meno", Meno), ("mensile", Frequency(12)),
    ("mensili", Frequency(12)), ("mensilmente", Frequency(12)), ("mese", Unit(Measure::Months)),
    ("mesi", Unit(Measure::Months)), ("meta", Share(2)), ("mezza", Share(2)), ("mezzo", Share(2)),
    ("miglioramento", Improve), ("migliorare", Improve), ("mila", Scale(1_000)), ("milestone", Ref),
    ("miliardi", Scale(1_000_000_000)), ("miliardo", Scale(1_000_000_000)), ("milione", Scale(1_000_000)),
    ("milioni", Scale(1_000_000)), ("mille", Number(1_000)), ("million", Scale(1_000_000)), ("min", Minimo),
    ("minima", Minimo), ("minimo", Minimo), ("minimum", Minimo), ("minore", Inferiore), ("minori", Inferiore),
    ("minute", Unit(Measure::Minutes)), ("minutes", Unit(Measure::Minutes)), ("minuti", Unit(Measure::Minutes)),
    ("minuto", Unit(Measure::Minutes)), ("missione", Ref), ("misura", Ref), ("mln", Scale(1_000_000)), ("mod", Ref),
    ("modello", Ref), ("month", Unit(Measure::Months)), ("monthly", Frequency(12)), ("months", Unit(Measure::Months)),
    ("more", Piu), ("morosita", Falling), ("most", Most), ("municipio", Ref), ("n", N), ("nd", Unavailable),
    ("nei", In), ("nel", In), ("nell", In), ("nella", In), ("nelle", In), ("nello", In), ("nessun", Number(0)),
    ("nessuna", Number(0)), ("nessuno", Number(0)), ("neutralizzata", Standing(Withdrawal::Suspended)),
    ("neutralizzato", Standing(Withdrawal::Suspended)), ("next", Following), ("nine", Number(9)),
    ("nineteen", Number(19)), ("ninety", Number(90)), ("no", No), ("non", Non), ("nonche", E), ("none", Number(0)),
    ("not", Non), ("nov", ShortMonth(11)), ("novanta", Number(90)), ("nove", Number(9)), ("november", Month(11)),
    ("novembre", Month(11)), ("nr", N), ("num", N), ("numero", N), ("o", O), ("obiettivo", Ref),
    ("oct", ShortMonth(10)), ("october", Month(10)), ("od", O), ("of", Di), ("ogni", Every), ("ognuna", Every),
    ("ognuno", Every), ("ok", Done), ("oltre", Oltre), ("on", In), ("once", Number(1)), ("one", Number(1)),
    ("ongoing", Underway), ("oppure", O), ("or", O), ("ora", Unit(Measure::Hours)), ("ordinanza", Act),
    ("ore", Unit(Measure::Hours)), ("ott", ShortMonth(10)), ("ottanta", Number(80)), ("otto", Number(8)),
    ("ottobre", Month(10)), ("out", Su), ("outcome", Esito), ("over", Oltre), ("pag", Ref), ("pagina", Ref),
    ("par", Ref), ("paragrafo", Ref), ("pari", Uguale), ("parte", Ref), ("partenza", Start), ("per", Per),
    ("percent", Percent), ("percentage", Points), ("percento", Percent), ("percentuali", Points),
    ("pervenuta", Available), ("pervenuto", Available), ("piani", Document), ("piano", Document), ("piu", Piu),
    ("positiva", Positivo), ("positive", Positivo), ("positivi", Positivo), ("positivo", Positivo),
    ("posticipata", Standing(Withdrawal::Postponed)), ("posticipate", Standing(Withdrawal::Postponed)),
    ("posticipati", Standing(Withdrawal::Postponed)), ("posticipato", Standing(Withdrawal::Postponed)),
    ("postponed", Standing(Withdrawal::Postponed)), ("pp", Points), ("precedente", Previous), ("precedenti", Previous),
    ("precisare", Define), ("predisposta", Done), ("predisposto", Done), ("presentata", Done), ("presentato", Done),
    ("previous", Previous), ("previsione", Label), ("prevista", Label), ("previsto", Label), ("prima", Before),
    ("primi", First), ("primo", Ordinal(1)), ("prior", Previous), ("programma", Document), ("programmazione", Document),
    ("programmi", Document), ("progress", Corso), ("proroga", Standing(Withdrawal::Postponed)),
    ("prorogata", Standing(Withdrawal::Postponed)), ("prorogato", Standing(Withdrawal::Postponed)), ("prot", Act),
    ("protocollo", Act), ("pubblicata", Done), ("pubblicate", Done), ("pubblicati", Done), ("pubblicato", Done),
    ("punto", Ref), ("quadrimestrale", Frequency(3)), ("quadrimestrali", Frequency(3)),
    ("quadrimestralmente", Frequency(3)), ("quadrimestre", Stretch(4)), ("quadrimestri", Stretch(4)),
    ("quantificabile", Define), ("quantificare", Define), ("quantificarsi", Define), ("quaranta", Number(40)),
    ("quarantina", Share(0)), ("quarta", Share(4)), ("quarter", Stretch(3)), ("quarterly", Frequency(4)),
    ("quarters", Stretch(3)), ("quarti", Share(4)), ("quarto", Share(4)), ("quattordici", Number(14)),
    ("quattro", Number(4)), ("quindici", Number(15)), ("quindicinale", Frequency(24)), ("quindicinali", Frequency(24)),
    ("quinti", Share(0)), ("quinto", Share(0)), ("quotidiana", Frequency(0)), ("quotidianamente", Frequency(0)),
    ("quotidiano", Frequency(0)), ("raggiunta", Done), ("raggiunte", Done), ("raggiunti", Done), ("raggiunto", Done),
    ("realizzata", Done), ("realizzate", Done), ("realizzati", Done), ("realizzato", Done), ("reclami", Falling),
    ("reclamo", Falling), ("redatta", Done), ("redatto", Done), ("reduce", Change(Direction::Decrease)),
    ("reduced", Change(Direction::Decrease)), ("reduction", Change(Direction::Decrease)), ("regolamento", Act),
    ("relative", Rispetto), ("release", Ref), ("rendiconto", Document), ("rep", Act), ("repertorio", Act),
    ("rideterminare", Define), ("ridotta", Change(Direction::Decrease)), ("ridotti", Change(Direction::Decrease)),
    ("ridotto", Change(Direction::Decrease)), ("ridurre", Change(Direction::Decrease)),
    ("riduzione", Change(Direction::Decrease)), ("riduzioni", Change(Direction::Decrease)), ("riferimento", Corrente),
    ("rilevabile", Available), ("rilevare", Define), ("rilevata", Available), ("rilevati", Available),
    ("rilevato", Available), ("rinunce", Falling), ("rinuncia", Falling), ("rinviata", Standing(Withdrawal::Postponed)),
    ("rinviate", Standing(Withdrawal::Postponed)), ("rinviati", Standing(Withdrawal::Postponed)),
    ("rinviato", Standing(Withdrawal::Postponed)), ("rinvio", Standing(Withdrawal::Postponed)), ("rispettata", Done),
    ("rispettate", Done), ("rispettati", Done), ("rispettato", Done), ("rispetto", Rispetto), ("risultato", Label),
    ("ritardi", Falling), ("ritardo", Falling), ("sanzioni", Falling), ("scadenza", Due), ("scadenze", Due),
    ("scheda", Ref), ("scorso", Previous), ("scostamenti", Change(Direction::Either)),
    ("scostamento", Change(Direction::Either)), ("second", Ordinal(2)), ("seconda", Ordinal(2)),
    ("secondo", Ordinal(2)), ("sedici", Number(16)), ("seguente", Following), ("sei", Number(6)), ("sem", Stretch(6)),
    ("semester", Stretch(6)), ("semestrale", Frequency(2)), ("semestrali", Frequency(2)),
    ("semestralmente", Frequency(2)), ("semestre", Stretch(6)), ("semestri", Stretch(6)), ("sep", ShortMonth(9)),
    ("sept", ShortMonth(9)), ("september", Month(9)), ("sessanta", Number(60)), ("sesti", Share(0)),
    ("sesto", Share(0)), ("set", ShortMonth(9)), ("sett", ShortMonth(9)), ("settanta", Number(70)),
    ("sette", Number(7)), ("settembre", Month(9)), ("settimana", Unit(Measure::Weeks)), ("settimanale", Frequency(52)),
    ("settimanali", Frequency(52)), ("settimanalmente", Frequency(52)), ("settimane", Unit(Measure::Weeks)),
    ("seven", Number(7)), ("seventeen", Number(17)), ("seventy", Number(70)), ("sezione", Ref), ("si", Si),
    ("sino", Fino), ("six", Number(6)), ("sixteen", Number(16)), ("sixty", Number(60)),
    ("slittata", Standing(Withdrawal::Postponed)), ("slittato", Standing(Withdrawal::Postponed)),
    ("smaller", Inferiore), ("soppressa", Standing(Withdrawal::StruckOut)),
    ("soppresso", Standing(Withdrawal::StruckOut)), ("sopra", Oltre), ("sospensione", Standing(Withdrawal::Suspended)),
    ("sospesa", Standing(Withdrawal::Suspended)), ("sospese", Standing(Withdrawal::Suspended)),
    ("sospesi", Standing(Withdrawal::Suspended)), ("sospeso", Standing(Withdrawal::Suspended)), ("sotto", Inferiore),
    ("sottoscritta", Done), ("sottoscritto", Done), ("spesa", Falling), ("spese", Falling), ("stabilire", Define),
    ("stabilirsi", Define), ("start", Inizio), ("step", Ref), ("stimare", Define), ("storico", Start),
    ("stralciata", Standing(Withdrawal::StruckOut)), ("stralciate", Standing(Withdrawal::StruckOut)),
    ("stralciati", Standing(Withdrawal::StruckOut)), ("stralciato", Standing(Withdrawal::StruckOut)),
    ("stralcio", Standing(Withdrawal::StruckOut)), ("struck", Standing(Withdrawal::StruckOut)), ("su", Su),
    ("successiva", Following), ("successivo", Following), ("sul", Su), ("sull", Su), ("sulla", Su), ("supera", Oltre),
    ("superando", Oltre), ("superare", Oltre), ("superi", Oltre), ("superiore", Superiore), ("superiori", Superiore),
    ("suspended", Standing(Withdrawal::Suspended)), ("svolta", Done), ("svolte", Done), ("svolti", Done),
    ("svolto", Done), ("tab", Ref), ("tabella", Ref), ("target", Label), ("tba", Tbd), ("tbd", Tbd), ("tempi", Falling),
    ("tempistica", Falling), ("tempistiche", Falling), ("tempo", Falling), ("ten", Number(10)), ("termine", Due),
    ("termini", Due), ("terza", Share(3)), ("terzi", Share(3)), ("terzo", Share(3)), ("than", Di), ("the", Article),
    ("third", Ordinal(3)), ("thirds", Share(3)), ("thirteen", Number(13)), ("thirty", Number(30)),
    ("thousand", Scale(1_000)), ("three", Number(3)), ("time", Volta), ("times", Volta), ("to", A), ("totalita", Total),
    ("tra", Tra), ("trasmessa", Done), ("trasmesso", Done), ("tre", Number(3)), ("tredici", Number(13)),
    ("trenta", Number(30)), ("trentina", Share(0)), ("trim", Stretch(3)), ("trimestrale", Frequency(4)),
    ("trimestrali", Frequency(4)), ("trimestralmente", Frequency(4)), ("trimestre", Stretch(3)),
    ("trimestri", Stretch(3)), ("tutta", Total), ("tutte", Total), ("tutti", Total), ("tutto", Total),
    ("twelve", Number(12)), ("twenty", Number(20)), ("twice", Number(2)), ("two", Number(2)), ("uguale", Uguale),
    ("uguali", Uguale), ("ultima", Ordinal(9)), ("ultimo", Ordinal(9)), ("ultra", Age), ("un", Number(1)),
    ("una", Number(1)), ("under", Age), ("underway", Underway), ("undici", Number(11)), ("uno", Number(1)),
    ("up", Fino), ("valore", Label), ("value", Label), ("variazione", Change(Direction::Either)),
    ("variazioni", Change(Direction::Either)), ("venti", Number(20)), ("ventina", Share(0)), ("versione", Ref),
    ("versus", Rispetto), ("volta", Volta), ("volte", Volta), ("vs", Rispetto), ("week", Unit(Measure::Weeks)),
    ("weekly", Frequency(52)), ("weeks", Unit(Measure::Weeks)), ("which", Cui), ("with", Con), ("within", Entro),
    ("year", Anno), ("yearly", Frequency(1)), ("years", Unit(Measure::Years)), ("yes", Si), ("yet", Ancora),
    ("zero", Number(0)), ("zona", Ref),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order_and_the_longest_fits() {
        assert!(TABLE.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(TABLE.iter().map(|(word, _)| word.len()).max(), Some(LONGEST));
    }

    #[test]
    fn every_word_is_found_soon_and_no_other() {
        for (known, word) in TABLE {
            assert_eq!(look_up(known.as_bytes()), Some(*word), "{known}");
        }
        for unknown in ["", "almen", "almenoo", "operatori", "zzz"] {
            assert_eq!(look_up(unknown.as_bytes()), None, "{unknown}");
        }
        let taken: Vec<_> = PLACES.iter().map(|place| *place != FREE).collect();
        let longest = taken.split(|taken| !taken).map(<[bool]>::len).max();
        assert!(longest < Some(24) && taken.iter().filter(|taken| **taken).count() * 2 < SLOTS, "{longest:?}");
    }
}
