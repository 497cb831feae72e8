// Going back, and reloading: no form leaves twice, nothing is said twice, and what is in the field
// is what the page over it shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { aNote, at, near, person } from "./stage.mjs";

const pill = (page) => page.evaluate(() => document.getElementById("etat")?.textContent ?? "");

test("whoever goes back after a refusal comes to the page of the form, and sends nothing", async () => {
  const { page } = await person(near.editor);
  await page.goto(at("/notes"));
  await page.goto(at("/notes/nouvelle?facon=reference"));
  const sent = [];
  page.on("request", (request) => { if (request.method() === "POST" && request.isNavigationRequest()) sent.push(request.url()); });
  await page.fill("#address", "rue des Érables");
  await page.click("button.primary");
  await page.waitForSelector(".notice");
  assert.equal(sent.length, 1);
  assert.match(page.url(), /facon=reference$/, "it stands for the page of the form");
  await page.goto(at("/moi"));
  await page.goBack();
  assert.match(page.url(), /facon=reference$/);
  assert.ok(await page.isVisible("#address"));
  assert.equal(await pill(page), "");
  await page.reload();
  assert.ok(await page.isVisible("#address"));
  await page.goBack();
  assert.match(page.url(), /facon=reference$/, "the form, as it was before it was sent");
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, "/notes");
  assert.equal(sent.length, 1, "sent once");
});

test("what was done is said once", async () => {
  const { page } = await person(near.editor);
  const note = await aNote(page, "tour+de+table");
  await page.goto(at(`${note}?dit=read`));
  assert.match(await page.textContent(".just-said"), /cette note est lue/);
  assert.equal(new URL(page.url()).search, "");
  await page.reload();
  assert.equal(await page.locator(".just-said").count(), 0);
});

test("the page over the field shows what the browser put back in it", async () => {
  const { page } = await person(near.editor, { surface: "seen" });
  await page.goto(at("/notes/nouvelle?facon=libre"));
  await page.fill("#title", "Première");
  await page.click(".surface-page [contenteditable]");
  await page.keyboard.type("Le texte de la première.");
  await page.click("form#texte button.primary");
  await page.waitForURL((url) => /^\/notes\/[0-9a-f]{32}/.test(url.pathname));
  await page.goBack();
  await page.waitForSelector(".surface-page [contenteditable]");
  const shown = await page.textContent(".surface-page [contenteditable]"), kept = await page.inputValue("#body");
  assert.equal(shown.trim(), kept.trim());
});
