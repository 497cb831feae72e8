// A4a: a private circle of five, on a phone, from its beginning to its report: a meeting, its photo,
// its note, a workshop, a mandate. An outsider learns nothing of it; a steward leaves, another goes on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ROUTES, found, someone } from "./commons.mjs";
import { photo } from "./picture.mjs";
import { demo, go, launch, looked, open, PHONE } from "./support.mjs";

/** A word that stands in everything of the circle, and nowhere else. */
const CANARY = "Zanzibarelle";

/** Addresses whose holes are something of the circle, and those without one. */
const asked = (holes) => ROUTES.flatMap((route) => {
  const names = [...route.matchAll(/:(\w+)/g)].map((one) => one[1]);
  if (names.some((name) => !(name in holes))) return [];
  return [route.replace(/:(\w+)/g, (_, name) => holes[name])];
});

/** Opens what is folded. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll("main details").forEach((one) => { one.open = true; }));

test("A4a: a private circle lives a month here, and nobody outside learns of it", async () => {
  const [browser, site] = await Promise.all([launch(), demo()]);
  try {
    const origin = new URL(site.newcomer).origin;
    const lea = await open(browser, site);
    const { page } = lea;
    // Lea has an account; the four others come by a link that she hands over.
    await page.goto(site.facilitator);
    await go(page, "main button[type=submit]");
    await page.goto(`${origin}/communautes`);
    await go(page, "main a[href='/communautes/nouvelle']");
    await page.fill("#name", `Cercle ${CANARY}`);
    await unfold(page);
    await page.check("input[name=admission][value=by-link]");
    await page.check("input[name=spread][value=local]");
    await go(page, "main button.primary");
    const community = new URL(page.url()).pathname;
    await page.goto(`${origin}${community}/membres`);
    await go(page, `form[action='${community}/lien'] button`);
    const link = (await page.content()).match(/\/rejoindre\/[0-9a-f]+/)[0];
    const people = [];
    for (const name of ["Awa", "Bruno", "Chantal", "Dario"]) {
      const other = await open(browser, site);
      await other.page.goto(origin + link);
      await other.page.fill("#name", name);
      await go(other.page, "main button.primary");
      assert.match(await other.page.textContent("main"), new RegExp(CANARY));
      people.push(other);
    }
    await page.goto(origin + community);
    assert.match(await page.textContent("main"), /5 personnes/);

    // A meeting that was held, its photo, what was said, the note of it.
    await go(page, `a[href='${community}/rencontres/nouvelle']`);
    await unfold(page);
    await page.fill("#title", `Souper ${CANARY}`);
    await page.fill("#day", "2026-11-02");
    await page.fill("#from", "18:00");
    await page.fill("#to", "20:00");
    await page.fill("#place", "Chez Awa");
    await go(page, "main button.primary");
    const meeting = new URL(page.url()).pathname;
    await looked(page);
    await page.setViewportSize(PHONE);
    await go(page, `a[href='${meeting}/fichiers#ajout']`);
    await page.setInputFiles("#file", photo("table.png", 2000, 1500));
    await page.fill("#description", `La table de ${CANARY}`);
    await page.check("input[name=faces][value=nobody]");
    await go(page, "form[data-photo] button.primary");
    await page.waitForSelector("figure img");
    assert.equal(await page.getAttribute("figure img", "alt"), `La table de ${CANARY}`);
    assert.ok(await page.evaluate(() => { const it = document.querySelector("figure img"); it.loading = "eager"; return it.decode().then(() => it.naturalWidth > 400); }), "the photo is seen");
    const file = found(await page.content(), /href="\/fichiers\/([0-9a-f]+)\/fiche"/);
    await looked(page);
    await page.setViewportSize(PHONE);
    const [awa] = people;
    await awa.page.goto(`${origin}${meeting}/releve`);
    await awa.page.fill("#words", `a/ ${CANARY} se fait à plusieurs`);
    await go(awa.page, `form[action='${meeting}/releve'] button[type=submit]`);
    await page.goto(`${origin}${meeting}/releve`);
    await go(page, `form[action='${meeting}/synthese'] button`);
    const note = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
    await awa.page.goto(origin + note);
    assert.match(await awa.page.textContent("main"), new RegExp(CANARY), "the note of the meeting is for those in the circle");
    await awa.page.goto(origin + meeting);
    assert.match(await awa.page.textContent("main"), new RegExp(`Souper ${CANARY}`));
    assert.equal(await awa.page.getAttribute("main figure img", "alt"), `La table de ${CANARY}`);

    // A workshop of the circle.
    await page.goto(`${origin}/ateliers/nouveau`);
    await unfold(page);
    await page.fill("#title", `Atelier ${CANARY}`);
    await page.selectOption("#community_id", community.split("/")[2]);
    await go(page, "main button.primary");
    const workshop = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
    await awa.page.goto(origin + community);
    assert.match(await awa.page.textContent("main"), new RegExp(`Atelier ${CANARY}`));

    // A mandate, its hours, its report.
    await page.goto(`${origin}${community}/mandats/nouveau`);
    await unfold(page);
    const bruno = await page.evaluate(() => [...document.querySelectorAll("#person option")].find((one) => /Bruno/.test(one.textContent)).value);
    await page.selectOption("#person", bruno);
    await page.fill("#title", `Noter pour ${CANARY}`);
    await page.fill("#from", "2026-11-01");
    await page.fill("#hours", "6");
    await go(page, "main button.primary");
    const mandate = new URL(page.url()).pathname;
    await people[1].page.goto(`${origin}/moi/mandats`);
    await go(people[1].page, `form[action='${mandate}/heures'] button >> nth=0`);
    await page.goto(`${origin}${community}/mandats`);
    assert.match(await page.textContent("main"), /noté : \d+ (minutes|h)|30 minutes|une heure/i);
    const report = await page.evaluate(async (address) => (await fetch(address)).text(), `${community}/mandats.csv`);
    assert.match(report, new RegExp(`Bruno.*${CANARY}`));

    // Nobody outside learns of it: neither a stranger nor somebody with an account, by any page, feed,
    // list, search or guess.
    const holes = {
      community: community.split("/")[2], meeting: meeting.split("/")[2], mandate: mandate.split("/")[2],
      note: note.split("/")[2], id: workshop.split("/")[2], file, side: "480", number: "1",
    };
    const addresses = [...asked(holes), `/recherche?q=${CANARY}`, `/recherche?q=souper`, "/notes?page=1"];
    assert.ok(addresses.length > 60, `${addresses.length} addresses`);
    const outsiders = [await someone(browser, origin), await someone(browser, origin, site.editor)];
    for (const one of outsiders) {
      for (const address of addresses) {
        const answer = await one.context.request.get(origin + address, { maxRedirects: 5 });
        const text = address.startsWith("/recherche?q=Zan") ? (await answer.text()).replaceAll(new RegExp(`(value="|<title>[^<]*|« ?)${CANARY}`, "g"), "") : await answer.text();
        assert.ok(!text.includes(CANARY), `${address} shows it: ${answer.status()}`);
      }
      for (const address of [community, meeting, `${meeting}/fichiers`, mandate, note, `/fichiers/${file}`]) {
        const { status } = await one.context.request.get(origin + address).then((it) => ({ status: it.status() }));
        assert.ok([401, 404].includes(status), `${address}: ${status}`);
      }
    }
    for (const one of outsiders) await one.context.close();

    // Whoever looks after it names somebody else, and leaves; the circle goes on.
    await page.goto(`${origin}${community}/membres`);
    await unfold(page);
    const naming = page.locator(`form[action='${community}/responsables']`);
    const count = await naming.count();
    assert.ok(count >= 4, `${count} may be named`);
    const awaId = await page.evaluate((action) => {
      const rows = [...document.querySelectorAll(`form[action='${action}']`)];
      return rows.find((form) => /Awa/.test(form.closest("li").textContent)).querySelector("[name=person]").value;
    }, `${community}/responsables`);
    await go(page, `form[action='${community}/responsables']:has([value='${awaId}']) button`);
    await page.goto(`${origin}${community}/depart`);
    await go(page, "main button.primary, main button.danger");
    const gone = await lea.context.request.get(origin + meeting);
    assert.equal(gone.status(), 404, "whoever left sees no more of it");
    await awa.page.goto(`${origin}${community}/reglages`);
    assert.match(await awa.page.textContent("main"), /Réglages|réglages/);
    await awa.page.goto(origin + community);
    assert.match(await awa.page.textContent("main"), /4 personnes/);
    for (const one of [lea, ...people]) assert.deepEqual(one.troubles, []);
  } finally {
    await browser.close();
    await site.stop();
  }
});
