//! The tests of the workshop mode, each named after its number in the list of what was
//! promised. Those about figures over time (6, 7, 8) are with the figures.

use domain::notes::visibility::Visibility;
use domain::workshops::participation::{self, Consent};
use domain::workshops::workshop::Act;
use projections::notes::note;
use projections::workshops::room;
use projections::workshops::workshop::{self, Workshop};

use crate::both;
use crate::site::{Guest, Host};

pub fn key() -> app::engine::envelope::CommandId {
    app::engine::envelope::CommandId::fresh()
}

/// A room, open, run by Marie.
pub async fn open(host: &Host, places: u32) -> (Workshop, domain::core::ids::PersonId) {
    let marie = host.world.account("Marie", true).await;
    let id = host.world.workshop(&marie, places).await;
    (workshop::find(&host.world.app.db, &id).await.unwrap().unwrap(), marie)
}

pub fn step(workshop: &Workshop, word: &str) -> String {
    format!("/a/{}/parcours/{word}", workshop.code)
}

/// Someone who came in by the door.
pub async fn come_in<'h>(host: &'h Host, workshop: &Workshop, name: &str) -> Guest<'h> {
    let mut guest = host.stranger();
    let seen = guest.act(&format!("/a/{}", workshop.code), &[("name", name)]).await;
    assert_eq!(seen.status, 303, "{}", seen.page);
    guest
}

/// Someone who is at their draft.
pub async fn writing<'h>(host: &'h Host, workshop: &Workshop, name: &str, idea: &str) -> Guest<'h> {
    let mut guest = come_in(host, workshop, name).await;
    guest.act(&step(workshop, "porte"), &[("door", "tell")]).await;
    guest.act(&step(workshop, "idee"), &[("idea", idea)]).await;
    guest
}

pub async fn write_and_publish(guest: &mut Guest<'_>, workshop: &Workshop, words: &str) {
    let page = guest.get(&step(workshop, "brouillon")).await;
    let base = page.field("base");
    let fields = [("base", base.as_str()), ("title", words), ("context", words)];
    guest.act(&step(workshop, "brouillon"), &fields).await;
    guest.act(&step(workshop, "apercu"), &[]).await;
    guest.act(&step(workshop, "publication"), &[("visibility", "workshop")]).await;
}

both! {
    async fn test_02_the_same_command_posted_five_times_is_one_event(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Léa", "Une idée").await;
        let key = key();
        let before = host.world.events().await;
        for _ in 0..5 {
            let hand = [("command_id", key.as_str()), ("reason", "words")];
            let seen = lea.post(&format!("/a/{}/main", workshop.code), &hand).await;
            assert_eq!(seen.status, 303);
        }
        assert_eq!(host.world.events().await, before + 1);
    }

    async fn test_03_the_four_words_bring_the_draft_to_another_phone(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Léa", "Ma première idée").await;
        let person = room::present(&host.world.app.db, &workshop.workshop).await.unwrap()[0].person.clone();
        let phrase = host.world.app.people().resume_phrase(&person).await.unwrap();
        let mut other = host.stranger();
        let seen = other.act("/reprendre", &[("phrase", &phrase)]).await;
        assert_eq!(seen.place, format!("/a/{}/parcours", workshop.code));
        assert!(other.get(&step(&workshop, "brouillon")).await.says("Ma première idée"));
        // The phone she left says so, and asks nothing of her.
        let left = lea.get(&step(&workshop, "brouillon")).await;
        assert!(left.says("Vous continuez ailleurs") && !left.says("Ma première idée"));
        let pulse = lea.get(&format!("/a/{}/pouls", workshop.code)).await;
        assert_eq!(pulse.headers.get("x-ailleurs").unwrap(), "1");
        // One tap brings her back, and the other phone says it in turn.
        lea.act(&format!("/a/{}/ici", workshop.code), &[]).await;
        assert!(lea.get(&step(&workshop, "brouillon")).await.says("Ma première idée"));
        assert!(other.get(&step(&workshop, "brouillon")).await.says("Vous continuez ailleurs"));
    }

    async fn test_05_to_be_joined_clears_with_progress_and_is_never_for_who_is_away(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Léa", "Une idée").await;
        let mut console = host.known(&marie).await;
        let address = format!("/ateliers/{}/console", workshop.workshop);
        let pulse = format!("/a/{}/pouls?etape=brouillon&repos=", workshop.code);
        let app = &host.world.app;
        lea.get(&step(&workshop, "brouillon")).await;
        app.workshops().flush_beats().await.unwrap();
        assert!(!console.get(&address).await.says("Peut-être besoin d’un coup de main"));
        // Two minutes without a word: asked softly, on her phone alone.
        host.world.clock.advance(130 * app::engine::clock::SECOND);
        lea.get(&format!("{pulse}130")).await;
        app.workshops().flush_beats().await.unwrap();
        let asked = lea.get(&format!("{pulse}130")).await;
        assert!(asked.says("Besoin d’un coup de main"), "{}", asked.page);
        assert!(!console.get(&address).await.says("Peut-être besoin d’un coup de main"));
        // A minute of silence more: told to whoever helps, with the reason in words.
        host.world.clock.advance(61 * app::engine::clock::SECOND);
        lea.get(&format!("{pulse}191")).await;
        app.workshops().flush_beats().await.unwrap();
        let told = console.get(&address).await;
        assert!(told.says("Peut-être besoin d’un coup de main") && told.says("Pourquoi") && told.says("étape d’écriture"));
        // Away: nothing more is said of her than that.
        host.world.clock.advance(70 * app::engine::clock::SECOND);
        let told = console.get(&address).await;
        assert!(!told.says("Peut-être besoin d’un coup de main") && told.says("Hors ligne"));
        // One step on, and it is over.
        write_and_publish(&mut lea, &workshop, "Fini").await;
        lea.get(&step(&workshop, "merci")).await;
        app.workshops().flush_beats().await.unwrap();
        let told = console.get(&address).await;
        assert!(!told.says("Peut-être besoin d’un coup de main") && !told.says("Hors ligne"), "{}", told.page);
    }

    async fn test_05b_thinking_is_left_in_peace(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Léa", "Une idée").await;
        let app = &host.world.app;
        let pulse = format!("/a/{}/pouls?etape=brouillon&repos=130", workshop.code);
        lea.get(&step(&workshop, "brouillon")).await;
        app.workshops().flush_beats().await.unwrap();
        host.world.clock.advance(130 * app::engine::clock::SECOND);
        lea.get(&pulse).await;
        app.workshops().flush_beats().await.unwrap();
        lea.act(&format!("/a/{}/pouls", workshop.code), &[]).await;
        assert!(!lea.get(&pulse).await.says("Besoin d’un coup de main"));
        let address = format!("/ateliers/{}/console", workshop.workshop);
        let told = host.known(&marie).await.get(&address).await;
        assert!(told.says("réfléchit") && !told.says("Peut-être besoin d’un coup de main"));
    }

    async fn test_09_consent_taken_back_takes_the_name_away_at_once(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let lea = host.world.guest(&workshop.workshop, "Prénom-Canari").await;
        let app = &host.world.app;
        let id = &workshop.workshop;
        app.workshops().consent(id, &lea, (Consent::Quote, true), key()).await.unwrap();
        let mut keeper = host.known(&marie).await;
        let sheet = format!("/ateliers/{id}/releve");
        keeper.act(&sheet, &[("kind", "testimony"), ("words", "J'ai osé.")]).await;
        let line = projections::groups::item::of_workshop(&app.db, id).await.unwrap().remove(0);
        let fields = [("words", "J'ai osé."), ("kind", "testimony"), ("of", lea.as_str())];
        keeper.act(&format!("{sheet}/{}", line.item), &fields).await;
        let sources = format!("/ateliers/{id}/sources");
        assert!(keeper.get(&sources).await.says("Prénom-Canari"));
        app.workshops().consent(id, &lea, (Consent::Quote, false), key()).await.unwrap();
        assert!(!keeper.get(&sources).await.says("Prénom-Canari"));
        let made = keeper.act(&format!("/ateliers/{id}/synthese"), &[]).await;
        assert!(!keeper.get(&made.place).await.says("Prénom-Canari"));
    }

    async fn test_10_the_projector_has_no_name_without_consent_in_any_scene(host: Host) {
        use domain::workshops::workshop::Scene;
        use strum::VariantArray as _;
        let (workshop, marie) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Prénom-Canari", "Titre-canari").await;
        write_and_publish(&mut lea, &workshop, "Titre-canari").await;
        lea.act(&format!("/a/{}/main", workshop.code), &[("reason", "words")]).await;
        let address = format!("/a/{}/ecran?cle={}", workshop.code, workshop.screen_secret);
        for scene in Scene::VARIANTS {
            let act = Act::Show(*scene);
            host.world.app.workshops().run_workshop(&workshop.workshop, &marie, act, key()).await.unwrap();
            let page = host.stranger().get(&address).await;
            for secret in ["Prénom-Canari", "Titre-canari", "/console", "main levée", "ateliers/"] {
                assert!(!page.says(secret), "{secret} in {scene:?}");
            }
        }
    }

    async fn test_11_late_entry_waits_and_is_admitted_with_its_own_time(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let app = &host.world.app;
        app.workshops().run_workshop(&workshop.workshop, &marie, Act::Close, key()).await.unwrap();
        let door = format!("/a/{}", workshop.code);
        let mut late = host.stranger();
        let came = app.clock.now();
        assert_eq!(late.act(&door, &[("name", "Sasha")]).await.status, 303);
        assert!(late.get(&door).await.says("vous voit et peut vous ajouter"));
        host.world.clock.advance(600 * app::engine::clock::SECOND);
        let mut console = host.known(&marie).await;
        let page = console.get(&format!("/ateliers/{}/console", workshop.workshop)).await;
        assert!(page.says("Sasha") && page.says("Faire entrer"));
        let who = room::waiting(&app.db, &workshop.workshop).await.unwrap()[0].person.clone();
        let admit = format!("/ateliers/{}/admission/{who}", workshop.workshop);
        assert_eq!(console.act(&admit, &[]).await.status, 303);
        let here = room::present(&app.db, &workshop.workshop).await.unwrap();
        assert_eq!((here.len(), here[0].entered_at), (1, came));
        assert_eq!(late.get(&door).await.place, format!("{door}/parcours"));
    }

    async fn test_12_enter_write_publish_answer_and_claim_without_a_script(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        host.world.published(&marie, &workshop.workshop, "À remercier", Visibility::Workshop).await;
        let mut lea = writing(&host, &workshop, "Léa", "Mon idée").await;
        write_and_publish(&mut lea, &workshop, "Mon idée").await;
        let page = lea.get(&step(&workshop, "merci")).await;
        let note = page.field("note");
        let thanks = [("note", note.as_str()), ("words", "Merci pour ceci.")];
        assert!(lea.act(&step(&workshop, "merci"), &thanks).await.place.contains("merci=1"));
        let account = [("name", "Léa"), ("email", "lea@exemple.org"), ("password", "un sillage sur le lac")];
        assert_eq!(lea.act("/compte", &account).await.place, "/moi?dit=account");
    }

    async fn test_13_sixty_enter_from_one_address_while_it_is_open_and_few_when_it_is_not(host: Host) {
        let (workshop, marie) = open(&host, 80).await;
        let door = format!("/a/{}", workshop.code);
        for number in 0..60 {
            let seen = host.stranger().act(&door, &[("name", &format!("P{number}"))]).await;
            assert_eq!(seen.status, 303, "entry {number}");
        }
        let app = &host.world.app;
        app.workshops().run_workshop(&workshop.workshop, &marie, Act::Close, key()).await.unwrap();
        let mut slowed = 0;
        for number in 0..60 {
            let seen = host.stranger().act(&door, &[("name", &format!("L{number}"))]).await;
            slowed += usize::from(seen.status == 429);
        }
        assert!(slowed >= 40, "{slowed} of 60 were slowed");
    }

    async fn test_14_french_has_its_spaces_and_its_language(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let page = host.stranger().get(&format!("/a/{}", workshop.code)).await;
        assert!(page.says("<html lang=\"fr\"") && page.says("qu’on vous appelle\u{202f}?"));
        let mut english = host.stranger();
        english.language = "en";
        assert!(english.get("/a").await.says("<html lang=\"en\""));
    }

    async fn two_helpers_do_not_collide(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let app = &host.world.app;
        let token = app.workshops().role_link(&workshop.workshop, domain::workshops::workshop::Role::Help).await.unwrap();
        let mut helper = host.stranger();
        let taken = helper.act(&format!("/role/{token}"), &[("name", "Ahmed")]).await;
        assert_eq!(taken.place, format!("/ateliers/{}/console", workshop.workshop));
        assert_eq!(host.stranger().get(&format!("/role/{token}")).await.status, 410, "once");
        let lea = host.world.guest(&workshop.workshop, "Léa").await;
        let reason = participation::HandReason::Words;
        app.workshops().take_part((&workshop.workshop, &lea), &lea, participation::Act::RaiseHand(reason), key()).await.unwrap();
        let hand = format!("/ateliers/{}/mains/{lea}", workshop.workshop);
        helper.act(&hand, &[("help", "claim")]).await;
        let mut console = host.known(&marie).await;
        console.act(&hand, &[("help", "claim")]).await;
        let page = console.get(&taken.place).await;
        assert!(page.says("y va") && !page.says("vous y allez"), "{}", page.page);
        assert!(helper.get(&taken.place).await.says("vous y allez"));
        // Helping is not running.
        let scene = format!("/ateliers/{}/scene", workshop.workshop);
        assert_eq!(helper.act(&scene, &[("scene", "wall")]).await.status, 404);
    }

    async fn the_hat_passes_to_another_device_and_nothing_is_lost(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut first = host.known(&marie).await;
        let roles = format!("/ateliers/{}/roles", workshop.workshop);
        let page = first.act(&format!("{roles}/lien"), &[("role", "process")]).await;
        let link = page.page.split("/role/").nth(1).unwrap().split('<').next().unwrap().to_owned();
        let mut second = host.stranger();
        second.act(&format!("/role/{link}"), &[("name", "Omar")]).await;
        let say = format!("/ateliers/{}/annonce", workshop.workshop);
        assert_eq!(second.act(&say, &[("words", "On reprend ici.")]).await.status, 303);
        let mut lea = writing(&host, &workshop, "Léa", "Une idée").await;
        assert!(lea.get(&step(&workshop, "brouillon")).await.says("On reprend ici."));
    }

    async fn a_look_is_private_to_one_neighbour_and_never_a_gate(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut omar = writing(&host, &workshop, "Omar", "Fini").await;
        write_and_publish(&mut omar, &workshop, "Fini").await;
        let mut lea = writing(&host, &workshop, "Léa", "Phrase-canari").await;
        lea.act(&format!("/a/{}/regard/demande", workshop.code), &[]).await;
        let looks = format!("/a/{}/regard", workshop.code);
        let page = omar.get(&looks).await;
        assert!(page.says("Une note attend") && !page.says("Phrase-canari"), "not before it is taken");
        let note = page.field("note");
        omar.act(&looks, &[("note", &note), ("look", "take")]).await;
        assert!(omar.get(&looks).await.says("Phrase-canari"));
        // Nobody else: not somebody still writing, not the facilitator.
        let mut zoe = writing(&host, &workshop, "Zoé", "Autre").await;
        assert!(!zoe.get(&looks).await.says("Phrase-canari"));
        let mut console = host.known(&marie).await;
        assert_eq!(console.get(&format!("/notes/{note}")).await.status, 404);
        // Léa publishes without waiting.
        lea.act(&step(&workshop, "publication"), &[("visibility", "workshop")]).await;
        let look = [("note", note.as_str()), ("look", "keep"), ("words", "Le début surtout.")];
        omar.act(&looks, &look).await;
        let page = lea.get(&step(&workshop, "apercu")).await;
        assert!(page.says("Le début surtout.") && page.says("À garder tel quel"));
    }

    async fn a_teller_has_a_scribe_and_the_note_is_theirs(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut omar = come_in(&host, &workshop, "Omar").await;
        let scribe = format!("/a/{}/scribe", workshop.code);
        omar.act(&scribe, &[("name", "Lucie")]).await;
        let page = omar.get(&step(&workshop, "porte")).await;
        assert!(page.says("Vous écrivez pour Lucie"), "{}", page.page);
        omar.act(&step(&workshop, "porte"), &[("door", "dictate")]).await;
        omar.act(&step(&workshop, "idee"), &[("idea", "Ce que Lucie raconte")]).await;
        write_and_publish(&mut omar, &workshop, "Ce que Lucie raconte").await;
        omar.act(&format!("{scribe}/fin"), &[]).await;
        assert!(!omar.get(&step(&workshop, "porte")).await.says("Vous écrivez pour"));
        let db = &host.world.app.db;
        let told = note::of_workshop(db, &workshop.workshop, "marie").await.unwrap();
        assert_eq!((told.len(), told[0].writer_name.as_str()), (1, "Lucie"));
        let here = room::present(db, &workshop.workshop).await.unwrap();
        assert_eq!(here.len(), 2, "somebody without a phone takes a place too");
    }

    async fn a_paced_room_opens_its_steps_together_and_loses_nothing(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Léa", "Une idée").await;
        let mut console = host.known(&marie).await;
        let pace = format!("/ateliers/{}/rythme", workshop.workshop);
        console.act(&pace, &[("until", "draft")]).await;
        assert!(lea.get(&step(&workshop, "brouillon")).await.says("Une idée"));
        assert!(lea.get(&step(&workshop, "publication")).await.says("On y arrive ensemble"));
        console.act(&pace, &[("until", "")]).await;
        assert!(!lea.get(&step(&workshop, "publication")).await.says("On y arrive ensemble"));
    }

    async fn a_closed_workshop_opens_again_for_a_day(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut console = host.known(&marie).await;
        let base = format!("/ateliers/{}", workshop.workshop);
        let end = [
            ("present", "14"), ("mood", "well"), ("memo", "Refaire le tour."),
            ("next_on", "2026-12-06"), ("next_hour", "18:30"),
        ];
        console.act(&format!("{base}/cloture/fin"), &end).await;
        let page = console.get(&format!("{base}/cloture")).await;
        assert!(page.says("Refaire le tour.") && page.says("6 décembre 2026, 18\u{a0}h\u{a0}30"));
        host.world.clock.advance(23 * app::engine::clock::HOUR);
        assert_eq!(console.act(&format!("{base}/ouverture"), &[]).await.status, 303);
        console.act(&format!("{base}/cloture/fin"), &[]).await;
        host.world.clock.advance(25 * app::engine::clock::HOUR);
        let late = console.act(&format!("{base}/ouverture"), &[]).await;
        assert!(late.status == 422 && late.says("terminé depuis plus d’un jour"));
    }

    async fn a_kit_gives_the_same_workshop_elsewhere(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        let plan = [
            ("title", "Soirée"), ("places", "15"), ("tone", "tu"), ("script", "premiere-note-75"),
            ("goal", "8"), ("mode", "hybrid"), ("place", "Centre"),
        ];
        let base = console.act("/ateliers", &plan).await.place;
        let page = console.get(&format!("{base}/deroule")).await;
        assert!(page.says("75 minutes en tout"), "{}", page.page);
        // A step moved, one hidden, one reworded, one card added.
        let whats: Vec<String> = page.page.split("name=\"what\" value=\"").skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
        let mut fields: Vec<(String, String)> = whats.iter().map(|what| ("what".to_owned(), what.clone())).collect();
        for (name, value) in [("hidden-2", "1"), ("title-0", "Bienvenue chez nous"), ("say-0", "Dire bonjour."), ("card", "break")] {
            fields.push((name.to_owned(), value.to_owned()));
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let done = console.act(&format!("{base}/deroule/ajout"), &fields).await;
        assert_eq!(done.status, 303, "{}", done.page);
        let kit = console.get(&format!("{base}/trousse")).await.page;
        assert!(kit.contains("Bienvenue chez nous") && !kit.contains(marie.as_str()));
        let other = console.act("/ateliers/trousse", &[("kit", &kit)]).await;
        assert!(other.place.starts_with("/ateliers/"), "{}", other.page);
        let again = console.get(&format!("{}/trousse", other.place)).await.page;
        assert_eq!(again, kit, "the kit of the kit is the kit");
        // As a file, which is how kits travel.
        let other = console.upload("/ateliers/trousse", "file", kit.as_bytes()).await;
        assert!(other.place.starts_with("/ateliers/"), "{}", other.page);
        assert_eq!(console.get(&format!("{}/trousse", other.place)).await.page, kit);
        let broken = console.act("/ateliers/trousse", &[("kit", "{\"format\":")]).await;
        assert!(broken.status == 422 && broken.says("n’est pas une trousse"));
    }
}
