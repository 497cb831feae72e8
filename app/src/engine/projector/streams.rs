//! Streams that are set aside: replayed when their events can be read, or without those
//! that cannot.
//!
//! A stream that comes back is first applied to new editions, beside the ones that answer and
//! go on without it. It stays on the list until the last of them has taken its place, so
//! that nobody writes to it meanwhile: an edition that answers is never given what comes
//! after events that were not applied.

use migrations::{DbError, Tx, values};
use projections::Projection;

use super::edition::{self, Checkpoint, Status};
use super::log::{self, ReadError};
use super::rebuild::Progress;
use super::recovery::RecoveryError;
use super::{Projector, begun};
use crate::engine::set_aside::{COLUMNS, Lists, SetAside, Torn};

/// What became of the streams that were tried again.
#[derive(Clone, Debug, Default)]
pub struct Retried {
    /// Those that are back.
    pub back: Vec<String>,
    /// Those in which something still cannot be read.
    pub still: Vec<SetAside>,
}

/// The rows of one stream that count, as [`log::read`] reads them.
const STREAM: &str = "select position, aggregate_type, event_type, event_version, payload,
        recorded_at, aggregate_id, sequence
    from events e where aggregate_type = $1 and aggregate_id = $2
        and not exists (select 1 from events_left_out l where l.position = e.position)
    order by sequence";

impl Projector {
    /// Sets the streams of these events aside.
    pub(super) async fn set_aside(&self, torn: &[Torn]) -> Result<(), DbError> {
        self.remembered.add(&self.db, torn, self.clock.now()).await?;
        Ok(())
    }

    /// What is set aside, as this node last saw it.
    pub fn lists(&self) -> std::sync::Arc<Lists> {
        self.remembered.lists()
    }

    /// The streams that are set aside now, in the order of the log.
    pub async fn streams_set_aside(&self) -> Result<Vec<SetAside>, DbError> {
        Ok(self.remembered.look(&self.db).await?.streams.clone())
    }

    /// Whether a stream is set aside that `name` subscribes to.
    pub fn misses(&self, name: &str) -> bool {
        let lists = self.lists();
        let subscribes = |kind: &str| {
            let mut named = self.projections.iter().filter(|it| it.about().name == name);
            named.any(|it| it.about().subscribes_to.contains(&kind))
        };
        lists.streams.iter().any(|it| subscribes(&it.kind))
    }

    /// Reads every stream that is set aside again. Those that can be read now are applied to
    /// the projections that subscribe to their kind, beside the tables that answer.
    ///
    /// # Errors
    /// When the database is away, or when a projection stops at an event of a stream that
    /// came back: the old tables go on without that stream.
    pub async fn retry_streams(&self, progress: &mut Progress<'_>) -> Result<Retried, ReadError> {
        let (mut back, mut still) = (vec![], vec![]);
        for set_aside in self.streams_set_aside().await? {
            let (torn, waits) = self.unreadable(&set_aside.kind, &set_aside.id).await?;
            if torn.is_empty() && !waits { back.push(set_aside) } else { still.push(set_aside) }
        }
        if !back.is_empty() {
            let mut tx = self.db.begin().await?;
            self.begin_again(&mut tx, &back).await?;
            tx.commit().await?;
            self.build(progress).await?;
        }
        Ok(Retried { back: back.iter().map(SetAside::stream).collect(), still })
    }

    /// Leaves out, for good, the events of a stream that cannot be read: of every
    /// projection, and of the stream itself when it is loaded. What was left out.
    ///
    /// # Errors
    /// When the stream is not set aside, or can be read whole; when a projection cannot
    /// apply what is left of it, which then stays set aside.
    pub async fn skip_in_stream(
        &self,
        stream: &str,
        reason: &str,
        progress: &mut Progress<'_>,
    ) -> Result<Vec<Torn>, RecoveryError> {
        let all = self.streams_set_aside().await?;
        let Some(set_aside) = all.into_iter().find(|it| it.stream() == stream) else {
            return Err(RecoveryError::NotSetAside(stream.to_owned()));
        };
        let (torn, _) = self.unreadable(&set_aside.kind, &set_aside.id).await?;
        // One that was left out before, and whose rebuild was cut short, goes on.
        if torn.is_empty() && !set_aside.retried {
            return Err(RecoveryError::Readable(stream.to_owned()));
        }
        let mut tx = self.db.begin().await?;
        let leave = "insert into events_left_out
                (position, aggregate_type, aggregate_id, sequence, reason, at)
            values ($1, $2, $3, $4, $5, $6) on conflict (position) do nothing";
        let now = self.clock.now();
        for it in &torn {
            let (kind, id) = (it.kind.as_str(), it.id.as_str());
            tx.exec(leave, values![it.position, kind, id, it.sequence, reason, now]).await?;
        }
        // A state that was kept may know what is left out from now on.
        let forget = "delete from snapshots where aggregate_type = $1 and aggregate_id = $2";
        tx.exec(forget, values![set_aside.kind.as_str(), set_aside.id.as_str()]).await?;
        self.begin_again(&mut tx, &[set_aside]).await?;
        tx.commit().await?;
        self.build(progress).await.map_err(ReadError::into_db)?;
        Ok(torn)
    }

    /// The events of a stream that cannot be read, and whether some are a later program's.
    async fn unreadable(&self, kind: &str, id: &str) -> Result<(Vec<Torn>, bool), DbError> {
        let (mut torn, mut waits) = (vec![], false);
        for row in self.db.rows(STREAM, values![kind, id]).await? {
            match log::read(&row) {
                Ok(_) => {}
                Err(ReadError::Torn(found)) => torn.extend(found),
                Err(ReadError::Unheard(_)) => waits = true,
                Err(ReadError::Db(error)) => return Err(error),
            }
        }
        Ok((torn, waits))
    }

    /// Makes new editions of the projections that subscribe to these streams, which are
    /// applied them; whatever was being built without them is begun again.
    async fn begin_again(&self, tx: &mut Tx, streams: &[SetAside]) -> Result<(), DbError> {
        let again = "update streams_set_aside set retried = 1
            where aggregate_type = $1 and aggregate_id = $2";
        for stream in streams {
            tx.exec(again, values![stream.kind.as_str(), stream.id.as_str()]).await?;
        }
        let rows = tx.rows(&format!("{} order by name {{lock}}", edition::COLUMNS), &[]).await?;
        let all = rows.iter().map(Checkpoint::read).collect::<Result<Vec<_>, _>>()?;
        for projection in &self.projections {
            let projection = projection.as_ref();
            if !streams.iter().any(|it| subscribes(projection, &it.kind)) {
                continue;
            }
            let (without, next) = begun(&all, projection);
            if let Some(without) = without {
                edition::drop_one(tx, projection, &without).await?;
            }
            edition::make(tx, projection, next, Status::Building, self.clock.now()).await?;
        }
        Ok(())
    }

    /// Takes the streams that were replayed off the list, once every edition that was
    /// made for them has taken its place.
    pub(super) async fn finish_retries(&self) -> Result<(), DbError> {
        let mut tx = self.db.begin().await?;
        let sql = format!("{COLUMNS} where retried = 1 {{lock}}");
        let result: Vec<_> =
            tx.rows(&sql, &[]).await?.iter().map(|row| SetAside::read(&row.cells())).collect();
        let rows = tx.rows(edition::COLUMNS, &[]).await?;
        let all = rows.iter().map(Checkpoint::read).collect::<Result<Vec<_>, _>>()?;
        let delete = "delete from streams_set_aside
            where aggregate_type = $1 and aggregate_id = $2";
        for set_aside in result {
            let mut subscribed =
                self.projections.iter().filter(|it| subscribes(it.as_ref(), &set_aside.kind));
            if !subscribed.any(|it| begun(&all, it.as_ref()).0.is_some()) {
                tx.exec(delete, values![set_aside.kind.as_str(), set_aside.id.as_str()]).await?;
                tracing::info!(stream = set_aside.stream(), "no longer set aside");
            }
        }
        tx.commit().await?;
        self.remembered.look(&self.db).await?;
        Ok(())
    }
}

fn subscribes(projection: &dyn Projection, kind: &str) -> bool {
    projection.about().subscribes_to.contains(&kind)
}
