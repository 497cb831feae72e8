//! Every route, as every kind of visitor. A new route without a line here fails.

use app::people::identities::links::Purpose;
use app::workshops::items::{Place, read_lines};
use domain::core::ids::{ItemId, NoteId, WorkshopId};
use domain::notes::visibility::Visibility;
use domain::workshops::item::{ItemKind, Source};
use domain::workshops::workshop::Role;
use projections::workshops::workshop;
use web::shell::address::routed;
use web::shell::routes::TABLE;

use crate::databases::Engine;
use crate::site::{Guest, Host, Seen};

/// Nobody; a guest of another workshop; a guest of this one; the one who wrote the
/// note; someone with an account; the facilitator; another facilitator.
const VISITORS: [&str; 7] =
    ["stranger", "elsewhere", "in-room", "writer", "member", "facilitator", "other-facilitator"];

/// What each of them is answered. The note is for the group of the workshop.
const EXPECTED: &[(&str, &str, [u16; 7])] = &[
    ("get", "/", [200; 7]),
    ("get", "/notes", [200; 7]),
    ("get", "/recherche", [200; 7]),
    ("post", "/langue", [303; 7]),
    ("get", "/ce-qui-est-enregistre", [200; 7]),
    ("get", "/code-source", [200; 7]),
    ("get", "/sante", [200; 7]),
    ("get", "/metrics", [200; 7]),
    ("get", "/statique/:name", [200; 7]),
    ("get", "/travailleur.js", [200; 7]),
    ("get", "/a", [200; 7]),
    ("get", "/a/:code", [200, 200, 303, 303, 200, 200, 200]),
    ("post", "/a/:code", [303; 7]),
    ("get", "/a/:code/parcours", [303; 7]),
    ("get", "/a/:code/parcours/:step", [303, 303, 200, 200, 303, 303, 303]),
    ("post", "/a/:code/parcours/:step", [401, 401, 303, 303, 401, 401, 401]),
    ("post", "/a/:code/parcours/:step/suite", [401, 401, 404, 404, 401, 401, 401]),
    ("get", "/a/:code/menage", [303; 7]),
    ("post", "/a/:code/menage", [401, 401, 404, 303, 401, 401, 401]),
    ("post", "/a/:code/menage/retrait", [401, 401, 404, 303, 401, 401, 401]),
    ("get", "/a/:code/main", [303, 303, 200, 200, 303, 303, 303]),
    ("post", "/a/:code/main", [401, 401, 303, 303, 401, 401, 401]),
    ("post", "/a/:code/main/baissee", [401, 401, 303, 303, 401, 401, 401]),
    ("post", "/a/:code/main/brouillon", [401, 401, 404, 303, 401, 401, 401]),
    ("post", "/a/:code/main/brouillon/retrait", [401, 401, 303, 303, 401, 401, 401]),
    ("get", "/a/:code/mur", [303, 303, 200, 200, 303, 303, 303]),
    ("post", "/a/:code/mur", [401, 401, 303, 303, 401, 401, 401]),
    ("get", "/a/:code/pouls", [303, 303, 200, 200, 303, 303, 303]),
    ("post", "/a/:code/pouls", [401, 401, 303, 303, 401, 401, 401]),
    ("get", "/a/:code/matiere", [303; 7]),
    ("post", "/a/:code/matiere", [401, 401, 303, 303, 401, 401, 401]),
    ("get", "/a/:code/matiere/:photo", [303, 303, 404, 404, 303, 303, 303]),
    ("get", "/a/:code/fin", [303, 303, 200, 200, 303, 303, 303]),
    ("post", "/a/:code/suivi", [401, 401, 303, 303, 401, 401, 401]),
    ("get", "/a/:code/regard", [303, 303, 200, 200, 303, 303, 303]),
    ("post", "/a/:code/regard", [401, 401, 303, 303, 401, 401, 401]),
    ("post", "/a/:code/regard/demande", [401, 401, 404, 303, 401, 401, 401]),
    ("post", "/a/:code/regard/retrait", [401, 401, 404, 422, 401, 401, 401]),
    ("get", "/a/:code/scribe", [303, 303, 200, 200, 303, 303, 303]),
    ("post", "/a/:code/scribe", [401, 401, 303, 303, 401, 401, 401]),
    ("post", "/a/:code/scribe/fin", [401, 401, 303, 303, 401, 401, 401]),
    ("post", "/a/:code/scribe/seul", [401, 401, 303, 303, 401, 401, 401]),
    ("post", "/a/:code/ici", [401, 401, 303, 303, 401, 401, 401]),
    ("get", "/a/:code/seance.ics", [303, 303, 404, 404, 303, 303, 303]),
    ("get", "/a/:code/ecran", [404; 7]),
    ("get", "/a/:code/ecran/direct", [404; 7]),
    ("get", "/ateliers", [401, 404, 404, 404, 404, 200, 200]),
    ("post", "/ateliers", [401, 404, 404, 404, 404, 303, 303]),
    ("get", "/ateliers/nouveau", [401, 404, 404, 404, 404, 200, 200]),
    ("post", "/ateliers/trousse", [401, 404, 404, 404, 404, 422, 422]),
    ("get", "/role/:token", [200; 7]),
    ("post", "/role/:token", [303; 7]),
    ("get", "/ateliers/comparer", [401, 404, 404, 404, 404, 200, 200]),
    ("get", "/definitions", [200; 7]),
    ("get", "/ateliers/:id", [404, 404, 404, 404, 404, 200, 404]),
    ("get", "/ateliers/:id/trousse", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/ateliers/:id/repetition", [401, 404, 404, 404, 404, 303, 404]),
    ("get", "/ateliers/:id/deroule", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/ateliers/:id/deroule", [401, 404, 404, 404, 404, 422, 404]),
    ("post", "/ateliers/:id/deroule/ajout", [401, 404, 404, 404, 404, 404, 404]),
    ("post", "/ateliers/:id/deroule/remise", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/deroule/:at/montee", [401, 404, 404, 404, 404, 404, 404]),
    ("post", "/ateliers/:id/deroule/:at/descente", [401, 404, 404, 404, 404, 404, 404]),
    ("post", "/ateliers/:id/deroule/:at/retrait", [401, 404, 404, 404, 404, 404, 404]),
    ("get", "/ateliers/:id/roles", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/ateliers/:id/roles", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/roles/lien", [401, 404, 404, 404, 404, 200, 404]),
    ("post", "/ateliers/:id/roles/mandat", [401, 404, 404, 404, 404, 303, 404]),
    ("get", "/ateliers/:id/feuille", [404, 404, 404, 404, 404, 200, 404]),
    ("get", "/ateliers/:id/releve", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/ateliers/:id/releve", [401, 404, 404, 404, 404, 303, 404]),
    ("get", "/ateliers/:id/releve/:item", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/ateliers/:id/releve/:item", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/releve/:item/mise-de-cote", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/releve/:item/retour", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/releve/:item/fusion", [401, 404, 404, 404, 404, 404, 404]),
    ("post", "/ateliers/:id/synthese", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/photos", [401, 404, 404, 404, 404, 422, 404]),
    ("get", "/ateliers/:id/photos/:photo", [404; 7]),
    ("get", "/ateliers/:id/suivi", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/ateliers/:id/suivi", [401, 404, 404, 404, 404, 404, 404]),
    ("get", "/nouvelles/:id/:person/:mark", [200; 7]),
    ("post", "/nouvelles/:id/:person/:mark", [404; 7]),
    ("get", "/ateliers/:id/rejouer", [404, 404, 200, 200, 404, 200, 404]),
    ("get", "/ateliers/:id/bilan", [404, 404, 404, 404, 404, 200, 404]),
    ("get", "/ateliers/:id/bilan.csv", [404, 404, 404, 404, 404, 422, 404]),
    ("get", "/ateliers/:id/bilan.json", [404, 404, 404, 404, 404, 422, 404]),
    ("get", "/ateliers/:id/sources", [404, 404, 404, 404, 404, 200, 404]),
    ("get", "/ateliers/:id/salle/:person", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/ateliers/:id/salle/:person", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/salle/:person/etape", [401, 404, 404, 404, 404, 404, 404]),
    ("post", "/ateliers/:id/mur", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/salle/:person/fusion", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/rythme", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/rythme/depart", [401, 404, 404, 404, 404, 404, 404]),
    ("post", "/ateliers/:id/rythme/prolongation", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/scene", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/annonce", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/admission/:person", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/presence", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/porte", [401, 404, 404, 404, 404, 404, 404]),
    ("post", "/ateliers/:id/porte/code", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/admission", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/salle/:person/sortie", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/salle/:person/retour", [401, 404, 404, 404, 404, 303, 404]),
    ("get", "/ateliers/:id/cloture", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/ateliers/:id/cloture", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/cloture/fin", [401, 404, 404, 404, 404, 303, 404]),
    ("get", "/ateliers/:id/tour-de-table", [404, 404, 404, 404, 404, 200, 404]),
    ("get", "/ateliers/:id/console", [404, 404, 404, 404, 404, 200, 404]),
    ("get", "/ateliers/:id/direct", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/ateliers/:id/ouverture", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/fermeture", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/places", [401, 404, 404, 404, 404, 303, 404]),
    ("post", "/ateliers/:id/mains/:person", [401, 404, 404, 404, 404, 303, 404]),
    ("get", "/notes/:note", [404, 404, 200, 200, 404, 200, 404]),
    ("post", "/notes/:note/lecture", [404, 404, 204, 204, 404, 204, 404]),
    ("post", "/notes/:note/appreciation", [404, 404, 303, 422, 404, 303, 404]),
    ("post", "/notes/:note/appreciation/retrait", [404, 404, 303, 422, 404, 303, 404]),
    ("post", "/notes/:note/remerciements", [401, 404, 303, 422, 404, 303, 404]),
    ("post", "/notes/:note/publication", [401, 404, 422, 303, 404, 422, 404]),
    ("post", "/notes/:note/retrait", [401, 404, 422, 303, 404, 422, 404]),
    ("get", "/notes/:note/liens", [401, 404, 404, 200, 404, 200, 404]),
    ("post", "/notes/:note/liens", [401, 404, 404, 404, 404, 404, 404]),
    ("post", "/notes/:note/liens/retrait", [401, 404, 404, 404, 404, 404, 404]),
    ("get", "/notes/:note/modifier", [404, 404, 404, 200, 404, 200, 404]),
    ("post", "/notes/:note/modification", [401, 404, 404, 303, 404, 303, 404]),
    ("post", "/notes/:note/brouillon", [401, 404, 404, 200, 404, 200, 404]),
    ("get", "/notes/:note/historique", [404, 404, 200, 200, 404, 200, 404]),
    ("get", "/notes/:note/versions/:number", [404, 404, 200, 200, 404, 200, 404]),
    ("get", "/notes/:note/comparer", [404, 404, 200, 200, 404, 200, 404]),
    ("post", "/notes/:note/restauration", [401, 404, 404, 303, 404, 303, 404]),
    ("get", "/notes/:note/historique.atom", [404, 404, 200, 200, 404, 200, 404]),
    ("get", "/notes/:note/historique.json", [404, 404, 200, 200, 404, 200, 404]),
    ("get", "/notes/:note/export.zip", [404, 404, 200, 200, 404, 200, 404]),
    ("post", "/notes/:note/versions/:number/nom", [401, 404, 404, 303, 404, 303, 404]),
    ("post", "/notes/:note/versions/:number/remerciement", [401, 404, 303, 422, 404, 303, 404]),
    ("get", "/notes/:note/versions/:number/annulation", [404, 404, 404, 404, 404, 404, 404]),
    ("post", "/notes/:note/versions/:number/annulation", [401, 404, 404, 422, 404, 422, 404]),
    ("get", "/notes/:note/versions/:number/masquage", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/notes/:note/versions/:number/masquage", [401, 404, 404, 404, 404, 303, 404]),
    ("get", "/notes/:note/moderation", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/notes/:note/moderation", [401, 404, 404, 404, 404, 303, 404]),
    ("get", "/notes/:note/effacement", [404, 404, 404, 404, 404, 200, 404]),
    ("post", "/notes/:note/effacement", [401, 404, 404, 404, 404, 200, 404]),
    ("get", "/notes/:note/phrases/:number", [404, 404, 200, 200, 404, 200, 404]),
    ("get", "/notes/:note/film", [404, 404, 200, 200, 404, 200, 404]),
    ("get", "/notes/:note/variantes/:variant", [401, 404, 404, 404, 404, 404, 404]),
    ("post", "/notes/:note/variantes/:variant", [401, 404, 404, 404, 404, 404, 404]),
    ("get", "/notes/:note/coquille", [404, 404, 200, 200, 404, 200, 404]),
    ("post", "/notes/:note/coquille", [404, 404, 303, 303, 404, 303, 404]),
    ("get", "/notes/:note/suggestions/:suggestion", [404; 7]),
    ("post", "/notes/:note/suggestions/:suggestion", [401, 404, 404, 404, 404, 404, 404]),
    ("post", "/collage", [401, 200, 200, 200, 200, 200, 200]),
    ("get", "/moi", [401, 200, 200, 200, 200, 200, 200]),
    ("post", "/moi/mots", [401, 303, 303, 303, 303, 303, 303]),
    ("get", "/moi/compte", [401, 200, 200, 200, 200, 200, 200]),
    ("post", "/moi/compte/nom", [401, 303, 303, 303, 303, 303, 303]),
    ("post", "/moi/compte/courriel", [401, 404, 404, 404, 422, 422, 422]),
    ("post", "/moi/compte/mot-de-passe", [401, 404, 404, 404, 422, 422, 422]),
    ("post", "/moi/compte/sessions", [401, 303, 303, 303, 303, 303, 303]),
    ("get", "/compte", [200, 200, 200, 200, 303, 303, 303]),
    ("post", "/compte", [303; 7]),
    ("get", "/reprendre", [200; 7]),
    ("post", "/reprendre", [422; 7]),
    ("get", "/connexion", [200; 7]),
    ("post", "/connexion", [422; 7]),
    ("get", "/connexion/code", [200; 7]),
    ("post", "/connexion/code", [404; 7]),
    ("post", "/deconnexion", [303; 7]),
    ("get", "/animer/:token", [200; 7]),
    ("post", "/animer/:token", [303; 7]),
    ("get", "/visite/:token", [200; 7]),
    ("post", "/visite/:token", [303; 7]),
];

/// A small commons, and what stands for the places of an address.
struct Scene {
    host: Host,
    note: NoteId,
    workshop: WorkshopId,
    code: String,
    link: String,
    visit: String,
    role: String,
    item: ItemId,
}

async fn scene(canary: &str, visibility: Visibility) -> Scene {
    let host = Host::on(Engine::Sqlite).await.unwrap();
    let world = &host.world;
    let facilitator = world.account("Facilitator", true).await;
    let other = world.account("Other-Facilitator", true).await;
    world.account("Member", false).await;
    let workshop_id = world.workshop(&facilitator, 20).await;
    let elsewhere = world.workshop(&other, 20).await;
    for (name, place) in
        [("In-Room", &workshop_id), ("Writer", &workshop_id), ("Elsewhere", &elsewhere)]
    {
        let person = name.to_lowercase().parse().unwrap();
        let key = app::engine::envelope::CommandId::fresh();
        world.app.workshops().enter_workshop(place, Some(&person), name, "fr", key).await.unwrap();
    }
    let writer = "writer".parse().unwrap();
    let note = if visibility == Visibility::Writer {
        world.draft(&writer, &workshop_id, canary).await
    } else {
        world.published(&writer, &workshop_id, canary, visibility).await
    };
    let code = workshop::find(&world.app.db, &workshop_id).await.unwrap().unwrap().code;
    let link = world.app.people().one_time_link(Purpose::Facilitator, None).await.unwrap();
    let visit = world.app.people().one_time_link(Purpose::Visit, Some(&writer)).await.unwrap();
    let role = world.app.workshops().role_link(&workshop_id, Role::Observer).await.unwrap();
    let place = Place { workshop: &workshop_id, under: None, source: Source::Said };
    let lines = read_lines("a/ Une ligne", ItemKind::Learning, false);
    let key = app::engine::envelope::CommandId::fresh();
    let item =
        world.app.workshops().capture(&facilitator, &place, &lines, &key).await.unwrap().remove(0);
    Scene { note: note.note, workshop: workshop_id, code, link, visit, role, item, host }
}

impl Scene {
    async fn visitor(&self, kind: &str) -> Guest<'_> {
        if kind == "stranger" {
            return self.host.stranger();
        }
        self.host.known(&kind.parse().unwrap()).await
    }

    fn address(&self, route: &str) -> String {
        let style = self.host.site.assets.style.name.clone();
        let token = match route {
            _ if route.starts_with("/visite") => &self.visit,
            _ if route.starts_with("/role") => &self.role,
            _ => &self.link,
        };
        let address = route
            .replace(":note", self.note.as_str())
            .replace(":name", &style)
            .replace(":code", &self.code)
            .replace(":step", "porte")
            .replace(":id", self.workshop.as_str())
            .replace(":person", "in-room")
            .replace(":item", self.item.as_str())
            .replace(":mark", "autre")
            .replace(":photo", "00000000000000000000000000000000")
            .replace(":number", if route.contains("phrases") { "0" } else { "1" })
            .replace(":variant", "00000000000000000000000000000000")
            .replace(":suggestion", "00000000000000000000000000000000")
            .replace(":token", token);
        if route.ends_with("/comparer") { format!("{address}?de=1&a=1") } else { address }
    }

    /// This commons, for the next visitor: what changed something leaves another one to them.
    fn unless_changed(self, method: &str, seen: &Seen) -> Option<Self> {
        (method == "get" || seen.status.is_client_error()).then_some(self)
    }

    async fn knock(&self, method: &str, route: &str, kind: &str) -> Seen {
        let mut visitor = self.visitor(kind).await;
        let address = self.address(route);
        if method == "get" {
            return visitor.get(&address).await;
        }
        let email = format!("{kind}@exemple.org");
        let fields = [
            ("title", "Un titre"),
            ("body", "Un texte."),
            ("words", "Merci beaucoup."),
            ("visibility", "everyone"),
            ("base", "1"),
            ("de", "1"),
            ("name", "Quelqu'un"),
            ("email", email.as_str()),
            ("password", "un sillage sur le lac"),
            ("door", "tell"),
            ("places", "12"),
            ("html", "<p>Un <b>mot</b></p>"),
            ("text", "Autre chose, dit autrement."),
            ("passage", "introuvable"),
            ("scene", "wall"),
            ("look", "keep"),
            ("note", self.note.as_str()),
            ("role", "notes"),
            ("into", "writer"),
            ("end", "in-room"),
        ];
        let fields =
            [fields.as_slice(), &[("rang", "0"), ("phrase", "quatre mots au hasard")]].concat();
        let wrong = [("email", email.as_str()), ("password", "autre chose")];
        if route == "/connexion" {
            return visitor.act(&address, &wrong).await;
        }
        visitor.act(&address, &fields).await
    }
}

#[test]
fn every_route_has_its_expectation() {
    for (method, pattern) in TABLE {
        let route = &routed(pattern);
        let known = EXPECTED.iter().any(|(m, r, _)| m == method && r == route);
        assert!(known, "{method} {route} has no line in EXPECTED");
    }
    assert_eq!(EXPECTED.len(), TABLE.len(), "a line of EXPECTED is about no route");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_answers_every_visitor_as_expected() {
    let mut wrong = vec![];
    let mut shared = None;
    for (method, route, expected) in EXPECTED {
        for (kind, status) in VISITORS.iter().zip(expected) {
            let scene = match shared.take() {
                Some(scene) => scene,
                None => scene("Canari", Visibility::Workshop).await,
            };
            let seen = scene.knock(method, route, kind).await;
            shared = scene.unless_changed(method, &seen);
            if seen.status.as_u16() != *status {
                wrong.push(format!(
                    "{method} {route} as {kind}: {} instead of {status}",
                    seen.status
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_but_its_writer_ever_sees_a_draft() {
    let canary = "Canaribrouillon";
    let mut shared = None;
    for (method, route, _) in EXPECTED {
        for kind in VISITORS.iter().filter(|kind| **kind != "writer") {
            // Whoever opens the writer's own links becomes the writer.
            if route.starts_with("/visite") {
                continue;
            }
            let scene = match shared.take() {
                Some(scene) => scene,
                None => scene(canary, Visibility::Writer).await,
            };
            let seen = scene.knock(method, route, kind).await;
            assert!(!seen.says(canary), "{method} {route} shows a draft to {kind}");
            if route.starts_with("/notes/:note") {
                let refused = [401, 404].contains(&seen.status.as_u16());
                assert!(
                    refused,
                    "{method} {route} tells {kind} that there is a draft: {}",
                    seen.status
                );
            }
            shared = scene.unless_changed(method, &seen);
        }
    }
    let scene = scene(canary, Visibility::Writer).await;
    let search = scene.visitor("member").await.get(&format!("/recherche?q={canary}")).await;
    let found = search.page.split("</form>").nth(1).unwrap();
    assert!(!found.contains("/notes/"), "found by searching");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_that_is_not_there_and_one_that_is_hidden_look_the_same() {
    let scene = scene("Canari", Visibility::Writer).await;
    let mut visitor = scene.visitor("member").await;
    let hidden = visitor.get(&format!("/notes/{}", scene.note)).await;
    let missing = visitor.get("/notes/00000000000000000000000000000000").await;
    assert_eq!(hidden.status, missing.status);
    assert_eq!(hidden.page, missing.page);
}
