// Tables from Word, Excel and PDF: pasted, checked, corrected, taken in as one step.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { axe, journey, shot } from "./journey.mjs";
import { SAMPLES, go, goToSheet, openSample, saved, undoButton, until } from "./person.mjs";

const published = (name) => readFileSync(new URL(`../tables/${name}.txt`, import.meta.url), "utf8");

/** Pastes into what has the keyboard, as the browser does. */
const paste = (page, { text = "", html = "" }) =>
  page.evaluate(
    ([text, html]) => {
      const clipboardData = new DataTransfer();
      if (text) clipboardData.setData("text/plain", text);
      if (html) clipboardData.setData("text/html", html);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    [text, html],
  );

/** A table as Word puts it on the clipboard. */
const wordTable = (lines) => {
  const cell = (text) => `<td width=94 valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal>${text}<o:p></o:p></p></td>`;
  const rows = lines.map((line) => `<tr style='mso-yfti-irow:0'>${line.split("\t").map(cell).join("")}</tr>`);
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml></xml><![endif]--></head>
    <body lang=IT><!--StartFragment--><table class=MsoTableGrid>${rows.join("")}</table><!--EndFragment--></body></html>`;
};

const dialog = (page) => page.getByRole("dialog", { name: "Prendere una tabella" });
const values = (found) => found.evaluateAll((fields) => fields.map((field) => field.value));
const noSidewaysScroll = async (page) =>
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page does not scroll sideways");

journey("a table of a real plan, copied in Word, is right in an empty sheet within a minute", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  await page.getByRole("button", { name: "Nuova scheda" }).first().click();
  await until(() => page.getByRole("heading", { name: "Indicatori" }).count(), Boolean, "the sheet is there");
  const began = Date.now();
  const lines = published("asc-insieme-2024-2026").split("\n");
  const from = lines.findIndex((line) => line.startsWith("\t\tPrevisione 2024"));
  const table = lines.slice(from, lines.indexOf("", from));
  await page.evaluate(() => document.activeElement?.blur());
  await paste(page, { html: wordTable(table) });
  await dialog(page).getByText("Indicatori: 9 righe").waitFor();
  await dialog(page).getByText("indicatori nuovi: 9", { exact: false }).waitFor();
  await noSidewaysScroll(page);
  await shot(page, "tables-sheet");
  await axe(page);
  await page.keyboard.press("Enter");
  await until(() => dialog(page).count(), (count) => count === 0, "it is taken in");
  const described = page.getByRole("table", { name: "Indicatori" }).getByRole("textbox", { name: "Indicatore", exact: true });
  await until(() => described.count(), (count) => count === 9, "nine indicators stand there");
  const first = (await values(described))[0];
  assert.ok(first.startsWith("Attività di formazione interna finalizzata"), first);
  assert.ok(Date.now() - began < 60_000, "within a minute");
  await saved(page);
  await shot(page, "tables-sheet-after");
  await undoButton(page).click();
  await until(() => described.count(), (count) => count === 0, "one step takes it all back");
});

journey("a column is corrected with the keyboard and a row left out", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  await goToSheet(page, "1");
  await page.getByRole("button", { name: "Incolla una tabella…" }).click();
  await dialog(page).getByLabel("Tabella da incollare").focus();
  await shot(page, "tables-paste");
  await axe(page);
  await paste(page, { text: "Indicatore\tCosa ci aspettiamo\nIncontri con i medici\t4\nDa non prendere\t9\n" });
  const choice = dialog(page).getByRole("combobox", { name: "Dove va la colonna «Cosa ci aspettiamo»" });
  await choice.selectOption({ label: "Previsione 2025" });
  await dialog(page).getByRole("checkbox", { name: "Prendi la riga 2" }).uncheck();
  await dialog(page).getByText("indicatori nuovi: 1", { exact: false }).waitFor();
  await dialog(page).getByText("Senza posto nel piano: 2").click();
  const [head, row] = await dialog(page).locator("thead th, tbody tr").evaluateAll((all) => {
    const heads = all.filter((one) => one.tagName === "TH");
    const first = all.find((one) => one.tagName === "TR");
    return [Math.max(...heads.map((one) => one.getBoundingClientRect().bottom)), first.getBoundingClientRect().top];
  });
  assert.ok(head <= row + 1, `the headings end at ${head}, the first row begins at ${row}`);
  await shot(page, "tables-corrected");
  await dialog(page).getByRole("button", { name: "Prendi nel piano" }).click();
  const described = page.getByRole("table", { name: "Indicatori" }).getByRole("textbox", { name: "Indicatore", exact: true });
  await until(() => values(described), (seen) => seen.includes("Incontri con i medici"), "the row is there");
  assert.ok(!(await values(described)).includes("Da non prendere"));
});

journey("codes and results fill the year, and what they replace is shown", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.steps);
  await go(page, "Scambio");
  const take = async (text) => {
    await page.getByRole("button", { name: "Importa una tabella…" }).click();
    await dialog(page).getByLabel("Tabella da incollare").focus();
    await paste(page, { text });
  };
  await take("Codice\tRisultato 2023\nA.1\t41%\nB.2\tSI\nZ.9\t3\n");
  await dialog(page).getByText("celle riempite: 2", { exact: false }).waitFor();
  assert.equal(await dialog(page).getByText("non c’è nel piano").count(), 2);
  await noSidewaysScroll(page);
  await shot(page, "tables-results");
  await axe(page);
  await dialog(page).getByRole("button", { name: "Prendi nel piano" }).click();
  await take("Codice\tRisultato 2023\nA.1\t44%\nB.2\tSI\n");
  await dialog(page).getByText("sostituisce: 41%").waitFor();
  await dialog(page).getByRole("button", { name: "Annulla" }).click();
});

journey("a whole published plan is previewed with its doubts and what has no place", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.steps);
  await go(page, "Scambio");
  await page.getByRole("button", { name: "Importa una tabella…" }).click();
  await dialog(page).getByLabel("Tabella da incollare").focus();
  await paste(page, { text: published("cssm-mondovi-piao-2023-2025") });
  await dialog(page).getByText("Dati delle schede", { exact: false }).waitFor();
  await noSidewaysScroll(page);
  await shot(page, "tables-plan");
  await dialog(page).getByRole("button", { name: "Annulla" }).click();
});

journey("what is no table is refused with a sentence", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  await go(page, "Scambio");
  await page.getByRole("button", { name: "Importa una tabella…" }).click();
  await dialog(page).getByLabel("Tabella da incollare").focus();
  await paste(page, { text: `${"x".repeat(30_000)}\ta\n` });
  await dialog(page).getByRole("alert").getByText("20.000 caratteri", { exact: false }).waitFor();
});
