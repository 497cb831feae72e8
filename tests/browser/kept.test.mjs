// Words of every form: kept until the site has them, whether or not anything stands by on the
// phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { looked, open } from "./support.mjs";
import { answers, cut } from "./proxy.mjs";
import { aNote, at, browser, empty, entries, near, opened, person, says, until } from "./stage.mjs";

for (const [what, rule] of [["cut", cut], ["answered by a proxy", answers(502)]]) {
  test(`a form that is ${what} on its way stays, with nothing standing by, and is sent once`, async () => {
    const { page } = await person(near.editor);
    const note = await aNote(page);
    await page.goto(at(`${note}/coquille?phrase=0`));
    const words = `${await page.inputValue("#text")} Un mot de plus (${what}).`;
    await page.fill("#text", words);
    // Only the form falls: a moment before, the site answered.
    near.rule = (req) => (req.method === "POST" ? rule : null);
    await page.click("form[action$='/coquille'] button.primary");
    await says(page, "Le site ne répond pas");
    assert.equal(await page.inputValue("#text"), words);
    near.rule = null;
    await page.click("form[action$='/coquille'] button.primary");
    await page.waitForURL((url) => !url.pathname.endsWith("/coquille"));
    assert.match(await page.textContent("main"), /Un mot de plus/);
    assert.equal(await entries(page), 0);
  });
}

test("words the site refuses are shown again with its reason, and can be sent mended", async () => {
  const { page } = await person(near.newcomer);
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  await page.fill("#idea", "mot ".repeat(90));
  await page.click("form button.primary");
  await page.waitForSelector("#idea-notice");
  assert.match(await page.inputValue("#idea"), /^mot mot/);
  await looked(page);
  await page.fill("#idea", "Une idée plus courte");
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
  assert.equal(await page.inputValue("#title"), "Une idée plus courte");
});

for (const plainly of [true, false]) {
  test(`refused words are still there once the page was closed (${plainly ? "nothing" : "worker.js"} stands by)`, async () => {
    const one = plainly ? await person(near.newcomer) : await open(browser, near);
    const { page, context } = one;
    if (!plainly) {
      opened.push(one);
      await page.goto(near.newcomer);
      await page.fill("#name", "Avec Travailleur");
      await page.click("button.primary");
      await page.waitForSelector("button[value=tell]");
      await until(page, () => navigator.serviceWorker.controller);
    }
    await page.click("button[value=tell]");
    await page.waitForSelector("#idea");
    const idea = page.url();
    const words = `Une idée trop longue ${"mot ".repeat(90)}`.trim();
    await page.fill("#idea", words);
    await page.click("form button.primary");
    await page.waitForSelector("#idea-notice");
    await until(page, (one) => document.querySelector("#idea").value === one, words);
    await page.close();
    const back = await context.newPage();
    await back.goto(idea);
    await until(back, (one) => document.querySelector("#idea").value === one, words);
    await back.fill("#idea", "Plus courte");
    await back.click("form button.primary");
    await back.waitForSelector("#learnt");
    assert.equal(await back.inputValue("#title"), "Plus courte");
    await back.goto(idea);
    assert.equal(await back.inputValue("#idea"), "Plus courte");
    assert.equal(await back.locator("form + p").count(), 0);
  });
}

test("a slow answer is waited for, shows that it is, and loses nothing typed meanwhile", async () => {
  const { page } = await person(near.newcomer);
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  const idea = page.url();
  near.wait = 3000;
  await page.fill("#idea", "Une idée");
  await page.click("form button.primary");
  await says(page, "Envoi en cours");
  await page.fill("#idea", "Une idée, et sa suite");
  await page.waitForSelector("#learnt");
  near.wait = 0;
  assert.equal(await page.inputValue("#title"), "Une idée");
  await page.goto(idea);
  await until(page, () => document.querySelector("#idea").value === "Une idée, et sa suite");
});

test("away from the path, with worker.js, on a network that takes five seconds, a form leaves", async () => {
  const one = await open(browser, near);
  opened.push(one);
  const { page } = one;
  await page.goto(near.editor);
  await page.click("button.primary");
  await page.waitForURL((url) => !/visite/.test(url.pathname));
  const note = await aNote(page);
  await page.goto(at(`${note}/coquille?phrase=0`));
  await until(page, () => navigator.serviceWorker.controller);
  near.wait = 5000;
  await page.fill("#text", `${await page.inputValue("#text")} Lentement.`);
  await page.click("form[action$='/coquille'] button.primary");
  await page.waitForURL((url) => !url.pathname.endsWith("/coquille"), { timeout: 40_000 });
  near.wait = 0;
  assert.match(await page.textContent("main"), /Lentement/);
});

test("an idea and a first draft typed without being sent are found again", async () => {
  const { page, context } = await person(near.newcomer);
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  const idea = page.url();
  await page.fill("#idea", "Une idée laissée là");
  await page.close();
  const back = await context.newPage();
  await back.goto(idea);
  await until(back, () => document.querySelector("#idea").value === "Une idée laissée là");
  await says(back, "retrouvé");
  // The draft before its idea has arrived.
  await back.goto(new URL("brouillon?vierge=1", idea).href);
  await back.fill("#context", "Un contexte laissé là.");
  await back.close();
  const again = await context.newPage();
  await again.goto(idea);
  await until(again, () => document.querySelector("#idea").value === "Une idée laissée là");
  await again.click("form button.primary");
  await until(again, () => document.querySelector("#context")?.value === "Un contexte laissé là.");
  assert.equal(await again.inputValue("#title"), "Une idée laissée là");
  await again.click("form[data-kept] button.primary");
  await again.waitForURL(/apercu/);
  await again.goto(idea);
  assert.equal(await again.inputValue("#idea"), "Une idée laissée là");
});

test("the session ends and nothing keeps the words: that is what is said", async () => {
  const one = await open(browser, near);
  opened.push(one);
  const { page, context } = one;
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined });
    Object.defineProperty(window, "caches", { get: () => undefined });
  });
  await page.goto(near.newcomer);
  await page.fill("#name", "Sans Mémoire");
  await page.click("button.primary");
  await page.click("button[value=tell]");
  await page.fill("#idea", "Une idée");
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
  await context.clearCookies();
  await page.fill("#context", "Tapé après la fin.");
  await says(page, "copiez-les");
  await page.click("form[data-kept] button.primary");
  await page.waitForTimeout(300);
  assert.equal(await page.inputValue("#context"), "Tapé après la fin.");
});

test("two windows, the boxes of a blank draft sent offline from both: each box has both words", async () => {
  const one = await open(browser, near);
  opened.push(one);
  const { page, context } = one;
  await page.goto(near.newcomer);
  await page.fill("#name", "Deux Fenêtres");
  await page.click("button.primary");
  await page.waitForSelector("button[value=tell]");
  await until(page, async () => navigator.serviceWorker.controller && (await (await caches.open("sillage-parcours")).keys()).some(({ url }) => url.endsWith("/brouillon?vierge=1")));
  await page.click("button[value=tell]");
  await page.fill("#idea", "Une idée");
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
  const draft = page.url();
  const second = await context.newPage();
  await second.goto(draft);
  await until(second, () => document.querySelector("form[data-kept]").elements.qui);
  await context.setOffline(true);
  await page.fill("#context", "ALPHA");
  await second.fill("#context", "BETA");
  for (const window of [page, second]) {
    await window.click("form[data-kept] button.primary");
    await window.waitForURL(/apercu/);
  }
  await context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await empty(page);
  await page.goto(draft);
  await page.waitForSelector("form[data-kept]");
  const text = await page.inputValue("#context");
  assert.ok(text.includes("ALPHA") && text.includes("BETA"), text);
  assert.ok(!text.includes("##"), text);
});

test("a text and its photo, the cable cut on their way: the page stays, with both", async () => {
  const { page } = await person(near.newcomer);
  await page.click("button[value=transpose]");
  await page.waitForSelector("#text");
  await page.fill("#text", "Un texte et sa photo.");
  await page.click("details:has(input[type=file]) summary");
  await page.setInputFiles("input[type=file]", { name: "page.txt", mimeType: "text/plain", buffer: Buffer.from("Sur papier.") });
  near.rule = (req) => (req.method === "POST" ? cut : null);
  await page.click("button[formaction$='/matiere']");
  await says(page, "nulle part ailleurs");
  assert.equal(await page.inputValue("#text"), "Un texte et sa photo.");
  near.rule = null;
  await page.click("button[formaction$='/matiere']");
  await until(page, () => /Sur papier/.test(document.querySelector("#text")?.value));
});

test("nothing keeps the words of a small form: it is said while one types", async () => {
  const one = await open(browser, near);
  opened.push(one);
  const { page } = one;
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined });
  });
  await page.goto(near.editor);
  await page.click("button.primary");
  await page.waitForURL((url) => !/visite/.test(url.pathname));
  await page.goto(at(`${await aNote(page)}/coquille?phrase=0`));
  await page.fill("#text", "Des mots que rien ne garde.");
  await says(page, "nulle part ailleurs");
  await looked(page);
});

test("a page shown in the place of another leaves nothing of it running", async () => {
  const { page } = await person(near.newcomer);
  await page.addInitScript(() => {
    // A quarter of a minute lasts a quarter of a second.
    const real = window.setTimeout;
    window.setTimeout = (then, wait, ...rest) => real(then, wait > 10000 ? wait / 60 : wait, ...rest);
  });
  await page.reload();
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  const asked = async () => {
    const before = near.seen.length;
    await page.waitForTimeout(4000);
    return near.seen.slice(before).filter((one) => /pouls/.test(one)).length;
  };
  const once = await asked();
  for (let time = 0; time < 3; time += 1) {
    await page.fill("#idea", `${"mot ".repeat(90)}${time}`);
    await page.click("form button.primary");
    await until(page, (time) => document.querySelector("#idea-notice") && document.querySelector("#idea").value.endsWith(time), String(time));
  }
  const after = await asked();
  assert.ok(once > 0 && after < once * 2, `${once} before, ${after} after`);
});

test("what is added to one note offline, sent twice, waits once, with the last words", async () => {
  const one = await open(browser, near);
  opened.push(one);
  const { page, context } = one;
  await page.goto(near.newcomer);
  await page.fill("#name", "Deux Ajouts");
  await page.click("button.primary");
  await page.waitForSelector("button[value=tell]");
  await until(page, async () => navigator.serviceWorker.controller && (await (await caches.open("sillage-parcours")).keys()).some(({ url }) => url.endsWith("/brouillon?vierge=1")));
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  const idea = page.url();
  await context.setOffline(true);
  for (const [note, words] of [["a", "Premier ajout"], ["a", "Premier ajout, mendé"], ["b", "Ajout à une autre"]]) {
    // The form of a note to add to, which no workshop of the demonstration has.
    await page.evaluate((note) => {
      const form = document.querySelector("form[data-replaces]");
      form.dataset.replaces = "waiting";
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "note", value: note }));
    }, note);
    await page.fill("#idea", words);
    await page.click("form button.primary");
    await page.waitForSelector("#learnt");
    await page.goto(idea);
    await page.waitForSelector("#idea");
  }
  const waiting = await page.evaluate(() => JSON.parse(localStorage.getItem("sillage:envois")).map(({ body }) => body.find(([name]) => name === "idea")?.[1]).filter(Boolean));
  assert.deepEqual(waiting, ["Premier ajout, mendé", "Ajout à une autre"]);
});
