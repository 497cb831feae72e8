//! May this person see that file, add one, put it away? It is asked of what the file goes with.

use domain::core::ids::{FileId, WorkshopId};
use domain::files::file::Of;
use migrations::DbError;
use projections::files::file::{self, File};
use projections::groups::{community, meeting};
use projections::notes::note::Note;
use projections::people::membership;
use projections::workshops::workshop;

use super::{Standing, Viewer, may_moderate};
use crate::App;

/// What someone may do with the files of one note, one meeting or one workshop that they may see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileStanding {
    /// They may add one.
    pub adds: bool,
    /// They say what it is, and remove it.
    pub keeps: bool,
    /// They look after what it goes with: they decide whether one that somebody asked to put away
    /// is shown again.
    pub looks_after: bool,
}

impl FileStanding {
    /// Whether they see what is put away.
    pub fn sees_all(self) -> bool {
        self.keeps || self.looks_after
    }
}

impl App {
    /// What `viewer` may do with the files of `of`; `None` when they see none of them.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn files_standing(
        &self,
        viewer: &Viewer,
        of: &Of,
    ) -> Result<Option<FileStanding>, DbError> {
        let standing = match of {
            Of::Note(note) => {
                let Some((note, standing)) = self.note_for(viewer, note).await? else {
                    return Ok(None);
                };
                self.files_of_note(&note, standing).await?
            }
            Of::Meeting(id) => {
                let (Some(person), Some(held)) =
                    (viewer.person(), meeting::find(&self.db, id).await?)
                else {
                    return Ok(None);
                };
                let place = community::place_of(&self.db, &held.community, person).await?;
                if place < community::Place::Member {
                    return Ok(None);
                }
                let of_group = community::find(&self.db, &held.community).await?;
                let goes_on = of_group.is_some_and(|it| !it.has_ended());
                let is_steward = place == community::Place::Steward;
                FileStanding { adds: goes_on, keeps: is_steward, looks_after: is_steward }
            }
            Of::Workshop(id) => {
                let Some(held) = workshop::find(&self.db, id).await? else { return Ok(None) };
                let duty = self.workshops().duty(viewer, &held).await?;
                let is_in = match viewer.person() {
                    Some(person) => membership::is_in(&self.db, id.as_str(), person).await?,
                    None => false,
                };
                if !is_in && !duty.sees {
                    return Ok(None);
                }
                let keeps = duty.runs || duty.notes;
                let adds = keeps && !held.live.details.minors;
                FileStanding { adds, keeps, looks_after: duty.runs }
            }
        };
        Ok(Some(standing))
    }

    /// What somebody may do with the files of a note that they read, once what they are to it is known.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn files_of_note(
        &self,
        note: &Note,
        standing: Standing,
    ) -> Result<FileStanding, DbError> {
        let owns = standing.owns();
        let adds = owns && !self.is_of_the_young(note.workshop.as_ref()).await?;
        // Whoever wrote it does not decide alone of a face.
        let looks_after = may_moderate(note, standing) && !owns;
        Ok(FileStanding { adds, keeps: owns, looks_after })
    }

    /// Whether people of this workshop are under fourteen: what they write has no pictures.
    async fn is_of_the_young(&self, workshop: Option<&WorkshopId>) -> Result<bool, DbError> {
        let Some(id) = workshop else { return Ok(false) };
        Ok(workshop::find(&self.db, id).await?.is_some_and(|it| it.live.details.minors))
    }

    /// A file that `viewer` may see, and what they may do with it. Whoever added one keeps it; whoever
    /// asked that one be put away may say that they agree after all.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn file_for(
        &self,
        viewer: &Viewer,
        id: &FileId,
    ) -> Result<Option<(File, FileStanding)>, DbError> {
        let Some(found) = file::find(&self.db, id).await? else { return Ok(None) };
        let is_theirs = viewer.person() == Some(&found.person);
        let standing = self.files_standing(viewer, &found.of).await?;
        // Whoever added it keeps it, where they may not go any more too.
        let Some(mut standing) = standing.or(is_theirs.then(FileStanding::default)) else {
            return Ok(None);
        };
        standing.keeps |= is_theirs;
        let may_see = !found.is_put_away()
            || standing.sees_all()
            || match viewer.person() {
                Some(person) => file::objects(&self.db, id, person).await?,
                None => false,
            };
        Ok(may_see.then_some((found, standing)))
    }

    /// The files of `of` that `viewer` may see, the first first.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn files_for(
        &self,
        viewer: &Viewer,
        of: &Of,
    ) -> Result<(Vec<File>, FileStanding), DbError> {
        let Some(standing) = self.files_standing(viewer, of).await? else {
            return Ok((vec![], FileStanding::default()));
        };
        Ok((self.files_seen(viewer, of, standing).await?, standing))
    }

    /// The files of `of` that `viewer`, who has this standing, may see, the first first.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn files_seen(
        &self,
        viewer: &Viewer,
        of: &Of,
        standing: FileStanding,
    ) -> Result<Vec<File>, DbError> {
        let mut found = file::of_one(&self.db, of, crate::files::MOST_OF_ONE).await?;
        if standing.sees_all() {
            return Ok(found);
        }
        let is_away = found.iter().any(File::is_put_away);
        let objected = match viewer.person().filter(|_| is_away) {
            Some(person) => file::objected_by(&self.db, of, person).await?,
            None => vec![],
        };
        found.retain(|it| {
            !it.is_put_away() || viewer.person() == Some(&it.person) || objected.contains(&it.file)
        });
        Ok(found)
    }
}
