//! Where sentences end, in French and in English.

use std::ops::Range;

use crate::prose::diff::is_space;

/// Words that a full stop follows without ending anything.
const SHORTENED: [&str; 22] = [
    "m", "mm", "mme", "mlle", "mr", "mrs", "dr", "pr", "me", "st", "ste", "p", "pp", "ex", "cf",
    "art", "no", "vol", "env", "min", "max", "éd",
];

/// The sentences of a text cut in tokens, in order: ranges that cover every token. An
/// end of line ends a sentence and belongs to it, and so do the spaces after a stop.
pub fn sentences(tokens: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let next = match tokens[at] {
            "\n" => Some(at + 1),
            "." | "!" | "?" | "…" => end(tokens, at),
            _ => None,
        };
        at = next.unwrap_or(at + 1);
        if next.is_some() {
            found.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// Where the sentence stopped by the sign at `stop` ends, if it does.
fn end(tokens: &[&str], stop: usize) -> Option<usize> {
    let mut at = stop + 1;
    while at < tokens.len() && closes(tokens, at) {
        at += 1;
    }
    let Some(next) = tokens.get(at) else { return Some(at) };
    if *next == "\n" {
        return Some(at + 1);
    }
    if !is_space(next) {
        return None;
    }
    let follows = tokens.get(at + 1).copied().unwrap_or("");
    let goes_on = follows.chars().next().is_some_and(char::is_lowercase);
    (!goes_on && !is_shortened(tokens, stop)).then_some(at + 1)
}

/// Signs that still belong to the sentence: more stops, and what closes a quotation.
fn closes(tokens: &[&str], at: usize) -> bool {
    match tokens[at] {
        "." | "!" | "?" | "…" | "»" | "”" | "\"" | ")" | "]" | "*" | "_" => true,
        space if is_space(space) => tokens.get(at + 1) == Some(&"»"),
        _ => false,
    }
}

fn is_shortened(tokens: &[&str], stop: usize) -> bool {
    if tokens[stop] != "." || stop == 0 {
        return false;
    }
    let word = tokens[stop - 1].to_lowercase();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    is_initial || SHORTENED.contains(&word.as_str())
}

/// The sentence around `run`, in whole sentences.
pub fn around(sentences: &[Range<usize>], run: &Range<usize>) -> Range<usize> {
    let first = sentences.partition_point(|it| it.end <= run.start);
    let last = sentences.partition_point(|it| it.start < run.end.max(run.start + 1));
    match (sentences.get(first), last.checked_sub(1).and_then(|at| sentences.get(at))) {
        (Some(first), Some(last)) => {
            first.start.min(run.start)..last.end.max(run.end).max(first.end)
        }
        (_, Some(last)) => last.start.min(run.start)..run.end.max(last.end),
        (_, None) => run.clone(),
    }
}
