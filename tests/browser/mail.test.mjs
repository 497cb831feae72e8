// The first facilitator's link, then signing in with a code that a real SMTP
// server received.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { SMTPServer } from "smtp-server";
import { go, launch, serve } from "./support.mjs";

const letters = [];
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, session, done) {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map((one) => one.address);
      letters.push({ to, text: Buffer.concat(chunks).toString("utf8") });
      done();
    });
  },
});

let browser, site, folder;
// Marie's session, for who comes after: three codes a minute leave for one place.
let marie;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "sillage-mail-"));
  await new Promise((ready) => post.listen(0, "127.0.0.1", ready));
  const port = post.server.address().port;
  const env = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Sillage <commun@exemple.org>" };
  [browser, site] = await Promise.all([launch(), serve(folder, env)]);
});
after(async () => {
  await browser?.close();
  await site?.stop();
  await new Promise((ended) => post.close(ended));
  rmSync(folder, { recursive: true, force: true });
});

/** The next letter, once it is there. */
async function letter() {
  const deadline = Date.now() + 10_000;
  while (letters.length === 0) {
    assert.ok(Date.now() < deadline, "no letter came");
    await new Promise((later) => setTimeout(later, 50));
  }
  return letters.shift();
}

/** The code in a letter, as it is read: two groups of four. */
const code = (text) => text.match(/\b(\d{4} \d{4})\b/)[1];

test("a facilitator is made by the printed link and comes back by a code", async () => {
  const context = await browser.newContext({ locale: "fr-CA", viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(site.first);
  await page.fill("#name", "Marie");
  await page.fill("#email", "marie@exemple.org");
  await page.fill("#password", "un sillage sur le lac");
  await page.click("button.primary");
  await page.waitForURL(/\/ateliers$/);

  await page.goto(site.origin + "/deconnexion");
  await go(page, "form[action='/deconnexion'] button");
  await page.goto(site.origin + "/connexion");
  await page.click("a[href='/connexion/code']");
  await page.fill("#email", "Marie@exemple.org");
  await page.click("form button.primary");
  const { to, text } = await letter();
  assert.deepEqual(to, ["marie@exemple.org"]);
  assert.match(text, /^From: "?Sillage"? <commun@exemple.org>/m);
  await page.fill("#code", code(text));
  await page.click("form button.primary");
  await page.waitForURL(/\/moi$/);
  assert.match(await page.textContent("h1"), /Marie/);
  marie = await context.storageState();

  // An address without an account sees the same page, and no letter leaves.
  await context.clearCookies();
  await page.goto(site.origin + "/connexion/code");
  await page.fill("#email", "personne@exemple.org");
  await page.click("form button.primary");
  assert.match(await page.textContent("main"), /un courriel vient de partir/);
  assert.equal(letters.length, 0);
  await context.close();
});

test("news of a note leave in one tap, and stop in one", async () => {
  const context = await browser.newContext({
    locale: "fr-CA",
    viewport: { width: 360, height: 740 },
    storageState: marie,
  });
  const desk = await context.newPage();
  await desk.goto(site.origin + "/ateliers/nouveau");
  await desk.fill("#title", "Soirée de novembre");
  await desk.click("form[action='/ateliers'] button.primary");
  const base = desk.url();
  await desk.goto(`${base}/console`);
  await desk.click("text=Ouvrir l’atelier");
  const door = (await desk.textContent("strong.code")).replace(/\s/g, "");

  const other = await browser.newContext({ locale: "fr-CA", viewport: { width: 360, height: 740 } });
  const phone = await other.newPage();
  await phone.goto(`${site.origin}/a/${door}`);
  await phone.fill("#name", "Léa");
  await phone.click("button.primary");
  await phone.waitForURL(/parcours/);
  await phone.goto(`${site.origin}/a/${door}/parcours/merci`);
  await phone.check("input[name=news]");
  await phone.click("text=Garder mon choix");
  await phone.waitForSelector("input[name=news]:checked");
  await phone.goto(site.origin + "/compte");
  await phone.fill("#name", "Léa");
  await phone.fill("#email", "lea@exemple.org");
  await phone.fill("#password", "une rame dans la brume");
  await phone.click("form button.primary");
  // The account begins with a letter: the code that comes back proves the address.
  await phone.fill("#code", code((await letter()).text));
  await phone.click("form button.primary");
  await phone.waitForURL(/\/moi$/);

  await desk.goto(`${base}/cloture`);
  await desk.click("button[formaction$='/cloture/fin']");
  await desk.goto(`${base}/suivi`);
  await desk.click("button[name=letter] >> nth=0");
  await desk.waitForSelector("text=Un message est parti.");
  let found = await letter();
  while (!found.text.includes("List-Unsubscribe")) found = await letter();
  assert.deepEqual(found.to, ["lea@exemple.org"]);
  const stop = found.text.match(/^List-Unsubscribe: <(.+)>/m)[1];
  // The address the site calls itself is not the one of this test.
  await phone.goto(site.origin + new URL(stop).pathname);
  await phone.click("text=Ne plus m’écrire");
  await phone.waitForSelector("text=C’est fait");
  await desk.goto(`${base}/suivi`);
  assert.match(await desk.textContent("main"), /Personne n’a demandé de nouvelles/);
  await other.close();
  await context.close();
});
