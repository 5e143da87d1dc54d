// Runs the benches and shows what they print, for whoever opens the page in a browser of their own.

import init from "./program.js";

const { log } = console;
console.log = (line) => {
  log(line);
  document.querySelector("pre").append(`${line}\n`);
};
await init();
console.log("end");
