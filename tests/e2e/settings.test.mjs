// Impostazioni: the body's rules at work, the language, and what the address remembers.

import assert from "node:assert/strict";

import { journey } from "./journey.mjs";
import { SAMPLES, bar, becomes, changes, go, openSample, planFigure, saved, undoButton, until } from "./person.mjs";

journey("the threshold at 60 moves the example and the plan, and undo takes it back", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  const planBefore = await planFigure(page);
  await go(page, "Impostazioni");
  const example = page.getByRole("complementary", { name: "Che cosa cambia: un esempio" });
  const scores = async () => (await example.getByRole("row").allInnerTexts()).join("\n");
  const preset = page.getByRole("button", { name: /^Soglia al 60 %/ });
  const exampleBefore = await scores();
  assert.equal(await preset.getAttribute("aria-pressed"), "false");

  await preset.click();
  await becomes(() => preset.getAttribute("aria-pressed"), "true", "the preset");
  await changes(scores, exampleBefore, "the example");
  await saved(page);
  await go(page, "Cruscotto");
  const planAfter = await planFigure(page);
  assert.notEqual(planAfter, planBefore, "the plan's figure moves");

  await undoButton(page).click();
  await becomes(() => planFigure(page), planBefore, "the plan's figure");
  await go(page, "Impostazioni");
  assert.equal(await scores(), exampleBefore);
  assert.equal(await preset.getAttribute("aria-pressed"), "false");
});

journey("the language changes every text and is remembered", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await bar(page).getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: /^Dashboard/ }).waitFor();
  await becomes(() => page.locator("html").getAttribute("lang"), "en", "the language of the page");
  const navigation = page.getByRole("navigation", { name: "Pages of the plan" });
  for (const name of ["Tree", "Monitoring", "Settings"]) {
    await navigation.getByRole("link", { name }).click();
    await page.getByRole("heading", { level: 1, name: new RegExp(`^${name}`) }).waitFor();
  }
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await bar(page).getByRole("button", { name: "Italiano" }).click();
  await page.getByRole("heading", { level: 1, name: "Impostazioni" }).waitFor();
});

journey("a browser that speaks English is answered in English", { context: { locale: "en-GB" } }, async ({ page, url }) => {
  await page.goto(url);
  await page.getByRole("heading", { level: 1, name: "Performance plans" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
});

journey("page and year live in the address", async ({ page, context, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  const year = (name) => bar(page).getByRole("navigation", { name: "Anno" }).getByRole("link", { name, exact: true });
  assert.match(page.url(), /cruscotto/);
  await year("2024").click();
  await page.getByRole("heading", { level: 1, name: "Cruscotto 2024" }).waitFor();
  assert.match(page.url(), /\/cruscotto\/2024$/);
  await go(page, "Monitoraggio");
  assert.match(page.url(), /\/monitoraggio\/2024$/);
  await page.getByRole("heading", { level: 1, name: "Monitoraggio 2024" }).waitFor();

  const mailed = await context.newPage();
  await mailed.goto(page.url());
  await mailed.getByRole("heading", { level: 1, name: "Monitoraggio 2024" }).waitFor();
  await mailed.close();

  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Cruscotto 2024" }).waitFor();
  await year("Triennio").click();
  await until(() => page.url(), (address) => /\/cruscotto\/triennio$/.test(address), "the whole period in the address");
  await page.getByRole("heading", { level: 1, name: "Cruscotto 2023–2025" }).waitFor();
});
