// Keeps going without network: what is sent waits on this phone, under a key of its own,
// and leaves in order when it can; the server takes each once. The pages of the path are
// kept too (by worker.js), so that the next step opens all the same.
(() => {
  const zone = document.querySelector("[data-outbox]");
  const place = "sillage:envois";
  const state = document.getElementById("etat");
  const say = (name, count) => {
    const text = state && (state.dataset[name] || "").replace("{n}", count);
    if (text && state.textContent !== text) state.textContent = text;
  };
  const who = zone ? zone.dataset.who : null;
  const mine = (one) => one.who === who;
  const read = () => { try { return JSON.parse(localStorage.getItem(place) || "[]"); } catch { return []; } };
  const write = (items) => {
    try { localStorage.setItem(place, JSON.stringify(items)); } catch { return false; }
    document.body.dataset.unsent = items.filter(mine).length;
    return true;
  };
  // UUID version 7 (RFC 9562): time first, so that keys follow one another.
  const key = () => {
    const random = crypto.getRandomValues(new Uint8Array(10));
    random[0] = 0x70 | (random[0] & 0x0f);
    random[2] = 0x80 | (random[2] & 0x3f);
    const hex = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return Date.now().toString(16).padStart(12, "0") + hex;
  };
  // The wifi of a hotel or a school answers in our place until one has opened its page: only
  // what bears our mark comes from the site.
  const ours = (answer) => answer.headers.has("x-request-id");
  async function where() {
    try {
      const asked = { cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(4000) };
      return ours(await fetch("/sante?vie", asked)) ? "here" : "portal";
    } catch {
      return "offline";
    }
  }
  async function send(item) {
    const answer = await fetch(item.url, {
      method: "POST", body: new URLSearchParams(item.body), signal: AbortSignal.timeout(20000),
    });
    if (!ours(answer)) throw new Error("not the site");
    // "Later": the network is there, the server is not.
    if ([408, 425, 429, 502, 503, 504].includes(answer.status)) throw new Error("later");
    return answer;
  }
  // What waits here for the network, when nothing was typed since: then it is followed.
  let stayed = null;
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
        const rest = read().filter((one) => one.id !== item.id);
        // Refused: its words stay here, to be seen and taken up.
        write(answer.ok ? rest : [...rest, { ...item, held: true }]);
        sent += answer.ok ? 1 : 0;
        wait = 2000;
      } catch {
        say(navigator.onLine && (await where()) === "portal" ? "portal" : navigator.onLine ? "here" : "offline");
        clearTimeout(timer);
        timer = setTimeout(flush, Math.random() * wait);
        wait = Math.min(wait * 2, 60000);
        return sent;
      }
    }
    if (sent) say("sent", sent);
    show();
    // What had to wait here has left: on to the next step.
    if (stayed && !read().some((one) => one.id === stayed)) location.assign(zone.dataset.next);
    return sent;
  }
  function flush() {
    // One at a time, or the order is lost.
    flushing ||= (navigator.locks ? navigator.locks.request("sillage-envois", all) : all())
      .finally(() => { flushing = null; });
    return flushing;
  }
  // What could not be taken, word for word.
  function show() {
    const held = read().filter((one) => mine(one) && one.held);
    const list = document.getElementById("envois");
    if (!list) return;
    list.hidden = held.length === 0;
    const ours = ["command_id", "occurred_at", "suite", "qui", "base", "kept", "keep_title", "note", "asked", "gesture", "door", "visibility", "wall", "quote", "news", "reason", "reaction", "reached", "block", "kind", "card", "look", "other", "step", "photo", "group"];
    const words = held.flatMap((one) => one.body.filter(([name, value]) => value.trim() && !ours.includes(name)));
    const area = list.querySelector("textarea");
    area.value = words.map(([, value]) => value).join("\n\n");
    list.querySelector("button").onclick = () => { write(read().filter((one) => !(mine(one) && one.held))); show(); };
  }
  // What worker.js caught on its way joins the rest.
  async function caught() {
    if (!window.caches) return;
    const cache = await caches.open("sillage-envois");
    for (const request of await cache.keys()) {
      const item = await (await cache.match(request)).json();
      if (!mine(item)) continue;
      if (read().some((one) => one.id === item.id) || write([...read(), item])) await cache.delete(request);
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
  caught().catch(() => {}).then(() => { if (read().some(mine)) flush(); show(); });
  for (const name of ["online", "pageshow"]) addEventListener(name, () => { if (read().some(mine)) flush(); });
  document.addEventListener("visibilitychange", () => { if (read().some(mine)) flush(); });

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented || !form.closest("[data-outbox]")) return;
    if (form.dataset.sure) { delete form.dataset.sure; return; }
    // A file waits for the network: it goes last, no word waits for it, and none goes with it
    // to nobody.
    if ((event.submitter?.formEnctype || form.enctype) === "multipart/form-data") {
      event.preventDefault();
      const found = await where();
      if (found !== "here") { say(found); return; }
      form.dataset.sure = "1";
      form.requestSubmit(event.submitter);
      return;
    }
    if (form.dataset.busy) { event.preventDefault(); return; }
    form.dataset.busy = "1";
    // A key of its own for what is sent now, and where to go on if it has to wait.
    const id = key();
    const put = (name, value) => {
      const field = form.elements[name] || form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
      field.value = value;
    };
    put("command_id", id);
    put("occurred_at", Date.now());
    put("suite", zone.dataset.next);
    put("qui", who);
    const earlier = read();
    // With network the form goes by itself; worker.js catches it if it falls on the way.
    if (navigator.onLine && !earlier.some((one) => mine(one) && !one.held)) {
      // Where no worker.js stands by, ask first who answers.
      if (navigator.serviceWorker) return;
      event.preventDefault();
      if ((await where()) === "here") {
        form.dataset.sure = "1";
        form.requestSubmit(event.submitter);
        return;
      }
    }
    event.preventDefault();
    const body = [...new FormData(form, event.submitter)].filter(([, value]) => typeof value === "string");
    if (!write([...earlier, { id, who, url: form.getAttribute("action"), body }])) { form.submit(); return; }
    await flush();
    delete form.dataset.busy;
    onward(id);
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("[data-busy]")) delete form.dataset.busy;
  });
  // To the next step, from what this phone keeps of it.
  function onward(id) {
    const waits = read().some((one) => one.id === id);
    if (!waits) say("saved");
    stayed = waits ? id : null;
    const next = zone.dataset.next;
    if (!waits || (navigator.serviceWorker && navigator.serviceWorker.controller)) location.assign(next);
  }

  if (zone && navigator.serviceWorker && zone.dataset.keep) {
    navigator.serviceWorker.register("/travailleur.js").catch(() => {});
    // Once a workshop, not once a step: the wifi is poor.
    const kept = "sillage:garde";
    let known = null;
    try { known = localStorage.getItem(kept); } catch {}
    if (known !== zone.dataset.keep) {
      navigator.serviceWorker.ready.then((ready) => {
        ready.active.postMessage({ keep: JSON.parse(zone.dataset.keep) });
        try { localStorage.setItem(kept, zone.dataset.keep); } catch {}
      });
    }
  }
})();
