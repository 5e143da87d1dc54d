// Prints the size of a first visit, compressed, beside its budget, and fails when it is over.
// Counts the page, its style, its first module and all its fonts: what it takes until the first screen stands. The module
// of an open plan is fetched behind that screen, that of spreadsheets with the first one written or read; both are printed
// apart, and have to be there. Samples load on demand.

import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 450;
const FIRST = new Set([".html", ".css", ".js", ".wasm", ".woff2"]);
const ON_DEMAND = ["samples"];
const BEHIND = /(^|\/)(split|chunk)_\w+\.wasm$/;
const MODULES = ["split_plan.wasm", "split_spreadsheet.wasm"];

const dist = process.argv[2] ?? "dist";
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && FIRST.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !ON_DEMAND.includes(relative(dist, path).split("/")[0]))
  .map((path) => ({ path: relative(dist, path), bytes: gzipSync(readFileSync(path), { level: 9 }).length }))
  .sort((a, b) => b.bytes - a.bytes);

const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(7);
const isBehind = ({ path }) => BEHIND.test(path);
const first = files.filter((file) => !isBehind(file));
for (const { path, bytes } of first) console.log(`${kb(bytes)} KB  ${path}`);
const total = first.reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`${kb(total)} KB  first load, compressed (budget ${BUDGET_KB} KB)`);
for (const { path, bytes } of files.filter(isBehind)) console.log(`${kb(bytes)} KB  fetched behind it: ${path}`);
const missing = MODULES.filter((name) => !files.some(({ path }) => path.endsWith(`/${name}`)));
if (missing.length > 0) {
  console.error(`no module of its own: ${missing.join(", ")}`);
  process.exit(1);
}
if (total > BUDGET_KB * 1024) {
  console.error(`the first load is ${kb(total - BUDGET_KB * 1024).trim()} KB over its budget`);
  process.exit(1);
}
