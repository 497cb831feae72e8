//! Letters of news: to whom, and once, whatever happens.

use app::engine::clock::DAY;
use app::workshops::follow::Letter;
use app::workshops::outbox::{LEASE, MOST_TRIES, Slip};
use app::{App, Settings};
use domain::core::ids::PersonId;
use domain::workshops::participation::Consent;
use domain::workshops::workshop::Act;
use migrations::values;
use poem::http::header;
use projections::workshops::workshop::Workshop;
use web::shell::state::Hosting;
use web::workshops::after::newsletter::letter::{send_due, send_due_up_to};

use crate::both;
use crate::post::Post;
use crate::site::Host;
use crate::workshops::room::{key, open};
use crate::world::World;

/// A commons with a mail server, and a workshop that ended two days ago.
pub struct Scene {
    pub host: Host,
    pub post: Post,
    pub workshop: Workshop,
    pub marie: PersonId,
}

impl Scene {
    /// With people named so, who asked for news and proved their addresses.
    pub async fn with(world: World, names: &[&str]) -> Self {
        let host = mailed(world).await;
        let (workshop, marie) = open(&host.0, 9).await;
        let scene = Self { host: host.0, post: host.1, workshop, marie };
        for name in names {
            scene.comes(name).await;
        }
        let (app, id) = (&scene.host.world.app, &scene.workshop.workshop);
        app.workshops().run_workshop(id, &scene.marie, Act::Close, key()).await.unwrap();
        scene.host.world.clock.advance(2 * DAY);
        scene
    }

    /// Somebody asks for news, at an address made of their name.
    async fn comes(&self, name: &str) {
        let (world, id) = (&self.host.world, &self.workshop.workshop);
        let person = world.account(name, false).await;
        let sql = "update people set email = $2, email_proved = 1 where person = $1";
        let email = format!("{name}@exemple.org");
        world.app.db.exec(sql, values![person.as_str(), email]).await.unwrap();
        world.app.workshops().enter_workshop(id, Some(&person), name, "fr", key()).await.unwrap();
        world.app.workshops().consent(id, &person, (Consent::News, true), key()).await.unwrap();
    }

    pub async fn due(&self) -> usize {
        send_due(&self.host.site).await.unwrap()
    }

    fn slip<'a>(&'a self, person: &'a PersonId) -> Slip<'a> {
        Slip { workshop: &self.workshop.workshop, person, letter: Letter::TwoDays }
    }

    fn stop_link(&self, person: &PersonId) -> String {
        let mark = self.host.world.app.workshops().stop_mark(&self.workshop.workshop, person);
        format!("/nouvelles/{}/{person}/{mark}", self.workshop.workshop)
    }

    async fn wants_news(&self, person: &PersonId) -> bool {
        self.host.world.app.workshops().wants_news(&self.workshop.workshop, person).await.unwrap()
    }
}

/// The same commons, with a mail server.
pub async fn mailed(mut world: World) -> (Host, Post) {
    let (post, smtp) = Post::open().await;
    let from = "Sillage <commun@courriel.example>".to_owned();
    let settings = Settings { smtp: Some(smtp), mail_from: from, ..world.settings.clone() };
    world.app = App::open(&settings, world.clock.clone()).await.unwrap();
    let host = Host::of(world);
    let public_url = "https://commun.example".to_owned();
    let hosting = Hosting { public_url, ..(*host.site.hosting).clone() };
    (Host::with(host.world, hosting), post)
}

/// The headers of a letter, each on a line of its own.
pub fn head(letter: &str) -> Vec<String> {
    let head = letter.split("\n\n").next().unwrap().replace("\n ", " ");
    head.lines().map(str::to_owned).collect()
}

/// The value of a header that a letter has once.
pub fn value(letter: &str, name: &str) -> String {
    let head = head(letter);
    let mut found = head.iter().filter_map(|line| line.strip_prefix(&format!("{name}: ")));
    let value = found.next().unwrap_or_else(|| panic!("no {name} in {letter}")).to_owned();
    assert!(found.next().is_none(), "{name} is there twice in {letter}");
    value
}

fn to(letters: &[String], name: &str) -> usize {
    letters.iter().filter(|one| value(one, "To") == format!("{name}@exemple.org")).count()
}

both! {
    async fn news_go_to_proved_addresses_alone_by_a_tap_too(world: World) {
        let scene = Scene::with(world, &["lea", "omar"]).await;
        let sql = "update people set email_proved = 0 where person = 'omar'";
        scene.host.world.app.db.exec(sql, &[]).await.unwrap();
        let suivi = format!("/ateliers/{}/suivi", scene.workshop.workshop);
        let mut desk = scene.host.known(&scene.marie).await;
        "__Host-session".clone_into(&mut desk.cookies[0].0);
        let page = desk.get(&suivi).await;
        assert!(page.says("pas encore confirmé son adresse"), "{}", page.page);
        assert!(page.says("Envoyer à une personne") && !page.says("Envoyer à 2 personnes"));
        let sent = desk.act(&suivi, &[("letter", "two-days")]).await;
        assert!(sent.place.ends_with("envoyes=1"), "{} {}", sent.status, sent.place);
        let letters = scene.post.letters();
        assert_eq!((letters.len(), to(&letters, "lea")), (1, 1));
        // Once it is proved, and the page does not say it any more.
        let sql = "update people set email_proved = 1 where person = 'omar'";
        scene.host.world.app.db.exec(sql, &[]).await.unwrap();
        assert!(!desk.get(&suivi).await.says("pas encore confirmé"));
        assert_eq!(scene.due().await, 1);
        assert_eq!(to(&scene.post.letters(), "omar"), 1);
    }

    async fn a_letter_taken_by_a_node_that_ended_leaves_from_another(world: World) {
        let scene = Scene::with(world, &["lea"]).await;
        let (app, lea) = (&scene.host.world.app, "lea".parse().unwrap());
        assert!(app.workshops().take_letter(scene.slip(&lea)).await.unwrap().is_some());
        // Nobody else takes it while the lease lasts.
        assert_eq!(app.workshops().take_letter(scene.slip(&lea)).await.unwrap(), None);
        scene.host.world.clock.advance(LEASE - 1);
        assert_eq!(scene.due().await, 0);
        scene.host.world.clock.advance(1);
        assert_eq!(scene.due().await, 1);
        assert_eq!(scene.due().await, 0, "and once");
        scene.host.world.clock.advance(LEASE);
        assert_eq!(scene.due().await, 0, "even later");
    }

    async fn a_letter_accepted_but_not_marked_comes_again_as_the_same_message(world: World) {
        let scene = Scene::with(world, &["lea"]).await;
        let app = &scene.host.world.app;
        assert_eq!(scene.due().await, 1);
        // The node ended before the mark: the row is as taking it left it.
        let sql = "update letters set left_at = 0";
        assert_eq!(app.db.exec(sql, &[]).await.unwrap(), 1);
        assert_eq!(scene.due().await, 0, "still in its hands");
        scene.host.world.clock.advance(LEASE);
        assert_eq!(scene.due().await, 1);
        let letters = scene.post.letters();
        assert_eq!(letters.len(), 2);
        assert_eq!(value(&letters[0], "Message-ID"), value(&letters[1], "Message-ID"));
    }

    async fn a_lease_that_ended_takes_nothing_from_the_one_after(world: World) {
        let scene = Scene::with(world, &["lea"]).await;
        let (app, lea) = (&scene.host.world.app, "lea".parse().unwrap());
        let slip = scene.slip(&lea);
        let slow = app.workshops().take_letter(slip).await.unwrap().unwrap();
        scene.host.world.clock.advance(LEASE);
        assert!(app.workshops().take_letter(slip).await.unwrap().is_some());
        // The slow node wakes up, and says that its letter did not leave.
        app.workshops().put_letter_back(slip, slow).await.unwrap();
        assert_eq!(app.workshops().take_letter(slip).await.unwrap(), None, "the other still has it");
        app.workshops().letter_stayed(slip, slow, true).await.unwrap();
        let row = app.db.row("select tries, given_up_at from letters", &[]).await.unwrap().unwrap();
        assert_eq!((row.int(0), row.int(1)), (2, 0), "and did not give it up");
        app.workshops().letter_left(slip).await.unwrap();
        scene.host.world.clock.advance(LEASE);
        assert_eq!(scene.due().await, 0);
    }

    async fn what_an_older_program_sent_counts_as_sent(world: World) {
        let scene = Scene::with(world, &["lea"]).await;
        let sql = "insert into letters (workshop, person, kind, sent_at) values ($1, 'lea', 'two-days', 1)";
        let id = &scene.workshop.workshop;
        scene.host.world.app.db.exec(sql, values![id.as_str()]).await.unwrap();
        scene.host.world.clock.advance(LEASE);
        assert_eq!(scene.due().await, 0);
    }

    async fn a_letter_refused_for_good_is_not_tried_again_and_stops_no_other(world: World) {
        let scene = Scene::with(world, &["lea", "no550-omar", "zoe"]).await;
        assert_eq!(scene.due().await, 2);
        let sql = "select tries, given_up_at from letters where person = 'no550-omar'";
        let row = scene.host.world.app.db.row(sql, &[]).await.unwrap().unwrap();
        assert!(row.int(0) == 1 && row.int(1) > 0);
        scene.host.world.clock.advance(LEASE);
        assert_eq!(scene.due().await, 0);
        let row = scene.host.world.app.db.row(sql, &[]).await.unwrap().unwrap();
        assert_eq!(row.int(0), 1, "not taken again");
    }

    async fn a_letter_the_server_puts_off_is_tried_again_but_not_for_ever(world: World) {
        let scene = Scene::with(world, &["no451-omar", "zoe"]).await;
        let sql = "select tries, given_up_at from letters where person = 'no451-omar'";
        assert_eq!(scene.due().await, 1);
        for tries in 1..=MOST_TRIES {
            let row = scene.host.world.app.db.row(sql, &[]).await.unwrap().unwrap();
            assert_eq!((row.int(0), row.int(1) > 0), (tries, tries == MOST_TRIES));
            assert_eq!(scene.due().await, 0);
        }
        let row = scene.host.world.app.db.row(sql, &[]).await.unwrap().unwrap();
        assert_eq!(row.int(0), MOST_TRIES);
    }

    async fn nodes_that_end_with_a_letter_in_hand_do_not_go_on_for_ever(world: World) {
        let scene = Scene::with(world, &["lea"]).await;
        let (app, lea) = (&scene.host.world.app, "lea".parse().unwrap());
        for _ in 0..MOST_TRIES {
            assert!(app.workshops().take_letter(scene.slip(&lea)).await.unwrap().is_some());
            scene.host.world.clock.advance(LEASE);
        }
        assert_eq!(scene.due().await, 0);
        let row = app.db.row("select given_up_at from letters", &[]).await.unwrap().unwrap();
        assert!(row.int(0) > 0);
    }

    async fn a_server_that_goes_away_in_a_run_costs_the_others_no_try(world: World) {
        let scene = Scene::with(world, &["a", "gone-b", "zoe"]).await;
        assert_eq!(scene.due().await, 1);
        let sql = "select person, tries, leased_to, left_at > 0 from letters order by person";
        let rows = scene.host.world.app.db.rows(sql, &[]).await.unwrap();
        assert_eq!(rows.len(), 2, "the third was not taken");
        assert_eq!((rows[1].text(0), rows[1].int(1), rows[1].int(2)), ("gone-b".to_owned(), 1, 0));
        // Returned as such to whoever asks, and nothing is tried.
        assert!(send_due(&scene.host.site).await.is_err());
        let rows = scene.host.world.app.db.rows(sql, &[]).await.unwrap();
        assert_eq!((rows.len(), rows[1].int(1)), (2, 1));
    }

    async fn who_stopped_meanwhile_and_asks_again_has_their_letter(world: World) {
        let scene = Scene::with(world, &["lea"]).await;
        let (app, lea) = (&scene.host.world.app, "lea".parse().unwrap());
        let lease = app.workshops().take_letter(scene.slip(&lea)).await.unwrap().unwrap();
        app.workshops().put_letter_back(scene.slip(&lea), lease).await.unwrap();
        assert_eq!(scene.due().await, 1);
    }

    async fn a_run_is_bounded_and_the_next_goes_on(world: World) {
        let scene = Scene::with(world, &["lea", "omar", "zoe"]).await;
        assert_eq!(send_due_up_to(&scene.host.site, 2).await.unwrap(), 2);
        assert_eq!(send_due_up_to(&scene.host.site, 2).await.unwrap(), 1);
    }

    async fn a_mail_program_stops_news_without_origin_nor_session(world: World) {
        let scene = Scene::with(world, &["lea"]).await;
        let (link, lea) = (scene.stop_link(&"lea".parse().unwrap()), "lea".parse().unwrap());
        for _ in 0..2 {
            let asked = scene.host.client().post(&link)
                .header(header::HOST, "commun.example")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click");
            let answer = asked.send().await.0;
            assert_eq!(answer.status(), 200);
            assert!(answer.into_body().into_string().await.unwrap().contains("C’est fait"));
            assert!(!scene.wants_news(&lea).await);
        }
        let (wrong, _) = link.rsplit_once('/').unwrap();
        let asked = scene.host.client().post(format!("{wrong}/0000"))
            .header(header::HOST, "commun.example")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body("List-Unsubscribe=One-Click");
        assert_eq!(asked.send().await.0.status(), 404);
    }

    async fn stopping_is_one_command_however_often_and_works_after_asking_again(world: World) {
        let scene = Scene::with(world, &["lea"]).await;
        let lea: PersonId = "lea".parse().unwrap();
        let (link, app) = (scene.stop_link(&lea), &scene.host.world.app);
        let click = [("List-Unsubscribe", "One-Click")];
        for _ in 0..2 {
            let before = scene.host.world.events().await;
            let (mut one, mut other) = (scene.host.stranger(), scene.host.stranger());
            let (one, other) = tokio::join!(one.post(&link, &click), other.post(&link, &click));
            assert!(one.status == 200 && other.status == 200 && one.says("C’est fait"));
            let again = scene.host.stranger().post(&link, &click).await;
            assert!(again.status == 200 && again.place.is_empty());
            assert_eq!(scene.host.world.events().await, before + 1);
            assert!(!scene.wants_news(&lea).await);
            app.workshops().consent(&scene.workshop.workshop, &lea, (Consent::News, true), key()).await.unwrap();
        }
        let (wrong, _) = link.rsplit_once('/').unwrap();
        let forged = scene.host.stranger().post(&format!("{wrong}/0000"), &click).await;
        assert_eq!(forged.status, 404);
        assert!(scene.wants_news(&lea).await);
    }
}
