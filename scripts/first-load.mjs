// Prints the size of a first visit, compressed, beside its budget, which it does not keep yet; fails when it grows beyond
// what it weighs today. That ceiling only ever comes down, until it is the budget.
// Counts the page, its style, its programs and all its fonts. Samples and whatever loads on demand are not part of it.

import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 450;
const CEILING_KB = 1100;
const FIRST = new Set([".html", ".css", ".js", ".wasm", ".woff2"]);
const ON_DEMAND = ["samples", "spreadsheet"];

const dist = process.argv[2] ?? "dist";
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && FIRST.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !ON_DEMAND.includes(relative(dist, path).split("/")[0]))
  .map((path) => ({ path: relative(dist, path), bytes: gzipSync(readFileSync(path), { level: 9 }).length }))
  .sort((a, b) => b.bytes - a.bytes);

const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(7);
for (const { path, bytes } of files) console.log(`${kb(bytes)} KB  ${path}`);
const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`${kb(total)} KB  first load, compressed (budget ${BUDGET_KB} KB)`);
if (total > BUDGET_KB * 1024) console.log(`${kb(total - BUDGET_KB * 1024)} KB  OVER the budget (may not pass ${CEILING_KB} KB)`);
if (total > CEILING_KB * 1024) {
  console.error("the first load has grown");
  process.exit(1);
}
