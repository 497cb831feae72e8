// Every page of the site, each for someone who may see it: a demonstration with workshops
// before, during and after. The list of addresses is that of `web/src/shell/routes.rs`.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { photo } from "./picture.mjs";
import { demo, serve } from "./support.mjs";

const source = readFileSync(new URL("../../web/src/shell/routes.rs", import.meta.url), "utf8");
/** The addresses that are asked for with GET, as the table of routes has them. */
export const ROUTES = [...source.matchAll(/^ {4}\w+\([\w, ]*\) "([^"]+)" get =>/gm)].map((one) => one[1].replace(/\{(\w+)\}/g, ":$1"));
assert.ok(ROUTES.length > 50, "the table of routes is written another way");

/** Those that answer with something else than a page. */
export const NOT_PAGES = [
  "/sante", "/metrics", "/statique/:name", "/travailleur.js", // for programs
  "/a/:code/ecran/direct", "/ateliers/:id/direct", // streams
  "/a/:code/matiere/:photo", "/ateliers/:id/photos/:photo", "/moi/donnees/photos/:photo", "/fichiers/:file", "/fichiers/:file/taille/:side", // pictures
  "/a/:code/seance.ics", "/rencontres/:meeting/rencontre.ics", "/communautes/:community/mandats.csv", "/ateliers/:id/mandats.csv", "/ateliers/:id/trousse", "/ateliers/:id/bilan.csv", "/ateliers/:id/bilan.json",
  "/notes/:note/historique.atom", "/notes/:note/historique.json", "/notes/:note/export.zip",
  "/moi/donnees/fichier", "/moi/donnees/page", // files
  "/a/:code/parcours", "/a/:code/matiere", "/notes/au-hasard", // ways to another page
  "/a/:code/pouls", // a piece of one
];

/** Someone on the site: pages in a browser context of their own, forms sent without one. */
export async function someone(browser, origin, link) {
  const context = await browser.newContext({ locale: "fr-CA", reducedMotion: "reduce" });
  const request = context.request;
  /** Sends a form as its page would; answers where it leads, or the page it shows. */
  const act = async (address, form, files) => {
    const data = { command_id: randomUUID(), ...form, ...files };
    const answer = await request.post(new URL(address, origin).href, {
      headers: { origin }, maxRedirects: 0, [files ? "multipart" : "form"]: data,
    });
    assert.ok([200, 303].includes(answer.status()), `${address}: ${answer.status()} ${said(await answer.text())}`);
    return answer.headers().location || answer.text();
  };
  const get = async (address) => (await request.get(new URL(address, origin).href)).text();
  const one = { context, act, get };
  if (link) await act(new URL(link).pathname, {});
  return one;
}

/** A page in a line, for whoever looks for what went wrong. */
const said = (page) => page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").slice(0, 400);

/** What `pattern` finds on a page. */
export const found = (page, pattern) => {
  const match = page.match(pattern);
  assert.ok(match, `${pattern} in ${said(page)}`);
  return match[1];
};

/** Makes an account with the first link of a site just begun, which runs workshops. */
export const facilitates = (person, link) => person.act(new URL(link).pathname, {
  name: "Marie", email: "marie@exemple.org", password: "un sillage sur le lac",
});

/** A note with a little of everything that Markdown can make. */
const RICH = `

## L'essentiel d'hier

Une page d'\`ailleurs('ici')\`, **l'idée** d'Anne ; *qu'en dire* ? ~~rien~~ https://exemple.org/l'eau

- [x] fait
- [ ] à faire
  1. d'abord
  2. ensuite

> Une chose qu'on a entendue.

| Quoi | Combien | Quand |
|:-----|:-------:|------:|
| l'un | 1       | hier  |

\`\`\`rust
let long = "${"une ligne qui va loin ".repeat(12)}";
\`\`\`

***

Une ligne,
et une autre.
`;

/** A workshop that runs; its address, its code, and who came in. */
async function room(marie, newcomer, script, names) {
  const base = await marie.act("/ateliers", {
    script, title: `L'entraide d'ici (${script})`, places: "12", goal: "8", tone: "vous", on: "2026-12-01",
  });
  await marie.act(`${base}/ouverture`, {});
  const code = found(await marie.get(`${base}/console`), /<strong class="code">([^<]+)/).replace(/\s/g, "");
  const people = {};
  for (const name of names) {
    people[name] = await newcomer();
    await people[name].act(`/a/${code}`, { name });
  }
  return { base, code, people };
}

/** Writes a draft, and publishes it when told to whom. */
export async function writes(person, code, idea, visibility) {
  const step = (word) => `/a/${code}/parcours/${word}`;
  await person.act(step("porte"), { door: "tell" });
  await person.act(step("idee"), { idea });
  if (!visibility) return;
  const base = found(await person.get(step("brouillon")), /name="base" value="(\d+)"/);
  await person.act(step("brouillon"), { base, title: idea, context: "C'était un mardi.", learnt: "Qu'on attend." });
  await person.act(step("apercu"), {});
  await person.act(step("publication"), { visibility, wall: "1" });
}

/** Starts a site and fills it; `pages` has `{ route, address, who, name }` for each page. */
export async function commons(browser) {
  const site = await demo();
  const origin = new URL(site.newcomer).origin;
  const newcomer = () => someone(browser, origin);
  const marie = await someone(browser, origin, site.facilitator);
  const ahmed = await newcomer();
  await ahmed.act("/connexion", { email: "edition@exemple.org", password: "un sillage sur le lac" });
  const stranger = await newcomer();
  const who = { marie, ahmed, stranger };
  const pages = [];
  const see = (name, route, address = route) => pages.push({ route, address, who: who[name], name });

  // A note with a history, a conflict that waits, a suggestion, and all of Markdown.
  const listed = await stranger.get("/recherche?q=chaise+libre");
  const note = found(listed, /href="(\/notes\/\w{32})"/);
  const text = async (person) => {
    const page = await person.get(`${note}/modifier`);
    const raw = found(page, /<textarea[^>]*name="body"[^>]*>([^<]*)/);
    const body = raw.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", "\"").replaceAll("&amp;", "&");
    return { base: found(page, /name="base" value="(\d+)"/), title: "Bien accueillir une nouvelle personne", body };
  };
  const begun = await text(ahmed);
  await ahmed.act(`${note}/modification`, { ...begun, body: begun.body + RICH, summary: "D'autres formes" });
  const before = await text(ahmed);
  const other = (words) => ({ ...before, body: before.body.replace("Demander ce qui a aidé", words) });
  await ahmed.act(`${note}/modification`, other("Demander à chacun ce qui l'a aidé"));
  const variant = await marie.act(`${note}/modification`, other("Écouter ce qui n'a pas aidé"));
  assert.match(variant, /variantes/);
  await stranger.act(`${note}/coquille`, { rang: "1", base: before.base, text: "Écrire à la personne, en trois phrases." });
  const erasure = await marie.act(`${note}/effacement`, { passage: "Demander ce qui", compris: "1", action: "effacer" });
  await ahmed.act(`${note}/signalement`, { reason: "personal" });
  const suggestion = found(await marie.get(note), /href="(\/notes\/\w+\/suggestions\/\w+)/);

  // During: a path of nine steps, people at several of them.
  const first = await room(marie, newcomer, "premiere-note-75", ["Rosalie", "Omar", "Léa D'Arc", "Luc", "Kim"]);
  const { Rosalie, Omar, Luc, Kim, "Léa D'Arc": Lea } = first.people;
  Object.assign(who, { Rosalie, Omar, Luc, Kim, Lea });
  const at = (code, word) => `/a/${code}/parcours/${word}`;
  await Rosalie.act(at(first.code, "tour-de-table"), { region: "Estrie", asked: "quote", quote: "1" });
  await writes(Rosalie, first.code, "L'idée d'une soupe", null);
  await writes(Omar, first.code, "Ce qu'on garde", "everyone");
  await writes(Lea, first.code, "L'attente", null);
  const draft = found(await Lea.get(at(first.code, "brouillon")), /name="base" value="(\d+)"/);
  await Lea.act(at(first.code, "brouillon"), { base: draft, title: "L'attente", context: "C'était long." });
  await Lea.act(`/a/${first.code}/regard/demande`, {});
  await Lea.act(`/a/${first.code}/main`, { reason: "words" });
  await Luc.act(at(first.code, "porte"), { door: "transpose" });
  await Luc.act(at(first.code, "idee"), { text: "Compte rendu d'hier\n\nNous avons parlé.\n\nforumContacter l'équipe\n" });
  await marie.act(`${first.base}/annonce`, { words: "On s'arrête dans cinq minutes." });
  const item = found(await marie.get(`${first.base}/console`), /name="item" value="([^"]+)"/);
  await marie.act(`${first.base}/rythme/depart`, { item });
  await marie.act(`${first.base}/releve`, { words: "a/ L'attente change tout" });
  const sheet = await marie.act(`${first.base}/releve`, { words: "q/ Qui s'en occupe ?" });
  const line = found(await marie.get(sheet), /href="(\/ateliers\/\w+\/releve\/\w+)"/);
  const role = new URL(found(await marie.act(`${first.base}/roles/lien`, { role: "notes" }), /id="link">([^<]+)/)).pathname;
  const desk = await marie.get(`${first.base}/console`);
  const person = found(desk, /href="(\/ateliers\/\w+\/salle\/[\w-]+)/);
  const screen = found(desk, /href="([^"]+\/ecran\?[^"]+)"/).replaceAll("&amp;", "&");

  // Steps that other paths have.
  const canvas = await room(marie, newcomer, "processus", ["Ana"]);
  const retreat = await room(marie, newcomer, "retraite", ["Noé"]);
  const gathering = await room(marie, newcomer, "rencontre", ["Zoé"]);
  who.Ana = canvas.people.Ana;
  who["Noé"] = retreat.people["Noé"];
  who["Zoé"] = gathering.people["Zoé"];
  await writes(who["Noé"], retreat.code, "Un long texte", null);
  await marie.act(`${gathering.base}/releve`, { words: "a/ L'attente aide" });
  await marie.act(`${gathering.base}/synthese`, {});

  // After: a workshop that ended, with enough people for figures.
  const past = await room(marie, newcomer, "express", ["Un", "Deux", "Trois", "Quatre", "Cinq", "Six"]);
  await writes(past.people.Un, past.code, "Ce qu'il reste", "everyone");
  await writes(past.people.Deux, past.code, "Ce qu'on emporte", "workshop");
  await marie.act(`${past.base}/fermeture`, {});
  Object.assign(who, { Un: past.people.Un, Deux: past.people.Deux });

  const all = (names, route, address) => { for (const name of names) see(name, route, address); };
  all(["stranger", "marie", "Rosalie"], "/");
  for (const route of ["/notes", "/ce-qui-est-enregistre", "/code-source", "/a", "/definitions", "/reprendre", "/connexion", "/connexion/code", "/compte", "/style"]) see("stranger", route);
  see("Omar", "/compte");
  see("stranger", "/recherche", "/recherche?q=accueil");
  see("marie", "/recherche", "/recherche?q=introuvable");
  see("stranger", "/a/:code", `/a/${first.code}`);
  const steps = (name, code, words) => { for (const word of words) see(name, "/a/:code/parcours/:step", at(code, word)); };
  steps("Rosalie", first.code, ["tour-de-table", "lecture", "porte", "idee", "brouillon", "cloture"]);
  steps("Omar", first.code, ["publication", "merci", "relier", "cloture"]);
  steps("Lea", first.code, ["apercu", "publication"]);
  steps("Luc", first.code, ["brouillon"]);
  steps("Kim", first.code, ["tour-de-table", "porte"]);
  steps("Ana", canvas.code, ["tour-de-table", "canevas"]);
  see("Ana", "/a/:code/parcours/:step", `${at(canvas.code, "canevas")}?carte=1`);
  steps("Noé", retreat.code, ["idee", "blocs", "apercu"]);
  steps("Zoé", gathering.code, ["recolte", "cloture"]);
  steps("Un", past.code, ["merci"]);
  see("Luc", "/a/:code/menage", `/a/${first.code}/menage`);
  for (const name of ["Rosalie", "Lea"]) see(name, "/a/:code/main", `/a/${first.code}/main`);
  for (const word of ["mur", "regard", "scribe"]) see("Omar", `/a/:code/${word}`, `/a/${first.code}/${word}`);
  see("Omar", "/a/:code/fin", `/a/${first.code}/fin`);
  see("Omar", "/a/:code/en-route", `/a/${first.code}/en-route`);
  see("stranger", "/a/:code/ecran", screen);

  for (const route of ["/ateliers", "/ateliers/nouveau", "/ateliers/comparer"]) see("marie", route);
  const pieces = ["", "/deroule", "/roles", "/mandats", "/mandats/nouveau", "/affiche", "/feuille", "/releve", "/suivi", "/rejouer", "/bilan", "/sources", "/tour-de-table", "/console", "/cloture"];
  for (const piece of pieces) see("marie", `/ateliers/:id${piece}`, first.base + piece);
  await marie.act(`${past.base}/recit/visibilite`, { shown: "1" });
  see("stranger", "/ateliers/:id/recit", `${past.base}/recit`);
  see("marie", "/ateliers/:id/recit/choix", `${past.base}/recit/choix`);
  see("stranger", "/ateliers");
  for (const piece of ["", "/suivi", "/rejouer", "/bilan", "/console", "/cloture"]) see("marie", `/ateliers/:id${piece}`, past.base + piece);
  see("marie", "/ateliers/:id/sources", `${gathering.base}/sources`);
  see("marie", "/ateliers/:id/releve/:item", line);
  see("marie", "/ateliers/:id/salle/:person", person);
  see("stranger", "/role/:token", role);
  see("stranger", "/nouvelles/:id/:person/:mark", `/nouvelles/${past.base.split("/")[2]}/personne/marque`);

  for (const name of ["stranger", "marie"]) see(name, "/notes/:note", note);
  for (const query of ["vue=auteurs", "vue=age", "au=2026-08-01"]) see("stranger", "/notes/:note", `${note}?${query}`);
  for (const piece of ["/historique", "/film", "/coquille"]) see("stranger", `/notes/:note${piece}`, note + piece);
  for (const piece of ["/modifier", "/liens", "/historique", "/moderation", "/effacement"]) see("marie", `/notes/:note${piece}`, note + piece);
  see("stranger", "/notes/:note/historique", `${note}/historique?filtre=1&sorte=edit`);
  see("stranger", "/notes/:note/historique", `${note}/historique?comparer=1`);
  see("stranger", "/notes/:note/film", `${note}/film?v=4`);
  see("stranger", "/notes/:note/coquille", `${note}/coquille?phrase=2`);
  for (const view of ["", "&vue=cote", "&vue=source", "&vue=avant-apres"]) see("stranger", "/notes/:note/comparer", `${note}/comparer?de=1&a=9${view}`);
  see("marie", "/notes/:note/versions/:number", `${note}/versions/3`);
  see("marie", "/notes/:note/versions/:number/annulation", `${note}/versions/5/annulation`);
  see("marie", "/notes/:note/versions/:number/masquage", `${note}/versions/3/masquage`);
  see("stranger", "/notes/:note/phrases/:number", `${note}/phrases/1`);
  see("marie", "/notes/:note/variantes/:variant", variant);
  see("marie", "/notes/:note/suggestions/:suggestion", suggestion);

  for (const name of ["marie", "Omar"]) for (const route of ["/moi", "/moi/compte", "/deconnexion"]) see(name, route);
  // Communities: begun, asked for, shared with; by its steward, a member, somebody who is not in it.
  const community = await marie.act("/communautes/nouvelle", { name: "Cercle du mardi", label: "cercle", about: "On se retrouve le mardi.", admission: "on-request", spread: "local" });
  await marie.act(`${community}/mandat`, { mandate: "Apprendre les unes des autres.", goals: "Se voir chaque mois\nÉcrire une note chacune", review: "2027-03-31" });
  await marie.act(`${community}/lieux`, { places: "Café de la Rive", tools: "Liste de courriels" });
  await marie.act(`${community}/lien`, {});
  await Omar.act(`${community}/demande`, { words: "Je viens du même quartier." });
  const steward = await marie.get(`${community}/membres`);
  const joining = steward.match(/\/rejoindre\/[0-9a-f]+/)[0];
  for (const name of ["stranger", "marie"]) for (const [route, address] of [["/communautes", "/communautes"], ["/communautes/:community", community]]) see(name, route, address);
  see("Omar", "/communautes/:community", community);
  see("marie", "/communautes/nouvelle");
  for (const piece of ["/membres", "/reglages", "/depart"]) see("marie", `/communautes/:community${piece}`, community + piece);
  for (const name of ["stranger", "Omar"]) see(name, "/rejoindre/:token", joining);
  // Meetings: announced, come to, taken note of, told.
  const hours = { from: "18:30", to: "20:30", zone: "America/Montreal" };
  const meeting = await marie.act(`${community}/rencontres/nouvelle`, { title: "Café des pratiques", about: "Ce qu'on a essayé depuis la dernière fois.", place: "Café de la Rive", day: "2027-03-11", kind: "gathering", rhythm: "month", times: "3", ...hours });
  await marie.act(`${meeting}/presence`, {});
  await marie.act(`${meeting}/releve`, { kind: "learning", words: "a/ Se voir change tout\n- surtout le mardi\nb/ Un lieu à nous" });
  const synthesis = await marie.act(`${meeting}/synthese`, {});
  const writing = await marie.act(`${community}/rencontres/nouvelle`, { title: "Trois jours pour écrire", day: "2027-06-04", last_day: "2027-06-06", kind: "retreat", places: "12", ...hours });
  await marie.act(`${writing}/presence`, {});
  await marie.act(`${writing}/objectif`, { moment: "start", words: "Finir ma note sur les essais" });
  see("marie", "/communautes/:community", community);
  for (const piece of ["", "/nouvelle"]) see("marie", `/communautes/:community/rencontres${piece}`, `${community}/rencontres${piece}`);
  for (const piece of ["", "/reglages", "/releve", "/sources", "/effacement"]) see("marie", `/rencontres/:meeting${piece}`, meeting + piece);
  see("marie", "/rencontres/:meeting", writing);
  see("marie", "/notes/:note", synthesis);
  // Mandates: given, hours noted.
  const self = (await marie.get(`${community}/mandats/nouveau`)).match(/<option value="([^"]+)"/)[1];
  const mandate = await marie.act(`${community}/mandats`, { person: self, task: "capture", title: "Noter le mardi", from: "2026-11-01", hours: "12", amount: "600", funder: "Fondation du lac" });
  await marie.act(`${mandate}/heures`, { noted_on: "2026-11-24", minutes: "90" });
  for (const piece of ["", "/nouveau"]) see("marie", `/communautes/:community/mandats${piece}`, `${community}/mandats${piece}`);
  see("marie", "/mandats/:mandate", mandate);
  see("marie", "/moi/mandats");
  const lines = await marie.get(`${meeting}/releve`);
  see("marie", "/rencontres/:meeting/releve/:item", lines.match(/\/rencontres\/[^/"]+\/releve\/[0-9a-zA-Z-]+/)[0]);
  // Writing anywhere: the ways, and a draft that waits for whom it is for.
  see("Omar", "/notes/nouvelle");
  for (const way of ["texte", "reference", "gabarit", "libre", "gabarit&gabarit=rencontre"]) see("Omar", "/notes/nouvelle", `/notes/nouvelle?facon=${way}`);
  const alone = await Omar.act("/notes/nouvelle", { facon: "libre", title: "Ce qu'on essaiera", body: "Une idée d'ailleurs." });
  see("Omar", "/notes/:note", alone);
  // Pictures and files: of a note, a meeting, a workshop.
  const withFile = async (name, list, file, form) => `/fichiers/${(await who[name].act(list, form, { file })).split("#f-")[1]}`;
  const quay = { description: "Le quai, tôt le matin", faces: "nobody" };
  const ofNote = `${alone.split("?")[0]}/fichiers`;
  const file = await withFile("Omar", ofNote, photo("quai.png", 900, 600), quay);
  await withFile("Omar", ofNote, { name: "plan du quai.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 plan") }, {});
  await withFile("marie", `${meeting}/fichiers`, photo("tableau.png", 700, 900), { ...quay, description: "Le tableau, à la fin de la soirée" });
  await withFile("marie", `${first.base}/fichiers`, { name: "voix.ogg", mimeType: "audio/ogg", buffer: Buffer.from("OggS\0 une voix") }, { faces: "agreed" });
  see("Omar", "/notes/:note/fichiers", ofNote);
  see("Omar", "/fichiers/:file/fiche", `${file}/fiche`);
  see("Omar", "/notes/:note", alone.split("?")[0]);
  see("Omar", "/moi/donnees/fichiers");
  see("marie", "/rencontres/:meeting/fichiers", `${meeting}/fichiers`);
  see("marie", "/rencontres/:meeting", meeting);
  see("marie", "/ateliers/:id/fichiers", `${first.base}/fichiers`);
  // Written with others.
  const shared = `${alone.split("?")[0]}/auteurs`;
  see("Omar", "/notes/:note/auteurs", shared);
  see("Omar", "/notes/:note/fiche", shared.replace("/auteurs", "/fiche"));
  // Whom it is shared with: its authors choose, a reader reads a sentence; a link that opens nothing.
  const readers = `${alone.split("?")[0]}/lecteurs`;
  await Omar.act(`${readers}/lien`, {});
  see("Omar", "/notes/:note/lecteurs", readers);
  see("stranger", "/notes/:note/lecteurs", `${note}/lecteurs`);
  pages.push({ route: "/lire/:token", address: `/lire/${"0".repeat(32)}`, who: stranger, name: "stranger", status: 410 });
  const invitation = async () => new URL(found(await Omar.act(shared, {}), /id="link">([^<]+)/)).pathname;
  for (const name of ["stranger", "ahmed"]) see(name, "/invitation/:token", await invitation());
  await Rosalie.act(await invitation(), {});
  // Writing to whoever wrote a note: the reader's thread, the authors' list and answer.
  const told = (await Omar.act("/notes/nouvelle", { facon: "libre", title: "La soupe d'hier", body: "Elle n'a pas suffi." })).split("?")[0];
  await Omar.act(`${told}/publication`, { visibility: "everyone", chantier: "1" });
  await Rosalie.act(`${told}/conversations`, { message: "Bonjour ! Combien de personnes êtes-vous d'habitude ?\n\nOn en prépare une en mars." });
  const thread = found(await Omar.get(`${told}/conversations`), /href="(\/notes\/\w+\/conversations\/[\w-]+)"/);
  await Omar.act(thread, { message: "Quarante, et on en attendait vingt." });
  await Rosalie.act(`${told}/conversations`, { message: "Merci, c'est bon à savoir." });
  for (const name of ["Rosalie", "Omar"]) see(name, "/notes/:note/conversations", `${told}/conversations`);
  see("Omar", "/notes/:note/conversations/:person", thread);
  for (const name of ["Rosalie", "Omar"]) for (const route of ["/moi/conversations", "/moi/notes"]) see(name, route);
  // What one knows of oneself, and leaving; reporting, and what became of it.
  const own = ["", "/gestes", "/lectures", "/accords", "/regards", "/photos"].map((piece) => `/moi/donnees${piece}`);
  for (const name of ["marie", "Omar"]) for (const route of [...own, "/moi/nom", "/moi/depart", "/moi/signalements"]) see(name, route);
  see("ahmed", "/moi/signalements");
  for (const route of ["/signalements", "/registre", "/moderation"]) see("marie", route);
  see("Omar", "/notes/:note/signalement", `${note}/signalement`);
  see("marie", "/notes/:note/effacement/:erasure", erasure);
  see("marie", "/ateliers/:id/effacement", `${first.base}/effacement`);
  // Links that serve once: one of the demonstration, and the first of a site just begun.
  see("stranger", "/visite/:token", new URL(site.editor).pathname);
  const folder = mkdtempSync(join(tmpdir(), "sillage-new-"));
  const fresh = await serve(folder, {});
  see("stranger", "/animer/:token", fresh.first);
  const looking = found(await marie.act("/moderation", {}), /id="link">([^<]+)/);
  see("stranger", "/veiller/:token", new URL(looking).pathname);
  // What is refused is a page too.
  const refused = (address, status) => ({ route: "(refused)", address, who: stranger, name: "stranger", status });
  pages.push(refused("/nulle-part", 404), refused("/moi", 401), refused(`/a/${past.code}`, 410));
  const stop = async () => {
    await Promise.all([site.stop(), fresh.stop()]);
    rmSync(folder, { recursive: true });
  };
  return { site, origin, who, pages, stop };
}

/** What the table of routes has and `pages` has not. */
export function forgotten(pages) {
  return ROUTES.filter((route) => !NOT_PAGES.includes(route) && !pages.some((page) => page.route === route));
}
