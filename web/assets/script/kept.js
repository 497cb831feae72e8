// Words of a form, kept in this browser until the site has them. Each page has an entry of
// its own, so that two windows never write over one another:
// { who, place, page, at, base, start, words, tries, sent } where `page` is where they were
// written, `start` what they were written from, `tries` marks of what was sent and not
// answered, `sent` keys of whole sendings, `markdown` whether they are Markdown where a plain text
// is waited for (editor.js). `about` is what they are about: the address of a
// note, or where another form goes (plain.js).
window.sillage.kept = (form, about = form.dataset.kept) => {
  const { ours, key, put, say, hasLeft } = window.sillage;
  const { who = document.body.dataset.who, place = "" } = form.dataset;
  const space = (one) => `sillage:mots:${one}:`;
  const own = space(about) + key();
  // Before there was a note, the same step kept its words under where it sends them.
  const prefixes = [about, new URL(form.action, location.href).pathname].map(space);
  const seen = {};
  const lines = form.dataset.lines === undefined ? "" : ", input[type=date], input[type=time], input[type=number]";
  const fields = [...form.querySelectorAll(`textarea:not([readonly]), input[type=text]${lines}`)].filter((one) => one.name).map((one) => {
    const times = seen[one.name] = (seen[one.name] || 0) + 1;
    return { one, name: times > 1 ? `${one.name}#${times}` : one.name };
  });
  const values = (of) => Object.fromEntries(fields.map(({ one, name }) => [name, of(one)]));
  const now = () => values((one) => one.value);
  const shown = values((one) => one.defaultValue);
  const base = form.elements.base?.value;
  // What is said of a change is kept nowhere on the site before the change is.
  const unsaid = "summary" in shown ? { summary: "" } : {};
  let start = { ...shown, ...unsaid }, tries = [], sent = [], isKept = false;
  // Another window took these words up: as long as they are shown here, they are kept here too.
  addEventListener("storage", (event) => { if (event.key === own && !event.newValue && isKept) remember(); });

  // The site mends signs and ends of lines at its door: that is no other text.
  const plain = (text = "") => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[^\S\n]+/g, " ").trim();
  const same = (one, other) => [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => plain(one[name]) === plain(other[name]));
  const mark = (words) => {
    let one = 1, other = 7;
    for (const sign of fields.map(({ name }) => plain(words[name])).join("\0")) {
      const code = sign.codePointAt(0);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other + code, 31);
    }
    return `${one}:${other}`;
  };

  /** Keeps what is written, that leaves under the key `going` if it does; whether it could be. */
  function remember(going) {
    const words = now();
    if (same(words, start) && !sent.length) { forget(); return true; }
    const page = location.pathname + location.search;
    const entry = { who, place, page, at: Date.now(), base, start, words, tries, sent, going, markdown: form.elements.markdown?.value };
    // Where there is little room, what they were written from is left out first.
    for (const one of [entry, { ...entry, start: null }]) {
      try {
        const text = JSON.stringify(one);
        localStorage.setItem(own, text);
        if (localStorage.getItem(own) === text) return isKept = true;
      } catch {}
    }
    return false;
  }
  function forget() { isKept = false; drop(own); }
  function drop(name) { try { localStorage.removeItem(name); } catch {} }

  /** The site has these words: the rest, if any, is written from them. */
  function arrived(words) {
    start = { ...words, ...unsaid };
    tries = [];
    return remember();
  }
  /** These words leave, and it is not known yet whether they arrive. */
  function trying(words) { tries = [mark(words), ...tries].slice(0, 20); remember(); }
  /** The whole form leaves, under a key of its own; it goes on from its earlier sendings. */
  function sending() {
    put(form, "suite_de", sent.join(" "));
    put(form, "command_id", key());
    sent = [form.elements.command_id.value, ...sent].slice(0, 8);
    tries = [mark(now()), ...tries].slice(0, 20);
    return remember(sent[0]);
  }

  /** If what is shown here was sent from here and refused, it is kept: it is nowhere else. */
  function refused() {
    const these = all().filter((entry) => same(entry.words, now()));
    if (!these.length) return false;
    start = these[0].start || values(() => "");
    if (remember()) for (const entry of these) drop(entry.name);
    return true;
  }

  const all = () => {
    const found = [];
    try {
      for (const name of Object.keys(localStorage).filter((one) => prefixes.some((known) => one.startsWith(known)) && one !== own)) {
        try { found.push({ name, ...JSON.parse(localStorage.getItem(name)) }); } catch {}
      }
    } catch {}
    // Words of one person are never shown to another on the same browser.
    return found.filter((one) => one.who === who && one.words).sort((one, other) => one.at - other.at);
  };
  const ask = async (asked) => {
    const body = new URLSearchParams({ qui: who, ...asked });
    const signal = AbortSignal.timeout(8000);
    if (!form.dataset.kept) return null;
    const answer = await fetch(`${about}/brouillon`, { method: "POST", body, signal });
    return ours(answer) && answer.status === 200 ? answer : null;
  };
  const under = (name, words) => Object.fromEntries(Object.entries(words).map(([one, text]) => [name + one, text]));
  async function has(entry) {
    try { return entry.sent.length > 0 && Boolean(await ask({ action: "arrive", command_id: entry.sent[0], ...entry.words })); } catch { return false; }
  }
  /** Both texts in one, by the site, which knows how to; null when it does not answer. A part that
   * was changed alone is found in the text it came from, which the site has. */
  async function together(entry) {
    const from = entry.place && !place ? { section: entry.place, base: entry.base } : entry.start && under("avant.", entry.start);
    if (!from) return null;
    try {
      const answer = await ask({ action: "reunir", ...from, ...now(), ...under("moi.", entry.words) });
      return answer && { ...now(), ...await answer.json() };
    } catch { return null; }
  }
  const fill = (words) => { for (const { one, name } of fields) if (name in words) one.value = words[name]; };
  const fits = (words) => Object.entries(words).every(([name, text]) => name in shown || !text.trim());
  const marked = ({ markdown }) => { if (markdown) put(form, "markdown", markdown); };
  function take(entry, words, name) {
    fill(words);
    marked(entry);
    if (entry.base === base && entry.place === place) { sent = entry.sent; tries = entry.tries; }
    if (remember()) drop(entry.name);
    say(name);
  }

  /** Brings back what was kept; `changed` is called once the fields hold it. */
  async function restore(changed) {
    const waiting = [];
    for (const entry of all()) {
      // Of a form that is about no note: words that arrived, or none.
      const words = Object.values(entry.words || {}).some((text) => text.trim());
      if (!form.dataset.kept && (!words || await hasLeft(entry))) { drop(entry.name); continue; }
      // The same number may be another part since: the whole text knows where its words go.
      const isHere = entry.base === base ? entry.place === place : same(entry.start || {}, shown);
      if (place && !isHere) {
        if (entry.place === place && location.pathname === `${about}/modifier`) return location.replace(location.pathname);
        continue;
      }
      const part = entry.place !== "" && !place;
      // Sent whole, and arrived: whatever the text has become since.
      if (entry.sent?.length && await has(entry)) { drop(entry.name); continue; }
      // Already found, in another entry.
      if (!part && !same(now(), shown) && same({ ...now(), ...entry.words }, now())) { drop(entry.name); continue; }
      const untouched = same(now(), shown);
      if (!part && same({ ...shown, ...entry.words }, shown) && fits(entry.words)) drop(entry.name);
      else if (!part && fits(entry.words) && untouched && (same(entry.start || entry.words, shown) || entry.tries.includes(mark(shown)))) take(entry, entry.words, "found");
      else if (await has(entry)) drop(entry.name);
      else {
        const joined = await together(entry);
        if (joined && same(joined, now())) { drop(entry.name); continue; }
        const isAsItWas = part && entry.base === base && untouched;
        if (joined) take(entry, joined, isAsItWas ? "found" : "joined");
        if (!joined || !isAsItWas) waiting.push({ entry, joined });
      }
    }
    if (!same(now(), start)) changed();
    if (waiting.length) offer(waiting, changed);
  }

  // Where a form is not about a note: shown under it, to be copied; not in it, where they would
  // be put in something that is no longer what they were written about.
  function beside(entry) {
    const words = Object.entries(entry.words).filter(([name, text]) => text.trim() && plain(text) !== plain(entry.start?.[name]));
    if (!words.length) return;
    const area = Object.assign(document.createElement("textarea"), { readOnly: true, rows: 4, dir: "auto" });
    area.value = words.map(([, text]) => text).join("\n\n");
    area.setAttribute("aria-label", document.body.dataset.found);
    form.after(Object.assign(document.createElement("p"), { textContent: document.body.dataset.found }), area);
  }

  /** Shows words beside the fields until their writer has chosen. */
  function offer(waiting, changed) {
    const text = ({ words }) => Object.entries(words)
      .filter(([name, text]) => plain(text) !== plain(shown[name])).map(([, text]) => text.trim() || panel.dataset.emptied).join("\n\n");
    const add = (entry) => {
      marked(entry);
      const last = fields.map(({ one }) => one).filter((one) => one.type === "textarea").pop();
      for (const [name, text] of Object.entries(entry.words)) {
        const field = fields.find((one) => one.name === name)?.one || last;
        if (field && text.trim() && !field.value.includes(text.trim())) field.value = [field.value.trim(), text].filter(Boolean).join(field.type === "text" ? " " : "\n\n");
      }
    };
    const panel = form.dataset.kept && document.getElementById("retrouves");
    if (!panel) {
      for (const { entry } of waiting) beside(entry);
      say("found");
      return;
    }
    panel.querySelector("textarea").value = waiting.map(({ entry }) => text(entry)).join("\n\n");
    panel.hidden = false;
    const only = (entry) => fits(entry.words) ? fill(entry.words) : (fill(values(() => "")), fill({ title: shown.title || "" }), add(entry));
    const choices = {
      both: () => waiting.forEach(({ entry, joined }) => { if (!joined) add(entry); }),
      mine: () => only(waiting[0].entry),
      note: () => fill(shown),
    };
    for (const button of panel.querySelectorAll("[data-keep]")) {
      // "Only these" makes sense of one text, and a part is not a whole.
      if (button.dataset.keep === "mine") button.hidden = waiting.length > 1 || waiting[0].entry.place !== place;
      button.onclick = () => {
        choices[button.dataset.keep]();
        if (remember()) for (const { entry } of waiting) drop(entry.name);
        panel.hidden = true;
        form.querySelector("textarea")?.focus();
        changed();
      };
    }
  }
  return { remember, forget, refused, arrived, trying, sending, restore, now, same: (words) => same(now(), words), shown };
};
