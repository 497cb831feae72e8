// `/style`, which has every part in every state, beside the pictures of it that are kept: a difference
// is left as a picture, `differences/`. `KEEP=1 node --test looks.test.mjs` keeps new ones.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { demo, DESK, launch, PHONE } from "./support.mjs";

const kept = (name) => new URL(`../../docs/pictures/${name}.png`, import.meta.url);
/** What of a picture may differ: the edges of letters are not drawn alike everywhere. */
const TOLERATED = 0.01;

test("every part looks as it is known", async () => {
  const [browser, site] = await Promise.all([launch(), demo()]);
  const wrong = [];
  for (const viewport of [PHONE, DESK]) for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ locale: "fr-CA", viewport, colorScheme, reducedMotion: "reduce", deviceScaleFactor: 0.5 });
    const page = await context.newPage();
    await page.goto(new URL("/style", site.newcomer).href);
    await page.evaluate(() => document.fonts.ready);
    const name = `style-${viewport.width}-${colorScheme}`;
    const now = await page.screenshot({ fullPage: true, animations: "disabled" });
    await context.close();
    if (process.env.KEEP) { writeFileSync(kept(name), now); continue; }
    const one = PNG.sync.read(now), other = PNG.sync.read(readFileSync(kept(name)));
    const height = Math.min(one.height, other.height), { width } = one;
    const cut = (picture) => picture.data.subarray(0, width * height * 4);
    const difference = new PNG({ width, height });
    const pixels = pixelmatch(cut(one), cut(other), difference.data, width, height, { threshold: 0.25 });
    const taller = Math.abs(one.height - other.height) / other.height;
    if (one.width === other.width && taller <= TOLERATED && pixels / (width * height) <= TOLERATED) continue;
    const place = new URL("./differences/", import.meta.url);
    mkdirSync(place, { recursive: true });
    writeFileSync(new URL(`${name}.png`, place), PNG.sync.write(difference));
    wrong.push(`${name}: ${pixels} of ${width * height} pixels, ${one.height} high instead of ${other.height}`);
  }
  await browser.close();
  await site.stop();
  assert.deepEqual(wrong, []);
});
