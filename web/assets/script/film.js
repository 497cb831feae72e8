// The film of a note: a slider over its images, fetched one ahead.
(() => {
  const film = document.querySelector("[data-film]");
  if (!film) return;
  const frames = film.dataset.frames.split(",");
  const slider = document.getElementById("film-slider");
  const image = document.getElementById("image");
  const play = film.querySelector("[data-play]");
  if (frames.length < 2) return;
  slider.hidden = false;
  play.hidden = false;
  const labels = JSON.parse(film.dataset.labels || "[]");
  const steps = [...film.querySelectorAll("[data-step]")];
  const moments = [...document.querySelectorAll("#moments a")];
  const target = (name, at) => ({
    first: 0, previous: Math.max(at - 1, 0), next: Math.min(at + 1, frames.length - 1), last: frames.length - 1,
  })[name];
  const known = new Map([[Number(slider.value), image.innerHTML]]);
  let playing = null, wanted = Number(slider.value);

  async function load(at) {
    if (known.has(at) || at < 0 || at >= frames.length) return known.get(at);
    const answer = await fetch(`${film.dataset.film}?v=${frames[at]}&image=1`);
    if (!answer.ok) throw new Error(String(answer.status));
    known.set(at, await answer.text());
    return known.get(at);
  }
  async function show(at) {
    wanted = at;
    slider.value = at;
    slider.setAttribute("aria-valuetext", labels[at] ?? `${at + 1} / ${frames.length}`);
    for (const step of steps) {
      const to = target(step.dataset.step, at);
      step.classList.toggle("film-off", to === at);
      // Without an address it would lose the focus of whoever pressed it last: tabindex keeps it.
      const off = { role: "link", "aria-disabled": "true", tabindex: "0" };
      for (const [name, value] of Object.entries(off)) {
        if (to === at) step.setAttribute(name, value); else step.removeAttribute(name);
      }
      if (to === at) step.removeAttribute("href");
      else step.href = `${film.dataset.film}?v=${frames[to]}`;
    }
    moments.forEach((moment, place) => {
      if (place === at) moment.setAttribute("aria-current", "true"); else moment.removeAttribute("aria-current");
    });
    try {
      const html = await load(at);
      // A faster hand has moved on meanwhile.
      if (wanted !== at) return;
      image.innerHTML = html;
      history.replaceState(null, "", `${film.dataset.film}?v=${frames[at]}`);
      load(at + 1).catch(() => {});
    } catch { stop(); }
  }
  function stop() {
    clearTimeout(playing);
    playing = null;
    play.textContent = play.dataset.play;
  }
  const step = async () => {
    if (wanted + 1 >= frames.length) return stop();
    await show(wanted + 1);
    if (playing) playing = setTimeout(step, 800);
  };
  for (const one of steps) {
    one.addEventListener("click", (event) => {
      event.preventDefault();
      stop();
      show(target(one.dataset.step, wanted));
    });
  }
  slider.addEventListener("input", () => { stop(); show(Number(slider.value)); });
  play.addEventListener("click", () => {
    if (playing) return stop();
    play.textContent = play.dataset.pause;
    if (wanted + 1 >= frames.length) wanted = -1;
    playing = setTimeout(step, 0);
  });
})();
