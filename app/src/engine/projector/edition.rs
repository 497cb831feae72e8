//! One set of tables of one projection.
//!
//! A projection is rebuilt beside itself: its first edition has the tables of its
//! version (`note` in version 3: `p_note_v3`), the next ones have their own (`p_note_v3_e2`). One is
//! served; the one being built becomes it once it has caught up, and the old one
//! is dropped a minute later, when no node can still be reading it.

use migrations::{DbError, Names, Row, Tx, values};
use projections::Projection;

/// Where an edition stands, as the table `projections` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Status {
    /// Served, and caught up with the log.
    Live,
    /// Served as it was when it met an event it cannot apply.
    Stalled,
    /// Replays the whole log, beside the one that is served.
    Building,
    /// Was being built when it met an event it cannot apply.
    Halted,
    /// Served no more; about to be dropped.
    Retired,
}

impl Status {
    /// The word in the table.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// Whether pages may read it.
    pub fn is_served(self) -> bool {
        matches!(self, Self::Live | Self::Stalled)
    }

    /// Where it stands once it has met an event it cannot apply.
    #[must_use]
    pub fn stopped(self) -> Self {
        match self {
            Self::Live | Self::Stalled => Self::Stalled,
            Self::Building | Self::Halted => Self::Halted,
            Self::Retired => Self::Retired,
        }
    }

    /// Where it stands once it may try again.
    #[must_use]
    pub fn resumed(self) -> Self {
        match self {
            Self::Live | Self::Stalled => Self::Live,
            Self::Building | Self::Halted => Self::Building,
            Self::Retired => Self::Retired,
        }
    }
}

/// How far a set of tables has read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    pub name: String,
    pub version: i64,
    /// Which of its sets of tables, from 1.
    pub edition: i64,
    /// The last position applied to it.
    pub position: i64,
    pub status: Status,
    /// When it last moved, in microseconds.
    pub updated_at: i64,
}

/// What [`Checkpoint::read`] reads.
pub const COLUMNS: &str = "select name, version, position, status, updated_at from projections ";

impl Checkpoint {
    /// The row of one edition. Its name in the table is the projection's, with `~2`
    /// after it for the second edition: an older program never takes one for the
    /// projection it knows.
    pub fn read(row: &Row) -> Result<Self, DbError> {
        let cells = row.cells();
        let stored = cells.text();
        let (name, edition) = stored.split_once('~').unwrap_or((&stored, "1"));
        let odd = || DbError::unreadable(0, &stored);
        Ok(Self {
            name: name.to_owned(),
            version: cells.int(),
            edition: edition.parse().map_err(|_| odd())?,
            position: cells.int(),
            status: cells.parsed()?,
            updated_at: cells.int(),
        })
    }

    /// Its name in the table.
    pub fn key(&self) -> String {
        key(&self.name, self.edition)
    }

    /// Whether it is of `projection`, in the version this program knows.
    pub fn is_of(&self, projection: &dyn Projection) -> bool {
        self.name == projection.about().name && self.version == projection.about().version
    }

    /// The names of its tables, for a transaction.
    pub fn names(&self, projection: &dyn Projection) -> Names {
        Names::of(projection.about().names(self.version, self.edition))
    }
}

/// The name of an edition in the table.
pub fn key(name: &str, edition: i64) -> String {
    if edition == 1 { name.to_owned() } else { format!("{name}~{edition}") }
}

/// Of all editions, the one whose tables answer for `projection`: its own, the last
/// one; or, while there is none, that of an older version it can read.
pub fn served<'c>(all: &'c [Checkpoint], projection: &dyn Projection) -> Option<&'c Checkpoint> {
    let is_served = |it: &&Checkpoint| it.name == projection.about().name && it.status.is_served();
    let own = all.iter().filter(is_served).filter(|it| it.is_of(projection));
    own.max_by_key(|it| it.edition).or_else(|| {
        let readable = |it: &&Checkpoint| projection.about().readable.contains(&it.version);
        let older = all.iter().filter(is_served).filter(readable);
        older.max_by_key(|it| (it.version, it.edition))
    })
}

/// Makes the tables of an edition and its row, unless another node just has.
pub async fn make(
    tx: &mut Tx,
    projection: &dyn Projection,
    edition: i64,
    status: Status,
    now: i64,
) -> Result<(), DbError> {
    let (name, version) = (projection.about().name, projection.about().version);
    let insert = "insert into projections (name, version, position, status, updated_at)
        values ($1, $2, 0, $3, $4) on conflict (name, version) do nothing";
    let made = tx.exec(insert, values![key(name, edition), version, status.word(), now]).await?;
    if made > 0 {
        let checkpoint = Checkpoint {
            name: name.to_owned(),
            version,
            edition,
            position: 0,
            status,
            updated_at: now,
        };
        tx.call(checkpoint.names(projection));
        tx.batch(projection.about().schema).await?;
        tx.call_none();
    }
    Ok(())
}

/// Drops the tables of an edition nobody reads any more, and its row.
pub async fn drop_one(
    tx: &mut Tx,
    projection: &dyn Projection,
    checkpoint: &Checkpoint,
) -> Result<(), DbError> {
    tx.call(checkpoint.names(projection));
    for table in projection.about().tables {
        tx.batch(&format!("drop table if exists {table}")).await?;
    }
    tx.call_none();
    let delete = "delete from projections where name = $1 and version = $2";
    tx.exec(delete, values![checkpoint.key(), checkpoint.version]).await?;
    Ok(())
}
