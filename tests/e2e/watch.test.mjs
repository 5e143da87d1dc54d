// The watch that every journey stands under truly fails: a run of breaches, of which none may pass.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("breaches.mjs", import.meta.url));

/** Runs the breaches as a test file of their own; gives which passed and which failed. */
async function run() {
  // Told that it runs within a test, the runner would only report to it.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const child = spawn(process.execPath, ["--test-reporter=tap", file], { env });
  let said = "";
  child.stdout.on("data", (bytes) => (said += bytes));
  child.stderr.on("data", (bytes) => (said += bytes));
  const code = await new Promise((done) => child.on("close", done));
  const results = [...said.matchAll(/^(not ok|ok) \d+ - (.+)$/gm)].map(([, outcome, name]) => [name, outcome === "ok"]);
  return { code, said, results };
}

test("a journey fails on every breach, and on nothing else", { timeout: 180_000 }, async () => {
  const { code, said, results } = await run();
  assert.notEqual(code, 0, said);
  const passed = results.filter(([, ok]) => ok).map(([name]) => name);
  assert.deepEqual(passed, ["nothing at all"], said);
  assert.equal(results.length, 14, said);
  assert.match(said, /the console stays clean and nothing leaves the origin/);
});
