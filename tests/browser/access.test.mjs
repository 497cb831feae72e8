// Every page, in five settings, each loaded once: by axe; whether what has the focus is under a
// bar; whether what one presses is too small.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { commons } from "./commons.mjs";
import { DESK, PHONE, launch } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SMALL = { width: 320, height: 640 };
/** A screen of 1280 by 1024 at four times the size. */
const ZOOMED = { width: 320, height: 256 };

/** Everything at two widths; elsewhere what a width or a light changes. */
const ALL = { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };
const COLOURS = { runOnly: ["color-contrast", "link-in-text-block"] };
const PLACES = { runOnly: ["color-contrast", "target-size", "scrollable-region-focusable"] };
const SETTINGS = [
  [DESK, "dark", COLOURS], [DESK, "light", ALL],
  [SMALL, "light", PLACES], [PHONE, "dark", COLOURS], [PHONE, "light", ALL],
];

/** The classes that style sheets name: those of every page, those that a step does without. */
const named = (list) => {
  const source = readFileSync(new URL("../../web/src/shell/assets.rs", import.meta.url), "utf8");
  const files = source.match(new RegExp(`const ${list}: [^=]*= \\[([^\\]]*)\\]`))[1].matchAll(/style\/(\w+)\.css/g);
  const css = [...files].map((one) => readFileSync(new URL(`../../web/assets/style/${one[1]}.css`, import.meta.url), "utf8")).join("");
  return new Set([...css.replace(/\/\*[^]*?\*\//g, "").matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map((one) => one[1]));
};
const FIRST = named("STYLE"), WIDE = named("WIDE");

let browser, site;
const found = { axe: [], wide: [], covered: [], small: [], bare: [] };
before(async () => {
  browser = await launch();
  site = await commons(browser);
  await everywhere(async (page, where) => {
    await page.evaluate(axe);
    const classes = await page.evaluate(() => document.body.matches(".step") ? [...document.querySelectorAll("[class]")].flatMap((one) => [...one.classList]) : []);
    found.bare.push(...classes.filter((one) => WIDE.has(one) && !FIRST.has(one)).map((one) => `${where}: ${one}`));
    for (const [viewport, colorScheme, rules] of SETTINGS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      const setting = `${where} ${viewport.width} ${colorScheme}`;
      const told = await page.evaluate(atRest, rules);
      found.axe.push(...told.violations.flatMap((one) => one.nodes.map((node) => `${setting} ${one.id}: ${node.html} (${node.failureSummary})`)));
      if (colorScheme === "dark") continue;
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) found.wide.push(`${setting}: ${wide} pixels`);
      found.small.push(...(await page.evaluate(small)).map((one) => `${setting}: ${one}`));
    }
    for (const viewport of [DESK, PHONE, ZOOMED]) {
      await page.setViewportSize(viewport);
      const told = await page.evaluate(covered);
      found.covered.push(...told.map((one) => `${where} ${viewport.width}×${viewport.height}: ${one}`));
    }
  });
});
after(async () => { await browser?.close(); await site?.stop(); });

/** Opens each page, with `look`: two at a time, each visitor in a window of their own. */
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

/** What axe says, bars at their place in the page: what they lie over is scrolled from under them. */
async function atRest(rules) {
  const isBar = (one) => ["fixed", "sticky"].includes(getComputedStyle(one).position);
  const bars = [...document.querySelectorAll("body *")].filter(isBar);
  for (const bar of bars) bar.style.position = "static";
  const told = await window.axe.run({ ...rules, resultTypes: ["violations"] });
  for (const bar of bars) bar.style.position = "";
  return { violations: told.violations };
}

/** What has the focus in turn, down the page and up again, and lies wholly under another. */
function covered() {
  const told = [];
  const isBar = (one) => ["fixed", "sticky"].includes(getComputedStyle(one).position);
  if (![...document.querySelectorAll("body *")].some(isBar)) return told;
  const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")];
  const isSeen = (one, box) => [0.1, 0.5, 0.9].some((across) => [0.1, 0.5, 0.9].some((down) => {
    const top = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
    return top && (one.contains(top) || one.closest("label")?.contains(top) || (top.contains(one) && !isBar(top)));
  }));
  for (const one of [...all, ...all.toReversed()]) {
    one.focus();
    if (document.activeElement !== one) continue;
    const boxes = [...one.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
    if (boxes.some((box) => isSeen(one, box))) continue;
    const [box] = boxes;
    const over = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    told.push(`${one.outerHTML.slice(0, 100)} at ${Math.round(box?.top)} under ${over?.outerHTML.slice(0, 60)}`);
  }
  return told;
}

/** What can be pressed and is less than 24 pixels high or wide, alone on its line. */
function small() {
  const told = [];
  for (const one of document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden]):enabled")) {
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

/** Says all of it: a difference would be cut. */
const none = (lines) => assert.ok(lines.length === 0, [...new Set(lines)].join("\n"));

test("axe finds nothing", () => none(found.axe));
test("no page is wider than its window", () => none(found.wide));
test("nothing to press is less than 24 pixels", () => none(found.small));
test("a step has all of its style in the first sheet", () => none(found.bare));
test("what has the focus is never under a bar", () => none(found.covered));

test("each page looks as its own stylesheet says", async () => {
  const { marie, stranger, Rosalie } = site.who;
  const style = (page, selector, name) => page.locator(selector).first().evaluate((one, name) => getComputedStyle(one)[name], name);
  const open = async (who, address) => {
    const page = await who.context.newPage();
    await page.setViewportSize(PHONE);
    await page.goto(new URL(address, site.origin).href);
    return page;
  };
  const address = (pattern) => site.pages.find((page) => pattern.test(page.address)).address;
  const history = await open(stranger, address(/historique$/));
  await history.setViewportSize(DESK);
  assert.equal(await style(history, "form.filters", "display"), "grid");
  await history.locator("details:has(form.filters)").evaluate((one) => { one.open = true; });
  const boxes = await history.locator("form.filters :is(select, input[type=date])").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  assert.ok(Math.max(...boxes) - Math.min(...boxes) < 1, `boxes of ${boxes} pixels`);
  // The bar of the list is not there before the list is.
  assert.equal(await history.locator("#compare").count(), 0, "comparing is a mode one enters");
  await history.click("a[href$='?comparer=1']");
  await history.waitForSelector("#compare");
  const bar = await history.locator("#compare").boundingBox();
  const list = await history.locator("ol.revisions").boundingBox();
  assert.ok(bar.y >= list.y, "the bar is above its list");
  const compared = await open(stranger, address(/comparer\?de=1&a=9$/));
  assert.equal(await style(compared, ".diff .item", "borderTopWidth"), "0px");
  const reading = await open(Rosalie, address(/parcours\/lecture$/));
  const [first, second] = await reading.locator(".door").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  assert.ok(second.top - first.bottom >= 8, "doors touch each other");
  const [before, after] = ["li >> nth=0", "li >> nth=-1"].map((which) => reading.locator(`.ticks ${which}`));
  assert.notEqual(...await Promise.all([before, after].map((one) => one.evaluate((one) => getComputedStyle(one).backgroundColor))), "steps done and to come look alike");
  const script = await open(marie, address(/deroule$/));
  assert.ok((await script.locator("input[type=number]").first().boundingBox()).width < 150, "minutes take a whole line");
  const prepared = await open(marie, address(/ateliers\/\w{32}$/));
  assert.equal(await style(prepared, "a.button", "textAlign"), "center");
  for (const page of [history, compared, reading, script, prepared]) await page.close();
});

test("with Tab too, on the pages that have the longest bars", async () => {
  const long = site.pages.filter((page) => page.name === "marie" && /deroule$|historique$|console$/.test(page.address));
  const page = await long[0].who.context.newPage();
  for (const one of long) {
    for (const viewport of [DESK, ZOOMED]) {
      await page.setViewportSize(viewport);
      await page.goto(new URL(one.address, site.origin).href);
      for (let at = 0; at < 60; at += 1) {
        await page.keyboard.press("Tab");
        const under = await page.evaluate(() => {
          const focused = document.activeElement.getBoundingClientRect();
          const bar = document.querySelector(".sticky");
          if (!bar || bar.contains(document.activeElement) || getComputedStyle(bar).position !== "sticky") return false;
          return focused.top >= bar.getBoundingClientRect().top && focused.bottom <= bar.getBoundingClientRect().bottom + 1;
        });
        assert.ok(!under, `${one.address} ${viewport.width}: ${at} times Tab`);
      }
    }
  }
  await page.close();
});
