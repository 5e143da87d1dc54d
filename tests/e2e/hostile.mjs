// A plan whose every text is somebody's attempt to be more than text: a real sample, walked and filled.
//
// The strings are those of tests/support/hostile.json, which the model's own tests use too.

import { readFileSync } from "node:fs";

export const HOSTILE = JSON.parse(readFileSync(new URL("../support/hostile.json", import.meta.url), "utf8"));
const sample = JSON.parse(readFileSync(new URL("../../public/samples/cssm-2023-2025-demo.traguardo.json", import.meta.url), "utf8"));

/** Texts that are not free: ids, numbers, days, words of a closed list; and records of nothing else. */
const CLOSED = new Set(["id", "parent", "action", "date", "due", "until", "status", "cause", "weight", "percent"]);
const WHOLE = new Set(["policy", "weights", "target_reading", "result_reading", "period"]);
const isPointer = (field, key) => field.startsWith("plan.objectives") && (key === "goals" || key === "units");

/** Texts that stand in a plan once: each plan gets many strings in each of them. */
const ONCE = 40;

/** Fills every free text within, and notes for each field which strings it got. */
function fill(value, field, next, got) {
  if (Array.isArray(value)) return value.map((item) => fill(item, field, next, got));
  if (typeof value === "string") {
    const words = next(field);
    got.set(field, (got.get(field) ?? new Set()).add(words));
    return words;
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isKept = CLOSED.has(key) || WHOLE.has(key) || isPointer(field, key);
      return [key, isKept ? item : fill(item, /^\d{4}$/.test(key) ? field : `${field}.${key}`, next, got)];
    }),
  );
}

/** An objective with every field that one can have, its ids made of hostile strings too. */
function objective(at, id) {
  const like = structuredClone(sample.plan.objectives[at % sample.plan.objectives.length]);
  const text = "testo";
  return {
    ...like,
    id,
    code: text, kind: text, title: text, reference: text, responsible: text, other_services: text, staff_groups: text,
    stakeholders: text, public_value: text, goals: [`g${at}`], units: [`u${at}`],
    situation: { current: text, critical_points: text },
    benefits: { expected: text, advantages: text },
    method: { actions: text, costs: text, overall_indicator: text },
    weights: { 2023: "1", 2024: "1", 2025: "1" },
    actions: [{ id: "a", code: text, description: text, expected_result: text, years: [2023, 2024, 2025] }],
    indicators: [
      {
        id: `i ${id}`, code: text, action: "a", description: text, kpi: text, formula: text, unit_of_measure: text, source: text,
        frequency: text, baseline: { words: text }, units: [`u${at}`], weight: "100",
        parts: at % 3 === 0 ? [{ id: "p", code: text, description: text, cells: { 2023: { target: text, result: text } } }] : [],
        cells: Object.fromEntries(
          [2023, 2024].map((year) => [
            year,
            {
              target: text, due: `${year}-06-30`, result: text, evidence: text, note: text,
              checkpoints: [{ date: `${year}-06-30`, words: text, note: text }],
              judgement: year === 2023 ? undefined : { percent: "50", reason: text, author: text },
              deviation: { cause: "external", note: text },
              standing: at % 5 === 4 ? { status: "suspended", reason: text } : undefined,
              earlier_targets: [{ words: text, until: `${year}-01-31`, reason: text }],
            },
          ]),
        ),
      },
    ],
  };
}

/**
 * A plan of which every field that comes more than once holds every string, and every other field forty of them.
 * `words(at)` says what stands for string number `at`; a twin with harmless words has the same shape.
 */
export function hostilePlan(number, words, count = HOSTILE.length) {
  const got = new Map();
  const turns = new Map();
  const next = (field) => {
    const turn = turns.get(field) ?? number * ONCE;
    turns.set(field, turn + 1);
    if (/^plan\.(objectives|goals|units|sections|revisions)\b/.test(field)) return words(turn);
    return Array.from({ length: ONCE }, (_, more) => words(turn + more)).join(" ");
  };
  const each = Array.from({ length: count }, (_, at) => at);
  const text = "testo";
  const plan = {
    ...sample.plan,
    id: `hostile-${number}`,
    title: text, notice: text,
    body: { name: text, kind: text },
    approval: { act: text, date: "2023-01-31" },
    level_names: { goals: [text, text], objective: text, action: text, indicator: text },
    goals: each.map((at) => ({ id: `g${at}`, parent: at % 10 ? `g${at - (at % 10)}` : undefined, code: text, title: text, description: text })),
    units: each.map((at) => ({ id: `u${at}`, name: text, responsible: text, email: text })),
    objectives: each.map((at) => objective(at, `o${at} ${words(at).replace(/\s+/gu, " ").slice(0, 80).toWellFormed()}`)),
    sections: each.map((at) => ({ id: `s${at}`, title: text, text, table: [[text, text], [text, text]] })),
    revisions: each.map(() => ({ date: "2024-05-02", act: text, note: text })),
    scenarios: each.slice(0, 20).map((at) => ({ id: `w${at}`, name: text, note: text })),
    conflicts: undefined,
  };
  const filled = fill(plan, "plan", next, got);
  return { file: JSON.stringify({ format: "traguardo", version: 1, plan: filled }), plan: filled, got };
}
