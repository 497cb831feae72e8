//! Who has an account, who gets into it, who is kept out of it.

use std::time::Duration;

use app::{App, Settings};

use crate::both;
use crate::post::Post;
use crate::site::{Guest, Host, Seen};
use crate::workshops::room::{come_in, open};

const PASSWORD: &str = "un sillage sur le lac";

/// The same commons with a mail server.
async fn with_mail(host: Host) -> (Host, Post) {
    let (post, smtp) = Post::open().await;
    let settings = Settings { smtp: Some(smtp), ..host.world.settings.clone() };
    let mut world = host.world;
    world.app = App::open(&settings, world.clock.clone()).await.unwrap();
    (Host::of(world), post)
}

/// The code of the last letter to `to`, once it came.
async fn code(post: &Post, to: &str) -> String {
    loop {
        let letters = post.letters();
        let mine = letters.iter().rev().find(|letter| letter.contains(to));
        if let Some(letter) = mine {
            let text = letter.replace("=\n", "");
            let digits = text.split_whitespace().collect::<Vec<_>>();
            let pair = digits.windows(2).find(|pair| {
                pair.iter().all(|part| {
                    let part = part.trim_matches('.');
                    part.len() == 4 && part.bytes().all(|sign| sign.is_ascii_digit())
                })
            });
            if let Some([first, last]) = pair {
                return format!("{first}{}", last.trim_matches('.'));
            }
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A page without what is fresh in each.
fn bare(seen: &Seen) -> String {
    let mut page = seen.page.clone();
    for name in ["command_id", "demande"] {
        let value = seen.field(name);
        if !value.is_empty() {
            page = page.replace(&value, "");
        }
    }
    page
}

async fn claim(guest: &mut Guest<'_>, email: &str) -> Seen {
    let fields = [("name", "Léa"), ("email", email), ("password", PASSWORD)];
    guest.act("/compte", &fields).await
}

both! {
    async fn m6_no_page_tells_who_has_an_account(host: Host) {
        // Without a mail server: a free address and a taken one are answered alike.
        let mut first = host.stranger();
        let one = claim(&mut first, "lea@exemple.org").await;
        let two = claim(&mut host.stranger(), "lea@exemple.org").await;
        assert_eq!((one.status, &one.place), (two.status, &two.place));
        // With one, too: the letter alone tells.
        let (host, post) = with_mail(host).await;
        let mut zoe = host.stranger();
        let free = claim(&mut zoe, "zoe@exemple.org").await;
        let sent = code(&post, "zoe@exemple.org").await;
        let demande = free.field("demande");
        let done = zoe.act("/compte", &[("demande", &demande), ("code", &sent)]).await;
        assert_eq!(done.place, "/moi");
        let free = claim(&mut host.stranger(), "ines@exemple.org").await;
        let taken = claim(&mut host.stranger(), "zoe@exemple.org").await;
        assert_eq!((free.status, bare(&free)), (taken.status, bare(&taken)));
        let ask = async |email: &str| {
            host.stranger().act("/connexion/code", &[("email", email)]).await
        };
        let (known, unknown) = (ask("zoe@exemple.org").await, ask("personne@exemple.org").await);
        assert_eq!((known.status, bare(&known)), (unknown.status, bare(&unknown)));
        let wrong = async |seen: &Seen| {
            let demande = seen.field("demande");
            host.stranger().act("/connexion/code", &[("demande", &demande), ("code", "00000000")]).await
        };
        let (known, unknown) = (wrong(&known).await, wrong(&unknown).await);
        assert_eq!((known.status, bare(&known)), (unknown.status, bare(&unknown)));
    }

    async fn h1_four_words_do_not_open_an_account_alone(host: Host) {
        let marie = host.world.member("Marie").await;
        let phrase = host.world.app.people().resume_phrase(&marie).await.unwrap();
        let mut thief = host.stranger();
        let page = thief.act("/reprendre", &[("phrase", &phrase)]).await;
        assert!(page.status == 422 && page.says("Ces mots mènent à un compte"));
        assert!(!page.says("Marie") && !page.says("exemple.org"), "it does not say whose");
        assert_eq!(thief.get("/moi").await.status, 401);
        let both = [("phrase", phrase.as_str()), ("password", "une autre phrase")];
        assert_eq!(thief.act("/reprendre", &both).await.status, 422);
        let both = [("phrase", phrase.as_str()), ("password", PASSWORD)];
        assert_eq!(thief.act("/reprendre", &both).await.place, "/moi");
    }

    async fn m3_strangers_who_try_a_password_keep_nobody_out(host: Host) {
        let host = host.behind_proxy();
        host.world.member("Marie").await;
        let good = [("email", "marie@exemple.org"), ("password", PASSWORD)];
        let mut marie = host.stranger_at("192.0.2.1");
        assert_eq!(marie.act("/connexion", &good).await.place, "/moi");
        marie.act("/deconnexion", &[]).await;
        let wrong = [("email", "marie@exemple.org"), ("password", "mauvais mot de passe")];
        let mut refused = 0;
        for number in 0..30 {
            let mut stranger = host.stranger_at(&format!("203.0.113.{number}"));
            refused += usize::from(stranger.act("/connexion", &wrong).await.status == 429);
        }
        assert!(refused >= 15, "{refused}");
        assert_eq!(marie.act("/connexion", &good).await.place, "/moi", "from a device it knows");
    }

    async fn m4_words_are_not_guessed_quickly(host: Host) {
        let mut guesser = host.stranger();
        let mut slowed = 0;
        for number in 0..100 {
            let words = format!("un deux trois mot{number}");
            slowed += usize::from(guesser.act("/reprendre", &[("phrase", &words)]).await.status == 429);
        }
        assert!(slowed >= 30, "{slowed}");
    }

    async fn m11_where_minors_are_one_takes_part_without_an_account(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let plan = app::workshops::Plan {
            title: "Jeunes".into(), places: 9, minors: true, ..app::workshops::Plan::default()
        };
        let key = app::engine::envelope::CommandId::fresh;
        let app = &host.world.app;
        let id = app.workshops().prepare_workshop(&marie, &plan, key()).await.unwrap();
        app.workshops().run_workshop(&id, &marie, domain::workshops::workshop::Act::Open, key()).await.unwrap();
        let lea = host.world.guest(&id, "Léa").await;
        let mut lea = host.known(&lea).await;
        assert_eq!(lea.get("/compte").await.status, 403);
        let refused = claim(&mut lea, "lea@exemple.org").await;
        assert!(refused.status == 403 && refused.says("participe sans compte"));
        assert!(!lea.get("/moi").await.says("href=\"/compte\""));
        // Nobody is written to either, whatever form is sent.
        let news = [("atelier", id.as_str()), ("accord", "news"), ("donne", "1")];
        let refused = lea.act("/moi/donnees/accords", &news).await;
        assert!(refused.status == 422 && refused.says("on n’écrit à personne"), "{}", refused.page);
        assert!(!lea.get("/moi/donnees/accords").await.says("Me donner des nouvelles"));
    }

    async fn m12_a_person_sees_and_ends_their_sessions_and_changes_their_password(host: Host) {
        let marie = host.world.member("Marie").await;
        let mut here = host.known(&marie).await;
        let mut lost = host.known(&marie).await;
        let page = here.get("/moi/compte").await;
        assert!(page.status == 200 && page.says("marie@exemple.org") && page.says("celui-ci"));
        let new = "une autre phrase au bord";
        let wrong = [("current", "pas la bonne phrase"), ("new", new)];
        assert_eq!(here.act("/moi/compte/mot-de-passe", &wrong).await.status, 422);
        let good = [("current", PASSWORD), ("new", new)];
        assert_eq!(here.act("/moi/compte/mot-de-passe", &good).await.status, 303);
        assert_eq!(lost.get("/moi").await.status, 401, "other devices sign in again");
        assert_eq!(here.get("/moi").await.status, 200);
        assert_eq!(here.act("/moi/compte/nom", &[("name", "Marie-Ève")]).await.status, 303);
        assert!(here.get("/moi").await.says("Marie-Ève"));
        let before = host.world.app.people().resume_phrase(&marie).await.unwrap();
        assert_eq!(here.act("/moi/mots", &[]).await.status, 303);
        assert_ne!(host.world.app.people().resume_phrase(&marie).await.unwrap(), before);
    }

    async fn t7_a_session_says_on_what_it_is_and_one_is_ended_alone(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let person = projections::workshops::room::present(&host.world.app.db, &workshop.workshop).await.unwrap()[0].person.clone();
        let mut other = host.known(&person).await;
        let page = lea.get("/moi/compte").await;
        let name = page.page.split("name=\"session\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        lea.act("/moi/compte/sessions", &[("session", &name)]).await;
        assert_eq!(other.get("/moi").await.status, 401);
        assert_eq!(lea.get("/moi").await.status, 200);
    }
}
