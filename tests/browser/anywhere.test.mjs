// Writing outside a workshop, on a phone: a note of a link, published; a second one, written with
// somebody; what nobody else sees.
import assert from "node:assert/strict";
import { test } from "node:test";
import { demo, go, launch, looked, open, PHONE } from "./support.mjs";

test("S7: from one's corner to a public note, and a second one with a co-author", async () => {
  const [browser, site] = await Promise.all([launch(), demo()]);
  try {
    const origin = new URL(site.newcomer).origin;
    const ahmed = await open(browser, site);
    const { page } = ahmed;
    await page.goto(site.editor);
    await go(page, "main button[type=submit]");
    await page.goto(`${origin}/moi`);
    await go(page, "main a[href='/notes/nouvelle']");
    await looked(page);
    await page.setViewportSize(PHONE);
    await go(page, "a[href$='facon=reference']");
    assert.equal(await page.evaluate(() => document.activeElement.id), "address", "one writes at once");
    await page.fill("#address", "exemple.org/guide");
    await page.fill("#text", "Le guide le plus clair que je connaisse.");
    await go(page, "form#texte button.primary");
    assert.match(page.url(), /nouvelle=1/);
    await go(page, "button[name=visibility][value=everyone]");
    assert.match(await page.textContent("main"), /Votre note est en route/);
    const first = new URL(page.url()).pathname;

    // What is typed and not sent is kept by the phone.
    await page.goto(`${origin}/notes/nouvelle?facon=libre`);
    await page.fill("#title", "À deux");
    await page.fill("#body", "Une idée qui attend quelqu'un.");
    await page.waitForFunction(() => Object.values(localStorage).some((words) => words.includes("attend quelqu")));
    await page.reload();
    await page.waitForFunction(() => document.querySelector("#body").value.includes("attend quelqu"));
    await go(page, "form#texte button.primary");
    const second = new URL(page.url()).pathname;
    await go(page, `a[href='${second}/auteurs']`);
    await go(page, "form.panel button.primary");
    await looked(page);
    await page.setViewportSize(PHONE);
    const link = await page.textContent("#link");

    // Somebody with a phone and no account.
    const other = await open(browser, site);
    await other.page.goto(link);
    assert.doesNotMatch(await other.page.textContent("main"), /À deux/, "what it is called is for those who read it");
    await looked(other.page);
    await other.page.setViewportSize(PHONE);
    await other.page.fill("#name", "Framboise");
    await go(other.page, "main button.primary");
    assert.equal(new URL(other.page.url()).pathname, second);
    assert.match(await other.page.textContent("main"), /Par .* et Framboise/);

    // An outsider sees the first, and nothing of the second.
    const outsider = await open(browser, site);
    await outsider.page.goto(origin + first);
    assert.match(await outsider.page.textContent("main"), /Le guide le plus clair/);
    for (const place of ["/", "/notes", "/recherche?q=attend"]) {
      await outsider.page.goto(origin + place);
      assert.doesNotMatch(await outsider.page.content(), /À deux|attend quelqu/, place);
    }
    const answer = await outsider.page.goto(origin + second);
    assert.equal(answer.status(), 404);
    for (const one of [ahmed, other]) assert.deepEqual(one.troubles, []);
  } finally {
    await browser.close();
    await site.stop();
  }
});
