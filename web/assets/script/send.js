// Sends a form without leaving its page, and says what became of it.
(() => {
  const { ours, where, end, say } = window.sillage;
  // A page with words on it is left once the site has them, and not before. Where worker.js
  // stands by, it holds back what falls; elsewhere a script sends the form, then goes on to
  // what the site says.
  const SOON = 30000, FILE = 180000, PATIENCE = 800, LATER = [408, 502, 503, 504];
  function show(html) {
    // What listens or waits here has nothing to do in the page that takes its place.
    end();
    dispatchEvent(new PageTransitionEvent("pagehide"));
    document.open();
    document.write(html);
    document.close();
    scrollTo(0, 0);
  }
  function goOn(form, next) {
    const to = new URL(next, location.href);
    if (to.hash && to.pathname + to.search === location.pathname + location.search) {
      // An address that differs by its end alone would not be asked again.
      form.reset();
      history.replaceState(null, "", to);
      location.reload();
    } else location.assign(to);
  }
  /**
   * Sends a form as its button `by` would. "gone" when the page is being left; otherwise why it
   * stays: "offline", "portal", "away" or "session". `taken` is called once the site has
   * answered, before the page is left.
   */
  async function post(form, by, taken = () => {}) {
    const has = (name) => by?.getAttribute(`form${name}`) || form.getAttribute(name);
    const data = new FormData(form, by), isFile = has("enctype") === "multipart/form-data";
    const words = () => new URLSearchParams([...data].map(([name, value]) => [name, value.name ?? value]));
    let answer, html;
    form.setAttribute("aria-busy", "true");
    const patience = setTimeout(say, PATIENCE, "leaving");
    try {
      answer = await fetch(has("action") || location.href, {
        method: "POST", body: isFile ? data : words(), headers: { "sillage-form": "1" },
        signal: AbortSignal.timeout(isFile ? FILE : SOON),
      });
      if (!ours(answer)) return answer.status >= 500 ? "away" : "portal";
      if (LATER.includes(answer.status)) return "away";
      if (answer.status === 401 && document.getElementById("etat")?.dataset.session) return "session";
      html = await answer.text();
    } catch {
      return navigator.onLine ? await where().then((found) => (found === "here" ? "away" : found)) : "offline";
    } finally {
      clearTimeout(patience);
      form.removeAttribute("aria-busy");
    }
    taken();
    const next = answer.headers.get("sillage-next");
    if (next) {
      form.dispatchEvent(new CustomEvent("taken", { bubbles: true, detail: "site" }));
      goOn(form, next);
    } else show(html);
    return "gone";
  }

  /** Whether words that are kept left as they are: they arrived, or wait on their path. */
  async function hasLeft({ going }) {
    if (!going) return false;
    try {
      if (JSON.parse(localStorage.getItem("sillage:envois") || "[]").some((one) => one.id === going)) return true;
      return Boolean(await caches.match(`/recus/${going}`) || await caches.match(`/envois/${going}`));
    } catch { return false; }
  }
  /** What was typed of an entry, without what stood there before. */
  const written = ({ words, start }) => Object.entries(words || {})
    .filter(([name, text]) => text.trim() && text !== start?.[name]).map(([, text]) => text);
  /** Whether words that are kept here are nowhere else. */
  const isAlone = async (entry) => written(entry).length > 0 && !await hasLeft(entry);
  // Keys of forms that arrived without their page; worker.js keeps the last fifty.
  async function note(id) {
    try { await (await caches.open("sillage-recus")).put(`/recus/${id}`, new Response("")); } catch {}
  }
  Object.assign(window.sillage, { post, hasLeft, written, isAlone, note });
})();
