// Words of the forms that are about no note of one's own (an idea, a comment, an answer): kept
// in this browser until the site has them, and back in their form when it is opened again.
(() => {
  if (!document.body.dataset.who) return;
  const { kept, isAlone, written, say } = window.sillage;
  // Several forms of a page may go to one address: these fields make the difference.
  const WHICH = ["note", "rang", "section", "kind", "card", "block", "role", "item", "other", "source", "facon"];
  const all = new WeakMap();
  const isPlain = (form) => form && form.method === "post" && !form.dataset.kept && !form.querySelector("input[type=password]")
    && form.querySelector(form.closest("[data-outbox]") || form.dataset.lines !== undefined ? "textarea[data-paste]:not([data-paste=exact]), input[type=text]" : "textarea[data-paste]:not([data-paste=exact])");
  function about(form) {
    const which = [...form.querySelectorAll("input[type=hidden]")].filter((one) => one.value && WHICH.includes(one.name));
    const asked = new URLSearchParams(which.map((one) => [one.name, one.value]));
    return new URL(form.action, location.href).pathname + (which.length ? `?${asked}` : "");
  }
  function of(form) {
    if (!all.has(form)) all.set(form, kept(form, about(form)));
    return all.get(form);
  }
  // Words that are nowhere else: that is said, and the browser asks before it closes the page.
  const unsafe = new Set();
  function remember(form, going) {
    if (of(form).remember(going)) { unsafe.delete(form); return; }
    unsafe.add(form);
    say("nowhere");
  }
  addEventListener("beforeunload", (event) => { if (unsafe.size) event.preventDefault(); });
  document.addEventListener("input", ({ target: { form } }) => { if (isPlain(form)) remember(form); });
  // What leaves; words may be typed while it does.
  const leaving = new WeakMap();
  addEventListener("submit", ({ target }) => { if (isPlain(target)) leaving.set(target, of(target).now()); }, true);
  // The site has them, or what waits for the network does.
  document.addEventListener("taken", ({ target }) => {
    if (!isPlain(target)) return;
    unsafe.delete(target);
    const words = leaving.get(target);
    if (words && !of(target).same(words)) of(target).arrived(words); else of(target).forget();
  });
  // On its way by itself, with worker.js to see whether it arrives.
  addEventListener("submit", ({ target, defaultPrevented }) => {
    if (defaultPrevented || !isPlain(target)) return;
    unsafe.delete(target);
    of(target).remember(target.elements.command_id?.value);
  });
  document.addEventListener("stay", ({ target }) => { if (isPlain(target)) remember(target); });
  const isRefused = document.body.dataset.refused !== undefined;
  for (const form of document.forms) {
    if (isPlain(form) && !(isRefused && of(form).refused())) of(form).restore(() => remember(form));
  }
  if (document.querySelector("form textarea[data-paste]")) navigator.serviceWorker?.register("/travailleur.js").catch(() => {});

  // Words whose place is gone, or that wait for their writer elsewhere: to be taken up or copied.
  const place = document.getElementById("gardes");
  if (!place) return;
  const { who } = document.body.dataset, { sure } = place.dataset;
  const only = place.dataset.here === undefined ? "" : location.pathname;
  const template = place.querySelector("template");
  const near = (one) => !only || only.startsWith(one) || one.startsWith(only);
  let names = [];
  try { names = Object.keys(localStorage).filter((one) => one.startsWith("sillage:mots:")); } catch {}
  names.forEach(async (name) => {
    let entry = null;
    try { entry = JSON.parse(localStorage.getItem(name)); } catch {}
    if (entry?.who !== who || !entry.words || !near(name.split(":").slice(2, -1).join(":")) || !await isAlone(entry)) return;
    const words = written(entry);
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
