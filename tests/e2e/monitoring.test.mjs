// Monitoraggio: results typed row after row, without a mouse.

import assert from "node:assert/strict";

import { journey } from "./journey.mjs";
import { SAMPLES, changes, go, openSample, saved, undoAll, until } from "./person.mjs";

const filters = (page) => page.getByRole("region", { name: "Filtri" });
const list = (page) => page.getByRole("table", { name: "Risultati da scrivere" });
const fields = (page) => list(page).getByRole("textbox", { name: /^Risultato di/ });
const total = async (page) =>
  (await page.getByRole("region", { name: "Totale del piano" }).getByTitle("Come si arriva a questa cifra").innerText()).trim();

const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

/** Presses Tab until the focus is where it should be. */
async function tabTo(page, target) {
  for (let step = 0; step < 120; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail("Tab never arrives there");
}

journey("three results are typed with the keyboard alone, and the figure on top follows", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await go(page, "Monitoraggio");
  const before = await total(page);

  const standing = filters(page).getByRole("combobox", { name: "Stato" });
  await tabTo(page, standing);
  await until(
    async () => {
      await page.keyboard.press("ArrowDown");
      return standing.evaluate((select) => select.selectedOptions[0].label);
    },
    (chosen) => chosen === "in ritardo",
    "the filter says what is overdue",
  );
  await filters(page).getByRole("status").filter({ hasText: /righe \d+/ }).waitFor();
  await tabTo(page, fields(page).first());

  const results = ["Sì, il 20/12/2023", "Sì, il 21/12/2023", "Sì, il 22/12/2023"];
  const written = [];
  let figure = before;
  for (const result of results) {
    const name = await focused(page);
    assert.match(name, /^Risultato di/, "Enter leads to the field of the next row");
    await page.keyboard.type(result);
    await page.keyboard.press("Enter");
    figure = await changes(() => total(page), figure, "the figure on top");
    written.push(name);
  }
  assert.equal(new Set(written).size, 3, "each result has a row of its own");
  for (const [at, name] of written.entries()) {
    const field = page.getByRole("textbox", { name, exact: true });
    assert.equal(await field.inputValue(), results[at], "a row stays under the hands of who writes in it");
  }
  await saved(page);
  await undoAll(page);
  assert.equal(await total(page), before);
});

journey("filters find a row by its words, by sheet and by state, and all come back", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await go(page, "Monitoraggio");
  const rows = () => fields(page).count();
  const all = await rows();
  assert.equal(all, 39, "what is due in 2023");

  const search = filters(page).getByRole("searchbox", { name: "Cerca" });
  await search.fill("H.3");
  await until(rows, (count) => count === 1, "one row has this code");
  await filters(page).getByRole("button", { name: "Azzera i filtri" }).click();
  await until(rows, (count) => count === all, "all rows are back");
  assert.equal(await search.inputValue(), "");

  await filters(page).getByRole("combobox", { name: "Obiettivo" }).selectOption({ index: 1 });
  await until(rows, (count) => count === 2, "sheet A has two steps");
  await filters(page).getByRole("combobox", { name: "Stato" }).selectOption("in ritardo");
  await page.getByText("Nessun indicatore corrisponde ai filtri.").waitFor();
  await filters(page).getByRole("button", { name: "Azzera i filtri" }).click();
  await until(rows, (count) => count === all, "all rows are back");
});
