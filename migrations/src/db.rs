//! One SQL text, two engines: `Db` asks, `Tx` changes.
//!
//! Statements are written once, with the tokens of [`crate::dialect`]. On
//! PostgreSQL they go through an sqlx pool; on SQLite through rusqlite, one
//! connection that writes and several that read, each statement on a blocking
//! thread. `sqlx::Any` was tried and is a dozen traps and ten times slower.

mod lite;
mod pg;

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::DbError;
use crate::names::{Names, names_a_projection};
use crate::value::{self, Kind, Row, Value};
pub use lite::Lite;
pub use pg::Pg;

/// An open database.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
    replica: Option<Arc<Replica>>,
    /// How tables of projections are resolved; `None`: no statement may name one.
    names: Option<Names>,
}

/// A copy of the database that answers in its place, while it can.
struct Replica {
    engine: Engine,
    answers: AtomicBool,
}

/// One of the two engines.
#[derive(Clone)]
pub enum Engine {
    /// PostgreSQL, for production and for several nodes.
    Pg(Pg),
    /// A SQLite file, the default.
    Lite(Lite),
}

/// A transaction. Dropped without [`Tx::commit`], it never happened.
pub struct Tx {
    engine: EngineTx,
    names: Option<Names>,
}

enum EngineTx {
    Pg(pg::PgTx),
    /// The one writer, held until the end.
    Lite(lite::LiteTx),
}

impl Db {
    /// Opens `postgres://…`, or the path of a SQLite file (made if absent). No statement
    /// through it may name a table of a projection before [`Db::called`] says how those
    /// are resolved: after a rebuild their rows are in another table.
    ///
    /// # Errors
    /// [`DbError::Away`] when it cannot be reached or made.
    pub async fn open(address: &str) -> Result<Self, DbError> {
        let engine = if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            Engine::Pg(Pg::open(address).await?)
        } else {
            Engine::Lite(Lite::open(address.trim_start_matches("sqlite://"))?)
        };
        Ok(Self { engine, replica: None, names: None })
    }

    /// The same database, its tables called as `names` says at the time of asking.
    #[must_use]
    pub fn called(&self, names: Names) -> Self {
        Self { names: Some(names), ..self.clone() }
    }

    /// The same database, whose questions a replica answers while it can: when it is
    /// away, they are asked here, until [`Db::trust_replica`] says otherwise. What
    /// changes something is always carried out here.
    #[must_use]
    pub fn read_from(&self, replica: &Self) -> Self {
        let replica = Replica { engine: replica.engine.clone(), answers: AtomicBool::new(false) };
        Self { replica: Some(Arc::new(replica)), ..self.clone() }
    }

    /// Whether the replica answers again. Whoever says so has seen that it has caught up.
    pub fn trust_replica(&self, answers: bool) {
        if let Some(replica) = &self.replica {
            replica.answers.store(answers, Ordering::SeqCst);
        }
    }

    /// Whether a replica is given, and whether it answers.
    pub fn replica(&self) -> Option<bool> {
        self.replica.as_ref().map(|replica| replica.answers.load(Ordering::SeqCst))
    }

    /// [`Db::rows`], asked of the replica itself.
    pub async fn replica_rows(&self, sql: &str) -> Result<Vec<Row>, DbError> {
        match &self.replica {
            Some(replica) => replica.engine.rows(sql, &[]).await,
            None => self.engine.rows(sql, &[]).await,
        }
    }

    /// The replica, if it answers now.
    fn trusted(&self) -> Option<&Arc<Replica>> {
        self.replica.as_ref().filter(|replica| replica.answers.load(Ordering::SeqCst))
    }

    /// The engine itself, for what only one of them does.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The rows that answer `sql`.
    pub async fn rows(&self, sql: &str, values: &[Value]) -> Result<Vec<Row>, DbError> {
        trace(sql, || value::kinds(values));
        let sql = resolve(self.names.as_ref(), sql)?;
        if let Some(replica) = self.trusted() {
            match replica.engine.rows(&sql, values).await {
                Err(error) if error.is_away() => replica.answers.store(false, Ordering::SeqCst),
                answer => return answer,
            }
        }
        self.engine.rows(&sql, values).await
    }

    /// The first row that answers `sql`, if any.
    pub async fn row(&self, sql: &str, values: &[Value]) -> Result<Option<Row>, DbError> {
        match &self.engine {
            Engine::Lite(lite) if self.replica.is_none() => {
                trace(sql, || value::kinds(values));
                lite.row(&resolve(self.names.as_ref(), sql)?, values).await
            }
            Engine::Lite(_) | Engine::Pg(_) => Ok(self.rows(sql, values).await?.into_iter().next()),
        }
    }

    /// The rows that answer `sql` for each of `keys`, which stand at its `{keys}` mark
    /// as a table `k (c0, c1, …)`: one statement on PostgreSQL, one prepared
    /// statement executed once a row on SQLite.
    pub async fn each(
        &self,
        sql: &str,
        kinds: &[Kind],
        keys: Vec<Vec<Value>>,
    ) -> Result<Vec<Row>, DbError> {
        if keys.is_empty() {
            return Ok(vec![]);
        }
        trace(sql, || Kind::words(kinds));
        let sql = resolve(self.names.as_ref(), sql)?;
        match &self.engine {
            Engine::Pg(pg) => pg.each(&sql, kinds, &keys).await,
            Engine::Lite(lite) => lite.each(&sql, kinds, keys).await,
        }
    }

    /// Carries out `sql` on its own; how many rows it touched.
    pub async fn exec(&self, sql: &str, values: &[Value]) -> Result<u64, DbError> {
        match &self.engine {
            Engine::Pg(pg) => {
                trace(sql, || value::kinds(values));
                pg.exec(&resolve(self.names.as_ref(), sql)?, values).await
            }
            Engine::Lite(_) => {
                let mut tx = self.begin().await?;
                let touched = tx.exec(sql, values).await?;
                tx.commit().await?;
                Ok(touched)
            }
        }
    }

    /// Begins a transaction; on SQLite it waits for its turn to write.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        let engine = match &self.engine {
            Engine::Pg(pg) => EngineTx::Pg(pg.begin().await?),
            Engine::Lite(lite) => EngineTx::Lite(lite.begin().await?),
        };
        Ok(Tx { engine, names: self.names.clone() })
    }

    /// Lets go of bytes that `tables` do not hold any more: after it, no file of the
    /// database holds what was overwritten or deleted. It copies the tables (PostgreSQL) or
    /// the whole file (SQLite) once; nobody writes meanwhile, and on PostgreSQL nobody reads
    /// the table that is being copied.
    pub async fn forget(&self, tables: &[&str]) -> Result<(), DbError> {
        match &self.engine {
            Engine::Pg(pg) => {
                let resolved = tables.iter().map(|it| resolve(self.names.as_ref(), it));
                let tables = resolved.collect::<Result<Vec<_>, _>>()?;
                pg.forget(&tables).await
            }
            Engine::Lite(lite) => lite.forget().await,
        }
    }

    /// The connections kept: open, and of those, idle.
    pub fn connections(&self) -> (u32, u32) {
        match &self.engine {
            Engine::Pg(pg) => {
                let idle = u32::try_from(pg.pool().num_idle()).unwrap_or(u32::MAX);
                (pg.pool().size(), idle)
            }
            Engine::Lite(lite) => lite.connections(),
        }
    }

    /// Whether this is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        matches!(self.engine, Engine::Pg(_))
    }
}

/// Says every statement that is about to be carried out, with its tokens, and one letter for
/// the kind of each value: `RUST_LOG=sillage::sql=trace` shows them, and the test of plans
/// collects them. Costs one load when nobody listens.
fn trace(sql: &str, kinds: impl FnOnce() -> String) {
    if tracing::enabled!(target: "sillage::sql", tracing::Level::TRACE) {
        tracing::trace!(target: "sillage::sql", sql, kinds = kinds());
    }
}

/// `sql` with every table of a projection under the name it has now.
///
/// # Errors
/// [`DbError::Broken`] when it names one and nothing says how those are resolved: the
/// statement would read a table that a rebuild has replaced.
fn resolve<'s>(names: Option<&Names>, sql: &'s str) -> Result<Cow<'s, str>, DbError> {
    match names {
        Some(names) => Ok(names.resolve(sql)),
        None if names_a_projection(sql) => {
            Err(DbError::Broken(format!("a projection's table without its name: {sql}").into()))
        }
        None => Ok(Cow::Borrowed(sql)),
    }
}

impl Engine {
    async fn rows(&self, sql: &str, values: &[Value]) -> Result<Vec<Row>, DbError> {
        match self {
            Self::Pg(pg) => pg.rows(sql, values).await,
            Self::Lite(lite) => lite.rows(sql, values).await,
        }
    }
}

impl Tx {
    /// Calls tables as `names` says, from the next statement on.
    pub fn call(&mut self, names: Names) {
        self.names = Some(names);
    }

    /// Refuses every table of a projection, from the next statement on.
    pub fn call_none(&mut self) {
        self.names = None;
    }

    /// The rows that answer `sql`, seen from inside the transaction.
    pub async fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, DbError> {
        trace(sql, || value::kinds(values));
        let sql = resolve(self.names.as_ref(), sql)?;
        match &mut self.engine {
            EngineTx::Pg(pg) => pg.rows(&sql, values).await,
            EngineTx::Lite(lite) => lite.rows(&sql, values),
        }
    }

    /// The first row that answers `sql`, if any.
    pub async fn row(&mut self, sql: &str, values: &[Value]) -> Result<Option<Row>, DbError> {
        Ok(self.rows(sql, values).await?.into_iter().next())
    }

    /// The rows that answer `sql` for each of `keys`, seen from inside the transaction: see
    /// [`Db::each`].
    pub async fn each(
        &mut self,
        sql: &str,
        kinds: &[Kind],
        keys: Vec<Vec<Value>>,
    ) -> Result<Vec<Row>, DbError> {
        if keys.is_empty() {
            return Ok(vec![]);
        }
        trace(sql, || Kind::words(kinds));
        let sql = resolve(self.names.as_ref(), sql)?;
        match &mut self.engine {
            EngineTx::Pg(pg) => pg.each(&sql, kinds, &keys).await,
            EngineTx::Lite(lite) => lite.each(&sql, kinds, keys).await,
        }
    }

    /// Carries out `sql`; how many rows it touched.
    pub async fn exec(&mut self, sql: &str, values: &[Value]) -> Result<u64, DbError> {
        trace(sql, || value::kinds(values));
        let sql = resolve(self.names.as_ref(), sql)?;
        match &mut self.engine {
            EngineTx::Pg(pg) => pg.exec(&sql, values).await,
            EngineTx::Lite(lite) => lite.exec(&sql, values),
        }
    }

    /// Carries out `sql` for every row of `rows` at its `{rows}` mark: one
    /// statement on PostgreSQL, one prepared statement executed once a row on SQLite.
    pub async fn many(
        &mut self,
        sql: &str,
        kinds: &[Kind],
        rows: Vec<Vec<Value>>,
    ) -> Result<(), DbError> {
        if rows.is_empty() {
            return Ok(());
        }
        trace(sql, || Kind::words(kinds));
        let sql = resolve(self.names.as_ref(), sql)?;
        match &mut self.engine {
            EngineTx::Pg(pg) => pg.many(&sql, kinds, &rows).await,
            EngineTx::Lite(lite) => lite.many(&sql, kinds, rows).await,
        }
    }

    /// Carries out several statements without values, separated by `;`.
    pub async fn batch(&mut self, sql: &str) -> Result<(), DbError> {
        let sql = resolve(self.names.as_ref(), sql)?;
        match &mut self.engine {
            EngineTx::Pg(pg) => pg.batch(&sql).await,
            EngineTx::Lite(lite) => lite.batch(&sql).await,
        }
    }

    /// Makes it true, on the disk, before it returns.
    pub async fn commit(self) -> Result<(), DbError> {
        match self.engine {
            EngineTx::Pg(pg) => pg.commit().await,
            EngineTx::Lite(lite) => lite.commit().await,
        }
    }

    /// Undoes it, and waits until it is undone: whatever it held is free again.
    pub async fn rollback(self) -> Result<(), DbError> {
        match self.engine {
            EngineTx::Pg(pg) => pg.rollback().await,
            EngineTx::Lite(lite) => {
                drop(lite);
                Ok(())
            }
        }
    }
}
