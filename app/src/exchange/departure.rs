//! Leaving: for seven days whoever asked for everything to be erased can stay after all; then it is
//! done (`everything.rs`). Taking away one's name alone is in `name.rs`.

use domain::core::ids::{NoteId, PersonId};
use domain::notes::audience::Group;
use domain::notes::note;
use domain::notes::visibility::Visibility;
use domain::people::person::{Asker, Command, Person};
use migrations::{DbError, values};
use projections::notes::note::all_written_by;
use serde::{Deserialize, Serialize};

use super::Exchange;
pub use super::texts::Kept;
use crate::Failure;
use crate::access::Standing;
use crate::engine::clock::DAY;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::erasures::Erasure;
use crate::notes::Offer;

/// How long one can still stay, in microseconds.
pub const DELAY: i64 = 7 * DAY;

/// Everything about somebody, in the ledger.
pub(super) const PERSON: &str = "person";

/// Somebody who asked for everything to be erased, in the ledger.
pub(super) const LEAVING: &str = "leaving";

/// The refusal: it is not a reference, but words.
pub const REFERENCE: &str = "leave-reference";

/// The longest reference, in signs.
const REFERENCE_MAX: usize = 40;

/// A departure under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The name they had.
    pub name: String,
    /// What of their texts stays, unsigned.
    pub kept: Kept,
    /// When everything is erased, in microseconds.
    pub due_at: i64,
}

/// A note that was taken back, and how it was offered.
#[derive(Serialize, Deserialize)]
struct TakenBack {
    note: NoteId,
    visibility: Visibility,
    wall: bool,
    group: bool,
    /// Whom it was shared with besides, as forms write them.
    #[serde(default)]
    shared: Vec<String>,
}

/// What the ledger holds of somebody's departure.
#[derive(Serialize, Deserialize)]
pub(super) struct Detail {
    pub(super) kept: Kept,
    /// Who asked: themselves, or an operator and a reference.
    pub(super) asked_by: String,
}

impl Exchange<'_> {
    /// Whether a reference of a request can stand in the ledger, where no name may.
    ///
    /// # Errors
    /// [`REFERENCE`] when it is long, or has spaces: words, then.
    pub fn check_reference(&self, reference: &str) -> Result<(), Failure> {
        let is_sign = |sign: char| sign.is_ascii_alphanumeric() || "-_./#".contains(sign);
        let good = (1..=REFERENCE_MAX).contains(&reference.len()) && reference.chars().all(is_sign);
        if good { Ok(()) } else { Err(Failure::Refused(REFERENCE)) }
    }

    /// The departure of `person`, if they asked for it and can still stay.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn departure(&self, person: &PersonId) -> Result<Option<Departure>, DbError> {
        let sql = "select name, kept, due_at from departures where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        row.map(|row| {
            let cells = row.cells();
            let (name, kept, due_at) = (cells.text(), cells.str(), cells.int());
            let kept = serde_json::from_str(kept).map_err(|_| DbError::unreadable(1, kept))?;
            Ok(Departure { name, kept, due_at })
        })
        .transpose()
    }

    /// Asks for everything about `person` to be erased in seven days. At once nobody sees their
    /// name any more, and the notes that do not stay are taken back. When it will be done.
    ///
    /// # Errors
    /// See [`Failure`]; asked again, it goes on where it was.
    pub async fn ask_to_leave(
        &self,
        person: &PersonId,
        kept: &Kept,
        (asked_by, reference): (Asker, &str),
        command_id: CommandId,
    ) -> Result<i64, Failure> {
        // Asked before: what was chosen then stands, and what was interrupted goes on.
        if let Some(under_way) = self.departure(person).await? {
            self.take_back(person, &command_id).await?;
            return Ok(under_way.due_at);
        }
        let request = format!("{} {reference}", asked_by.word());
        let now = self.clock.now();
        let line = Erasure {
            erasure: self.secrets.mark("erasure", &[LEAVING, person.as_str(), command_id.as_str()]),
            what: LEAVING.to_owned(),
            subject: person.to_string(),
            detail: json(&Detail { kept: kept.clone(), asked_by: request.clone() }),
            at: now,
        };
        let is_here = "select 1 from people where person = $1";
        self.primary.row(is_here, values![person.as_str()]).await?.ok_or(Failure::NotFound)?;
        self.record_erasure(&line).await?;
        // Nobody joins their notes any more by a link of theirs.
        let sql = "delete from note_invitations where by_person = $1";
        self.primary.exec(sql, values![person.as_str()]).await?;
        self.prepare_to_leave(person, kept, (&request, now)).await?;
        let command = Command::AskErasure { person: person.clone(), asked_by };
        let envelope = Envelope::from(person, command_id.then("leave"));
        self.execute::<Person>(person.as_str(), command, envelope).await?;
        self.take_back(person, &command_id).await?;
        let found = self.departure(person).await?;
        Ok(found.map_or(now + DELAY, |departure| departure.due_at))
    }

    /// Writes down that `person` is leaving, at the hour when they asked, and takes their name away.
    async fn prepare_to_leave(
        &self,
        person: &PersonId,
        kept: &Kept,
        (request, asked_at): (&str, i64),
    ) -> Result<(), Failure> {
        let sql = "select name from people where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        let name = row.ok_or(Failure::NotFound)?.cells().text();
        let mut taken_back = vec![];
        for note in all_written_by(&self.primary, person).await? {
            let goes = !kept.keeps(&note.note) && !self.is_common(&note).await?;
            if note.is_shared() && goes {
                let (visibility, wall, group) = (note.visibility, note.wall, note.by_group);
                let shared = self.notes().shared_with(&note).await?;
                taken_back.push(TakenBack { note: note.note, visibility, wall, group, shared });
            }
        }
        let mut tx = self.primary.begin().await?;
        let sql = "insert into departures
                (person, name, kept, withdrawn, asked_by, asked_at, due_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (person) do nothing";
        let (kept, taken) = (json(kept), json(&taken_back));
        let due_at = asked_at + DELAY;
        let values = values![person.as_str(), name, kept, taken, request, asked_at, due_at];
        tx.exec(sql, values).await?;
        let sql = "update people set name = '' where person = $1";
        tx.exec(sql, values![person.as_str()]).await?;
        Ok(tx.commit().await?)
    }

    /// The same, in a copy that was made before they asked: they still have what is left of the
    /// seven days to stay.
    pub(super) async fn leave_again(
        &self,
        person: &PersonId,
        detail: &Detail,
        asked_at: i64,
    ) -> Result<(), Failure> {
        let sql = "select 1 from people where person = $1";
        let is_here = self.primary.row(sql, values![person.as_str()]).await?.is_some();
        if !is_here || self.departure(person).await?.is_some() {
            return Ok(());
        }
        self.prepare_to_leave(person, &detail.kept, (&detail.asked_by, asked_at)).await?;
        self.take_back(person, &CommandId::fresh()).await
    }

    /// Takes back the notes that do not stay. Those that are back already stay so.
    async fn take_back(&self, person: &PersonId, key: &CommandId) -> Result<(), Failure> {
        let sql = "select withdrawn from departures where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        let row = row.ok_or(Failure::NotFound)?;
        for taken in taken_back(row.cells().str())? {
            let command = note::Command::Withdraw { by: person.clone(), reason: None };
            let envelope = Envelope::from(person, key.then(taken.note.as_str()));
            self.execute::<note::Note>(taken.note.as_str(), command, envelope).await?;
        }
        Ok(())
    }

    /// Stays after all: the name is back, and so are the notes that were taken back.
    ///
    /// # Errors
    /// [`Failure::NotFound`] when nothing is under way.
    pub async fn stay(&self, person: &PersonId, command_id: CommandId) -> Result<(), Failure> {
        let sql = "select 1 from departures where person = $1 and due_at > $2";
        let row = self.primary.row(sql, values![person.as_str(), self.clock.now()]).await?;
        row.ok_or(Failure::NotFound)?;
        // The ledger first: were it not said there, an older copy would have them leave again.
        let sql = "select erasure from erasures where what = $1 and subject = $2";
        for row in self.keys.rows(sql, values![LEAVING, person.as_str()]).await? {
            self.record_undone(row.cells().str()).await?;
        }
        self.give_back(person, &command_id).await?;
        let command = Command::UndoErasure { person: person.clone() };
        let envelope = Envelope::from(person, command_id.then("stay"));
        self.execute::<Person>(person.as_str(), command, envelope).await?;
        Ok(())
    }

    /// Gives somebody who stays their name and their notes back, if they were leaving.
    pub(super) async fn give_back(
        &self,
        person: &PersonId,
        command_id: &CommandId,
    ) -> Result<(), Failure> {
        let sql = "select name, withdrawn from departures where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        let Some(row) = row else { return Ok(()) };
        let cells = row.cells();
        let (name, taken) = (cells.text(), taken_back(cells.str())?);
        for taken in taken {
            let found = projections::notes::note::find(&self.primary, &taken.note).await?;
            let Some(found) = found else { continue };
            let TakenBack { visibility, wall, group, shared, .. } = taken;
            let offer = Offer { visibility, wall, group, summary: String::new() };
            let standing = Standing { writer: true, ..Standing::default() };
            let key = command_id.then(taken.note.as_str());
            if visibility != Visibility::Writer {
                self.notes().offer(&found, standing, person, &offer, key.clone()).await?;
            }
            // From the text as it is now: nobody reads more than they could.
            for with in shared.iter().filter_map(|with| with.parse::<Group>().ok()) {
                let key = key.then(&with.to_string());
                self.notes().shared(&taken.note, person, with, key).await?;
            }
        }
        let mut tx = self.primary.begin().await?;
        let sql = "update people set name = $2 where person = $1 and name = ''";
        tx.exec(sql, values![person.as_str(), name]).await?;
        tx.exec("delete from departures where person = $1", values![person.as_str()]).await?;
        tx.commit().await?;
        Ok(())
    }
}

fn taken_back(text: &str) -> Result<Vec<TakenBack>, DbError> {
    serde_json::from_str(text).map_err(|_| DbError::unreadable(1, text))
}

pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain data, which always serialises")
}
