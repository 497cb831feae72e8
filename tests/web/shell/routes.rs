//! Every route, as every kind of visitor. A new route without a line here fails.

mod expected;

use app::files::keep::Brought;
use app::groups::items::{Place, read_lines};
use app::groups::mandates::Agreement;
use app::groups::meetings::Announcement;
use app::people::identities::links::Purpose;
use domain::core::ids::{
    CommunityId, FileId, ItemId, MandateId, MeetingId, NoteId, PersonId, WorkshopId,
};
use domain::files::file::{Faces, Of};
use domain::groups::community::{Admission, Spread};
use domain::groups::item::{ItemKind, Sheet, Source};
use domain::groups::mandate::{Task, Within};
use domain::groups::meeting::{Hours, Kind};
use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Role;
use projections::workshops::workshop;
use web::shell::address::routed;
use web::shell::routes::TABLE;

use crate::databases::Engine;
use crate::site::{Guest, Host, Seen};
use expected::EXPECTED;

/// Nobody; a guest of another workshop; a guest of this one; the one who wrote the
/// note; someone with an account; the facilitator; another facilitator.
const VISITORS: [&str; 7] =
    ["stranger", "elsewhere", "in-room", "writer", "member", "facilitator", "other-facilitator"];

/// A small commons, and what stands for the places of an address.
pub(super) struct Scene {
    pub(super) host: Host,
    pub(super) note: NoteId,
    pub(super) workshop: WorkshopId,
    code: String,
    link: String,
    visit: String,
    role: String,
    invitation: String,
    moderating: String,
    item: ItemId,
    pub(super) community: CommunityId,
    joining: String,
    meeting: MeetingId,
    meeting_item: ItemId,
    mandate: MandateId,
    file: FileId,
}

pub(super) async fn scene(canary: &str, visibility: Visibility) -> Scene {
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
    let sheet = Sheet::from(&workshop_id);
    let place = Place { sheet: &sheet, under: None, source: Source::Said };
    let lines = read_lines("a/ Une ligne", ItemKind::Learning, false);
    let key = app::engine::envelope::CommandId::fresh();
    let item =
        world.app.groups().capture(&facilitator, &place, &lines, &key).await.unwrap().remove(0);
    let standing = app::access::Standing { writer: true, ..Default::default() };
    let (notes, writing) = (world.app.notes(), app::notes::coauthors::For::Writing);
    let invitation = notes
        .invite(&note, standing, &writer, writing, &app::engine::envelope::CommandId::fresh())
        .await
        .unwrap();
    let (note, workshop) = (note.note, workshop_id);
    let moderating = world.app.people().moderator_link(None).await.unwrap();
    let (community, joining) = community(&host, &writer).await;
    let (meeting, meeting_item) = meeting(&host, &community, &writer).await;
    let mandate = mandate(&host, &community, &writer).await;
    let file = file(&host, &note, &writer).await;
    Scene {
        host,
        note,
        workshop,
        code,
        link,
        visit,
        role,
        invitation,
        moderating,
        item,
        community,
        joining,
        meeting,
        meeting_item,
        mandate,
        file,
    }
}

/// A document that goes with the note.
async fn file(host: &Host, note: &NoteId, writer: &PersonId) -> FileId {
    let brought = Brought {
        name: "plan.pdf".into(),
        bytes: b"%PDF-1.4 plan".to_vec(),
        description: String::new(),
        faces: Some(Faces::Nobody),
    };
    let (of, key) = (Of::Note(note.clone()), app::engine::envelope::CommandId::fresh());
    host.world.app.files().add_file(&of, writer, brought, key).await.unwrap()
}

/// A community that the writer looks after and the guest of the room is in; and its link.
async fn community(host: &Host, writer: &PersonId) -> (CommunityId, String) {
    let groups = host.world.app.groups();
    let key = app::engine::envelope::CommandId::fresh;
    let about = app::groups::communities::Wording { line: "Cercle".into(), ..Default::default() };
    let doors = (Admission::OnRequest, Spread::Mixed);
    let id = groups.found(writer, &about, doors, key()).await.unwrap();
    groups.make_link(&id, writer, &key()).await.unwrap();
    let (token, _) = groups.link_of_community(&id).await.unwrap().unwrap();
    let guest = "in-room".parse().unwrap();
    groups.join_by_link(&token, Some(&guest), ("", "fr"), key()).await.unwrap();
    (id, token)
}

/// A meeting of it, announced by the writer, with a line on its sheet.
async fn meeting(host: &Host, community: &CommunityId, writer: &PersonId) -> (MeetingId, ItemId) {
    let groups = host.world.app.groups();
    let key = app::engine::envelope::CommandId::fresh;
    let starts_at = host.world.app.clock.now() + app::engine::clock::DAY;
    let ends_at = starts_at + app::engine::clock::HOUR;
    let zone = "America/Montreal".parse().unwrap();
    let told = Announcement {
        title: "Rencontre".into(),
        about: String::new(),
        place: String::new(),
        kind: Kind::Gathering,
        hours: vec![Hours { starts_at, ends_at, zone }],
        places: None,
    };
    let found = projections::groups::community::find(&host.world.app.db, community).await;
    let found = found.unwrap().unwrap();
    let id = groups.announce_meeting(&found, writer, &told, key()).await.unwrap();
    let sheet = Sheet::Meeting(id.clone());
    let place = Place { sheet: &sheet, under: None, source: Source::Said };
    let lines = read_lines("a/ Une ligne", ItemKind::Learning, false);
    let item = groups.capture_for_room(writer, &place, &lines, &key()).await.unwrap().remove(0);
    (id, item)
}

/// A mandate that the writer gave to the guest of the room.
async fn mandate(host: &Host, community: &CommunityId, writer: &PersonId) -> MandateId {
    let agreement = Agreement {
        task: Task::Capture,
        from: "2026-11-01".parse().unwrap(),
        until: None,
        hours: None,
        amount: None,
        title: String::new(),
        funder: String::new(),
    };
    let (within, guest) = (Within::Community(community.clone()), "in-room".parse().unwrap());
    let key = app::engine::envelope::CommandId::fresh();
    let groups = host.world.app.groups();
    groups.give_mandate(&within, writer, (&guest, &agreement), key).await.unwrap()
}

impl Scene {
    pub(super) async fn visitor(&self, kind: &str) -> Guest<'_> {
        if kind == "stranger" {
            return self.host.stranger();
        }
        self.host.known(&kind.parse().unwrap()).await
    }

    pub(super) fn address(&self, route: &str) -> String {
        let style = self.host.site.assets.style.name.clone();
        let token = match route {
            _ if route.starts_with("/visite") => &self.visit,
            _ if route.starts_with("/role") => &self.role,
            _ if route.starts_with("/invitation") => &self.invitation,
            _ if route.starts_with("/veiller") => &self.moderating,
            _ if route.starts_with("/rejoindre") => &self.joining,
            _ => &self.link,
        };
        let is_of_meeting = route.starts_with("/rencontres");
        let item = if is_of_meeting { &self.meeting_item } else { &self.item };
        let address = route
            .replace(":community", self.community.as_str())
            .replace(":note", self.note.as_str())
            .replace(":name", &style)
            .replace(":code", &self.code)
            .replace(":step", "porte")
            .replace(":id", self.workshop.as_str())
            .replace(":person", "in-room")
            .replace(":item", item.as_str())
            .replace(":meeting", self.meeting.as_str())
            .replace(":mandate", self.mandate.as_str())
            .replace(":file", self.file.as_str())
            .replace(":side", "480")
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
