// Scambio: the plan goes out to the offices, comes back, and is merged without fear.

import assert from "node:assert/strict";

import { axe, journey, shot } from "./journey.mjs";
import {
  SAMPLES,
  bar,
  becomes,
  drop,
  dropAll,
  go,
  goToSheet,
  indicatorRow,
  navigation,
  notice,
  openSample,
  redoButton,
  saved,
  saves,
  undoButton,
  until,
  write,
} from "./person.mjs";

const result = (page, step) => indicatorRow(page, step).getByRole("textbox", { name: "Risultato 2023" });
const inbox = (page) => page.locator("section.inbox");
const conflicts = (page) => inbox(page).locator("tr.conflict");
const offices = (page) => page.locator("section.send");

/** Sends one office its part and returns the file. */
async function sendTo(page, office) {
  await go(page, "Scambio");
  const box = offices(page).getByRole("checkbox", { name: office, exact: true });
  await box.check();
  const file = await saves(page, offices(page).getByRole("button", { name: "Salva il file" }));
  await box.uncheck();
  return file;
}

/** Opens a file in a browser of its own. */
async function openElsewhere(another, url, file) {
  const page = await (await another()).newPage();
  await page.goto(url);
  await page.getByRole("heading", { level: 1, name: "Piani della performance" }).waitFor();
  await drop(page, file.name, file.text);
  await page.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
  await saved(page);
  return page;
}

async function sendBack(page, by) {
  await go(page, "Scambio");
  const name = page.getByRole("textbox", { name: /Compilato da/ });
  await write(name, by);
  return saves(page, page.getByRole("button", { name: "Salva il file da rimandare" }));
}

/** The first office of the plan that answers for a sheet with two steps or more, with that sheet and those steps. */
function partOf(text) {
  const { plan } = JSON.parse(text);
  for (const objective of plan.objectives) {
    const [first] = objective.units ?? [];
    const isOwn = ({ units, cells }) => (!units || units.includes(first)) && cells?.["2023"];
    const own = (objective.indicators ?? []).filter(isOwn);
    if (!first || own.length < 3) continue;
    const unit = plan.units.find(({ id }) => id === first);
    const other = plan.objectives.find(({ units }) => !(units ?? []).includes(unit.id) && (units ?? []).length > 0);
    const steps = own.map((indicator) => indicator.code);
    return { office: unit.name, sheet: objective.code, steps, other: other.code, otherSteps: other.indicators.map(({ code }) => code) };
  }
  assert.fail("the sample has no such office");
}

async function whole(page) {
  await bar(page).getByRole("button", { name: /^File/ }).click();
  return saves(page, bar(page).getByRole("menuitem", { name: "Scarica il piano…" }));
}

journey("what an office changes of the plan itself stands apart, before and after, and can be refused", { timeout: 180_000 }, async ({ page, another, url }) => {
  const kpi = (page, step) => indicatorRow(page, step).getByRole("textbox", { name: "KPI", exact: true });
  await openSample(page, url, SAMPLES.demonstration);
  await saved(page);
  const { office, sheet, steps } = partOf((await whole(page)).text);
  await goToSheet(page, sheet);
  const promised = await kpi(page, steps[0]).inputValue();
  const file = await sendTo(page, office);
  const there = await openElsewhere(another, url, file);
  await goToSheet(there, sheet);
  await write(kpi(there, steps[0]), "Almeno il 5%");
  await write(result(there, steps[2]), "Sì, il 12/12/2023");
  await saved(there);
  const back = await sendBack(there, "Anna Bruno");

  await drop(page, back.name, back.text);
  await inbox(page).getByText("Cambia ciò che era previsto: 1", { exact: false }).waitFor();
  await inbox(page).getByText(promised, { exact: false }).first().waitFor();
  await inbox(page).getByText("Almeno il 5%", { exact: false }).first().waitFor();
  await shot(page, "exchange-foreseen");
  await axe(page);
  await inbox(page).getByRole("checkbox", { name: /^Non prendere/ }).check();
  await page.getByRole("button", { name: "Conferma l’unione" }).press("Enter");
  await notice(page, /File unito al piano/);
  const account = page.locator("section.account");
  await account.getByText("Non preso, resta com’era: 1").waitFor();
  await shot(page, "exchange-refused");
  await axe(page);
  await goToSheet(page, sheet);
  assert.equal(await kpi(page, steps[0]).inputValue(), promised);
  assert.equal(await result(page, steps[2]).inputValue(), "Sì, il 12/12/2023");

  // Undone, the account says so; made again, it holds again.
  await go(page, "Scambio");
  await undoButton(page).click();
  await account.getByText(/Unione annullata il/).waitFor();
  await redoButton(page).click();
  await becomes(() => account.getByText(/Unione annullata il/).count(), 0, "the word about undoing");
});

journey("two offices send, edit, merge, settle two conflicts with the keyboard, print the account, undo and redo", { timeout: 240_000 }, async ({ page, another, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await saved(page);
  const { office, sheet, steps, other } = partOf((await whole(page)).text);
  await go(page, "Scambio");
  await shot(page, "exchange-send");
  await axe(page);
  const file = await sendTo(page, office);
  assert.match(file.name, /^[a-z0-9-]+-2023-2025_risultati-inventati_[a-z0-9-]+_\d{4}-\d\d-\d\d_r\d+\.traguardo\.json$/);
  assert.ok(!file.text.includes('"judgement"'), "evaluations stay at home");
  await page.getByRole("table", { name: "Copie mandate agli uffici" }).getByText("non ancora rientrata").waitFor();

  // At the office: its own part can be written in, the rest is read.
  const there = await openElsewhere(another, url, file);
  await bar(there).getByText(`copia per l’ufficio ${office}`).waitFor();
  await goToSheet(there, other);
  await there.getByText(/Sola lettura|Potete scrivere solo/).waitFor();
  assert.ok(await there.getByRole("textbox", { name: "Titolo", exact: true }).isDisabled(), "a sheet of others is read-only");
  await shot(there, "exchange-read-only");
  await axe(there);
  await goToSheet(there, sheet);
  await write(result(there, steps[0]), "Sì, il 10/12/2023");
  await write(result(there, steps[1]), "Sì, il 11/12/2023");
  await write(result(there, steps[2]), "Sì, il 12/12/2023");
  await saved(there);
  await there.reload();
  await bar(there).getByText(`copia per l’ufficio ${office}`).waitFor();
  const back = await sendBack(there, "Anna Bruno");
  await shot(there, "exchange-send-back");
  await axe(there);

  // At home two of the three were written too.
  await goToSheet(page, sheet);
  const before = await result(page, steps[2]).inputValue();
  await write(result(page, steps[0]), "Sì, il 20/12/2023");
  await write(result(page, steps[1]), "Sì, il 21/12/2023");
  await saved(page);
  await drop(page, back.name, back.text);
  await inbox(page).waitFor();
  await page.getByText("2 cose da decidere").waitFor();
  await becomes(() => conflicts(page).count(), 2, "conflicts");
  await conflicts(page).first().getByText("Anna Bruno", { exact: false }).waitFor();
  await shot(page, "exchange-conflicts");
  await axe(page);
  await conflicts(page).first().focus();
  await page.keyboard.press("2");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("1");
  await page.getByRole("button", { name: "Conferma l’unione" }).press("Enter");
  await notice(page, /File unito al piano/);
  const account = page.locator("section.account");
  await account.getByText("preso il loro").waitFor();
  await account.getByText("tenuto il nostro").waitFor();
  await axe(page);
  await shot(page, "exchange-account");
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await offices(page).isVisible()), "the account prints alone");
  assert.ok(await account.isVisible());
  await page.emulateMedia({ media: "screen" });
  await saved(page);

  await goToSheet(page, sheet);
  const stands = (step, words) => becomes(() => result(page, step).inputValue(), words, `the result of ${step}`);
  await stands(steps[0], "Sì, il 10/12/2023");
  await stands(steps[1], "Sì, il 21/12/2023");
  await stands(steps[2], "Sì, il 12/12/2023");
  await undoButton(page).click();
  await stands(steps[0], "Sì, il 20/12/2023");
  await stands(steps[2], before);
  await saved(page);
  await page.reload();
  await goToSheet(page, sheet);
  await until(() => redoButton(page).isEnabled(), Boolean, "redo outlives the page");
  await redoButton(page).click();
  await stands(steps[0], "Sì, il 10/12/2023");
  await stands(steps[2], "Sì, il 12/12/2023");
  await go(page, "Scambio");
  await page.getByText(/rientrata il/).waitFor();
});

journey("several files come at once: one is nothing new, one is another plan, a conflict is left for later and settled then", { timeout: 240_000 }, async ({ page, another, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await saved(page);
  const asIs = await whole(page);
  const { office, sheet, steps } = partOf(asIs.text);
  const file = await sendTo(page, office);
  const there = await openElsewhere(another, url, file);
  await goToSheet(there, sheet);
  await write(result(there, steps[0]), "Sì, il 10/12/2023");
  await saved(there);
  const back = await sendBack(there, "Anna Bruno");
  await goToSheet(page, sheet);
  await write(result(page, steps[0]), "Sì, il 20/12/2023");
  await saved(page);
  const same = await whole(page);
  await dropAll(page, [[back.name, back.text], [same.name, same.text]]);
  await becomes(() => inbox(page).locator(".file").count(), 2, "files that wait");
  await inbox(page).getByText("già presente").waitFor();
  await notice(page, /Niente di nuovo/);
  await page.getByRole("button", { name: "Conferma e lascia 1 in sospeso" }).click();
  const pending = page.locator("section.pending");
  await pending.waitFor();
  await navigation(page).getByTitle("Conflitti in sospeso: 1").waitFor();
  await shot(page, "exchange-pending");
  await axe(page);
  await goToSheet(page, sheet);
  await page.getByText(/hanno due versioni/).waitFor();
  await indicatorRow(page, steps[0]).getByRole("link", { name: "due versioni" }).click();
  await pending.locator("tr.conflict").focus();
  await page.keyboard.press("2");
  await until(() => pending.count(), (count) => count === 0, "nothing waits any more");
  await goToSheet(page, sheet);
  await becomes(() => result(page, steps[0]).inputValue(), "Sì, il 10/12/2023", "the result");

  const { plan, ...rest } = JSON.parse(asIs.text);
  await drop(page, "altro.traguardo.json", JSON.stringify({ ...rest, plan: { ...plan, id: "altro-piano", title: "Un altro piano" } }));
  await page.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
  await bar(page).getByText("Un altro piano").waitFor();
});

journey("what an office was not asked for is reported apart and not taken", { timeout: 240_000 }, async ({ page, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await saved(page);
  const { office, sheet, steps, other, otherSteps } = partOf((await whole(page)).text);
  const file = JSON.parse((await sendTo(page, office)).text);
  const write2023 = (code, step, words) => {
    const objective = file.plan.objectives.find((found) => found.code === code);
    const indicator = objective.indicators.find((found) => found.code === step);
    indicator.cells = { ...indicator.cells, 2023: { ...indicator.cells?.["2023"], result: words } };
  };
  write2023(sheet, steps[0], "Sì, il 10/12/2023");
  write2023(other, otherSteps[0], "inventato");
  await drop(page, "rientro.traguardo.json", JSON.stringify(file));
  await inbox(page).getByText("Modifiche fuori dalla parte dell’ufficio: 1").waitFor();
  await inbox(page).getByText("non era stato chiesto a questo ufficio").waitFor();
  await shot(page, "exchange-outside");
  await axe(page);
  await conflicts(page).focus();
  await page.keyboard.press("1");
  await page.getByRole("button", { name: "Conferma l’unione" }).click();
  await goToSheet(page, other);
  assert.notEqual(await result(page, otherSteps[0]).inputValue(), "inventato");
});
