//! The body's scoring rules (SMVP), as data. `attainment` carries them out.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, de};

use super::{Percent, Year};
use crate::target::exact;

/// How results become scores. The default is the proportional preset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// The highest score one result can earn; 100 unless the body rewards results beyond the target, never less.
    #[serde(deserialize_with = "cap")]
    pub cap: Percent,
    /// How a result above a falling target is scored.
    pub falling: FallingRule,
    /// Where progress starts.
    pub start: StartRule,
    /// What partial attainment of one target earns; an empty scale leaves it as measured.
    pub partial: Scale,
    /// What lateness earns, by days after the deadline; none listed: late earns nothing.
    pub lateness: Vec<LateStep>,
    /// How a target with several conditions is scored.
    pub several: SeveralRule,
    /// What a result that never came counts at year end.
    pub missing: MissingRule,
    /// How far from a range or a steady target the score falls to zero, in percent of the target.
    pub tolerance: Percent,
    /// Which figure is the official one.
    pub official: OfficialRule,
    /// Scales that turn attainment into the body's own score, by the year they came into force.
    pub bands: Vec<DatedScale>,
    /// Where the lights change colour.
    pub lights: Lights,
}

/// How a result `r` above a falling target `t` is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FallingRule {
    /// `2 − r/t`, never below zero.
    #[default]
    Mirrored,
    /// `t/r`.
    Inverse,
}

/// Where progress starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StartRule {
    /// At zero: half the target earns half.
    #[default]
    Zero,
    /// At the baseline `b`: `(r − b)/(t − b)`.
    Baseline,
}

/// How a target with several conditions is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SeveralRule {
    /// By its worst part.
    #[default]
    Worst,
    /// By the mean of its parts.
    Mean,
}

/// What a result that never came counts once the year is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MissingRule {
    /// Zero.
    #[default]
    Zero,
    /// Nothing: its weight leaves the sum.
    LeftOut,
}

/// Which figure is the official one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OfficialRule {
    /// What was measured while the year runs; what is missing counts by [`MissingRule`] once it is over.
    #[default]
    ByDate,
    /// Always attained over the weight measured.
    Measured,
    /// Always with everything awaited as zero.
    Floor,
}

/// Bands in rising order: by where they start, and of two with one start the one that holds it first. A value belongs to
/// the last band whose start it reaches; below the first it stays as measured.
#[derive(Clone, Debug, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Scale(pub Vec<Band>);

/// Attainment from here on earns this.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Where the band starts.
    pub from: Percent,
    /// Whether the start itself belongs to the band.
    #[serde(default)]
    pub edge: Edge,
    /// What it earns.
    pub earns: Earns,
}

/// Whether a band holds its own start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Edge {
    /// `≥ from`.
    #[default]
    Included,
    /// `> from`.
    Excluded,
}

/// What a band earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Earns {
    /// The attainment itself.
    AsMeasured,
    /// So many points, in the scale's own unit.
    Points(
        #[serde(with = "exact")]
        #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^-?[0-9]+(\.[0-9]+)?$")))]
        Decimal,
    ),
}

/// A scale and the year it came into force: a plan keeps the scale it was made with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DatedScale {
    /// First year it applies to.
    pub since: Year,
    /// The scale.
    pub scale: Scale,
}

/// Up to so many days late earns this; of two steps for the same days the first written counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LateStep {
    /// Days after the deadline, this one included.
    pub days: u32,
    /// What it earns.
    pub earns: Percent,
}

/// Where the lights change colour: green from `green`, amber from `amber`, which is no higher, red below.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Lights {
    /// Lowest attainment that is green.
    pub green: Percent,
    /// Lowest attainment that is amber.
    pub amber: Percent,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            cap: Percent::HUNDRED,
            falling: FallingRule::default(),
            start: StartRule::default(),
            partial: Scale::default(),
            lateness: Vec::new(),
            several: SeveralRule::default(),
            missing: MissingRule::default(),
            tolerance: Percent::whole(10),
            official: OfficialRule::default(),
            bands: Vec::new(),
            lights: Lights::default(),
        }
    }
}

impl Default for Lights {
    fn default() -> Self {
        Self { green: Percent::whole(90), amber: Percent::whole(60) }
    }
}

impl<'de> Deserialize<'de> for Scale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bands = Vec::<Band>::deserialize(deserializer)?;
        if bands.is_sorted_by_key(|band| (band.from, band.edge == Edge::Excluded)) {
            Ok(Self(bands))
        } else {
            Err(de::Error::custom("its bands are not in rising order"))
        }
    }
}

impl<'de> Deserialize<'de> for Lights {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Limits {
            green: Percent,
            amber: Percent,
        }
        let Limits { green, amber } = Limits::deserialize(deserializer)?;
        if amber <= green { Ok(Self { green, amber }) } else { Err(de::Error::custom("amber begins above green")) }
    }
}

/// Reads the highest score one result can earn.
fn cap<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Percent, D::Error> {
    let cap = Percent::deserialize(deserializer)?;
    if cap >= Percent::HUNDRED { Ok(cap) } else { Err(de::Error::custom("the cap is below 100")) }
}
