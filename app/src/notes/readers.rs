//! Who reads, without saying who.
//!
//! A reader is `HMAC(key, note)`: the key is a person's (kept apart, and
//! destroyable) or a device's (in its own signed cookie, and nowhere else). Two
//! readings of one person cannot be put together without the key; without it
//! they are two strangers.

use domain::core::ids::{NoteId, PersonId, ReaderId};
use migrations::{DbError, values};

use crate::engine::secrets::{hex, keyed, token};
use crate::notes::Notes;

impl Notes<'_> {
    /// The pseudonym of `person` as a reader of `note`.
    pub async fn reader_of(&self, person: &PersonId, note: &NoteId) -> Result<ReaderId, DbError> {
        let find = "select key from reader_keys where person = $1";
        if let Some(row) = self.keys.row(find, values![person.as_str()]).await? {
            return Ok(pseudonym(&row.cells().text(), note));
        }
        let insert = "insert into reader_keys (person, key) values ($1, $2)
            on conflict (person) do nothing";
        self.keys.exec(insert, values![person.as_str(), token()]).await?;
        let row = self.keys.row(find, values![person.as_str()]).await?;
        Ok(pseudonym(&row.map(|row| row.cells().text()).unwrap_or_default(), note))
    }

    /// Makes the readings and likes of the device of this secret those of `person`, unless they
    /// have readings of their own: their pseudonyms are those of the device from now on, and no
    /// reader is counted twice. Whether it was done.
    ///
    /// # Errors
    /// When the database of keys is away.
    pub async fn adopt_readings(
        &self,
        person: &PersonId,
        device_secret: &str,
    ) -> Result<bool, DbError> {
        let sql = "insert into reader_keys (person, key) values ($1, $2)
            on conflict (person) do nothing";
        Ok(self.keys.exec(sql, values![person.as_str(), device_secret]).await? > 0)
    }

    /// The key of `person`'s pseudonyms, if they ever read anything by it.
    pub(crate) async fn reader_key(&self, person: &PersonId) -> Result<Option<String>, DbError> {
        let sql = "select key from reader_keys where person = $1";
        Ok(self.keys.row(sql, values![person.as_str()]).await?.map(|row| row.cells().text()))
    }

    /// The pseudonym of a device, known by its secret, as a reader of `note`.
    pub fn reader_on(&self, device_secret: &str, note: &NoteId) -> ReaderId {
        pseudonym(device_secret, note)
    }
}

/// The reader of `note` that this key makes.
pub(crate) fn pseudonym(key: &str, note: &NoteId) -> ReaderId {
    let mark = keyed(key.as_bytes(), &["reader", note.as_str()]);
    hex(&mark[..16]).parse().expect("hexadecimal is an identifier")
}
