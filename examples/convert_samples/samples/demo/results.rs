//! What is invented: offices, and results, judgements and causes for the steps due in the first year.

use traguardo::plan::{Cause, Forecast};

use Cause::{External, Internal};
use Forecast::{AtRisk, Reachable, Unreachable};

/// What is invented for one step.
pub struct Invented {
    /// The code of the step.
    pub step: &'static str,
    /// The result at the end of the year, in words.
    pub result: &'static str,
    /// State, forecast and note on 31 July.
    pub in_july: Option<(&'static str, Forecast, &'static str)>,
    /// The act that proves the result.
    pub evidence: &'static str,
    /// Percent granted, reason and author.
    pub judgement: Option<(u8, &'static str, &'static str)>,
    /// Why the target was missed.
    pub deviation: Option<(Cause, &'static str)>,
    /// Why the year does not count.
    pub standing: Option<(Aside, &'static str)>,
    /// Anything else.
    pub note: &'static str,
}

/// What takes a step out of the year.
#[derive(Clone, Copy)]
pub enum Aside {
    /// Stopped for now.
    Suspended,
    /// Moved to the year after.
    NextYear,
}

const NOTHING: Invented = Invented {
    step: "",
    result: "",
    in_july: None,
    evidence: "",
    judgement: None,
    deviation: None,
    standing: None,
    note: "",
};

/// Ids and names.
pub const OFFICES: [(&str, &str); 8] = [
    ("direzione", "Direzione"),
    ("amministrazione", "Amministrazione e ragioneria"),
    ("personale", "Ufficio Personale e sicurezza"),
    ("informatica", "Sistemi informativi"),
    ("progetti", "Ufficio Progetti"),
    ("sociale", "Servizio sociale territoriale"),
    ("sil", "Servizio inserimenti lavorativi (SIL)"),
    ("sai", "Gruppo di lavoro S.A.I."),
];

/// The offices of each step, by the beginning of its code; the longest beginning decides.
pub const SERVING: [(&str, &[&str]); 22] = [
    ("A.", &["sociale", "sil"]),
    ("B.", &["sai"]),
    ("B.4", &["sai", "amministrazione"]),
    ("C.1", &["personale"]),
    ("C.2", &["amministrazione"]),
    ("D.", &["progetti", "sociale"]),
    ("E.", &["progetti", "sociale"]),
    ("F.", &["progetti", "sociale"]),
    ("G.", &["progetti"]),
    ("H.", &["progetti"]),
    ("H.4", &["sociale", "sil"]),
    ("1.1", &["direzione"]),
    ("1.2", &["informatica"]),
    ("1.2.2", &["amministrazione"]),
    ("1.3", &["amministrazione"]),
    ("1.3.1", &["informatica"]),
    ("1.4", &["personale"]),
    ("1.5", &["amministrazione"]),
    ("1.6", &["personale"]),
    ("1.7", &["amministrazione"]),
    ("2.", &["sociale"]),
    ("2.1.1", &["sociale", "sil"]),
];

/// On time, late, in part, under way, unknown, judged, suspended, postponed and still awaited.
pub const INVENTED: [Invented; 39] = [
    Invented {
        step: "A.1",
        result: "43%",
        in_july: Some(("43%", Reachable, "")),
        evidence: "Relazione semestrale del 10/07/2023",
        ..NOTHING
    },
    Invented {
        step: "A.2",
        result: "69%",
        in_july: Some(("48%", AtRisk, "Due mesi senza reperibilità notturna")),
        evidence: "Relazione annuale del 22/12/2023",
        deviation: Some((External, "Il fornitore ha coperto la reperibilità notturna solo da settembre")),
        ..NOTHING
    },
    Invented {
        step: "B.1",
        result: "Sì, il 22/06/2023",
        in_july: Some(("Sì, il 22/06/2023", Reachable, "")),
        evidence: "Deliberazione dell'Assemblea consortile del 22/06/2023",
        ..NOTHING
    },
    Invented {
        step: "B.2",
        result: "Sì, il 29/06/2023",
        in_july: Some(("Sì, il 29/06/2023", Reachable, "")),
        evidence: "Ricevuta del portale",
        ..NOTHING
    },
    Invented {
        step: "B.3",
        result: "Sì, il 28/07/2023",
        in_july: Some(("Sì, il 28/07/2023", Reachable, "")),
        evidence: "Certificazione del revisore",
        ..NOTHING
    },
    Invented {
        step: "B.4",
        result: "12/10/2023",
        in_july: Some(("In corso", Reachable, "Avviso pubblicato il 20/07/2023")),
        evidence: "Determinazione del 12/10/2023",
        deviation: Some((External, "Richieste di chiarimento dei partecipanti oltre il previsto")),
        ..NOTHING
    },
    Invented { step: "B.5", result: "28/11/2023", in_july: Some(("In corso", Reachable, "")), ..NOTHING },
    Invented {
        step: "B.6",
        result: "In corso",
        in_july: Some(("", AtRisk, "Dipende dalla chiusura della selezione")),
        deviation: Some((External, "Tavoli di co-progettazione avviati in ritardo rispetto alla selezione")),
        note: "Chiusura prevista a gennaio 2024",
        ..NOTHING
    },
    Invented {
        step: "B.7",
        result: "Verifica del Servizio centrale con due rilievi di modesta entità, nessuna sanzione",
        in_july: Some(("Verifica programmata per ottobre", Reachable, "")),
        evidence: "Verbale di verifica del 19/10/2023",
        judgement: Some((90, "Due rilievi formali, sanati entro l'anno", "Organismo di valutazione")),
        ..NOTHING
    },
    Invented {
        step: "C.1",
        result: "Sì, il 18/12/2023",
        in_july: Some(("In corso", Reachable, "Aperto il confronto sindacale")),
        evidence: "Preintesa del 18/12/2023",
        ..NOTHING
    },
    Invented {
        step: "C.2",
        in_july: Some(("Non avviato", AtRisk, "")),
        standing: Some((Aside::Suspended, "In attesa delle indicazioni applicative sul nuovo Codice dei contratti")),
        ..NOTHING
    },
    Invented {
        step: "D.1",
        result: "27/06/2023",
        in_july: Some(("27/06/2023", Reachable, "")),
        evidence: "Determinazione del 27/06/2023",
        ..NOTHING
    },
    Invented {
        step: "D.2",
        result: "25/10/2023",
        in_july: Some(("In corso", AtRisk, "Bozza inviata all'ASL il 05/07/2023")),
        evidence: "Convenzione sottoscritta il 25/10/2023",
        deviation: Some((External, "Tempi di approvazione dell'ASL")),
        ..NOTHING
    },
    Invented {
        step: "E.1",
        result: "13%",
        in_july: Some(("5%", Unreachable, "Solo quattro progetti individuali avviati")),
        evidence: "Relazione annuale del 20/12/2023",
        deviation: Some((Internal, "Carenza di assistenti sociali per le valutazioni domiciliari fino a settembre")),
        ..NOTHING
    },
    Invented {
        step: "F.1",
        result: "29/09/2023",
        in_july: Some(("In corso", Reachable, "")),
        evidence: "Determinazione del 29/09/2023",
        ..NOTHING
    },
    Invented {
        step: "G.1",
        result: "In corso",
        in_july: Some(("In corso", Reachable, "Supervisione avviata a maggio")),
        note: "La relazione sarà presentata al primo CdA del 2024",
        ..NOTHING
    },
    Invented {
        step: "H.1",
        result: "15/09/2023",
        in_july: Some(("In corso", Reachable, "")),
        evidence: "Convenzione sottoscritta il 15/09/2023",
        ..NOTHING
    },
    Invented {
        step: "H.2",
        result: "Lavori eseguiti in uno dei due immobili",
        in_july: Some(("Non avviato", AtRisk, "Cantiere previsto da settembre")),
        judgement: Some((50, "Un immobile su due è completato", "Direttore")),
        deviation: Some((External, "Ritardo nelle forniture degli impianti")),
        ..NOTHING
    },
    Invented { step: "H.3", in_july: Some(("", AtRisk, "")), ..NOTHING },
    Invented {
        step: "H.4",
        in_july: Some(("", Unreachable, "Dipende dalla fine dei lavori")),
        standing: Some((Aside::NextYear, "Gli alloggi saranno disponibili nella primavera del 2024")),
        ..NOTHING
    },
    Invented { step: "1.1.1", result: "31/10/2023", in_july: Some(("In corso", Reachable, "")), ..NOTHING },
    Invented {
        step: "1.2.1",
        result: "Sì, il 26/07/2023",
        in_july: Some(("Sì, il 26/07/2023", Reachable, "")),
        evidence: "Circolare interna del 26/07/2023",
        ..NOTHING
    },
    Invented {
        step: "1.2.3",
        result: "n.d.",
        in_july: Some(("In corso", Reachable, "")),
        note: "Il conservatore non ha ancora comunicato lo spazio occupato",
        ..NOTHING
    },
    Invented { step: "1.2.4", result: "15/12/2023", in_july: Some(("In corso", Reachable, "")), ..NOTHING },
    Invented {
        step: "1.2.5",
        result: "NO",
        in_july: Some(("In corso", AtRisk, "")),
        deviation: Some((Internal, "Formazione degli operatori rinviata per carichi di lavoro")),
        ..NOTHING
    },
    Invented {
        step: "1.2.6",
        result: "30/05/2023",
        in_july: Some(("30/05/2023", Reachable, "")),
        evidence: "Ordine di acquisto del 30/05/2023",
        ..NOTHING
    },
    Invented { step: "1.3.1", result: "21/12/2023", in_july: Some(("In corso", Reachable, "18 pc su 25")), ..NOTHING },
    Invented { step: "1.3.2", in_july: Some(("In corso", Reachable, "")), ..NOTHING },
    Invented {
        step: "1.4.1",
        result: "14/07/2023",
        in_july: Some(("14/07/2023", Reachable, "")),
        evidence: "Verbali delle prove di evacuazione",
        deviation: Some((Internal, "Prova di una sede territoriale spostata di due settimane")),
        ..NOTHING
    },
    Invented {
        step: "1.4.2",
        result: "81%",
        in_july: Some(("81%", AtRisk, "Sessione di recupero da fissare")),
        evidence: "Registro dei certificati",
        deviation: Some((Internal, "Assenze prolungate; una sessione di recupero non è stata fissata")),
        ..NOTHING
    },
    Invented {
        step: "1.5.1",
        result: "100%",
        in_july: Some(("100%", Reachable, "")),
        evidence: "Verbali dell'organo di revisione",
        ..NOTHING
    },
    Invented {
        step: "1.6.1",
        result: "19/06/2023",
        in_july: Some(("19/06/2023", Reachable, "")),
        evidence: "Verbale del CdA del 19/06/2023",
        ..NOTHING
    },
    Invented {
        step: "1.7.1",
        result: "Relazione presentata al CdA il 20/12/2023; una rendicontazione integrata su richiesta",
        in_july: Some(("In corso", Reachable, "")),
        evidence: "Verbale del CdA del 20/12/2023",
        judgement: Some((85, "Un'integrazione richiesta, senza conseguenze", "Organismo di valutazione")),
        ..NOTHING
    },
    Invented { step: "2.1.1", result: "30/06/2023", in_july: Some(("30/06/2023", Reachable, "")), ..NOTHING },
    Invented {
        step: "2.1.2",
        result: "74%",
        in_july: Some(("74%", Reachable, "")),
        evidence: "Fogli presenza degli incontri",
        ..NOTHING
    },
    Invented { step: "2.1.3", in_july: Some(("In corso", Reachable, "")), ..NOTHING },
    Invented {
        step: "2.2.1",
        result: "31/07/2023",
        in_july: Some(("31/07/2023", Reachable, "")),
        evidence: "Rendiconti trimestrali trasmessi all'INPS",
        ..NOTHING
    },
    Invented {
        step: "2.3.1",
        result: "10/11/2023",
        in_july: Some(("In corso", Reachable, "")),
        evidence: "Verbale del CdA del 10/11/2023",
        deviation: Some((External, "Dati di due Comuni pervenuti a fine ottobre")),
        ..NOTHING
    },
    Invented {
        step: "2.5.1",
        result: "Relazione presentata al CdA il 20/12/2023; tre reclami, tutti risolti",
        evidence: "Verbale del CdA del 20/12/2023",
        judgement: Some((88, "Tre reclami risolti entro trenta giorni", "Organismo di valutazione")),
        ..NOTHING
    },
];
