"""A second reckoning of attainment, from the words of the rules and not from the program, to hold the program to.

Reads a plan a line from standard input, as JSON with every phrase already read, and writes a line of figures for each.
Numbers are texts. Nothing is rounded on the way but at sixty digits; a figure leaves with thirty decimals.
"""

import json
import sys
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from amounts import HUNDRED, ONE, ZERO, Open, number, stop
from rules import capped, measured

# --- one cell ---------------------------------------------------------------------------------------------------------


def band_of(value, scale):
    value = settled(value)
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
    if target["kind"] == "bands_by_day":
        days = [max(date.fromisoformat(grade["date"]) for grade in target["grades"])]
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
        if policy["partial"] and target["kind"] not in ("bands", "bands_by_day"):
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
