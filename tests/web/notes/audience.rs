//! S1b, M9: choosing who reads a note: people, workshops, a link; who could, on a day; opening it,
//! asking to write it.

use app::engine::envelope::CommandId;
use domain::core::ids::PersonId;
use domain::notes::visibility::Visibility;
use poem::http::StatusCode;

use crate::both;
use crate::site::{Guest, Host};

const NEW: &str = "/notes/nouvelle";

/// A draft of this guest's, outside any workshop.
async fn begun(guest: &mut Guest<'_>, title: &str) -> String {
    let fields = [("facon", "libre"), ("title", title), ("body", "Un premier mot.")];
    guest.act(NEW, &fields).await.place.split('?').next().unwrap().to_owned()
}

/// What stands in the element of this id on a page.
fn inside(page: &str, id: &str) -> String {
    let (_, rest) = page.split_once(&format!("id=\"{id}\">")).unwrap_or_else(|| panic!("{page}"));
    rest.split('<').next().unwrap().to_owned()
}

/// The path of an address.
fn path(link: &str) -> String {
    link.trim_start_matches("http://localhost").to_owned()
}

both! {
    async fn m9_two_chosen_people_read_it_and_an_outsider_finds_nothing(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let room = host.world.workshop(&marie, 9).await;
        let lea = host.world.guest(&room, "Lea").await;
        let omar = host.world.guest(&room, "Omar").await;
        host.world.published(&omar, &room, "Du sel", Visibility::Workshop).await;
        let zoe = host.world.guest(&room, "Zoe").await;
        let mut hers = host.known(&lea).await;
        let note = begun(&mut hers, "Confidence").await;
        let readers = format!("{note}/lecteurs");
        // Omar signed something she reads; Zoe did not, and is found nowhere here.
        let page = hers.get(&readers).await;
        assert!(page.says("Vous, et personne d’autre") && page.says("Omar") && !page.says("Zoe"), "{}", page.page);
        let nobody = hers.act(&readers, &[]).await;
        assert!(nobody.status == 422 && nobody.says("Cochez au moins"), "{}", nobody.page);
        let with = |person: &PersonId| format!("person.{person}");
        // Somebody who was not proposed is not shared with, whatever the form says.
        assert_eq!(hers.act(&readers, &[("with", &with(&zoe))]).await.status, 404);
        assert_eq!(hers.act(&readers, &[("with", "personne")]).await.status, 404);
        assert_eq!(hers.act(&readers, &[("with", &with(&omar))]).await.status, 303);
        // A second one by an invitation to read.
        let page = hers.act(&format!("{readers}/invitation"), &[]).await;
        let invitation = path(&inside(&page.page, "link"));
        let mut stranger = host.stranger();
        let page = stranger.get(&invitation).await;
        assert!(page.says("Lea vous invite à lire") && !page.says("Confidence"), "{}", page.page);
        let taken = stranger.act(&invitation, &[("name", "Framboise")]).await;
        assert_eq!((taken.status, taken.place.as_str()), (StatusCode::SEE_OTHER, note.as_str()));
        assert_eq!(host.stranger().act(&invitation, &[("name", "Autre")]).await.status, 410, "it serves once");
        for guest in [&mut host.known(&omar).await, &mut stranger] {
            let page = guest.get(&note).await;
            assert!(page.says("Un premier mot") && page.says("personnes choisies"), "{}", page.page);
            assert!(guest.get("/moi").await.says("Partagées avec moi"));
            assert!(guest.get("/recherche?q=confidence").await.says(&note));
            assert!(!guest.get(&readers).await.says("Framboise"), "who else reads it is its authors' to know");
            assert_eq!(guest.get(&format!("{note}/modifier")).await.status, 404);
        }
        // An outsider finds it nowhere, not even the one who runs the workshop.
        for person in [&zoe, &marie] {
            let mut outside = host.known(person).await;
            assert_eq!(outside.get(&note).await.status, 404);
            for list in ["/", "/notes", "/moi", "/recherche?q=confidence", &format!("/ateliers/{room}/notes")] {
                assert!(!outside.get(list).await.says(&note), "{list}");
            }
        }
        // What she says next is read; what she takes away is gone, from lists too.
        let page = hers.get(&readers).await;
        assert!(page.says("Omar") && page.says("Framboise") && page.says("depuis le"), "{}", page.page);
        assert_eq!(hers.act(&format!("{readers}/retrait"), &[("with", &with(&omar))]).await.status, 303);
        let mut his = host.known(&omar).await;
        assert_eq!(his.get(&note).await.status, 404);
        assert!(!his.get("/moi").await.says("Confidence"));
        // Only its authors choose.
        assert_eq!(stranger.act(&readers, &[("with", &with(&omar))]).await.status, 404);
        assert_eq!(stranger.act(&format!("{readers}/lien"), &[]).await.status, 404);
    }

    async fn m9_a_reader_sees_no_text_from_before_it_was_shared(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let note = begun(&mut hers, "Avant").await;
        let fields = [("title", "Après"), ("body", "Rien du secret."), ("base", "1")];
        assert_eq!(hers.act(&format!("{note}/modification"), &fields).await.status, 303);
        let page = hers.act(&format!("{note}/lecteurs/invitation"), &[]).await;
        his.act(&path(&inside(&page.page, "link")), &[]).await;
        assert!(his.get(&note).await.says("Rien du secret"));
        assert_eq!(his.get(&format!("{note}/versions/1")).await.status, 404);
        let history = his.get(&format!("{note}/historique")).await;
        assert!(!history.says("Avant") && history.says("Après"), "{}", history.page);
        // Published later for everyone, it opens to him what it opened before, and no more to others.
        hers.act(&format!("{note}/modification"), &[("title", "Enfin"), ("body", "Pour tout le monde."), ("base", "2")]).await;
        hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        assert_eq!(his.get(&format!("{note}/versions/2")).await.status, 200);
        assert_eq!(host.stranger().get(&format!("{note}/versions/2")).await.status, 404);
    }

    async fn m9_a_link_opens_one_note_until_it_is_changed(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let note = begun(&mut hers, "Par lien").await;
        let readers = format!("{note}/lecteurs");
        assert_eq!(hers.act(&format!("{readers}/lien"), &[]).await.status, 303);
        let link = path(&inside(&hers.get(&readers).await.page, "reading-link"));
        assert!(hers.get(&note).await.says("visible avec le lien"));
        let mut reader = host.stranger();
        assert_eq!(reader.get(&note).await.status, 404);
        let opened = reader.get(&link).await;
        assert_eq!((opened.status, opened.place.as_str()), (StatusCode::SEE_OTHER, note.as_str()));
        assert!(reader.get(&note).await.says("Un premier mot"));
        assert_eq!(reader.get(&format!("{note}/historique")).await.status, 200);
        for list in ["/", "/notes", "/recherche?q=lien"] {
            assert!(!reader.get(list).await.says(&note), "a link puts it in no list: {list}");
        }
        // Another of her notes opens by its own link only.
        let other = begun(&mut hers, "Autre").await;
        assert_eq!(reader.get(&other).await.status, 404);
        // Changed while it is read: the next page says no more, and the new link opens it again.
        let seen = hers.get(&readers).await.field("seen");
        assert_eq!(hers.act(&format!("{readers}/lien"), &[("seen", seen.as_str())]).await.status, 303);
        assert_eq!(reader.get(&note).await.status, 404);
        // The same form again, or one from before, changes nothing more: an old link stays shut.
        let current = inside(&hers.get(&readers).await.page, "reading-link");
        for again in ["", seen.as_str()] {
            assert_eq!(hers.act(&format!("{readers}/lien"), &[("seen", again)]).await.status, 303);
        }
        assert_eq!(inside(&hers.get(&readers).await.page, "reading-link"), current);
        let gone = reader.get(&link).await;
        assert!(gone.status == 410 && gone.says("n’ouvre plus rien"), "{}", gone.page);
        let changed = path(&inside(&hers.get(&readers).await.page, "reading-link"));
        assert_ne!(changed, link);
        reader.get(&changed).await;
        assert_eq!(reader.get(&note).await.status, 200);
        // Taken away, it opens nothing; made again, the old one stays shut.
        assert_eq!(hers.act(&format!("{readers}/retrait"), &[("with", "link")]).await.status, 303);
        assert_eq!((reader.get(&note).await.status, reader.get(&changed).await.status), (StatusCode::NOT_FOUND, StatusCode::GONE));
        hers.act(&format!("{readers}/lien"), &[]).await;
        assert_eq!(reader.get(&note).await.status, 404);
        // So it is when the note was private meanwhile.
        let kept = path(&inside(&hers.get(&readers).await.page, "reading-link"));
        hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        assert_eq!(hers.act(&format!("{note}/retrait"), &[]).await.status, 303);
        assert_eq!(host.stranger().get(&kept).await.status, 410);
        hers.act(&format!("{readers}/lien"), &[]).await;
        assert_eq!(host.stranger().get(&kept).await.status, 410);
        // Signing out of a shared device leaves no link on it.
        let link = path(&inside(&hers.get(&readers).await.page, "reading-link"));
        let omar = host.world.account("Omar", false).await;
        let mut his = host.known(&omar).await;
        his.get(&link).await;
        assert_eq!(his.get(&note).await.status, 200);
        his.act("/deconnexion", &[]).await;
        assert_eq!(his.get(&note).await.status, 404);
        for wrong in ["x", &"0".repeat(32), &"é".repeat(40)] {
            assert_eq!(host.stranger().get(&format!("/lire/{wrong}")).await.status, 410);
        }
    }

    async fn m9_its_authors_see_who_could_read_it_on_a_day(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let note = begun(&mut hers, "Jour").await;
        let readers = format!("{note}/lecteurs");
        let day = |host: &Host| {
            let at = chrono::DateTime::from_timestamp_micros(host.world.clock.now()).unwrap();
            at.with_timezone(&chrono_tz::America::Toronto).format("%Y-%m-%d").to_string()
        };
        let first = day(&host);
        hers.act(&format!("{readers}/lien"), &[]).await;
        host.world.clock.advance(3 * app::engine::clock::DAY);
        hers.act(&format!("{readers}/retrait"), &[("with", "link")]).await;
        let asked = async |hers: &mut Guest<'_>, day: &str| {
            let page = hers.get(&format!("{readers}?jour={day}")).await.page;
            page.split("id=\"on-a-day\"").nth(1).unwrap().contains("Qui a le lien")
        };
        assert!(asked(&mut hers, &first).await);
        assert!(!asked(&mut hers, &day(&host)).await);
        assert!(!asked(&mut hers, "1999-01-01").await);
        let wrong = hers.get(&format!("{readers}?jour=hier")).await;
        assert!(wrong.says("Ce jour n’existe pas"), "{}", wrong.page);
    }

    async fn m4_a_note_begins_closed_is_opened_and_asked_for(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let zoe = host.world.account("Zoe", false).await;
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let note = begun(&mut hers, "Fermée").await;
        hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        assert_eq!(his.get(&format!("{note}/modifier")).await.status, 404);
        let page = hers.get(&format!("{note}/auteurs")).await;
        assert!(page.says("Les personnes qui l’écrivent. Les autres proposent"), "{}", page.page);
        hers.act(&format!("{note}/ouverture"), &[("open", "1")]).await;
        assert_eq!(his.get(&format!("{note}/modifier")).await.status, 200);
        hers.act(&format!("{note}/ouverture"), &[("open", "0")]).await;
        assert_eq!(his.act(&format!("{note}/ouverture"), &[("open", "1")]).await.status, 404);
        // Two ask; one is accepted, one is not, and hears it without a name.
        assert!(his.get(&note).await.says("Demander à l’écrire aussi"));
        let mut other = host.known(&zoe).await;
        for guest in [&mut his, &mut other] {
            assert_eq!(guest.act(&format!("{note}/auteurs/demande"), &[]).await.status, 303);
            assert!(guest.get(&note).await.says("attend une réponse"));
        }
        assert!(hers.get("/moi").await.says("On demande à écrire vos notes"));
        let answer = format!("{note}/auteurs/reponse");
        let (yes, no) = ([("person", omar.as_str()), ("answer", "yes")], [("person", zoe.as_str()), ("answer", "no")]);
        assert_eq!(hers.act(&answer, &yes).await.status, 303);
        assert_eq!(his.get(&format!("{note}/modifier")).await.status, 200);
        // Two authors answer at once: the first stands, the second is told.
        assert_eq!(his.act(&answer, &no).await.status, 303);
        let late = hers.act(&answer, &[("person", zoe.as_str()), ("answer", "yes")]).await;
        assert!(late.status == 422 && late.says("a déjà répondu"), "{}", late.page);
        let page = other.get(&note).await;
        assert!(page.says("n’a pas été retenue") && !page.says("Demander à l’écrire"), "{}", page.page);
        assert_eq!(other.get(&format!("{note}/modifier")).await.status, 404);
        assert_eq!(host.stranger().act(&format!("{note}/auteurs/demande"), &[]).await.status, 401);
    }

    async fn m4_of_two_answers_at_once_one_stands(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let zoe = host.world.account("Zoe", false).await;
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let note = begun(&mut hers, "À deux voix").await;
        hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        let ask = format!("{note}/auteurs/demande");
        his.act(&ask, &[]).await;
        hers.act(&format!("{note}/auteurs/reponse"), &[("person", omar.as_str()), ("answer", "yes")]).await;
        assert_eq!(host.known(&zoe).await.act(&ask, &[]).await.status, 303);
        let found = host.world.note(&note.rsplit('/').next().unwrap().parse().unwrap()).await;
        let notes = host.world.app.notes();
        let (yes, no) = tokio::join!(
            notes.answer_authorship(&found, &lea, (&zoe, true), CommandId::fresh()),
            notes.answer_authorship(&found, &omar, (&zoe, false), CommandId::fresh()),
        );
        assert!(yes.is_ok() != no.is_ok(), "{yes:?} {no:?}");
        let writes = host.known(&zoe).await.get(&format!("{note}/modifier")).await.status == 200;
        assert_eq!(writes, yes.is_ok());
    }

    async fn m9_words_written_through_a_link_that_was_changed_are_kept(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let note = begun(&mut hers, "Par lien").await;
        let readers = format!("{note}/lecteurs");
        hers.act(&format!("{readers}/lien"), &[]).await;
        let link = path(&inside(&hers.get(&readers).await.page, "reading-link"));
        his.get(&link).await;
        assert_eq!(his.get(&note).await.status, 200);
        hers.act(&format!("{readers}/retrait"), &[("with", "link")]).await;
        let words = [("words", "Des mots à ne pas perdre")];
        let seen = his.act(&format!("{note}/remerciements"), &words).await;
        assert!(seen.status == 404 && seen.says("Des mots à ne pas perdre"), "{} {}", seen.status, seen.page);
    }
}
