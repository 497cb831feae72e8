//! How long things are kept, and the task that forgets what is past it: the page that promises the
//! times reads them here.

use domain::core::ids::PersonId;
use migrations::values;
use projections::notes::note::guests_with_drafts;
use projections::workshops::room;

use super::Exchange;
use super::departure::DELAY;
use super::erasure::SEALED;
use super::texts::Kept;
use crate::Failure;
use crate::engine::clock::DAY;
use crate::engine::envelope::CommandId;
use crate::people::identities::{self, sessions};
use crate::workshops::presence;

/// How long which letters of news were sent is kept, in microseconds: long after the last one.
const LETTERS: i64 = 180 * DAY;

/// How long drafts of a guest who does not come back are kept, in microseconds.
pub const DRAFTS: i64 = 365 * DAY;

/// How long names and drafts of people under fourteen are kept after their workshop.
pub const MINORS: i64 = 30 * DAY;

/// How long they are kept after they were last there, when nobody closes their workshop.
pub const MINORS_UNCLOSED: i64 = 90 * DAY;

/// How many people one round looks at, of each kind.
const ROUND: i64 = 50;

/// What is kept, in one word, and how long, in microseconds.
pub const TIMES: [(&str, i64); 10] = [
    ("departures", DELAY),
    ("erasures", SEALED),
    ("minors", MINORS),
    ("minors-unclosed", MINORS_UNCLOSED),
    ("commands", identities::COMMANDS),
    ("sessions", sessions::SESSION),
    ("presence", presence::KEPT),
    ("letters", LETTERS),
    ("drafts", DRAFTS),
    ("devices", identities::DEVICES),
];

impl Exchange<'_> {
    /// Forgets what is past its time: what, in the words of [`TIMES`], and how many. `now` is an
    /// hour that two clocks agree with (see [`crate::people::People::forget_past`]).
    ///
    /// # Errors
    /// See [`Failure`]; the next round goes on.
    pub async fn keep_times(&self, now: i64) -> Result<Vec<(&'static str, u64)>, Failure> {
        // What fails keeps nothing else from being forgotten: the first failure is returned at the end.
        let mut parts = vec![];
        match self.people().forget_past(now).await {
            Ok(done) => parts.extend(done.into_iter().map(|(what, count)| (what, Ok(count)))),
            Err(error) => parts.push(("sessions", Err(error.into()))),
        }
        parts.push(("departures", self.carry_out_departures(now).await));
        parts.push(("letters", self.forget_letters(now).await));
        parts.push(("drafts", self.forget_drafts(now).await));
        parts.push(("minors", self.forget_minors(now).await));
        parts.push(("files", self.files().tidy().await));
        parts.push(("erasures", self.finish_erasures(now).await));
        parts.push(("bytes", self.let_go_of_owed_bytes().await));
        let (mut done, mut failed) = (vec![], None);
        for (what, result) in parts {
            match result {
                Ok(0) => {}
                Ok(count) => {
                    metrics::counter!("sillage_forgotten_total", "what" => what).increment(count);
                    tracing::info!(what, count, "past its keeping time: forgotten");
                    done.push((what, count));
                }
                Err(error) => failed = failed.or(Some(error)),
            }
        }
        failed.map_or(Ok(done), Err)
    }

    async fn forget_letters(&self, now: i64) -> Result<u64, Failure> {
        let sql = "delete from letters where sent_at < $1";
        Ok(self.primary.exec(sql, values![now - LETTERS]).await?)
    }

    /// Empties what guests wrote and never showed, a year after anybody saw them.
    async fn forget_drafts(&self, now: i64) -> Result<u64, Failure> {
        let mut count = 0;
        for (person, notes) in guests_with_drafts(&self.primary, now - DRAFTS, ROUND).await? {
            for note in notes {
                self.empty_note(&note, &person, &CommandId::fresh()).await?;
                count += 1;
            }
            let sql = "delete from drafts where person = $1";
            count += self.primary.exec(sql, values![person.as_str()]).await?;
        }
        if count > 0 {
            self.owe_bytes().await?;
        }
        Ok(count)
    }

    /// Erases guests of workshops with people under fourteen, a month after; what they published
    /// stays, unsigned. All that are due are found, however long nobody looked.
    async fn forget_minors(&self, now: i64) -> Result<u64, Failure> {
        let before = (now - MINORS, now - MINORS_UNCLOSED);
        let due: Vec<PersonId> = room::minors(&self.primary, before, ROUND).await?;
        let mut done = vec![];
        for person in due {
            // Whoever asked to leave chose what stays.
            let kept = self.departure(&person).await?.map_or(Kept::Everything, |it| it.kept);
            match self.record_and_erase(&person, &kept, "rule minors".to_owned()).await {
                Ok(()) => done.push(person),
                Err(error) => tracing::warn!(%error, "a guest is forgotten later"),
            }
        }
        self.finish(&done).await?;
        Ok(done.len() as u64)
    }
}
