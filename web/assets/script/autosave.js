// Keeps what is being written: on this device at once, on the server soon after.
// The server's 204 is what "Saved" means; anything else says where the words are.
(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const state = document.getElementById("etat");
  const address = form.dataset.autosave;
  const key = "sillage:" + address;
  const idle = 3000, longest = 30000;
  let timer = null, since = 0, dirty = false, sending = false, offline = false, leaving = false;

  const say = (name) => {
    const hour = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    const text = state && (state.dataset[name] || "").replace("{heure}", hour);
    if (text && state.textContent !== text) state.textContent = text;
  };
  const words = () => {
    const kept = {};
    for (const field of form.querySelectorAll("textarea, input[type=text]")) {
      kept[field.name] = field.value;
    }
    return kept;
  };
  const base = () => form.elements.base.value;
  const remember = () => {
    try { localStorage.setItem(key, JSON.stringify({ base: base(), words: words() })); } catch {}
  };
  const forget = () => { try { localStorage.removeItem(key); } catch {} };

  // Words this device kept and the server never saw.
  try {
    const kept = JSON.parse(localStorage.getItem(key) || "null");
    if (kept && kept.base === base()) {
      let found = false;
      for (const [name, text] of Object.entries(kept.words)) {
        const field = form.elements[name];
        if (field && field.value !== text && text.trim()) { field.value = text; found = true; }
      }
      if (found) { say("found"); dirty = true; schedule(); }
    } else if (kept && kept.sent) {
      // It was sent, and the note has moved on: the server has it.
      forget();
    }
  } catch {}

  async function send() {
    if (sending || !dirty || leaving) return;
    sending = true;
    dirty = false;
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      form.elements.kept.value = await answer.text();
      if (!dirty) forget();
      say(offline ? "back" : state && state.dataset.kept ? "kept" : "saved");
      offline = false;
    } catch (trouble) {
      dirty = true;
      if (trouble.message === "409") {
        // Another window of ours keeps other words: these stay here until they are sent.
        say("here");
        return;
      }
      offline = true;
      say(!navigator.onLine ? "offline" : state && state.dataset.again ? "again" : "here");
      clearTimeout(timer);
      timer = setTimeout(send, 5000 + Math.random() * 5000);
    } finally {
      sending = false;
      since = 0;
    }
  }
  function schedule() {
    const now = Date.now();
    since = since || now;
    clearTimeout(timer);
    const wait = Math.min(idle, Math.max(0, longest - (now - since)));
    timer = setTimeout(send, wait + Math.random() * 1000);
  }
  form.addEventListener("input", () => { dirty = true; remember(); schedule(); });
  // The form itself carries the words from here on: a draft that comes after it would be
  // found later, and be taken for something new.
  addEventListener("pageshow", () => { leaving = false; });
  form.addEventListener("submit", () => {
    leaving = true;
    clearTimeout(timer);
    try {
      const kept = JSON.parse(localStorage.getItem(key) || "null");
      if (kept) localStorage.setItem(key, JSON.stringify({ ...kept, sent: true }));
    } catch {}
  });
  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => { if (document.hidden) send(); });

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
