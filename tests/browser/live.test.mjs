// Live pages behind what really stands between a browser and a site: they come back after any
// answer, hold one connection a browser, let go of it when nobody looks, keep the focus where
// it is, and say aloud one short sentence.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, looked, open } from "./support.mjs";
import { answers, cut, portal } from "./proxy.mjs";
import { browser, near, opened, site, until } from "./stage.mjs";

const isStream = (req) => /\/direct/.test(req.url);
async function eventually(test, what) {
  for (let tries = 0; tries < 150 && !test(); tries++) await new Promise((done) => setTimeout(done, 100));
  assert.ok(test(), what);
}

/** A facilitator in the console of an open workshop, through the proxy. */
async function console_(options = {}) {
  const one = await open(browser, near, { viewport: DESK, ...options });
  opened.push(one);
  const { page } = one;
  await page.goto(near.facilitator);
  await page.click("button.primary");
  await page.waitForLoadState();
  await page.goto(`${near.origin}/ateliers/nouveau`);
  await page.fill("#title", "Soirée en direct");
  await page.click("form[action='/ateliers'] button.primary");
  await page.waitForURL(/\/ateliers\/[0-9a-f]/);
  const base = page.url();
  await page.goto(`${base}/console`);
  await page.click("text=Ouvrir l’atelier");
  await page.waitForSelector("strong.code");
  const code = (await page.textContent("strong.code")).replace(/\s/g, "");
  await page.goto(`${base}/console`);
  const screen = await page.getAttribute("a[target=_blank]", "href");
  return { ...one, base, code, screen: near.origin + new URL(screen, near.origin).pathname + new URL(screen, near.origin).search };
}
/** Someone in the room; on the site itself, not through the proxy. */
async function guest(code, name) {
  const one = await open(browser, site);
  opened.push(one);
  await one.page.goto(new URL(`/a/${code}`, site.newcomer).href);
  await one.page.fill("#name", name);
  await one.page.click("button.primary");
  await one.page.waitForSelector("a.hand");
  return one.page;
}
async function raise(phone, code) {
  await phone.goto(new URL(`/a/${code}/main`, site.newcomer).href);
  await phone.click("button[value=words]");
  await phone.waitForSelector("text=main est levée");
}
const inRoom = (page, name) => page.waitForSelector(`#rows >> text=${name}`);

for (const [what, rules] of [
  ["502 then 503, in HTML", [answers(502), answers(503)]],
  ["a wifi that answers in its place", [portal, portal]],
  ["a cable that is cut", [cut, cut]],
]) {
  test(`C16: ${what}, for ten seconds: console and screen come back`, async () => {
    const { page, context, code, screen } = await console_();
    const wall = await context.newPage();
    await wall.goto(screen);
    await eventually(() => near.open().length > 0, "a stream is held");
    const [first, second] = rules;
    near.rule = (req) => (isStream(req) ? first : null);
    near.sever();
    for (const one of [page, wall]) {
      await one.waitForSelector("#live-state:not([hidden])");
      assert.equal(await one.textContent("#live-state"), "Connexion perdue. On se reconnecte…");
    }
    await page.waitForTimeout(5000);
    near.rule = (req) => (isStream(req) ? second : null);
    await page.waitForTimeout(5000);
    near.rule = null;
    await guest(code, `Revenante ${what.length}`);
    await inRoom(page, `Revenante ${what.length}`);
    for (const one of [page, wall]) await until(one, () => document.getElementById("live-state").hidden);
  });
}

test("C16: the session ends while the console is open: a sentence, and a way in that returns", async () => {
  const { page, context, code } = await console_();
  await eventually(() => near.open().length === 1, "the console listens");
  await context.clearCookies();
  near.sever();
  await page.waitForSelector("#live-state a");
  assert.match(await page.textContent("#live-state"), /Votre session est terminée/);
  assert.match(await page.getAttribute("#live-state a", "href"), /^\/connexion\?retour=\/ateliers\/.*\/console$/);
  assert.ok(code);
});

test("C17: six consoles and screens on plain http, one connection, and any page opens", async () => {
  const { page, context, base, screen, code } = await console_();
  const pages = [page];
  for (const address of [screen, `${base}/console`, screen, `${base}/console?ordre=arrivee`, screen]) {
    const one = await context.newPage();
    await one.goto(address);
    pages.push(one);
  }
  await eventually(() => near.open().length === 1, "one connection is held");
  const any = await context.newPage();
  await any.goto(`${near.origin}/notes`, { timeout: 2000 });
  assert.equal(near.open().length, 1, near.open().join("\n"));
  // And each of them is live.
  await guest(code, "Sixte");
  for (const one of pages) {
    await until(one, () => (document.getElementById("rows") ? /Sixte/.test(document.getElementById("rows").textContent) : /premières personnes/.test(document.querySelector("[data-aloud]").textContent)));
  }
});

test("C17: where pages share nothing, each listens for itself", async () => {
  const { page, code } = await console_();
  await page.addInitScript(() => { delete window.SharedWorker; });
  await page.reload();
  await guest(code, "Solitaire");
  await inRoom(page, "Solitaire");
});

test("a page that nobody looks at lets its connection go, and misses nothing", async () => {
  const { page, code } = await console_();
  await eventually(() => near.open().length === 1, "held");
  const turn = (hidden) => page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { get: () => value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
  await turn(true);
  await eventually(() => near.open().length === 0, "let go");
  await guest(code, "Pendant l’absence");
  await turn(false);
  await inRoom(page, "Pendant l’absence");
});

test("C28: the focus stays, the new hand is there, and one short sentence is said", async () => {
  const { page, code } = await console_();
  const first = await guest(code, "Léa");
  const second = await guest(code, "Omar");
  await inRoom(page, "Omar");
  await page.evaluate(() => {
    window.said = [];
    new MutationObserver(() => { const text = document.getElementById("said").textContent; if (text) window.said.push(text); })
      .observe(document.getElementById("said"), { childList: true, characterData: true, subtree: true });
  });
  assert.equal(await page.locator("[aria-live], [role=status], [role=alert], [role=log]").count(), 1, "one region");
  // A person finishes a step while the focus is on them.
  await page.focus("#rows a:has-text('Léa')");
  await first.click("button[value=tell]");
  await first.waitForSelector("#idea");
  await page.waitForSelector("tr:has-text('Léa') .cell-done");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Léa");
  // A hand goes up while the focus is in the list of hands.
  await raise(first, code);
  await page.waitForSelector("#hands >> text=Léa");
  await until(page, () => window.said.includes("Léa a levé la main"));
  await page.focus("#hands button[value=settle]");
  await raise(second, code);
  await page.waitForSelector("#hands >> text=Omar");
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /Léa/);
  await until(page, () => window.said.includes("Omar a levé la main"));
  const said = await page.evaluate(() => window.said);
  assert.ok(said.every((one) => one.length < 60), said.join(" | "));
  await looked(page);
});
