// SIGKILL at random moments: what was said to be saved is there, and nothing is there by half.

import { join } from "node:path";

import { close, copyProfile, kill, open, room, start } from "./browser.mjs";
import { Desk } from "./desk.mjs";
import { FIELDS, recognise } from "./trial.mjs";
import { dice, text } from "./words.mjs";

const SIZES = [2_000, 200_000];

/**
 * Kills a browser many times while somebody writes without a pause. Returns what was lost and torn.
 * Every trial goes on from a profile of its own, with the sample opened and saved.
 */
export async function killed(name, kills, origin, say) {
  const folder = room();
  const base = join(folder, "base");
  const { address, before } = await prepare(name, base, origin);
  const roll = dice(kills);
  const sum = { kills: 0, edits: 0, acknowledged: 0, lost: 0, torn: 0, notices: 0 };
  for (let trial = 0; trial < kills; trial++) {
    const profile = join(folder, `trial-${trial}`);
    copyProfile(base, profile);
    const size = SIZES[trial % SIZES.length];
    const told = await writeUntilKilled(name, profile, { address, origin, size, moment: 300 + roll(2_200) });
    const seen = await readAgain(name, profile, { address, origin });
    const judged = judge({ told, seen, size, before });
    for (const key of ["acknowledged", "lost", "torn", "notices"]) sum[key] += judged[key];
    sum.edits += judged.reached;
    sum.kills += 1;
    say(`kill ${trial + 1}/${kills}, ${size / 1000} KB: saved ${judged.acknowledged}, found ${judged.reached}, lost ${judged.lost}, torn ${judged.torn}${judged.why}`);
  }
  return sum;
}

async function prepare(name, profile, origin) {
  const browser = await start(name, profile);
  const page = await open(browser, `${origin}/`);
  const desk = await new Desk(page, origin).install();
  await desk.openSample();
  const before = JSON.parse(await desk.plan());
  const address = page.url();
  await close(browser);
  return { address, before };
}

/** Writes edit after edit, each as soon as the one before is saved, until the browser is killed. */
async function writeUntilKilled(name, profile, { address, origin, size, moment }) {
  const browser = await start(name, profile);
  const page = await open(browser, "about:blank");
  const told = { acknowledged: 0, begun: 0 };
  page.on("console", (message) => {
    const [, what, number] = /^torture (begun|saved) (\d+)$/.exec(message.text()) ?? [];
    if (what === "saved") told.acknowledged = Math.max(told.acknowledged, Number(number));
    if (what === "begun") told.begun = Math.max(told.begun, Number(number));
  });
  const desk = new Desk(page, origin);
  await desk.arrive(address);
  const writing = page
    .evaluate(
      async (make, size, fields) => {
        const text = new Function(`return ${make}`)();
        for (let number = 1; ; number++) {
          console.log(`torture begun ${number}`);
          await globalThis.desk.write(number % fields, text(number, size));
          console.log(`torture saved ${number}`);
        }
      },
      text.toString(),
      size,
      FIELDS,
    )
    .catch((error) => error);
  // Never before the first edit is on its way.
  while (told.begun === 0) await new Promise((next) => setTimeout(next, 5));
  const ended = await Promise.race([writing, new Promise((next) => setTimeout(next, moment, "time"))]);
  if (ended !== "time") throw new Error(`the writing ended by itself: ${ended}`);
  await kill(browser);
  return told;
}

async function readAgain(name, profile, { address, origin }) {
  const browser = await start(name, profile);
  const page = await open(browser, "about:blank");
  const desk = new Desk(page, origin);
  await desk.arrive(address);
  await desk.says(/^Salvato/);
  const look = await desk.look();
  const seen = { look, plan: JSON.parse(await desk.plan()), panics: page.panics };
  await kill(browser);
  return seen;
}

/** Everything acknowledged must be there; what is there must be the state after some edit, whole. */
function judge({ told, seen, size, before }) {
  const reached = recognise(seen.plan, before, () => size);
  const lost = Math.max(0, told.acknowledged - (reached ?? 0));
  const odd = [...seen.look.notices, ...seen.panics, seen.look.alarm, seen.look.crash].filter(Boolean);
  const why = odd.length > 0 ? ` (${odd.join(" / ")})` : "";
  const { acknowledged } = told;
  return { acknowledged, reached: reached ?? 0, lost, torn: reached === null ? 1 : 0, notices: odd.length, why };
}
