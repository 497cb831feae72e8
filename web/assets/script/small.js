// Small kindnesses: sentence starters that fill a field, a button that copies.
(() => {
  // A page that answers a form is not asked for again, by going back or reloading: the form would
  // leave twice. The page it stood on takes its place. What a page says once, it says once.
  const from = document.referrer.startsWith(`${location.origin}/`) ? document.referrer : location.href;
  const once = new URL("sent" in document.body.dataset ? from : location.href);
  const isSaid = once.searchParams.has("dit");
  once.searchParams.delete("dit");
  // What could not be taken is said beside its field: it is brought under the eyes.
  if ("sent" in document.body.dataset) document.querySelector(".notice[role=alert]")?.scrollIntoView({ block: "center" });
  if (isSaid || "sent" in document.body.dataset) history.replaceState(history.state, "", once);
  for (const starters of document.querySelectorAll("[data-fill]")) {
    const field = document.getElementById(starters.dataset.fill);
    const buttons = [...starters.querySelectorAll("button")];
    const start = (button) => button.textContent.replace("…", " ");
    const ready = field.value;
    const isOwn = () => field.value !== ready && !buttons.some((one) => field.value.trim() === start(one).trim());
    // They are for whoever looks for a first word: typed words are not moved.
    field.addEventListener("input", () => { starters.hidden = isOwn(); });
    starters.hidden = isOwn();
    for (const button of buttons) {
      button.addEventListener("click", () => {
        field.value = start(button);
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
    }
  }
  // A name that is only proposed goes at the first letter.
  for (const one of document.querySelectorAll("[autocomplete=nickname]")) {
    one.addEventListener("focus", () => { if (one.value === one.defaultValue) one.select(); });
  }
  // Whoever goes on as somebody else leaves no page behind on this phone.
  document.addEventListener("submit", ({ target: form }) => {
    if (!/^\/reprendre$|\/scribe(\/fin)?$/.test(form.getAttribute("action"))) return;
    if (window.caches) caches.delete("sillage-parcours");
    try { localStorage.removeItem("sillage:garde"); } catch {}
  });
  // When a gesture was made, by this device: a second try does not change it.
  document.addEventListener("submit", ({ target: form }) => {
    if (form.method !== "post" || form.elements.occurred_at || form.closest("[data-outbox]")) return;
    const when = document.createElement("input");
    Object.assign(when, { type: "hidden", name: "occurred_at", value: Date.now() });
    form.append(when);
  });
  for (const one of document.querySelectorAll("[data-print]")) {
    one.hidden = false;
    one.addEventListener("click", () => print());
  }
  // A page that waits for something comes back by itself, a little apart from the
  // other phones of the room, and only while someone looks at it.
  const wait = Number(document.body.dataset.refresh);
  if (wait) {
    const again = () => { if (document.hidden) setTimeout(again, 1000); else location.reload(); };
    setTimeout(again, wait * 1000 * (0.7 + 0.6 * Math.random()));
  }
  // A photo is made small before it leaves: the wifi is poor.
  for (const form of document.querySelectorAll("form[data-photo]")) {
    form.addEventListener("change", () => { delete form.dataset.small; });
    form.addEventListener("submit", async (event) => {
      const field = form.querySelector("input[type=file]"), [file] = field.files;
      // Only the button that brings it.
      if ((event.submitter?.formEnctype || form.enctype) !== "multipart/form-data") return;
      if (!file || !file.type.startsWith("image/") || form.dataset.small || !window.createImageBitmap) return;
      event.preventDefault();
      form.dataset.small = "1";
      try {
        const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
        const by = Math.min(1, (Number(form.dataset.photo) || 1280) / Math.max(picture.width, picture.height));
        const canvas = Object.assign(document.createElement("canvas"), { width: picture.width * by, height: picture.height * by });
        const page = canvas.getContext("2d");
        // What is transparent is white, as on the page it was drawn for.
        page.fillStyle = "#fff";
        page.fillRect(0, 0, canvas.width, canvas.height);
        page.drawImage(picture, 0, 0, canvas.width, canvas.height);
        const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.8));
        if (!blob) throw new TypeError("the picture could not be drawn");
        const one = new DataTransfer();
        one.items.add(new File([blob], file.name, { type: "image/jpeg" }));
        field.files = one.files;
      } catch {}
      form.requestSubmit(event.submitter);
    });
  }
  // One line, Enter, the next one; Shift and Enter for a line more.
  for (const field of document.querySelectorAll("[data-enter]")) {
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      if (field.value.trim()) field.form.requestSubmit();
    });
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
