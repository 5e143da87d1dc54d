// What every trial writes and how it recognises what it finds: six texts of one sheet, written in turn, so that after edit n
// each of them holds its own last edit up to n.

import { text } from "./words.mjs";

export const FIELDS = 6;

/** Where the texts stand in the file, in the order in which they stand on the sheet. */
export const PLACES = [
  ["situation", "current"],
  ["situation", "critical_points"],
  ["benefits", "expected"],
  ["benefits", "advantages"],
  ["method", "actions"],
  ["method", "costs"],
];

/** The plan without the texts that a trial writes. */
function rest(file) {
  const [first, ...others] = structuredClone(file.plan.objectives);
  for (const [part, field] of PLACES) if (first[part]) delete first[part][field];
  for (const part of ["situation", "benefits", "method"]) {
    if (first[part] && Object.keys(first[part]).length === 0) delete first[part];
  }
  return JSON.stringify({ ...file.plan, objectives: [first, ...others] });
}

/**
 * Says after which edit the plan stood as it is found; none when it never stood like that: a text that is not whole, texts
 * of different moments, or anything else of the plan changed. `size` tells the length of an edit's text.
 */
export function recognise(found, before, size) {
  const numbers = PLACES.map(([part, field], place) => {
    const words = found.plan.objectives[0]?.[part]?.[field] ?? "";
    if (words === (before.plan.objectives[0][part]?.[field] ?? "")) return 0;
    const number = Number(/^\[(\d+)\]/.exec(words)?.[1] ?? Number.NaN);
    return number % FIELDS === place && words === text(number, size(number)) ? number : Number.NaN;
  });
  if (numbers.some(Number.isNaN) || rest(found) !== rest(before)) return null;
  const reached = Math.max(...numbers);
  const fits = numbers.every((number, place) => number === lastOf(place, reached));
  return fits ? reached : null;
}

function lastOf(place, reached) {
  const last = reached - ((reached - place + FIELDS) % FIELDS);
  return Math.max(0, last);
}
