// Prints one table of what was measured: node benches/browser/table.mjs CRITERION_FOLDER LINES.tsv…
// Growth is the median of a row against that of the row before it of the same kind: linear work grows as the size does.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [criterion, ...lines] = process.argv.slice(2);
const rows = new Map();

/** The row of a measurement; the first mention decides where it stands. */
function row(what, size) {
  const key = `${what}\t${size}`;
  if (!rows.has(key)) rows.set(key, { what, size });
  return rows.get(key);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1];
}

const measured = existsSync(criterion) ? readdirSync(criterion, { recursive: true }) : [];
for (const path of measured.filter((path) => path.endsWith("new/benchmark.json"))) {
  const folder = join(criterion, path, "..");
  const { group_id, function_id, value_str } = JSON.parse(readFileSync(join(folder, "benchmark.json"), "utf8"));
  const { iters, times } = JSON.parse(readFileSync(join(folder, "sample.json"), "utf8"));
  row(group_id, value_str ?? function_id ?? "").native = median(times.map((time, at) => time / iters[at]));
}
for (const line of lines.filter(existsSync).flatMap((path) => readFileSync(path, "utf8").split("\n"))) {
  const [what, size, median, p95, worst] = line.split("\t");
  if (median) Object.assign(row(what, size), { median: +median, p95: +p95, worst: worst && +worst });
}

const time = (ns) => {
  if (ns === undefined || ns === "") return "";
  const [unit, name] = [[1e9, "s"], [1e6, "ms"], [1e3, "µs"], [1, "ns"]].find(([unit]) => ns >= unit) ?? [1, "ns"];
  return `${(ns / unit).toPrecision(3)} ${name}`;
};
const times = (more, less) => (more && less ? `× ${(more / less).toFixed(2)}` : "");
const order = (a, b) => a.what.localeCompare(b.what) || a.size - b.size || String(a.size).localeCompare(String(b.size));

const table = [["what", "size", "native", "Chromium", "p95", "worst", "to native", "growth"]];
let before;
for (const now of [...rows.values()].sort(order)) {
  const same = before?.what === now.what && now.size > 0 ? before : {};
  const growth = now.median ? times(now.median, same.median) : times(now.native, same.native);
  table.push([
    now.what, now.size, time(now.native), time(now.median), time(now.p95), time(now.worst),
    times(now.median, now.native), growth,
  ]);
  before = now;
}
const widths = table[0].map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
for (const cells of table) {
  console.log(cells.map((cell, at) => (at < 1 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  ").trimEnd());
}
