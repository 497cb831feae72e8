// Changes: n and p go to the next and to the previous one.
(() => {
  const changes = [...document.querySelectorAll(".change-block")];
  if (!changes.length) return;
  let at = -1;
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") at = Math.min(at + 1, changes.length - 1);
    else if (event.key === "p") at = Math.max(at - 1, 0);
    else return;
    changes[at].tabIndex = -1;
    changes[at].focus({ preventScroll: true });
    changes[at].scrollIntoView({ block: "center" });
  });
})();

// What a note would become without the passages that are ticked, as they are ticked.
(() => {
  const form = document.querySelector("form[data-preview]");
  const preview = document.getElementById("apercu");
  if (!form || !preview) return;
  const ask = form.querySelector("button[formmethod=get]");
  if (ask) ask.hidden = true;
  form.addEventListener("change", async () => {
    const asked = new URLSearchParams({ apercu: "1" });
    for (const box of form.querySelectorAll("input[name=fragment]:checked")) asked.append("fragment", box.value);
    try {
      const answer = await fetch(`${form.dataset.preview}?${asked}`);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("apercu");
      if (fresh) preview.replaceChildren(...fresh.childNodes);
    } catch { /* The preview stays as it was; the form says what is ticked. */ }
  });
})();
