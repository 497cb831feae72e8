// The HTML of every page, by the Nu HTML checker; the apostrophes of its words; its classes.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { commons, forgotten } from "./commons.mjs";
import { launch } from "./support.mjs";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

let browser, site, all;
before(async () => {
  browser = await launch();
  site = await commons(browser);
  all = [];
  const wrong = [];
  for (const language of ["fr-CA", "en-CA"]) {
    for (const page of site.pages) {
      const headers = { "accept-language": language };
      const answer = await page.who.context.request.get(new URL(page.address, site.origin).href, { headers, maxRedirects: 0 });
      const where = `${page.address} (${page.name}, ${language})`;
      if (answer.status() !== (page.status || 200)) wrong.push(`${where} ${answer.status()}`);
      else all.push({ where, html: await answer.text() });
    }
  }
  assert.deepEqual(wrong, []);
});
after(async () => { await browser?.close(); await site?.stop(); });

/** Says all of it: a difference would be cut. */
const none = (lines) => assert.ok(lines.length === 0, [...new Set(lines)].join("\n"));

test("no page of the table of routes is forgotten", () => {
  assert.deepEqual(forgotten(site.pages), []);
});

test("every page is the HTML of today", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sillage-html-"));
  try {
    all.forEach(({ html }, at) => writeFileSync(join(folder, `${at}.html`), html));
    // One program for all of them: it takes longer to start than to read.
    const told = await new Promise((done) => {
      const options = { maxBuffer: 64 << 20 };
      execFile("java", ["-jar", jar, "--format", "json", "--stdout", "--skip-non-html", folder], options, (_, out) => done(out));
    });
    // What people wrote stays in their language, whatever that of the reader.
    const isGuess = (one) => one.message.startsWith("This document appears to be written in");
    const found = JSON.parse(told).messages.filter((one) => !isGuess(one)).map((one) => {
      const where = all[Number(one.url.match(/(\d+)\.html$/)[1])].where;
      return `${where}:${one.lastLine} ${one.subType || one.type}: ${one.message} ${one.extract}`;
    });
    none(found);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** What a page says: the text between its tags, and the attributes that are read or shown. */
function words(html) {
  const written = html.replace(/<(code|pre|textarea|del|ins|script|style)\b[^>]*>[\s\S]*?<\/\1>/g, " ");
  const said = [...written.matchAll(/ (?:aria-label|aria-valuetext|title|placeholder|alt|content|data-\w+)="([^"]*)"/g)];
  return [...written.split(/<[^>]*>/), ...said.map((one) => one[1])];
}

test("no straight apostrophe in what is shown", () => {
  const isAddress = (word) => /:\/\/|@|^www\.|^\/|=/.test(word);
  const found = [];
  for (const { where, html } of all) {
    for (const text of words(html)) {
      const straight = text.split(/\s+/).filter((word) => /\p{L}'|'\p{L}/u.test(word) && !isAddress(word));
      if (straight.length) found.push(`${where}: ${straight.join(" ")}`);
    }
  }
  none(found);
});

test("a day is written in words", () => {
  const day = /\b\d{4}-\d\d-\d\d\b/;
  none(all.flatMap(({ where, html }) => words(html).filter((text) => day.test(text)).map((text) => `${where}: ${text}`)));
});

test("every class of a page is in a stylesheet, or is a handle", () => {
  const folder = (name) => new URL(`../../web/assets/${name}/`, import.meta.url);
  const read = (name) => readdirSync(folder(name)).map((file) => readFileSync(new URL(file, folder(name)), "utf8")).join("\n");
  const journeys = readdirSync(".").filter((file) => file.endsWith(".mjs")).map((file) => readFileSync(file, "utf8"));
  const known = [read("style"), read("script"), ...journeys].join("\n");
  const has = (name) => new RegExp(`\\.${name}(?![\\w-])`).test(known);
  // The first of a family (`d0`), where nothing is moved; the frame of most pages.
  const isPlain = (name) => name === "site" || (name.endsWith("0") && has(name.replace(/0$/, "1")));
  const found = new Set();
  for (const { html } of all) {
    // What a note says about its code is not ours.
    const ours = html.replace(/<code class="language-[^"]*"/g, "<code");
    for (const [, names] of ours.matchAll(/ class="([^"]*)"/g)) {
      for (const name of names.split(" ")) if (!has(name) && !isPlain(name)) found.add(name);
    }
  }
  assert.deepEqual([...found].sort(), []);
});
