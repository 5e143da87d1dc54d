// The judge of the trials, judged: it knows every state that was, and none that never was.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { FIELDS, PLACES, recognise } from "./trial.mjs";
import { text } from "./words.mjs";

const sample = new URL("../../public/samples/cssm-2023-2025-demo.traguardo.json", import.meta.url);
const before = JSON.parse(readFileSync(sample, "utf8"));
const size = (number) => 100 + number;

/** The plan after some edits. */
function after(edits) {
  const file = structuredClone(before);
  for (let number = 1; number <= edits; number++) {
    const [part, field] = PLACES[number % FIELDS];
    file.plan.objectives[0][part] = { ...file.plan.objectives[0][part], [field]: text(number, size(number)) };
  }
  return file;
}

test("every state that was is recognised", () => {
  for (let edits = 0; edits <= 20; edits++) assert.equal(recognise(after(edits), before, size), edits);
});

test("a text of which a letter is another, or the end is missing, never was", () => {
  for (const spoil of [(words) => words.slice(0, -20), (words) => words.replace(/[a-z]/, "é"), () => ""]) {
    const file = after(9);
    file.plan.objectives[0].situation.current = spoil(file.plan.objectives[0].situation.current);
    assert.equal(recognise(file, before, size), null);
  }
});

test("texts of different moments never were together", () => {
  const file = after(14);
  file.plan.objectives[0].benefits.expected = text(2, size(2));
  assert.equal(recognise(file, before, size), null);
});

test("a number that is another anywhere in the plan is noticed", () => {
  const file = after(5);
  const written = JSON.stringify(file);
  const changed = written.replace(/"weight": ?"(\d)/, (_, digit) => `"weight":"${(Number(digit) + 1) % 10}`);
  assert.notEqual(changed, written);
  assert.equal(recognise(JSON.parse(changed), before, size), null);
});
