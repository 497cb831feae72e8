//! Writing: drafts, what is not saved yet, revisions, publication, thanks.

use domain::diff;
use domain::ids::{NoteId, PersonId, WorkshopId};
use domain::note::{self, Command, Door, RevisionKind};
use domain::text::{self, TextError};
use domain::thanks::{self, Thanks};
use domain::visibility::Visibility;
use migrations::{DbError, values};
use projections::content::{self, Content, Unsaved};
use projections::history;
use projections::note::Note;

use crate::App;
use crate::access::{self, Standing};
use crate::envelope::{CommandId, Envelope, NewContent};
use crate::execute::{CommandError, Done};

/// The longest unsaved text we keep, in bytes: more than a note may hold, so that
/// whoever pasted too much loses nothing while they cut.
pub const UNSAVED_MAX: usize = 4 * 1024 * 1024;

/// Why words were not taken.
#[derive(Debug, thiserror::Error)]
pub enum NoteError {
    /// The title is blank or too long.
    #[error("the title does not fit")]
    Title(TextError),
    /// The text is too long.
    #[error("the text does not fit")]
    Body(TextError),
    /// There is nothing in it yet.
    #[error("there is nothing to read yet")]
    Empty,
    /// The summary is too long.
    #[error("the summary does not fit")]
    Summary(TextError),
    /// It is not theirs to do.
    #[error("not theirs to do")]
    NotAllowed,
    /// The two days are over.
    #[error("the two days are over")]
    TooLate,
    /// There is no such revision.
    #[error("no such revision")]
    NoSuchRevision,
    /// The note said no, or the log.
    #[error(transparent)]
    Command(#[from] CommandError<note::Error>),
    /// The thanks were refused, or the log.
    #[error(transparent)]
    Thanks(#[from] CommandError<thanks::Error>),
    /// The database said no.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Words as a form brings them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The title; blank to have one proposed.
    pub title: String,
    /// The body.
    pub body: String,
    /// Why it is changed; often blank.
    pub summary: String,
}

impl Words {
    /// Checks them at the door. A blank title is proposed from the text.
    fn checked(&self) -> Result<(String, String, String), NoteError> {
        let body = text::body(&self.body).map_err(NoteError::Body)?;
        let title = match text::line(&self.title, text::TITLE_MAX) {
            Err(TextError::Blank) => text::proposed_title(&body).ok_or(NoteError::Empty)?,
            other => other.map_err(NoteError::Title)?,
        };
        let summary = match text::line(&self.summary, text::SUMMARY_MAX) {
            Err(TextError::Blank) => String::new(),
            other => other.map_err(NoteError::Summary)?,
        };
        Ok((title, body, summary))
    }
}

/// Works on long texts aside, so that no other page waits for it.
pub async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, DbError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| DbError::Broken(Box::new(error)))
}

impl App {
    /// Begins a note; a form posted twice begins one.
    pub async fn draft(
        &self,
        by: &PersonId,
        place: Option<(&WorkshopId, Door)>,
        words: &Words,
        command_id: CommandId,
    ) -> Result<NoteId, NoteError> {
        let (title, body, summary) = words.checked()?;
        let note: NoteId = self
            .derived_id("note", by.as_str(), &command_id)
            .parse()
            .expect("hexadecimal is an identifier");
        let (content, reference) = self.content(by.as_str(), &command_id, title, body, summary);
        let command = Command::Draft {
            note: note.clone(),
            by: by.clone(),
            workshop: place.map(|(workshop, _)| workshop.clone()),
            door: place.map(|(_, door)| door),
            content: reference,
        };
        let envelope = Envelope::from(by, command_id)
            .in_workshop(place.map(|(workshop, _)| workshop.clone()))
            .with(content);
        self.execute::<note::Note>(note.as_str(), command, envelope).await?;
        Ok(note)
    }

    /// Replaces the text of `note` by `words`, seen from revision `base`.
    pub async fn revise(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        base: i64,
        words: &Words,
        command_id: CommandId,
    ) -> Result<Done, NoteError> {
        if !access::may_revise(note.visibility, standing) {
            return Err(NoteError::NotAllowed);
        }
        self.write(note, by, base, words, RevisionKind::Edit, command_id).await
    }

    /// Puts the text of an earlier revision back, as seen from revision `base`.
    pub async fn restore(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        (of, base): (i64, i64),
        command_id: CommandId,
    ) -> Result<Done, NoteError> {
        let allowed = access::may_revise(note.visibility, standing)
            && access::may_see_revision(note, standing, of);
        if !allowed {
            return Err(NoteError::NotAllowed);
        }
        let words = self.words_of(&note.note, of).await?;
        let words = Words { title: words.title, body: words.body, summary: String::new() };
        let kind = RevisionKind::Restore { of };
        self.write(note, by, base, &words, kind, command_id).await
    }

    async fn write(
        &self,
        note: &Note,
        by: &PersonId,
        base: i64,
        words: &Words,
        kind: RevisionKind,
        command_id: CommandId,
    ) -> Result<Done, NoteError> {
        let (title, body, summary) = words.checked()?;
        let before = self.words_of(&note.note, base).await?;
        let (old, new) = (format!("{}\n{}", before.title, before.body), format!("{title}\n{body}"));
        let change = aside(move || diff::change(&old, &new)).await?;
        let (content, reference) = self.content(by.as_str(), &command_id, title, body, summary);
        let command = Command::Revise { by: by.clone(), base, content: reference, kind, change };
        let envelope =
            Envelope::from(by, command_id).in_workshop(note.workshop.clone()).with(content.clone());
        let done = self.execute::<note::Note>(note.note.as_str(), command, envelope).await;
        if matches!(done, Err(CommandError::ByRule(note::Error::Stale))) {
            // Somebody was faster. Whatever is decided next, these words are safe.
            self.keep_words(&content).await?;
        }
        Ok(done?)
    }

    async fn keep_words(&self, words: &NewContent) -> Result<(), DbError> {
        let sql = "insert into content (content_id, title, body, summary, created_at)
            values ($1, $2, $3, $4, $5) on conflict (content_id) do nothing";
        let NewContent { id, title, body, summary } = words;
        let (title, body, summary) = (title.as_str(), body.as_str(), summary.as_str());
        let asked = values![id.as_str(), title, body, summary, self.clock.now()];
        self.primary.exec(sql, asked).await?;
        Ok(())
    }

    /// The words of one revision.
    pub async fn words_of(&self, note: &NoteId, revision: i64) -> Result<Content, NoteError> {
        let found = history::find(&self.db, note, revision).await?;
        let found = found.ok_or(NoteError::NoSuchRevision)?;
        Ok(content::find(&self.db, &found.content).await?)
    }

    /// Lets others read it.
    pub async fn publish(
        &self,
        note: &Note,
        by: &PersonId,
        visibility: Visibility,
        wall: bool,
        command_id: CommandId,
    ) -> Result<Done, NoteError> {
        let command = Command::Publish { by: by.clone(), visibility, wall };
        let envelope = Envelope::from(by, command_id).in_workshop(note.workshop.clone());
        Ok(self.execute::<note::Note>(note.note.as_str(), command, envelope).await?)
    }

    /// Makes it a draft again, within two days.
    pub async fn take_back(
        &self,
        note: &Note,
        standing: Standing,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<Done, NoteError> {
        let late = note.is_published() && !access::may_take_back(note, standing, self.clock.now());
        if standing.writer && late {
            return Err(NoteError::TooLate);
        }
        let command = Command::Withdraw { by: by.clone() };
        let envelope = Envelope::from(by, command_id).in_workshop(note.workshop.clone());
        Ok(self.execute::<note::Note>(note.note.as_str(), command, envelope).await?)
    }

    /// Thanks whoever wrote `note`, once.
    pub async fn thank(
        &self,
        note: &Note,
        by: &PersonId,
        workshop: Option<WorkshopId>,
        words: &str,
        command_id: CommandId,
    ) -> Result<Done, NoteError> {
        let words = text::line(words, text::SUMMARY_MAX).map_err(NoteError::Summary)?;
        let (content, reference) =
            self.content(by.as_str(), &command_id, String::new(), words, String::new());
        let command = thanks::Command::Give {
            note: note.note.clone(),
            to: note.writer.clone(),
            by: by.clone(),
            workshop: workshop.clone(),
            content: reference.id,
        };
        let envelope = Envelope::from(by, command_id).in_workshop(workshop).with(content);
        let stream = format!("{}.{by}", note.note);
        Ok(self.execute::<Thanks>(&stream, command, envelope).await?)
    }

    /// Keeps what someone is writing and has not saved. `seen` is what the page was
    /// told when it last kept something (0: nothing): if another page of theirs has
    /// kept something since, nothing is replaced and the answer is `None`. Without
    /// `seen`, the last one stays.
    pub async fn keep_unsaved(
        &self,
        note: &NoteId,
        by: &PersonId,
        base: i64,
        (title, body): (&str, &str),
        seen: Option<i64>,
    ) -> Result<Option<i64>, DbError> {
        let sql = "insert into drafts (note, person, title, body, base, saved_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (note, person) do update set title = excluded.title,
                body = excluded.body, base = excluded.base,
                saved_at = case when excluded.saved_at > drafts.saved_at
                    then excluded.saved_at else drafts.saved_at + 1 end
            where $7 = -1 or drafts.saved_at = $7";
        // NUL is the one sign PostgreSQL cannot keep in a text.
        let clean = |text: &str| text.replace('\0', "");
        let (now, seen) = (self.clock.now(), seen.unwrap_or(-1));
        let (note, by) = (note.as_str(), by.as_str());
        let asked = values![note, by, clean(title), clean(body), base, now, seen];
        if self.primary.exec(sql, asked).await? == 0 {
            return Ok(None);
        }
        let sql = "select saved_at from drafts where note = $1 and person = $2";
        Ok(self.primary.row(sql, values![note, by]).await?.map(|row| row.int(0)))
    }

    /// What `person` was writing in `note`, if they left without saving: read where
    /// it was written, a replica may not have it yet.
    pub async fn unsaved(&self, note: &NoteId, person: &str) -> Result<Option<Unsaved>, DbError> {
        content::unsaved(&self.primary, note.as_str(), person).await
    }

    /// Forgets it, once the form that holds it is saved.
    pub async fn forget_unsaved(&self, note: &NoteId, by: &PersonId) -> Result<(), DbError> {
        let sql = "delete from drafts where note = $1 and person = $2";
        self.primary.exec(sql, values![note.as_str(), by.as_str()]).await?;
        Ok(())
    }
}
