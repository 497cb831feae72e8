// Forty pages, small, side by side, beside the pictures of them that are kept: a difference is left as a
// picture, `differences/`. `KEEP=1 node --test sheets.test.mjs` keeps new ones.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { commons } from "./commons.mjs";
import { DESK, launch, PHONE } from "./support.mjs";

const kept = (name) => new URL(`../../docs/pictures/${name}.png`, import.meta.url);
/** What of a page may differ: letters are not drawn alike everywhere, and some words are of the day. */
const TOLERATED = 0.05;
const COLUMNS = 11;

/** The pages: how they are looked for among those of the commons. */
const PAGES = [
  ["stranger", "/"], ["marie", "/"], ["stranger", "/notes"], ["stranger", "/recherche"], ["stranger", "/a"],
  ["stranger", "/connexion"], ["stranger", "/ce-qui-est-enregistre"], ["stranger", "/a/:code"],
  ["Kim", "/a/:code/parcours/:step", "tour-de-table"], ["Rosalie", "/a/:code/parcours/:step", "lecture"],
  ["Kim", "/a/:code/parcours/:step", "porte"], ["Rosalie", "/a/:code/parcours/:step", "idee"],
  ["Rosalie", "/a/:code/parcours/:step", "brouillon"], ["Lea", "/a/:code/parcours/:step", "apercu"],
  ["Lea", "/a/:code/parcours/:step", "publication"], ["Omar", "/a/:code/parcours/:step", "merci"],
  ["Omar", "/a/:code/parcours/:step", "cloture"], ["Lea", "/a/:code/main"], ["Omar", "/a/:code/mur"],
  ["Omar", "/a/:code/fin"], ["Omar", "/a/:code/en-route"], ["stranger", "/a/:code/ecran"],
  ["marie", "/ateliers"], ["marie", "/ateliers/nouveau"], ["marie", "/ateliers/:id"], ["marie", "/ateliers/:id/deroule"],
  ["marie", "/ateliers/:id/affiche"], ["marie", "/ateliers/:id/releve"], ["marie", "/ateliers/:id/console"],
  ["marie", "/ateliers/:id/bilan", "last"], ["marie", "/ateliers/:id/rejouer", "last"], ["marie", "/ateliers/:id/cloture"],
  ["stranger", "/notes/:note"], ["marie", "/notes/:note"], ["marie", "/notes/:note/modifier"],
  ["stranger", "/notes/:note/historique"], ["stranger", "/notes/:note/comparer"], ["marie", "/notes/:note/versions/:number"],
  ["stranger", "/notes/:note/film"], ["Omar", "/moi"], ["marie", "/moi"], ["Omar", "/moi/donnees"], ["Omar", "/moi/depart"],
  ["marie", "/signalements"],
];

/** What another day, or other people, would show otherwise: its place stays, and is empty. */
const OF_THE_DAY = "time, .code, .poster-code, .poster-url, .corner strong, .wall-code, .ticket-code, .phrase, .boat, .fleet g, .wake, .qr, .wall-qr svg, .poster svg, output, #link, .url";

/** A picture `by` times smaller, cut at `high` pixels. */
function smaller(picture, by, high) {
  const width = Math.floor(picture.width / by), height = Math.floor(Math.min(picture.height, high) / by);
  const made = new PNG({ width, height: Math.floor(high / by), fill: true });
  made.data.fill(0xff);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) for (let colour = 0; colour < 3; colour += 1) {
    let sum = 0;
    for (let down = 0; down < by; down += 1) for (let along = 0; along < by; along += 1) {
      sum += picture.data[((y * by + down) * picture.width + x * by + along) * 4 + colour];
    }
    made.data[(y * width + x) * 4 + colour] = sum / (by * by);
  }
  return made;
}

test("forty pages look as they are known", async () => {
  const browser = await launch();
  const site = await commons(browser);
  const wrong = [];
  try {
    const pages = PAGES.map(([name, route, which]) => {
      const all = site.pages.filter((one) => one.name === name && one.route === route);
      const one = which === "last" ? all.at(-1) : all.find((page) => !which || page.address.includes(`/${which}`));
      assert.ok(one, `${name} ${route} ${which || ""}`);
      return one;
    });
    assert.ok(pages.length >= 40);
    for (const [viewport, by, high] of [[PHONE, 4, 1120], [DESK, 8, 1280]]) for (const colorScheme of ["light", "dark"]) {
      const small = [];
      for (const { who, address } of pages) {
        const page = await who.context.newPage();
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.goto(new URL(address, site.origin).href);
        await page.evaluate((selector) => {
          for (const one of document.querySelectorAll("time")) one.textContent = "le 1er mars";
          // A sheet of its own: what a live page is sent leaves it be. Words for a few minutes go.
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`${selector} { visibility: hidden !important } .banner, .clock { display: none !important }`);
          document.adoptedStyleSheets = [sheet];
        }, OF_THE_DAY);
        await page.evaluate(() => document.fonts.ready);
        const shot = await page.screenshot({ animations: "disabled", fullPage: true });
        small.push(smaller(PNG.sync.read(shot), by, high));
        await page.close();
      }
      const { width, height } = small[0];
      const rows = Math.ceil(small.length / COLUMNS);
      const sheet = new PNG({ width: width * COLUMNS, height: height * rows });
      const place = (at) => [(at % COLUMNS) * width, Math.floor(at / COLUMNS) * height];
      small.forEach((one, at) => PNG.bitblt(one, sheet, 0, 0, width, height, ...place(at)));
      const name = `pages-${viewport.width}-${colorScheme}`;
      if (process.env.KEEP) { writeFileSync(kept(name), PNG.sync.write(sheet, { colorType: 2 })); continue; }
      const known = PNG.sync.read(readFileSync(kept(name)));
      assert.equal(`${known.width}×${known.height}`, `${sheet.width}×${sheet.height}`, "another number of pages: keep new pictures");
      const difference = new PNG({ width: sheet.width, height: sheet.height });
      const before = wrong.length;
      small.forEach((one, at) => {
        const was = new PNG({ width, height }), seen = new PNG({ width, height });
        PNG.bitblt(known, was, ...place(at), width, height, 0, 0);
        const pixels = pixelmatch(one.data, was.data, seen.data, width, height, { threshold: 0.2 });
        PNG.bitblt(seen, difference, 0, 0, width, height, ...place(at));
        if (pixels / (width * height) > TOLERATED) wrong.push(`${name}: ${PAGES[at].join(" ")}, ${(100 * pixels / (width * height)).toFixed(1)} %`);
      });
      if (wrong.length === before) continue;
      const folder = new URL("./differences/", import.meta.url);
      mkdirSync(folder, { recursive: true });
      writeFileSync(new URL(`${name}.png`, folder), PNG.sync.write(difference));
    }
  } finally {
    await browser.close();
    await site.stop();
  }
  assert.deepEqual(wrong, []);
});
