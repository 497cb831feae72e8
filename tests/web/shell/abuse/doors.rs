//! Codes guessed, codes that got around, forms seen by somebody else, rooms filled.

use domain::notes::visibility::Visibility;
use domain::workshops::workshop::Act;
use projections::workshops::{room, workshop};

use crate::both;
use crate::databases::Engine;
use crate::site::Host;
use crate::workshops::room::{come_in, key, open, step};

/// A code that opens nothing.
fn wrong(number: usize) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    let sign = |at: u32| char::from(SIGNS[(number / 31_usize.pow(at)) % 31]);
    format!("/a/ZZZZ{}{}{}Z", sign(0), sign(1), sign(2))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn h7_s8_past_its_tries_a_guesser_is_told_nothing_and_a_hall_comes_in() {
    let host = Host::on(Engine::Sqlite).await.unwrap().behind_proxy();
    let (workshop, marie) = open(&host, 200).await;
    let door = format!("/a/{}", workshop.code);
    let mut told = 0;
    for number in 0..400 {
        let seen = host.stranger_at("198.51.100.9").get(&wrong(number)).await;
        told += usize::from(seen.status == 404);
    }
    assert!(told <= 100, "{told} useful tries");
    let seen = host.stranger_at("198.51.100.9").get(&door).await;
    assert_eq!(seen.status, 429, "the right one is told from no other");
    assert!(seen.headers.contains_key("retry-after") && seen.says("réessaie toute seule"));
    // Its own link, and a session, pass by.
    let link = format!("/a/{}", workshop.link_secret);
    assert_eq!(host.stranger_at("198.51.100.9").get(&link).await.status, 200);
    let mut console = host.known(&marie).await;
    console.from = Some("198.51.100.9".to_owned());
    assert_eq!(console.get(&door).await.status, 200);

    // Sixty people of one hall, each mistyping first, while guessers hold many addresses.
    for number in 0..1_200 {
        host.stranger_at(&format!("203.0.{}.{}", number / 250, number % 250))
            .get(&wrong(number))
            .await;
    }
    let hall = "192.0.2.60";
    let mut facilitator = host.known(&marie).await;
    facilitator.from = Some(hall.to_owned());
    facilitator.get(&format!("/ateliers/{}/console", workshop.workshop)).await;
    for number in 0..60 {
        let mut guest = host.stranger_at(hall);
        guest.get(&wrong(number)).await;
        let page = guest.get(&door).await;
        assert_eq!(page.status, 200, "person {number}");
        let key = page.field("command_id");
        let name = format!("P{number}");
        let fields = [("command_id", key.as_str()), ("name", name.as_str())];
        assert_eq!(guest.post(&door, &fields).await.status, 303, "person {number}");
    }
    assert_eq!(room::present(&host.world.app.db, &workshop.workshop).await.unwrap().len(), 60);
}

both! {
    async fn h9_a_code_that_got_around_is_changed_and_those_inside_stay(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let old = format!("/a/{}", workshop.code);
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let mut console = host.known(&marie).await;
        let address = format!("/ateliers/{}/porte", workshop.workshop);
        assert_eq!(console.act(&format!("{address}/code"), &[]).await.status, 303);
        let now = workshop::find(&host.world.app.db, &workshop.workshop).await.unwrap().unwrap();
        assert!(now.code != workshop.code && now.link_secret != workshop.link_secret);
        assert_eq!(host.stranger().get(&old).await.status, 404);
        assert_eq!(host.stranger().get(&format!("/a/{}", workshop.link_secret)).await.status, 404);
        assert_eq!(host.stranger().get(&format!("/a/{}", now.code)).await.status, 200);
        // The page she has open goes on, and leads to the new address.
        let page = lea.get(&step(&workshop, "porte")).await;
        assert!(page.status == 200 && page.says(&now.code));
        assert_eq!(lea.act(&step(&workshop, "porte"), &[("door", "tell")]).await.status, 303);
    }

    async fn h9_arrivals_are_held_and_let_in_at_once(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let door = format!("/a/{}", workshop.code);
        let mut console = host.known(&marie).await;
        let address = format!("/ateliers/{}/porte", workshop.workshop);
        console.act(&address, &[("porte", "held")]).await;
        let (mut lea, mut omar) = (host.stranger(), host.stranger());
        lea.act(&door, &[("name", "Léa")]).await;
        omar.act(&door, &[("name", "Omar")]).await;
        assert_eq!(lea.get(&door).await.status, 202);
        let page = console.get(&format!("/ateliers/{}/console", workshop.workshop)).await;
        assert!(page.says("Faire entrer les 2 personnes"));
        console.act(&format!("/ateliers/{}/admission", workshop.workshop), &[]).await;
        for guest in [&mut lea, &mut omar] {
            assert_eq!(guest.get(&step(&workshop, "porte")).await.status, 200);
        }
        console.act(&address, &[("porte", "shut")]).await;
        let page = host.stranger().get(&door).await;
        assert!(page.status == 409 && page.says("La porte est fermée pour l’instant"));
        assert_eq!(host.stranger().act(&door, &[("name", "Zoé")]).await.status, 409);
        assert_eq!(lea.get(&step(&workshop, "porte")).await.status, 200, "who is in stays");
    }

    async fn h9_t30_somebody_is_sent_out_kindly_and_brought_back_with_everything(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let lea = host.world.guest(&workshop.workshop, "Léa").await;
        let note = host.world.published(&lea, &workshop.workshop, "Silence", Visibility::Workshop).await;
        let mut theirs = host.known(&lea).await;
        let mut console = host.known(&marie).await;
        let out = format!("/ateliers/{}/salle/{lea}/sortie", workshop.workshop);
        assert_eq!(console.act(&out, &[]).await.status, 303);
        let page = theirs.get(&step(&workshop, "porte")).await;
        assert_eq!(page.place, format!("/a/{}", workshop.code));
        let page = theirs.get(&page.place).await;
        assert!(page.status == 403 && page.says("attendre dehors"), "{}", page.page);
        assert_eq!(theirs.get("/moi").await.status, 200, "what they wrote is theirs");
        let omar = host.world.guest(&workshop.workshop, "Omar").await;
        let mut neighbour = host.known(&omar).await;
        let wall = format!("/a/{}/mur", workshop.code);
        assert!(!neighbour.get(&wall).await.says(note.note.as_str()));
        // Back, in one tap, with their note.
        console.act(&out.replace("/sortie", "/retour"), &[]).await;
        assert_eq!(theirs.get(&step(&workshop, "merci")).await.status, 200);
        assert!(neighbour.get(&wall).await.says(note.note.as_str()));
        // Nobody else may.
        assert_eq!(neighbour.act(&out, &[]).await.status, 404);
    }

    async fn m9_a_door_form_seen_by_somebody_else_opens_nothing(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let door = format!("/a/{}", workshop.code);
        let mut lea = host.stranger();
        let page = lea.get(&door).await;
        let key = page.field("command_id");
        let form = |name: &'static str| [("command_id".to_owned(), key.clone()), ("name".into(), name.into())];
        let send = async |guest: &mut crate::site::Guest<'_>, name| {
            let fields = form(name);
            let fields: Vec<_> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            guest.post(&door, &fields).await
        };
        // Her phone loses the answer, and sends it again: once in, and only once.
        let before = lea.cookies.clone();
        assert_eq!(send(&mut lea, "Léa").await.status, 303);
        let mut again = host.stranger();
        again.cookies = before;
        assert_eq!(send(&mut again, "Léa").await.status, 303);
        assert!(again.get("/moi").await.says("Léa"));
        // Another browser has the same form.
        let mut thief = host.stranger();
        send(&mut thief, "Voleuse").await;
        let page = thief.get("/moi").await;
        assert!(!page.says("Léa") && page.says("Voleuse"), "{}", page.page);
        let people = room::present(&host.world.app.db, &workshop.workshop).await.unwrap();
        assert_eq!(people.len(), 2);
    }

    async fn m9_the_key_of_a_door_form_is_not_in_the_log(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = host.stranger();
        let door = format!("/a/{}", workshop.code);
        let form = lea.get(&door).await.field("command_id");
        lea.post(&door, &[("command_id", form.as_str()), ("name", "Léa")]).await;
        let db = &host.world.app.db;
        for table in ["events", "commands"] {
            for row in db.rows(&format!("select * from {table}"), &[]).await.unwrap() {
                assert!(!format!("{row:?}").contains(&form), "{table}");
            }
        }
    }

    async fn the_same_door_form_sent_twice_at_once_leads_in(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let door = format!("/a/{}", workshop.code);
        for number in 0..5 {
            let mut first = host.stranger();
            let key = first.get(&door).await.field("command_id");
            let mut second = host.stranger();
            second.cookies = first.cookies.clone();
            let name = format!("P{number}");
            let fields = [("command_id", key.as_str()), ("name", name.as_str())];
            let (one, two) = tokio::join!(first.post(&door, &fields), second.post(&door, &fields));
            for (seen, guest) in [(one, &mut first), (two, &mut second)] {
                assert_eq!(seen.place, format!("{door}/parcours"), "{}: {}", seen.status, seen.page);
                let next = guest.get(&seen.place).await;
                assert!(next.place.starts_with(&format!("{door}/parcours/")), "{}", next.place);
                assert_eq!(guest.get(&next.place).await.status, 200);
            }
        }
        let people = room::present(&host.world.app.db, &workshop.workshop).await.unwrap();
        assert_eq!(people.len(), 5, "nobody twice");
    }

    async fn h9_one_phone_does_not_fill_a_room(host: Host) {
        let (workshop, _) = open(&host, 40).await;
        let door = format!("/a/{}", workshop.code);
        let mut phone = host.stranger();
        phone.get(&door).await;
        let own = phone.cookies.clone();
        for number in 0..12 {
            phone.cookies = own.clone();
            phone.act(&door, &[("name", &format!("P{number}"))]).await;
        }
        let db = &host.world.app.db;
        assert_eq!(room::present(db, &workshop.workshop).await.unwrap().len(), 5);
        assert_eq!(room::waiting(db, &workshop.workshop).await.unwrap().len(), 7, "they wait, kindly");
        // Nor does one person who adds others.
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let scribe = format!("/a/{}/scribe", workshop.code);
        let end = format!("{scribe}/fin");
        for number in 0..6 {
            lea.act(&scribe, &[("name", &format!("S{number}"))]).await;
            lea.act(&end, &[]).await;
        }
        assert_eq!(room::present(db, &workshop.workshop).await.unwrap().len(), 5 + 1 + 2);
    }

    async fn t9_a_code_says_nothing_a_day_after_the_end(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let door = format!("/a/{}", workshop.code);
        let mut lea = come_in(&host, &workshop, "Léa").await;
        host.world.app.workshops().run_workshop(&workshop.workshop, &marie, Act::Close, key()).await.unwrap();
        assert_eq!(host.stranger().get(&door).await.status, 410);
        host.world.clock.advance(25 * app::engine::clock::HOUR);
        assert_eq!(host.stranger().get(&door).await.status, 404);
        assert_eq!(lea.get(&step(&workshop, "porte")).await.status, 200, "who was in goes on");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn m10_what_a_visitor_writes_before_the_proxy_is_not_their_address() {
    let host = Host::on(Engine::Sqlite).await.unwrap().behind_proxy();
    let mut told = 0;
    for number in 0..150 {
        let request = host
            .client()
            .get(wrong(number))
            .header("x-forwarded-for", format!("10.0.0.{number}"))
            .header("x-forwarded-for", format!("10.1.0.{number}, 198.51.100.7"));
        told += usize::from(request.send().await.0.status() == 404);
    }
    assert!(told <= 100, "{told}: counted by what the visitor says");
}
