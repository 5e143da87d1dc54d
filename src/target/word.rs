//! The words the grammar knows, Italian and English together, without accents or capitals. All others only describe.

use Word::*;

/// What a word does in the grammar; the Italian word names the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// `a`, `al`, `alla`, `to`.
    A,
    /// `almeno`.
    Almeno,
    /// `at`, of `at least`.
    At,
    /// `ancora`, `yet`.
    Ancora,
    /// `anno`, `year`.
    Anno,
    /// `il`, `la`, `the`.
    Article,
    /// `disponibile`, `rilevato`: after a negation, looked for and not found.
    Available,
    /// `be`, of `to be defined`.
    Be,
    /// `by` a day.
    By,
    /// `incremento`, `ridurre`, `punti percentuali`: the number is a difference.
    Change,
    /// `circa`, `about`.
    Circa,
    /// `corrente`, `current`.
    Corrente,
    /// `corso`, of `in corso`.
    Corso,
    /// `da`.
    Da,
    /// `data`.
    Data,
    /// `definire`, `stabilire`, `stimare`.
    Define,
    /// `di`, `del`, `of`, `than`.
    Di,
    /// `fatto`, `adottato`, `completato`.
    Done,
    /// `e`, `and`.
    E,
    /// `entro` a day, or a number of days.
    Entro,
    /// `euro`.
    Euro,
    /// `ritardo`, `reclami`, `tempi`, `costi`: less of it is better, or may be.
    Falling,
    /// `fine`, of `entro fine anno`.
    Fine,
    /// `fino`, of `fino a`.
    Fino,
    /// `trimestrale`, `ogni`: how often, or once for each.
    Frequency,
    /// `in`, `nel`.
    In,
    /// `inferiore`, `minore`.
    Inferiore,
    /// `inizio`.
    Inizio,
    /// `least`.
    Least,
    /// `massimo`, `max`.
    Massimo,
    /// `meno`, `less`.
    Meno,
    /// `minimo`, `min`.
    Minimo,
    /// The name of a month, 1 to 12.
    Month(u8),
    /// `most`.
    Most,
    /// `n`, `numero`.
    N,
    /// `no`.
    No,
    /// `non`, `not`.
    Non,
    /// A number in letters.
    Number(u8),
    /// `o`, `or`.
    O,
    /// `oltre`, `over`.
    Oltre,
    /// `per`, of `per cento`.
    Per,
    /// `percento`, `percent`.
    Percent,
    /// `mese`, `settimana`: one stretch of time, a unit or, in `al mese`, a frequency.
    Period,
    /// `più`, `more`.
    Piu,
    /// `primi`, of `nei primi 3 mesi`.
    Primi,
    /// `rispetto`, of `rispetto al 2023`.
    Rispetto,
    /// `mila`, `milioni`: multiplies the number before it.
    Scale,
    /// `terzo`, `metà`, `decina`: not the number it follows.
    Share,
    /// `gen`, `sept`: the name of a month, cut short.
    ShortMonth(u8),
    /// `sì`, `yes`.
    Si,
    /// `posticipato`, `sospeso`: says why nothing is due.
    Standing,
    /// `su`, `out` of.
    Su,
    /// `superiore`, `maggiore`.
    Superiore,
    /// `tbd`.
    Tbd,
    /// `tutti`, `ciascuno`.
    Total,
    /// `uguale`, `pari`.
    Uguale,
    /// `nd`.
    Unavailable,
    /// `ongoing`.
    Underway,
    /// `giorni`, `mesi`: a number of them is a duration.
    Unit,
    /// Any other word.
    Other,
}

/// The longest word in the table, in letters.
pub(super) const LONGEST: usize = 15;

/// In alphabetical order, to be searched by halves.
#[rustfmt::skip]
const TABLE: &[(&str, Word)] = &[
    ("a", A), ("abbandoni", Falling), ("abbandono", Falling), ("about", Circa), ("achieved", Done), ("ad", A),
    ("adopted", Done), ("adottata", Done), ("adottate", Done), ("adottati", Done), ("adottato", Done), ("agli", A),
    ("ago", ShortMonth(8)), ("agosto", Month(8)), ("agreed", Define), ("ai", A), ("al", A), ("all", A), ("alla", A),
    ("alle", A), ("allo", A), ("almeno", Almeno), ("ancora", Ancora), ("and", E), ("anni", Unit), ("anno", Anno),
    ("annualmente", Frequency), ("annullata", Standing), ("annullate", Standing), ("annullati", Standing),
    ("annullato", Standing), ("approvata", Done), ("approvate", Done), ("approvati", Done), ("approvato", Done),
    ("approved", Done), ("approximately", Circa), ("apr", ShortMonth(4)), ("april", Month(4)), ("aprile", Month(4)),
    ("assenteismo", Falling), ("assenza", Falling), ("assenze", Falling), ("at", At), ("attesa", Falling),
    ("attivata", Done), ("attivate", Done), ("attivati", Done), ("attivato", Done), ("aug", ShortMonth(8)),
    ("august", Month(8)), ("aumentare", Change), ("aumenti", Change), ("aumento", Change), ("available", Available),
    ("avviata", Done), ("avviate", Done), ("avviati", Done), ("avviato", Done), ("be", Be), ("biennale", Frequency),
    ("biennali", Frequency), ("bimensile", Frequency), ("bimensili", Frequency), ("bimestrale", Frequency),
    ("bimestrali", Frequency), ("bimestralmente", Frequency), ("bimestre", Period), ("by", By), ("ca", Circa),
    ("calo", Change), ("cancelled", Standing), ("centinaia", Share), ("centinaio", Share), ("cento", Number(100)),
    ("ciascun", Total), ("ciascuna", Total), ("ciascuno", Total), ("cinquanta", Number(50)), ("cinquantina", Share),
    ("cinque", Number(5)), ("circa", Circa), ("compared", Rispetto), ("complaints", Falling), ("completata", Done),
    ("completate", Done), ("completati", Done), ("completato", Done), ("completed", Done), ("conclusa", Done),
    ("concluse", Done), ("conclusi", Done), ("concluso", Done), ("concordare", Define), ("conseguita", Done),
    ("conseguite", Done), ("conseguiti", Done), ("conseguito", Done), ("contenziosi", Falling),
    ("contenzioso", Falling), ("corrente", Corrente), ("corso", Corso), ("cost", Falling), ("costi", Falling),
    ("costo", Falling), ("costs", Falling), ("crescita", Change), ("current", Corrente), ("d", Di), ("da", Da),
    ("daily", Frequency), ("data", Data), ("day", Period), ("days", Unit), ("dec", ShortMonth(12)),
    ("december", Month(12)), ("decimi", Share), ("decimo", Share), ("decina", Share), ("decine", Share),
    ("decrease", Change), ("decreased", Change), ("defined", Define), ("definire", Define), ("degli", Di),
    ("dei", Di), ("del", Di), ("delay", Falling), ("delays", Falling), ("dell", Di), ("della", Di), ("delle", Di),
    ("dello", Di), ("determinare", Define), ("determined", Define), ("di", Di), ("dic", ShortMonth(12)),
    ("dicembre", Month(12)), ("diciannove", Number(19)), ("diciassette", Number(17)), ("diciotto", Number(18)),
    ("dieci", Number(10)), ("diminuire", Change), ("diminuzione", Change), ("disponibile", Available),
    ("disponibili", Available), ("dodici", Number(12)), ("done", Done), ("dozen", Share), ("dozzina", Share),
    ("dropout", Falling), ("due", Number(2)), ("during", In), ("e", E), ("each", Frequency), ("ed", E),
    ("effettuata", Done), ("effettuate", Done), ("effettuati", Done), ("effettuato", Done), ("eight", Number(8)),
    ("eighteen", Number(18)), ("eighty", Number(80)), ("eleven", Number(11)), ("end", Fine), ("entro", Entro),
    ("equal", Uguale), ("errore", Falling), ("errori", Falling), ("errors", Falling), ("eseguita", Done),
    ("eseguite", Done), ("eseguiti", Done), ("eseguito", Done), ("estimated", Define), ("eur", Euro), ("euro", Euro),
    ("every", Frequency), ("fatta", Done), ("fatte", Done), ("fatti", Done), ("fatto", Done), ("feb", ShortMonth(2)),
    ("febbraio", Month(2)), ("february", Month(2)), ("fewer", Meno), ("fifteen", Number(15)), ("fifty", Number(50)),
    ("fine", Fine), ("fino", Fino), ("first", Primi), ("five", Number(5)), ("forty", Number(40)), ("four", Number(4)),
    ("fourteen", Number(14)), ("gen", ShortMonth(1)), ("gennaio", Month(1)), ("gg", Unit), ("giornaliera", Frequency),
    ("giornaliere", Frequency), ("giornalieri", Frequency), ("giornaliero", Frequency), ("giorni", Unit),
    ("giorno", Period), ("giu", ShortMonth(6)), ("giugno", Month(6)), ("gli", Article), ("greater", Superiore),
    ("growth", Change), ("h", Unit), ("half", Share), ("higher", Superiore), ("hour", Period), ("hours", Unit),
    ("hundred", Number(100)), ("i", Article), ("il", Article), ("improve", Change), ("improvement", Change),
    ("in", In), ("increase", Change), ("increased", Change), ("incrementare", Change), ("incrementi", Change),
    ("incremento", Change), ("individuare", Define), ("inferiore", Inferiore), ("inferiori", Inferiore),
    ("inizio", Inizio), ("insoluti", Falling), ("insoluto", Falling), ("jan", ShortMonth(1)), ("january", Month(1)),
    ("jul", ShortMonth(7)), ("july", Month(7)), ("jun", ShortMonth(6)), ("june", Month(6)), ("l", Article),
    ("la", Article), ("le", Article), ("least", Least), ("less", Meno), ("lo", Article), ("lower", Inferiore),
    ("lug", ShortMonth(7)), ("luglio", Month(7)), ("mag", ShortMonth(5)), ("maggio", Month(5)),
    ("maggiore", Superiore), ("maggiori", Superiore), ("mancata", Falling), ("mancate", Falling),
    ("mancati", Falling), ("mancato", Falling), ("mar", ShortMonth(3)), ("march", Month(3)), ("marzo", Month(3)),
    ("massima", Massimo), ("massimo", Massimo), ("max", Massimo), ("maximum", Massimo), ("may", Month(5)),
    ("meno", Meno), ("mensile", Frequency), ("mensili", Frequency), ("mensilmente", Frequency), ("mese", Period),
    ("mesi", Unit), ("meta", Share), ("mezza", Share), ("mezzo", Share), ("miglioramento", Change),
    ("migliorare", Change), ("mila", Scale), ("miliardi", Scale), ("miliardo", Scale), ("milione", Scale),
    ("milioni", Scale), ("million", Scale), ("min", Minimo), ("minima", Minimo), ("minimo", Minimo),
    ("minimum", Minimo), ("minore", Inferiore), ("minori", Inferiore), ("minutes", Unit), ("minuti", Unit),
    ("minuto", Period), ("mln", Scale), ("month", Period), ("monthly", Frequency), ("months", Unit), ("more", Piu),
    ("morosita", Falling), ("most", Most), ("n", N), ("nd", Unavailable), ("nei", In), ("nel", In), ("nell", In),
    ("nella", In), ("nello", In), ("nessun", Number(0)), ("nessuna", Number(0)), ("nessuno", Number(0)),
    ("nine", Number(9)), ("nineteen", Number(19)), ("ninety", Number(90)), ("no", No), ("non", Non),
    ("none", Number(0)), ("not", Non), ("nov", ShortMonth(11)), ("novanta", Number(90)), ("nove", Number(9)),
    ("november", Month(11)), ("novembre", Month(11)), ("nr", N), ("num", N), ("numero", N), ("o", O),
    ("oct", ShortMonth(10)), ("october", Month(10)), ("od", O), ("of", Di), ("ogni", Frequency), ("oltre", Oltre),
    ("on", In), ("one", Number(1)), ("ongoing", Underway), ("or", O), ("ora", Period), ("ore", Unit),
    ("ott", ShortMonth(10)), ("ottanta", Number(80)), ("otto", Number(8)), ("ottobre", Month(10)), ("out", Su),
    ("over", Oltre), ("pari", Uguale), ("per", Per), ("percent", Percent), ("percento", Percent),
    ("percentuali", Change), ("pervenuta", Available), ("pervenuto", Available), ("piu", Piu),
    ("posticipata", Standing), ("posticipate", Standing), ("posticipati", Standing), ("posticipato", Standing),
    ("postponed", Standing), ("pp", Change), ("precisare", Define), ("primi", Primi), ("progress", Corso),
    ("pubblicata", Done), ("pubblicate", Done), ("pubblicati", Done), ("pubblicato", Done),
    ("quadrimestrale", Frequency), ("quadrimestrali", Frequency), ("quadrimestre", Period), ("quantificare", Define),
    ("quaranta", Number(40)), ("quarantina", Share), ("quarter", Period), ("quarterly", Frequency), ("quarti", Share),
    ("quarto", Share), ("quattordici", Number(14)), ("quattro", Number(4)), ("quindici", Number(15)),
    ("quindicinale", Frequency), ("quindicinali", Frequency), ("quinti", Share), ("quinto", Share),
    ("quotidiana", Frequency), ("quotidianamente", Frequency), ("quotidiano", Frequency), ("raggiunta", Done),
    ("raggiunte", Done), ("raggiunti", Done), ("raggiunto", Done), ("realizzata", Done), ("realizzate", Done),
    ("realizzati", Done), ("realizzato", Done), ("reclami", Falling), ("reclamo", Falling), ("reduce", Change),
    ("reduced", Change), ("reduction", Change), ("ridurre", Change), ("riduzione", Change), ("riduzioni", Change),
    ("rilevabile", Available), ("rilevata", Available), ("rilevati", Available), ("rilevato", Available),
    ("rinunce", Falling), ("rinuncia", Falling), ("rinviata", Standing), ("rinviate", Standing),
    ("rinviati", Standing), ("rinviato", Standing), ("rispetto", Rispetto), ("ritardi", Falling),
    ("ritardo", Falling), ("scostamenti", Falling), ("scostamento", Falling), ("sedici", Number(16)),
    ("sei", Number(6)), ("semester", Period), ("semestrale", Frequency), ("semestrali", Frequency),
    ("semestralmente", Frequency), ("semestre", Period), ("sep", ShortMonth(9)), ("sept", ShortMonth(9)),
    ("september", Month(9)), ("sessanta", Number(60)), ("sesti", Share), ("sesto", Share), ("set", ShortMonth(9)),
    ("sett", ShortMonth(9)), ("settanta", Number(70)), ("sette", Number(7)), ("settembre", Month(9)),
    ("settimana", Period), ("settimanale", Frequency), ("settimanali", Frequency), ("settimanalmente", Frequency),
    ("settimane", Unit), ("seven", Number(7)), ("seventeen", Number(17)), ("seventy", Number(70)), ("si", Si),
    ("six", Number(6)), ("sixteen", Number(16)), ("sixty", Number(60)), ("smaller", Inferiore), ("sospesa", Standing),
    ("sospese", Standing), ("sospesi", Standing), ("sospeso", Standing), ("sottoscritta", Done),
    ("sottoscritto", Done), ("spesa", Falling), ("spese", Falling), ("stabilire", Define), ("stimare", Define),
    ("stralciata", Standing), ("stralciate", Standing), ("stralciati", Standing), ("stralciato", Standing),
    ("su", Su), ("superiore", Superiore), ("superiori", Superiore), ("suspended", Standing), ("svolta", Done),
    ("svolte", Done), ("svolti", Done), ("svolto", Done), ("tbd", Tbd), ("tempi", Falling), ("tempo", Falling),
    ("ten", Number(10)), ("terzi", Share), ("terzo", Share), ("than", Di), ("the", Article), ("third", Share),
    ("thirds", Share), ("thirteen", Number(13)), ("thirty", Number(30)), ("thousand", Scale), ("three", Number(3)),
    ("to", A), ("totalita", Total), ("tre", Number(3)), ("tredici", Number(13)), ("trenta", Number(30)),
    ("trentina", Share), ("trimestrale", Frequency), ("trimestrali", Frequency), ("trimestralmente", Frequency),
    ("trimestre", Period), ("tutta", Total), ("tutte", Total), ("tutti", Total), ("tutto", Total),
    ("twelve", Number(12)), ("twenty", Number(20)), ("two", Number(2)), ("uguale", Uguale), ("uguali", Uguale),
    ("un", Number(1)), ("una", Number(1)), ("underway", Underway), ("undici", Number(11)), ("uno", Number(1)),
    ("variazione", Change), ("venti", Number(20)), ("ventina", Share), ("week", Period), ("weekly", Frequency),
    ("weeks", Unit), ("within", Entro), ("year", Anno), ("yearly", Frequency), ("years", Unit), ("yes", Si),
    ("yet", Ancora), ("zero", Number(0)),
];

/// Returns what a word without accents or capitals does.
pub(super) fn word(folded: &str) -> Word {
    if folded.len() > LONGEST {
        return Word::Other;
    }
    let found = TABLE.binary_search_by(|(known, _)| (*known).cmp(folded));
    found.ok().and_then(|at| TABLE.get(at)).map_or(Word::Other, |(_, word)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_its_longest_word_fits() {
        assert!(TABLE.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!(TABLE.iter().map(|(word, _)| word.len()).max(), Some(LONGEST));
    }

    #[test]
    fn known_words_are_found_and_others_describe() {
        assert_eq!(word("almeno"), Almeno);
        assert_eq!(word("zero"), Number(0));
        assert_eq!(word("agosto"), Month(8));
        assert_eq!(word("operatori"), Word::Other);
        assert_eq!(word(""), Word::Other);
    }
}
