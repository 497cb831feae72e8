// A first note from a phone: five taps and a sentence, each main button on the first screen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { demo, DESK, go, launch, open, PHONE } from "./support.mjs";

/** The first screen of a phone, over the bar where one raises a hand. */
const FOLD = 688;

test("L1: five taps and a sentence, and the note is on its way", async () => {
  const [browser, site] = await Promise.all([launch(), demo()]);
  const { page, troubles } = await open(browser, site, { viewport: PHONE });
  let taps = 0;
  /** Taps what is the main thing to do here, where a thumb finds it without scrolling. */
  const tap = async (selector) => {
    const one = page.locator(selector).first();
    const box = await one.boundingBox();
    assert.ok(box && box.y + box.height <= FOLD, `${page.url()}: ${selector} ends at ${box && box.y + box.height}`);
    const arrived = page.waitForEvent("domcontentloaded");
    await one.click();
    await arrived;
    taps += 1;
  };
  await page.goto(site.newcomer);
  await tap("form button.primary");
  await tap("button[value=tell]");
  assert.equal(await page.evaluate(() => document.activeElement.id), "idea", "one writes at once");
  await page.keyboard.type("Une chaise de plus à la table");
  await tap("form button.primary");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA");
  await page.locator("form button.primary").first().scrollIntoViewIfNeeded();
  const arrived = page.waitForEvent("domcontentloaded");
  await page.locator("form button.primary").first().click();
  await arrived;
  taps += 1;
  await tap("button.primary[name=visibility]");
  assert.match(await page.textContent("h1"), /Votre note est en route/);
  assert.equal(taps, 5);
  assert.match(await page.textContent("main"), /Une chaise de plus à la table/);
  await tap("a.primary");
  assert.match(page.url(), /parcours\/merci$/);
  assert.deepEqual(troubles, []);
  await browser.close();
  await site.stop();
});

test("the steps of the long path that ask one thing have their button on the first screen", async () => {
  const [browser, site] = await Promise.all([launch(), demo()]);
  const origin = new URL(site.newcomer).origin;
  const { page: desk } = await open(browser, site, { viewport: DESK });
  await desk.goto(site.facilitator);
  await go(desk, "button.primary");
  await desk.goto(`${origin}/ateliers/nouveau`);
  await desk.check("input[name=script][value=premiere-note-75]");
  await desk.fill("#title", "Soirée de novembre");
  await go(desk, "form[action='/ateliers'] button.primary");
  await desk.goto(`${desk.url()}/console`);
  await desk.click("text=Ouvrir l’atelier");
  const code = (await desk.textContent("strong.code")).replace(/\s/g, "");
  const { page, troubles } = await open(browser, site, { viewport: PHONE });
  const low = [];
  /** Looks where the main button of a page ends, then presses it. */
  const step = async (name, fill, selector = "main form button.primary", asksOne = true) => {
    await page.goto(`${origin}/a/${code}/parcours/${name}`);
    await fill?.();
    await page.evaluate(() => scrollTo(0, 0));
    const box = await page.locator(selector).first().boundingBox();
    if (asksOne && (!box || box.y + box.height > FOLD)) low.push(`${name}: ${box && box.y + box.height}`);
    await go(page, selector);
  };
  await page.goto(`${origin}/a/${code}`);
  await page.fill("#name", "Rosalie");
  await go(page, "button.primary");
  // These two ask several things, all optional: their button is under them.
  await step("tour-de-table", null, undefined, false);
  await step("porte", null, "button[value=tell]");
  await step("idee", () => page.fill("#idea", "Le silence aide"));
  await step("brouillon", null, undefined, false);
  await step("apercu", null, "form[action$='/parcours/apercu'] button");
  await step("publication");
  await step("cloture");
  assert.deepEqual(low, []);
  assert.deepEqual(troubles, []);
  await browser.close();
  await site.stop();
});
