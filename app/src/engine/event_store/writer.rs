//! The group-commit writer: one task a node, one transaction a batch.
//!
//! Whatever queued up during the last commit goes into the next one; nothing
//! waits for a timer. One short transaction holds the head row only while it inserts.
//! Each answer is sent after the commit, never before.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use migrations::value::Kind;
use migrations::{Db, DbError, Row, Value, values};
use tokio::sync::{mpsc, watch};

use super::{AppendError, Commit, Outcome, Reply};

/// The most commits in one transaction.
const BATCH: usize = 500;

/// How many times a batch that met another node's is tried again.
const TRIES: u32 = 20;

/// How long to leave between two tries when the database does not answer.
const PAUSE: Duration = Duration::from_millis(150);

/// How many times a database that does not answer is asked again.
const TRIES_AWAY: u32 = 3;

pub(super) struct Writer {
    db: Db,
    head: watch::Sender<i64>,
}

/// Actor and key, or kind and id.
type Pair = (String, String);

const PAIR: [Kind; 2] = [Kind::Text, Kind::Text];

/// One look into the index a pair, however large the log.
pub(super) const DONE_BEFORE: &str = "select c.actor, c.command_id, c.request_hash, c.position
    from {keys} join commands c on c.actor = k.c0 and c.command_id = k.c1";

/// The same. A stream that is set aside is at [`SET_ASIDE`]: no node, whatever it
/// remembers, writes to it.
pub(super) const HEADS: &str = "select k.c0, k.c1, case when exists (
        select 1 from streams_set_aside s
        where s.aggregate_type = k.c0 and s.aggregate_id = k.c1) then -1
    else coalesce((
        select e.sequence from events e
        where e.aggregate_type = k.c0 and e.aggregate_id = k.c1
        order by e.sequence desc limit 1), 0) end
    from {keys}";

/// Where nothing can be decided from.
const SET_ASIDE: i64 = -1;

/// A commit in a batch, and where it stands.
struct Place<'c> {
    commit: &'c Commit,
    outcome: Option<Outcome>,
}

impl Writer {
    pub(super) fn new(db: Db, head: watch::Sender<i64>) -> Self {
        Self { db, head }
    }

    pub(super) async fn run(self, mut waiting: mpsc::Receiver<(Commit, Reply)>) {
        let mut batch = Vec::new();
        while waiting.recv_many(&mut batch, BATCH).await > 0 {
            let (commits, replies): (Vec<_>, Vec<_>) = batch.drain(..).unzip();
            let begun = Instant::now();
            let answers = self.write_or_split(&commits).await;
            metrics::histogram!("sillage_append_seconds").record(begun.elapsed().as_secs_f64());
            let size = u32::try_from(commits.len()).unwrap_or(u32::MAX);
            metrics::histogram!("sillage_append_size").record(f64::from(size));
            for ((commit, reply), answer) in commits.iter().zip(replies).zip(answers) {
                cut_unless_done(commit, &answer);
                // Whoever asked may have gone; what was written stays written.
                let _ = reply.send(answer);
            }
        }
    }

    /// Writes a batch; if the database refuses it, writes its commits one by one
    /// so that only the one at fault is refused.
    async fn write_or_split(&self, commits: &[Commit]) -> Vec<Result<Outcome, AppendError>> {
        match self.write_patiently(commits).await {
            Ok(outcomes) => outcomes.into_iter().map(Ok).collect(),
            Err(DbError::Broken(_)) if commits.len() > 1 => {
                let mut answers = Vec::with_capacity(commits.len());
                for commit in commits {
                    let written = self.write_patiently(std::slice::from_ref(commit)).await;
                    let answer = match written {
                        Ok(outcomes) => Ok(outcomes[0]),
                        Err(error) => Err(AppendError::Db(Arc::new(error))),
                    };
                    cut_unless_done(commit, &answer);
                    answers.push(answer);
                }
                answers
            }
            Err(error) => {
                let error = Arc::new(error);
                commits.iter().map(|_| Err(AppendError::Db(Arc::clone(&error)))).collect()
            }
        }
    }

    /// Writes without asking which keys are known: the unique keys of the tables tell. If
    /// they say that something was there, or if a connection was lost (the outcome of
    /// that commit is unknown), it asks, then writes again.
    async fn write_patiently(&self, commits: &[Commit]) -> Result<Vec<Outcome>, DbError> {
        let (mut met, mut away) = (0, 0);
        let mut written = match self.heads(commits).await {
            Ok(heads) => self.write(commits, HashMap::new(), heads).await,
            Err(error) => Err(error),
        };
        loop {
            match written {
                Ok(outcomes) => return Ok(outcomes),
                Err(error) if error.is_passing() && met < TRIES => met += 1,
                Err(error) if error.is_away() && away < TRIES_AWAY => {
                    away += 1;
                    tokio::time::sleep(PAUSE).await;
                }
                Err(error) => return Err(error),
            }
            written = match tokio::try_join!(self.done_before(commits), self.all_heads(commits)) {
                Ok((done, heads)) => self.write(commits, done, heads).await,
                Err(error) => Err(error),
            };
        }
    }

    async fn write(
        &self,
        commits: &[Commit],
        done: HashMap<Pair, (String, i64)>,
        heads: HashMap<Pair, i64>,
    ) -> Result<Vec<Outcome>, DbError> {
        let mut places: Vec<Place> =
            commits.iter().map(|commit| Place { commit, outcome: None }).collect();
        recognise(&mut places, done);
        check(&mut places, heads);

        let accepted = places.iter().filter(|place| place.outcome.is_none());
        let total: usize = accepted.map(|place| place.commit.events.len()).sum();
        let has_words = places.iter().any(|place| !place.commit.contents.is_empty());
        if total > 0 || has_words {
            self.store(&mut places, i64::try_from(total).expect("a batch is small")).await?;
        }
        Ok(places.into_iter().map(|place| place.outcome.unwrap_or(Outcome::Conflict)).collect())
    }

    /// What was done before under the keys of these: what was asked, and where it led.
    async fn done_before(
        &self,
        commits: &[Commit],
    ) -> Result<HashMap<Pair, (String, i64)>, DbError> {
        let keys =
            commits.iter().map(|it| vec![it.actor.as_str().into(), it.command_id.as_str().into()]);
        let rows = self.db.each(DONE_BEFORE, &PAIR, keys.collect()).await?;
        let read = |row: &Row| {
            let cells = row.cells();
            ((cells.text(), cells.text()), (cells.text(), cells.int()))
        };
        Ok(rows.iter().map(read).collect())
    }

    /// The last sequence of each stream these go on with. (A database that was put back
    /// to an earlier hour may have less than a node remembers; new streams have nothing
    /// to go on with: their key decides.)
    async fn heads(&self, commits: &[Commit]) -> Result<HashMap<Pair, i64>, DbError> {
        self.heads_of(commits.iter().filter(|it| it.expected > 0)).await
    }

    /// The same, of new streams too: something was there.
    async fn all_heads(&self, commits: &[Commit]) -> Result<HashMap<Pair, i64>, DbError> {
        self.heads_of(commits.iter()).await
    }

    async fn heads_of(
        &self,
        commits: impl Iterator<Item = &Commit>,
    ) -> Result<HashMap<Pair, i64>, DbError> {
        let streams: HashSet<(&str, &str)> =
            commits.map(|it| (it.aggregate_type, it.aggregate_id.as_str())).collect();
        let keys = streams.into_iter().map(|(kind, id)| vec![kind.into(), id.into()]);
        let rows = self.db.each(HEADS, &PAIR, keys.collect()).await?;
        Ok(rows
            .iter()
            .map(|row| {
                let cells = row.cells();
                ((cells.text(), cells.text()), cells.int())
            })
            .collect())
    }

    async fn store(&self, places: &mut [Place<'_>], total: i64) -> Result<(), DbError> {
        let mut tx = self.db.begin().await?;
        let mut position = 0;
        if total > 0 {
            let sql = "update log_head set position = position + $1 where log = 0
                returning position";
            position =
                tx.row(sql, values![total]).await?.map_or(0, |row| row.cells().int()) - total;
        }
        let mut rows = Rows::default();
        for place in places.iter_mut() {
            rows.contents.extend(place.commit.contents.iter().map(|content| {
                vec![
                    content.id.as_str().into(),
                    content.title.as_str().into(),
                    content.body.as_str().into(),
                    content.summary.as_str().into(),
                    place.commit.at.into(),
                    place.commit.about.as_deref().into(),
                    place.commit.actor.as_str().into(),
                ]
            }));
            if place.outcome.is_none() {
                for rewrite in &place.commit.rewrites {
                    rewrite.carry_out(&mut tx, place.commit.at).await?;
                }
                rows.add(place.commit, &mut position);
                place.outcome = Some(Outcome::Done(position));
            }
        }
        tx.many(CONTENT, &CONTENT_KINDS, rows.contents).await?;
        tx.many(EVENT, &EVENT_KINDS, rows.events).await?;
        tx.many(COMMAND, &COMMAND_KINDS, rows.commands).await?;
        tx.commit().await?;
        if total > 0 {
            self.head.send_if_modified(|head| {
                let moved = position > *head;
                *head = position.max(*head);
                moved
            });
        }
        Ok(())
    }
}

/// Whoever decided after a commit that was not written must decide again.
fn cut_unless_done(commit: &Commit, answer: &Result<Outcome, AppendError>) {
    if !matches!(answer, Ok(Outcome::Done(_))) {
        commit.chain.cut();
    }
}

/// Which of these were done before, in the log or earlier in this batch.
fn recognise(places: &mut [Place], mut known: HashMap<Pair, (String, i64)>) {
    for place in places {
        let commit = place.commit;
        let key = (commit.actor.clone(), commit.command_id.as_str().to_owned());
        match known.get(&key) {
            Some((hash, _)) if *hash != commit.request_hash => {
                place.outcome = Some(Outcome::KeyReused);
            }
            // Twin of a command in this very batch: position 0 sends it to be
            // asked again once the first is written.
            Some((_, 0)) => place.outcome = Some(Outcome::Conflict),
            Some((_, position)) => place.outcome = Some(Outcome::Already(*position)),
            None => {
                known.insert(key, (commit.request_hash.clone(), 0));
            }
        }
    }
}

/// Which of these were decided from the last event of their stream, and after nothing
/// that was refused.
fn check(places: &mut [Place], mut heads: HashMap<Pair, i64>) {
    for place in places {
        let commit = place.commit;
        let key = (commit.aggregate_type.to_owned(), commit.aggregate_id.clone());
        let head = heads.entry(key).or_insert(0);
        if *head == SET_ASIDE {
            place.outcome.get_or_insert(Outcome::SetAside);
            commit.chain.cut();
        } else if place.outcome.is_none() && *head == commit.expected && !commit.chain.is_cut() {
            *head += i64::try_from(commit.events.len()).expect("few events");
        } else {
            place.outcome.get_or_insert(Outcome::Conflict);
            commit.chain.cut();
        }
    }
}

#[derive(Default)]
struct Rows {
    contents: Vec<Vec<Value>>,
    events: Vec<Vec<Value>>,
    commands: Vec<Vec<Value>>,
}

impl Rows {
    fn add(&mut self, commit: &Commit, position: &mut i64) {
        let mut sequence = commit.expected;
        for (event_type, version, payload) in &commit.events {
            *position += 1;
            sequence += 1;
            self.events.push(vec![
                (*position).into(),
                commit.aggregate_type.into(),
                commit.aggregate_id.as_str().into(),
                sequence.into(),
                event_type.as_str().into(),
                version.as_str().into(),
                payload.as_str().into(),
                commit.metadata.as_str().into(),
                commit.at.into(),
            ]);
        }
        self.commands.push(vec![
            commit.actor.as_str().into(),
            commit.command_id.as_str().into(),
            commit.request_hash.as_str().into(),
            (*position).into(),
            commit.at.into(),
        ]);
    }
}

const CONTENT: &str =
    "insert into content (content_id, title, body, summary, created_at, note, person) {rows}
    on conflict (content_id) do nothing";
const CONTENT_KINDS: [Kind; 7] =
    [Kind::Text, Kind::Text, Kind::Text, Kind::Text, Kind::Int, Kind::Text, Kind::Text];

pub(crate) const EVENT: &str =
    "insert into events (position, aggregate_type, aggregate_id, sequence,
    event_type, event_version, payload, metadata, recorded_at) {rows}";
pub(crate) const EVENT_KINDS: [Kind; 9] = [
    Kind::Int,
    Kind::Text,
    Kind::Text,
    Kind::Int,
    Kind::Text,
    Kind::Text,
    Kind::Json,
    Kind::Json,
    Kind::Int,
];

const COMMAND: &str = "insert into commands (actor, command_id, request_hash, position, at) {rows}";
const COMMAND_KINDS: [Kind; 5] = [Kind::Text, Kind::Text, Kind::Text, Kind::Int, Kind::Int];
