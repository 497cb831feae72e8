//! A command, from the request to the tables that show it.

use std::sync::Arc;

use cqrs_es::DomainEvent as _;
use cqrs_es::event_sink::EventSink;
use domain::core::event_sourced::Stream;
use domain::core::ids::NoteId;
use domain::core::registry::{Refusal, note_of};
use sha2::{Digest as _, Sha256};

use crate::engine::envelope::{Envelope, has_reached};
use crate::engine::event_store::entity::{Chain, Entity, Known};
use crate::engine::event_store::{Commit, LoadError, Outcome, snapshot};
use crate::engine::secrets::hex;
use crate::{App, Failure};

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

impl App {
    /// Carries out a command on the aggregate `id`.
    ///
    /// When it returns, what happened is on the disk, and the tables show it
    /// unless [`Done::shown`] says otherwise. Sent again under the same key, it
    /// changes nothing and returns the same.
    ///
    /// # Errors
    /// See [`Failure`]; in every case nothing happened.
    pub async fn execute<A>(
        &self,
        id: &str,
        command: A::Command,
        envelope: Envelope,
    ) -> Result<Done, Failure>
    where
        A: Stream + 'static,
        A::Command: Clone + std::fmt::Debug,
        Refusal: From<A::Error>,
    {
        let position = self.record::<A>(id, command, envelope).await?;
        Ok(Done { position, shown: self.projector.wait_for(position).await })
    }

    /// [`App::execute`] without waiting for the tables: returns as soon as what
    /// happened is on the disk, with the position of its last event; 0 when there
    /// was nothing to do.
    pub async fn record<A>(
        &self,
        id: &str,
        command: A::Command,
        envelope: Envelope,
    ) -> Result<i64, Failure>
    where
        A: Stream + 'static,
        A::Command: Clone + std::fmt::Debug,
        Refusal: From<A::Error>,
    {
        let request_hash = request_hash(&format!("{} {id} {command:?}", A::TYPE), &envelope);
        let entity = self.events.entity::<A>(id);
        for _ in 0..TRIES {
            let mut turn = entity.known.lock().await;
            let lists = self.set_aside.lists();
            if lists.has(A::TYPE, id) {
                *turn = None;
                drop(turn);
                return self.unless_told_before(&envelope, &request_hash).await;
            }
            // Taken out while we decide: a request given up half-way leaves nothing
            // half-applied behind. What was set aside since may be replayed otherwise.
            let remembered = turn.take();
            let remembered = remembered
                .filter(|known| !known.chain.is_cut() && Arc::ptr_eq(&known.lists, &lists));
            let from_memory = remembered.is_some();
            let mut known = match remembered {
                Some(known) => known,
                None => self.know::<A>(&entity, id).await?,
            };
            let mut decided = decide(&mut known.state, command.clone()).await;
            if from_memory && !decided.as_ref().is_ok_and(|events| !events.is_empty()) {
                known = self.know::<A>(&entity, id).await?;
                decided = decide(&mut known.state, command.clone()).await;
            }
            let events = match decided {
                Ok(events) if !events.is_empty() => events,
                refused => {
                    *turn = Some(known);
                    drop(turn);
                    let result = self.find_previous(&envelope, &request_hash, refused).await;
                    return result.map(has_reached);
                }
            };
            let commit = self.commit(id, &known, &events, &envelope, &request_hash);
            known.sequence += i64::try_from(events.len()).expect("few events");
            let due = snapshot::is_due::<A>(commit.expected, known.sequence);
            let snapshot = due.then(|| (known.sequence, known.state.clone()));
            let flight = entity.begin_write().await;
            let waiting = self.events.hand_over(commit)?;
            *turn = Some(known);
            drop(turn);
            let outcome = waiting.outcome().await?;
            drop(flight);
            match outcome {
                Outcome::Done(position) => {
                    if let Some((sequence, state)) = snapshot {
                        self.events.keep(id, sequence, state);
                    }
                    return Ok(has_reached(position));
                }
                Outcome::Already(position) => return Ok(has_reached(position)),
                Outcome::KeyReused => return Err(Failure::KeyReused),
                Outcome::Conflict => {}
                // By another node.
                Outcome::SetAside => {
                    self.set_aside.look(&self.primary).await?;
                    return self.unless_told_before(&envelope, &request_hash).await;
                }
            }
        }
        Err(Failure::Busy)
    }

    /// A stream that is set aside takes no command, but says what it took before.
    async fn unless_told_before(
        &self,
        envelope: &Envelope,
        request_hash: &str,
    ) -> Result<i64, Failure> {
        match self.events.command(&envelope.actor, &envelope.command_id).await? {
            Some((hash, position)) if hash == request_hash => Ok(has_reached(position)),
            Some(_) => Err(Failure::KeyReused),
            None => Err(Failure::SetAside),
        }
    }

    /// What the log says of a stream, once nothing of this node is under way to it. If an
    /// event of it cannot be read, it is set aside here and now.
    async fn know<A: Stream>(&self, entity: &Entity<A>, id: &str) -> Result<Known<A>, Failure> {
        entity.wait_for_writes().await;
        let lists = self.set_aside.lists();
        match self.events.load::<A>(id).await {
            Ok((state, sequence)) => Ok(Known { state, sequence, chain: Chain::default(), lists }),
            Err(LoadError::Torn(torn)) => {
                self.set_aside.add(&self.primary, &[torn], self.clock.now()).await?;
                Err(Failure::SetAside)
            }
            Err(LoadError::Db(error)) => Err(error.into()),
        }
    }

    /// A refusal, or nothing to do: unless this very command was carried out before.
    async fn find_previous<E: Into<Refusal>, V>(
        &self,
        envelope: &Envelope,
        request_hash: &str,
        refused: Result<Vec<V>, E>,
    ) -> Result<i64, Failure> {
        match self.events.command(&envelope.actor, &envelope.command_id).await? {
            Some((hash, _)) if hash != request_hash => Err(Failure::KeyReused),
            Some((_, position)) => Ok(position),
            None => refused.map(|_| 0).map_err(|error| Failure::Rule(error.into())),
        }
    }

    fn commit<A: Stream>(
        &self,
        id: &str,
        known: &Known<A>,
        events: &[A::Event],
        envelope: &Envelope,
        request_hash: &str,
    ) -> Commit {
        let json = |event: &A::Event| {
            serde_json::to_string(event).expect("events are plain data, which always serialises")
        };
        Commit {
            aggregate_type: A::TYPE,
            aggregate_id: id.to_owned(),
            expected: known.sequence,
            events: events
                .iter()
                .map(|event| (event.event_type(), event.event_version(), json(event)))
                .collect(),
            metadata: envelope.metadata(self.clock.now()),
            actor: envelope.actor.clone(),
            command_id: envelope.command_id.clone(),
            request_hash: request_hash.to_owned(),
            about: envelope
                .about
                .as_ref()
                .map(NoteId::as_str)
                .or_else(|| note_of(A::TYPE, id))
                .map(str::to_owned),
            contents: envelope.contents.clone(),
            rewrites: envelope.rewrites.clone(),
            at: self.clock.now(),
            chain: known.chain.clone(),
        }
    }
}

/// Decides, and takes what was decided into the state.
pub(crate) async fn decide<A: Stream>(
    state: &mut A,
    command: A::Command,
) -> Result<Vec<A::Event>, A::Error> {
    let sink = EventSink::default();
    state.handle(command, &(), &sink).await?;
    Ok(sink.collect().await)
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
