// Keeps going without network: what is sent waits on this phone, under a key of its own,
// and leaves in order when it can; the server takes each once. The pages of the path are
// kept too (by worker.js), so that the next step opens all the same.
(() => {
  const { ours, where, key, say, put, post, note, isOver } = window.sillage;
  const zone = document.querySelector("[data-outbox]");
  const place = "sillage:envois", store = "sillage-envois";
  const who = zone ? zone.dataset.who : null;
  const mine = (one) => one.who === who;
  const blank = (form) => ![...form.querySelectorAll("textarea, input[type=text]")].some((one) => one.value.trim());
  // What this browser could not write down is kept here, as long as the page is.
  let unwritten = null;
  const read = () => {
    if (unwritten) return unwritten;
    try { return JSON.parse(localStorage.getItem(place) || "[]"); } catch { return []; }
  };
  /** Writes the list down; whether it could be. */
  const write = (items) => {
    document.body.dataset.unsent = items.filter(mine).length;
    try {
      const text = JSON.stringify(items);
      if (items.length || localStorage.getItem(place)) localStorage.setItem(place, text);
      unwritten = (localStorage.getItem(place) || "[]") === text ? null : items;
    } catch {
      // An empty list too: what is on the disk is older, and would be sent again without end.
      unwritten = items;
      if (!items.length) try { localStorage.removeItem(place); } catch { /* it stays unread */ }
    }
    return !unwritten;
  };
  const shelf = () => window.caches ? caches.open(store) : Promise.reject(new Error("no cache"));
  /** Keeps one thing, wherever this browser can; false when only this page has it. */
  async function keep(item) {
    if (write([...read(), item])) return true;
    try {
      await (await shelf()).put(`/envois/${item.id}`, new Response(JSON.stringify(item)));
      return true;
    } catch { return false; }
  }
  async function gone(id) {
    try { await (await shelf()).delete(`/envois/${id}`); } catch {}
  }
  async function send(item) {
    const answer = await fetch(item.url, {
      method: "POST", body: new URLSearchParams(item.body), headers: { "sillage-form": "1" }, signal: AbortSignal.timeout(20000),
    });
    if (!ours(answer)) throw new Error("not the site");
    // "Later": the network is there, the server is not.
    if ([408, 425, 429, 502, 503, 504].includes(answer.status)) throw new Error("later");
    return answer;
  }
  const trouble = (found) => say(!navigator.onLine ? "offline" : found === "portal" ? "portal" : "here");
  // Where one goes on to once what was sent has left: a line among others stays where it is.
  const next = (form) => form.dataset.stays === undefined ? form.dataset.next || zone.dataset.next : location.pathname + location.search;
  // What waits here for the network, and where it leads, when nothing was typed since: then it is
  // followed.
  let stayed = null;
  // What only this page has.
  const lost = new Set();
  document.addEventListener("input", () => { stayed = null; });
  let flushing = null, wait = 2000, timer = null;
  async function all() {
    let sent = 0;
    for (;;) {
      const items = read();
      const item = items.find((one) => mine(one) && !one.held);
      if (!item) break;
      try {
        const answer = await send(item);
        // They leave once their owner is back.
        if (answer.status === 401) { say(lost.size ? "alone" : "session"); return sent; }
        const rest = read().filter((one) => one.id !== item.id);
        // Refused: its words stay here, to be seen and taken up.
        const down = write(answer.ok ? rest : [...rest, { ...item, held: true }]);
        if (answer.ok || down) await gone(item.id);
        if (answer.ok) await note(item.id);
        sent += answer.ok ? 1 : 0;
        wait = 2000;
      } catch {
        if (read().some((one) => lost.has(one.id))) say("nowhere"); else trouble(navigator.onLine ? await where() : "offline");
        clearTimeout(timer);
        timer = setTimeout(flush, Math.random() * wait);
        wait = Math.min(wait * 2, 60000);
        return sent;
      }
    }
    if (sent) say("sent", { n: sent });
    show();
    // What had to wait here has left: on to the next step.
    if (stayed && !read().some((one) => one.id === stayed.id)) location.assign(stayed.next);
    return sent;
  }
  function flush() {
    if (isOver()) return Promise.resolve();
    // One at a time, or the order is lost.
    flushing ||= (navigator.locks ? navigator.locks.request("sillage-envois", all) : all())
      .finally(() => { flushing = null; });
    return flushing;
  }
  // What a form says besides what was typed in it.
  const FIELDS = ["command_id", "occurred_at", "suite", "qui", "base", "kept", "keep_title", "note", "asked", "gesture", "door", "visibility", "wall", "quote", "news", "reason", "reaction", "reached", "block", "kind", "card", "look", "other", "step", "photo", "group", "suite_de"];
  // What could not be taken, word for word.
  function show() {
    const isWord = ([name, value]) => value.trim() && !FIELDS.includes(name);
    const isEmpty = (one) => one.held && !one.body.some(isWord);
    // A form without a word that was refused is nothing to take up.
    if (read().some((one) => mine(one) && isEmpty(one))) write(read().filter((one) => !(mine(one) && isEmpty(one))));
    const held = read().filter((one) => mine(one) && one.held);
    const list = document.getElementById("envois");
    if (!list) return;
    list.hidden = held.length === 0;
    const words = held.flatMap((one) => one.body.filter(isWord));
    const area = list.querySelector("textarea");
    area.value = words.map(([, value]) => value).join("\n\n");
    list.querySelector("button").onclick = () => { write(read().filter((one) => !(mine(one) && one.held))); show(); };
  }
  // What worker.js caught on its way joins the rest.
  async function caught() {
    const cache = await shelf();
    for (const request of await cache.keys()) {
      const item = await (await cache.match(request)).json();
      if (!mine(item)) continue;
      if (read().some((one) => one.id === item.id) || write([...read(), item])) await cache.delete(request);
      // A line among others is shown here once it has left, unless the next one is being typed.
      const lines = [...document.querySelectorAll("form[data-stays]")].some((form) => form.action === item.url && blank(form));
      if (lines) stayed = { id: item.id, next: location.pathname + location.search };
    }
  }
  // Another person on this phone finds nothing of the one before.
  try {
    if (who && localStorage.getItem("sillage:qui") !== who) {
      localStorage.setItem("sillage:qui", who);
      localStorage.removeItem("sillage:garde");
      if (window.caches) caches.delete("sillage-parcours");
    }
  } catch {}
  write(read());
  caught().catch(() => {}).then(() => { again(); if (read().some(mine)) flush(); show(); });
  for (const name of ["online", "pageshow"]) addEventListener(name, () => { if (read().some(mine)) flush(); });
  document.addEventListener("visibilitychange", () => { if (read().some(mine)) flush(); });

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented || !form.closest("[data-outbox]")) return;
    // A file waits for the network: it goes last, no word waits for it, and none goes with it
    // to nobody.
    if ((event.submitter?.formEnctype || form.enctype) === "multipart/form-data") {
      event.preventDefault();
      if (form.dataset.busy) return;
      form.dataset.busy = "1";
      // The words beside the file are on this page, and are kept as they were typed.
      if ((await post(form, event.submitter)) !== "gone") say("nowhere");
      delete form.dataset.busy;
      return;
    }
    // A line was kept, and its field is empty again: there is nothing to send twice.
    if (form.dataset.busy || (form.dataset.stays !== undefined && read().some(mine) && blank(form))) { event.preventDefault(); return; }
    form.dataset.busy = "1";
    // A key of its own for what is sent now (autosave.js gave one already to what it keeps),
    // what it goes on from, and where to go on if it has to wait.
    if (form.dataset.kept === undefined) put(form, "command_id", key());
    if (form.dataset.replaces !== undefined) put(form, "suite_de", chain.join(" "));
    const id = form.elements.command_id.value;
    chain = [id, ...chain].slice(0, 8);
    put(form, "occurred_at", Date.now());
    put(form, "suite", next(form));
    put(form, "qui", who);
    // With network the form goes by itself; worker.js stands by, and keeps it if it falls on
    // the way.
    const first = !read().some((one) => mine(one) && !one.held);
    if (first && navigator.onLine && navigator.serviceWorker?.controller) return;
    event.preventDefault();
    const to = event.submitter?.getAttribute("formaction") || form.getAttribute("action");
    const body = [...new FormData(form, event.submitter)].filter(([, value]) => typeof value === "string");
    // What is said of one note again takes the place of what still waits.
    if (form.dataset.replaces === "waiting") {
      const about = (fields) => fields.find(([name]) => name === "note")?.[1];
      write(read().filter((one) => !(mine(one) && !one.held && one.url === to && about(one.body) && about(one.body) === about(body))));
    }
    const safe = await keep({ id, who, url: to, body });
    if (!safe) lost.add(id);
    // Where no worker.js stands by, it is kept first, and this page is left once it arrived.
    const forget = () => { write(read().filter((one) => one.id !== id)); gone(id); lost.delete(id); };
    if (first && navigator.onLine && (await post(form, event.submitter, forget)) === "gone") return;
    if (safe) form.dispatchEvent(new CustomEvent("taken", { bubbles: true, detail: "outbox" }));
    await flush();
    delete form.dataset.busy;
    onward(form, id, safe);
  });
  // Words that are nowhere else: the browser asks before it closes the page.
  addEventListener("beforeunload", (event) => { if (read().some((one) => lost.has(one.id))) event.preventDefault(); });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("[data-busy]")) delete form.dataset.busy;
  });
  // What was sent from this step and still waits is shown in it, so that it can be mended:
  // the next sending goes on from it. A form that keeps its words itself has them already.
  let chain = [];
  function again() {
    for (const form of document.querySelectorAll("form[data-replaces]")) {
      const path = (url) => new URL(url, location.href).pathname;
      const last = read().findLast((one) => mine(one) && !one.held && path(one.url) === path(form.action));
      if (!last) continue;
      const field = (name) => last.body.find(([known]) => known === name)?.[1];
      chain = [last.id, ...(field("suite_de") || "").split(" ")].filter(Boolean).slice(0, 8);
      for (const one of form.querySelectorAll("textarea, input[type=text]")) {
        if (one.value === one.defaultValue && field(one.name) !== undefined) one.value = field(one.name);
      }
    }
  }
  // To the next step, from what this phone keeps of it.
  function onward(form, id, safe) {
    const waits = read().some((one) => one.id === id);
    if (!waits) say("saved");
    stayed = waits ? { id, next: next(form) } : null;
    if (waits && !safe) { say("nowhere"); return; }
    // The next line is typed where this one was, or it would leave twice.
    if (waits && form.dataset.stays !== undefined) {
      for (const one of form.querySelectorAll("textarea, input[type=text]")) one.value = "";
      form.querySelector("textarea, input[type=text]").focus();
    } else if (!waits || navigator.serviceWorker?.controller) location.assign(next(form));
  }

  if (zone && navigator.serviceWorker && zone.dataset.keep) {
    navigator.serviceWorker.register("/travailleur.js").catch(() => {});
    // Once a workshop, not once a step: the wifi is poor.
    const kept = "sillage:garde";
    let known = null;
    try { known = localStorage.getItem(kept); } catch {}
    if (known !== zone.dataset.keep) {
      navigator.serviceWorker.ready.then((ready) => {
        // What these pages are made of came before there was anybody to keep it.
        const files = [...document.querySelectorAll("script[src], link[rel=stylesheet]")].map((one) => one.src || one.href);
        ready.active.postMessage({ keep: JSON.parse(zone.dataset.keep), files });
        try { localStorage.setItem(kept, zone.dataset.keep); } catch {}
      });
    }
  }
})();
