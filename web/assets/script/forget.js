// Whoever signs out or leaves for good leaves none of their words in this browser: the button says
// so when some are nowhere else, before it is pressed.
{
const { who } = document.body.dataset, store = localStorage;
const read = (name) => { try { return JSON.parse(store[name]); } catch {} };
const mine = () => Object.keys(store).filter((name) => name.startsWith("sillage:mots:") && read(name)?.who === who);
const others = () => (read("sillage:envois") ?? []).filter((item) => item.who !== who);
// A second press that follows the first one by itself agrees to nothing.
const MEANT = 1500;
let saidAt = 0;
/** Whether words that would go are said on the button already. */
async function isSaid(form) {
  const button = form.querySelector("button[type=submit]"), { forget } = form.dataset;
  const alone = await Promise.all(mine().map((name) => window.sillage.isAlone(read(name))));
  const some = alone.some(Boolean) || others().length < (read("sillage:envois") ?? []).length;
  if (!some || button.textContent === forget) return Date.now() - saidAt > MEANT;
  button.textContent = forget;
  saidAt = Date.now();
  return false;
}
// (Once every script is there, and again for whoever comes back to the page.)
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-forget]")) isSaid(form).then(() => { saidAt = 0; });
});
document.addEventListener("submit", (event) => {
  const form = event.target, { forget } = form.dataset;
  if (!forget || form.dataset.forgotten !== undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const button = event.submitter;
  const go = async () => {
    if (!await isSaid(form)) return;
    for (const name of [...mine(), "sillage:garde", "sillage:qui"]) store.removeItem(name);
    if (store["sillage:envois"]) store.setItem("sillage:envois", JSON.stringify(others()));
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
}
