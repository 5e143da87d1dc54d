// A browser of its own for every trial: started on a profile that outlives it, killed as a power cut would kill it.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import puppeteer from "puppeteer-core";

const CHROMIUM = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--accept-lang=it-IT,it",
];

/** The browsers by name; the SQLite one is Chromium with the newer place for IndexedDB. */
export const BROWSERS = {
  chromium: { browser: "chrome", executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: CHROMIUM },
  sqlite: {
    browser: "chrome",
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [...CHROMIUM, "--enable-features=IdbSqliteBackingStore"],
  },
  firefox: { browser: "firefox", executablePath: process.env.FIREFOX || "/usr/bin/firefox-esr", args: [] },
};

const running = new Set();
const rooms = new Set();

process.on("exit", () => {
  for (const browser of running) killGroup(browser);
  for (const room of rooms) rmSync(room, { recursive: true, force: true });
});

/** A folder for profiles, gone when the run ends. */
export function room() {
  const folder = mkdtempSync(join(tmpdir(), "traguardo-torture-"));
  rooms.add(folder);
  return folder;
}

/** Starts a browser on a profile and opens its page, with a watch for panics of the program. */
export async function start(name, profile) {
  mkdirSync(profile, { recursive: true });
  const browser = await puppeteer.launch({
    ...BROWSERS[name],
    args: [...BROWSERS[name].args], // the driver takes features out of the list it is given
    headless: true,
    userDataDir: profile,
    protocolTimeout: 900_000,
    timeout: 60_000,
    defaultViewport: { width: 1366, height: 768 },
    extraPrefsFirefox: { "intl.accept_languages": "it-IT", "browser.cache.disk.enable": false },
    env: { ...process.env, LANGUAGE: "it", LANG: "it_IT.UTF-8" },
  });
  running.add(browser);
  return browser;
}

/** Opens a page; what the program says in panic is collected in `page.panics`. */
export async function open(browser, url) {
  const page = await browser.newPage();
  page.panics = [];
  page.on("pageerror", (error) => page.panics.push(String(error?.message ?? error)));
  page.on("console", (message) => {
    if (message.type() === "error" && /panicked|unreachable/.test(message.text())) page.panics.push(message.text());
  });
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  return page;
}

/** Kills the browser and everything it started, at once. */
export async function kill(browser) {
  const gone = new Promise((done) => browser.process().once("exit", done));
  killGroup(browser);
  await gone;
  // The driver puts the preferences of a profile back once it hears of it; a start at the same moment would meet it there.
  await new Promise((next) => setTimeout(next, 500));
}

function killGroup(browser) {
  running.delete(browser);
  try {
    process.kill(-browser.process().pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Closes the browser as a person would. */
export async function close(browser) {
  await browser.close();
  running.delete(browser);
}

const NOT_COPIED = /\/(Cache|Code Cache|GPUCache|DawnGraphiteCache|DawnWebGPUCache|GrShaderCache|ShaderCache|GraphiteDawnCache|component_crx_cache|optimization_guide_model_store|Singleton\w+)$/;

/** Copies a profile nobody is using, without caches and locks. */
export function copyProfile(from, to) {
  cpSync(from, to, { recursive: true, filter: (path) => !NOT_COPIED.test(path) });
}
