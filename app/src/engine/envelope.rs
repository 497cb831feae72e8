//! What comes with every command: who, under which key, with which words.

use std::fmt::Debug;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::core::ids::{ContentId, NoteId, PersonId, ReaderId, WorkshopId};
use domain::notes::note::ContentRef;
use migrations::{DbError, Tx, values};

use crate::App;
use crate::engine::clock::HOUR;
use crate::engine::secrets::hex;

/// The idempotency key of a command: sent twice under one key, a command is carried out once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandId(String);

/// The shortest key that cannot be met by chance.
const SHORTEST: usize = 16;
const LONGEST: usize = 100;

impl CommandId {
    /// A key that came with a form; `None` when it is too short or too odd to be one.
    pub fn given(text: &str) -> Option<Self> {
        let fits = |sign: u8| sign.is_ascii_alphanumeric() || sign == b'-' || sign == b':';
        let good = (SHORTEST..=LONGEST).contains(&text.len()) && text.bytes().all(fits);
        good.then(|| Self(text.to_owned()))
    }

    /// A fresh key, for a form about to be shown. UUID version 7.
    pub fn fresh() -> Self {
        Self(uuid::Uuid::now_v7().simple().to_string())
    }

    /// The key of another command that the same gesture brings with it.
    #[must_use]
    pub fn then(&self, what: &str) -> Self {
        Self(format!("{}:{what}", self.0))
    }

    /// The key of a form that only one device may send again: the same form sent by another
    /// is another command. `device` is a secret of that device; the key of the form alone
    /// can no longer be distinguished from this one.
    #[must_use]
    pub fn bound_to(&self, device: &str) -> Self {
        let bound = crate::engine::secrets::keyed(device.as_bytes(), &[&self.0]);
        Self(hex(&bound[..16]))
    }

    /// The key as it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Words on their way to the content table.
#[derive(Clone, Debug)]
pub struct NewContent {
    pub id: ContentId,
    pub title: String,
    /// Markdown.
    pub body: String,
    /// Why, in the words of whoever changed it.
    pub summary: String,
}

/// Words that take the place of others in their row, for good: an erasure.
#[derive(Clone, Debug)]
pub struct Rewrite {
    /// The words, as they are from now on.
    pub words: NewContent,
    /// The words as they were read: if they are other ones by now, the row is left alone,
    /// and whoever erases looks again.
    pub instead_of: NewContent,
}

impl Rewrite {
    /// Writes them over the others.
    pub(crate) async fn carry_out(&self, tx: &mut Tx, at: i64) -> Result<(), DbError> {
        let sql = "update content set title = $2, body = $3, summary = $4, erased_at = $5
            where content_id = $1 and title = $6 and body = $7 and summary = $8";
        let (new, old) = (&self.words, &self.instead_of);
        let values = values![
            new.id.as_str(),
            new.title.as_str(),
            new.body.as_str(),
            new.summary.as_str(),
            at,
            old.title.as_str(),
            old.body.as_str(),
            old.summary.as_str()
        ];
        tx.exec(sql, values).await?;
        Ok(())
    }
}

/// Who asks, under which key, and what goes with it.
#[derive(Clone, Debug)]
pub struct Envelope {
    /// An opaque id: a person's, or a reader's pseudonym. Never both.
    pub(crate) actor: String,
    pub(crate) command_id: CommandId,
    pub(crate) workshop: Option<WorkshopId>,
    /// The note its words are about, where its stream does not say.
    pub(crate) about: Option<NoteId>,
    pub(crate) contents: Vec<NewContent>,
    pub(crate) rewrites: Vec<Rewrite>,
    /// The command this one follows from, if it does.
    pub(crate) causation: Option<String>,
}

/// How long a device may have kept an act before it could send it. A clock that says
/// more is wrong, or its words are older than the workshop.
pub const LONGEST_DELAY: i64 = 24 * HOUR;

/// The request that commands come from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// Its trace id, opaque: what one gesture did can be found together.
    pub correlation: String,
    /// When the device says the gesture was made, in microseconds since 1970, UTC.
    pub occurred_at: Option<i64>,
    /// The position of the last event the request brought; 0 while there is none.
    pub reached: Arc<AtomicI64>,
}

tokio::task_local! {
    static ORIGIN: Origin;
}

/// Runs `work` as one request: every event it brings carries `origin`.
pub async fn from_request<F: Future>(origin: Origin, work: F) -> F::Output {
    ORIGIN.scope(origin, work).await
}

/// Notes that the request under way has brought the event at `position`, and returns it.
pub(crate) fn has_reached(position: i64) -> i64 {
    let note = |origin: &Origin| origin.reached.fetch_max(position, Ordering::SeqCst);
    // Outside of a request there is nobody to tell.
    let _ = ORIGIN.try_with(note);
    position
}

impl Envelope {
    /// From a person.
    pub fn from(person: &PersonId, command_id: CommandId) -> Self {
        Self::of(person.to_string(), command_id)
    }

    /// From a reader, who is not to be known as a person.
    pub fn from_reader(reader: &ReaderId, command_id: CommandId) -> Self {
        Self::of(reader.to_string(), command_id)
    }

    /// From somebody who is not known, under an id made for this command alone.
    pub fn from_nobody(actor: String, command_id: CommandId) -> Self {
        Self::of(actor, command_id)
    }

    fn of(actor: String, command_id: CommandId) -> Self {
        Self {
            actor,
            command_id,
            workshop: None,
            about: None,
            contents: vec![],
            rewrites: vec![],
            causation: None,
        }
    }

    /// During a workshop.
    #[must_use]
    pub fn in_workshop(mut self, workshop: Option<WorkshopId>) -> Self {
        self.workshop = workshop;
        self
    }

    /// With words that are about `note`, when they are about one: what is erased of it is looked for
    /// in them too.
    #[must_use]
    pub fn about(mut self, note: Option<NoteId>) -> Self {
        self.about = note;
        self
    }

    /// Because of `command`, carried out just before.
    #[must_use]
    pub fn because_of(mut self, command: &CommandId) -> Self {
        self.causation = Some(command.as_str().to_owned());
        self
    }

    /// What the log keeps beside each event, as JSON: opaque ids and times, never a
    /// name, never an address. `now` is the server's clock, which `occurred_at` can
    /// neither pass nor lag behind by more than [`LONGEST_DELAY`].
    pub(crate) fn metadata(&self, now: i64) -> String {
        let mut result = serde_json::Map::new();
        result.insert("actor".into(), self.actor.as_str().into());
        result.insert("command_id".into(), self.command_id.as_str().into());
        // What comes from no request (a command line, a test) begins with itself.
        let origin = ORIGIN.try_with(Clone::clone).unwrap_or_else(|_| Origin {
            correlation: self.command_id.as_str().to_owned(),
            ..Origin::default()
        });
        result.insert("correlation".into(), origin.correlation.into());
        if let Some(causation) = &self.causation {
            result.insert("causation".into(), causation.as_str().into());
        }
        if let Some(workshop) = &self.workshop {
            result.insert("workshop".into(), workshop.as_str().into());
        }
        let occurred = origin.occurred_at.unwrap_or(now).clamp(now - LONGEST_DELAY, now);
        // Every value is text: a stock cqrs-es reader knows no other metadata.
        result.insert("occurred_at".into(), occurred.to_string().into());
        serde_json::Value::Object(result).to_string()
    }

    /// Putting words in place of others, in the same breath as the events.
    #[must_use]
    pub fn rewriting(mut self, rewrites: Vec<Rewrite>) -> Self {
        self.rewrites = rewrites;
        self
    }

    /// With words, stored whatever becomes of the command.
    #[must_use]
    pub fn with(mut self, content: NewContent) -> Self {
        self.contents.push(content);
        self
    }
}

impl App {
    /// An id that the same actor and the same key always give: a form posted
    /// twice makes one thing.
    pub fn derived_id<I>(&self, kind: &str, actor: &str, command_id: &CommandId) -> I
    where
        I: FromStr<Err: Debug>,
    {
        let id = hex(&self.secrets.derive(kind, &[actor, command_id.as_str()])[..16]);
        id.parse().expect("hexadecimal is an identifier")
    }

    /// Prepares words for the content table, and what the log may know of them.
    pub fn content(
        &self,
        actor: &str,
        command_id: &CommandId,
        title: String,
        body: String,
        summary: String,
    ) -> (NewContent, ContentRef) {
        let id: ContentId = self.derived_id("content", actor, command_id);
        let reference = ContentRef {
            id: id.clone(),
            words: count(domain::prose::text::words(&body)),
            bytes: count(body.len()),
            commit: self.secrets.mark("commit", &[&title, &body]),
        };
        (NewContent { id, title, body, summary }, reference)
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
