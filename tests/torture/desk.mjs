// What a person does at the page, and what she sees there; everything goes through the page as it was built.

/** The plan on which the trials work: the one with invented results, so that figures can be compared too. */
const SAMPLE = /copia dimostrativa/;

export class Desk {
  constructor(page, origin) {
    this.page = page;
    this.origin = origin;
  }

  /** Teaches the page to write into fields and to report what it reads; again after every load. */
  async install() {
    await this.page.evaluate(install);
    return this;
  }

  /** Opens the sample from the list and goes to its first sheet, unfolded. */
  async openSample() {
    await this.clickOn("button", SAMPLE);
    await this.page.waitForSelector(".side a");
    const links = await this.page.$$eval(".side .below a", (links) => links.map((link) => link.getAttribute("href")));
    this.sheets = links.map((link) => `${this.origin}/${link}`);
    await this.saved();
    await this.goToSheet(0);
  }

  /** Goes to a sheet by its place and unfolds its texts. */
  async goToSheet(place) {
    await this.arrive(this.sheets[place]);
  }

  /** Goes to the address of a sheet and unfolds its texts; false when no sheet comes. */
  async arrive(address) {
    await this.page.goto(address);
    await this.install();
    await this.page.waitForSelector(".story summary");
    await this.page.evaluate(() => document.querySelector(".story:not([open]) summary")?.click());
    await this.page.waitForSelector(".story textarea");
  }

  async clickOn(kind, words) {
    await this.page.waitForFunction(
      (kind, words) => [...document.querySelectorAll(kind)].some((one) => new RegExp(words).test(one.ariaLabel || one.innerText)),
      {},
      kind,
      words.source,
    );
    await this.page.evaluate(
      (kind, words) =>
        [...document.querySelectorAll(kind)].find((one) => new RegExp(words).test(one.ariaLabel || one.innerText)).click(),
      kind,
      words.source,
    );
  }

  /** Writes into a text of the sheet and waits until the bar says that it is saved. */
  write(field, text) {
    return this.page.evaluate((field, text) => globalThis.desk.write(field, text), field, text);
  }

  /** Writes without waiting; the bar is read later. */
  put(field, text) {
    return this.page.evaluate((field, text) => globalThis.desk.put(field, text), field, text);
  }

  /** What the texts of the sheet hold now. */
  texts() {
    return this.page.evaluate(() => globalThis.desk.texts());
  }

  /** What the bar says of saving. */
  status() {
    return this.page.evaluate(() => globalThis.desk.status());
  }

  /** Waits until the bar says something that matches. */
  async says(words, timeout = 30_000) {
    await this.page.waitForFunction((words) => new RegExp(words).test(globalThis.desk?.status() ?? ""), { timeout, polling: 50 }, words.source);
  }

  async saved() {
    await this.install();
    await this.says(/^Salvato/);
  }

  /** The whole plan, as the button for a file hands it out. */
  plan() {
    return this.page.evaluate(() => globalThis.desk.plan());
  }

  /** What is on the screen: alarm, crash page, notices, plans of the list, an open plan. */
  look() {
    return this.page.evaluate(() => globalThis.desk.look());
  }
}

/** Runs inside the page. */
function install() {
  if (globalThis.desk) return;
  const visible = (one) => Boolean(one && !one.hidden && one.getClientRects().length > 0);
  const words = (one) => one.innerText.replace(/\s+/g, " ").trim();
  const bar = () => document.querySelector(".saved [role=status]");
  const status = () => (bar() ? words(bar()) : "");
  const why = () => document.querySelector(".saved")?.title ?? "";
  const fields = () => [...document.querySelectorAll(".story .texts textarea")];
  const isSaved = () => /^Salvato in questo browser alle/.test(status());

  /** Types and leaves the field. */
  function put(place, text) {
    const field = fields()[place];
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new FocusEvent("blur"));
  }

  /** Types, leaves the field, and waits until the bar has said that it is saving and then that it is saved. */
  function write(place, text) {
    return new Promise((done, failed) => {
      let began = false;
      const watch = new MutationObserver(() => {
        if (!isSaved()) began = true;
        else if (began) finish(done);
      });
      const late = setTimeout(() => finish(() => failed(new Error(`not saved: ${status()} (${why()})`))), 200_000);
      const finish = (end) => {
        clearTimeout(late);
        watch.disconnect();
        end();
      };
      watch.observe(bar(), { subtree: true, childList: true, characterData: true });
      put(place, text);
    });
  }

  async function plan() {
    const make = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    let blob;
    URL.createObjectURL = (given) => {
      blob = given;
      return make.call(URL, given);
    };
    HTMLAnchorElement.prototype.click = function () {
      if (!this.download) click.call(this);
    };
    try {
      document.querySelector("header button[aria-haspopup]").click();
      for (let tries = 0; !blob && tries < 200; tries++) {
        await new Promise((next) => setTimeout(next, 10));
        const item = [...document.querySelectorAll("[role=menuitem]")].find((item) => /^Scarica il piano/.test(words(item)));
        if (item && !blob) item.click();
      }
      return blob ? await blob.text() : null;
    } finally {
      URL.createObjectURL = make;
      HTMLAnchorElement.prototype.click = click;
    }
  }

  const look = () => ({
    alarm: visible(document.querySelector(".alarm")) ? words(document.querySelector(".alarm")) : "",
    crash: visible(document.querySelector("#crash")) ? words(document.querySelector("#crash")) : "",
    notices: [...document.querySelectorAll(".notices .notice p")].map(words),
    listed: [...document.querySelectorAll("[aria-labelledby=kept] .plan-list li")].map((item) => ({
      words: words(item),
      link: item.querySelector("a")?.getAttribute("href"),
    })),
    empty: /Ancora nessun piano/.test(document.querySelector(".plans")?.innerText ?? ""),
    plan: visible(bar()) && Boolean(document.querySelector(".side a")) && Boolean(document.querySelector("main h1, main h2")),
    heading: document.querySelector("main h1")?.innerText ?? "",
    status: status(),
  });

  globalThis.desk = { put, write, plan, look, status, isSaved, texts: () => fields().map((field) => field.value) };
}
