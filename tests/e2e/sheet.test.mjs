// Scheda: everything on it can be added, copied, moved, removed and taken back.

import assert from "node:assert/strict";

import { journey } from "./journey.mjs";
import {
  SAMPLES,
  becomes,
  download,
  goToSheet,
  indicatorRow,
  notice,
  openSample,
  saved,
  sheetLinks,
  undoAll,
  undoButton,
  until,
  write,
} from "./person.mjs";

const indicators = (page) => page.getByRole("table", { name: "Indicatori" });
const actions = (page) => page.getByRole("table", { name: "Azioni" });
const words = (table, label) => table.getByRole("textbox", { name: label, exact: true });
const values = (found) => found.evaluateAll((fields) => fields.map((field) => field.value));

journey("an indicator is added, copied, moved and removed, and undo takes it all back", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  const before = await download(page);
  await goToSheet(page, "1");
  const named = words(indicators(page), "Indicatore");
  const names = () => values(named);
  const original = await names();

  await page.getByRole("button", { name: "+ Aggiungi un indicatore" }).last().click();
  await until(() => named.count(), (count) => count === original.length + 1, "a row comes");
  await until(() => named.last().evaluate((field) => field === document.activeElement), Boolean, "the keyboard is in it");
  await write(named.last(), "Incontri con i Comuni");
  await write(indicatorRow(page, "Incontri con i Comuni").getByRole("textbox", { name: "Previsione 2026" }), "almeno 6");

  await page.getByRole("button", { name: "Dettagli: Incontri con i Comuni", exact: true }).click();
  await page.getByRole("button", { name: "Duplica l’indicatore" }).click();
  await until(names, (seen) => seen.length === original.length + 2 && seen.at(-1) === seen.at(-2), "a copy stands below");
  await write(named.last(), "Incontri con l’Unione");
  const copied = indicatorRow(page, "Incontri con l’Unione").getByRole("textbox", { name: "Previsione 2026" });
  assert.equal(await copied.inputValue(), "almeno 6");

  await page.getByRole("button", { name: "Sposta su (Alt+↑): Incontri con l’Unione" }).click();
  await until(names, (seen) => seen.at(-2) === "Incontri con l’Unione", "it moves up");
  await page.getByRole("button", { name: "Sposta giù (Alt+↓): Incontri con l’Unione" }).click();
  await until(names, (seen) => seen.at(-1) === "Incontri con l’Unione", "it moves down again");

  await page.getByRole("button", { name: "Rimuovi l’indicatore" }).click();
  await notice(page, "Rimosso: indicatore Incontri con i Comuni.");
  await until(names, (seen) => seen.length === original.length + 1, "it goes");
  await undoButton(page).click();
  await until(names, (seen) => seen.length === original.length + 2, "it comes back");

  await undoAll(page);
  assert.deepEqual(await names(), original);
  await saved(page);
  assert.equal((await download(page)).text, before.text, "the plan is what it was, byte for byte");
});

journey("a notice's undo brings back what it names, and goes once something else was changed", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  await goToSheet(page, "1");
  const names = () => values(words(indicators(page), "Indicatore"));
  const original = await names();
  const remove = async () => {
    await page.getByRole("button", { name: /^Dettagli/ }).first().click();
    await page.getByRole("button", { name: "Rimuovi l’indicatore" }).click();
    await until(names, (seen) => seen.length === original.length - 1, "it goes");
  };
  const offered = page.locator(".notices").getByRole("button", { name: "Annulla" });

  await remove();
  await offered.click();
  await until(names, (seen) => seen.length === original.length, "it comes back");
  assert.deepEqual(await names(), original);

  await remove();
  await offered.waitFor();
  await write(words(indicators(page), "Indicatore").first(), "Un altro nome");
  await until(() => offered.count(), (count) => count === 0, "the offer goes with the next change");
  await undoAll(page);
  assert.deepEqual(await names(), original);
});

journey("an action is added, copied, moved and removed, and undo takes it all back", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  const before = await download(page);
  await goToSheet(page, "1");
  const section = page.getByRole("group").filter({ has: page.getByRole("heading", { level: 2, name: "Azioni" }) });
  if (!(await section.evaluate((details) => details.open))) await section.locator("summary").click();
  const described = words(actions(page), "Descrizione");
  const descriptions = () => values(described);
  await described.first().waitFor();
  const original = await descriptions();

  await page.getByRole("button", { name: "+ Aggiungi un’azione" }).click();
  await until(() => described.count(), (count) => count === original.length + 1, "a row comes");
  await until(() => described.last().evaluate((field) => field === document.activeElement), Boolean, "the keyboard is in it");
  await write(described.last(), "Tavolo permanente con i Comuni");

  const tool = (name) => actions(page).getByRole("row").last().getByRole("button", { name });
  await tool(/^Duplica/).click();
  await until(descriptions, (seen) => seen.length === original.length + 2 && seen.at(-1) === seen.at(-2), "a copy stands below");
  await write(described.last(), "Tavolo permanente con l’Unione");
  await tool(/^Sposta su/).click();
  await until(descriptions, (seen) => seen.at(-2) === "Tavolo permanente con l’Unione", "it moves up");
  await tool(/^Rimuovi/).click();
  await notice(page, /^Rimosso: azione/);
  await until(descriptions, (seen) => seen.length === original.length + 1, "it goes");
  assert.equal((await descriptions()).at(-1), "Tavolo permanente con l’Unione");

  await undoAll(page);
  assert.deepEqual(await descriptions(), original);
  await saved(page);
  assert.equal((await download(page)).text, before.text, "the plan is what it was, byte for byte");
});

journey("what a target is read as follows its words as they are typed", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  await goToSheet(page, "1");
  await page.getByRole("button", { name: "+ Aggiungi un indicatore" }).last().click();
  const described = words(indicators(page), "Indicatore").last();
  await write(described, "Misura di prova");
  const row = indicatorRow(page, "Misura di prova");
  const target = row.getByRole("textbox", { name: "Previsione 2026" });
  const reading = row.getByRole("cell").filter({ has: page.getByRole("textbox", { name: "Previsione 2026" }) }).locator(".chip");

  const read = async () => ((await reading.count()) ? (await reading.innerText()).trim() : "");
  assert.equal(await read(), "");
  await target.fill("almeno l’80%");
  const share = await until(read, (seen) => /80\s*%/.test(seen), "a share");
  await target.fill("entro il 30/9");
  const day = await until(read, (seen) => /30 settembre 2026/.test(seen), "a day of the plan's year");
  assert.notEqual(share, day);
  await target.press("Escape");
  await becomes(read, "", "what was there before");
  await write(target, "almeno l’80%");
  await becomes(read, share, "the reading");

  await write(row.getByRole("textbox", { name: "Risultato 2026" }), "40%");
  await row.getByRole("button", { name: /^50(,0+)?\s*%$/ }).waitFor();
});

journey("a target that is put off proposes a standing, and a person takes it", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  await goToSheet(page, "1");
  await page.getByRole("button", { name: "+ Aggiungi un indicatore" }).last().click();
  await write(words(indicators(page), "Indicatore").last(), "Misura rinviata");
  const row = indicatorRow(page, "Misura rinviata");
  await write(row.getByRole("textbox", { name: "Previsione 2026" }), "Posticipato al 2028");
  await row.getByRole("button", { name: /^Dettagli/ }).click();
  await page.getByText("Il target propone: rinviato al 2028.").waitFor();
  await page.getByRole("button", { name: "Escludi l’anno così" }).click();
  await until(
    () => page.getByLabel("Nell’anno").evaluate((select) => select.selectedOptions[0].label),
    (label) => /2028/.test(label),
    "the standing",
  );
  assert.equal(await page.getByRole("button", { name: "Escludi l’anno così" }).count(), 0);
});

for (const [what, sample] of Object.entries(SAMPLES)) {
  journey(`the sample of ${what} opens with all its sheets`, async ({ page, url }) => {
    await openSample(page, url, sample);
    await until(() => sheetLinks(page).count(), (count) => count === sample.sheets, `${sample.sheets} sheets`);
  });
}
