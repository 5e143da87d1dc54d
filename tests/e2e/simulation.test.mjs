// What a director does on *Simulazione*: other weights, other results, a threshold; the plan changes only when asked to.

import assert from "node:assert/strict";

import { journey, shot } from "./journey.mjs";
import { SAMPLES, becomes, changes, go, openSample, planFigure, saved, undoButton, until, write } from "./person.mjs";

const outcome = (page) => page.getByRole("region", { name: "Risultato della simulazione" });
const figure = async (page) => (await outcome(page).locator(".figure").innerText()).replace(/\s+/g, " ").trim();
const weights = (page) => page.getByRole("table", { name: /^Pesi/ });
const weight = (page, code) => weights(page).getByRole("textbox", { name: new RegExp(`^Peso di ${code} `) });
const slider = (page, code) => weights(page).getByRole("slider", { name: new RegExp(`^Peso di ${code} `) });
const scenarios = (page) => page.getByRole("navigation", { name: "Simulazioni del piano" });

/** The weights as the fields show them; they come to 100, but for what rounding hides. */
async function sum(page) {
  const shown = await weights(page).getByRole("textbox", { name: /^Peso di/ }).evaluateAll((fields) => fields.map((field) => field.value));
  return shown.reduce((sum, value) => sum + Number(value.replace(",", ".")), 0);
}

journey("a director tries other weights, sees what they would do, applies them and takes them back", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  const official = await planFigure(page);
  await go(page, "Simulazione");
  assert.equal(await figure(page), official.replace(/\s+/g, " "), "nothing is tried yet");

  // Where the plan loses most stands first.
  const bars = page.getByRole("region", { name: "Dove si perdono i punti" }).locator("svg.chart g text:first-child");
  assert.match((await bars.first().textContent()).trim(), /^2 /);

  await slider(page, "2").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Alt+ArrowLeft");
  await becomes(() => weight(page, "2").inputValue(), "27,90", "the weight");
  assert.ok(Math.abs((await sum(page)) - 100) < 0.06, "the sum stays 100");
  const tried = await changes(() => figure(page), official, "the figure");
  await scenarios(page).getByRole("link", { name: "Simulazione 1" }).waitFor();
  await saved(page);

  // The plan is as it was.
  await go(page, "Cruscotto");
  assert.equal(await planFigure(page), official);
  await go(page, "Simulazione");
  await becomes(() => figure(page), tried, "the scenario's figure");

  await page.getByRole("region", { name: "Ci si arriva?" }).getByText(/Mancano \d+,\d\d punti/).waitFor();
  await shot(page, "simulation");

  await page.getByRole("button", { name: "Applica al piano…" }).click();
  const dialog = page.getByRole("dialog", { name: "Applica la simulazione al piano" });
  await write(dialog.getByLabel("Nota per il registro"), "Più peso ai servizi");
  await dialog.getByRole("button", { name: "Applica", exact: true }).click();
  await page.getByText("Simulazione applicata al piano: Più peso ai servizi").waitFor();
  await go(page, "Impostazioni");
  await page.getByRole("table", { name: "Registro delle rimodulazioni" }).getByText("Più peso ai servizi").waitFor();
  await go(page, "Cruscotto");
  await becomes(() => planFigure(page).then((text) => text.replace(/\s+/g, " ")), tried, "the plan's figure");
  await undoButton(page).click();
  await becomes(() => planFigure(page), official, "the plan's figure");
});

journey("a locked weight stays, an impossible move says why, and undo takes a move back", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await go(page, "Simulazione");
  const before = await figure(page);
  await weights(page).getByRole("button", { name: /^Blocca il peso di A / }).click();
  await write(weight(page, "B"), "40");
  await becomes(() => weight(page, "B").inputValue(), "40,00", "the weight");
  assert.equal(await weight(page, "A").inputValue(), "10,00", "the locked one stays");
  await write(weight(page, "B"), "95");
  await page.getByText(/si ferma a 90,00/).waitFor();
  await becomes(() => weight(page, "B").inputValue(), "90,00", "the weight");
  await undoButton(page).click();
  await becomes(() => weight(page, "B").inputValue(), "40,00", "the weight");
  await write(weight(page, "B"), "molto");
  await page.getByText("Scrivete un numero da 0 a 100").waitFor();
  assert.equal(await weight(page, "B").inputValue(), "molto", "what was typed stays");
  await page.getByRole("button", { name: /^Altro/ }).click();
  await page.getByRole("menuitem", { name: "Togli tutto ciò che è simulato" }).click();
  await becomes(() => figure(page), before, "the figure");
});

journey("results are supposed in an objective, scenarios are compared, and all of it outlives the page", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await go(page, "Simulazione");
  const before = await figure(page);
  await weights(page).getByRole("button", { name: /^H / }).click();
  await page.getByRole("heading", { level: 2, name: /^Pesi in H / }).waitFor();
  const supposed = weights(page).getByRole("combobox", { name: /^Risultato simulato di H\.3/ });
  await supposed.selectOption({ label: "Raggiunto" });
  const tried = await changes(() => figure(page), before, "the figure");
  await saved(page);
  await page.getByRole("button", { name: /^Altro/ }).click();
  await page.getByRole("menuitem", { name: "Duplica" }).click();
  await scenarios(page).getByRole("link", { name: "Simulazione 1 (copia)" }).waitFor();
  await supposed.selectOption({ label: "Escluso dall’anno" });
  await until(() => figure(page), (seen) => seen !== tried, "the copy's figure");
  await page.getByRole("button", { name: "Confronta" }).click();
  const comparison = page.getByRole("region", { name: "Confronto con il piano" });
  await comparison.getByRole("columnheader", { name: /^Piano/ }).waitFor();
  await comparison.getByRole("columnheader", { name: /^Simulazione 1 \(copia\)/ }).waitFor();
  await shot(page, "simulation-compared");
  await saved(page);
  await page.reload();
  await page.getByRole("heading", { level: 1, name: /^Simulazione/ }).waitFor();
  await scenarios(page).getByRole("link", { name: "Simulazione 1", exact: true }).click();
  await becomes(() => figure(page), tried, "the figure of the first scenario");
});
