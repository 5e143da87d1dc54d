// No room left: at the browser's quota, and on a disk of 40 MiB. It is shown, nothing is lost in memory, what was stored stays
// as it was, and once there is room again everything is stored by itself.

import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { kill, open, room, start } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { FIELDS, recognise } from "./trial.mjs";
import { text } from "./words.mjs";

const SIZE = 200_000;
const size = () => SIZE;
const UNSAVED = /^NON SALVATO/;

/** Fills the browser's quota, which is lowered before the database is opened. */
export async function quotaExceeded(origin, say) {
  const profile = join(room(), "profile");
  return trial(profile, origin, say, async (page) => {
    const session = await page.createCDPSession();
    const quota = (quotaSize) => session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
    await quota(3_000_000);
    return { giveRoom: () => quota(500_000_000), takeRoom() {} };
  });
}

/** How much is left on the disk at first, in bytes: where in a file it ends decides what the browser makes of it later. */
const LEFT = [700_000, 1_500_000, 2_600_000];

/** Fills the disk on which the profile lies, each time to another byte: `disk` is a folder of a small file system of its own. */
export async function diskFull(disk, origin, say) {
  const sum = { saved: 0, shown: true, inMemory: true, intact: true, resumed: true, emptied: 0 };
  for (const left of LEFT) {
    const found = await oneDiskFull(disk, left, origin, say);
    sum.saved += found.saved;
    sum.emptied += Number(found.emptied);
    for (const key of ["shown", "inMemory", "intact", "resumed"]) sum[key] &&= found[key];
  }
  return sum;
}

async function oneDiskFull(disk, left, origin, say) {
  const profile = join(disk, "profile");
  rmSync(profile, { recursive: true, force: true });
  mkdirSync(profile);
  const filler = join(disk, "filler");
  rmSync(filler, { force: true });
  return trial(profile, origin, say, async () => ({
    giveRoom: () => rmSync(filler),
    // All but a little, so that some edits still go through.
    takeRoom() {
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left), 1));
    },
  }));
}

async function trial(profile, origin, say, prepare) {
  let browser = await start("chromium", profile);
  let page = await open(browser, "about:blank");
  const { giveRoom, takeRoom } = await prepare(page);
  await page.goto(`${origin}/`);
  const desk = await new Desk(page, origin).install();
  await desk.openSample();
  const before = JSON.parse(await desk.plan());
  const address = page.url();
  takeRoom();

  // Edits until one is not saved.
  let saved = 0;
  let made = 0;
  while (made === saved && made < 200) {
    made += 1;
    await desk.put(made % FIELDS, text(made, SIZE));
    await desk.says(/^(?!Salvataggio)/);
    await page.waitForFunction(() => !/^Salvataggio/.test(globalThis.desk.status()), { polling: 20 });
    if (UNSAVED.test(await desk.status())) break;
    saved = made;
  }
  const shown = UNSAVED.test(await desk.status());
  // More edits while nothing can be saved: all of it stays on the page.
  for (let more = 0; more < 5; more++) await desk.put((made + 1) % FIELDS, text(++made, SIZE));
  const inMemory = recognise(JSON.parse(await desk.plan()), before, size) === made;
  const stillShown = UNSAVED.test(await desk.status());
  say(`${saved} edits of 200 KB saved, then: ${await desk.status()}; ${made} edits in memory`);

  // Another tab finds what was stored before there was no more room.
  const other = await open(browser, "about:blank");
  const elsewhere = new Desk(other, origin);
  await other.goto(address);
  await elsewhere.install();
  await other.waitForFunction(() => document.querySelector(".story summary, .alarm"));
  // Chromium empties some databases in which it could not write; no page can hinder it, and none may pass over it.
  const emptied = (await other.$(".alarm")) !== null;
  if (!emptied) await elsewhere.arrive(address);
  const found = emptied ? 0 : recognise(JSON.parse(await elsewhere.plan()), before, size);
  say(`another tab meanwhile: ${emptied ? "an alarm, for the browser has emptied its storage" : `edit ${found} of ${saved}`}`);
  await other.close();

  // Room again: everything that waits is stored, by itself.
  await giveRoom();
  await desk.says(/^Salvato in questo browser alle/).catch(async () => {
    const why = await page.evaluate(() => document.querySelector(".saved")?.title);
    throw new Error(`there is room again, and still: ${await desk.status()} (${why})`);
  });
  await kill(browser);
  browser = await start("chromium", profile);
  page = await open(browser, "about:blank");
  const again = new Desk(page, origin);
  await again.arrive(address);
  const last = recognise(JSON.parse(await again.plan()), before, size);
  say(`with room again, after a kill: edit ${last} of ${made}`);
  await kill(browser);
  return { saved, shown: shown && stillShown, inMemory, intact: emptied || found === saved, emptied, resumed: last === made };
}
