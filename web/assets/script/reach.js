// What every script that sends words asks first: is anybody there, and is it the site. A page
// with words on it never leaves for a page of the browser, or of a wifi, that says it is not.
window.sillage = (() => {
  // Only what bears our mark comes from the site: the wifi of a hotel or a school answers in
  // our place until one has opened its page, and so does a proxy whose site is away.
  const ours = (answer) => answer.headers.has("x-request-id");
  // Slow is not absent.
  const SLOW = 15000;
  async function where() {
    try {
      const asked = { cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(SLOW) };
      const answer = await fetch("/sante?vie", asked);
      if (ours(answer)) return "here";
      return answer.status >= 500 ? "away" : "portal";
    } catch {
      return "offline";
    }
  }
  // UUID version 7 (RFC 9562): time first, so that keys follow one another.
  function key() {
    const random = crypto.getRandomValues(new Uint8Array(10));
    random[0] = 0x70 | (random[0] & 0x0f);
    random[2] = 0x80 | (random[2] & 0x3f);
    const hex = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return Date.now().toString(16).padStart(12, "0") + hex;
  }
  // The pill at the top, made where a page has none.
  function pill() {
    const known = document.getElementById("etat");
    if (known) return known;
    const made = Object.assign(document.createElement("p"), { id: "etat", className: "state" });
    made.setAttribute("role", "status");
    document.querySelector("main").append(made);
    return made;
  }
  function say(name, values = {}) {
    const place = pill();
    let text = place.dataset[name] || document.body.dataset[name] || "";
    for (const [what, value] of Object.entries(values)) text = text.replace(`{${what}}`, value);
    if (!text || place.dataset.says === text) return;
    place.dataset.says = place.textContent = text;
    if (!["session", "alone"].includes(name)) return;
    const way = Object.assign(document.createElement("a"), { href: place.dataset.way, textContent: place.dataset.wayLabel });
    place.append(" ", way);
  }
  /** Takes back what was said, if it is what the pill still says. */
  function hush(name) {
    const place = pill();
    if (place.dataset.says === place.dataset[name]) { place.textContent = ""; delete place.dataset.says; }
  }
  const put = (form, name, value) => {
    const field = form.elements[name] || form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    field.value = value;
  };

  // Where only a line or two are typed, whether the site answers is asked meanwhile, so that the
  // browser sends them by itself; what keeps passwords wants to see it do so.
  const FRESH = 4000, STALE = 8000;
  let at = 0, bad = false, asking = null;
  function look() {
    asking ||= where().then((found) => {
      at = Date.now();
      bad = found !== "here";
      asking = null;
      return found;
    });
    return asking;
  }
  document.addEventListener("input", () => { if (Date.now() - at > FRESH || bad) look(); });

  // The last to hear of a form that leaves (outbox.js takes those of a path).
  const isLine = (one) => /^(text|email|search|url|tel|password|file)$/.test(one.type) && one.value !== one.defaultValue;
  // (Pages with a text have send.js too.)
  const isText = (one) => one.type === "textarea" && !one.readOnly && one.value.trim();
  function stay(form, found) {
    // What fell may be sent again.
    if (form) { delete form.dataset.busy; delete form.dataset.sure; }
    const event = new CustomEvent("stay", { detail: found, cancelable: true, bubbles: true });
    if (form && !form.dispatchEvent(event)) return;
    if (found === "session") { say("session"); return; }
    // Nobody knows better what to say of these words.
    pill().textContent = document.body.dataset.away;
    delete pill().dataset.says;
  }
  let leaving = null;
  addEventListener("submit", async (event) => {
    const { target: form, submitter: by } = event;
    if (event.defaultPrevented || (by?.formMethod || form.method) !== "post") return;
    leaving = form;
    if (form.closest("[data-outbox]")) return;
    if (form.dataset.sure) { delete form.dataset.sure; return; }
    const fields = [...form.elements], hasText = window.sillage.post && (form.dataset.lines !== undefined || fields.some(isText));
    const known = hasText ? navigator.serviceWorker?.controller : !fields.some(isLine) || (!bad && Date.now() - at < STALE);
    if (navigator.onLine && known) return;
    event.preventDefault();
    if (form.dataset.asking) return;
    form.dataset.asking = "1";
    const found = hasText ? await window.sillage.post(form, by) : await look();
    delete form.dataset.asking;
    if (found === "here") {
      form.dataset.sure = "1";
      form.requestSubmit(by);
    } else if (found !== "gone") stay(form, found);
  });
  // worker.js held back a form that fell on its way: this page is still there.
  navigator.serviceWorker?.addEventListener("message", ({ data }) => { if (data === "stay") { bad = true; stay(leaving, "offline"); } });
  addEventListener("pageshow", () => {
    for (const form of document.forms) { delete form.dataset.sure; delete form.dataset.asking; }
  });
  // Once another page was put in the place of this one, what it was waiting for is let go.
  let over = false;
  return { ours, where, key, say, hush, put, isOver: () => over, end: () => { over = true; } };
})();
