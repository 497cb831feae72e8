//! Leaving: for seven days whoever asked for everything to be erased can stay after all; then it is
//! done, by a task of each node. Taking away one's name alone is in `name.rs`.

use domain::core::ids::{NoteId, PersonId};
use domain::core::registry::Fact;
use domain::notes::note;
use domain::notes::visibility::Visibility;
use domain::people::person::{Asker, Command, Person};
use domain::workshops::workshop::Event;
use migrations::{DbError, values};
use projections::notes::note::written_by;
use projections::people::trace;
use serde::{Deserialize, Serialize};

use super::Exchange;
use super::own_data::PAGE;
use super::personal::{PERSONAL, Personal};
pub use super::texts::Kept;
use crate::Failure;
use crate::access::Standing;
use crate::engine::clock::DAY;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::erasures::Erasure;
use crate::notes::Offer;

/// How long one can still stay, in microseconds.
pub const DELAY: i64 = 7 * DAY;

/// How many departures one round of the task carries out.
const ROUND: i64 = 20;

/// Everything about somebody, in the ledger.
pub(super) const PERSON: &str = "person";

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
}

/// What the ledger holds of somebody's departure.
#[derive(Serialize, Deserialize)]
pub(super) struct Detail {
    pub(super) kept: Kept,
    /// Who asked: themselves, or an operator and a reference.
    asked_by: String,
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
        let sql = "select name from people where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        let name = row.ok_or(Failure::NotFound)?.cells().text();
        let mut taken_back = vec![];
        for note in written_by(&self.primary, person).await? {
            let goes = !kept.keeps(&note.note) && !self.is_common(&note).await?;
            if note.is_published() && goes {
                let (visibility, wall, group) = (note.visibility, note.wall, note.by_group);
                taken_back.push(TakenBack { note: note.note, visibility, wall, group });
            }
        }
        let now = self.clock.now();
        let mut tx = self.primary.begin().await?;
        let sql = "insert into departures
                (person, name, kept, withdrawn, asked_by, asked_at, due_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (person) do nothing";
        let (kept, taken) = (json(kept), json(&taken_back));
        let request = format!("{} {reference}", asked_by.word());
        let values = values![person.as_str(), name, kept, taken, request, now, now + DELAY];
        tx.exec(sql, values).await?;
        let sql = "update people set name = '' where person = $1";
        tx.exec(sql, values![person.as_str()]).await?;
        tx.commit().await?;
        let command = Command::AskErasure { person: person.clone(), asked_by };
        let envelope = Envelope::from(person, command_id.then("leave"));
        self.execute::<Person>(person.as_str(), command, envelope).await?;
        self.take_back(person, &command_id).await?;
        let found = self.departure(person).await?;
        Ok(found.map_or(now + DELAY, |departure| departure.due_at))
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
        let sql = "select name, withdrawn from departures where person = $1 and due_at > $2";
        let row = self.primary.row(sql, values![person.as_str(), self.clock.now()]).await?;
        let row = row.ok_or(Failure::NotFound)?;
        let cells = row.cells();
        let (name, taken) = (cells.text(), taken_back(cells.str())?);
        for taken in taken {
            let found = projections::notes::note::find(&self.primary, &taken.note).await?;
            let Some(found) = found else { continue };
            let TakenBack { visibility, wall, group, .. } = taken;
            let offer = Offer { visibility, wall, group, summary: String::new() };
            let standing = Standing { writer: true, ..Standing::default() };
            let key = command_id.then(taken.note.as_str());
            self.notes().offer(&found, standing, person, &offer, key).await?;
        }
        let mut tx = self.primary.begin().await?;
        let sql = "update people set name = $2 where person = $1 and name = ''";
        tx.exec(sql, values![person.as_str(), name]).await?;
        tx.exec("delete from departures where person = $1", values![person.as_str()]).await?;
        tx.commit().await?;
        let command = Command::UndoErasure { person: person.clone() };
        let envelope = Envelope::from(person, command_id.then("stay"));
        self.execute::<Person>(person.as_str(), command, envelope).await?;
        Ok(())
    }

    /// Erases those whose seven days are over; how many. One that fails is tried again at the
    /// next round, and keeps no other from going.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn carry_out_departures(&self, now: i64) -> Result<usize, Failure> {
        let sql = "select person from departures where due_at <= $1 order by due_at limit $2";
        let rows = self.primary.rows(sql, values![now, ROUND]).await?;
        let mut done = vec![];
        for row in rows {
            let person: PersonId = row.cells().parsed()?;
            match self.erase_asked(&person).await {
                Ok(()) => done.push(person),
                Err(error) => tracing::warn!(%error, "a departure is tried again later"),
            }
        }
        self.finish(&done).await?;
        Ok(done.len())
    }

    /// Erases everything about `person` for good, as they asked for it; of somebody who asked for
    /// nothing, everything goes.
    ///
    /// # Errors
    /// See [`Failure`]; begun again, it goes on.
    pub async fn erase_person(&self, person: &PersonId) -> Result<(), Failure> {
        self.erase_asked(person).await?;
        self.finish(std::slice::from_ref(person)).await
    }

    /// Lets go of the bytes of `erased`, then of what says that they were leaving: whoever is
    /// interrupted before begins again.
    pub(super) async fn finish(&self, erased: &[PersonId]) -> Result<(), Failure> {
        if erased.is_empty() {
            return Ok(());
        }
        self.let_go_of_bytes().await?;
        for person in erased {
            let sql = "delete from departures where person = $1";
            self.primary.exec(sql, values![person.as_str()]).await?;
        }
        Ok(())
    }

    /// Erases `person` as they asked for it.
    async fn erase_asked(&self, person: &PersonId) -> Result<(), Failure> {
        let sql = "select kept, asked_by from departures where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        let (kept, asked_by) = row.map(|row| row.cells().texts()).unwrap_or_default();
        let kept: Kept = serde_json::from_str(&kept).unwrap_or_default();
        self.record_and_erase(person, &kept, asked_by).await
    }

    /// Writes an erasure in the ledger, and carries it out.
    pub(super) async fn record_and_erase(
        &self,
        person: &PersonId,
        kept: &Kept,
        asked_by: String,
    ) -> Result<(), Failure> {
        let erasure = Erasure {
            erasure: self.secrets.mark("erasure", &[PERSON, person.as_str()]),
            what: PERSON.to_owned(),
            subject: person.to_string(),
            detail: json(&Detail { kept: kept.clone(), asked_by }),
            at: self.clock.now(),
        };
        self.record_erasure(&erasure).await?;
        self.owe_bytes().await?;
        self.erase_with(person, kept).await
    }

    /// The same, without the ledger; bytes are let go of by whoever calls. Their other phones,
    /// which were joined to this one, go with them.
    pub(super) async fn erase_with(&self, person: &PersonId, kept: &Kept) -> Result<(), Failure> {
        for phone in self.other_phones(person).await? {
            self.erase_one(&phone, kept).await?;
        }
        self.erase_one(person, kept).await
    }

    /// Whoever was joined to `person` in some workshop: the same somebody, on another phone.
    async fn other_phones(&self, person: &PersonId) -> Result<Vec<PersonId>, DbError> {
        let (mut found, mut next) = (vec![], vec![person.clone()]);
        while let Some(phone) = next.pop() {
            let mut before = i64::MAX;
            loop {
                let page = trace::of_person(&self.primary, &phone, before, PAGE).await?;
                let Some(last) = page.last() else { break };
                before = last.position;
                for recorded in &page {
                    if let Fact::Workshop(Event::Merged { person: joined, into, .. }) =
                        &recorded.fact
                        && *into == phone
                        && joined != person
                        && !found.contains(joined)
                    {
                        found.push(joined.clone());
                        next.push(joined.clone());
                    }
                }
            }
        }
        Ok(found)
    }

    async fn erase_one(&self, person: &PersonId, kept: &Kept) -> Result<(), Failure> {
        // What opens doors goes first, whatever becomes of the rest; the row of the person last:
        // as long as it is there, it is begun again.
        let key = CommandId::fresh();
        let login = "select coalesce(login, '') from people where person = $1";
        let login = self.primary.row(login, values![person.as_str()]).await?;
        if let Some(login) = login.map(|row| row.cells().text()).filter(|login| !login.is_empty()) {
            let sql = "delete from mailed_codes where login = $1";
            self.primary.exec(sql, values![login]).await?;
        }
        self.keys
            .exec("delete from reader_keys where person = $1", values![person.as_str()])
            .await?;
        let bare = "update people set email = null, login = null, password_hash = null,
            resume_hash = null where person = $1";
        self.primary.exec(bare, values![person.as_str()]).await?;
        let last = |of: &&Personal| of.table == "people";
        for of in PERSONAL.iter().filter(|of| !last(of)) {
            for column in of.whose {
                let sql = format!("delete from {} where {column} = $1", of.table);
                self.primary.exec(&sql, values![person.as_str()]).await?;
            }
        }
        self.unsign(person, &key).await?;
        self.erase_texts(person, kept, &key).await?;
        self.primary.exec("delete from people where person = $1", values![person.as_str()]).await?;
        let command = Command::Erase { person: person.clone() };
        let envelope = Envelope::from(person, key.then("erased"));
        let done = self.execute::<Person>(person.as_str(), command, envelope).await?;
        self.projector.wait_for(done.position).await;
        // What this very command left there.
        let sql = "delete from commands where actor = $1";
        self.primary.exec(sql, values![person.as_str()]).await?;
        Ok(())
    }

    /// Lets go of the bytes of everything that was emptied or deleted.
    ///
    /// # Errors
    /// When a database is away.
    pub(super) async fn let_go_of_bytes(&self) -> Result<(), Failure> {
        let mut tables = vec!["content", "departures", "sealed"];
        tables.extend(PERSONAL.iter().map(|of| of.table));
        tables.extend(projections::core::content::COPIES);
        // What is deleted from now on is owed again.
        self.bytes_are_gone().await?;
        let gone = match self.primary.forget(&tables).await {
            Ok(()) => self.keys.forget(&["reader_keys"]).await,
            failed => failed,
        };
        if gone.is_err() {
            self.owe_bytes().await?;
        }
        Ok(gone?)
    }
}

fn taken_back(text: &str) -> Result<Vec<TakenBack>, DbError> {
    serde_json::from_str(text).map_err(|_| DbError::unreadable(1, text))
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain data, which always serialises")
}
