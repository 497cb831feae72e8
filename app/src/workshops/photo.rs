//! Photos of flipcharts and pages: made small, and without what a camera writes beside the
//! picture (the place, the hour, the device).

use std::io::Cursor;

use domain::ids::{PersonId, PhotoId, WorkshopId};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits};
use migrations::{DbError, values};

use crate::App;
use crate::envelope::CommandId;
use crate::work::aside;

/// The largest file taken, in bytes: a photo as a phone makes it.
pub const PHOTO_MAX: usize = 12 * 1024 * 1024;

/// The longest side of what is kept, in pixels.
const SIDE: u32 = 1280;

/// The largest side that is read at all, in pixels.
const READ_SIDE: u32 = 9_000;

/// The most memory reading one may take, in bytes.
const READ_MEMORY: u64 = 256 * 1024 * 1024;

/// Qualities tried, the best first, until the file is small enough.
const QUALITIES: [u8; 4] = [80, 65, 50, 35];

/// What a photo should weigh at most, in bytes.
const SMALL: usize = 150 * 1024;

/// How many photos one workshop keeps.
const MOST: i64 = 200;

/// How many photos of one's own pages one may bring.
const MOST_OWN: usize = 5;

/// Why a photo was not kept.
#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// It is not a picture one can read.
    #[error("this is not a picture")]
    Unreadable,
    /// There are as many as one workshop keeps.
    #[error("too many photos")]
    TooMany,
    /// The database said no.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl App {
    /// Keeps a photo; the same form sent again keeps it once.
    pub async fn keep_photo(
        &self,
        workshop: &WorkshopId,
        by: &PersonId,
        bytes: Vec<u8>,
        command_id: &CommandId,
    ) -> Result<PhotoId, PhotoError> {
        let sql = "select count(*) from photos where workshop = $1 and own = 0";
        let count = self.primary.row(sql, values![workshop.as_str()]).await?;
        if count.is_some_and(|row| row.int(0) >= MOST) {
            return Err(PhotoError::TooMany);
        }
        self.keep_small(workshop, by, (bytes, false), command_id).await
    }

    /// Keeps a photo of a page of one's own: nobody else ever sees it.
    pub async fn keep_own_photo(
        &self,
        workshop: &WorkshopId,
        by: &PersonId,
        bytes: Vec<u8>,
        command_id: &CommandId,
    ) -> Result<PhotoId, PhotoError> {
        if self.own_photos(workshop, by).await?.len() >= MOST_OWN {
            return Err(PhotoError::TooMany);
        }
        self.keep_small(workshop, by, (bytes, true), command_id).await
    }

    async fn keep_small(
        &self,
        workshop: &WorkshopId,
        by: &PersonId,
        (bytes, own): (Vec<u8>, bool),
        command_id: &CommandId,
    ) -> Result<PhotoId, PhotoError> {
        let small = aside(move || smaller(&bytes)).await?.ok_or(PhotoError::Unreadable)?;
        let id: PhotoId = self
            .derived_id("photo", by.as_str(), command_id)
            .parse()
            .expect("hexadecimal is an identifier");
        let sql = "insert into photos (photo, workshop, person, kind, bytes, created_at, own)
            values ($1, $2, $3, 'image/jpeg', $4, $5, $6) on conflict (photo) do nothing";
        let now = self.clock.now();
        let asked = values![id.as_str(), workshop.as_str(), by.as_str(), small, now, own];
        self.primary.exec(sql, asked).await?;
        Ok(id)
    }

    /// The photos of a workshop, the first first.
    pub async fn photos(&self, workshop: &WorkshopId) -> Result<Vec<PhotoId>, DbError> {
        let sql = "select photo from photos where workshop = $1 and own = 0
            order by created_at, photo";
        let rows = self.primary.rows(sql, values![workshop.as_str()]).await?;
        rows.iter().map(|row| row.parsed(0)).collect()
    }

    /// The photos someone took of their own pages, the first first.
    pub async fn own_photos(
        &self,
        workshop: &WorkshopId,
        person: &PersonId,
    ) -> Result<Vec<PhotoId>, DbError> {
        let sql = "select photo from photos where workshop = $1 and person = $2 and own = 1
            order by created_at, photo";
        let asked = values![workshop.as_str(), person.as_str()];
        self.primary.rows(sql, asked).await?.iter().map(|row| row.parsed(0)).collect()
    }

    /// One of them, as JPEG.
    pub async fn own_photo(
        &self,
        workshop: &WorkshopId,
        person: &PersonId,
        photo: &PhotoId,
    ) -> Result<Option<Vec<u8>>, DbError> {
        let sql = "select bytes from photos
            where workshop = $1 and photo = $2 and person = $3 and own = 1";
        let asked = values![workshop.as_str(), photo.as_str(), person.as_str()];
        Ok(self.primary.row(sql, asked).await?.map(|row| row.bytes(0).to_vec()))
    }

    /// A photo of a workshop, as JPEG.
    pub async fn photo(
        &self,
        workshop: &WorkshopId,
        photo: &PhotoId,
    ) -> Result<Option<Vec<u8>>, DbError> {
        let sql = "select bytes from photos where workshop = $1 and photo = $2 and own = 0";
        let row = self.primary.row(sql, values![workshop.as_str(), photo.as_str()]).await?;
        Ok(row.map(|row| row.bytes(0).to_vec()))
    }
}

/// The same picture, upright, no larger than [`SIDE`], as JPEG, with nothing beside it.
fn smaller(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(READ_SIDE);
    limits.max_image_height = Some(READ_SIDE);
    limits.max_alloc = Some(READ_MEMORY);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().ok()?;
    // The decoder's own limit does not count the picture itself.
    limits.reserve(decoder.total_bytes()).ok()?;
    let orientation = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    if picture.width() > SIDE || picture.height() > SIDE {
        picture = picture.thumbnail(SIDE, SIDE);
    }
    let picture = picture.into_rgb8();
    let mut written = vec![];
    for quality in QUALITIES {
        written.clear();
        JpegEncoder::new_with_quality(&mut written, quality).encode_image(&picture).ok()?;
        if written.len() <= SMALL {
            break;
        }
    }
    Some(written)
}
