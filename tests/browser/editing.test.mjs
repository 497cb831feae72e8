// Editing and looking back: two people in one paragraph, an undo from the middle, the
// author of a sentence, the film. Every page is looked at by axe.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, demo, go, launch, looked, open } from "./support.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), demo()]); });
after(async () => { await browser?.close(); await site?.stop(); });

const window = (options) => open(browser, site, options);
const at = (path) => new URL(path, site.newcomer).href;

/** Someone signed in, by the link the demonstration printed. */
async function signedIn(link, options) {
  const one = await window(options);
  await one.page.goto(link);
  await go(one.page, "button.primary");
  return one;
}

/** The note with a long history. */
async function note(page) {
  await page.goto(at("/recherche?q=chaise+libre"));
  await go(page, "article a >> nth=0");
  return page.url().split("?")[0];
}

test("what changed since a month, and who did it, in two taps", async () => {
  const { context, page, troubles } = await window();
  await note(page);
  await go(page, "a[href$='/historique'] >> nth=0");
  await go(page, ".since a >> nth=4");
  assert.match(await page.textContent("h1"), /Ce qui a changé depuis le 1er/);
  assert.match(await page.textContent(".who-did"), /modifications?\. Par [A-Z]/);
  assert.match(await page.textContent(".signed >> nth=0"), /, \d/);
  await looked(page);
  assert.deepEqual(troubles, []);
  await context.close();
});

test("two people in one paragraph, an undo from the middle, a sentence and its author", async () => {
  const ahmed = await signedIn(site.editor);
  const marie = await signedIn(site.facilitator, { viewport: DESK });
  const address = await note(ahmed.page);
  await marie.page.goto(address);

  // Both open the form, then both save.
  await go(ahmed.page, "nav.tools a[href$='/modifier']");
  await go(marie.page, "nav.tools a[href$='/modifier']");
  await looked(ahmed.page);
  const first = await ahmed.page.inputValue("#body");
  await ahmed.page.fill("#body", first.replace("Chacun dit son prénom", "Chaque personne dit son prénom"));
  await marie.page.fill("#body", first.replace("et ce qu'il aime", "et ce qu'elle aime faire"));
  await go(ahmed.page, "form button.primary");
  assert.match(await ahmed.page.textContent(".banner"), /C’est publié/);
  await looked(ahmed.page);
  await go(marie.page, "form button.primary");

  // One line, two hands: put together, and looked at before it is saved.
  assert.match(marie.page.url(), /variantes/);
  await looked(marie.page);
  assert.match(await marie.page.textContent(".diff .changed"), /Chaque personne dit son prénom/);
  assert.match(await marie.page.textContent(".diff .changed ins"), /elle/);
  await go(marie.page, "button[value=garder]");
  assert.match(await marie.page.textContent(".banner"), /réuni avec le changement que venait de faire Ahmed/);
  assert.match(await marie.page.textContent(".prose"), /Chaque personne dit son prénom et ce qu’elle aime faire/);

  // The very same words: a sentence to choose, never a torn one.
  await ahmed.page.goto(address + "/modifier");
  await marie.page.goto(address + "/modifier");
  const now = await ahmed.page.inputValue("#body");
  await ahmed.page.fill("#body", now.replace("Noter le développement", "Noter le déroulement"));
  await marie.page.fill("#body", now.replace("Noter le développement", "Noter ensemble le fil"));
  await go(ahmed.page, "form button.primary");
  await go(marie.page, "form button.primary");
  await looked(marie.page);
  // Left for later, it is found again, on the note and in one's own corner.
  await marie.page.goto(address);
  await looked(marie.page);
  await marie.page.goto(at("/moi"));
  await go(marie.page, "a[href*='/variantes/']");
  await marie.page.check("input[name=choix-0][value=deux]");
  await go(marie.page, "button[value=garder]");
  const prose = await marie.page.textContent(".prose");
  assert.ok(prose.includes("Noter le déroulement") && prose.includes("Noter ensemble le fil"), prose);
  assert.ok(!prose.includes("<<<<"));

  // One passage of an edit from the middle is taken back, and only that one.
  await ahmed.page.goto(address + "/versions/5/annulation");
  await looked(ahmed.page);
  const before = (await ahmed.page.request.get(address)).text();
  await go(ahmed.page, "form[data-preview] button.primary");
  assert.ok(!(await ahmed.page.textContent(".prose")).includes("Un courriel le lendemain"));
  assert.ok((await before).includes("Un courriel le lendemain"));
  assert.match(await ahmed.page.textContent(".prose"), /Noter ensemble le fil/);
  // And the undo is undone, from the page it led to.
  await go(ahmed.page, ".banner button");
  assert.match(await ahmed.page.textContent(".prose"), /Un courriel le lendemain suffit souvent/);

  // Whose sentence is it? Its card says, and how it was born.
  await ahmed.page.goto(address + "?vue=auteurs");
  await looked(ahmed.page);
  await go(ahmed.page, "a.sentence:has-text('Un courriel le lendemain')");
  await looked(ahmed.page);
  assert.match(await ahmed.page.textContent(".lead"), /Écrite par Rosalie/);
  await go(ahmed.page, "button:has-text('Dire merci')");
  assert.match(await ahmed.page.textContent("main"), /Vous avez dit merci/);
  await go(ahmed.page, "a:has-text('Voir le moment où elle est apparue')");
  await looked(ahmed.page);
  assert.match(await ahmed.page.textContent("#image ins"), /Un courriel le lendemain|sans insister/);

  // The slider, by the keyboard.
  const slider = ahmed.page.locator("#film-slider");
  await slider.focus();
  await slider.press("Home");
  await ahmed.page.waitForFunction(() => document.querySelector("#image .by").textContent.startsWith("Version 1,"));
  await slider.press("ArrowRight");
  await ahmed.page.waitForFunction(() => document.querySelector("#image .by").textContent.startsWith("Version 2,"));
  assert.match(await ahmed.page.getAttribute("[data-step=previous]", "href"), /v=1$/);
  assert.match(await ahmed.page.getAttribute("#film-slider", "aria-valuetext"), /^Version 2,/);

  for (const one of [ahmed, marie]) {
    assert.deepEqual(one.troubles, []);
    await one.context.close();
  }
});

test("every other page of the past, as someone who looks after the commons", async () => {
  const { context, page, troubles } = await signedIn(site.facilitator, { viewport: DESK });
  const address = await note(page);
  const pages = ["/historique", "/historique?filtre=1&sans=on&sorte=edit", "/comparer?de=1&a=8",
    "/comparer?de=1&a=8&vue=cote", "/comparer?de=1&a=8&vue=source", "/comparer?de=1&a=8&vue=avant-apres",
    "/versions/3", "/versions/3/masquage", "/effacement", "?vue=age", "/film?v=1", "/coquille",
    "/coquille?phrase=2", "/modifier?section=1", "?au=2026-08-01"];
  for (const path of pages) {
    const answer = await page.goto(address + path);
    assert.equal(answer.status(), 200, path);
    await looked(page);
  }
  assert.deepEqual(troubles, []);
  await context.close();
});

test("changes are walked with n and p, and Markdown is written with buttons", async () => {
  const { context, page } = await signedIn(site.editor, { viewport: DESK });
  const address = await note(page);
  await page.goto(address + "/comparer?de=1&a=8");
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  assert.equal(await page.evaluate(() => document.activeElement.id), "c2");
  await page.keyboard.press("p");
  assert.equal(await page.evaluate(() => document.activeElement.id), "c1");
  await page.goto(address + "/modifier");
  await page.fill("#body", "mot");
  await page.evaluate(() => document.getElementById("body").select());
  await page.click("md-bold");
  assert.equal(await page.inputValue("#body"), "**mot**");
  // Rich text from elsewhere comes in as Markdown.
  await page.fill("#body", "");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/html", "<h2>Titre</h2><ul><li>un <b>point</b></li></ul>");
    data.setData("text/plain", "Titre un point");
    document.getElementById("body").focus();
    document.getElementById("body").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.getElementById("body").value.includes("- un **point**"));
  // What is being written is kept, and says when, and that nobody reads it yet.
  await page.waitForFunction(() => /^Gardé à \d.*, pas encore publié$/.test(document.getElementById("etat").textContent));
  await context.close();
});

test("a visitor without scripts mends a sentence, and the writer takes it in", async () => {
  const visitor = await window({ javaScriptEnabled: false });
  const address = await note(visitor.page);
  await visitor.page.goto(address);
  await go(visitor.page, "nav.tools a[href$='/coquille']");
  await go(visitor.page, ".sentences a >> nth=1");
  const text = await visitor.page.inputValue("#text");
  await visitor.page.fill("#text", text + " Vraiment.");
  await go(visitor.page, "form button.primary");
  assert.match(await visitor.page.textContent(".banner"), /Merci/);
  const marie = await signedIn(site.facilitator);
  await marie.page.goto(address);
  await go(marie.page, "a[href*='/suggestions/']");
  await looked(marie.page);
  await go(marie.page, "button[value=accepter]");
  assert.match(await marie.page.textContent(".prose"), /Vraiment\./);
  await visitor.context.close();
  await marie.context.close();
});
