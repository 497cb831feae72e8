//! Letters as a mail server is given them: their headers, and what cannot get into one.

use std::io::Write;
use std::sync::{Arc, Mutex};

use app::engine::clock::DAY;
use app::engine::mail::{CONNECTIONS, Letter};
use migrations::values;
use tracing::instrument::WithSubscriber as _;
use web::workshops::after::newsletter::letter::send_due;

use crate::both;
use crate::people::letters::{Scene, head, mailed, value};
use crate::world::World;

both! {
    async fn a_letter_of_news_has_the_headers_mail_programs_read(world: World) {
        let scene = Scene::with(world, &["lea", "zoe"]).await;
        assert_eq!(scene.due().await, 2);
        let letters = scene.post.letters();
        for letter in &letters {
            assert_eq!(value(letter, "Auto-Submitted"), "auto-generated");
            assert_eq!(value(letter, "List-Id"), "Nouvelles <nouvelles.courriel.example>");
            assert_eq!(value(letter, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
            let stop = value(letter, "List-Unsubscribe");
            assert!(stop.starts_with("<https://commun.example/nouvelles/"), "{stop}");
            assert!(stop.ends_with('>') && !stop.contains(' '), "{stop}");
            assert!(value(letter, "Date").ends_with(" +0000"));
            let id = value(letter, "Message-ID");
            assert!(id.starts_with('<') && id.ends_with("@courriel.example>"), "{id}");
        }
        assert_ne!(value(&letters[0], "Message-ID"), value(&letters[1], "Message-ID"));
    }

    async fn a_code_goes_to_an_unproved_address_and_is_no_list(world: World) {
        let (host, post) = mailed(world).await;
        host.world.account("Lea", false).await;
        let sql = "update people set login = 'lea@exemple.org' where person = 'lea'";
        host.world.app.db.exec(sql, &[]).await.unwrap();
        for sent in 1..=2 {
            host.stranger().act("/connexion/code", &[("email", "lea@exemple.org")]).await;
            while post.letters().len() < sent {
                tokio::time::sleep(std::time::Duration::from_millis(10)).await;
            }
        }
        let letters = post.letters();
        for letter in &letters {
            assert_eq!(value(letter, "To"), "lea@exemple.org");
            assert_eq!(value(letter, "Auto-Submitted"), "auto-generated");
            assert!(value(letter, "Date").ends_with(" +0000"));
            assert!(!head(letter).iter().any(|line| line.starts_with("List-")), "{letter}");
        }
        assert_ne!(value(&letters[0], "Message-ID"), value(&letters[1], "Message-ID"));
    }

    async fn names_and_titles_stop_no_letter_and_add_no_header(world: World) {
        let long = "x".repeat(4000);
        let hostile = ["A\r\nBcc: intrus@exemple.org", "\"<b>\"@,;:\\", "\u{202e}\u{7}é", long.as_str()];
        let scene = Scene::with(world, &["a", "b", "c", "d"]).await;
        let db = &scene.host.world.app.db;
        for (person, name) in ["a", "b", "c", "d"].iter().zip(hostile) {
            let sql = "update people set name = $2 where person = $1";
            db.exec(sql, values![*person, name]).await.unwrap();
        }
        let title = format!("Soirée\r\nBcc: intrus@exemple.org\r\n\r\n{long}");
        let sql = "update content set title = $1 where title = 'Premiers pas'";
        assert_eq!(db.exec(sql, values![title]).await.unwrap(), 1);
        scene.host.world.clock.advance(5 * DAY);
        assert_eq!(scene.due().await, 4, "the letter of a week, whose subject is the title");
        for letter in scene.post.letters() {
            assert!(!head(&letter).iter().any(|line| line.starts_with("Bcc")), "{letter}");
            assert!(value(&letter, "To").len() == "a@exemple.org".len());
            assert!(letter.lines().all(|line| line.len() < 998), "{letter}");
        }
    }

    async fn a_letter_that_cannot_leave_is_logged_without_its_address(world: World) {
        let scene = Scene::with(world, &["no550-omar", "no451-zoe"]).await;
        let log = Log::default();
        let writer = log.clone();
        let told = tracing_subscriber::fmt().with_writer(move || writer.clone()).finish();
        let sent = send_due(&scene.host.site).with_subscriber(told).await.unwrap();
        let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        assert_eq!(sent, 0);
        assert!(log.contains("did not leave") && log.contains("was given up"), "{log}");
        assert!(log.contains("550") && log.contains("451"), "{log}");
        assert!(!log.contains('@') && !log.contains("omar") && !log.contains("zoe"), "{log}");
    }

    async fn the_one_door_cleans_whatever_it_is_given(world: World) {
        let (host, post) = mailed(world).await;
        let mailer = host.world.app.mailer.clone().unwrap();
        let long = "x".repeat(4000);
        let hostile = [
            "a\r\nBcc: intrus@exemple.org", "a\r\n\r\nb", "a\u{0}b", "a\u{2028}b\u{202e}c",
            "<\"'>", "é\r\n\u{0} \u{85}", "\r\n", "=?utf-8?b?DQpCY2M=?=", long.as_str(),
        ];
        for words in hostile {
            let id = app::engine::secrets::id();
            let letter = Letter {
                to: "lea@exemple.org", id: &id, subject: words, text: words, html: words, stop: None,
            };
            mailer.send(letter).await.unwrap();
            let letter = post.letters().pop().unwrap();
            let names: Vec<String> =
                head(&letter).iter().map(|line| line.split(':').next().unwrap().to_owned()).collect();
            let expected = [
                "From", "To", "Subject", "Message-ID", "Date", "Auto-Submitted", "MIME-Version",
                "Content-Type",
            ];
            assert_eq!(names, expected, "{words:?}");
            assert!(!letter.contains('\u{0}') && letter.lines().all(|line| line.len() < 998));
        }
        for to in ["lea@exemple.org\r\nRCPT TO:<x@y.z>", "lea", "a b@c.d", ""] {
            let letter = Letter { to, id: "0", subject: "", text: "", html: "", stop: None };
            assert!(mailer.send(letter).await.is_err_and(|error| error.is_final()), "{to}");
        }
        assert_eq!(post.letters().len(), hostile.len());
    }

    async fn few_connections_at_once(world: World) {
        let (host, post) = mailed(world).await;
        let mailer = host.world.app.mailer.clone().unwrap();
        let sends = (0..CONNECTIONS * 5).map(|number| {
            let mailer = mailer.clone();
            tokio::spawn(async move {
                let id = number.to_string();
                let to = "slow-lea@exemple.org";
                let letter = Letter { to, id: &id, subject: "", text: "", html: "", stop: None };
                mailer.send(letter).await
            })
        });
        for sent in sends.collect::<Vec<_>>() {
            sent.await.unwrap().unwrap();
        }
        assert_eq!(post.letters().len(), CONNECTIONS * 5);
        assert_eq!(post.most_at_once(), CONNECTIONS);
    }
}

/// What was logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, told: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(told);
        Ok(told.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
