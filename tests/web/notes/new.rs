//! A note begun anywhere: by somebody with an account, by a guest of a workshop, in four ways.

use domain::notes::visibility::Visibility;

use crate::both;
use crate::site::{Guest, Host};

const NEW: &str = "/notes/nouvelle";

/// What one way makes of these fields: the draft's address.
async fn begun(guest: &mut Guest<'_>, fields: &[(&str, &str)]) -> String {
    let seen = guest.act(NEW, fields).await;
    assert_eq!(seen.status, 303, "{}", seen.page);
    seen.place.split('?').next().unwrap().to_owned()
}

both! {
    async fn s7_what_exists_comes_first_and_every_way_is_offered(host: Host) {
        let marie = host.world.account("Marie", false).await;
        let page = host.known(&marie).await.get(NEW).await;
        let at = |text: &str| page.page.find(text).unwrap_or_else(|| panic!("{text}: {}", page.page));
        assert!(at("Partir de l’existant") < at("Garder une référence"));
        assert!(at("Suivre un gabarit") < at("Page blanche"));
        // Nobody unknown writes; they are asked who they are.
        assert_eq!(host.stranger().get(NEW).await.status, 401);
    }

    async fn a_blank_page_becomes_a_draft_then_a_public_note(host: Host) {
        let marie = host.world.account("Marie", false).await;
        let mut hers = host.known(&marie).await;
        let fields = [("facon", "libre"), ("title", "Une deuxième"), ("body", "Tout *commence* ici.")];
        let note = begun(&mut hers, &fields).await;
        // The same form, sent twice on poor wifi, begins one note.
        let page = hers.get(&format!("{NEW}?facon=libre")).await;
        let key = page.field("command_id");
        let twice = [("command_id", key.as_str()), fields[0], fields[1], fields[2]];
        let (one, other) = (hers.post(NEW, &twice).await, hers.post(NEW, &twice).await);
        assert_eq!(one.place, other.place);
        let page = hers.get(&format!("{note}?nouvelle=1")).await;
        assert!(page.says("gardée, pour vous seul·e") && page.says("Qui pourra la lire") && page.says("<em>commence</em>"), "{}", page.page);
        assert!(!page.says("Publier pour le groupe"));
        assert_eq!(host.stranger().get(&note).await.status, 404);
        let seen = hers.act(&format!("{note}/publication"), &[("visibility", "everyone")]).await;
        assert!(seen.status == 303 && seen.place.ends_with("?partie=1"), "{}", seen.place);
        assert!(hers.get(&seen.place).await.says("Votre note est en route"));
        assert!(host.stranger().get(&note).await.says("Une deuxième"));
        // Nobody else is told that it has just left.
        assert!(!host.stranger().get(&seen.place).await.says("est en route"));
    }

    async fn a_guest_of_a_workshop_writes_a_second_note(host: Host) {
        let marie = host.world.account("Marie", true).await;
        let workshop = host.world.workshop(&marie, 9).await;
        let lea = host.world.guest(&workshop, "Léa").await;
        host.world.published(&lea, &workshop, "La première", Visibility::Workshop).await;
        let mut hers = host.known(&lea).await;
        assert!(hers.get("/moi").await.says("Écrire une note"));
        begun(&mut hers, &[("facon", "libre"), ("body", "La suivante.")]).await;
        let page = hers.get("/moi").await;
        assert!(page.says("La première") && page.says("La suivante."), "{}", page.page);
        // It waits on the page where one begins, too, on any device.
        assert!(host.known(&lea).await.get(NEW).await.says("Reprendre un brouillon"));
    }

    async fn s7a_a_link_and_a_sentence_are_a_whole_note(host: Host) {
        let marie = host.world.account("Marie", false).await;
        let mut hers = host.known(&marie).await;
        let note = begun(&mut hers, &[
            ("facon", "reference"), ("address", "exemple.org/guide?a=1&b=2"), ("text", "Le meilleur guide que je connaisse."),
        ]).await;
        let page = hers.get(&note).await;
        assert!(page.says("href=\"https://exemple.org/guide?a=1&amp;b=2\"") && page.says("Le meilleur guide"), "{}", page.page);
        // What is no address of the web, or says nothing, is said, and what was typed stays.
        for (address, text, why) in [
            ("javascript:alert(1)", "Un mot.", "n’est pas complète"),
            ("ftp://exemple.org", "Un mot.", "n’est pas complète"),
            ("deux mots", "Un mot.", "n’est pas complète"),
            ("mailto:a@exemple.org", "Un mot.", "n’est pas complète"),
            ("https://exemple.org/><b>", "Un mot.", "n’est pas complète"),
            ("", "Un mot.", "n’est pas complète"),
            ("https://exemple.org", " ", "pourquoi cette adresse compte"),
        ] {
            let seen = hers.act(NEW, &[("facon", "reference"), ("address", address), ("text", text)]).await;
            assert!(seen.status == 422 && seen.says(why), "{address}: {}", seen.page);
            assert!(text.trim().is_empty() || seen.says(text));
        }
    }

    async fn s7a_an_address_is_taken_as_people_copy_it(host: Host) {
        let marie = host.world.account("Marie", false).await;
        let mut hers = host.known(&marie).await;
        for (typed, address) in [
            ("HTTPS://Exemple.org/A", "https://Exemple.org/A"),
            (" http://exemple.org ", "http://exemple.org"),
            ("exemple.org/?u=http://ailleurs.org", "https://exemple.org/?u=http://ailleurs.org"),
        ] {
            let fields = [("facon", "reference"), ("address", typed), ("text", "Pour y penser.")];
            let note = begun(&mut hers, &fields).await;
            let page = hers.get(&note).await;
            assert!(page.says(&format!("href=\"{address}\"")), "{typed}: {}", page.page);
        }
    }

    async fn what_exists_is_pasted_or_brought_in_a_file(host: Host) {
        let marie = host.world.account("Marie", false).await;
        let mut hers = host.known(&marie).await;
        let pasted = "Compte rendu d'hier\n\nNous avons parlé.\n\n• D'abord\n• Ensuite\n";
        let note = begun(&mut hers, &[("facon", "texte"), ("text", pasted)]).await;
        let page = hers.get(&note).await;
        assert!(page.says("<h1 dir=\"auto\">Compte rendu d’hier</h1>") && page.says("<li>D’abord</li>"), "{}", page.page);
        let seen = hers.upload_called(NEW, "notes.md", &[("facon", "texte"), ("file", "# Un fichier\n\nAvec *du* texte.\n")]).await;
        assert_eq!(seen.status, 303, "{}", seen.page);
        assert!(hers.get(&seen.place).await.says("Un fichier"));
        // What a script made Markdown of stays so, beside a file that was refused.
        let seen = hers.send_files(NEW, &[("facon", b"texte"), ("markdown", b"1"), ("text", b"**mot**"), ("file", &[0x89, 0, 1, 0xff])]).await;
        assert!(seen.status == 422 && seen.says("name=\"markdown\" value=\"1\"") && seen.says("**mot**"), "{}", seen.page);
        // Nothing, and what is no text, are said.
        let seen = hers.act(NEW, &[("facon", "texte"), ("text", "  ")]).await;
        assert!(seen.status == 422 && seen.says("Il n’y a pas encore de texte"), "{}", seen.page);
        let seen = hers.send_files(NEW, &[("facon", b"texte"), ("file", &[0x89, b'P', b'N', b'G', 0, 1, 2, 0xff])]).await;
        assert_eq!(seen.status, 422, "{}", seen.page);
    }

    async fn h1_a_template_gives_headings_to_write_under(host: Host) {
        let marie = host.world.account("Marie", false).await;
        let mut hers = host.known(&marie).await;
        let list = hers.get(&format!("{NEW}?facon=gabarit")).await;
        assert!(list.says("Compte rendu d’une rencontre") && list.says("Une question ouverte"), "{}", list.page);
        let page = hers.get(&format!("{NEW}?facon=gabarit&gabarit=rencontre")).await;
        assert!(page.says("## Qui était là") && page.says("## La suite"), "{}", page.page);
        assert!(!list.says("n’est plus là"));
        // One that is not there any more is the list again, with a word of it.
        let gone = hers.get(&format!("{NEW}?facon=gabarit&gabarit=partie")).await;
        assert!(gone.says("Ce gabarit n’est plus là") && gone.says("Une question ouverte"), "{}", gone.page);
        // One that changed while somebody wrote under it takes nothing from what they wrote.
        let body = "## Un intertitre d’avant\n\nCe que j’ai écrit.";
        for way in ["gabarit", "libre"] {
            let fields = [("facon", way), ("gabarit", "partie"), ("title", "Gardée"), ("body", body)];
            let seen = hers.act(NEW, &fields).await;
            assert_eq!(seen.status, 303, "{}", seen.page);
            let page = hers.get(&seen.place).await;
            assert!(page.says("Un intertitre d’avant") && page.says("Ce que j’ai écrit."), "{}", page.page);
        }
    }

    async fn a_text_that_is_refused_stays_on_its_page(host: Host) {
        let marie = host.world.account("Marie", false).await;
        let mut hers = host.known(&marie).await;
        let long = format!("Gardez-moi. {}", "x".repeat(domain::prose::text::BODY_MAX));
        let seen = hers.act(NEW, &[("facon", "libre"), ("title", "Longue"), ("body", &long)]).await;
        assert!(seen.status == 413 && seen.says("Gardez-moi.") && seen.says("value=\"Longue\""), "{}", seen.status);
        let seen = hers.act(NEW, &[("facon", "libre"), ("title", ""), ("body", " ")]).await;
        assert_eq!(seen.status, 422, "{}", seen.page);
    }
}
