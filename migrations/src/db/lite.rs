//! SQLite through rusqlite: one connection writes, a few read.
//!
//! `synchronous=FULL`: with `NORMAL`, a power cut loses what was acknowledged.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex as StdMutex, PoisonError, RwLock};
use std::time::Duration;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, params_from_iter};
use tokio::sync::{Mutex, OwnedMutexGuard, Semaphore};
use tokio::task::spawn_blocking;

use crate::dialect;
use crate::error::DbError;
use crate::private;
use crate::value::{Kind, Row, Value};

/// How many pages may read lists at once.
const READERS: usize = 4;

/// How many may look one row up at once: who holds a session is known however long others'
/// lists are.
const LOOKUPS: usize = 2;

/// Rows written where they are asked for; more of them go to a blocking thread.
const FEW: usize = 64;

/// Statements kept prepared by each connection.
const KEPT_STATEMENTS: usize = 256;

/// Statements kept translated; ours are a few hundred.
const KEPT_TRANSLATIONS: usize = 2000;

/// A SQLite file.
#[derive(Clone)]
pub struct Lite {
    writer: Arc<Mutex<Connection>>,
    readers: Readers,
    lookups: Readers,
    translations: Arc<RwLock<HashMap<String, Arc<str>>>>,
}

/// Connections that only read, lent one at a time.
#[derive(Clone)]
struct Readers {
    free: Arc<StdMutex<Vec<Connection>>>,
    places: Arc<Semaphore>,
}

impl Readers {
    fn open(path: &str, count: usize) -> Result<Self, DbError> {
        let free = (0..count).map(|_| connect(path)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { free: Arc::new(StdMutex::new(free)), places: Arc::new(Semaphore::new(count)) })
    }

    fn lend<T>(&self, question: impl FnOnce(&Connection) -> T) -> T {
        let free = || self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let connection = free().pop().expect("a place means a reader is free");
        let answer = question(&connection);
        free().push(connection);
        answer
    }
}

/// A transaction on SQLite.
pub struct LiteTx {
    held: Option<Held>,
}

/// The writer while a transaction has it; let go unfinished, it rolls back.
struct Held(OwnedMutexGuard<Connection>);

impl Drop for Held {
    fn drop(&mut self) {
        if !self.0.is_autocommit() {
            // A roll-back that fails leaves the connection in a transaction: the
            // next BEGIN says so loudly.
            let _ = self.0.execute_batch("rollback");
        }
    }
}

impl Lite {
    pub(super) fn open(path: &str) -> Result<Self, DbError> {
        if let Some(folder) = Path::new(path).parent() {
            std::fs::create_dir_all(folder).map_err(|error| DbError::Away(Box::new(error)))?;
        }
        private::make(Path::new(path)).map_err(|error| DbError::Away(Box::new(error)))?;
        let writer = connect(path)?;
        Ok(Self {
            writer: Arc::new(Mutex::new(writer)),
            readers: Readers::open(path, READERS)?,
            lookups: Readers::open(path, LOOKUPS)?,
            translations: Arc::default(),
        })
    }

    pub(super) async fn rows(&self, sql: &str, values: &[Value]) -> Result<Vec<Row>, DbError> {
        let (sql, values) = (self.translated(sql), values.to_vec());
        self.read(move |connection| select(connection, &sql, &values, None)).await
    }

    /// One row, looked up where it is asked for: a look into an index takes less time
    /// than the way to another thread and back.
    pub(super) async fn row(&self, sql: &str, values: &[Value]) -> Result<Option<Row>, DbError> {
        let sql = self.translated(sql);
        let _place = self.lookups.places.acquire().await.map_err(broken)?;
        let answer = self.lookups.lend(|connection| select(connection, &sql, values, Some(1)));
        Ok(answer?.pop())
    }

    /// A statement in SQLite's words, translated once.
    fn translated(&self, sql: &str) -> Arc<str> {
        if let Some(get) = self.translations.read().unwrap_or_else(PoisonError::into_inner).get(sql)
        {
            return get.clone();
        }
        let arc: Arc<str> = dialect::sqlite(sql).into();
        let mut all = self.translations.write().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT_TRANSLATIONS {
            all.clear();
        }
        all.insert(sql.to_owned(), arc.clone());
        arc
    }

    pub(super) async fn each(
        &self,
        sql: &str,
        kinds: &[Kind],
        keys: Vec<Vec<Value>>,
    ) -> Result<Vec<Row>, DbError> {
        let sql = dialect::sqlite(sql).replace("{keys}", &dialect::sqlite_keys(kinds));
        self.read(move |connection| {
            let mut found = Vec::with_capacity(keys.len());
            // One moment for all of them: what a reader sees does not move on between.
            connection.execute_batch("begin")?;
            let result = keys.iter().try_for_each(|key| {
                found.extend(select(connection, &sql, key, None)?);
                Ok(())
            });
            connection.execute_batch("commit")?;
            result.map(|()| found)
        })
        .await
    }

    /// Runs `question` on a blocking thread with one of the readers.
    async fn read<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Connection) -> Result<T, DbError> + Send + 'static,
    ) -> Result<T, DbError> {
        let place = Arc::clone(&self.readers.places).acquire_owned().await.map_err(broken)?;
        let readers = self.readers.clone();
        spawn_blocking(move || {
            let _place = place;
            readers.lend(question)
        })
        .await
        .map_err(broken)?
    }

    pub(super) fn connections(&self) -> (u32, u32) {
        let reading = self.readers.places.available_permits();
        let free = reading + self.lookups.places.available_permits();
        let free = free + usize::from(self.writer.try_lock().is_ok());
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        (number(READERS + LOOKUPS + 1), number(free))
    }

    pub(super) async fn forget(&self) -> Result<(), DbError> {
        let held = Held(Arc::clone(&self.writer).lock_owned().await);
        spawn_blocking(move || {
            held.0.execute_batch("vacuum")?;
            // The write-ahead file is emptied once no reader needs it any more; one that
            // does is waited for (`busy_timeout`).
            let busy: i64 =
                held.0.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0))?;
            if busy == 0 { Ok(()) } else { Err(broken("somebody reads the old pages still")) }
        })
        .await
        .map_err(broken)?
    }

    pub(super) async fn begin(&self) -> Result<LiteTx, DbError> {
        let held = Held(Arc::clone(&self.writer).lock_owned().await);
        let mut tx = LiteTx { held: Some(held) };
        tx.on(|connection| Ok(connection.execute_batch("begin immediate")?)).await?;
        Ok(tx)
    }
}

impl LiteTx {
    pub(super) fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, DbError> {
        select(self.connection()?, &dialect::sqlite(sql), values, None)
    }

    pub(super) async fn each(
        &mut self,
        sql: &str,
        kinds: &[Kind],
        keys: Vec<Vec<Value>>,
    ) -> Result<Vec<Row>, DbError> {
        let sql = dialect::sqlite(sql).replace("{keys}", &dialect::sqlite_keys(kinds));
        self.on(move |connection| {
            let mut found = Vec::with_capacity(keys.len());
            for key in &keys {
                found.extend(select(connection, &sql, key, None)?);
            }
            Ok(found)
        })
        .await
    }

    pub(super) fn exec(&mut self, sql: &str, values: &[Value]) -> Result<u64, DbError> {
        let mut statement = self.connection()?.prepare_cached(&dialect::sqlite(sql))?;
        Ok(statement.execute(params_from_iter(values.iter().map(Bound)))? as u64)
    }

    pub(super) async fn many(
        &mut self,
        sql: &str,
        kinds: &[Kind],
        rows: Vec<Vec<Value>>,
    ) -> Result<(), DbError> {
        let few = rows.len() <= FEW;
        let sql = dialect::sqlite(sql).replace("{rows}", &dialect::sqlite_rows(kinds));
        let write = move |connection: &Connection| {
            let mut statement = connection.prepare_cached(&sql)?;
            for row in &rows {
                statement.execute(params_from_iter(row.iter().map(Bound)))?;
            }
            Ok(())
        };
        if few { write(self.connection()?) } else { self.on(write).await }
    }

    pub(super) async fn batch(&mut self, sql: &str) -> Result<(), DbError> {
        let sql = dialect::sqlite(sql);
        self.on(move |connection| Ok(connection.execute_batch(&sql)?)).await
    }

    pub(super) async fn commit(mut self) -> Result<(), DbError> {
        self.on(|connection| Ok(connection.execute_batch("commit")?)).await
    }

    /// The writer, for what takes less time than the way to another thread and back: a
    /// statement is some microseconds of work in memory. What waits for the disk or for
    /// another process (begin, commit) goes through [`LiteTx::on`].
    fn connection(&self) -> Result<&Connection, DbError> {
        match &self.held {
            Some(held) => Ok(&held.0),
            None => Err(broken("the transaction was interrupted")),
        }
    }

    /// Runs `deed` on a blocking thread with the writer, and takes it back.
    async fn on<T: Send + 'static>(
        &mut self,
        deed: impl FnOnce(&Connection) -> Result<T, DbError> + Send + 'static,
    ) -> Result<T, DbError> {
        let held = self.held.take().ok_or_else(|| broken("the transaction was interrupted"))?;
        let (held, answer) = spawn_blocking(move || {
            let answer = deed(&held.0);
            (held, answer)
        })
        .await
        .map_err(broken)?;
        self.held = Some(held);
        answer
    }
}

struct Bound<'v>(&'v Value);

impl rusqlite::ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(rusqlite::types::ToSqlOutput::Borrowed(match self.0 {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Real(number) => ValueRef::Real(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn connect(path: &str) -> Result<Connection, DbError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.execute_batch(
        "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on;
         pragma trusted_schema=off; pragma secure_delete=on; pragma cache_size=-16384;",
    )?;
    connection.set_prepared_statement_cache_capacity(KEPT_STATEMENTS);
    Ok(connection)
}

/// The rows that answer, or the first `limit` of them.
fn select(
    connection: &Connection,
    sql: &str,
    values: &[Value],
    limit: Option<usize>,
) -> Result<Vec<Row>, DbError> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut found = statement.query(params_from_iter(values.iter().map(Bound)))?;
    let mut rows = Vec::new();
    while limit.is_none_or(|limit| rows.len() < limit)
        && let Some(row) = found.next()?
    {
        let read = |at| -> Result<Value, DbError> {
            Ok(match row.get_ref(at)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => Value::Int(number),
                ValueRef::Real(number) => Value::Real(number),
                ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
                ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
            })
        };
        rows.push(Row((0..columns).map(read).collect::<Result<_, _>>()?));
    }
    Ok(rows)
}

fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> DbError {
    DbError::Broken(error.into())
}
