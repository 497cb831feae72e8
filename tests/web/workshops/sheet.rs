//! The sheet of a room: until when a step takes lines, how many there may be, and how many
//! one page shows.

use app::engine::envelope::CommandId;
use app::groups::items::{PERSON_MAX, Place, SHEET_MAX, Typed};
use app::workshops::{Plan, REOPEN};
use domain::core::ids::{PersonId, WorkshopId};
use domain::groups::item::{ItemKind, Sheet, Source};
use domain::workshops::participation::Consent;
use domain::workshops::script::{Script, Step};
use domain::workshops::workshop::Act;
use projections::groups::item;
use projections::workshops::room;
use projections::workshops::workshop::{self, Workshop};
use strum::VariantArray as _;

use crate::both;
use crate::site::Host;
use crate::workshops::room::{come_in, key, step};
use crate::world::World;

/// An open workshop with this script, run by Marie.
async fn following(world: &World, script: &str) -> (Workshop, PersonId) {
    let marie = world.account("Marie", true).await;
    let plan = Plan {
        title: "Ensemble".into(),
        places: 30,
        script: Script::newest(script).unwrap().reference(),
        ..Plan::default()
    };
    let id = world.app.workshops().prepare_workshop(&marie, &plan, key()).await.unwrap();
    world.app.workshops().run_workshop(&id, &marie, Act::Open, key()).await.unwrap();
    (workshop::find(&world.app.db, &id).await.unwrap().unwrap(), marie)
}

/// Puts lines where they would be, without saying them one by one.
async fn fill(world: &World, id: &WorkshopId, by: &PersonId, many: i64) {
    let db = &world.app.db;
    db.exec(
        "insert into content (content_id, title, body, summary, created_at)
            values ('filling', '', 'Une ligne de la salle', '', 0) on conflict (content_id) do nothing",
        &[],
    )
    .await
    .unwrap();
    for number in 0..many {
        let sql = "insert into p_item (item, sheet_kind, sheet, kind, under, by_person, of_person,
                source, content_id, captured, at, gone, merged, position)
            values ($1, 'workshop', $2, 'learning', null, $3, null, '\"Said\"', 'filling', $4, 0, 0, null, 0)";
        let name = format!("{by}{number}");
        let asked = migrations::values![name, id.as_str(), by.as_str(), -many + number];
        db.exec(sql, asked).await.unwrap();
    }
}

fn typed(words: &str) -> Typed {
    Typed { depth: 0, kind: ItemKind::Idea, words: words.to_owned() }
}

both! {
    async fn a_step_that_is_not_of_this_workshop_is_refused_and_the_words_are_shown(host: Host) {
        let (workshop, _) = following(&host.world, "express").await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let before = host.world.events().await;
        let line = [("kind", "idea"), ("words", "Phrase-canari")];
        let seen = lea.act(&step(&workshop, "recolte"), &line).await;
        assert_eq!(seen.status, 422);
        assert!(seen.says("pas cette étape") && seen.says("Phrase-canari"), "{}", seen.page);
        assert_eq!(host.world.events().await, before);
    }

    async fn a_step_the_room_has_not_come_to_is_refused_and_the_words_are_shown(host: Host) {
        let (workshop, marie) = following(&host.world, "rencontre").await;
        let app = &host.world.app;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let first = workshop.script.steps().next().unwrap();
        app.workshops().run_workshop(&workshop.workshop, &marie, Act::Pace(Some(first)), key()).await.unwrap();
        let line = [("kind", "idea"), ("words", "Phrase-canari")];
        let seen = lea.act(&step(&workshop, "recolte"), &line).await;
        assert_eq!(seen.status, 422);
        assert!(seen.says("pas encore à cette étape") && seen.says("Phrase-canari"), "{}", seen.page);
        app.workshops().run_workshop(&workshop.workshop, &marie, Act::Pace(None), key()).await.unwrap();
        assert_eq!(lea.act(&step(&workshop, "recolte"), &line).await.status, 303);
    }

    async fn what_the_room_did_ends_a_day_after_it_and_ones_own_note_never(host: Host) {
        let (workshop, marie) = following(&host.world, "rencontre").await;
        let app = &host.world.app;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let present = room::present(&app.db, &workshop.workshop).await.unwrap();
        let person = present[0].person.clone();
        app.workshops().consent(&workshop.workshop, &person, (Consent::Quote, true), key()).await.unwrap();
        app.workshops().run_workshop(&workshop.workshop, &marie, Act::Close, key()).await.unwrap();
        let line = [("kind", "idea"), ("words", "Phrase-canari")];
        let gather = step(&workshop, "recolte");
        assert_eq!(lea.act(&gather, &line).await.status, 303, "the same evening");
        host.world.clock.advance(REOPEN + app::engine::clock::HOUR);
        let seen = lea.act(&gather, &line).await;
        assert_eq!(seen.status, 422);
        assert!(seen.says("depuis plus d’un jour") && seen.says("Phrase-canari"), "{}", seen.page);
        for word in ["tour-de-table", "cloture"].into_iter().filter(|word| {
            Step::VARIANTS.iter().any(|one| {
                workshop.script.has(*one) && web::workshops::path::slug(*one) == *word
            })
        }) {
            // Agreeing to be named can be taken back for ever, whatever else is refused.
            let seen = lea.act(&step(&workshop, word), &[("asked", "quote"), ("word", "Adieu")]).await;
            assert_eq!(seen.status, 422, "{word}");
            let now = room::find(&app.db, &workshop.workshop, &person).await.unwrap().unwrap();
            assert!(!now.quote, "{word}");
        }
    }

    async fn a_note_is_finished_long_after_its_workshop_even_if_the_room_went_at_one_pace(host: Host) {
        let (workshop, marie) = following(&host.world, "express").await;
        let app = &host.world.app;
        let mut lea = crate::workshops::room::writing(&host, &workshop, "Léa", "Mon idée").await;
        let pace = Act::Pace(Some(Step::Idea));
        app.workshops().run_workshop(&workshop.workshop, &marie, pace, key()).await.unwrap();
        app.workshops().run_workshop(&workshop.workshop, &marie, Act::Close, key()).await.unwrap();
        host.world.clock.advance(30 * app::engine::clock::DAY);
        crate::workshops::room::write_and_publish(&mut lea, &workshop, "Enfin fini").await;
        let here = room::present(&app.db, &workshop.workshop).await.unwrap();
        let note = here[0].note.clone().unwrap();
        assert!(host.world.note(&note).await.is_published());
    }

    async fn one_person_adds_two_hundred_lines_and_the_room_goes_on(host: Host) {
        let (workshop, marie) = following(&host.world, "rencontre").await;
        let app = &host.world.app;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let person = room::present(&app.db, &workshop.workshop).await.unwrap()[0].person.clone();
        fill(&host.world, &workshop.workshop, &person, PERSON_MAX - 2).await;
        let gather = step(&workshop, "recolte");
        let form = CommandId::fresh();
        let two = [("command_id", form.as_str()), ("kind", "idea"), ("words", "Une\nDeux")];
        assert_eq!(lea.post(&gather, &two).await.status, 303);
        assert_eq!(lea.post(&gather, &two).await.status, 303, "the same form again is no line more");
        let seen = lea.act(&gather, &[("kind", "idea"), ("words", "Phrase-canari")]).await;
        assert_eq!(seen.status, 422);
        assert!(seen.says("deux cents lignes") && seen.says("Phrase-canari"), "{}", seen.page);
        // Somebody else goes on, and whoever keeps the notes is not counted so.
        let mut omar = come_in(&host, &workshop, "Omar").await;
        assert_eq!(omar.act(&gather, &[("kind", "idea"), ("words", "Oui")]).await.status, 303);
        fill(&host.world, &workshop.workshop, &marie, PERSON_MAX).await;
        let mut keeper = host.known(&marie).await;
        let sheet = format!("/ateliers/{}/releve", workshop.workshop);
        assert_eq!(keeper.act(&sheet, &[("kind", "idea"), ("words", "Encore")]).await.status, 303);
    }

    async fn a_workshop_holds_three_thousand_lines_and_says_so_kindly(host: Host) {
        let (workshop, marie) = following(&host.world, "rencontre").await;
        fill(&host.world, &workshop.workshop, &marie, SHEET_MAX).await;
        let line = [("kind", "idea"), ("words", "Phrase-canari")];
        let mut keeper = host.known(&marie).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        for (guest, address) in [
            (&mut keeper, format!("/ateliers/{}/releve", workshop.workshop)),
            (&mut lea, step(&workshop, "recolte")),
        ] {
            let seen = guest.act(&address, &line).await;
            assert_eq!(seen.status, 422, "{address}");
            assert!(seen.says("trois mille lignes") && seen.says("Phrase-canari"), "{}", seen.page);
        }
    }

    async fn lines_sent_at_once_hardly_pass_the_limit(world: World) {
        let (workshop, _) = following(&world, "rencontre").await;
        let lea = world.guest(&workshop.workshop, "Léa").await;
        fill(&world, &workshop.workshop, &lea, PERSON_MAX - 3).await;
        let lines = [typed("Une"), typed("Deux"), typed("Trois")];
        let send = async || {
            let place =
                Place { sheet: &Sheet::from(&workshop.workshop), under: None, source: Source::Said };
            let _ = world.app.groups().capture(&lea, &place, &lines, &key()).await;
        };
        tokio::join!(send(), send(), send(), send());
        let (_, own) = item::count(&world.app.db, &Sheet::from(&workshop.workshop), &lea).await.unwrap();
        assert!((PERSON_MAX..=PERSON_MAX + 8).contains(&own), "{own}");
    }

    async fn no_page_lists_more_than_two_hundred_lines(host: Host) {
        let (workshop, marie) = following(&host.world, "rencontre").await;
        fill(&host.world, &workshop.workshop, &marie, 450).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let count = |page: &str| page.matches("Une ligne de la salle").count();
        let gather = step(&workshop, "recolte");
        let mut keeper = host.known(&marie).await;
        let sheet = format!("/ateliers/{}/releve", workshop.workshop);
        let sources = format!("/ateliers/{}/sources", workshop.workshop);
        let mut again = host.known(&marie).await;
        for (guest, address) in [(&mut lea, &gather), (&mut keeper, &sheet), (&mut again, &sources)] {
            for (page, lines) in [(1, 200), (2, 200), (3, 50)] {
                let seen = guest.get(&format!("{address}?page={page}")).await;
                assert_eq!(count(&seen.page), lines, "{address} {page}");
                assert_eq!(seen.says("rel=\"next\""), page < 3, "{address} {page}");
                assert_eq!(seen.says("rel=\"prev\""), page > 1, "{address} {page}");
            }
        }
        // The sheet opens where the next line will stand, and a line one comes back from is there.
        assert_eq!(count(&keeper.get(&sheet).await.page), 50);
        let seen = keeper.get(&format!("{sheet}?ligne={marie}210")).await;
        assert!(count(&seen.page) == 200 && seen.says(&format!("id=\"i-{marie}210\"")));
    }
}
