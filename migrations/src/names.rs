//! Tables that stand in for others.
//!
//! A projection's tables are written `p_note_v1` in every statement. While it is
//! rebuilt beside itself, or while a newer version catches up, the tables that
//! answer have another name: this says which, in one place, for all statements.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

/// One table, and the one that stands in for it.
pub type Pair = (String, String);

/// What is called what. Clones are the same one.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pairs: Arc<RwLock<Arc<[Pair]>>>,
    /// Whether there is any: almost always not, and then nothing is locked.
    any: Arc<AtomicBool>,
}

impl Names {
    /// Says it anew, for every statement from now on.
    pub fn set(&self, pairs: &[Pair]) {
        *self.pairs.write().unwrap_or_else(PoisonError::into_inner) = pairs.into();
        self.any.store(!pairs.is_empty(), Ordering::SeqCst);
    }

    /// `sql` with every table under the name it has now.
    pub fn resolve<'s>(&self, sql: &'s str) -> Cow<'s, str> {
        if !self.any.load(Ordering::SeqCst) {
            return Cow::Borrowed(sql);
        }
        let pairs = Arc::clone(&self.pairs.read().unwrap_or_else(PoisonError::into_inner));
        renamed(sql, &pairs)
    }
}

/// Whether `sql` names a table of a projection: `p_`, its name, `_v` and a version.
pub fn names_a_projection(sql: &str) -> bool {
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || sign == '_';
    sql.split(|sign| !is_part(sign)).any(|word| {
        let Some((_, after)) = word.strip_prefix("p_").and_then(|rest| rest.rsplit_once("_v"))
        else {
            return false;
        };
        let version = after.split('_').next().unwrap_or_default();
        !version.is_empty() && version.bytes().all(|sign| sign.is_ascii_digit())
    })
}

/// `sql` with the first name of each pair, and whatever is named after it (its
/// indexes), under the second.
pub fn renamed<'s>(sql: &'s str, pairs: &[Pair]) -> Cow<'s, str> {
    let mut told = Cow::Borrowed(sql);
    for (from, to) in pairs {
        if told.contains(from.as_str()) {
            told = Cow::Owned(replace(&told, from, to));
        }
    }
    told
}

/// `p_note_v1` is not the beginning of `p_note_v12`, and has no stem before it.
fn replace(sql: &str, from: &str, to: &str) -> String {
    let mut told = String::with_capacity(sql.len() + to.len());
    let mut rest = sql;
    while let Some(at) = rest.find(from) {
        let (before, found) = rest.split_at(at);
        let after = &found[from.len()..];
        let stem = before.ends_with(|sign: char| sign.is_ascii_alphanumeric() || sign == '_');
        let longer = after.starts_with(|sign: char| sign.is_ascii_digit());
        told.push_str(before);
        told.push_str(if stem || longer { from } else { to });
        rest = after;
    }
    told.push_str(rest);
    told
}
