//! Everything about somebody, erased for good.

use domain::core::ids::PersonId;
use domain::core::registry::Fact;
use domain::people::person::{Command, Person};
use domain::workshops::workshop::Event;
use migrations::{DbError, values};
use projections::people::trace;

use super::Exchange;
use super::departure::{Detail, Kept, PERSON, json};
use super::own_data::PAGE;
use super::personal::{PERSONAL, Personal};
use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope};
use crate::engine::erasures::Erasure;

/// How many departures one round of the task carries out.
const ROUND: i64 = 20;

impl Exchange<'_> {
    /// Erases those whose seven days are over; how many. One that fails is tried again at the
    /// next round, and keeps no other from going.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn carry_out_departures(&self, now: i64) -> Result<u64, Failure> {
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
        Ok(done.len() as u64)
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
        self.groups().leave_all(person).await?;
        self.files().remove_all_of(person, &key.then("files")).await?;
        self.keys
            .exec("delete from reader_keys where person = $1", values![person.as_str()])
            .await?;
        let bare = "update people set email = null, login = null, password_hash = null,
            resume_hash = null where person = $1";
        self.primary.exec(bare, values![person.as_str()]).await?;
        // Files have bytes elsewhere, and go one by one.
        let last = |of: &&Personal| ["people", "files"].contains(&of.table);
        for of in PERSONAL.iter().filter(|of| !last(of)) {
            for column in of.whose {
                let sql = format!("delete from {} where {column} = $1", of.table);
                self.primary.exec(&sql, values![person.as_str()]).await?;
            }
        }
        self.unsign(person, &key).await?;
        self.erase_texts(person, kept, &key).await?;
        self.primary.exec("delete from people where person = $1", values![person.as_str()]).await?;
        // One that was on its way: nobody adds another without a row of theirs.
        self.files().remove_all_of(person, &key.then("last-files")).await?;
        let command = Command::Erase { person: person.clone() };
        let envelope = Envelope::from(person, key.then("erased"));
        let done = self.execute::<Person>(person.as_str(), command, envelope).await?;
        self.projector.wait_for(done.position).await;
        // What this very command left there.
        let sql = "delete from commands where actor = $1";
        self.primary.exec(sql, values![person.as_str()]).await?;
        Ok(())
    }

    /// Lets go of the bytes that are owed, if any are: whether there were, as a number.
    pub(super) async fn let_go_of_owed_bytes(&self) -> Result<u64, Failure> {
        let owed = self.owes_bytes().await?;
        if owed {
            self.let_go_of_bytes().await?;
        }
        Ok(owed.into())
    }

    /// Lets go of the bytes of everything that was emptied or deleted.
    ///
    /// # Errors
    /// When a database is away.
    pub(super) async fn let_go_of_bytes(&self) -> Result<(), Failure> {
        let mut tables = vec!["blobs", "content", "departures", "sealed"];
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
