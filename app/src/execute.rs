//! A command, from the request to the tables that show it.

use std::sync::Arc;

use cqrs_es::event_sink::EventSink;
use cqrs_es::{Aggregate, DomainEvent as _};
use migrations::DbError;
use sha2::{Digest as _, Sha256};

use crate::App;
use crate::envelope::Envelope;
use crate::event_store::{AppendError, Commit, Outcome};
use crate::secrets::hex;

/// How many times a command is decided again when its stream has moved.
const TRIES: u32 = 200;

/// What became of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// The position of its last event; 0 when there was nothing to do.
    pub position: i64,
    /// Whether the tables show it already. If not, the page says so.
    pub shown: bool,
}

/// Why a command was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum CommandError<E: std::error::Error> {
    /// The domain said no, and its reason is worth showing.
    #[error(transparent)]
    ByRule(E),
    /// Its idempotency key was used for something else.
    #[error("this idempotency key was used for another command")]
    KeyReused,
    /// Too many people at once; trying again later will do.
    #[error("too many people are writing here at once")]
    Busy,
    /// The database does not answer; trying again later will do.
    #[error("the database is away")]
    Away(#[source] Arc<DbError>),
    /// Something is broken on our side.
    #[error("the log could not be written")]
    Broken(#[source] Arc<DbError>),
}

impl<E: std::error::Error> From<DbError> for CommandError<E> {
    fn from(error: DbError) -> Self {
        Self::from(Arc::new(error))
    }
}

impl<E: std::error::Error> From<Arc<DbError>> for CommandError<E> {
    fn from(error: Arc<DbError>) -> Self {
        if error.is_away() { Self::Away(error) } else { Self::Broken(error) }
    }
}

impl App {
    /// Carries out a command on the aggregate `id`.
    ///
    /// When it returns, what happened is on the disk, and the tables show it
    /// unless [`Done::shown`] says otherwise. Told again under the same key, it
    /// changes nothing and returns the same.
    ///
    /// # Errors
    /// See [`CommandError`]; in every case nothing happened.
    pub async fn execute<A>(
        &self,
        id: &str,
        command: A::Command,
        envelope: Envelope,
    ) -> Result<Done, CommandError<A::Error>>
    where
        A: Aggregate<Services = ()>,
        A::Command: Clone + std::fmt::Debug,
    {
        let request_hash = request_hash(&format!("{} {id} {command:?}", A::TYPE), &envelope);
        let known = self.events.command(&envelope.actor, &envelope.command_id).await?;
        match known {
            Some((hash, _)) if hash != request_hash => return Err(CommandError::KeyReused),
            Some((_, position)) => return Ok(self.show(position).await),
            None => {}
        }
        let written = self.decide::<A>(id, &command, &envelope, &request_hash).await?;
        Ok(self.show(written).await)
    }

    /// Decides and appends, again if the stream has moved. The position of the last
    /// event; 0 when there was nothing to do.
    async fn decide<A>(
        &self,
        id: &str,
        command: &A::Command,
        envelope: &Envelope,
        request_hash: &str,
    ) -> Result<i64, CommandError<A::Error>>
    where
        A: Aggregate<Services = ()>,
        A::Command: Clone,
    {
        let _turn = self.events.turn(id).await;
        for _ in 0..TRIES {
            let (mut aggregate, expected) = self.events.load::<A>(id).await?;
            let sink = EventSink::default();
            aggregate.handle(command.clone(), &(), &sink).await.map_err(CommandError::ByRule)?;
            let events = sink.collect().await;
            if events.is_empty() {
                return Ok(0);
            }
            let commit = self.commit::<A>(id, expected, &events, envelope, request_hash);
            match self.events.append(commit).await {
                Ok(Outcome::Done(position) | Outcome::Already(position)) => {
                    return Ok(position);
                }
                Ok(Outcome::KeyReused) => return Err(CommandError::KeyReused),
                Ok(Outcome::Conflict) => {}
                Err(AppendError::Busy) => return Err(CommandError::Busy),
                Err(AppendError::Db(error)) => return Err(error.into()),
            }
        }
        Err(CommandError::Busy)
    }

    fn commit<A: Aggregate>(
        &self,
        id: &str,
        expected: i64,
        events: &[A::Event],
        envelope: &Envelope,
        request_hash: &str,
    ) -> Commit {
        let mut metadata = serde_json::Map::new();
        metadata.insert("actor".into(), envelope.actor.as_str().into());
        metadata.insert("command_id".into(), envelope.command_id.as_str().into());
        if let Some(workshop) = &envelope.workshop {
            metadata.insert("workshop".into(), workshop.as_str().into());
        }
        let json = |event: &A::Event| {
            serde_json::to_string(event).expect("events are plain data, which always serialises")
        };
        Commit {
            aggregate_type: A::TYPE,
            aggregate_id: id.to_owned(),
            expected,
            events: events
                .iter()
                .map(|event| (event.event_type(), event.event_version(), json(event)))
                .collect(),
            metadata: serde_json::Value::Object(metadata).to_string(),
            actor: envelope.actor.clone(),
            command_id: envelope.command_id.clone(),
            request_hash: request_hash.to_owned(),
            contents: envelope.contents.clone(),
            at: self.clock.now(),
        }
    }

    async fn show(&self, position: i64) -> Done {
        Done { position, shown: self.projector.wait_for(position).await }
    }
}

/// What was asked, words included: the same key with other words is another request.
fn request_hash(command: &str, envelope: &Envelope) -> String {
    let mut digest = Sha256::new();
    let words = envelope.contents.iter().flat_map(|content| {
        [content.title.as_str(), content.body.as_str(), content.summary.as_str()]
    });
    for part in std::iter::once(command).chain(words) {
        digest.update(part.len().to_be_bytes());
        digest.update(part.as_bytes());
    }
    hex(&digest.finalize())
}
