// Damaged files of the profile: whatever happens to them, people get all of their work, or an older state that says so, or a
// page that says what to do. Never an empty welcome, a plan that never was, a panic.

import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { close, copyProfile, kill, open, room, start } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { FIELDS, recognise } from "./trial.mjs";
import { text } from "./words.mjs";

/** Edits made in each of two sessions. */
const EDITS = 24;
const size = (number) => (number % 5 === 0 ? 40_000 : 1_500);
const NOT_DAMAGED = /^(LOCK|LOG|LOG\.old)$/;

/** Damages the profile in every way, one after the other. Returns each case with its outcome. */
export async function damaged(name, origin, { few, say }) {
  const folder = room();
  const trial = await prepare(name, folder, origin);
  const cases = [];
  for (const damage of damages(trial, few)) {
    const profile = join(folder, "case");
    rmSync(profile, { recursive: true, force: true });
    copyProfile(trial.profile, profile);
    damage.make(profile);
    const outcome = await visit(name, profile, origin, trial);
    cases.push({ ...damage, ...outcome });
    say(`${outcome.holds ? "✔" : "✖"} ${damage.what}: ${outcome.said}`);
  }
  return cases;
}

/** Two sessions of work: the first ends as a person ends it, the second by a kill, so that nothing was tidied up. */
async function prepare(name, folder, origin) {
  const profile = join(folder, "profile");
  let browser = await start(name, profile);
  let page = await open(browser, `${origin}/`);
  let desk = await new Desk(page, origin).install();
  await desk.openSample();
  const before = JSON.parse(await desk.plan());
  const address = page.url();
  const work = async (from) => {
    for (let number = from; number < from + EDITS; number++) await desk.write(number % FIELDS, text(number, size(number)));
  };
  await work(1);
  await close(browser);
  const older = join(folder, "older");
  copyProfile(profile, older);

  browser = await start(name, profile);
  page = await open(browser, "about:blank");
  desk = new Desk(page, origin);
  await desk.arrive(address);
  await work(EDITS + 1);
  // localStorage is written some seconds late.
  await new Promise((next) => setTimeout(next, 8_000));
  await kill(browser);
  return { profile, older, before, address, last: 2 * EDITS };
}

/** Every damage to every file, or one of each kind: what it is called and how it is done. */
function damages({ profile, older }, few) {
  const files = databaseFiles(profile);
  const list = [];
  for (const file of files) {
    const { length } = readFileSync(join(profile, file));
    const add = (how, change) => list.push({ how, what: `${how} ${short(file)}`, make: (place) => change(join(place, file)) });
    for (const part of length > 1_000 ? [0.02, 0.3, 0.6, 0.97] : [0.5]) {
      add("flip", (path) => edit(path, (bytes) => (bytes[Math.floor(bytes.length * part)] ^= 0x20)));
    }
    add("cut", (path) => writeFileSync(path, readFileSync(path).subarray(0, Math.floor(length / 2))));
    if (length > 1_000) add("cut a little", (path) => writeFileSync(path, readFileSync(path).subarray(0, length - 700)));
    add("zero", (path) => edit(path, (bytes) => bytes.fill(0, Math.floor(bytes.length / 3), Math.min(bytes.length, Math.floor(bytes.length / 3) + 4_096))));
    add("zero tail", (path) => edit(path, (bytes) => bytes.fill(0, Math.max(0, bytes.length - 4_096))));
    add("delete", (path) => rmSync(path));
    const other = existsSync(join(older, file)) && statSync(join(older, file)).size !== length ? join(older, file) : null;
    if (other) add("swap with its older self", (path) => cpSync(other, path));
    const next = files[(files.indexOf(file) + 1) % files.length];
    if (next !== file) add(`swap with ${short(next)}`, (path) => cpSync(join(profile, next), path));
  }
  const folders = [...new Set(files.map((file) => file.slice(0, file.lastIndexOf("/"))))];
  list.push({
    how: "delete",
    what: "delete all of it",
    make: (place) => folders.forEach((folder) => rmSync(join(place, folder), { recursive: true })),
  });
  list.push({
    how: "swap",
    what: "swap all of it with its older self",
    make(place) {
      for (const folder of folders) {
        rmSync(join(place, folder), { recursive: true });
        cpSync(join(older, folder), join(place, folder), { recursive: true });
      }
    },
  });
  if (!few) return list;
  // One of each kind, and the two that take everything away.
  const seen = new Set();
  return list.filter(({ how }, at) => at >= list.length - 2 || (!seen.has(how) && seen.add(how)));
}

function edit(path, change) {
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
}

const short = (file) => file.slice(file.lastIndexOf("/") + 1);

/** The files of the application's database, by path in the profile. */
function databaseFiles(profile) {
  const found = [];
  const walk = (folder, inside) => {
    for (const entry of readdirSync(join(profile, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      const within = inside || /^IndexedDB$|^idb$/i.test(entry.name);
      if (entry.isDirectory()) walk(path, within);
      else if (inside && !NOT_DAMAGED.test(entry.name) && statSync(join(profile, path)).size > 0) found.push(path);
    }
  };
  walk("", false);
  if (found.length === 0) throw new Error("no files of the database in the profile");
  // The one that holds most first: the short form damages that one.
  const bytes = (file) => statSync(join(profile, file)).size;
  return found.sort((one, other) => bytes(other) - bytes(one) || (one < other ? -1 : 1));
}

const NOTICE = /danneggiat|non si riesce a leggere|ricostruit|non ci sono più|mancano|non ha risposto|più vecchi/;

/** Opens the application on the profile as a person would, and judges what she meets. */
async function visit(name, profile, origin, { before, last }) {
  const browser = await start(name, profile);
  const met = { alarm: "", notices: [], panics: [], crash: "" };
  try {
    const page = await open(browser, `${origin}/`);
    const desk = await new Desk(page, origin).install();
    await page.waitForFunction(() => {
      const seen = globalThis.desk.look();
      return seen.alarm || seen.crash || seen.listed.length > 0 || seen.empty;
    }, { timeout: 20_000, polling: 50 }).catch(() => {});
    const note = (seen) => {
      met.alarm ||= seen.alarm;
      met.crash ||= seen.crash;
      met.notices.push(...seen.notices.filter((words) => !met.notices.includes(words)));
      return seen;
    };
    let seen = note(await desk.look());
    const link = seen.listed[0]?.link;
    let reached;
    if (link) {
      await page.evaluate((link) => document.querySelector(`[aria-labelledby=kept] a[href="${link}"]`).click(), link);
      await page
        .waitForFunction(() => globalThis.desk.look().status || /non è in questo browser|non si riesce a leggere|non si apre/.test(document.querySelector("main").innerText), { timeout: 20_000, polling: 50 })
        .catch(() => {});
      // What is said comes with the plan or just after it.
      await new Promise((next) => setTimeout(next, 300));
      seen = note(await desk.look());
      if (seen.plan && seen.status) reached = recognise(JSON.parse(await desk.plan()), before, size);
    }
    met.panics.push(...page.panics);
    return judge({ met, seen, reached, last });
  } finally {
    await kill(browser);
  }
}

function judge({ met, seen, reached, last }) {
  // The page of a plan that cannot be read offers its raw data; its heading says so.
  const words = [met.alarm, met.crash, /non si riesce a leggere/.test(seen.heading) ? seen.heading : "", ...met.notices, ...seen.listed.map(({ words }) => words)].filter(Boolean);
  const told = words.some((one) => NOTICE.test(one));
  const said = (outcome) => `${outcome}${words.length > 0 ? `: «${words.join("» «").slice(0, 160)}»` : ""}`;
  if (met.panics.length > 0 && !met.crash) return { holds: false, outcome: "panic", said: met.panics[0] };
  if (reached === null) return { holds: false, outcome: "wrong", said: said("a plan that never was") };
  if (reached === last) return { holds: true, outcome: "full", said: "all of it" };
  if (reached !== undefined && told) return { holds: true, outcome: "older", said: said(`edit ${reached} of ${last}, told`) };
  if (reached !== undefined) return { holds: false, outcome: "silent", said: said(`edit ${reached} of ${last}, and nobody is told`) };
  if (met.alarm || met.crash || told) return { holds: true, outcome: "rescue", said: said("a page that says what to do") };
  return { holds: false, outcome: "empty", said: said(`an empty welcome (${seen.heading})`) };
}
