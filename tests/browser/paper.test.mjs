// What is printed: a poster and a sheet of one page, a report of two at most.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { test } from "node:test";
import { commons } from "./commons.mjs";
import { launch } from "./support.mjs";

const PAPERS = [["affiche", "Letter", 1], ["feuille", "A4", 1], ["bilan", "Letter", 2]];

test("a poster and a sheet hold on a page, a report on two", async () => {
  const browser = await launch();
  const site = await commons(browser);
  try {
    for (const [piece, format, most] of PAPERS) {
      for (const one of site.pages.filter((page) => page.address.endsWith(`/${piece}`))) {
        const page = await one.who.context.newPage();
        await page.goto(new URL(one.address, site.origin).href);
        await page.evaluate(() => document.fonts.ready);
        const pdf = await page.pdf({ format, printBackground: true });
        if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/${piece}.pdf`, pdf);
        const count = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
        assert.ok(count <= most, `${piece}: ${count} pages`);
        await page.close();
      }
    }
  } finally {
    await site.stop();
    await browser.close();
  }
});
