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
//! companies; a new heading is one more line in [`rows`] or [`objectives`].

mod objectives;
mod rows;

/// What a heading means, before its year and its table are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::file::table) enum Meaning {
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
pub(in crate::file::table) const JOINING: [&str; 43] = [
    "di", "del", "della", "dello", "dei", "degli", "delle", "dell", "d", "da", "dal", "dalla", "il", "lo", "la", "l",
    "gli", "le", "un", "una", "uno", "e", "ed", "o", "al", "alla", "allo", "ai", "agli", "alle", "all", "per", "in",
    "nel", "nella", "nell", "su", "sul", "sulla", "con", "of", "the", "and",
];

/// Walks all patterns with what they mean, in the order in which the first of two as long wins.
pub(in crate::file::table) fn patterns() -> impl Iterator<Item = (Meaning, &'static str)> {
    let all = rows::ROWS.iter().chain(objectives::OBJECTIVES).chain(COMPUTED);
    all.flat_map(|(meaning, patterns)| patterns.iter().map(|pattern| (*meaning, *pattern)))
}

/// What follows from the rest, and is never stored.
const COMPUTED: &[(Meaning, &[&str])] = &[(
    Meaning::Computed,
    &[
        "grad*|livello|percentual*|perc|tasso raggiungimento|conseguimento|realizzazion*|avanzamento",
        "raggiungimento ~obiettiv*|target|risultat*",
        "scostament* ~percentual*|assoluto",
        "delta",
        "punteggio ~pesat*|conseguit*|ottenut*|ponderat*|final*",
        "valutazion* ~final*",
        "fascia",
        "esito valutazion*",
        "stato",
        "semaforo",
        "performance percentuale",
        "risultato pesato|ponderato",
        "grado raggiungimento pesato",
        "variazion* ~percentual*",
    ],
)];
