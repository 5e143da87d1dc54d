"""Numbers with what they count, and a result beside a target in one measure."""

from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60
ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
MINUTES = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080}
MONTHS = {"months": 1, "years": 12}


class Open(Exception):
    """A result without a score: its outcome."""


def stop(outcome):
    raise Open(outcome)


def cannot(obstacle):
    stop("not_computable:" + obstacle)




def number(text):
    return Decimal(text)


def measure_of(quantity):
    """`count`, `percent`, a unit, or `out_of` with its whole."""
    measure = quantity.get("measure", "count")
    return ("out_of", number(measure["out_of"])) if isinstance(measure, dict) else (measure, None)


def family(measure):
    return MINUTES if measure[0] in MINUTES else MONTHS if measure[0] in MONTHS else None


def exchanged(value, measure, wanted):
    """The value in another unit of time, where that is a decimal with an end; else nothing."""
    if measure == wanted:
        return value
    units = family(measure)
    if units is None or units is not family(wanted):
        return None
    exact = Fraction(value) * units[measure[0]] / units[wanted[0]]
    rest = exact.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return Decimal(exact.numerator) / Decimal(exact.denominator) if rest == 1 else None


def percent_of(part, whole):
    return part * HUNDRED / whole if whole != 0 else cannot("EmptyWhole")


def amount(result, beside):
    """The result as a number with a measure that may stand beside `beside`."""
    kind = result["kind"]
    if kind == "ratio":
        part, whole = number(result["part"]), number(result["whole"])
        if beside[0] == "count":
            return part, beside
        if beside[0] == "percent":
            return percent_of(part, whole), beside
        return (part, beside) if beside == ("out_of", whole) else cannot("UnitsDiffer")
    if kind == "quantity":
        value, measure = number(result["value"]), measure_of(result)
        if measure == beside or (family(measure) and family(beside)):
            return value, measure
        if measure[0] == "count":
            if beside[0] == "percent" and 0 < value <= 1:
                cannot("PercentOrFraction")
            if beside[0] == "out_of" and value > beside[1]:
                cannot("UnitsDiffer")
            return value, beside
        if measure[0] == "percent":
            cannot("PercentAgainstCount")
        if measure[0] == "out_of" and beside[0] == "percent":
            return percent_of(value, measure[1]), beside
        return (value, beside) if beside[0] == "count" else cannot("UnitsDiffer")
    if kind == "on":
        cannot("DateAgainstAmount")
    if kind == "change":
        cannot("ChangeAgainstAmount")
    if kind == "unavailable":
        cannot("Unavailable")
    if kind == "underway":
        stop("awaited")
    stop("needs_judgement")


def pair(target, result):
    """Target and result in one measure."""
    wanted, asked = number(target["value"]), measure_of(target)
    found, measure = amount(result, asked)
    as_target = exchanged(found, measure, asked)
    if as_target is not None:
        return wanted, as_target, asked
    as_result = exchanged(wanted, asked, measure)
    return (as_result, found, measure) if as_result is not None else cannot("UnitsDiffer")
