// Whoever signs out or leaves for good leaves none of their words in this browser: those that are
// nowhere else are said first, and go at the second press.
document.addEventListener("submit", (event) => {
  const form = event.target, { forget } = form.dataset, { who } = document.body.dataset, store = localStorage;
  if (!forget || form.dataset.forgotten !== undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const read = (name) => { try { return JSON.parse(store[name]); } catch {} };
  const mine = Object.keys(store).filter((name) => name.startsWith("sillage:mots:") && read(name)?.who === who);
  const sent = read("sillage:envois") ?? [], others = sent.filter((item) => item.who !== who);
  const button = event.submitter;
  const go = async () => {
    const alone = await Promise.all(mine.map((name) => window.sillage.isAlone(read(name))));
    if ((alone.some(Boolean) || others.length < sent.length) && button.textContent !== forget) {
      button.textContent = forget;
      return;
    }
    for (const name of [...mine, "sillage:garde", "sillage:qui"]) store.removeItem(name);
    if (sent[0]) store.setItem("sillage:envois", JSON.stringify(others));
    try {
      await caches.delete("sillage-parcours");
      const kept = await caches.open("sillage-envois");
      for (const one of await kept.keys()) if ((await (await kept.match(one)).json()).who === who) await kept.delete(one);
    } catch {}
    form.dataset.forgotten = "";
    form.requestSubmit(button);
  };
  go();
}, true);
