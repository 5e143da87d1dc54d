// Nothing that was saved is lost: undo and versions after a reload, damaged and emptied archives, the way out of a stopped
// page, two tabs, an old tab beside a new version, and copies in files.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { serve } from "../../scripts/static-server.mjs";

import { axe, journey, shot } from "./journey.mjs";
import {
  SAMPLES,
  bar,
  becomes,
  choose,
  download,
  go,
  goToSheet,
  indicatorRow,
  notice,
  openSample,
  planFigure,
  redoButton,
  saved,
  sheetFigure,
  undoButton,
  until,
  write,
} from "./person.mjs";

const result = (page, indicator) => indicatorRow(page, indicator).getByRole("textbox", { name: "Risultato 2023" });
const kept = (page) => page.getByRole("region", { name: "In questo browser" });
const versions = (page) => page.getByRole("region", { name: "Versioni", exact: true });
const status = async (page) => (await bar(page).getByRole("status").innerText()).replace(/\s+/g, " ");

async function openSheet(page, url, code) {
  await openSample(page, url, SAMPLES.demonstration);
  await goToSheet(page, code);
}

/** Opens the address again and waits for the sheet. */
async function again(page) {
  await page.reload();
  await page.getByRole("heading", { level: 2, name: "Indicatori" }).waitFor();
}

/** Goes to a page of this origin on which the application does not run. */
async function elsewhere(page, url) {
  await page.route("**/nothing.html", (route) => route.fulfill({ contentType: "text/html", body: '<link rel="icon" href="data:,">' }));
  await page.goto(new URL("nothing.html", url).href);
}

/** Does something with the records of the plans, behind the application's back. */
const withRecords = (page, change) =>
  page.evaluate(`(async () => {
    const settled = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open("traguardo"));
    try {
      return await (${change})(database, settled);
    } finally {
      database.close();
    }
  })()`);

const downloaded = async (page, press) => {
  const coming = page.waitForEvent("download");
  await press();
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
};

journey("what was done can be undone after a reload, and made again", async ({ page, url }) => {
  await openSheet(page, url, "H");
  const field = () => result(page, "H.1");
  const before = await field().inputValue();
  await write(field(), "primo");
  await write(field(), "secondo");
  await saved(page);
  await again(page);
  await until(() => undoButton(page).isEnabled(), Boolean, "there is something to undo");
  await undoButton(page).click();
  await becomes(() => field().inputValue(), "primo", "the result after one step back");
  await saved(page);
  await again(page);
  await until(() => redoButton(page).isEnabled(), Boolean, "there is something to redo");
  await redoButton(page).click();
  await becomes(() => field().inputValue(), "secondo", "the result made again");
  await undoButton(page).click();
  await undoButton(page).click();
  await becomes(() => field().inputValue(), before, "the result as it was");
  assert.equal(await undoButton(page).isEnabled(), false, "nothing was done before");
});

journey("a version is looked at, compared and taken back, and nothing of the present one is lost", async ({ page, url }) => {
  await openSheet(page, url, "H");
  const first = await download(page);
  const figure = await sheetFigure(page);
  await write(result(page, "H.1"), "No");
  await write(result(page, "H.3"), "No");
  await saved(page);
  const second = await download(page);
  await go(page, "Scambio");
  const section = versions(page);
  await section.getByRole("button", { name: "Mostra ogni salvataggio" }).click();
  const looks = section.locator(".each").getByRole("button", { name: /^Guarda/ });
  await becomes(() => looks.count(), 3, "versions");
  await looks.last().click();
  const looked = section.getByRole("region", { name: /^Il piano com’era il/ });
  await looked.getByText("Differenze in tutto il piano: 2.").waitFor();
  const differences = looked.getByRole("table", { name: /^Che cosa è diverso/ }).getByRole("row");
  await differences.filter({ hasText: "H.1" }).filter({ hasText: "Risultato" }).filter({ hasText: "No" }).waitFor();
  const figures = looked.getByRole("table", { name: "Grado di raggiungimento, allora e adesso" });
  const official = figures.getByRole("row", { name: /^Grado di raggiungimento/ }).getByRole("cell");
  assert.notEqual(await official.first().innerText(), await official.last().innerText(), "the figures differ");
  await shot(page, "versions");
  await axe(page);

  await looked.getByRole("button", { name: "Riprendi questa versione" }).click();
  await notice(page, /Il piano è di nuovo com’era/);
  await looked.getByText("È identico al piano di adesso.").waitFor();
  await saved(page);
  assert.equal((await download(page)).text, first.text, "the plan is what it was");
  await page.reload();
  await versions(page).waitFor();
  await until(() => undoButton(page).isEnabled(), Boolean, "there is something to undo");
  await undoButton(page).click();
  await saved(page);
  assert.equal((await download(page)).text, second.text, "one step back is the plan of before");
  await goToSheet(page, "H");
  assert.notEqual(await sheetFigure(page), figure);
});

journey("a program that does not arrive leaves a way out with everything saved", async ({ page, another, url, problems }) => {
  await openSheet(page, url, "H");
  await write(result(page, "H.1"), "parole da ritrovare");
  await saved(page);
  const before = await download(page);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.reload();
  const crash = page.locator("#crash");
  await crash.getByRole("heading", { name: "Traguardo si è fermato" }).waitFor();
  await shot(page, "rescue");
  await axe(page);
  const file = await downloaded(page, () => crash.getByRole("button", { name: /Scarica i piani/ }).click());
  await crash.getByText(/Scaricato: è il file con tutto/).waitFor();
  assert.match(file.name, /^traguardo-archivio-\d{4}-\d\d-\d\d\.json$/);
  problems.length = 0; // that the program did not arrive was to be

  const other = await (await another()).newPage();
  await other.goto(url);
  await choose(other, other.getByRole("button", { name: "Apri un file…" }), file.name, file.text);
  await notice(other, /Piani ripresi dal file di salvataggio: 1/);
  await kept(other).getByRole("link", { name: /^Apri:/ }).click();
  await other.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
  assert.equal((await download(other)).text, before.text);
  // Taken in once more it brings nothing, and harms nothing.
  await other.goto(url);
  await choose(other, other.getByRole("button", { name: "Apri un file…" }), file.name, file.text);
  await notice(other, /Piani ripresi dal file di salvataggio: 0; già presenti e identici: 1/);
  assert.equal(await kept(other).getByRole("heading", { level: 3 }).count(), 1);
});

journey("a panic leaves a page that can still hand out the plans", async ({ page, url, problems }) => {
  await openSheet(page, url, "H");
  await write(result(page, "H.1"), "prima del guasto");
  await saved(page);
  // The page's own floor is taken away from under the program: it panics at the next element it makes.
  await page.evaluate(() => {
    const fall = () => {
      throw new Error("no elements today");
    };
    Document.prototype.createElement = fall;
    Document.prototype.importNode = fall;
    Node.prototype.cloneNode = fall;
  });
  await page.getByRole("link", { name: "Cruscotto" }).first().click();
  const crash = page.locator("#crash");
  await crash.getByRole("heading", { name: "Traguardo si è fermato" }).waitFor();
  assert.ok(problems.some((problem) => /panicked at/.test(problem)), `a real panic: ${problems.join("\n")}`);
  problems.length = 0;
  await page.reload();
  await page.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
  await goToSheet(page, "H");
  assert.equal(await result(page, "H.1").inputValue(), "prima del guasto");
});

journey("damaged records are put aside, and the plan says how far it came back", async ({ page, url }) => {
  await openSheet(page, url, "H");
  for (const words of ["uno", "due", "tre"]) await write(result(page, "H.1"), words);
  await saved(page);
  const address = page.url();
  await elsewhere(page, url);
  await withRecords(page, async (database, settled) => {
    const store = () => database.transaction("journal", "readwrite").objectStore("journal");
    const keys = await settled(store().getAllKeys());
    const bytes = await settled(store().get(keys.at(-1)));
    bytes[bytes.length - 3] ^= 4;
    await settled(store().put(bytes, keys.at(-1)));
  });
  await page.goto(address);
  await page.getByRole("heading", { level: 2, name: "Indicatori" }).waitFor();
  await notice(page, /il piano è stato ricostruito fino al \d\d\/.+ non recuperate: 1;/);
  assert.equal(await result(page, "H.1").inputValue(), "due");
  await go(page, "Scambio");
  await versions(page).getByText(/messi da parte, mai cancellati: 1\./).waitFor();
  await shot(page, "versions-damaged");
  await axe(page);
});

journey("an archive that was emptied is an alarm, and one that cannot be read offers its raw data", async ({ page, url }) => {
  await openSheet(page, url, "H");
  await write(result(page, "H.1"), "uno");
  await saved(page);
  const address = page.url();
  await elsewhere(page, url);
  await withRecords(page, async (database, settled) => {
    for (const key of await settled(database.transaction("snapshots").objectStore("snapshots").getAllKeys())) {
      const store = database.transaction("snapshots", "readwrite").objectStore("snapshots");
      const bytes = await settled(store.get(key));
      bytes[20] ^= 4;
      await settled(database.transaction("snapshots", "readwrite").objectStore("snapshots").put(bytes, key));
    }
  });
  await page.goto(address);
  await page.getByRole("heading", { level: 1, name: "Questo piano non si riesce a leggere" }).waitFor();
  await shot(page, "unreadable");
  await axe(page);
  const file = await downloaded(page, () => page.getByRole("button", { name: "Scarica i dati di questo browser" }).click());
  assert.match(file.text, /"snapshots"/);

  await elsewhere(page, url);
  await withRecords(page, async (database, settled) => {
    for (const shelf of database.objectStoreNames) {
      await settled(database.transaction(shelf, "readwrite").objectStore(shelf).clear());
    }
  });
  await page.goto(url);
  await page.getByRole("alert").getByRole("heading", { name: "I piani che erano in questo browser non ci sono più" }).waitFor();
});

/** Two tabs that do not hear each other, as when one was asleep. */
async function deafTabs(context, page, url, code) {
  await context.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await openSheet(page, url, code);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("heading", { level: 2, name: "Indicatori" }).waitFor();
  return other;
}

journey("what one tab removes while another writes in it stays, with the words", async ({ page, context, url }) => {
  const other = await deafTabs(context, page, url, "H");
  await other.getByRole("main").getByRole("button", { name: /^Scheda/ }).click();
  await other.getByRole("menuitem", { name: "Rimuovi dal piano" }).click();
  await saved(other);
  await write(result(page, "H.1"), "scritto mentre spariva");
  await notice(page, /conservata tra i conflitti da decidere/);
  await saved(page);
  assert.equal(await result(page, "H.1").inputValue(), "scritto mentre spariva");
  await again(page);
  assert.equal(await result(page, "H.1").inputValue(), "scritto mentre spariva");
  assert.match((await download(page)).text, /"dispute": "removed_and_changed"/);
});

journey("what two tabs write in one place is kept twice, and elsewhere joined", async ({ page, context, url }) => {
  const other = await deafTabs(context, page, url, "H");
  await write(result(other, "H.1"), "scritto là");
  await saved(other);
  await write(result(page, "H.3"), "altrove");
  await notice(page, /modificato in un’altra scheda/);
  await saved(page);
  assert.equal(await result(page, "H.1").inputValue(), "scritto là", "an edit of another place is joined");
  await write(result(other, "H.1"), "là di nuovo");
  await saved(other);
  assert.equal(await result(other, "H.3").inputValue(), "altrove");
  await write(result(page, "H.1"), "scritto qui");
  await notice(page, /conservata tra i conflitti da decidere/);
  await saved(page);
  const { text } = await download(page);
  assert.match(text, /scritto qui/);
  assert.match(text, /là di nuovo/);
});

journey("an old tab beside a new version says so and destroys nothing", async ({ page, context, url }) => {
  await openSheet(page, url, "H");
  await write(result(page, "H.1"), "uno");
  await saved(page);
  const newer = await context.newPage();
  await elsewhere(newer, url);
  await newer.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("traguardo", 99);
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error("the old tab does not give way"));
      }),
  );
  await write(result(page, "H.1"), "due");
  await notice(page, /ricaricate la pagina/);
  assert.match(await status(page), /^NON SALVATO/);
  const file = await downloaded(page, () => bar(page).getByRole("button", { name: "Scarica il piano su file" }).click());
  assert.match(file.text, /"due"/);
  await newer.goto(url);
  await newer.getByRole("alert").getByRole("heading", { name: "L’archivio dei piani in questo browser non si apre" }).waitFor();
  await newer.getByText(/versione più recente di Traguardo/).waitFor();
  await shot(newer, "closed");
  await axe(newer);
  const raw = await downloaded(newer, () => newer.getByRole("button", { name: "Scarica i dati di questo browser" }).click());
  assert.match(raw.text, /"headers"/);
});

journey("a save that fails is said, kept in memory and tried again", async ({ page, url }) => {
  await openSheet(page, url, "H");
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    globalThis.mend = () => {
      IDBDatabase.prototype.transaction = transaction;
    };
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      if (mode === "readwrite") throw new DOMException("the disk is full", "QuotaExceededError");
      return transaction.call(this, names, mode, options);
    };
  });
  await write(result(page, "H.1"), "solo in memoria");
  await notice(page, /il disco è pieno/);
  assert.match(await status(page), /^NON SALVATO/);
  await shot(page, "not-saved");
  await axe(page);
  await page.evaluate(() => globalThis.mend());
  await saved(page);
  await again(page);
  assert.equal(await result(page, "H.1").inputValue(), "solo in memoria");
});

journey("after fifty edits or a day a copy on file is asked for", async ({ page, url }) => {
  await openSheet(page, url, "H");
  const remind = bar(page).getByRole("button", { name: /^Modifiche in nessun file/ });
  for (let number = 1; number < 50; number += 1) await write(result(page, "H.1"), `prova ${number}`);
  await saved(page);
  assert.equal(await remind.count(), 0);
  await write(result(page, "H.1"), "prova 50");
  await remind.getByText(/in nessun file: 50 /).waitFor();
  await shot(page, "copy-due");
  await axe(page);
  await downloaded(page, () => remind.click());
  await bar(page).getByText(/ultima copia su file: oggi \d\d:\d\d/).waitFor();
  await write(result(page, "H.1"), "prova 51");
  await saved(page);
  assert.equal(await remind.count(), 0);
  await page.clock.setFixedTime(Date.now() + 24 * 3600 * 1000 + 60_000);
  await write(result(page, "H.1"), "prova 52");
  await remind.getByText(/in nessun file: 2 /).waitFor();
});

/** What the file of the copy holds; nothing at the moment in which it is being replaced. */
const keptCopy = (page) =>
  page.evaluate(async () => {
    try {
      for await (const handle of (await navigator.storage.getDirectory()).values()) return await (await handle.getFile()).text();
    } catch (error) {
      if (error.name !== "NotFoundError") throw error;
    }
    return "";
  });

/** Opens a sheet and has a file chosen for the copy; gives the word about it in the bar. */
async function chooseCopy(page, url) {
  // The browser's dialog cannot be driven: the file comes from the browser's own store, and is as real a handle.
  await page.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  });
  await openSheet(page, url, "H");
  await bar(page).getByRole("button", { name: /^File/ }).click();
  await bar(page).getByRole("menuitem", { name: "Copia automatica su file…" }).click();
  const said = bar(page).getByText(/^copia su «.+\.traguardo\.json»: oggi/);
  await said.waitFor();
  return said;
}

journey("a chosen file is kept up to date by itself, and read back", async ({ page, url }) => {
  await page.addInitScript(() => {
    // Those of the browser's own store need no leave, and have no way to ask for it.
    FileSystemFileHandle.prototype.queryPermission ??= async () => "granted";
  });
  const said = await chooseCopy(page, url);
  const content = () => keptCopy(page);
  await write(result(page, "H.1"), "nella copia");
  await until(content, (text) => text.includes("nella copia"), "the chosen file");
  await saved(page);
  await again(page);
  await write(result(page, "H.1"), "anche dopo");
  await until(content, (text) => text.includes("anche dopo"), "the chosen file after a reload");
  await said.waitFor();
  assert.equal(await content(), (await download(page)).text);
  await bar(page).getByRole("button", { name: /^File/ }).click();
  await bar(page).getByRole("menuitem", { name: "Ferma la copia automatica" }).click();
  await becomes(() => said.count(), 0, "the word about the copy");
});

journey("where the browser wants leave again the copy waits for it, and goes on once it is given", async ({ page, url }) => {
  await page.addInitScript(() => {
    // As browsers do: leave given while a file is chosen ends with the page, and is only given again when asked for.
    const asked = [];
    window.asked = asked;
    let answer = sessionStorage.getItem("reloaded") ? "prompt" : "granted";
    sessionStorage.setItem("reloaded", "1");
    FileSystemFileHandle.prototype.queryPermission = async () => answer;
    FileSystemFileHandle.prototype.requestPermission = async () => {
      asked.push(answer);
      return (answer = window.refuses ? "denied" : "granted");
    };
  });
  const said = await chooseCopy(page, url);
  const content = () => keptCopy(page);
  await again(page);
  const resume = bar(page).getByRole("button", { name: /^Riprendi la copia su/ });
  await resume.waitFor();
  await write(result(page, "H.1"), "senza permesso");
  await saved(page);
  // Nothing is asked, and nothing written, until somebody says so; a refusal leaves the offer where it is.
  await page.evaluate(() => (window.refuses = true));
  await resume.click();
  await until(() => page.evaluate(() => window.asked), (asked) => asked.length === 1, "the browser was asked");
  assert.ok(!(await content()).includes("senza permesso"));
  await page.evaluate(() => (window.refuses = false));
  await resume.click();
  await until(content, (text) => text.includes("senza permesso"), "the chosen file once allowed");
  await said.waitFor();
});

journey("where no file can be chosen nothing is said of it", async ({ page, url }) => {
  await page.addInitScript(() => delete window.showSaveFilePicker);
  await openSheet(page, url, "H");
  await bar(page).getByRole("button", { name: /^File/ }).click();
  await bar(page).getByRole("menuitem", { name: "Scarica il piano…" }).waitFor();
  assert.equal(await bar(page).getByRole("menuitem", { name: /Copia automatica/ }).count(), 0);
});

test("on a plain http intranet all of it works the same", { timeout: 120_000 }, async () => {
  const site = await serve(process.env.TRAGUARDO_DIST || fileURLToPath(new URL("../../dist", import.meta.url)));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--host-resolver-rules=MAP intranet.example 127.0.0.1"],
  });
  try {
    const context = await browser.newContext({ locale: "it-IT", timezoneId: "Europe/Rome" });
    const page = await context.newPage();
    const url = `http://intranet.example:${new URL(site.origin).port}/`;
    await openSheet(page, url, "H");
    assert.equal(await page.evaluate(() => isSecureContext), false);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole("heading", { level: 2, name: "Indicatori" }).waitFor();
    await write(result(page, "H.1"), "uno");
    await saved(page);
    await becomes(() => result(other, "H.1").inputValue(), "uno", "the result in the other tab");
    await write(result(other, "H.3"), "due");
    await saved(other);
    await becomes(() => result(page, "H.3").inputValue(), "due", "the result in the first tab");
    await again(page);
    await until(() => undoButton(page).isEnabled(), Boolean, "there is something to undo");
    await undoButton(page).click();
    await undoButton(page).click();
    await saved(page);
    assert.notEqual(await result(page, "H.1").inputValue(), "uno");
    await go(page, "Scambio");
    await versions(page).getByText("5 salvataggi").waitFor();
    const file = await downloaded(page, () => page.evaluate(() => {
      const button = document.createElement("button");
      button.dataset.rescue = "";
      document.querySelector("main").append(button);
      button.click();
    }));
    assert.match(file.text, /"traguardo-archive"/);
    await bar(page).getByRole("button", { name: /^File/ }).click();
    assert.equal(await bar(page).getByRole("menuitem", { name: /Copia automatica/ }).count(), 0);
  } finally {
    await browser.close();
    site.server.closeAllConnections();
    site.server.close();
  }
});
