// The page where one writes as it will be read: it shows no sign of Markdown, and writes nothing but
// what was changed.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { words } from "./bundle.mjs";
import { looked } from "./support.mjs";
import { aNote, at, near, person } from "./stage.mjs";

const made = join(mkdtempSync(join(tmpdir(), "sillage-surface-")), "text.mjs");
writeFileSync(made, await words());
const { opened, piece } = await import(made);

const TEXTS = [
  "", "\n", "Un mot.\n", "   \n\nA\n\n\n\nB\n\n", "A\n***\nB", "[a]: https://exemple.org\n", "1. un\n\n   suite\n2. deux\n",
  `## T\n\nA\nb  \nc\n\n\n* x\n* y\n\n1) a\n2) b\n\n> q\n\n\`\`\`js\nx\n\`\`\`\n\n***\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<div>html</div>\n\n- [x] fait\n- [ ] non\n  - sous\n\n~~barré~~ **gras** *ital* \`code\` [lien](https://a.b)\n`,
  readFileSync(new URL("../app/notes/synthesis.txt", import.meta.url), "utf8"),
];

test("what nobody touched is written as it was, sign for sign", () => {
  for (const text of TEXTS) {
    const { doc, write } = opened(text);
    assert.equal(write(doc), text);
    assert.equal(write(doc.copy(doc.content)), text);
  }
});

test("a block that is changed changes nothing around it", () => {
  const text = TEXTS[7], { doc, write } = opened(text);
  const added = piece("Un mot de plus.\n").child(0);
  for (let at = 0; at <= doc.childCount; at += 1) {
    const all = [];
    doc.forEach((node) => all.push(node));
    all.splice(at, 0, added);
    const lines = write(doc.type.create(null, all)).split("\n");
    assert.ok(lines.includes("Un mot de plus."));
    for (const line of text.split("\n")) assert.ok(lines.includes(line), `${at}: ${line}`);
  }
});

/** `text` with a word more at the end of its block at `at`. */
const touched = (text, at = 0) => {
  const { doc, write } = opened(text), all = [];
  doc.forEach((node) => all.push(node));
  const add = (node) => (node.isTextblock ? node.copy(node.content.append(piece("zut").child(0).content)) : node.copy(node.content.replaceChild(node.childCount - 1, add(node.lastChild))));
  all[at] = add(all[at]);
  return write(doc.type.create(null, all));
};

test("a block that is touched loses nothing of what it held", () => {
  for (const [text, expected] of [
    ["> Une citation\n> sur deux lignes\n> ---\n> Auteur", null],
    ["Premiere ligne\nseconde ligne\n---\n\nSuite.", null],
    ["Voir https://fr.wikipedia.org/wiki/Sillage_(bateau) et Universit\u00e9_Laval, ", "Voir https://fr.wikipedia.org/wiki/Sillage_(bateau) et Universit\u00e9_Laval,zut\n"],
    ["Un\n\\- pain\n\\# titre", "Un\n\\- pain\n\\# titrezut\n"],
    ["Lire [ce site][1].\n\n[1]: https://exemple.org\n", "Lire [ce site](https://exemple.org).zut\n\n[1]: https://exemple.org\n"],
    ["- [ ] pain\n- [x] lait\n", "- [ ] pain\n- [x] laitzut\n"],
    ["> - [ ] a\n", "> - [ ] azut\n"],
    ["# Un *titre* et `du code`\n", null],
  ]) {
    const now = touched(text);
    if (expected) { assert.equal(now, expected); continue; }
    const words = (of) => of.replace(/zut/g, "").match(/[\p{L}\p{N}]+/gu).join(" ");
    assert.equal(words(now), words(text), now);
  }
});

test("what is copied keeps its lines", () => {
  const { doc } = opened("vers un\nvers deux  \nvers trois\n");
  assert.equal(doc.textBetween(0, doc.content.size, "\n\n"), "vers un\nvers deux\nvers trois");
});

test("Q2: headings and lists are seen as such, and saving changes what was changed", async () => {
  const { page, context } = await person(near.editor, { surface: "seen" });
  const note = await aNote(page);
  await page.goto(at(`${note}/modifier`));
  await page.waitForSelector(".surface-page h2");
  assert.ok(await page.isHidden("#body") && await page.isHidden("markdown-toolbar"));
  const shown = await page.textContent(".surface-page");
  assert.doesNotMatch(shown, /##|\*\*/, "no sign of Markdown");
  await looked(page);
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/surface.png`, fullPage: true });
  const before = await page.inputValue("#body");
  // At the very end, as one types: a list, and a word with weight.
  await page.click(".surface-page p >> nth=-1");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- Apporter du pain ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("chaud");
  const after = await page.inputValue("#body");
  assert.equal(after, `${before.trimEnd()}\n- Apporter du pain **chaud**\n`, "it goes on with the list above");
  // The plain field holds the same, and what is typed there is on the page.
  await page.click("#surface-turn");
  assert.ok(await page.isVisible("#body"));
  await page.fill("#body", `${after}\nUne dernière ligne.\n`);
  await page.click("#surface-turn");
  assert.match(await page.textContent(".surface-page"), /Une dernière ligne/);
  await page.click("#texte > button.primary");
  await page.waitForURL((url) => url.pathname === note);
  assert.match(await page.textContent("article"), /Apporter du pain chaud/);
  await context.close();
});
