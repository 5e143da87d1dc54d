// The main job, from opening a plan to the plan standing in somebody else's browser.

import assert from "node:assert/strict";

import { journey, shot } from "./journey.mjs";
import {
  SAMPLES,
  bar,
  becomes,
  changes,
  choose,
  download,
  drop,
  go,
  goToSheet,
  indicatorRow,
  openSample,
  planFigure,
  redoButton,
  saved,
  sheetFigure,
  undoButton,
  until,
  write,
} from "./person.mjs";

// A step of sheet H still without a result in the demonstration.
const SHEET = "H";
const STEP = "H.3";
const RESULT = "Sì, il 20/12/2023";

journey("the dashboard tells the figure, how much of it is measured and between which bounds it will end", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  assert.match(await planFigure(page), /^\d{1,3}(,\d{1,2})?\s*%$/);
  const card = page.getByRole("region", { name: "Grado di raggiungimento" });
  await card.getByText(/peso già misurato: \d.*%|già misurato \(\d.*% del peso\)/).waitFor();
  await card.getByText(/Se non arriva altro resta \d.*%; se arrivasse tutto salirebbe a \d.*%/).waitFor();
});

journey("a result moves the objective and the plan, tells why, can be undone, and outlives the page", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  const planBefore = await planFigure(page);

  await goToSheet(page, SHEET);
  const sheetBefore = await sheetFigure(page);
  const result = indicatorRow(page, STEP).getByRole("textbox", { name: "Risultato 2023" });
  assert.equal(await result.inputValue(), "", "the step still waits for its result");
  await write(result, RESULT);
  const sheetAfter = await changes(() => sheetFigure(page), sheetBefore, "the objective's figure");
  await saved(page);

  await page.locator(".sheet-head .big").getByRole("button").click();
  const working = page.getByRole("dialog", { name: "Come si arriva a questa cifra" });
  await working.getByText(sheetAfter).first().waitFor();
  await working.locator("summary").filter({ hasText: STEP }).click();
  await working.getByText(RESULT).first().waitFor();
  await working.getByText(/fatto/).first().waitFor();
  await shot(page, "job-working");
  await working.getByRole("button", { name: "Chiudi", exact: true }).click();
  await working.waitFor({ state: "hidden" });

  await undoButton(page).click();
  await becomes(() => sheetFigure(page), sheetBefore, "the objective's figure");
  assert.equal(await result.inputValue(), "");
  await redoButton(page).click();
  await becomes(() => sheetFigure(page), sheetAfter, "the objective's figure");
  assert.equal(await result.inputValue(), RESULT);

  await go(page, "Cruscotto");
  const planAfter = await planFigure(page);
  assert.notEqual(planAfter, planBefore, "the plan's figure moves");
  await saved(page);

  await goToSheet(page, SHEET);
  const address = page.url();
  await page.reload();
  await until(() => page.locator(".sheet-head .big").count(), (count) => count === 1, "the sheet is back");
  assert.equal(page.url(), address, "reloading leads to the same page");
  await becomes(() => sheetFigure(page), sheetAfter, "the objective's figure");
  assert.equal(await result.inputValue(), RESULT);
  await go(page, "Cruscotto");
  await becomes(() => planFigure(page), planAfter, "the plan's figure");
});

journey("the file opens in another browser as exactly the same plan", async ({ page, another, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await goToSheet(page, SHEET);
  await write(indicatorRow(page, STEP).getByRole("textbox", { name: "Risultato 2023" }), RESULT);
  await saved(page);
  await go(page, "Cruscotto");
  const figure = await planFigure(page);
  const file = await download(page);
  assert.match(file.name, /\.traguardo\.json$/);
  assert.ok(file.text.includes(RESULT), "what was typed is in the file");

  const dropped = await (await another()).newPage();
  await dropped.goto(url);
  await dropped.getByRole("heading", { level: 1, name: "Piani della performance" }).waitFor();
  await drop(dropped, file.name, file.text);
  await dropped.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
  assert.equal(await planFigure(dropped), figure);
  assert.equal((await download(dropped)).text, file.text, "dropped: the same file, byte for byte");

  const chosen = await (await another()).newPage();
  await chosen.goto(url);
  await choose(chosen, chosen.getByRole("button", { name: "Apri un file…" }), file.name, file.text);
  await chosen.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
  assert.equal(await planFigure(chosen), figure);
  assert.equal((await download(chosen)).text, file.text, "chosen: the same file, byte for byte");
});

journey("the address names the year, and a figure of another year opens its own working", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  assert.match(page.url(), /\/cruscotto\/2023$/, "the year that was chosen for us stands in the address");
  await bar(page).getByRole("link", { name: "2024", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Cruscotto 2024" }).waitFor();
  const row = page.getByRole("table", { name: "Anno per anno" }).getByRole("row", { name: /Pronto Intervento Sociale/ });
  await row.getByRole("button", { name: "97,20 %" }).click();
  const working = page.getByRole("dialog");
  await working.getByText(/97,20\s%: tutto il peso dovuto è stato misurato/).waitFor();
  await working.getByText("Obiettivo · 2023").waitFor();
  assert.match(await working.getByRole("link", { name: "Apri la scheda" }).getAttribute("href"), /\/2023$/);
});
