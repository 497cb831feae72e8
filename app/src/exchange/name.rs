//! Taking one's name away from all one wrote, and having nothing say any more what one read.

use std::borrow::Cow;

use domain::core::ids::{PersonId, WorkshopId};
use domain::core::registry::Refusal;
use domain::notes::note;
use domain::people::person::{Command, Person};
use domain::workshops::participation::Consent;
use migrations::{DbError, values};
use projections::core::content::{self, Content};
use projections::groups::item;
use projections::workshops::{room, workshop};

use super::Exchange;
use crate::Failure;
use crate::engine::envelope::{CommandId, Envelope, NewContent, Rewrite};
use crate::engine::erasures::Erasure;
use crate::engine::secrets::hash;
use crate::notes::bring::escaped;

/// Somebody's name, in the ledger.
pub(super) const NAME: &str = "name";

/// What somebody read, in the ledger.
pub(super) const READINGS: &str = "readings";

/// How many times a synthesis is looked through again, for what was saved meanwhile.
const TRIES: u32 = 5;

impl Exchange<'_> {
    /// Has the name of `person` taken away from everything they wrote: it is shown nowhere any
    /// more, and the syntheses that quoted them by it do so without.
    ///
    /// # Errors
    /// See [`Failure`]; asked again, it goes on.
    pub async fn withdraw_name(&self, person: &PersonId, key: CommandId) -> Result<(), Failure> {
        let detail = self.mark_of_name(person).await?;
        if detail.is_empty() {
            return Ok(());
        }
        let erasure = Erasure {
            erasure: self.secrets.mark("erasure", &[NAME, person.as_str(), &detail]),
            what: NAME.to_owned(),
            subject: person.to_string(),
            detail,
            at: self.clock.now(),
        };
        self.record_erasure(&erasure).await?;
        self.unsign(person, &key).await?;
        let command = Command::WithdrawName { person: person.clone() };
        self.execute::<Person>(person.as_str(), command, Envelope::from(person, key.then("name")))
            .await?;
        Ok(self.owe_bytes().await?)
    }

    /// Has the syntheses that quote `person` say the name they are about to take. Done before the
    /// name is changed: what is interrupted is begun again from the same name.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn rename(&self, person: &PersonId, name: &str) -> Result<(), Failure> {
        let before = self.name_of(person).await?;
        if before.is_empty() || name.is_empty() || before == name {
            return Ok(());
        }
        let key = CommandId::fresh();
        for place in room::entered_by(&self.db, person).await? {
            // Their own words alone, and only where they agree to be quoted: another line may end
            // with the same name.
            let items = item::of_workshop(&self.db, &place).await?;
            let is_theirs =
                |it: &&item::Item| it.of.as_ref() == Some(person) && !it.of_name.is_empty();
            let quoted: Vec<String> =
                items.iter().filter(is_theirs).map(|it| escaped(&it.words)).collect();
            if !quoted.is_empty() {
                let names = (before.as_str(), signature(name));
                self.sign_again(person, &place, (names.0, &names.1), Some(&quoted), &key).await?;
            }
        }
        Ok(())
    }

    /// The name of `person`; empty when they have none.
    ///
    /// # Errors
    /// When the database is away.
    pub(crate) async fn name_of(&self, person: &PersonId) -> Result<String, DbError> {
        let sql = "select name from people where person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        Ok(row.map(|row| row.cells().text()).unwrap_or_default())
    }

    /// What the name of `person` is, as only this site can tell; empty when they have none.
    pub(super) async fn mark_of_name(&self, person: &PersonId) -> Result<String, Failure> {
        let name = self.name_of(person).await?;
        let mark = || self.secrets.mark("withdrawn-name", &[person.as_str(), &name]);
        Ok(if name.is_empty() { name } else { mark() })
    }

    /// Takes the name of `person` out of where it stands: of the table of people, and of the
    /// syntheses that quote them.
    pub(super) async fn unsign(&self, person: &PersonId, key: &CommandId) -> Result<(), Failure> {
        let sql = "select p.name, coalesce(d.name, '') from people p
            left join departures d on d.person = p.person where p.person = $1";
        let row = self.primary.row(sql, values![person.as_str()]).await?;
        let Some((name, before)) = row.map(|row| row.cells().texts()) else { return Ok(()) };
        for name in [name, before].iter().filter(|name| !name.is_empty()) {
            for place in room::entered_by(&self.db, person).await? {
                // And the consent to be quoted by it.
                let consent = key.then(&format!("quote-{place}"));
                let no = (Consent::Quote, false);
                self.workshops().consent(&place, person, no, consent).await?;
                self.sign_again(person, &place, (name, ""), None, key).await?;
            }
        }
        for sql in [
            "update people set name = '' where person = $1",
            "update departures set name = '' where person = $1",
        ] {
            self.primary.exec(sql, values![person.as_str()]).await?;
        }
        Ok(())
    }

    /// Puts `after` in the place of the signature `name` in the synthesis of a workshop, in every line
    /// or in those that hold one of `lines`.
    async fn sign_again(
        &self,
        person: &PersonId,
        place: &WorkshopId,
        (name, after): (&str, &str),
        lines: Option<&[String]>,
        key: &CommandId,
    ) -> Result<(), Failure> {
        let Some(found) = workshop::find(&self.db, place).await? else { return Ok(()) };
        let Some(synthesis) = found.live.synthesis else { return Ok(()) };
        let Some(note) = projections::notes::note::find(&self.db, &synthesis).await? else {
            return Ok(());
        };
        let before = signature(name);
        for again in 0..TRIES {
            let mut rewrites = vec![];
            for (id, _, words) in content::about(&self.primary, &note.note).await? {
                let left = Content {
                    title: words.title.clone(),
                    body: signed_again(&words.body, &before, after, lines),
                    summary: words.summary.clone(),
                };
                if left != words {
                    let new = |words: Content| {
                        let Content { title, body, summary } = words;
                        NewContent { id: id.clone(), title, body, summary }
                    };
                    rewrites.push(Rewrite { words: new(left), instead_of: new(words) });
                }
            }
            if rewrites.is_empty() {
                return Ok(());
            }
            let key = key.then(&format!("unquote-{place}-{again}-{}", hash(name).split_at(8).0));
            match self.rewrite_note(&note.note, person, rewrites, &key).await {
                Err(Failure::Rule(Refusal::Note(note::Error::Stale))) => {}
                done => done?,
            }
        }
        Err(Failure::Busy)
    }

    /// Forgets what `person` read until now: their key is destroyed, totals stay, and nothing says
    /// any more which readings were theirs.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn erase_readings(&self, person: &PersonId, key: CommandId) -> Result<(), Failure> {
        let Some(secret) = self.notes().reader_key(person).await? else { return Ok(()) };
        let erasure = Erasure {
            erasure: hash(&secret),
            what: READINGS.to_owned(),
            subject: person.to_string(),
            detail: hash(&secret),
            at: self.clock.now(),
        };
        self.record_erasure(&erasure).await?;
        let sql = "delete from reader_keys where person = $1 and key = $2";
        self.keys.exec(sql, values![person.as_str(), secret]).await?;
        self.owe_bytes().await?;
        let command = Command::EraseReadings { person: person.clone() };
        self.execute::<Person>(person.as_str(), command, Envelope::from(person, key)).await?;
        Ok(())
    }
}

/// How a synthesis signs a line.
fn signature(name: &str) -> String {
    format!(" — {}", escaped(name))
}

/// `text` with `after` in the place of the signature `before` at the end of its lines: a name that
/// begins like it stays.
fn signed_again(text: &str, before: &str, after: &str, only: Option<&[String]>) -> String {
    let is_theirs = |line: &str| only.is_none_or(|only| only.iter().any(|it| line.contains(it)));
    let lines = text.split('\n').map(|line| match line.trim_end().strip_suffix(before) {
        Some(words) if is_theirs(words) => Cow::Owned(format!("{words}{after}")),
        _ => Cow::Borrowed(line),
    });
    lines.collect::<Vec<_>>().join("\n")
}
