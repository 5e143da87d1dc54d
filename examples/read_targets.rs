//! Reads targets from standard input, one a line, and says what they are: one JSON object a line on standard output.
//!
//! A line is `phrase TAB year TAB polarity`; a missing year is 2024, the polarity (`rising`, `falling`, `steady` or nothing)
//! changes no reading and is passed over, and `\n` in a phrase stands for a line break. A line that cannot be read is words.
//!
//! ```json
//! {"kind":"at_most","show":"≤ 30 giorni","value":"30","unit":"giorni","date":null,"certainty":"sure","parts":[…]}
//! ```
//!
//! - `kind`: at_least, more_than, at_most, less_than, exactly, range, by, yes, times, all, change, several, bands, words,
//!   to_define or withdrawn; of a guess, the kind that is guessed.
//! - `value` and `unit`: the number as written (`80` with unit `%`), none where there is none; for a range its lower end with
//!   the higher as `high`; for a frequency how many times in the year (unit `/anno`); for a change how far (unit `punti` for
//!   percentage points) with `direction` and `from`; 100 `%` for all.
//! - `date`: ISO, of a deadline.
//! - `doubt`, where there is one: why it is not sure or was not read, `no_such_day`, `operator_not_stated` and so on.
//! - `parts`: for several, the same objects for each part, as sure as the whole; otherwise the words behind the reading,
//!   `{"role", "words"}`, in order.

#![allow(clippy::print_stdout)] // printing is what it is for

use std::io::{BufRead, Write};

use serde_json::{Value, json};
use traguardo::target::{
    Certainty, Difference, Direction, Language, Measure, Quantity, Reference, Target, parse_target, show_target,
};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        let mut fields = line.trim_end_matches('\r').split('\t');
        let words = fields.next().unwrap_or_default().replace("\\n", "\n");
        let year = fields.next().and_then(|year| year.trim().parse().ok()).unwrap_or(2024);
        let read = parse_target(&words, year);
        let mut said = object(&read.reading, read.certainty);
        if let Some(doubt) = read.doubt {
            set(&mut said, "doubt", json!(doubt));
        }
        if !matches!(read.reading, Target::Several { .. }) {
            let parts = read
                .parts
                .iter()
                .map(|part| json!({"role": part.role, "words": words.get(part.span.clone()).unwrap_or_default()}));
            set(&mut said, "parts", parts.collect());
        }
        writeln!(out, "{said}")?;
    }
    Ok(())
}

fn object(target: &Target, certainty: Certainty) -> Value {
    let mut said = json!({
        "kind": target.kind(), "show": show_target(target, Language::Italian).replace('\u{a0}', " "),
        "value": null, "unit": null, "date": null, "certainty": certainty, "parts": [],
    });
    let mut amount = |quantity: Quantity| {
        set(&mut said, "value", json!(quantity.value.normalize().to_string()));
        set(&mut said, "unit", unit(quantity.measure));
    };
    match target {
        Target::AtLeast(quantity)
        | Target::MoreThan(quantity)
        | Target::AtMost(quantity)
        | Target::LessThan(quantity)
        | Target::Exactly(quantity) => amount(*quantity),
        Target::Range(range) => {
            amount(range.low());
            set(&mut said, "high", json!(range.high().value.normalize().to_string()));
        }
        Target::By { date } => set(&mut said, "date", json!(date)),
        Target::Times { count } => {
            amount(Quantity::count(count.get().into()));
            set(&mut said, "unit", json!("/anno"));
        }
        Target::All => amount(Quantity::percent(100.into())),
        Target::Change { direction, by, from } => {
            match by {
                Some(Difference::Amount(quantity)) => amount(*quantity),
                Some(Difference::Points(points)) => {
                    amount(Quantity::count(*points));
                    set(&mut said, "unit", json!("punti"));
                }
                None => {}
            }
            let direction = match direction {
                Direction::Increase => "increase",
                Direction::Decrease => "decrease",
                Direction::Either => "either",
            };
            let from = match from {
                Reference::Baseline => json!("baseline"),
                Reference::PreviousYear => json!("previous_year"),
                Reference::Year(year) => json!(year),
            };
            set(&mut said, "direction", json!(direction));
            set(&mut said, "from", from);
        }
        Target::Several { parts } => {
            set(&mut said, "parts", parts.iter().map(|part| object(part, certainty)).collect());
        }
        Target::Bands { grades } => set(&mut said, "bands", json!(grades)),
        Target::BandsByDay { grades } => set(&mut said, "bands", json!(grades)),
        Target::Withdrawn { how } => set(&mut said, "how", json!(how)),
        Target::Yes | Target::ToDefine | Target::Words => {}
    }
    said
}

fn set(said: &mut Value, name: &str, value: Value) {
    if let Some(fields) = said.as_object_mut() {
        fields.insert(name.to_owned(), value);
    }
}

fn unit(measure: Measure) -> Value {
    match measure {
        Measure::Count => Value::Null,
        Measure::Percent => json!("%"),
        Measure::Minutes => json!("minuti"),
        Measure::Hours => json!("ore"),
        Measure::Days => json!("giorni"),
        Measure::Weeks => json!("settimane"),
        Measure::Months => json!("mesi"),
        Measure::Years => json!("anni"),
        Measure::Euro => json!("euro"),
        Measure::OutOf(whole) => json!(format!("/{}", whole.normalize())),
    }
}
