//! Headings of objectives, of the goals above them, and of an objective's own fields.

use super::Meaning;

/// What a row, or a labelled cell, says of an objective or a goal.
pub(super) const OBJECTIVES: &[(Meaning, &[&str])] = {
    use Meaning::*;
    &[
        (
            ObjectiveCode,
            &[
                "cod|codice|n|nr|num|numero|id|rif obiettiv*",
                "obiettiv* n|nr|num|cod|codice|id",
                "cod|codice|n obiettiv* operativ*|performance",
            ],
        ),
        (
            Objective,
            &[
                "obiettiv*",
                "obiettiv* ~di operativ*|performance|gestional*|esecutiv*|specific*|annual*|peg|organizzativ*|struttura|piao|processo|servizio|dettaglio",
                "titolo|descrizione|denominazione|nome|oggetto obiettiv* ~operativ*|performance|gestional*|esecutiv*|specific*|annual*|peg",
                "declinazion* obiettiv*",
                "objective",
                "scheda",
                "progetto",
                "obiettivo esecutivo",
                "descrizione sintetica obiettiv*",
            ],
        ),
        (
            Goal,
            &[
                "obiettiv* strategic* ~triennal*|pluriennal*|operativ*",
                "area|aree|ambit*|line*|indirizz*|asse|assi|priorita|politic*|dimension* strategic*|mandato|intervento|azione|performance",
                "ambit*",
                "finalita",
                "mission*",
                "programm*",
                "missione programma",
                "macro obiettiv*|area",
                "macroobiettiv*|macroarea|macroambito",
                "obiettiv* general*|mandato|triennal*|pluriennal*",
                "politic*",
                "titolo|descrizione|denominazione obiettiv* strategic*",
                "obiettiv* valore pubblico",
                "outcome obiettiv*",
                "goal strategico",
            ],
        ),
        (ServedBy, &["obiettiv* performance|peg|operativ* collegat*", "obiettiv* figli|discendenti|sottostanti"]),
        (Kind, &["tipo|tipologia ~obiettiv*|scheda", "natura obiettiv*"]),
        (
            Reference,
            &[
                "obiettiv* piano programma",
                "obiettiv* dup|bilancio",
                "documento programmazione",
                "riferimento dup|piano|programma|documento",
                "rif dup",
                "collegamento dup|piano|documenti",
            ],
        ),
        (
            OtherServices,
            &[
                "altri|altre|altro serviz*|uffici*|struttur*|settor*|aree|area|ufficio|soggetti|unita|enti ~organizzativ* ~coinvolt*|interessat*",
                "serviz*|uffici*|struttur*|settori|soggetti coinvolt*|interessat*",
                "collaborazion*",
                "altri coinvolt*",
                "uffici trasversali",
            ],
        ),
        (
            StaffGroups,
            &[
                "categori* operator* ~coinvolt*",
                "personale ~coinvolt*|assegnat*|dedicato|impiegato",
                "risors* uman* ~assegnat*|coinvolt*|impiegat*|dedicat*",
                "operator* coinvolt*",
                "grupp* lavoro",
                "dipendenti coinvolti|assegnati",
                "figure professionali ~coinvolt*",
            ],
        ),
        (
            Stakeholders,
            &[
                "stakeholder*",
                "stakeholder*|portator* ~interess* ~coinvolt*|riferimento|esterni",
                "destinatar*",
                "beneficiar*",
                "utenti destinatari|finali",
                "target utenza|utenti",
            ],
        ),
        (PublicValue, &["dimension* valore pubblico", "valore pubblico ~generato|atteso", "dimension* performance"]),
        (
            FirstYear,
            &["anno primo inserimento ~piao|piano", "anno inserimento|inizio|avvio", "primo anno inserimento|piano"],
        ),
        (
            SituationCurrent,
            &["situazion* attual*|partenza|inizial*|esistente", "contesto", "stato arte|attuale", "analisi contesto"],
        ),
        (
            CriticalPoints,
            &[
                "criticita",
                "punti critici|debolezza|attenzione",
                "problem*",
                "bisogn* ~rilevat*",
                "criticita rilevat*|riscontrat*",
            ],
        ),
        (
            BenefitsExpected,
            &[
                "situazion* attes*|desiderat*|futura",
                "benefic* attes*",
                "benefic*",
                "risultat* finale atteso obiettivo",
            ],
        ),
        (Advantages, &["vantagg*", "vantagg* ~attesi ~cittadin* ~ente|utenti|collettivita"]),
        (
            MethodActions,
            &[
                "descrizion* sintetica azion*",
                "modalita attuazion*|realizzazion*|operativ*",
                "metodologia",
                "percorso metodo ~general*",
                "metodo general*",
                "sintesi azion*|attivita",
            ],
        ),
        (
            Costs,
            &[
                "cost*",
                "risors* finanziari*|economic*|strumental*",
                "budget ~assegnat*",
                "cost* ~previst*|stimat*|risorse",
                "spesa ~prevista",
            ],
        ),
        (
            OverallIndicator,
            &["indicator* general* raggiungimento", "indicator* sintetic*|complessiv*|general* ~obiettiv*|scheda"],
        ),
        (
            LinkedGoals,
            &[
                "obiettiv* strategic* ~operativ* collegat*|correlat*",
                "obiettiv* collegat*|correlat*|padre",
                "collegamento obiettiv* strategic*",
                "cod|codice obiettiv* strategic*",
            ],
        ),
        (Areas, &["aree|area strategic* riferimento", "area|aree|ambito riferimento"]),
        (
            Share,
            &[
                "incidenz* obiettiv* ~piao|piano",
                "peso|percentuale obiettiv* ~piao|piano",
                "peso obiettiv*",
                "pesatura obiettiv*",
                "obiettiv* piao",
                "perc obiettiv* ~piao",
            ],
        ),
    ]
};
