//! Helping closer: a draft shown on purpose, a step proposed, a note asked for the wall.

use domain::notes::visibility::Visibility;
use domain::workshops::participation::HandReason;
use domain::workshops::workshop::{Act, Role, Scene};
use projections::notes::note;
use projections::workshops::room;

use crate::both;
use crate::site::Host;
use crate::workshops::room::{key, open, step, write_and_publish, writing};

/// Léa's note.
async fn note_of_lea(
    host: &Host,
    place: &projections::workshops::workshop::Workshop,
) -> domain::core::ids::NoteId {
    let people = room::present(&host.world.app.db, &place.workshop).await.unwrap();
    people.into_iter().find(|one| one.name == "Léa").unwrap().remembered.note.unwrap()
}

both! {
    async fn a_draft_is_shown_to_whoever_helps_for_as_long_as_the_hand_is_up(host: Host) {
        let (place, marie) = open(&host, 9).await;
        let app = &host.world.app;
        let mut lea = writing(&host, &place, "Léa", "Brouillon-canari").await;
        let person = room::present(&app.db, &place.workshop).await.unwrap()[0].person.clone();
        let page = format!("/ateliers/{}/salle/{person}", place.workshop);
        let hand = format!("/a/{}/main", place.code);
        let mut helper = host.known(&marie).await;
        let watcher = host.world.account("Veilleuse", false).await;
        let token = app.workshops().role_link(&place.workshop, Role::Observer).await.unwrap();
        let mut observer = host.known(&watcher).await;
        observer.act(&format!("/role/{token}"), &[]).await;
        let mut neighbour = writing(&host, &place, "Omar", "Autre chose").await;
        // Without a hand up, there is nothing to show, and nothing is shown.
        lea.act(&format!("{hand}/brouillon"), &[]).await;
        assert!(!helper.get(&page).await.says("canari"));
        lea.act(&hand, &[("reason", HandReason::Words.word())]).await;
        assert!(!helper.get(&page).await.says("canari"), "a hand is not a draft");
        lea.act(&format!("{hand}/brouillon"), &[]).await;
        assert!(lea.get(&hand).await.says("peuvent lire votre brouillon"));
        assert!(helper.get(&page).await.says("Brouillon-canari"));
        // What she is typing, saved or not.
        let draft = lea.get(&step(&place, "brouillon")).await;
        assert!(draft.says("peuvent lire votre brouillon") && !draft.says("Personne d’autre ne lit"));
        let (base, note) = (draft.field("base"), note_of_lea(&host, &place).await);
        let typed = [("base", base.as_str()), ("title", "Brouillon-canari"), ("context", "En train de taper")];
        lea.act(&format!("/notes/{note}/brouillon"), &typed).await;
        assert!(helper.get(&page).await.says("En train de taper"));
        let console = format!("/ateliers/{}/console", place.workshop);
        let told = helper.get(&console).await;
        assert!(told.says("montre son brouillon") && !told.says("canari"), "no console holds it");
        // Whoever looks without helping, and whoever takes part, see nothing of it.
        let seen = observer.get(&page).await;
        assert!(seen.status == 200 && !seen.says("canari"));
        assert_eq!(neighbour.get(&page).await.status, 404);
        lea.act(&format!("{hand}/brouillon/retrait"), &[]).await;
        assert!(!helper.get(&page).await.says("canari"));
        lea.act(&format!("{hand}/brouillon"), &[]).await;
        lea.act(&format!("{hand}/baissee"), &[]).await;
        assert!(lea.get(&step(&place, "brouillon")).await.says("Personne d’autre ne lit"));
        assert!(!helper.get(&page).await.says("canari"));
        // Nor when the hand goes up again for another reason.
        lea.act(&hand, &[("reason", "button")]).await;
        assert!(!helper.get(&page).await.says("canari"));
    }

    async fn a_step_is_proposed_and_nobody_is_pulled(host: Host) {
        let (place, marie) = open(&host, 9).await;
        let app = &host.world.app;
        let mut lea = writing(&host, &place, "Léa", "Une idée").await;
        let person = room::present(&app.db, &place.workshop).await.unwrap()[0].person.clone();
        let page = format!("/ateliers/{}/salle/{person}", place.workshop);
        let mut helper = host.known(&marie).await;
        helper.act(&format!("{page}/etape"), &[("step", "look")]).await;
        assert!(helper.get(&page).await.says("Proposé"));
        let draft = lea.get(&step(&place, "brouillon")).await;
        assert!(draft.status == 200 && draft.says("On vous propose cette étape"));
        assert!(!lea.get(&step(&place, "apercu")).await.says("On vous propose"), "she is there");
        lea.act(&step(&place, "apercu"), &[]).await;
        assert!(!lea.get(&step(&place, "brouillon")).await.says("On vous propose"));
        assert_eq!(helper.act(&format!("{page}/etape"), &[("step", "canvas")]).await.status, 404);
        assert_eq!(lea.act(&format!("{page}/etape"), &[("step", "look")]).await.status, 404);
    }

    async fn a_note_goes_to_the_wall_only_when_its_writer_says_yes(host: Host) {
        let (place, marie) = open(&host, 9).await;
        let app = &host.world.app;
        let mut lea = writing(&host, &place, "Léa", "Titre-canari").await;
        write_and_publish(&mut lea, &place, "Titre-canari").await;
        app.workshops().run_workshop(&place.workshop, &marie, Act::Show(Scene::Wall), key()).await.unwrap();
        let screen = format!("/a/{}/ecran?cle={}", place.code, place.screen_secret);
        let person = room::present(&app.db, &place.workshop).await.unwrap()[0].clone();
        let id = person.note.clone().unwrap();
        let ask = format!("/ateliers/{}/mur", place.workshop);
        let mut console = host.known(&marie).await;
        let page = format!("/ateliers/{}/console", place.workshop);
        assert!(console.get(&page).await.says("Demander le titre pour le mur"));
        console.act(&ask, &[("note", id.as_str())]).await;
        assert!(console.get(&page).await.says("demande faite"));
        assert!(!host.stranger().get(&screen).await.says("canari"), "asking is not having");
        let merci = step(&place, "merci");
        assert!(lea.get(&merci).await.says("ferait du bien au mur"));
        let wall = format!("/a/{}/mur", place.code);
        lea.act(&wall, &[("note", id.as_str()), ("answer", "oui")]).await;
        assert!(!lea.get(&merci).await.says("ferait du bien au mur"));
        assert!(host.stranger().get(&screen).await.says("Titre-canari"));
        let now = note::find(&app.db, &id).await.unwrap().unwrap();
        assert_eq!((now.wall, now.visibility), (true, Visibility::Workshop));
        // Somebody who says no is left in peace.
        let mut omar = writing(&host, &place, "Omar", "Discrète").await;
        write_and_publish(&mut omar, &place, "Discrète").await;
        let people = room::present(&app.db, &place.workshop).await.unwrap();
        let his = people.iter().find(|one| one.name == "Omar").unwrap().note.clone().unwrap();
        // Nobody answers for him.
        console.act(&ask, &[("note", his.as_str())]).await;
        lea.act(&wall, &[("note", his.as_str()), ("answer", "oui")]).await;
        assert!(!note::find(&app.db, &his).await.unwrap().unwrap().wall);
        omar.act(&wall, &[("note", his.as_str()), ("answer", "non")]).await;
        console.act(&ask, &[("note", his.as_str())]).await;
        assert!(!omar.get(&merci).await.says("ferait du bien au mur"));
        assert!(console.get(&page).await.says("reste hors du mur"));
        assert!(!host.stranger().get(&screen).await.says("Discrète"));
    }

    async fn a_console_shows_who_one_asks_for_in_the_order_one_likes(host: Host) {
        let (place, marie) = open(&host, 9).await;
        let app = &host.world.app;
        let known = host.world.account("Habituee", false).await;
        let elsewhere = host.world.workshop(&marie, 9).await;
        host.world.published(&known, &elsewhere, "Déjà", Visibility::Workshop).await;
        let later = || host.world.clock.advance(app::engine::clock::SECOND);
        writing(&host, &place, "Zoé", "Une idée").await;
        later();
        app.workshops().enter_workshop(&place.workshop, Some(&known), "Habituee", "fr", key()).await.unwrap();
        later();
        let mut omar = crate::workshops::room::come_in(&host, &place, "Omar").await;
        omar.act(&step(&place, "porte"), &[("door", "observe")]).await;
        omar.act(&format!("/a/{}/main", place.code), &[("reason", "other")]).await;
        let mut console = host.known(&marie).await;
        let page = format!("/ateliers/{}/console", place.workshop);
        let mut rows = async |query: &str| {
            let page = console.get(&format!("{page}?{query}")).await.page;
            let table = page.split("id=\"rows\"").nth(1).unwrap().split("</tbody>").next().unwrap().to_owned();
            let mut seen: Vec<(usize, &str)> = ["Zoé", "Habituee", "Omar"].into_iter()
                .filter_map(|name| Some((table.find(name)?, name))).collect();
            seen.sort_unstable();
            seen.into_iter().map(|(_, name)| name).collect::<Vec<_>>()
        };
        assert_eq!(rows("").await, ["Omar", "Zoé", "Habituee"], "whose hand is up comes first");
        assert_eq!(rows("tri=arrivee").await, ["Zoé", "Habituee", "Omar"]);
        assert_eq!(rows("montrer=premieres&tri=arrivee").await, ["Zoé", "Omar"]);
        assert_eq!(rows("montrer=observent").await, ["Omar"]);
        assert_eq!(rows("montrer=rien&noms=non").await, [""; 0], "names off, everyone shown by number");
    }

    async fn the_round_says_who_might_go_with_whom(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        let plan = [("title", "Soirée"), ("places", "9"), ("script", "premiere-note-75")];
        let base = console.act("/ateliers", &plan).await.place;
        console.act(&format!("{base}/ouverture"), &[]).await;
        let id = base.trim_start_matches("/ateliers/").parse().unwrap();
        let place = projections::workshops::workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
        let round = format!("{base}/tour-de-table");
        assert!(console.get(&round).await.says("Les réponses arrivent ici"));
        for (name, region, interest) in [
            ("Ana", "Estrie", "Écrire"), ("Luc", "Laval", "Animer"),
            ("Zoé", "Estrie", "Écrire"), ("Omar", "Laval", "Animer"), ("Léa", "Laval", "Écrire"),
        ] {
            host.world.clock.advance(app::engine::clock::SECOND);
            let mut guest = crate::workshops::room::come_in(&host, &place, name).await;
            guest.act(&step(&place, "tour-de-table"), &[("region", region), ("interest", interest)]).await;
        }
        let page = console.get(&round).await.page;
        let text: String = page.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
        assert!(text.contains("5 personnes se sont présentées"), "{text}");
        assert!(text.contains("Laval 3Estrie 2") && text.contains("Écrire 3Animer 2"), "{text}");
        assert!(text.contains("Ana, Zoé et Léa · Écrire"), "{text}");
        assert!(text.contains("Luc et Omar · Animer, Laval"), "{text}");
    }
}
