//! What someone is writing and has not saved yet: theirs alone, never an event.

use domain::core::ids::{NoteId, PersonId};
use domain::prose::text;
use migrations::{DbError, values};
use projections::core::content::{self, Unsaved};

use crate::notes::Notes;

/// The longest unsaved text we keep, in bytes: more than a note may hold, so that
/// whoever pasted too much loses nothing while they cut.
pub const UNSAVED_MAX: usize = 4 * 1024 * 1024;

/// How many notes one person may be writing in at once, without saving.
const UNSAVED_AT_ONCE: i64 = 20;

impl Notes<'_> {
    /// Keeps what someone is writing and has not saved. `seen` is what the page was
    /// told when it last kept something (0: nothing): if another page of theirs has
    /// kept something since, or the form was saved and this comes late, nothing is replaced
    /// and the answer is `None`; so it is when they are writing in twenty other
    /// notes. Without `seen`, the last one stays.
    pub async fn keep_unsaved(
        &self,
        note: &NoteId,
        by: &PersonId,
        base: i64,
        (title, body): (&str, &str),
        seen: Option<i64>,
    ) -> Result<Option<i64>, DbError> {
        let sql = "insert into drafts (note, person, title, body, base, saved_at)
            select $1, $2, $3, $4, $5, $6
            where exists (select 1 from drafts d where d.note = $1 and d.person = $2)
                or ($7 <= 0 and (select count(*) from drafts d where d.person = $2) < $8)
            on conflict (note, person) do update set title = excluded.title,
                body = excluded.body, base = excluded.base,
                saved_at = case when excluded.saved_at > drafts.saved_at
                    then excluded.saved_at else drafts.saved_at + 1 end
            where $7 = -1 or drafts.saved_at = $7";
        let (now, seen) = (self.clock.now(), seen.unwrap_or(-1));
        let (note, by) = (note.as_str(), by.as_str());
        let values = values![note, by, clean(title), clean(body), base, now, seen, UNSAVED_AT_ONCE];
        if self.primary.exec(sql, values).await? == 0 {
            return Ok(None);
        }
        let sql = "select saved_at from drafts where note = $1 and person = $2";
        Ok(self.primary.row(sql, values![note, by]).await?.map(|row| row.cells().int()))
    }

    /// What `person` was writing in `note`, if they left without saving: read where
    /// it was written, a replica may not have it yet.
    pub async fn unsaved(&self, note: &NoteId, person: &str) -> Result<Option<Unsaved>, DbError> {
        content::unsaved(&self.primary, note.as_str(), person).await
    }

    /// Forgets it, once a form of theirs is saved: when it is what that form last knew of
    /// (`kept`), or the very words that were saved. What another window of theirs keeps
    /// stays, for them to find. Without `kept`, the form did not know of any.
    pub async fn forget_unsaved(
        &self,
        note: &NoteId,
        by: &PersonId,
        kept: Option<i64>,
        (title, body): (&str, &str),
    ) -> Result<(), DbError> {
        let sql = "delete from drafts where note = $1 and person = $2
            and ($3 < 0 or saved_at = $3 or (title = $4 and body = $5))";
        let kept = kept.unwrap_or(-1);
        let values = values![note.as_str(), by.as_str(), kept, clean(title), clean(body)];
        self.primary.exec(sql, values).await?;
        Ok(())
    }
}

/// What was never saved comes back through the same door.
fn clean(text: &str) -> String {
    text::clean(text).into_owned()
}
