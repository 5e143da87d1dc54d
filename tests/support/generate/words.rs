//! The words of generated plans, in the manner of real ones.

use traguardo::plan::Year;

use super::dice::Dice;

pub const VERBS: &[&str] = &[
    "Potenziare",
    "Garantire",
    "Riorganizzare",
    "Sviluppare",
    "Semplificare",
    "Monitorare",
    "Consolidare",
    "Estendere",
];
pub const SERVICES: &[&str] = &[
    "il segretariato sociale",
    "l'assistenza domiciliare",
    "il pronto intervento sociale",
    "l'accoglienza dei minori",
    "i centri diurni per persone con disabilità",
    "il sostegno alla genitorialità",
    "l'affidamento familiare",
    "la vita indipendente",
    "il contrasto alla povertà",
    "la protezione giuridica",
    "i servizi per gli anziani",
];
pub const WHERE: &[&str] = &[
    "in tutti i comuni del distretto",
    "con gli enti del terzo settore",
    "per le famiglie con figli minori",
    "in coordinamento con l'azienda sanitaria",
    "riducendo i tempi di attesa",
    "secondo le linee guida regionali",
];
pub const OFFICES: &[&str] = &[
    "Servizio sociale professionale",
    "Area minori e famiglie",
    "Area anziani",
    "Area disabilità",
    "Area inclusione sociale",
    "Ufficio di piano",
    "Ufficio personale",
    "Ragioneria",
    "Affari generali",
    "Sistemi informativi",
    "Qualità e controllo",
];
pub const SUBJECTS: &[&str] = &[
    "utenti in carico",
    "progetti individuali",
    "domande ricevute",
    "operatori coinvolti",
    "comuni aderenti",
    "visite domiciliari",
    "pratiche istruite",
    "incontri di rete",
    "ore di formazione",
    "strutture convenzionate",
];
pub const CAUSES: &[&str] = &["Carenza di personale", "Ritardo del finanziamento regionale", "Dati non disponibili"];
const JUDGED: &[&str] =
    &["Applicazione", "Monitoraggio del servizio", "Nel Bilancio di Previsione", "Revisione strumenti"];

/// What a generated indicator promises.
#[derive(Clone, Copy)]
pub enum Promise {
    Count,
    Percent,
    MoreThanPercent,
    Days,
    Fewer,
    Bare,
    Date,
    Yes,
    Report,
    All,
    Change,
    Several,
    Judged,
    ToDefine,
}

impl Promise {
    /// Each as often as real plans have it, more or less.
    pub const ALL: &[Self] = &[
        Self::Count,
        Self::Count,
        Self::Percent,
        Self::Percent,
        Self::Percent,
        Self::MoreThanPercent,
        Self::Days,
        Self::Fewer,
        Self::Bare,
        Self::Date,
        Self::Date,
        Self::Yes,
        Self::Yes,
        Self::Report,
        Self::All,
        Self::Change,
        Self::Several,
        Self::Judged,
        Self::Judged,
        Self::ToDefine,
    ];

    /// The words of an indicator that promises this.
    pub fn describe(self, subject: &str) -> String {
        match self {
            Self::Count | Self::Bare | Self::Change => format!("Numero di {subject}"),
            Self::Percent | Self::MoreThanPercent | Self::All => format!("Percentuale di {subject} sul totale"),
            Self::Days => format!("Tempo medio di risposta per {subject}"),
            Self::Fewer => format!("Numero di reclami relativi a {subject}"),
            Self::Date => format!("Approvazione del regolamento su {subject}"),
            Self::Yes => format!("Attivazione della procedura per {subject}"),
            Self::Report => format!("Rendicontazione periodica su {subject}"),
            Self::Several => format!("Indagine di gradimento su {subject}"),
            Self::Judged | Self::ToDefine => format!("Avanzamento del progetto su {subject}"),
        }
    }

    /// The words of a target.
    pub fn promised(self, dice: &mut Dice, year: Year) -> String {
        match self {
            Self::Count => format!("Almeno {}", dice.between(2, 40)),
            Self::Percent => format!("≥ {}%", dice.between(12, 19) * 5),
            Self::MoreThanPercent => format!(">{}%", dice.between(80, 98)),
            Self::Days => format!("massimo {} giorni", dice.between(2, 12) * 5),
            Self::Fewer => format!("meno di {}", dice.between(5, 20)),
            Self::Bare => thousands(dice.between(3, 9_999)),
            Self::Date => format!("Entro il {}", dice.day(year).format("%d/%m/%Y")),
            Self::Yes => (*dice.pick(&["SI", "Sì", "Si"])).into(),
            Self::Report => (*dice.pick(&["Report trimestrale", "Almeno bimestrale", "Aggiornamento annuale"])).into(),
            Self::All => "Tutte le domande pervenute".into(),
            Self::Change => format!("+{}%", dice.between(2, 15)),
            Self::Several => format!("Entro il 31/12 Livello di gradimento 3,{}/4", dice.between(1, 9)),
            Self::Judged => (*dice.pick(JUDGED)).into(),
            Self::ToDefine => "Da definire in base alla programmazione regionale".into(),
        }
    }

    /// The words of a result.
    pub fn achieved(self, dice: &mut Dice, year: Year) -> String {
        if dice.chance(3) {
            return (*dice.pick(&["in corso", "n.d."])).into();
        }
        match self {
            Self::Count => dice.between(1, 50).to_string(),
            Self::Percent | Self::MoreThanPercent | Self::All => match dice.between(0, 3) {
                0 => format!("{} su {}", dice.between(10, 40), dice.between(40, 50)),
                1 => format!("{}%", dice.between(50, 100)),
                _ => format!("{},{}%", dice.between(50, 99), dice.between(1, 9)),
            },
            Self::Days => format!("{} giorni", dice.between(5, 70)),
            Self::Fewer => dice.between(0, 25).to_string(),
            Self::Bare => thousands(dice.between(3, 9_999)),
            Self::Date => dice.day(year).format("%d/%m/%Y").to_string(),
            Self::Yes => (*dice.pick(&["SI", "SI", "SI", "sì, il 12/9", "NO"])).into(),
            Self::Report => dice.between(1, 6).to_string(),
            Self::Change => format!("+{}%", dice.between(0, 15)),
            Self::Several => format!("3,{}/4", dice.between(1, 9)),
            Self::Judged | Self::ToDefine => "Attività svolta come previsto".into(),
        }
    }
}

/// `9.750`, as offices write it.
fn thousands(number: usize) -> String {
    if number < 1_000 { number.to_string() } else { format!("{}.{:03}", number / 1_000, number % 1_000) }
}
