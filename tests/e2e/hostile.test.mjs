// Text stays text: a plan that is hostile in every field is opened, every page of it is visited in both languages, and
// nothing comes of it but letters.

import assert from "node:assert/strict";
import { test } from "node:test";

import { journey, shot } from "./journey.mjs";
import { HOSTILE, hostilePlan } from "./hostile.mjs";
import { bar, drop, navigation, notice, saved, until, write } from "./person.mjs";

const wrapped = (at) => HOSTILE[at % HOSTILE.length];
const PAGES = {
  it: ["Cruscotto", "Albero", "Monitoraggio", "Simulazione", "Scambio", "Impostazioni"],
  en: ["Dashboard", "Tree", "Monitoring", "What-if", "Exchange", "Settings"],
};
/** How many plans it takes until the fields that stand in a plan once have held every string. */
const PLANS = Math.ceil(HOSTILE.length / 40);

/** Notes dialogs and windows that somebody's text opens. */
function guard(page, context, problems) {
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("page", (opened) => problems.push(`window: ${opened.url()}`));
  page.on("download", (file) => problems.push(`download: ${file.suggestedFilename()}`));
}

/** The elements that the strings would bring along. */
const BROUGHT = [...new Set(HOSTILE.flatMap((text) => [...text.matchAll(/<\s*([a-z][a-z0-9]*)/gi)].map(([, name]) => name.toLowerCase())))];

/** Everything in the page that only markup could have brought, and whether a line of somebody's ran. */
const foreign = (page) =>
  page.evaluate((brought) => {
    const known = "a article aside b body br button caption circle col colgroup defs dd details dialog div dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 head header html i input label legend li line link main meta nav noscript ol optgroup option output p path pattern polygon polyline progress rect script section select small span strong sub summary sup svg table tbody td text textarea tfoot th thead time title tr ul";
    const tags = new Set(known.split(" "));
    const found = [];
    for (const element of document.querySelectorAll("*")) {
      const name = element.localName;
      if (brought.includes(name) && !tags.has(name)) found.push(`<${name}>`);
      if ((name === "script" || name === "link") && document.body.contains(element) && !element.closest("head")) {
        if (element.getAttribute("src") !== "start.js" && !element.hasAttribute("data-program")) found.push(`<${name}> in the body`);
      }
      for (const { name: attribute, value } of element.attributes) {
        if (/^on/i.test(attribute) || attribute === "srcdoc") found.push(`${name} ${attribute}`);
        if (/^(href|src|action|formaction|xlink:href)$/i.test(attribute)) {
          const url = new URL(value, document.baseURI);
          const isOwn = url.origin === location.origin || (name === "link" && value === "data:,");
          if (!isOwn) found.push(`${name} ${attribute}=${value}`);
        }
        if (attribute === "style" && /url\(|expression|@import/i.test(value)) found.push(`${name} style=${value}`);
      }
    }
    if (globalThis.__harmed !== undefined || {}.harmed !== undefined) found.push("a line of somebody's ran");
    if (document.querySelectorAll("#contenuto").length !== 1) found.push("two pages");
    return found;
  }, BROUGHT);

async function open(page, url, plan) {
  await page.goto(url);
  await page.getByRole("main").waitFor();
  await drop(page, "ostile.traguardo.json", plan.file);
  await page.getByRole("heading", { level: 1, name: /^(Cruscotto|Dashboard)/ }).waitFor({ timeout: 60_000 });
}

/** Goes to a sheet by its address, as a link of the page does: the ids in it are hostile too. */
const goToObjective = (page, { id, objectives }, at) =>
  page.evaluate((hash) => (location.hash = hash), `#/${encodeURIComponent(id)}/scheda/${encodeURIComponent(objectives[at].id)}`);

async function visit(page, name) {
  const link = navigation(page).or(page.getByRole("navigation", { name: "Pages of the plan" })).getByRole("link", { name: new RegExp(`^${name}`) }).first();
  await link.click();
  await page.getByRole("heading", { level: 1, name: new RegExp(`^${name}`) }).waitFor({ timeout: 60_000 });
}


test("there are more than three hundred strings, no two the same", () => {
  assert.ok(HOSTILE.length >= 300, `${HOSTILE.length} strings`);
  assert.equal(new Set(HOSTILE).size, HOSTILE.length);
  for (const name of ["script", "img", "iframe", "svg", "object", "embed", "video", "base", "meta"]) assert.ok(BROUGHT.includes(name), name);
});

journey("a plan that is hostile in every field is letters on every page, in both languages", { timeout: 600_000 }, async ({ page, context, url, problems }) => {
  page.setDefaultTimeout(60_000);
  guard(page, context, problems);
  const plan = hostilePlan(0, wrapped);
  for (const [field, strings] of plan.got) {
    const isMany = /^plan\.(objectives|goals|units|sections|revisions)\b/.test(field) && !/parts|standing|judgement/.test(field);
    if (isMany) assert.equal(strings.size, HOSTILE.length, `${field} held every string`);
  }
  console.log(`# ${HOSTILE.length} strings in ${plan.got.size} fields`);
  await open(page, url, plan);
  for (const language of ["it", "en"]) {
    for (const name of PAGES[language]) {
      await visit(page, name);
      assert.deepEqual(await foreign(page), [], `${name}, ${language}`);
      await shot(page, `hostile-${language}-${name.toLowerCase()}`);
    }
    await visit(page, PAGES[language][0]);
    for (const at of [0, 57, 203, HOSTILE.length - 1]) {
      await goToObjective(page, plan.plan, at);
      const title = plan.plan.objectives[at].title;
      await until(
        () => page.evaluate(() => [...document.querySelectorAll("h1, textarea, input")].map((found) => found.value ?? found.textContent)),
        (seen) => seen.some((text) => text.replace(/\s+/g, " ").includes(title.replace(/\s+/g, " "))),
        `the sheet shows its title word for word: ${title.slice(0, 60)}`,
      );
      await page.getByRole("button", { name: /^(Dettagli|Details)/ }).first().click();
      assert.deepEqual(await foreign(page), [], `sheet ${at}, ${language}`);
      if (at === 57) await shot(page, `hostile-${language}-sheet`);
    }
    if (language === "it") await page.getByRole("banner").getByRole("button", { name: "English" }).click();
  }
});

journey("the fields that a plan has once hold every string in turn, also on the list of plans", { timeout: 600_000 }, async ({ page, context, url, problems }) => {
  page.setDefaultTimeout(60_000);
  guard(page, context, problems);
  const held = new Set();
  for (let number = 0; number < PLANS; number += 1) {
    const plan = hostilePlan(number, wrapped, 6);
    await open(page, url, plan);
    for (let more = 0; more < 40; more += 1) held.add(wrapped(number * 40 + more));
    const shown = await bar(page).locator("b").first().textContent();
    assert.equal(shown.trim(), plan.plan.title.trim(), "the bar shows the title as it is");
    assert.deepEqual(await foreign(page), [], `plan ${number}`);
    // A page with something unsaved asks before it is left.
    await saved(page);
  }
  assert.equal(held.size, HOSTILE.length);
  await page.goto(url);
  await page.getByRole("region", { name: "In questo browser" }).getByRole("heading", { level: 3 }).nth(PLANS - 1).waitFor();
  assert.deepEqual(await foreign(page), []);
  await shot(page, "hostile-plans");
});

journey("what a file may not hold is refused from a file, and goes when it is typed", async ({ page, context, url, problems }) => {
  guard(page, context, problems);
  const plan = hostilePlan(0, () => "Piano", 2);
  const refused = [
    ["Pia\\u202eno", /inverte il senso di lettura \(U\+202E\)/],
    ["Pia\\u0000no", /carattere di controllo, che non si vede \(U\+0000\)/],
    ["Pia\\ud800no", /un codice che non è un carattere \(U\+D800\)/],
  ];
  await open(page, url, plan);
  for (const [title, said] of refused) {
    await drop(page, "nome <img src=x onerror=globalThis.__harmed=1>.json", plan.file.replace('"title":"Piano', `"title":"${title}`));
    await notice(page, said);
  }
  assert.deepEqual(await foreign(page), []);
  await visit(page, "Albero");
  await goToObjective(page, plan.plan, 0);
  const field = page.getByRole("table", { name: /Azioni/ }).getByRole("textbox").nth(1).or(page.getByRole("main").getByRole("textbox").first()).first();
  await write(field, "Entro il\u202e 30/9\u0007");
  await until(() => field.inputValue(), (value) => value === "Entro il 30/9", "what cannot be seen goes, the words stay");
});
