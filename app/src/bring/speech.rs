//! What people say to one another, each behind a long dash: no list.

use super::item::{Item, Kind};

/// The lines of a dialogue, by their numbers: two or more one after another, each with a long dash
/// and a whole sentence.
pub(super) fn is_speech(lines: &[&str], candidates: &[Option<Item>]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if candidates[at].as_ref().is_some_and(says) {
            run.push(at);
        } else if !line.trim().is_empty() {
            end(&mut run, &mut found);
        }
    }
    end(&mut run, &mut found);
    found
}

fn end(run: &mut Vec<usize>, found: &mut Vec<usize>) {
    if run.len() > 1 {
        found.append(run);
    }
    run.clear();
}

fn says(item: &Item) -> bool {
    let words = item.text.trim_end_matches(['»', '”', '"', '\u{a0}', '\u{202f}', ' ']);
    let begins = item.text.chars().find(|sign| sign.is_alphanumeric());
    matches!(item.kind, Kind::Sign('–' | '—'))
        && item.ticked.is_none()
        && words.ends_with(['.', '!', '?', '…'])
        && begins.is_some_and(char::is_uppercase)
}
