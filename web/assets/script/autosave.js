// Keeps what is being written: on this device at once, on the server soon after.
// The server's answer is what "Saved" means; anything else says where the words are.
(() => {
  const form = document.querySelector("form[data-kept]");
  if (!form || !window.sillage) return;
  const { ours, where, say, put, isOver } = window.sillage;
  const { autosave: address, who, seen } = form.dataset;
  const kept = window.sillage.kept(form);
  const idle = 3000, longest = 30000;
  let timer = null, since = 0, wait = 5000, dirty = false, flying = null, away = false, leaving = false, safe = true;
  // A browser that comes back to a page fills hidden fields as they were; these are newer.
  form.elements.kept.value = seen;
  put(form, "qui", who);

  const { lang } = document.documentElement;
  const hour = () => new Date().toLocaleTimeString(lang === "fr" ? "fr-CA" : lang, { hour: "numeric", minute: "2-digit" });
  // Where words are that could not be sent: never "carry on" when nothing keeps them.
  function trouble(found) {
    if (!safe) return say(found === "session" ? "alone" : "nowhere");
    if (found === "session" || found === "portal") return say(found);
    if (found === "offline" && !navigator.onLine) return say(found);
    say(form.closest("[data-outbox]") ? "here" : "again");
  }

  function send(closing = false) {
    if (!address || !dirty || leaving || isOver() || (closing && !navigator.onLine)) return flying;
    flying ||= go(closing).finally(() => { flying = null; since = 0; });
    return flying;
  }
  async function go(closing) {
    dirty = false;
    const words = kept.now();
    const body = new URLSearchParams(new FormData(form));
    body.delete("action");
    kept.trying(words);
    try {
      // A page that closes may still send a little.
      const keepalive = closing && String(body).length < 60000;
      const answer = await fetch(address, { method: "POST", body, keepalive, headers: { accept: "application/json" }, signal: AbortSignal.timeout(20000) });
      const text = ours(answer) ? await answer.text() : "";
      if (answer.status === 200 && /^\d+$/.test(text)) {
        form.elements.kept.value = text;
        safe = kept.arrived(words);
        wait = 5000;
        say(away ? "back" : form.closest("[data-outbox]") ? "saved" : "kept", { heure: hour() });
        away = false;
        return;
      }
      dirty = true;
      // Another window of ours keeps other words (409): these stay here until they are sent.
      const said = { 401: "session", 409: "here", 422: "other" }[ours(answer) ? answer.status : 0];
      if (said) { say(safe ? said : said === "session" ? "alone" : "nowhere"); return; }
      // Sent again, these would be refused again.
      if ([400, 403, 404, 413].includes(answer.status)) { say(safe ? "refused" : "nowhere"); return; }
      throw new Error(String(answer.status));
    } catch {
      dirty = true;
      away = true;
      trouble(navigator.onLine ? await where() : "offline");
      clearTimeout(timer);
      timer = setTimeout(send, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, 60000);
    }
  }
  function schedule() {
    const now = Date.now();
    since = since || now;
    clearTimeout(timer);
    const pause = Math.min(idle, Math.max(0, longest - (now - since)));
    timer = setTimeout(send, pause + Math.random() * 1000);
  }
  function changed() {
    dirty = true;
    leaving = false;
    safe = kept.remember();
    if (!safe && (!navigator.onLine || away || !address)) say("nowhere");
    schedule();
  }
  form.addEventListener("input", changed);
  // The form itself carries the words from here on: a draft that comes after it would be
  // found later, and be taken for something new. So it waits for one on its way.
  form.addEventListener("submit", async (event) => {
    if (form.dataset.sure || form.dataset.asking || form.dataset.busy) return;
    if (flying) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (leaving) return;
      leaving = true;
      await Promise.race([flying, new Promise((done) => setTimeout(done, 3000))]);
      flying = null;
      form.requestSubmit(event.submitter);
      return;
    }
    leaving = true;
    clearTimeout(timer);
    safe = kept.sending();
  });
  form.addEventListener("taken", ({ detail }) => { if (detail === "site") kept.forget(); });
  form.addEventListener("stay", (event) => {
    event.preventDefault();
    leaving = false;
    away = dirty = true;
    trouble(event.detail);
    schedule();
  });
  // Words that are nowhere else: the browser asks before it closes the page.
  addEventListener("beforeunload", (event) => { if (dirty && !safe && !leaving) event.preventDefault(); });
  addEventListener("pageshow", () => { leaving = false; });
  addEventListener("online", () => send());
  for (const name of ["visibilitychange", "pagehide"]) {
    addEventListener(name, () => { if (document.hidden || name === "pagehide") send(true); }, true);
  }
  kept.restore(changed);

  const note = form.querySelector("[data-encourage]");
  if (note) {
    const look = () => {
      const length = [...form.querySelectorAll("textarea")].reduce((sum, one) => sum + one.value.length, 0);
      const text = length >= 140 ? note.dataset.encourage : "";
      if (note.textContent !== text) note.textContent = text;
    };
    form.addEventListener("input", look);
    look();
  }
})();
