// Runs a program made for the browser in headless Chromium and passes on what it prints: cargo's runner for the benches.
// The program goes through wasm-bindgen and wasm-opt as the application does; WASM_OPT says how (scripts/tools.sh).

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";

import { serve } from "../../scripts/static-server.mjs";
import { launch } from "./chromium.mjs";

const ROOM = "target/bench/page";
const HERE = "benches/browser";
const PATIENCE = 30 * 60_000;

build(process.argv[2]);
await run();

function build(program) {
  mkdirSync(ROOM, { recursive: true });
  const bindgen = ["--target", "web", "--no-typescript", "--out-dir", ROOM, "--out-name", "program", program];
  execFileSync("wasm-bindgen", bindgen, { stdio: "inherit" });
  const wasm = `${ROOM}/program_bg.wasm`;
  execFileSync("wasm-opt", [...process.env.WASM_OPT.split(" "), wasm, "-o", wasm], { stdio: "inherit" });
  copyFileSync(`${HERE}/page.html`, `${ROOM}/index.html`);
  copyFileSync(`${HERE}/page.js`, `${ROOM}/page.js`);
}

async function run() {
  const { server, origin } = await serve(ROOM);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const ended = new Promise((done, failed) => {
      page.on("console", (message) => (message.text() === "end" ? done() : console.log(message.text())));
      page.on("pageerror", failed);
      page.on("crash", () => failed(new Error("the page crashed")));
      setTimeout(() => failed(new Error("the benches take too long")), PATIENCE).unref();
    });
    await page.goto(origin, { waitUntil: "commit" });
    await ended;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
