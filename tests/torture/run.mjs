// Runs the proofs by name and prints a table of promise, how many, and result. scripts/torture calls it; so does scripts/test,
// with --short.
//   node tests/torture/run.mjs [--short] [NAME…]

import { fileURLToPath } from "node:url";

import { serve } from "../../scripts/static-server.mjs";
import { PROOFS } from "./proofs.mjs";

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const short = process.argv.includes("--short");
const unknown = wanted.filter((name) => !PROOFS.some((proof) => proof.name === name));
if (unknown.length > 0) {
  console.error(`no such proof: ${unknown.join(", ")}; there are: ${PROOFS.map((proof) => proof.name).join(", ")}`);
  process.exit(2);
}

const site = await serve(process.env.TRAGUARDO_DIST || fileURLToPath(new URL("../../dist", import.meta.url)));
const rows = [];
for (const proof of PROOFS) {
  if (wanted.length > 0 ? !wanted.includes(proof.name) : short && !proof.short) continue;
  const began = Date.now();
  console.log(`--- ${proof.name}: ${proof.promise}`);
  try {
    rows.push(...(await proof.run({ short, origin: site.origin, say: (words) => console.log(`    ${words}`) })));
  } catch (error) {
    console.log(error.stack);
    rows.push({ promise: proof.promise, howMany: "–", result: `ended early: ${error.message.split("\n")[0]}`, holds: false });
  }
  console.log(`    ${Math.round((Date.now() - began) / 1000)} s`);
}
site.server.closeAllConnections();
site.server.close();

const head = { promise: "promise", howMany: "how many", result: "result" };
const width = (key) => Math.max(...[head, ...rows].map((row) => row[key].length));
const line = (row, mark) => `${mark} ${row.promise.padEnd(width("promise"))}  ${row.howMany.padEnd(width("howMany"))}  ${row.result}`;
console.log(`\n${line(head, " ")}`);
for (const row of rows) console.log(line(row, row.holds ? "✔" : "✖"));
const failed = rows.filter((row) => !row.holds).length;
console.log(`\n${rows.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || rows.length === 0 ? 1 : 0);
