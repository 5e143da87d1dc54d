// Measures the release as a person meets it: opens plans from their files, types results on the monitoring page with the
// keyboard alone, and saves the plan as a file.
//   node benches/browser/repaint.mjs YEAR PLAN.json…
// Prints lines like those of the benches: what, indicators, median, 95th percentile and worst, in nanoseconds.
//
//   open a file              the file dropped → the page with the plan's figures is painted
//   open a file, to the last the same → the figures of the other years too; the plan is being stored meanwhile
//   open again         the page loaded anew, with results and weights of the journal to be replayed → the figures stand
//   result to page     the committing key → the last figure that follows from it stands in the page
//   result to frame    the same → the frame with it is painted; includes waiting for the screen's next turn
//   frame's work       the same without the waiting: what must fit in 16 ms
//   keystroke's work   a digit typed, likewise
//   slider to page           a step of a weight on Simulazione → the last figure that follows stands in the page
//   slider's work            the same, and what its frame takes: must fit in 16 ms
//   result to saved    the committing key → «Salvato»

import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { serve } from "../../scripts/static-server.mjs";
import { launch } from "./chromium.mjs";

/** What the page calls things. */
const SAYS = { result: /^Risultato/, menu: /^File/, download: /^Scarica/ };
/** Commits a result and goes to the next one. */
const COMMIT = "Enter";
const RESULTS = 200;
const OPENINGS = 5;
const EXPORTS = 10;
const STEPS = 200;

const [year, ...plans] = process.argv.slice(2);
const { server, origin } = await serve("dist");
const browser = await launch();
try {
  for (const path of plans) await measure(path);
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}

async function measure(path) {
  const text = readFileSync(path, "utf8");
  const size = JSON.parse(text).plan.objectives.reduce((sum, { indicators }) => sum + (indicators?.length ?? 0), 0);
  const report = (what, times) => say(what, size, times);

  const openings = [];
  let page;
  for (let turn = 0; turn < OPENINGS; turn++) {
    await page?.context().close();
    page = await arrive();
    openings.push(await page.evaluate(([name, text]) => probe.drop(name, text), [basename(path), text]));
  }
  report("open a file", openings.map(({ shown }) => shown));
  report("open a file, to the last", openings.map(({ done }) => done));

  const times = await typeResults(page);
  for (const [what, values] of Object.entries(times)) report(what, values);
  report("save as a file", await saveAsFile(page));
  for (const [what, values] of Object.entries(await moveSlider(page))) report(what, values);
  report("open again", await openAgain(page));
  await page.context().close();
}

/** Loads the page anew where somebody stands in the plan; from the start of loading until nothing changes any more. */
async function openAgain(page) {
  const times = [];
  const [plan] = new URL(page.url()).hash.split("/").slice(1);
  await page.evaluate((hash) => (location.hash = hash), `#/${plan}/cruscotto/${year}`);
  await page.evaluate(() => probe.settle());
  for (let turn = 0; turn < OPENINGS; turn++) {
    await page.reload();
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    times.push((await page.evaluate(() => probe.settle(1_000))).painted);
  }
  return times;
}

/** A browser that was never here. */
async function arrive() {
  const context = await browser.newContext({ locale: "it-IT", viewport: { width: 1366, height: 768 } });
  await context.addInitScript({ path: "benches/browser/probe.js" });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(origin);
  await page.getByRole("main").waitFor();
  await page.evaluate(() => probe.settle());
  return page;
}

async function typeResults(page) {
  const times = { "result to page": [], "result to frame": [], "frame's work": [], "keystroke's work": [], "result to saved": [] };
  const [plan] = new URL(page.url()).hash.split("/").slice(1);
  await page.evaluate((hash) => (location.hash = hash), `#/${plan}/monitoraggio/${year}`);
  const fields = page.getByRole("textbox", { name: SAYS.result });
  await fields.first().focus();
  await page.evaluate(() => probe.settle());
  for (let turn = 0; turn < RESULTS; turn++) {
    const field = await page.evaluateHandle(() => document.activeElement);
    await page.keyboard.press("Control+A");
    for (const digit of String(101 + turn)) times["keystroke's work"].push(work(await press(page, digit)));
    const marks = await press(page, COMMIT, "saved");
    if (!marks.changed || !marks.saved) throw new Error(`result ${turn + 1} changed nothing, or was not saved`);
    times["result to page"].push(marks.changed - marks.key);
    times["result to frame"].push(marks.painted - marks.key);
    times["frame's work"].push(work(marks));
    times["result to saved"].push(marks.saved - marks.key);
    // After the last row begins the first again.
    if (await field.evaluate((field) => field === document.activeElement)) await fields.first().focus();
    await field.dispose();
  }
  return times;
}

/** Presses a key and waits until what it caused is painted, and saved where that is asked for. */
async function press(page, key, until) {
  await page.keyboard.press(key);
  return page.evaluate((until) => probe.settle(50, until), until);
}

/** Until the page is changed, and from the frame's start until it is painted: not the time between. */
function work({ key, changed, framed, painted }) {
  return Math.max(changed - key, 0) + (painted - framed);
}

/** Moves a weight to and fro with the arrows, and keeps the key down: nothing is saved between two steps. */
async function moveSlider(page) {
  const times = { "slider to page": [], "slider's work": [] };
  const [plan] = new URL(page.url()).hash.split("/").slice(1);
  await page.evaluate((hash) => (location.hash = hash), `#/${plan}/simulazione/${year}`);
  await page.getByRole("slider").nth(1).focus();
  await page.evaluate(() => probe.settle());
  for (let turn = 0; turn < STEPS; turn++) {
    const key = turn % 20 < 10 ? "ArrowRight" : "ArrowLeft";
    await page.keyboard.down(key);
    const marks = await page.evaluate(() => probe.settle(50));
    if (!marks.changed) throw new Error(`step ${turn + 1} changed nothing`);
    times["slider to page"].push(marks.changed - marks.key);
    times["slider's work"].push(work(marks));
  }
  await page.keyboard.up("ArrowLeft");
  return times;
}

async function saveAsFile(page) {
  const times = [];
  for (let turn = 0; turn < EXPORTS; turn++) {
    await page.getByRole("banner").getByRole("button", { name: SAYS.menu }).click();
    const item = page.getByRole("menuitem", { name: SAYS.download });
    const saved = page.waitForEvent("download");
    const start = await item.evaluate((item) => {
      const start = performance.now();
      item.click();
      return start;
    });
    await saved;
    times.push((await page.evaluate(() => probe.marks.written)) - start);
  }
  return times;
}

function say(what, size, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (percent) => Math.round(sorted[Math.ceil((sorted.length * percent) / 100) - 1] * 1e6);
  console.log([what, size, at(50), at(95), at(100)].join("\t"));
}
