//! Letters of news on their way out: taken by one node for a while, sent, then marked.
//!
//! A letter is never lost: a node that ends before the mail server has accepted one leaves a
//! lease that ends, and any node takes the letter again. At worst a letter is sent twice,
//! when the node ends between the server's acceptance and the mark, and then under the same
//! [`crate::workshops::Workshops::letter_id`], so that mail programs show one.

use domain::core::ids::{PersonId, WorkshopId};
use migrations::{DbError, values};

use super::follow::Letter;
use crate::engine::clock::SECOND;
use crate::workshops::Workshops;

/// How long one node alone may send a letter it took: ten times what sending may take
/// ([`crate::engine::mail::PATIENCE`]), so that nodes whose clocks differ a little agree.
pub const LEASE: i64 = 600 * SECOND;

/// How often a letter is tried before it is given up: letters that are due are tried every
/// hour, so this is a day of a mail server that says "not now".
pub const MOST_TRIES: i64 = 24;

/// How many letters are tried in one run, so that a run ends and a mail server is not
/// flooded; the next run goes on.
pub const MOST_IN_A_RUN: usize = 200;

/// One letter of one workshop to one person.
#[derive(Clone, Copy, Debug)]
pub struct Slip<'a> {
    pub workshop: &'a WorkshopId,
    pub person: &'a PersonId,
    pub letter: Letter,
}

/// A letter that this node alone may send for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// Until when, in microseconds.
    pub to: i64,
    /// How many times the letter was taken, this one included.
    pub tries: i64,
}

impl Workshops<'_> {
    /// What makes a letter the same one, however often and from whichever node it is sent.
    pub fn letter_id(&self, slip: Slip<'_>) -> String {
        let words = [slip.workshop.as_str(), slip.person.as_str(), slip.letter.word()];
        let mut mark = self.secrets.mark("letter", &words);
        // 128 bits: short enough for one line of a header.
        mark.truncate(32);
        mark
    }

    /// Takes a letter for sending. `None` when it left, was given up, or is in the hands of
    /// another node.
    pub async fn take_letter(&self, slip: Slip<'_>) -> Result<Option<Lease>, DbError> {
        let (now, to) = (self.clock.now(), self.clock.now() + LEASE);
        let sql = "insert into letters
                (workshop, person, kind, sent_at, leased_to, tries, left_at, given_up_at)
            values ($1, $2, $3, $4, $5, 1, 0, 0)
            on conflict (workshop, person, kind) do update
                set leased_to = excluded.leased_to, tries = letters.tries + 1
                where letters.left_at = 0 and letters.given_up_at = 0 and letters.leased_to <= $4
            returning tries";
        let (workshop, person) = (slip.workshop.as_str(), slip.person.as_str());
        let mut tx = self.primary.begin().await?;
        let values = values![workshop, person, slip.letter.word(), now, to];
        let taken = tx.row(sql, values).await?;
        tx.commit().await?;
        let Some(lease) = taken.map(|row| Lease { to, tries: row.cells().int() }) else {
            return Ok(None);
        };
        if lease.tries > MOST_TRIES {
            // Whoever took it for the last time ended before saying what became of it.
            self.give_letter_up(slip, lease).await?;
            return Ok(None);
        }
        Ok(Some(lease))
    }

    /// The mail server has accepted it. True whoever holds the lease by now.
    pub async fn letter_left(&self, slip: Slip<'_>) -> Result<(), DbError> {
        let sql = "update letters set left_at = $4 where workshop = $1 and person = $2
            and kind = $3 and left_at = 0";
        let (workshop, person) = (slip.workshop.as_str(), slip.person.as_str());
        let values = values![workshop, person, slip.letter.word(), self.clock.now()];
        self.primary.exec(sql, values).await?;
        Ok(())
    }

    /// It did not leave: anybody may try again, unless it was refused for good or tried too
    /// often.
    pub async fn letter_stayed(
        &self,
        slip: Slip<'_>,
        lease: Lease,
        for_good: bool,
    ) -> Result<(), DbError> {
        if for_good || lease.tries >= MOST_TRIES {
            return self.give_letter_up(slip, lease).await;
        }
        self.end_lease(slip, lease, lease.tries).await
    }

    /// Puts a letter back as if it had not been taken.
    pub async fn put_letter_back(&self, slip: Slip<'_>, lease: Lease) -> Result<(), DbError> {
        self.end_lease(slip, lease, lease.tries - 1).await
    }

    /// Ends a lease, unless it ended by itself and somebody else has the letter.
    async fn end_lease(&self, slip: Slip<'_>, lease: Lease, tries: i64) -> Result<(), DbError> {
        let sql = "update letters set leased_to = 0, tries = $5 where workshop = $1
            and person = $2 and kind = $3 and leased_to = $4 and left_at = 0";
        let (workshop, person) = (slip.workshop.as_str(), slip.person.as_str());
        let values = values![workshop, person, slip.letter.word(), lease.to, tries];
        self.primary.exec(sql, values).await?;
        Ok(())
    }

    async fn give_letter_up(&self, slip: Slip<'_>, lease: Lease) -> Result<(), DbError> {
        let sql = "update letters set given_up_at = $5 where workshop = $1 and person = $2
            and kind = $3 and leased_to = $4 and left_at = 0";
        let (workshop, person) = (slip.workshop.as_str(), slip.person.as_str());
        let values = values![workshop, person, slip.letter.word(), lease.to, self.clock.now()];
        if self.primary.exec(sql, values).await? > 0 {
            let (kind, tries) = (slip.letter.word(), lease.tries);
            tracing::error!(workshop, kind, tries, "a letter of news was given up");
        }
        Ok(())
    }

    /// The letters of `workshop` that are over for `person`: they left, or were given up.
    pub(super) async fn settled_letters(
        &self,
        workshop: &WorkshopId,
        person: &PersonId,
    ) -> Result<Vec<Letter>, DbError> {
        let sql = "select kind from letters where workshop = $1 and person = $2
            and (left_at > 0 or given_up_at > 0)";
        let rows = self.primary.rows(sql, values![workshop.as_str(), person.as_str()]).await?;
        Ok(rows.iter().filter_map(|row| row.cells().text().parse().ok()).collect())
    }
}
