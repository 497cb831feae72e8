// Pasting rich text, in every field one writes in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, demo, launch, looked, open } from "./support.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), demo()]); });
after(async () => { await browser?.close(); await site?.stop(); });

const window = (options) => open(browser, site, options);
const STYLE = `<style>${"p.MsoNormal{margin:0cm;font-size:12.0pt}".repeat(1500)}</style>`;
const WORD = `<html><head>${STYLE}</head><body><p class=MsoNormal>La brumelle est <b>posée</b> sur la table.</p></body></html>`;
const SENTENCE = "seuls les mots ont été collés";

/** Pastes as a browser does, where the caret is. */
const paste = (page, selector, html, plain) => page.evaluate(([selector, html, plain]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  data.setData("text/plain", plain);
  const field = document.querySelector(selector);
  field.focus();
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}, [selector, html, plain]);

const holds = (page, selector, words) => page.waitForFunction(
  ([selector, words]) => document.querySelector(selector).value === words, [selector, words]);

/** A newcomer in the path, through a door. */
async function comeIn(name, door) {
  const one = await window({ viewport: DESK });
  await one.page.goto(site.newcomer);
  await one.page.fill("#name", name);
  await one.page.click("button.primary");
  await one.page.click(`button[value=${door}]`);
  return one;
}

test("what is pasted in the three boxes keeps what one sees, and not one word is lost", async () => {
  const { context, page, troubles } = await comeIn("Colette", "tell");
  await page.fill("#idea", "La brumelle");
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
  for (const box of ["#context", "#done", "#learnt"]) {
    await paste(page, box, WORD, "La brumelle est posée sur la table.");
    await holds(page, box, "La brumelle est **posée** sur la table.");
  }
  // In the middle of words, on a line of its own.
  await page.fill("#done", "Avant. Après.");
  await page.evaluate(() => document.getElementById("done").setSelectionRange(7, 7));
  await paste(page, "#done", "<ul><li>un <b>point</b></li><li>deux</li></ul>", "• un point\r\n• deux");
  await holds(page, "#done", "Avant. \n\n- un **point**\n- deux\n\nAprès.");
  // Bold beside an apostrophe: no star on the page.
  await page.fill("#learnt", "");
  await paste(page, "#learnt", "<p>Dans <b>l’</b>ostavelle, <b>Rappel :</b>plier.</p>", "Dans l’ostavelle, Rappel :plier.");
  await holds(page, "#learnt", "Dans **l**’ostavelle, **Rappel** :plier.");
  await looked(page);
  await page.click("form button.primary");
  await page.waitForSelector(".prose");
  const shown = await page.textContent(".prose");
  assert.match(shown, /Dans l’ostavelle, Rappel :plier/);
  assert.doesNotMatch(shown, /\*/);
  assert.deepEqual(troubles, []);
  await context.close();
});

test("too much, or no network: the words stay, and a sentence says what is left out", async () => {
  const { context, page } = await comeIn("Colin", "tell");
  await page.fill("#idea", "Le drozin");
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
  const said = (box) => page.waitForFunction(
    ([box, sentence]) => document.querySelector(`${box} + p[role=status]`).textContent.includes(sentence), [box, SENTENCE]);
  await paste(page, "#context", `<p>mot <b>gras</b></p>${"<i>a</i>".repeat(300000)}`, "mot gras");
  await said("#context");
  assert.equal(await page.inputValue("#context"), "mot gras");
  await context.setOffline(true);
  await paste(page, "#done", WORD, "La brumelle est posée sur la table.");
  await said("#done");
  assert.equal(await page.inputValue("#done"), "La brumelle est posée sur la table.");
  await looked(page);
  // The next one is whole again, and the sentence goes.
  await context.setOffline(false);
  await page.fill("#done", "");
  await paste(page, "#done", WORD, "La brumelle est posée sur la table.");
  await holds(page, "#done", "La brumelle est **posée** sur la table.");
  assert.equal(await page.textContent("#done + p[role=status]"), "");
  await context.close();
});

test("an existing text keeps what was pasted", async () => {
  const { context, page } = await comeIn("Colombe", "transpose");
  await page.waitForSelector("#text");
  await paste(page, "#text", WORD, "La brumelle est posée sur la table.");
  await holds(page, "#text", "La brumelle est **posée** sur la table.");
  await page.click("form button.primary");
  await page.waitForSelector("#body");
  assert.equal((await page.inputValue("#body")).trim(), "La brumelle est **posée** sur la table.");
  await page.click("form button.primary");
  await page.waitForSelector(".prose");
  assert.match(await page.innerHTML(".prose"), /<strong>posée<\/strong>/);
  await context.close();
});

test("plain lists of a phone become those of Markdown in the boxes, and nothing else changes", async () => {
  const { context, page, troubles } = await comeIn("Colomban", "tell");
  await page.fill("#idea", "La liste");
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
  await paste(page, "#context", "", "•\tpomme\r\no\tverte\r\n•\tpoire");
  await holds(page, "#context", "- pomme\n  - verte\n- poire");
  await page.evaluate(() => document.execCommand("undo"));
  await holds(page, "#context", "•\tpomme\no\tverte\n•\tpoire");
  await paste(page, "#done", "", "- [ ] lait\n☐ pain\n☑ oeufs");
  await holds(page, "#done", "- [ ] lait\n- [ ] pain\n- [x] oeufs");
  // What is Markdown is left to the browser, which pastes it as it is.
  const isLeft = await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "- un\n- **deux**");
    return document.getElementById("learnt").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  assert.equal(isLeft, true);
  assert.deepEqual(troubles, []);
  await context.close();
});

test("plain and rich in one existing text are read alike, and still are after the page was left", async () => {
  const { context, page, troubles } = await comeIn("Colomba", "transpose");
  await page.waitForSelector("#text");
  await page.fill("#text", "◦ 5 * 4\n◦ deux\n\n");
  await page.evaluate(() => { const field = document.getElementById("text"); field.setSelectionRange(99, 99); });
  await paste(page, "#text", WORD, "La brumelle est posée sur la table.");
  await holds(page, "#text", "- 5 \\* 4\n- deux\n\nLa brumelle est **posée** sur la table.");
  await page.reload();
  await holds(page, "#text", "- 5 \\* 4\n- deux\n\nLa brumelle est **posée** sur la table.");
  await page.click("form button.primary");
  await page.waitForSelector("#body");
  assert.equal((await page.inputValue("#body")).trim(), "- 5 \\* 4\n- deux\n\nLa brumelle est **posée** sur la table.");
  assert.deepEqual(troubles, []);
  await context.close();
});

test("a picture that is left out is said to be, and a face is a word", async () => {
  const { context, page, troubles } = await comeIn("Colinot", "tell");
  await page.fill("#idea", "L’image");
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
  await paste(page, "#context", "<p>Un <b>mot</b> <img alt='image001.png'></p>", "Un mot");
  await holds(page, "#context", "Un **mot**");
  await page.waitForFunction(() => /images n’ont pas été collées/.test(document.querySelector("#context + p[role=status]").textContent));
  await paste(page, "#done", "<p>Un <b>mot</b> <img alt='😀'></p>", "Un mot 😀");
  await holds(page, "#done", "Un **mot** 😀");
  assert.equal(await page.textContent("#done + p[role=status]"), "");
  assert.deepEqual(troubles, []);
  await context.close();
});
