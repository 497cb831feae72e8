//! M9: audiences × readers × every surface. Each address that shows something is asked for, as each
//! reader, for a note of each audience: its words are shown to those who may read it, on the pages
//! that are about it, and to nobody else anywhere. An address that has no line here fails.

use app::engine::envelope::CommandId;
use domain::core::ids::PersonId;
use domain::notes::audience::Group;
use domain::notes::visibility::Visibility;
use web::shell::address::routed;
use web::shell::routes::TABLE;

use super::routes::{Scene, scene};
use crate::site::Guest;

/// A word that stands in the title of the note and nowhere else.
const CANARY: &str = "Canarimatrice";

/// Whom the note is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum For {
    Writer,
    Person,
    OtherWorkshop,
    Workshop,
    Community,
    Link,
    Everyone,
}

const AUDIENCES: [For; 7] = [
    For::Writer,
    For::Person,
    For::OtherWorkshop,
    For::Workshop,
    For::Community,
    For::Link,
    For::Everyone,
];

/// Who looks: their name in the scene, and the audiences in which they read the note besides what
/// is for everyone. `holder` has no session: a browser that opened the link.
const READERS: [(&str, &[For]); 8] = [
    ("stranger", &[]),
    ("holder", &[For::Link]),
    ("elsewhere", &[For::OtherWorkshop]),
    ("in-room", &[For::Workshop, For::Community]),
    ("writer", &AUDIENCES),
    ("member", &[For::Person]),
    ("facilitator", &[For::Workshop]),
    ("other-facilitator", &[For::OtherWorkshop]),
];

/// What a surface does with the words of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    /// It is about one note: it shows its title to whoever may read it.
    Note,
    /// It lists notes: it may show it to whoever may read it.
    List,
    /// It never shows a note of somebody, to anybody.
    Nothing,
}

use Shows::{List, Note, Nothing};

/// Every address that is read.
const SURFACES: &[(&str, Shows)] = &[
    ("/", List),
    ("/notes", List),
    ("/style", Nothing),
    ("/notes/au-hasard", Nothing),
    ("/notes/nouvelle", List),
    ("/recherche", List),
];

/// What is expected of an address: said above, or by its beginning. Pages of one's own and of a
/// workshop list notes; `None` when nothing says it.
fn expected(route: &str) -> Option<Shows> {
    if let Some((_, shows)) = SURFACES.iter().find(|(known, _)| *known == route) {
        return Some(*shows);
    }
    Some(match route {
        // Its page, its feed, its history and its versions, as they are and compared.
        "/notes/:note"
        | "/notes/:note/historique"
        | "/notes/:note/historique.atom"
        | "/notes/:note/film"
        | "/notes/:note/comparer"
        | "/notes/:note/lecteurs"
        | "/notes/:note/versions/:number" => Note,
        _ if route.starts_with("/notes/:note/") => List,
        _ if ["/a/", "/ateliers", "/moi"].iter().any(|it| route.starts_with(it)) => List,
        "/invitation/:token" | "/communautes/:community" => List,
        _ if route.starts_with("/rencontres/:meeting") => List,
        "/lire/:token"
        | "/mandats/:mandate"
        | "/role/:token"
        | "/visite/:token"
        | "/animer/:token"
        | "/ce-qui-est-enregistre"
        | "/code-source"
        | "/sante"
        | "/metrics"
        | "/statique/:name"
        | "/travailleur.js"
        | "/a"
        | "/connexion"
        | "/connexion/code"
        | "/deconnexion"
        | "/compte"
        | "/reprendre"
        | "/definitions"
        | "/signalements"
        | "/moderation"
        | "/veiller/:token"
        | "/registre" => Nothing,
        _ if route.starts_with("/communautes") || route.starts_with("/rejoindre/") => Nothing,
        "/fichiers/:file/fiche" => List,
        _ if route.starts_with("/fichiers/") => Nothing,
        _ if route.starts_with("/nouvelles/") => Nothing,
        _ => return None,
    })
}

/// A note for `whom`, in a commons where everyone of [`READERS`] is.
async fn note_for(whom: For) -> Scene {
    let published = match whom {
        For::Workshop => Visibility::Workshop,
        For::Everyone => Visibility::Everyone,
        For::Writer | For::Person | For::OtherWorkshop | For::Community | For::Link => {
            Visibility::Writer
        }
    };
    let scene = scene(CANARY, published).await;
    let (world, writer): (_, PersonId) = (&scene.host.world, "writer".parse().unwrap());
    let note = world.note(&scene.note).await;
    let standing = world.app.standing(&viewer(&scene, &writer).await, &note).await.unwrap();
    match whom {
        For::Person | For::OtherWorkshop | For::Community => {
            let with = match whom {
                For::Person => Group::Person("member".parse().unwrap()),
                For::Community => Group::Community(scene.community.clone()),
                _ => Group::Workshop(elsewhere(&scene).await),
            };
            let command = domain::notes::note::Command::Share { by: writer.clone(), with };
            let envelope = app::engine::envelope::Envelope::from(&writer, CommandId::fresh());
            world
                .app
                .execute::<domain::notes::note::Note>(note.note.as_str(), command, envelope)
                .await
                .unwrap();
        }
        For::Link => {
            let notes = world.app.notes();
            notes.make_link(&note, standing, (&writer, ""), CommandId::fresh()).await.unwrap();
        }
        For::Writer | For::Workshop | For::Everyone => {}
    }
    scene
}

async fn viewer(scene: &Scene, person: &PersonId) -> app::access::Viewer {
    let someone = scene.host.world.app.people().someone(person).await.unwrap();
    app::access::Viewer { someone, links: vec![] }
}

/// The workshop that the note was not written in.
async fn elsewhere(scene: &Scene) -> domain::core::ids::WorkshopId {
    let db = &scene.host.world.app.db;
    let sql = "select group_id from p_membership where person = 'elsewhere'";
    db.row(sql, &[]).await.unwrap().unwrap().cells().parsed().unwrap()
}

async fn reader<'s>(scene: &'s Scene, name: &str) -> Guest<'s> {
    if name != "holder" {
        return scene.visitor(name).await;
    }
    let mut guest = scene.host.stranger();
    let note = scene.host.world.note(&scene.note).await;
    if let Some(secret) = scene.host.world.app.notes().link_of(&note).await.unwrap() {
        assert_eq!(guest.get(&format!("/lire/{secret}")).await.status, 303);
    }
    guest
}

#[test]
fn m9_every_surface_says_what_it_shows() {
    for (method, pattern) in TABLE {
        let route = routed(pattern);
        assert!(*method != "get" || expected(&route).is_some(), "{route} says nothing of notes");
    }
    for (route, _) in SURFACES {
        let known = TABLE.iter().any(|(_, pattern)| routed(pattern) == *route);
        assert!(known, "{route} is no address");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn m9_nobody_sees_more_than_their_groups_on_any_surface() {
    let mut wrong = vec![];
    let (mut shown, mut listed) = (0, 0);
    for whom in AUDIENCES {
        let scene = note_for(whom).await;
        for (name, reads) in READERS {
            let may = whom == For::Everyone || reads.contains(&whom);
            let mut guest = reader(&scene, name).await;
            for (method, pattern) in TABLE {
                let route = &routed(pattern);
                // Whoever opens these becomes somebody else.
                if *method != "get"
                    || ["/visite", "/animer", "/veiller", "/role"]
                        .iter()
                        .any(|it| route.starts_with(it))
                {
                    continue;
                }
                let address = match route.as_str() {
                    "/recherche" => format!("/recherche?q={CANARY}"),
                    _ => scene.address(route),
                };
                let seen = guest.get(&address).await;
                // What one searched for stands in its own field.
                let page = seen.page.replace(&format!("value=\"{CANARY}\""), "");
                let page = page
                    .replace(&format!("« {CANARY} »"), "")
                    .replace(&format!("« {CANARY} »"), "");
                // An address that names it says nothing by naming it again.
                let named = !route.contains(":note") && page.contains(scene.note.as_str());
                let says = page.contains(CANARY) || named;
                match expected(route) {
                    Some(Note) if may && !says => wrong
                        .push(format!("{route} hides it from {name} ({whom:?}): {}", seen.status)),
                    Some(Nothing) if says => {
                        wrong.push(format!("{route} shows it to {name} ({whom:?})"));
                    }
                    _ if !may && says => wrong
                        .push(format!("{route} shows it to {name} ({whom:?}): {}", seen.status)),
                    _ => {}
                }
                shown += usize::from(may && says && expected(route) == Some(Note));
                listed += usize::from(may && says && expected(route) == Some(List));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(shown > 100 && listed > 50, "it is shown to those it is for: {shown}, {listed}");
}
