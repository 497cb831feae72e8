//! PostgreSQL through sqlx, with runtime queries only.

use std::time::Duration;

use sqlx::postgres::{PgArguments, PgConnectOptions, PgConnection, PgPool, PgPoolOptions, PgRow};
use sqlx::{
    Column as _, Connection as _, Executor as _, Postgres, Row as _, TypeInfo as _, ValueRef as _,
};

use crate::dialect;
use crate::error::DbError;
use crate::value::{Kind, Row, Value};

type Query<'q> = sqlx::query::Query<'q, Postgres, PgArguments>;

/// How long a page waits for a connection before it says that the database is away.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long the server lets us run, wait and sleep, so that no node holds another; and
/// plans that stay good: every statement of ours has its index, and one that was
/// planned when a table was small must not scan it when it is large. A bitmap reads every row
/// of a word before the first of the hundred that are asked for: an index is read in its order,
/// and left when there is enough (where only bitmaps can join two indexes, they still do). As a plan
/// depends on no value then, it is made once a connection: the lists of a page took longer to plan
/// than to read.
const SETTINGS: [(&str, &str); 7] = [
    ("enable_seqscan", "off"),
    ("enable_bitmapscan", "off"),
    ("jit", "off"),
    ("plan_cache_mode", "force_generic_plan"),
    ("statement_timeout", "60s"),
    ("lock_timeout", "10s"),
    ("idle_in_transaction_session_timeout", "5s"),
];

/// How many connections one node keeps.
const CONNECTIONS: u32 = 16;

/// How long a connection may rest before it is tried at its next use: a server that went away
/// shows there, and not as a page that failed. One that worked within this second is not asked
/// again: three messages for a statement would be two of courtesy.
const TRIED_AFTER: Duration = Duration::from_secs(1);

/// A pool of connections to one PostgreSQL.
#[derive(Clone)]
pub struct Pg {
    pool: PgPool,
    /// Named statements; off behind PgBouncer in transaction mode, which loses them.
    /// A statement without a name is prepared and carried out in two messages, and the
    /// pooler may send them to two servers: there, each is a transaction of its own.
    persistent: bool,
}

/// A transaction on PostgreSQL.
pub struct PgTx {
    tx: sqlx::Transaction<'static, Postgres>,
    persistent: bool,
}

impl Pg {
    /// Connects to `address`. With `?pgbouncer=true` in it, no statement is kept by name.
    pub(super) async fn open(address: &str) -> Result<Self, DbError> {
        let persistent = !address.contains("pgbouncer=true");
        let address = address
            .replace("?pgbouncer=true&", "?")
            .replace("&pgbouncer=true", "")
            .replace("?pgbouncer=true", "");
        let mut options: PgConnectOptions = address.parse()?;
        if persistent {
            // A node that freezes in the middle of a write must let go of the log.
            // (PgBouncer takes no such settings: they are the role's then.)
            options = options.options(SETTINGS);
        }
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .test_before_acquire(false)
            .before_acquire(|connection, about| {
                Box::pin(async move {
                    if about.idle_for >= TRIED_AFTER {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .connect_with(options)
            .await?;
        Ok(Self { pool, persistent })
    }

    /// Whether statements are kept by name.
    pub fn is_persistent(&self) -> bool {
        self.persistent
    }

    /// The pool itself, for the crates that want one (postgres-es).
    pub fn pool(&self) -> &PgPool {
        &self.pool
    }

    pub(super) async fn rows(&self, sql: &str, values: &[Value]) -> Result<Vec<Row>, DbError> {
        if !self.persistent {
            let mut tx = self.begin().await?;
            let rows = tx.rows(sql, values).await?;
            tx.commit().await?;
            return Ok(rows);
        }
        let sql = dialect::postgres(sql);
        let rows = bound(&sql, values, true).fetch_all(&self.pool).await?;
        rows.iter().map(row).collect()
    }

    pub(super) async fn each(
        &self,
        sql: &str,
        kinds: &[Kind],
        keys: &[Vec<Value>],
    ) -> Result<Vec<Row>, DbError> {
        let sql = dialect::postgres(sql).replace("{keys}", &dialect::postgres_keys(kinds));
        let query = columns(sqlx::query(&sql).persistent(self.persistent), kinds, keys);
        let rows = if self.persistent {
            query.fetch_all(&self.pool).await?
        } else {
            let mut tx = self.pool.begin().await?;
            let rows = query.fetch_all(&mut *tx).await?;
            tx.commit().await?;
            rows
        };
        rows.iter().map(row).collect()
    }

    pub(super) async fn exec(&self, sql: &str, values: &[Value]) -> Result<u64, DbError> {
        if !self.persistent {
            let mut tx = self.begin().await?;
            let touched = tx.exec(sql, values).await?;
            tx.commit().await?;
            return Ok(touched);
        }
        let sql = dialect::postgres(sql);
        let done = bound(&sql, values, true).execute(&self.pool).await?;
        Ok(done.rows_affected())
    }

    pub(super) async fn forget<T: AsRef<str>>(&self, tables: &[T]) -> Result<(), DbError> {
        // A table is copied whole: longer than a page may wait, and outside a transaction.
        // On a connection of its own, closed after, whose limits are nobody else's.
        let mut connection = self.pool.acquire().await?.detach();
        if self.persistent {
            connection.execute("set statement_timeout = 0").await?;
            connection.execute("set lock_timeout = '60s'").await?;
        }
        readers_gone(&mut connection).await?;
        for table in tables {
            // Statistics quote values: they are worked out again from what is left.
            let sql = format!("vacuum (full, analyze) {}", table.as_ref());
            connection.execute(sqlx::raw_sql(&sql)).await?;
        }
        // Statistics have dead rows too; the write-ahead log goes on in another file, and those
        // before are let go of. A role that may not ask for it waits for the server to do so, as
        // the README says.
        for sql in [
            "vacuum (full) pg_catalog.pg_statistic",
            "checkpoint",
            "select pg_switch_wal()",
            "checkpoint",
        ] {
            if let Err(error) = connection.execute(sqlx::raw_sql(sql)).await {
                tracing::info!(%error, sql, "the server keeps what was erased a while");
            }
        }
        connection.close().await?;
        Ok(())
    }

    pub(super) async fn begin(&self) -> Result<PgTx, DbError> {
        Ok(PgTx { tx: self.pool.begin().await?, persistent: self.persistent })
    }
}

/// How long those who read since before are waited for, and how often one looks.
const READERS: (u32, Duration) = (300, Duration::from_millis(100));

/// Waits until no transaction is older than this moment, nor sees what was there before it: a
/// table that is copied keeps its dead rows for whoever may still want them.
async fn readers_gone(connection: &mut PgConnection) -> Result<(), DbError> {
    // Whatever was deleted was so by an older transaction than this one.
    let query = sqlx::query_scalar("select pg_current_xact_id()::text").persistent(false);
    let mark: String = query.fetch_one(&mut *connection).await?;
    // Whoever begins to read sees as far back as the oldest transaction of the whole server, of
    // another database too: those end first, then those who read here already.
    let sql = "select count(*)
            + case when pg_snapshot_xmin(pg_current_snapshot()) > $1::text::xid8 then 0 else 1 end
        from pg_stat_activity where datname = current_database()
        and pid <> pg_backend_pid() and (age(backend_xmin) > age(($1::text::xid8)::xid)
            or age(backend_xid) > age(($1::text::xid8)::xid))";
    let (times, pause) = READERS;
    for _ in 0..times {
        let query = sqlx::query_scalar(sql).bind(&mark).persistent(false);
        let readers: i64 = query.fetch_one(&mut *connection).await?;
        if readers == 0 {
            return Ok(());
        }
        tokio::time::sleep(pause).await;
    }
    Err(DbError::Broken("somebody reads the old pages still".into()))
}

impl PgTx {
    pub(super) async fn rows(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, DbError> {
        let sql = dialect::postgres(sql);
        let rows = bound(&sql, values, self.persistent).fetch_all(&mut *self.tx).await?;
        rows.iter().map(row).collect()
    }

    pub(super) async fn each(
        &mut self,
        sql: &str,
        kinds: &[Kind],
        keys: &[Vec<Value>],
    ) -> Result<Vec<Row>, DbError> {
        let sql = dialect::postgres(sql).replace("{keys}", &dialect::postgres_keys(kinds));
        let query = columns(sqlx::query(&sql).persistent(self.persistent), kinds, keys);
        query.fetch_all(&mut *self.tx).await?.iter().map(row).collect()
    }

    pub(super) async fn exec(&mut self, sql: &str, values: &[Value]) -> Result<u64, DbError> {
        let sql = dialect::postgres(sql);
        let done = bound(&sql, values, self.persistent).execute(&mut *self.tx).await?;
        Ok(done.rows_affected())
    }

    pub(super) async fn many(
        &mut self,
        sql: &str,
        kinds: &[Kind],
        rows: &[Vec<Value>],
    ) -> Result<(), DbError> {
        let sql = dialect::postgres(sql).replace("{rows}", &dialect::postgres_rows(kinds));
        let query = columns(sqlx::query(&sql).persistent(self.persistent), kinds, rows);
        query.execute(&mut *self.tx).await?;
        Ok(())
    }

    pub(super) async fn batch(&mut self, sql: &str) -> Result<(), DbError> {
        let sql = dialect::postgres(sql);
        (&mut *self.tx).execute(sqlx::raw_sql(&sql)).await?;
        Ok(())
    }

    pub(super) async fn commit(self) -> Result<(), DbError> {
        Ok(self.tx.commit().await?)
    }

    pub(super) async fn rollback(self) -> Result<(), DbError> {
        Ok(self.tx.rollback().await?)
    }
}

/// Binds one array a column.
fn columns<'q>(mut query: Query<'q>, kinds: &[Kind], rows: &'q [Vec<Value>]) -> Query<'q> {
    for (at, kind) in kinds.iter().enumerate() {
        query = match kind {
            Kind::Int => query.bind(column(rows, at, |value| match value {
                Value::Int(number) => Some(*number),
                _ => None,
            })),
            Kind::Text | Kind::Json => query.bind(column(rows, at, |value| match value {
                Value::Text(text) => Some(text.as_str()),
                _ => None,
            })),
        };
    }
    query
}

fn column<'q, T>(
    rows: &'q [Vec<Value>],
    at: usize,
    read: fn(&'q Value) -> Option<T>,
) -> Vec<Option<T>> {
    rows.iter().map(|row| row.get(at).and_then(read)).collect()
}

fn bound<'q>(sql: &'q str, values: &[Value], persistent: bool) -> Query<'q> {
    let query = sqlx::query(sql).persistent(persistent);
    values.iter().fold(query, |query, value| match value {
        Value::Null => query.bind(None::<String>),
        Value::Int(number) => query.bind(*number),
        Value::Real(number) => query.bind(*number),
        Value::Text(text) => query.bind(text.clone()),
        Value::Bytes(bytes) => query.bind(bytes.clone()),
    })
}

fn row(row: &PgRow) -> Result<Row, DbError> {
    let read = |at: usize| -> Result<Value, DbError> {
        let raw = row.try_get_raw(at)?;
        if raw.is_null() {
            return Ok(Value::Null);
        }
        Ok(match row.column(at).type_info().name() {
            "INT8" => Value::Int(row.try_get(at)?),
            "INT4" => Value::Int(i64::from(row.try_get::<i32, _>(at)?)),
            "BOOL" => Value::Int(i64::from(row.try_get::<bool, _>(at)?)),
            "FLOAT8" => Value::Real(row.try_get(at)?),
            "BYTEA" => Value::Bytes(row.try_get(at)?),
            // The bytes of text and of json are the text itself.
            _ => Value::Text(raw.as_str().map_err(DbError::Broken)?.to_owned()),
        })
    };
    (0..row.columns().len()).map(read).collect::<Result<Vec<_>, _>>().map(Row)
}
