//! What the site knows of somebody, as they see it and take it away.

use domain::core::registry::EVENTS;
use domain::notes::visibility::Visibility;
use web::shell::voice::SOURCES;

use crate::both;
use crate::site::Host;
use crate::world::World;

/// `DoorChosen` as texts have it.
fn kebab(name: &str) -> String {
    let mut text = String::new();
    for sign in name.chars() {
        if sign.is_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.extend(sign.to_lowercase());
    }
    text
}

#[test]
fn every_event_is_said_in_a_sentence_by_whoever_did_it() {
    for (language, source) in SOURCES {
        for (kind, events) in EVENTS.iter().filter(|(kind, _)| *kind != "reading") {
            for event in *events {
                let key = format!("\nact-{kind}-{} = ", kebab(event));
                assert!(source.contains(&key), "{language}: {key}");
            }
        }
    }
}

#[test]
fn every_table_about_people_is_shown_in_words() {
    for (language, source) in SOURCES {
        for of in app::exchange::personal::PERSONAL {
            let table = of.table.replace('_', "-");
            assert!(source.contains(&format!("\nown-held-{table} =")), "{language}: {table}");
            for column in of.shown.iter().filter(|column| **column != "bytes") {
                let key = format!("\nown-column-{} =", column.replace('_', "-"));
                assert!(source.contains(&key), "{language}: {key}");
            }
        }
    }
}

both! {
    async fn a_guest_sees_everything_and_takes_it_away(world: World) {
        let host = Host::of(world);
        let world = &host.world;
        let marie = world.account("Marie", true).await;
        let room = world.workshop(&marie, 9).await;
        let lea = world.guest(&room, "Léa").await;
        let note = world.published(&lea, &room, "Le pain", Visibility::Everyone).await;
        let mut guest = host.known(&lea).await;
        assert!(guest.get("/moi").await.says("/moi/donnees"));
        let page = guest.get("/moi/donnees").await;
        assert!(page.says("Léa") && page.says("Un appareil où vous êtes reconnu·e"), "{}", page.page);
        let acts = guest.get("/moi/donnees/gestes").await;
        for sentence in [
            "Vous êtes entré·e dans un atelier.", "Vous avez commencé une note.",
            "Vous avez publié une note", "Le pain", "Nous avons appris à attendre.",
        ] {
            assert!(acts.says(sentence), "{sentence}: {}", acts.page);
        }
        // What others did is not hers.
        assert!(!acts.says("Vous avez préparé un atelier"));
        let file: serde_json::Value =
            serde_json::from_slice(&guest.bytes("/moi/donnees/fichier").await).unwrap();
        assert_eq!(file["person"], lea.as_str());
        assert_eq!(file["beside_the_log"]["people"][0]["name"], "Léa");
        let drafted = file["acts"].as_array().unwrap().iter().find(|act| act["event"] == "Drafted");
        let drafted = drafted.unwrap();
        assert_eq!(drafted["words"]["title"], "Le pain");
        assert_eq!(drafted["details"]["note"], note.note.as_str());
        let page = String::from_utf8(guest.bytes("/moi/donnees/page").await).unwrap();
        assert!(page.contains("Nous avons appris à attendre.") && !page.contains("<script"));
        // Nobody else sees any of it.
        assert!(!host.known(&marie).await.get("/moi/donnees/gestes").await.says("Le pain"));
    }

    async fn readings_are_seen_by_the_reader_alone_and_forgotten(world: World) {
        let host = Host::of(world);
        let world = &host.world;
        let note = world.public("lea", "Une phrase.\n").await;
        let omar = world.account("Omar", false).await;
        let mut reader = host.known(&omar).await;
        let address = format!("/notes/{}", note.note);
        reader.get(&address).await;
        reader.act(&format!("{address}/lecture"), &[("revision", "1")]).await;
        let page = reader.get("/moi/donnees/lectures").await;
        assert!(page.says("Accueil"), "{}", page.page);
        assert!(!host.known(&note.writer).await.get("/moi/donnees/lectures").await.says("Accueil"));
        reader.act("/moi/donnees/lectures", &[]).await;
        assert!(!reader.get("/moi/donnees/lectures").await.says("Accueil"));
    }

    async fn an_agreement_is_given_taken_back_and_its_history_kept(world: World) {
        let host = Host::of(world);
        let world = &host.world;
        let marie = world.account("Marie", true).await;
        let room = world.workshop(&marie, 9).await;
        let lea = world.guest(&room, "Léa").await;
        let mut guest = host.known(&lea).await;
        let change = |given: &'static str| {
            [("atelier", room.as_str().to_owned()), ("accord", "quote".into()), ("donne", given.into())]
        };
        for given in ["1", "0"] {
            let fields = change(given);
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            guest.act("/moi/donnees/accords", &fields).await;
        }
        let page = guest.get("/moi/donnees/accords").await;
        assert!(page.says("plus d’accord") && page.says("Vous n’êtes pas d’accord."), "{}", page.page);
        // In a workshop one is not in, there is nothing to agree to.
        let elsewhere = world.workshop(&marie, 9).await;
        let fields = [("atelier", elsewhere.as_str()), ("accord", "quote"), ("donne", "1")];
        assert_eq!(guest.act("/moi/donnees/accords", &fields).await.status, 404);
    }

    async fn t27_those_who_are_named_see_who_looked(world: World) {
        let host = Host::of(world);
        let world = &host.world;
        let marie = world.account("Marie", true).await;
        let room = world.workshop(&marie, 9).await;
        let lea = world.guest(&room, "Léa").await;
        let (mut facilitator, mut guest) = (host.known(&marie).await, host.known(&lea).await);
        let replay = format!("/ateliers/{room}/rejouer");
        facilitator.get(&replay).await;
        assert!(!guest.get("/moi/donnees/regards").await.says("Marie"), "without names, nothing to say");
        for _ in 0..3 {
            assert!(facilitator.get(&format!("{replay}?noms=oui")).await.says("Léa"));
        }
        let page = guest.get("/moi/donnees/regards").await;
        assert_eq!(page.page.matches("Marie").count(), 1, "once an hour: {}", page.page);
        let other = world.account("Omar", false).await;
        assert!(!host.known(&other).await.get("/moi/donnees/regards").await.says("Marie"));
    }
}
