//! One SQL text, two engines: `Db` asks, `Tx` changes.
//!
//! Statements are written once, with the tokens of [`crate::dialect`]. On
//! PostgreSQL they go through an sqlx pool; on SQLite through rusqlite, one
//! connection that writes and several that read, each statement on a blocking
//! thread. `sqlx::Any` was tried and is a dozen traps and ten times slower.

mod lite;
mod pg;

use crate::error::DbError;
use crate::value::{Kind, Row, Value};
pub use lite::Lite;
pub use pg::Pg;

/// An open database.
#[derive(Clone)]
pub enum Db {
    /// PostgreSQL, for production and for several nodes.
    Pg(Pg),
    /// A SQLite file, the default.
    Lite(Lite),
}

/// A transaction. Dropped without [`Tx::commit`], it never happened.
pub enum Tx {
    /// On PostgreSQL.
    Pg(pg::PgTx),
    /// On SQLite: the one writer, held until the end.
    Lite(lite::LiteTx),
}

impl Db {
    /// Opens `postgres://…`, or the path of a SQLite file (made if absent).
    ///
    /// # Errors
    /// [`DbError::Away`] when it cannot be reached or made.
    pub async fn open(address: &str) -> Result<Self, DbError> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            return Ok(Self::Pg(Pg::open(address).await?));
        }
        Ok(Self::Lite(Lite::open(address.trim_start_matches("sqlite://"))?))
    }

    /// The rows that answer `sql`.
    pub async fn rows(&self, sql: &str, values: &[Value]) -> Result<Vec<Row>, DbError> {
        match self {
            Self::Pg(pg) => pg.rows(sql, values).await,
            Self::Lite(lite) => lite.rows(sql, values).await,
        }
    }

    /// The first row that answers `sql`, if any.
    pub async fn row(&self, sql: &str, values: &[Value]) -> Result<Option<Row>, DbError> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// Carries out `sql` on its own; how many rows it touched.
    pub async fn exec(&self, sql: &str, values: &[Value]) -> Result<u64, DbError> {
        match self {
            Self::Pg(pg) => pg.exec(sql, values).await,
            Self::Lite(lite) => {
                let mut tx = lite.begin().await?;
                let touched = tx.exec(sql, values).await?;
                tx.commit().await?;
                Ok(touched)
            }
        }
    }

    /// Begins a transaction; on SQLite it waits for its turn to write.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        match self {
            Self::Pg(pg) => Ok(Tx::Pg(pg.begin().await?)),
            Self::Lite(lite) => Ok(Tx::Lite(lite.begin().await?)),
        }
    }

    /// Whether this is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Pg(_))
    }
}

impl Tx {
    /// The rows that answer `sql`, seen from inside the transaction.
    pub async fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, DbError> {
        match self {
            Self::Pg(pg) => pg.rows(sql, values).await,
            Self::Lite(lite) => lite.rows(sql, values).await,
        }
    }

    /// The first row that answers `sql`, if any.
    pub async fn row(&mut self, sql: &str, values: &[Value]) -> Result<Option<Row>, DbError> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// Carries out `sql`; how many rows it touched.
    pub async fn exec(&mut self, sql: &str, values: &[Value]) -> Result<u64, DbError> {
        match self {
            Self::Pg(pg) => pg.exec(sql, values).await,
            Self::Lite(lite) => lite.exec(sql, values).await,
        }
    }

    /// Carries out `sql` for every row of `rows` at its `{rows}` mark: one
    /// statement on PostgreSQL, one prepared statement told again on SQLite.
    pub async fn many(
        &mut self,
        sql: &str,
        kinds: &[Kind],
        rows: Vec<Vec<Value>>,
    ) -> Result<(), DbError> {
        if rows.is_empty() {
            return Ok(());
        }
        match self {
            Self::Pg(pg) => pg.many(sql, kinds, &rows).await,
            Self::Lite(lite) => lite.many(sql, kinds, rows).await,
        }
    }

    /// Carries out several statements without values, separated by `;`.
    pub async fn batch(&mut self, sql: &str) -> Result<(), DbError> {
        match self {
            Self::Pg(pg) => pg.batch(sql).await,
            Self::Lite(lite) => lite.batch(sql).await,
        }
    }

    /// Makes it true, on the disk, before it returns.
    pub async fn commit(self) -> Result<(), DbError> {
        match self {
            Self::Pg(pg) => pg.commit().await,
            Self::Lite(lite) => lite.commit().await,
        }
    }
}
