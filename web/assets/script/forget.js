// Whoever signs out or leaves for good leaves none of their words in this browser: those that have
// not left it are said first, and go at the second press.
document.addEventListener("submit", (event) => {
  const { forget } = event.target.dataset, { who } = document.body.dataset, store = localStorage;
  if (!forget) return;
  const read = (name) => { try { return JSON.parse(store[name]); } catch {} };
  const mine = Object.keys(store).filter((name) => name.startsWith("sillage:mots:") && read(name)?.who === who);
  const sent = read("sillage:envois") ?? [], others = sent.filter((item) => item.who !== who);
  const button = event.submitter;
  if ((mine[0] || others.length < sent.length) && button.textContent !== forget) {
    event.preventDefault();
    event.stopImmediatePropagation();
    button.textContent = forget;
    return;
  }
  for (const name of [...mine, "sillage:garde", "sillage:qui"]) store.removeItem(name);
  if (sent[0]) store.setItem("sillage:envois", JSON.stringify(others));
  window.caches?.delete("sillage-parcours");
  window.caches?.open("sillage-envois").then(async (kept) => {
    for (const one of await kept.keys()) if ((await (await kept.match(one)).json()).who === who) kept.delete(one);
  });
}, true);
