// Small kindnesses: sentence starters that fill a field, a button that copies.
(() => {
  for (const starters of document.querySelectorAll("[data-fill]")) {
    starters.hidden = false;
    const field = document.getElementById(starters.dataset.fill);
    for (const button of starters.querySelectorAll("button")) {
      button.addEventListener("click", () => {
        field.value = button.textContent.replace("…", " ");
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
    }
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy).textContent;
      await navigator.clipboard.writeText(text);
      button.textContent = button.dataset.copied;
    });
  }
})();
