"""The scoring table: what each rule makes of a result.

A rule returns what the result earns in percent before the cap (None: more than any cap), the ratio, and whether the promise
was met; or it stops with an outcome that has no score.
"""

from datetime import date

from amounts import (HUNDRED, ONE, ZERO, Open, amount, cannot, exchanged, family, measure_of, number, pair, percent_of,
                     stop)


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


def banded_by_day(grades, result):
    kind = result["kind"]
    if kind in ("quantity", "ratio") and (kind == "ratio" or measure_of(result)[0] in ("percent", "out_of")):
        stop("needs_judgement")
    if kind not in ("on", "yes", "no"):
        return deed(result)
    if kind == "no":
        return ZERO, None, False
    days = [date.fromisoformat(grade["date"]) for grade in grades]
    done = date.fromisoformat(result["date"]) if result.get("date") else days[0]
    for place, (day, grade) in enumerate(zip(days, grades)):
        if done <= day:
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


def whole_of(result):
    """Out of how many a result is; none where it does not say."""
    if result["kind"] == "ratio":
        return number(result["whole"])
    if result["kind"] == "quantity" and measure_of(result)[0] == "out_of":
        return number(measure_of(result)[1])
    return None


def from_where_it_was(by, named, result, around):
    try:
        amount(result, ("percent", None))
    except Open:
        amount(result, ("count", None))
    level = around["level"](named)
    if level is None or level["kind"] not in ("quantity", "ratio"):
        cannot("ReferenceUnknown")
    counted = by and "amount" in by and measure_of(by["amount"])[0] in ("count", "out_of")
    if by and "points" in by:
        beside = ("percent", None)
    elif level["kind"] == "ratio" and counted:
        # So many more of the things counted; marks more where both stand on one scale.
        whole = number(level["whole"])
        beside = ("out_of", whole) if whole_of(result) == whole else ("count", None)
    elif level["kind"] == "ratio":
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
    if kind == "bands_by_day":
        return 2 if said in ("on", "yes", "no") else 0
    if kind == "yes":
        return 2 if said in ("yes", "no") else 1 if said == "on" or hundredths else 0
    if kind == "times":
        return 1 if said in ("yes", "no") else stands_beside(("count", None))
    if kind == "all":
        return 2 if said == "ratio" or hundredths else 1 if said == "yes" else 0
    if kind == "change":
        by = condition.get("by")
        if by is None and said in ("yes", "no"):
            return 2
        if said not in ("quantity", "ratio") or by is None or is_relative(by):
            return 2 if said == "change" else 1 if said in ("quantity", "ratio") else 0
        return min(1, stands_beside(measure_of(by["amount"]) if "amount" in by else ("percent", None)))
    return 0


def shared_out(conditions, result):
    if result["kind"] == "several":
        answers = result["parts"]
        in_order = len(answers) == len(conditions) and all(fit(*both) for both in zip(conditions, answers))
        given, left = [None] * len(conditions), list(answers)
        for wanted in (2, 1):
            if wanted == 1 and left and in_order:
                return answers
            for place, condition in enumerate(conditions):
                if given[place] is None:
                    found = next((answer for answer in left if fit(condition, answer) == wanted), None)
                    if found is not None:
                        given[place] = found
                        left = [answer for answer in left if answer is not found]
        return given if not left else stop("needs_judgement")
    fits = [fit(condition, result) for condition in conditions]
    if result["kind"] in ("yes", "no"):
        taken = [one > 0 for one in fits]
    else:
        # Where a value stands speaks of every change of it, beside the one condition it fits best.
        is_level = result["kind"] in ("quantity", "ratio")
        changes = [is_level and condition["kind"] == "change" for condition in conditions]
        # Beside a change that it moves, a percentage is no progress of a deed.
        if any(one and is_change for one, is_change in zip(fits, changes)):
            fits = [0 if condition["kind"] in ("by", "yes") else one for condition, one in zip(conditions, fits)]
        others = [one for one, is_change in zip(fits, changes) if one and not is_change]
        if others and others.count(max(others)) > 1:
            stop("needs_judgement")
        taken = [one > 0 and (is_change or one == max(others)) for one, is_change in zip(fits, changes)]
    return [result if one else None for one in taken] if any(taken) else stop("needs_judgement")


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
    if kind == "bands_by_day":
        return banded_by_day(target["grades"], result)
    return deed(result) if speaks_plainly(result) else stop("needs_judgement")


def capped(earned, policy):
    cap = number(policy["cap"])
    return cap if earned is None else min(max(earned, ZERO), cap)
