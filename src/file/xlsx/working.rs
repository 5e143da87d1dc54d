//! The sheet of attainment: every figure of a year with its working. What the engine measured stands as a number; what is
//! rolled up from it is a formula, so that a spreadsheet recomputes the very figures. The value kept beside a formula is the
//! engine's.

use rust_decimal::Decimal;

use super::tab::{Cell, Look, Names, Row, Tab, Value, letters};
use super::words::{how, outcome_words};
use crate::attainment::{Attainment, Basis, Detail, Figure, Place, Span, Working};
use crate::plan::{Percent, Plan, Year};
use crate::target::show_date;

/// The columns, from the first after the hidden one.
const COLUMNS: [(&str, u8); 15] = [
    ("Codice", 11),
    ("Descrizione", 44),
    ("Promesso", 22),
    ("Risultato", 22),
    ("Esito", 14),
    ("Come si calcola", 34),
    ("Peso", 8),
    ("Nel calcolo", 12),
    ("Peso che conta", 10),
    ("Quota", 9),
    ("Misurato", 10),
    ("Grado raggiunto", 11),
    ("Minimo", 10),
    ("Massimo", 10),
    ("Grado ufficiale", 11),
];

const WEIGHT: u16 = 7;
const STATE: u16 = 8;
const COUNTS: u16 = 9;
const COVERAGE: u16 = 11;
const ATTAINED: u16 = 12;
const FLOOR: u16 = 13;
const CEILING: u16 = 14;

/// Whether a row has a say, as the formulas read it.
const IS_IN: &str = "conta";
const IS_OUT: &str = "accantonato";
const NOT_DUE: &str = "non dovuto";

/// Returns the sheet of attainment in the year of `attainment`; over a whole period there is none.
pub(super) fn attainment(plan: &Plan, attainment: &Attainment, names: &mut Names) -> Option<Tab> {
    let Span::Year(year) = attainment.span() else { return None };
    let all = attainment.explain(plan, &Place::Plan, Detail::Everything)?;
    let mut tab = Tab { name: names.take(&format!("Raggiungimento {year}")), ..Tab::default() };
    tab.widths = COLUMNS.iter().map(|(_, width)| *width).collect();
    tab.say(Look::Title, &format!("Grado di raggiungimento {year}"));
    let body = if plan.body.name.is_empty() { String::new() } else { format!("{} · ", plan.body.name) };
    tab.say(Look::Note, &format!("{body}{} · situazione al {}", plan.title, show_date(attainment.today())));
    if !plan.notice.is_empty() {
        tab.say(Look::Note, &plan.notice);
    }
    tab.say(
        Look::Note,
        "Le celle calcolate sono formule: cambiando un peso o un grado il foglio rifà i conti. Queste modifiche non tornano nel piano.",
    );
    let sheet = Sheet { year, rules: Rules::of(plan, attainment) };
    let layout = Layout::of(&all, tab.next());
    sheet.write(&mut tab, &all, &layout);
    tab.frozen = (tab.heading.map_or(0, |heading| heading.saturating_add(1)), 3);
    Some(tab)
}

struct Rules {
    cap: Decimal,
    missing_is_zero: bool,
}

impl Rules {
    fn of(plan: &Plan, attainment: &Attainment) -> Self {
        Self { cap: plan.policy.cap.value(), missing_is_zero: attainment.missing_is_zero() }
    }
}

/// Rows of siblings: the first and the last, from 0; none where there are none.
type Block = Option<(u32, u32)>;

/// Which rows what stands in.
struct Layout {
    objectives: Block,
    /// Of each objective.
    indicators: Vec<Block>,
    /// Of each indicator of each objective.
    parts: Vec<Vec<Block>>,
}

impl Layout {
    /// Lays out the rows as [`Sheet::write`] writes them, from `first` on.
    fn of(all: &Working, first: u32) -> Self {
        let mut next = first;
        let mut skip = |rows: usize| {
            let from = next;
            next = next.saturating_add(u32::try_from(rows).unwrap_or(u32::MAX));
            from
        };
        let block = |from: u32, count: usize| {
            let count = u32::try_from(count).ok()?.checked_sub(1)?;
            Some((from, from.saturating_add(count)))
        };
        // The headings, the plan, an empty row, "Obiettivi".
        skip(4);
        let objectives = children(all);
        let of_objectives = block(skip(objectives.len()), objectives.len());
        // An empty row and "Indicatori".
        skip(2);
        let indicators = objectives
            .iter()
            .map(|objective| {
                skip(1);
                let count = children(objective).len();
                block(skip(count), count)
            })
            .collect();
        skip(2);
        let parts = objectives
            .iter()
            .map(|objective| {
                let of_indicator = |indicator: &Working| {
                    let count = children(indicator).len();
                    (count > 0).then(|| {
                        skip(1);
                        block(skip(count), count)
                    })?
                };
                children(objective).iter().map(of_indicator).collect()
            })
            .collect();
        Self { objectives: of_objectives, indicators, parts }
    }
}

/// The workings a figure is the mean of, and those that a judgement stands over.
fn children(working: &Working) -> &[Working] {
    match &working.basis {
        Basis::Mean(children) | Basis::Judged { parts: children, .. } => children,
        Basis::Folded | Basis::Cell(_) | Basis::SetAside(_) => &[],
    }
}

struct Sheet {
    year: Year,
    rules: Rules,
}

impl Sheet {
    fn write(&self, tab: &mut Tab, all: &Working, layout: &Layout) {
        tab.heading = Some(tab.next());
        tab.headings(COLUMNS.iter().map(|(name, _)| *name));
        self.line(tab, all, None, layout.objectives);
        tab.leave();
        tab.say(Look::Section, "Obiettivi");
        for (objective, below) in children(all).iter().zip(&layout.indicators) {
            self.line(tab, objective, among(layout.objectives, children(all)), *below);
        }
        tab.leave();
        tab.say(Look::Section, "Indicatori");
        for ((objective, block), parts) in children(all).iter().zip(&layout.indicators).zip(&layout.parts) {
            tab.say(Look::Group, &format!("{} {}", objective.code, objective.title));
            for (indicator, below) in children(objective).iter().zip(parts) {
                // A judgement stands over what the parts come to.
                let below = if matches!(indicator.basis, Basis::Mean(_)) { *below } else { None };
                self.line(tab, indicator, among(*block, children(objective)), below);
            }
        }
        tab.leave();
        tab.say(Look::Section, "Parti degli indicatori");
        for (objective, blocks) in children(all).iter().zip(&layout.parts) {
            for (indicator, block) in children(objective).iter().zip(blocks) {
                if block.is_some() {
                    tab.say(Look::Group, &format!("{} {}", indicator.code, indicator.title));
                }
                for part in children(indicator) {
                    self.line(tab, part, among(*block, children(indicator)), None);
                }
            }
        }
    }

    /// Adds a row: `among` are its siblings and itself, `below` those it is the mean of.
    fn line(&self, tab: &mut Tab, working: &Working, among: Option<Among<'_>>, below: Block) {
        let row = tab.next();
        let look = if below.is_some() { Look::Sum } else { Look::Shown };
        let figure = &working.figure;
        let state = match (figure.counts.due > 0, working.share.is_some() || among.is_none()) {
            (false, _) => NOT_DUE,
            (true, true) => IS_IN,
            (true, false) => IS_OUT,
        };
        let (promised, result) = said(working);
        let code = if working.place == Place::Plan { "Piano" } else { working.code.as_str() };
        let text = |text: &str| Cell::text(look, text);
        let of = |value: Value| Cell::of(look, value);
        let weight = working.weight.map_or(Value::Empty, |weight| Value::Number(weight.value()));
        let mut cells = vec![
            text(code),
            text(&working.title),
            text(promised),
            text(result),
            text(&outcome_words(working)),
            text(&how(working, self.year)),
            of(weight),
            text(state),
        ];
        match among {
            Some(among) => cells.extend([of(counting(row, among, working)), of(share(row, among.rows, working.share))]),
            None => cells.extend([of(Value::Empty), of(Value::Empty)]),
        }
        cells.extend(match below {
            Some(block) => self.rolled_up(row, block, figure).map(of),
            None => self.measured(row, figure, state).map(of),
        });
        tab.rows.push(Row { cells, ..Row::default() });
    }

    /// What the engine measured of one thing, with the bounds it follows from.
    fn measured(&self, row: u32, figure: &Figure, state: &str) -> [Value; 5] {
        let percent =
            |percent: Option<Percent>| percent.map_or(Value::Empty, |percent| Value::Percent(percent.value()));
        if state != IS_IN {
            return [const { Value::Empty }; 5];
        }
        let [coverage, attained, floor] = [COVERAGE, ATTAINED, FLOOR].map(|column| at(column, row));
        let (cov, att) = (percent(figure.coverage), percent(figure.attained));
        let official = if self.rules.missing_is_zero { figure.floor } else { figure.attained };
        [
            cov,
            att,
            formula(format!("IF(N({coverage})=0,0,{coverage}*{attained})"), percent(figure.floor)),
            formula(format!("{floor}+(1-{coverage})*{}", hundredth(self.rules.cap)), percent(figure.ceiling)),
            self.official(row, percent(official)),
        ]
    }

    /// The weighted mean of a block of rows.
    fn rolled_up(&self, row: u32, block: (u32, u32), figure: &Figure) -> [Value; 5] {
        let percent =
            |percent: Option<Percent>| percent.map_or(Value::Empty, |percent| Value::Percent(percent.value()));
        let weights = range(COUNTS, block);
        let mean = |column: u16| {
            let values = range(column, block);
            format!("IF(SUM({weights})=0,\"\",SUMPRODUCT({weights},{values})/SUM({weights}))")
        };
        let [coverage, floor] = [COVERAGE, FLOOR].map(|column| at(column, row));
        let official = if self.rules.missing_is_zero { figure.floor } else { figure.attained };
        [
            formula(mean(COVERAGE), percent(figure.coverage)),
            formula(format!("IF(N({coverage})=0,\"\",{floor}/{coverage})"), percent(figure.attained)),
            formula(mean(FLOOR), percent(figure.floor)),
            formula(mean(CEILING), percent(figure.ceiling)),
            self.official(row, percent(official)),
        ]
    }

    fn official(&self, row: u32, result: Value) -> Value {
        let from = at(if self.rules.missing_is_zero { FLOOR } else { ATTAINED }, row);
        formula(format!("IF({from}=\"\",\"\",{from})"), result)
    }
}

/// Siblings and their rows.
#[derive(Clone, Copy)]
struct Among<'a> {
    rows: (u32, u32),
    siblings: &'a [Working],
}

fn among(rows: Block, siblings: &[Working]) -> Option<Among<'_>> {
    rows.map(|rows| Among { rows, siblings })
}

/// What a row weighs beside its siblings: its weight as written, or its part of what the written ones leave of 100.
fn counting(row: u32, among: Among<'_>, working: &Working) -> Value {
    let (weight, state) = (at(WEIGHT, row), at(STATE, row));
    let (weights, states) = (range(WEIGHT, among.rows), range(STATE, among.rows));
    let written = format!("SUMIF({states},\"<>{NOT_DUE}\",{weights})");
    let missing = format!("SUMPRODUCT(({states}<>\"{NOT_DUE}\")*({weights}=\"\"))");
    let each = format!("IF({written}=0,1,MAX(0,100-{written})/{missing})");
    let text = format!("IF({state}<>\"{IS_IN}\",0,IF({weight}<>\"\",{weight},{each}))");
    let result = match (working.share, working.weight) {
        (None, _) => Decimal::ZERO,
        (Some(_), Some(weight)) => weight.value(),
        (Some(_), None) => each_of(among.siblings),
    };
    formula(text, Value::Number(result))
}

/// What a sibling without a weight counts: the engine's rule, as [`counting`] writes it for the spreadsheet.
fn each_of(siblings: &[Working]) -> Decimal {
    let due = siblings.iter().filter(|sibling| sibling.figure.counts.due > 0);
    let mut written = Decimal::ZERO;
    let mut missing = 0_u32;
    for sibling in due {
        match sibling.weight {
            Some(weight) => written = written.saturating_add(weight.value()),
            None => missing = missing.saturating_add(1),
        }
    }
    if written.is_zero() {
        return Decimal::ONE;
    }
    let left = Decimal::ONE_HUNDRED.saturating_sub(written).max(Decimal::ZERO);
    left.checked_div(missing.into()).unwrap_or_default()
}

fn share(row: u32, block: (u32, u32), share: Option<Percent>) -> Value {
    let (own, all) = (at(COUNTS, row), range(COUNTS, block));
    let result = share.map_or(Value::Empty, |share| Value::Percent(share.value()));
    let state = at(STATE, row);
    formula(format!("IF({state}<>\"{IS_IN}\",\"\",IF(SUM({all})=0,\"\",{own}/SUM({all})))"), result)
}

fn formula(text: String, result: Value) -> Value {
    Value::Formula(text, Box::new(result))
}

/// The words of the promise and of the result.
fn said(working: &Working) -> (&str, &str) {
    match &working.basis {
        Basis::Cell(cell) => (&cell.target_words, &cell.result_words),
        _ => ("", ""),
    }
}

fn at(column: u16, row: u32) -> String {
    format!("{}{}", letters(column), row.saturating_add(1))
}

fn range(column: u16, (first, last): (u32, u32)) -> String {
    let column = letters(column);
    format!("${column}${}:${column}${}", first.saturating_add(1), last.saturating_add(1))
}

fn hundredth(percent: Decimal) -> String {
    percent.checked_div(Decimal::ONE_HUNDRED).unwrap_or_default().normalize().to_string()
}
