//! Files that leave: put away at the word of whoever is in them, removed by those who keep them, and
//! with those who leave the commons.

use domain::core::ids::{FileId, PersonId};
use domain::files::file::{Command, File};
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

    /// The same, without the ledger.
    pub(crate) async fn take_out(
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
        self.delete_rows(id).await?;
        self.remove_unused().await?;
        Ok(())
    }

    async fn delete_rows(&self, id: &FileId) -> Result<(), DbError> {
        let now = self.clock.now();
        let mut tx = self.primary.begin().await?;
        let sql = "update files_total set length = length - coalesce(
            (select f.length from files f where f.file = $1), 0) where one = 1";
        tx.exec(sql, values![id.as_str()]).await?;
        tx.exec("delete from files where file = $1", values![id.as_str()]).await?;
        let sql = "update blobs set kept_until = $2 where leaving = 0 and hash in (
                select p.hash from file_parts p where p.file = $1 and not exists (
                    select 1 from file_parts o where o.hash = p.hash and o.file <> $1))";
        tx.exec(sql, values![id.as_str(), now]).await?;
        tx.exec("delete from file_parts where file = $1", values![id.as_str()]).await?;
        tx.commit().await
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
