//! Pictures in the text of a note, in what one takes away, and in what is forgotten.

use super::{added, document, picture};
use crate::both;
use crate::groups::community::written;
use crate::site::Host;

both! {
    async fn m12_a_picture_is_put_in_the_text_with_its_words(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let note = written(&mut hers, "Le lac").await;
        let list = format!("{note}/fichiers");
        let file = added(&mut hers, &list, ("lac.png", &picture()), ("Le lac [gelé] *hier*", "nobody")).await;
        let id = file.rsplit('/').next().unwrap();
        let place = format!("{list}/{id}/place");
        let seen = hers.act(&place, &[]).await;
        assert!(seen.status == 303 && seen.place.contains("enregistre="), "{}", seen.place);
        let page = hers.get(&note).await;
        let shown = format!("<img src=\"{file}/taille/960\"");
        assert!(page.says(&shown) && page.says("alt=\"Le lac [gelé] *hier*\""), "{}", page.page);
        assert!(!page.says("<figure"), "a picture of the text is not shown twice");
        assert!(!page.says("enregistre=") || !page.says("![Le lac"));
        // Put there twice, it is there once; a file of another note is not put there.
        hers.act(&place, &[]).await;
        assert_eq!(hers.get(&note).await.page.matches(&shown).count(), 1);
        let other = written(&mut hers, "La rive").await;
        assert_eq!(hers.act(&format!("{other}/fichiers/{id}/place"), &[]).await.status, 404);
        // A document is a link; pictures of other sites stay links.
        let plan = added(&mut hers, &list, ("Plan.pdf", &document("plan")), ("", "nobody")).await;
        hers.act(&format!("{list}/{}/place", plan.rsplit('/').next().unwrap()), &[]).await;
        let fields = [("facon", "libre"), ("title", "Ailleurs"), ("body", "![loin](https://exemple.org/loin.png)")];
        let away = hers.act("/notes/nouvelle", &fields).await.place;
        assert!(!hers.get(&away).await.says("<img"), "nothing is asked of another site");
        assert!(hers.get(&note).await.says(&format!("<a href=\"{plan}\">Plan.pdf</a>")));
    }

    async fn f6b_one_sees_ones_own_files_and_takes_them_along(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        assert!(hers.get("/moi/donnees/fichiers").await.says("Aucun fichier"));
        let note = written(&mut hers, "Le lac").await;
        let list = format!("{note}/fichiers");
        let file = added(&mut hers, &list, ("Plan.pdf", &document("plan")), ("Le plan", "nobody")).await;
        let page = hers.get("/moi/donnees/fichiers").await;
        assert!(page.says(&file) && page.says("Plan.pdf") && page.says("Mo"), "{}", page.page);
        let page = hers.get("/moi/donnees").await;
        assert!(page.says("Un fichier") && page.says("/moi/donnees/fichiers"), "{}", page.page);
        host.world.app.exchange().erase_person(&lea).await.unwrap();
        assert_eq!(host.stranger().get(&file).await.status, 404);
        let left = host.world.app.db.row("select count(*) from blobs", &[]).await.unwrap().unwrap();
        assert_eq!(left.cells().int(), 0);
    }
}
