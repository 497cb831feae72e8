// No word is ever lost: what a browser keeps is offered back whatever the note has become, in
// any number of windows; what is sent again goes on from what was sent before.
import assert from "node:assert/strict";
import { test } from "node:test";
import { looked, open } from "./support.mjs";
import { browser, closeOffline, opened, shown, site, until } from "./stage.mjs";

const at = (path) => new URL(path, site.newcomer).href;
const field = (page, name) => page.inputValue(`[name=${name}]`);
const words = (page) => page.evaluate(() => Object.keys(localStorage).filter((one) => one.startsWith("sillage:mots:")).length);

async function person(link = site.editor, options = {}) {
  const one = await open(browser, site, options);
  opened.push(one);
  await one.page.goto(link);
  const arrived = one.page.waitForEvent("domcontentloaded");
  await one.page.click("button.primary");
  await arrived;
  return one;
}
/** The page where a note that everyone may change is changed; each test has its own note. */
async function toEdit(page, search) {
  await page.goto(at(`/recherche?q=${search}`));
  await page.click("article a >> nth=0");
  await page.waitForURL(/\/notes\/[0-9a-f-]+/);
  return `${new URL(page.url()).pathname}/modifier`;
}
/** Writes through `page`, as its own writer does. */
async function save(page, edit, change) {
  await page.goto(at(edit));
  const before = await field(page, "body"), after = change(before);
  await page.fill("#body", after);
  await page.click("form#texte button.primary");
  await page.waitForURL(/enregistre|fusion/);
  const [added] = after.split(/\P{L}+/u).filter((word) => !before.includes(word)).sort((one, other) => other.length - one.length);
  if (added) await shown(at(edit.replace("/modifier", "")), added);
}
/** Someone at the draft step of their own note, of which the words are `text`. */
async function atDraft(name) {
  const one = await person(site.newcomer);
  await one.page.waitForSelector("button[value=tell]");
  await one.page.click("button[value=tell]");
  await one.page.fill("#idea", `Une idée de ${name}`);
  await one.page.click("form button.primary");
  await one.page.waitForSelector("#learnt");
  await until(one.page, () => document.querySelector("form").dataset.kept);
  return { ...one, draft: one.page.url(), note: await one.page.getAttribute("form[data-kept]", "data-kept") };
}

test("C14: a paragraph typed offline, and the note moved on meanwhile", async () => {
  const { page, context } = await person();
  const other = await person();
  const edit = await toEdit(page, "chaise+libre");
  await page.goto(at(edit));
  await context.setOffline(true);
  await page.fill("#body", `${await field(page, "body")}\n\nUn paragraphe écrit dans le métro.`);
  await closeOffline(page);
  await save(other.page, edit, (text) => text.replace("Chacun dit", "Chaque personne dit"));
  await context.setOffline(false);
  const back = await context.newPage();
  await back.goto(at(edit));
  await until(back, () => document.querySelector("#body").value.includes("métro"));
  assert.match(await field(back, "body"), /Chaque personne dit/);
  assert.match(await back.inputValue("#retrouves-mots"), /métro/);
  await looked(back);
  // One letter more, and the page goes away again.
  await back.press("#body", "x");
  await back.reload();
  await until(back, () => document.querySelector("#body").value.includes("métro"));
  await back.click("form#texte button.primary");
  await back.waitForURL(/enregistre|fusion/);
  const text = await back.textContent(".prose");
  assert.match(text, /métro/);
  assert.match(text, /Chaque personne dit/);
  assert.equal(text.match(/métro/g).length, 1);
});

test("C14: the same sentence changed on both sides: both are there until one says", async () => {
  const { page, context } = await person();
  const other = await person();
  const edit = await toEdit(page, "tour+de+table");
  await page.goto(at(edit));
  const before = await field(page, "body");
  await context.setOffline(true);
  await page.fill("#body", "Tout autre chose, écrite hors ligne.");
  await closeOffline(page);
  await save(other.page, edit, () => "Une seule phrase, d’un autre appareil.");
  await context.setOffline(false);
  const back = await context.newPage();
  await back.goto(at(edit));
  await until(back, () => document.querySelector("#body").value.includes("hors ligne"));
  assert.match(await field(back, "body"), /autre appareil/);
  await back.click("[data-keep=note]");
  assert.equal((await field(back, "body")).trim(), "Une seule phrase, d’un autre appareil.");
  await back.reload();
  assert.ok(await back.isHidden("#retrouves"));
  await save(other.page, edit, () => before);
});

test("C14: a box emptied offline stays empty, and is emptied in a note that moved on", async () => {
  const { page, context, draft, note } = await atDraft("Vidée");
  await page.fill("#context", "À retirer.");
  await page.fill("#done", "À garder.");
  await until(page, () => /Enregistré/.test(document.getElementById("etat").textContent));
  await context.setOffline(true);
  await page.fill("#context", "");
  await closeOffline(page);
  await context.setOffline(false);
  const back = await context.newPage();
  await back.goto(draft);
  await until(back, () => document.querySelector("#context").value === "");
  assert.equal(await field(back, "done"), "À garder.");
  // The same, and the note has moved on.
  await context.setOffline(true);
  await back.fill("#done", "");
  await closeOffline(back);
  await context.setOffline(false);
  await saveElsewhere({ context, note, draft }, "## Ce qu’on a fait\n\nÀ garder.\n\n## Ce que ça change\n\nUn mot de plus.\n");
  await context.request.post(at(`${note}/brouillon`), { form: { base: "2", title: "D’un autre appareil", done: "À garder.", learnt: "Un mot de plus." }, headers: { origin: new URL(draft).origin } });
  const again = await context.newPage();
  await again.goto(draft);
  await until(again, () => document.querySelector("#done").value === "");
  assert.equal(await field(again, "learnt"), "Un mot de plus.");
});

/** Another device of the same person saves the whole text. */
async function saveElsewhere({ context, note, draft }, body) {
  const form = { base: "1", title: "D’un autre appareil", body };
  const headers = { origin: new URL(draft).origin };
  const answer = await context.request.post(at(`${note}/modification`), { form, headers });
  assert.equal(answer.status(), 200);
}

test("C14: the three boxes, when the note no longer fits them", async () => {
  const one = await atDraft("Boîtes");
  await one.context.setOffline(true);
  await one.page.fill("#context", "Écrit dans une boîte, hors ligne.");
  await closeOffline(one.page);
  await one.context.setOffline(false);
  await saveElsewhere(one, "Un texte d’une seule pièce.\n\n## Autre titre\n\nSans boîtes.");
  const back = await one.context.newPage();
  await back.goto(one.draft);
  await until(back, () => document.querySelector("#body").value.includes("hors ligne"));
  assert.match(await field(back, "body"), /Sans boîtes/);
  assert.match(await field(back, "title"), /autre appareil/);
  await back.click("form[data-kept] button.primary");
  await back.waitForURL(/apercu/);
});

test("C14: one section changed alone is kept, and offered on the whole text too", async () => {
  const { page, context } = await person();
  const edit = await toEdit(page, "chaise+libre");
  await page.goto(at(`${edit}?section=1`));
  await until(page, () => document.querySelector("form[data-kept]").elements.qui);
  const section = await field(page, "body");
  await page.fill("#body", `${section.trim()}\n\nUne ligne dans cette seule partie.\n`);
  await page.close();
  const back = await context.newPage();
  await back.goto(at(`${edit}?section=1`));
  await until(back, () => document.querySelector("#body").value.includes("cette seule partie"));
  await back.goto(at(edit));
  await until(back, () => document.querySelector("#body").value.includes("cette seule partie"));
  assert.equal((await field(back, "body")).match(/cette seule partie/g).length, 1);
  await back.evaluate(() => localStorage.clear());
});

test("C14: a part that was changed alone goes where it was, whatever its number is now", async () => {
  const { page, context } = await person(site.facilitator);
  const other = await person();
  const edit = await toEdit(page, "chaise+libre");
  const part = `${edit}?section=1`;
  /** Changes the part without network, ends without an end of line, and closes. */
  const change = async (page, words) => {
    await page.goto(at(part));
    const text = (await field(page, "body")).trim();
    await context.setOffline(true);
    await page.fill("#body", `${text}\n\n${words}`);
    await closeOffline(page);
    await context.setOffline(false);
    return text.split("\n")[0];
  };
  const found = (page, words) => until(page, (one) => document.querySelector("#body").value.includes(one), words);
  await change(page, "Apporter des biscuits.");
  const back = await context.newPage();
  await back.goto(at(edit));
  await found(back, "biscuits");
  assert.match(await field(back, "body"), /Apporter des biscuits\.\n\n## /);
  assert.ok(await back.isHidden("#retrouves"));
  await back.click("form#texte button.primary");
  await back.waitForURL(/enregistre|fusion/);
  // Somebody adds a part above: the number is now another part's.
  const heading = await change(back, "Garder une bougie.");
  await save(other.page, edit, (text) => `## Une partie nouvelle\n\nOui.\n\n${text}`);
  const again = await context.newPage();
  await again.goto(at(part));
  await again.waitForURL((url) => !url.search);
  await found(again, "bougie");
  const parts = (await field(again, "body")).split(/^(?=## )/m);
  assert.match(parts[0], /partie nouvelle/);
  assert.match(parts.find((one) => one.startsWith(heading)), /biscuits[^]*bougie/);
  assert.equal(parts.join("").match(/bougie/g).length, 1);
  await again.evaluate(() => localStorage.clear());
});

test("C15: two windows on one draft, both reloaded, both saved: both texts are in the note", async () => {
  const { page, context, draft } = await atDraft("Deux fenêtres");
  const second = await context.newPage();
  await second.goto(draft);
  await page.fill("#context", "ALPHA");
  await until(page, () => /Enregistré/.test(document.getElementById("etat").textContent));
  await second.fill("#context", "BETA");
  await until(second, () => /Gardé sur cet appareil/.test(document.getElementById("etat").textContent));
  await page.reload();
  await second.reload();
  await until(second, () => /ALPHA[^]*BETA|BETA[^]*ALPHA/.test(document.querySelector("#context").value));
  for (const one of [page, second]) {
    await one.click("form[data-kept] button.primary");
    await one.waitForURL(/apercu|variantes/);
  }
  await page.goto(draft);
  const text = await field(page, "context");
  assert.ok(text.includes("ALPHA") && text.includes("BETA"), text);
  assert.equal(text.match(/ALPHA/g).length, 1, text);
});

test("C15: what one window keeps on the site stays when another one saves", async () => {
  const { page, context, draft } = await atDraft("Fermée");
  const second = await context.newPage();
  await second.goto(draft);
  await second.fill("#context", "BETA");
  await until(second, () => /Enregistré/.test(document.getElementById("etat").textContent));
  await second.close();
  await page.fill("#context", "ALPHA");
  await page.click("form[data-kept] button.primary");
  await page.waitForURL(/apercu/);
  await page.goto(draft);
  const text = await field(page, "context");
  await page.click("form[data-kept] button.primary");
  await page.waitForURL(/apercu|variantes/);
  assert.ok(text.includes("BETA") || (await page.textContent("body")).includes("BETA"), text);
});

test("words of one person are never offered to another on the same browser", async () => {
  const { page, context } = await person();
  const edit = await toEdit(page, "chaise+libre");
  await page.goto(at(edit));
  await context.setOffline(true);
  await page.fill("#body", "Un secret de la première personne.");
  await context.setOffline(false);
  await page.evaluate(() => { for (const one of Object.keys(localStorage)) if (!one.startsWith("sillage:mots:")) localStorage.removeItem(one); });
  await context.clearCookies();
  const next = await context.newPage();
  await next.goto(site.facilitator);
  await next.click("button.primary");
  await next.waitForLoadState();
  // The first window is still open, and its words are not taken in somebody else's name.
  await page.press("#body", "x");
  await until(page, () => /Quelqu’un d’autre/.test(document.getElementById("etat").textContent));
  await next.goto(at(edit));
  await until(next, () => document.querySelector("form[data-kept]").elements.qui);
  assert.ok(!(await field(next, "body")).includes("secret"));
  assert.ok(await next.isHidden("#retrouves"));
  assert.equal(await words(next), 1);
});
