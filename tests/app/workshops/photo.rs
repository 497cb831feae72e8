use app::Failure;
use app::engine::envelope::CommandId;
use image::codecs::jpeg::JpegEncoder;
use image::{ImageReader, Rgb, RgbImage};

use crate::both;
use crate::world::World;

/// A large picture, with what a camera writes beside it: here, a place.
fn from_a_camera() -> Vec<u8> {
    let picture = RgbImage::from_fn(3000, 2000, |x, y| {
        Rgb([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8])
    });
    let mut bytes = vec![];
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(&picture).unwrap();
    let note = b"Exif\0\0GPS-CANARI 45.5N 73.5W";
    let length = u16::try_from(note.len() + 2).unwrap().to_be_bytes();
    let segment = [&[0xFF, 0xE1], length.as_slice(), note].concat();
    bytes.splice(2..2, segment);
    bytes
}

both! {
    async fn a_photo_is_kept_small_and_says_nothing_of_where_it_was_taken(world: World) {
        let marie = world.member("Marie").await;
        let id = world.workshop(&marie, 9).await;
        let (taken, key) = (from_a_camera(), CommandId::fresh());
        assert!(taken.windows(10).any(|bytes| bytes == b"GPS-CANARI"));
        let kept = world.app.workshops().keep_photo(&id, &marie, taken.clone(), &key).await.unwrap();
        let again = world.app.workshops().keep_photo(&id, &marie, taken, &key).await.unwrap();
        assert_eq!((&again, world.app.workshops().photos(&id).await.unwrap()), (&kept, vec![kept.clone()]));
        let bytes = world.app.workshops().photo(&id, &kept).await.unwrap().unwrap();
        assert!(bytes.len() <= 400 * 1024, "{} bytes", bytes.len());
        assert!(!bytes.windows(10).any(|bytes| bytes == b"GPS-CANARI"));
        let picture = ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format().unwrap();
        assert!(picture.into_dimensions().unwrap().0 <= 1280);
        // Of one workshop, and no other.
        let other = world.workshop(&marie, 9).await;
        assert_eq!(world.app.workshops().photo(&other, &kept).await.unwrap(), None);
    }

    async fn what_is_not_a_picture_is_refused_whatever_it_claims(world: World) {
        let marie = world.member("Marie").await;
        let id = world.workshop(&marie, 9).await;
        // The head of a PNG that says it is sixty thousand pixels wide.
        let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bomb.extend([0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 2, 0, 0, 0, 0, 0, 0, 0]);
        for bytes in [b"<svg onload=alert(1)>".to_vec(), vec![], bomb] {
            let told = world.app.workshops().keep_photo(&id, &marie, bytes, &CommandId::fresh()).await;
            assert!(matches!(told, Err(Failure::Refused(app::files::UNREADABLE))));
        }
    }
}
