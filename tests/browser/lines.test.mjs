// Words found again stand once; a line among others is sent once and stays on its step; a page of
// lines is kept like a text.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { answers } from "./proxy.mjs";
import { aNote, at, browser, near, opened, person, until } from "./stage.mjs";
import { looked, open } from "./support.mjs";

/** How many boxes of words found again stand beside the forms. */
const beside = (page) => page.locator("form + p + textarea[readonly]").count();
const away = (req) => (req.method === "POST" || /vie/.test(req.url) ? answers(502) : null);

test("words found again are in their field, and nowhere else", async () => {
  const { page, context } = await person(near.newcomer);
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  const idea = page.url();
  await page.fill("#idea", "Une idée laissée là");
  await page.close();
  const back = await context.newPage();
  for (let times = 0; times < 2; times += 1) {
    await back.goto(idea);
    await until(back, () => document.querySelector("#idea").value === "Une idée laissée là");
    await until(back, () => document.getElementById("etat")?.textContent);
    assert.equal(await beside(back), 0);
  }
  await looked(back);
  // Emptied, and left: nothing is found.
  await back.fill("#idea", "");
  await back.reload();
  assert.equal(await back.inputValue("#idea"), "");
  assert.equal(await beside(back), 0);
});

test("a second window does not take the words of one that is still open", async () => {
  const { page, context } = await person(near.editor);
  const note = await aNote(page);
  const where = at(`${note}/coquille?phrase=0`);
  await page.goto(where);
  await page.fill("#text", "Première fenêtre, mots précieux.");
  const other = await context.newPage();
  await other.goto(where);
  await until(other, () => document.querySelector("#text").value === "Première fenêtre, mots précieux.");
  await other.fill("#text", "Seconde fenêtre.");
  await page.reload();
  await until(page, () => [...document.querySelectorAll("textarea")].some((one) => one.value.includes("mots précieux")));
});

/** A workshop whose path has a step where a line is typed after another; its code. */
async function gathering() {
  const { context } = await person(near.facilitator);
  const act = (path, form) => context.request.post(at(path), {
    form: { command_id: randomUUID(), ...form }, headers: { origin: near.origin }, maxRedirects: 0,
  });
  const made = await act("/ateliers", { script: "rencontre", title: "Récolte", places: "12", goal: "8", tone: "vous", on: "2026-12-01" });
  const base = made.headers().location;
  await act(`${base}/ouverture`, {});
  const console = await (await context.request.get(at(`${base}/console`))).text();
  return console.match(/<strong class="code">([^<]+)/)[1].replace(/\s/g, "");
}

for (const plainly of [true, false]) {
  test(`a line sent again and again while the site is away is sent once (${plainly ? "nothing" : "worker.js"} stands by)`, async () => {
    const code = await gathering();
    const one = await open(browser, near);
    opened.push(one);
    const { page } = one;
    if (plainly) await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }));
    await page.goto(at(`/a/${code}`));
    await page.fill("#name", "Ana");
    await page.click("main button.primary");
    await page.waitForURL(/parcours/);
    const step = at(`/a/${code}/parcours/recolte`);
    if (!plainly) await until(page, () => navigator.serviceWorker.controller);
    await page.goto(step);
    // Kept as it passes, where somebody stands by.
    if (!plainly) await until(page, () => caches.match(location.href));
    near.rule = away;
    await page.fill("#words", "Une seule ligne");
    await page.click("form:has(#words) button.primary");
    await until(page, () => document.querySelector("#words")?.value === "");
    await page.click("form:has(#words) button.primary");
    await page.click("form:has(#words) button.primary");
    assert.match(page.url(), /recolte/);
    near.rule = null;
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await until(page, () => document.querySelector("main")?.textContent.includes("Une seule ligne"));
    await page.goto(step);
    const lines = (await page.textContent("main")).match(/Une seule ligne/g);
    assert.equal(lines.length, 1);
    assert.equal(await beside(page), 0);
  });
}

test("a workshop that is prepared is kept, line by line", async () => {
  const { page } = await person(near.facilitator);
  await page.goto(at("/ateliers/nouveau"));
  await page.fill("#title", "Atelier préparé longtemps");
  await page.fill("#on", "2027-03-04");
  await page.reload();
  await until(page, () => document.querySelector("#title").value === "Atelier préparé longtemps");
  assert.equal(await page.inputValue("#on"), "2027-03-04");
  near.rule = away;
  await page.click("form[action='/ateliers'] button.primary");
  await until(page, () => /ne répond pas/.test(document.getElementById("etat")?.textContent));
  assert.equal(await page.inputValue("#title"), "Atelier préparé longtemps");
  near.rule = null;
  await page.click("form[action='/ateliers'] button.primary");
  await page.waitForURL(/\/ateliers\/\w{32}/);
  await page.goto(at("/ateliers/nouveau"));
  assert.equal(await page.inputValue("#title"), "");
});

test("words that were saved are not found again once an older text is put back", async () => {
  const { page } = await person(near.editor);
  const note = await aNote(page);
  await page.goto(at(`${note}/modifier`));
  const before = await page.inputValue("#body");
  const base = await page.inputValue("form#texte input[name=base]");
  await page.fill("#body", "Tout autre chose.");
  await page.click("form#texte button.primary");
  await page.waitForURL(/enregistre|fusion/);
  await page.goto(at(`${note}/versions/${base}`));
  await page.click("form[action$='/restauration'] button");
  await page.waitForURL((url) => !url.pathname.includes("versions"));
  await page.goto(at(`${note}/modifier`));
  await until(page, () => Object.keys(localStorage).every((one) => !one.startsWith("sillage:mots:")));
  assert.equal(await page.inputValue("#body"), before);
});
