// Keeps a console or a projector live: what comes from the server is put in its place, what
// deserves it is read aloud in one short sentence, and a connection that is lost says so.
(() => {
  const page = document.querySelector("[data-live]");
  if (!page) return;
  const { morph, become, steady } = window.sillage;
  const state = document.getElementById("live-state"), said = document.getElementById("said");

  // One region, emptied first: the same sentence twice is said twice.
  let sentences = [], speaking = null;
  function aloud(text) {
    if (!text) return;
    sentences.push(text);
    said.textContent = "";
    clearTimeout(speaking);
    speaking = setTimeout(() => { said.textContent = sentences.join(" "); sentences = []; }, 100);
  }
  // A hand that goes up, for whoever asked for it on this device.
  const asked = document.querySelector("[data-alert]"), box = asked?.querySelector("input");
  if (box) {
    try { box.checked = localStorage.getItem("sillage:alerte") === "1"; } catch {}
    box.addEventListener("change", () => { try { localStorage.setItem("sillage:alerte", box.checked ? "1" : "0"); } catch {} if (box.checked) ring(); });
    asked.hidden = false;
  }
  let sound = null;
  function ring() {
    navigator.vibrate?.(200);
    try {
      sound ||= new AudioContext();
      sound.resume();
      const note = sound.createOscillator(), volume = sound.createGain();
      volume.gain.value = 0.08;
      note.frequency.value = 660;
      note.connect(volume).connect(sound.destination);
      note.start();
      note.stop(sound.currentTime + 0.25);
    } catch {}
  }
  const speakers = (place) => new Map([...place.querySelectorAll("[data-said]")].map((one) => [one.dataset.key, one]));
  const counts = (place) => [...place.querySelectorAll("[data-aloud]")].map((one) => one.textContent);
  function put(place, html) {
    const before = speakers(place), shown = counts(place);
    morph(place, html);
    const news = [...speakers(place)].filter(([key]) => !before.has(key)).map(([, one]) => one);
    const many = news[0]?.parentNode.dataset.saidMany;
    if (news.length && place.id === "hands" && box?.checked) ring();
    if (news.length > 1 && many) aloud(many.replace("{n}", news.length));
    else news.forEach((one) => aloud(one.dataset.said));
    counts(place).forEach((text, at) => { if (shown[at] !== undefined && shown[at] !== text) aloud(text); });
  }
  function row(html) {
    const rows = document.getElementById("rows");
    if (!rows) return;
    const made = document.createElement("tbody");
    made.innerHTML = html;
    const want = made.firstElementChild;
    const known = want && document.getElementById(want.id);
    if (want && want.dataset.gone) { if (known) steady(rows, () => known.remove()); return; }
    if (known) become(known, want); else if (want) rows.append(want);
    document.getElementById("nobody")?.remove();
  }
  let now = "live";
  function turn(next) {
    if (next === now) return;
    now = next;
    state.hidden = now === "live";
    state.textContent = now === "live" ? "" : state.dataset[now];
    if (now !== "live") aloud(state.textContent);
    if (now !== "ended" || !state.dataset.way) return;
    state.append(" ", Object.assign(document.createElement("a"), { href: state.dataset.way, textContent: state.dataset.wayLabel }));
  }
  function take({ event, data, state: next }) {
    if (next) turn(next);
    else if (event === "row") row(data);
    else if (document.getElementById(event)) put(document.getElementById(event), data);
  }

  // Through the one connection of this browser, or one of our own where pages share nothing.
  let link = () => {};
  function join() {
    const asked = { url: page.dataset.live, who: page.dataset.who || "", language: document.documentElement.lang, hidden: document.hidden };
    const alone = () => {
      const one = sillageHub().join(asked, take);
      link = (name, value) => one[name](value);
    };
    if (!window.SharedWorker) { alone(); return; }
    try {
      const worker = new SharedWorker(page.dataset.shared);
      worker.onerror = () => { worker.onerror = null; alone(); };
      worker.port.onmessage = ({ data }) => take(data);
      link = (name, value) => worker.port.postMessage({ name, value });
      link("join", asked);
    } catch { alone(); }
  }
  join();
  document.addEventListener("visibilitychange", () => link("show", !document.hidden));
  addEventListener("online", () => link("show", !document.hidden));
  addEventListener("pagehide", () => link("leave"));
  addEventListener("pageshow", (event) => { if (event.persisted) join(); });
  setInterval(() => link("alive"), 20000);
})();
