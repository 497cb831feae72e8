//! What its authors say of a note beside its text, whom it was shared with, and in whose hours.

use domain::notes::details::Licence;

use crate::both;
use crate::site::Host;

both! {
    async fn d6_a_note_may_be_published_in_progress_and_its_text_is_as_it_was(host: Host) {
        let note = host.world.public("lea", "Du pain.\n").await;
        let mut lea = host.known(&note.writer).await;
        let (page, sheet) = (format!("/notes/{}", note.note), format!("/notes/{}/fiche", note.note));
        let form = lea.get(&sheet).await;
        assert!(form.says("name=\"licence\" value=\"by-sa\" checked"), "one is proposed: {}", form.page);
        assert!(!lea.get(&page).await.says("CC BY-SA"), "none is given by itself");
        host.world.clock.advance(90_000_000);
        let fields = [("status", "in-progress"), ("licence", "by-sa"), ("language", "es"), ("region", "estrie")];
        assert_eq!(lea.act(&sheet, &fields).await.place, page);
        let seen = host.stranger().get(&page).await;
        for words in ["En chantier", "CC BY-SA 4.0", "espagnol", "Estrie", "lang=\"es\"", "rel=\"license"] {
            assert!(seen.says(words), "{words}: {}", seen.page);
        }
        assert!(host.stranger().get("/notes").await.says("En chantier"));
        let now = host.world.note(&note.note).await;
        assert_eq!(now.modified_at, note.modified_at, "M7: its text did not change");
        // What is none of our words says nothing, and loses nothing else.
        lea.act(&sheet, &[("status", "parfaite"), ("licence", "by")]).await;
        let details = host.world.note(&note.note).await.details;
        assert_eq!((details.status, details.licence.map(Licence::word)), (None, Some("by")));
        // Nobody else says it.
        let other = host.world.account("Omar", true).await;
        assert_eq!(host.known(&other).await.get(&sheet).await.status, 404);
        assert_eq!(host.known(&other).await.act(&sheet, &fields).await.status, 404);
    }

    async fn d6_in_progress_is_said_with_the_publication(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let fields = [("facon", "libre"), ("title", "Des trous"), ("body", "Il en manque.")];
        let note = hers.act("/notes/nouvelle", &fields).await.place.split('?').next().unwrap().to_owned();
        let page = hers.get(&note).await;
        assert!(page.says("name=\"chantier\"") && page.says("encore en chantier"), "{}", page.page);
        let offer = [("visibility", "everyone"), ("chantier", "1")];
        assert_eq!(hers.act(&format!("{note}/publication"), &offer).await.status, 303);
        assert!(host.stranger().get(&note).await.says("En chantier"));
        assert!(!hers.get(&note).await.says("name=\"chantier\""), "asked once");
        // In the path, where it can be unsaid too.
        let marie = host.world.account("Marie", true).await;
        let workshop = host.world.workshop(&marie, 9).await;
        let omar = host.world.guest(&workshop, "Omar").await;
        let draft = host.world.draft(&omar, &workshop, "Un début").await;
        let code = projections::workshops::workshop::find(&host.world.app.db, &workshop).await.unwrap().unwrap().code;
        let step = format!("/a/{code}/parcours/publication");
        let mut his = host.known(&omar).await;
        let page = his.get(&step).await;
        assert!(page.says("name=\"chantier\""), "{}", page.page);
        let offer = [("visibility", "workshop"), ("chantier", "1")];
        assert_eq!(his.act(&step, &offer).await.status, 303);
        assert!(his.get(&format!("/notes/{}", draft.note)).await.says("En chantier"));
        assert!(his.get(&step).await.says("name=\"chantier\" value=\"1\" checked"));
        his.act(&step, &[("visibility", "workshop")]).await;
        assert!(!his.get(&format!("/notes/{}", draft.note)).await.says("En chantier"));
    }

    async fn m9_changes_of_visibility_are_in_the_history(host: Host) {
        let note = host.world.public("lea", "Du pain.\n").await;
        let omar = host.world.account("Omar", false).await;
        let mut lea = host.known(&note.writer).await;
        let (page, readers) = (format!("/notes/{}", note.note), format!("/notes/{}/lecteurs", note.note));
        lea.act(&format!("{readers}/lien"), &[("seen", "")]).await;
        let history = lea.get(&format!("{page}/historique")).await;
        assert!(history.says("tout le monde peut la lire") && history.says("qui a le lien peut la lire"), "{}", history.page);
        // Others see what everyone could.
        let history = host.known(&omar).await.get(&format!("{page}/historique")).await;
        assert!(history.says("tout le monde peut la lire") && !history.says("qui a le lien"), "{}", history.page);
        lea.act(&format!("{page}/retrait"), &[]).await;
        let history = lea.get(&format!("{page}/historique")).await;
        assert!(history.says("tout le monde ne peut plus la lire"), "{}", history.page);
    }

    async fn m7_days_are_those_of_whoever_reads(host: Host) {
        let note = host.world.public("lea", "Du pain.\n").await;
        let omar = host.world.account("Omar", false).await;
        let mut omar = host.known(&omar).await;
        let page = format!("/notes/{}/historique", note.note);
        assert!(omar.get(&page).await.says("heure de Montréal"));
        assert_eq!(omar.act("/moi/compte/fuseau", &[("zone", "America/St_Johns")]).await.status, 303);
        assert!(omar.get(&page).await.says("heure de Terre-Neuve"));
        assert!(host.stranger().get(&page).await.says("heure de Montréal"), "theirs alone");
        // Where a zone is none of those offered, the site's is read.
        omar.act("/moi/compte/fuseau", &[("zone", "Mars/Olympus")]).await;
        assert!(omar.get(&page).await.says("heure de Montréal"));
    }
}
