// Plays a workshop again, as many times faster as the form says.
(() => {
  const form = document.querySelector("[data-replay]");
  if (!form) return;
  const slider = form.querySelector("input[type=range]"), shown = form.querySelector("output");
  const play = form.querySelector("[data-play]");
  const moments = [...document.querySelectorAll("[data-at]")];
  const words = [play.textContent, play.dataset.play];
  const at = () => {
    const second = Number(slider.value);
    shown.textContent = `${Math.floor(second / 60)}:${String(second % 60).padStart(2, "0")}`;
    slider.setAttribute("aria-valuetext", shown.textContent);
    for (const one of moments) one.dataset.is = Number(one.dataset.at) <= second ? "1" : "0";
  };
  let timer = null;
  const stop = () => { clearInterval(timer); timer = null; play.textContent = words[0]; };
  play.hidden = false;
  play.addEventListener("click", () => {
    if (timer) { stop(); return; }
    if (slider.value === slider.max) slider.value = 0;
    play.textContent = words[1];
    timer = setInterval(() => {
      slider.value = Number(slider.value) + Number(form.dataset.replay) / 2;
      at();
      if (slider.value === slider.max) stop();
    }, 500);
  });
  slider.addEventListener("input", at);
})();
