// Words of the forms that are about no note of one's own (an idea, a comment, an answer): kept
// in this browser until the site has them, and back in their form when it is opened again.
(() => {
  if (!document.body.dataset.who) return;
  const { kept, hasLeft } = window.sillage;
  const ours = ["command_id", "occurred_at", "suite", "suite_de", "qui", "base", "kept", "keep_title", "markdown"];
  const all = new WeakMap();
  const isPlain = (form) => form && form.method === "post" && !form.dataset.kept && !form.querySelector("input[type=password]")
    && form.querySelector(form.closest("[data-outbox]") ? "textarea[data-paste]:not([data-paste=exact]), input[type=text]" : "textarea[data-paste]:not([data-paste=exact])");
  // Several forms of a page may go to one address: hidden fields make the difference.
  function about(form) {
    const hidden = [...form.querySelectorAll("input[type=hidden]")].filter((one) => one.value && !ours.includes(one.name));
    const asked = new URLSearchParams(hidden.map((one) => [one.name, one.value]));
    return new URL(form.action, location.href).pathname + (hidden.length ? `?${asked}` : "");
  }
  function of(form) {
    if (!all.has(form)) all.set(form, kept(form, about(form)));
    return all.get(form);
  }
  document.addEventListener("input", ({ target: { form } }) => { if (isPlain(form)) of(form).remember(); });
  // The site has them, or what waits for the network does.
  document.addEventListener("taken", ({ target }) => { if (isPlain(target)) of(target).forget(); });
  // On its way by itself, with worker.js to see whether it arrives.
  addEventListener("submit", ({ target, defaultPrevented }) => {
    if (!defaultPrevented && isPlain(target)) of(target).remember(target.elements.command_id?.value);
  });
  if (document.querySelector("form textarea[data-paste]")) navigator.serviceWorker?.register("/travailleur.js").catch(() => {});
  document.addEventListener("stay", ({ target }) => { if (isPlain(target)) of(target).remember(); });
  for (const form of document.forms) if (isPlain(form)) of(form).restore(() => of(form).remember());

  // Words whose place is gone, or that wait for their writer elsewhere: to be taken up or copied.
  const place = document.getElementById("gardes");
  if (!place) return;
  const { who } = document.body.dataset, { sure } = place.dataset;
  const only = place.dataset.here === undefined ? "" : location.pathname;
  const template = place.querySelector("template");
  const near = (one) => !only || only.startsWith(one) || one.startsWith(only);
  const written = ({ words, start }) => Object.entries(words)
    .filter(([name, text]) => text.trim() && text !== start?.[name]).map(([, text]) => text);
  let names = [];
  try { names = Object.keys(localStorage).filter((one) => one.startsWith("sillage:mots:")); } catch {}
  names.forEach(async (name) => {
    let entry = null;
    try { entry = JSON.parse(localStorage.getItem(name)); } catch {}
    if (entry?.who !== who || !entry.words || !near(name.split(":").slice(2, -1).join(":")) || await hasLeft(entry)) return;
    const words = written(entry);
    if (!words.length) return;
    const one = template.content.cloneNode(true).firstElementChild;
    const [area, link, drop] = [one.querySelector("textarea"), one.querySelector("a"), one.querySelector("button")];
    area.value = words.join("\n\n");
    // Where they were written is where one is.
    if (only || !/^\/[^/]/.test(entry.page || "")) link.remove(); else link.href = entry.page;
    drop.onclick = () => {
      // The first time it asks.
      if (drop.textContent !== sure) { drop.textContent = sure; return; }
      try { localStorage.removeItem(name); } catch {}
      one.remove();
      if (!place.querySelector("textarea")) place.hidden = true;
    };
    place.append(one);
    place.hidden = false;
  });
})();
