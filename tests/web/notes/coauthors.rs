//! Writing with others: invited by a link, until one leaves.

use app::engine::envelope::CommandId;
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

/// The address of an invitation that was just made.
async fn invited(guest: &mut Guest<'_>, note: &str) -> String {
    let page = guest.act(&format!("{note}/auteurs"), &[]).await;
    let (_, link) = page.page.split_once("id=\"link\">").unwrap_or_else(|| panic!("{}", page.page));
    let link = link.split('<').next().unwrap();
    format!("/invitation/{}", link.rsplit('/').next().unwrap())
}

both! {
    async fn m4_two_write_one_draft_that_nobody_else_reads(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let note = begun(&mut hers, "À deux").await;
        assert_eq!(his.get(&note).await.status, 404);
        let link = invited(&mut hers, &note).await;
        let page = his.get(&link).await;
        assert!(page.says("Lea vous invite") && !page.says("À deux"), "{}", page.page);
        let seen = his.act(&link, &[]).await;
        assert_eq!((seen.status, seen.place.as_str()), (StatusCode::SEE_OTHER, note.as_str()));
        // He reads it, finds it in his corner, and changes it.
        let page = his.get(&note).await;
        assert!(page.says("Par Lea et Omar") && page.says("visible par qui l’écrit") && !page.says("vous seul·e"), "{}", page.page);
        assert!(his.get("/moi").await.says("Lea et une autre personne"));
        let fields = [("title", "À deux"), ("body", "Un premier mot, puis un autre."), ("base", "1")];
        assert_eq!(his.act(&format!("{note}/modification"), &fields).await.status, 303);
        assert!(hers.get(&note).await.says("puis un autre"));
        // Whoever has the link next is told that it was used; he is led to the note again.
        let zoe = host.world.account("Zoe", false).await;
        let mut other = host.known(&zoe).await;
        let gone = other.get(&link).await;
        assert!(gone.status == 410 && gone.says("ne sert plus") && !gone.says("À deux"), "{}", gone.page);
        assert_eq!(other.act(&link, &[]).await.status, 410);
        assert_eq!(his.act(&link, &[]).await.place, note);
        assert_eq!(other.get(&note).await.status, 404);
        assert!(!other.get("/recherche?q=deux").await.says(&note));
        assert!(his.get("/recherche?q=deux").await.says(&note));
        // He publishes it: both sign.
        assert_eq!(his.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await.status, 303);
        assert!(host.stranger().get(&note).await.says("Par Lea et Omar"));
        assert!(host.stranger().get("/notes").await.says("Lea et une autre personne"));
    }

    async fn an_author_leaves_and_the_last_one_stays(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let note = begun(&mut hers, "À deux").await;
        let (link, unused) = (invited(&mut hers, &note).await, invited(&mut hers, &note).await);
        // Alone, one cannot leave, and the page says so.
        let refused = hers.act(&format!("{note}/auteurs/depart"), &[]).await;
        assert!(refused.status == 422 && refused.says("quelqu’un qui en répond"), "{}", refused.page);
        his.act(&link, &[]).await;
        let seen = hers.act(&format!("{note}/auteurs/depart"), &[]).await;
        assert_eq!(seen.status, 303);
        assert!(hers.get(&seen.place).await.says("Vous n’écrivez plus cette note"));
        // It is his alone: she reads it no more, nor do her links open anything.
        assert_eq!(hers.get(&note).await.status, 404);
        assert!(!hers.get("/moi").await.says("À deux"));
        let page = his.get(&note).await;
        assert!(page.says("Par Omar") && !page.says("Par Lea"), "{}", page.page);
        let zoe = host.world.account("Zoe", false).await;
        assert_eq!(host.known(&zoe).await.act(&unused, &[]).await.status, 410);
        assert_eq!(hers.act(&link, &[]).await.status, 410);
        assert_eq!(his.act(&format!("{note}/auteurs/depart"), &[]).await.status, 422);
        // What she wrote stays hers in the history.
        assert!(his.get(&format!("{note}/historique")).await.says("Lea"));
    }

    async fn somebody_unknown_takes_an_invitation_with_a_name(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let note = begun(&mut hers, "À plusieurs").await;
        let link = invited(&mut hers, &note).await;
        let mut stranger = host.stranger();
        assert!(stranger.get(&link).await.says("Lea vous invite"));
        let seen = stranger.act(&link, &[("name", " ")]).await;
        assert!(seen.status == 422, "{}", seen.page);
        let seen = stranger.act(&link, &[("name", "Framboise")]).await;
        assert_eq!(seen.place, note);
        assert!(stranger.get(&note).await.says("Par Lea et Framboise"));
    }

    async fn a_member_of_no_room_writes_a_note_of_the_room(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let workshop = host.world.workshop(&marie, 9).await;
        let lea = host.world.guest(&workshop, "Lea").await;
        let note = host.world.published(&lea, &workshop, "De la salle", Visibility::Workshop).await;
        let address = format!("/notes/{}", note.note);
        let omar = host.world.account("Omar", false).await;
        let mut his = host.known(&omar).await;
        assert!(!his.get("/notes").await.says("De la salle"));
        let link = invited(&mut host.known(&lea).await, &address).await;
        his.act(&link, &[]).await;
        assert!(his.get("/notes").await.says("De la salle") && his.get(&address).await.says("Par Lea et Omar"));
        // Only its authors invite: neither the room nor whoever runs it.
        for person in [&marie, &host.world.guest(&workshop, "Zoe").await] {
            assert_eq!(host.known(person).await.act(&format!("{address}/auteurs"), &[]).await.status, 404);
        }
    }

    async fn whoever_leaves_a_note_of_a_workshop_reads_it_nowhere(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let workshop = host.world.workshop(&marie, 9).await;
        let code = projections::workshops::workshop::find(&host.world.app.db, &workshop).await.unwrap().unwrap().code;
        let lea = host.world.guest(&workshop, "Lea").await;
        let note = host.world.draft(&lea, &workshop, "Titre-canari").await;
        let address = format!("/notes/{}", note.note);
        let (omar, zoe) = (host.world.account("Omar", false).await, host.world.guest(&workshop, "Zoe").await);
        let mut hers = host.known(&lea).await;
        let path = |word: &str| format!("/a/{code}/parcours/{word}");
        hers.act(&path("porte"), &[("door", "tell")]).await;
        assert!(hers.get(&path("brouillon")).await.says("Titre-canari"));
        hers.act(&format!("/a/{code}/regard/demande"), &[]).await;
        let waiting = || projections::workshops::peer_review::waiting(&host.world.app.db, &workshop, &zoe);
        assert_eq!(waiting().await.unwrap().len(), 1);
        let link = invited(&mut hers, &address).await;
        host.known(&omar).await.act(&link, &[]).await;
        hers.act(&format!("{address}/auteurs/depart"), &[]).await;
        for word in ["brouillon", "apercu", "idee"] {
            assert!(!hers.get(&path(word)).await.says("canari"), "{word}");
        }
        assert_eq!(waiting().await.unwrap(), []);
        // Another one is begun.
        assert_eq!(hers.act(&path("idee"), &[("idea", "Une autre")]).await.status, 303);
        assert!(hers.get(&path("brouillon")).await.says("Une autre"));
    }

    async fn an_author_who_opens_a_link_takes_it_from_nobody(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let mut hers = host.known(&lea).await;
        let note = begun(&mut hers, "À deux").await;
        let link = invited(&mut hers, &note).await;
        assert_eq!(hers.act(&link, &[]).await.place, note);
        assert_eq!(host.known(&omar).await.act(&link, &[]).await.place, note);
        // Nobody thanks themselves.
        hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        let thanks = format!("{note}/remerciements");
        assert_eq!(host.known(&omar).await.act(&thanks, &[("words", "Bravo")]).await.status, 422);
    }

    async fn erasing_everything_leaves_what_is_shared_to_those_who_stay(host: Host) {
        let (lea, omar) = (host.world.account("Lea", false).await, host.world.account("Omar", false).await);
        let (mut hers, mut his) = (host.known(&lea).await, host.known(&omar).await);
        let note = begun(&mut hers, "Partagée").await;
        let link = invited(&mut hers, &note).await;
        his.act(&link, &[]).await;
        let app = &host.world.app;
        let nothing = app::exchange::departure::Kept::Nothing;
        for (person, left) in [(&lea, true), (&omar, false)] {
            let asker = (domain::people::person::Asker::Person, "");
            app.exchange().ask_to_leave(person, &nothing, asker, CommandId::fresh()).await.unwrap();
            app.exchange().erase_person(person).await.unwrap();
            let id = note.rsplit('/').next().unwrap().parse().unwrap();
            let found = host.world.note(&id).await;
            assert_eq!(found.body.contains("premier mot"), left, "{}", found.body);
            assert!(!left || found.writer == omar);
        }
    }

    async fn invitations_are_bounded_and_grow_old(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let note = begun(&mut hers, "À beaucoup").await;
        let first = invited(&mut hers, &note).await;
        for _ in 1..20 {
            invited(&mut hers, &note).await;
        }
        let refused = hers.act(&format!("{note}/auteurs"), &[]).await;
        assert!(refused.status == 422 && refused.says("Vingt invitations"), "{}", refused.page);
        host.world.clock.advance(app::notes::coauthors::INVITATION + 1);
        let omar = host.world.account("Omar", false).await;
        assert_eq!(host.known(&omar).await.get(&first).await.status, 410);
        let done = host.world.app.people().forget_past(host.world.app.clock.now()).await.unwrap();
        assert!(done.contains(&("links", 20)), "{done:?}");
        let mut hers = host.known(&lea).await;
        invited(&mut hers, &note).await;
    }

    async fn two_answers_at_once_make_one_author_of_each(host: Host) {
        let (lea, omar, zoe) =
            (host.world.account("Lea", false).await, host.world.account("Omar", false).await, host.world.account("Zoe", false).await);
        let mut hers = host.known(&lea).await;
        let note = begun(&mut hers, "Une place").await;
        let link = invited(&mut hers, &note).await;
        let token = link.rsplit('/').next().unwrap();
        let notes = host.world.app.notes();
        let (one, other) = tokio::join!(
            notes.take_invitation(token, Some(&omar), ("", "fr"), CommandId::fresh()),
            notes.take_invitation(token, Some(&zoe), ("", "fr"), CommandId::fresh()),
        );
        let taken = [one.unwrap(), other.unwrap()].into_iter().flatten().count();
        assert_eq!(taken, 1);
    }
}
