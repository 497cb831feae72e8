// The journeys that need a browser: four windows at once, and a phone without
// scripts. Every page they meet is looked at by axe, at 360 and at 1280 pixels,
// light and dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, demo, launch, looked, open } from "./support.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), demo()]); });
after(async () => { await browser?.close(); await site?.stop(); });

const window = (options) => open(browser, site, options);

const code = () => new URL(site.newcomer).pathname;

test("four windows at once: newcomer, facilitator, projector, editor", async () => {
  const facilitator = await window({ viewport: DESK });
  await facilitator.page.goto(site.facilitator);
  await looked(facilitator.page);
  await facilitator.page.click("button.primary");
  await facilitator.page.waitForSelector(".room-cells");
  await looked(facilitator.page);

  const projector = await window({ viewport: DESK });
  const screen = await facilitator.page.getAttribute("a[target=_blank]", "href");
  await projector.page.goto(new URL(screen, site.newcomer).href);
  const before = await projector.page.textContent(".big");
  await looked(projector.page);

  const editor = await window({ viewport: DESK });
  await editor.page.goto(site.editor);
  await editor.page.click("button.primary");
  await looked(editor.page);

  const newcomer = await window();
  const phone = newcomer.page;
  await phone.goto(site.newcomer);
  await looked(phone);
  await phone.fill("#name", "Rosalie");
  await phone.click("button.primary");
  await looked(phone);

  // The console and the wall have seen them come in, without being touched.
  const row = facilitator.page.locator("#rows tr", { hasText: "Rosalie" });
  await row.waitFor();
  await projector.page.waitForFunction((old) => document.querySelector(".big").textContent !== old, before);
  assert.ok(!(await projector.page.content()).includes("Rosalie"));

  await phone.click("button[value=tell]");
  await looked(phone);
  await phone.click(".starters button >> nth=0");
  assert.match(await phone.inputValue("#idea"), /^Ce que j’ai appris/);
  await phone.fill("#idea", "Le silence fait partie du tour de table");
  await phone.click("form button.primary");
  await looked(phone);
  await phone.fill("#learnt", "Attendre dix secondes de plus change tout : les personnes discrètes finissent par parler, et la salle écoute autrement, sans se presser, un soir après l’autre.");
  await phone.waitForFunction(() => document.querySelector(".encourage").textContent.includes("déjà une note"));
  await phone.waitForFunction(() => document.getElementById("etat").textContent === "Enregistré");
  await phone.reload();
  assert.match(await phone.inputValue("#learnt"), /dix secondes/);
  await phone.click("form button.primary");
  await looked(phone);
  assert.ok(!(await facilitator.page.content()).includes("dix secondes"), "a draft is nobody else's");

  await phone.click("a.hand");
  await looked(phone);
  await phone.click("button[value=words]");
  await row.locator("text=ne sait pas quoi écrire").waitFor();
  await looked(phone);
  await phone.click("form[action$='/baissee'] button");

  await phone.goto(new URL(code() + "/parcours/apercu", site.newcomer).href);
  await phone.click("form[action$='/parcours/apercu'] button");
  await phone.waitForSelector("button[value=everyone]");
  await looked(phone);
  await phone.click("button[value=everyone]");
  await phone.waitForSelector(".underway");
  await looked(phone);
  await phone.click(".underway a.primary");
  await phone.waitForSelector(".joy");
  await looked(phone);
  assert.match(await phone.textContent(".joy"), /L’atelier compte maintenant/);
  await row.locator(".cell-done >> nth=4").waitFor();
  await facilitator.page.locator("#notes a", { hasText: "Le silence" }).waitFor();

  const thanked = phone.locator("section.panel form");
  await thanked.locator("#words").fill("Merci, je retiens le tableau.");
  await thanked.locator("button.primary").click();
  await phone.waitForLoadState();
  await looked(phone);

  // The editor finds the note by its words, changes it, compares, puts it back.
  const desk = editor.page;
  await desk.goto(new URL("/recherche?q=silences", site.newcomer).href);
  await looked(desk);
  await desk.click("article a >> nth=0");
  await looked(desk);
  const note = desk.url();
  // It is closed: whoever would write it too asks, and its author answers on their phone.
  await desk.click("details:has(form[action$='/auteurs/demande']) summary");
  await desk.click("form[action$='/auteurs/demande'] button");
  await looked(desk);
  await phone.goto(`${note}/auteurs`);
  await looked(phone);
  await phone.click("button[name=answer][value=yes]");
  await phone.waitForSelector("#asking", { state: "detached" });
  await desk.goto(note);
  await desk.click("a[href$='/modifier']");
  await looked(desk);
  const text = await desk.inputValue("#body");
  await desk.fill("#body", text.replace("dix secondes", "quinze secondes"));
  await desk.fill("#summary", "Plus de temps");
  await desk.click("form button.primary");
  await desk.goto(note + "/historique");
  await looked(desk);
  await desk.click("a[href$='?comparer=1']");
  await desk.waitForSelector("#compare");
  await looked(desk);
  await desk.click("#compare button");
  assert.match(await desk.textContent(".diff"), /quinze/);
  assert.equal(await desk.locator(".diff del").count(), 1);
  await looked(desk);
  await desk.goto(note + "/versions/2");
  await looked(desk);
  await desk.click("form.panel button");
  assert.match(await desk.textContent(".prose"), /dix secondes/);

  for (const one of [newcomer, facilitator, projector, editor]) {
    assert.deepEqual(one.troubles, []);
    await one.context.close();
  }
});

test("every other page, as someone with an account", async () => {
  const desk = await window({ viewport: DESK });
  await desk.page.goto(site.facilitator);
  await desk.page.click("button.primary");
  const pages = ["/", "/notes", "/a", "/ateliers", "/ateliers/nouveau", "/moi", "/reprendre",
    "/connexion", "/ce-qui-est-enregistre", "/code-source"];
  for (const path of pages) {
    await desk.page.goto(new URL(path, site.newcomer).href);
    await looked(desk.page);
  }
  assert.deepEqual(desk.troubles, []);
  await desk.page.goto(new URL("/nulle-part", site.newcomer).href);
  await looked(desk.page);
  await desk.context.close();
});

test("a phone without scripts goes all the way, in English too", async () => {
  const { context, page } = await window({ javaScriptEnabled: false, locale: "en-CA" });
  await page.goto(site.newcomer);
  assert.match(await page.textContent("h1"), /Premiers pas/);
  await page.fill("#name", "Sasha");
  await page.click("button.primary");
  await page.click("button[value=transpose]");
  await page.fill("#text", "Compte rendu du mardi\n\nCe que nous retenons :\n\n  • Attendre.\n  • Écouter.\n");
  await page.click("form button.primary");
  assert.equal(await page.inputValue("#title"), "Compte rendu du mardi");
  await page.click("form button.primary");
  assert.equal(await page.locator(".prose li").count(), 2);
  await page.click("form button.primary");
  assert.match(await page.textContent("h1"), /on its way/);
  await page.click(".underway a.primary");
  assert.match(await page.textContent("h1"), /It is done/);
  await page.fill("#words", "Thank you, I will remember this.");
  await page.click("section.panel form button.primary");
  await page.click("a[href='/compte']");
  await page.fill("#email", "sasha@exemple.org");
  await page.fill("#password", "un sillage sur le lac");
  await page.click("form button.primary");
  assert.match(await page.textContent("main"), /Compte rendu du mardi/);
  await context.close();
});

test("the path can be walked with the keyboard alone", async () => {
  const { context, page } = await window();
  await page.goto(site.newcomer);
  await page.focus("#name");
  await page.keyboard.press("Enter");
  await page.waitForURL(/porte/);
  for (let tries = 0; tries < 20; tries += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.value === "tell")) break;
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/idee/);
  await page.focus("#idea");
  await page.keyboard.type("Au clavier");
  await page.keyboard.press("Enter");
  await page.waitForURL(/brouillon/);
  assert.equal(await page.inputValue("#title"), "Au clavier");
  await context.close();
});

test("at 320 pixels nothing is cut off", async () => {
  const { context, page } = await window({ viewport: { width: 320, height: 640 } });
  for (const path of ["/", code(), "/a", "/notes", "/connexion"]) {
    await page.goto(new URL(path, site.newcomer).href);
    const wide = await page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, path);
  }
  await context.close();
});
