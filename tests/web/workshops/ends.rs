//! What a path and a workshop begin and end with: where one is, what may be passed over,
//! what is projected of few people, what stops.

use domain::notes::visibility::Visibility;
use domain::workshops::script::Script;
use domain::workshops::workshop::{Act, Language, Scene};
use projections::workshops::workshop::{self, Workshop};

use crate::both;
use crate::site::Host;
use crate::workshops::room::{come_in, key, open, step, write_and_publish, writing};

async fn now(host: &Host, workshop: &Workshop) -> Workshop {
    workshop::find(&host.world.app.db, &workshop.workshop).await.unwrap().unwrap()
}

/// A workshop of one hour, open, in `language`.
pub(crate) async fn hour(
    host: &Host,
    language: Option<Language>,
) -> (Workshop, domain::core::ids::PersonId) {
    let marie = host.world.account("Marie", true).await;
    let plan = app::workshops::Plan {
        title: "Premiers pas".into(),
        places: 30,
        script: Script::newest("premiere-note-60").unwrap().reference(),
        language,
        ..app::workshops::Plan::default()
    };
    let id = host.world.app.workshops().prepare_workshop(&marie, &plan, key()).await.unwrap();
    host.world.app.workshops().run_workshop(&id, &marie, Act::Open, key()).await.unwrap();
    (workshop::find(&host.world.app.db, &id).await.unwrap().unwrap(), marie)
}

async fn wall(host: &Host, workshop: &Workshop) -> String {
    let address = format!("/a/{}/ecran?cle={}", workshop.code, workshop.screen_secret);
    host.stranger().get(&address).await.page
}

/// The words of a page, without its tags.
fn words(page: &str) -> String {
    let page = page.split("<main").nth(1).unwrap_or(page);
    page.split('<')
        .filter_map(|part| part.split_once('>'))
        .fold(String::new(), |all, (_, said)| all + said + " ")
}

both! {
    async fn the_first_screen_is_the_first_step_and_each_one_follows(host: Host) {
        let (workshop, marie) = hour(&host, None).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let steps = ["tour-de-table", "lecture", "porte"];
        for (at, word) in steps.iter().enumerate() {
            let page = lea.get(&step(&workshop, word)).await;
            assert!(page.says(&format!("Étape {} sur 9", at + 1)), "{word}: {}", page.page);
        }
        lea.act(&step(&workshop, "porte"), &[("door", "tell")]).await;
        assert!(lea.get(&step(&workshop, "idee")).await.says("Étape 4 sur 9"));
        // The page of the workshop numbers the same ones, and the chooser counts them.
        let mut marie = host.known(&marie).await;
        let page = marie.get(&format!("/ateliers/{}", workshop.workshop)).await;
        assert!(page.says("<li class=\"whole-room\">") && page.says(" value=\"9\">") && !page.says("value=\"10\""));
        let page = marie.get("/ateliers/nouveau").await;
        assert!(page.says("9 étapes, 60 minutes") && page.says("6 étapes, ") && page.says("3\u{a0}h\u{a0}"), "{}", page.page);
    }

    async fn reading_without_a_word_in_public_is_a_way_on(host: Host) {
        let (workshop, _) = hour(&host, None).await;
        let omar = host.world.guest(&workshop.workshop, "Omar").await;
        let note = host.world.published(&omar, &workshop.workshop, "À lire", Visibility::Everyone).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let page = lea.get(&step(&workshop, "lecture")).await;
        assert!(page.says("À lire") && page.says("Je préfère lire"), "{}", page.page);
        let seen = lea.act(&step(&workshop, "lecture"), &[("note", note.note.as_str())]).await;
        assert!(seen.status == 303 && seen.place.ends_with("/parcours/porte"), "{}", seen.place);
        assert_eq!(host.world.note(&note.note).await.thanks, 0);
        // Whoever comes back goes on.
        let page = lea.get(&step(&workshop, "lecture")).await;
        assert!(page.says("Continuer") && !page.says("Je préfère lire"));
    }

    async fn the_wall_tells_no_figure_under_five(host: Host) {
        let (workshop, marie) = hour(&host, None).await;
        let scenes = [Scene::Enter, Scene::Round, Scene::Together, Scene::Wall, Scene::Review, Scene::Thanks];
        let plain = |text: String| -> String {
            // The code, the address and hours have digits of their own.
            let kept = text.split_whitespace().filter(|word| !word.contains("localhost"));
            kept.filter(|word| !workshop.code.starts_with(*word) && !workshop.code.ends_with(*word))
                .collect::<Vec<_>>().join(" ")
        };
        let mut last = None;
        for number in 0..7 {
            let name = format!("Personne-{number}");
            let mut guest = writing(&host, &workshop, &name, &format!("Idée {}", "x".repeat(number + 1))).await;
            if number < 3 {
                write_and_publish(&mut guest, &workshop, "Une note").await;
            }
            last = Some(guest);
            for scene in scenes {
                host.world.app.workshops().run_workshop(&workshop.workshop, &marie, Act::Show(scene), key()).await.unwrap();
                let told = plain(words(&wall(&host, &workshop).await));
                let few = ["1", "2", "3", "4"].iter().any(|few| told.split(' ').any(|word| word.trim_matches(['.', ',', ':']) == *few));
                assert!(!few && !told.to_lowercase().contains("une personne") && !told.contains("Une note est"), "{scene:?}: {told}");
            }
        }
        // Seven came, three published, four write: seven is told, and no step is.
        host.world.app.workshops().run_workshop(&workshop.workshop, &marie, Act::Show(Scene::Enter), key()).await.unwrap();
        assert!(wall(&host, &workshop).await.contains("7 personnes sont entrées"));
        host.world.app.workshops().run_workshop(&workshop.workshop, &marie, Act::Show(Scene::Together), key()).await.unwrap();
        assert!(!wall(&host, &workshop).await.contains("class=\"steps\""));
        // A fifth who writes makes a crowd of them.
        writing(&host, &workshop, "Zoé", "Encore une").await;
        let told = words(&wall(&host, &workshop).await);
        assert!(told.contains("Brouillon") && told.contains(" 5 ") && !told.contains("Merci"), "{told}");
        drop(last);
    }

    async fn the_wall_and_the_sheet_have_the_language_of_their_workshop(host: Host) {
        for (language, on_screen) in [(None, "Personne n’est encore entré"), (Some(Language::English), "Nobody has come in yet")] {
            let (workshop, marie) = hour(&host, language).await;
            let address = format!("/a/{}/ecran?cle={}", workshop.code, workshop.screen_secret);
            for browser in ["fr", "en"] {
                let mut laptop = host.stranger();
                laptop.language = browser;
                assert!(laptop.get(&address).await.says(on_screen), "{language:?} on {browser}");
                let mut marie = host.known(&marie).await;
                marie.language = browser;
                let sheet = marie.get(&format!("/ateliers/{}/feuille", workshop.workshop)).await;
                let (lang, steps) = if language.is_none() { ("fr", "Les étapes") } else { ("en", "The steps") };
                assert!(sheet.says(&format!("lang=\"{lang}\"")) && sheet.says(steps), "{}", sheet.page);
            }
        }
    }

    async fn a_workshop_speaks_the_language_its_facilitator_chose_and_so_does_its_copy(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut marie = host.known(&marie).await;
        marie.language = "en";
        let fields = [("title", "A workshop"), ("places", "9"), ("script", "express")];
        for (extra, language) in [(vec![], Language::English), (vec![("tone", "tu")], Language::French)] {
            let made = marie.act("/ateliers", &[&fields[..], &extra[..]].concat()).await;
            let id = made.place.trim_start_matches("/ateliers/").parse().unwrap();
            let found = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
            assert_eq!(found.live.details.language, Some(language));
            let form = marie.get(&format!("/ateliers/nouveau?copie={id}")).await;
            let word = if language == Language::English { "english" } else { "tu" };
            let ticked = format!("name=\"tone\" value=\"{word}\" checked");
            assert!(form.says(&ticked), "{}", form.page);
        }
    }

    async fn the_path_ends_on_a_page_that_asks_nothing_more(host: Host) {
        let (workshop, _) = hour(&host, None).await;
        let mut lea = writing(&host, &workshop, "Léa", "Ma note").await;
        write_and_publish(&mut lea, &workshop, "Ma note").await;
        let said = lea.act(&step(&workshop, "cloture"), &[("word", "Bonheur")]).await;
        let end = format!("/a/{}/fin", workshop.code);
        assert_eq!(said.place, end);
        let page = lea.get(&end).await;
        assert!(page.says("C’est reçu") && page.says("Ma note") && page.says("pas encore lue"), "{}", page.page);
        assert!(page.says("id=\"phrase\"") && page.says("http://localhost/notes/"), "{}", page.page);
        assert!(!page.says("name=\"word\"") && !page.says("Retour<") && !page.says("Étape"));
        // Whoever comes back comes here; their word is still theirs to change.
        assert_eq!(lea.get(&format!("/a/{}/parcours", workshop.code)).await.place, end);
        assert!(lea.get(&step(&workshop, "cloture")).await.says("Bonheur"));
        // Nobody who has not come in.
        assert_eq!(host.stranger().get(&end).await.status, 303);
        // A script without a farewell has the same end, and a draft kept is told so.
        let (express, _) = open(&host, 9).await;
        let mut omar = writing(&host, &express, "Omar", "Pour moi").await;
        omar.act(&step(&express, "publication"), &[("visibility", "writer")]).await;
        assert!(omar.get(&step(&express, "merci")).await.says(&format!("/a/{}/fin", express.code)));
        assert!(omar.get(&format!("/a/{}/fin", express.code)).await.says("Votre note est à l’abri"));
    }

    async fn a_closed_workshop_has_ended_everywhere(host: Host) {
        let (workshop, marie) = hour(&host, None).await;
        let mut lea = writing(&host, &workshop, "Léa", "Ma note").await;
        lea.act(&format!("/a/{}/main", workshop.code), &[("reason", "words")]).await;
        let base = format!("/ateliers/{}", workshop.workshop);
        let mut console = host.known(&marie).await;
        console.act(&format!("{base}/rythme/depart"), &[("item", "card-welcome")]).await;
        console.act(&format!("{base}/scene"), &[("scene", "together")]).await;
        assert!(wall(&host, &workshop).await.contains("jusqu’à"));
        assert!(console.get(&format!("{base}/console")).await.says("Commencer"));
        let closed = console.act(&format!("{base}/cloture/fin"), &[]).await;
        assert_eq!(closed.place, format!("{base}/cloture"));
        let left = console.get(&closed.place).await;
        assert!(left.says("Ce qui reste à faire") && left.says("Personne n’attend à la porte"), "{}", left.page);
        assert!(left.says("/bilan") && !left.says("main levée") && !left.says("sans terminer") && !left.says("cloture/fin"));
        host.world.clock.advance(10 * 60 * app::engine::clock::SECOND);
        let page = console.get(&format!("{base}/console")).await;
        for gone in ["Commencer", "+ 3 min", "Hors ligne", "hors ligne", "Avancer ensemble", "Dire à tout le monde", "main levée", "id=\"absent\"", "<strong class=\"code\">"] {
            assert!(!page.says(gone), "{gone}: {}", page.page);
        }
        assert!(page.says("Ce qui reste à faire") && page.says("Rouvrir"));
        let told = wall(&host, &workshop).await;
        assert!(told.contains("L’atelier est terminé.") && !told.contains("jusqu’à"), "{told}");
        assert!(!told.contains("corner") && !told.contains("pour entrer"), "nobody comes in any more");
        // A console and a phone left open change nothing.
        let before = host.world.events().await;
        console.act(&format!("{base}/rythme/prolongation"), &[]).await;
        console.act(&format!("{base}/rythme/depart"), &[("item", "step-draft")]).await;
        console.act(&format!("{base}/rythme"), &[("until", "idea")]).await;
        lea.act(&format!("/a/{}/main", workshop.code), &[("reason", "words")]).await;
        assert_eq!(host.world.events().await, before);
        assert_eq!(console.act(&format!("{base}/annonce"), &[("words", "Encore là ?")]).await.status, 422);
        let hand = lea.get(&format!("/a/{}/main", workshop.code)).await;
        assert!(hand.status == 303 && hand.place.ends_with("/parcours"));
        // A draft goes on: it is its writer's.
        assert_eq!(lea.get(&step(&workshop, "brouillon")).await.status, 200);
        // Opened again, it says how to come in.
        console.act(&format!("{base}/ouverture"), &[]).await;
        assert_eq!(now(&host, &workshop).await.live.scene, Scene::Enter);
        assert!(wall(&host, &workshop).await.contains("wall-said"));
    }

    async fn a_workshop_closed_by_an_older_program_shows_its_end_too(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let app = &host.world.app;
        app.workshops().run_workshop(&workshop.workshop, &marie, Act::Close, key()).await.unwrap();
        app.workshops().run_workshop(&workshop.workshop, &marie, Act::Show(Scene::Together), key()).await.unwrap();
        assert!(wall(&host, &workshop).await.contains("L’atelier est terminé."));
        app.workshops().run_workshop(&workshop.workshop, &marie, Act::Show(Scene::Wall), key()).await.unwrap();
        assert!(wall(&host, &workshop).await.contains("Les notes de notre atelier"));
    }

    async fn the_door_says_whether_it_is_a_rehearsal(host: Host) {
        let (real, marie) = open(&host, 9).await;
        assert!(!host.stranger().get(&format!("/a/{}", real.code)).await.says("data-rehearsal"));
        let copy = host.world.app.workshops().rehearse_workshop(&real, &marie, "Répétition", key()).await.unwrap();
        let copy = workshop::find(&host.world.app.db, &copy).await.unwrap().unwrap();
        let door = host.stranger().get(&format!("/a/{}", copy.code)).await;
        assert!(door.says(" data-rehearsal=\"1\"") && door.says("personnes simulées"), "{}", door.page);
    }

    async fn publishing_says_what_it_does(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = writing(&host, &workshop, "Léa", "Ma note").await;
        let publication = step(&workshop, "publication");
        let page = lea.get(&publication).await;
        for act in ["Publier pour le groupe", "Publier pour tout le monde", "Garder pour moi"] {
            assert!(page.says(act), "{act}: {}", page.page);
        }
        // One form, two buttons: changing one's mind is not sending it twice.
        let key = page.field("command_id");
        for visibility in ["workshop", "everyone", "everyone"] {
            let fields = [("command_id", key.as_str()), ("visibility", visibility)];
            assert_eq!(lea.post(&publication, &fields).await.status, 303, "{visibility}");
        }
        let page = lea.get(&publication).await;
        assert!(page.says("Laisser visible par tout le monde") && page.says("Montrer au groupe seulement"));
        let note = lea.get("/moi").await;
        assert!(note.says("publique"), "{}", note.page);
    }
}
