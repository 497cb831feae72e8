// The wall, in its fullest state, holds on a projector of 1280 by 720, and of four thousand.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { facilitates, found, someone, writes } from "./commons.mjs";
import { launch, serve } from "./support.mjs";

const SCENES = ["enter", "round", "together", "wall", "eyes-up", "review", "thanks"];
const REGIONS = ["Abitibi-Témiscamingue", "Bas-Saint-Laurent", "Capitale-Nationale", "Centre-du-Québec", "Chaudière-Appalaches", "Côte-Nord",
  "Gaspésie–Îles-de-la-Madeleine", "Nord-du-Québec", "Saguenay–Lac-Saint-Jean"];
const INTERESTS = ["Animer une communauté", "Écrire ce qu'on apprend", "Outils numériques", "Se rencontrer en personne", "Apprendre ensemble",
  "Prendre des décisions ensemble", "Trouver de l'argent", "Accueillir les nouvelles personnes"];

test("S5: nine steps, eight titles, a goal: nothing of the wall is cut", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sillage-wall-"));
  const [browser, site] = await Promise.all([launch(), serve(folder, {})]);
  const marie = await someone(browser, site.origin);
  await facilitates(marie, site.first);
  const base = await marie.act("/ateliers", {
    script: "premiere-note-75", title: "Une soirée d'écriture au local communautaire de la rue Fabre", places: "40", goal: "24", tone: "vous",
  });
  await marie.act(`${base}/ouverture`, {});
  const desk = await marie.get(`${base}/console`);
  const code = found(desk, /<strong class="code">([^<]+)/).replace(/\s/g, "");
  for (let one = 0; one < 9; one += 1) {
    const guest = await someone(browser, site.origin);
    await guest.act(`/a/${code}`, { name: `Personne ${one}` });
    await guest.act(`/a/${code}/parcours/tour-de-table`, { region: REGIONS[one], interest: INTERESTS[one % INTERESTS.length] });
    await writes(guest, code, `Ce que nous avons appris en attendant dix secondes de plus (${one})`, "everyone");
  }
  const item = found(desk, /name="item" value="([^"]+)"/);
  await marie.act(`${base}/rythme/depart`, { item });
  const screen = found(desk, /href="([^"]+\/ecran\?[^"]+)"/).replaceAll("&amp;", "&");
  const context = await browser.newContext({ locale: "en-CA", reducedMotion: "reduce" });
  const page = await context.newPage();
  for (const scene of SCENES) {
    await marie.act(`${base}/scene`, { scene });
    for (const [width, height] of [[1280, 720], [1920, 1080], [3840, 2160]]) {
      await page.setViewportSize({ width, height });
      await page.goto(new URL(screen, site.origin).href);
      await page.evaluate(() => document.fonts.ready);
      const cut = await page.evaluate(() => [...document.querySelectorAll(".wall-head *, .wall-body *")]
        .filter((one) => { const box = one.getBoundingClientRect(); return box.width > 0 && (box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.top < 0); })
        .map((one) => `${one.tagName} ${one.textContent.slice(0, 30)}`));
      assert.deepEqual(cut, [], `${scene} at ${width}`);
      const code = await page.locator(".corner .wall-said").boundingBox();
      assert.ok(code && code.y < height / 6 && code.x > width / 2, `the code stays in its corner: ${scene} at ${width}`);
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/mur-${scene}-${width}.png` });
    }
    assert.equal(await page.getAttribute("html", "lang"), "fr", "the language of the workshop");
  }
  // The end: who publishes nothing more, and the way to the notes.
  await marie.act(`${base}/fermeture`, {});
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(new URL(screen, site.origin).href);
  const end = await page.locator(".wall-qr").boundingBox();
  assert.ok(end && end.y + end.height <= 720 && end.x + end.width <= 1280, "its way to the notes is whole");
  await browser.close();
  await site.stop();
  rmSync(folder, { recursive: true });
});
