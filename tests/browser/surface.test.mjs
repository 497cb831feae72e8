// The page where one writes as it will be read: it shows no sign of Markdown, and writes nothing but
// what was changed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { words } from "./bundle.mjs";
import { looked } from "./support.mjs";
import { aNote, at, near, person } from "./stage.mjs";

const { opened, piece } = await import(`data:text/javascript;base64,${Buffer.from(await words()).toString("base64")}`);

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
