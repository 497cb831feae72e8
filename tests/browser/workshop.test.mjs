// Every page of the workshop mode, before, during and after, looked at by axe at 360 and
// at 1280 pixels, light and dark; the note keeper's keyboard; the replay.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, demo, launch, looked, open } from "./support.mjs";

let browser, site, origin;
before(async () => {
  [browser, site] = await Promise.all([launch(), demo()]);
  origin = new URL(site.newcomer).origin;
});
after(async () => { await browser?.close(); await site?.stop(); });

const pictures = process.env.PICTURES;
/** Looks, and keeps a picture of each size and light when asked. */
async function seen(page, name) {
  await looked(page);
  if (!pictures) return;
  for (const [size, width, height] of [["phone", 360, 740], ["desk", 1280, 800]]) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${pictures}/${name}-${size}-${colorScheme}.png`, fullPage: true });
    }
  }
}

async function facilitator() {
  const window = await open(browser, site, { viewport: DESK });
  await window.page.goto(site.facilitator);
  await window.page.click("button.primary");
  await window.page.waitForLoadState();
  return window;
}

/** A workshop of `script`, open: its address, and its code. */
async function prepare(page, script) {
  await page.goto(`${origin}/ateliers/nouveau`);
  await page.check(`input[name=script][value=${script}]`);
  await page.fill("#title", "Soirée de novembre");
  await page.fill("#goal", "8");
  await page.click("form[action='/ateliers'] button.primary");
  await page.waitForURL(/ateliers\/[0-9a-f]{32}$/);
  const base = page.url();
  await page.goto(`${base}/console`);
  await page.click("text=Ouvrir l’atelier");
  const code = (await page.textContent("strong.code")).replace(/\s/g, "");
  return { base, code };
}

test("before: prepared in one page, arranged, handed over, printed", async () => {
  const { page } = await facilitator();
  await page.goto(`${origin}/ateliers/nouveau`);
  assert.ok(await page.locator("form[action='/ateliers'] :is(fieldset, .field, label.check):not(fieldset *)").count() <= 12);
  await seen(page, "nouveau");
  const { base } = await prepare(page, "premiere-note-75");
  for (const [path, name] of [["", "atelier"], ["/deroule", "deroule"], ["/roles", "roles"], ["/feuille", "feuille"]]) {
    await page.goto(base + path);
    await seen(page, name);
  }
  await page.goto(`${base}/roles`);
  await page.click("section:has(h2#r-notes) form[action$='/roles/lien'] button");
  await page.waitForSelector("#link");
  await seen(page, "role-lien");
  const link = await page.textContent("#link");
  const other = await open(browser, site);
  await other.page.goto(link);
  await seen(other.page, "role");
});

test("during: nine steps on a phone, one act on each", async () => {
  const { page: desk } = await facilitator();
  const { base, code } = await prepare(desk, "premiere-note-75");
  const { page: phone } = await open(browser, site);
  await phone.goto(`${origin}/a/${code}`);
  await phone.fill("#name", "Rosalie");
  await phone.click("button.primary");
  await phone.waitForSelector("#region");
  await seen(phone, "tour-de-table");
  await phone.fill("#region", "Estrie");
  await phone.check("input[name=quote]");
  await phone.click("form button.primary");
  await phone.waitForSelector(".reactions, .empty");
  await seen(phone, "lecture");
  await phone.click(".reactions button >> nth=0");
  await phone.waitForSelector(".door");
  await seen(phone, "porte");
  await phone.click("button[value=dictate]");
  await phone.waitForSelector("text=Qui écrit pour vous");
  await seen(phone, "dictee");
  await phone.goto(`${origin}/a/${code}/parcours/porte`);
  await phone.click("button[value=complete]");
  await phone.waitForSelector("h1:has-text('Compléter')");
  await seen(phone, "completer");
  await phone.goto(`${origin}/a/${code}/scribe`);
  await seen(phone, "scribe");
  await phone.goto(`${origin}/a/${code}/parcours/porte`);
  await phone.click("button[value=transpose]");
  await phone.waitForSelector("#text");
  await phone.click("text=C’est sur papier");
  await phone.setInputFiles("#photo", { name: "page.png", mimeType: "image/png", buffer: await phone.screenshot() });
  await phone.click("text=Apporter ce fichier");
  await phone.waitForSelector(".photos img");
  await seen(phone, "matiere");
  // Chosen and not brought: said at the top of the page, where one is.
  await phone.fill("#text", "Déjà tapé");
  await phone.click("text=C’est sur papier");
  await phone.setInputFiles("#photo", { name: "page.txt", mimeType: "text/plain", buffer: Buffer.from("Du texte") });
  await phone.click("form button.primary");
  await phone.waitForSelector("#photo-notice, #text-notice");
  const told = phone.locator("[role=alert]", { hasText: "n’est pas encore apporté" });
  assert.ok((await told.boundingBox()).y < phone.viewportSize().height / 2);
  assert.equal(await phone.inputValue("#text"), "Déjà tapé");
  await phone.goto(`${origin}/a/${code}/parcours/porte`);
  await phone.click("button[value=tell]");
  await phone.fill("#idea", "Le silence aide");
  await phone.click("form button.primary");
  await phone.fill("#context", "Nous étions douze.");
  await phone.click("form button.primary");
  await phone.waitForSelector("form[action$='/regard/demande'] button");
  await phone.click("form[action$='/regard/demande'] button");
  await phone.waitForSelector("text=Quelqu’un va relire");
  // The clock proposes, the room is told something, and nobody is pulled anywhere.
  await desk.goto(`${base}/console`);
  await desk.click("form[action$='/rythme/depart'] button.primary");
  await desk.fill("#say", "On se retrouve dans cinq minutes.");
  await desk.click("form[action$='/annonce'] button");
  await desk.waitForLoadState();
  await phone.reload();
  await phone.waitForSelector("text=On se retrouve");
  await seen(phone, "apercu");
  await phone.click("form[action$='/parcours/apercu'] button");
  await phone.waitForSelector("button[value=writer]");
  await seen(phone, "publication");
  await phone.click("form button.primary");
  await phone.waitForSelector(".underway");
  await seen(phone, "en-route");
  await phone.click(".underway a.primary");
  await phone.waitForURL(/merci/);
  await seen(phone, "merci");
  await phone.goto(`${origin}/a/${code}/parcours/relier`);
  await seen(phone, "relier");
  await phone.goto(`${origin}/a/${code}/parcours/cloture`);
  await seen(phone, "au-revoir");
  await phone.goto(`${origin}/a/${code}/regard`);
  await seen(phone, "regard");
  await phone.goto(`${origin}/a/${code}/mur`);
  await seen(phone, "mur");
  await desk.goto(`${base}/console`);
  await seen(desk, "console");
  await desk.goto(`${base}/tour-de-table`);
  await seen(desk, "tour-console");
  await desk.goto(`${base}/console#ecran`);
  await seen(desk, "console-ecran");
  await desk.click("tr[data-person] a");
  await seen(desk, "personne");
  await desk.goto(`${base}/cloture`);
  await seen(desk, "cloture");
  const screen = await desk.goto(`${base}/console`).then(() => desk.getAttribute("a[target=_blank]", "href"));
  for (const scene of ["enter", "together", "wall", "eyes-up", "thanks"]) {
    await desk.goto(`${base}/console`);
    await desk.evaluate(() => { location.hash = "ecran"; });
    await desk.click(`button[name=scene][value=${scene}]`);
    await desk.waitForLoadState();
    const wall = await open(browser, site, { viewport: DESK });
    await wall.page.goto(new URL(screen, origin).href);
    await seen(wall.page, `ecran-${scene}`);
    await wall.context.close();
  }
});

test("the note keeper types as fast as people speak; the synthesis and its sources", async () => {
  const { page } = await facilitator();
  const { base } = await prepare(page, "rencontre");
  await page.goto(`${base}/releve`);
  for (const line of ["a/ Attendre change tout", "- dix secondes", "  - même à distance", "i/ Une note par semaine", "q/ Qui relit ?"]) {
    await page.fill("#words", line);
    await page.press("#words", "Enter");
    await page.waitForSelector(`.outline >> text=${line.replace(/^(\S\/|\s*-) /, "")}`);
  }
  await seen(page, "releve");
  assert.equal(await page.locator(".outline .d2").count(), 1);
  await page.click(".outline a >> nth=0");
  await seen(page, "ligne");
  await page.goto(`${base}/releve`);
  await page.click("form[action$='/synthese'] button");
  await page.waitForURL(/\/notes\//);
  await seen(page, "synthese");
  await page.goto(`${base}/sources`);
  await seen(page, "sources");
  await page.goto(`${base}/suivi`);
  await seen(page, "suivi");
});

test("afterwards the workshop plays again", async () => {
  const { page } = await facilitator();
  await page.goto(`${origin}/ateliers`);
  await page.click("article a");
  await page.click("text=Rejouer l’atelier");
  await page.waitForSelector("[data-play]:not([hidden])");
  await seen(page, "rejouer");
  await page.click("[data-play]");
  await page.waitForFunction(() => document.querySelector("#t").value === document.querySelector("#t").max, null, { polling: 200 });
  assert.equal(await page.locator("[data-is='0']").count(), 0);
});

test("at 320 pixels and at four times the size nothing of it is cut off", async () => {
  const { page } = await facilitator();
  const { base, code } = await prepare(page, "premiere-note-75");
  const pages = ["/ateliers/nouveau", "/ateliers/comparer", "/definitions", ...["", "/deroule", "/roles", "/releve", "/cloture", "/console", "/suivi", "/bilan"].map((one) => new URL(base).pathname + one)];
  const wide = async (where) => {
    const more = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(more <= 0, `${where} is ${more} pixels too wide`);
  };
  await page.setViewportSize({ width: 320, height: 640 });
  for (const one of pages) { await page.goto(origin + one); await wide(one); }
  const { page: phone } = await open(browser, site, { viewport: { width: 320, height: 256 } });
  await phone.goto(`${origin}/a/${code}`);
  await phone.click("button.primary");
  for (const step of ["tour-de-table", "lecture", "porte", "relier", "cloture"]) {
    await phone.goto(`${origin}/a/${code}/parcours/${step}`);
    const more = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(more <= 0, `${step} is ${more} pixels too wide`);
  }
});

test("months later: the report, the workshops side by side, and what figures mean", async () => {
  const { page } = await facilitator();
  await page.goto(`${origin}/ateliers`);
  await page.click("article:last-of-type a");
  const base = page.url();
  await page.goto(`${base}/bilan`);
  await page.waitForSelector("text=Le bilan commence quand l’atelier se termine");
  await page.goto(`${base}/cloture`);
  await page.click("button[formaction$='/cloture/fin']");
  await page.goto(base);
  await page.click("text=Bilan");
  await page.waitForSelector("table.report");
  await seen(page, "bilan");
  // Today is the day of the site's place, whatever the clock of this machine is set to.
  await page.fill("#au", new Intl.DateTimeFormat("fr-CA", { timeZone: "America/Toronto" }).format());
  await page.click("text=Voir ce jour");
  await page.waitForSelector("text=Revenir à aujourd’hui");
  await page.click("text=Définitions\u00a0: Le parcours");
  await page.waitForURL(/definitions#funnel/);
  await seen(page, "definitions");
  await page.goto(`${origin}/ateliers/comparer`);
  await seen(page, "comparer");
});
