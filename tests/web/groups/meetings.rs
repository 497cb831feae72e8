//! A3, A4a, A5, A5a, S2b: a meeting, from its announcement to the note that tells it.

use app::engine::clock::{DAY, HOUR};
use web::shell::hours::Zone;

use super::community::{begun, shared, written as written_note};
use crate::both;
use crate::site::{Guest, Host};

/// The day and the hour of an instant in Montréal, as fields write them.
fn written(at: i64) -> (String, String) {
    let zone = Zone::default();
    (zone.date_of(at), zone.local(at).format("%H:%M").to_string())
}

/// Announces a meeting that begins `from_now` and lasts an hour, with `more` fields: its address.
pub(crate) async fn announced(
    host: &Host,
    guest: &mut Guest<'_>,
    community: &str,
    from_now: i64,
    more: &[(&str, &str)],
) -> String {
    let starts_at = host.world.app.clock.now() + from_now;
    let ((day, from), (last_day, to)) = (written(starts_at), written(starts_at + HOUR));
    let mut fields = vec![
        ("title", "Café des pratiques"),
        ("day", &day),
        ("from", &from),
        ("last_day", &last_day),
        ("to", &to),
        ("zone", "America/Montreal"),
    ];
    fields.retain(|(name, _)| !more.iter().any(|(other, _)| other == name));
    fields.extend(more);
    let seen = guest.act(&format!("{community}/rencontres/nouvelle"), &fields).await;
    assert_eq!(seen.status, 303, "{}", seen.page);
    seen.place
}

both! {
    async fn a4a_a_meeting_is_announced_come_to_taken_note_of_and_told(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Cercle", "open").await;
        his.act(&format!("{community}/entree"), &[]).await;
        let more = [("place", "https://exemple.org/appel"), ("about", "De nos **essais**.")];
        let meeting = announced(&host, &mut hers, &community, DAY, &more).await;
        // Seen by those in it, on the page of the community too; by nobody else.
        let page = his.get(&meeting).await;
        for words in ["Café des pratiques", "<strong>essais</strong>", "https://exemple.org/appel"] {
            assert!(page.says(words), "{words}: {}", page.page);
        }
        assert!(his.get(&community).await.says("Café des pratiques"));
        let zoe = host.world.account("Zoe", false).await;
        assert_eq!(host.known(&zoe).await.get(&meeting).await.status, 404);
        assert_eq!(host.stranger().get(&meeting).await.status, 401);
        assert!(!host.stranger().get(&community).await.says("Café des pratiques"));
        // A file for a calendar, with the place.
        let file = his.get(&format!("{meeting}/rencontre.ics")).await;
        assert!(file.says("BEGIN:VEVENT") && file.says("LOCATION:https://exemple.org/appel"), "{}", file.page);
        // One comes, twice sent is once; one may change one's mind.
        for _ in 0..2 {
            assert_eq!(his.act(&format!("{meeting}/presence"), &[]).await.status, 303);
        }
        let page = hers.get(&meeting).await;
        assert!(page.says("Omar") && page.says("une personne"), "{}", page.page);
        his.act(&format!("{meeting}/presence/retrait"), &[]).await;
        assert!(hers.get(&meeting).await.says("Personne ne s’est encore annoncé"));
        // The sheet is everyone's, and becomes a note that the community reads.
        let seen = his.act(&format!("{meeting}/synthese"), &[]).await;
        assert!(seen.status == 422 && seen.says("Aucune ligne"), "{}", seen.page);
        let lines = [("words", "a/ Se voir change tout\n- surtout le mardi"), ("kind", "learning")];
        assert_eq!(his.act(&format!("{meeting}/releve"), &lines).await.status, 303);
        let sheet = hers.get(&format!("{meeting}/releve")).await;
        assert!(sheet.says("Se voir change tout") && sheet.says("surtout le mardi"), "{}", sheet.page);
        let note = hers.act(&format!("{meeting}/synthese"), &[]).await.place;
        let page = his.get(&note).await;
        assert!(page.says("Se voir change tout") && page.says("Café des pratiques"), "{}", page.page);
        for at in [&community, &meeting] {
            assert!(his.get(at).await.says("Synthèse"), "{at}");
        }
        assert_eq!(host.known(&zoe).await.get(&note).await.status, 404);
        assert_eq!(host.known(&zoe).await.get(&format!("{meeting}/sources")).await.status, 404);
        // Brought up to date by another member: one note, with both.
        his.act(&format!("{meeting}/releve"), &[("words", "b/ Un lieu"), ("kind", "need")]).await;
        let again = his.act(&format!("{meeting}/synthese"), &[]).await;
        assert!(again.status == 303 && again.place.starts_with(&note), "{} {}", again.status, again.place);
        assert!(hers.get(&note).await.says("Un lieu"));
        assert!(his.get(&format!("{meeting}/sources")).await.says("Un lieu"));
    }

    async fn a4a_a_member_is_shown_what_came_since_their_last_visit(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Cercle", "open").await;
        his.act(&format!("{community}/entree"), &[]).await;
        assert!(!his.get(&community).await.says("Depuis votre dernière visite"), "the first time, all is new");
        host.world.clock.advance(DAY);
        announced(&host, &mut hers, &community, DAY, &[]).await;
        let note = written_note(&mut hers, "Une trace").await;
        shared(&mut hers, &note, &community).await;
        let zoe = host.world.account("Zoe", false).await;
        host.known(&zoe).await.act(&format!("{community}/entree"), &[]).await;
        // What is new stays so for as long as one is there, and the next day is not any more.
        for _ in 0..2 {
            let page = his.get(&community).await;
            for words in ["Depuis votre dernière visite", "une note", "une rencontre annoncée", "une personne de plus"] {
                assert!(page.says(words), "{words}: {}", page.page);
            }
        }
        host.world.clock.advance(DAY);
        assert!(!his.get(&community).await.says("Depuis votre dernière visite"));
        assert!(!host.stranger().get(&community).await.says("Depuis votre dernière visite"));
        // What one comes to is said where one's own things are.
        let meeting = announced(&host, &mut hers, &community, DAY, &[("title", "Chez Zoé")]).await;
        his.act(&format!("{meeting}/presence"), &[]).await;
        let page = his.get("/moi").await;
        assert!(page.says("Mes prochaines rencontres") && page.says("Chez Zoé"), "{}", page.page);
        assert!(!hers.get("/moi").await.says("Mes prochaines rencontres"));
    }

    async fn s4e_a_history_names_what_those_who_share_the_note_lived_meanwhile(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Cercle", "open").await;
        let note = written_note(&mut hers, "Nos essais").await;
        shared(&mut hers, &note, &community).await;
        announced(&host, &mut hers, &community, HOUR, &[]).await;
        host.world.clock.advance(DAY);
        let fields = [("base", "1"), ("title", "Nos essais"), ("body", "Un premier mot, puis un autre.")];
        assert_eq!(hers.act(&format!("{note}/modification"), &fields).await.status, 303);
        announced(&host, &mut hers, &community, DAY, &[("title", "Plus tard")]).await;
        let page = hers.get(&format!("{note}/historique")).await;
        assert!(page.says("La rencontre") && page.says("Café des pratiques") && !page.says("Plus tard"), "{}", page.page);
        // Between the two versions: what is under it was written before.
        let at = |words: &str| page.page.find(words).unwrap();
        assert!(at("id=\"v2\"") < at("Café des pratiques") && at("Café des pratiques") < at("id=\"v1\""), "{}", page.page);
        // Whoever is not in the community is not told that it met.
        hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        let page = host.known(&omar).await.get(&format!("{note}/historique")).await;
        assert!(page.status == 200 && !page.says("Café des pratiques"), "{}", page.page);
    }

    async fn a3_a_community_without_a_message_and_with_five_meetings_is_alive(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Cercle", "on-request").await;
        assert!(!host.stranger().get(&community).await.says("en un an"));
        let more = [("rhythm", "week"), ("times", "5")];
        announced(&host, &mut hers, &community, HOUR, &more).await;
        host.world.clock.advance(40 * DAY);
        for page in [hers.get(&community).await, host.stranger().get(&community).await] {
            assert!(page.says("5 rencontres en un an") && page.says("La dernière"), "{}", page.page);
        }
        assert!(!host.stranger().get(&community).await.says("Café des pratiques"));
    }

    async fn h2_the_meetings_of_a_series_are_one_tap_away_and_keep_their_hour(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Cercle", "open").await;
        let more = [
            ("day", "2027-03-07"), ("from", "18:30"), ("to", "20:00"), ("last_day", ""),
            ("rhythm", "week"), ("times", "3"),
        ];
        let first = announced(&host, &mut hers, &community, 0, &more).await;
        let page = hers.get(&first).await;
        assert!(page.says("dimanche") && page.says("18\u{a0}h\u{a0}30") && !page.says("Celle d’avant"), "{}", page.page);
        assert!(page.says("14 mars 2027"), "{}", page.page);
        let next = page.page.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = hers.get(&next).await;
        // Clocks went forward in between; the hour on the wall is the same.
        assert!(page.says("14 mars 2027") && page.says("18\u{a0}h\u{a0}30"), "{}", page.page);
        assert!(page.says("Celle d’avant") && page.says("Celle d’après"), "{}", page.page);
        let all = hers.get(&format!("{community}/rencontres")).await;
        assert_eq!(all.page.matches("Café des pratiques").count(), 3, "{}", all.page);
    }

    async fn a5a_everyone_reads_the_hours_of_where_they_are(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Cercle", "open").await;
        his.act(&format!("{community}/entree"), &[]).await;
        his.act("/moi/compte/fuseau", &[("zone", "Europe/Paris")]).await;
        let more = [("day", "2027-01-12"), ("from", "12:00"), ("to", "13:00"), ("last_day", "")];
        let meeting = announced(&host, &mut hers, &community, 0, &more).await;
        let page = his.get(&meeting).await;
        assert!(page.says("18\u{a0}h") && page.says("heure de Paris"), "{}", page.page);
        assert!(page.says("Sur place") && page.says("12\u{a0}h, heure de Montréal"), "{}", page.page);
        assert!(!hers.get(&meeting).await.says("Sur place"));
    }

    async fn a5_where_people_are_changes_the_order_of_the_page(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Cercle", "open").await;
        hers.act(&format!("{community}/lieux"), &[("places", "Au café")]).await;
        let mut seen = vec![];
        for spread in ["local", "mixed", "dispersed"] {
            hers.act(&format!("{community}/portes"), &[("spread", spread)]).await;
            let page = hers.get(&community).await.page;
            let mut parts = ["id=\"meetings\"", "id=\"places\"", "id=\"notes\""];
            parts.sort_by_key(|part| page.find(part).unwrap());
            seen.push(parts.map(|part| &part[4..part.len() - 1]).join(" "));
        }
        assert_eq!(seen, ["meetings places notes", "meetings notes places", "notes meetings places"]);
    }

    async fn s2b_a_retreat_lasts_days_has_places_and_recalls_what_one_came_for(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let community = begun(&mut hers, "Cercle", "open").await;
        his.act(&format!("{community}/entree"), &[]).await;
        let last = written(host.world.app.clock.now() + 4 * DAY).0;
        let more = [("kind", "retreat"), ("last_day", last.as_str()), ("places", "1")];
        let meeting = announced(&host, &mut hers, &community, DAY, &more).await;
        let aim = format!("{meeting}/objectif");
        let words = [("moment", "start"), ("words", "Finir ma note")];
        let seen = his.act(&aim, &words).await;
        assert!(seen.status == 422 && seen.says("une fois qu’on a dit"), "{}", seen.page);
        his.act(&format!("{meeting}/presence"), &[]).await;
        assert_eq!(his.act(&aim, &words).await.status, 303);
        let long = "é".repeat(301);
        let seen = his.act(&aim, &[("moment", "start"), ("words", long.as_str())]).await;
        assert!(seen.status == 422 && seen.says("trois cents signes") && seen.says(&long), "{}", seen.page);
        // The one place is taken: said before one taps, and when two tap at once.
        assert!(hers.get(&meeting).await.says("Toutes les places sont prises"));
        let seen = hers.act(&format!("{meeting}/presence"), &[]).await;
        assert!(seen.status == 422 && seen.says("Toutes les places sont prises"), "{}", seen.page);
        assert!(hers.get(&meeting).await.says("Finir ma note"), "those who come read it");
        host.world.clock.advance(2 * DAY);
        let page = his.get(&meeting).await;
        assert!(page.says("Vous vouliez") && page.says("Finir ma note") && page.says("Ce que j’y ai fait"), "{}", page.page);
        his.act(&aim, &[("moment", "end"), ("words", "Deux pages")]).await;
        assert!(hers.get(&meeting).await.says("Deux pages"));
    }

    async fn what_is_no_meeting_is_said_and_nothing_typed_is_lost(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Cercle", "open").await;
        let new = format!("{community}/rencontres/nouvelle");
        let good = [
            ("title", "Titre gardé"), ("about", "Texte gardé"), ("day", "2027-01-12"), ("from", "12:00"),
            ("to", "13:00"), ("zone", "America/Montreal"),
        ];
        let long = "é".repeat(500);
        for (wrong, said) in [
            (("title", ""), "Il manque un nom"),
            (("title", long.as_str()), "trop long"),
            (("day", "2027-02-30"), "ce jour n’existe pas"),
            (("day", ""), "Il manque un jour"),
            (("from", "midi"), "Il manque une heure"),
            (("to", "11:00"), "La fin doit venir après"),
            (("last_day", "2027-02-12"), "quatorze jours"),
            (("last_day", "2026-01-12"), "La fin doit venir après"),
            (("zone", "Mars/Olympus"), "La fin doit venir après"),
            (("places", "beaucoup"), "Le nombre de places"),
            (("places", "501"), "Le nombre de places"),
            (("day", "2029-01-12"), "Le jour est trop loin"),
            (("day", "0027-01-12"), "Le jour est trop loin"),
            (("places", "0"), "Le nombre de places"),
        ] {
            let mut fields: Vec<(&str, &str)> = good.to_vec();
            fields.retain(|(name, _)| *name != wrong.0);
            fields.push(wrong);
            let seen = hers.act(&new, &fields).await;
            assert!(seen.status == 422 && seen.says(said), "{wrong:?}: {}", seen.page);
            assert!(seen.says("Texte gardé"), "{wrong:?}: {}", seen.page);
        }
        let many = [good.as_slice(), &[("rhythm", "week"), ("times", "25")]].concat();
        assert!(hers.act(&new, &many).await.says("de 1 à 24"));
        // As many as there may be, and no more.
        let series = [good.as_slice(), &[("rhythm", "week"), ("times", "24")]].concat();
        for _ in 0..8 {
            assert_eq!(hers.act(&new, &series).await.status, 303);
            host.world.clock.advance(DAY / 2);
        }
        let seen = hers.act(&new, &series).await;
        assert!(seen.status == 422 && seen.says("beaucoup de rencontres"), "{}", seen.page);
        // Of a community that ended, none.
        hers.act(&format!("{community}/fin"), &[]).await;
        assert_eq!(hers.get(&new).await.status, 404);
        assert!(hers.act(&new, &good).await.status == 422);
    }

    async fn a_meeting_that_is_over_is_no_other_and_one_of_an_ended_community_lives_no_more(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Cercle", "open").await;
        let meeting = announced(&host, &mut hers, &community, DAY, &[]).await;
        hers.act(&format!("{meeting}/presence"), &[]).await;
        assert!(hers.get("/moi").await.says("Mes prochaines rencontres"));
        host.world.clock.advance(3 * DAY);
        let page = hers.get(&meeting).await;
        assert!(page.says("Qui était là") && page.says("Vous y étiez"), "{}", page.page);
        let fields = [
            ("title", "Encore"), ("day", "2027-01-12"), ("from", "09:00"), ("to", "10:00"),
            ("zone", "America/Montreal"),
        ];
        let seen = hers.act(&format!("{meeting}/reglages"), &fields).await;
        assert!(seen.status == 422 && seen.says("annoncez-en une autre"), "{}", seen.page);
        let next = announced(&host, &mut hers, &community, DAY, &[]).await;
        hers.act(&format!("{next}/presence"), &[]).await;
        hers.act(&format!("{community}/fin"), &[]).await;
        assert!(!hers.get("/moi").await.says("Mes prochaines rencontres"));
        assert!(!hers.get(&next).await.says("J’y serai"));
        for gesture in ["presence", "annulation", "synthese", "releve"] {
            assert_eq!(hers.act(&format!("{next}/{gesture}"), &[("words", "a/ Un mot")]).await.status, 422, "{gesture}");
        }
        assert_eq!(hers.act(&format!("{next}/presence/retrait"), &[]).await.status, 303);
    }

    async fn an_evening_may_end_after_midnight(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let community = begun(&mut hers, "Cercle", "open").await;
        let more = [("day", "2027-01-12"), ("from", "20:00"), ("to", "01:00"), ("last_day", "")];
        let meeting = announced(&host, &mut hers, &community, 0, &more).await;
        assert!(hers.get(&meeting).await.says("13 janvier 2027"));
    }

    async fn a_meeting_is_changed_called_off_and_held_by_whoever_announced_it_and_by_stewards(host: Host) {
        let (lea, omar, zoe) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await, host.world.account("Zoe", false).await);
        let (mut hers, mut his, mut another) = (host.known(&lea).await, host.known(&omar).await, host.known(&zoe).await);
        let community = begun(&mut hers, "Cercle", "open").await;
        for guest in [&mut his, &mut another] {
            guest.act(&format!("{community}/entree"), &[]).await;
        }
        let meeting = announced(&host, &mut his, &community, DAY, &[]).await;
        let settings = format!("{meeting}/reglages");
        assert_eq!(another.get(&settings).await.status, 404);
        assert_eq!(another.act(&format!("{meeting}/annulation"), &[]).await.status, 404);
        let page = hers.get(&settings).await;
        assert!(page.says("Café des pratiques"), "{}", page.page);
        let fields = [
            ("title", "Café déplacé"), ("places", "12"), ("day", "2027-01-12"), ("from", "09:00"), ("to", "10:00"),
            ("zone", "America/Montreal"),
        ];
        assert_eq!(his.act(&settings, &fields).await.status, 303);
        let page = another.get(&meeting).await;
        assert!(page.says("Café déplacé") && page.says("12 janvier 2027"), "{}", page.page);
        // A page that was open since says so, and keeps what was typed.
        let stale = [fields.as_slice(), &[("seen", "0")]].concat();
        let seen = hers.act(&settings, &stale).await;
        assert!(seen.status == 422 && seen.says("a changé depuis") && seen.says("Café déplacé"), "{}", seen.page);
        // What cannot be changes nothing.
        let odd = [("title", "Perdu"), ("day", "2027-01-12"), ("from", "09:00"), ("to", "08:00"), ("zone", "America/Montreal")];
        let seen = his.act(&settings, &odd).await;
        assert!(seen.status == 422 && seen.says("Perdu"), "{}", seen.page);
        assert!(!another.get(&meeting).await.says("Perdu"));
        hers.act(&format!("{meeting}/annulation"), &[]).await;
        let page = another.get(&meeting).await;
        assert!(page.says("Cette rencontre est annulée") && !page.says("J’y serai"), "{}", page.page);
        assert!(another.get(&format!("{community}/rencontres")).await.says("annulée"));
        assert!(another.get(&format!("{meeting}/rencontre.ics")).await.says("STATUS:CANCELLED"));
        let seen = another.act(&format!("{meeting}/presence"), &[]).await;
        assert!(seen.status == 422 && seen.says("annulée"), "{}", seen.page);
        his.act(&format!("{meeting}/maintien"), &[]).await;
        assert_eq!(another.act(&format!("{meeting}/presence"), &[]).await.status, 303);
        // Whoever leaves comes to none of its meetings, and reads them no more.
        another.act(&format!("{community}/depart"), &[]).await;
        assert_eq!(another.get(&meeting).await.status, 404);
        assert!(!hers.get(&meeting).await.says("Zoe"));
    }
}
