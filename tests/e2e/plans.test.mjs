// Piani: new plans, plans removed by mistake, files that cannot be taken, and two windows on one plan.

import assert from "node:assert/strict";

import { journey } from "./journey.mjs";
import {
  SAMPLES,
  bar,
  becomes,
  choose,
  download,
  drop,
  go,
  goToSheet,
  indicatorRow,
  notice,
  openSample,
  planFigure,
  saved,
  sheetFigure,
  until,
  write,
} from "./person.mjs";

const kept = (page) => page.getByRole("region", { name: "In questo browser" });
const arrive = async (page, url) => {
  await page.goto(url);
  await page.getByRole("heading", { level: 1, name: "Piani della performance" }).waitFor();
};

async function create(page, model, title) {
  const form = page.getByRole("region", { name: "Nuovo piano" });
  await form.getByRole("radio", { name: model }).check();
  await form.getByRole("textbox", { name: "Titolo" }).fill(title);
  await form.getByRole("textbox", { name: "Ente" }).fill("Consorzio di prova");
  await form.getByRole("textbox", { name: "Primo anno" }).fill("2027");
  await form.getByRole("button", { name: "Crea il piano" }).click();
  await page.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
}

journey("a plan begins from each of the four models", async ({ page, url }) => {
  const models = [/^Schede/, /^PIAO con fasi/, /^Albero della performance/, /^Strategie/];
  for (const [at, model] of models.entries()) {
    await arrive(page, url);
    await create(page, model, `Piano ${at + 1}`);
    await bar(page).getByText(`Piano ${at + 1}`, { exact: true }).waitFor();
    const years = bar(page).getByRole("navigation", { name: "Anno" }).getByRole("link");
    assert.deepEqual(await years.allInnerTexts(), ["2027", "2028", "2029", "Triennio"]);
  }
  await arrive(page, url);
  await kept(page).getByRole("heading", { level: 3 }).nth(3).waitFor();
  const titles = await kept(page).getByRole("heading", { level: 3 }).allInnerTexts();
  assert.deepEqual(titles.sort(), ["Piano 1", "Piano 2", "Piano 3", "Piano 4"]);
});

journey("a plan removed comes back as it was", async ({ page, url }) => {
  await arrive(page, url);
  await create(page, /^Schede/, "Piano da ritrovare");
  const before = await download(page);
  await arrive(page, url);
  await kept(page).getByRole("button", { name: "Rimuovi: Piano da ritrovare" }).click();
  await notice(page, "Rimosso dall’elenco: Piano da ritrovare.");
  await kept(page).getByText(/Ancora nessun piano/).waitFor();
  await page.locator(".notices").getByRole("button", { name: "Annulla" }).click();
  await kept(page).getByRole("link", { name: "Apri: Piano da ritrovare" }).click();
  await page.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
  assert.equal((await download(page)).text, before.text);
});

journey("a file that cannot be taken is refused with a sentence, and nothing changes", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  const before = await download(page);
  const address = page.url();
  const text = before.text;
  const refused = [
    ["elenco.json", '{"spese": [1, 2, 3]}', /non è un file di Traguardo/],
    ["foto.traguardo.json", "\u0089PNG\r\n\u001a\n\u0000\u0000", /«foto\.traguardo\.json» non è stato aperto: .+\./],
    ["vuoto.traguardo.json", "", /il file è vuoto/],
    ["tronco.traguardo.json", text.slice(0, text.length / 2), /il file è incompleto/],
    ["rotto.traguardo.json", text.replace('"period": {', '"period": ['), /il file è danneggiato alla riga \d+/],
    ["domani.traguardo.json", text.replace('"version": 1', '"version": 99'), /versione più recente/],
    ["campo.traguardo.json", text.replace('"first": 2024', '"first": "ieri"'), /alla riga \d+/],
  ];
  for (const [name, content, why] of refused) {
    await drop(page, name, content);
    const said = page.locator(".notices .notice.problem").filter({ hasText: `«${name}» non è stato aperto` });
    await said.waitFor();
    assert.match(await said.innerText(), why, name);
    assert.match(await said.innerText(), /non sono stati toccati/);
    await said.getByRole("button", { name: "Chiudi" }).click();
  }
  assert.equal(page.url(), address);
  assert.equal((await download(page)).text, before.text);
  await arrive(page, url);
  await until(() => kept(page).getByRole("heading", { level: 3 }).count(), (count) => count > 0, "the list is read");
  assert.equal(await kept(page).getByRole("heading", { level: 3 }).count(), 1, "no plan was added");
});

journey("the same file again says that there is nothing new", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.strategies);
  const file = await download(page);
  await arrive(page, url);
  await choose(page, page.getByRole("button", { name: "Apri un file…" }), file.name, file.text);
  await notice(page, /Niente di nuovo/);
  await arrive(page, url);
  await until(() => kept(page).getByRole("heading", { level: 3 }).count(), (count) => count === 1, "one plan");
});

journey("what is written in one window appears in the other", async ({ page, context, url }) => {
  await openSample(page, url, SAMPLES.demonstration);
  await goToSheet(page, "H");
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("heading", { level: 2, name: "Indicatori" }).waitFor();

  const here = indicatorRow(page, "H.3").getByRole("textbox", { name: "Risultato 2023" });
  const there = indicatorRow(other, "H.3").getByRole("textbox", { name: "Risultato 2023" });
  await write(here, "Sì, il 20/12/2023");
  await saved(page);
  const figure = await sheetFigure(page);
  await becomes(() => there.inputValue(), "Sì, il 20/12/2023", "the result in the other window");
  await becomes(() => sheetFigure(other), figure, "the figure in the other window");

  const back = indicatorRow(other, "H.1").getByRole("textbox", { name: "Risultato 2023" });
  await write(back, "No");
  await saved(other);
  const second = indicatorRow(page, "H.1").getByRole("textbox", { name: "Risultato 2023" });
  await becomes(() => second.inputValue(), "No", "the result in the first window");
  await go(page, "Cruscotto");
  await go(other, "Cruscotto");
  assert.equal(await planFigure(page), await planFigure(other));
});
