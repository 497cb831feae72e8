//! Where phones are, as they last said it: telemetry of a session, apart from the
//! log, gone after ninety days.
//!
//! Beats are gathered for a second and written together, so that five hundred phones
//! cost one transaction a second. What is in memory may be lost with the node: the next
//! beat says it again.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use domain::core::ids::{PersonId, WorkshopId};
use domain::workshops::help_signal::{Seen, THINKING};
use domain::workshops::script::Step;
use migrations::{Db, DbError, Row, Tx, values};

use crate::App;
use crate::engine::clock::{DAY, SECOND};
use crate::workshops::Workshops;

/// How long this is kept.
pub const KEPT: i64 = 90 * DAY;

/// How often beats are written.
const FLUSH: Duration = Duration::from_secs(1);

/// Changes of step are counted over so long.
const FLIPS_OVER: i64 = 120 * SECOND;

/// What a phone says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beat {
    /// The step on its screen.
    pub step: Step,
    /// Seconds since something was typed or tapped there.
    pub idle: i64,
    /// How many things it could not send yet.
    pub unsent: i64,
}

/// One phone, as it was last heard of; times in microseconds, 0 for never.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    pub person: PersonId,
    /// When it was last heard of.
    pub seen_at: i64,
    /// When something was last typed or tapped.
    pub input_at: i64,
    /// The step on its screen.
    pub step: Step,
    /// Since when it is there.
    pub step_at: i64,
    /// How many times it changed steps since `flips_at`.
    pub flips: i64,
    /// When counting began.
    pub flips_at: i64,
    /// How many things it could not send yet.
    pub unsent: i64,
    /// When its owner was softly asked and has not answered.
    pub asked_at: i64,
    /// Until when they want to think in peace.
    pub quiet_to: i64,
}

impl Presence {
    fn new(person: PersonId, beat: Beat, at: i64) -> Self {
        Self {
            person,
            seen_at: at,
            input_at: at - beat.idle * SECOND,
            step: beat.step,
            step_at: at,
            flips: 0,
            flips_at: at,
            unsent: beat.unsent,
            asked_at: 0,
            quiet_to: 0,
        }
    }

    fn apply(&mut self, beat: Beat, at: i64) {
        let input_at = (at - beat.idle * SECOND).max(self.input_at);
        // Whoever writes again, or goes on, needs no question any more.
        if input_at > self.asked_at || beat.step != self.step {
            self.asked_at = 0;
        }
        if beat.step != self.step {
            if at - self.flips_at > FLIPS_OVER {
                (self.flips, self.flips_at) = (0, at);
            }
            self.flips += 1;
            self.step = beat.step;
            self.step_at = at;
        }
        self.input_at = input_at;
        self.seen_at = at.max(self.seen_at);
        self.unsent = beat.unsent;
    }

    /// The same as rules want it, at `now`.
    pub fn seen(&self, now: i64) -> Seen {
        let since = |at: i64| (now - at).max(0) / SECOND;
        let recent = now - self.flips_at <= FLIPS_OVER;
        Seen {
            step: self.step,
            in_step: since(self.step_at),
            since_input: since(self.input_at.max(self.step_at)),
            since_contact: since(self.seen_at),
            flips: if recent { self.flips } else { 0 },
            asked: (self.asked_at > 0).then(|| since(self.asked_at)),
            thinking: now < self.quiet_to,
        }
    }
}

type Key = (WorkshopId, PersonId);

/// Beats on their way to the database.
#[derive(Default)]
pub struct Beats(Mutex<HashMap<Key, (Beat, i64)>>);

impl Beats {
    fn take(&self) -> HashMap<Key, (Beat, i64)> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

const COLUMNS: &str =
    "person, seen_at, input_at, step, step_at, flips, flips_at, unsent, asked_at, quiet_to";

fn read(row: &Row) -> Result<Presence, DbError> {
    let cells = row.cells();
    Ok(Presence {
        person: cells.parsed()?,
        seen_at: cells.int(),
        input_at: cells.int(),
        step: cells.parsed()?,
        step_at: cells.int(),
        flips: cells.int(),
        flips_at: cells.int(),
        unsent: cells.int(),
        asked_at: cells.int(),
        quiet_to: cells.int(),
    })
}

impl Workshops<'_> {
    /// A phone says where it is; written within a second.
    pub fn beat(&self, workshop: &WorkshopId, person: &PersonId, beat: Beat) {
        let at = self.clock.now();
        let mut beats = self.beats.0.lock().unwrap_or_else(PoisonError::into_inner);
        beats.insert((workshop.clone(), person.clone()), (beat, at));
    }

    /// Writes the beats that wait.
    pub async fn flush_beats(&self) -> Result<(), DbError> {
        flush(&self.primary, self.beats.take()).await
    }

    /// Where the phones of `workshop` are.
    pub async fn presence(&self, workshop: &WorkshopId) -> Result<Vec<Presence>, DbError> {
        let sql = format!("select {COLUMNS} from presence where workshop = $1");
        let rows = self.primary.rows(&sql, values![workshop.as_str()]).await?;
        rows.iter().map(read).collect()
    }

    /// Where one phone is, if it was ever heard of.
    pub async fn presence_of(
        &self,
        workshop: &WorkshopId,
        person: &PersonId,
    ) -> Result<Option<Presence>, DbError> {
        let sql = format!("select {COLUMNS} from presence where workshop = $1 and person = $2");
        let row = self.primary.row(&sql, values![workshop.as_str(), person.as_str()]).await?;
        row.as_ref().map(read).transpose()
    }

    /// Notes that someone was softly asked, the first time they are.
    pub async fn softly_asked(
        &self,
        workshop: &WorkshopId,
        person: &PersonId,
    ) -> Result<(), DbError> {
        let sql = "update presence set asked_at = $3
            where workshop = $1 and person = $2 and asked_at = 0";
        let values = values![workshop.as_str(), person.as_str(), self.clock.now()];
        self.primary.exec(sql, values).await?;
        Ok(())
    }

    /// "I am thinking": five minutes of peace.
    pub async fn let_think(&self, workshop: &WorkshopId, person: &PersonId) -> Result<(), DbError> {
        let until = self.clock.now() + THINKING * SECOND;
        let sql = "update presence set asked_at = 0, flips = 0, quiet_to = $3
            where workshop = $1 and person = $2";
        self.primary.exec(sql, values![workshop.as_str(), person.as_str(), until]).await?;
        Ok(())
    }

    /// Forgets where phones were ninety days ago.
    pub async fn forget_presence(&self) -> Result<u64, DbError> {
        let sql = "delete from presence where seen_at < $1";
        self.primary.exec(sql, values![self.clock.now() - KEPT]).await
    }
}

/// Writes what waits, again and again, for as long as the node lives.
pub(crate) async fn keep_flushing(app: App) {
    loop {
        tokio::time::sleep(FLUSH).await;
        if let Err(error) = app.workshops().flush_beats().await {
            // The next beats say where everyone is then.
            tracing::warn!(%error, "where phones are could not be written");
        }
    }
}

async fn flush(db: &Db, beats: HashMap<Key, (Beat, i64)>) -> Result<(), DbError> {
    if beats.is_empty() {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    let mut beats: Vec<_> = beats.into_iter().collect();
    // Two nodes that write the same rows take them in one order.
    beats.sort_by(|it, other| it.0.cmp(&other.0));
    for ((workshop, person), (beat, at)) in beats {
        write(&mut tx, &workshop, person, beat, at).await?;
    }
    tx.commit().await
}

async fn write(
    tx: &mut Tx,
    workshop: &WorkshopId,
    person: PersonId,
    beat: Beat,
    at: i64,
) -> Result<(), DbError> {
    let sql = format!("select {COLUMNS} from presence where workshop = $1 and person = $2");
    let known = tx.row(&sql, values![workshop.as_str(), person.as_str()]).await?;
    let presence = match known.as_ref().map(read).transpose()? {
        Some(mut known) => {
            known.apply(beat, at);
            known
        }
        None => Presence::new(person, beat, at),
    };
    let sql = "insert into presence (workshop, person, seen_at, input_at, step, step_at, flips,
            flips_at, unsent, asked_at, quiet_to)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (workshop, person) do update set seen_at = excluded.seen_at,
            input_at = excluded.input_at, step = excluded.step, step_at = excluded.step_at,
            flips = excluded.flips, flips_at = excluded.flips_at, unsent = excluded.unsent,
            asked_at = excluded.asked_at";
    let result = values![
        workshop.as_str(),
        presence.person.as_str(),
        presence.seen_at,
        presence.input_at,
        presence.step.word(),
        presence.step_at,
        presence.flips,
        presence.flips_at,
        presence.unsent,
        presence.asked_at,
        presence.quiet_to
    ];
    tx.exec(sql, result).await?;
    Ok(())
}
