// Says that a note was read, once it has been in front of someone's eyes a while.
(() => {
  const note = document.querySelector("[data-reading]");
  if (!note) return;
  const dwell = 8000;
  let seen = 0, last = null;
  const tick = () => {
    const now = Date.now();
    if (last !== null && !document.hidden) seen += now - last;
    last = document.hidden ? null : now;
    if (seen < dwell) { setTimeout(tick, 1000); return; }
    const body = new URLSearchParams({ command_id: note.dataset.key, occurred_at: now, version: note.dataset.version });
    fetch(note.dataset.reading, { method: "POST", body, headers: { accept: "application/json" } }).catch(() => {});
  };
  tick();
})();
