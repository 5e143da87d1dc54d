// The plan for other programs and back: a workbook that somebody fills in, open data, StratML, a table to paste; the next
// plan begun from this one, and two plans side by side.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { axe, journey, shot } from "./journey.mjs";
import { SAMPLES, go, notice, openSample } from "./person.mjs";

/** Presses a button that saves a file: its name and where it is. */
async function saves(page, button) {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** Replaces words in a workbook, as somebody does who fills it in. */
function retyped(path, name, from, to) {
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  const copy = join(folder, name);
  writeFileSync(copy, readFileSync(path));
  execFileSync("unzip", ["-q", copy, "xl/sharedStrings.xml", "-d", folder]);
  const strings = join(folder, "xl/sharedStrings.xml");
  const text = readFileSync(strings, "utf8");
  assert.ok(text.includes(`>${from}<`), `the workbook holds «${from}»`);
  writeFileSync(strings, text.replace(`>${from}<`, `>${to}<`));
  execFileSync("zip", ["-q", copy, "xl/sharedStrings.xml"], { cwd: folder });
  return { copy, done: () => rmSync(folder, { recursive: true }) };
}

const scrolls = (page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

journey("a workbook goes out, is filled in and comes back to be merged; the rest of it brings nothing", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  await go(page, "Scambio");
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  const { name, path } = await saves(page, "Scarica il foglio Excel");
  assert.match(name, /^piano-degli-obiettivi-e-degli-indicatori-2024-2026\.xlsx$/);
  assert.ok(fetched.some((address) => /split_spreadsheet\.wasm$/.test(address)), "the module comes with the first workbook");
  await notice(page, /Scaricato/);

  // An indicator's name: it stands on the sheet of all indicators and on its objective's, and is one field.
  const indicator = "Redazione documento di Fine Mandato";
  const { copy, done } = retyped(path, name, indicator, `${indicator} (rivisto)`);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Riprendi un foglio Excel…" }).click();
  await (await choosing).setFiles(copy);
  const brought = page.getByRole("region", { name: "Che cosa ha portato il foglio Excel" });
  await brought.getByText(/contiene una modifica/).waitFor();
  await shot(page, "output-brought");
  await axe(page);
  done();
});

journey("open data, StratML and a table to paste", async ({ page, context, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await go(page, "Scambio");
  const csv = await saves(page, "Scarica il CSV");
  const lines = readFileSync(csv.path, "utf8").split("\r\n");
  assert.match(csv.name, /\.csv$/);
  assert.ok(lines[0].startsWith("\u{feff}Ente;Piano;Anno;"), lines[0]);
  assert.ok(lines.length > 50);
  const stratml = await saves(page, "Scarica lo StratML");
  const xml = readFileSync(stratml.path, "utf8");
  assert.match(stratml.name, /\.stratml$/);
  assert.match(xml, /<PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Performance_Report">/);
  const faults = await page.evaluate((xml) => new DOMParser().parseFromString(xml, "text/xml").querySelectorAll("parsererror").length, xml);
  assert.equal(faults, 0);

  await page.getByRole("button", { name: "Copia la tabella" }).click();
  await notice(page, /Tabella copiata/);
  const other = await context.newPage();
  await other.goto(url);
  await other.evaluate(() => {
    window.pasted = new Promise((done) =>
      document.addEventListener("paste", ({ clipboardData }) =>
        done({ html: clipboardData.getData("text/html"), text: clipboardData.getData("text/plain") }),
      ),
    );
  });
  await other.bringToFront();
  await other.keyboard.press("Control+v");
  const pasted = await other.evaluate(() => window.pasted);
  assert.match(pasted.html, /<table>/);
  assert.match(pasted.text, /^\| Obiettivo \| Codice \|/);
  await page.bringToFront();
  assert.ok(!(await scrolls(page)));
  await page.getByRole("heading", { name: "Esporta per altri programmi" }).scrollIntoViewIfNeeded();
  await shot(page, "output");
  await axe(page);
});

journey("the next plan begins from this one, and the two stand side by side", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await go(page, "Scambio");
  const section = page.getByRole("region", { name: "Il triennio successivo" });
  await section.getByRole("button", { name: "Prepara…" }).click();
  await section.getByRole("table").waitFor();
  const behind = section.locator("dd").nth(1);
  const before = Number(await behind.innerText());
  assert.ok(before > 0, "finished steps stay behind");
  // One of them comes along after all.
  await section.getByRole("checkbox").first().check();
  assert.equal(Number(await behind.innerText()), before - 1);
  await section.scrollIntoViewIfNeeded();
  await shot(page, "roll-over");
  await axe(page);
  assert.ok(!(await scrolls(page)));
  const title = section.getByLabel("Titolo del nuovo piano");
  assert.match(await title.inputValue(), /2026-2028/);
  await section.getByRole("button", { name: "Crea il piano 2026-2028" }).click();
  await page.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();

  await go(page, "Scambio");
  const compare = page.getByRole("region", { name: "Confronto tra due piani" });
  await compare.getByLabel("Piano da mettere accanto").selectOption({ index: 1 });
  await compare.getByText(/Righe diverse/).waitFor();
  assert.ok((await compare.getByRole("row").count()) > 5);
  await compare.scrollIntoViewIfNeeded();
  await shot(page, "compare");
  await axe(page);
  assert.ok(!(await scrolls(page)));
});
