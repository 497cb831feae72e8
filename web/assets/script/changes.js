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
