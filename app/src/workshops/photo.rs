//! Photos of flipcharts and pages: made small, and without what a camera writes beside the
//! picture (the place, the hour, the device).

use domain::core::ids::{PersonId, PhotoId, WorkshopId};
use migrations::{DbError, values};

use crate::Failure;
use crate::engine::envelope::CommandId;
use crate::engine::erasures::Erasure;
use crate::files::picture::{Size, in_sizes};
use crate::workshops::Workshops;

/// The refusal: there are as many photos as are kept.
pub const TOO_MANY: &str = "photo-too-many";

/// A photo, in the ledger of erasures.
pub(crate) const PHOTO: &str = "photo";

/// The largest file taken, in bytes: a photo as a phone makes it.
pub const PHOTO_MAX: usize = 12 * 1024 * 1024;

/// What is kept of one: read on a screen, sent by a phone.
const KEPT: [Size; 1] = [Size { side: 1280, weight: 150 * 1024 }];

/// How many photos one workshop keeps.
const MOST: i64 = 200;

/// How many photos of one's own pages one may bring.
const MOST_OWN: i64 = 5;

impl Workshops<'_> {
    /// Keeps a photo; the same form sent again keeps it once.
    pub async fn keep_photo(
        &self,
        workshop: &WorkshopId,
        by: &PersonId,
        bytes: Vec<u8>,
        command_id: &CommandId,
    ) -> Result<PhotoId, Failure> {
        self.keep_small(workshop, by, (bytes, false), command_id).await
    }

    /// Keeps a photo of a page of one's own: nobody else ever sees it.
    pub async fn keep_own_photo(
        &self,
        workshop: &WorkshopId,
        by: &PersonId,
        bytes: Vec<u8>,
        command_id: &CommandId,
    ) -> Result<PhotoId, Failure> {
        self.keep_small(workshop, by, (bytes, true), command_id).await
    }

    async fn keep_small(
        &self,
        workshop: &WorkshopId,
        by: &PersonId,
        (bytes, own): (Vec<u8>, bool),
        command_id: &CommandId,
    ) -> Result<PhotoId, Failure> {
        if self.has_all(workshop, by, own).await? {
            return Err(Failure::Refused(TOO_MANY));
        }
        let small = in_sizes(bytes, &KEPT).await?.remove(0).bytes;
        let id: PhotoId = self.derived_id("photo", by.as_str(), command_id);
        let sql = "insert into photos (photo, workshop, person, kind, bytes, created_at, own)
            select $1, $2, $3, 'image/jpeg', $4, $5, $6 where (
                select count(*) from photos where workshop = $2 and own = $6
                    and ($6 = 0 or person = $3)) < $7
            on conflict (photo) do nothing";
        let now = self.clock.now();
        let most = if own { MOST_OWN } else { MOST };
        let values = values![id.as_str(), workshop.as_str(), by.as_str(), small, now, own, most];
        let mut tx = self.primary.begin().await?;
        // One at a time for a workshop: two that count together would both find room.
        let turn = "select workshop from workshop_doors where workshop = $1 {lock}";
        tx.rows(turn, values![workshop.as_str()]).await?;
        let kept = tx.exec(sql, values).await?;
        tx.commit().await?;
        if kept > 0 {
            return Ok(id);
        }
        let sql = "select 1 from photos where photo = $1";
        let is_there = self.primary.row(sql, values![id.as_str()]).await?.is_some();
        if is_there { Ok(id) } else { Err(Failure::Refused(TOO_MANY)) }
    }

    /// Whether there are as many as are kept: asked before a picture is decoded, and again
    /// where it is written, since others may be on their way.
    async fn has_all(
        &self,
        workshop: &WorkshopId,
        by: &PersonId,
        own: bool,
    ) -> Result<bool, DbError> {
        let sql = "select count(*) from photos where workshop = $1 and own = $3
            and ($3 = 0 or person = $2)";
        let row = self.primary.row(sql, values![workshop.as_str(), by.as_str(), own]).await?;
        let most = if own { MOST_OWN } else { MOST };
        Ok(row.is_some_and(|row| row.cells().int() >= most))
    }

    /// The photos of a workshop, the first first.
    pub async fn photos(&self, workshop: &WorkshopId) -> Result<Vec<PhotoId>, DbError> {
        let sql = "select photo from photos where workshop = $1 and own = 0
            order by created_at, photo";
        let rows = self.primary.rows(sql, values![workshop.as_str()]).await?;
        rows.iter().map(|row| row.cells().parsed()).collect()
    }

    /// The photos someone took of their own pages, the first first.
    pub async fn own_photos(
        &self,
        workshop: &WorkshopId,
        person: &PersonId,
    ) -> Result<Vec<PhotoId>, DbError> {
        let sql = "select photo from photos where workshop = $1 and person = $2 and own = 1
            order by created_at, photo";
        let values = values![workshop.as_str(), person.as_str()];
        self.primary.rows(sql, values).await?.iter().map(|row| row.cells().parsed()).collect()
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
        let values = values![workshop.as_str(), photo.as_str(), person.as_str()];
        Ok(self.primary.row(sql, values).await?.map(|row| row.cells().bytes().to_vec()))
    }

    /// Deletes a photo of a workshop, of a flipchart or of anybody's page: whether it was there.
    /// Its bytes are let go of within the hour.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn delete_photo(
        &self,
        workshop: &WorkshopId,
        photo: &PhotoId,
    ) -> Result<bool, DbError> {
        let sql = "select 1 from photos where workshop = $1 and photo = $2 and own = 0";
        let values = values![workshop.as_str(), photo.as_str()];
        let is_there = self.primary.row(sql, values).await?.is_some();
        self.photo_goes(is_there, photo).await
    }

    /// Deletes a photo that `person` took: whether it was there.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn delete_photo_of(
        &self,
        person: &PersonId,
        photo: &PhotoId,
    ) -> Result<bool, DbError> {
        let sql = "select 1 from photos where person = $1 and photo = $2";
        let values = values![person.as_str(), photo.as_str()];
        let is_there = self.primary.row(sql, values).await?.is_some();
        self.photo_goes(is_there, photo).await
    }

    /// Deletes a photo that is there, and has it stay so in a copy that is put back: the ledger
    /// first, so that what is interrupted can be asked again.
    async fn photo_goes(&self, is_there: bool, photo: &PhotoId) -> Result<bool, DbError> {
        if is_there {
            self.record_erasure(&Erasure {
                erasure: self.secrets.mark("erasure", &[PHOTO, photo.as_str()]),
                what: PHOTO.to_owned(),
                subject: photo.to_string(),
                detail: String::new(),
                at: self.clock.now(),
            })
            .await?;
            self.owe_bytes().await?;
            let sql = "delete from photos where photo = $1";
            self.primary.exec(sql, values![photo.as_str()]).await?;
        }
        Ok(is_there)
    }

    /// The photos that `person` took, the first first: which, and when, in microseconds.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn photos_of(&self, person: &PersonId) -> Result<Vec<(PhotoId, i64)>, DbError> {
        let sql = "select photo, created_at from photos where person = $1
            order by created_at, photo";
        let rows = self.primary.rows(sql, values![person.as_str()]).await?;
        rows.iter()
            .map(|row| {
                let cells = row.cells();
                Ok((cells.parsed()?, cells.int()))
            })
            .collect()
    }

    /// A photo that `person` took, as JPEG.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn photo_of(
        &self,
        person: &PersonId,
        photo: &PhotoId,
    ) -> Result<Option<Vec<u8>>, DbError> {
        let sql = "select bytes from photos where person = $1 and photo = $2";
        let row = self.primary.row(sql, values![person.as_str(), photo.as_str()]).await?;
        Ok(row.map(|row| row.cells().bytes().to_vec()))
    }

    /// A photo of a workshop, as JPEG.
    pub async fn photo(
        &self,
        workshop: &WorkshopId,
        photo: &PhotoId,
    ) -> Result<Option<Vec<u8>>, DbError> {
        let sql = "select bytes from photos where workshop = $1 and photo = $2 and own = 0";
        let row = self.primary.row(sql, values![workshop.as_str(), photo.as_str()]).await?;
        Ok(row.map(|row| row.cells().bytes().to_vec()))
    }
}
