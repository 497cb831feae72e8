// What we embed of others is what they publish.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bundle } from "./bundle.mjs";
import { FACES, face } from "./fonts.mjs";

test("the toolbar is the one of its package", () => {
  const ours = new URL("../../web/assets/vendor/markdown-toolbar-element.js", import.meta.url);
  const theirs = new URL("./node_modules/@github/markdown-toolbar-element/dist/index.js", import.meta.url);
  assert.equal(readFileSync(ours, "utf8"), readFileSync(theirs, "utf8"));
});

test("our faces are those of their packages, cut down", async () => {
  for (const one of FACES) {
    const ours = readFileSync(new URL(`../../web/assets/font/${one[0]}`, import.meta.url));
    assert.ok(ours.equals(Buffer.from(await face(one))), `${one[0]}: bin/fonts makes another one`);
  }
});

test("the page where one writes is made of its sources", async () => {
  const ours = readFileSync(new URL("../../web/assets/vendor/surface.js", import.meta.url), "utf8");
  assert.ok(ours === await bundle(), "bin/editor makes another one");
});
