// QR codes on the screen and on the sheet: black on white, with four modules of white around,
// whatever the colours of the reader and the size of the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, PHONE, demo, launch, open } from "./support.mjs";

let browser, site, origin;
before(async () => {
  [browser, site] = await Promise.all([launch(), demo()]);
  origin = new URL(site.newcomer).origin;
});
after(async () => { await browser?.close(); await site?.stop(); });

/** What stands around a code in a picture: its margins in modules, and the colours met. */
async function measured(reader, picture) {
  return reader.evaluate(async (data) => {
    const image = new Image();
    image.src = data;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const paper = canvas.getContext("2d");
    paper.drawImage(image, 0, 0);
    const { data: bytes, width, height } = paper.getImageData(0, 0, image.width, image.height);
    const light = (x, y) => (bytes[4 * (y * width + x)] + bytes[4 * (y * width + x) + 1] + bytes[4 * (y * width + x) + 2]) / 3;
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (light(x, y) < 128) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
      }
    }
    // The corner mark of a code is seven modules wide.
    let mark = 0;
    while (light(left + mark, top + 1) < 128) mark += 1;
    const module = mark / 7;
    const margins = [left, top, width - 1 - right, height - 1 - bottom].map((margin) => margin / module);
    return { margins, corner: light(2, 2), dark: light(left + 2, top + 1) };
  }, `data:image/png;base64,${picture.toString("base64")}`);
}

test("a code has its four modules of white in every colour and size", async () => {
  const { page } = await open(browser, site, { viewport: DESK });
  await page.goto(site.facilitator);
  await page.click("button.primary");
  await page.waitForURL(/console/);
  const workshop = page.url().split("/console")[0];
  await page.goto(workshop);
  const screen = await page.getAttribute("a[href*='/ecran?cle=']", "href");
  const reader = await (await browser.newContext()).newPage();
  for (const address of [origin + screen, `${workshop}/feuille`]) {
    await page.goto(address);
    for (const viewport of [DESK, PHONE]) {
      await page.setViewportSize(viewport);
      for (const look of [
        { colorScheme: "light", forcedColors: "none", media: "screen" },
        { colorScheme: "dark", forcedColors: "none", media: "screen" },
        { colorScheme: "light", forcedColors: "active", media: "screen" },
        { colorScheme: "dark", forcedColors: "active", media: "screen" },
        { colorScheme: "dark", forcedColors: "none", media: "print" },
      ]) {
        await page.emulateMedia(look);
        const { margins, corner, dark } = await measured(reader, await page.locator("svg.qr").screenshot());
        const told = `${address} ${viewport.width} ${JSON.stringify(look)} ${margins.map((one) => one.toFixed(2))}`;
        assert.ok(corner > 250 && dark < 10, `black on white: ${told} ${corner} ${dark}`);
        assert.ok(margins.every((margin) => margin > 3.6), told);
      }
    }
  }
});
