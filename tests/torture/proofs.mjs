// Every proof by name: what it promises, how often it tries, and when it holds.

import { killed } from "./kill.mjs";

/** One row of the table. */
const row = (promise, howMany, result, holds) => ({ promise, howMany, result, holds });

const kills = (name, browser, many, few) => ({
  name,
  short: few > 0,
  promise: `saved edits survive SIGKILL of ${browser}`,
  async run({ short, origin, say }) {
    const sum = await killed(name === "kill" ? "chromium" : name, short ? few : many, origin, say);
    const holds = sum.lost === 0 && sum.torn === 0 && sum.notices === 0 && sum.acknowledged > sum.kills;
    const howMany = `${sum.kills} kills, 2 KB and 200 KB`;
    return [row(this.promise, howMany, `${sum.acknowledged} edits said to be saved, ${sum.lost} lost, ${sum.torn} torn`, holds)];
  },
});

export const PROOFS = [kills("kill", "Chromium", 40, 4), kills("firefox", "Firefox", 20, 0)];
