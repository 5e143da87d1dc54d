// What every journey stands on: the release build served under its policy, a fresh browser profile each time, and a
// watch that fails the journey on an error in the console, a breach of the policy or a request to another origin.
//
//   journey("the page says its name", async ({ page, url }) => {
//     await page.goto(url);
//     …
//     await shot(page, "name");
//     await axe(page);
//   });
//
// TRAGUARDO_DIST names another folder than dist/ to serve, CHROMIUM another browser.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { serve } from "../../scripts/static-server.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const results = join(here, "results");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const WCAG_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

let browser;
let site;

before(async () => {
  mkdirSync(results, { recursive: true });
  site = await serve(process.env.TRAGUARDO_DIST || join(here, "../../dist"));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ARGUMENTS,
  });
});

after(async () => {
  await browser?.close();
  site?.server.closeAllConnections();
  site?.server.close();
});

/**
 * One journey of a person: a test with a page of its own, and with `another()` whole browsers more. `options.context` adds to the browser's settings (language,
 * size); the rest of `options` goes to the test runner.
 */
export function journey(name, options, walk) {
  if (typeof options === "function") [walk, options] = [options, {}];
  const { context: settings, ...rest } = options;
  test(name, { timeout: 120_000, ...rest }, async () => {
    const problems = [];
    const opened = [];
    // A browser of its own: another person at another computer.
    const another = async () => {
      const context = await browser.newContext({
        locale: "it-IT",
        timezoneId: "Europe/Rome",
        viewport: SIZES[0],
        ...settings,
      });
      opened.push(context);
      context.setDefaultTimeout(15_000);
      watch(context, problems);
      return context;
    };
    const context = await another();
    const page = await context.newPage();
    try {
      await walk({ page, context, another, url: `${site.origin}/`, problems });
      assert.deepEqual(problems, [], "the console stays clean and nothing leaves the origin");
    } catch (error) {
      const file = join(results, `failed-${name.replace(/\W+/g, "-")}.png`);
      await page.screenshot({ path: file }).catch(() => {});
      if (problems.length > 0) error.message += `\nseen meanwhile:\n  ${problems.join("\n  ")}`;
      throw error;
    } finally {
      for (const context of opened) await context.close();
    }
  });
}

/** Notes every error and every foreign request; breaches of the policy reach the console as errors. */
function watch(context, problems) {
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    const own = origin === site.origin || protocol === "data:" || protocol === "blob:";
    if (!own) problems.push(`request to ${request.url()}`);
  });
}

/** Pictures of the page as it stands, at the two sizes of the offices' screens, for somebody to look at. */
export async function shot(page, name) {
  const before = page.viewportSize();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(results, `${name}-${size.width}x${size.height}.png`), animations: "disabled" });
  }
  await page.setViewportSize(before);
}

/** Fails on any breach of WCAG 2.1 A or AA that axe can see on the page as it stands. */
export async function axe(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }),
    WCAG_AA,
  );
  const said = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html, target }) => `    ${target}  ${html}`).join("\n")}`,
  );
  assert.ok(said.length === 0, `axe at ${page.url()}:\n${said.join("\n")}`);
}
