// A copy of the plan locked with a passphrase, as it is sent when it holds evaluations of people, and opened again elsewhere.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { axe, journey, shot } from "./journey.mjs";
import { SAMPLES, bar, choose, download, notice, openSample, until } from "./person.mjs";

const PASSPHRASE = "nuvola lampada treno fiume";

const dialog = (page) => page.getByRole("dialog");
const openMenu = async (page) => {
  await bar(page).getByRole("button", { name: /^File/ }).click();
  await bar(page).getByRole("menuitem", { name: "Salva con una frase segreta…" }).click();
};

/** Locks the open plan; gives the file's name and bytes, and how long it took. */
async function lock(page, passphrase) {
  await openMenu(page);
  await dialog(page).getByLabel("Frase segreta").fill(passphrase);
  await dialog(page).getByLabel("Ancora una volta").fill(passphrase);
  const coming = page.waitForEvent("download");
  const began = Date.now();
  await dialog(page).getByRole("button", { name: "Salva il file" }).click();
  const file = await coming;
  const took = Date.now() - began;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()), took };
}

async function answer(page, passphrase) {
  await dialog(page).getByLabel("Frase segreta").fill(passphrase);
  await page.keyboard.press("Enter");
}

journey("a plan locked with a passphrase opens with it at another computer, and with no other", async ({ page, another, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  const plain = await download(page);
  const { name, bytes, took } = await lock(page, PASSPHRASE);
  console.log(`# locking took ${took} ms`);
  assert.equal(name, `${plain.name}.age`);
  assert.ok(bytes.subarray(0, 22).toString() === "age-encryption.org/v1\n");
  assert.ok(!bytes.includes("traguardo") && !bytes.includes("scheda"), "nothing of it can be read");
  await notice(page, `Scaricato: ${name}.`);

  const other = await (await another()).newPage();
  await other.goto(url);
  await choose(other, other.getByRole("button", { name: "Apri un file…" }), name, bytes);
  await dialog(other).getByRole("heading", { name: "Aprire un file protetto" }).waitFor();
  await shot(other, "seal-open");
  await answer(other, "nuvola lampada treno fiumi");
  await dialog(other).getByText("Non è la frase di questo file.").waitFor();
  await shot(other, "seal-wrong");
  await axe(other);
  const began = Date.now();
  await answer(other, PASSPHRASE);
  await other.getByRole("heading", { level: 1, name: /^Cruscotto/ }).waitFor();
  console.log(`# unlocking and opening took ${Date.now() - began} ms`);
  assert.equal((await download(other)).text, plain.text);
});

journey("a passphrase is typed twice, of eight characters at least, with a word on how good it is", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  await openMenu(page);
  const save = dialog(page).getByRole("button", { name: "Salva il file" });
  const [first, second] = [dialog(page).getByLabel("Frase segreta"), dialog(page).getByLabel("Ancora una volta")];
  assert.equal(await first.getAttribute("type"), "password");
  for (const [passphrase, said] of [
    ["piano26", /Troppo corta/],
    ["Password2024!", /Debole/],
    ["nuvola lampada treno", /Discreta/],
    [PASSPHRASE, /Robusta/],
  ]) {
    await first.fill(passphrase);
    await dialog(page).getByText(said).waitFor();
    assert.ok(await save.isDisabled(), "it is not typed twice");
  }
  await second.fill(`${PASSPHRASE}!`);
  await dialog(page).getByText("Le due frasi sono diverse").waitFor();
  assert.ok(await save.isDisabled());
  await dialog(page).getByText("Una frase dimenticata non si può recuperare.").waitFor();
  await shot(page, "seal-save");
  await axe(page);
  await dialog(page).getByLabel("Mostra la frase").check();
  assert.equal(await first.getAttribute("type"), "text");
  await second.fill(PASSPHRASE);
  await until(() => save.isEnabled(), Boolean, "it may be saved");
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
  await openMenu(page);
  assert.equal(await first.inputValue(), "", "a passphrase is not kept");
});

journey("a locked file that asks for hours of work, or was changed, is refused in a sentence", async ({ page, url }) => {
  await openSample(page, url, SAMPLES.sheets);
  const { name, bytes } = await lock(page, PASSPHRASE);
  await dialog(page).waitFor({ state: "hidden" });
  const text = bytes.toString("latin1");
  for (const [changed, said] of [
    [text.replace(/( 16)\n/, " 40\n"), /più lavoro/],
    [`${text.slice(0, -1)}${String.fromCharCode(text.charCodeAt(text.length - 1) ^ 1)}`, /danneggiato o incompleto/],
  ]) {
    assert.notEqual(changed, text);
    await bar(page).getByRole("button", { name: /^File/ }).click();
    await choose(page, bar(page).getByRole("menuitem", { name: "Apri un file…" }), name, Buffer.from(changed, "latin1"));
    await answer(page, PASSPHRASE);
    await dialog(page).getByText(said).waitFor();
    await dialog(page).getByRole("button", { name: "Annulla" }).click();
    await dialog(page).waitFor({ state: "hidden" });
  }
});
