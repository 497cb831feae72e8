// Brings a place to what the server says of it, touching only what differs: focus, words that
// are being typed and what somebody opened stay as they are.
(() => {
  const FOCUSED = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const keyOf = (one) => {
    if (one.nodeType !== 1) return null;
    if (one.nodeName === "FORM") return `${one.getAttribute("action")} ${one.querySelector("button")?.value || ""}`;
    return one.id || one.dataset.key || null;
  };
  function node(old, want) {
    if (old.nodeType !== 1) {
      if (old.nodeValue !== want.nodeValue) old.nodeValue = want.nodeValue;
      return;
    }
    if (old.nodeName !== want.nodeName) { old.replaceWith(want); return; }
    if (old.isEqualNode(want)) return;
    for (const { name, value } of want.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    for (const { name } of [...old.attributes]) {
      const opened = name === "open" && old.nodeName === "DETAILS";
      if (!want.hasAttribute(name) && !opened) old.removeAttribute(name);
    }
    if (old.nodeName !== "TEXTAREA" || old.value === old.defaultValue) children(old, want);
  }
  function children(old, made) {
    const wanted = new Set([...made.childNodes].map(keyOf).filter(Boolean));
    const known = new Map();
    for (const one of [...old.childNodes]) {
      const key = keyOf(one);
      if (!key) continue;
      if (wanted.has(key) && !known.has(key)) known.set(key, one); else one.remove();
    }
    let at = old.firstChild;
    for (const want of [...made.childNodes]) {
      const key = keyOf(want);
      let match = key ? known.get(key) : at;
      known.delete(key);
      // Without a key: the next of the same kind, up to one that has a key.
      while (!key && match && !keyOf(match) && match.nodeName !== want.nodeName) match = match.nextSibling;
      if (!match || (!key && keyOf(match))) { old.insertBefore(want, at); continue; }
      while (!key && at !== match) { const next = at.nextSibling; at.remove(); at = next; }
      if (match === at) at = at.nextSibling; else old.insertBefore(match, at);
      node(match, want);
    }
    while (at) { const next = at.nextSibling; at.remove(); at = next; }
  }
  /** Whatever `change` does inside `place`, the focus stays: where it was, or beside it. */
  function steady(place, change) {
    const active = document.activeElement;
    const inside = active && active !== document.body && place.contains(active);
    const before = inside ? [...place.querySelectorAll(FOCUSED)].indexOf(active) : 0;
    change();
    if (!inside || document.activeElement === active) return;
    const left = [...place.querySelectorAll(FOCUSED)];
    const next = active.isConnected ? active : left[Math.min(before, left.length - 1)] || place.closest("section")?.querySelector("h2");
    if (next && !next.matches(FOCUSED)) next.tabIndex = -1;
    next?.focus({ preventScroll: true });
  }
  window.sillage.steady = steady;
  window.sillage.morph = (place, html) => steady(place, () => {
    const made = place.cloneNode(false);
    made.innerHTML = html;
    children(place, made);
  });
  window.sillage.become = (old, want) => steady(old.parentNode, () => node(old, want));
})();
