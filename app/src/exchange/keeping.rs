//! How long things are kept, and the task that forgets what is past it: the page that promises the
//! times reads them here.

use domain::core::ids::PersonId;
use migrations::values;
use projections::notes::note::guests_with_drafts;
use projections::workshops::{room, workshop};

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

/// How far back workshops that ended are looked at, so that one that was missed is found.
const LOOK_BACK: i64 = 30 * DAY;

/// How many guests one round looks at.
const ROUND: i64 = 50;

/// What is kept, in one word, and how long, in microseconds.
pub const TIMES: [(&str, i64); 9] = [
    ("departures", DELAY),
    ("erasures", SEALED),
    ("minors", MINORS),
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
        let mut done = self.people().forget_past(now).await?;
        done.push(("departures", self.carry_out_departures(now).await? as u64));
        let sql = "delete from letters where sent_at < $1";
        done.push(("letters", self.primary.exec(sql, values![now - LETTERS]).await?));
        done.push(("drafts", self.forget_drafts(now).await?));
        done.push(("minors", self.forget_minors(now).await?));
        done.push(("erasures", self.finish_erasures(now).await? as u64));
        done.retain(|(_, count)| *count > 0);
        for (what, count) in &done {
            metrics::counter!("sillage_forgotten_total", "what" => *what).increment(*count);
            tracing::info!(what, count, "past its keeping time: forgotten");
        }
        Ok(done)
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
            self.let_go_of_bytes().await?;
        }
        Ok(count)
    }

    /// Erases guests of workshops with people under fourteen, a month after; what they published
    /// stays, unsigned.
    async fn forget_minors(&self, now: i64) -> Result<u64, Failure> {
        let mut erased: Vec<PersonId> = vec![];
        let span = (now - MINORS - LOOK_BACK, now - MINORS);
        for ended in workshop::ended_between(&self.db, span).await? {
            if !ended.live.details.minors {
                continue;
            }
            let inside = room::since(&self.db, &ended.workshop, 0).await?;
            let waiting = room::waiting(&self.db, &ended.workshop).await?;
            let inside = inside.into_iter().map(|participant| participant.remembered.person);
            for person in inside.chain(waiting.into_iter().map(|waiting| waiting.person)) {
                let sql = "select 1 from people where person = $1 and account = 0";
                if self.primary.row(sql, values![person.as_str()]).await?.is_some() {
                    let kept = Kept::Everything;
                    self.record_and_erase(&person, &kept, "rule minors".to_owned()).await?;
                    erased.push(person);
                }
            }
        }
        self.finish(&erased).await?;
        Ok(erased.len() as u64)
    }
}
