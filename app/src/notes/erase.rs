//! Erasing a passage for good, from every text that was ever sent about a note.
//!
//! The words are overwritten in the same transaction as the event that says so; then the
//! projections read what is left, and the database is told to forget the old bytes. What
//! PostgreSQL keeps in its own write-ahead log, and what backups hold, is the host's to
//! let expire.

use crate::Failure;
use crate::access::{self, Standing};
use crate::engine::envelope::{CommandId, Envelope, NewContent, Rewrite};
use crate::notes::Notes;
use domain::core::ids::{ContentId, NoteId, PersonId};
use domain::core::registry::Refusal;
use domain::notes::note::{self, Command, Reason};
use domain::prose::redact::redact;
use migrations::{DbError, values};
use projections::core::content::{self, Content};
use projections::notes::history;
use projections::notes::note::Note;

/// How many times texts are looked through again, for those saved meanwhile.
const TRIES: u32 = 5;

/// How many times projections are waited for, three seconds each.
const SHOWN_TRIES: u32 = 10;

/// Words without a passage, if they hold it.
pub(crate) fn without(words: &Content, passage: &str) -> Option<Content> {
    let mut result = words.clone();
    let mut found = false;
    for field in [&mut result.title, &mut result.body, &mut result.summary] {
        if let Some((left, _)) = redact(field, passage) {
            *field = left;
            found = true;
        }
    }
    found.then_some(result)
}

impl Notes<'_> {
    /// The revisions that hold `passage`, of those this moderator may read. What else holds
    /// it (drafts, texts kept aside) is erased with them and never told: it would say what
    /// somebody is writing.
    pub async fn find_passage(
        &self,
        note: &Note,
        standing: Standing,
        passage: &str,
    ) -> Result<Vec<i64>, Failure> {
        if !standing.owns() && !access::may_moderate(note, standing) {
            return Err(Failure::NotFound);
        }
        let first = access::first_visible(standing);
        let mut found = vec![];
        for (_, revision, mut words) in content::about(&self.db, &note.note).await? {
            // Its summary was written before they could read the note.
            if revision == Some(first) && !standing.owns() {
                words.summary.clear();
            }
            let seen = revision.filter(|revision| *revision >= first);
            found.extend(seen.filter(|_| without(&words, passage).is_some()));
        }
        Ok(found)
    }

    /// Whether any text about a note holds `passage`, unsaved ones too.
    ///
    /// # Errors
    /// When the database is away.
    pub(crate) async fn holds(&self, note: &NoteId, passage: &str) -> Result<bool, DbError> {
        let texts = content::about(&self.primary, note).await?;
        if texts.iter().any(|(_, _, words)| without(words, passage).is_some()) {
            return Ok(true);
        }
        let unsaved = content::all_unsaved(&self.primary, note).await?;
        Ok(unsaved.iter().any(|(_, unsaved)| {
            redact(&unsaved.title, passage).or_else(|| redact(&unsaved.body, passage)).is_some()
        }))
    }

    /// Erases `passage` from every text about `note`; bytes are let go of by whoever calls.
    ///
    /// # Errors
    /// [`Failure::Busy`], as above.
    pub(crate) async fn erase_everywhere(
        &self,
        note: &Note,
        by: &PersonId,
        (passage, reason): (&str, Reason),
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let mut is_gone = false;
        for again in 0..TRIES {
            let unsaved = self.erase_unsaved(note, passage).await?;
            let rewrites = self.rewrites(note, passage).await?;
            is_gone = rewrites.is_empty() && unsaved == 0;
            if is_gone {
                break;
            }
            if rewrites.is_empty() {
                continue;
            }
            let (base, current) = self.head_of(&note.note).await?;
            let current = without(&current, passage).unwrap_or(current);
            let found = history::find(&self.db, &note.note, base).await?;
            let (_, mut current) =
                self.content(by.as_str(), &command_id, current.title, current.body, String::new());
            current.id = found.ok_or(Failure::NotFound)?.content;
            let mut contents: Vec<ContentId> =
                rewrites.iter().map(|it| it.words.id.clone()).collect();
            contents.sort();
            let command = Command::Erase { by: by.clone(), base, contents, reason, current };
            let envelope = Envelope::from(by, command_id.then(&format!("erase-{again}")))
                .in_workshop(note.workshop.clone())
                .rewriting(rewrites);
            match self.execute::<note::Note>(note.note.as_str(), command, envelope).await {
                // Saved meanwhile: the new text is looked through too.
                Err(Failure::Rule(Refusal::Note(note::Error::Stale))) => {}
                done => {
                    // Projections that held the words have read it before bytes are let go of,
                    // however busy they are.
                    let position = done?.position;
                    for _ in 0..SHOWN_TRIES {
                        if self.projector.wait_for(position).await {
                            break;
                        }
                    }
                }
            }
        }
        if is_gone { Ok(()) } else { Err(Failure::Busy) }
    }

    /// The texts that hold `passage`, without it.
    async fn rewrites(&self, note: &Note, passage: &str) -> Result<Vec<Rewrite>, Failure> {
        let mut rewrites = vec![];
        for (id, _, words) in content::about(&self.primary, &note.note).await? {
            if let Some(left) = without(&words, passage) {
                rewrites.push(Rewrite { words: new(id.clone(), left), instead_of: new(id, words) });
            }
        }
        Ok(rewrites)
    }

    /// Erases `passage` from what people were writing in `note`: how many texts. A page that
    /// has one of them open is told that it is not the last one any more.
    async fn erase_unsaved(&self, note: &Note, passage: &str) -> Result<u64, Failure> {
        let mut erased = 0;
        for (person, unsaved) in content::all_unsaved(&self.primary, &note.note).await? {
            let words =
                Content { title: unsaved.title, body: unsaved.body, summary: String::new() };
            let Some(left) = without(&words, passage) else { continue };
            let sql = "update drafts set title = $4, body = $5, saved_at = saved_at + 1
                where note = $1 and person = $2 and saved_at = $3";
            let (title, body) = (left.title.as_str(), left.body.as_str());
            let values = values![note.note.as_str(), person, unsaved.saved_at, title, body];
            self.primary.exec(sql, values).await?;
            erased += 1;
        }
        Ok(erased)
    }

    /// Those of these rows whose words hold `passage`.
    pub(crate) async fn that_hold(
        &self,
        rows: Vec<ContentId>,
        passage: &str,
    ) -> Result<Vec<(ContentId, Content)>, DbError> {
        let mut found = vec![];
        for id in rows {
            let words = content::find(&self.primary, &id).await?;
            if without(&words, passage).is_some() {
                found.push((id, words));
            }
        }
        Ok(found)
    }

    /// Takes `passage` out of these texts for good; their rows.
    pub(crate) async fn cut_from(
        &self,
        found: Vec<(ContentId, Content)>,
        passage: &str,
    ) -> Result<Vec<ContentId>, DbError> {
        let mut tx = self.primary.begin().await?;
        for (id, words) in &found {
            let Some(left) = without(words, passage) else { continue };
            let (left, before) = (new(id.clone(), left), new(id.clone(), words.clone()));
            let rewrite = Rewrite { words: left, instead_of: before };
            rewrite.carry_out(&mut tx, self.clock.now()).await?;
        }
        tx.commit().await?;
        Ok(found.into_iter().map(|(id, _)| id).collect())
    }
}

fn new(id: ContentId, words: Content) -> NewContent {
    let Content { title, body, summary } = words;
    NewContent { id, title, body, summary }
}
