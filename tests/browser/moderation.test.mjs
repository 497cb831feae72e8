// What must not stay in a note, from a phone of 360 pixels: reported by a newcomer, erased by
// whoever wrote it, and put back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, go, looked, PHONE } from "./support.mjs";
import { aNote, at, near, person, shown } from "./stage.mjs";

/** Checks the page; a picture of it, when somebody wants to look at it. */
async function seen(page, name) {
  await looked(page);
  if (!process.env.PICTURES) return;
  for (const [viewport, colorScheme] of [[DESK, "dark"], [PHONE, "light"]]) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${process.env.PICTURES}/${name}-${viewport.width}.png`, fullPage: true });
  }
}

/** Sends what the page refuses: it says so in place, and keeps what was written. */
async function refused(page, selector) {
  await page.click(selector);
  await page.waitForSelector("[role=alert]");
}

test("D4: a note is reported by a newcomer; whoever wrote it erases a passage, and puts it back", async () => {
  const { page: guest } = await person(near.newcomer);
  const note = await aNote(guest);
  await guest.goto(at("/moi/signalements"));
  await seen(guest, "mes-signalements-vide");
  await guest.goto(at(`${note}/signalement`));
  await seen(guest, "signalement");
  // Nothing is said for whoever reports.
  await guest.check("input[name=reason] >> nth=0");
  await go(guest, "main button.primary");
  assert.match(await guest.textContent("[role=status]"), /Merci/);
  await guest.goto(at("/moi/signalements"));
  await seen(guest, "mes-signalements");
  assert.match(await guest.textContent("main"), /quelqu’un va regarder/);

  const { page: host } = await person(near.facilitator);
  await host.goto(at(note));
  const passage = (await host.textContent(".prose p")).trim().split(/\s+/).slice(0, 3).join(" ");
  await host.goto(at(`${note}/effacement`));
  await host.fill("#passage", "a");
  await refused(host, "button[value=chercher]");
  await seen(host, "effacement-court");
  assert.equal(await host.inputValue("#passage"), "a");
  await host.fill("#passage", passage);
  await host.click("button[value=chercher]");
  await host.waitForSelector("input[name=compris]");
  await seen(host, "effacement-trouve");
  await refused(host, "button[value=effacer]");
  await seen(host, "effacement-cochez");
  await host.check("input[name=compris]");
  await host.click("button[value=effacer]");
  await host.waitForURL(/effacement\/[0-9a-f]+/);
  await seen(host, "effacement-apres");
  const erased = host.url();
  for (const [path, name] of [["/signalements", "signalements"], [`${note}/moderation`, "moderation"], ["/registre", "registre"]]) {
    await host.goto(at(path));
    await seen(host, name);
  }
  assert.match(await host.textContent("main"), /un passage effacé/);
  await shown(at(note), "▮ ▮ ▮");
  await host.goto(at(note));
  assert.match(await host.textContent("p.notice"), /Il peut encore revenir/);
  assert.ok(!(await host.textContent(".prose")).includes(passage));
  await seen(host, "note-apres");
  await host.goto(erased);
  await host.click("form[action$='/retour'] button");
  await host.waitForSelector("form[action$='/retour']", { state: "detached" });
  await seen(host, "effacement-remis");
  await shown(at(note), passage);
});
