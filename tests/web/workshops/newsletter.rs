//! News of a workshop leave by themselves when they are due, once, in the language of each.

use app::engine::clock::DAY;
use app::{App, Settings};
use domain::notes::visibility::Visibility;
use domain::workshops::participation::Consent;
use domain::workshops::workshop::Act;
use web::shell::state::Site;
use web::workshops::after::newsletter::letter::send_due;

use crate::both;
use crate::post::Post;
use crate::site::Host;
use crate::workshops::room::{come_in, key, open, step};

both! {
    async fn letters_leave_by_themselves_once_and_to_those_who_asked(host: Host) {
        let (post, smtp) = Post::open().await;
        let settings = Settings { smtp: Some(smtp), ..host.world.settings.clone() };
        let app = App::open(&settings, host.world.clock.clone()).await.unwrap();
        let site = Site::new(app, (*host.site.hosting).clone());
        let (place, marie) = open(&host, 9).await;
        let world = &host.world;
        for (name, asked, language) in [("Lea", true, "fr"), ("Omar", false, "fr"), ("Zoe", true, "en"), ("Ina", true, "fr")] {
            let person = world.account(name, false).await;
            let sql = "update people set email = $2, language = $3, email_proved = $4 where person = $1";
            let email = format!("{name}@exemple.org");
            world.app.db.exec(sql, migrations::values![person.as_str(), email, language, name != "Ina"]).await.unwrap();
            world.app.workshops().enter_workshop(&place.workshop, Some(&person), name, language, key()).await.unwrap();
            world.app.workshops().consent(&place.workshop, &person, (Consent::News, asked), key()).await.unwrap();
            world.published(&person, &place.workshop, &format!("Note de {name}"), Visibility::Workshop).await;
        }
        world.app.workshops().run_workshop(&place.workshop, &marie, Act::Close, key()).await.unwrap();
        world.clock.advance(2 * DAY - 1);
        assert_eq!(send_due(&site).await.unwrap(), 0, "not yet");
        world.clock.advance(1);
        // Two nodes at the same instant: each letter leaves once.
        let (one, other) = tokio::join!(send_due(&site), send_due(&site));
        assert_eq!(one.unwrap() + other.unwrap(), 2);
        assert_eq!(send_due(&site).await.unwrap(), 0);
        let letters = post.letters();
        assert_eq!(letters.len(), 2);
        let to = |name: &str| letters.iter().find(|one| one.contains(&format!("To: {name}@"))).unwrap();
        for name in ["Lea", "Zoe"] {
            let letter = to(name);
            assert!(letter.contains("List-Unsubscribe: <http://localhost/nouvelles/"), "{letter}");
        }
        let (lea, zoe) = (read(to("Lea")), read(to("Zoe")));
        assert!(lea.contains("Bonjour Lea"), "{lea}");
        assert!(zoe.contains("Hello Zoe"), "{zoe}");
        // A letter that missed its days does not come late; the next one does.
        world.clock.advance(20 * DAY);
        assert_eq!(send_due(&site).await.unwrap(), 0);
        world.clock.advance(8 * DAY);
        assert_eq!(send_due(&site).await.unwrap(), 2);
    }

    async fn the_last_screen_of_express_asks_whether_one_wants_news(host: Host) {
        let (place, _) = open(&host, 9).await;
        let mut lea = come_in(&host, &place, "Léa").await;
        let (merci, follow) = (step(&place, "merci"), format!("/a/{}/suivi", place.code));
        assert!(lea.get(&merci).await.says("name=\"news\" value=\"1\">"));
        lea.act(&follow, &[("news", "1")]).await;
        assert!(lea.get(&merci).await.says("name=\"news\" value=\"1\" checked>"));
        lea.act(&follow, &[]).await;
        assert!(lea.get(&merci).await.says("name=\"news\" value=\"1\">"));
    }
}

/// The plain text of a letter, whatever way it was written for the wire.
fn read(letter: &str) -> String {
    let plain = letter.split("text/plain").nth(1).unwrap_or(letter);
    plain.replace("=\n", "").replace("=C2=A0", " ").replace("=20", " ")
}
