//! What exists already: a photo of a page, a file of text; and a photo that is nobody's but
//! whose it is.

use std::io::Cursor;

use image::{ImageFormat, RgbImage};

use crate::both;
use crate::site::Host;
use crate::workshops::room::{come_in, open, step};

both! {
    async fn a_photo_of_one_s_page_is_seen_by_nobody_else(host: Host) {
        let (place, marie) = open(&host, 9).await;
        let mut lea = come_in(&host, &place, "Léa").await;
        let (bring, idea) = (format!("/a/{}/matiere", place.code), step(&place, "idee"));
        let mut picture = Cursor::new(vec![]);
        RgbImage::new(40, 30).write_to(&mut picture, ImageFormat::Png).unwrap();
        let picture = picture.into_inner();
        // Only the door that asks for it takes it.
        lea.act(&step(&place, "porte"), &[("door", "tell")]).await;
        assert_eq!(lea.upload(&bring, "photo", &picture).await.status, 303);
        lea.act(&step(&place, "porte"), &[("door", "transpose")]).await;
        assert!(!lea.get(&idea).await.says("<img src=\"/a/"));
        assert_eq!(lea.upload(&bring, "photo", &picture).await.status, 200);
        let page = lea.get(&idea).await.page;
        let photo = page.split("<img src=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(photo.starts_with(&bring), "{photo}");
        let seen = lea.get(&photo).await;
        assert_eq!((seen.status.as_u16(), seen.headers["content-type"].to_str().unwrap()), (200, "image/jpeg"));
        // Neither somebody of the room, nor who runs it, on any address.
        let mut omar = come_in(&host, &place, "Omar").await;
        assert_eq!(omar.get(&photo).await.status, 404);
        let mut console = host.known(&marie).await;
        // Nor the hand that writes for her.
        omar.act(&step(&place, "porte"), &[("door", "tell")]).await;
        let id = photo.rsplit('/').next().unwrap();
        let base = format!("/ateliers/{}", place.workshop);
        assert_eq!(console.get(&format!("{base}/photos/{id}")).await.status, 404);
        assert!(!console.get(&format!("{base}/releve")).await.says(id));
        let broken = lea.upload(&bring, "photo", &[0xff, 0xd8, 0xff, 0x00]).await;
        assert!(broken.status == 422 && broken.says("ne s’ouvre pas ici"));
        let page = lea.upload(&bring, "photo", b"\xef\xbb\xbf{\\rtf1\\ansi Journ\\'e9e}").await;
        assert!(page.status == 422 && page.says("est un document (Word, PDF…)"), "{}", page.page);
        for _ in 0..4 {
            assert_eq!(lea.upload(&bring, "photo", &picture).await.status, 200);
        }
        let full = lea.upload(&bring, "photo", &picture).await;
        assert!(full.status == 422 && full.says("Vos cinq photos sont là"));
    }

    async fn a_file_of_text_comes_into_the_field_and_is_kept_only_when_sent(host: Host) {
        let (place, _) = open(&host, 9).await;
        let mut lea = come_in(&host, &place, "Léa").await;
        lea.act(&step(&place, "porte"), &[("door", "transpose")]).await;
        let bring = format!("/a/{}/matiere", place.code);
        let before = host.world.events().await;
        let page = lea.upload(&bring, "photo", "Un compte rendu\n\nNous étions <douze>.".as_bytes()).await;
        assert!(page.status == 200 && page.says("Nous étions &lt;douze&gt;."), "{}", page.page);
        assert_eq!(host.world.events().await, before);
        // What is typed already comes first, and stays when a file cannot be taken.
        let both = [("text", "Déjà tapé"), ("photo", "\u{feff}Le fichier")];
        let page = lea.upload_with(&bring, &both).await;
        assert!(page.says("Déjà tapé\n\nLe fichier"), "{}", page.page);
        let refused = lea.upload_with(&bring, &[("text", "Déjà tapé"), ("photo", "")]).await;
        assert!(refused.status == 422 && refused.says("Déjà tapé"));
        // As heavy as a phone makes them.
        let noise: Vec<u8> = (0..200_000_u32).map(|at| b'a' + (at % 23) as u8).collect();
        let heavy = lea.upload(&bring, "photo", &noise).await;
        assert_eq!(heavy.status, 200);
        // Chosen and not brought: said, and every word stays.
        let idea = step(&place, "idee");
        let forgot = lea.act(&idea, &[("text", "Déjà tapé"), ("photo", "page.txt")]).await;
        assert!(forgot.status == 422 && forgot.says("n’est pas encore apporté") && forgot.says("Déjà tapé"));
        assert_eq!(lea.get(&bring).await.place, idea, "asked for again, it is the step");
        let nothing = lea.upload(&bring, "photo", b"").await;
        assert!(nothing.status == 422 && nothing.says("ou il est vide"));
        let blank = lea.upload_called(&bring, "vide.txt", &[("text", "Déjà tapé"), ("photo", " \r\n")]).await;
        assert!(blank.status == 422 && blank.says("ou il est vide") && blank.says("Déjà tapé"));
        let html = "<!DOCTYPE html><html><body><p>Un <b>mot</b>.</p></body></html>";
        let page = lea.upload_called(&bring, "a.html", &[("photo", html)]).await;
        assert!(page.says("Un **mot**.") && page.page.contains("name=\"markdown\" value=\"1\""), "{}", page.page);
    }

    /// A file of Markdown is read as such; where one of two texts is, so is the other.
    async fn a_file_of_markdown_is_markdown(host: Host) {
        let (place, _) = open(&host, 9).await;
        let mut lea = come_in(&host, &place, "Léa").await;
        lea.act(&step(&place, "porte"), &[("door", "transpose")]).await;
        let bring = format!("/a/{}/matiere", place.code);
        let is_marked = "name=\"markdown\" value=\"1\"";
        let page = lea.upload_called(&bring, "Notes.MD", &[("photo", "Un **mot**.")]).await;
        assert!(page.page.contains(is_marked) && page.says("Un **mot**."), "{}", page.page);
        let page = lea.upload_called(&bring, "a.txt", &[("photo", "Un **mot**.")]).await;
        assert!(!page.page.contains(is_marked) && page.says("Un **mot**."), "{}", page.page);
        let both = [("text", "◦ 5 * 4\r\n◦ deux"), ("photo", "Un **mot**.")];
        let page = lea.upload_called(&bring, "a.md", &both).await;
        assert!(page.page.contains(is_marked), "{}", page.page);
        assert!(page.says("- 5 \\* 4\n- deux\n\nUn **mot**."), "{}", page.page);
        let both = [("markdown", "1"), ("text", "Un **mot**."), ("photo", "◦ 5 * 4\n◦ deux")];
        let page = lea.upload_called(&bring, "a.txt", &both).await;
        assert!(page.says("Un **mot**.\n\n- 5 \\* 4\n- deux"), "{}", page.page);
    }
}
