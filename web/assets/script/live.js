// Keeps a console or a projector live. The browser itself says, when it comes
// back, the last event it saw; the server sends what came after.
(() => {
  const page = document.querySelector("[data-live]");
  if (!page || !window.EventSource) return;
  const state = document.getElementById("live-state");
  const stream = new EventSource(page.dataset.live);
  const put = (id) => (event) => {
    const place = document.getElementById(id);
    if (place && !place.contains(document.activeElement)) place.innerHTML = event.data;
  };
  stream.addEventListener("band", put("band"));
  for (const part of ["notes", "signals", "hands"]) stream.addEventListener(part, put(part));
  stream.addEventListener("row", (event) => {
    const rows = document.getElementById("rows");
    if (!rows) return;
    const made = document.createElement("tbody");
    made.innerHTML = event.data;
    const row = made.firstElementChild;
    const known = row && document.getElementById(row.id);
    if (row && row.dataset.gone) { if (known) known.remove(); return; }
    if (known) known.replaceWith(row); else if (row) rows.append(row);
    const nobody = document.getElementById("nobody");
    if (nobody) nobody.remove();
  });
  stream.onopen = () => { if (state) state.hidden = true; };
  stream.onerror = () => {
    if (!state) return;
    state.textContent = page.dataset.lost;
    state.hidden = false;
  };
})();
