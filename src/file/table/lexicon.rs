//! How bodies head the columns of their tables: the words, and what they mean.
//!
//! ```text
//! pattern = word …          words of a heading, in this order, with nothing between but articles and prepositions
//! word    = alternatives    conseguit*|raggiunt*
//!         | ~alternatives   may be missing
//! stem*                     any ending: previsione, previsioni
//! ```
//!
//! The longest pattern wins; of two as long, the one above. Years, ordinals of years and words in brackets are set aside
//! before. Collected from the four published plans and from the sheets of regions, municipalities, consortia and health
//! companies; a new heading is one more line here.

/// What a heading means, before its year and its table are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Meaning {
    Code,
    ActionNumber,
    Description,
    /// An action, activity or step: what the row does.
    Deed,
    Innovative,
    ExpectedResult,
    Kpi,
    Formula,
    UnitOfMeasure,
    Source,
    Frequency,
    Polarity,
    Baseline,
    Office,
    Responsible,
    Weight,
    /// A weight that holds for one year only.
    YearWeight,
    Deadline,
    Target,
    Result,
    Evidence,
    Note,
    Objective,
    ObjectiveCode,
    Goal,
    ServedBy,
    Kind,
    Reference,
    OtherServices,
    StaffGroups,
    Stakeholders,
    PublicValue,
    FirstYear,
    SituationCurrent,
    CriticalPoints,
    BenefitsExpected,
    Advantages,
    MethodActions,
    Costs,
    OverallIndicator,
    LinkedGoals,
    Areas,
    Share,
    Computed,
}

/// Words that only join others.
pub(super) const JOINING: [&str; 43] = [
    "di", "del", "della", "dello", "dei", "degli", "delle", "dell", "d", "da", "dal", "dalla", "il", "lo", "la", "l", "gli",
    "le", "un", "una", "uno", "e", "ed", "o", "al", "alla", "allo", "ai", "agli", "alle", "all", "per", "in", "nel", "nella",
    "nell", "su", "sul", "sulla", "con", "of", "the", "and",
];

pub(super) const PATTERNS: &[(Meaning, &[&str])] = {
    use Meaning::*;
    &[
        (
            Code,
            &[
                "n", "nr", "no", "num|numero", "cod|codice|codici|code", "id", "progr|progressivo|prog", "rif|riferimento", "sigla",
                "n|nr|num|numero|cod|codice|id|rif ordine|ord|indicator*|step|fas*|scheda|azion*|attivita|progr*|riga|kpi",
                "step", "fase", "n progressivo", "indicator* n|nr|cod|codice|id", "ord", "ordine", "lettera", "ref",
            ],
        ),
        (
            ActionNumber,
            &[
                "azion* n|nr|num|numero|cod|codice|collegat*|rif|riferimento|corrispondent*", "rif|riferimento azion*",
                "attivita n|nr|num|collegat*|riferimento", "n|nr azion* collegat*|riferimento|corrispondent*",
            ],
        ),
        (
            Description,
            &[
                "descrizion*", "descr|desc|description", "indicator*", "indicatori",
                "descrizion* ~sintetic* ~indicator*|step|fas*|risultat*|kpi|misura", "denominazion* ~indicator*|step|fase|kpi",
                "titolo|nome|oggetto ~indicator*|kpi", "azion*|attivita|fase indicator*", "titolo", "oggetto", "measure",
                "indicator* ~di performance|risultat*|efficacia|efficienza|outcome|output|impatto|attivita|prestazion*|processo|realizzazion*|qualita|monitoraggio|misurazion*",
                "indicator* target", "parametr* ~misura|misurazion*|valutazion*", "cosa misura|misuriamo", "kpi indicator*",
                "indicator* performance efficacia efficienza", "indicator* valutazion*|misura|misurazion*|verifica|obiettiv*",
            ],
        ),
        (
            Deed,
            &[
                "azion*", "attivita", "intervent*", "iniziativ*", "descrizion* azion*|attivita|intervent*|fas*", "fasi",
                "fasi ~attuativ*|attuazione|operativ*|realizzazion*|lavoro", "fase ~attuativ*|operativ*",
                "azion* ~previst*|programmat*|realizzare|intraprendere|svolger*|operativ*|specific*|esecutiv*",
                "attivita ~previst*|programmat*|realizzare|svolger*|operativ*|specific*|principali", "azion* positiv*",
                "azion*|attivita fasi", "compiti", "step descrizion*", "action|activity",
            ],
        ),
        (Innovative, &["innovazion*", "innovativ*", "azion* innovativ*", "innov", "carattere innovativ*"]),
        (
            ExpectedResult,
            &[
                "risultat* attes*", "output ~attes*|previst*", "esit* attes*|previst*", "prodott* attes*|finali", "outcome ~attes*",
                "impatt* ~attes*", "finalita azion*", "risultat* finale attes*", "benefic* azion*", "cosa ci si attende|aspetta",
            ],
        ),
        (
            Kpi,
            &[
                "kpi", "key performance indicator*", "kpi key performance indicator*", "indicator* ~di fase|step|tappa|completamento",
                "criteri*|elemento|elementi verifica|accettazion*|completamento", "prodott*|documento atteso|finale",
                "evidenz* attes*|previst*|completamento", "prova realizzazion*",
            ],
        ),
        (
            Formula,
            &[
                "algoritm* ~calcolo", "formula", "formula|formule calcolo", "metod*|modalita|criteri*|regola calcolo|misurazion*|misura|computo",
                "calcolo", "rapporto", "numeratore denominatore", "definizion* operativ*|calcolo", "base calcolo",
                "come misura|calcola", "formula indicator*", "algoritm*|formula|metodo indicator*", "calculation",
            ],
        ),
        (UnitOfMeasure, &["unita misura", "um", "u m", "udm", "u d m", "unita misurazion*", "misura", "tipo dato|valore", "unit"]),
        (
            Source,
            &[
                "font*", "font* ~dat*|informativ*|rilevazion*|verifica|informazion*", "origine|provenienza dat*", "banca|banche dati",
                "sistema informativ*|rilevazion*", "strument* rilevazion*|misura|misurazion*|verifica", "source", "base dati", "font* dat* verifica",
            ],
        ),
        (
            Frequency,
            &[
                "frequenz*", "frequenz* rilevazion*|monitoraggio|misurazion*|aggiornamento", "periodicita ~rilevazion*|monitoraggio",
                "cadenza ~rilevazion*|monitoraggio", "tempi*|tempistic* rilevazion*|monitoraggio|misurazion*",
            ],
        ),
        (
            Polarity,
            &["polarita", "andamento|trend|tendenza|direzione attes*|auspicat*|desiderat*", "verso", "segno", "polarita indicator*"],
        ),
        (
            Baseline,
            &[
                "baseline", "base line", "valor*|dato|dati|livello|situazion*|punto partenza|inizial*|base|storic*|pregress*|precedent*|attual*",
                "valor*|dato|consuntiv*|risultat* anno precedente|scorso", "storico", "serie|trend storic*", "ultimo dato|valore|consuntivo ~disponibile",
                "t0", "valore riferimento", "consuntivo|risultato|valore precedente", "valore esercizio precedente",
                "target conseguito esercizio precedente", "benchmark|valore storico", "valor* anno base|precedente",
            ],
        ),
        (
            Office,
            &[
                "uffici|ufficio ~responsabil*|competent*|coinvolt*", "servizi* ~responsabil*|competent*|titolare",
                "area|aree|unita organizzativ*|operativ* ~responsabil*|competent*|coinvolt*", "struttur* ~responsabil*|competent*|coinvolt*|organizzativ*",
                "settor* ~responsabil*|competent*|coinvolt*", "centro|centri responsabilita|costo", "uo|ao|cdr|u o|a o", "direzion* ~responsabil*",
                "area ~responsabil*|competent*", "dipartiment*", "unita responsabil*", "dirigenza", "ripartizion*", "office|department",
                "posizion* organizzativ*",
            ],
        ),
        (
            Responsible,
            &[
                "responsabil*", "referent*", "resp", "responsabil* ~attuazione|obiettiv*|procediment*|dato|azion*|attivita|indicator*|scheda|progetto",
                "referent* ~progetto|obiettiv*|azion*", "dirigent* ~responsabil*|referent*", "titolar*", "soggett* responsabil*|attuator*|coinvolt*", "chi",
                "resp attuazione", "responsabil* misurazion*", "owner", "eq|po responsabil*",
            ],
        ),
        (
            Weight,
            &[
                "peso", "pesi", "peso ~percentuale|perc|relativo|attribuito|assegnato|ponderat* ~indicator*|fas*|step|azion*|obiettiv*|attivita|kpi|scheda",
                "peso step|indicator*|fase obiettiv*", "pesatur*", "ponderazion*", "incidenz*", "incidenz*|peso percentual*",
                "peso attribuito indicator*|obiettiv*", "rilevanza", "weight", "punti|punteggio massim*|attribuibil*|assegnat*", "incidenza peso",
            ],
        ),
        (YearWeight, &["peso step|indicator*|fase anno", "peso anno", "incidenza nell anno"]),
        (
            Deadline,
            &[
                "termin*", "scadenz*", "data", "data ~scadenza|fine|final*|conclusion*|termine|ultimazion*|previst*|limite|completamento ~previst*",
                "entro", "entro quando", "entro data", "temp* ~realizzazion*|attuazion*|esecuzion*|previst*|completamento", "tempistic* ~realizzazion*|attuazion*|previst*",
                "deadline", "scadenz* ~fase|previst*|final*|intermedi*|adempimento", "termin* ~previst*|ultim*|final*|conclusion*|realizzazion*|scadenza", "quando",
                "due date", "data attes*", "milestone data",
            ],
        ),
        (
            Target,
            &[
                "target", "target ~attes*|annual*|previst*|programmat*|anno|valore|assegnat*|final*", "prevision*", "valor*|livell* ~di attes*|target|obiettiv*|programmat*|previst*|raggiungere|soglia",
                "traguard*", "standard ~attes*|qualita|riferimento|previst*", "preventiv*", "programmat*", "previst*", "attes*", "obiettiv* valore|numeric*|annual*",
                "valor* atteso|previsto target", "soglia ~attes*|obiettivo|target", "goal", "tgt", "target obiettivo", "quantificazion* obiettiv*", "dato atteso|previsto",
                "prevision* iniziale|assestat*|definitiv*", "indicator* valore attes*", "risultat* programmat*|previst*", "performance programmata|attesa", "milestone",
            ],
        ),
        (
            Result,
            &[
                "risultat*", "risultat* conseguit*|raggiunt*|ottenut*|effettiv*|final*|consuntiv*|rilevat*|misurat*|realizzat*|anno|annuale", "consuntiv*",
                "valor*|livell* conseguit*|raggiunt*|consuntiv*|effettiv*|rilevat*|misurat*|final*|osservat*|realizzat*|ottenut*|registrat*",
                "dat* consuntiv*|final*|rilevat*|effettiv*|consuntivat*|realizzat*", "rendicontazion* ~final*|annual*|risultat*", "esit*", "realizzat*", "conseguit*", "raggiunt*", "actual|result",
                "verifica final*", "consuntiv* final*|anno|annual*", "target conseguito|raggiunto", "performance conseguita|effettiva|consuntivo", "stato attuazione ~finale",
                "valore consuntivo final*", "risultat* a consuntivo", "realizzazion*",
            ],
        ),
        (
            Evidence,
            &[
                "evidenz*", "document* ~comprovant*|riferimento|probatori*|prova|support*", "att* riferimento|adottat*|comprovant*", "prov*", "link ~documento|atto", "estremi atto|provvedimento",
                "riscontro|riscontri documental*", "evidenz* documental*",
            ],
        ),
        (
            Note,
            &[
                "not*", "osservazion*", "annotazion*", "comment*", "not* osservazion*|commenti|esplicativ*|metodologic*", "motivazion* ~scostament*", "caus* scostament*", "remarks",
                "giustificazion* ~scostament*", "analisi scostament*", "considerazioni", "eventuali note|osservazion*",
            ],
        ),
        (ObjectiveCode, &["cod|codice|n|nr|num|numero|id|rif obiettiv*", "obiettiv* n|nr|num|cod|codice|id", "cod|codice|n obiettiv* operativ*|performance"]),
        (
            Objective,
            &[
                "obiettiv*", "obiettiv* ~di operativ*|performance|gestional*|esecutiv*|specific*|annual*|peg|organizzativ*|struttura|piao|processo|servizio|dettaglio",
                "titolo|descrizione|denominazione|nome|oggetto obiettiv* ~operativ*|performance|gestional*|esecutiv*|specific*|annual*|peg", "declinazion* obiettiv*",
                "objective", "scheda", "progetto", "obiettivo esecutivo", "descrizione sintetica obiettiv*",
            ],
        ),
        (
            Goal,
            &[
                "obiettiv* strategic* ~triennal*|pluriennal*|operativ*", "area|aree|ambit*|line*|indirizz*|asse|assi|priorita|politic*|dimension* strategic*|mandato|intervento|azione|performance",
                "ambit*", "finalita", "mission*", "programm*", "missione programma", "macro obiettiv*|area", "macroobiettiv*|macroarea|macroambito", "obiettiv* general*|mandato|triennal*|pluriennal*", "politic*",
                "titolo|descrizione|denominazione obiettiv* strategic*", "obiettiv* valore pubblico", "outcome obiettiv*", "goal strategico",
            ],
        ),
        (ServedBy, &["obiettiv* performance|peg|operativ* collegat*", "obiettiv* figli|discendenti|sottostanti"]),
        (Kind, &["tipo|tipologia ~obiettiv*|scheda", "natura obiettiv*"]),
        (Reference, &["obiettiv* piano programma", "obiettiv* dup|bilancio", "documento programmazione", "riferimento dup|piano|programma|documento", "rif dup", "collegamento dup|piano|documenti"]),
        (
            OtherServices,
            &[
                "altri|altre|altro serviz*|uffici*|struttur*|settor*|aree|area|ufficio|soggetti|unita|enti ~organizzativ* ~coinvolt*|interessat*", "serviz*|uffici*|struttur*|settori|soggetti coinvolt*|interessat*", "collaborazion*", "altri coinvolt*",
                "uffici trasversali",
            ],
        ),
        (StaffGroups, &["categori* operator* ~coinvolt*", "personale ~coinvolt*|assegnat*|dedicato|impiegato", "risors* uman* ~assegnat*|coinvolt*|impiegat*|dedicat*", "operator* coinvolt*", "grupp* lavoro", "dipendenti coinvolti|assegnati", "figure professionali ~coinvolt*"]),
        (Stakeholders, &["stakeholder*", "stakeholder*|portator* ~interess* ~coinvolt*|riferimento|esterni", "destinatar*", "beneficiar*", "utenti destinatari|finali", "target utenza|utenti"]),
        (PublicValue, &["dimension* valore pubblico", "valore pubblico ~generato|atteso", "dimension* performance"]),
        (FirstYear, &["anno primo inserimento ~piao|piano", "anno inserimento|inizio|avvio", "primo anno inserimento|piano"]),
        (SituationCurrent, &["situazion* attual*|partenza|inizial*|esistente", "contesto", "stato arte|attuale", "analisi contesto"]),
        (CriticalPoints, &["criticita", "punti critici|debolezza|attenzione", "problem*", "bisogn* ~rilevat*", "criticita rilevat*|riscontrat*"]),
        (BenefitsExpected, &["situazion* attes*|desiderat*|futura", "benefic* attes*", "benefic*", "risultat* finale atteso obiettivo"]),
        (Advantages, &["vantagg*", "vantagg* ~attesi ~cittadin* ~ente|utenti|collettivita"]),
        (MethodActions, &["descrizion* sintetica azion*", "modalita attuazion*|realizzazion*|operativ*", "metodologia", "percorso metodo ~general*", "metodo general*", "sintesi azion*|attivita"]),
        (Costs, &["cost*", "risors* finanziari*|economic*|strumental*", "budget ~assegnat*", "cost* ~previst*|stimat*|risorse", "spesa ~prevista"]),
        (OverallIndicator, &["indicator* general* raggiungimento", "indicator* sintetic*|complessiv*|general* ~obiettiv*|scheda"]),
        (LinkedGoals, &["obiettiv* strategic* ~operativ* collegat*|correlat*", "obiettiv* collegat*|correlat*|padre", "collegamento obiettiv* strategic*", "cod|codice obiettiv* strategic*"]),
        (Areas, &["aree|area strategic* riferimento", "area|aree|ambito riferimento"]),
        (Share, &["incidenz* obiettiv* ~piao|piano", "peso|percentuale obiettiv* ~piao|piano", "peso obiettiv*", "pesatura obiettiv*", "obiettiv* piao", "perc obiettiv* ~piao"]),
        (
            Computed,
            &[
                "grad*|livello|percentual*|perc|tasso raggiungimento|conseguimento|realizzazion*|avanzamento", "raggiungimento ~obiettiv*|target|risultat*", "scostament* ~percentual*|assoluto", "delta", "punteggio ~pesat*|conseguit*|ottenut*|ponderat*|final*",
                "valutazion* ~final*", "fascia", "esito valutazion*", "stato", "semaforo", "performance percentuale", "risultato pesato|ponderato", "grado raggiungimento pesato", "variazion* ~percentual*",
            ],
        ),
    ]
};
