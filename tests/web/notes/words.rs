//! Words a browser kept, put together with what a note has become; sendings of one form that
//! go on from one another; what another window keeps.

use app::engine::envelope::CommandId;
use projections::core::content;

use crate::both;
use crate::site::{Guest, Host};

/// Léa's guest, her note, and the address where its text is saved.
async fn writing(host: &Host) -> (Guest<'_>, projections::notes::note::Note) {
    let marie = host.world.account("Marie", true).await;
    let id = host.world.workshop(&marie, 9).await;
    let lea = host.world.guest(&id, "Léa").await;
    let note = host.world.draft(&lea, &id, "Accueil").await;
    (host.known(&lea).await, note)
}

async fn send(lea: &mut Guest<'_>, note: &str, after: &str, body: &str) -> String {
    let key = CommandId::fresh().as_str().to_owned();
    let fields = [
        ("command_id", key.as_str()),
        ("base", "1"),
        ("suite_de", after),
        ("title", "Accueil"),
        ("body", body),
    ];
    let page = lea.post(&format!("/notes/{note}/modification"), &fields).await;
    assert!(page.place.starts_with(&format!("/notes/{note}?")), "{}", page.place);
    key
}

both! {
    async fn a_form_sent_again_goes_on_from_its_earlier_sendings(host: Host) {
        let (mut lea, note) = writing(&host).await;
        let id = note.note.as_str();
        let first = send(&mut lea, id, "", "Premier.").await;
        let second = send(&mut lea, id, &first, "Deuxième.").await;
        // A sending that never arrived is passed over.
        let lost = CommandId::fresh();
        send(&mut lea, id, &format!("{} {second} {first}", lost.as_str()), "Dernier.").await;
        let now = host.world.note(&note.note).await;
        assert_eq!((now.revision, now.body.trim()), (4, "Dernier."));
    }

    async fn a_form_goes_on_from_a_sending_that_was_put_together_with_other_words(host: Host) {
        let (mut lea, note) = writing(&host).await;
        let id = note.note.as_str();
        send(&mut lea, id, "", "En haut.\n\nEn bas.\n").await;
        let base2 = |key: &str, after: &str, body: &str| {
            [("command_id", key), ("base", "2"), ("suite_de", after), ("title", "Accueil"), ("body", body)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let address = format!("/notes/{id}/modification");
        let mut post = async |key: &str, after: &str, body: &str| {
            let fields = base2(key, after, body);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            lea.post(&address, &fields).await.place
        };
        let keys: Vec<String> = (0..3).map(|_| CommandId::fresh().as_str().to_owned()).collect();
        // Another device changes the top; this one the bottom, twice, from before.
        post(&keys[0], "", "Tout en haut.\n\nEn bas.\n").await;
        assert!(post(&keys[1], "", "En haut.\n\nTout en bas.\n").await.contains("fusion"));
        assert!(post(&keys[2], &keys[1], "En haut.\n\nVraiment tout en bas.\n").await.contains("fusion"));
        let now = host.world.note(&note.note).await;
        assert_eq!(now.body.trim(), "Tout en haut.\n\nVraiment tout en bas.");
    }

    async fn what_another_window_keeps_stays_when_this_one_saves(host: Host) {
        let (mut lea, note) = writing(&host).await;
        let id = note.note.as_str();
        let keep = [("base", "1"), ("kept", "0"), ("title", "Accueil"), ("body", "BETA")];
        assert_eq!(lea.act(&format!("/notes/{id}/brouillon"), &keep).await.status, 200);
        let save = [("base", "1"), ("kept", "0"), ("title", "Accueil"), ("body", "ALPHA")];
        lea.act(&format!("/notes/{id}/modification"), &save).await;
        let page = lea.get(&format!("/notes/{id}/modifier")).await;
        assert!(page.says("BETA") && page.says("La note a changé entre-temps"));
        // Looked at before they are saved, the words of one window leave those of the other too.
        let look = [("base", "2"), ("kept", "0"), ("title", "Accueil"), ("body", "GAMMA"), ("action", "apercu")];
        assert!(lea.act(&format!("/notes/{id}/modification"), &look).await.says("GAMMA"));
        assert!(lea.get(&format!("/notes/{id}/modifier")).await.says("BETA"));
    }

    async fn three_texts_are_put_together_with_every_word(host: Host) {
        let (mut lea, note) = writing(&host).await;
        let address = format!("/notes/{}/brouillon", note.note);
        let mut ask = async |fields: &[(&str, &str)]| {
            let fields: Vec<_> = [("action", "reunir")].iter().chain(fields).copied().collect();
            let page = lea.act(&address, &fields).await;
            (page.status, serde_json::from_str::<serde_json::Value>(&page.page).unwrap_or_default())
        };
        let (_, joined) = ask(&[
            ("avant.title", "A"), ("avant.body", "Un.\n\nDeux.\n"),
            ("title", "A"), ("body", "Un, changé.\n\nDeux.\n"),
            ("moi.title", "B"), ("moi.body", "Un.\n\nDeux.\n\nTrois.\n"),
        ]).await;
        assert_eq!(joined, serde_json::json!({ "title": "B", "body": "Un, changé.\n\nDeux.\n\nTrois.\n" }));
        // Boxes against boxes: one was emptied, two were filled on both sides.
        let (_, joined) = ask(&[
            ("avant.context", ""), ("avant.done", "Fait."), ("avant.learnt", ""),
            ("context", "ALPHA"), ("done", "Fait."), ("learnt", "Su."),
            ("moi.context", "BETA"), ("moi.done", ""), ("moi.learnt", ""),
        ]).await;
        assert_eq!(joined, serde_json::json!({ "title": "", "context": "ALPHA\n\nBETA", "done": "", "learnt": "Su." }));
        // Boxes, and a note that does not fit them any more.
        let (_, joined) = ask(&[
            ("avant.context", ""), ("avant.done", ""), ("avant.learnt", ""),
            ("body", "## Autre\n\nTexte.\n"), ("moi.context", "BETA"),
        ]).await;
        let body = joined["body"].as_str().unwrap();
        assert!(body.contains("Texte.") && body.contains("BETA"), "{body}");
        // One section, in a text that moved on: where it was, whatever its number is now.
        let two = "## Un\n\nPremier.\n\n## Deux\n\nSecond.\n";
        let save = [("base", "1"), ("title", "Accueil"), ("body", two)];
        assert_eq!(lea.act(&format!("/notes/{}/modification", note.note), &save).await.status, 303);
        let mut section = async |base: &str, at: &str, here: &str| {
            let fields = [
                ("action", "reunir"), ("base", base), ("section", at), ("title", "Accueil"), ("body", here),
                ("moi.body", "## Un\n\nPremier.\n\nDes biscuits."), ("moi.summary", ""),
            ];
            let page = lea.act(&address, &fields).await;
            (page.status.as_u16(), serde_json::from_str::<serde_json::Value>(&page.page).unwrap_or_default())
        };
        for (here, joined) in [
            (two.to_owned(), "## Un\n\nPremier.\n\nDes biscuits.\n\n## Deux\n\nSecond.\n".to_owned()),
            (format!("## Zéro\n\nHaut.\n\n{two}"), "## Zéro\n\nHaut.\n\n## Un\n\nPremier.\n\nDes biscuits.\n\n## Deux\n\nSecond.\n".to_owned()),
        ] {
            assert_eq!(section("2", "0", &here).await.1["body"], serde_json::json!(joined));
        }
        for (base, at) in [("2", "7"), ("99", "0")] {
            assert_eq!(section(base, at, two).await.0, 404);
        }
        // Nothing of it was kept.
        let kept = content::unsaved(&host.world.app.db, note.note.as_str(), note.writer.as_str()).await;
        assert!(kept.unwrap().is_none());
    }

    async fn whether_a_form_arrived_is_known_by_its_key_and_its_words(host: Host) {
        let (mut lea, note) = writing(&host).await;
        let id = note.note.as_str();
        let key = send(&mut lea, id, "", "Premier.").await;
        let mut ask = async |key: &str| {
            let fields = [("action", "arrive"), ("command_id", key), ("title", "Accueil"), ("body", "Premier.")];
            lea.post(&format!("/notes/{id}/brouillon"), &fields).await.status.as_u16()
        };
        assert_eq!(ask(&key).await, 200);
        assert_eq!(ask(CommandId::fresh().as_str()).await, 204);
    }

    async fn words_of_one_person_are_not_kept_in_the_name_of_another(host: Host) {
        let (mut lea, note) = writing(&host).await;
        let fields = [("base", "1"), ("qui", "0123456789abcdef"), ("title", "Accueil"), ("body", "Secret.")];
        for address in ["brouillon", "modification"] {
            assert_eq!(lea.act(&format!("/notes/{}/{address}", note.note), &fields).await.status, 422);
        }
        assert_eq!(host.world.note(&note.note).await.revision, 1);
    }
}
