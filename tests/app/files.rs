//! F6b, M12: files, from the bytes that come to those that go.

mod blobs;
mod copies;
mod keep;
mod s3;
mod sniff;

use std::path::PathBuf;

use app::engine::envelope::CommandId;
use app::files::keep::Brought;
use app::files::store;
use domain::core::ids::{FileId, PersonId};
use domain::files::file::{Faces, Of};
use futures_util::TryStreamExt as _;
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

use crate::world::World;

/// A picture of this size, each of another color.
pub fn picture(width: u32, height: u32, color: u8) -> Vec<u8> {
    let picture =
        RgbImage::from_fn(width, height, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, color]));
    let mut bytes = vec![];
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(&picture).unwrap();
    bytes
}

/// A document with these words in it.
pub fn document(words: &str) -> Vec<u8> {
    format!("%PDF-1.4\n% {words}\n%%EOF\n").into_bytes()
}

pub fn brought(bytes: Vec<u8>) -> Brought {
    let (name, description) = ("Plan.pdf".to_owned(), "Le plan de la salle".to_owned());
    Brought { name, bytes, description, faces: Some(Faces::Nobody) }
}

/// Adds a file, which is taken.
pub async fn added(world: &World, of: &Of, by: &PersonId, bytes: Vec<u8>) -> FileId {
    world.app.files().add_file(of, by, brought(bytes), CommandId::fresh()).await.unwrap()
}

/// The bytes of a file, in its largest size.
pub async fn read(world: &World, id: &FileId) -> Vec<u8> {
    let files = world.app.files();
    let served = files.size_of(id, u32::MAX).await.unwrap().unwrap();
    let pieces: Vec<_> =
        files.bytes(&served.hash, None).await.unwrap().try_collect().await.unwrap();
    pieces.concat()
}

/// Where the store of this commons is.
pub fn folder(world: &World) -> PathBuf {
    PathBuf::from(store::address(&world.settings).unwrap())
}

/// How many objects the store holds.
pub fn objects(world: &World) -> usize {
    let parts = std::fs::read_dir(folder(world)).unwrap();
    let of = |part: std::fs::DirEntry| std::fs::read_dir(part.path()).unwrap().count();
    parts.map(|part| of(part.unwrap())).sum()
}
