// Every proof by name: what it promises, how often it tries, and when it holds.

import { damaged } from "./damage.mjs";
import { diskFull, quotaExceeded } from "./full.mjs";
import { killed } from "./kill.mjs";
import { threeTabs } from "./tabs.mjs";

/** One row of the table. */
const row = (promise, howMany, result, holds) => ({ promise, howMany, result, holds });

const kills = (name, browser, words, many, few) => ({
  name,
  short: few > 0,
  promise: `saved edits survive SIGKILL of ${words}`,
  async run({ short, origin, say }) {
    const sum = await killed(browser, short ? few : many, origin, say);
    const holds = sum.lost === 0 && sum.torn === 0 && sum.notices === 0 && sum.acknowledged > sum.kills;
    const howMany = `${sum.kills} kills, edits of 2 KB and 200 KB`;
    const result = `${sum.acknowledged} edits said to be saved, ${sum.lost} lost, ${sum.torn} torn`;
    return [row(this.promise, howMany, result, holds)];
  },
});

const damages = (name, browser, words) => ({
  name,
  short: true,
  promise: `damaged files of the profile, ${words}`,
  async run({ short, origin, say }) {
    const cases = await damaged(browser, origin, { few: short, say });
    const count = (outcome) => cases.filter((one) => one.outcome === outcome).length;
    const bad = ["empty", "wrong", "silent", "panic"].map((outcome) => `${outcome} ${count(outcome)}`).join(", ");
    const result = `all of it ${count("full")}, older and told ${count("older")}, a page that says what to do ${count("rescue")}; ${bad}`;
    return [row(this.promise, `${cases.length} cases`, result, cases.length > 0 && cases.every((one) => one.holds))];
  },
});

const room = (name, words, run) => ({
  name,
  short: name === "quota",
  promise: words,
  async run({ origin, say }) {
    const found = await run(origin, say);
    const holds = found.saved > 0 && found.shown && found.inMemory && found.intact && found.resumed;
    const said = (word, is) => `${word} ${is ? "yes" : "NO"}`;
    const result = [
      said("shown", found.shown),
      said("all in memory", found.inMemory),
      said("old data intact", found.intact),
      said("all stored once there is room", found.resumed),
      ...(found.emptied ? [`emptied by the browser, and said so, ${found.emptied}`] : []),
    ];
    return [row(this.promise, `${found.saved} edits of 200 KB fitted in`, result.join(", "), holds)];
  },
});

export const PROOFS = [
  kills("kill", "chromium", "Chromium", 40, 3),
  kills("kill-sqlite", "sqlite", "Chromium (SQLite)", 10, 0),
  kills("kill-firefox", "firefox", "Firefox", 20, 0),
  room("quota", "the browser's quota is reached", quotaExceeded),
  room("disk", "the disk is full (40 MiB tmpfs)", (origin, say) => {
    if (!process.env.TRAGUARDO_DISK) throw new Error("TRAGUARDO_DISK names no small file system; scripts/torture makes one");
    return diskFull(process.env.TRAGUARDO_DISK, origin, say);
  }),
  damages("damage", "chromium", "LevelDB"),
  damages("damage-sqlite", "sqlite", "SQLite"),
  {
    name: "tabs",
    short: true,
    promise: "three tabs write in one plan",
    async run({ short, origin, say }) {
      const found = await threeTabs(short ? 40 : 300, origin, say);
      const result = `${found.missing} missing, ${found.astray} last texts astray, all tabs ${found.same ? "the same" : "NOT THE SAME"} in the end`;
      const holds = found.missing === 0 && found.astray === 0 && found.same && found.panics === 0;
      return [row(this.promise, `3 × ${found.edits / 3} edits`, result, holds)];
    },
  },
];
