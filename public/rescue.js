// The way out when the program cannot start or has stopped, in plain JavaScript that needs nothing of it: whatever carries
// data-rescue downloads all that this browser keeps of the plans, as it lies there. The application takes the file back like any
// other (src/storage/rescued.rs reads it):
//
//   {"format": "traguardo-archive", "version": 1, "records": [[shelf, plan, "revision.part", bytes in base64], …]}
//
// It only reads. A record that cannot be read is left out, and counted.
"use strict";
(() => {
  const SHELVES = ["headers", "journal", "snapshots", "bases", "quarantine"];

  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  /** Opens the database as it is; none where there is none, and none is made. */
  async function open() {
    const request = indexedDB.open("traguardo");
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      request.transaction.abort();
    };
    try {
      return await answer(request);
    } catch (error) {
      if (isNew) return null;
      throw error;
    }
  }

  function base64(bytes) {
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  }

  async function rescue() {
    const database = await open();
    const parts = ['{"format": "traguardo-archive", "version": 1, "records": ['];
    let records = 0;
    let unreadable = 0;
    for (const shelf of SHELVES.filter((shelf) => database?.objectStoreNames.contains(shelf))) {
      const keys = await answer(database.transaction(shelf).objectStore(shelf).getAllKeys());
      for (const key of keys) {
        try {
          // Each in a transaction of its own: one that cannot be read takes no other with it.
          const bytes = await answer(database.transaction(shelf).objectStore(shelf).get(key));
          parts.push(`${records ? "," : ""}\n${JSON.stringify([shelf, key[0], key[1], base64(bytes)])}`);
          records += 1;
        } catch {
          unreadable += 1;
        }
      }
    }
    database?.close();
    if (records === 0) return { records, unreadable };
    parts.push("\n]}\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(parts, { type: "application/json" }));
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    link.download = `traguardo-archivio-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return { records, unreadable };
  }

  const SAID = {
    it: {
      done: "Scaricato: è il file con tutto quello che questo browser conserva dei piani. Quando Traguardo funziona di nuovo, qui o su un altro computer, apritelo con «Apri un file…».",
      part: "Alcuni dati non si sono potuti leggere; il file contiene tutto il resto.",
      none: "In questo browser non è conservato alcun piano.",
      failed: "L’archivio del browser non si apre. Non cancellate i dati del browser e avvisate l’ufficio informatico:",
    },
    en: {
      done: "Downloaded: the file holds everything this browser keeps of the plans. When Traguardo works again, here or on another computer, open it with “Open a file…”.",
      part: "Some data could not be read; the file holds all the rest.",
      none: "No plan is kept in this browser.",
      failed: "The browser’s storage does not open. Do not clear the browser’s data and tell your IT office:",
    },
  };

  function say(beside, words) {
    const place = beside.closest("section, .card, div") || document.body;
    let said = place.querySelector(":scope > .rescued");
    if (!said) {
      said = document.createElement("p");
      said.className = "rescued";
      said.setAttribute("role", "status");
      place.append(said);
    }
    said.textContent = words;
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-rescue]");
    if (!button) return;
    event.preventDefault();
    const both = button.closest("#crash") !== null;
    const languages = both ? ["it", "en"] : [document.documentElement.lang === "en" ? "en" : "it"];
    const tell = (words) => say(button, languages.map((language) => words(SAID[language])).join(" · "));
    try {
      const { records, unreadable } = await rescue();
      tell((said) => (records === 0 ? said.none : unreadable ? `${said.done} ${said.part}` : said.done));
    } catch (error) {
      console.warn(error);
      tell((said) => `${said.failed} ${error?.message ?? error}`);
    }
  });

  const stop = () => {
    document.getElementById("crash").hidden = false;
  };
  // The program's own files did not arrive, or the program fell without a word: out of memory, out of stack.
  addEventListener("error", ({ error, target }) => {
    if (target instanceof HTMLScriptElement || error instanceof WebAssembly.RuntimeError) stop();
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => {
    if (reason instanceof WebAssembly.RuntimeError) stop();
  });
})();
