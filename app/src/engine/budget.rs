//! Budgets of the whole site, whatever the number of its nodes: what must not be tried more
//! often than so, kept as one row each (the generic cell rate algorithm, ITU-T I.371: the
//! row holds the theoretical arrival time of the next one).

use migrations::{DbError, values};

use crate::App;
use crate::engine::clock::{DAY, HOUR, SECOND};

/// How much may be spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Its name in the table.
    name: &'static str,
    /// How many at once.
    burst: i64,
    /// How long until one more, in microseconds.
    period: i64,
}

/// Codes of workshops that open nothing, all visitors together.
pub const WRONG_CODES: Budget = Budget { name: "codes", burst: 600, period: 2 * SECOND };

/// Four words that open nothing, all visitors together: against a hundred thousand people
/// and 2^44 phrases, one hit in more than two hundred years.
pub const WRONG_WORDS: Budget = Budget { name: "words", burst: 300, period: 2 * SECOND };

/// Letters with a code to sign in, all visitors together.
pub const CODES_SENT: Budget = Budget { name: "letters", burst: 500, period: 10 * SECOND };

/// Letters with a code to one account, asked by devices it does not know: five at once,
/// twenty a day.
pub const CODES_OF_ACCOUNT: Budget = Budget { name: "account", burst: 5, period: DAY / 20 };

/// The same, asked by devices that have signed in to it before.
pub const CODES_OF_KNOWN_DEVICE: Budget = Budget { name: "known", burst: 5, period: HOUR };

/// Rounds of the task that forgets: one node of several does it, the others find it done.
pub const KEEPING: Budget = Budget { name: "keeping", burst: 1, period: HOUR / 6 * 5 };

impl App {
    /// Spends one of `budget` for `whose` (an opaque key; empty for the whole site). Whether
    /// there was any left. A budget that is spent is not written to.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn spend(&self, budget: Budget, whose: &str) -> Result<bool, DbError> {
        let key = format!("{}:{whose}", budget.name);
        let now = self.clock.now();
        let sql = "insert into budgets (budget, due_at) values ($1, $2)
            on conflict (budget) do update set
                due_at = case when budgets.due_at > $3 then budgets.due_at else $3 end + $4
            where budgets.due_at <= $5";
        let first = now + budget.period;
        let latest = now + (budget.burst - 1) * budget.period;
        let values = values![key, first, now, budget.period, latest];
        Ok(self.primary.exec(sql, values).await? > 0)
    }
}
