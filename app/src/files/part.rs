//! Files that leave: put away at the word of whoever is in them, removed by those who keep them, and
//! with those who leave the commons.

use domain::core::ids::{FileId, PersonId};
use domain::files::file::{Command, File, Of};
use migrations::{DbError, values};
use projections::files::file;

use super::Files;
use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::erasures::Erasure;

/// A file, in the ledger of erasures.
pub(crate) const FILE: &str = "file";

/// How many files one page holds.
pub const PAGE: i64 = 60;

impl Files<'_> {
    /// Asks that a file be put away, at once: `person` is in it, and does not agree. Or, `agrees`,
    /// agrees after all.
    ///
    /// # Errors
    /// What [`File`] refuses.
    pub async fn object(
        &self,
        found: &file::File,
        person: &PersonId,
        agrees: bool,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let who = person.clone();
        let command = if agrees {
            Command::Withdraw { person: who }
        } else {
            Command::Object { person: who }
        };
        self.to_file(found, person, command, None, command_id).await
    }

    /// Has a file shown again that somebody asked to put away: for those who look after what it goes
    /// with.
    ///
    /// # Errors
    /// What [`File`] refuses.
    pub async fn settle_file(
        &self,
        found: &file::File,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        self.to_file(found, by, Command::Settle { by: by.clone() }, None, command_id).await
    }

    /// Removes a file for good, and has it stay so in a copy that is put back: the ledger first, so
    /// that what is interrupted can be asked again.
    ///
    /// # Errors
    /// See [`Failure`]; asked again, it goes on.
    pub async fn remove_file(
        &self,
        id: &FileId,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        self.record_erasure(&Erasure {
            erasure: self.secrets.mark("erasure", &[FILE, id.as_str()]),
            what: FILE.to_owned(),
            subject: id.to_string(),
            detail: by.to_string(),
            at: self.clock.now(),
        })
        .await?;
        self.take_out(id, by, command_id).await
    }

    /// The same, without the ledger. It is said first that it leaves: what is interrupted is taken up
    /// by [`Files::tidy`].
    pub(crate) async fn take_out(
        &self,
        id: &FileId,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let sql = "update files set leaving = 1 where file = $1";
        self.primary.exec(sql, values![id.as_str()]).await?;
        match self.say_removed(id, by, command_id).await {
            // A stream that cannot be read keeps no bytes.
            Err(Failure::SetAside) => tracing::warn!("a file left whose stream is set aside"),
            other => other?,
        }
        let hashes = self.delete_rows(id).await?;
        self.forget_words(id).await?;
        self.owe_bytes().await?;
        self.remove_these(&hashes).await
    }

    async fn say_removed(
        &self,
        id: &FileId,
        by: &PersonId,
        command_id: CommandId,
    ) -> Result<(), Failure> {
        let (state, _) = self.events.load::<File>(id.as_str()).await?;
        if state.is_there() {
            let command = Command::Remove { by: by.clone() };
            let envelope = Envelope::from(by, command_id);
            self.execute::<File>(id.as_str(), command, envelope).await?;
        }
        Ok(())
    }

    /// Removes what was left half-way.
    pub(super) async fn finish_removals(&self) -> Result<(), Failure> {
        let sql = "select file, person from files where leaving = 1 order by file limit $1";
        for row in self.primary.rows(sql, values![PAGE]).await? {
            let cells = row.cells();
            let (id, person): (FileId, PersonId) = (cells.parsed()?, cells.parsed()?);
            self.take_out(&id, &person, CommandId::fresh()).await?;
        }
        Ok(())
    }

    /// Empties everything that was ever said of a file.
    async fn forget_words(&self, id: &FileId) -> Result<(), DbError> {
        let stream = vec!["file".into(), id.as_str().into()];
        for words in self.words_of_streams(vec![stream]).await? {
            let sql = "update content set title = '', body = '', summary = '', erased_at = $2
                where content_id = $1";
            self.primary.exec(sql, values![words.as_str(), self.clock.now()]).await?;
        }
        Ok(())
    }

    /// Deletes what says where the bytes of a file are; the names of those that nothing else has.
    async fn delete_rows(&self, id: &FileId) -> Result<Vec<String>, DbError> {
        let now = self.clock.now();
        let mut tx = self.primary.begin().await?;
        let sql = "delete from files where file = $1 returning length";
        if let Some(row) = tx.row(sql, values![id.as_str()]).await? {
            let sql = "update files_total set length = length - $1 where one = 1";
            tx.exec(sql, values![row.cells().int()]).await?;
        }
        let sql = "select distinct p.hash from file_parts p where p.file = $1 and not exists (
            select 1 from file_parts o where o.hash = p.hash and o.file <> $1)";
        let rows = tx.rows(sql, values![id.as_str()]).await?;
        let hashes: Vec<String> = rows.iter().map(|row| row.cells().text()).collect();
        for hash in &hashes {
            let sql = "update blobs set kept_until = $2 where hash = $1 and leaving = 0";
            tx.exec(sql, values![hash.as_str(), now]).await?;
        }
        tx.exec("delete from file_parts where file = $1", values![id.as_str()]).await?;
        tx.commit().await?;
        Ok(hashes)
    }

    /// Removes what says where the bytes of files are that the log does not know: an export lists the
    /// files there are when it ends, and holds the events there were when it began. How many.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn forget_unknown(&self) -> Result<usize, Failure> {
        let sql = "select f.file from files f where not exists (
            select 1 from events e where e.aggregate_type = 'file' and e.aggregate_id = f.file)
            order by f.file limit $1";
        let mut count = 0;
        loop {
            let rows = self.primary.rows(sql, values![PAGE]).await?;
            if rows.is_empty() {
                return Ok(count);
            }
            for row in rows {
                let id: FileId = row.cells().parsed()?;
                let hashes = self.delete_rows(&id).await?;
                self.remove_these(&hashes).await?;
                count += 1;
            }
        }
    }

    /// Removes every file of a note, a meeting or a workshop that is emptied.
    ///
    /// # Errors
    /// See [`Failure`]; begun again, it goes on.
    pub(crate) async fn remove_all_from(&self, of: &Of, by: &PersonId) -> Result<(), Failure> {
        loop {
            let found = file::of_one(&self.primary, of, PAGE).await?;
            if found.is_empty() {
                return Ok(());
            }
            for it in found {
                self.take_out(&it.file, by, CommandId::fresh()).await?;
            }
        }
    }

    /// Removes every file that `person` added; the ledger says that they left, and nothing more.
    ///
    /// # Errors
    /// See [`Failure`]; begun again, it goes on.
    pub(crate) async fn remove_all_of(
        &self,
        person: &PersonId,
        key: &CommandId,
    ) -> Result<(), Failure> {
        loop {
            let sql = "select file from files where person = $1 order by created_at, file limit $2";
            let rows = self.primary.rows(sql, values![person.as_str(), PAGE]).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in rows {
                let id: FileId = row.cells().parsed()?;
                self.take_out(&id, person, key.then(id.as_str())).await?;
            }
        }
    }
}
