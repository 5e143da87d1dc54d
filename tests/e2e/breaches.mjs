// Journeys that must fail: each does one thing that the watch of journey.mjs is there for. watch.test.mjs runs them.

import { journey } from "./journey.mjs";

const BREACHES = {
  "an error in the console": () => console.error("said aloud"),
  "an error that nobody catches": () => setTimeout(() => { throw new Error("not caught"); }),
  "an inline script": () => document.head.append(Object.assign(document.createElement("script"), { text: "0" })),
  "an inline handler": () => document.body.setAttribute("onclick", "0"),
  "an inline style": () => document.body.setAttribute("style", "color: red"),
  "a picture of another origin": () => document.body.append(Object.assign(new Image(), { src: "http://127.0.0.2:9/x.png" })),
  "a fetch of another origin": () => void fetch("http://127.0.0.2:9/").catch(() => {}),
  "a socket": () => { try { new WebSocket("ws://127.0.0.2:9/"); } catch { /* told in the console */ } },
  "a beacon": () => navigator.sendBeacon("http://127.0.0.2:9/", "x"),
  "a frame": () => document.body.append(Object.assign(document.createElement("iframe"), { src: "http://127.0.0.2:9/" })),
  "a form": () => {
    const form = Object.assign(document.createElement("form"), { action: "http://127.0.0.2:9/" });
    document.body.append(form);
    form.submit();
  },
  "a file that is not there": () => void fetch("nowhere.json").catch(() => {}),
  "a window of another origin": () => void open("http://127.0.0.2:9/"),
};

for (const [name, breach] of Object.entries(BREACHES)) {
  journey(name, async ({ page, url, problems }) => {
    await page.goto(url);
    await page.getByRole("main").waitFor();
    await page.evaluate(breach);
    // Told a moment later; without a breach this journey ends well, and watch.test.mjs says so.
    for (let tries = 0; problems.length === 0 && tries < 100; tries += 1) await page.waitForTimeout(50);
  });
}

journey("nothing at all", async ({ page, url }) => {
  await page.goto(url);
  await page.getByRole("main").waitFor();
});
