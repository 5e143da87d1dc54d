//! Every document against the element tree of the public schema (Part 2, version 2.2.6).

use std::collections::BTreeSet;

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::*;
use crate::file::sampled::sample;
use crate::plan::arbitrary::plans;

/// What an element holds, in order, each with the least and most times it stands there.
type Children = &'static [(&'static str, usize, usize)];

/// Element: its children in order, each with the least and most times it stands there; none hold a text.
const TREE: &[(&str, Children)] = &[
    (
        "PerformancePlanOrReport",
        &[
            ("Name", 1, 1),
            ("Description", 0, 1),
            ("OtherInformation", 0, 1),
            ("StrategicPlanCore", 1, 1),
            ("AdministrativeInformation", 0, 1),
            ("Submitter", 0, 1),
        ],
    ),
    (
        "StrategicPlanCore",
        &[("Organization", 0, MANY), ("Vision", 0, 1), ("Mission", 0, 1), ("Value", 0, MANY), ("Goal", 1, MANY)],
    ),
    (
        "Organization",
        &[("Name", 0, 1), ("Acronym", 0, 1), ("Identifier", 0, 1), ("Description", 0, 1), ("Stakeholder", 0, MANY)],
    ),
    (
        "Goal",
        &[
            ("Name", 1, 1),
            ("Description", 1, 1),
            ("Identifier", 0, 1),
            ("SequenceIndicator", 0, 1),
            ("Stakeholder", 0, MANY),
            ("OtherInformation", 0, 1),
            ("Objective", 0, MANY),
        ],
    ),
    (
        "Objective",
        &[
            ("Name", 0, 1),
            ("Description", 0, 1),
            ("Identifier", 0, 1),
            ("SequenceIndicator", 0, 1),
            ("Stakeholder", 0, MANY),
            ("OtherInformation", 0, 1),
            ("PerformanceIndicator", 0, MANY),
        ],
    ),
    (
        "PerformanceIndicator",
        &[
            ("SequenceIndicator", 0, 1),
            ("MeasurementDimension", 1, 1),
            ("UnitOfMeasurement", 1, 1),
            ("Identifier", 0, 1),
            ("Relationship", 0, MANY),
            ("MeasurementInstance", 0, MANY),
            ("OtherInformation", 0, 1),
        ],
    ),
    ("Relationship", &[("Identifier", 0, 1), ("ReferentIdentifier", 0, MANY), ("Name", 0, 1), ("Description", 0, 1)]),
    ("MeasurementInstance", &[("TargetResult", 0, MANY), ("ActualResult", 0, MANY)]),
    ("TargetResult", RESULT),
    ("ActualResult", RESULT),
    ("Stakeholder", &[("Name", 1, 1), ("Description", 0, 1), ("Role", 0, MANY)]),
    ("Role", &[("Name", 1, 1), ("Description", 0, 1), ("RoleType", 0, 2)]),
    (
        "AdministrativeInformation",
        &[("Identifier", 0, 1), ("StartDate", 0, 1), ("EndDate", 0, 1), ("PublicationDate", 0, 1), ("Source", 0, 1)],
    ),
];

const RESULT: Children =
    &[("StartDate", 0, 1), ("EndDate", 0, 1), ("NumberOfUnits", 0, 1), ("Descriptor", 0, 1), ("Description", 0, 1)];

const MANY: usize = usize::MAX;

/// Attributes an element has, with what they may say.
const ATTRIBUTES: &[(&str, &str, &[&str])] = &[
    ("PerformancePlanOrReport", "Type", &["Strategic_Plan", "Performance_Plan", "Performance_Report"]),
    ("PerformanceIndicator", "PerformanceIndicatorType", &["Quantitative", "Qualitative"]),
    ("Relationship", "RelationshipType", &["Broader_Than", "Peer_To", "Narrower_Than"]),
    ("Stakeholder", "StakeholderTypeType", &["Person", "Organization", "Generic_Group"]),
];

struct Open {
    element: String,
    children: Vec<String>,
    text: String,
}

/// Returns the texts of the leaves, or the first thing that is not as the schema has it.
fn checked(document: &str) -> Result<Vec<(String, String)>, String> {
    let mut reader = Reader::from_str(document);
    let mut open: Vec<Open> = Vec::new();
    let (mut leaves, mut ids, mut referred) = (Vec::new(), BTreeSet::new(), Vec::new());
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => {
                let element = start.name().as_ref().to_owned();
                for attribute in start.attributes() {
                    let attribute = attribute.map_err(|error| error.to_string())?;
                    let (key, value) = (attribute.key.as_ref().to_owned(), attribute.value.to_string());
                    let known = ATTRIBUTES.iter().find(|(of, name, _)| *of == element && *name == key);
                    let is_good = match known {
                        Some((.., values)) => values.contains(&value.as_str()),
                        None => key == "xmlns" && value == NAMESPACE,
                    };
                    if !is_good {
                        return Err(format!("{element} has {key}={value}"));
                    }
                }
                if let Some(above) = open.last_mut() {
                    above.children.push(element.clone());
                }
                open.push(Open { element, children: Vec::new(), text: String::new() });
            }
            Event::End(_) => {
                let Open { element, children, text } = open.pop().unwrap();
                match TREE.iter().find(|(name, _)| *name == element) {
                    Some((_, tree)) => in_order(&element, &children, tree)?,
                    None if !children.is_empty() => return Err(format!("{element} holds {children:?}")),
                    None => {
                        if element == "Identifier" && !ids.insert(text.clone()) {
                            return Err(format!("the identifier {text} stands there twice"));
                        }
                        if element == "ReferentIdentifier" {
                            referred.push(text.clone());
                        }
                        leaves.push((element, text));
                    }
                }
            }
            Event::Text(text) => {
                if let Some(open) = open.last_mut() {
                    open.text.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(reference) => {
                let letter = match reference.as_ref() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    other => return Err(format!("&{other};")),
                };
                open.last_mut().unwrap().text.push_str(letter);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match referred.iter().find(|id| !ids.contains(*id)) {
        Some(id) => Err(format!("{id} leads nowhere")),
        None => Ok(leaves),
    }
}

fn in_order(element: &str, children: &[String], tree: Children) -> Result<(), String> {
    let mut left = children;
    for (name, least, most) in tree {
        let count = left.iter().take_while(|child| child == name).count();
        if count < *least || count > *most {
            return Err(format!("{element} holds {count} {name}: {children:?}"));
        }
        left = &left[count..];
    }
    if left.is_empty() { Ok(()) } else { Err(format!("{element} holds {left:?} out of order")) }
}

#[test]
fn every_sample_is_written_as_the_schema_has_it() {
    for name in ["asc-insieme-2024-2026", "asc-insieme-2026-2028", "coeso-sds-2021-2023", "cssm-2023-2025-demo"] {
        let plan = sample(name);
        let leaves = checked(&write(&plan).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let count = |element: &str| leaves.iter().filter(|(found, _)| found == element).count();
        let parts: usize = plan.objectives.iter().flat_map(|it| it.indicators.iter()).map(|it| it.parts.len()).sum();
        assert_eq!(count("MeasurementDimension"), plan.indicator_count() + parts, "{name}");
    }
}

#[test]
fn the_words_and_the_numbers_of_a_promise_stand_there() {
    let leaves = checked(&write(&sample("cssm-2023-2025-demo")).unwrap()).unwrap();
    let has = |element: &str, text: &str| leaves.iter().any(|(found, said)| found == element && said == text);
    assert!(has("EndDate", "2023-12-31"));
    assert!(
        leaves
            .iter()
            .any(|(element, text)| element == "NumberOfUnits" && text.parse::<rust_decimal::Decimal>().is_ok())
    );
    assert!(leaves.iter().any(|(element, text)| element == "RoleType" && text == "Performer"));
}

#[test]
fn the_checker_finds_what_is_wrong() {
    let good = write(&sample("asc-insieme-2026-2028")).unwrap();
    for (from, to) in [
        ("<UnitOfMeasurement>", "<UnitOfMeasure>"),
        ("Quantitative", "Numeric"),
        ("Qualitative", "Wordy"),
        ("<StrategicPlanCore>", "<StrategicPlanCore><Goal></Goal>"),
    ] {
        let wrong = good.replace(from, to).replace(
            "</UnitOfMeasurement>",
            if from.contains("Unit") { "</UnitOfMeasure>" } else { "</UnitOfMeasurement>" },
        );
        if wrong != good {
            assert!(checked(&wrong).is_err(), "{to}");
        }
    }
}

proptest! {
    #[test]
    fn law_any_plan_is_written_as_the_schema_has_it(plan in plans()) {
        let document = write(&plan).unwrap();
        if let Err(error) = checked(&document) {
            return Err(TestCaseError::fail(format!("{error}\n{document}")));
        }
    }
}
