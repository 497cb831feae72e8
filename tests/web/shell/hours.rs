//! Hours are those of the place of the workshop, through both changes of clock, and say so.

use projections::workshops::workshop;
use web::shell::state::Hosting;

use crate::both;
use crate::people::letters::{Scene, value};
use crate::site::Host;
use crate::workshops::room::{come_in, open};
use crate::world::World;

/// The line of a calendar file that begins so, unfolded.
fn line(calendar: &str, name: &str) -> String {
    let unfolded = calendar.replace("\r\n ", "");
    let found = unfolded.split("\r\n").find(|line| line.starts_with(name));
    found.unwrap_or_else(|| panic!("no {name} in {calendar}")).to_owned()
}

both! {
    async fn a_workshop_begins_at_the_hour_that_was_written(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        for (on, hour, told, machine) in [
            ("2027-11-07", "14:00", "7 novembre 2027, 14\u{a0}h, heure de Montréal", "2027-11-07T14:00:00-05:00"),
            ("2027-03-14", "14:00", "14 mars 2027, 14\u{a0}h, heure de Montréal", "2027-03-14T14:00:00-04:00"),
            ("2027-03-14", "23:30", "14 mars 2027, 23\u{a0}h\u{a0}30, heure", "2027-03-14T23:30:00-04:00"),
            ("2027-03-14", "02:30", "14 mars 2027, 3\u{a0}h\u{a0}30, heure", "2027-03-14T03:30:00-04:00"),
            ("2027-11-07", "01:30", "1\u{a0}h\u{a0}30 (avant le changement d’heure), heure", "2027-11-07T01:30:00-04:00"),
        ] {
            let plan = [("title", "Premiers pas"), ("places", "9"), ("on", on), ("hour", hour), ("mode", "online")];
            let made = console.act("/ateliers", &plan).await;
            let page = console.get(&made.place).await;
            assert!(page.says(told) && page.says(&format!("datetime=\"{machine}\"")), "{on} {hour} {}", page.page);
        }
        console.language = "en";
        let plan = [("title", "First steps"), ("places", "9"), ("on", "2027-06-01"), ("hour", "18:30")];
        let made = console.act("/ateliers", &plan).await;
        assert!(console.get(&made.place).await.says("June 1, 2027, 6:30\u{a0}PM, Montréal time"));
    }

    async fn the_next_session_has_one_hour_everywhere(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut console = host.known(&marie).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let base = format!("/ateliers/{}/cloture", workshop.workshop);
        let door = format!("/a/{}", workshop.code);
        for (on, hour, told, machine, utc) in [
            ("2027-11-07", "14:00", "7 novembre 2027, 14\u{a0}h, heure de Montréal", "2027-11-07T14:00:00-05:00", "20271107T190000Z"),
            ("2027-03-14", "14:00", "14 mars 2027, 14\u{a0}h, heure de Montréal", "2027-03-14T14:00:00-04:00", "20270314T180000Z"),
            ("2027-03-14", "23:30", "14 mars 2027, 23\u{a0}h\u{a0}30, heure de Montréal", "2027-03-14T23:30:00-04:00", "20270315T033000Z"),
            ("2027-11-07", "01:30", "avant le changement", "2027-11-07T01:30:00-04:00", "20271107T053000Z"),
        ] {
            console.act(&base, &[("next_on", on), ("next_hour", hour)]).await;
            for (guest, address) in [(&mut console, base.clone()), (&mut lea, format!("{door}/mur"))] {
                let page = guest.get(&address).await;
                assert!(page.says(told) && page.says(&format!("<time datetime=\"{machine}\">")), "{address} {}", page.page);
            }
            let calendar = lea.get(&format!("{door}/seance.ics")).await.page;
            assert_eq!(line(&calendar, "DTSTART"), format!("DTSTART:{utc}"), "{on} {hour}");
        }
        let screen = format!("{door}/ecran?cle={}", workshop.screen_secret);
        console.act(&format!("/ateliers/{}/scene", workshop.workshop), &[("scene", "thanks")]).await;
        assert!(host.stranger().get(&screen).await.says("heure de Montréal"));
    }

    async fn a_calendar_takes_a_session_that_moved(host: Host) {
        let (workshop, marie) = open(&host, 9).await;
        let mut console = host.known(&marie).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        let base = format!("/ateliers/{}/cloture", workshop.workshop);
        let file = format!("/a/{}/seance.ics", workshop.code);
        console.act(&base, &[("next_on", "2027-05-01"), ("next_hour", "14:00")]).await;
        let first = lea.get(&file).await.page;
        host.world.clock.advance(app::engine::clock::HOUR);
        assert_eq!(lea.get(&file).await.page, first, "the same session is the same file");
        // Said again, with something else: the session has not moved.
        console.act(&base, &[("present", "7")]).await;
        assert_eq!(lea.get(&file).await.page, first);
        host.world.clock.advance(app::engine::clock::HOUR);
        console.act(&base, &[("next_on", "2027-05-02"), ("next_hour", "14:00")]).await;
        let moved = lea.get(&file).await.page;
        assert_eq!(line(&first, "UID"), line(&moved, "UID"));
        assert_eq!((line(&first, "SEQUENCE"), line(&moved, "SEQUENCE")), ("SEQUENCE:0".into(), "SEQUENCE:1".into()));
        for name in ["LAST-MODIFIED:", "DTSTAMP:"] {
            assert!(line(&first, name) < line(&moved, name), "{name} {moved}");
        }
        // Back where it was: still newer than what calendars hold.
        console.act(&base, &[("next_on", "2027-05-01"), ("next_hour", "14:00")]).await;
        assert_eq!(line(&lea.get(&file).await.page, "SEQUENCE"), "SEQUENCE:2");
    }

    async fn a_calendar_file_is_well_formed_whatever_the_title(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        let title = "Été, à l’œuvre ; « ça » \\ tient : l’épluchette d’août du côté de l’ostavelle et de la brumelle, 🎉🎉";
        let base = console.act("/ateliers", &[("title", title), ("places", "9")]).await.place;
        console.act(&format!("{base}/ouverture"), &[]).await;
        let id = base.trim_start_matches("/ateliers/").parse().unwrap();
        let workshop = workshop::find(&host.world.app.db, &id).await.unwrap().unwrap();
        let mut lea = come_in(&host, &workshop, "Léa").await;
        console.act(&format!("{base}/cloture"), &[("next_on", "2027-05-01"), ("next_hour", "14:00")]).await;
        let calendar = lea.get(&format!("/a/{}/seance.ics", workshop.code)).await.page;
        assert!(calendar.ends_with("END:VCALENDAR\r\n") && !calendar.replace("\r\n", "").contains(['\r', '\n']));
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{calendar}");
        let summary = line(&calendar, "SUMMARY:").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
        assert_eq!(summary, format!("SUMMARY:{title}"));
        assert!(calendar.contains("METHOD:PUBLISH\r\n") && calendar.contains("VERSION:2.0\r\n"));
    }

    async fn pages_say_whose_hours_they_show(host: Host) {
        let note = host.world.public("Ana", "Nous avons appris.").await;
        host.world.clock.advance(3 * app::engine::clock::HOUR);
        let mut ana = host.known(&note.writer).await;
        let address = format!("/notes/{}", note.note);
        let fields = [("base", "1"), ("title", "Accueil"), ("body", "Nous avons beaucoup appris.")];
        ana.act(&format!("{address}/modification"), &fields).await;
        for page in ["", "/historique", "/versions/1", "/film"] {
            let page = ana.get(&format!("{address}{page}")).await;
            assert!(page.says("heure de Montréal"), "{}", page.page);
        }
        let page = ana.get(&address).await;
        assert!(page.says("<time datetime=\"2026-11-22T15:00:00-05:00\">"), "{}", page.page);
    }

    async fn another_place_has_other_hours(host: Host) {
        let hosting = Hosting { zone: "Europe/Paris".parse().unwrap(), ..(*host.site.hosting).clone() };
        let host = Host::with(host.world, hosting);
        let marie = host.world.account("Marie", true).await;
        let mut console = host.known(&marie).await;
        let plan = [("title", "Premiers pas"), ("places", "9"), ("on", "2027-10-31"), ("hour", "14:00")];
        let made = console.act("/ateliers", &plan).await;
        let page = console.get(&made.place).await;
        assert!(page.says("14\u{a0}h, heure de Paris") && page.says("2027-10-31T14:00:00+01:00"), "{}", page.page);
    }

    async fn letters_say_the_same_hour(world: World) {
        let scene = Scene::with(world, &["lea"]).await;
        let app = &scene.host.world.app;
        let at = web::shell::hours::Zone::default().written("2027-11-07", "14:00").unwrap();
        let said = domain::workshops::workshop::Conclusion { next_at: Some(at), ..Default::default() };
        let workshop = workshop::find(&app.db, &scene.workshop.workshop).await.unwrap().unwrap();
        let key = app::engine::envelope::CommandId::fresh();
        app.workshops().conclude_workshop(&workshop, &scene.marie, said, "", key).await.unwrap();
        let mut desk = scene.host.known(&scene.marie).await;
        "__Host-session".clone_into(&mut desk.cookies[0].0);
        let suivi = format!("/ateliers/{}/suivi", scene.workshop.workshop);
        assert!(desk.get(&suivi).await.says("7 novembre 2027, 14\u{a0}h, heure de Montréal"));
        desk.act(&suivi, &[("letter", "two-days")]).await;
        let letter = scene.post.letters().remove(0);
        assert_eq!(value(&letter, "To"), "lea@exemple.org");
        let body = letter.replace("=\n", "").replace("=\r\n", "");
        assert!(body.contains("heure de Montr=C3=A9al") && body.contains("2027-11-07T14:00:00-05:00"), "{body}");
    }
}
