// Arriving: the application loads from a plain folder, under its policy, and asks nothing of anybody else.

import assert from "node:assert/strict";

import { axe, journey, shot } from "./journey.mjs";
import { notice } from "./person.mjs";

journey("the application opens and says its name", async ({ page, url }) => {
  await page.goto(url);
  await page.getByRole("main").waitFor();
  assert.match(await page.title(), /Traguardo/);
  assert.equal(await page.locator("html").getAttribute("lang"), "it");
  await shot(page, "open");
  await axe(page);
});

journey("the watch sees an error, a breach of the policy and a foreign request", async ({ page, context, url, problems }) => {
  await page.goto(url);
  await page.getByRole("main").waitFor();
  const foreign = context.waitForEvent("request", (request) => request.url().startsWith("http://127.0.0.2"));
  await page.evaluate(() => {
    console.error("said aloud");
    document.head.append(Object.assign(document.createElement("script"), { text: "0" }));
    open("http://127.0.0.2:9/");
  });
  await foreign;
  const seen = problems.splice(0).join("\n");
  assert.match(seen, /said aloud/);
  assert.match(seen, /Content Security Policy/);
  assert.match(seen, /request to http:\/\/127\.0\.0\.2/);
});

journey("a plan that the network does not bring is told in a sentence, and opens later", async ({ page, context, url, problems }) => {
  const part = "**/split_plan.wasm";
  await context.route(part, (route) => route.abort());
  await page.goto(url);
  const sample = page.getByRole("region", { name: "Piani di esempio" }).getByRole("button").first();
  await sample.click();
  await notice(page, /non è arrivata/);
  await context.unroute(part);
  await sample.click();
  await page.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
  const seen = problems.splice(0);
  assert.ok(seen.length > 0 && seen.every((problem) => /ERR_FAILED|Failed to fetch/.test(problem)), seen.join("\n"));
});

journey("on a slow network a plan that is asked for twice is made once, and the page says that it is coming", async ({ page, context, url }) => {
  let bring;
  const held = new Promise((done) => (bring = done));
  await context.route("**/split_plan.wasm", (route) => held.then(() => route.continue()));
  await page.goto(url);
  const create = page.getByRole("button", { name: "Crea il piano" });
  await create.click();
  await page.getByRole("status").filter({ hasText: "Apertura del piano…" }).waitFor();
  await create.click();
  bring();
  await page.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
  await page.goto(url);
  await page.getByRole("region", { name: "In questo browser" }).getByRole("heading", { level: 3 }).first().waitFor();
  assert.equal(await page.getByRole("region", { name: "In questo browser" }).getByRole("heading", { level: 3 }).count(), 1);
});
