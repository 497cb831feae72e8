// Everything about oneself, from a phone of 360 pixels: seen, taken away, erased, by a guest.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DESK, go, looked, PHONE } from "./support.mjs";
import { aNote, at, closeOffline, entries, near, person } from "./stage.mjs";

/** A picture of the page, when somebody wants to look at it. */
async function picture(page, name) {
  if (!process.env.PICTURES) return;
  for (const [viewport, colorScheme] of [[DESK, "dark"], [PHONE, "light"]]) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${process.env.PICTURES}/${name}-${viewport.width}.png`, fullPage: true });
  }
}

async function taken(page, selector) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  return readFile(await file.path(), "utf8");
}

test("D1: a guest sees everything kept about them, takes it away, leaves, and comes back", async () => {
  const { page } = await person(near.newcomer);
  await page.goto(at("/moi"));
  await picture(page, "moi");
  await go(page, "a[href='/moi/donnees']");
  await looked(page);
  await picture(page, "donnees");
  const file = JSON.parse(await taken(page, "a[href='/moi/donnees/fichier']"));
  assert.ok(file.acts.some((act) => act.event === "Entered"));
  assert.match(await taken(page, "a[href='/moi/donnees/page']"), /entré·e dans un atelier/);
  for (const part of ["gestes", "lectures", "accords", "regards"]) {
    await page.goto(at(`/moi/donnees/${part}`));
    await looked(page);
    await picture(page, part);
  }
  await page.goto(at("/moi/donnees/accords"));
  await go(page, "form button");
  assert.match(await page.textContent("main"), /Vous êtes d’accord/);
  await picture(page, "accords-donne");
  await page.goto(at("/ce-qui-est-enregistre"));
  await looked(page);
  await picture(page, "enregistre");
  await page.goto(at("/moi/nom"));
  await looked(page);
  await picture(page, "nom");
  await page.goto(at("/moi/depart"));
  await looked(page);
  await picture(page, "depart");
  // Sent without the box: nothing is erased, and the page says what is missing.
  await go(page, "main button.primary");
  await looked(page);
  assert.match(await page.textContent("[role=alert]"), /Cochez/);
  await picture(page, "depart-cochez");
  await page.check("input[name=sur]");
  await go(page, "main button.primary");
  assert.match(await page.textContent("main"), /Vous partez/);
  await looked(page);
  await picture(page, "vous-partez");
  await go(page, "form[action='/moi/depart/retour'] button");
  assert.match(await page.textContent("main"), /Rien n’est effacé/);
});

test("M8: whoever signs out of a shared device leaves none of their words in its browser", async () => {
  const { page, context } = await person(near.editor);
  const note = await aNote(page);
  await page.goto(at(`${note}/modifier`));
  await context.setOffline(true);
  await page.fill("#body", "Des mots qui ne sont pas partis.");
  await closeOffline(page);
  await context.setOffline(false);
  const back = await context.newPage();
  await back.goto(at("/deconnexion"));
  // Somebody else's words on the same browser stay theirs.
  await back.evaluate(() => localStorage.setItem("sillage:mots:ailleurs:1", JSON.stringify({ who: "autre", words: { a: "b" } })));
  const before = await entries(back);
  assert.ok(before > 1, "her words are there");
  // The button says so by itself: nobody signs out of their words by tapping twice.
  await back.waitForFunction(() => /n’ont pas été envoyés/.test(document.querySelector("form[action='/deconnexion'] button").textContent));
  assert.equal(await entries(back), before, "said first");
  await go(back, "form[action='/deconnexion'] button");
  const left = await back.evaluate(() => Object.keys(localStorage).filter((one) => one.startsWith("sillage:")));
  assert.deepEqual(left, ["sillage:mots:ailleurs:1"]);
});

test("whoever saved everything signs out in one tap", async () => {
  const { page } = await person(near.editor);
  const note = await aNote(page);
  await page.goto(at(`${note}/modifier`));
  await page.fill("#body", "Des mots qui sont arrivés.");
  await go(page, "form#texte button.primary");
  assert.match(await page.textContent("main"), /Des mots qui sont arrivés/);
  await page.goto(at("/moi"));
  await go(page, "a[href='/deconnexion']");
  await go(page, "form[action='/deconnexion'] button");
  assert.equal(new URL(page.url()).pathname, "/");
  const left = await page.evaluate(() => Object.keys(localStorage).filter((one) => one.startsWith("sillage:mots")));
  assert.deepEqual(left, []);
});
