// Every page, with a real plan in it: accessible, within the width of the smallest screen, and pictured for somebody to
// look at.

import assert from "node:assert/strict";

import { axe, journey, shot } from "./journey.mjs";
import { SAMPLES, go, goToSheet, openSample, sheetLinks } from "./person.mjs";

/** Everything is checked before anything is said, so that one fault does not hide the next. */
async function stands(page, name, faults) {
  const { wide, screen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, screen: innerWidth }));
  if (wide > screen) faults.push(`${name}: scrolls sideways, ${wide} px on ${screen}`);
  await shot(page, name);
  await axe(page).catch((error) => faults.push(`${name}: ${error.message}`));
}

journey("the page of plans stands", async ({ page, url }) => {
  const faults = [];
  await page.goto(url);
  await page.getByRole("region", { name: "Piani di esempio" }).getByRole("heading", { level: 3 }).first().waitFor();
  await stands(page, "plans-empty", faults);
  await openSample(page, url, SAMPLES.demonstration);
  await page.goto(url);
  await page.getByRole("region", { name: "In questo browser" }).getByRole("heading", { level: 3 }).first().waitFor();
  await stands(page, "plans", faults);
  assert.ok(faults.length === 0, faults.join("\n"));
});

for (const [what, sample, code] of [
  ["demonstration", SAMPLES.demonstration, "H"],
  ["sheets", SAMPLES.sheets, "1"],
]) {
  journey(`every page of the sample of ${what} stands`, async ({ page, url }) => {
    const faults = [];
    await openSample(page, url, sample);
    await stands(page, `${what}-dashboard`, faults);
    await page.getByRole("button", { name: "Come si arriva a questa cifra" }).last().click();
    const working = page.getByRole("dialog");
    await working.getByRole("button", { name: "Apri tutto" }).click();
    await stands(page, `${what}-working`, faults);
    await page.keyboard.press("Escape");
    await working.waitFor({ state: "hidden" });

    await go(page, "Albero");
    await stands(page, `${what}-tree`, faults);
    await goToSheet(page, code);
    await stands(page, `${what}-sheet`, faults);
    await page.getByRole("button", { name: /^Dettagli/ }).first().click();
    await page.getByRole("button", { name: "Duplica l’indicatore" }).waitFor();
    await stands(page, `${what}-sheet-open`, faults);
    await go(page, "Monitoraggio");
    await stands(page, `${what}-monitoring`, faults);
    await go(page, "Simulazione");
    await page.getByText("Mostra come tabella").first().click();
    await stands(page, `${what}-simulation`, faults);
    await go(page, "Impostazioni");
    await stands(page, `${what}-settings`, faults);
    assert.ok(faults.length === 0, faults.join("\n"));
  });
}

journey("the longest plan stands: sixty indicators, long sentences, eighteen sheets", async ({ page, url }) => {
  const faults = [];
  await openSample(page, url, SAMPLES.tree);
  await stands(page, "tree-dashboard", faults);
  await go(page, "Albero");
  await stands(page, "tree-tree", faults);
  await sheetLinks(page).first().click();
  await page.getByRole("heading", { level: 2, name: "Indicatori" }).waitFor();
  await stands(page, "tree-sheet", faults);
  await go(page, "Monitoraggio");
  await stands(page, "tree-monitoring", faults);
  await go(page, "Simulazione");
  await stands(page, "tree-simulation", faults);
  assert.ok(faults.length === 0, faults.join("\n"));
});
