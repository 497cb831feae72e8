//! Bytes that were deleted and that the files of the database still hold: letting go of them copies
//! whole tables, so it waits for the next round of the task that forgets.

use migrations::{DbError, values};

use crate::App;

/// The mark that something was deleted since.
const OWED: &str = "bytes-owed";

impl App {
    /// Says that something was deleted whose bytes are to be let go of.
    ///
    /// # Errors
    /// When the database is away.
    pub(crate) async fn owe_bytes(&self) -> Result<(), DbError> {
        let sql = "insert into secrets (name, value) values ($1, '1')
            on conflict (name) do nothing";
        self.primary.exec(sql, values![OWED]).await?;
        Ok(())
    }

    /// Whether there is anything to let go of.
    ///
    /// # Errors
    /// When the database is away.
    pub(crate) async fn owes_bytes(&self) -> Result<bool, DbError> {
        let sql = "select 1 from secrets where name = $1";
        Ok(self.primary.row(sql, values![OWED]).await?.is_some())
    }

    /// It is done.
    ///
    /// # Errors
    /// When the database is away.
    pub(crate) async fn bytes_are_gone(&self) -> Result<(), DbError> {
        self.primary.exec("delete from secrets where name = $1", values![OWED]).await?;
        Ok(())
    }
}
