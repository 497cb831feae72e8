// A phone whose network goes away: the path is kept when it comes in, writing goes on for
// as long as it takes, and everything arrives once, in order.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { demo, empty, launch, looked, open, until } from "./support.mjs";

let browser, site, phone;
afterEach(async () => { await phone?.context.close(); });
before(async () => { [browser, site] = await Promise.all([launch(), demo()]); });
after(async () => { await browser?.close(); await site?.stop(); });

const kept = (page) => page.evaluate(async () => {
  const cache = await caches.open("sillage-parcours");
  return (await cache.keys()).map((request) => new URL(request.url).pathname + new URL(request.url).search);
});
const waiting = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("sillage:envois") || "[]").length);

/** In, with the path kept on the phone. */
async function comeIn(name) {
  const phone = await open(browser, site);
  await phone.page.goto(site.newcomer);
  await phone.page.fill("#name", name);
  await phone.page.click("button.primary");
  await until(phone.page, async () => {
    const cache = await caches.open("sillage-parcours");
    const kept = (await cache.keys()).map((request) => request.url);
    const needed = ["porte?vierge=1", "idee?vierge=1", "brouillon?vierge=1", "apercu?vierge=1", "publication?vierge=1", "merci?vierge=1", "main", "main?signe=1"];
    return needed.every((word) => kept.some((url) => url.endsWith(`/${word}`)));
  });
  await until(phone.page, () => navigator.serviceWorker.controller);
  return phone;
}

test("a whole note is written without network and arrives once", async () => {
  phone = await comeIn("Hors Ligne");
  const { page, context } = phone;
  await context.setOffline(true);
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  await page.fill("#idea", "Une note écrite sans réseau");
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
  assert.equal(await waiting(page), 2);
  await page.fill("#learnt", "Le réseau peut attendre, pas les mots.");
  await page.click("form button.primary");
  await page.waitForSelector("text=L’aperçu viendra avec le réseau");
  await looked(page);
  await page.click("form button.primary");
  await page.waitForSelector("button[name=visibility]");
  await page.click("form button.primary");
  await page.waitForSelector("text=C’est gardé sur ce téléphone");
  assert.equal(await waiting(page), 5, "door, idea, draft, look, publication");
  await context.setOffline(false);
  await empty(page);
  await page.goto(`${new URL(site.newcomer).origin}/notes`);
  const notes = await page.locator("a", { hasText: "Une note écrite sans réseau" }).count();
  assert.equal(notes, 1, "once, and no more");
  await page.click("text=Une note écrite sans réseau");
  assert.match(await page.textContent("article"), /Le réseau peut attendre/);
});

test("a form that falls on its way is caught, and its writer goes on", async () => {
  phone = await comeIn("Wifi Pauvre");
  const { page, context } = phone;
  await page.click("button[value=tell]");
  await page.fill("#idea", "Une idée tombée en route");
  // The phone believes it is online; the network drops what it sends.
  await page.evaluate(() => Object.defineProperty(navigator, "onLine", { get: () => true }));
  await context.setOffline(true);
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
  await context.setOffline(false);
  await empty(page);
  await page.goto(`${new URL(site.newcomer).origin}${new URL(site.newcomer).pathname}/parcours`);
  await page.waitForFunction(() => document.querySelector("#title")?.value === "Une idée tombée en route");
});

test("a hand goes up without network: the phone itself is shown, and the hand follows", async () => {
  phone = await comeIn("Main Levée");
  const { page, context } = phone;
  await context.setOffline(true);
  await page.click("a.hand");
  await page.click("button[value=connection]");
  await page.waitForSelector(".hand-sign");
  assert.match(await page.textContent("h1"), /Montrez cet écran/);
  await context.setOffline(false);
  await empty(page);
  await page.click("a.button.primary");
  await page.waitForSelector("text=Main levée");
});

test("words the site refuses stay on the phone, to be copied", async () => {
  phone = await comeIn("Trop Long");
  const { page, context } = phone;
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  await context.setOffline(true);
  const words = "mot ".repeat(90);
  await page.fill("#idea", words);
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
  assert.equal(await waiting(page), 1);
  await context.setOffline(false);
  await page.goto(`${new URL(site.newcomer).origin}${new URL(site.newcomer).pathname}/parcours/porte`);
  await page.waitForSelector("#envois:not([hidden])");
  assert.ok((await page.inputValue("#envois-mots")).includes("mot mot mot"));
  await page.click("#envois button");
  assert.equal(await waiting(page), 0);
});

test("what one person left unsent is neither sent nor shown as somebody else", async () => {
  phone = await comeIn("Première");
  const { page, context } = phone;
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  await context.setOffline(true);
  await page.fill("#idea", "Une idée de la première personne");
  await page.click("form button.primary");
  await page.waitForSelector("#learnt");
  await context.clearCookies();
  await context.setOffline(false);
  await page.goto(site.newcomer);
  await page.fill("#name", "Seconde");
  await page.click("button.primary");
  await page.waitForSelector("button[value=tell]");
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  assert.equal(await page.inputValue("#idea"), "");
  assert.ok(await page.isHidden("#envois"));
  assert.equal(await waiting(page), 1, "it waits for whoever wrote it");
});

test("nothing but the path is kept, and signing out forgets it", async () => {
  phone = await comeIn("Discrète");
  const addresses = await kept(phone.page);
  assert.ok(addresses.every((one) => /^\/a\/[^/]+\/(parcours|main)/.test(one)), addresses.join(" "));
  await phone.page.goto(`${new URL(site.newcomer).origin}/deconnexion`);
  await phone.page.click("form[action='/deconnexion'] button");
  await phone.page.waitForURL((url) => !url.pathname.startsWith("/deconnexion"));
  assert.deepEqual(await kept(phone.page), []);
});

test("a wifi that answers in our place takes no word", async () => {
  // A phone on plain http, where nothing stands by: the wifi answers every form with its own page.
  phone = await open(browser, site);
  const { page } = phone;
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }));
  await page.goto(site.newcomer);
  await page.fill("#name", "Portail");
  await page.click("button.primary");
  await page.click("button[value=tell]");
  await page.waitForSelector("#idea");
  const portal = async (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<title>Wifi de l’école</title>" });
  await page.route("**/*", portal);
  await page.fill("#idea", "Une idée que le wifi n’aura pas");
  await page.click("form button.primary");
  await page.waitForFunction(() => /pas sur Internet/.test(document.getElementById("etat").textContent), null, { polling: 100 });
  assert.equal(await waiting(page), 1);
  await page.unroute("**/*", portal);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  // The words leave by themselves, and their writer is taken to the next step.
  await page.waitForFunction(() => document.querySelector("#title")?.value === "Une idée que le wifi n’aura pas");
  assert.equal(await waiting(page), 0);
});
