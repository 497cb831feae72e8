// Takes a picture of every page of a running demonstration, at two widths, light
// and dark: `node pictures.mjs <lines printed by sillage demo> <folder>`. For eyes.
import { mkdirSync, readFileSync } from "node:fs";
import { go, launch } from "./support.mjs";

const [, , log, folder] = process.argv;
const told = readFileSync(log, "utf8");
const newcomer = told.match(/Newcomer\s+(\S+)/)[1];
const facilitator = told.match(/Facilitator (\S+)/)[1];
const editor = told.match(/Editor\s+(\S+)/)[1];
mkdirSync(folder, { recursive: true });

const browser = await launch();
const looks = [
  { name: "360-clair", width: 360, height: 740, scheme: "light" },
  { name: "1280-sombre", width: 1280, height: 800, scheme: "dark" },
];
for (const look of looks) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height }, colorScheme: look.scheme, locale: "fr-CA",
  });
  const page = await context.newPage();
  let number = 0;
  const shot = async (name) => {
    number += 1;
    const path = `${folder}/${look.name}-${String(number).padStart(2, "0")}-${name}.png`;
    await page.screenshot({ path, fullPage: true });
  };
  const origin = new URL(newcomer).origin;
  await page.goto(origin + "/"); await shot("accueil");
  await page.goto(newcomer); await shot("entree");
  await go(page, "button.primary"); await shot("porte");
  await go(page, "button[value=tell]"); await shot("idee");
  await page.fill("#idea", "Le silence fait partie du tour de table");
  await go(page, "form button.primary"); await shot("brouillon");
  await page.fill("#context", "Nous étions douze, un mardi soir, dans la salle du centre communautaire.");
  await page.fill("#learnt", "Attendre dix secondes de plus change tout : les personnes discrètes parlent.");
  await go(page, "form button.primary"); await shot("apercu");
  await go(page, "form[action$='/parcours/apercu'] button"); await shot("publication");
  await go(page, "form button.primary"); await shot("en-route");
  await go(page, ".underway a.primary"); await shot("merci");
  await page.goto(newcomer + "/main"); await shot("main");
  await page.goto(newcomer + "/mur"); await shot("mur");
  await page.goto(origin + "/moi"); await shot("moi");
  await page.goto(editor); await shot("visite");
  await go(page, "button.primary"); await shot("historique");
  await go(page, "form button.primary"); await shot("comparer");
  await page.goto(page.url().split("/comparer")[0]); await shot("note");
  await page.goto(page.url() + "/modifier"); await shot("modifier");
  await page.goto(facilitator); await go(page, "button.primary"); await shot("console");
  const screen = await page.getAttribute("a[target=_blank]", "href");
  await page.goto(origin + screen); await shot("ecran");
  await page.goto(new URL(facilitator).origin + "/ateliers/nouveau"); await shot("nouveau");
  await page.goto(origin + "/nulle-part"); await shot("introuvable");
  await context.close();
}
await browser.close();
