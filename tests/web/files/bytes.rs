//! What comes is what it is, what goes is what was asked for.

use super::{added, document, picture, sent, sound};
use crate::both;
use crate::groups::community::written;
use crate::site::Host;

both! {
    async fn f6b_a_lie_is_refused_with_a_sentence_and_what_was_said_of_it(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let note = written(&mut hers, "Le lac").await;
        let list = format!("{note}/fichiers");
        let said = ("Ce qu'on voit au quai", "nobody");
        let lies: [(&str, Vec<u8>, u16, &str); 7] = [
            ("photo.jpg", b"PK\x03\x04 an archive".to_vec(), 415, "Ce genre de fichier"),
            ("plan.pdf", b"<html><script>alert(1)</script>".to_vec(), 415, "Ce genre de fichier"),
            ("dessin.svg", b"<svg onload='alert(1)'/>".to_vec(), 415, "Ce genre de fichier"),
            ("film.jpg", b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41".to_vec(), 415, "vidéos"),
            ("image.jpg", b"II*\0 a TIFF picture".to_vec(), 415, "navigateurs ne montrent pas"),
            ("torn.png", picture()[..40].to_vec(), 422, "pas pu être lu"),
            ("rien.pdf", vec![], 422, "aucun fichier"),
        ];
        for (name, bytes, status, why) in lies {
            let seen = sent(&mut hers, &list, (name, &bytes), said).await;
            assert!(seen.status == status && seen.says(why), "{name}: {} {}", seen.status, seen.page);
            assert!(seen.field("description").contains("au quai"), "{name}: nothing typed is lost");
            assert!(seen.says("value=\"nobody\" checked"), "{name}");
        }
        assert!(!hers.get(&list).await.says("<figure"), "nothing was kept");
        // Eighty megabytes are not read to their end, and the page says what fits.
        let seen = sent(&mut hers, &list, ("film.pdf", &vec![b'%'; 80 * 1024 * 1024]), said).await;
        assert!(seen.status == 413 && seen.says("trop lourd") && seen.says("20 Mo"), "{}", seen.page);
        let long = "é".repeat(601);
        let seen = sent(&mut hers, &list, ("plan.pdf", &document("x")), (&long, "nobody")).await;
        assert!(seen.status == 422 && seen.says(&long), "{}", seen.page);
    }

    async fn f6b_a_document_is_saved_and_a_sound_is_sent_from_where_one_listens(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let note = written(&mut hers, "Le lac").await;
        let list = format!("{note}/fichiers");
        let pdf = added(&mut hers, &list, ("Plan d'été.pdf", &document("plan")), ("", "nobody")).await;
        let seen = hers.get(&pdf).await;
        let header = |seen: &crate::site::Seen, name: &str| {
            seen.headers.get(name).map(|it| it.to_str().unwrap().to_owned()).unwrap_or_default()
        };
        assert_eq!(header(&seen, "content-type"), "application/pdf");
        assert!(header(&seen, "content-disposition").starts_with("attachment; filename*=UTF-8''Plan"));
        assert_eq!(header(&seen, "x-content-type-options"), "nosniff");
        assert_eq!(hers.bytes(&pdf).await, document("plan"));
        // Asked again, it is not sent again while it is the same.
        let tag = header(&seen, "etag");
        let request = host.client().get(&pdf).header("if-none-match", &tag);
        let seen = hers.send(request).await;
        assert!(seen.status == 304 && seen.page.is_empty());
        let heard = added(&mut hers, &list, ("voix.ogg", &sound(1000)), ("Une voix", "nobody")).await;
        let page = hers.get(&list).await;
        assert!(page.says("<audio controls") && page.says("Une voix") && page.says("Plan d"), "{}", page.page);
        let request = host.client().get(&heard).header("range", "bytes=5-104");
        let seen = hers.send(request).await;
        assert_eq!((seen.status.as_u16(), header(&seen, "content-range").as_str()), (206, "bytes 5-104/1005"));
        assert_eq!(header(&seen, "content-length"), "100");
        let request = host.client().get(&heard).header("range", "bytes=5000-");
        let seen = hers.send(request).await;
        assert_eq!((seen.status.as_u16(), header(&seen, "content-range").as_str()), (416, "bytes */1005"));
        // A picture is made another: what came with it is gone, and no size is a lie.
        let image = added(&mut hers, &list, ("lac.png", &picture()), ("Le lac", "nobody")).await;
        let bytes = hers.bytes(&format!("{image}/taille/480")).await;
        assert!(bytes.starts_with(b"\xFF\xD8\xFF"));
        assert_eq!(hers.get(&format!("{image}/taille/large")).await.status, 404);
        assert_eq!(hers.get("/fichiers/inconnu").await.status, 404);
    }

    async fn f6b_a_form_that_was_sent_twice_adds_one_file(host: Host) {
        let lea = host.world.account("Lea", false).await;
        let mut hers = host.known(&lea).await;
        let note = written(&mut hers, "Le lac").await;
        let list = format!("{note}/fichiers");
        let key = app::engine::envelope::CommandId::fresh();
        let bytes = document("une fois");
        let parts = [("command_id", key.as_str().as_bytes()), ("file", bytes.as_slice())];
        let first = hers.send_called(&list, "une.pdf", &parts).await;
        let again = hers.send_called(&list, "une.pdf", &parts).await;
        assert_eq!((first.status, &first.place), (again.status, &again.place));
        assert_eq!(hers.get(&list).await.page.matches("<figure").count(), 1);
    }
}
