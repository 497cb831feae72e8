// The program of an operator: somebody who cannot sign in is erased, and a word that was in all they
// left is in no file and in no line that the program wrote; a copy made before gives nobody back.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { facilitates, found, someone } from "./commons.mjs";
import { launch, ran, serve } from "./support.mjs";

const files = (folder) => readdirSync(folder).map((name) => join(folder, name))
  .flatMap((path) => (statSync(path).isDirectory() ? files(path) : [path]));

test("H3: who is erased by command is in no byte that the program wrote", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sillage-erase-"));
  const copies = mkdtempSync(join(tmpdir(), "sillage-copies-"));
  const word = `escarboucle${randomBytes(6).toString("hex")}`;
  const trace = { RUST_LOG: "trace" };
  const browser = await launch();
  const site = await serve(folder, trace);
  const program = (...args) => ran(args, folder, trace);
  try {
    const marie = await someone(browser, site.origin);
    await facilitates(marie, site.first);
    const base = await marie.act("/ateliers", { script: "express", title: "Un soir", places: "9", goal: "4", tone: "vous" });
    await marie.act(`${base}/ouverture`, {});
    const code = found(await marie.get(`${base}/console`), /<strong class="code">([^<]+)/).replace(/\s/g, "");
    const guest = await someone(browser, site.origin);
    await guest.act(`/a/${code}`, { name: `Zéphyrine ${word}` });
    const step = (name) => `/a/${code}/parcours/${name}`;
    await guest.act(step("porte"), { door: "tell" });
    await guest.act(step("idee"), { idea: `Une ${word} se taille` });
    const draft = found(await guest.get(step("brouillon")), /name="base" value="(\d+)"/);
    await guest.act(step("brouillon"), { base: draft, title: `Ma ${word}`, context: `Avec ${word}.`, learnt: "Attendre." });
    await guest.act(step("apercu"), {});
    await guest.act(step("publication"), { visibility: "everyone", wall: "1" });
    await guest.get(`/recherche?q=${word}`);
    const address = `${word}@exemple.org`;
    await guest.act("/compte", { name: `Zéphyrine ${word}`, email: address, password: "un sillage sur le lac" });
    assert.match(await marie.get("/notes"), new RegExp(word));

    const copy = join(copies, "avant.db");
    program("backup", copy);
    assert.ok(readFileSync(copy).includes(word), "the copy holds it");
    const refused = program("erase", address, "--now", "--reference", "pour Madame Z");
    assert.notEqual(refused.status, 0, "words are no reference");
    const done = program("erase", address, "--now", "--reference", "2026-11/17");
    assert.equal(done.status, 0, done.log);
    assert.match(done.out, /Erased: \w+/);
    assert.doesNotMatch(await marie.get("/notes"), new RegExp(word));
    assert.match(program("erasures").out, / leaving \w+\n.* person \w+\n/);
    assert.match(program("erasures", "--copies", copies).out, /avant\.db : 2 /);
    const ledger = join(copies, "registre.jsonl");
    program("erasures", "--to", ledger);

    await site.stop();
    const looked = files(folder);
    assert.ok(looked.length >= 2);
    for (const file of [...looked, ledger]) assert.ok(!readFileSync(file).includes(word), `${file} holds it`);
    assert.match(site.log(), /"?GET|\/notes/, "it wrote what it did");
    assert.ok(!site.log().includes(word), "a line of the log holds it");
    assert.ok(!done.log.includes(word), "a line of the command holds it");

    // Put back elsewhere, with no keys but those of a new place.
    const back = mkdtempSync(join(copies, "retour-"));
    const restored = ran(["restore", copy, "--erasures", ledger], back, {});
    assert.equal(restored.status, 0, restored.log);
    for (const file of files(back)) assert.ok(!readFileSync(file).includes(word), `${file} gives her back`);
  } finally {
    await browser.close();
    await site.stop();
    rmSync(folder, { recursive: true });
    rmSync(copies, { recursive: true });
  }
});
