//! Pictures made to cost.

use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder as _};

use crate::both;
use crate::site::Host;
use crate::workshops::room::{come_in, open, step};

/// A picture of one colour: small to send, large to decode.
fn plain(side: u32) -> Vec<u8> {
    let mut bytes = vec![];
    let pixels = vec![7_u8; (side * side) as usize];
    PngEncoder::new(&mut bytes).write_image(&pixels, side, side, ExtendedColorType::L8).unwrap();
    bytes
}

both! {
    async fn h5_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        lea.act(&step(&workshop, "porte"), &[("door", "transpose")]).await;
        let matter = format!("/a/{}/matiere", workshop.code);
        let page = lea.upload(&matter, "photo", &plain(5_100)).await;
        assert!(page.status == 422 && page.says("très grande"), "{} {}", page.status, page.page);
        let kept = lea.upload(&matter, "photo", &plain(1_500)).await;
        assert!(kept.status.is_success() || kept.status.is_redirection(), "{}", kept.status);
    }

    async fn h5_however_many_are_sent_at_once_five_are_kept(host: Host) {
        let (workshop, _) = open(&host, 9).await;
        let mut lea = come_in(&host, &workshop, "Léa").await;
        lea.act(&step(&workshop, "porte"), &[("door", "transpose")]).await;
        let matter = format!("/a/{}/matiere", workshop.code);
        let picture = plain(64);
        let sending = (0..12).map(|_| {
            let mut phone = host.stranger();
            phone.cookies.clone_from(&lea.cookies);
            let (matter, picture) = (matter.clone(), picture.clone());
            async move {
                let key = app::engine::envelope::CommandId::fresh();
                let key = key.as_str().as_bytes().to_vec();
                phone.send_files(&matter, &[("command_id", &key), ("photo", &picture)]).await.status
            }
        });
        futures_util::future::join_all(sending).await;
        let sql = "select count(*) from photos";
        assert_eq!(host.world.app.db.row(sql, &[]).await.unwrap().unwrap().int(0), 5);
    }
}
