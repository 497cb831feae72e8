//! What was erased is erased again in a copy of the commons that was made before.

use domain::core::ids::PersonId;
use migrations::{DbError, values};

use super::Exchange;
use super::departure::{Detail, NAME, PERSON, READINGS};
use crate::Failure;
use crate::engine::envelope::CommandId;
use crate::engine::erasures::Erasure;
use crate::engine::secrets::hash;

impl Exchange<'_> {
    /// Carries out every erasure of the ledger, in order. Those that are done already find
    /// nothing more to erase. How many there are.
    ///
    /// # Errors
    /// See [`Failure`]; begun again, it goes on.
    pub async fn replay_erasures(&self) -> Result<usize, Failure> {
        let all = self.erasures().await?;
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
                self.erase_with(&subject(erasure).ok_or_else(odd)?, &detail.kept).await
            }
            NAME => self.unsign(&subject(erasure).ok_or_else(odd)?, &CommandId::fresh()).await,
            READINGS => {
                let person = subject(erasure).ok_or_else(odd)?;
                let Some(key) = self.notes().reader_key(&person).await? else { return Ok(()) };
                if hash(&key) == erasure.detail {
                    let sql = "delete from reader_keys where person = $1 and key = $2";
                    self.keys.exec(sql, values![person.as_str(), key]).await?;
                }
                Ok(())
            }
            // A later program wrote it: better not to open than to show what was erased.
            _ => Err(odd().into()),
        }
    }
}

fn subject(erasure: &Erasure) -> Option<PersonId> {
    erasure.subject.parse().ok()
}
