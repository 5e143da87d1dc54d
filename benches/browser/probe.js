// Put into the page before the application starts: notes when a key went down, when the last change it caused stood in the
// page, when the frame with it was painted, and when the change was saved.
//
// What the bar on top says of saving and of copies is no figure: its changes count as saving only.

globalThis.probe = (() => {
  const marks = { key: 0, changed: 0, framed: 0, painted: 0, saved: 0, written: 0 };
  const element = (node) => (node.nodeType === 1 ? node : node.parentElement);
  const inSaveState = (node) => element(node)?.closest('header [role="status"]');
  const ofSaving = (node) => element(node)?.closest("header .saved");
  const isSaved = (status) => status.querySelector("b")?.textContent === "Salvato";

  // The task after a frame's callbacks runs once style, layout and paint are done.
  const paint = new MessageChannel();
  paint.port1.onmessage = () => (marks.painted = performance.now());
  let waiting = false;
  function nextFrame() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      marks.framed = performance.now();
      paint.port2.postMessage(null);
    });
  }

  new MutationObserver((changes) => {
    const now = performance.now();
    for (const { target } of changes) {
      const status = inSaveState(target);
      if (!status && ofSaving(target)) continue;
      if (!status) {
        marks.changed = now;
        nextFrame();
      } else if (isSaved(status)) {
        marks.saved = now;
      } else {
        marks.saved = 0;
      }
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

  const began = (event) => {
    Object.assign(marks, { key: event.timeStamp, changed: 0, painted: 0, saved: 0 });
    nextFrame();
  };
  addEventListener("keydown", began, true);

  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    marks.written = performance.now();
    return createObjectURL.call(URL, blob);
  };

  /**
   * Waits until nothing has changed for a while, the last change is painted, and (where asked for) everything is saved; for
   * ten seconds at most.
   */
  async function settle(quiet = 300, until = "painted") {
    const start = performance.now();
    const isBusy = (now) => marks.painted < marks.changed || now - marks.changed < quiet || !marks[until];
    for (let now = start; isBusy(now) && now - start < 10_000; now = performance.now()) {
      await new Promise((done) => setTimeout(done, 10));
    }
    return marks;
  }

  /**
   * Drops a file on the page; gives the milliseconds until the page that it opens is painted, and until nothing on it changes
   * any more.
   */
  async function drop(name, text) {
    const file = new File([text], name, { type: "application/json" });
    const carried = new DataTransfer();
    carried.items.add(file);
    const start = performance.now();
    const moved = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    for (const kind of ["dragenter", "dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: carried }));
    }
    await moved;
    const since = performance.now();
    while (marks.painted < since) await new Promise((done) => setTimeout(done, 1));
    const shown = marks.painted - start;
    return { shown, done: (await settle(1_000)).painted - start };
  }

  return { marks, settle, drop };
})();
