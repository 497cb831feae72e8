// What the tests of words and of live pages stand on: a browser, a demonstration, the same behind
// a proxy that can fail, and windows that are closed after each test. Importing it is enough.
import { after, afterEach, before } from "node:test";
import { demo, launch } from "./support.mjs";
import { proxy } from "./proxy.mjs";

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

/** Waits until `test` is true in the page. */
export const until = (page, test, what) => page.waitForFunction(test, what, { polling: 100 });
/** Waits until the pill at the top says these words. */
export const says = (page, words) => until(page, (one) => new RegExp(one).test(document.getElementById("etat")?.textContent), words);
