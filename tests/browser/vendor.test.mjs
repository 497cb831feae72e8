// What we embed of others is what they publish.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

test("the toolbar is the one of its package", () => {
  const ours = new URL("../../web/assets/vendor/markdown-toolbar-element.js", import.meta.url);
  const theirs = new URL("./node_modules/@github/markdown-toolbar-element/dist/index.js", import.meta.url);
  assert.equal(readFileSync(ours, "utf8"), readFileSync(theirs, "utf8"));
});
