// A path on a bad network: sent again and again, kept nowhere, answered by something else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { looked, open } from "./support.mjs";
import { answers, cut, portal } from "./proxy.mjs";
import { browser, empty, near, opened, says, until } from "./stage.mjs";

/** In, through the proxy; with the path kept on the phone unless nothing can be. */
async function comeIn(name, keepsNothing = false) {
  const one = await open(browser, near);
  opened.push(one);
  if (keepsNothing) {
    await one.page.addInitScript(() => {
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
      Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined });
      Object.defineProperty(window, "caches", { get: () => undefined });
    });
  }
  await one.page.goto(near.newcomer);
  await one.page.fill("#name", name);
  await one.page.click("button.primary");
  await one.page.waitForSelector("button[value=tell]");
  if (!keepsNothing) {
    await until(one.page, async () => {
      const cache = await caches.open("sillage-parcours");
      const known = (await cache.keys()).map((request) => request.url);
      return navigator.serviceWorker.controller && ["idee", "brouillon", "apercu"].every((step) => known.some((url) => url.endsWith(`/${step}?vierge=1`)));
    });
  }
  return one;
}
/** Opens a step of the path, at the address the phone keeps it under. */
const toStep = (page, word) => page.goto(new URL(word, page.url()).href);
async function toDraft(page, idea) {
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  await page.fill("#idea", idea);
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
}

test("C31: the draft step sent three times offline, each time mended", async () => {
  const { page, context } = await comeIn("Trois Fois");
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  await context.setOffline(true);
  await page.fill("#idea", "Une idée");
  await page.click("form button.primary");
  for (const words of ["Premier contexte.", "Deuxième contexte.", "Dernier contexte."]) {
    await page.waitForSelector("#learnt");
    await page.fill("#context", words);
    await page.click("form[action$='/brouillon'] button.primary");
    await page.waitForSelector("text=L’aperçu viendra avec le réseau");
    await toStep(page, "brouillon");
    await page.waitForSelector("#learnt");
    // What waits is shown, to be mended.
    await until(page, (one) => document.querySelector("#context").value === one, words);
  }
  await context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await empty(page);
  await toStep(page, "brouillon");
  assert.equal(await page.inputValue("#context"), "Dernier contexte.");
  const note = await page.getAttribute("form[data-kept]", "data-kept");
  await page.goto(near.origin + note);
  assert.equal(await page.locator(".prose :text-is('Contexte')").count(), 1);
  await page.goto(`${near.origin}${note}/versions/2`);
  assert.match(await page.textContent("main"), /Premier contexte/);
  await page.goto(`${near.origin}${note}/versions/3`);
  assert.match(await page.textContent("main"), /Deuxième contexte/);
});

test("C31: the idea and the draft mended offline, in a note that exists already", async () => {
  const { page, context } = await comeIn("Existante");
  await toDraft(page, "Une idée de départ");
  await page.fill("#context", "Écrit en ligne.");
  await page.click("form[data-kept] button.primary");
  await page.waitForURL(/apercu/);
  await toStep(page, "idee");
  await toStep(page, "brouillon");
  await until(page, () => document.querySelector("form[data-kept]").elements.qui);
  await context.setOffline(true);
  for (const words of ["Mendé une fois.", "Mendé deux fois."]) {
    await page.fill("#context", words);
    await page.click("form[data-kept] button.primary");
    await page.waitForURL(/apercu/);
    await toStep(page, "brouillon");
    await until(page, (one) => document.querySelector("#context").value === one, words);
  }
  for (const idea of ["Une idée mendée", "Une idée mendée encore"]) {
    await toStep(page, "idee");
    await page.fill("#idea", idea);
    await page.click("form button.primary");
    await page.waitForSelector("#learnt");
  }
  await context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await empty(page);
  await toStep(page, "brouillon");
  assert.equal(await page.inputValue("#context"), "Mendé deux fois.");
  assert.equal(await page.inputValue("#title"), "Une idée mendée encore");
});

test("C31: sent, the answer lost, mended and sent again: one text", async () => {
  const { page } = await comeIn("Réponse Perdue");
  await toDraft(page, "Une réponse perdue");
  near.lose = (req) => req.method === "POST" && /parcours\/brouillon/.test(req.url);
  await page.fill("#context", "Premières paroles.");
  await page.click("form[data-kept] button.primary");
  await page.waitForURL(/apercu/);
  near.lose = null;
  await toStep(page, "brouillon");
  await empty(page);
  await page.fill("#context", "Premières paroles, mendées.");
  await page.click("form[data-kept] button.primary");
  await page.waitForURL(/apercu/);
  await toStep(page, "brouillon");
  assert.equal(await page.inputValue("#context"), "Premières paroles, mendées.");
});

test("C18: nothing keeps the words, offline: they stay, and a sentence says so", async () => {
  const { page, context } = await comeIn("Rien Ne Garde", true);
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  await context.setOffline(true);
  await page.fill("#idea", "Une idée que rien ne garde");
  await page.click("form button.primary");
  await says(page, "nulle part ailleurs");
  assert.equal(await page.inputValue("#idea"), "Une idée que rien ne garde");
  await looked(page);
  // The network comes back: the words leave by themselves, and their writer follows.
  await context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.waitForSelector("#learnt");
  await context.setOffline(true);
  await page.fill("#context", "Un contexte que rien ne garde");
  await says(page, "nulle part ailleurs");
  await page.click("form[data-kept] button.primary");
  await page.waitForTimeout(500);
  assert.equal(await page.inputValue("#context"), "Un contexte que rien ne garde");
  assert.match(await page.textContent("#etat"), /nulle part ailleurs/);
  await context.setOffline(false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.waitForURL(/apercu/);
  await toStep(page, "brouillon");
  assert.equal(await page.inputValue("#context"), "Un contexte que rien ne garde");
});

test("a wifi answers the autosave with its own page: it is not said to be saved", async () => {
  const { page } = await comeIn("Portail");
  await toDraft(page, "Une idée");
  near.rule = (req) => (/brouillon|vie/.test(req.url) ? portal : null);
  await page.fill("#context", "Des mots que le wifi n’aura pas.");
  await says(page, "pas sur Internet");
  near.rule = null;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await says(page, "tout est envoyé");
});

for (const [what, rule] of [["a proxy whose site is away", answers(502)], ["a cable that is cut", cut]]) {
  test(`${what}: the form stays, and goes once it is back`, async () => {
    const { page } = await comeIn(`Panne ${what.length}`);
    await toDraft(page, "Une idée");
    near.rule = (req) => (req.method === "POST" || /vie/.test(req.url) ? rule : null);
    await page.fill("#context", "Écrit pendant la panne.");
    await page.click("form[data-kept] button.primary");
    await page.waitForURL(/apercu/);
    near.rule = null;
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await empty(page);
    await toStep(page, "brouillon");
    assert.equal(await page.inputValue("#context"), "Écrit pendant la panne.");
  });
}

test("a form of the site, away from the path, stays where nobody answers", async () => {
  const one = await open(browser, near);
  opened.push(one);
  const { page } = one;
  await page.goto(near.editor);
  await page.click("button.primary");
  await page.waitForURL((url) => !url.pathname.startsWith("/visite"));
  await page.goto(`${near.origin}/recherche?q=chaise+libre`);
  await page.click("article a >> nth=0");
  await page.waitForURL(/\/notes\//);
  await page.goto(`${page.url().split("?")[0]}/modifier`);
  near.rule = (req) => (req.method === "POST" || /vie/.test(req.url) ? answers(503) : null);
  const words = `${await page.inputValue("#body")}\n\nTapé pendant la panne.`;
  await page.fill("#body", words);
  await page.click("form#texte button.primary");
  await says(page, "nouvel essai");
  assert.equal(await page.inputValue("#body"), words);
  near.rule = null;
  await page.click("form#texte button.primary");
  await page.waitForURL(/enregistre/);
  assert.match(await page.textContent(".prose"), /Tapé pendant la panne/);
});

test("the session ends while one writes: said with a way back, and nothing is lost", async () => {
  const { page, context } = await comeIn("Session");
  await toDraft(page, "Une idée");
  await context.clearCookies();
  await page.fill("#context", "Tapé après la fin de la session.");
  await says(page, "session est terminée");
  assert.match(await page.getAttribute("#etat a", "href"), /^\/a\//);
  await looked(page);
});
