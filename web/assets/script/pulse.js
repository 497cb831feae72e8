// Asks the room what it has to say, every 25 seconds or so, while someone looks: no phone
// holds a connection open. Tells how long nothing was typed, and what could not be sent.
(() => {
  const { ours, say, hush, morph, isOver } = window.sillage;
  const place = document.querySelector("[data-pouls]");
  // Clocks that propose: minutes left, next to the hour.
  const clocks = () => {
    for (const clock of document.querySelectorAll("time[data-until]")) {
      const left = Math.ceil((Number(clock.dataset.until) - Date.now()) / 60000);
      if (left > 0 && left < 600) clock.title = `${left} min`;
    }
  };
  clocks();
  if (!place) return;
  let tag = null, input = Date.now();
  document.addEventListener("input", () => { input = Date.now(); });
  document.addEventListener("click", () => { input = Date.now(); });
  const unsent = () => Number(document.body.dataset.unsent || 0);
  async function ask() {
    if (document.hidden) return;
    const idle = Math.round((Date.now() - input) / 1000);
    try {
      const answer = await fetch(`${place.dataset.pouls}&repos=${idle}&attente=${unsent()}`, {
        headers: tag ? { "if-none-match": tag } : {}, cache: "no-store", redirect: "manual",
      });
      // The wifi answered in our place.
      if (answer.type !== "opaqueredirect" && answer.status < 500 && !ours(answer)) { say("portal"); return; }
      hush("portal");
      if (answer.headers.get("x-ailleurs") === "1") { location.reload(); return; }
      if (answer.status === 200) {
        const told = await answer.text();
        tag = answer.headers.get("etag");
        morph(place, told);
        clocks();
      }
    } catch {}
  }
  const again = () => setTimeout(async () => { if (isOver()) return; await ask(); again(); }, 17000 + Math.random() * 16000);
  again();
  addEventListener("online", ask);
  document.addEventListener("visibilitychange", ask);
})();
