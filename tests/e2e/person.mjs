// What a person does over and over: open a plan, go to a page, read a figure, wait until the page has caught up, hand a
// file over and take one away.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

/** The plans that come with the application, by the title on the page, with their years and sheets. */
export const SAMPLES = {
  demonstration: {
    title:
      "Piano integrato di attività e organizzazione 2023-2025: piano degli obiettivi (copia dimostrativa, risultati inventati)",
    sheets: 10,
  },
  steps: { title: "Piano integrato di attività e organizzazione 2023-2025: piano degli obiettivi", sheets: 10 },
  sheets: { title: "Piano degli obiettivi e degli indicatori 2024-2026", sheets: 5 },
  tree: { title: "Piano della performance 2021-2023", sheets: 18 },
  strategies: { title: "Piano degli indicatori della programmazione 2026-2028", sheets: 4 },
};

/** Waits until what `look` returns satisfies `holds`, and returns it. */
export async function until(look, holds, what) {
  const end = Date.now() + 15_000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end) assert.fail(`${what}; last seen: ${JSON.stringify(seen)}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** Waits until `look` returns something else than `before`, and returns it. */
export const changes = (look, before, what) => until(look, (seen) => seen !== before, `${what} should move`);

/** Waits until `look` returns exactly `wanted`. */
export const becomes = (look, wanted, what) => until(look, (seen) => seen === wanted, `${what} should be ${wanted}`);

export const bar = (page) => page.getByRole("banner");
export const navigation = (page) => page.getByRole("navigation", { name: "Pagine del piano" });

/** Opens one of the samples from *Piani* and arrives at its *Cruscotto*. */
export async function openSample(page, url, { title }) {
  await page.goto(url);
  await page.getByRole("region", { name: "Piani di esempio" }).getByRole("button", { name: `Apri: ${title}`, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
}

/** Goes to a page by its name in the navigation; a sheet's title may hold the same word, further on. */
export async function go(page, name) {
  const begins = new RegExp(`^${name}`);
  await navigation(page).getByRole("link", { name: begins }).click();
  await page.getByRole("heading", { level: 1, name: begins }).waitFor();
}

/** Goes to a sheet by its code. */
export async function goToSheet(page, code) {
  const link = sheetLinks(page).filter({ has: page.locator(".code").getByText(code, { exact: true }) });
  await link.click();
  await until(() => link.getAttribute("aria-current"), (current) => current === "page", "the sheet is shown");
  await page.getByRole("heading", { level: 2, name: "Indicatori" }).waitFor();
}

export const sheetLinks = (page) => navigation(page).locator(".below").getByRole("link");

/** The plan's figure on *Cruscotto*. */
export const planFigure = async (page) =>
  (await page.getByRole("region", { name: "Grado di raggiungimento" }).locator(".figure").innerText()).trim();

/** The objective's figure on its sheet. */
export const sheetFigure = async (page) => (await page.locator(".sheet-head .big").innerText()).trim();

/** An indicator's row on a sheet, by what it is called. */
export const indicatorRow = (page, name) =>
  page
    .getByRole("table", { name: "Indicatori" })
    .getByRole("row")
    .filter({ has: page.getByRole("button", { name: `Dettagli: ${name}`, exact: true }) });

/** Types over what stands in a field and leaves it. */
export async function write(field, words) {
  await field.fill(words);
  await field.press("Tab");
}

/** Waits until the bar says that the last change is in this browser. */
export const saved = (page) =>
  until(
    () => bar(page).getByRole("status").innerText(),
    (words) => /^Salvato in questo browser alle \d\d:\d\d/.test(words.replace(/\s+/g, " ")),
    "the bar says it is saved",
  );

export const undoButton = (page) => bar(page).getByRole("button", { name: "Annulla", exact: true });
export const redoButton = (page) => bar(page).getByRole("button", { name: "Ripeti", exact: true });

/** Takes everything back. */
export async function undoAll(page) {
  while (await undoButton(page).isEnabled()) await undoButton(page).click();
}

/** Downloads the plan from the menu: its file's name and text. */
export async function download(page) {
  await bar(page).getByRole("button", { name: /^File/ }).click();
  const coming = page.waitForEvent("download");
  await bar(page).getByRole("menuitem", { name: "Scarica il piano…" }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** Drops a file on the page, as from a folder of the computer. */
export async function drop(page, name, text) {
  const dataTransfer = await page.evaluateHandle(
    ([name, text]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], name, { type: "application/json" }));
      return carried;
    },
    [name, text],
  );
  await page.dispatchEvent("main", "dragover", { dataTransfer });
  await page.dispatchEvent("main", "drop", { dataTransfer });
}

/** Drops several files on the page at once: [name, text] each. */
export async function dropAll(page, files) {
  const dataTransfer = await page.evaluateHandle((files) => {
    const carried = new DataTransfer();
    for (const [name, text] of files) carried.items.add(new File([text], name, { type: "application/json" }));
    return carried;
  }, files);
  await page.dispatchEvent("main", "dragover", { dataTransfer });
  await page.dispatchEvent("main", "drop", { dataTransfer });
}

/** Presses something that saves a file: its name and text. */
export async function saves(page, button) {
  const coming = page.waitForEvent("download");
  await button.click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** Chooses a file in the browser's dialog. */
export async function choose(page, button, name, text) {
  const asked = page.waitForEvent("filechooser");
  await button.click();
  await (await asked).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

/** Waits for a notice at the foot of the page. */
export const notice = (page, words) => page.locator(".notices .notice").filter({ hasText: words }).waitFor();
