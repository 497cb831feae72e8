//! The names that tables of projections have now.
//!
//! A statement says `p_note`. Which version of the table that is, and which edition while it is
//! rebuilt beside itself (`p_note_v3_e2`), is said here, in one place, for all statements.

use std::borrow::Cow;
use std::sync::{Arc, PoisonError, RwLock};

/// A table as statements say it, and the name it has in the database.
pub type Pair = (String, String);

/// What begins the name of every table of a projection.
const PREFIX: &str = "p_";

/// The table behind each name. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The longest first: `p_room_out` is no index of `p_room`.
    pairs: Arc<RwLock<Arc<[Pair]>>>,
}

impl Names {
    /// Names for these tables.
    pub fn of(pairs: Vec<Pair>) -> Self {
        let names = Self::default();
        names.set(pairs);
        names
    }

    /// Replaces them all, for every statement from now on.
    pub fn set(&self, mut pairs: Vec<Pair>) {
        pairs.sort_by_key(|(table, _)| std::cmp::Reverse(table.len()));
        *self.pairs.write().unwrap_or_else(PoisonError::into_inner) = pairs.into();
    }

    /// `sql` with each table, and whatever is named after it (its indexes), under its name in the
    /// database. A table nobody has declared keeps its own.
    pub fn resolve<'s>(&self, sql: &'s str) -> Cow<'s, str> {
        if !names_a_projection(sql) {
            return Cow::Borrowed(sql);
        }
        let pairs = Arc::clone(&self.pairs.read().unwrap_or_else(PoisonError::into_inner));
        let mut resolved = String::with_capacity(sql.len() + 64);
        let mut at = 0;
        for start in starts(sql) {
            let word = &sql[start..];
            let word = &word[..word.find(|sign| !is_part(sign)).unwrap_or(word.len())];
            let is_of = |(table, _): &&Pair| {
                word.strip_prefix(table.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
            };
            let Some((table, name)) = pairs.iter().find(is_of) else { continue };
            resolved.push_str(&sql[at..start]);
            resolved.push_str(name);
            at = start + table.len();
        }
        resolved.push_str(&sql[at..]);
        Cow::Owned(resolved)
    }
}

/// Whether `sql` names a table of a projection.
pub fn names_a_projection(sql: &str) -> bool {
    starts(sql).next().is_some()
}

/// Where the names of tables of projections begin in `sql`, in bytes.
fn starts(sql: &str) -> impl Iterator<Item = usize> {
    sql.match_indices(PREFIX).map(|(at, _)| at).filter(|at| !sql[..*at].ends_with(is_part))
}

fn is_part(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || sign == '_'
}
