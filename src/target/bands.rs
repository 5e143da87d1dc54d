//! Scores by band: `28 gg 100% 30gg 75% 32gg 50%`, `≥ 90%: 100%; ≥ 80%: 50%`, `100% entro 28 gg, 75% entro 30 gg`.

use rust_decimal::Decimal;

use super::reader::Reader;
use super::scan::{Kind, Relation};
use super::word::Word;
use super::{Certainty, Grade, Measure, Part, Quantity, Read, Role, Target};

/// Bands are few; a phrase with more numbers than this many pairs is something else.
const MOST: usize = 12;

/// One number of a scale.
#[derive(Clone, Copy)]
struct Element {
    /// The lower end; the same as `high` unless the words give two.
    low: Decimal,
    high: Decimal,
    measure: Measure,
    /// `oltre 32 gg`: what lies beyond the last band.
    beyond: bool,
    from: usize,
    next: usize,
}

impl Reader<'_> {
    /// Reads a whole phrase as a scale: limits and what they earn by turns.
    pub fn bands(&self) -> Option<Read<Target>> {
        // Two limits and what they earn are four numbers; few phrases have as many.
        if (0..self.tokens.len()).filter(|at| self.is_number(*at) || self.is_letters(*at)).count() < 4 {
            return None;
        }
        let elements = self.elements()?;
        let (grades, parts) = self.grades(&elements, true).or_else(|| self.grades(&elements, false))?;
        let reading = Target::Bands { grades };
        Some(Read { reading, certainty: Certainty::Likely, parts, doubt: None })
    }

    /// Every number of the phrase with what stands at once around it; none where words or days say something else.
    fn elements(&self) -> Option<Vec<Element>> {
        let mut elements = Vec::new();
        let (mut at, mut words) = (0, 0);
        while at < self.tokens.len() {
            // What lies beyond all bands earns nothing, said or not.
            if elements.len() >= 4 && self.is_nothing_else(at) {
                break;
            }
            if let Some(element) = self.element(at) {
                at = element.next;
                elements.push(element);
                if elements.len() > 2 * MOST {
                    return None;
                }
                continue;
            }
            words += match self.kind(at)? {
                Kind::Number(_) | Kind::Date(_) | Kind::Digits | Kind::Plus | Kind::PlusMinus => return None,
                Kind::Word(Word::Other | Word::Standing(_) | Word::Change(_) | Word::Frequency(_)) => 1,
                _ => 0,
            };
            at += 1;
        }
        // `3 punti`, `se`, `raggiungimento`: a few words for each pair are the way people write them.
        (elements.len() >= 4 && words <= elements.len()).then_some(elements)
    }

    /// `oltre = 0`, `altrimenti 0%`, at the end.
    fn is_nothing_else(&self, at: usize) -> bool {
        let is_rest = self.is(at, &[Word::Oltre]) || self.begins(at, "altriment");
        let next =
            at + 1 + usize::from(matches!(self.kind(at + 1), Some(Kind::Relation(Relation::Exactly) | Kind::Colon)));
        let Some(number) = self.number(next).filter(|number| is_rest && number.value.is_zero()) else { return false };
        let end = number.next + usize::from(self.is_percent(number.next));
        (end..self.tokens.len()).all(|at| matches!(self.kind(at), Some(Kind::Stop | Kind::Semicolon | Kind::Close)))
    }

    fn element(&self, at: usize) -> Option<Element> {
        let is_entro = self.is(at, &[Word::Entro]);
        let (relation, from) = match self.relation(at) {
            Some((relation, _, next)) => (Some(relation), self.lead(next)),
            None if is_entro => (Some(Relation::AtMost), self.lead(at + 1)),
            None if self.is(at, &[Word::Da, Word::Tra]) => (None, at + 1),
            None => (None, at),
        };
        let first = self.number(from).filter(|first| !first.figure.is_some_and(|figure| self.near_year(figure)))?;
        let unit = self.quantity(from).map_or(first.next, |amount| amount.next);
        let joined = matches!(self.kind(unit), Some(Kind::Dash | Kind::Word(Word::A | Word::E)));
        let second = if joined { self.quantity(unit + 1) } else { None };
        let beyond = relation == Some(Relation::MoreThan);
        match second {
            Some(second) if first.value < second.quantity.value => Some(Element {
                low: first.value,
                high: second.quantity.value,
                measure: second.quantity.measure,
                beyond,
                from: at,
                next: second.next,
            }),
            _ => {
                let amount = self.quantity(from)?;
                let Quantity { value, measure } = amount.quantity;
                Some(Element { low: value, high: value, measure, beyond, from: at, next: amount.next })
            }
        }
    }

    /// Pairs the elements, the limit first or what it earns first, and puts the best on top.
    fn grades(&self, elements: &[Element], limit_first: bool) -> Option<(Vec<Grade>, Vec<Part>)> {
        let pairs = elements.chunks_exact(2);
        if !pairs.remainder().is_empty() {
            return None;
        }
        let mut read = Vec::new();
        for pair in pairs {
            let [first, second] = pair else { return None };
            let (limit, earns) = if limit_first { (*first, *second) } else { (*second, *first) };
            // What stands apart by `;` are several conditions.
            let is_apart = (first.next..second.from).any(|at| self.kind(at) == Some(Kind::Semicolon));
            if earns.measure != Measure::Percent || earns.low != earns.high || is_apart {
                return None;
            }
            read.push((limit, earns.high, first.from..second.next));
        }
        read.sort_by_key(|(_, earns, _)| std::cmp::Reverse(*earns));
        let measure = read.iter().map(|(limit, ..)| limit.measure).find(|measure| *measure != Measure::Count);
        // What lies beyond the last band earns nothing, said or not.
        if read.len() > 2 && read.last().is_some_and(|(limit, earns, _)| earns.is_zero() && limit.beyond) {
            read.pop();
        }
        let rises = read.first()?.0.high < read.get(1)?.0.high;
        let grade = |(limit, earns, _): &(Element, Decimal, _)| Grade {
            limit: Quantity {
                value: if rises { limit.high } else { limit.low },
                measure: measure.filter(|_| limit.measure == Measure::Count).unwrap_or(limit.measure),
            },
            earns: *earns,
        };
        let grades: Vec<_> = read.iter().map(grade).collect();
        let mut parts: Vec<_> =
            read.iter().filter_map(|(.., tokens)| self.part(tokens.clone(), Role::Quantity)).collect();
        parts.sort_by_key(|part| part.span.start);
        Grade::make_a_scale(&grades).then_some((grades, parts))
    }
}
