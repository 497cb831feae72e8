//! What people say to one another, each behind a long dash: no list.

use super::item::{Item, Kind};

/// The lines of a dialogue, by their numbers: each with a long dash and a whole sentence, two of
/// them at least one after the other.
pub(super) fn is_speech(lines: &[&str], candidates: &[Option<Item>]) -> Vec<usize> {
    let is_said = |at: usize| candidates[at].as_ref().is_some_and(says);
    let seen: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].trim().is_empty()).collect();
    if !seen.windows(2).any(|two| two.iter().all(|at| is_said(*at))) {
        return vec![];
    }
    // One beside an item that says nothing is of its list.
    let is_item = |at: usize| candidates[at].is_some() && !is_said(at);
    let beside = |at: usize| {
        [seen.get(at.wrapping_sub(1)), seen.get(at + 1)]
            .into_iter()
            .flatten()
            .any(|it| is_item(*it))
    };
    let words = (0..seen.len()).filter(|at| is_said(seen[*at]) && !beside(*at));
    words.map(|at| seen[at]).collect()
}

fn says(item: &Item) -> bool {
    let words = item.text.trim_end_matches(['»', '”', '"', '\u{a0}', '\u{202f}', ' ']);
    let begins = item.text.chars().find(|sign| sign.is_alphanumeric());
    matches!(item.kind, Kind::Sign('–' | '—'))
        && item.ticked.is_none()
        && words.ends_with(['.', '!', '?', '…'])
        && begins.is_some_and(char::is_uppercase)
}
