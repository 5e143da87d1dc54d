// Three tabs write in one plan at once, each in a sheet of its own: every edit that was made is in the journal, once, and all
// tabs end with the same plan.

import { join } from "node:path";

import { kill, open, room, start } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { FIELDS } from "./trial.mjs";

const TABS = 3;

export async function threeTabs(edits, origin, say) {
  const browser = await start("chromium", join(room(), "profile"));
  const first = await open(browser, `${origin}/`);
  const desk = await new Desk(first, origin).install();
  await desk.openSample();
  const desks = [desk];
  for (let tab = 1; tab < TABS; tab++) {
    const page = await open(browser, "about:blank");
    const another = new Desk(page, origin);
    another.sheets = desk.sheets;
    await another.goToSheet(tab);
    desks.push(another);
  }
  await Promise.all(
    desks.map(({ page }, tab) =>
      page.evaluate(
        async (tab, edits, fields) => {
          // No waiting for the others, and not always for oneself: two edits at a time are on their way.
          for (let number = 1; number <= edits; number++) {
            const text = `tab ${tab} edit ${number}.`;
            if (number % 3 === 0) globalThis.desk.put(number % fields, text);
            else await globalThis.desk.write(number % fields, text);
          }
        },
        tab,
        edits,
        FIELDS,
      ),
    ),
  );
  for (const { page } of desks) {
    await page.waitForFunction(() => /^Salvato/.test(globalThis.desk.status()), { polling: 50 });
  }
  const journal = await first.evaluate(readJournal);
  const counts = new Map();
  for (const words of journal) for (const mark of new Set(words.match(/tab \d edit \d+\./g) ?? [])) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const wanted = desks.flatMap((_, tab) => Array.from({ length: edits }, (_, at) => `tab ${tab} edit ${at + 1}.`));
  const missing = wanted.filter((mark) => !counts.has(mark));
  // Each tab's last texts, in every tab.
  const plans = [];
  for (const desk of desks) {
    await desk.install();
    plans.push(JSON.stringify(JSON.parse(await desk.plan()).plan));
  }
  const ends = desks.map((_, tab) => wanted.filter((mark) => mark.startsWith(`tab ${tab} `)).slice(-FIELDS)).flat();
  const astray = ends.filter((mark) => !plans[0].includes(mark));
  const panics = desks.flatMap(({ page }) => page.panics);
  say(`${journal.length} entries of the journal; missing ${missing.length}; last texts astray ${astray.length}; panics ${panics.length}`);
  if (missing.length > 0) say(`missing: ${missing.slice(0, 5).join(" ")}`);
  await kill(browser);
  return { edits: wanted.length, missing: missing.length, astray: astray.length, same: new Set(plans).size === 1, panics: panics.length };
}

/** Runs inside the page: the edits of the journal as words, without their inverses. */
async function readJournal() {
  const database = await new Promise((done, failed) => {
    const request = indexedDB.open("traguardo");
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const values = await new Promise((done, failed) => {
    const request = database.transaction(["journal"]).objectStore("journal").getAll();
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  database.close();
  const FRAME = 9;
  return values.map((bytes) => JSON.stringify(JSON.parse(new TextDecoder().decode(bytes.subarray(FRAME))).entry.edit));
}
