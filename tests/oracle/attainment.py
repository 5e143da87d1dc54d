"""A second reckoning of attainment, from the words of the design and not from the program, to hold the program to.

Reads a plan a line from standard input, as JSON with every phrase already read, and writes a line of figures for each.
Numbers are texts. Nothing is rounded on the way but at sixty digits; a figure leaves with thirty decimals.
"""

import json
import sys
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, getcontext
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


# --- what a result says beside a target -------------------------------------------------------------------------------


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


# --- the scoring table ------------------------------------------------------------------------------------------------
# Each rule returns what a result earns in percent before the cap (None: more than any cap), the ratio, and whether it was met.


def full_if(met):
    return (HUNDRED if met else ZERO), None, met


def reached_or(ratio, reached, met):
    return (max(ratio, HUNDRED) if reached else ratio), ratio, met


def deed(result):
    kind = result["kind"]
    if kind in ("on", "yes"):
        return full_if(True)
    if kind == "no":
        return full_if(False)
    if kind == "ratio" or (kind == "quantity" and measure_of(result)[0] in ("percent", "out_of")):
        if kind == "ratio":
            stated = percent_of(number(result["part"]), number(result["whole"]))
        elif measure_of(result)[0] == "percent":
            stated = number(result["value"])
        else:
            stated = percent_of(number(result["value"]), measure_of(result)[1])
        return stated, stated, stated >= HUNDRED
    if kind in ("quantity", "change"):
        cannot("CountAgainstDeed")
    stop("needs_judgement")


def speaks_plainly(result):
    return result["kind"] in ("yes", "no") or (result["kind"] == "quantity" and measure_of(result)[0] == "percent")


def closeness(target, result, policy):
    room = abs(target) * number(policy["tolerance"]) / HUNDRED
    if result == target:
        return HUNDRED
    return HUNDRED - abs(result - target) / room * HUNDRED if room else ZERO


def compared(target, result, direction, strict, start, policy):
    if direction == "steady":
        ratio = closeness(target, result, policy)
        return reached_or(ratio, target == result, target == result)
    rising = direction == "rising"
    beyond = result > target if rising else result < target
    reached = beyond or result == target
    met = beyond if strict else reached
    if start is not None:
        return reached_or((result - start) / (target - start) * HUNDRED, reached, met)
    if target == 0:
        return (HUNDRED if reached else ZERO), None, met
    share = result / target * HUNDRED
    if rising:
        return reached_or(share if target > 0 else 2 * HUNDRED - share, reached, met)
    if target < 0:
        return reached_or(share, reached, met)
    if policy["falling"] == "mirrored":
        return reached_or(2 * HUNDRED - share, reached, met)
    return (None, None, met) if result <= 0 else reached_or(target / result * HUNDRED, reached, met)


def bounded(target, result, direction, strict, around):
    policy = around["policy"]
    wanted, found, measure = pair(target, result)
    start = None
    if policy["start"] == "baseline" and direction != "steady":
        known = baseline_in(around, measure)
        if known is not None and (wanted > known if direction == "rising" else wanted < known):
            start = known
    return compared(wanted, found, direction, strict, start, policy)


def baseline_in(around, measure):
    if not around["baseline"]:
        return None
    try:
        value, found = amount(around["baseline"]["reading"], measure)
    except Open:
        return None
    return exchanged(value, found, measure)


def deadline(day, result, policy):
    if result["kind"] == "yes" and not result.get("date"):
        return full_if(True)
    if result["kind"] not in ("on", "yes"):
        return deed(result)
    late = (date.fromisoformat(result["date"]) - day).days
    if late <= 0:
        return full_if(True)
    steps = sorted(policy["lateness"], key=lambda step: step["days"])  # of two for the same days the first written
    earned = next((number(step["earns"]) for step in steps if step["days"] >= late), ZERO)
    return earned, None, False


def times(count, result, around):
    if speaks_plainly(result) or (result["kind"] == "on" and count == 1):
        return deed(result)
    wanted, found, _ = pair({"value": str(count)}, result)
    return compared(wanted, found, "rising", False, None, around["policy"])


def everyone(result, around):
    kind = result["kind"]
    if kind in ("on", "yes"):
        return full_if(True)
    if kind == "ratio" or (kind == "quantity" and measure_of(result)[0] in ("percent", "out_of")):
        wanted, found, _ = pair({"value": "100", "measure": "percent"}, result)
        return compared(wanted, found, "rising", False, None, around["policy"])
    if kind in ("quantity", "change"):
        cannot("WholeUnknown" if kind == "quantity" else "ChangeAgainstAmount")
    stop("needs_judgement")


def between(target, result, around):
    measure = target.get("measure", "count")
    low, found, unit = pair({"value": target["low"], "measure": measure}, result)
    high, again, other = pair({"value": target["high"], "measure": measure}, result)
    if unit != other:
        cannot("UnitsDiffer")
    assert found == again
    nearest = min(max(found, low), high)
    earned = closeness(nearest, found, around["policy"])
    return earned, earned, nearest == found


def banded(grades, result):
    lower_is_better = number(grades[0]["limit"]["value"]) < number(grades[1]["limit"]["value"])
    for place, grade in enumerate(grades):
        limit, found, _ = pair(grade["limit"], result)
        if found <= limit if lower_is_better else found >= limit:
            return number(grade["earns"]), None, place == 0
    return ZERO, None, False


def is_relative(by):
    return "amount" in by and measure_of(by["amount"])[0] == "percent"


def changed(target, result, around):
    by, direction = target.get("by"), target["direction"]
    kind = result["kind"]
    if kind == "change":
        if result["direction"] == "either":
            stop("needs_judgement")
        stated = result["by"]
        sign = ONE if result["direction"] == "increase" else -ONE
        if by is None:
            value = stated["amount"]["value"] if "amount" in stated else stated["points"]
            promised, up = None, sign * number(value)
        elif "points" in by and "points" in stated:
            promised, up = number(by["points"]), sign * number(stated["points"])
        elif "amount" in by and "amount" in stated and is_relative(by) == is_relative(stated):
            promised, size, _ = pair(by["amount"], {"kind": "quantity", **stated["amount"]})
            up = sign * size
        else:
            cannot("ChangesDiffer")
    elif by is None and kind in ("yes", "no"):
        return full_if(kind == "yes")
    else:
        promised, up = from_where_it_was(by, target["from"], result, around)
    far = {"increase": up, "decrease": -up, "either": abs(up)}[direction]
    if promised is None:
        return full_if(far > 0)
    if promised == 0:
        return full_if(far >= 0)
    return reached_or(far / promised * HUNDRED, far >= promised, far >= promised)


def from_where_it_was(by, named, result, around):
    try:
        amount(result, ("percent", None))
    except Open:
        amount(result, ("count", None))
    level = around["level"](named)
    if level is None or level["kind"] not in ("quantity", "ratio"):
        cannot("ReferenceUnknown")
    if level["kind"] == "ratio" or (by and "points" in by):
        beside = ("percent", None)
    else:
        beside = measure_of(level)
        if beside[0] == "count" and by and not is_relative(by):
            beside = measure_of(by["amount"])
    value, measure = amount(level, beside)
    unit = {"out_of": str(measure[1])} if measure[0] == "out_of" else measure[0]
    start, found, measure = pair({"value": str(value), "measure": unit}, result)
    if by is None:
        return None, found - start
    if "points" in by:
        return number(by["points"]), found - start
    size = number(by["amount"]["value"])
    if is_relative(by):
        if start == 0 and size != 0:
            cannot("ChangeFromZero")
        return abs(start) * size / HUNDRED, found - start
    size, unit = amount({"kind": "quantity", **by["amount"]}, measure)
    size = exchanged(size, unit, measure)
    return (size, found - start) if size is not None else cannot("UnitsDiffer")


# --- several conditions -----------------------------------------------------------------------------------------------

NUMBERS = ("at_least", "more_than", "at_most", "less_than", "exactly")


def fit(condition, answer):
    """How well an answer fits a condition: 2 it is of the kind, 1 it can be taken so, 0 it says nothing about it."""
    kind, said = condition["kind"], answer["kind"]
    if said in ("underway", "unavailable"):
        return 1
    hundredths = said == "quantity" and measure_of(answer)[0] == "percent"

    def stands_beside(measure):
        try:
            _, found = amount(answer, measure)
        except Open:
            return 0
        if said == "quantity":
            own = measure_of(answer)
            return 2 if own == measure or (family(own) and family(measure)) else 1
        return 2 if measure[0] == "out_of" else 1

    if kind in NUMBERS or kind == "range":
        return stands_beside(measure_of(condition))
    if kind == "by":
        return 2 if said in ("on", "yes", "no") else 1 if hundredths else 0
    if kind == "yes":
        return 2 if said in ("yes", "no") else 1 if said == "on" or hundredths else 0
    if kind == "times":
        return 1 if said in ("yes", "no") else stands_beside(("count", None))
    if kind == "all":
        return 2 if said == "ratio" or hundredths else 1 if said == "yes" else 0
    if kind == "change":
        return 2 if said == "change" else 1 if said in ("quantity", "ratio") else 0
    return 0


def shared_out(conditions, result):
    if result["kind"] == "several":
        answers = result["parts"]
        if len(answers) == len(conditions) and all(fit(*both) for both in zip(conditions, answers)):
            return answers
        given, left = [None] * len(conditions), list(answers)
        for wanted in (2, 1):
            for place, condition in enumerate(conditions):
                if given[place] is None:
                    found = next((answer for answer in left if fit(condition, answer) == wanted), None)
                    if found is not None:
                        given[place] = found
                        left = [answer for answer in left if answer is not found]
        return given if not left else stop("needs_judgement")
    fits = [fit(condition, result) for condition in conditions]
    best = max(fits)
    if result["kind"] in ("yes", "no"):
        taken = [one > 0 for one in fits]
    else:
        taken = [one == best for one in fits] if fits.count(best) == 1 else []
    if best == 0 or not taken:
        stop("needs_judgement")
    return [result if one else None for one in taken]


def several(conditions, result, around):
    """The conditions one by one up to the cap, then the worst or the mean of them."""
    parts = []
    for condition, answer in zip(conditions, shared_out(conditions, result)):
        by = around["due"] or (condition["kind"] == "by" and date.fromisoformat(condition["date"])) or around["year_end"]
        try:
            if answer is None:
                stop("awaited")
            earned, _, met = measured(condition, answer, around)
            parts.append(("scored", capped(earned, around["policy"]), met, by))
        except Open as outcome:
            parts.append((str(outcome), None, None, by))
    outcomes = [part[0] for part in parts]
    if "awaited" in outcomes:
        around["awaited_by"] = min(part[3] for part in parts if part[0] == "awaited")
        stop("awaited")
    for outcome in ["needs_judgement"] + [outcome for outcome in outcomes if outcome != "scored"]:
        if outcome in outcomes:
            stop(outcome)
    scores = [part[1] for part in parts]
    whole = min(scores) if around["policy"]["several"] == "worst" else sum(scores, ZERO) / len(scores)
    return whole, None, all(part[2] for part in parts)


def measured(target, result, around):
    kind = target["kind"]
    if kind == "withdrawn":
        stop("needs_judgement")
    if result["kind"] == "underway":
        stop("awaited")
    if result["kind"] == "unavailable":
        cannot("Unavailable")
    if result["kind"] == "words":
        stop("needs_judgement")
    if result["kind"] == "several" and kind != "several":
        fits = [fit(target, answer) for answer in result["parts"]]
        best = max(fits)
        if best == 0 or fits.count(best) > 1:
            stop("needs_judgement")
        result = result["parts"][fits.index(best)]
        if result["kind"] in ("underway", "unavailable"):
            # Looked at one by one: what the rules make of it where it is the only answer.
            pass
    if kind in NUMBERS:
        direction = {"at_least": "rising", "more_than": "rising", "exactly": around["polarity"]}.get(kind, "falling")
        return bounded(target, result, direction, kind in ("more_than", "less_than"), around)
    if kind == "range":
        return between(target, result, around)
    if kind == "by":
        return deadline(date.fromisoformat(target["date"]), result, around["policy"])
    if kind == "yes":
        return deed(result)
    if kind == "times":
        return times(target["count"], result, around)
    if kind == "all":
        return everyone(result, around)
    if kind == "change":
        return changed(target, result, around)
    if kind == "several":
        return several(target["parts"], result, around)
    if kind == "bands":
        return banded(target["grades"], result)
    return deed(result) if speaks_plainly(result) else stop("needs_judgement")


# --- one cell ---------------------------------------------------------------------------------------------------------


def capped(earned, policy):
    cap = number(policy["cap"])
    return cap if earned is None else min(max(earned, ZERO), cap)


def band_of(value, scale):
    held = [band for band in scale if value > number(band["from"]) or
            (value == number(band["from"]) and band.get("edge", "included") == "included")]
    return held[-1] if held else None


def on_scale(value, scale):
    band = band_of(value, scale)
    return value if band is None or band["earns"] == "as_measured" else number(band["earns"]["points"])


def is_due(cell):
    return bool(cell) and bool(cell["written"] or cell["due"] or cell["standing"])


def promised(cell):
    """What is promised, and whether a condition stands in the words that was not read."""
    due = cell["due"]
    if cell["chosen"]:
        target, sure, by_person = cell["chosen"], True, True
    elif cell["promise"]:
        read = cell["promise"]
        guess = read["certainty"] == "guess"
        target, sure, by_person = ({"kind": "words"} if guess else read["reading"]), read["certainty"] == "sure", False
    else:
        return {"kind": "by", "date": due}, False
    if due and target["kind"] == "yes":
        return {"kind": "by", "date": due}, False
    if target["kind"] == "words" and not by_person:
        return ({"kind": "by", "date": due} if due else target), not sure
    return target, False


def score_cell(cell, around):
    """Outcome, score, measured, ratio and met of one cell."""
    nothing = {"score": None, "measured": None, "ratio": None, "met": None}
    if not is_due(cell):
        return {"outcome": "not_due", **nothing}
    if cell["standing"]:
        return {"outcome": "set_aside", **nothing}
    policy = around["policy"]
    target, unread = promised(cell)
    result = cell["result"]
    conditions = target["parts"] if target["kind"] == "several" else [target]
    days = [date.fromisoformat(one["date"]) for one in conditions if one["kind"] == "by"]
    around = dict(around, due=cell["due"] and date.fromisoformat(cell["due"]))
    around["awaited_by"] = around["due"] or (min(days) if days else around["year_end"])
    found = dict(nothing)
    try:
        if target["kind"] == "to_define":
            stop("set_aside")
        if target["kind"] == "withdrawn":
            stop("needs_judgement")
        if result is None:
            stop("awaited")
        if unread and result["kind"] in ("quantity", "ratio", "change", "several"):
            stop("needs_judgement")
        earned, ratio, met = measured(target, result, around)
        score = capped(earned, policy)
        if policy["partial"] and target["kind"] != "bands":
            score = min(max(on_scale(score, policy["partial"]), ZERO), number(policy["cap"]))
        found = {"outcome": "scored", "score": score, "measured": score, "ratio": ratio, "met": met}
    except Open as outcome:
        found["outcome"] = str(outcome)
        if found["outcome"] == "awaited" and around["today"] > around["awaited_by"]:
            found["outcome"] = "overdue"
    if cell["judgement"] is not None:
        found["outcome"] = "scored"
        found["score"] = min(number(cell["judgement"]), number(policy["cap"]))
    return found


# --- rolling up -------------------------------------------------------------------------------------------------------
# A node is what it brings to its parent: whether it is due, whether anything of it counts, whether some of it was set aside,
# and how much of it is scored and earned, once with what was set aside gone and once with it as zero. Shares are of one.


class Node:
    def __init__(self, due=False, counts=False, aside=False, scored=ZERO, points=ZERO, kept=False, all_scored=ZERO,
                 all_points=ZERO):
        self.due, self.counts, self.aside, self.kept = due, counts, aside, kept
        self.scored, self.points = scored, points
        self.all_scored, self.all_points = all_scored, all_points


def leaf(outcome, score):
    if outcome == "not_due":
        return Node()
    if outcome == "set_aside":
        return Node(due=True, aside=True, kept=True, all_scored=ONE)
    scored, points = (ZERO, ZERO) if score is None else (ONE, score / HUNDRED)
    return Node(True, True, False, scored, points, True, scored, points)


def weights_of(written, nodes):
    """What each child weighs: those without a weight share what the due ones with a weight leave of a hundred."""
    due = [(weight, node) for weight, node in zip(written, nodes) if node.due]
    total = sum((weight for weight, _ in due if weight is not None), ZERO)
    missing = sum(1 for weight, _ in due if weight is None)
    if total == 0:
        each = ONE
    else:
        each = max(HUNDRED - total, ZERO) / missing if missing else ZERO
    return [each if weight is None else weight for weight in written]


def together(weights, nodes, kept_weights=None):
    """The node of children that weigh so much, and the sums it is made of."""
    children = [(weight, kept, node) for weight, kept, node in zip(weights, kept_weights or weights, nodes) if node.due]
    counting = sum((weight for weight, _, node in children if node.counts), ZERO)
    scored = sum((weight * node.scored for weight, _, node in children if node.counts), ZERO)
    points = sum((weight * node.points for weight, _, node in children if node.counts), ZERO)
    all_counting = sum((kept for _, kept, node in children if node.kept), ZERO)
    all_scored = sum((kept * node.all_scored for _, kept, node in children if node.kept), ZERO)
    all_points = sum((kept * node.all_points for _, kept, node in children if node.kept), ZERO)
    planned = sum((kept for _, kept, _ in children), ZERO)
    node = Node(due=bool(children))
    if counting:
        node.counts = True
        node.scored, node.points = scored / counting, points / counting
    if all_counting:
        node.kept = True
        node.all_scored, node.all_points = all_scored / all_counting, all_points / all_counting
        node.aside = not counting
    sums = {"counting": counting, "scored": scored, "points": points, "all_scored": all_scored,
            "all_points": all_points, "planned": planned}
    return node, sums


def share_of(part, whole):
    return part / whole * HUNDRED if whole else None


def figure(sums, counts, plan, span):
    policy = plan["policy"]
    attained = share_of(sums["points"], sums["scored"])
    floor = share_of(sums["points"], sums["counting"])
    missing = sums["counting"] - sums["scored"]
    ceiling = share_of(sums["points"] + missing * number(policy["cap"]) / HUNDRED, sums["counting"])
    last = plan["period"][1] if span is None else span
    over = date.fromisoformat(plan["today"]) > date(last, 12, 31)
    rule = policy["official"]
    is_floor = rule == "floor" or (rule == "by_date" and over and policy["missing"] == "zero")
    official = floor if is_floor else attained
    found = {"attained": attained, "coverage": share_of(sums["scored"], sums["counting"]), "floor": floor,
             "ceiling": ceiling, "with_set_aside": share_of(sums["all_points"], sums["all_scored"]),
             "official": official, "counts": counts, "light": None, "points": None}
    if official is not None:
        official = settled(official)
        lights = policy["lights"]
        green, amber = number(lights["green"]), number(lights["amber"])
        found["light"] = "green" if official >= green else "amber" if official >= amber else "red"
        scales = [dated for dated in policy["bands"] if dated["since"] <= last]
        if scales:
            found["points"] = on_scale(official, max(scales, key=lambda dated: dated["since"])["scale"])
    return found


def blend(pieces, node):
    """Several outcomes told as one: what is most urgent."""
    outcomes = [piece["outcome"] for piece in pieces]
    if not node.due:
        return "not_due"
    for urgent in ("overdue", "awaited", "needs_judgement"):
        if urgent in outcomes:
            return urgent
    obstacle = next((outcome for outcome in outcomes if outcome.startswith("not_computable")), None)
    if obstacle:
        return obstacle
    if not node.counts:
        return "set_aside" if "set_aside" in outcomes else "not_computable:NoWeight"
    return "scored"


def all_met(pieces):
    known = [piece["met"] for piece in pieces if piece["met"] is not None]
    return all(known) if known else None


def attained_by(node):
    return node.points / node.scored * HUNDRED if node.counts and node.scored else None


class Indicator:
    def __init__(self, plan, source, span):
        self.plan, self.source = plan, source
        self.weight = None if source["weight"] is None else number(source["weight"])
        if span is None:
            pieces = [self.year(year) for year in range(plan["period"][0], plan["period"][1] + 1)]
            self.node, _ = together([ONE] * len(pieces), [piece["node"] for piece in pieces])
            self.told = {"outcome": blend(pieces, self.node), "score": attained_by(self.node), "met": all_met(pieces),
                         "judged": any(piece["judged"] for piece in pieces)}
        else:
            self.told = self.year(span)
            self.node = self.told.pop("node")
        outcome = self.told["outcome"]
        self.counts = [outcome != "not_due", outcome == "scored", outcome == "scored" and self.told["judged"],
                       outcome in ("awaited", "overdue"), outcome == "overdue", outcome == "set_aside",
                       outcome == "needs_judgement", outcome.startswith("not_computable")]
        self.told.pop("judged")

    def around(self, cells, baseline, year):
        def level(named):
            wanted = None if named == "baseline" else year - 1 if named == "previous_year" else named["year"]
            if wanted is None:
                return baseline and baseline["reading"]
            cell = cells.get(str(wanted))
            result = cell and cell["result"]
            if result and result["kind"] in ("quantity", "ratio"):
                return result
            return baseline["reading"] if baseline and baseline["year"] == wanted else None

        return {"policy": self.plan["policy"], "polarity": self.source["polarity"], "baseline": baseline,
                "level": level, "year_end": date(year, 12, 31), "today": date.fromisoformat(self.plan["today"])}

    def year(self, year):
        source, key = self.source, str(year)
        own = source["cells"].get(key)
        parts = [part for part in source["parts"] if is_due(part["cells"].get(key))]
        cell = score_cell(own, self.around(source["cells"], source["baseline"], year))
        pieces = [score_cell(part["cells"][key], self.around(part["cells"], None, year)) for part in parts]
        told = {"cell": cell, "parts": pieces}
        if not parts:
            node = leaf(cell["outcome"], cell["score"])
            judged = bool(own) and own["judgement"] is not None and cell["score"] is not None
            return {"outcome": cell["outcome"], "score": cell["score"], "met": cell["met"], "judged": judged,
                    "node": node, **told}
        if own and own["standing"]:
            return {"outcome": "set_aside", "score": None, "met": None, "judged": False,
                    "node": leaf("set_aside", None), **told}
        nodes = [leaf(piece["outcome"], piece["score"]) for piece in pieces]
        written = [None if part["weight"] is None else number(part["weight"]) for part in parts]
        node, _ = together(weights_of(written, nodes), nodes)
        if own and own["judgement"] is not None:
            granted = min(number(own["judgement"]), number(self.plan["policy"]["cap"]))
            return {"outcome": "scored", "score": granted, "met": all_met(pieces), "judged": True,
                    "node": leaf("scored", granted), **told}
        judged = any(part["cells"][key]["judgement"] is not None and piece["score"] is not None
                     for part, piece in zip(parts, pieces))
        return {"outcome": blend(pieces, node), "score": attained_by(node), "met": all_met(pieces), "judged": judged,
                "node": node, **told}


def added(counts):
    return [sum(column) for column in zip(*counts)] if counts else [0] * 8


class Objective:
    def __init__(self, plan, source, span):
        self.source = source
        self.indicators = [Indicator(plan, indicator, span) for indicator in source["indicators"]]
        nodes = [indicator.node for indicator in self.indicators]
        self.weights = weights_of([indicator.weight for indicator in self.indicators], nodes)
        self.node, self.sums = together(self.weights, nodes)
        self.counts = added([indicator.counts for indicator in self.indicators])
        first, last = plan["period"]
        written = [number(weight) for year, weight in sorted(source["weights"].items())
                   if (int(year) == span if span is not None else first <= int(year) <= last)]
        self.weight = sum(written, ZERO) / len(written) if written else None


def in_span(plan, span):
    objectives = [Objective(plan, source, span) for source in plan["objectives"]]
    nodes = [objective.node for objective in objectives]
    weights = weights_of([objective.weight for objective in objectives], nodes)
    _, sums = together(weights, nodes)
    rows = []
    for objective, weight in zip(objectives, weights):
        indicators = [
            {"share": share_of(own, objective.sums["counting"]) if indicator.node.counts else None, **indicator.told}
            for indicator, own in zip(objective.indicators, objective.weights)
        ]
        rows.append({
            "weight": objective.weight,
            "share": share_of(weight, sums["counting"]) if objective.node.counts else None,
            "figure": figure(objective.sums, objective.counts, plan, span),
            "indicators": indicators,
        })
    return {
        "figure": figure(sums, added([objective.counts for objective in objectives]), plan, span),
        "goals": [by_goal(plan, span, goal, objectives, weights) for goal in plan["goals"]],
        "units": [by_unit(plan, span, unit, objectives, weights) for unit in plan["units"]],
        "objectives": rows,
    }


def by_goal(plan, span, goal, objectives, weights):
    """The objectives that serve a goal or one below it, with the weights they have in the plan."""
    parents = {other["id"]: other["parent"] for other in plan["goals"]}

    def serves(start):
        while start is not None:
            if start == goal["id"]:
                return True
            start = parents.get(start)
        return False

    chosen = [(weight, objective) for weight, objective in zip(weights, objectives)
              if any(serves(start) for start in objective.source["goals"])]
    _, sums = together([weight for weight, _ in chosen], [objective.node for _, objective in chosen])
    return figure(sums, added([objective.counts for _, objective in chosen]), plan, span)


def by_unit(plan, span, unit, objectives, weights):
    """The indicators an office answers for, with the weight each has in the whole plan."""
    chosen, plain, kept = [], [], []
    for objective, above in zip(objectives, weights):
        for indicator, own in zip(objective.indicators, objective.weights):
            if unit in (indicator.source["units"] or objective.source["units"]):
                sums = objective.sums
                chosen.append(indicator)
                plain.append(above * own / sums["counting"] if sums["counting"] else ZERO)
                kept.append(above * own / sums["planned"] if sums["planned"] else ZERO)
    _, sums = together(plain, [indicator.node for indicator in chosen], kept)
    return figure(sums, added([indicator.counts for indicator in chosen]), plan, span)


# --- in and out -------------------------------------------------------------------------------------------------------


def settled(value):
    """Thirty decimals: sixty digits leave no trace of the divisions on the way."""
    return value.quantize(Decimal(1).scaleb(-30), rounding=ROUND_HALF_UP)


def told(value):
    if isinstance(value, Decimal):
        return format(settled(value), "f")
    if isinstance(value, dict):
        return {key: told(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [told(inner) for inner in value]
    return value


def main():
    for line in sys.stdin:
        plan = json.loads(line)
        first, last = plan["period"]
        spans = [in_span(plan, year) for year in range(first, last + 1)] + [in_span(plan, None)]
        print(json.dumps(told(spans)), flush=True)


main()
