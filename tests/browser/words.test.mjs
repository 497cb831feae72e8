// Words as people bring them: names and notes that are read from the right, and words that
// are looked for with a slip.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { demo, launch, looked, open } from "./support.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), demo()]); });
after(async () => { await browser?.close(); await site?.stop(); });

const at = (path) => new URL(path, site.newcomer).href;

/** The edges of the words that match, where they are seen in an element. */
function edges(page, selector, words) {
  return page.evaluate(([selector, words]) => {
    const element = document.querySelector(selector);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.data.indexOf(words);
      if (from < 0) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + words.length);
      const { left, right, width } = range.getBoundingClientRect();
      return { left, right, width };
    }
    throw new Error(`${words} is not in ${element?.textContent}`);
  }, [selector, words]);
}

test("a slip is forgiven, on a phone, in a field one can write in", async () => {
  const { context, page, troubles } = await open(browser, site);
  await page.goto(at("/recherche?q=acueil"));
  assert.match(await page.textContent("main"), /Vouliez-vous dire/);
  assert.ok(await page.locator(".cards article").count() > 0);
  assert.match((await page.textContent("mark >> nth=0")).toLowerCase(), /accueil/);
  const { width } = await page.locator("#q").boundingBox();
  assert.ok(width >= 200, `the field is ${width} wide`);
  await page.click(".lead a");
  await page.waitForURL(/q=accueil/);
  await looked(page);
  assert.deepEqual(troubles, []);
  await context.close();
});

test("what follows a name from the right is where it is after another", async () => {
  for (const name of ["Ana", "דרוזין 12", "برمل (3)", "\u202eOstavelle", "Brume \u2067essai"]) {
    const { context, page, troubles } = await open(browser, site);
    await page.goto(site.newcomer);
    await page.fill("#name", name);
    await page.click("button.primary");
    await page.click("button[value=tell]");
    await page.fill("#idea", "Une idée");
    await page.click("form button.primary");
    await page.fill("#context", "# عنوان\n\nهذا نص ثم mot.\n\n- أولا\n- ثانيا\n\nUn mot.");
    await page.click("form button.primary");
    await page.goto(at("/moi"));
    await page.goto(at(await page.getAttribute("main article a[href^='/notes/']", "href")));
    assert.ok(!(await page.content()).includes("\u202e"));
    const before = await edges(page, "p.by", "Par");
    const after = await edges(page, "p.by", "vous seul·e");
    assert.ok(before.right < after.left, `${name}: ${before.right} before ${after.left}`);
    const kept = name.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
    const shown = await edges(page, "p.by", kept);
    assert.ok(before.right <= shown.left && shown.right <= after.left, `${name} is between`);
    const prose = await page.locator(".prose").boundingBox();
    for (const words of ["عنوان", "هذا", "أولا", "ثانيا"]) {
      const { right } = await edges(page, ".prose", words);
      assert.ok(prose.x + prose.width - right < 60, `${words} begins at the right`);
    }
    const { left } = await edges(page, ".prose", "Un mot.");
    assert.ok(left - prose.x < 5, "and French at the left");
    assert.deepEqual(troubles, []);
    await context.close();
  }
});
