// Every page, by axe, in five settings and with forced colours; what has the focus is never
// under a bar; nothing to press is too small.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { commons } from "./commons.mjs";
import { DESK, PHONE, launch, violations } from "./support.mjs";

const SMALL = { width: 320, height: 640 };
/** A phone as large as it gets: 1280 by 1024 at four times the size. */
const ZOOMED = { width: 320, height: 256 };

let browser, site;
before(async () => {
  browser = await launch();
  site = await commons(browser);
});
after(async () => { await browser?.close(); await site?.stop(); });

/** Opens each page once, with `look`: two at a time, each visitor in a window of their own. */
async function everywhere(look) {
  const waiting = [...site.pages];
  const windows = async () => {
    const own = new Map();
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      if (!own.has(one.who)) own.set(one.who, await one.who.context.newPage());
      const page = own.get(one.who);
      await page.setViewportSize(PHONE);
      await page.goto(new URL(one.address, site.origin).href);
      await look(page, `${one.address} (${one.name})`);
    }
    for (const page of own.values()) await page.close();
  };
  await Promise.all([windows(), windows()]);
}

test("no page stops anyone, in five settings and with forced colours", async () => {
  const settings = [[PHONE, "light"], [PHONE, "dark"], [SMALL, "light"], [DESK, "light"], [DESK, "dark"]];
  const found = [];
  await everywhere(async (page, where) => {
    for (const [viewport, colorScheme] of settings) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, forcedColors: "none" });
      const told = await violations(page);
      found.push(...told.map((one) => `${where} ${viewport.width} ${colorScheme}: ${one}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) found.push(`${where} is ${wide} pixels too wide at ${viewport.width}`);
    }
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    found.push(...(await violations(page)).map((one) => `${where} forced colours: ${one}`));
  });
  assert.equal(found.join("\n"), "");
});

/** Where the focus is, and whether another element lies over all of it. */
function covered() {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const label = one.closest("label") || one;
  const boxes = [...one.getClientRects(), ...label.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  if (!boxes.length) return `${one.outerHTML.slice(0, 120)} has no place on the page`;
  const isSeen = (box) => [0.1, 0.5, 0.9].some((across) => [0.1, 0.5, 0.9].some((down) => {
    const [x, y] = [box.left + box.width * across, box.top + box.height * down];
    const top = document.elementFromPoint(x, y);
    return top && (one.contains(top) || top.contains(one) || label.contains(top)) && !(top !== one && top.matches(".sticky, .hand"));
  }));
  if (boxes.some(isSeen)) return null;
  const box = boxes[0];
  return `${one.outerHTML.slice(0, 120)} at ${Math.round(box.top)} is under ${document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.outerHTML.slice(0, 80)}`;
}

test("what has the focus is never under a bar", async () => {
  const found = [];
  await everywhere(async (page, where) => {
    if (!await page.locator(".sticky, .hand, .state, .phone-tabs, markdown-toolbar, .table").count()) return;
    for (const viewport of [DESK, PHONE, ZOOMED]) {
      await page.setViewportSize(viewport);
      for (const key of ["Tab", "Shift+Tab"]) {
        await page.evaluate(() => { document.activeElement.blur(); window.scrollTo(0, 0); });
        const count = await page.locator("a, button, input, select, textarea, summary, [tabindex]").count();
        for (let at = 0; at < Math.min(count, 120); at += 1) {
          await page.keyboard.press(key);
          const told = await page.evaluate(covered);
          if (told) found.push(`${where} ${viewport.width}×${viewport.height} ${key}: ${told}`);
          if (await page.evaluate(() => document.activeElement === document.body)) break;
        }
      }
    }
  });
  assert.equal(found.join("\n"), "");
});

/** What can be pressed and is less than 24 pixels high or wide, alone on its line. */
function small() {
  const told = [];
  for (const one of document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden])")) {
    const box = one.getBoundingClientRect();
    const label = one.closest("label")?.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || one.closest(".unseen, svg")) continue;
    const [width, height] = [Math.max(box.width, label?.width ?? 0), Math.max(box.height, label?.height ?? 0)];
    // A link in a sentence has the height of its line.
    const words = [...one.parentElement.childNodes].filter((node) => node !== one && node.textContent.trim());
    const inSentence = getComputedStyle(one).display === "inline" && words.length > 0;
    if ((width < 24 || height < 24) && !inSentence) told.push(`${one.outerHTML.slice(0, 100)} ${Math.round(width)}×${Math.round(height)}`);
  }
  return told;
}

test("nothing to press is less than 24 pixels", async () => {
  const found = new Set();
  await everywhere(async (page, where) => {
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      for (const one of await page.evaluate(small)) found.add(`${where} ${viewport.width}: ${one}`);
    }
  });
  assert.equal([...found].join("\n"), "");
});
