// Words that were not sent: offered where they were written, whatever the note has become, and
// from one's own page when that place is gone; what arrived is not among them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { looked, open } from "./support.mjs";
import { aNote, at, browser, closeOffline, entries, near, opened, person, shown, until } from "./stage.mjs";

test("words about a note that was taken back are offered, there and in Mon coin", async () => {
  const { page, context } = await person(near.editor);
  const note = await aNote(page, "tour+de+table");
  await page.goto(at(`${note}/modifier`));
  await context.setOffline(true);
  await page.fill("#body", "Des mots dont la note est partie.");
  await closeOffline(page);
  const steward = await person(near.facilitator);
  await steward.page.goto(at(`${note}/moderation`));
  await steward.page.click("button.danger");
  await steward.page.waitForURL(/retiree/);
  await context.setOffline(false);
  const back = await context.newPage();
  await back.goto(at(`${note}/modifier`));
  await back.waitForSelector("#gardes textarea");
  assert.equal(await back.inputValue("#gardes textarea"), "Des mots dont la note est partie.");
  await looked(back);
  await back.goto(at("/moi"));
  await back.waitForSelector("#gardes textarea");
  await looked(back);
  await back.click("#gardes button");
  assert.equal(await entries(back), 1, "asked once before");
  await back.click("#gardes button");
  assert.equal(await entries(back), 0);
  assert.ok(await back.isHidden("#gardes"));
  // Somebody else on this browser is shown nothing.
  await steward.page.goto(at(`${note}/modifier`));
  assert.ok(!(await steward.page.content()).includes("dont la note est partie"));
});

for (const plainly of [true, false]) {
  test(`what was saved is not among the words left on this device (${plainly ? "nothing" : "worker.js"} stands by)`, async () => {
    const one = await open(browser, near);
    opened.push(one);
    const { page } = one;
    if (plainly) await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }));
    await page.goto(near.editor);
    await page.click("button.primary");
    await page.waitForURL((url) => !/visite/.test(url.pathname));
    const note = await aNote(page);
    await page.goto(at(`${note}/modifier`));
    if (!plainly) await until(page, () => navigator.serviceWorker.controller);
    await page.fill("#body", `${await page.inputValue("#body")}\n\nDit et enregistré (${plainly}).`);
    await page.click("form#texte button.primary");
    await page.waitForURL(/enregistre|fusion/);
    await page.goto(at(`${note}/coquille?phrase=0`));
    await page.fill("#text", `${await page.inputValue("#text")} Et ${plainly ? "un" : "deux"}.`);
    await page.click("form[action$='/coquille'] button.primary");
    await page.waitForURL((url) => !url.pathname.endsWith("/coquille"));
    await page.goto(at("/moi"));
    // What is listed is listed within a moment.
    await page.waitForTimeout(500);
    assert.ok(await page.isHidden("#gardes"), await page.innerHTML("#gardes"));
  });
}

test("what is said of a change, and an emptied title, are put together too", async () => {
  const { page, context } = await person(near.editor);
  const note = await aNote(page);
  await page.goto(at(`${note}/modifier`));
  await context.setOffline(true);
  await page.fill("#summary", "Ce que j’ai changé");
  await page.fill("#body", `${await page.inputValue("#body")}\n\nUne fin.`);
  await page.fill("#title", "");
  await closeOffline(page);
  const other = await person(near.facilitator);
  await other.page.goto(at(`${note}/modifier`));
  await other.page.fill("#body", `Un début.\n\n${await other.page.inputValue("#body")}`);
  await other.page.click("form#texte button.primary");
  await other.page.waitForURL(/enregistre|fusion/);
  await shown(at(note), "Un début");
  await context.setOffline(false);
  const back = await context.newPage();
  await back.goto(at(`${note}/modifier`));
  await until(back, () => /Une fin/.test(document.querySelector("#body").value));
  assert.match(await back.inputValue("#body"), /Un début/);
  assert.equal(await back.inputValue("#summary"), "Ce que j’ai changé");
  assert.equal(await back.inputValue("#title"), "");
});

test("what is said of a change is kept after a look at it", async () => {
  const { page, context } = await person(near.editor);
  const note = await aNote(page);
  await page.goto(at(`${note}/modifier`));
  await page.fill("#body", `${await page.inputValue("#body")}\n\nVu d’abord.`);
  await page.fill("#summary", "Dit avant de voir");
  await page.click("button[value=apercu]");
  await page.waitForSelector("section.paper");
  assert.equal(await page.inputValue("#summary"), "Dit avant de voir");
  await page.close();
  const back = await context.newPage();
  await back.goto(at(`${note}/modifier`));
  await until(back, () => document.querySelector("#summary").value === "Dit avant de voir");
  assert.match(await back.inputValue("#body"), /Vu d’abord/);
});

test("words of one part are found on the page of the whole note", async () => {
  const { page, context } = await person(near.editor);
  const note = await aNote(page);
  await page.goto(at(`${note}/modifier?section=1`));
  await page.fill("#body", "MOTS DE LA PARTIE");
  await page.close();
  const back = await context.newPage();
  await back.goto(at(`${note}/modifier`));
  await until(back, () => /MOTS DE LA PARTIE/.test(document.querySelector("#body").value) || /MOTS DE LA PARTIE/.test(document.querySelector("#retrouves-mots").value));
});
