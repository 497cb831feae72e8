// The wall while nothing arrives: each note is seen large in turn, twenty seconds. The key G stops
// it and starts it again; whoever asked for less motion never sees it move.
(() => {
  const wall = document.querySelector(".wall");
  if (!wall || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const pause = 20000;
  let at = -1, shown = "", stopped = false;
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "g" || event.ctrlKey || event.metaKey || event.altKey) return;
    stopped = !stopped;
    if (stopped) clear();
  });
  function clear() { for (const one of wall.querySelectorAll("[data-large]")) one.removeAttribute("data-large"); }
  setInterval(() => {
    const notes = [...wall.querySelectorAll("[data-in-turn] li")];
    const now = notes.map((one) => one.textContent).join("\n");
    clear();
    // What has just come is looked at where it stands.
    if (now !== shown) { shown = now; at = -1; return; }
    if (stopped || notes.length < 2) return;
    at = (at + 1) % (notes.length + 1);
    notes[at]?.setAttribute("data-large", "");
  }, pause);
})();
