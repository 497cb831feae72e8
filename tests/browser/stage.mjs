// What the tests of words and of live pages stand on: a browser, a demonstration, the same behind
// a proxy that can fail, and windows that are closed after each test. Importing it is enough.
import { after, afterEach, before } from "node:test";
import { demo, empty, launch, open, until } from "./support.mjs";
import { proxy } from "./proxy.mjs";

export { empty, until };
export let browser, site, near;
/** What a test opened. */
export const opened = [];

before(async () => {
  [browser, site] = await Promise.all([launch(), demo()]);
  near = await proxy(site);
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.context.close();
  Object.assign(near, { rule: null, lose: null, wait: 0 });
});
after(async () => { await browser?.close(); await near?.stop(); await site?.stop(); });

/** Waits until the pill at the top says these words. */
export const says = (page, words) => until(page, (one) => new RegExp(one).test(document.getElementById("etat")?.textContent), words);

/** Closes a page without network: the browser's own emulation of that ends before the page does, so
 * that the words it sends while it closes would arrive one time in five. */
export async function closeOffline(page) {
  await page.evaluate(() => { window.fetch = async () => { throw new TypeError("no network"); }; });
  await page.close();
}

/** The same site at its own address, through the proxy. */
export const at = (path) => near.origin + path;
/** How many words this browser keeps. */
export const entries = (page) => page.evaluate(() => Object.keys(localStorage).filter((one) => one.startsWith("sillage:mots:")).length);
/** In by `link`, through the proxy, as on plain http: nothing stands by. */
export async function person(link, options = {}) {
  const one = await open(browser, near, options);
  opened.push(one);
  await one.page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }));
  await one.page.goto(link);
  if (link === near.newcomer) await one.page.fill("#name", "Gardienne");
  await one.page.click("button.primary");
  await one.page.waitForURL((url) => !/visite|animer/.test(url.pathname) && url.href !== link);
  return one;
}
/** Others see what was saved a moment later: waits until `words` are in the note at `address`. */
export async function shown(address, words) {
  const isThere = async () => (await (await fetch(address)).text()).split("class=\"prose")[1]?.includes(words);
  for (const end = Date.now() + 10_000; !await isThere();) if (Date.now() > end) throw new Error(`${words} is not shown`);
}
/** Opens a note that everyone may change; where it is. */
export async function aNote(page, search = "chaise+libre") {
  await page.goto(at(`/recherche?q=${search}`));
  await page.click("article a >> nth=0");
  await page.waitForURL(/\/notes\/[0-9a-f-]+/);
  return new URL(page.url()).pathname;
}
