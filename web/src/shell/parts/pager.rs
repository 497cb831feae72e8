//! Long lists, a page at a time: where one is, and the ways to the pages around it.

use maud::{Markup, html};

use crate::shell::visitor::Visitor;
use crate::shell::voice::Voice;

/// The last page an address may ask for.
const LAST: i64 = 10_000;

/// One page of a long list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pager {
    /// Its number, from 1.
    pub page: i64,
    /// How many lines a page has.
    pub size: i64,
}

impl Pager {
    /// The page that the address asks for under `name`, or the first one.
    pub fn from_query(visitor: &Visitor, name: &str, size: i64) -> Self {
        Self { page: visitor.query.number(name).unwrap_or(1).clamp(1, LAST), size }
    }

    /// The page that holds the line at `place`, counted from 0.
    pub fn holding(place: usize, size: i64) -> Self {
        let place = i64::try_from(place).unwrap_or(0);
        Self { page: (place / size.max(1) + 1).clamp(1, LAST), size }
    }

    /// How many lines come before it.
    pub fn skipped(self) -> i64 {
        (self.page - 1).saturating_mul(self.size)
    }

    /// Its lines, out of all of them.
    pub fn of<T>(self, all: &[T]) -> &[T] {
        let count = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
        let first = count(self.skipped()).min(all.len());
        &all[first..first.saturating_add(count(self.size)).min(all.len())]
    }

    /// Takes away the line that was asked for beyond the page, and says whether there was
    /// one.
    pub fn cut<T>(self, found: &mut Vec<T>) -> bool {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let more = found.len() > size;
        found.truncate(size);
        more
    }

    /// Whether lines come after it.
    pub fn has_more(self, all: usize) -> bool {
        self.skipped().saturating_add(self.size) < i64::try_from(all).unwrap_or(i64::MAX)
    }

    /// The ways to the page before and to the next one; `address` ends where the number goes.
    pub fn links(self, voice: &Voice, address: &str, more: bool) -> Markup {
        html! {
            @if self.page > 1 || more {
                nav.row aria-label=(voice.say("pages-label")) {
                    @if self.page > 1 {
                        a.button href={ (address) (self.page - 1) } rel="prev" { (voice.say("pages-previous")) }
                    }
                    @if more {
                        a.button href={ (address) (self.page + 1) } rel="next" { (voice.say("pages-next")) }
                    }
                }
            }
        }
    }
}
