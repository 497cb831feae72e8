//! What was erased is erased again in a copy of the commons that was made before.

use std::collections::{BTreeMap, BTreeSet};

use domain::core::ids::{ContentId, NoteId, PersonId};
use domain::prose::redact::cut;
use migrations::{DbError, values};
use projections::core::content::{self, Content};

use super::Exchange;
use super::departure::{Detail, LEAVING, PERSON};
use super::erasure::{Detail as PassageDetail, PASSAGE, SAID, mark_of};
use super::name::{NAME, READINGS};
use crate::Failure;
use crate::engine::envelope::{CommandId, NewContent, Rewrite};
use crate::engine::erasures::Erasure;
use crate::engine::secrets::hash;
use crate::files::part::FILE;
use crate::workshops::photo::PHOTO;

impl Exchange<'_> {
    /// Carries out every erasure of the ledger, in order. Those that are done already find
    /// nothing more to erase. How many there are.
    ///
    /// # Errors
    /// See [`Failure`]; begun again, it goes on.
    pub async fn replay_erasures(&self) -> Result<usize, Failure> {
        let (all, undone) = self.erasures_and_undone().await?;
        // A copy of somebody's seven days has them leave, who stayed after all.
        let leaves = |subject: &str| {
            all.iter()
                .any(|it| it.subject == subject && [LEAVING, PERSON].contains(&it.what.as_str()))
        };
        for line in undone.iter().filter(|it| it.what == LEAVING && !leaves(&it.subject)) {
            if let Some(person) = subject(line) {
                self.give_back(&person, &CommandId::fresh()).await?;
            }
        }
        for erasure in &all {
            self.erase_again(erasure).await?;
        }
        if !all.is_empty() {
            self.let_go_of_bytes().await?;
        }
        Ok(all.len())
    }

    async fn erase_again(&self, erasure: &Erasure) -> Result<(), Failure> {
        let odd = || DbError::Broken(format!("the ledger holds {erasure:?}").into());
        match erasure.what.as_str() {
            PERSON => {
                let detail: Detail = serde_json::from_str(&erasure.detail).map_err(|_| odd())?;
                let person = subject(erasure).ok_or_else(odd)?;
                self.erase_with(&person, &detail.kept).await?;
                // The copy may be of the seven days.
                let sql = "delete from departures where person = $1";
                self.primary.exec(sql, values![person.as_str()]).await?;
                Ok(())
            }
            LEAVING => {
                let detail: Detail = serde_json::from_str(&erasure.detail).map_err(|_| odd())?;
                let person = subject(erasure).ok_or_else(odd)?;
                self.leave_again(&person, &detail, erasure.at).await
            }
            PHOTO => {
                let sql = "delete from photos where photo = $1";
                self.primary.exec(sql, values![erasure.subject.as_str()]).await?;
                Ok(())
            }
            FILE => {
                let (id, by) = (erasure.subject.parse(), erasure.detail.parse());
                let (id, by) = (id.map_err(|_| odd())?, by.map_err(|_| odd())?);
                self.files().take_out(&id, &by, CommandId::fresh()).await
            }
            NAME => {
                let person = subject(erasure).ok_or_else(odd)?;
                // Another name was chosen since: that one signs.
                if self.mark_of_name(&person).await? == erasure.detail {
                    self.unsign(&person, &CommandId::fresh()).await?;
                }
                Ok(())
            }
            READINGS => {
                let person = subject(erasure).ok_or_else(odd)?;
                let Some(key) = self.notes().reader_key(&person).await? else { return Ok(()) };
                if hash(&key) == erasure.detail {
                    let sql = "delete from reader_keys where person = $1 and key = $2";
                    self.keys.exec(sql, values![person.as_str(), key]).await?;
                }
                Ok(())
            }
            PASSAGE | SAID => self.cut_again(erasure).await,
            // A later program wrote it: better not to open than to show what was erased.
            _ => Err(odd().into()),
        }
    }

    /// Takes the words of an erased passage out of the texts that are as they were before.
    async fn cut_again(&self, erasure: &Erasure) -> Result<(), Failure> {
        let odd = || DbError::Broken(format!("the ledger holds {erasure:?}").into());
        let detail: PassageDetail = serde_json::from_str(&erasure.detail).map_err(|_| odd())?;
        let mut rewrites = vec![];
        for text in detail.texts {
            let id: ContentId = text.id.parse().map_err(|_| odd())?;
            let was = content::find(&self.primary, &id).await?;
            let ranges = text.cuts.map(|places| {
                places.into_iter().map(|(start, end)| start..end).collect::<Vec<_>>()
            });
            let left = Content {
                title: cut(&was.title, &ranges[0]),
                body: cut(&was.body, &ranges[1]),
                summary: cut(&was.summary, &ranges[2]),
            };
            // It is as it was before, when cutting the same words leaves the same text.
            if left == was || mark_of(&left) != text.left {
                continue;
            }
            let new = |words: Content| {
                let Content { title, body, summary } = words;
                NewContent { id: id.clone(), title, body, summary }
            };
            rewrites.push(Rewrite { words: new(left), instead_of: new(was) });
        }
        if rewrites.is_empty() {
            return Ok(());
        }
        // Each note has its texts put in place in the breath of an event of its own, so that
        // tables read them again; what else was said is read where it stands.
        let mut of_notes: BTreeMap<NoteId, Vec<Rewrite>> = BTreeMap::new();
        // Older rows do not say which note they are about.
        let about: Option<NoteId> = erasure.subject.parse().ok();
        let mut known = BTreeSet::new();
        if let Some(note) = about.as_ref().filter(|_| erasure.what == PASSAGE) {
            known.extend(content::about(&self.primary, note).await?.into_iter().map(|it| it.0));
        }
        let mut tx = self.primary.begin().await?;
        for rewrite in rewrites {
            let sql = "select note from content where content_id = $1 and note is not null";
            let row = tx.row(sql, values![rewrite.words.id.as_str()]).await?;
            let written = row.map(|row| row.cells().parsed()).transpose()?;
            let of_subject = about.clone().filter(|_| known.contains(&rewrite.words.id));
            match written.or(of_subject) {
                Some(note) => of_notes.entry(note).or_default().push(rewrite),
                None => rewrite.carry_out(&mut tx, self.clock.now()).await?,
            }
        }
        tx.commit().await?;
        for (note, rewrites) in of_notes {
            self.rewrite_note(&note, &detail.by, rewrites, &CommandId::fresh()).await?;
        }
        Ok(())
    }
}

fn subject(erasure: &Erasure) -> Option<PersonId> {
    erasure.subject.parse().ok()
}
